//! All pages of one language that telephones of staff keep, in one small file, and
//! what a school fills into them in another.
//!
//! The packet holds the very stencils, compressed as one text: nine tenths of a
//! page are what every page has. It is made once for a language, and is the same
//! at every school. Numbers, hours, people and the day stand in the fills, so that
//! a changed number leaves the packet as it is.
//!
//! A telephone may have the packet of last month and the fills of today. So holes
//! have names that follow from what they are, not numbers, and each stencil has a
//! mark: what a telephone has of a page it uses as long as the mark is the same.

use std::collections::BTreeMap;

use crate::site::gzip::gzip;
use crate::site::hash::Recipe;
use crate::site::plan::Plan;

use super::stencil::{HoleId, Holes, Stencil};

/// The digits of a mark: enough that two texts of one page never share it by
/// chance.
const DIGITS: usize = 8;

/// The packet of one language.
#[derive(Debug)]
pub struct Packet {
    /// The file: by the name of the page its mark, and a list of text and hole in
    /// turn.
    bytes: Vec<u8>,
    /// What the file follows from.
    recipe: Recipe,
    /// The mark of each page's stencil, by the page's place in the plan.
    marks: BTreeMap<usize, String>,
    /// The holes that stand in it, each with its name.
    holes: Vec<(HoleId, String)>,
}

impl Packet {
    /// Packs those of these pages that are kept.
    pub fn of(plan: &Plan, pages: &BTreeMap<usize, Stencil>, holes: &Holes) -> Packet {
        let names: Vec<String> =
            holes.all().iter().map(|it| short(&Recipe::of(format!("{it:?}").as_bytes()))).collect();
        let name = |it: HoleId| it.of(&names).map_or("", String::as_str);
        let mut sheets = BTreeMap::new();
        let mut marks = BTreeMap::new();
        let mut used = BTreeMap::new();
        for (at, stencil) in pages {
            let Some(page) = plan.pages.get(*at).filter(|it| it.kind.is_kept()) else { continue };
            let pieces = stencil.pieces();
            let turns = pieces.iter().flat_map(|(text, hole)| [text.as_str(), name(*hole)]);
            let sheet: Vec<&str> = turns.chain([stencil.rest()]).collect();
            let mark = short(&Recipe::made("sheet", sheet.iter().map(|it| it.as_bytes())));
            used.extend(pieces.iter().map(|(_, hole)| (*hole, name(*hole).to_owned())));
            sheets.insert(page.path.name(), (mark.clone(), sheet));
            marks.insert(*at, mark);
        }
        let bytes = gzip(&serde_json::to_vec(&sheets).unwrap_or_default());
        let recipe = Recipe::of(&bytes);
        Packet { bytes, recipe, marks, holes: used.into_iter().collect() }
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

    /// What one school fills into the packet: by the name of the hole its text.
    /// `texts` are in the order of [`Holes::all`].
    pub fn fills(&self, texts: &[impl AsRef<str>]) -> Vec<u8> {
        let named = self.holes.iter();
        let fills: BTreeMap<&str, &str> = named
            .filter_map(|(hole, name)| Some((name.as_str(), hole.of(texts)?.as_ref())))
            .collect();
        serde_json::to_vec(&fills).unwrap_or_default()
    }

    /// What the fills follow from; `fills` are the recipes of the texts.
    pub fn fills_recipe(&self, fills: &[Recipe]) -> Recipe {
        let parts = self
            .holes
            .iter()
            .filter_map(|(hole, name)| Some([name.as_bytes(), hole.of(fills)?.bytes()]));
        Recipe::made("fills", parts.flatten())
    }
}

/// The first digits of a recipe, to tell texts apart.
pub fn short(recipe: &Recipe) -> String {
    recipe.to_string()[..DIGITS].to_owned()
}
