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
use typst::foundations::{Bytes, Datetime, Duration, Label, Smart};
use typst::introspection::Introspector as _;
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Coverage, Font, FontBook};
use typst::utils::{LazyHash, PicoStr};
use typst::{Library, LibraryExt, World, WorldExt};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use crate::error::Error;
use crate::source::SourceTree;

use super::ink::Ink;
use super::tidy::tidy;
use super::{Fit, index};

/// Where templates of sheets lie in a theme.
const FOLDER: &str = "print/";

/// What a template reads to find its view and words: no file, though to typst
/// it looks like one.
///
/// They might be inputs of the standard library; but then every sheet had a
/// library of its own, and typst, which knows a paragraph it has set before,
/// would know none.
const VIEW: &str = "view.json";

/// What a template reads to find the imprint of its view alone.
const IMPRINT: &str = "imprint.json";

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
    /// The functions of templates.
    standard: LazyHash<Library>,
    /// What a template reads to find its view.
    view: FileId,
    /// What it reads to find the imprint.
    imprint: FileId,
}

/// A sheet whose pages are known, and not yet a file.
pub struct Laid<'e> {
    /// Its world.
    sheet: Sheet<'e>,
    /// Its pages.
    document: PagedDocument,
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
            standard: LazyHash::new(Library::default()),
            view: file(VIEW)?,
            imprint: file(IMPRINT)?,
        })
    }

    /// The signs of a view that cannot be printed.
    pub fn lost(&self, view: &serde_json::Value) -> BTreeSet<char> {
        let mut ink = Ink { has: &self.has, lost: BTreeSet::new() };
        ink.view(view);
        ink.lost
    }

    /// Lays out a sheet. `words` are the theme's, for the template.
    ///
    /// # Errors
    /// When the template fails.
    pub fn lay(
        &self,
        template: &str,
        view: &serde_json::Value,
        words: &BTreeMap<String, String>,
    ) -> Result<Laid<'_>, Error> {
        let mut ink = Ink { has: &self.has, lost: BTreeSet::new() };
        let words = words.iter().map(|(key, it)| (key.clone(), it.as_str().into()));
        let words = serde_json::Value::Object(words.collect());
        let view = serde_json::json!({ "sheet": ink.view(view), "words": ink.view(&words) });
        let json = |it: &serde_json::Value| Bytes::new(it.to_string().into_bytes());
        let (imprint, view) = (json(&view["sheet"]["imprint"]), json(&view));
        let sheet = Sheet { engine: self, main: file(template)?, view, imprint };
        let document = sheet.document().map_err(|it| fail(template, it))?;
        Ok(Laid { sheet, document })
    }
}

impl Laid<'_> {
    /// How many pages it has.
    pub fn pages(&self) -> usize {
        self.document.pages().len()
    }

    /// Whether all of it stands within its frames.
    pub fn fit(&self) -> Fit {
        let spills = Label::new(PicoStr::intern(SPILLS))
            .is_some_and(|it| self.document.introspector().label_count(it) > 0);
        if spills { Fit::Spills } else { Fit::Within }
    }

    /// The file, for readers.
    ///
    /// # Errors
    /// When it cannot be one that everybody can read.
    pub fn pdf(&self) -> Result<Vec<u8>, Error> {
        let standards = PdfStandards::new(&[PdfStandard::Ua_1])
            .map_err(|it| fail(self.sheet.template(), it.message().to_string()))?;
        let bytes = self.export(PdfOptions { standards, ..PdfOptions::default() })?;
        Ok(squeeze(&bytes).unwrap_or(bytes))
    }

    /// The same for a copier, without tags.
    ///
    /// # Errors
    /// As of the other.
    pub fn untagged(&self) -> Result<Vec<u8>, Error> {
        self.export(PdfOptions { tagged: false, ..PdfOptions::default() })
    }

    /// A file as these options want it.
    fn export(&self, options: PdfOptions) -> Result<Vec<u8>, Error> {
        let options = PdfOptions {
            ident: Smart::Custom("teduh".to_owned()),
            creator: Smart::Custom(Some("teduh".to_owned())),
            ..options
        };
        let bytes = typst_pdf::pdf(&self.document, &options);
        bytes.map_err(|it| fail(self.sheet.template(), self.sheet.why(&it)))
    }
}

/// A template that failed.
fn fail(template: &str, why: String) -> Error {
    Error::Template { template: template.to_owned(), why }
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
    /// Its view and the theme's words, as JSON.
    view: Bytes,
    /// The view's imprint.
    imprint: Bytes,
}

impl Sheet<'_> {
    /// Its template's name.
    fn template(&self) -> &str {
        self.main.get().vpath().get_without_slash()
    }

    /// Its pages; or why not. A warning is a reason as well: a font that is
    /// missing would change every sheet and nobody would know.
    fn document(&self) -> Result<PagedDocument, String> {
        let compiled = typst::compile::<PagedDocument>(self);
        let document = compiled.output.map_err(|it| self.why(&it))?;
        if compiled.warnings.is_empty() { Ok(document) } else { Err(self.why(&compiled.warnings)) }
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
        &self.engine.standard
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

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        let files = [(self.engine.view, &self.view), (self.engine.imprint, &self.imprint)];
        let found = files.into_iter().find(|(it, _)| *it == id);
        found.map(|(_, it)| it.clone()).ok_or(FileError::AccessDenied)
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
    let mut document = Document::load_mem(bytes).ok()?;
    tidy(&mut document)?;
    packed(&mut document)
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
    Some(index::shortened(&packed).unwrap_or(packed))
}

impl std::fmt::Debug for Engine {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Engine").field("sources", &self.sources.len()).finish_non_exhaustive()
    }
}
