//! All pages of one language, compiled once for the whole district.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use crate::diag::Diagnostic;
use crate::error::Error;
use crate::model::document::Policy;
use crate::model::service::Service;
use crate::model::value::{Audience, NeedId, PolicyId, ServiceId};
use crate::resolve::edition::Edition;
use crate::site::plan::{Page, PageKind};
use crate::source::Sourced;

use super::cards::Extent;
use super::ground::{Finish, Ground};
use super::pages;
use super::people::{Adults, adults};
use super::press::Press;
use super::search::{self, Entry};
use super::stencil::{Holes, Stencil};
use super::theme::{Phrases, Theme};
use super::view::{DoorView, HelpView, KeptView, LinkView, NeedCardsView, PolicyListView};

/// The services behind the first two doors, where there are any.
pub type Doors<'d> = (Option<&'d ServiceId>, Option<&'d ServiceId>);

/// A need, and the services that meet it somewhere, best first.
pub type Answer<'d> = (&'d NeedId, Vec<&'d ServiceId>);

/// Each service's card, in full and short.
pub type ServiceCards<'d> = BTreeMap<&'d ServiceId, (String, String)>;

/// A service as it is shown.
type Shown<'s> = &'s dyn Fn(&ServiceId) -> String;

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
    /// What its index may lead to.
    pub entries: Vec<Entry<'d>>,
    /// Each service's card, in full and short.
    pub cards: ServiceCards<'d>,
    /// Each service with its numbers, in a line.
    pub ways: BTreeMap<&'d ServiceId, String>,
    /// Each service with its numbers, as an item of a list.
    pub rows: BTreeMap<&'d ServiceId, String>,
    /// The services that meet a need as cards, by the need and these services.
    pub needs: BTreeMap<Answer<'d>, String>,
    /// The same as rows, where the full cards stand on the same page.
    pub lines: BTreeMap<Answer<'d>, String>,
    /// Indexes, by which entries they have.
    pub indexes: BTreeMap<Vec<usize>, String>,
    /// The third door of the first page, by who stands behind it.
    pub adults: Adults<'d>,
    /// Lists of policies, by the policies.
    pub lists: BTreeMap<Vec<&'d PolicyId>, String>,
    /// What kept pages say once the numbers at the doors are old.
    pub kept: String,
    /// The strip with the way to help, by the services of its two doors.
    pub helps: BTreeMap<Doors<'d>, String>,
    /// The doors of the first page, by need and service.
    pub doors: BTreeMap<(&'d NeedId, &'d ServiceId), String>,
}

impl<'d> Volume<'d> {
    /// Compiles everything of one language.
    ///
    /// # Errors
    /// When a template of the built-in theme fails.
    pub fn compile(
        ground: Ground<'d>,
        theme: &Theme,
        examples: &[Edition<'d>],
        found: &mut Vec<Diagnostic>,
    ) -> Result<Volume<'d>, Error> {
        let phrases = Phrases::of(ground.words, ground.lang);
        let press = Press { theme, phrases: &phrases, finish: ground.finish };
        let mut holes = Holes::default();
        let all = ground.plan.pages.iter().enumerate();
        let bound = |it: &Page| match it.kind {
            PageKind::Book(book) => Some(book),
            _ => None,
        };
        let own = |it: &Page| it.lang == *ground.lang && bound(it) == ground.book;
        let own: Vec<(usize, &Page)> = all.filter(|(_, it)| own(it)).collect();
        let view = |page: &Page, holes: &mut Holes| {
            (template_of(&page.kind), pages::view(&ground, page, &theme.sheets, holes))
        };
        let views: Vec<_> = own.iter().map(|(_, page)| view(page, &mut holes)).collect();
        let html = press.print_all(&views, found)?;
        let cut = |((at, _), it): (&(usize, &Page), &String)| (*at, Stencil::cut(it));
        let (pages, entries): (BTreeMap<usize, Stencil>, _) = match ground.finish {
            Finish::Published | Finish::Preview => (
                own.par_iter().zip(&html).map(cut).collect(),
                search::entries(&ground, &own, &html),
            ),
            Finish::Proof => (BTreeMap::new(), Vec::new()),
        };
        let cards = cards(&ground, &press, found)?;
        let policies = policy_links(&ground, &press, found)?;
        let rows = in_short("parts/row.html", &ground, &press, found)?;
        let short = |it: &ServiceId| cards.get(it).map_or("", |it| it.1.as_str()).to_owned();
        let row = |it: &ServiceId| rows.get(it).cloned().unwrap_or_default();
        Ok(Volume {
            pages,
            indexes: indexes(&ground, examples, &entries),
            entries,
            needs: needs(&ground, &press, (examples, &short), found)?,
            lines: in_rows(&ground, &press, (examples, &row), found)?,
            adults: adults(&ground, &press, examples, found)?,
            lists: lists(&ground, &press, (examples, &policies), found)?,
            cards,
            ways: in_short("parts/ways.html", &ground, &press, found)?,
            rows,
            kept: kept(&ground, &press, found)?,
            helps: helps(&ground, &press, examples, found)?,
            doors: doors(&ground, &press, found)?,
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
) -> Result<ServiceCards<'d>, Error> {
    let services = &ground.district.services;
    let views = |extent| -> Vec<_> {
        let card = |it: &Sourced<Service>| ground.cards().card(&it.value, extent);
        services.values().map(|it| ("parts/card.html", card(it))).collect()
    };
    let full = press.print_all(&views(Extent::Full), found)?;
    let short = press.print_all(&views(Extent::Short), found)?;
    Ok(services.keys().zip(full.into_iter().zip(short)).collect())
}

/// Every service in short, by a template.
fn in_short<'d>(
    template: &'static str,
    ground: &Ground<'d>,
    press: &Press<'_>,
    found: &mut Vec<Diagnostic>,
) -> Result<BTreeMap<&'d ServiceId, String>, Error> {
    let services = &ground.district.services;
    let card = |it: &Sourced<Service>| ground.cards().card(&it.value, Extent::Short);
    let views: Vec<_> = services.values().map(|it| (template, card(it))).collect();
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

/// The services that meet a need at a school.
pub fn answer_of<'n>(edition: &Edition<'n>, need: &'n NeedId) -> Answer<'n> {
    (need, edition.services_for(need).into_iter().map(|it| &it.id).collect())
}

/// The services that meet a need at a school, each as it is `shown`, and the
/// template for cards of them. Where
/// none of them always answers, the need's fallback stands below them.
pub fn need_view(
    ground: &Ground<'_>,
    shown: Shown<'_>,
    edition: &Edition<'_>,
    id: &NeedId,
) -> (&'static str, NeedCardsView) {
    let services = edition.services_for(id);
    let need = edition.district.need(id);
    let always = services.iter().any(|it| edition.always_answers(it));
    let fallback = need
        .map(|it| &it.fallback)
        .filter(|it| !always && !services.iter().any(|there| there.id == **it));
    let danger = &edition.district.profile.doors.danger;
    let other = |it: &ServiceId| {
        let found = edition.district.services.get(it);
        found.is_some_and(|it| it.value.is_for_danger_only(danger, std::slice::from_ref(id)))
    };
    let when = match fallback {
        _ if services.is_empty() => "need_empty",
        Some(it) if other(it) && !services.iter().any(|it| edition.is_live(it)) => "card_emergency",
        _ => "need_fallback",
    };
    let view = NeedCardsView {
        when: ground.word(when),
        need: need.map_or(id.as_str(), |it| it.name.get(ground.lang)).to_owned(),
        cards: services.iter().map(|it| shown(&it.id)).collect(),
        fallback: fallback.map_or(String::new(), shown),
    };
    (if services.is_empty() { "parts/need-empty.html" } else { "parts/need.html" }, view)
}

/// What stands where a text asks for the services of a need, in every area.
fn needs<'d>(
    ground: &Ground<'d>,
    press: &Press<'_>,
    (examples, short): (&[Edition<'d>], Shown<'_>),
    found: &mut Vec<Diagnostic>,
) -> Result<BTreeMap<Answer<'d>, String>, Error> {
    let (keys, views): (Vec<_>, Vec<_>) = answers(ground, examples, short).into_iter().unzip();
    Ok(keys.into_iter().zip(press.print_all(&views, found)?).collect())
}

/// The same in rows.
fn in_rows<'d>(
    ground: &Ground<'d>,
    press: &Press<'_>,
    (examples, row): (&[Edition<'d>], Shown<'_>),
    found: &mut Vec<Diagnostic>,
) -> Result<BTreeMap<Answer<'d>, String>, Error> {
    let (keys, views): (Vec<_>, Vec<_>) = answers(ground, examples, row).into_iter().unzip();
    let views: Vec<_> = views.into_iter().map(|(_, view)| ("parts/rows.html", view)).collect();
    Ok(keys.into_iter().zip(press.print_all(&views, found)?).collect())
}

/// Every need in every area.
fn answers<'d>(
    ground: &Ground<'d>,
    examples: &[Edition<'d>],
    shown: Shown<'_>,
) -> BTreeMap<Answer<'d>, (&'static str, NeedCardsView)> {
    let mut views = BTreeMap::new();
    for edition in examples {
        for need in &ground.district.profile.needs {
            let view = || need_view(ground, shown, edition, &need.id);
            views.entry(answer_of(edition, &need.id)).or_insert_with(view);
        }
    }
    views
}

/// The indexes of all schools.
fn indexes(
    ground: &Ground<'_>,
    examples: &[Edition<'_>],
    entries: &[Entry<'_>],
) -> BTreeMap<Vec<usize>, String> {
    let present = examples.iter().map(|it| search::present(entries, ground.plan, it));
    let sets: BTreeSet<Vec<usize>> = present.collect();
    let made = |it: Vec<usize>| (search::index(entries, &it), it);
    sets.into_par_iter().map(made).map(|(index, set)| (set, index)).collect()
}

/// The policies of a school for an audience, as far as they have pages.
pub fn policies_of<'d>(
    ground: &Ground<'_>,
    edition: &Edition<'d>,
    audience: Option<Audience>,
) -> Vec<&'d PolicyId> {
    let there = edition.policies.iter();
    let there = there.filter(|it| audience.is_none_or(|audience| it.audience.contains(&audience)));
    there
        .map(|it| &it.id)
        .filter(|it| ground.plan.has(ground.lang, &PageKind::Policy((*it).clone())))
        .collect()
}

/// The lists of policies of all schools: most have adopted the same.
fn lists<'d>(
    ground: &Ground<'d>,
    press: &Press<'_>,
    (examples, links): (&[Edition<'d>], &BTreeMap<&'d PolicyId, String>),
    found: &mut Vec<Diagnostic>,
) -> Result<BTreeMap<Vec<&'d PolicyId>, String>, Error> {
    let audiences = || Audience::ALL.into_iter().map(Some).chain([None]);
    let of = |edition| audiences().map(move |it| policies_of(ground, edition, it));
    let lists: BTreeSet<Vec<&PolicyId>> = examples.iter().flat_map(of).collect();
    let view = |list: &Vec<&PolicyId>| {
        let items = list.iter().filter_map(|it| links.get(*it)).map(String::as_str).collect();
        ("parts/policy-list.html", PolicyListView { items })
    };
    let views: Vec<_> = lists.iter().map(view).collect();
    Ok(lists.iter().cloned().zip(press.print_all(&views, found)?).collect())
}

/// The strip with the way to help, for every pair of doors that a school has.
fn helps<'d>(
    ground: &Ground<'d>,
    press: &Press<'_>,
    examples: &[Edition<'d>],
    found: &mut Vec<Diagnostic>,
) -> Result<BTreeMap<Doors<'d>, String>, Error> {
    let pairs: BTreeSet<Doors<'d>> = examples.iter().map(doors_of).collect();
    let doors = &ground.district.profile.doors;
    let view = |(danger, talk): &Doors<'d>| HelpView {
        danger: danger.map(|it| door(ground, &doors.danger, it)),
        talk: talk.map(|it| door(ground, &doors.talk, it)),
    };
    let views: Vec<_> = pairs.iter().map(|it| ("parts/help.html", view(it))).collect();
    Ok(pairs.iter().copied().zip(press.print_all(&views, found)?).collect())
}

/// What kept pages say once the numbers at the doors are old; nothing where none
/// of them ever is.
fn kept(
    ground: &Ground<'_>,
    press: &Press<'_>,
    found: &mut Vec<Diagnostic>,
) -> Result<String, Error> {
    let Some(day) = pages::old_from(ground) else { return Ok(String::new()) };
    let (html, faults) = press.print("parts/kept.html", &KeptView { old_from: day.to_string() })?;
    found.extend(faults);
    Ok(html)
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
    let href = ground.href_to(&PageKind::Directory, &crate::site::plan::need_anchor(need));
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
        PageKind::Print => "pages/print.html",
        PageKind::Protocols => "pages/protocols.html",
        PageKind::Protocol(_) => "pages/protocol.html",
        PageKind::Policies => "pages/policies.html",
        PageKind::Policy(_) => "pages/policy.html",
        PageKind::Directory => "pages/directory.html",
        PageKind::Glossary => "pages/glossary.html",
        PageKind::Laws => "pages/laws.html",
        PageKind::Index => "pages/index.html",
        PageKind::About | PageKind::Changes | PageKind::Traces => "pages/text.html",
        PageKind::Book(_) => "pages/book.html",
        PageKind::Exit => "pages/exit.html",
        PageKind::Missing => "pages/missing.html",
    }
}
