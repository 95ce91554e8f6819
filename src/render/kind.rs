//! Schools that are alike: what they put into most holes is the same, and is made
//! once for all of them.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use rayon::prelude::*;

use crate::model::value::{AreaCode, Lang, PolicyId, RoleId, ServiceId};
use crate::model::{District, within};
use crate::resolve::edition::{self, Edition};

use super::fill::Filler;
use super::stencil::Filling;
use super::volume::Volume;

/// What makes schools alike: the same services serve them, in the same languages,
/// and they have adopted the same policies. There are few kinds, however many
/// schools there are.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Kind<'d> {
    /// The services.
    services: Vec<&'d ServiceId>,
    /// The languages.
    languages: Vec<&'d Lang>,
    /// The policies.
    policies: Vec<&'d PolicyId>,
}

/// What schools of each kind put into the holes of one volume, in order; none
/// where each school has something of its own to say.
#[derive(Debug)]
pub struct Common<'d>(BTreeMap<Kind<'d>, Vec<Option<Filling>>>);

impl<'d> Kind<'d> {
    /// The kind of a school.
    pub fn of(edition: &Edition<'d>) -> Kind<'d> {
        Kind {
            services: edition.services.keys().copied().collect(),
            languages: edition.languages.clone(),
            policies: edition.policies.iter().map(|it| &it.id).collect(),
        }
    }
}

impl<'d> Common<'d> {
    /// What these schools have in common with all others of their kinds.
    pub fn of(volume: &Volume<'d>, schools: &[Edition<'d>]) -> Common<'d> {
        let kinds: BTreeMap<Kind<'d>, &Edition<'d>> =
            schools.iter().map(|it| (Kind::of(it), it)).collect();
        let fill = |(kind, edition): (Kind<'d>, &Edition<'d>)| {
            (kind, Filler::common(volume, edition).map(|it| it.map(Filling::from)).collect())
        };
        Common(kinds.into_par_iter().map(fill).collect())
    }

    /// What schools of a kind have in common; nothing where the kind is unknown.
    pub fn get(&self, kind: &Kind<'d>) -> &[Option<Filling>] {
        self.0.get(kind).map_or(&[], Vec::as_slice)
    }
}

/// One school of each kind, and for each set of people about whom as much is
/// known: only what people are called differs there.
pub fn examples(district: &District, as_of: Date) -> Vec<Edition<'_>> {
    let mut by_area: BTreeMap<&AreaCode, Vec<&ServiceId>> = BTreeMap::new();
    let mut seen = BTreeSet::new();
    let mut examples = Vec::new();
    for school in district.schools.values().map(|it| &it.value) {
        let edition = || edition::edition(district, school, as_of);
        let there = || edition().services.into_keys().collect();
        let services = by_area.entry(&school.area).or_insert_with(there).clone();
        let policies: Vec<&PolicyId> =
            district.policies.keys().filter(|it| school.adopted(it)).collect();
        let people = school.people.iter().filter(|(_, it)| within(as_of, it.from, it.until));
        let people: Vec<(&RoleId, bool, bool)> =
            people.map(|(role, it)| (role, it.name.is_some(), it.title.is_some())).collect();
        if seen.insert((services, &school.languages, policies, people)) {
            examples.push(edition());
        }
    }
    examples
}
