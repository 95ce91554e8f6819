//! What the templates of sheets see, and nothing else.
//!
//! The structs here are the contract with whoever writes a sheet's template:
//! `themes/*/print/*.typ` finds one of them as `sheet` in `view.json`. Every text
//! is data: it is set as it is, whatever signs it holds, and never read as markup.
//! Every view gets one more field when it is set: `size`, the size of its
//! letters in points.

use serde::Serialize;

/// What stands on every sheet of a school.
#[derive(Debug, Clone, Serialize)]
pub struct ImprintView {
    /// The language's tag.
    pub lang: String,
    /// The sheet's title.
    pub title: String,
    /// The school's name.
    pub school: String,
    /// The district's name.
    pub district: String,
    /// Why nobody may rely on it; empty where it is in force.
    pub sample: String,
    /// The check code.
    pub code: String,
    /// The day it was made for, written out.
    pub day: String,
    /// The last day on which it may hang, written out; empty where nothing on
    /// it expires.
    pub until: String,
    /// The school's address on the web as people type it; may be empty.
    pub address: String,
    /// The same as a square of dots, an SVG; empty where there is no address.
    pub dots: String,
}

/// A block of a text.
#[derive(Debug, Clone, Serialize)]
#[serde(tag = "is", rename_all = "kebab-case")]
pub enum BlockView {
    /// A heading; levels follow each other without a gap.
    Heading {
        /// 1 to 6 below the text's own title.
        level: usize,
        /// What it says.
        text: Vec<InlineView>,
    },
    /// A paragraph.
    Paragraph {
        /// What it says.
        text: Vec<InlineView>,
    },
    /// A list.
    List {
        /// The first number; none: with dots.
        start: Option<u64>,
        /// The items.
        items: Vec<Vec<BlockView>>,
    },
    /// A quotation.
    Quote {
        /// What is quoted.
        blocks: Vec<BlockView>,
    },
    /// A note that stands out.
    Note {
        /// Its word, such as `Awas`.
        title: String,
        /// What it says.
        blocks: Vec<BlockView>,
    },
    /// A table that fits a page.
    Table {
        /// The head's cells.
        head: Vec<Vec<InlineView>>,
        /// The rows' cells.
        rows: Vec<Vec<Vec<InlineView>>>,
    },
    /// Terms and what they mean.
    Terms {
        /// In order.
        items: Vec<TermView>,
    },
    /// Text to be shown as it is.
    Code {
        /// The text.
        words: String,
    },
    /// A line between parts.
    Rule,
    /// A line to write on.
    Blank,
    /// The services for a need.
    Services {
        /// In order.
        services: Vec<ServiceView>,
    },
}

/// A term and what it means.
#[derive(Debug, Clone, Serialize)]
pub struct TermView {
    /// The term.
    pub term: Vec<InlineView>,
    /// What it means.
    pub blocks: Vec<BlockView>,
}

/// A piece of a line.
#[derive(Debug, Clone, Serialize)]
#[serde(tag = "is", rename_all = "kebab-case")]
pub enum InlineView {
    /// Words.
    Words {
        /// The words.
        words: String,
    },
    /// Strong words.
    Strong {
        /// What is strong.
        text: Vec<InlineView>,
    },
    /// Stressed words.
    Stress {
        /// What is stressed.
        text: Vec<InlineView>,
    },
    /// Words as they are.
    Code {
        /// The words.
        words: String,
    },
    /// A new line.
    Break,
    /// Room to write in.
    Gap,
    /// A box to tick.
    Tick,
    /// Pieces that belong together.
    Several {
        /// The pieces.
        text: Vec<InlineView>,
    },
    /// A link out of the paper.
    Link {
        /// Where to.
        href: String,
        /// What it says.
        text: Vec<InlineView>,
    },
    /// A link to another chapter of the same book.
    Chapter {
        /// The chapter.
        chapter: String,
        /// What it says.
        text: Vec<InlineView>,
    },
    /// A place that the school has not filled.
    Blank {
        /// What is asked for.
        ask: String,
    },
}

/// A service.
#[derive(Debug, Clone, Serialize)]
pub struct ServiceView {
    /// Its name.
    pub name: String,
    /// Its abbreviation, or else its name.
    pub short: String,
    /// What it does.
    pub about: String,
    /// The ways to reach it that may be shown.
    pub ways: Vec<WayView>,
    /// Why there is none; else empty.
    pub why: String,
    /// For whom.
    pub eligible: String,
    /// Cautions.
    pub caution: String,
    /// What it costs.
    pub cost: String,
    /// Where it is; never of a hidden place.
    pub address: String,
}

/// A way to reach a service.
#[derive(Debug, Clone, Serialize)]
pub struct WayView {
    /// `short-code`, `telephone`, `whatsapp`, `email`, `web`, `door`.
    pub kind: String,
    /// The same as a word.
    pub kind_text: String,
    /// The number or address as people read it.
    pub shown: String,
    /// As a link; may be empty.
    pub href: String,
    /// A remark; may be empty.
    pub label: String,
    /// When it answers; empty for a site or a mailbox of which nobody wrote hours.
    pub hours: String,
    /// When it was checked, and how.
    pub checked: String,
    /// Whether it must be checked again.
    pub late: bool,
}

impl WayView {
    /// When it answers and when it was checked, as far as that is known.
    pub fn times(&self) -> String {
        let known = [self.hours.as_str(), &self.checked].into_iter().filter(|it| !it.is_empty());
        known.collect::<Vec<_>>().join(", ")
    }
}

/// Somebody at school.
#[derive(Debug, Clone, Serialize)]
pub struct PersonView {
    /// The role.
    pub role: String,
    /// The name; may be empty.
    pub name: String,
    /// Where to find the person; may be empty.
    pub place: String,
    /// What the role does; may be empty.
    pub duty: String,
}

/// A line of a document's control block.
#[derive(Debug, Clone, Serialize)]
pub struct ControlView {
    /// What it is.
    pub name: String,
    /// What it says.
    pub text: String,
}

/// A policy as a chapter.
#[derive(Debug, Clone, Serialize)]
pub struct ChapterView {
    /// Names it within the book.
    pub chapter: String,
    /// Its title.
    pub title: String,
    /// One or two sentences; may be empty.
    pub summary: String,
    /// Its version, in a few words, for the head of the page.
    pub version: String,
    /// The control block; may be empty.
    pub control: Vec<ControlView>,
    /// What must be known before it is used.
    pub notes: Vec<String>,
    /// Its text.
    pub blocks: Vec<BlockView>,
    /// The school's own addition.
    pub addendum: Vec<BlockView>,
}

/// A book.
#[derive(Debug, Clone, Serialize)]
pub struct BookView {
    /// What stands on every sheet.
    pub imprint: ImprintView,
    /// For whom, in words.
    pub audience: String,
    /// The chapters.
    pub chapters: Vec<ChapterView>,
    /// Who does what at the school.
    pub people: Vec<PersonView>,
    /// The directory.
    pub services: Vec<ServiceView>,
    /// The glossary.
    pub terms: Vec<TermView>,
    /// How many empty lines the sign-off sheet has; 0: there is none.
    pub signatures: usize,
}

/// Texts on plain sheets: the counsellor's page, guidance, blank forms.
#[derive(Debug, Clone, Serialize)]
pub struct TextView {
    /// What stands on every sheet.
    pub imprint: ImprintView,
    /// The text.
    pub blocks: Vec<BlockView>,
    /// Whom to call, in order.
    pub calls: Vec<ServiceView>,
    /// Whom to turn to at school.
    pub people: Vec<PersonView>,
    /// How many columns the text has.
    pub columns: usize,
}

/// A poster.
#[derive(Debug, Clone, Serialize)]
pub struct PosterView {
    /// What stands on every sheet.
    pub imprint: ImprintView,
    /// `a4` or `a3`.
    pub paper: String,
    /// Whether it is in large print: nothing smaller than the size of its letters.
    pub large: bool,
    /// For whom: `child` or `adult`.
    pub audience: String,
    /// The first line.
    pub heading: String,
    /// The line below it.
    pub lead: String,
    /// The number to call: whose it is, and all its ways.
    pub main: Option<ServiceView>,
    /// In danger.
    pub danger: Option<ServiceView>,
    /// Somebody at school.
    pub people: Vec<PersonView>,
    /// What never to do; for adults.
    pub nevers: Vec<Vec<InlineView>>,
}

/// A protocol as a card.
#[derive(Debug, Clone, Serialize)]
pub struct CardView {
    /// Its code, such as `P03`.
    pub code: String,
    /// Its title.
    pub title: String,
    /// When to use it.
    pub when: Vec<InlineView>,
    /// How soon, in words.
    pub urgency: String,
    /// `now`, `today` or `week`.
    pub pace: String,
    /// What to do.
    pub quick: Vec<Vec<InlineView>>,
    /// Whom to call.
    pub calls: Vec<ServiceView>,
}

/// Cards, four to a sheet.
#[derive(Debug, Clone, Serialize)]
pub struct CardsView {
    /// What stands on every sheet.
    pub imprint: ImprintView,
    /// In order.
    pub cards: Vec<CardView>,
}

/// Cards for a pocket, ten to a sheet.
#[derive(Debug, Clone, Serialize)]
pub struct WalletView {
    /// What stands on every sheet.
    pub imprint: ImprintView,
    /// In danger.
    pub danger: Option<ServiceView>,
    /// To talk.
    pub talk: Option<ServiceView>,
    /// Somebody at school.
    pub people: Vec<PersonView>,
}
