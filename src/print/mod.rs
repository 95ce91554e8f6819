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
use crate::model::words::{Catalogue, Words};
use crate::resolve::edition::Edition;
use crate::source::SourceTree;

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
mod ink;
mod leaf;
mod messages;
#[cfg(feature = "pdf")]
mod pdf;
mod poster;
mod view;

/// Where sheets lie below a school's folder.
pub const FOLDER: &str = "cetak";

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

    /// The words of a school's first language.
    pub fn words(&self, edition: &Edition<'_>) -> Option<&'p Catalogue> {
        self.words.0.get(edition.languages[0])
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
    pub fn make(&self, draft: &Draft, words: &Catalogue) -> Result<Vec<u8>, Error> {
        match &draft.content {
            Content::Plain(text) => Ok(text.clone().into_bytes()),
            Content::Sheet(layout) => self.set(layout, words),
        }
    }

    /// Nothing: there is no typesetter, so nobody asks.
    #[cfg(not(feature = "pdf"))]
    #[expect(clippy::unused_self, clippy::unnecessary_wraps, reason = "as with the typesetter")]
    fn set(&self, _: &Layout, _: &Catalogue) -> Result<Vec<u8>, Error> {
        Ok(Vec::new())
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

    /// Sets a sheet in the largest letters with which it fits its pages, or in
    /// the smallest there are.
    #[cfg(feature = "pdf")]
    fn set(&self, layout: &Layout, words: &Catalogue) -> Result<Vec<u8>, Error> {
        let mut bytes = Vec::new();
        for size in &layout.sizes {
            let mut view = layout.view.clone();
            if let Some(fields) = view.as_object_mut() {
                fields.insert("size".to_owned(), (*size).into());
            }
            let typeset = self.engine.set(layout.template, &view, &words.words)?;
            bytes = typeset.bytes;
            if layout.pages.is_none_or(|it| typeset.pages <= it) {
                break;
            }
        }
        Ok(match layout.folding {
            draft::Folding::Flat => bytes,
            draft::Folding::Booklet => imposition::booklet(&bytes).unwrap_or(bytes),
        })
    }
}

/// Lets go of what was remembered of earlier sheets; called after each batch of
/// schools, so that memory does not grow with their number.
pub fn forget() {
    #[cfg(feature = "pdf")]
    pdf::forget(KEPT);
}

/// Of so many earlier batches the typesetter remembers something.
#[cfg(feature = "pdf")]
const KEPT: usize = 0;
