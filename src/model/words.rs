//! What a theme says, once per language.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::value::Lang;

/// The catalogues of a theme, by language.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Words(pub BTreeMap<Lang, Catalogue>);

/// The words of one language.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Catalogue {
    /// Words and sentences by key.
    pub words: BTreeMap<String, String>,
    /// Lists of words by key: `months`, `days`.
    pub lists: BTreeMap<String, Vec<String>>,
}

impl Catalogue {
    /// The word of that key; the key itself where there is none, so that a
    /// missing word is seen and nothing fails.
    pub fn get<'a>(&'a self, key: &'a str) -> &'a str {
        self.words.get(key).map_or(key, String::as_str)
    }

    /// A day written out: `24 November 2026`.
    pub fn date(&self, date: Date) -> String {
        let at = usize::try_from(date.month() - 1).unwrap_or_default();
        match self.lists.get("months").and_then(|it| it.get(at)) {
            Some(month) => format!("{} {month} {}", date.day(), date.year()),
            None => date.to_string(),
        }
    }

    /// The name of a day of the week, 0 for Monday.
    pub fn day(&self, at: usize) -> &str {
        self.lists.get("days").and_then(|it| it.get(at)).map_or("", String::as_str)
    }
}
