//! All pages of one language, compiled once for the whole district.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use serde::Serialize;

use crate::diag::Diagnostic;
use crate::diag::code::Fault;
use crate::error::Error;
use crate::model::document::Guidance;
use crate::model::value::{Audience, Lang, NeedId, PolicyId, ServiceId};
use crate::model::words::Catalogue;
use crate::model::{District, Translations};
use crate::site::plan::{PageKind, Plan};
use crate::source::place::Place;

use super::cards::{Cards, Extent};
use super::html::Writer;
use super::minify::{Minified, minify};
use super::pages;
use super::stencil::{Holes, Stencil};
use super::theme::Theme;
use super::view::{DoorView, HelpView, LinkView};

/// What every text of one language is written for.
#[derive(Debug, Clone, Copy)]
pub struct Ground<'g> {
    /// The district.
    pub district: &'g District,
    /// Where pages lie.
    pub plan: &'g Plan,
    /// The language.
    pub lang: &'g Lang,
    /// The theme's words in that language.
    pub words: &'g Catalogue,
    /// The day.
    pub as_of: Date,
}

impl<'g> Ground<'g> {
    /// A word of the theme.
    pub fn word(&self, key: &str) -> String {
        self.words.get(key).to_owned()
    }

    /// What an audience is called.
    pub fn audience(&self, audience: Audience) -> String {
        self.word(&format!("audience_{}", audience.as_str()))
    }

    /// The link to a page.
    pub fn href(&self, kind: &PageKind) -> String {
        self.plan.href(self.lang, kind)
    }

    /// The guidance that stands on an audience's entry page.
    pub fn entry_of(&self, audience: Audience) -> Option<&'g Guidance> {
        let id = self.plan.entry(audience)?;
        self.district.guidance.get(&(audience, id.clone())).map(|it| &it.value)
    }

    /// Writes texts; `policy` is the policy whose slots they may use.
    pub fn writer(&self, policy: Option<&'g PolicyId>) -> Writer<'g> {
        Writer {
            district: self.district,
            plan: self.plan,
            lang: self.lang,
            words: self.words,
            policy,
            linked: BTreeSet::new(),
        }
    }

    /// Words in the page's language, or else in the default one; then with the
    /// language to mark them with, which is empty where they are in the page's
    /// own.
    pub fn words_in<'t, T>(&self, words: &'t Translations<T>) -> (&'t T, String) {
        let default = self.plan.default_lang();
        match words.in_lang(self.lang) {
            Some(there) => (there, String::new()),
            None if self.lang == default => (&words.own, String::new()),
            None => (&words.own, default.to_string()),
        }
    }

    /// Makes cards.
    pub fn cards(&self) -> Cards<'g> {
        Cards {
            district: self.district,
            plan: self.plan,
            lang: self.lang,
            words: self.words,
            as_of: self.as_of,
        }
    }
}

/// All pages of one language with their holes, and the parts that fill them.
#[derive(Debug)]
pub struct Volume<'d> {
    /// What it is written for.
    pub ground: Ground<'d>,
    /// Every hole of its pages.
    pub holes: Holes,
    /// Pages by their place in the plan.
    pub pages: BTreeMap<usize, Stencil>,
    /// Each service's card, in full and short.
    pub cards: BTreeMap<&'d ServiceId, (String, String)>,
    /// Each service with its numbers, in a line.
    pub ways: BTreeMap<&'d ServiceId, String>,
    /// The strip with the way to help, by the services of its two doors.
    pub helps: BTreeMap<(Option<&'d ServiceId>, Option<&'d ServiceId>), String>,
    /// The doors of the first page, by need and service.
    pub doors: BTreeMap<(&'d NeedId, &'d ServiceId), String>,
    /// Links to policies, as items of a list.
    pub policies: BTreeMap<&'d PolicyId, String>,
}

/// Renders templates of one language and collects what fails.
pub struct Press<'p> {
    /// The theme.
    pub theme: &'p Theme,
    /// The words.
    pub words: &'p Catalogue,
    /// The language.
    pub lang: &'p Lang,
}

impl Press<'_> {
    /// A template as minified HTML.
    pub fn print(
        &self,
        template: &str,
        view: &impl Serialize,
        found: &mut Vec<Diagnostic>,
    ) -> Result<String, Error> {
        let html = self.theme.render(template, view, self.words, self.lang.as_str(), found)?;
        Ok(match minify(&html) {
            Minified::Same(shorter) => shorter,
            Minified::Kept(why) => {
                let fault = Fault::MinifyChanges { template: template.to_owned(), why };
                found.push(Diagnostic::new(fault, Place::Nowhere));
                html
            }
        })
    }
}

impl<'d> Volume<'d> {
    /// Compiles everything of one language.
    ///
    /// # Errors
    /// When a template of the built-in theme fails.
    pub fn compile(
        ground: Ground<'d>,
        theme: &Theme,
        found: &mut Vec<Diagnostic>,
    ) -> Result<Volume<'d>, Error> {
        let press = Press { theme, words: ground.words, lang: ground.lang };
        let mut volume = Volume {
            ground,
            holes: Holes::default(),
            pages: BTreeMap::new(),
            cards: BTreeMap::new(),
            ways: BTreeMap::new(),
            helps: BTreeMap::new(),
            doors: BTreeMap::new(),
            policies: BTreeMap::new(),
        };
        volume.services(&press, found)?;
        volume.policy_links(&press, found)?;
        for (at, page) in
            ground.plan.pages.iter().enumerate().filter(|(_, it)| it.lang == *ground.lang)
        {
            let view = pages::view(&ground, page, &theme.css, &mut volume.holes);
            let html = press.print(template_of(&page.kind), &view, found)?;
            volume.pages.insert(at, Stencil::cut(&html));
        }
        Ok(volume)
    }

    /// Cards, doors and help strips.
    fn services(&mut self, press: &Press<'_>, found: &mut Vec<Diagnostic>) -> Result<(), Error> {
        let ground = self.ground;
        let cards = ground.cards();
        let doors = &ground.district.profile.doors;
        let (mut dangers, mut talks) = (vec![None], vec![None]);
        for (id, service) in ground.district.services.iter().map(|(id, it)| (id, &it.value)) {
            let full = press.print("parts/card.html", &cards.card(service, Extent::Full), found)?;
            let short =
                press.print("parts/card.html", &cards.card(service, Extent::Short), found)?;
            self.cards.insert(id, (full, short));
            let ways =
                press.print("parts/ways.html", &cards.card(service, Extent::Short), found)?;
            self.ways.insert(id, ways);
            for (need, template, list) in [
                (&doors.danger, "parts/door-danger.html", &mut dangers),
                (&doors.talk, "parts/door-talk.html", &mut talks),
            ] {
                if service.needs.contains(need) {
                    let view = door(&ground, need, id);
                    self.doors.insert((need, id), press.print(template, &view, found)?);
                    list.push(Some(id));
                }
            }
        }
        for danger in &dangers {
            for talk in &talks {
                let view = HelpView {
                    danger: danger.map(|it| door(&ground, &doors.danger, it)),
                    talk: talk.map(|it| door(&ground, &doors.talk, it)),
                };
                self.helps.insert((*danger, *talk), press.print("parts/help.html", &view, found)?);
            }
        }
        Ok(())
    }

    /// Links to policies.
    fn policy_links(
        &mut self,
        press: &Press<'_>,
        found: &mut Vec<Diagnostic>,
    ) -> Result<(), Error> {
        let ground = self.ground;
        for (id, policy) in &ground.district.policies {
            let (words, lang) = ground.words_in(&policy.value.words);
            let href = ground.href(&PageKind::Policy(id.clone()));
            let view = LinkView {
                about: words.summary.clone(),
                lang,
                ..LinkView::new(href, words.title.clone())
            };
            self.policies.insert(id, press.print("parts/policy-link.html", &view, found)?);
        }
        Ok(())
    }
}

/// A service as a way in.
fn door(ground: &Ground<'_>, need: &NeedId, service: &ServiceId) -> DoorView {
    let name = ground.district.need(need).map_or(need.as_str(), |it| it.name.get(ground.lang));
    let href =
        format!("{}#{}", ground.href(&PageKind::Directory), crate::site::plan::need_anchor(need));
    match ground.district.services.get(service) {
        Some(it) => ground.cards().door(name, &it.value, href),
        None => DoorView { need: name.to_owned(), name: String::new(), channels: Vec::new(), href },
    }
}

/// The template of a page.
fn template_of(kind: &PageKind) -> &'static str {
    match kind {
        PageKind::Home => "pages/home.html",
        PageKind::Entry(_) | PageKind::Reading(_) => "pages/audience.html",
        PageKind::Guidance(..) => "pages/guidance.html",
        PageKind::Protocols => "pages/protocols.html",
        PageKind::Protocol(_) => "pages/protocol.html",
        PageKind::Policies => "pages/policies.html",
        PageKind::Policy(_) => "pages/policy.html",
        PageKind::Directory => "pages/directory.html",
        PageKind::Glossary => "pages/glossary.html",
        PageKind::Laws => "pages/laws.html",
        PageKind::About | PageKind::Changes => "pages/text.html",
        PageKind::Exit => "pages/exit.html",
        PageKind::Missing => "pages/missing.html",
    }
}
