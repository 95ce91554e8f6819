//! Services as cards: who, how to reach them, when, and when that was checked.

use jiff::civil::Date;

use crate::model::service::{Age, Channel, Location, Schedule, Service};
use crate::resolve::edition::{fallback_of, live_channels, valid_until};
use crate::site::plan::{PageKind, service_anchor};
use crate::telling::{Telling, Way};

use super::ground::Ground;
use super::view::{CardView, ChannelView, DoorView, FallbackView};

/// Makes cards.
#[derive(Debug, Clone, Copy)]
pub struct Cards<'c> {
    /// What they are written for.
    pub ground: Ground<'c>,
}

impl<'g> Ground<'g> {
    /// Makes cards.
    pub fn cards(&self) -> Cards<'g> {
        Cards { ground: *self }
    }
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
                name: it.short_name(self.ground.lang).to_owned(),
                channels: self.channels(it),
            }),
            channels,
            eligible: self.telling().eligible(service),
            not_for: text(&service.not_for),
            languages: self.telling().languages(service),
            cost: self.telling().cost(service),
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
            name: service.short_name(self.ground.lang).to_owned(),
            channels: self.channels(service),
            href,
        }
    }

    /// The words of the language.
    fn telling(&self) -> Telling<'_> {
        let profile = &self.ground.district.profile;
        Telling {
            words: self.ground.words,
            lang: self.ground.lang,
            default: profile.default_lang(),
            zone: profile.time_zone,
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
        let old_from = self.old_from(channel, service);
        let telling = self.telling();
        let Way { text, href } = telling.way(channel);
        ChannelView {
            kind: channel.reach.kind().to_owned(),
            kind_text: telling.kind(channel),
            href,
            text,
            label: channel.label.as_ref().map_or("", |it| it.get(self.ground.lang)).to_owned(),
            hours: channel.hours(service).map_or(String::new(), |it| telling.hours(it)),
            always: *schedule == Schedule::Always,
            checked: telling.checked(&channel.verification),
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
}
