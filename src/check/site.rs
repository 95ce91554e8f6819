//! Rules about finished pages.

use std::io::Write;

use flate2::Compression;
use flate2::write::GzEncoder;

use crate::diag::Diagnostic;
use crate::diag::code::Fault;
use crate::model::value::Audience;
use crate::site::plan::{Page, PageKind};
use crate::source::place::Place;

/// What any page may weigh, compressed: it fits into the first answer of a
/// server, so that one round trip is enough.
const ANY: usize = 8 * 1024;
/// What a child's page may weigh.
const CHILD: usize = 4 * 1024;
/// What a page that is opened in fear or haste may weigh.
const FIRST: usize = 3 * 1024;

/// [`Fault::PageTooHeavy`]: a page heavier than its budget.
pub fn weigh(page: &Page, bytes: &[u8]) -> Option<Diagnostic> {
    let limit = budget(&page.kind);
    // What is small before it is compressed need not be weighed.
    let weight = if bytes.len() <= limit { bytes.len() } else { gzip(bytes) };
    let fault = Fault::PageTooHeavy { path: page.path.to_string(), bytes: weight, limit };
    (weight > limit).then(|| Diagnostic::new(fault, Place::Nowhere))
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
