//! Rules about services and people.

use std::collections::BTreeSet;

use jiff::civil::Date;

use crate::diag::Diagnostic;
use crate::diag::code::Fault;
use crate::model::service::{Location, Publish, Schedule, Service};
use crate::model::value::ServiceId;
use crate::model::{District, Holder};
use crate::source::place::{FieldPath, Place};

/// [`Fault::NoSchools`]: a district without schools.
pub fn no_schools(district: &District, _: Date) -> Vec<Diagnostic> {
    let none = district.schools.is_empty();
    none.then(|| Diagnostic::new(Fault::NoSchools {}, Place::File(district.file)))
        .into_iter()
        .collect()
}

/// [`Fault::RoleUnfilled`]: a required role that nobody holds at a school.
pub fn roles_filled(district: &District, _: Date) -> Vec<Diagnostic> {
    let required: Vec<_> =
        district.profile.roles.iter().filter(|(_, it)| it.holder == Holder::Required).collect();
    let mut found = Vec::new();
    for school in district.schools.values() {
        for (role, _) in
            required.iter().filter(|(role, _)| !school.value.people.contains_key(*role))
        {
            let fault =
                Fault::RoleUnfilled { role: role.to_string(), school: school.value.name.clone() };
            found.push(Diagnostic::new(fault, Place::Field(school.file, "people".into())));
        }
    }
    found
}

/// [`Fault::NoChannel`]: a service with no channel and no word why.
pub fn channels_or_reason(district: &District, _: Date) -> Vec<Diagnostic> {
    let mute = |it: &&Service| it.channels.is_empty() && it.unverified.is_none();
    let services = district.services.values();
    let mute = services.filter(|it| mute(&&it.value));
    mute.map(|it| Diagnostic::new(Fault::NoChannel {}, Place::Field(it.file, "channels".into())))
        .collect()
}

/// [`Fault::ConfidentialArea`]: a confidential place named more finely than the
/// district.
pub fn confidential_areas(district: &District, _: Date) -> Vec<Diagnostic> {
    let coarsest = district.profile.area.level();
    let mut found = Vec::new();
    for service in district.services.values() {
        if let Location::Confidential { area } = &service.value.location
            && area.level() > coarsest
        {
            let fault = Fault::ConfidentialArea { code: area.to_string() };
            found.push(Diagnostic::new(
                fault,
                Place::Field(service.file, FieldPath::from("location.area")),
            ));
        }
    }
    found
}

/// [`Fault::FallbackLoop`] and [`Fault::FallbackEndsEarly`]: every chain of
/// fallbacks ends at a service that always answers.
pub fn fallback_chains(district: &District, _: Date) -> Vec<Diagnostic> {
    let shown = district.services.values().filter(|it| it.value.publish == Publish::Yes);
    let broken = shown.filter_map(|it| {
        let place = || Place::Field(it.file, "fallback".into());
        chain(district, &it.value).map(|fault| Diagnostic::new(fault, place()))
    });
    broken.collect()
}

/// What is wrong with the chain that begins at a service.
fn chain(district: &District, service: &Service) -> Option<Fault> {
    let mut seen: Vec<&ServiceId> = vec![&service.id];
    let mut at = service;
    loop {
        if always(at) {
            return None;
        }
        let Some(next) = &at.fallback else {
            return Some(Fault::FallbackEndsEarly { last: at.id.to_string() });
        };
        if seen.contains(&next) {
            let names: Vec<&str> = seen.iter().chain([&next]).map(|it| it.as_str()).collect();
            return Some(Fault::FallbackLoop { chain: names.join(" > ") });
        }
        seen.push(next);
        at = &district.services.get(next)?.value;
    }
}

/// Whether a service, or one of its channels, answers round the clock.
fn always(service: &Service) -> bool {
    let schedules: BTreeSet<bool> = service
        .channels
        .iter()
        .map(|it| *it.schedule.as_ref().unwrap_or(&service.schedule) == Schedule::Always)
        .collect();
    schedules.contains(&true)
}
