//! Words that the district's glossary says to avoid.

use super::super::words::Sentence;
use super::book::Hit;
use crate::model::District;

/// A word, or words in a row, and what to say instead.
pub struct Avoided {
    /// Its words, in lower case.
    pub words: Vec<String>,
    /// What to say.
    pub instead: Option<String>,
}

impl Avoided {
    /// Where a sentence has it.
    pub fn hit(&self, sentence: &Sentence<'_>) -> Option<Hit> {
        let length = self.words.len().max(1);
        let first = sentence
            .words
            .windows(length)
            .position(|it| it.iter().zip(&self.words).all(|(word, part)| word.lower == *part))?;
        Some(Hit { first, last: first + length - 1, anchor: first })
    }
}

/// Every word that the glossary says to avoid.
pub fn words(district: &District) -> Vec<Avoided> {
    let terms = district.terms.values().map(|it| &it.value);
    let each = |it: &str, instead: &Option<String>| Avoided {
        words: it.to_lowercase().split_whitespace().map(str::to_owned).collect(),
        instead: instead.clone(),
    };
    terms.flat_map(|term| term.avoid.iter().map(move |it| each(it, &term.instead))).collect()
}
