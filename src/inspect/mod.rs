//! Finished sites, looked at byte by byte: what they weigh, how they are built,
//! where they lead, whether they can be read.
//!
//! `check` judges what a district has written; this room judges what became of
//! it, whatever theme it went through. It changes nothing, reads no file and
//! knows no template. All schools' pages are stamped from the same stencils, so
//! one school stands for all of them unless all are asked for.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use crate::diag::Diagnostic;
use crate::diag::code::Fault;
use crate::model::value::{Audience, Lang, PageId};
use crate::model::{District, Translations};
use crate::site::plan::{Page, PageKind, Plan};
use crate::site::{Leaf, OutputFile, Site};
use crate::source::FileId;
use crate::source::place::Place;

mod colour;
mod structure;
mod traces;
mod weight;

use structure::Facts;

/// How closely a site is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Extent {
    /// Each page by itself, and the links between them.
    Pages,
    /// The site as a whole as well: every file is compressed to be weighed.
    Whole,
}

/// Where texts come from.
#[derive(Debug, Clone, Copy)]
pub struct Origin<'o> {
    /// The district.
    pub district: &'o District,
    /// Where pages lie.
    pub plan: &'o Plan,
}

/// A page of a site.
#[derive(Debug)]
struct Sheet<'s> {
    /// What it is, where it is a planned page.
    page: Option<&'s Page>,
    /// The file.
    file: &'s OutputFile,
    /// Its text.
    html: &'s str,
    /// What stands in it.
    facts: Facts,
}

/// Looks at a site, beside which these sheets lie. The same fault on many pages
/// is reported for the first one: it stands in the theme and is put right there.
pub fn inspect(
    origin: Origin<'_>,
    site: &Site,
    leaves: &[Leaf],
    extent: Extent,
) -> Vec<Diagnostic> {
    let beside = leaves.iter().map(|it| it.path.as_str());
    let mut found = look(origin, site, beside);
    if extent == Extent::Whole {
        let faults = weight::site(origin.plan, site).into_iter();
        found.extend(faults.map(|it| Diagnostic::new(it, Place::Nowhere)));
    }
    found
}

/// Looks at the pages above the schools, by the same rules. They lead to files
/// that are not among them.
pub fn inspect_front(origin: Origin<'_>, site: &Site, below: &BTreeSet<String>) -> Vec<Diagnostic> {
    look(origin, site, below.iter().map(String::as_str))
}

/// Looks at the pages of a site, from which links may lead to files `beyond` it.
fn look<'b>(
    origin: Origin<'_>,
    site: &'b Site,
    beyond: impl Iterator<Item = &'b str>,
) -> Vec<Diagnostic> {
    let planned: BTreeMap<&str, &Page> =
        origin.plan.pages.iter().map(|it| (it.path.as_str(), it)).collect();
    let sheet = |file| read(file, planned.get(path_of(file)).copied());
    let sheets: Vec<Sheet<'_>> = site.files.par_iter().filter_map(sheet).collect();
    let by_path: BTreeMap<&str, &Sheet<'_>> =
        sheets.iter().map(|it| (path_of(it.file), it)).collect();
    let files: BTreeSet<&str> = site.files.iter().map(path_of).chain(beyond).collect();

    let of_page = |sheet: &Sheet<'_>| {
        let path = path_of(sheet.file);
        let mut faults = sheet.page.map_or(Vec::new(), |page| weight::page(page, sheet.html));
        faults.extend(sheet.page.iter().flat_map(|it| traces::traces(it, sheet.html)));
        faults.extend(structure::faults(path, &sheet.facts));
        let kind = sheet.page.map(|it| &it.kind);
        faults.extend(structure::fields(kind, path, &sheet.facts));
        let target = |it: &str| files.contains(it).then(|| by_path.get(it).map(|it| &it.facts));
        faults.extend(structure::dead_links(path, &sheet.facts, target));
        let place =
            sheet.page.and_then(|it| text_of(origin, it)).map_or(Place::Nowhere, Place::File);
        faults.into_iter().map(move |it| Diagnostic::new(it, place.clone())).collect::<Vec<_>>()
    };
    let found: Vec<Vec<Diagnostic>> = sheets.par_iter().map(of_page).collect();

    let mut seen = BTreeSet::new();
    let first = |it: &Diagnostic| seen.insert((it.code(), what(&it.fault)));
    let mut found: Vec<Diagnostic> = found.into_iter().flatten().filter(first).collect();
    let of_site = colour::faults(sheets.iter().map(|it| it.html));
    found.extend(of_site.into_iter().map(|it| Diagnostic::new(it, Place::Nowhere)));
    found
}

/// Whether a fault of a page can come from a fault of its text, which was
/// reported where it was written.
pub fn is_of_text(fault: &Fault) -> bool {
    matches!(
        fault,
        Fault::HeadingOrder { .. }
            | Fault::AnchorTwice { .. }
            | Fault::DeadLink { .. }
            | Fault::TellingTrace { .. }
    )
}

/// Whether two faults are one: pages of two schools that differ by a few bytes are
/// put right in the same place.
pub fn is_same(one: &Diagnostic, other: &Diagnostic) -> bool {
    let named = what(&one.fault);
    let alike = one.code() == other.code() && !named.is_empty() && named == what(&other.fault);
    alike || one == other
}

/// Reads a file if it is a page.
fn read<'s>(file: &'s OutputFile, page: Option<&'s Page>) -> Option<Sheet<'s>> {
    let html =
        std::str::from_utf8(&file.bytes).ok().filter(|_| path_of(file).ends_with(".html"))?;
    Some(Sheet { page, file, html, facts: Facts::of(html) })
}

/// Where a file lies.
fn path_of(file: &OutputFile) -> &str {
    file.path.as_str()
}

/// What tells two faults of the same kind apart: for those that a template
/// repeats, not the page.
fn what(fault: &Fault) -> String {
    match fault {
        Fault::AsksForMore { what, .. }
        | Fault::BlockedCode { what, .. }
        | Fault::FieldToFill { what, .. }
        | Fault::Nameless { what, .. } => what.clone(),
        Fault::AnchorTwice { anchor, .. } => anchor.clone(),
        Fault::DeadLink { href, .. } => href.clone(),
        Fault::HeadingOrder { path, .. }
        | Fault::PageTooHeavy { path, .. }
        | Fault::PageFarTooHeavy { path, .. }
        | Fault::ScriptTooHeavy { path, .. }
        | Fault::TellingTrace { path, .. }
        | Fault::BookTooHeavy { path, .. } => path.clone(),
        Fault::SiteTooHeavy { school, lang, .. } => format!("{school} {lang}"),
        _ => String::new(),
    }
}

/// The file whose text a page shows, where it is one.
fn text_of(origin: Origin<'_>, page: &Page) -> Option<FileId> {
    let Origin { district, plan } = origin;
    let guidance = |audience: Audience, id: &PageId| {
        let it = district.guidance.get(&(audience, id.clone()))?;
        Some(file_in(it.file, &it.value.words, &page.lang))
    };
    match &page.kind {
        PageKind::Entry(audience) => guidance(*audience, plan.entry(*audience)?),
        PageKind::Guidance(audience, id) => guidance(*audience, id),
        PageKind::Protocol(id) => {
            let it = district.protocols.get(id)?;
            Some(file_in(it.file, &it.value.words, &page.lang))
        }
        PageKind::Form(id) => {
            let it = district.forms.get(id)?;
            Some(file_in(it.file, &it.value.words, &page.lang))
        }
        PageKind::Policy(id) => {
            let it = district.policies.get(id)?;
            Some(file_in(it.file, &it.value.words, &page.lang))
        }
        _ => None,
    }
}

/// The file of the words in a language, or else of those in the default one.
fn file_in<T>(own: FileId, words: &Translations<T>, lang: &Lang) -> FileId {
    words.others.get(lang).map_or(own, |it| it.file)
}
