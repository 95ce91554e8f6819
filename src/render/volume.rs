//! All pages of one language, compiled once for the whole district.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;
use serde::Serialize;

use crate::diag::Diagnostic;
use crate::diag::code::Fault;
use crate::error::Error;
use crate::model::document::Policy;
use crate::model::service::Service;
use crate::model::value::{NeedId, PolicyId, ServiceId};
use crate::resolve::edition::{self, Edition};
use crate::site::plan::{Page, PageKind};
use crate::source::Sourced;
use crate::source::place::Place;

use super::cards::Extent;
use super::ground::Ground;
use super::minify::{Minified, minify};
use super::pages;
use super::stencil::{Holes, Stencil};
use super::theme::{Phrases, Theme};
use super::view::{DoorView, HelpView, LinkView};

/// The services behind the first two doors, where there are any.
pub type Doors<'d> = (Option<&'d ServiceId>, Option<&'d ServiceId>);

/// All pages of one language with their holes, and the parts that fill them.
#[derive(Debug)]
pub struct Volume<'d> {
    /// What it is written for.
    pub ground: Ground<'d>,
    /// The theme's words as templates see them.
    pub phrases: Phrases,
    /// Every hole of its pages.
    pub holes: Holes,
    /// Pages by their place in the plan.
    pub pages: BTreeMap<usize, Stencil>,
    /// Each service's card, in full and short.
    pub cards: BTreeMap<&'d ServiceId, (String, String)>,
    /// Each service with its numbers, in a line.
    pub ways: BTreeMap<&'d ServiceId, String>,
    /// The strip with the way to help, by the services of its two doors.
    pub helps: BTreeMap<Doors<'d>, String>,
    /// The doors of the first page, by need and service.
    pub doors: BTreeMap<(&'d NeedId, &'d ServiceId), String>,
    /// Links to policies, as items of a list.
    pub policies: BTreeMap<&'d PolicyId, String>,
}

/// Renders templates of one language and minifies what comes out.
#[derive(Debug)]
pub struct Press<'p> {
    /// The theme.
    pub theme: &'p Theme,
    /// The words.
    pub phrases: &'p Phrases,
}

/// HTML, and what was found wrong with its template.
type Printed = Result<(String, Vec<Diagnostic>), Error>;

impl Press<'_> {
    /// A template as minified HTML.
    pub fn print(&self, template: &str, view: &impl Serialize) -> Printed {
        let mut found = Vec::new();
        let html = self.theme.render(template, view, self.phrases, &mut found)?;
        Ok(match minify(&html) {
            Minified::Same(shorter) => (shorter, found),
            Minified::Kept(why) => {
                let fault = Fault::MinifyChanges { template: template.to_owned(), why };
                found.push(Diagnostic::new(fault, Place::Nowhere));
                (html, found)
            }
        })
    }

    /// The same template for many views, side by side; in order.
    fn print_all<V: Serialize + Sync>(
        &self,
        views: &[(&'static str, V)],
        found: &mut Vec<Diagnostic>,
    ) -> Result<Vec<String>, Error> {
        let printed: Vec<Printed> =
            views.par_iter().map(|(template, view)| self.print(template, view)).collect();
        let mut all = Vec::with_capacity(printed.len());
        for it in printed {
            let (html, faults) = it?;
            found.extend(faults);
            all.push(html);
        }
        Ok(all)
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
        let phrases = Phrases::of(ground.words, ground.lang);
        let press = Press { theme, phrases: &phrases };
        let mut holes = Holes::default();
        let all = ground.plan.pages.iter().enumerate();
        let own: Vec<(usize, &Page)> = all.filter(|(_, it)| it.lang == *ground.lang).collect();
        let view = |page: &Page, holes: &mut Holes| {
            (template_of(&page.kind), pages::view(&ground, page, &theme.css, holes))
        };
        let views: Vec<_> = own.iter().map(|(_, page)| view(page, &mut holes)).collect();
        let html = press.print_all(&views, found)?;
        let stencils = own.iter().zip(&html).map(|((at, _), it)| (*at, Stencil::cut(it)));
        Ok(Volume {
            pages: stencils.collect(),
            cards: cards(&ground, &press, found)?,
            ways: ways(&ground, &press, found)?,
            helps: helps(&ground, &press, found)?,
            doors: doors(&ground, &press, found)?,
            policies: policy_links(&ground, &press, found)?,
            phrases,
            ground,
            holes,
        })
    }
}

/// Every service's card, in full and short.
fn cards<'d>(
    ground: &Ground<'d>,
    press: &Press<'_>,
    found: &mut Vec<Diagnostic>,
) -> Result<BTreeMap<&'d ServiceId, (String, String)>, Error> {
    let services = &ground.district.services;
    let views = |extent| -> Vec<_> {
        let card = |it: &Sourced<Service>| ground.cards().card(&it.value, extent);
        services.values().map(|it| ("parts/card.html", card(it))).collect()
    };
    let full = press.print_all(&views(Extent::Full), found)?;
    let short = press.print_all(&views(Extent::Short), found)?;
    Ok(services.keys().zip(full.into_iter().zip(short)).collect())
}

/// Every service with its numbers, in a line.
fn ways<'d>(
    ground: &Ground<'d>,
    press: &Press<'_>,
    found: &mut Vec<Diagnostic>,
) -> Result<BTreeMap<&'d ServiceId, String>, Error> {
    let services = &ground.district.services;
    let card = |it: &Sourced<Service>| ground.cards().card(&it.value, Extent::Short);
    let views: Vec<_> = services.values().map(|it| ("parts/ways.html", card(it))).collect();
    Ok(services.keys().zip(press.print_all(&views, found)?).collect())
}

/// The doors of the first page, for every service that may stand behind one.
fn doors<'d>(
    ground: &Ground<'d>,
    press: &Press<'_>,
    found: &mut Vec<Diagnostic>,
) -> Result<BTreeMap<(&'d NeedId, &'d ServiceId), String>, Error> {
    let ways_in = &ground.district.profile.doors;
    let pairs =
        [(&ways_in.danger, "parts/door-danger.html"), (&ways_in.talk, "parts/door-talk.html")];
    let mut keys = Vec::new();
    let mut views = Vec::new();
    for (need, template) in pairs {
        let services = ground.district.services.iter();
        for (id, _) in services.filter(|(_, it)| it.value.needs.contains(need)) {
            keys.push((need, id));
            views.push((template, door(ground, need, id)));
        }
    }
    Ok(keys.into_iter().zip(press.print_all(&views, found)?).collect())
}

/// The strip with the way to help, for every pair of doors that a school has.
/// Doors depend on a school's area only, and there are few areas.
fn helps<'d>(
    ground: &Ground<'d>,
    press: &Press<'_>,
    found: &mut Vec<Diagnostic>,
) -> Result<BTreeMap<Doors<'d>, String>, Error> {
    let district = ground.district;
    let mut areas = BTreeSet::new();
    let schools = district.schools.values().map(|it| &it.value);
    let one_an_area: Vec<_> = schools.filter(|it| areas.insert(&it.area)).collect();
    let pairs: BTreeSet<Doors<'d>> = one_an_area
        .into_iter()
        .map(|school| doors_of(&edition::edition(district, school, ground.as_of)))
        .collect();
    let doors = &district.profile.doors;
    let view = |(danger, talk): &Doors<'d>| HelpView {
        danger: danger.map(|it| door(ground, &doors.danger, it)),
        talk: talk.map(|it| door(ground, &doors.talk, it)),
    };
    let views: Vec<_> = pairs.iter().map(|it| ("parts/help.html", view(it))).collect();
    Ok(pairs.iter().copied().zip(press.print_all(&views, found)?).collect())
}

/// The services behind a school's first two doors.
pub fn doors_of<'d>(edition: &Edition<'d>) -> Doors<'d> {
    let doors = &edition.district.profile.doors;
    let first = |need| edition.services_for(need).first().map(|it| &it.id);
    (first(&doors.danger), first(&doors.talk))
}

/// Links to policies.
fn policy_links<'d>(
    ground: &Ground<'d>,
    press: &Press<'_>,
    found: &mut Vec<Diagnostic>,
) -> Result<BTreeMap<&'d PolicyId, String>, Error> {
    let policies = &ground.district.policies;
    let view = |(id, policy): (&PolicyId, &Sourced<Policy>)| {
        let (words, lang) = ground.words_in(&policy.value.words);
        let href = ground.href(&PageKind::Policy(id.clone()));
        let link = LinkView::new(href, words.title.clone());
        ("parts/policy-link.html", LinkView { about: words.summary.clone(), lang, ..link })
    };
    let views: Vec<_> = policies.iter().map(view).collect();
    Ok(policies.keys().zip(press.print_all(&views, found)?).collect())
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
        PageKind::Guidance(..) | PageKind::Form(_) => "pages/guidance.html",
        PageKind::Forms => "pages/forms.html",
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
