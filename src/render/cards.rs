//! Services as cards: who, how to reach them, when, and when that was checked.

use jiff::civil::Date;

use crate::model::District;
use crate::model::service::{Age, Channel, Location, Schedule, Service};
use crate::model::value::Lang;
use crate::model::words::Catalogue;
use crate::resolve::edition::{fallback_of, live_channels};
use crate::site::plan::{PageKind, Plan, service_anchor};
use crate::telling::{Telling, Way, short_name};

use super::view::{CardView, ChannelView, DoorView, FallbackView};

/// What cards are written for.
#[derive(Debug, Clone, Copy)]
pub struct Cards<'c> {
    /// The district.
    pub district: &'c District,
    /// Where pages lie.
    pub plan: &'c Plan,
    /// The language.
    pub lang: &'c Lang,
    /// The theme's words.
    pub words: &'c Catalogue,
    /// The day.
    pub as_of: Date,
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
            it.as_ref().map_or("", |it| it.get(self.lang)).to_owned()
        };
        let why = match (&service.unverified, channels.is_empty()) {
            (Some(why), true) => why.get(self.lang).to_owned(),
            (None, true) => self.words.get("expired").to_owned(),
            (_, false) => String::new(),
        };
        let always = channels.iter().any(|it| it.always);
        let fallback = fallback_of(self.district, service, self.as_of).filter(|_| !always);
        CardView {
            anchor: service_anchor(&service.id),
            short: extent == Extent::Short,
            name: service.name.get(self.lang).to_owned(),
            about: service.about.get(self.lang).to_owned(),
            unverified: why,
            fallback: fallback.map(|it| FallbackView {
                name: short_name(it, self.lang).to_owned(),
                channels: self.channels(it),
            }),
            channels,
            eligible: self.telling().eligible(service),
            not_for: text(&service.not_for),
            languages: self.telling().languages(service),
            cost: self.telling().cost(service),
            access: text(&service.access),
            address: match &service.location {
                Location::Public { address, .. } => address.get(self.lang).to_owned(),
                Location::None | Location::Confidential { .. } => String::new(),
            },
            href: self.href(service),
        }
    }

    /// A service as one of the ways in.
    pub fn door(&self, need: &str, service: &Service, href: String) -> DoorView {
        DoorView {
            need: need.to_owned(),
            name: short_name(service, self.lang).to_owned(),
            channels: self.channels(service),
            href,
        }
    }

    /// The words of the language.
    fn telling(&self) -> Telling<'_> {
        let profile = &self.district.profile;
        Telling {
            words: self.words,
            lang: self.lang,
            default: profile.default_lang(),
            zone: profile.time_zone,
        }
    }

    /// The link to a service's full card.
    pub fn href(&self, service: &Service) -> String {
        let page = self.plan.href(self.lang, &PageKind::Directory);
        format!("{page}#{}", service_anchor(&service.id))
    }

    /// The ways to reach a service that may be shown today.
    pub fn channels(&self, service: &Service) -> Vec<ChannelView> {
        let live = live_channels(service, &self.district.profile.validity, self.as_of);
        live.into_iter().map(|(it, age)| self.channel(it, service, age)).collect()
    }

    /// One way to reach a service.
    fn channel(&self, channel: &Channel, service: &Service, age: Age) -> ChannelView {
        let schedule = channel.schedule.as_ref().unwrap_or(&service.schedule);
        let telling = self.telling();
        let Way { text, href } = telling.way(channel);
        ChannelView {
            kind: channel.reach.kind().to_owned(),
            kind_text: telling.kind(channel),
            href,
            text,
            label: channel.label.as_ref().map_or("", |it| it.get(self.lang)).to_owned(),
            hours: telling.hours(schedule),
            always: *schedule == Schedule::Always,
            checked: telling.checked(&channel.verification),
            age: match age {
                Age::Fresh => "fresh",
                Age::DueSoon => "due-soon",
                Age::Overdue | Age::Expired => "overdue",
            }
            .to_owned(),
        }
    }
}
