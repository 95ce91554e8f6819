//! Typesetting: a template and a view to the bytes of a PDF, by typst.
//!
//! A closed world: the templates and fonts are given when the [`Engine`] is
//! made, the view comes with each sheet, and everything else is refused. There
//! is no file, no network, no clock, and so the same view gives the same bytes.
//! Sheets are PDF/UA-1: tagged, titled, with their language.
//!
//! **Invariant:** the paths of the world are the templates' only. Typst keeps
//! each path for the life of the process, so no path is made of content.

use std::collections::{BTreeMap, BTreeSet};

use lopdf::{Document, SaveOptions};
use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime, Dict, Duration, Label, Smart, Str};
use typst::introspection::Introspector as _;
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Coverage, Font, FontBook};
use typst::utils::{LazyHash, PicoStr};
use typst::{Library, LibraryExt, World, WorldExt};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use crate::error::Error;
use crate::source::SourceTree;

use super::Fit;
use super::ink::Ink;

/// Where templates of sheets lie in a theme.
const FOLDER: &str = "print/";

/// A template puts this label where a text is larger than its frame.
const SPILLS: &str = "spills";

/// So many objects are packed together: the more, the smaller the file.
const PACKED: usize = 10_000;

/// Templates and fonts, ready to be used by many threads.
pub struct Engine {
    /// The fonts.
    fonts: Vec<Font>,
    /// What typst knows of them.
    book: LazyHash<FontBook>,
    /// The signs that every one of them has.
    has: Coverage,
    /// The templates.
    sources: Vec<Source>,
}

/// A sheet as a PDF.
#[derive(Debug, PartialEq, Eq)]
pub struct Typeset {
    /// The file.
    pub bytes: Vec<u8>,
    /// How many pages it has.
    pub pages: usize,
    /// Whether all of it stands within its frames.
    pub fit: Fit,
}

impl Engine {
    /// Loads a theme's templates and these fonts.
    ///
    /// # Errors
    /// When a template's path cannot be used.
    pub fn new(theme: &SourceTree, fonts: Vec<&'static [u8]>) -> Result<Engine, Error> {
        let fonts: Vec<Font> =
            fonts.into_iter().flat_map(|it| Font::iter(Bytes::new(it))).collect();
        let templates = theme
            .files()
            .filter(|(_, it)| it.path.starts_with(FOLDER) && it.path.ends_with(".typ"));
        let source = |(id, it): (crate::source::FileId, &crate::source::SourceFile)| {
            let file = file(it.path.trim_start_matches(FOLDER))?;
            Ok(Source::new(file, theme.text(id).to_owned()))
        };
        let sources = templates.map(source).collect::<Result<_, Error>>()?;
        let all = fonts.iter().map(|it| it.info().coverage.iter().collect::<BTreeSet<u32>>());
        let has = all.reduce(|a, b| &a & &b).unwrap_or_default();
        Ok(Engine {
            book: LazyHash::new(FontBook::from_fonts(&fonts)),
            fonts,
            has: Coverage::from_vec(has.into_iter().collect()),
            sources,
        })
    }

    /// The signs of a view that cannot be printed.
    pub fn lost(&self, view: &serde_json::Value) -> BTreeSet<char> {
        let mut ink = Ink { has: &self.has, lost: BTreeSet::new() };
        ink.value(view);
        ink.lost
    }

    /// Sets a sheet. `words` are the theme's, for the template.
    ///
    /// # Errors
    /// When the template fails.
    pub fn set(
        &self,
        template: &str,
        view: &serde_json::Value,
        words: &BTreeMap<String, String>,
    ) -> Result<Typeset, Error> {
        let fail = |why: String| Error::Template { template: template.to_owned(), why };
        let mut ink = Ink { has: &self.has, lost: BTreeSet::new() };
        let mut inputs = Dict::new();
        inputs.insert(Str::from("sheet"), ink.value(view));
        let words = serde_json::to_value(words).map_err(|it| fail(it.to_string()))?;
        inputs.insert(Str::from("words"), ink.value(&words));
        let sheet = Sheet {
            engine: self,
            main: file(template)?,
            standard: LazyHash::new(Library::builder().with_inputs(inputs).build()),
        };
        sheet.export().map_err(fail)
    }
}

/// Forgets what typst remembers of sheets set before the last `keep` calls of
/// this function, so that memory does not grow with the number of schools.
pub fn forget(keep: usize) {
    typst::comemo::evict(keep);
}

/// The world of one sheet.
struct Sheet<'e> {
    /// Templates and fonts.
    engine: &'e Engine,
    /// Its template.
    main: FileId,
    /// The functions of templates, and the view.
    standard: LazyHash<Library>,
}

impl Sheet<'_> {
    /// The file; or why not. A warning is a reason as well: a font that is missing
    /// would change every sheet and nobody would know.
    fn export(&self) -> Result<Typeset, String> {
        let compiled = typst::compile::<PagedDocument>(self);
        let document = compiled.output.map_err(|it| self.why(&it))?;
        if !compiled.warnings.is_empty() {
            return Err(self.why(&compiled.warnings));
        }
        let options = PdfOptions {
            ident: Smart::Custom("teduh".to_owned()),
            creator: Smart::Custom(Some("teduh".to_owned())),
            standards: PdfStandards::new(&[PdfStandard::Ua_1])
                .map_err(|it| it.message().to_string())?,
            ..PdfOptions::default()
        };
        let bytes = typst_pdf::pdf(&document, &options).map_err(|it| self.why(&it))?;
        let spills = Label::new(PicoStr::intern(SPILLS))
            .is_some_and(|it| document.introspector().label_count(it) > 0);
        Ok(Typeset {
            bytes: squeeze(&bytes).unwrap_or(bytes),
            pages: document.pages().len(),
            fit: if spills { Fit::Spills } else { Fit::Within },
        })
    }

    /// The first of what typst has to say, with its line.
    fn why(&self, said: &[SourceDiagnostic]) -> String {
        let Some(first) = said.first() else { return String::new() };
        let place = first.span.id().and_then(|file| {
            let source = self.source(file).ok()?;
            let line = source.lines().byte_to_line(self.range(first.span)?.start)? + 1;
            Some(format!(" ({}:{line})", file.get().vpath().get_without_slash()))
        });
        format!("{}{}", first.message, place.unwrap_or_default())
    }
}

impl World for Sheet<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &self.standard
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.engine.book
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        let found = self.engine.sources.iter().find(|it| it.id() == id);
        found.cloned().ok_or(FileError::AccessDenied)
    }

    fn file(&self, _: FileId) -> FileResult<Bytes> {
        Err(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.engine.fonts.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

/// A template's path in the world.
fn file(name: &str) -> Result<FileId, Error> {
    let path = VirtualPath::new(name)
        .map_err(|it| Error::Template { template: name.to_owned(), why: it.to_string() })?;
    Ok(RootedPath::new(VirtualRoot::Project, path).intern())
}

/// The same document with its objects packed together; tags take half of a file
/// otherwise.
fn squeeze(bytes: &[u8]) -> Option<Vec<u8>> {
    packed(&mut Document::load_mem(bytes).ok()?)
}

/// A document as a file, its objects packed together.
pub fn packed(document: &mut Document) -> Option<Vec<u8>> {
    let options = SaveOptions::builder()
        .use_object_streams(true)
        .max_objects_per_stream(PACKED)
        .use_xref_streams(true)
        .compression_level(9)
        .build();
    let mut packed = Vec::new();
    document.save_with_options(&mut packed, options).ok()?;
    Some(packed)
}

impl std::fmt::Debug for Engine {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Engine").field("sources", &self.sources.len()).finish_non_exhaustive()
    }
}
