//! Fingerprints of texts: whether words are still the words that somebody
//! looked at.
//!
//! A fingerprint is taken of what a text *says*: its words, and what its links,
//! mentions and slots lead to. Marks and line breaks do not count, so a text
//! may be wrapped or made strong without anybody having to look again.
//!
//! It is the 64-bit FNV-1a sum, written as sixteen hexadecimal digits. It finds
//! changes; it is no seal against somebody who wants to deceive. Signatures of
//! what was published are another room's concern.

use std::fmt;

use super::body::{Block, Inline, Target};
use super::value::Shape;

/// The sum before anything was added to it.
const START: u64 = 0xcbf2_9ce4_8422_2325;
/// What each byte is multiplied with.
const PRIME: u64 = 0x0000_0100_0000_01b3;

/// The fingerprint of a text: `5f1d3a90c2b47e68`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fingerprint(u64);

impl Fingerprint {
    /// The fingerprint of what blocks say.
    pub fn of(blocks: &[Block]) -> Fingerprint {
        let mut sum = Sum { value: START, space: false };
        sum.blocks(blocks);
        Fingerprint(sum.value)
    }
}

impl TryFrom<&str> for Fingerprint {
    type Error = Shape;

    fn try_from(text: &str) -> Result<Self, Shape> {
        let fits = text.len() == 16 && text.bytes().all(|it| it.is_ascii_hexdigit());
        let sum = u64::from_str_radix(text, 16).map_err(|_| Shape::Fingerprint)?;
        if fits { Ok(Fingerprint(sum)) } else { Err(Shape::Fingerprint) }
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}

/// A sum that is being made.
struct Sum {
    /// So far.
    value: u64,
    /// Whether white space was met that has not been counted yet.
    space: bool,
}

impl Sum {
    /// Adds a character of words; white space counts once, however much of it
    /// there is.
    fn words(&mut self, text: &str) {
        for letter in text.chars() {
            if letter.is_whitespace() {
                self.space = true;
            } else {
                self.letter(letter);
            }
        }
    }

    /// Adds a character that is no white space.
    fn letter(&mut self, letter: char) {
        if std::mem::take(&mut self.space) {
            self.byte(b' ');
        }
        let mut bytes = [0; 4];
        letter.encode_utf8(&mut bytes).bytes().for_each(|it| self.byte(it));
    }

    /// Adds a byte.
    fn byte(&mut self, byte: u8) {
        self.value = (self.value ^ u64::from(byte)).wrapping_mul(PRIME);
    }

    /// Adds what a reference leads to, between signs that are no words.
    fn target(&mut self, target: &Target) {
        let (scheme, id) = match target {
            Target::Policy(id) => ("policy", id.as_str()),
            Target::Protocol(id) => ("protocol", id.as_str()),
            Target::Page(_, id) => ("page", id.as_str()),
            Target::Service(id) => ("service", id.as_str()),
            Target::Role(id) => ("role", id.as_str()),
            Target::Need(id) => ("need", id.as_str()),
            Target::Law(id) => ("law", id.as_str()),
            Target::Term(id) => ("term", id.as_str()),
            Target::Form(id) => ("form", id.as_str()),
            Target::School => ("school", "name"),
            Target::Web(url) => ("web", url.as_str()),
            Target::Anchor(id) => ("anchor", id.as_str()),
        };
        self.words(&format!("<{scheme}:{id}>"));
    }

    /// Adds a run of inlines.
    fn inlines(&mut self, inlines: &[Inline]) {
        for inline in inlines {
            match inline {
                Inline::Text(text) | Inline::Code(text) => self.words(text),
                Inline::Break => self.space = true,
                Inline::Blank => self.letter('_'),
                Inline::Tick => self.letter('☐'),
                Inline::Strong(inner) | Inline::Emphasis(inner) => self.inlines(inner),
                Inline::Link { target, text, .. } => {
                    self.inlines(text);
                    self.target(target);
                }
                Inline::Mention { target, .. } => self.target(target),
                Inline::Slot { slot, .. } => self.words(&format!("<slot:{slot}>")),
            }
        }
        // The end of a run parts words as a space does.
        self.space = true;
    }

    /// Adds blocks, each behind a sign for what it is.
    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            match block {
                Block::Heading { text, .. } => {
                    self.letter('#');
                    self.inlines(text);
                }
                Block::Paragraph(text) => self.inlines(text),
                Block::List { items, .. } => items.iter().for_each(|it| {
                    self.letter('-');
                    self.blocks(it);
                }),
                Block::Quote(inner) | Block::Alert { blocks: inner, .. } => {
                    self.letter('>');
                    self.blocks(inner);
                }
                Block::Locked { blocks: inner, .. } => self.blocks(inner),
                Block::Table { head, rows } => {
                    head.iter().chain(rows.iter().flatten()).for_each(|it| self.inlines(it));
                }
                Block::Definitions(items) => {
                    for (term, meaning) in items {
                        self.inlines(term);
                        self.blocks(meaning);
                    }
                }
                Block::Code(text) => self.words(text),
                Block::Rule => self.space = true,
                Block::Blank => self.letter('_'),
                Block::Need { need, .. } => self.target(&Target::Need(need.clone())),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A paragraph of these pieces.
    fn of(pieces: Vec<Inline>) -> Fingerprint {
        Fingerprint::of(&[Block::Paragraph(pieces)])
    }

    /// Plain words.
    fn text(words: &str) -> Inline {
        Inline::Text(words.to_owned())
    }

    #[test]
    fn it_is_the_usual_sum_and_reads_back() {
        // FNV-1a of "foobar", from the reference of the algorithm.
        let sum = of(vec![text("foobar")]);
        assert_eq!(sum.to_string(), "85944171f73967e8");
        assert_eq!(Fingerprint::try_from("85944171f73967e8"), Ok(sum));
        assert_eq!(Fingerprint::try_from("0.1"), Err(Shape::Fingerprint));
        assert_eq!(Fingerprint::try_from("+5944171f73967e8"), Err(Shape::Fingerprint));
    }

    #[test]
    fn marks_and_line_breaks_do_not_count_and_words_and_targets_do() {
        let plain = of(vec![text("Sekolah tidak  menyelidiki.")]);
        let marked =
            of(vec![text("Sekolah "), Inline::Strong(vec![text("tidak")]), text("\nmenyelidiki.")]);
        assert_eq!(plain, marked);
        assert_ne!(plain, of(vec![text("Sekolah menyelidiki.")]));

        let mention = |id: &str| {
            let target = Target::Service(id.try_into().expect("an id"));
            of(vec![text("Hubungi "), Inline::Mention { target, at: (0..1).into() }])
        };
        assert_ne!(mention("sapa-129"), mention("polri-110"));
    }
}
