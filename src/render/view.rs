//! What templates see, and nothing else: the contract with theme authors.
//!
//! A view is flat, already worded, already in one language. Dates are written
//! out, links are finished `href`s, texts that hold HTML are marked by their
//! type name [`Html`]. No model type reaches a template, so the model can
//! change without breaking a theme.
//!
//! What differs from school to school is not here as a value but as a hole
//! (see [`super::stencil`]): a template may place it wherever text may stand,
//! and must not test it with `if` or cut it with a filter.

use serde::Serialize;

/// Finished HTML; templates write it with `{{ it | safe }}`.
pub type Html = String;

/// One page of one language: the context of every template in `pages/`.
#[derive(Debug, Serialize)]
pub struct PageView {
    /// The language of the page, as a BCP-47 tag.
    pub lang: String,
    /// What the browser's tab says; neutral on a child's page.
    pub title: String,
    /// The heading of the page.
    pub heading: String,
    /// One or two sentences below the heading; may be empty.
    pub lead: Html,
    /// The style sheet, to be written unchanged into one `<style>`.
    pub css: Html,
    /// A `<style>` with the school's own colour, or nothing (a hole).
    pub accent: Html,
    /// The script, to be written unchanged into one `<script>` at the end.
    pub script: Html,
    /// `href` of what keeps the pages for staff on the telephone; empty on every
    /// page that a child may open.
    pub worker: String,
    /// That the numbers on every page are old, once they are; for pages that a
    /// telephone keeps (a hole).
    pub kept: Html,
    /// The audience, where its pages have a colour of their own; `letter` on a
    /// letter, which leaves the school on paper; else empty.
    pub hue: String,
    /// The school's name (a hole).
    pub school: Html,
    /// The district's name.
    pub district: String,
    /// True where the content is a sample that nobody may rely on.
    pub sample: bool,
    /// `child`, `parent`, `teacher`, `counsellor`, `head` or empty.
    pub audience: String,
    /// What the audience is called on the site, or empty.
    pub audience_name: String,
    /// The page to go back up to; absent on the first page.
    pub up: Option<LinkView>,
    /// Links to the same page in the other languages of the site, as items of a
    /// list.
    pub languages: Vec<String>,
    /// The strip with the way to help that stands on every page (a hole).
    pub help: Html,
    /// `href` of the neutral page that the way out leads to.
    pub exit: String,
    /// Links of the foot: directory, glossary, laws, about, changes.
    pub foot: Vec<LinkView>,
    /// The address of the school's site as it is typed, for paper (a hole).
    pub address: Html,
    /// The day the site was made for, written out (a hole).
    pub built_on: Html,
    /// The check code, whole; empty above the schools.
    pub code: String,
    /// Notes above the text: overdue, not translated, revoked law.
    pub notes: Vec<NoteView>,
    /// The page's own part; templates of `pages/` each read one of them.
    #[serde(flatten)]
    pub part: PartView,
}

/// The part of a page that depends on its kind. The field has the kind's name.
#[derive(Debug, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum PartView {
    /// `pages/home.html`
    Home(HomeView),
    /// `pages/audience.html`, under the name `entry`.
    #[serde(rename = "entry")]
    Audience(AudienceView),
    /// `pages/guidance.html`
    Guidance(GuidanceView),
    /// `pages/protocols.html`
    Protocols(Vec<LinkView>),
    /// `pages/protocol.html`
    Protocol(Box<ProtocolView>),
    /// `pages/forms.html`
    Forms(Vec<ShelfView>),
    /// `pages/print.html`: the school's sheets (a hole that is a list).
    Print(Html),
    /// `pages/policies.html`: the school's policies (a hole that is a list).
    Policies(Html),
    /// `pages/policy.html`
    Policy(Box<PolicyView>),
    /// `pages/directory.html`
    Directory(DirectoryView),
    /// `pages/glossary.html`
    Glossary(Vec<TermView>),
    /// `pages/index.html`
    Index(IndexView),
    /// `pages/laws.html`
    Laws(Vec<LawView>),
    /// `pages/text.html`: about, changes, what leaving cannot erase.
    Text(GuidanceView),
    /// `pages/book.html`: everything for some readers in one file.
    Book(BookView),
    /// `pages/exit.html`: the neutral page, under the name `neutral`.
    #[serde(rename = "neutral")]
    Exit(String),
    /// `pages/front.html`: the schools of the district.
    Front(Vec<LinkView>),
    /// `pages/missing.html`: no such page.
    Missing(MissingView),
}

/// No such page: links that hold wherever it is shown (holes, each a whole link).
#[derive(Debug, Serialize)]
pub struct MissingView {
    /// The way out.
    pub out: Html,
    /// The first page.
    pub home: Html,
}

/// The index from A to Z.
#[derive(Debug, Serialize)]
pub struct IndexView {
    /// Its list, and the data for the search (a hole).
    pub list: Html,
    /// The script of the search, to be written unchanged into one `<script>`.
    pub script: Html,
}

/// Links of one sort below a heading.
#[derive(Debug, Serialize)]
pub struct ShelfView {
    /// The heading.
    pub name: String,
    /// The links.
    pub links: Vec<LinkView>,
}

/// A link: where to, what it says, a line below it.
#[derive(Debug, Clone, Serialize)]
pub struct LinkView {
    /// Where it leads.
    pub href: String,
    /// What it says.
    pub text: String,
    /// The code of what it leads to, such as `P13`, or empty.
    pub code: String,
    /// A line of explanation, or empty.
    pub about: String,
    /// The language of the text where it differs from the page's, else empty.
    pub lang: String,
    /// The name under which what it leads to is saved, or empty.
    pub download: String,
    /// A word for the theme: `now`, `today`, `week`, an audience, or empty.
    pub mark: String,
}

impl LinkView {
    /// A link with nothing more to say.
    pub fn new(href: String, text: String) -> LinkView {
        let nothing = String::new;
        LinkView {
            href,
            text,
            code: nothing(),
            about: nothing(),
            lang: nothing(),
            download: nothing(),
            mark: nothing(),
        }
    }
}

/// A note above a text.
#[derive(Debug, Clone, Serialize)]
pub struct NoteView {
    /// `overdue`, `overdue_number`, `untranslated`, `revoked`
    pub kind: String,
    /// What it says.
    pub text: String,
}

/// The first page of the site.
#[derive(Debug, Serialize)]
pub struct HomeView {
    /// The first door: danger now (a hole: a link with a number in it).
    pub danger: Html,
    /// The second door: talk or chat (a hole).
    pub talk: Html,
    /// The third door: an adult at school (a hole).
    pub adult: Html,
    /// The audiences' entry pages.
    pub audiences: Vec<LinkView>,
}

/// The entry page of an audience.
#[derive(Debug, Serialize)]
pub struct AudienceView {
    /// The language of the text where it differs from the page's, else empty.
    pub lang: String,
    /// The text of the audience's first page, or empty.
    pub body: Html,
    /// The other pages for this audience.
    pub pages: Vec<LinkView>,
    /// The lists that lead on: protocols, policies, directory; none for a child.
    pub more: Vec<LinkView>,
}

/// Everything for some readers.
#[derive(Debug, Serialize)]
pub struct BookView {
    /// Texts, in the order in which they are read.
    pub texts: Vec<ChapterView>,
    /// Protocols, the most urgent first; none in a book for children.
    pub protocols: Vec<BoundProtocolView>,
    /// The anchor of the directory.
    pub anchor: String,
    /// The directory (a hole): full cards for children, rows for others.
    pub services: Html,
}

/// A text in a book.
#[derive(Debug, Serialize)]
pub struct ChapterView {
    /// Its anchor.
    pub anchor: String,
    /// Its title.
    pub title: String,
    /// The language of the text where it differs from the book's, else empty.
    pub lang: String,
    /// The text.
    pub body: Html,
}

/// A protocol in a book.
#[derive(Debug, Serialize)]
pub struct BoundProtocolView {
    /// Its anchor.
    pub anchor: String,
    /// Its title.
    pub title: String,
    /// When to use it.
    pub when: Html,
    /// What it says; a book leaves out what can wait.
    #[serde(flatten)]
    pub protocol: ProtocolView,
}

/// A text of guidance.
#[derive(Debug, Default, Serialize)]
pub struct GuidanceView {
    /// The language of the text where it differs from the page's, else empty.
    pub lang: String,
    /// The text.
    pub body: Html,
    /// The laws it rests on; for adults.
    pub basis: Vec<LinkView>,
    /// Who must still review it; for adults.
    pub unreviewed: Vec<String>,
}

/// A protocol.
#[derive(Debug, Serialize)]
pub struct ProtocolView {
    /// The language of the texts where it differs from the page's, else empty.
    pub lang: String,
    /// Its code, such as `P03`.
    pub code: String,
    /// `now`, `today`, `week`
    pub urgency: String,
    /// The urgency in words.
    pub urgency_text: String,
    /// The class in words: who has to deal with it.
    pub class_text: String,
    /// The services to call first (a hole: call cards).
    pub call: Html,
    /// The quick-reference form: lines, may be empty.
    pub quick: Vec<Html>,
    /// Signs to look for.
    pub signs: Vec<Html>,
    /// The steps, grouped by clock.
    pub clocks: Vec<ClockView>,
    /// What to do throughout.
    pub dos: Vec<Html>,
    /// What never to do.
    pub nevers: Vec<Html>,
    /// Sentences to say to the child.
    pub say: Vec<String>,
    /// Sentences never to say.
    pub never_say: Vec<String>,
    /// If the suspect is ...: another route for each.
    pub suspects: Vec<SuspectView>,
    /// Needs to refer to: links into the directory.
    pub refer: Vec<LinkView>,
    /// What to write down.
    pub record: Vec<Html>,
    /// Background, or empty.
    pub body: Html,
    /// Laws it rests on.
    pub basis: Vec<LinkView>,
    /// Guidance it builds on.
    pub guidance: Vec<String>,
    /// Who must still review it, in words; empty where everybody has.
    pub unreviewed: Vec<String>,
}

/// The steps of one time span.
#[derive(Debug, Serialize)]
pub struct ClockView {
    /// `1h`, `24h`, `72h`, `7d`, `follow-up`
    pub within: String,
    /// The span in words.
    pub text: String,
    /// The number of its first step in the whole protocol.
    pub start: usize,
    /// The steps.
    pub steps: Vec<StepView>,
}

/// One step.
#[derive(Debug, Serialize)]
pub struct StepView {
    /// What to do.
    pub text: Html,
    /// Who does it.
    pub role: String,
    /// More about it, or empty.
    pub about: Html,
    /// Needs of this step: links into the directory.
    pub needs: Vec<LinkView>,
}

/// The route when a certain person is the suspect.
#[derive(Debug, Serialize)]
pub struct SuspectView {
    /// The suspect's id: `staff`, `head`, ...
    pub id: String,
    /// The suspect in words: "kepala sekolah".
    pub name: String,
    /// What to do instead.
    pub text: Html,
    /// Roles that must not be told or called, in words.
    pub avoid: Vec<String>,
    /// Whom to turn to: links into the directory.
    pub needs: Vec<LinkView>,
    /// Whom to call: services with their numbers, `parts/ways.html` each (a hole).
    pub doors: Html,
}

/// A policy with its control block.
#[derive(Debug, Serialize)]
pub struct PolicyView {
    /// The language of the text where it differs from the page's, else empty.
    pub lang: String,
    /// The text; the school's slots are filled and its additions stand in it.
    pub body: Html,
    /// The control block: term and value, in order.
    pub control: Vec<ControlView>,
    /// Laws it rests on.
    pub basis: Vec<LinkView>,
    /// Who must still review it, in words; empty where everybody has.
    pub unreviewed: Vec<String>,
}

/// A line of a control block.
#[derive(Debug, Serialize)]
pub struct ControlView {
    /// What it is, in words.
    pub term: String,
    /// Its value, in words.
    pub value: String,
}

/// The directory.
#[derive(Debug, Serialize)]
pub struct DirectoryView {
    /// The needs, in order of urgency.
    pub needs: Vec<NeedView>,
    /// Every service of this school (a hole: full cards, each with its id).
    pub services: Html,
}

/// One need in the directory.
#[derive(Debug, Serialize)]
pub struct NeedView {
    /// The anchor of its section.
    pub anchor: String,
    /// Its name.
    pub name: String,
    /// A line about it, or empty.
    pub about: String,
    /// Its pictogram: `police`, `health`, `law`, ..., or empty.
    pub mark: String,
    /// The services that meet it at this school (a hole: a list of rows).
    pub services: Html,
}

/// A glossary entry.
#[derive(Debug, Serialize)]
pub struct TermView {
    /// Its anchor.
    pub anchor: String,
    /// The term.
    pub term: String,
    /// The language of the entry where it differs from the page's, else empty.
    pub lang: String,
    /// What it means.
    pub means: String,
    /// Words to avoid.
    pub avoid: Vec<String>,
    /// What to say instead, or empty.
    pub instead: String,
    /// A remark, or empty.
    pub note: String,
}

/// An entry of the legal register.
#[derive(Debug, Serialize)]
pub struct LawView {
    /// Its anchor.
    pub anchor: String,
    /// Its short name.
    pub short: String,
    /// Its title.
    pub title: String,
    /// `in-force`, `revoked`, `superseded-in-part`, `to-verify`
    pub status: String,
    /// The status in words, with dates and successor.
    pub status_text: String,
    /// What it means for a school, or empty.
    pub means: String,
    /// True where no source but general knowledge stands behind it.
    pub unsourced: bool,
    /// When it was last checked, written out, or empty.
    pub checked_on: String,
}

/// The context of `parts/card.html`: one service, in full or short.
#[derive(Debug, Serialize)]
pub struct CardView {
    /// Its anchor.
    pub anchor: String,
    /// True for the short form (no anchor, no details).
    pub short: bool,
    /// Its name.
    pub name: String,
    /// A line about it, or empty.
    pub about: String,
    /// The ways to reach it.
    pub channels: Vec<ChannelView>,
    /// Why there is no number, or empty.
    pub unverified: String,
    /// Where to turn instead, or when it does not answer; absent at a chain's end.
    pub fallback: Option<FallbackView>,
    /// For whom, or empty.
    pub eligible: String,
    /// Cautions, or empty.
    pub not_for: String,
    /// Languages spoken, in words.
    pub languages: String,
    /// Cost in words.
    pub cost: String,
    /// Access for people with disabilities, or empty.
    pub access: String,
    /// Its address, or empty; a confidential place has none.
    pub address: String,
    /// `href` of its full card.
    pub href: String,
}

/// One way to reach a service.
#[derive(Debug, Clone, Serialize)]
pub struct ChannelView {
    /// `short-code`, `telephone`, `whatsapp`, `email`, `web`, `door`
    pub kind: String,
    /// The kind in words.
    pub kind_text: String,
    /// `href`, or empty where it is not a link.
    pub href: String,
    /// What is printed: the digits, the address.
    pub text: String,
    /// A remark, or empty.
    pub label: String,
    /// Hours in words; empty for a site or a mailbox of which nobody wrote hours.
    pub hours: String,
    /// True where it answers round the clock.
    pub always: bool,
    /// When and how it was checked, in words.
    pub checked: String,
    /// `fresh`, `due-soon`, `overdue`
    pub age: String,
    /// The first day on which its check holds no more: `2026-11-24`; empty where
    /// that has come. A page that was kept for long can so say that it is old.
    pub old_from: String,
}

/// Where to turn when a service does not answer.
#[derive(Debug, Clone, Serialize)]
pub struct FallbackView {
    /// When to turn there: no answer, no number, or an emergency.
    pub when: String,
    /// The service's name.
    pub name: String,
    /// Its first ways to be reached.
    pub channels: Vec<ChannelView>,
}

/// The context of `parts/help.html`, the strip on every page.
#[derive(Debug, Serialize)]
pub struct HelpView {
    /// Danger now: the first live channel, or absent.
    pub danger: Option<DoorView>,
    /// Talk or chat: the live channels of one service.
    pub talk: Option<DoorView>,
}

/// The context of `parts/kept.html`: what a page that was kept for long says of
/// the numbers at the doors. The script shows it when the day has come.
#[derive(Debug, Serialize)]
pub struct KeptView {
    /// The first day on which one of them has to be checked again: `2026-11-24`.
    pub old_from: String,
}

/// The context of `parts/door-danger.html` and `parts/door-talk.html`.
#[derive(Debug, Serialize)]
pub struct DoorView {
    /// What the need is called.
    pub need: String,
    /// The service's name.
    pub name: String,
    /// Its channels, best first.
    pub channels: Vec<ChannelView>,
    /// `href` of that part of the directory.
    pub href: String,
}

/// The context of `parts/door-adult.html`: an adult at school.
#[derive(Debug, Serialize)]
pub struct AdultView {
    /// Who receives reports, in words, one for each person.
    pub people: Vec<PersonView>,
    /// `href` of the page that says more.
    pub href: String,
}

/// A person in a role at the school.
#[derive(Debug, Serialize)]
pub struct PersonView {
    /// The role in words.
    pub role: String,
    /// The name, or empty.
    pub name: String,
    /// How to find the person, or empty.
    pub title: String,
}

/// The context of `parts/need.html`, `parts/need-empty.html` and `parts/rows.html`.
#[derive(Debug, Serialize)]
pub struct NeedCardsView {
    /// What the need is called.
    pub need: String,
    /// The short cards (a hole).
    pub cards: Html,
    /// When to turn to the fallback: no answer, no service, or an emergency.
    pub when: String,
    /// Short cards of the fallback, where none of the others always answers.
    pub fallback: Html,
}

/// The context of `parts/policy-list.html`.
#[derive(Debug, Serialize)]
pub struct PolicyListView {
    /// `parts/policy-link.html`, one for each policy.
    pub items: Html,
}
