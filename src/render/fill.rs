//! What one school puts into the holes.
//!
//! Each hole is filled once for each school and language, however many pages it
//! stands on; and once for all schools of a kind, where they say the same in it.

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::model::protocol::Suspect;
use crate::model::school::Person;
use crate::model::service::Service;
use crate::model::value::{Audience, NeedId, PolicyId, RoleId, ServiceId, SlotId};
use crate::model::{Holder, Reports, Role};
use crate::resolve::edition::Edition;
use crate::site::Leaf;
use crate::site::hash::Recipe;
use crate::site::plan::{Book, PageKind};

use super::accent;
use super::html::{escape, link};
use super::people::adults_of;
use super::search;
use super::stencil::{Filling, Hole, Holes, Stencil};
use super::volume::{Volume, answer_of, doors_of, policies_of};

/// One school's answers in one language.
pub struct Filler<'f, 'd> {
    /// The language's pages and parts.
    pub volume: &'f Volume<'d>,
    /// The school.
    pub edition: &'f Edition<'d>,
    /// What its books of this language weigh, in bytes.
    pub weights: BTreeMap<Book, usize>,
    /// The sheets that lie beside its pages.
    pub leaves: &'f [Leaf],
    /// Its check code.
    pub code: String,
}

/// Whether each school has something of its own to say in a hole, even among
/// schools of one kind.
fn is_own(hole: &Hole) -> bool {
    match hole {
        Hole::School
        | Hole::Accent
        | Hole::Code
        | Hole::Role(_)
        | Hole::Weight(_)
        | Hole::Address
        | Hole::Rooted(..)
        | Hole::Slot(..)
        | Hole::Addendum(_)
        | Hole::Sheets
        | Hole::Adult
        | Hole::Name(_)
        | Hole::Title(_) => true,
        Hole::Policy(..)
        | Hole::Service(..)
        | Hole::Need(_)
        | Hole::Rows(_)
        | Hole::Call(_)
        | Hole::Doors(..)
        | Hole::Services
        | Hole::AllRows
        | Hole::Policies(_)
        | Hole::Index
        | Hole::Help
        | Hole::Danger
        | Hole::Talk
        | Hole::Tongue(..)
        | Hole::Day
        | Hole::Kept => false,
    }
}

/// How the services that meet a need are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    /// As cards, wherever a text asks for them.
    Cards,
    /// As rows, where the full cards stand on the same page.
    Rows,
}

impl<'f, 'd> Filler<'f, 'd> {
    /// What schools of an edition's kind put into the holes of a volume, in order;
    /// none where each school has something of its own to say.
    pub fn common(
        volume: &'f Volume<'d>,
        edition: &'f Edition<'d>,
    ) -> impl Iterator<Item = Option<String>> {
        let weights = BTreeMap::new();
        let filler = Filler { volume, edition, weights, leaves: &[], code: String::new() };
        let holes = volume.holes.all().iter();
        holes.map(move |it| (!is_own(it)).then(|| filler.hole(it)))
    }

    /// Every hole of the language, filled, in order, where this is known already
    /// of its kind.
    pub fn all(&self, common: &'f [Option<Filling>]) -> Vec<(Cow<'f, str>, Recipe)> {
        let fill = |(at, hole): (usize, &Hole)| {
            if let Some(Some(it)) = common.get(at) {
                return (Cow::Borrowed(it.text.as_str()), it.recipe);
            }
            let Filling { text, recipe } = Filling::from(self.hole(hole));
            (Cow::Owned(text), recipe)
        };
        self.volume.holes.all().iter().enumerate().map(fill).collect()
    }

    /// Every hole of a set, filled, in order.
    fn holes(&self, holes: &Holes) -> Vec<String> {
        holes.all().iter().map(|it| self.hole(it)).collect()
    }

    /// One hole.
    fn hole(&self, hole: &Hole) -> String {
        let doors = &self.edition.district.profile.doors;
        match hole {
            Hole::School => escape(&self.edition.school.name),
            Hole::Accent => self.accent(),
            Hole::Code => self.code.clone(),
            Hole::Role(role) => self.role(role),
            Hole::Policy(policy, text) => self.policy(policy, text),
            Hole::Service(service, text) => self.service(service, text),
            Hole::Need(need) => self.need(need, Form::Cards),
            Hole::Rows(need) => self.need(need, Form::Rows),
            Hole::Call(needs) => self.call(needs),
            Hole::Doors(suspect, needs, above) => self.doors(*suspect, needs, above),
            Hole::Services => {
                let cards = &self.volume.cards;
                self.sorted().filter_map(|it| cards.get(it)).map(|it| it.0.as_str()).collect()
            }
            Hole::AllRows => {
                let rows = &self.volume.rows;
                self.sorted().filter_map(|it| rows.get(it)).map(String::as_str).collect()
            }
            Hole::Weight(book) => self.weight(*book),
            Hole::Address => self.address(),
            Hole::Rooted(page, words, class) => self.rooted(page, words, class),
            Hole::Slot(policy, slot, hint) => self.slot(policy, slot, hint),
            Hole::Addendum(policy) => self.addendum(policy),
            Hole::Policies(audience) => self.policies(*audience),
            Hole::Index => self.index(),
            Hole::Sheets => self.sheets(),
            Hole::Help => self.help(),
            Hole::Danger => self.door(&doors.danger),
            Hole::Talk => self.door(&doors.talk),
            Hole::Adult => self.adult(),
            Hole::Name(role) => self.said(role, |it| it.name.as_deref()),
            Hole::Title(role) => {
                let lang = self.volume.ground.lang;
                self.said(role, |it| it.title.as_ref().map(|it| it.get(lang)))
            }
            Hole::Tongue(lang, link) => {
                let there = self.edition.languages.contains(&lang);
                if there { link.clone() } else { String::new() }
            }
            Hole::Day => escape(&self.volume.ground.day()),
            Hole::Kept => self.volume.kept.clone(),
        }
    }

    /// The school's colour, as a style of its own.
    fn accent(&self) -> String {
        let own = self.edition.school.accent;
        own.map_or(String::new(), accent::element)
    }

    /// Who holds a role: the person, or else the role, marked where a child would
    /// look for somebody who has not been appointed.
    fn role(&self, id: &RoleId) -> String {
        let ground = &self.volume.ground;
        let role = self.edition.district.profile.roles.get(id);
        let name = role.map_or(id.as_str(), |it| it.name.get(ground.lang));
        let person = self.edition.people.get(id);
        let missing = |it: &Role| {
            it.holder == Holder::Required
                || (it.holder == Holder::Optional && it.reports == Reports::Receives)
        };
        match person.and_then(|it| it.in_a_sentence(name, ground.lang)) {
            Some(called) => escape(&called),
            None if person.is_none() && role.is_some_and(missing) => {
                let mark = escape(ground.words.get("not_appointed"));
                format!("{} <mark>[{mark}]</mark>", escape(name))
            }
            None => escape(name),
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
    fn need(&self, id: &NeedId, form: Form) -> String {
        let there = match form {
            Form::Cards => &self.volume.needs,
            Form::Rows => &self.volume.lines,
        };
        there.get(&answer_of(self.edition, id)).cloned().unwrap_or_default()
    }

    /// The first service to call for each of these needs.
    fn call(&self, needs: &[NeedId]) -> String {
        self.called(needs).into_iter().map(|it| self.short(it)).collect()
    }

    /// Which services those are, each once.
    fn called(&self, needs: &[NeedId]) -> Vec<&ServiceId> {
        let mut called: Vec<&ServiceId> = Vec::new();
        for need in needs {
            let first =
                self.edition.services_for(need).into_iter().find(|it| self.edition.is_live(it));
            if let Some(service) = first.filter(|it| !called.contains(&&it.id)) {
                called.push(&service.id);
            }
        }
        called
    }

    /// The doors past a suspect. Those whose numbers stand at the head of the page
    /// are named, all in one line; their numbers are not said again.
    fn doors(&self, suspect: Suspect, needs: &[NeedId], above: &[NeedId]) -> String {
        let ground = self.volume.ground;
        let above = self.called(above);
        let doors = self.edition.doors_past(suspect, needs);
        let (named, others): (Vec<&Service>, Vec<&Service>) =
            doors.iter().partition(|it| above.contains(&&it.id));
        let name =
            |it: &&Service| link(&ground.cards().href(it), &escape(it.short_name(ground.lang)));
        let names = named.iter().map(name).collect::<Vec<String>>().join(", ");
        let word = |key| escape(ground.words.get(key));
        let line = format!("<p>{} {names} ({})</p>", word("turn_to"), word("numbers_above"));
        let ways = others.iter().filter_map(|it| self.volume.ways.get(&it.id));
        let ways: String = ways.map(String::as_str).collect();
        match (named.first(), doors.first()) {
            (None, _) => ways,
            // The best door comes first.
            (Some(best), Some(first)) if best.id == first.id => line + &ways,
            _ => ways + &line,
        }
    }

    /// Every service, in the directory's order.
    fn sorted(&self) -> impl Iterator<Item = &ServiceId> {
        self.edition.directory(self.volume.ground.lang).into_iter().map(|it| &it.id)
    }

    /// A link that holds at whatever address the page is shown, where the site's
    /// own address is known.
    fn rooted(&self, page: &str, words: &str, class: &str) -> String {
        let base = super::base_of(self.edition).map_or(String::new(), |it| it + "/");
        let href = escape(&format!("{base}{page}"));
        format!("<a class=\"{class}\" href=\"{href}\">{}</a>", escape(words))
    }

    /// What a book weighs, in thousands of bytes, as telephones count.
    fn weight(&self, book: Book) -> String {
        let bytes = self.weights.get(&book).copied().unwrap_or_default();
        format!("{} KB", bytes.div_ceil(1_000))
    }

    /// The address of the school's site as somebody types it.
    fn address(&self) -> String {
        let base = super::base_of(self.edition);
        base.map_or(String::new(), |it| {
            let typed = it.trim_start_matches("https://");
            format!("<p class=\"typed\">{}</p>", escape(typed))
        })
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
    fn addendum(&self, id: &PolicyId) -> String {
        let Some(body) = self.edition.school.addenda.get(id) else { return String::new() };
        let ground = self.volume.ground;
        let mut holes = Holes::default();
        let html = ground.writer(Some(id)).body(&body.value, &mut holes);
        let text = self.stamped(&holes, &Stencil::cut(&html));
        let title = escape(ground.words.get("addendum_title"));
        format!("<section class=\"own\"><h2>{title}</h2>{text}</section>")
    }

    /// The school's policies.
    fn policies(&self, audience: Option<Audience>) -> String {
        let ground = &self.volume.ground;
        let list = policies_of(ground, self.edition, audience);
        self.volume.lists.get(&list).cloned().unwrap_or_default()
    }

    /// The index of the school's pages.
    fn index(&self) -> String {
        let present = search::present(&self.volume.entries, self.volume.ground.plan, self.edition);
        self.volume.indexes.get(&present).cloned().unwrap_or_default()
    }

    /// The sheets beside the pages, those in the page's language first; where
    /// there are none, in a copy that is handed on, where they are.
    fn sheets(&self) -> String {
        let ground = &self.volume.ground;
        if self.leaves.is_empty() {
            return format!("<li>{}</li>", escape(ground.words.get("sheets_elsewhere")));
        }
        let up = if ground.lang == ground.plan.default_lang() { "" } else { "../" };
        let mut leaves: Vec<&Leaf> = self.leaves.iter().collect();
        leaves.sort_by_key(|it| it.lang != *ground.lang);
        let item = |it: &Leaf| {
            let kind = it.path.as_str().rsplit('.').next().unwrap_or_default().to_uppercase();
            let lang = if it.lang == *ground.lang {
                String::new()
            } else {
                format!(" lang=\"{}\"", it.lang)
            };
            let (path, title, kb) = (&it.path, escape(&it.title), it.bytes.div_ceil(1_000));
            format!(
                "<li><a href=\"{up}{path}\"{lang}><b>{title}</b> <small>{kind}, {kb} KB</small></a></li>"
            )
        };
        leaves.into_iter().map(item).collect()
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

    /// Adults at school.
    fn adult(&self) -> String {
        let door = self.volume.adults.get(&adults_of(&self.volume.ground, self.edition));
        let Some((holes, stencil)) = door else { return String::new() };
        self.stamped(holes, stencil)
    }

    /// What somebody who holds a role is called, or how to find the person.
    fn said(&self, role: &RoleId, said: impl Fn(&Person) -> Option<&str>) -> String {
        let person = self.edition.people.get(role);
        person.and_then(|it| said(it)).map_or(String::new(), escape)
    }

    /// A stencil with holes of its own, filled.
    fn stamped(&self, holes: &Holes, stencil: &Stencil) -> String {
        let mut text = Vec::new();
        stencil.stamp(&self.holes(holes), &mut text);
        String::from_utf8(text).unwrap_or_default()
    }
}
