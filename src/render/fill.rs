//! What one school puts into the holes.
//!
//! Each hole is filled once for each school and language, however many pages it
//! stands on.

use crate::error::Error;
use crate::model::Reports;
use crate::model::protocol::Suspect;
use crate::model::school::Person;
use crate::model::service::{Age, Service};
use crate::model::value::{Audience, NeedId, PolicyId, RoleId, ServiceId, SlotId};
use crate::resolve::edition::Edition;
use crate::site::plan::PageKind;
use crate::site::sameness;

use super::html::{escape, link};
use super::stencil::{Hole, Holes, Stencil};
use super::theme::Theme;
use super::view::{AdultView, NeedCardsView, PersonView, PolicyListView};
use super::volume::{Press, Volume, doors_of};

/// One school's answers in one language.
pub struct Filler<'f, 'd> {
    /// The language's pages and parts.
    pub volume: &'f Volume<'d>,
    /// The theme.
    pub theme: &'f Theme,
    /// The school.
    pub edition: &'f Edition<'d>,
}

impl Filler<'_, '_> {
    /// Every hole of the language, filled, in order.
    ///
    /// # Errors
    /// When a template of the built-in theme fails.
    pub fn all(&self) -> Result<Vec<String>, Error> {
        self.holes(&self.volume.holes)
    }

    /// Every hole of a set, filled, in order.
    fn holes(&self, holes: &Holes) -> Result<Vec<String>, Error> {
        holes.all().iter().map(|it| self.hole(it)).collect()
    }

    /// One hole.
    fn hole(&self, hole: &Hole) -> Result<String, Error> {
        let doors = &self.edition.district.profile.doors;
        match hole {
            Hole::School => Ok(escape(&self.edition.school.name)),
            Hole::Code => Ok(sameness::check_code(self.edition).to_string()),
            Hole::Role(role) => Ok(self.role(role)),
            Hole::Policy(policy, text) => Ok(self.policy(policy, text)),
            Hole::Service(service, text) => Ok(self.service(service, text)),
            Hole::Need(need) => self.need(need),
            Hole::Call(needs) => Ok(self.call(needs)),
            Hole::Doors(suspect, needs) => Ok(self.doors(*suspect, needs)),
            Hole::Services => Ok(self.services()),
            Hole::Slot(policy, slot, hint) => Ok(self.slot(policy, slot, hint)),
            Hole::Addendum(policy) => self.addendum(policy),
            Hole::Policies(audience) => self.policies(*audience),
            Hole::Help => Ok(self.help()),
            Hole::Danger => Ok(self.door(&doors.danger)),
            Hole::Talk => Ok(self.door(&doors.talk)),
            Hole::Adult => self.adult(),
            Hole::Tongue(lang, link) => {
                let there = self.edition.languages.contains(&lang);
                Ok(if there { link.clone() } else { String::new() })
            }
        }
    }

    /// Who holds a role: the name, or else the role.
    fn role(&self, id: &RoleId) -> String {
        let lang = self.volume.ground.lang;
        let role =
            self.edition.district.profile.roles.get(id).map_or(id.as_str(), |it| it.name.get(lang));
        match self.edition.people.get(id).and_then(|it| it.name.as_ref()) {
            Some(name) => format!("{} ({})", escape(name), escape(role)),
            None => escape(role),
        }
    }

    /// A link to a policy that the school has adopted, or its words.
    fn policy(&self, id: &PolicyId, text: &str) -> String {
        if self.edition.policies.iter().any(|it| it.id == *id) {
            link(&self.volume.ground.href(&PageKind::Policy(id.clone())), text)
        } else {
            text.to_owned()
        }
    }

    /// A link to a service that serves here, or its words.
    fn service(&self, id: &ServiceId, text: &str) -> String {
        match self.edition.services.get(id) {
            Some(it) => link(&self.volume.ground.cards().href(it), text),
            None => text.to_owned(),
        }
    }

    /// The services that meet a need. Where none of them always answers, the
    /// need's fallback stands below them.
    fn need(&self, id: &NeedId) -> Result<String, Error> {
        let ground = self.volume.ground;
        let services = self.edition.services_for(id);
        let need = self.edition.district.need(id);
        let always = services.iter().any(|it| self.edition.always_answers(it));
        let fallback = need
            .map(|it| &it.fallback)
            .filter(|it| !always && !services.iter().any(|there| there.id == **it));
        let view = NeedCardsView {
            need: need.map_or(id.as_str(), |it| it.name.get(ground.lang)).to_owned(),
            cards: services.iter().map(|it| self.short(&it.id)).collect(),
            fallback: fallback.map_or(String::new(), |it| self.short(it).to_owned()),
        };
        let template =
            if services.is_empty() { "parts/need-empty.html" } else { "parts/need.html" };
        self.part(template, &view)
    }

    /// The first service to call for each of these needs.
    fn call(&self, needs: &[NeedId]) -> String {
        let mut called: Vec<&ServiceId> = Vec::new();
        for need in needs {
            let first =
                self.edition.services_for(need).into_iter().find(|it| self.edition.is_live(it));
            if let Some(service) = first.filter(|it| !called.contains(&&it.id)) {
                called.push(&service.id);
            }
        }
        called.into_iter().map(|it| self.short(it)).collect()
    }

    /// The doors past a suspect.
    fn doors(&self, suspect: Suspect, needs: &[NeedId]) -> String {
        let doors = self.edition.doors_past(suspect, needs).into_iter();
        doors.filter_map(|it| self.volume.ways.get(&it.id)).map(String::as_str).collect()
    }

    /// Every service in full: those that can be reached first, and of them those
    /// whose check holds.
    fn services(&self) -> String {
        let mut all: Vec<&Service> = self.edition.services.values().copied().collect();
        all.sort_by_cached_key(|it| {
            let age = self.edition.best_age(it);
            let name = it.name.get(self.volume.ground.lang).to_lowercase();
            (age.is_none(), age == Some(Age::Overdue), name)
        });
        all.into_iter()
            .filter_map(|it| self.volume.cards.get(&it.id))
            .map(|it| it.0.as_str())
            .collect()
    }

    /// A service's short card.
    fn short(&self, id: &ServiceId) -> &str {
        self.volume.cards.get(id).map_or("", |it| it.1.as_str())
    }

    /// What the school filled in, or the hint.
    fn slot(&self, policy: &PolicyId, slot: &SlotId, hint: &str) -> String {
        let words = self.volume.ground.words;
        let answer = self.edition.school.slots.get(policy).and_then(|it| it.get(slot));
        match answer {
            // The sentence round the slot has a full stop of its own.
            Some(text) => escape(text.get(self.volume.ground.lang).trim_end_matches('.')),
            None => format!("<mark>[{}: {hint}]</mark>", escape(words.get("not_filled"))),
        }
    }

    /// What the school adds to a policy.
    fn addendum(&self, id: &PolicyId) -> Result<String, Error> {
        let Some(body) = self.edition.school.addenda.get(id) else { return Ok(String::new()) };
        let ground = self.volume.ground;
        let mut holes = Holes::default();
        let html = ground.writer(Some(id)).body(&body.value, &mut holes);
        let mut text = Vec::new();
        Stencil::cut(&html).stamp(&self.holes(&holes)?, &mut text);
        let text = String::from_utf8(text).unwrap_or_default();
        let title = escape(ground.words.get("addendum_title"));
        Ok(format!("<section class=\"own\"><h2>{title}</h2>{text}</section>"))
    }

    /// The school's policies.
    fn policies(&self, audience: Option<Audience>) -> Result<String, Error> {
        let ground = self.volume.ground;
        let there = self
            .edition
            .policies
            .iter()
            .filter(|it| audience.is_none_or(|audience| it.audience.contains(&audience)));
        let linked =
            there.filter(|it| ground.plan.has(ground.lang, &PageKind::Policy(it.id.clone())));
        let items =
            linked.filter_map(|it| self.volume.policies.get(&it.id)).map(String::as_str).collect();
        self.part("parts/policy-list.html", &PolicyListView { items })
    }

    /// The strip with the way to help.
    fn help(&self) -> String {
        self.volume.helps.get(&doors_of(self.edition)).cloned().unwrap_or_default()
    }

    /// A door of the first page.
    fn door(&self, need: &NeedId) -> String {
        let first = self.edition.services_for(need).into_iter().next();
        let door = first.and_then(|it| self.volume.doors.get(&(need, &it.id)));
        door.cloned().unwrap_or_default()
    }

    /// Adults at school: the person of the door, and all who receive reports.
    fn adult(&self) -> Result<String, Error> {
        let profile = &self.edition.district.profile;
        let lang = self.volume.ground.lang;
        let receives =
            |it: &RoleId| profile.roles.get(it).is_some_and(|it| it.reports == Reports::Receives);
        let mut people: Vec<(&RoleId, &Person)> = self
            .edition
            .people
            .iter()
            .map(|(role, it)| (*role, *it))
            .filter(|(role, _)| **role == profile.doors.adult || receives(role))
            .collect();
        people.sort_by_key(|(role, _)| **role != profile.doors.adult);
        let person = |(role, it): (&RoleId, &Person)| PersonView {
            role: profile.roles.get(role).map_or(role.as_str(), |it| it.name.get(lang)).to_owned(),
            name: it.name.clone().unwrap_or_default(),
            title: it.title.as_ref().map_or("", |it| it.get(lang)).to_owned(),
        };
        let view = AdultView {
            people: people.into_iter().map(person).collect(),
            href: self.volume.ground.href(&PageKind::Entry(Audience::Child)),
        };
        self.part("parts/door-adult.html", &view)
    }

    /// A part of the theme with real values.
    fn part(&self, template: &str, view: &impl serde::Serialize) -> Result<String, Error> {
        let press = Press { theme: self.theme, phrases: &self.volume.phrases };
        press.print(template, view).map(|(html, _)| html)
    }
}
