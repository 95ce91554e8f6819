//! What a text of one language is written for: the district, the day, the
//! theme's words, and where pages lie.

use jiff::civil::Date;

use crate::model::document::Guidance;
use crate::model::value::{Audience, Lang};
use crate::model::words::Catalogue;
use crate::model::{District, Translations};
use crate::site::plan::{Book, PageKind, Plan};

/// How far pages are made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Finish {
    /// As readers get them.
    Published,
    /// For the person who edits: the same but for white space, in less time.
    Preview,
    /// As far as is needed to see whether the templates hold: nothing can be
    /// stamped.
    Proof,
}

/// What every text of one language is written for.
#[derive(Debug, Clone, Copy)]
pub struct Ground<'g> {
    /// The district.
    pub district: &'g District,
    /// Where pages lie.
    pub plan: &'g Plan,
    /// The language.
    pub lang: &'g Lang,
    /// The theme's words in that language.
    pub words: &'g Catalogue,
    /// The day.
    pub as_of: Date,
    /// The book it stands in; none for pages, each a file of its own.
    pub book: Option<Book>,
    /// How far they are made.
    pub finish: Finish,
}

impl<'g> Ground<'g> {
    /// A word of the theme.
    pub fn word(&self, key: &str) -> String {
        self.words.get(key).to_owned()
    }

    /// The day, written out.
    pub fn day(&self) -> String {
        self.words.date(self.as_of)
    }

    /// What an audience is called.
    pub fn audience(&self, audience: Audience) -> String {
        self.word(&format!("audience_{}", audience.as_str()))
    }

    /// The link to a page.
    pub fn href(&self, kind: &PageKind) -> String {
        match self.book {
            Some(book) => Plan::within(book, kind),
            None => self.plan.href(self.lang, kind),
        }
    }

    /// The link to a place in a page.
    pub fn href_to(&self, kind: &PageKind, place: &str) -> String {
        match self.book {
            Some(book) => Plan::within(book, kind),
            None => format!("{}#{place}", self.plan.href(self.lang, kind)),
        }
    }

    /// The guidance that stands on an audience's entry page.
    pub fn entry_of(&self, audience: Audience) -> Option<&'g Guidance> {
        let id = self.plan.entry(audience)?;
        self.district.guidance.get(&(audience, id.clone())).map(|it| &it.value)
    }

    /// Words in the page's language, or else in the default one; then with the
    /// language to mark them with, which is empty where they are in the page's
    /// own.
    pub fn words_in<'t, T>(&self, words: &'t Translations<T>) -> (&'t T, String) {
        let default = self.plan.default_lang();
        match words.in_lang(self.lang) {
            Some(there) => (there, String::new()),
            None if self.lang == default => (&words.own, String::new()),
            None => (&words.own, default.to_string()),
        }
    }
}
