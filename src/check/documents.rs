//! Rules about policies, protocols and guidance.

use jiff::civil::Date;

use crate::diag::Diagnostic;
use crate::diag::code::Fault;
use crate::model::document::{DocumentWords, SlotNeed};
use crate::model::value::{Audience, Lang};
use crate::model::{District, Translations};
use crate::site::neutral::telling;
use crate::source::FileId;
use crate::source::place::{FieldPath, Place};

/// [`Fault::PolicyOverdue`]: a policy past its review day.
pub fn overdue(district: &District, today: Date) -> Vec<Diagnostic> {
    let late = district.policies.values().filter(|it| it.value.review_due < today);
    let report = late.map(|it| {
        let policy = &it.value;
        let owner = district.profile.roles.get(&policy.owner);
        let fault = Fault::PolicyOverdue {
            title: policy.words.own.title.clone(),
            due: policy.review_due,
            today,
            owner: owner.map_or(policy.owner.to_string(), |it| it.name.own.clone()),
        };
        Diagnostic::new(fault, Place::Field(it.file, "review_due".into()))
    });
    report.collect()
}

/// [`Fault::NotNeutral`]: a child's page whose address or tab gives it away.
pub fn neutral(district: &District, _: Date) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for page in district.guidance.values().filter(|it| it.value.audience == Audience::Child) {
        if let Some(word) = telling(page.value.id.as_str()) {
            found.push(Diagnostic::new(Fault::NotNeutral { word }, Place::File(page.file)));
        }
        let words = &page.value.words;
        let others = words.others.values().map(|it| (it.file, &it.value));
        for (file, words) in [(page.file, &words.own)].into_iter().chain(others) {
            if let Some(word) = words.neutral.as_deref().and_then(telling) {
                found.push(Diagnostic::new(
                    Fault::NotNeutral { word },
                    Place::Field(file, "neutral".into()),
                ));
            }
        }
    }
    found
}

/// [`Fault::UnfilledSlot`]: a required slot that a school has not filled.
pub fn slots_filled(district: &District, _: Date) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for school in district.schools.values() {
        for policy in district.policies.values().filter(|it| school.value.adopted(&it.value.id)) {
            let answers = school.value.slots.get(&policy.value.id);
            let required =
                policy.value.slots.iter().filter(|(_, it)| it.need == SlotNeed::Required);
            for (name, slot) in
                required.filter(|(name, _)| answers.is_none_or(|it| !it.contains_key(*name)))
            {
                let fault = Fault::UnfilledSlot {
                    school: school.value.name.clone(),
                    policy: policy.value.id.to_string(),
                    slot: name.to_string(),
                    ask: slot.ask.clone(),
                };
                let path =
                    FieldPath::from("slots").key(policy.value.id.as_str()).key(name.as_str());
                found.push(Diagnostic::new(fault, Place::Field(school.file, path)));
            }
        }
    }
    found
}

/// [`Fault::MissingTranslation`]: a text that a language of the site lacks.
pub fn translated(district: &District, _: Date) -> Vec<Diagnostic> {
    let profile = &district.profile;
    let mut found = Vec::new();
    for lang in profile.languages.iter().skip(1) {
        let mut report = |file: FileId| {
            let fault = Fault::MissingTranslation { lang: lang.to_string() };
            found.push(Diagnostic::new(fault, Place::File(file)));
        };
        let staff = [Audience::Teacher, Audience::Counsellor, Audience::Head];
        if staff.into_iter().any(|it| profile.speaks(lang, it)) {
            district
                .protocols
                .values()
                .filter(|it| it.value.words.in_lang(lang).is_none())
                .for_each(|it| report(it.file));
        }
        for it in district.policies.values() {
            let read = it.value.audience.iter().any(|it| profile.speaks(lang, *it));
            if read && lacks(&it.value.words, lang) {
                report(it.file);
            }
        }
        for it in district.guidance.values() {
            if profile.speaks(lang, it.value.audience) && lacks(&it.value.words, lang) {
                report(it.file);
            }
        }
        for it in district.forms.values() {
            let used = it.value.audience.iter().any(|it| profile.speaks(lang, *it));
            if used && lacks(&it.value.words, lang) {
                report(it.file);
            }
        }
        district
            .notices
            .values()
            .filter(|it| lacks(&it.value.words, lang))
            .for_each(|it| report(it.file));
    }
    found
}

/// Whether a text is missing in a language.
fn lacks(words: &Translations<DocumentWords>, lang: &Lang) -> bool {
    words.in_lang(lang).is_none()
}
