//! What the program says, once per language.
//!
//! A sentence is made of a fault's facts. Messages are one line, in lower case,
//! without a full stop; what was written stands in backticks. A label is a few
//! words at the place; help says what to do.

use super::code::{Code, Fault};
use crate::error::Error;

mod en;
mod id;

/// A language the program speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tongue {
    /// English, for contributors.
    English,
    /// Indonesian, for the people who edit content.
    Indonesian,
}

impl Tongue {
    /// The language's tag.
    pub fn tag(self) -> &'static str {
        match self {
            Tongue::English => "en",
            Tongue::Indonesian => "id",
        }
    }
}

/// A fault in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    /// What is wrong.
    pub message: String,
    /// A few words at the place.
    pub label: String,
    /// What to do; may be empty.
    pub help: String,
}

/// The fixed words round a diagnostic.
#[derive(Debug)]
pub struct Frame {
    /// "error"
    pub error: &'static str,
    /// "warning"
    pub warning: &'static str,
    /// "help"
    pub help: &'static str,
    /// "errors"
    pub errors: &'static str,
    /// "warnings"
    pub warnings: &'static str,
    /// "in so many files"
    pub files: &'static str,
    /// "... more not shown"
    pub more: &'static str,
    /// "accepted"
    pub accepted: &'static str,
    /// "waiting for review"
    pub unreviewed: &'static str,
    /// "no fault found"
    pub clean: &'static str,
}

/// A fault in words of that language.
pub fn sentence(fault: &Fault, tongue: Tongue) -> Sentence {
    match tongue {
        Tongue::English => en::sentence(fault),
        Tongue::Indonesian => id::sentence(fault),
    }
}

/// What a code means, at length.
pub fn explain(code: Code, tongue: Tongue) -> &'static str {
    match tongue {
        Tongue::English => en::explain(code),
        Tongue::Indonesian => id::explain(code),
    }
}

/// An error of the machine in words.
pub fn error(error: &Error, tongue: Tongue) -> String {
    match tongue {
        Tongue::English => error.to_string(),
        Tongue::Indonesian => id::error(error),
    }
}

/// The fixed words of that language.
pub fn frame(tongue: Tongue) -> &'static Frame {
    match tongue {
        Tongue::English => &en::FRAME,
        Tongue::Indonesian => &id::FRAME,
    }
}

/// Puts a sentence together: one line, whatever was written.
fn say(message: impl Into<String>, label: impl Into<String>, help: impl Into<String>) -> Sentence {
    let line = |it: String| it.replace(char::is_control, " ");
    Sentence { message: line(message.into()), label: line(label.into()), help: line(help.into()) }
}

/// A sentence of the content in quotation marks; a long one is cut at a word.
fn quote(sentence: &str) -> String {
    /// So many characters are shown.
    const MOST: usize = 100;
    if sentence.chars().count() <= MOST {
        return format!("“{sentence}”");
    }
    let cut: String = sentence.chars().take(MOST).collect();
    let whole = cut.rsplit_once(' ').map_or(cut.as_str(), |(whole, _)| whole);
    format!("“{whole} …”")
}

/// Sentences of the content, one after the other.
fn quotes(sentences: &[String]) -> String {
    sentences.iter().map(|it| quote(it)).collect::<Vec<_>>().join(", ")
}

/// What parts are called, each with its bytes.
fn weights<P>(parts: &[(P, usize)], name: impl Fn(&P) -> String) -> String {
    let one = |(part, bytes): &(P, usize)| format!("{} ({bytes})", name(part));
    parts.iter().map(one).collect::<Vec<_>>().join(", ")
}

/// Signs that cannot be printed, by their numbers.
fn signs(signs: &[char]) -> String {
    let names = signs.iter().map(|it| format!("U+{:04X}", u32::from(*it)));
    names.collect::<Vec<_>>().join(", ")
}

/// A number of hundredths with its point.
fn hundredth(hundredths: u32) -> String {
    format!("{}.{:02}", hundredths / 100, hundredths % 100)
}

/// A number of tenths with its point.
fn tenth(tenths: usize) -> String {
    format!("{}.{}", tenths / 10, tenths % 10)
}
