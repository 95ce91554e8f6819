//! Services as cards: who, how to reach them, when, and when that was checked.

use jiff::civil::{Date, Time};

use crate::model::number::national;
use crate::model::service::{
    Age, Channel, Cost, Eligibility, How, Location, Opening, Reach, Schedule, Service, Verification,
};
use crate::model::value::Lang;
use crate::model::words::Catalogue;
use crate::resolve::edition::{fallback_of, live_channels, valid_until};
use crate::site::plan::{PageKind, service_anchor};

use super::ground::Ground;
use super::view::{CardView, ChannelView, DoorView, FallbackView};

/// Makes cards.
#[derive(Debug, Clone, Copy)]
pub struct Cards<'c> {
    /// What they are written for.
    pub ground: Ground<'c>,
}

/// How much of a service a card shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Extent {
    /// Everything.
    Full,
    /// What is needed to call.
    Short,
}

impl Cards<'_> {
    /// A service's card.
    pub fn card(&self, service: &Service, extent: Extent) -> CardView {
        let channels = self.channels(service);
        let text = |it: &Option<crate::model::value::Text>| {
            it.as_ref().map_or("", |it| it.get(self.ground.lang)).to_owned()
        };
        let why = match (&service.unverified, channels.is_empty()) {
            (Some(why), true) => why.get(self.ground.lang).to_owned(),
            (None, true) => self.ground.words.get("expired").to_owned(),
            (_, false) => String::new(),
        };
        let always = channels.iter().any(|it| it.always);
        let fallback =
            fallback_of(self.ground.district, service, self.ground.as_of).filter(|_| !always);
        CardView {
            anchor: service_anchor(&service.id),
            short: extent == Extent::Short,
            name: service.name.get(self.ground.lang).to_owned(),
            about: service.about.get(self.ground.lang).to_owned(),
            unverified: why,
            fallback: fallback.map(|it| FallbackView {
                when: self.when(service, it, &channels),
                name: super::short_name(it, self.ground.lang).to_owned(),
                channels: self.channels(it),
            }),
            channels,
            eligible: self.eligible(service),
            not_for: text(&service.not_for),
            languages: self.languages(service),
            cost: self.ground.words.get(cost_key(service.cost)).to_owned(),
            access: text(&service.access),
            address: match &service.location {
                Location::Public { address, .. } => address.get(self.ground.lang).to_owned(),
                Location::None | Location::Confidential { .. } => String::new(),
            },
            href: self.href(service),
        }
    }

    /// A service as one of the ways in.
    pub fn door(&self, need: &str, service: &Service, href: String) -> DoorView {
        DoorView {
            need: need.to_owned(),
            name: super::short_name(service, self.ground.lang).to_owned(),
            channels: self.channels(service),
            href,
        }
    }

    /// When to turn to a service's fallback.
    fn when(&self, service: &Service, fallback: &Service, channels: &[ChannelView]) -> String {
        let danger = &self.ground.district.profile.doors.danger;
        let key = match () {
            () if !channels.is_empty() => "card_fallback",
            () if fallback.is_for_danger_only(danger, &service.needs) => "card_emergency",
            () => "card_instead",
        };
        self.ground.word(key)
    }

    /// The link to a service's full card.
    pub fn href(&self, service: &Service) -> String {
        self.ground.href_to(&PageKind::Directory, &service_anchor(&service.id))
    }

    /// The ways to reach a service that may be shown today.
    pub fn channels(&self, service: &Service) -> Vec<ChannelView> {
        let live =
            live_channels(service, &self.ground.district.profile.validity, self.ground.as_of);
        live.into_iter().map(|(it, age)| self.channel(it, service, age)).collect()
    }

    /// One way to reach a service.
    fn channel(&self, channel: &Channel, service: &Service, age: Age) -> ChannelView {
        let schedule = channel.schedule.as_ref().unwrap_or(&service.schedule);
        let kind = channel.reach.kind();
        let old_from = self.old_from(channel, service);
        let (href, text) = match &channel.reach {
            Reach::ShortCode(code) => (format!("tel:{}", code.as_str()), code.as_str().to_owned()),
            Reach::Telephone(it) => (format!("tel:{}", it.digits()), it.shown().to_owned()),
            Reach::WhatsApp { number, display } => {
                (format!("https://wa.me/{}", number.as_str()), local(number.as_str(), display))
            }
            Reach::Email(it) => (format!("mailto:{}", it.as_str()), it.as_str().to_owned()),
            Reach::Web(it) => (it.as_str().to_owned(), it.shown().to_owned()),
            Reach::Door(it) => (String::new(), it.get(self.ground.lang).to_owned()),
        };
        ChannelView {
            kind: kind.to_owned(),
            kind_text: self
                .ground
                .words
                .get(&format!("kind_{}", kind.replace('-', "_")))
                .to_owned(),
            href,
            text,
            label: channel.label.as_ref().map_or("", |it| it.get(self.ground.lang)).to_owned(),
            hours: channel.hours(service).map_or(String::new(), |it| self.hours(it)),
            always: *schedule == Schedule::Always,
            checked: self.checked(&channel.verification),
            age: match age {
                Age::Fresh => "fresh",
                Age::DueSoon => "due-soon",
                Age::Overdue | Age::Expired => "overdue",
            }
            .to_owned(),
            old_from: old_from.map_or(String::new(), |it| it.to_string()),
        }
    }

    /// The first day on which a channel's check holds no more, if it is to come.
    pub fn old_from(&self, channel: &Channel, service: &Service) -> Option<Date> {
        let until = valid_until(channel, service, &self.ground.district.profile.validity)?;
        (until >= self.ground.as_of).then(|| until.saturating_add(jiff::Span::new().days(1)))
    }

    /// When it was checked, and how.
    fn checked(&self, verification: &Verification) -> String {
        match verification {
            Verification::Unverified => String::new(),
            Verification::Checked { how, on, .. } => {
                let day = self.ground.words.date(*on);
                let words = |key| self.ground.words.get(key);
                format!("{} {day}, {}", words(checked_key(*how)), words(how_key(*how)))
            }
        }
    }

    /// Hours in words.
    fn hours(&self, schedule: &Schedule) -> String {
        match schedule {
            Schedule::Always => self.ground.words.get("always").to_owned(),
            Schedule::Unknown => self.ground.words.get("hours_unknown").to_owned(),
            Schedule::Weekly(openings) => {
                let each: Vec<String> = openings.iter().map(|it| self.opening(it)).collect();
                format!("{} {}", each.join("; "), self.ground.district.profile.time_zone.as_str())
            }
        }
    }

    /// One line of hours: days that follow each other as a range.
    fn opening(&self, opening: &Opening) -> String {
        let mut days: Vec<i8> = opening.days.iter().map(|it| it.to_monday_zero_offset()).collect();
        days.sort_unstable();
        days.dedup();
        let name =
            |it: i8| self.ground.words.day(usize::try_from(it).unwrap_or_default()).to_owned();
        let in_a_row = days.windows(2).all(|it| it[1] == it[0] + 1);
        let words = match days.as_slice() {
            [first, .., last] if in_a_row && days.len() > 2 => {
                format!("{}–{}", name(*first), name(*last))
            }
            _ => days.iter().map(|it| name(*it)).collect::<Vec<_>>().join(", "),
        };
        format!("{words} {}–{}", clock(opening.opens), clock(opening.closes))
    }

    /// For whom, with ages.
    fn eligible(&self, service: &Service) -> String {
        let Eligibility { min_age, max_age, genders } = &service.eligibility;
        let mut parts: Vec<String> =
            service.for_whom.iter().map(|it| it.get(self.ground.lang).to_owned()).collect();
        parts.extend(min_age.map(|it| format!("{} {it}", self.ground.words.get("eligible_from"))));
        parts.extend(max_age.map(|it| format!("{} {it}", self.ground.words.get("eligible_to"))));
        parts.extend((!genders.is_empty()).then(|| genders.join(", ")));
        parts.join(" · ")
    }

    /// The languages a service speaks.
    fn languages(&self, service: &Service) -> String {
        let default = [self.ground.district.profile.default_lang().clone()];
        let spoken = if service.languages.is_empty() { &default[..] } else { &service.languages };
        let names = spoken.iter().map(|it| language_name(self.ground.words, it));
        names.collect::<Vec<_>>().join(", ")
    }
}

/// A language's name, or its tag where the theme has no name for it.
pub fn language_name(words: &Catalogue, lang: &Lang) -> String {
    let key = format!("languages_name_{lang}");
    words.words.get(&key).cloned().unwrap_or_else(|| lang.to_string())
}

/// A `WhatsApp` number as people read it.
fn local(number: &str, display: &str) -> String {
    if display.starts_with('+') { national(number) } else { display.to_owned() }
}

/// `08.00`, as it is written in Indonesia.
fn clock(time: Time) -> String {
    format!("{:02}.{:02}", time.hour(), time.minute())
}

/// The word for a cost.
fn cost_key(cost: Cost) -> &'static str {
    match cost {
        Cost::Free => "cost_free",
        Cost::Paid => "cost_paid",
        Cost::Unknown => "cost_unknown",
    }
}

/// The word for how a channel was checked.
fn how_key(how: How) -> &'static str {
    match how {
        How::Called => "how_called",
        How::Messaged => "how_messaged",
        How::Visited => "how_visited",
        How::Letter => "how_letter",
        How::OfficialSource => "how_official_source",
    }
}

/// The word for having checked it: to read a page is not to try a number.
fn checked_key(how: How) -> &'static str {
    match how {
        How::Called | How::Messaged | How::Visited | How::Letter => "checked",
        How::OfficialSource => "checked_source",
    }
}
