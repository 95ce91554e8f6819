//! Rules about finished pages.

use std::io::Write;

use flate2::Compression;
use flate2::write::GzEncoder;

use crate::diag::Diagnostic;
use crate::diag::code::Fault;
use crate::model::value::{Audience, Lang, PageId};
use crate::model::{District, Translations};
use crate::site::plan::{Page, PageKind, Plan};
use crate::source::FileId;
use crate::source::place::Place;

/// What any page may weigh, compressed: it fits into the first answer of a
/// server, so that one round trip is enough.
const ANY: usize = 8 * 1024;
/// What a child's page may weigh.
const CHILD: usize = 4 * 1024;
/// What a page that is opened in fear or haste may weigh.
const FIRST: usize = 3 * 1024;

/// [`Fault::PageTooHeavy`]: a page heavier than its budget.
pub fn weigh(district: &District, plan: &Plan, page: &Page, bytes: &[u8]) -> Option<Diagnostic> {
    let limit = budget(&page.kind);
    // What is small before it is compressed need not be weighed.
    let weight = if bytes.len() <= limit { bytes.len() } else { gzip(bytes) };
    let fault = Fault::PageTooHeavy { path: page.path.to_string(), bytes: weight, limit };
    let place = || text_of(district, plan, page).map_or(Place::Nowhere, Place::File);
    (weight > limit).then(|| Diagnostic::new(fault, place()))
}

/// The file whose text a page shows, where it is one.
fn text_of(district: &District, plan: &Plan, page: &Page) -> Option<FileId> {
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

/// A page's budget.
fn budget(kind: &PageKind) -> usize {
    match kind {
        PageKind::Home
        | PageKind::Entry(Audience::Child | Audience::Counsellor)
        | PageKind::Exit => FIRST,
        PageKind::Guidance(Audience::Child, _) | PageKind::Reading(Audience::Child) => CHILD,
        _ => ANY,
    }
}

/// How many bytes travel: `gzip -9`.
pub fn gzip(bytes: &[u8]) -> usize {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    let written = encoder.write_all(bytes).and_then(|()| encoder.finish());
    written.map_or(bytes.len(), |it| it.len())
}
