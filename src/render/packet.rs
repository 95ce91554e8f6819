//! All pages of one language that telephones of staff keep, in one small file, and
//! what a school fills into them in another.
//!
//! The packet holds the very stencils, compressed as one text: nine tenths of a
//! page are what every page has. It is made once for a language, and is the same
//! at every school. Numbers, hours, people and the day stand in the fills, so that
//! a changed number leaves the packet as it is. What is long and says none of them
//! (the index) stands in the packet as most schools have it; the others say it
//! themselves.
//!
//! A telephone may have the packet of last month and the fills of today. So holes
//! have names that follow from what they are and what the packet fills them with,
//! not numbers, and each stencil has a mark: what a telephone has of a page it uses
//! as long as the mark is the same.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::site::gzip::gzip;
use crate::site::hash::Recipe;
use crate::site::plan::Plan;

use super::stencil::{Filling, Hole, HoleId, Stencil};
use super::volume::Volume;

/// The digits of a mark: enough that two texts of one page never share it by
/// chance.
const DIGITS: usize = 8;

/// The packet of one language.
#[derive(Debug)]
pub struct Packet {
    /// The file.
    bytes: Vec<u8>,
    /// What the file follows from.
    recipe: Recipe,
    /// The mark of each page's stencil, by the page's place in the plan.
    marks: BTreeMap<usize, String>,
    /// The holes that stand in it, each with its name.
    holes: Vec<(HoleId, Named)>,
}

/// A hole as telephones know it.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Named {
    /// Its name.
    name: String,
    /// What the packet fills it with, where it does.
    usual: Option<String>,
}

/// What the file holds.
#[derive(Serialize)]
struct Sheets<'p> {
    /// By the name of the page its mark, and text and hole in turn.
    sheets: BTreeMap<&'p str, (String, Vec<&'p str>)>,
    /// By the name of the hole its text, where a school says nothing else.
    fills: BTreeMap<&'p str, &'p str>,
}

impl Packet {
    /// Packs those of a volume's pages that are kept; `usual` is what most schools
    /// put into its holes, in order.
    pub fn of(plan: &Plan, volume: &Volume<'_>, usual: &[Option<Filling>]) -> Packet {
        let all = volume.holes.all().iter().enumerate();
        let named = all.map(|(at, it)| Named::of(it, usual.get(at).and_then(Option::as_ref)));
        let named: Vec<Named> = named.collect();
        let name = |it: HoleId| it.of(&named).map_or("", |it| it.name.as_str());
        let mut marks = BTreeMap::new();
        let mut used = BTreeMap::new();
        let mut sheets = BTreeMap::new();
        for (at, stencil) in &volume.pages {
            let Some(page) = plan.pages.get(*at).filter(|it| it.kind.is_kept()) else { continue };
            let sheet = turns(stencil, &name);
            let mark = short(&Recipe::made("sheet", sheet.iter().map(|it| it.as_bytes())));
            let there = stencil.pieces().iter();
            used.extend(there.filter_map(|(_, hole)| Some((*hole, hole.of(&named)?))));
            sheets.insert(page.path.name(), (mark.clone(), sheet));
            marks.insert(*at, mark);
        }
        let fills = used.values().filter_map(|it| Some((it.name.as_str(), it.usual.as_deref()?)));
        let file = Sheets { sheets, fills: fills.collect() };
        let bytes = gzip(&serde_json::to_vec(&file).unwrap_or_default());
        let recipe = Recipe::of(&bytes);
        let holes = used.into_iter().map(|(hole, named)| (hole, named.clone())).collect();
        Packet { bytes, recipe, marks, holes }
    }

    /// The file.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// What the file follows from.
    pub fn recipe(&self) -> Recipe {
        self.recipe
    }

    /// The mark of the stencil of the page at this place in the plan.
    pub fn mark(&self, at: usize) -> &str {
        self.marks.get(&at).map_or("", String::as_str)
    }

    /// What one school fills into the packet: by the name of the hole its text,
    /// where the packet does not say it. `texts` are in the order of the holes.
    pub fn fills(&self, texts: &[impl AsRef<str>]) -> Vec<u8> {
        let own = self.holes.iter().filter_map(|(hole, named)| {
            let text = hole.of(texts)?.as_ref();
            (named.usual.as_deref() != Some(text)).then_some((named.name.as_str(), text))
        });
        serde_json::to_vec(&own.collect::<BTreeMap<&str, &str>>()).unwrap_or_default()
    }

    /// What the fills follow from; `fills` are the recipes of the texts.
    pub fn fills_recipe(&self, fills: &[Recipe]) -> Recipe {
        let holes = self.holes.iter();
        let parts =
            holes.filter_map(|(hole, it)| Some([it.name.as_bytes(), hole.of(fills)?.bytes()]));
        Recipe::made("fills", parts.flatten())
    }
}

impl Named {
    /// A hole that most schools fill with this.
    fn of(hole: &Hole, usual: Option<&Filling>) -> Named {
        // Long, and without a number.
        let packed = matches!(hole, Hole::Index | Hole::Policies(_));
        let usual = usual.filter(|_| packed).map(|it| it.text.clone());
        let parts = [format!("{hole:?}"), usual.clone().unwrap_or_default()];
        let name = short(&Recipe::made("hole", parts.iter().map(String::as_bytes)));
        Named { name, usual }
    }
}

/// A stencil as text and the name of a hole in turn; a text comes last.
fn turns<'s>(stencil: &'s Stencil, name: &impl Fn(HoleId) -> &'s str) -> Vec<&'s str> {
    let pieces = stencil.pieces().iter();
    pieces.flat_map(|(text, hole)| [text.as_str(), name(*hole)]).chain([stencil.rest()]).collect()
}

/// The first digits of a recipe, to tell texts apart.
pub fn short(recipe: &Recipe) -> String {
    recipe.to_string()[..DIGITS].to_owned()
}
