//! The words of the content, for rules that judge wording, and the digits in
//! it, for rules that judge numbers.
//!
//! They are gathered while files are read, because only then their bytes are at
//! hand; rules see them here and never look at a file.

use jiff::civil::Date;

use super::number::national;
use super::value::{Audience, Lang};
use crate::source::place::Span;

/// A paragraph, an item of a list, a heading, the words of a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Prose {
    /// Where it is written.
    pub at: Span,
    /// Its words without marks; a mention stands as the id it names.
    pub text: String,
    /// What is said with it.
    pub setting: Setting,
    /// For whom the file is, where it is for one audience.
    pub audience: Option<Audience>,
    /// The language; none: the district's default.
    pub lang: Option<Lang>,
    /// The section it stands in: the anchor of the heading above it.
    pub section: Option<String>,
    /// Roles, services and laws that it mentions.
    pub mentions: Vec<super::body::Target>,
}

/// What is said with a piece of prose.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Setting {
    /// It says what is, or what to do.
    Plain,
    /// It stands in a list of what never to do or say.
    Forbidden,
    /// It is a sentence that is never to be said.
    Unsaid,
    /// It stands in a list of what may be seen or may happen: signs, patterns.
    Sign,
    /// It is a note that stands out from the text (`> [!NOTE]`).
    Note,
    /// It is an entry of the legal register or the glossary, which speak about
    /// words.
    Register,
    /// It says what a service is or does.
    Directory,
    /// A school wrote it: a slot or an addendum.
    School,
}

/// A run of digits somewhere in a file, however it is spaced.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DigitRun {
    /// Where it is written.
    pub at: Span,
    /// As written.
    pub written: String,
    /// The digits between two spaces, hyphens or brackets, in order.
    pub groups: Vec<Group>,
    /// What it looks like.
    pub sort: RunSort,
    /// What it is part of.
    pub stand: Stand,
    /// For [`RunSort::Short`]: the sentence it stands in, else empty.
    pub sentence: String,
}

impl DigitRun {
    /// All its digits in national form.
    pub fn national(&self) -> String {
        national(&joined(&self.groups))
    }
}

/// Groups of a run as one text.
pub fn joined(groups: &[Group]) -> String {
    groups.iter().map(|it| it.text.as_str()).collect()
}

/// Digits of a run with nothing between them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// The digits in ASCII; with the `+` where one stands before them.
    pub text: String,
    /// Whether they may belong to something else, such as a year beside a
    /// number, or the hours in `24 jam`.
    pub tie: Tie,
}

/// Whether a group belongs to the number it stands beside.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tie {
    /// It does.
    Firm,
    /// It may be something of its own.
    Loose,
}

/// What a run of digits looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RunSort {
    /// Seven digits or more that could be dialled.
    Dialled,
    /// The number of a link that opens a chat, as it stands in its address.
    Chat,
    /// Fewer than seven digits with a prefix, as in `021-129`.
    Prefixed,
    /// Three to six digits that the words before tell the reader to dial.
    Short,
    /// Seven digits or more that look like something else: an amount, an id.
    Other,
}

/// What a run of digits is part of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stand {
    /// A field of a record that holds a number.
    Field,
    /// Words that readers see.
    Words,
    /// A remark or a source, which nobody is shown.
    Aside,
}

/// A finding that somebody has accepted, with the reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Accepted {
    /// The code, such as `TD1003`.
    pub code: String,
    /// Why.
    pub reason: String,
    /// Since when.
    pub on: Date,
}
