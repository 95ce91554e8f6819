//! Texts for paper: what a body says at one school, as plain structs.
//!
//! Paper cannot be followed by a finger, so a service that is mentioned stands
//! there with its number, and a link out of the paper with its address. What
//! would break a page is tamed here: headings without gaps, nesting not too
//! deep, tables not too wide.

use std::collections::BTreeSet;

use crate::model::body::{AlertKind, Block, Body, Inline, Target, plain};
use crate::model::value::{PolicyId, ServiceId};

use super::desk::Desk;
use super::view::{BlockView, InlineView, TermView};

/// Blocks within blocks; what lies deeper stands on the last of these floors.
const DEEPEST: usize = 6;

/// A table with more columns is told row by row.
const WIDEST: usize = 5;

/// Writes the texts of one document.
#[derive(Debug, Clone, Copy)]
pub struct Pen<'p> {
    /// The school and the language.
    pub desk: &'p Desk<'p>,
    /// The policy whose slots may be used.
    pub policy: Option<&'p PolicyId>,
    /// Policies that are chapters of the same book.
    pub chapters: Option<&'p BTreeSet<&'p PolicyId>>,
    /// The level of the text's own title: 1 for a chapter, 0 for none.
    pub above: usize,
}

impl<'p> Pen<'p> {
    /// For texts of no policy and no book.
    pub fn loose(desk: &'p Desk<'p>) -> Pen<'p> {
        Pen { desk, policy: None, chapters: None, above: 0 }
    }

    /// A text.
    pub fn body(&self, body: &Body) -> Vec<BlockView> {
        let mut last = self.above;
        self.blocks(&body.blocks, 0, &mut last)
    }

    /// Lines.
    pub fn lines(&self, lines: &[Vec<Inline>]) -> Vec<Vec<InlineView>> {
        lines.iter().map(|it| self.line(it)).collect()
    }

    /// Blocks in order; `last` is the level of the last heading.
    fn blocks(&self, blocks: &[Block], depth: usize, last: &mut usize) -> Vec<BlockView> {
        let mut views = Vec::new();
        for block in blocks {
            self.block(block, depth, last, &mut views);
        }
        views
    }

    /// One block.
    fn block(&self, block: &Block, depth: usize, last: &mut usize, views: &mut Vec<BlockView>) {
        let too_deep = depth >= DEEPEST;
        let view = match block {
            Block::Heading { level, text, .. } => {
                let wanted = usize::from(*level).saturating_sub(1) + self.above;
                *last = wanted.clamp(self.above + 1, *last + 1);
                BlockView::Heading { level: *last, text: self.line(text) }
            }
            Block::Paragraph(text) => BlockView::Paragraph { text: self.line(text) },
            Block::List { items, .. } if too_deep => {
                return views.extend(items.iter().flat_map(|it| self.blocks(it, depth, last)));
            }
            Block::List { start, items } => {
                let items = items.iter().map(|it| self.blocks(it, depth + 1, last)).collect();
                BlockView::List { start: *start, items }
            }
            Block::Quote(blocks) | Block::Alert { blocks, .. } if too_deep => {
                return views.extend(self.blocks(blocks, depth, last));
            }
            Block::Quote(blocks) => {
                BlockView::Quote { blocks: self.blocks(blocks, depth + 1, last) }
            }
            Block::Alert { kind, blocks } => BlockView::Note {
                title: self.desk.word(alert(*kind)),
                blocks: self.blocks(blocks, depth + 1, last),
            },
            Block::Table { head, rows } => self.table(head, rows),
            Block::Definitions(items) => {
                let term = |(term, blocks): &(Vec<Inline>, Vec<Block>)| TermView {
                    term: self.line(term),
                    blocks: self.blocks(blocks, (depth + 1).min(DEEPEST), last),
                };
                BlockView::Terms { items: items.iter().map(term).collect() }
            }
            Block::Code(text) => BlockView::Code { words: text.clone() },
            Block::Rule => BlockView::Rule,
            Block::Blank => BlockView::Blank,
            Block::Locked { blocks, .. } => {
                return views.extend(self.blocks(blocks, depth, last));
            }
            Block::Need { need, .. } => {
                BlockView::Services { services: self.desk.services_for(need) }
            }
        };
        views.push(view);
    }

    /// A table; one that is too wide for a page becomes a list of its rows.
    fn table(&self, head: &[Vec<Inline>], rows: &[Vec<Vec<Inline>>]) -> BlockView {
        let (head, rows): (Vec<_>, Vec<_>) =
            (self.lines(head), rows.iter().map(|it| self.lines(it)).collect());
        if head.len() <= WIDEST {
            return BlockView::Table { head, rows };
        }
        let cell = |(head, cell): (&Vec<InlineView>, Vec<InlineView>)| {
            let mut text = vec![InlineView::Strong { text: head.clone() }, words(": ")];
            text.extend(cell);
            vec![BlockView::Paragraph { text }]
        };
        let row = |row: Vec<Vec<InlineView>>| {
            let items = head.iter().zip(row).map(cell).collect();
            vec![BlockView::List { start: None, items }]
        };
        BlockView::List { start: Some(1), items: rows.into_iter().map(row).collect() }
    }

    /// A line.
    pub fn line(&self, inlines: &[Inline]) -> Vec<InlineView> {
        self.pieces(inlines, 0)
    }

    /// Pieces of a line, so deep within marks.
    fn pieces(&self, inlines: &[Inline], depth: usize) -> Vec<InlineView> {
        if depth > DEEPEST {
            return vec![words(&plain(inlines))];
        }
        inlines.iter().map(|it| self.piece(it, depth + 1)).collect()
    }

    /// A piece of a line.
    fn piece(&self, inline: &Inline, depth: usize) -> InlineView {
        match inline {
            Inline::Text(text) => words(text),
            Inline::Strong(inner) => InlineView::Strong { text: self.pieces(inner, depth) },
            Inline::Emphasis(inner) => InlineView::Stress { text: self.pieces(inner, depth) },
            Inline::Code(text) => InlineView::Code { words: text.clone() },
            Inline::Break => InlineView::Break,
            Inline::Blank => InlineView::Gap,
            Inline::Tick => InlineView::Tick,
            Inline::Link { target, text, .. } => {
                self.target(target, Some(self.pieces(text, depth)))
            }
            Inline::Mention { target, .. } => self.target(target, None),
            Inline::Slot { slot, hint, .. } => {
                let filled = self.policy.and_then(|it| self.desk.slot(it, slot));
                match filled {
                    Some(text) => words(&text),
                    None => InlineView::Blank { ask: plain(hint) },
                }
            }
        }
    }

    /// A link or mention; `text` is what a link says.
    fn target(&self, target: &Target, text: Option<Vec<InlineView>>) -> InlineView {
        let own = text.is_some();
        let mut text = text.unwrap_or_else(|| vec![words(&self.desk.name_of(target))]);
        match target {
            Target::Policy(id) if self.chapters.is_some_and(|it| it.contains(id)) => {
                InlineView::Chapter { chapter: chapter(id), text }
            }
            Target::Service(id) => self.service(id, text),
            Target::Protocol(_) | Target::Page(..) | Target::Form(_) if own => {
                let sign = self.desk.sign_of(target);
                if !says(&text, &sign) {
                    text.push(words(&format!(" ({sign})")));
                }
                InlineView::Several { text }
            }
            Target::Web(url) => {
                if own {
                    text.push(words(&format!(" ({})", url.shown())));
                }
                InlineView::Link { href: url.as_str().to_owned(), text }
            }
            _ => InlineView::Several { text },
        }
    }

    /// A service, with its first number where its name does not hold it already.
    fn service(&self, id: &ServiceId, mut text: Vec<InlineView>) -> InlineView {
        let way = self.desk.edition.services.get(id).and_then(|it| self.desk.first_way(it));
        let Some(way) = way else { return InlineView::Several { text } };
        if !says(&text, &way.text) {
            text.push(words(&format!(" ({})", way.text)));
        }
        InlineView::Link { href: way.href, text }
    }
}

/// Names the chapter of a policy within a book.
pub fn chapter(id: &PolicyId) -> String {
    format!("k-{id}")
}

/// Whether pieces say something already, in whatever case.
fn says(text: &[InlineView], sign: &str) -> bool {
    let sign = sign.to_lowercase();
    let said = |it: &InlineView| matches!(it, InlineView::Words { words } if words.to_lowercase().contains(&sign));
    text.iter().any(said)
}

/// Words as a piece of a line.
pub fn words(text: &str) -> InlineView {
    InlineView::Words { words: text.to_owned() }
}

/// The key of a note's word.
fn alert(kind: AlertKind) -> &'static str {
    match kind {
        AlertKind::Note => "alert_note",
        AlertKind::Tip => "alert_tip",
        AlertKind::Important => "alert_important",
        AlertKind::Warning => "alert_warning",
        AlertKind::Caution => "alert_caution",
    }
}
