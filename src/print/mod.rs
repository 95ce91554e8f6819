//! Sheets to print and texts to send, made of the same records as the pages.
//!
//! A [`Draft`] is what a sheet says at one school, as plain structs: [`drafts`]
//! makes them, [`Press::make`] sets one. Between the two stands whoever knows
//! whether the same sheet was made before; a draft's [`Draft::recipe`] is all
//! that its bytes depend on, besides the program and its theme.
//!
//! This room writes no file and judges nothing. It knows no page: what a
//! service is called on both is told by [`crate::telling`].
//!
//! [`drafts`]: drafts::drafts

use std::collections::BTreeSet;

use crate::error::Error;
use crate::model::value::Lang;
use crate::model::words::{Catalogue, Words};
use crate::resolve::edition::Edition;
use crate::source::SourceTree;

#[cfg(feature = "pdf")]
use draft::Folding;
use draft::{Content, Draft, Layout};

mod body;
mod book;
mod calendar;
mod cards;
mod contacts;
mod desk;
#[cfg(feature = "pdf")]
mod dots;
pub mod draft;
pub mod drafts;
#[cfg(feature = "pdf")]
mod imposition;
#[cfg(feature = "pdf")]
mod index;
#[cfg(feature = "pdf")]
mod ink;
mod leaf;
mod messages;
#[cfg(feature = "pdf")]
mod pdf;
mod poster;
#[cfg(feature = "pdf")]
mod tidy;
mod view;

/// Where sheets of a language lie below a school's folder.
pub fn folder(edition: &Edition<'_>, lang: &Lang) -> String {
    if edition.languages.first() == Some(&lang) {
        "cetak".to_owned()
    } else {
        format!("cetak-{lang}")
    }
}

/// Whether a sheet stands within its pages and frames.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fit {
    /// All of it.
    Within,
    /// Even in the smallest letters it is too long.
    Spills,
}

/// A sheet that is made.
#[derive(Debug, PartialEq, Eq)]
pub struct Made {
    /// The file.
    pub bytes: Vec<u8>,
    /// Whether it has room enough.
    pub fit: Fit,
}

/// What sets sheets: one for the whole run, used by many threads.
#[derive(Debug)]
pub struct Press<'p> {
    /// The theme's words.
    words: &'p Words,
    /// The typesetter.
    #[cfg(feature = "pdf")]
    engine: pdf::Engine,
}

impl<'p> Press<'p> {
    /// A press with a theme's templates and words, and these fonts.
    ///
    /// # Errors
    /// When a template cannot be used.
    #[cfg(feature = "pdf")]
    pub fn new(
        theme: &SourceTree,
        words: &'p Words,
        fonts: Vec<&'static [u8]>,
    ) -> Result<Press<'p>, Error> {
        Ok(Press { words, engine: pdf::Engine::new(theme, fonts)? })
    }

    /// A press that makes texts only.
    ///
    /// # Errors
    /// Never.
    #[cfg(not(feature = "pdf"))]
    #[expect(clippy::unnecessary_wraps, reason = "as with the typesetter")]
    pub fn new(
        _: &SourceTree,
        words: &'p Words,
        _: Vec<&'static [u8]>,
    ) -> Result<Press<'p>, Error> {
        Ok(Press { words })
    }

    /// The words of a language.
    pub fn words(&self, lang: &Lang) -> Option<&'p Catalogue> {
        self.words.0.get(lang)
    }

    /// Whether a press can make a sheet: one that was built without the
    /// typesetter makes texts only.
    pub fn makes(draft: &Draft) -> bool {
        cfg!(feature = "pdf") || matches!(draft.content, Content::Plain(_))
    }

    /// Makes a sheet.
    ///
    /// # Errors
    /// When a template fails.
    pub fn make(&self, draft: &Draft, words: &Catalogue) -> Result<Made, Error> {
        match &draft.content {
            Content::Plain(text) => Ok(Made { bytes: text.clone().into_bytes(), fit: Fit::Within }),
            Content::Sheet(layout) => self.set(layout, words),
        }
    }

    /// Nothing: there is no typesetter, so nobody asks.
    #[cfg(not(feature = "pdf"))]
    #[expect(clippy::unused_self, clippy::unnecessary_wraps, reason = "as with the typesetter")]
    fn set(&self, _: &Layout, _: &Catalogue) -> Result<Made, Error> {
        Ok(Made { bytes: Vec::new(), fit: Fit::Within })
    }

    /// None: texts hold every sign.
    #[cfg(not(feature = "pdf"))]
    #[expect(clippy::unused_self, reason = "as with the typesetter")]
    pub fn lost(&self, _: &Draft) -> BTreeSet<char> {
        BTreeSet::new()
    }

    /// The signs of a sheet that cannot be printed.
    #[cfg(feature = "pdf")]
    pub fn lost(&self, draft: &Draft) -> BTreeSet<char> {
        match &draft.content {
            Content::Plain(_) => BTreeSet::new(),
            Content::Sheet(layout) => self.engine.lost(&layout.view),
        }
    }

    /// Sets a sheet in the largest letters with which it fits its pages; where it
    /// never does, in the largest with which it takes the fewest.
    #[cfg(feature = "pdf")]
    fn set(&self, layout: &Layout, words: &Catalogue) -> Result<Made, Error> {
        let lay = |size: f64| {
            let mut view = layout.view.clone();
            if let Some(fields) = view.as_object_mut() {
                fields.insert("size".to_owned(), size.into());
            }
            self.engine.lay(layout.template, &view, &words.words)
        };
        let (largest, smaller) = layout.sizes.split_first().unwrap_or((&USUAL, &[]));
        let mut laid = lay(*largest)?;
        for size in smaller {
            if laid.fit() == Fit::Within && layout.holds(laid.pages()) {
                break;
            }
            let next = lay(*size)?;
            if laid.fit() == Fit::Spills || next.pages() < laid.pages() {
                laid = next;
            }
        }
        let spills = laid.fit() == Fit::Spills || layout.spills(laid.pages());
        let bytes = match layout.folding {
            Folding::Flat => laid.pdf()?,
            Folding::Booklet => {
                let flat = laid.untagged()?;
                imposition::booklet(&flat).unwrap_or(flat)
            }
        };
        Ok(Made { bytes, fit: if spills { Fit::Spills } else { Fit::Within } })
    }
}

/// Lets go of what was remembered of earlier sheets; called after each batch of
/// schools, so that memory does not grow with their number.
pub fn forget() {
    #[cfg(feature = "pdf")]
    pdf::forget(KEPT);
}

/// Of so many earlier batches the typesetter remembers what it has used again:
/// the paragraphs that one school has in common with the next.
#[cfg(feature = "pdf")]
const KEPT: usize = 1;

/// The size of letters where a sheet names none, in points.
#[cfg(feature = "pdf")]
const USUAL: f64 = 10.0;
