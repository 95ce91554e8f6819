//! Views of pages: what of the district goes into which page, in words.
//!
//! One view is made for each page of a district and language, not for each
//! school. What a school puts in is a hole in the view.

use jiff::civil::Date;

use crate::model::body::Body;
use crate::model::document::{DocumentWords, Guidance, Policy, Review, Reviewer};
use crate::model::form::{Form, FormKind};
use crate::model::law::{Evidence, Law, LawStatus, Term};
use crate::model::protocol::{Class, Protocol, ProtocolWords, Suspect, Within};
use crate::model::service::{Age, Bsan, Publish, Service};
use crate::model::value::{Audience, Lang, LawId, NeedId, PolicyId};
use crate::model::{NoticeKind, Publication, Translations};
use crate::resolve::edition::live_channels;
use crate::site::plan::{Book, Page, PageKind, WORKER, anchor, need_anchor};
use crate::telling::language_name;

use super::ground::Ground;
use super::html::{self, escape};
use super::script;
use super::stencil::{Hole, Holes};
use super::theme::Sheets;
use super::view::{
    AudienceView, BookView, BoundProtocolView, ChapterView, ClockView, ControlView, DirectoryView,
    GuidanceView, HomeView, IndexView, LawView, LinkView, MissingView, NeedView, NoteView,
    PageView, PartView, PolicyView, ProtocolView, ShelfView, StepView, SuspectView, TermView,
};

/// The view of one page.
pub fn view(ground: &Ground<'_>, page: &Page, sheets: &Sheets, holes: &mut Holes) -> PageView {
    let mut notes = Vec::new();
    let title = title(ground, page);
    let lead = lead(ground, page, holes);
    let part = part(ground, page, holes, &mut notes);
    let audience = match &page.kind {
        PageKind::Entry(audience)
        | PageKind::Reading(audience)
        | PageKind::Guidance(audience, _) => Some(*audience),
        _ => None,
    };
    let letter = is_letter(ground, &page.kind);
    PageView {
        lang: ground.lang.to_string(),
        title: tab(ground, page, &title),
        heading: title,
        lead,
        css: sheets.for_page(&page.kind).to_owned(),
        accent: holes.mark(Hole::Accent),
        script: script::page(),
        worker: if page.kind.is_for_staff() { WORKER.to_owned() } else { String::new() },
        kept: holes.mark(Hole::Kept),
        hue: if letter { "letter".to_owned() } else { hue(audience) },
        school: holes.mark(Hole::School),
        district: ground.district.profile.name.get(ground.lang).to_owned(),
        sample: ground.district.profile.publication == Publication::Sample,
        audience: audience.map_or("", Audience::as_str).to_owned(),
        audience_name: audience.map_or(String::new(), |it| ground.audience(it)),
        up: up(ground, page),
        languages: languages(ground, page, holes),
        help: holes.mark(Hole::Help),
        exit: ground.href(&PageKind::Exit),
        foot: foot(ground, page),
        address: address(&page.kind, holes),
        built_on: holes.mark(Hole::Day),
        code: code(page, holes),
        notes,
        part,
    }
}

/// The check code, on every page but the neutral one, which says nothing about the
/// site it belongs to.
fn code(page: &Page, holes: &mut Holes) -> String {
    match page.kind {
        PageKind::Exit => String::new(),
        _ => holes.mark(Hole::Code),
    }
}

/// Whether a page is a letter, which leaves the school on paper.
fn is_letter(ground: &Ground<'_>, kind: &PageKind) -> bool {
    let PageKind::Form(id) = kind else { return false };
    ground.district.forms.get(id).is_some_and(|it| it.value.kind == FormKind::Letter)
}

/// The page above the schools.
pub fn front(ground: &Ground<'_>, schools: Vec<LinkView>, sheets: &Sheets) -> PageView {
    let district = ground.district.profile.name.get(ground.lang).to_owned();
    PageView {
        lang: ground.lang.to_string(),
        title: ground.word("title_home"),
        heading: ground.word("front_heading"),
        lead: escape(ground.words.get("front_lead")),
        css: sheets.start.clone(),
        accent: String::new(),
        script: script::page(),
        worker: String::new(),
        kept: String::new(),
        hue: String::new(),
        school: escape(&district),
        district,
        sample: ground.district.profile.publication == Publication::Sample,
        audience: String::new(),
        audience_name: String::new(),
        up: None,
        languages: Vec::new(),
        help: String::new(),
        exit: ground.href(&PageKind::Exit),
        foot: Vec::new(),
        address: String::new(),
        built_on: ground.day(),
        code: String::new(),
        notes: Vec::new(),
        part: PartView::Front(schools),
    }
}

/// The first day on which a number of the doors has to be checked again.
pub fn old_from(ground: &Ground<'_>) -> Option<Date> {
    let district = ground.district;
    let doors = &district.profile.doors;
    let behind = |it: &&Service| it.needs.contains(&doors.danger) || it.needs.contains(&doors.talk);
    let services = district.services.values().map(|it| &it.value).filter(behind);
    let channels = services.flat_map(|service| {
        let live = live_channels(service, &district.profile.validity, ground.as_of);
        live.into_iter().filter_map(|(it, _)| ground.cards().old_from(it, service))
    });
    channels.min()
}

/// The audience, where its pages have a colour of their own. Those of children
/// and counsellors, which must be small, have that of the site.
fn hue(audience: Option<Audience>) -> String {
    let own = |it: &Audience| matches!(it, Audience::Parent | Audience::Teacher | Audience::Head);
    audience.filter(own).map_or(String::new(), |it| it.as_str().to_owned())
}

/// The page's own part.
fn part(
    ground: &Ground<'_>,
    page: &Page,
    holes: &mut Holes,
    notes: &mut Vec<NoteView>,
) -> PartView {
    let district = ground.district;
    match &page.kind {
        PageKind::Home => PartView::Home(home(ground, holes)),
        PageKind::Entry(audience) => PartView::Audience(entry(ground, *audience, holes, notes)),
        PageKind::Reading(audience) => PartView::Audience(reading(ground, *audience, holes)),
        PageKind::Guidance(audience, id) => {
            let found = district.guidance.get(&(*audience, id.clone()));
            PartView::Guidance(match found {
                Some(it) => guidance(ground, &it.value, holes, notes),
                None => GuidanceView::default(),
            })
        }
        PageKind::Forms => PartView::Forms(forms(ground)),
        PageKind::Print => PartView::Print(holes.mark(Hole::Sheets)),
        PageKind::Form(id) => {
            let words = district.forms.get(id).map(|it| &it.value.words);
            PartView::Guidance(text(ground, words, holes, notes))
        }
        PageKind::Protocols => PartView::Protocols(protocols(ground)),
        PageKind::Protocol(id) => match district.protocols.get(id) {
            Some(it) => PartView::Protocol(Box::new(protocol(ground, &it.value, holes, notes))),
            None => PartView::Missing(missing(ground, holes)),
        },
        PageKind::Policies => PartView::Policies(holes.mark(Hole::Policies(None))),
        PageKind::Policy(id) => match district.policies.get(id) {
            Some(it) => PartView::Policy(Box::new(policy(ground, &it.value, holes, notes))),
            None => PartView::Missing(missing(ground, holes)),
        },
        PageKind::Directory => {
            overdue_number(ground, notes);
            PartView::Directory(directory(ground, holes))
        }
        PageKind::Glossary => PartView::Glossary(glossary(ground)),
        PageKind::Laws => PartView::Laws(all_laws(ground)),
        PageKind::Index => {
            PartView::Index(IndexView { list: holes.mark(Hole::Index), script: script::search() })
        }
        PageKind::About => PartView::Text(notice(ground, NoticeKind::About, holes, notes)),
        PageKind::Changes => PartView::Text(notice(ground, NoticeKind::Changes, holes, notes)),
        PageKind::Traces => PartView::Text(traces(ground)),
        PageKind::Book(book) => PartView::Book(bound(ground, *book, holes)),
        PageKind::Exit => PartView::Exit(ground.word("page_exit_title")),
        PageKind::Missing => PartView::Missing(missing(ground, holes)),
    }
}

/// The heading of a page.
fn title(ground: &Ground<'_>, page: &Page) -> String {
    let district = ground.district;
    let lang = ground.lang;
    match &page.kind {
        PageKind::Home => ground.word("home_heading"),
        PageKind::Entry(audience) => match ground.entry_of(*audience) {
            Some(it) => super::title(&it.words, lang).to_owned(),
            None => ground.audience(*audience),
        },
        PageKind::Guidance(audience, id) => {
            let found = district.guidance.get(&(*audience, id.clone()));
            found.map_or(id.as_str(), |it| super::title(&it.value.words, lang)).to_owned()
        }
        PageKind::Form(id) => {
            let found = district.forms.get(id);
            found.map_or(id.as_str(), |it| super::title(&it.value.words, lang)).to_owned()
        }
        PageKind::Protocol(id) => {
            let found = district.protocols.get(id);
            found.map_or(id.as_str(), |it| super::protocol_title(&it.value, lang)).to_owned()
        }
        PageKind::Policy(id) => {
            let found = district.policies.get(id);
            found.map_or(id.as_str(), |it| super::title(&it.value.words, lang)).to_owned()
        }
        kind => ground.word(title_key(kind)),
    }
}

/// What the browser's tab says: neutral wherever a child may look.
fn tab(ground: &Ground<'_>, page: &Page, title: &str) -> String {
    match &page.kind {
        PageKind::Home => ground.word("title_home"),
        PageKind::Reading(Audience::Child) | PageKind::Traces | PageKind::Book(_) => {
            ground.word("title_neutral")
        }
        PageKind::Entry(Audience::Child) | PageKind::Guidance(Audience::Child, _) => {
            let words = match &page.kind {
                PageKind::Guidance(audience, id) => {
                    ground.district.guidance.get(&(*audience, id.clone())).map(|it| &it.value.words)
                }
                _ => ground.entry_of(Audience::Child).map(|it| &it.words),
            };
            let neutral = words.and_then(|it| ground.words_in(it).0.neutral.clone());
            neutral.unwrap_or_else(|| ground.word("title_neutral"))
        }
        _ => title.to_owned(),
    }
}

/// The key of a fixed page's title.
pub fn title_key(kind: &PageKind) -> &'static str {
    match kind {
        PageKind::Reading(_) => "page_reading",
        PageKind::Protocols => "page_protocols",
        PageKind::Forms => "page_forms",
        PageKind::Print => "page_print",
        PageKind::Policies => "page_policies",
        PageKind::Directory => "page_directory",
        PageKind::Glossary => "page_glossary",
        PageKind::Index => "page_index",
        PageKind::Laws => "page_laws",
        PageKind::Book(_) => "page_book",
        PageKind::About => "page_about",
        PageKind::Traces => "page_traces",
        PageKind::Changes => "page_changes",
        PageKind::Exit => "page_exit_title",
        PageKind::Missing => "page_missing",
        _ => "title_home",
    }
}

/// The sentences below the heading.
fn lead(ground: &Ground<'_>, page: &Page, holes: &mut Holes) -> String {
    let district = ground.district;
    let summary = |words: &Translations<DocumentWords>| escape(&ground.words_in(words).0.summary);
    match &page.kind {
        PageKind::Home => escape(ground.words.get("home_lead")),
        PageKind::Traces => escape(ground.words.get("traces_lead")),
        PageKind::Entry(audience) => {
            ground.entry_of(*audience).map_or(String::new(), |it| summary(&it.words))
        }
        PageKind::Guidance(audience, id) => {
            let found = district.guidance.get(&(*audience, id.clone()));
            found.map_or(String::new(), |it| summary(&it.value.words))
        }
        PageKind::Form(id) => {
            district.forms.get(id).map_or(String::new(), |it| summary(&it.value.words))
        }
        PageKind::Policy(id) => {
            district.policies.get(id).map_or(String::new(), |it| summary(&it.value.words))
        }
        PageKind::Protocol(id) => district.protocols.get(id).map_or(String::new(), |it| {
            let words = ground.words_in(&it.value.words).0;
            ground.writer(None).line(&words.when, holes)
        }),
        _ => String::new(),
    }
}

/// The page to go back up to.
fn up(ground: &Ground<'_>, page: &Page) -> Option<LinkView> {
    let kind = match &page.kind {
        PageKind::Home | PageKind::Exit | PageKind::Missing | PageKind::Book(_) => return None,
        PageKind::Guidance(audience, _) | PageKind::Reading(audience) => PageKind::Entry(*audience),
        PageKind::Protocol(_) => PageKind::Protocols,
        PageKind::Form(_) => PageKind::Forms,
        PageKind::Policy(_) => PageKind::Policies,
        _ => PageKind::Home,
    };
    let text = match &kind {
        PageKind::Entry(audience) => ground.audience(*audience),
        kind => ground.word(title_key(kind)),
    };
    Some(LinkView::new(ground.href(&kind), text))
}

/// Links to the same page in the other languages, as items of a list: holes,
/// because a school may have fewer languages than its district.
fn languages(ground: &Ground<'_>, page: &Page, holes: &mut Holes) -> Vec<String> {
    let others = ground.district.profile.languages.iter().filter(|it| *it != ground.lang);
    let there = others.filter(|it| ground.plan.has(it, &page.kind));
    let mark = |it: &Lang| {
        let href = ground.plan.across(ground.lang, it, &page.kind);
        let link = html::tongue(&href, it, &language_name(ground.words, it));
        holes.mark(Hole::Tongue(it.clone(), link))
    };
    there.map(mark).collect()
}

/// The links at the foot of a page. Pages that are opened in fear or haste have
/// few, because every line of them has to travel.
fn foot(ground: &Ground<'_>, page: &Page) -> Vec<LinkView> {
    let few = [PageKind::Directory, PageKind::Traces];
    let all = [
        PageKind::Directory,
        PageKind::Protocols,
        PageKind::Policies,
        PageKind::Forms,
        PageKind::Print,
        PageKind::Index,
        PageKind::Glossary,
        PageKind::Laws,
        PageKind::Traces,
        PageKind::About,
        PageKind::Changes,
    ];
    let kinds: &[PageKind] = match page.kind {
        PageKind::Home | PageKind::Entry(_) | PageKind::Guidance(Audience::Child, _) => &few,
        PageKind::Missing => &[],
        _ => &all,
    };
    let there = kinds.iter().filter(|it| ground.plan.has(ground.lang, it));
    there.map(|it| LinkView::new(ground.href(it), ground.word(title_key(it)))).collect()
}

/// The first page.
fn home(ground: &Ground<'_>, holes: &mut Holes) -> HomeView {
    let there =
        Audience::ALL.into_iter().filter(|it| ground.plan.has(ground.lang, &PageKind::Entry(*it)));
    HomeView {
        danger: holes.mark(Hole::Danger),
        talk: holes.mark(Hole::Talk),
        adult: holes.mark(Hole::Adult),
        audiences: there
            .map(|it| LinkView {
                mark: it.as_str().to_owned(),
                ..LinkView::new(ground.href(&PageKind::Entry(it)), ground.audience(it))
            })
            .collect(),
    }
}

/// An audience's entry page.
fn entry(
    ground: &Ground<'_>,
    audience: Audience,
    holes: &mut Holes,
    notes: &mut Vec<NoteView>,
) -> AudienceView {
    let first = text(ground, ground.entry_of(audience).map(|it| &it.words), holes, notes);
    let reading = PageKind::Reading(audience);
    let there = |it: &PageKind| ground.plan.has(ground.lang, it);
    let start = there(&reading);
    let mut more = if start { vec![reading] } else { Vec::new() };
    match audience {
        Audience::Child => {}
        Audience::Parent => more.extend([PageKind::Policies, PageKind::Directory]),
        Audience::Counsellor => more.push(PageKind::Protocols),
        Audience::Teacher => {
            more.extend([PageKind::Protocols, PageKind::Policies, PageKind::Directory]);
        }
        Audience::Head => more.extend([
            PageKind::Protocols,
            PageKind::Policies,
            PageKind::Forms,
            PageKind::Print,
            PageKind::Directory,
        ]),
    }
    let more = more.into_iter().filter(|it| there(it));
    let mut more: Vec<LinkView> = more.map(|it| fixed_link(ground, &it)).collect();
    if matches!(audience, Audience::Teacher | Audience::Head) {
        more.extend(book_link(ground, Book::Staff, holes));
    }
    AudienceView {
        lang: first.lang,
        body: first.body,
        pages: if start { Vec::new() } else { guidance_links(ground, audience) },
        more,
    }
}

/// All guidance for an audience.
fn reading(ground: &Ground<'_>, audience: Audience, holes: &mut Holes) -> AudienceView {
    let book = if audience == Audience::Child { Book::Child } else { Book::Staff };
    let own = [PageKind::Forms, PageKind::Print].into_iter();
    let own = own.filter(|it| audience != Audience::Child && ground.plan.has(ground.lang, it));
    let link = |it: PageKind| fixed_link(ground, &it);
    AudienceView {
        lang: String::new(),
        body: String::new(),
        pages: guidance_links(ground, audience),
        more: own.map(link).chain(book_link(ground, book, holes)).collect(),
    }
}

/// A link to a page that every school has; what its title does not tell is said.
fn fixed_link(ground: &Ground<'_>, kind: &PageKind) -> LinkView {
    let about = match kind {
        PageKind::Forms => ground.word("forms_about"),
        _ => String::new(),
    };
    LinkView { about, ..LinkView::new(ground.href(kind), ground.word(title_key(kind))) }
}

/// A link to a book, with what it weighs.
fn book_link(ground: &Ground<'_>, book: Book, holes: &mut Holes) -> Option<LinkView> {
    let kind = PageKind::Book(book);
    let link = LinkView::new(ground.href(&kind), ground.word("book_link"));
    let about = format!("{} {}", ground.word("book_about"), holes.mark(Hole::Weight(book)));
    let download = book.file_name().to_owned();
    ground.plan.has(ground.lang, &kind).then_some(LinkView { about, download, ..link })
}

/// Links to all guidance for an audience that stands on pages of its own.
fn guidance_links(ground: &Ground<'_>, audience: Audience) -> Vec<LinkView> {
    let own = ground.district.guidance.values().map(|it| &it.value);
    let there = |it: &&Guidance| {
        let kind = PageKind::Guidance(audience, it.id.clone());
        it.audience == audience && ground.plan.has(ground.lang, &kind)
    };
    let mut own: Vec<&Guidance> = own.filter(there).collect();
    own.sort_by_key(|it| (it.order, &it.id));
    own.into_iter().map(|it| guidance_link(ground, it)).collect()
}

/// A link to a page of guidance.
fn guidance_link(ground: &Ground<'_>, it: &Guidance) -> LinkView {
    let (words, lang) = ground.words_in(&it.words);
    let kind = ground.plan.guidance(it.audience, &it.id);
    let link = LinkView::new(ground.href(&kind), words.title.clone());
    LinkView { about: words.summary.clone(), lang, ..link }
}

/// A text in the page's language, or else in the default one, with a note.
fn text(
    ground: &Ground<'_>,
    words: Option<&Translations<DocumentWords>>,
    holes: &mut Holes,
    notes: &mut Vec<NoteView>,
) -> GuidanceView {
    let Some(words) = words else {
        return GuidanceView::default();
    };
    let (words, lang) = ground.words_in(words);
    untranslated(ground, &lang, notes);
    let body = ground.writer(None).body(&words.body, holes);
    GuidanceView { lang, body, ..GuidanceView::default() }
}

/// A text of guidance. Adults see what it rests on and who has yet to review it; to
/// a child that says nothing.
fn guidance(
    ground: &Ground<'_>,
    it: &Guidance,
    holes: &mut Holes,
    notes: &mut Vec<NoteView>,
) -> GuidanceView {
    let view = text(ground, Some(&it.words), holes, notes);
    match it.audience {
        Audience::Child => view,
        _ => GuidanceView {
            basis: laws(ground, &it.basis),
            unreviewed: unreviewed(ground, &it.review),
            ..view
        },
    }
}

/// A text of the district itself.
fn notice(
    ground: &Ground<'_>,
    kind: NoticeKind,
    holes: &mut Holes,
    notes: &mut Vec<NoteView>,
) -> GuidanceView {
    let found = ground.district.notices.get(&kind).map(|it| &it.value.words);
    let mut view = text(ground, found, holes, notes);
    if kind == NoticeKind::About {
        let own = ground.words.words.iter().filter(|(key, _)| key.starts_with("about_"));
        for (_, paragraph) in own {
            view.body.extend(["<p>", &escape(paragraph), "</p>\n"]);
        }
    }
    view
}

/// Links that hold at any address.
fn missing(ground: &Ground<'_>, holes: &mut Holes) -> MissingView {
    let mut link = |kind: &PageKind, word: &str, class: &str| {
        let page = ground.href(kind);
        holes.mark(Hole::Rooted(page, ground.word(word), class.to_owned()))
    };
    MissingView {
        out: link(&PageKind::Exit, "exit", "x"),
        home: link(&PageKind::Home, title_key(&PageKind::Home), "n"),
    }
}

/// The address for paper; pages that must be small do without.
fn address(kind: &PageKind, holes: &mut Holes) -> String {
    let small = matches!(kind, PageKind::Home | PageKind::Entry(_) | PageKind::Exit);
    if small { String::new() } else { holes.mark(Hole::Address) }
}

/// Everything for some readers: texts below one another, what can wait left out.
fn bound(ground: &Ground<'_>, book: Book, holes: &mut Holes) -> BookView {
    let mut notes = Vec::new();
    let own = ground.district.guidance.values().map(|it| &it.value);
    let there = |it: &&Guidance| book.holds(&ground.plan.guidance(it.audience, &it.id));
    let mut own: Vec<&Guidance> = own.filter(there).collect();
    own.sort_by_key(|it| (it.order, &it.id));
    let chapter = |it: &Guidance, holes: &mut Holes| {
        let (words, lang) = ground.words_in(&it.words);
        ChapterView {
            anchor: anchor(&ground.plan.guidance(it.audience, &it.id)),
            title: words.title.clone(),
            lang,
            body: ground.writer(None).body(&words.body, holes),
        }
    };
    let texts = own.into_iter().map(|it| chapter(it, holes)).collect();
    let mut protocols = Vec::new();
    if book == Book::Staff {
        for it in by_urgency(ground) {
            let words = ground.words_in(&it.words).0;
            protocols.push(BoundProtocolView {
                anchor: anchor(&PageKind::Protocol(it.id.clone())),
                title: words.title.clone(),
                when: ground.writer(None).line(&words.when, holes),
                protocol: protocol(ground, it, holes, &mut notes),
            });
        }
    }
    let services = if book == Book::Child { Hole::Services } else { Hole::AllRows };
    let anchor = anchor(&PageKind::Directory);
    BookView { texts, protocols, anchor, services: holes.mark(services) }
}

/// What leaving cannot erase, and what helps: the theme's words, a paragraph or
/// a line of a list each.
fn traces(ground: &Ground<'_>) -> GuidanceView {
    let own = |prefix: &str| {
        let all = ground.words.words.iter().filter(|(key, _)| key.starts_with(prefix));
        all.map(|(_, it)| escape(it)).collect::<Vec<String>>()
    };
    let list = |items: Vec<String>| -> String {
        items.iter().map(|it| format!("<li>{it}</li>\n")).collect()
    };
    let title = |key: &str| escape(ground.words.get(key));
    let body = format!(
        "<h2>{}</h2>\n<ul>\n{}</ul>\n<h2>{}</h2>\n<ul>\n{}</ul>\n",
        title("traces_stay"),
        list(own("traces_stay_")),
        title("traces_help"),
        list(own("traces_help_")),
    );
    GuidanceView { body, ..GuidanceView::default() }
}

/// Says that a text is not in the page's language.
fn untranslated(ground: &Ground<'_>, lang: &str, notes: &mut Vec<NoteView>) {
    if !lang.is_empty() {
        notes.push(NoteView {
            kind: "untranslated".to_owned(),
            text: ground.word("untranslated_note"),
        });
    }
}

/// All sheets to write on, sort by sort.
fn forms(ground: &Ground<'_>) -> Vec<ShelfView> {
    let there = |it: &&Form| ground.plan.has(ground.lang, &PageKind::Form(it.id.clone()));
    let all = ground.district.forms.values().map(|it| &it.value);
    let mut all: Vec<&Form> = all.filter(there).collect();
    all.sort_by_key(|it| (it.order, &it.id));
    let link = |it: &&Form| {
        let (words, lang) = ground.words_in(&it.words);
        let href = ground.href(&PageKind::Form(it.id.clone()));
        let link = LinkView::new(href, words.title.clone());
        LinkView { about: words.summary.clone(), lang, ..link }
    };
    let shelf = |kind: FormKind| ShelfView {
        name: ground.word(&format!("forms_{}", kind.as_str())),
        links: all.iter().filter(|it| it.kind == kind).map(link).collect(),
    };
    FormKind::ALL.into_iter().map(shelf).filter(|it| !it.links.is_empty()).collect()
}

/// All protocols, most urgent first.
fn by_urgency<'g>(ground: &Ground<'g>) -> Vec<&'g Protocol> {
    let mut all: Vec<&Protocol> = ground.district.protocols.values().map(|it| &it.value).collect();
    all.sort_by_key(|it| (it.urgency, &it.code));
    all
}

/// Links to all protocols.
fn protocols(ground: &Ground<'_>) -> Vec<LinkView> {
    let link = |it: &Protocol| {
        let (words, lang) = ground.words_in(&it.words);
        let kind = PageKind::Protocol(it.id.clone());
        LinkView {
            code: it.code.clone(),
            about: crate::model::body::plain(&words.when),
            mark: it.urgency.as_str().to_owned(),
            lang,
            ..LinkView::new(ground.href(&kind), words.title.clone())
        }
    };
    by_urgency(ground).into_iter().map(link).collect()
}

/// A protocol.
fn protocol(
    ground: &Ground<'_>,
    it: &Protocol,
    holes: &mut Holes,
    notes: &mut Vec<NoteView>,
) -> ProtocolView {
    let (words, lang) = ground.words_in(&it.words);
    untranslated(ground, &lang, notes);
    revoked(ground, &it.basis, notes);
    let writer = ground.writer(None);
    ProtocolView {
        lang,
        code: it.code.clone(),
        urgency: it.urgency.as_str().to_owned(),
        urgency_text: ground.word(&format!("urgency_{}", it.urgency.as_str())),
        class_text: ground.word(class_key(it.class)),
        call: holes.mark(Hole::Call(call_first(ground, it))),
        quick: writer.lines(&words.quick, holes),
        signs: writer.lines(&words.signs, holes),
        clocks: clocks(ground, it, words, holes),
        dos: writer.lines(&words.dos, holes),
        nevers: writer.lines(&words.nevers, holes),
        say: words.say.clone(),
        never_say: words.never_say.clone(),
        suspects: suspects(ground, it, words, holes),
        refer: it.refer.iter().map(|it| need_link(ground, it)).collect(),
        record: writer.lines(&words.record, holes),
        body: writer.body(&words.body, holes),
        basis: laws(ground, &it.basis),
        guidance: words.guidance.clone(),
        unreviewed: unreviewed(ground, &it.review),
    }
}

/// The needs whose numbers stand at the head of the page.
fn at_the_head(ground: &Ground<'_>) -> Vec<NeedId> {
    let doors = &ground.district.profile.doors;
    vec![doors.danger.clone(), doors.talk.clone()]
}

/// The needs whose first service is shown with its numbers; in what concerns
/// health, the protocol's own first need comes first.
fn call_first(ground: &Ground<'_>, it: &Protocol) -> Vec<NeedId> {
    let own = it.refer.first().filter(|_| it.class == Class::Health);
    own.cloned().into_iter().chain(at_the_head(ground)).collect()
}

/// Steps, grouped by their clock.
fn clocks(
    ground: &Ground<'_>,
    it: &Protocol,
    words: &ProtocolWords,
    holes: &mut Holes,
) -> Vec<ClockView> {
    let writer = ground.writer(None);
    let mut clocks: Vec<ClockView> = Vec::new();
    for (at, (step, said)) in it.steps.iter().zip(&words.steps).enumerate() {
        let within = step.within.as_str();
        if clocks.last().is_none_or(|it| it.within != within) {
            let text = ground.word(clock_key(step.within));
            clocks.push(ClockView {
                within: within.to_owned(),
                text,
                start: at + 1,
                steps: Vec::new(),
            });
        }
        let role = ground.district.profile.roles.get(&step.role);
        let view = StepView {
            text: writer.line(&said.text, holes),
            role: role.map_or(step.role.as_str(), |it| it.name.get(ground.lang)).to_owned(),
            about: writer.line(&said.about, holes),
            needs: step.needs.iter().map(|it| need_link(ground, it)).collect(),
        };
        if let Some(clock) = clocks.last_mut() {
            clock.steps.push(view);
        }
    }
    clocks
}

/// The other routes, the head and the receiver first.
fn suspects(
    ground: &Ground<'_>,
    it: &Protocol,
    words: &ProtocolWords,
    holes: &mut Holes,
) -> Vec<SuspectView> {
    let roles = &ground.district.profile.roles;
    let there = Suspect::ALL
        .into_iter()
        .filter_map(|who| Some((who, it.suspects.get(&who)?, words.suspects.get(&who)?)));
    let view =
        |(who, branch, said): (Suspect, &crate::model::protocol::Branch, &Vec<_>)| SuspectView {
            id: who.as_str().to_owned(),
            name: ground.word(&format!("suspect_{}", who.as_str())),
            text: ground.writer(None).line(said, holes),
            avoid: branch
                .avoid
                .iter()
                .map(|it| {
                    roles.get(it).map_or(it.as_str(), |it| it.name.get(ground.lang)).to_owned()
                })
                .collect(),
            needs: branch.needs.iter().map(|it| need_link(ground, it)).collect(),
            doors: holes.mark(Hole::Doors(who, branch.needs.clone(), at_the_head(ground))),
        };
    there.map(view).collect()
}

/// A policy.
fn policy(
    ground: &Ground<'_>,
    it: &Policy,
    holes: &mut Holes,
    notes: &mut Vec<NoteView>,
) -> PolicyView {
    let (words, lang) = ground.words_in(&it.words);
    untranslated(ground, &lang, notes);
    if it.review_due < ground.as_of {
        let text = format!("{} {}.", ground.word("overdue_note"), ground.words.date(it.review_due));
        notes.push(NoteView { kind: "overdue".to_owned(), text });
    }
    revoked(ground, &it.basis, notes);
    PolicyView {
        lang,
        body: policy_body(ground, &it.id, &words.body, holes),
        control: control(ground, it),
        basis: laws(ground, &it.basis),
        unreviewed: unreviewed(ground, &it.review),
    }
}

/// A policy's text, and the place for what a school adds.
fn policy_body(ground: &Ground<'_>, id: &PolicyId, body: &Body, holes: &mut Holes) -> String {
    let mut html = ground.writer(Some(id)).body(body, holes);
    let adds = ground.district.schools.values().any(|it| it.value.addenda.contains_key(id));
    if adds {
        html.push_str(&holes.mark(Hole::Addendum(id.clone())));
    }
    html
}

/// Who answers for a policy, since when, until when.
fn control(ground: &Ground<'_>, it: &Policy) -> Vec<ControlView> {
    let words = ground.words;
    let owner = ground.district.profile.roles.get(&it.owner);
    let approved = match (&it.approved_by, it.approved_on) {
        (Some(by), Some(on)) => format!("{by}, {}", words.date(on)),
        (Some(by), None) => by.clone(),
        (None, _) => ground.word("not_approved"),
    };
    let audience: Vec<String> = it.audience.iter().map(|it| ground.audience(*it)).collect();
    let lines = [
        (
            "control_owner",
            owner.map_or(it.owner.as_str(), |it| it.name.get(ground.lang)).to_owned(),
        ),
        ("control_version", it.version.clone()),
        ("control_approved", approved),
        ("control_in_force", it.in_force_from.map_or(String::new(), |it| words.date(it))),
        ("control_review", words.date(it.review_due)),
        ("control_audience", audience.join(", ")),
    ];
    let filled = lines.into_iter().filter(|(_, value)| !value.is_empty());
    filled.map(|(key, value)| ControlView { term: ground.word(key), value }).collect()
}

/// Says that a law the text rests on holds no more.
fn revoked(ground: &Ground<'_>, basis: &[LawId], notes: &mut Vec<NoteView>) {
    let laws = basis.iter().filter_map(|it| ground.district.laws.get(it)).map(|it| &it.value);
    for law in laws.filter(|it| it.status == LawStatus::Revoked) {
        let text = format!("{} {}", ground.word("revoked_note"), law.short);
        notes.push(NoteView { kind: "revoked".to_owned(), text });
    }
}

/// Links to laws.
fn laws(ground: &Ground<'_>, basis: &[LawId]) -> Vec<LinkView> {
    let laws = basis.iter().filter_map(|it| ground.district.laws.get(it)).map(|it| &it.value);
    let href = |it: &Law| ground.href_to(&PageKind::Laws, it.id.as_str());
    laws.map(|it| LinkView::new(href(it), it.short.clone())).collect()
}

/// A link to a need's part of the directory.
fn need_link(ground: &Ground<'_>, id: &NeedId) -> LinkView {
    let name = ground.district.need(id).map_or(id.as_str(), |it| it.name.get(ground.lang));
    LinkView::new(ground.href_to(&PageKind::Directory, &need_anchor(id)), name.to_owned())
}

/// Says that a number of the directory should have been checked again.
fn overdue_number(ground: &Ground<'_>, notes: &mut Vec<NoteView>) {
    let district = ground.district;
    let late = |it: &Service| {
        let live = live_channels(it, &district.profile.validity, ground.as_of);
        live.iter().any(|(_, age)| *age == Age::Overdue)
    };
    let serves = |it: &Service| {
        district.schools.values().any(|school| it.service_area.serves(&school.value.area))
    };
    let services = district.services.values().map(|it| &it.value);
    let mut shown = services.filter(|it| it.publish == Publish::Yes && serves(it));
    if shown.any(late) {
        let text = ground.word("overdue_number");
        notes.push(NoteView { kind: "overdue_number".to_owned(), text });
    }
}

/// The directory.
fn directory(ground: &Ground<'_>, holes: &mut Holes) -> DirectoryView {
    let children = ground.plan.has(ground.lang, &PageKind::Entry(Audience::Child));
    let need = |it: &crate::model::Need, holes: &mut Holes| NeedView {
        anchor: need_anchor(&it.id),
        name: it.name.get(ground.lang).to_owned(),
        about: it.about.as_ref().map_or("", |it| it.get(ground.lang)).to_owned(),
        // Pictograms are for readers who read little; every byte has to travel.
        mark: it.bsan.first().filter(|_| children).map_or("", |it| pictogram(*it)).to_owned(),
        services: holes.mark(Hole::Rows(it.id.clone())),
    };
    let needs = ground.district.profile.needs.iter().map(|it| need(it, holes)).collect();
    DirectoryView { needs, services: holes.mark(Hole::Services) }
}

/// The pictogram of a category.
fn pictogram(category: Bsan) -> &'static str {
    match category {
        Bsan::PokjaBsan | Bsan::PendampinganProfesi => "people",
        Bsan::LayananKesehatan => "health",
        Bsan::LayananKonseling => "talk",
        Bsan::LayananDisabilitas => "disability",
        Bsan::PendampinganSosial => "house",
        Bsan::BimbinganRohani => "faith",
        Bsan::BantuanHukum => "law",
        Bsan::Kepolisian => "police",
        Bsan::LayananLain => "other",
    }
}

/// The glossary, by the terms' words.
pub fn glossary(ground: &Ground<'_>) -> Vec<TermView> {
    let mut terms: Vec<&Term> = ground.district.terms.values().map(|it| &it.value).collect();
    terms.sort_by_cached_key(|it| it.term.get(ground.lang).to_lowercase());
    let view = |it: &Term| TermView {
        anchor: it.id.to_string(),
        term: it.term.get(ground.lang).to_owned(),
        lang: String::new(),
        means: it.means.get(ground.lang).to_owned(),
        avoid: it.avoid.clone(),
        instead: it.instead.clone().unwrap_or_default(),
        note: it.note.as_ref().map_or("", |it| it.get(ground.lang)).to_owned(),
    };
    terms.into_iter().map(view).collect()
}

/// Every law, those in force first.
fn all_laws(ground: &Ground<'_>) -> Vec<LawView> {
    let mut all: Vec<&Law> = ground.district.laws.values().map(|it| &it.value).collect();
    all.sort_by_key(|it| it.status != LawStatus::InForce);
    all.into_iter().map(|it| law(ground, it)).collect()
}

/// An entry of the legal register.
fn law(ground: &Ground<'_>, it: &Law) -> LawView {
    let words = ground.words;
    let mut status = ground.word(&format!("status_{}", it.status.as_str().replace('-', "_")));
    if let Some(day) = it.revoked_on.or(it.in_force_from) {
        status = format!("{status} {} {}", ground.word("status_since"), words.date(day));
    }
    if let Some(successor) = it.replaced_by.as_ref().and_then(|it| ground.district.laws.get(it)) {
        status =
            format!("{status}, {} {}", ground.word("status_replaced_by"), successor.value.short);
    }
    LawView {
        anchor: it.id.to_string(),
        short: it.short.clone(),
        title: it.title.get(ground.lang).to_owned(),
        status: it.status.as_str().to_owned(),
        status_text: status,
        means: it.means.as_ref().map_or("", |it| it.get(ground.lang)).to_owned(),
        unsourced: it.evidence == Evidence::GeneralKnowledge,
        checked_on: it.checked_on.map_or(String::new(), |it| words.date(it)),
    }
}

/// Who must still review a text, in words.
fn unreviewed(ground: &Ground<'_>, review: &Review) -> Vec<String> {
    let key = |it: Reviewer| match it {
        Reviewer::UptdPpa => "reviewer_uptd_ppa",
        Reviewer::Psychologist => "reviewer_psychologist",
        Reviewer::PolicePpa => "reviewer_police_ppa",
        Reviewer::Lawyer => "reviewer_lawyer",
        Reviewer::Teachers => "reviewer_teachers",
        Reviewer::YouthPanel => "reviewer_youth_panel",
        Reviewer::NativeSpeaker => "reviewer_native_speaker",
    };
    review.open().into_iter().map(|it| ground.word(key(it))).collect()
}

/// The word for a time span.
fn clock_key(within: Within) -> &'static str {
    match within {
        Within::Hour => "clock_1h",
        Within::Day => "clock_24h",
        Within::ThreeDays => "clock_72h",
        Within::Week => "clock_7d",
        Within::FollowUp => "clock_follow_up",
    }
}

/// The word for a class.
fn class_key(class: Class) -> &'static str {
    match class {
        Class::School => "class_a",
        Class::Law => "class_b",
        Class::Either => "class_a_or_b",
        Class::Welfare => "class_welfare",
        Class::Health => "class_health",
    }
}
