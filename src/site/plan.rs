//! Which pages a district's schools have, where they lie, how they link.
//!
//! Planned once per district: a page has the same address at every school, so
//! its text can be compiled once. Which of them a school has is asked of
//! [`Plan::pages_of`]. All pages of a language lie in one folder, so that a link
//! within the language is the same from every page.
//!
//! The address of a child's page is neutral, because the browser's history
//! shows it.

use std::collections::BTreeMap;

use super::SitePath;
use crate::model::District;
use crate::model::document::Stand;
use crate::model::value::{
    Audience, FormId, Lang, NeedId, PageId, PolicyId, ProtocolId, ServiceId,
};
use crate::resolve::edition::Edition;

/// What keeps the pages for staff on a telephone, beside the pages it keeps.
pub const WORKER: &str = "sw.js";
/// All these pages in one file, before a school fills them. Not `.gz`: hosts
/// unpack what is called so.
pub const PACKET: &str = "isi.bin";
/// What a school fills into them.
pub const FILLS: &str = "isi.json";

/// Whether a file helps telephones to keep pages and is no page itself.
pub fn is_packed(path: &SitePath) -> bool {
    [PACKET, FILLS].contains(&path.name())
}

/// What a page is about.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum PageKind {
    /// The first page.
    Home,
    /// An audience's entry page.
    Entry(Audience),
    /// All guidance for an audience whose entry page must stay small.
    Reading(Audience),
    /// A page of guidance.
    Guidance(Audience, PageId),
    /// All protocols.
    Protocols,
    /// One protocol.
    Protocol(ProtocolId),
    /// All sheets to write on.
    Forms,
    /// One of them.
    Form(FormId),
    /// What there is to print.
    Print,
    /// All policies.
    Policies,
    /// One policy.
    Policy(PolicyId),
    /// The directory.
    Directory,
    /// The glossary.
    Glossary,
    /// The legal register.
    Laws,
    /// Everything from A to Z, with a search.
    Index,
    /// About the site.
    About,
    /// What changed.
    Changes,
    /// What leaving a page cannot erase.
    Traces,
    /// A file that holds everything for some readers.
    Book(Book),
    /// The neutral page behind the way out.
    Exit,
    /// No such page.
    Missing,
}

/// A file with everything for some readers, to be handed from telephone to
/// telephone. It needs no other file: links in it lead to places in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Book {
    /// For children.
    Child,
    /// For people who work at the school.
    Staff,
}

impl Book {
    /// Both.
    pub const ALL: [Book; 2] = [Book::Child, Book::Staff];

    /// The file's name, which chats and folders show; it says nothing.
    pub fn file_name(self) -> &'static str {
        match self {
            Book::Child => "catatan.html",
            Book::Staff => "semua.html",
        }
    }

    /// Whether what such a page says stands in the book.
    pub fn holds(self, kind: &PageKind) -> bool {
        match kind {
            PageKind::Directory => true,
            PageKind::Entry(Audience::Child) | PageKind::Guidance(Audience::Child, _) => {
                self == Book::Child
            }
            PageKind::Entry(Audience::Counsellor) | PageKind::Protocol(_) => self == Book::Staff,
            _ => false,
        }
    }
}

impl PageKind {
    /// Whether the page is for people who work at the school, so that their
    /// telephones may keep it. A child never has a reason to open it.
    pub fn is_for_staff(&self) -> bool {
        match self {
            PageKind::Entry(it) | PageKind::Reading(it) | PageKind::Guidance(it, _) => {
                matches!(it, Audience::Teacher | Audience::Counsellor | Audience::Head)
            }
            PageKind::Protocols | PageKind::Protocol(_) => true,
            _ => false,
        }
    }

    /// Whether the page is for children, so that no telephone may keep it.
    pub fn is_for_children(&self) -> bool {
        match self {
            PageKind::Entry(it) | PageKind::Reading(it) | PageKind::Guidance(it, _) => {
                *it == Audience::Child
            }
            PageKind::Traces | PageKind::Book(Book::Child) => true,
            _ => false,
        }
    }

    /// Whether the telephone of somebody who works at the school keeps the page.
    pub fn is_kept(&self) -> bool {
        match self {
            PageKind::Entry(_) | PageKind::Reading(_) | PageKind::Guidance(..) => {
                self.is_for_staff()
            }
            PageKind::Traces | PageKind::Changes | PageKind::Missing | PageKind::Book(_) => false,
            _ => true,
        }
    }

    /// Whether what the browser remembers of the page, its address and its
    /// title, must say nothing: children's pages, and those that everybody
    /// passes through.
    pub fn is_neutral(&self) -> bool {
        let passed = matches!(self, PageKind::Home | PageKind::Exit | PageKind::Missing);
        passed || self.is_for_children()
    }
}

/// One page of one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// Where it lies.
    pub path: SitePath,
    /// Its language.
    pub lang: Lang,
    /// What it is about.
    pub kind: PageKind,
}

/// Audiences whose entry page is opened in fear or haste: it holds its text and
/// little else, and what there is to read stands on a page of its own.
pub const START: [Audience; 2] = [Audience::Child, Audience::Counsellor];

/// All pages of a district.
#[derive(Debug)]
pub struct Plan {
    /// In the order of languages, then of kinds.
    pub pages: Vec<Page>,
    /// The folder of each language; none for the default language.
    folders: BTreeMap<Lang, Option<String>>,
    /// The default language.
    default: Lang,
    /// Pages by language and kind.
    index: BTreeMap<(Lang, PageKind), usize>,
    /// Pages of guidance that stand on their audience's entry page.
    entries: BTreeMap<Audience, PageId>,
}

/// All pages of a district.
pub fn plan(district: &District) -> Plan {
    let profile = &district.profile;
    let default = profile.default_lang().clone();
    let folder = |it: &Lang| (*it != default).then(|| it.to_string());
    let folders: BTreeMap<Lang, Option<String>> =
        profile.languages.iter().map(|it| (it.clone(), folder(it))).collect();
    let entries =
        district.guidance.values().map(|it| &it.value).filter(|it| it.stand == Stand::Entry);
    let entries = entries.map(|it| (it.audience, it.id.clone())).collect();
    let mut plan = Plan { pages: Vec::new(), folders, default, index: BTreeMap::new(), entries };
    for lang in &profile.languages {
        for kind in kinds(district, &plan, lang) {
            plan.add(lang, kind);
        }
    }
    plan
}

/// The pages there are in a language.
fn kinds(district: &District, plan: &Plan, lang: &Lang) -> Vec<PageKind> {
    let speaks = |it: Audience| district.profile.speaks(lang, it);
    let staff = [Audience::Teacher, Audience::Counsellor, Audience::Head].into_iter().any(speaks);
    let mut kinds = vec![PageKind::Home];
    kinds.extend(Audience::ALL.into_iter().filter(|it| speaks(*it)).map(PageKind::Entry));
    kinds.extend(START.into_iter().filter(|it| speaks(*it)).map(PageKind::Reading));
    let own = district.guidance.values().map(|it| &it.value);
    let own =
        own.filter(|it| speaks(it.audience) && plan.entries.get(&it.audience) != Some(&it.id));
    kinds.extend(own.map(|it| PageKind::Guidance(it.audience, it.id.clone())));
    if staff {
        kinds.push(PageKind::Protocols);
        kinds.extend(district.protocols.keys().cloned().map(PageKind::Protocol));
    }
    let forms = district.forms.values().map(|it| &it.value);
    let forms: Vec<PageKind> = forms
        .filter(|it| it.audience.iter().any(|it| speaks(*it)))
        .map(|it| PageKind::Form(it.id.clone()))
        .collect();
    kinds.extend((!forms.is_empty()).then_some(PageKind::Forms));
    kinds.extend(forms);
    kinds.extend((staff && !district.profile.print.is_empty()).then_some(PageKind::Print));
    kinds.push(PageKind::Policies);
    let policies = district.policies.values().map(|it| &it.value);
    let policies = policies.filter(|it| it.audience.iter().any(|it| speaks(*it)));
    kinds.extend(policies.map(|it| PageKind::Policy(it.id.clone())));
    kinds.extend([PageKind::Directory, PageKind::Glossary, PageKind::Laws]);
    kinds.extend(staff.then_some(PageKind::Index));
    kinds.push(PageKind::About);
    if district.notices.contains_key(&crate::model::NoticeKind::Changes) {
        kinds.push(PageKind::Changes);
    }
    let books = [(Book::Child, speaks(Audience::Child)), (Book::Staff, staff)];
    kinds.extend(books.into_iter().filter(|it| it.1).map(|it| PageKind::Book(it.0)));
    kinds.extend([PageKind::Traces, PageKind::Exit]);
    if *lang == plan.default {
        kinds.push(PageKind::Missing);
    }
    kinds
}

impl Plan {
    /// Adds a page.
    fn add(&mut self, lang: &Lang, kind: PageKind) {
        let folder = self.folders.get(lang).and_then(|it| it.as_deref());
        let path = SitePath::new(folder, &file_name(&kind));
        self.index.insert((lang.clone(), kind.clone()), self.pages.len());
        self.pages.push(Page { path, lang: lang.clone(), kind });
    }

    /// The pages of one school.
    pub fn pages_of<'p>(
        &'p self,
        edition: &'p Edition<'_>,
    ) -> impl Iterator<Item = (usize, &'p Page)> {
        let has = |page: &Page| match &page.kind {
            PageKind::Policy(id) => edition.policies.iter().any(|it| it.id == *id),
            _ => true,
        };
        let pages = self.pages.iter().enumerate();
        pages.filter(move |(_, it)| edition.languages.contains(&&it.lang) && has(it))
    }

    /// Where a page of guidance is: on a page of its own, or on the entry page.
    pub fn guidance(&self, audience: Audience, id: &PageId) -> PageKind {
        if self.entries.get(&audience) == Some(id) {
            PageKind::Entry(audience)
        } else {
            PageKind::Guidance(audience, id.clone())
        }
    }

    /// The guidance that stands on an audience's entry page.
    pub fn entry(&self, audience: Audience) -> Option<&PageId> {
        self.entries.get(&audience)
    }

    /// Whether there is such a page in a language.
    pub fn has(&self, lang: &Lang, kind: &PageKind) -> bool {
        self.index.contains_key(&(lang.clone(), kind.clone()))
    }

    /// The link to a page, from any page of `lang`; where that language does not
    /// have it, to the page of the default language.
    pub fn href(&self, lang: &Lang, kind: &PageKind) -> String {
        if self.has(lang, kind) || *lang == self.default {
            file_name(kind)
        } else {
            self.across(lang, &self.default, kind)
        }
    }

    /// The link to a page, or to a place in it, from within a book; empty where
    /// the book does not hold the page. The directory is one place there.
    pub fn within(book: Book, kind: &PageKind) -> String {
        if book.holds(kind) { format!("#{}", anchor(kind)) } else { String::new() }
    }

    /// The link from a page of one language to a page of another.
    pub fn across(&self, from: &Lang, to: &Lang, kind: &PageKind) -> String {
        let name = file_name(kind);
        let folder = |it: &Lang| self.folders.get(it).and_then(|it| it.as_deref());
        match (folder(from), folder(to)) {
            (None, None) => name,
            (None, Some(to)) => format!("{to}/{name}"),
            (Some(_), None) => format!("../{name}"),
            (Some(_), Some(to)) => format!("../{to}/{name}"),
        }
    }

    /// The default language.
    pub fn default_lang(&self) -> &Lang {
        &self.default
    }
}

/// The anchor of what a page says, in a book.
pub fn anchor(kind: &PageKind) -> String {
    file_name(kind).trim_end_matches(".html").to_owned()
}

/// The anchor of a need in the directory.
pub fn need_anchor(id: &NeedId) -> String {
    format!("n-{id}")
}

/// The anchor of a service's card in the directory.
pub fn service_anchor(id: &ServiceId) -> String {
    format!("s-{id}")
}

/// A page's file name, the same at every school and in every language.
fn file_name(kind: &PageKind) -> String {
    match kind {
        PageKind::Home => "index.html".to_owned(),
        PageKind::Entry(audience) => format!("{}.html", audience_name(*audience)),
        PageKind::Reading(audience) => format!("{}-semua.html", audience_name(*audience)),
        PageKind::Guidance(audience, id) => format!("{}-{id}.html", audience_name(*audience)),
        PageKind::Protocols => "protokol.html".to_owned(),
        PageKind::Protocol(id) => format!("protokol-{id}.html"),
        PageKind::Forms => "formulir.html".to_owned(),
        PageKind::Form(id) => format!("formulir-{id}.html"),
        PageKind::Print => "untuk-dicetak.html".to_owned(),
        PageKind::Policies => "kebijakan.html".to_owned(),
        PageKind::Policy(id) => format!("kebijakan-{id}.html"),
        PageKind::Directory => "rujukan.html".to_owned(),
        PageKind::Glossary => "istilah.html".to_owned(),
        PageKind::Laws => "hukum.html".to_owned(),
        PageKind::Index => "indeks.html".to_owned(),
        PageKind::About => "tentang.html".to_owned(),
        PageKind::Changes => "perubahan.html".to_owned(),
        PageKind::Traces => "tutup.html".to_owned(),
        PageKind::Book(book) => book.file_name().to_owned(),
        PageKind::Exit => "tabel.html".to_owned(),
        PageKind::Missing => "404.html".to_owned(),
    }
}

/// An audience in addresses; the child's says nothing.
fn audience_name(audience: Audience) -> &'static str {
    match audience {
        Audience::Child => "a",
        Audience::Parent => "orang-tua",
        Audience::Teacher => "guru",
        Audience::Counsellor => "konselor",
        Audience::Head => "kepala",
    }
}
