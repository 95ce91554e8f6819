//! What of a district applies to one school on one day.
//!
//! An [`Edition`] borrows; it copies nothing and a thousand of them cost
//! nothing. What has expired is left out here, so that no writer can show it.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::model::document::Policy;
use crate::model::protocol::Suspect;
use crate::model::school::{Person, School};
use crate::model::service::{
    Age, Channel, How, Publish, Schedule, Service, Validity, Verification,
};
use crate::model::value::{Lang, NeedId, RoleId, ServiceId};
use crate::model::{District, Reports, within};

/// What applies to one school on one day.
#[derive(Debug)]
pub struct Edition<'d> {
    /// The district.
    pub district: &'d District,
    /// The school.
    pub school: &'d School,
    /// The day.
    pub as_of: Date,
    /// The languages of its site; the first is the default.
    pub languages: Vec<&'d Lang>,
    /// The policies it has adopted.
    pub policies: Vec<&'d Policy>,
    /// The services that serve its area and may be shown.
    pub services: BTreeMap<&'d ServiceId, &'d Service>,
    /// Who holds which role on that day.
    pub people: BTreeMap<&'d RoleId, &'d Person>,
}

/// The edition of one school on one day.
pub fn edition<'d>(district: &'d District, school: &'d School, as_of: Date) -> Edition<'d> {
    let profile = &district.profile;
    // Texts that a language lacks are shown in the default one, so every school
    // has that.
    let chosen = |it: &&Lang| {
        let own = school.languages.as_ref();
        *it == profile.default_lang() || own.is_none_or(|own| own.contains(it))
    };
    let languages: Vec<&Lang> = profile.languages.iter().filter(chosen).collect();
    let policies = district.policies.values().map(|it| &it.value);
    let services = district.services.iter().map(|(id, it)| (id, &it.value));
    let shown = |it: &&Service| it.publish == Publish::Yes && it.service_area.serves(&school.area);
    Edition {
        district,
        school,
        as_of,
        languages,
        policies: policies.filter(|it| school.adopted(&it.id)).collect(),
        services: services.filter(|(_, it)| shown(it)).collect(),
        people: school.people.iter().filter(|(_, it)| within(as_of, it.from, it.until)).collect(),
    }
}

impl<'d> Edition<'d> {
    /// The services that meet a need, best first: those that can be reached,
    /// then those that always answer, then as the district orders them, then
    /// those for which it is the main need.
    pub fn services_for(&self, need: &NeedId) -> Vec<&'d Service> {
        let mut found: Vec<&Service> =
            self.services.values().copied().filter(|it| it.needs.contains(need)).collect();
        found.sort_by_cached_key(|it| {
            let best = self.best_age(it);
            let place = it.needs.iter().position(|it| it == need);
            (
                best.is_none(),
                best == Some(Age::Overdue),
                it.schedule != Schedule::Always,
                it.place(),
                place,
                &it.id,
            )
        });
        found
    }

    /// Every service as a directory lists them, on pages and on paper: those that
    /// can be reached, those whose check holds first; then those that cannot. By
    /// name in a language.
    pub fn directory(&self, lang: &Lang) -> Vec<&'d Service> {
        let mut all: Vec<&Service> = self.services.values().copied().collect();
        all.sort_by_cached_key(|it| {
            let age = self.best_age(it);
            (age.is_none(), age == Some(Age::Overdue), it.name.get(lang).to_lowercase())
        });
        all
    }

    /// The first service to turn to for each need, when the suspect is a certain
    /// person; doors that must not be used then are passed over.
    pub fn doors_past(&self, suspect: Suspect, needs: &[NeedId]) -> Vec<&'d Service> {
        let mut doors: Vec<&Service> = Vec::new();
        for need in needs {
            let services = self.services_for(need).into_iter();
            let own =
                self.district.need(need).and_then(|it| self.services.get(&it.fallback).copied());
            let first = services
                .chain(own)
                .find(|it| self.is_live(it) && !it.forbidden_when.contains(&suspect));
            doors.extend(first.filter(|it| !doors.iter().any(|there| there.id == it.id)));
        }
        doors
    }

    /// Whom a child can turn to at school: the person of the third door, then all
    /// who receive reports.
    pub fn adults(&self) -> Vec<(&'d RoleId, &'d Person)> {
        let profile = &self.district.profile;
        let receives =
            |it: &RoleId| profile.roles.get(it).is_some_and(|it| it.reports == Reports::Receives);
        let people = self.people.iter().map(|(role, it)| (*role, *it));
        let asked = people.filter(|(role, _)| **role == profile.doors.adult || receives(role));
        let mut adults: Vec<(&RoleId, &Person)> = asked.collect();
        adults.sort_by_key(|(role, _)| **role != profile.doors.adult);
        adults
    }

    /// Whether a service has a channel that answers round the clock.
    pub fn always_answers(&self, service: &Service) -> bool {
        let live = live_channels(service, &self.district.profile.validity, self.as_of);
        live.iter()
            .any(|(it, _)| *it.schedule.as_ref().unwrap_or(&service.schedule) == Schedule::Always)
    }

    /// Whether a service can be reached at all.
    pub fn is_live(&self, service: &Service) -> bool {
        self.best_age(service).is_some()
    }

    /// How old the best check of a service's channels is; none where no channel
    /// may be shown.
    pub fn best_age(&self, service: &Service) -> Option<Age> {
        let live = live_channels(service, &self.district.profile.validity, self.as_of);
        live.first().map(|(_, age)| *age)
    }
}

/// The channels that may be shown on a day, fresh ones before overdue ones.
pub fn live_channels<'s>(
    service: &'s Service,
    validity: &Validity,
    as_of: Date,
) -> Vec<(&'s Channel, Age)> {
    let aged =
        service.channels.iter().filter_map(|it| Some((it, age(it, service, validity, as_of)?)));
    let mut live: Vec<(&Channel, Age)> = aged.filter(|(_, it)| *it != Age::Expired).collect();
    live.sort_by_key(|(_, age)| *age == Age::Overdue);
    live
}

/// How old a channel's check is on a day; none where nobody has checked.
pub fn age(channel: &Channel, service: &Service, validity: &Validity, as_of: Date) -> Option<Age> {
    let until = valid_until(channel, service, validity)?;
    let days = |count: i32| jiff::Span::new().days(count);
    let soon = until.saturating_sub(days(validity.due_soon));
    let gone = last_shown(until, validity);
    Some(match () {
        () if as_of <= soon => Age::Fresh,
        () if as_of <= until => Age::DueSoon,
        () if as_of <= gone => Age::Overdue,
        () => Age::Expired,
    })
}

/// The last day on which a channel's check holds; none where nobody has
/// checked.
pub fn valid_until(channel: &Channel, service: &Service, validity: &Validity) -> Option<Date> {
    let Verification::Checked { how, on, until, .. } = &channel.verification else { return None };
    let usual = match (how, service.hotline) {
        (How::OfficialSource, _) => validity.official_source,
        (_, true) => validity.hotline,
        (_, false) => validity.default,
    };
    Some(until.unwrap_or_else(|| on.saturating_add(jiff::Span::new().days(usual))))
}

/// The last day on which a channel is shown whose check holds until `until`.
pub fn last_shown(until: Date, validity: &Validity) -> Date {
    until.saturating_add(jiff::Span::new().days(validity.overdue))
}

/// Where to turn when a service does not answer: the first service down its
/// chain of fallbacks that can be reached.
pub fn fallback_of<'d>(
    district: &'d District,
    service: &Service,
    as_of: Date,
) -> Option<&'d Service> {
    let mut next = service.fallback.as_ref();
    // A chain is never longer than there are services; one that loops is an
    // error of its own.
    for _ in 0..district.services.len() {
        let candidate = &district.services.get(next?)?.value;
        let shown = candidate.publish == Publish::Yes && candidate.id != service.id;
        if shown && !live_channels(candidate, &district.profile.validity, as_of).is_empty() {
            return Some(candidate);
        }
        next = candidate.fallback.as_ref();
    }
    None
}
