//! What keeps the pages for staff on a telephone: for each language a worker with
//! the list of the pages, and the pages in two files that travel lightly.
//!
//! The list holds two marks for each page: of all that it says, and of its
//! stencil. A telephone asks for a page only where the first has changed; what the
//! second is for, [`super::packet`] says. The day that stands at the foot of every
//! page does not count: a page that says the same is not fetched again.
//!
//! Pages for children are in none of these files, and no page for children names
//! a worker.

use std::fmt::Write as _;

use crate::site::hash::Recipe;
use crate::site::plan::{FILLS, PACKET, Page, WORKER};
use crate::site::{Draft, OutputFile};

use super::Fills;
use super::packet::{Packet, short};
use super::script;
use super::stencil::{Hole, Stencil};

/// The worker, as it is written.
const SOURCE: &str = include_str!("script/worker.js");

/// What keeps these pages of one school and language; nothing where none is for
/// staff.
pub fn drafts<'s>(
    fills: &'s Fills<'_, '_>,
    pages: &[(usize, &'s Page, &'s Stencil)],
) -> Vec<Draft<'s>> {
    let kept = || pages.iter().filter(|(_, page, _)| page.kind.is_kept());
    let Some((_, first, _)) = kept().next() else { return Vec::new() };
    let packet = fills.packet;
    let undated = undated(fills);
    let marked = kept().map(|(at, page, stencil)| {
        let own = packet.map_or("", |it| it.mark(*at));
        (page.path.name(), short(&stencil.recipe(&undated)) + own)
    });
    let path = first.path.beside(WORKER);
    let mut drafts = vec![Draft::from(OutputFile { path, bytes: worker(marked).into_bytes() })];
    drafts.extend(packet.into_iter().flat_map(|it| packed(first, fills, it)));
    drafts
}

/// The packet and its fills, beside a page.
fn packed<'s>(page: &Page, fills: &'s Fills<'_, '_>, packet: &'s Packet) -> [Draft<'s>; 2] {
    [
        Draft::new(page.path.beside(PACKET), packet.recipe(), || Ok(packet.bytes().to_vec())),
        Draft::new(page.path.beside(FILLS), packet.fills_recipe(&fills.recipes), || {
            Ok(packet.fills(&fills.texts))
        }),
    ]
}

/// The recipes of what fills the holes, the same on every day.
fn undated(fills: &Fills<'_, '_>) -> Vec<Recipe> {
    let holes = fills.volume.holes.all().iter();
    let of =
        |(hole, own): (&Hole, &Recipe)| if *hole == Hole::Day { Recipe::of(b"") } else { *own };
    holes.zip(&fills.recipes).map(of).collect()
}

/// The worker for these pages, each with its marks.
fn worker<'p>(pages: impl Iterator<Item = (&'p str, String)>) -> String {
    let mut list = String::new();
    for (name, marks) in pages {
        let _ = writeln!(list, "\"{name}\":\"{marks}\",");
    }
    format!("const pages = {{\n{list}}};\n{}\n", script::squeeze(SOURCE))
}
