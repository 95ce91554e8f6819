//! The third door of the first page: adults at school.
//!
//! Names differ from school to school, their number and kind hardly. So the door
//! is printed once for each set of roles, with holes for what people are called.

use std::collections::{BTreeMap, BTreeSet};

use crate::diag::Diagnostic;
use crate::error::Error;
use crate::model::school::Person;
use crate::model::value::{Audience, RoleId};
use crate::resolve::edition::Edition;
use crate::site::plan::PageKind;

use super::ground::Ground;
use super::press::Press;
use super::stencil::{Hole, Holes, Stencil};
use super::view::{AdultView, PersonView};

/// A role, and which words there are for who holds it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Known<'d> {
    /// The role.
    role: &'d RoleId,
    /// Whether there is a name.
    name: Given,
    /// Whether there is a word on how to find the person.
    title: Given,
}

/// Whether there are words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Given {
    /// There are.
    Yes,
    /// There are not.
    No,
}

/// The third door for each set of people that a school may have.
pub type Adults<'d> = BTreeMap<Vec<Known<'d>>, (Holes, Stencil)>;

/// Adults at school: the person of the door, and all who receive reports.
pub fn adults_of<'d>(ground: &Ground<'_>, edition: &Edition<'d>) -> Vec<Known<'d>> {
    let given = |there| if there { Given::Yes } else { Given::No };
    let known = |(role, it): (&'d RoleId, &'d Person)| Known {
        role,
        name: given(it.name.is_some()),
        title: given(it.title.as_ref().is_some_and(|it| !it.get(ground.lang).is_empty())),
    };
    edition.adults().into_iter().map(known).collect()
}

/// The door for every school.
pub fn adults<'d>(
    ground: &Ground<'d>,
    press: &Press<'_>,
    examples: &[Edition<'d>],
    found: &mut Vec<Diagnostic>,
) -> Result<Adults<'d>, Error> {
    let sets: BTreeSet<Vec<Known<'_>>> = examples.iter().map(|it| adults_of(ground, it)).collect();
    let printed = sets.into_iter().map(|set| {
        let mut holes = Holes::default();
        let people = set.iter().map(|it| person(ground, it, &mut holes)).collect();
        let href = ground.href(&PageKind::Entry(Audience::Child));
        let (html, faults) = press.print("parts/door-adult.html", &AdultView { people, href })?;
        found.extend(faults);
        Ok((set, (holes, Stencil::cut(&html))))
    });
    printed.collect()
}

/// A person with holes for what the school says.
fn person(ground: &Ground<'_>, known: &Known<'_>, holes: &mut Holes) -> PersonView {
    let Known { role, name, title } = known;
    let mut said = |given: Given, hole| match given {
        Given::Yes => holes.mark(hole),
        Given::No => String::new(),
    };
    PersonView {
        role: ground
            .district
            .profile
            .roles
            .get(*role)
            .map_or(role.as_str(), |it| it.name.get(ground.lang))
            .to_owned(),
        name: said(*name, Hole::Name((*role).clone())),
        title: said(*title, Hole::Title((*role).clone())),
    }
}
