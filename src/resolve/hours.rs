//! Who answers at this hour, and at which hours nobody does.
//!
//! A moment is a civil date and time in the district's own zone; nothing here
//! reads a clock. Hours that nobody has asked for count as closed: a child is
//! not sent to a door that may be locked.

use jiff::civil::{Date, DateTime};

use crate::model::service::{Age, Channel, Days, Publish, Schedule, Service};
use crate::model::value::{NeedId, ServiceId};

use super::edition::{Edition, live_channels};

/// The hours of a week.
pub const WEEK: usize = 168;

/// Why a service was passed over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Passed {
    /// It is kept back from publication.
    HeldBack,
    /// It does not serve the school's area.
    Elsewhere,
    /// It does not accept pupils of this school.
    NotForPupils,
    /// No channel of it has been checked, or every check has expired.
    NoLiveChannel,
    /// Nobody has asked for its hours.
    HoursUnknown,
    /// It is closed at this hour.
    Closed,
    /// It is closed on this day.
    Holiday,
}

/// A service that answers, with the channels that do.
#[derive(Debug, Clone)]
pub struct Answering<'d> {
    /// The service.
    pub service: &'d Service,
    /// Its channels that answer at that moment.
    pub channels: Vec<(&'d Channel, Age)>,
}

/// Who answers at a moment.
#[derive(Debug)]
pub struct Answers<'d> {
    /// Those who answer, in the order in which to try them.
    pub now: Vec<Answering<'d>>,
    /// The next to open within a week, and when.
    pub next: Option<(&'d Service, DateTime)>,
    /// The others, and why.
    pub passed: Vec<(&'d Service, Passed)>,
}

/// A need that nobody meets at some hours of the week.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gap<'d> {
    /// The need.
    pub need: &'d NeedId,
    /// How many of the 168 hours.
    pub hours: usize,
    /// The first of them.
    pub first: DateTime,
}

/// Who answers for a need at a school at a moment.
pub fn who<'d>(edition: &Edition<'d>, need: &NeedId, at: DateTime) -> Answers<'d> {
    let mut answers = Answers { now: Vec::new(), next: None, passed: Vec::new() };
    for service in candidates(edition, need) {
        match passed(edition, service, at) {
            None => answers
                .now
                .push(Answering { service, channels: open_channels(edition, service, at) }),
            Some(why) => {
                if let Some(opens) = opens_next(edition, service, at)
                    && answers.next.as_ref().is_none_or(|(_, it)| opens < *it)
                {
                    answers.next = Some((service, opens));
                }
                answers.passed.push((service, why));
            }
        }
    }
    // Among those who answer, the district's order decides, and then for whom it
    // is the main need.
    let place = |it: &Answering<'_>| {
        let main = it.service.needs.iter().position(|it| it == need).unwrap_or(usize::MAX);
        (it.service.place(), main)
    };
    answers.now.sort_by_key(place);
    answers
}

/// The needs that nobody meets at some hour of the week that begins on `from`.
pub fn gaps<'d>(edition: &Edition<'d>, from: Date) -> Vec<Gap<'d>> {
    edition.district.profile.needs.iter().filter_map(|it| gap(edition, &it.id, from)).collect()
}

/// The gap of one need.
fn gap<'d>(edition: &Edition<'d>, need: &'d NeedId, from: Date) -> Option<Gap<'d>> {
    let candidates = candidates(edition, need);
    let fit: Vec<&Service> =
        candidates.into_iter().filter(|it| standing(edition, it).is_none()).collect();
    let week = || hours_from(from);
    // A line that always answers settles it for all hours at once.
    if fit.iter().any(|it| it.closed_on.is_empty() && edition.always_answers(it)) {
        return None;
    }
    let silent = |at: &DateTime| !fit.iter().any(|it| passed(edition, it, *at).is_none());
    let first = week().find(silent)?;
    Some(Gap { need, hours: week().filter(|it| silent(it)).count(), first })
}

/// The 168 hours from midnight of a day.
fn hours_from(day: Date) -> impl Iterator<Item = DateTime> {
    let start = day.at(0, 0, 0, 0);
    (0..WEEK).map(move |hour| {
        start.saturating_add(jiff::Span::new().hours(i64::try_from(hour).unwrap_or_default()))
    })
}

/// Everybody who may be asked, in order: those who meet the need here, then
/// their fallbacks, then the need's own; last those who meet it elsewhere or
/// are held back, so that it can be said why.
fn candidates<'d>(edition: &Edition<'d>, need: &NeedId) -> Vec<&'d Service> {
    let services = &edition.district.services;
    let mut all: Vec<&Service> = edition.services_for(need);
    let mut at = 0;
    let add = |all: &mut Vec<&'d Service>, id: Option<&ServiceId>| {
        let found = id.and_then(|it| services.get(it)).map(|it| &it.value);
        if let Some(service) = found.filter(|it| !all.iter().any(|there| there.id == it.id)) {
            all.push(service);
        }
    };
    while let Some(service) = all.get(at) {
        let fallback = service.fallback.as_ref();
        add(&mut all, fallback);
        at += 1;
    }
    let own = edition.district.need(need).map(|it| &it.fallback);
    add(&mut all, own);
    for service in services.values().map(|it| &it.value).filter(|it| it.needs.contains(need)) {
        add(&mut all, Some(&service.id));
    }
    all
}

/// Why a service does not answer at a moment; none where it does.
fn passed(edition: &Edition<'_>, service: &Service, at: DateTime) -> Option<Passed> {
    if let Some(why) = standing(edition, service) {
        return Some(why);
    }
    if !open_channels(edition, service, at).is_empty() {
        return None;
    }
    let live = live_channels(service, &edition.district.profile.validity, edition.as_of);
    let schedules: Vec<&Schedule> =
        live.iter().map(|(it, _)| it.schedule.as_ref().unwrap_or(&service.schedule)).collect();
    Some(match () {
        () if on_holiday(service, at.date()) => Passed::Holiday,
        () if schedules.iter().all(|it| **it == Schedule::Unknown) => Passed::HoursUnknown,
        () => Passed::Closed,
    })
}

/// Why a service does not answer at any hour.
fn standing(edition: &Edition<'_>, service: &Service) -> Option<Passed> {
    match () {
        () if service.publish == Publish::HeldBack => Some(Passed::HeldBack),
        () if !service.service_area.serves(&edition.school.area) => Some(Passed::Elsewhere),
        () if !accepts_pupils(service, &edition.school.level) => Some(Passed::NotForPupils),
        () if !edition.is_live(service) => Some(Passed::NoLiveChannel),
        () => None,
    }
}

/// The channels that answer at a moment.
fn open_channels<'d>(
    edition: &Edition<'d>,
    service: &'d Service,
    at: DateTime,
) -> Vec<(&'d Channel, Age)> {
    if on_holiday(service, at.date()) {
        return Vec::new();
    }
    let live = live_channels(service, &edition.district.profile.validity, edition.as_of);
    live.into_iter()
        .filter(|(it, _)| is_open(it.schedule.as_ref().unwrap_or(&service.schedule), at))
        .collect()
}

/// When a service opens next, within a week.
fn opens_next(edition: &Edition<'_>, service: &Service, at: DateTime) -> Option<DateTime> {
    if standing(edition, service).is_some() {
        return None;
    }
    let minutes = |count: i64| at.saturating_add(jiff::Span::new().minutes(count));
    // Openings begin on a quarter of an hour; a week of them is soon searched.
    let to_quarter = 15 - i64::from(at.minute()) % 15;
    let week =
        (0..WEEK * 4).map(|it| minutes(to_quarter + 15 * i64::try_from(it).unwrap_or_default()));
    week.into_iter().find(|it| passed(edition, service, *it).is_none())
}

/// Whether a schedule is open at a moment.
fn is_open(schedule: &Schedule, at: DateTime) -> bool {
    match schedule {
        Schedule::Always => true,
        Schedule::Unknown => false,
        Schedule::Weekly(openings) => openings.iter().any(|it| {
            let (today, time) = (at.date().weekday(), at.time());
            if it.opens < it.closes {
                it.days.contains(&today) && it.opens <= time && time < it.closes
            } else {
                // Past midnight: the evening of this day, the morning after that.
                let evening = it.days.contains(&today) && it.opens <= time;
                evening || (it.days.contains(&today.previous()) && time < it.closes)
            }
        }),
    }
}

/// Whether a service is closed on a day.
fn on_holiday(service: &Service, day: Date) -> bool {
    service.closed_on.iter().any(|Days { first, last }| *first <= day && day <= *last)
}

/// Whether a service accepts pupils of this kind of school. One that is for some
/// pupils only cannot be promised to all.
fn accepts_pupils(service: &Service, level: &str) -> bool {
    let (youngest, oldest) = ages(level);
    let old_enough = service.eligibility.min_age.is_none_or(|it| it <= youngest);
    let young_enough = service.eligibility.max_age.is_none_or(|it| oldest <= it);
    old_enough && young_enough && service.eligibility.genders.is_empty()
}

/// The usual ages of pupils, in years.
fn ages(level: &str) -> (u8, u8) {
    match level {
        "sd" | "mi" => (6, 13),
        "smp" | "mts" => (12, 16),
        "sma" | "smk" | "ma" | "mak" => (15, 19),
        _ => (6, 19),
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::{Weekday, date, time};

    use super::*;
    use crate::model::service::Opening;

    fn weekly(days: &[Weekday], opens: i8, closes: i8) -> Schedule {
        Schedule::Weekly(vec![Opening {
            days: days.to_vec(),
            opens: time(opens, 0, 0, 0),
            closes: time(closes, 0, 0, 0),
        }])
    }

    #[track_caller]
    fn check(schedule: &Schedule, at: DateTime, open: bool) {
        assert_eq!(is_open(schedule, at), open, "{at}");
    }

    #[test]
    fn office_hours_end_when_they_say() {
        // 24 November 2026 is a Tuesday.
        let office = weekly(&[Weekday::Tuesday], 8, 15);
        check(&office, date(2026, 11, 24).at(7, 59, 0, 0), false);
        check(&office, date(2026, 11, 24).at(8, 0, 0, 0), true);
        check(&office, date(2026, 11, 24).at(14, 59, 0, 0), true);
        check(&office, date(2026, 11, 24).at(15, 0, 0, 0), false);
        check(&office, date(2026, 11, 25).at(9, 0, 0, 0), false);
    }

    #[test]
    fn a_night_shift_belongs_to_the_evening_it_began() {
        let night = weekly(&[Weekday::Saturday], 20, 6);
        check(&night, date(2026, 11, 28).at(21, 0, 0, 0), true);
        check(&night, date(2026, 11, 29).at(5, 59, 0, 0), true);
        check(&night, date(2026, 11, 29).at(6, 0, 0, 0), false);
        check(&night, date(2026, 11, 28).at(5, 0, 0, 0), false);
    }

    #[test]
    fn unknown_hours_are_closed_hours() {
        check(&Schedule::Unknown, date(2026, 11, 24).at(10, 0, 0, 0), false);
        check(&Schedule::Always, date(2026, 12, 25).at(3, 0, 0, 0), true);
    }

    #[test]
    fn a_week_has_168_hours() {
        assert_eq!(hours_from(date(2026, 11, 23)).count(), 168);
    }
}
