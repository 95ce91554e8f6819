//! A document's blocks, inlines and references: what a text says, not how it is
//! written (Markdown) or shown (HTML, print).

use std::collections::BTreeSet;

use super::value::{
    Audience, FormId, LawId, NeedId, PageId, PolicyId, ProtocolId, RoleId, ServiceId, SlotId,
    TermId, WebUrl,
};
use crate::source::place::Span;

/// A text: blocks in order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Body {
    /// The blocks.
    pub blocks: Vec<Block>,
}

/// A block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A heading, levels 2 to 6; level 1 is the page's title.
    Heading {
        /// 2 to 6.
        level: u8,
        /// The anchor, unique in the body.
        id: Anchor,
        /// What it says.
        text: Vec<Inline>,
        /// Where it stands.
        at: Span,
    },
    /// A paragraph.
    Paragraph(Vec<Inline>),
    /// A list.
    List {
        /// The first number of a numbered list.
        start: Option<u64>,
        /// The items.
        items: Vec<Vec<Block>>,
    },
    /// A quotation.
    Quote(Vec<Block>),
    /// A note that stands out.
    Alert {
        /// What sort of note.
        kind: AlertKind,
        /// What it says.
        blocks: Vec<Block>,
    },
    /// A table.
    Table {
        /// The head row's cells.
        head: Vec<Vec<Inline>>,
        /// The rows' cells.
        rows: Vec<Vec<Vec<Inline>>>,
    },
    /// Terms and what they mean.
    Definitions(Vec<(Vec<Inline>, Vec<Block>)>),
    /// Text to be shown exactly as it is.
    Code(String),
    /// A line between parts.
    Rule,
    /// A line to write on.
    Blank,
    /// A section that no school may change: its heading and all below it.
    Locked {
        /// The heading's anchor.
        id: String,
        /// The heading and what follows.
        blocks: Vec<Block>,
    },
    /// The services that meet a need at this school.
    Need {
        /// The need.
        need: NeedId,
        /// Where it is named.
        at: Span,
    },
}

/// Where a link into a text may lead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Anchor {
    /// Written beside the heading; printed addresses may point at it.
    Written(String),
    /// Made of the heading's words.
    Made(String),
}

impl Anchor {
    /// The anchor.
    pub fn as_str(&self) -> &str {
        match self {
            Anchor::Written(id) | Anchor::Made(id) => id,
        }
    }
}

/// What sort of note an [`Block::Alert`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AlertKind {
    /// To know.
    Note,
    /// A help.
    Tip,
    /// Not to be missed.
    Important,
    /// With care.
    Warning,
    /// Danger.
    Caution,
}

/// A piece of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Inline {
    /// Words.
    Text(String),
    /// Strong words.
    Strong(Vec<Inline>),
    /// Stressed words.
    Emphasis(Vec<Inline>),
    /// Words exactly as they are.
    Code(String),
    /// A new line within a paragraph.
    Break,
    /// A short place to write on.
    Blank,
    /// A box to tick.
    Tick,
    /// A link with words of its own.
    Link {
        /// Where to.
        target: Target,
        /// What it says.
        text: Vec<Inline>,
        /// Where it is written.
        at: Span,
    },
    /// A reference that reads as its target does at this school.
    Mention {
        /// What is referred to.
        target: Target,
        /// Where it is written.
        at: Span,
    },
    /// A place that each school fills.
    Slot {
        /// The slot's name.
        slot: SlotId,
        /// What stands there until it is filled.
        hint: Vec<Inline>,
        /// Where it is written.
        at: Span,
    },
}

/// What a link or mention refers to.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Target {
    /// A policy.
    Policy(PolicyId),
    /// A protocol.
    Protocol(ProtocolId),
    /// A page of guidance.
    Page(Audience, PageId),
    /// A service.
    Service(ServiceId),
    /// Who holds a role.
    Role(RoleId),
    /// The services for a need.
    Need(NeedId),
    /// A law.
    Law(LawId),
    /// A term.
    Term(TermId),
    /// A sheet to write on.
    Form(FormId),
    /// The school's name.
    School,
    /// An address on the web.
    Web(WebUrl),
    /// A place in the same text.
    Anchor(String),
}

impl Body {
    /// Calls `visit` for every run of inlines, in order.
    pub fn inlines<'a>(&'a self, visit: &mut impl FnMut(&'a [Inline])) {
        for block in &self.blocks {
            block.inlines(visit);
        }
    }
}

impl Body {
    /// The anchors of all headings.
    pub fn anchors(&self) -> BTreeSet<&str> {
        let mut anchors = BTreeSet::new();
        self.walk(&mut |it| {
            if let Block::Heading { id, .. } = it {
                anchors.insert(id.as_str());
            }
        });
        anchors
    }

    /// The anchors that links of the same text lead to.
    pub fn linked(&self) -> BTreeSet<&str> {
        let mut linked = BTreeSet::new();
        self.inlines(&mut |line| {
            walk(line, &mut |it| {
                if let Inline::Link { target: Target::Anchor(anchor), .. } = it {
                    linked.insert(anchor.as_str());
                }
            });
        });
        linked
    }

    /// The needs that stand as blocks, with their places.
    pub fn needs(&self) -> Vec<(&NeedId, Span)> {
        let mut needs = Vec::new();
        self.walk(&mut |it| {
            if let Block::Need { need, at } = it {
                needs.push((need, *at));
            }
        });
        needs
    }

    /// Calls `visit` for every block, outermost first.
    pub fn walk<'a>(&'a self, visit: &mut impl FnMut(&'a Block)) {
        for block in &self.blocks {
            block.walk(visit);
        }
    }
}

impl Block {
    /// Calls `visit` for the block and every block in it.
    fn walk<'a>(&'a self, visit: &mut impl FnMut(&'a Block)) {
        visit(self);
        match self {
            Block::List { items, .. } => items.iter().flatten().for_each(|it| it.walk(visit)),
            Block::Quote(blocks) | Block::Alert { blocks, .. } | Block::Locked { blocks, .. } => {
                blocks.iter().for_each(|it| it.walk(visit));
            }
            Block::Definitions(items) => {
                items.iter().flat_map(|it| &it.1).for_each(|it| it.walk(visit));
            }
            _ => {}
        }
    }

    /// Calls `visit` for every run of inlines in the block, in order.
    fn inlines<'a>(&'a self, visit: &mut impl FnMut(&'a [Inline])) {
        match self {
            Block::Heading { text, .. } | Block::Paragraph(text) => visit(text),
            Block::List { items, .. } => items.iter().flatten().for_each(|it| it.inlines(visit)),
            Block::Quote(blocks) | Block::Alert { blocks, .. } | Block::Locked { blocks, .. } => {
                blocks.iter().for_each(|it| it.inlines(visit));
            }
            Block::Table { head, rows } => {
                head.iter().chain(rows.iter().flatten()).for_each(|it| visit(it));
            }
            Block::Definitions(items) => {
                for (term, blocks) in items {
                    visit(term);
                    blocks.iter().for_each(|it| it.inlines(visit));
                }
            }
            Block::Code(_) | Block::Rule | Block::Blank | Block::Need { .. } => {}
        }
    }
}

/// Calls `visit` for every inline of a run, outermost first.
pub fn walk<'a>(inlines: &'a [Inline], visit: &mut impl FnMut(&'a Inline)) {
    for inline in inlines {
        visit(inline);
        match inline {
            Inline::Strong(inner) | Inline::Emphasis(inner) => walk(inner, visit),
            Inline::Link { text, .. } => walk(text, visit),
            Inline::Slot { hint, .. } => walk(hint, visit),
            Inline::Text(_)
            | Inline::Code(_)
            | Inline::Break
            | Inline::Blank
            | Inline::Tick
            | Inline::Mention { .. } => {}
        }
    }
}

/// The words of a run of inlines, without marks.
pub fn plain(inlines: &[Inline]) -> String {
    let mut words = String::new();
    walk(inlines, &mut |it| match it {
        Inline::Text(text) | Inline::Code(text) => words.push_str(text),
        Inline::Break => words.push(' '),
        _ => {}
    });
    words
}
