//! What the sheets of one school in one language are written on: its edition,
//! the theme's words, and services and people told in them.

use jiff::civil::Date;

use crate::model::body::Target;
use crate::model::school::Person;
use crate::model::service::{Age, Channel, Location, Service};
use crate::model::value::{Lang, NeedId, PolicyId, RoleId, SlotId, Text};
use crate::model::words::Catalogue;
use crate::model::{District, Publication, Translations};
use crate::resolve::edition::{Edition, live_channels};
use crate::site::sameness;
use crate::telling::{Telling, Way};

use super::view::{ImprintView, PersonView, ServiceView, WayView};

#[cfg(feature = "pdf")]
use super::dots::dots;

/// Without the typesetter nobody can see dots.
#[cfg(not(feature = "pdf"))]
fn dots(_: &str) -> String {
    String::new()
}

/// A school, a language, and the words for it.
#[derive(Debug, Clone, Copy)]
pub struct Desk<'d> {
    /// What applies to the school on the day.
    pub edition: &'d Edition<'d>,
    /// The language.
    pub lang: &'d Lang,
    /// The theme's words in it.
    pub words: &'d Catalogue,
}

impl<'d> Desk<'d> {
    /// The district.
    pub fn district(&self) -> &'d District {
        self.edition.district
    }

    /// A word of the theme.
    pub fn word(&self, key: &str) -> String {
        self.words.get(key).to_owned()
    }

    /// Words in the sheet's language, or else in the default one.
    pub fn words_in<'t, T>(&self, words: &'t Translations<T>) -> &'t T {
        words.in_lang(self.lang).unwrap_or(&words.own)
    }

    /// What stands on every sheet; `until` is the last day on which this one
    /// may hang.
    pub fn imprint(&self, title: String, until: Option<Date>) -> ImprintView {
        let profile = &self.district().profile;
        let school = self.edition.school;
        let site = school.site.as_ref();
        ImprintView {
            lang: self.lang.as_str().split('-').next().unwrap_or_default().to_owned(),
            title,
            school: school.name.clone(),
            district: profile.name.get(self.lang).to_owned(),
            sample: match profile.publication {
                Publication::Sample => self.word("sample_note"),
                Publication::Live => String::new(),
            },
            code: sameness::check_code(self.edition).to_string(),
            day: self.words.date(self.edition.as_of),
            until: until.map_or(String::new(), |it| self.words.date(it)),
            address: site.map_or(String::new(), |it| it.shown().to_owned()),
            dots: site.map_or(String::new(), |it| dots(it.as_str())),
        }
    }

    /// Services and channels in words.
    pub fn telling(&self) -> Telling<'d> {
        let profile = &self.district().profile;
        Telling {
            words: self.words,
            lang: self.lang,
            default: profile.default_lang(),
            zone: profile.time_zone,
        }
    }

    /// A service.
    pub fn service(&self, service: &Service) -> ServiceView {
        let telling = self.telling();
        let text = |it: &Option<Text>| it.as_ref().map_or("", |it| it.get(self.lang)).to_owned();
        let ways = self.ways(service);
        let why = match (&service.unverified, ways.is_empty()) {
            (Some(why), true) => why.get(self.lang).to_owned(),
            (None, true) => self.word("expired"),
            (_, false) => String::new(),
        };
        ServiceView {
            name: service.name.get(self.lang).to_owned(),
            short: service.short_name(self.lang).to_owned(),
            about: service.about.get(self.lang).to_owned(),
            ways,
            why,
            eligible: telling.eligible(service),
            caution: text(&service.not_for),
            cost: telling.cost(service),
            address: match &service.location {
                Location::Public { address, .. } => address.get(self.lang).to_owned(),
                Location::None | Location::Confidential { .. } => String::new(),
            },
        }
    }

    /// The ways to reach a service that may be shown today.
    pub fn ways(&self, service: &Service) -> Vec<WayView> {
        self.live(service).into_iter().map(|(it, age)| self.way(service, it, age)).collect()
    }

    /// The first number of a service, or its first address.
    pub fn first_way(&self, service: &Service) -> Option<Way> {
        let live = self.live(service);
        let number = live.iter().find(|(it, _)| it.reach.digits().is_some());
        number.or(live.first()).map(|(it, _)| self.telling().way(it))
    }

    /// The channels that may be shown today.
    pub fn live<'s>(&self, service: &'s Service) -> Vec<(&'s Channel, Age)> {
        live_channels(service, &self.district().profile.validity, self.edition.as_of)
    }

    /// A way to reach a service.
    fn way(&self, service: &Service, channel: &Channel, age: Age) -> WayView {
        let telling = self.telling();
        let Way { text, href } = telling.way(channel);
        WayView {
            kind: channel.reach.kind().to_owned(),
            kind_text: telling.kind(channel),
            shown: text,
            href,
            label: channel.label.as_ref().map_or("", |it| it.get(self.lang)).to_owned(),
            hours: channel.hours(service).map_or(String::new(), |it| telling.hours(it)),
            checked: telling.checked(&channel.verification),
            late: age == Age::Overdue,
        }
    }

    /// The services for a need, best first; where none can be reached, the one
    /// to turn to instead.
    pub fn services_of(&self, need: &NeedId) -> Vec<&'d Service> {
        let mut found = self.edition.services_for(need);
        if !found.iter().any(|it| self.edition.always_answers(it)) {
            let fallback = self.district().need(need).map(|it| &it.fallback);
            let fallback = fallback.and_then(|it| self.edition.services.get(it)).copied();
            found.extend(fallback.filter(|it| !found.iter().any(|there| there.id == it.id)));
        }
        found
    }

    /// The same, told.
    pub fn services_for(&self, need: &NeedId) -> Vec<ServiceView> {
        self.services_of(need).into_iter().map(|it| self.service(it)).collect()
    }

    /// The first service for a need that can be reached.
    pub fn first_for(&self, need: &NeedId) -> Option<&'d Service> {
        self.services_of(need).into_iter().find(|it| self.edition.is_live(it))
    }

    /// The first service that can be reached for each of these needs, each once.
    pub fn calls(&self, needs: &[NeedId]) -> Vec<&'d Service> {
        let mut calls: Vec<&Service> = Vec::new();
        for service in needs.iter().filter_map(|it| self.first_for(it)) {
            if !calls.iter().any(|it| it.id == service.id) {
                calls.push(service);
            }
        }
        calls
    }

    /// Every service, in the order of the pages.
    pub fn directory(&self) -> Vec<&'d Service> {
        self.edition.directory(self.lang)
    }

    /// Whom a child can turn to at school: who receives reports, the person of
    /// the first page first.
    pub fn receivers(&self) -> Vec<PersonView> {
        let adults = self.edition.adults().into_iter();
        adults.map(|(role, it)| self.person(role, it)).collect()
    }

    /// Everybody who holds a role.
    pub fn people(&self) -> Vec<PersonView> {
        self.edition.people.iter().map(|(role, it)| self.person(role, it)).collect()
    }

    /// Somebody with a role.
    fn person(&self, id: &RoleId, person: &Person) -> PersonView {
        let role = self.district().profile.roles.get(id);
        PersonView {
            role: role.map_or(id.as_str(), |it| it.name.get(self.lang)).to_owned(),
            name: person.name.clone().unwrap_or_default(),
            place: person.title.as_ref().map_or("", |it| it.get(self.lang)).to_owned(),
            duty: role
                .and_then(|it| it.duty.as_ref())
                .map_or("", |it| it.get(self.lang))
                .to_owned(),
        }
    }

    /// What the school has filled into a slot.
    pub fn slot(&self, policy: &PolicyId, slot: &SlotId) -> Option<String> {
        let text = self.edition.school.slots.get(policy)?.get(slot)?;
        // The sentence round the slot has a full stop of its own.
        Some(text.get(self.lang).trim_end_matches('.').to_owned())
    }

    /// What stands in brackets behind words that lead somewhere: as little as
    /// finds it.
    pub fn sign_of(&self, target: &Target) -> String {
        let protocol = |it: &_| self.district().protocols.get(it);
        match target {
            Target::Protocol(id) => protocol(id).map_or(id.to_string(), |it| it.value.code.clone()),
            _ => self.name_of(target),
        }
    }

    /// What a mention reads as.
    pub fn name_of(&self, target: &Target) -> String {
        let district = self.district();
        let lang = self.lang;
        match target {
            Target::School => self.edition.school.name.clone(),
            Target::Role(id) => self.role(id),
            Target::Policy(id) => district
                .policies
                .get(id)
                .map_or(id.to_string(), |it| self.words_in(&it.value.words).title.clone()),
            Target::Service(id) => district
                .services
                .get(id)
                .map_or(id.to_string(), |it| it.value.short_name(lang).to_owned()),
            Target::Protocol(id) => district.protocols.get(id).map_or(id.to_string(), |it| {
                format!("{} ({})", self.words_in(&it.value.words).title, it.value.code)
            }),
            Target::Page(audience, id) => district
                .guidance
                .get(&(*audience, id.clone()))
                .map_or(id.to_string(), |it| self.words_in(&it.value.words).title.clone()),
            Target::Form(id) => district
                .forms
                .get(id)
                .map_or(id.to_string(), |it| self.words_in(&it.value.words).title.clone()),
            Target::Need(id) => {
                district.need(id).map_or(id.as_str(), |it| it.name.get(lang)).to_owned()
            }
            Target::Law(id) => {
                district.laws.get(id).map_or(id.as_str(), |it| it.value.short.as_str()).to_owned()
            }
            Target::Term(id) => {
                district.terms.get(id).map_or(id.as_str(), |it| it.value.term.get(lang)).to_owned()
            }
            Target::Web(url) => url.shown().to_owned(),
            Target::Anchor(anchor) => anchor.clone(),
        }
    }

    /// Who holds a role: the name, or else the role.
    fn role(&self, id: &RoleId) -> String {
        let role = self.district().profile.roles.get(id);
        let role = role.map_or(id.as_str(), |it| it.name.get(self.lang));
        let person = self.edition.people.get(id);
        person.and_then(|it| it.in_a_sentence(role, self.lang)).unwrap_or_else(|| role.to_owned())
    }
}
