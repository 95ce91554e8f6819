//! Rules about locked text: no section of a policy changes unnoticed, and no
//! school's addition outlives the text it was written for.
//!
//! A policy's front matter records the fingerprint of every locked section. An
//! edit of a locked section is an error until somebody records the new one, so
//! it is always deliberate. A school records the fingerprint of the whole text
//! that its addition was written against; when that text changes, the build
//! names every school whose addition now stands beside new words.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::diag::Diagnostic;
use crate::diag::code::Fault;
use crate::model::District;
use crate::model::body::{Block, Body};
use crate::model::document::DocumentWords;
use crate::model::fingerprint::Fingerprint;
use crate::model::value::PolicyId;
use crate::source::FileId;
use crate::source::place::{FieldPath, Place};

/// [`Fault::LockChanged`], [`Fault::LockMissing`], [`Fault::LockOfNothing`]:
/// every locked section says what was recorded of it.
pub fn sections(district: &District, _: Date) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for policy in district.policies.values() {
        let words = &policy.value.words;
        let others = words.others.values().map(|it| (it.file, &it.value));
        for (file, words) in [(policy.file, &words.own)].into_iter().chain(others) {
            found.extend(document(file, words));
        }
    }
    found
}

/// The same for one file.
fn document(file: FileId, words: &DocumentWords) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let locked = locked(&words.body);
    for (section, blocks) in &locked {
        let now = Fingerprint::of(blocks);
        let recorded =
            words.locks.iter().find(|(it, _)| it.as_str() == *section).map(|(_, it)| *it);
        match recorded {
            Some(recorded) if recorded == now => {}
            Some(recorded) => {
                let section = (*section).to_owned();
                let path = FieldPath::from("locks").key(&section);
                let fault = Fault::LockChanged { section, recorded, now };
                found.push(Diagnostic::new(fault, Place::Field(file, path)));
            }
            None => {
                let place = blocks.first().map_or(Place::File(file), |it| heading(file, it));
                found.push(Diagnostic::new(
                    Fault::LockMissing { section: (*section).to_owned(), now },
                    place,
                ));
            }
        }
    }
    for section in words.locks.keys().filter(|it| !locked.contains_key(it.as_str())) {
        let path = FieldPath::from("locks").key(section.as_str());
        let fault = Fault::LockOfNothing { section: section.to_string() };
        found.push(Diagnostic::new(fault, Place::Field(file, path)));
    }
    found
}

/// The locked sections of a text, by the anchor of their heading.
fn locked(body: &Body) -> BTreeMap<&str, &[Block]> {
    let mut sections = BTreeMap::new();
    body.walk(&mut |it| {
        if let Block::Locked { id, blocks } = it {
            sections.insert(id.as_str(), blocks.as_slice());
        }
    });
    sections
}

/// Where a heading stands.
fn heading(file: FileId, block: &Block) -> Place {
    if let Block::Heading { at, .. } = block { Place::Text(file, *at) } else { Place::File(file) }
}

/// [`Fault::AddendumShadows`], [`Fault::AddendumWithoutBase`]: every addition was
/// written against the text that stands now.
pub fn shadows(district: &District, _: Date) -> Vec<Diagnostic> {
    let mut texts: BTreeMap<&PolicyId, Fingerprint> = BTreeMap::new();
    let mut found = Vec::new();
    for school in district.schools.values() {
        // An addition to a policy that was not adopted is reported as such.
        let adopted = school.value.addenda.iter().filter(|(id, _)| school.value.adopted(id));
        for (id, addendum) in adopted {
            let Some(policy) = district.policies.get(id) else { continue };
            let of = || Fingerprint::of(&policy.value.words.own.body.blocks);
            let now = *texts.entry(&policy.value.id).or_insert_with(of);
            let (name, policy) = (school.value.name.clone(), id.to_string());
            let fault = match school.value.against.get(id) {
                Some(recorded) if *recorded == now => continue,
                Some(_) => {
                    let path = FieldPath::from("addenda").key(id.as_str()).key("against");
                    let fault = Fault::AddendumShadows { school: name, policy, now };
                    Diagnostic::new(fault, Place::Field(school.file, path))
                }
                None => {
                    let fault = Fault::AddendumWithoutBase { school: name, policy, now };
                    Diagnostic::new(fault, Place::File(addendum.file))
                }
            };
            found.push(fault);
        }
    }
    found
}

/// [`Fault::AddendumOverLocked`]: an addition has a section of its own with the
/// anchor of a locked one.
pub fn over_locked(district: &District, _: Date) -> Vec<Diagnostic> {
    let mut anchors: BTreeMap<&PolicyId, BTreeMap<&str, &[Block]>> = BTreeMap::new();
    let mut found = Vec::new();
    for school in district.schools.values() {
        for (id, addendum) in &school.value.addenda {
            let Some(policy) = district.policies.get(id) else { continue };
            let locked = anchors
                .entry(&policy.value.id)
                .or_insert_with(|| locked(&policy.value.words.own.body));
            addendum.value.walk(&mut |block| {
                if let Block::Heading { id: section, .. } = block
                    && locked.contains_key(section.as_str())
                {
                    let fault = Fault::AddendumOverLocked {
                        section: section.as_str().to_owned(),
                        policy: id.to_string(),
                    };
                    found.push(Diagnostic::new(fault, heading(addendum.file, block)));
                }
            });
        }
    }
    found
}
