//! Pages compiled once, stamped per school.
//!
//! A [`Stencil`] is finished, minified HTML, cut at every place where schools
//! differ. The pieces are the same in every school; only what stands between
//! them is made anew, once for each school and not once for each page.
//!
//! **Invariant:** a hole stands where text may stand, never inside a tag. What
//! fills it is whole, escaped HTML, so stamping is nothing but concatenation.

use std::collections::BTreeMap;

use crate::model::protocol::Suspect;
use crate::model::value::{Audience, Lang, NeedId, PolicyId, RoleId, ServiceId, SlotId};
use crate::site::hash::Recipe;
use crate::site::plan::Book;

/// Opens the number of a hole in text that is still to be cut. Content that
/// contains this character is refused when it is read.
const OPEN: char = '\u{e000}';
/// Closes it.
const CLOSE: char = '\u{e001}';

/// What a school puts into a hole.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Hole {
    /// The school's name.
    School,
    /// The check code.
    Code,
    /// The school's colour: a `<style>` of its own, in the head.
    Accent,
    /// Who holds a role.
    Role(RoleId),
    /// A link to a policy, or its words where the school has not adopted it.
    Policy(PolicyId, String),
    /// A link to a service's card, or its words where it does not serve here.
    Service(ServiceId, String),
    /// Short cards of the services that meet a need.
    Need(NeedId),
    /// The same as a list in the directory, where the full cards stand below.
    Rows(NeedId),
    /// The first service to call for each of these needs.
    Call(Vec<NeedId>),
    /// The doors past a suspect: the first service for each of these needs that
    /// may be used then. The last: whose numbers stand at the head of the page.
    Doors(Suspect, Vec<NeedId>, Vec<NeedId>),
    /// Full cards of every service.
    Services,
    /// Every service as a row.
    AllRows,
    /// What a book weighs: `82 KB`.
    Weight(Book),
    /// The address of the school's site, for paper.
    Address,
    /// A link from a page that may be shown at any address: to a page of the
    /// site, with these words and this class.
    Rooted(String, String, String),
    /// What the school filled into a slot, or the hint.
    Slot(PolicyId, SlotId, String),
    /// What the school adds to a policy.
    Addendum(PolicyId),
    /// The school's policies, all or those for an audience.
    Policies(Option<Audience>),
    /// The sheets that lie beside the pages.
    Sheets,
    /// The strip with the way to help.
    Help,
    /// The first door: danger now.
    Danger,
    /// The second door: talk or chat.
    Talk,
    /// The third door: an adult at school.
    Adult,
    /// The name of who holds a role.
    Name(RoleId),
    /// How to find who holds a role.
    Title(RoleId),
    /// The index from A to Z, with the data for its search.
    Index,
    /// A link to the same page in another language, whole, where the school has
    /// that language.
    Tongue(Lang, String),
    /// The day that the site was made for.
    Day,
    /// That the numbers at the doors are old, once they are: for pages that a
    /// telephone keeps.
    Kept,
}

/// Names a hole among all holes of one language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct HoleId(usize);

impl HoleId {
    /// Its part of what is in the order of [`Holes::all`].
    pub fn of<T>(self, all: &[T]) -> Option<&T> {
        all.get(self.0)
    }
}

/// Every hole of one language, each once.
#[derive(Debug, Default)]
pub struct Holes {
    /// The holes in the order in which they were first needed.
    all: Vec<Hole>,
    /// Where each is.
    index: BTreeMap<Hole, usize>,
}

impl Holes {
    /// The mark that stands for a hole until the text is cut.
    pub fn mark(&mut self, hole: Hole) -> String {
        let next = self.all.len();
        let at = *self.index.entry(hole.clone()).or_insert(next);
        if at == next {
            self.all.push(hole);
        }
        format!("{OPEN}{at}{CLOSE}")
    }

    /// All holes, in order.
    pub fn all(&self) -> &[Hole] {
        &self.all
    }
}

/// The text that fills a hole.
#[derive(Debug)]
pub struct Filling {
    /// The text.
    pub text: String,
    /// Its recipe.
    pub recipe: Recipe,
}

impl From<String> for Filling {
    fn from(text: String) -> Filling {
        let recipe = Recipe::of(text.as_bytes());
        Filling { text, recipe }
    }
}

/// HTML with holes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stencil {
    /// Text before a hole, and the hole; in order.
    pieces: Vec<(String, HoleId)>,
    /// Text after the last hole.
    rest: String,
    /// What the texts are, and which of them have the same hole between them.
    recipe: Recipe,
    /// Each hole once, in the order in which they stand.
    holes: Vec<HoleId>,
}

impl Stencil {
    /// Cuts a text at its marks.
    pub fn cut(html: &str) -> Stencil {
        let mut pieces = Vec::new();
        let mut rest = html;
        while let Some((before, after)) = rest.split_once(OPEN) {
            let Some((number, after)) = after.split_once(CLOSE) else { break };
            if let Ok(at) = number.parse() {
                pieces.push((before.to_owned(), HoleId(at)));
            }
            rest = after;
        }
        let mut holes: Vec<HoleId> = Vec::new();
        let mut places: Vec<[u8; 8]> = Vec::new();
        for (_, hole) in &pieces {
            let place = holes.iter().position(|it| it == hole).unwrap_or(holes.len());
            if place == holes.len() {
                holes.push(*hole);
            }
            places.push((place as u64).to_le_bytes());
        }
        let parts = pieces.iter().zip(&places).flat_map(|((it, _), at)| [it.as_bytes(), at]);
        let recipe = Recipe::made("stencil", parts.chain([rest.as_bytes()]));
        Stencil { pieces, rest: rest.to_owned(), recipe, holes }
    }

    /// The text before each hole, and the hole; in order.
    pub fn pieces(&self) -> &[(String, HoleId)] {
        &self.pieces
    }

    /// The text after the last hole.
    pub fn rest(&self) -> &str {
        &self.rest
    }

    /// The recipe of the text with every hole filled; `fills` are the recipes of
    /// what fills them, in the order of [`Holes::all`].
    pub fn recipe(&self, fills: &[Recipe]) -> Recipe {
        let fills = self.holes.iter().filter_map(|it| it.of(fills)).map(Recipe::bytes);
        Recipe::made("page", [self.recipe.bytes()].into_iter().chain(fills))
    }

    /// How long the text is with every hole filled, in bytes.
    pub fn length(&self, fills: &[impl AsRef<str>]) -> usize {
        let filled =
            |(_, hole): &(String, HoleId)| hole.of(fills).map_or(0, |it| it.as_ref().len());
        self.pieces.iter().map(|it| it.0.len() + filled(it)).sum::<usize>() + self.rest.len()
    }

    /// Writes the text with every hole filled; `fills` are in the order of
    /// [`Holes::all`].
    pub fn stamp(&self, fills: &[impl AsRef<str>], out: &mut Vec<u8>) {
        out.reserve(self.length(fills));
        for (before, hole) in &self.pieces {
            out.extend_from_slice(before.as_bytes());
            if let Some(fill) = hole.of(fills) {
                out.extend_from_slice(fill.as_ref().as_bytes());
            }
        }
        out.extend_from_slice(self.rest.as_bytes());
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{ProptestConfig, prop, prop_assert_eq, proptest};
    use proptest::test_runner::RngSeed;

    use super::*;

    #[test]
    fn stamping_fills_every_hole_in_order() {
        let mut holes = Holes::default();
        let (a, b) = (holes.mark(Hole::School), holes.mark(Hole::Help));
        let again = holes.mark(Hole::School);
        let stencil = Stencil::cut(&format!("<p>{a}</p>{b}<i>{again}</i>!"));
        let mut out = Vec::new();
        stencil.stamp(&["SMP".to_owned(), "<b>x</b>".to_owned()], &mut out);
        assert_eq!(String::from_utf8(out).as_deref(), Ok("<p>SMP</p><b>x</b><i>SMP</i>!"));
        assert_eq!(holes.all().len(), 2);
    }

    #[test]
    fn a_text_without_holes_stays_as_it_is() {
        let mut out = Vec::new();
        Stencil::cut("<p>a</p>").stamp(&[""], &mut out);
        assert_eq!(out, b"<p>a</p>");
    }

    proptest! {
        #![proptest_config(ProptestConfig {
            failure_persistence: None,
            rng_seed: RngSeed::Fixed(129),
            ..ProptestConfig::with_cases(500)
        })]

        #[test]
        fn stamping_is_replacing_every_mark(
            pieces in prop::collection::vec((".{0,8}", 0..4_usize), 0..12),
            rest in ".{0,8}",
            fills in prop::collection::vec(".{0,8}", 4),
        ) {
            let kinds = [Hole::School, Hole::Help, Hole::Danger, Hole::Talk];
            let mut holes = Holes::default();
            let marks: Vec<String> = kinds.map(|it| holes.mark(it)).to_vec();
            let free = |it: &str| it.replace([OPEN, CLOSE], "");
            let mut html = String::new();
            let mut expected = String::new();
            for (text, hole) in &pieces {
                html += &(free(text) + &marks[*hole]);
                expected += &(free(text) + &fills[*hole]);
            }
            html += &free(&rest);
            expected += &free(&rest);
            let mut out = Vec::new();
            Stencil::cut(&html).stamp(&fills, &mut out);
            prop_assert_eq!(String::from_utf8(out), Ok(expected));
        }
    }
}
