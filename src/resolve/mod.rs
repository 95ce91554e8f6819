//! Records to one district: every reference leads somewhere, or is reported.
//!
//! [`link`] sees only ids and records, never text. A reference to a record that
//! is there but broken is not reported again.

use std::collections::{BTreeMap, BTreeSet};

use crate::diag::code::{Fault, Kind};
use crate::diag::{Checked, Diagnostic, nearest};
use crate::model::body::{Body, Inline, Target, walk};
use crate::model::document::Policy;
use crate::model::protocol::{Protocol, ProtocolWords};
use crate::model::value::Lang;
use crate::model::{District, Profile, Records, Translation, Translations};
use crate::source::place::{FieldPath, Place};
use crate::source::{FileId, Sourced};

use self::names::Names;

pub mod edition;
pub mod hours;
mod names;

/// The district, or none where it has no profile; why it has none was reported
/// when it was read.
pub fn link(records: Records) -> Checked<Option<District>> {
    let mut linker = Linker { names: Names::of(&records), found: Vec::new() };
    let Some(profile) = &records.profile else {
        return Checked { value: None, diagnostics: Vec::new() };
    };
    linker.profile(profile);
    linker.languages(&profile.value, &records.langs);
    linker.directory(&records);
    linker.schools(&records, &profile.value.languages);
    linker.policies(&records);
    linker.protocols(&records);
    linker.guidance(&records);
    linker.forms(&records);
    let district = district(records);
    Checked { value: district, diagnostics: linker.found }
}

/// Collects what leads nowhere.
struct Linker {
    /// Every id there is.
    names: Names,
    /// What was found so far.
    found: Vec<Diagnostic>,
}

impl Linker {
    /// Reports an id that names nothing.
    fn need(&mut self, kind: Kind, id: &str, place: impl FnOnce() -> Place) {
        if !self.names.has(kind, id) {
            let nearest = nearest(id, self.names.all(kind));
            let fault = Fault::Dangling { kind, id: id.to_owned(), nearest };
            self.found.push(Diagnostic::new(fault, place()));
        }
    }

    /// The same for every id of a list field.
    fn need_all<T: AsRef<str>>(
        &mut self,
        kind: Kind,
        ids: impl IntoIterator<Item = T>,
        file: FileId,
        path: &FieldPath,
    ) {
        for (at, id) in ids.into_iter().enumerate() {
            self.need(kind, id.as_ref(), || Place::Field(file, path.clone().item(at)));
        }
    }

    /// `district.yaml`
    fn profile(&mut self, profile: &Sourced<Profile>) {
        let Sourced { file, value } = profile;
        let field = |keys: &str| Place::Field(*file, FieldPath::from(keys));
        self.need(Kind::Area, value.area.as_str(), || field("area"));
        self.need(Kind::Need, value.doors.danger.as_str(), || field("doors.danger"));
        self.need(Kind::Need, value.doors.talk.as_str(), || field("doors.talk"));
        self.need(Kind::Role, value.doors.adult.as_str(), || field("doors.adult"));
        for need in &value.needs {
            let path = FieldPath::from("needs").key(need.id.as_str()).key("fallback");
            self.need(Kind::Service, need.fallback.as_str(), || Place::Field(*file, path));
        }
    }

    /// Words in languages that the district does not have.
    fn languages(&mut self, profile: &Profile, langs: &[(Place, Lang)]) {
        for (place, lang) in langs.iter().filter(|(_, it)| !profile.languages.contains(it)) {
            let fault = Fault::UnknownLanguage { lang: lang.to_string() };
            self.found.push(Diagnostic::new(fault, place.clone()));
        }
    }

    /// Services, national numbers and laws.
    fn directory(&mut self, records: &Records) {
        for Sourced { file, value } in &records.services {
            self.need_all(
                Kind::Need,
                value.needs.iter().map(super::model::value::NeedId::as_str),
                *file,
                &"needs".into(),
            );
            if let crate::model::service::ServiceArea::Areas(areas) = &value.service_area {
                self.need_all(
                    Kind::Area,
                    areas.iter().map(super::model::value::AreaCode::as_str),
                    *file,
                    &"service_area".into(),
                );
            }
            if let Some(fallback) = &value.fallback {
                self.need(Kind::Service, fallback.as_str(), || {
                    Place::Field(*file, "fallback".into())
                });
            }
        }
        for Sourced { file, value } in &records.register {
            if let Some(service) = &value.service {
                let path = FieldPath::from(value.id.as_str()).key("service");
                self.need(Kind::Service, service.as_str(), || Place::Field(*file, path));
            }
        }
        for Sourced { file, value } in &records.laws {
            if let Some(successor) = &value.replaced_by {
                let path = FieldPath::from(value.id.as_str()).key("replaced_by");
                self.need(Kind::Law, successor.as_str(), || Place::Field(*file, path));
            }
        }
    }

    /// Schools, and numbers that two of them claim.
    fn schools(&mut self, records: &Records, languages: &[Lang]) {
        let mut numbers = BTreeSet::new();
        for Sourced { file, value } in &records.schools {
            let file = *file;
            self.need(Kind::Area, value.area.as_str(), || Place::Field(file, "area".into()));
            for (at, lang) in value.languages.iter().flatten().enumerate() {
                if !languages.contains(lang) {
                    let fault = Fault::UnknownLanguage { lang: lang.to_string() };
                    let path = FieldPath::from("languages").item(at);
                    self.found.push(Diagnostic::new(fault, Place::Field(file, path)));
                }
            }
            for role in value.people.keys() {
                let path = FieldPath::from("people").key(role.as_str());
                self.need(Kind::Role, role.as_str(), || Place::Field(file, path));
            }
            let adopts = value.adopts.iter().flatten().map(super::model::value::PolicyId::as_str);
            self.need_all(Kind::Policy, adopts, file, &"adopts".into());
            for (policy, slots) in &value.slots {
                let path = FieldPath::from("slots").key(policy.as_str());
                self.need(Kind::Policy, policy.as_str(), || Place::Field(file, path.clone()));
                for slot in slots.keys() {
                    let path = path.clone().key(slot.as_str());
                    self.slot(policy.as_str(), slot.as_str(), || Place::Field(file, path));
                }
            }
            if let Some(npsn) = &value.npsn
                && !numbers.insert(npsn.as_str())
            {
                let fault = Fault::DuplicateId { kind: Kind::Npsn, id: npsn.as_str().to_owned() };
                self.found.push(Diagnostic::new(fault, Place::Field(file, "npsn".into())));
            }
        }
        self.addenda(records);
    }

    /// Additions to policies that are not there, or not adopted.
    fn addenda(&mut self, records: &Records) {
        let schools: BTreeMap<_, _> =
            records.schools.iter().map(|it| (&it.value.id, &it.value)).collect();
        for Sourced { file, value } in &records.addenda {
            let (file, policy) = (*file, value.policy.as_str());
            self.need(Kind::School, value.school.as_str(), || Place::File(file));
            self.need(Kind::Policy, policy, || Place::File(file));
            let school = schools.get(&value.school);
            if school.is_some_and(|it| !it.adopted(&value.policy)) {
                let fault = Fault::OrphanAddendum { policy: policy.to_owned() };
                self.found.push(Diagnostic::new(fault, Place::File(file)));
            }
            self.body(&value.body, file, None);
        }
    }

    /// Policies and their translations.
    fn policies(&mut self, records: &Records) {
        for Sourced { file, value } in &records.policies {
            self.need(Kind::Role, value.owner.as_str(), || Place::Field(*file, "owner".into()));
            self.need_all(
                Kind::Law,
                value.basis.iter().map(super::model::value::LawId::as_str),
                *file,
                &"basis".into(),
            );
            self.body(&value.words.own.body, *file, Some(value.id.as_str()));
        }
        for Sourced { file, value } in &records.policy_words {
            self.original(Kind::Policy, value.of.as_str(), *file);
            self.body(&value.words.body, *file, Some(value.of.as_str()));
        }
    }

    /// Protocols and their translations.
    fn protocols(&mut self, records: &Records) {
        let mut codes = BTreeSet::new();
        for Sourced { file, value } in &records.protocols {
            if !codes.insert(value.code.as_str()) {
                let fault = Fault::DuplicateId { kind: Kind::ProtocolCode, id: value.code.clone() };
                self.found.push(Diagnostic::new(fault, Place::Field(*file, "code".into())));
            }
            self.protocol(value, *file);
            self.protocol_words(&value.words.own, *file);
        }
        for Sourced { file, value } in &records.protocol_words {
            self.original(Kind::Protocol, value.of.as_str(), *file);
            self.protocol_words(&value.words, *file);
            if let Some(original) = records.protocols.iter().find(|it| it.value.id == value.of) {
                self.even(&original.value.words.own, &value.words, *file);
            }
        }
    }

    /// The ids in a protocol's fields.
    fn protocol(&mut self, protocol: &Protocol, file: FileId) {
        self.need_all(
            Kind::Need,
            protocol.refer.iter().map(super::model::value::NeedId::as_str),
            file,
            &"refer".into(),
        );
        self.need_all(
            Kind::Law,
            protocol.basis.iter().map(super::model::value::LawId::as_str),
            file,
            &"basis".into(),
        );
        for (at, step) in protocol.steps.iter().enumerate() {
            let path = FieldPath::from("steps").item(at);
            self.need(Kind::Role, step.role.as_str(), || {
                Place::Field(file, path.clone().key("role"))
            });
            self.need_all(
                Kind::Need,
                step.needs.iter().map(super::model::value::NeedId::as_str),
                file,
                &path.key("needs"),
            );
        }
        for (suspect, branch) in &protocol.suspects {
            let path = FieldPath::from("suspects").key(suspect.as_str());
            let avoid = path.clone().key("avoid");
            self.need_all(
                Kind::Role,
                branch.avoid.iter().map(super::model::value::RoleId::as_str),
                file,
                &avoid,
            );
            self.need_all(
                Kind::Need,
                branch.needs.iter().map(super::model::value::NeedId::as_str),
                file,
                &path.key("needs"),
            );
        }
    }

    /// References in a protocol's words.
    fn protocol_words(&mut self, words: &ProtocolWords, file: FileId) {
        let steps = words.steps.iter().flat_map(|it| [&it.text, &it.about]);
        let lists = [&words.signs, &words.dos, &words.nevers, &words.record, &words.quick];
        let lines = lists
            .into_iter()
            .flatten()
            .chain([&words.when])
            .chain(steps)
            .chain(words.suspects.values());
        for line in lines {
            self.line(line, file, None);
        }
        self.body(&words.body, file, None);
    }

    /// A translation has as many entries as its original.
    fn even(&mut self, own: &ProtocolWords, other: &ProtocolWords, file: FileId) {
        let counts = [
            ("steps", own.steps.len(), other.steps.len()),
            ("signs", own.signs.len(), other.signs.len()),
            ("do", own.dos.len(), other.dos.len()),
            ("never", own.nevers.len(), other.nevers.len()),
            ("record", own.record.len(), other.record.len()),
            ("quick", own.quick.len(), other.quick.len()),
            ("suspects", own.suspects.len(), other.suspects.len()),
        ];
        for (field, own, found) in counts.into_iter().filter(|(_, own, found)| own != found) {
            let fault = Fault::UnevenTranslation { field: field.to_owned(), own, found };
            self.found.push(Diagnostic::new(fault, Place::Field(file, field.into())));
        }
    }

    /// Guidance and notices.
    fn guidance(&mut self, records: &Records) {
        for Sourced { file, value } in &records.guidance {
            self.need_all(
                Kind::Law,
                value.basis.iter().map(super::model::value::LawId::as_str),
                *file,
                &"basis".into(),
            );
            self.body(&value.words.own.body, *file, None);
        }
        for Sourced { file, value } in &records.guidance_words {
            let (audience, page) = &value.of;
            self.original(Kind::Page, &names::page(*audience, page), *file);
            self.body(&value.words.body, *file, None);
        }
        for Sourced { file, value } in &records.notices {
            self.body(&value.1.words.own.body, *file, None);
        }
        for Sourced { file, value } in &records.notice_words {
            if !records.notices.iter().any(|it| it.value.0 == value.of) {
                self.orphan(&format!("{:?}", value.of).to_lowercase(), *file);
            }
            self.body(&value.words.body, *file, None);
        }
    }

    /// Sheets to write on.
    fn forms(&mut self, records: &Records) {
        for Sourced { file, value } in &records.forms {
            if let Some(protocol) = &value.protocol {
                self.need(Kind::Protocol, protocol.as_str(), || {
                    Place::Field(*file, "protocol".into())
                });
            }
            let laws = value.basis.iter().map(super::model::value::LawId::as_str);
            self.need_all(Kind::Law, laws, *file, &"basis".into());
            self.body(&value.words.own.body, *file, None);
        }
        for Sourced { file, value } in &records.form_words {
            self.original(Kind::Form, value.of.as_str(), *file);
            self.body(&value.words.body, *file, None);
        }
    }

    /// Reports a translation of nothing.
    fn original(&mut self, kind: Kind, id: &str, file: FileId) {
        if !self.names.has(kind, id) {
            self.orphan(id, file);
        }
    }

    /// Reports a translation of nothing.
    fn orphan(&mut self, of: &str, file: FileId) {
        let fault = Fault::OrphanTranslation { of: of.to_owned() };
        self.found.push(Diagnostic::new(fault, Place::File(file)));
    }

    /// References in a text; `policy` is the policy whose slots it may use.
    fn body(&mut self, body: &Body, file: FileId, policy: Option<&str>) {
        let anchors = body.anchors();
        let mut lines = Vec::new();
        body.inlines(&mut |it| lines.push(it));
        for line in lines {
            self.line(line, file, policy);
            walk(line, &mut |it| {
                if let Inline::Link { target: Target::Anchor(anchor), at, .. } = it
                    && !anchors.contains(anchor.as_str())
                {
                    let nearest = nearest(anchor, anchors.iter().copied());
                    let fault = Fault::Dangling { kind: Kind::Anchor, id: anchor.clone(), nearest };
                    self.found.push(Diagnostic::new(fault, Place::Text(file, *at)));
                }
            });
        }
        for (need, at) in body.needs() {
            self.need(Kind::Need, need.as_str(), || Place::Text(file, at));
        }
    }

    /// References in a line.
    fn line(&mut self, line: &[Inline], file: FileId, policy: Option<&str>) {
        walk(line, &mut |it| match it {
            Inline::Link { target, at, .. } | Inline::Mention { target, at } => {
                if let Some((kind, id)) = names::target(target) {
                    self.need(kind, &id, || Place::Text(file, *at));
                }
            }
            Inline::Slot { slot, at, .. } => {
                self.slot(policy.unwrap_or_default(), slot.as_str(), || Place::Text(file, *at));
            }
            _ => {}
        });
    }

    /// Reports a slot that its policy does not declare.
    fn slot(&mut self, policy: &str, slot: &str, place: impl FnOnce() -> Place) {
        if self.names.has(Kind::Policy, policy) || policy.is_empty() {
            self.need(Kind::Slot, &names::slot(policy, slot), place);
        }
    }
}

/// Puts everything together.
fn district(records: Records) -> Option<District> {
    let Sourced { file, value: profile } = records.profile?;
    let mut schools = keyed(records.schools, |it| it.id.clone());
    for Sourced { file, value } in records.addenda {
        if let Some(school) = schools.get_mut(&value.school) {
            school.value.addenda.insert(value.policy, Sourced { file, value: value.body });
        }
    }
    let mut policies: BTreeMap<_, Sourced<Policy>> = keyed(records.policies, |it| it.id.clone());
    translate(records.policy_words, &mut policies, |it| &mut it.words);
    let mut protocols = keyed(records.protocols, |it| it.id.clone());
    translate(records.protocol_words, &mut protocols, |it| &mut it.words);
    let mut guidance = keyed(records.guidance, |it| (it.audience, it.id.clone()));
    translate(records.guidance_words, &mut guidance, |it| &mut it.words);
    let mut forms = keyed(records.forms, |it| it.id.clone());
    translate(records.form_words, &mut forms, |it| &mut it.words);
    let notices = records.notices.into_iter();
    let mut notices: BTreeMap<_, _> =
        notices.map(|it| (it.value.0, Sourced { file: it.file, value: it.value.1 })).collect();
    translate(records.notice_words, &mut notices, |it| &mut it.words);
    Some(District {
        file,
        profile,
        register: keyed(records.register, |it| it.id.clone()),
        laws: keyed(records.laws, |it| it.id.clone()),
        terms: keyed(records.terms, |it| it.id.clone()),
        services: keyed(records.services, |it| it.id.clone()),
        schools,
        policies,
        protocols,
        guidance,
        forms,
        notices,
        prose: records.prose,
        digits: records.digits,
        accepted: records.accepted,
    })
}

/// Records by their ids.
fn keyed<K: Ord, T>(records: Vec<Sourced<T>>, key: impl Fn(&T) -> K) -> BTreeMap<K, Sourced<T>> {
    records.into_iter().map(|it| (key(&it.value), it)).collect()
}

/// Puts translations into the records they belong to.
fn translate<K: Ord, R, T>(
    all: Vec<Sourced<Translation<K, T>>>,
    records: &mut BTreeMap<K, Sourced<R>>,
    words: impl Fn(&mut R) -> &mut Translations<T>,
) {
    for Sourced { file, value } in all {
        if let Some(record) = records.get_mut(&value.of) {
            words(&mut record.value)
                .others
                .insert(value.lang, Sourced { file, value: value.words });
        }
    }
}
