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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::code::Code;
    use crate::source::SourceTree;

    /// A district with a policy; its schools come from `files`.
    fn district(policy: &str, files: &[(&str, &str)]) -> District {
        let profile = "name: Uji\narea: \"53\"\ntime_zone: WITA\nlanguages: [id]\npublication: sample\nroles: {}\n\
            needs: {}\ndoors: { danger: a, talk: a, adult: a }\n";
        let all = [("district.yaml", profile), ("policies/kode.md", policy)];
        let tree = SourceTree::from_files(all.into_iter().chain(files.iter().copied()));
        crate::resolve::link(crate::parse::parse(&tree).value).value.expect("a district")
    }

    /// A policy with these locks and this text.
    fn policy(locks: &str, body: &str) -> String {
        format!(
            "---\ntitle: Kode\nowner: a\nversion: \"1\"\nreview_due: 2027-01-01\nbasis: []\naudience: [teacher]\n\
            {locks}---\n\n{body}\n"
        )
    }

    /// What the rules say, and the fingerprint that they print.
    fn said(district: &District) -> Vec<(Code, String)> {
        let day = jiff::civil::date(2026, 11, 24);
        let all =
            [sections(district, day), shadows(district, day), over_locked(district, day)].concat();
        let print = |it: &Fault| match it {
            Fault::LockMissing { now, .. }
            | Fault::LockChanged { now, .. }
            | Fault::AddendumShadows { now, .. }
            | Fault::AddendumWithoutBase { now, .. } => now.to_string(),
            _ => String::new(),
        };
        all.iter().map(|it| (it.code(), print(&it.fault))).collect()
    }

    /// Only the codes.
    fn codes(district: &District) -> Vec<Code> {
        said(district).into_iter().map(|it| it.0).collect()
    }

    #[test]
    fn a_locked_section_is_recorded_and_a_change_is_told() {
        let body = "## Janji {#janji .locked}\n\nKami mendengar.\n\n## Lain\n\nBoleh berubah.";
        let found = said(&district(&policy("", body), &[]));
        let [(Code::LockMissing, now)] = found.as_slice() else { panic!("{found:?}") };

        let locks = format!("locks: {{ janji: \"{now}\" }}\n");
        assert_eq!(codes(&district(&policy(&locks, body), &[])), []);
        let open = body.replace("Boleh berubah", "Sudah berubah");
        assert_eq!(codes(&district(&policy(&locks, &open), &[])), []);
        let changed = body.replace("mendengar", "menunda");
        assert_eq!(codes(&district(&policy(&locks, &changed), &[])), [Code::LockChanged]);
        let lifted = body.replace(" .locked", "");
        assert_eq!(codes(&district(&policy(&locks, &lifted), &[])), [Code::LockOfNothing]);
    }

    #[test]
    fn every_school_hears_that_the_text_it_added_to_has_changed() {
        let school = |against: &str| {
            format!(
                "name: Sekolah\nlevel: smp\narea: \"53\"\naddenda: {{ kode: {{ against: \"{against}\" }} }}\n"
            )
        };
        let bare = "name: Sekolah\nlevel: smp\narea: \"53\"\n";
        let text = policy("", "## Umum\n\nSatu.");
        let add = "Di sekolah kami juga.\n";
        let files = |school| [("schools/s.yaml", school), ("schools/s/kode.md", add)];

        let found = said(&district(&text, &files(bare)));
        let [(Code::AddendumWithoutBase, now)] = found.as_slice() else { panic!("{found:?}") };
        let written = school(now);
        assert_eq!(codes(&district(&text, &files(&written))), []);
        let changed = text.replace("Satu", "Dua");
        assert_eq!(codes(&district(&changed, &files(&written))), [Code::AddendumShadows]);
    }

    #[test]
    fn an_addition_may_not_stand_in_for_a_locked_section() {
        let text = policy("", "## Janji {#janji .locked}\n\nKami mendengar.");
        let school = "name: Sekolah\nlevel: smp\narea: \"53\"\n";
        let add = "## Janji lain {#janji}\n\nKami tidak mendengar.\n";
        let found =
            codes(&district(&text, &[("schools/s.yaml", school), ("schools/s/kode.md", add)]));
        assert!(found.contains(&Code::AddendumOverLocked), "{found:?}");
    }
}
