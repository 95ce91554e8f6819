//! Diagnostics: faults of the content, collected, each with a place.
//!
//! Nothing here prints or decides what to do about them; see [`print`] for the
//! former, the pipeline for the latter.

use self::code::{Code, Fault};
use crate::source::place::Place;

pub mod code;
pub mod print;
pub mod text;

/// One fault of the content, at one place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// What is wrong.
    pub fault: Fault,
    /// Where.
    pub place: Place,
}

impl Diagnostic {
    /// A fault at a place.
    pub fn new(fault: Fault, place: Place) -> Diagnostic {
        Diagnostic { fault, place }
    }

    /// The code of the fault.
    pub fn code(&self) -> Code {
        self.fault.code()
    }
}

/// A value, and everything that was found wrong on the way to it.
#[derive(Debug)]
pub struct Checked<T> {
    /// The value; what was broken is left out of it.
    pub value: T,
    /// What was found.
    pub diagnostics: Vec<Diagnostic>,
}

/// The most similar of `names`, where one is similar enough to be meant.
pub fn nearest<'a>(written: &str, names: impl IntoIterator<Item = &'a str>) -> Option<String> {
    let bound = (written.chars().count() / 3).max(1);
    let distances = names.into_iter().map(|it| (strsim::osa_distance(written, it), it));
    distances.filter(|(distance, _)| *distance <= bound).min().map(|(_, it)| it.to_owned())
}

/// How many single characters must be put in, left out or changed to turn one
/// text into the other.
pub fn edits(one: &str, other: &str) -> usize {
    strsim::levenshtein(one, other)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_name_is_one_that_could_be_meant() {
        let names = ["uptd-ppa", "polri-110", "lpsk"];
        assert_eq!(nearest("uptd-pa", names).as_deref(), Some("uptd-ppa"));
        assert_eq!(nearest("sapa-129", names), None);
    }
}
