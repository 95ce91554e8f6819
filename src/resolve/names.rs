//! Every id there is, by kind.

use std::collections::{BTreeMap, BTreeSet};

use crate::diag::code::Kind;
use crate::model::Records;
use crate::model::body::Target;
use crate::model::value::{Audience, PageId};

/// Every id there is.
#[derive(Debug)]
pub struct Names {
    /// Ids of records that could be read.
    known: BTreeMap<Kind, BTreeSet<String>>,
    /// Names of records that are there, but broken.
    broken: BTreeSet<String>,
}

impl Names {
    /// The ids of all records.
    pub fn of(records: &Records) -> Names {
        let mut names = Names { known: BTreeMap::new(), broken: records.broken.clone() };
        names.add(Kind::Policy, records.policies.iter().map(|it| it.value.id.to_string()));
        names.add(Kind::Protocol, records.protocols.iter().map(|it| it.value.id.to_string()));
        names.add(
            Kind::Page,
            records.guidance.iter().map(|it| page(it.value.audience, &it.value.id)),
        );
        names.add(Kind::Form, records.forms.iter().map(|it| it.value.id.to_string()));
        names.add(Kind::Service, records.services.iter().map(|it| it.value.id.to_string()));
        names.add(Kind::School, records.schools.iter().map(|it| it.value.id.to_string()));
        names.add(Kind::Law, records.laws.iter().map(|it| it.value.id.to_string()));
        names.add(Kind::Term, records.terms.iter().map(|it| it.value.id.to_string()));
        names.add(Kind::Area, records.areas.iter().map(|it| it.value.to_string()));
        if let Some(profile) = &records.profile {
            names.add(Kind::Role, profile.value.roles.keys().map(ToString::to_string));
            names.add(Kind::Need, profile.value.needs.iter().map(|it| it.id.to_string()));
        }
        for policy in &records.policies {
            let id = policy.value.id.as_str();
            names.add(Kind::Slot, policy.value.slots.keys().map(|it| slot(id, it.as_str())));
        }
        names
    }

    /// Adds ids of a kind.
    fn add(&mut self, kind: Kind, ids: impl Iterator<Item = String>) {
        self.known.entry(kind).or_default().extend(ids);
    }

    /// Whether something of that kind has that id, or is there and broken.
    pub fn has(&self, kind: Kind, id: &str) -> bool {
        let known = self.known.get(&kind).is_some_and(|it| it.contains(id));
        let file = match kind {
            Kind::Area => "areas.csv",
            Kind::Law => "laws.yaml",
            Kind::Term => "terms.yaml",
            _ => "",
        };
        let name = id.rsplit('/').next().unwrap_or(id);
        known || self.broken.contains(name) || self.broken.contains(file)
    }

    /// All ids of a kind.
    pub fn all(&self, kind: Kind) -> impl Iterator<Item = &str> {
        self.known.get(&kind).into_iter().flatten().map(String::as_str)
    }
}

/// A page's name: audience and id.
pub fn page(audience: Audience, id: &PageId) -> String {
    format!("{}/{id}", audience.as_str())
}

/// A slot's name: policy and slot.
pub fn slot(policy: &str, slot: &str) -> String {
    format!("{policy}/{slot}")
}

/// What a target refers to; none for what needs no record.
pub fn target(target: &Target) -> Option<(Kind, String)> {
    match target {
        Target::Policy(id) => Some((Kind::Policy, id.to_string())),
        Target::Protocol(id) => Some((Kind::Protocol, id.to_string())),
        Target::Page(audience, id) => Some((Kind::Page, page(*audience, id))),
        Target::Service(id) => Some((Kind::Service, id.to_string())),
        Target::Role(id) => Some((Kind::Role, id.to_string())),
        Target::Need(id) => Some((Kind::Need, id.to_string())),
        Target::Law(id) => Some((Kind::Law, id.to_string())),
        Target::Term(id) => Some((Kind::Term, id.to_string())),
        Target::Form(id) => Some((Kind::Form, id.to_string())),
        Target::School | Target::Web(_) | Target::Anchor(_) => None,
    }
}
