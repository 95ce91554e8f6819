//! The numbers that are known: those of the register, and those of the
//! directory that may be shown.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::diag::edits;
use crate::model::service::{Publish, Reach, Service};
use crate::model::value::{ServiceId, Text};
use crate::model::{District, RegisteredNumber};
use crate::resolve::edition::live_channels;

/// Every number that is known on a day.
pub struct Known<'d> {
    /// Registered numbers of seven digits or more.
    pub whole: Vec<Whole<'d>>,
    /// Registered short codes.
    pub codes: BTreeMap<&'d str, &'d RegisteredNumber>,
    /// Numbers of the directory, short codes too, in national form.
    pub listed: BTreeMap<String, Listed<'d>>,
    /// For each registered short code, words that name whom it reaches.
    names: BTreeMap<&'d str, Vec<String>>,
}

/// A registered number of seven digits or more.
pub struct Whole<'d> {
    /// Its entry.
    pub entry: &'d RegisteredNumber,
    /// Its digits beginning with 0.
    pub national: String,
    /// Its digits beginning with 62.
    pub abroad: String,
}

/// A number of the directory.
pub struct Listed<'d> {
    /// The service.
    pub service: &'d ServiceId,
    /// What the service is called.
    pub name: &'d str,
    /// Whether it is shown.
    pub standing: Standing,
}

/// Whether a number of the directory is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// It is.
    Shown,
    /// It is not: unverified, expired or held back.
    Hidden,
}

impl<'d> Known<'d> {
    /// The numbers of a district on a day.
    pub fn of(district: &'d District, today: Date) -> Known<'d> {
        let codes = codes(district);
        let entries = district.register.values().map(|it| &it.value);
        let entries = entries.filter(|it| !matches!(it.reach, Reach::ShortCode(_)));
        let whole = entries.filter_map(|entry| {
            let national = entry.reach.digits()?;
            let abroad = format!("62{}", national.strip_prefix('0').unwrap_or(&national));
            Some(Whole { entry, national, abroad })
        });
        let names = codes.iter().map(|(code, it)| (*code, names(district, code, it)));
        Known {
            whole: whole.collect(),
            listed: listed(district, today),
            names: names.collect(),
            codes,
        }
    }

    /// Whether these digits in national form are a whole number that is known.
    pub fn has(&self, number: &str) -> bool {
        number.len() >= 7
            && (self.whole.iter().any(|it| it.national == number)
                || self.listed.contains_key(number))
    }

    /// A number of the directory that is nearly the same, and whose it is.
    pub fn nearest(&self, number: &str) -> Option<(String, String)> {
        let close = |it: &&String| it.len() >= 7 && it.len().abs_diff(number.len()) <= 2;
        let near = self.listed.keys().filter(close).filter(|it| edits(it, number) <= 2);
        let shown =
            near.map(|it| (it, &self.listed[it])).find(|it| it.1.standing == Standing::Shown);
        shown.map(|(it, listed)| (it.clone(), listed.name.to_owned()))
    }

    /// Whether a sentence names whom a registered short code reaches.
    pub fn is_named(&self, code: &str, sentence: &str) -> bool {
        let sentence = sentence.to_lowercase();
        let names = self.names.get(code);
        names.is_some_and(|it| it.iter().any(|name| sentence.contains(name)))
    }
}

/// The short codes of the register.
pub fn codes(district: &District) -> BTreeMap<&str, &RegisteredNumber> {
    let entries = district.register.values().map(|it| &it.value);
    let codes = entries.filter_map(|it| match &it.reach {
        Reach::ShortCode(code) => Some((code.as_str(), it)),
        _ => None,
    });
    codes.collect()
}

/// The numbers of the directory on a day.
fn listed(district: &District, today: Date) -> BTreeMap<String, Listed<'_>> {
    let mut listed: BTreeMap<String, Listed<'_>> = BTreeMap::new();
    for (id, service) in &district.services {
        let service = &service.value;
        let live = live_channels(service, &district.profile.validity, today);
        for channel in &service.channels {
            let Some(number) = channel.reach.digits() else { continue };
            let shown = service.publish == Publish::Yes
                && live.iter().any(|(it, _)| it.reach == channel.reach);
            let standing = if shown { Standing::Shown } else { Standing::Hidden };
            let next = Listed { service: id, name: &service.name.own, standing };
            match listed.get(&number) {
                Some(before) if before.standing <= standing => {}
                _ => {
                    listed.insert(number, next);
                }
            }
        }
    }
    listed
}

/// Words in lower case that name whom a registered short code reaches: its
/// owner, and the services that carry it.
fn names(district: &District, code: &str, entry: &RegisteredNumber) -> Vec<String> {
    let carries = |it: &Service| {
        let channels = it.channels.iter().filter_map(|it| it.reach.digits());
        entry.service.as_ref() == Some(&it.id) || channels.into_iter().any(|it| it == code)
    };
    let mut names = Vec::new();
    in_words(&entry.owner, &mut names);
    for service in district.services.values().map(|it| &it.value).filter(|it| carries(it)) {
        in_words(&service.name, &mut names);
        service.short.iter().for_each(|it| in_words(it, &mut names));
        names.push(format!("service:{}", service.id));
    }
    names
}

/// The parts of a name in every language.
fn in_words(text: &Text, names: &mut Vec<String>) {
    parts(&text.own, names);
    text.others.values().for_each(|it| parts(it, names));
}

/// The parts of a name: `SAPA 129, Kementerian ... (KPPPA)` is named by each of
/// the three, and by `SAPA`.
fn parts(name: &str, names: &mut Vec<String>) {
    for part in name.split([',', '(', ')', '/']) {
        let part = part.trim().to_lowercase();
        let bare = part.trim_end_matches(|it: char| it.is_ascii_digit() || it.is_whitespace());
        if bare.chars().count() >= 3 {
            names.push(bare.to_owned());
        }
    }
}
