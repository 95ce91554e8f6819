//! Rules about the person to tell who may be the suspect.
//!
//! A protocol that says "tell the head" is useless when the head is the
//! suspect. So every protocol has other routes, and on such a route the suspect
//! must not appear: not as somebody to tell, not by name, not as a door.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use rayon::prelude::*;

use crate::diag::Diagnostic;
use crate::diag::code::Fault;
use crate::model::body::{Inline, Target, walk};
use crate::model::protocol::{Branch, Protocol, Suspect};
use crate::model::school::School;
use crate::model::value::{RoleId, ServiceId};
use crate::model::{District, Leads, Reports};
use crate::resolve::edition;
use crate::resolve::hours::{self, Gap};
use crate::source::place::{FieldPath, Place};
use crate::source::{FileId, Sourced};

/// The anchor of the section that every policy has: the route outside the
/// school.
pub const OUTSIDE: &str = "luar-sekolah";

/// Suspects for whom no protocol may lack a route.
const REQUIRED: [Suspect; 3] = [Suspect::Head, Suspect::Receiver, Suspect::Unknown];

/// [`Fault::BranchMissing`]: a protocol without a route for the head or the
/// receiver.
pub fn branches_there(district: &District, _: Date) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for Sourced { file, value } in district.protocols.values() {
        for suspect in REQUIRED.into_iter().filter(|it| !value.suspects.contains_key(it)) {
            let fault = Fault::BranchMissing { suspect: suspect.as_str().to_owned() };
            found.push(Diagnostic::new(fault, Place::Field(*file, "suspects".into())));
        }
    }
    found
}

/// [`Fault::BranchNamesSuspect`] and [`Fault::ForbiddenDoor`]: a route on which
/// the suspect appears.
pub fn branches_safe(district: &District, _: Date) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for Sourced { file, value } in district.protocols.values() {
        for (suspect, branch) in &value.suspects {
            let hidden = hidden_roles(district, *suspect, branch);
            for (file, line) in lines(value, *file, *suspect) {
                found.extend(line_safe(district, (file, line), *suspect, &hidden));
            }
        }
    }
    found
}

/// [`Fault::BranchWithoutDoor`]: a route that leads to nobody at some school.
pub fn branches_lead_somewhere(district: &District, today: Date) -> Vec<Diagnostic> {
    let editions: Vec<_> =
        district.schools.values().map(|it| edition::edition(district, &it.value, today)).collect();
    let mut found = Vec::new();
    for Sourced { file, value } in district.protocols.values() {
        for (suspect, branch) in value.suspects.iter().filter(|(_, it)| !it.needs.is_empty()) {
            let dead = editions.iter().find(|it| it.doors_past(*suspect, &branch.needs).is_empty());
            if let Some(edition) = dead {
                let fault = Fault::BranchWithoutDoor {
                    suspect: suspect.as_str().to_owned(),
                    school: edition.school.name.clone(),
                };
                let path = FieldPath::from("suspects").key(suspect.as_str()).key("needs");
                found.push(Diagnostic::new(fault, Place::Field(*file, path)));
            }
        }
    }
    found
}

/// [`Fault::BranchNamesSuspect`] in a policy's section about the route outside,
/// also where a school adds to it.
pub fn outside_safe(district: &District, _: Date) -> Vec<Diagnostic> {
    let inside: BTreeSet<&RoleId> =
        roles_of(district, Suspect::Head).chain(roles_of(district, Suspect::Receiver)).collect();
    let there = district.prose.iter().filter(|it| it.value.section.as_deref() == Some(OUTSIDE));
    let mut found = Vec::new();
    for Sourced { file, value } in there {
        for target in &value.mentions {
            if let Target::Role(role) = target
                && inside.contains(role)
            {
                let fault = Fault::BranchNamesSuspect {
                    suspect: "head, receiver".to_owned(),
                    role: role.to_string(),
                };
                found.push(Diagnostic::new(fault, Place::Text(*file, value.at)));
            }
        }
    }
    found
}

/// [`Fault::OutsideMissing`]: a policy without the section about the route
/// outside.
pub fn outside_there(district: &District, _: Date) -> Vec<Diagnostic> {
    let lacks = |it: &&Sourced<crate::model::document::Policy>| {
        !it.value.words.own.body.anchors().contains(OUTSIDE)
    };
    let policies = district.policies.values().filter(lacks);
    policies.map(|it| Diagnostic::new(Fault::OutsideMissing {}, Place::File(it.file))).collect()
}

/// [`Fault::Gap`]: hours of the week at which nobody answers. Schools of one level
/// in one area have the same gaps.
pub fn somebody_answers(district: &District, today: Date) -> Vec<Diagnostic> {
    let schools = || district.schools.values();
    let alike = |it: &School| (it.area.clone(), it.level.clone());
    let examples: BTreeMap<_, &School> =
        schools().map(|it| (alike(&it.value), &it.value)).collect();
    let of =
        |(alike, school)| (alike, hours::gaps(&edition::edition(district, school, today), today));
    let gaps: BTreeMap<_, Vec<Gap<'_>>> = examples.into_par_iter().map(of).collect();
    let mut found = Vec::new();
    for Sourced { file, value } in schools() {
        for gap in gaps.get(&alike(value)).into_iter().flatten() {
            let fault = Fault::Gap {
                school: value.name.clone(),
                need: gap.need.to_string(),
                hours: gap.hours,
                first: gap.first.strftime("%Y-%m-%d %H:%M").to_string(),
            };
            found.push(Diagnostic::new(fault, Place::Field(*file, "area".into())));
        }
    }
    found
}

/// The roles that a suspect may hold.
fn roles_of(district: &District, suspect: Suspect) -> impl Iterator<Item = &RoleId> {
    let holds = move |it: &crate::model::Role| match suspect {
        Suspect::Head => it.leads == Leads::School,
        Suspect::Receiver => it.reports == Reports::Receives,
        _ => false,
    };
    district.profile.roles.iter().filter(move |(_, it)| holds(it)).map(|(id, _)| id)
}

/// The roles that must not appear on a route.
fn hidden_roles<'d>(
    district: &'d District,
    suspect: Suspect,
    branch: &'d Branch,
) -> BTreeSet<&'d RoleId> {
    roles_of(district, suspect).chain(&branch.avoid).collect()
}

/// A route's words in every language, each with its file.
fn lines(
    protocol: &Protocol,
    file: FileId,
    suspect: Suspect,
) -> impl Iterator<Item = (FileId, &Vec<Inline>)> {
    let own = protocol.words.own.suspects.get(&suspect).map(|it| (file, it));
    let others = protocol.words.others.values();
    own.into_iter()
        .chain(others.filter_map(move |it| Some((it.file, it.value.suspects.get(&suspect)?))))
}

/// What is wrong with one line of a route.
fn line_safe(
    district: &District,
    (file, line): (FileId, &[Inline]),
    suspect: Suspect,
    hidden: &BTreeSet<&RoleId>,
) -> Vec<Diagnostic> {
    let forbidden = |id: &ServiceId| {
        district.services.get(id).is_some_and(|it| it.value.forbidden_when.contains(&suspect))
    };
    let mut found = Vec::new();
    walk(line, &mut |it| {
        let (Inline::Mention { target, at } | Inline::Link { target, at, .. }) = it else { return };
        let suspect = suspect.as_str().to_owned();
        let fault = match target {
            Target::Role(role) if hidden.contains(role) => {
                Fault::BranchNamesSuspect { suspect, role: role.to_string() }
            }
            Target::Service(service) if forbidden(service) => {
                Fault::ForbiddenDoor { suspect, service: service.to_string() }
            }
            _ => return,
        };
        found.push(Diagnostic::new(fault, Place::Text(file, *at)));
    });
    found
}
