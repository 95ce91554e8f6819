//! The policies as a book: for staff with everything, for parents with what is
//! theirs.

use std::collections::BTreeSet;

use crate::model::document::Policy;
use crate::model::value::{Audience, PolicyId};
use crate::site::sameness;

use super::body::{self, Pen};
use super::desk::Desk;
use super::draft::{Draft, Paper, sheet};
use super::view::{BookView, ChapterView, ControlView, TermView};

/// So many lines to sign on.
const SIGNATURES: usize = 18;

/// Who reads a book.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Readers {
    /// Those who work at the school.
    Staff,
    /// Parents and guardians.
    Parents,
}

impl Readers {
    /// Whether a policy is for them.
    fn read(self, policy: &Policy) -> bool {
        let staff = [Audience::Teacher, Audience::Counsellor, Audience::Head];
        match self {
            Readers::Staff => policy.audience.iter().any(|it| staff.contains(it)),
            Readers::Parents => policy.audience.contains(&Audience::Parent),
        }
    }
}

/// The book for staff; none where there is no policy for them.
pub fn handbook(desk: &Desk<'_>) -> Option<Draft> {
    let view = book(desk, &desk.word("print_handbook"), Readers::Staff);
    let sheet = || sheet("buku-kebijakan", "book.typ", &view).fitted(Paper::Any, &[9.5]);
    (!view.chapters.is_empty()).then(sheet)
}

/// The book for staff, flat and as a booklet, and the one for parents.
pub fn books(desk: &Desk<'_>) -> Vec<Draft> {
    let parents_title = desk.word("print_handbook_parents");
    let parents = book(desk, &parents_title, Readers::Parents);
    let mut books = Vec::new();
    if let Some(book) = handbook(desk) {
        books.push(book.clone());
        books.push(book.folded("buku-kebijakan-lipat").kind(&[&desk.word("print_booklet")]));
    }
    if !parents.chapters.is_empty() {
        let book = sheet("buku-orang-tua", "book.typ", &parents);
        books.push(book.fitted(Paper::Any, &[9.5]));
    }
    books
}

/// A book for some readers.
fn book(desk: &Desk<'_>, title: &str, readers: Readers) -> BookView {
    let policies: Vec<&Policy> =
        desk.edition.policies.iter().copied().filter(|it| readers.read(it)).collect();
    let ids: BTreeSet<&PolicyId> = policies.iter().map(|it| &it.id).collect();
    let chapters = policies.iter().map(|it| chapter(desk, it, &ids, readers)).collect();
    let imprint = desk.imprint(title.to_owned(), sameness::holds_until(desk.edition));
    let directory = desk.directory().into_iter();
    match readers {
        Readers::Staff => BookView {
            imprint,
            audience: desk.word("print_for_staff"),
            chapters,
            people: desk.people(),
            services: directory.map(|it| desk.service(it)).collect(),
            terms: terms(desk),
            signatures: SIGNATURES,
        },
        Readers::Parents => BookView {
            imprint,
            audience: desk.word("print_for_parents"),
            chapters,
            people: desk.receivers(),
            services: directory
                .filter(|it| desk.edition.is_live(it))
                .map(|it| desk.service(it))
                .collect(),
            terms: Vec::new(),
            signatures: 0,
        },
    }
}

/// A policy as a chapter; parents need not know who keeps it.
fn chapter(
    desk: &Desk<'_>,
    policy: &Policy,
    chapters: &BTreeSet<&PolicyId>,
    readers: Readers,
) -> ChapterView {
    let words = desk.words_in(&policy.words);
    let pen = Pen { desk, policy: Some(&policy.id), chapters: Some(chapters), above: 1 };
    let addendum = desk.edition.school.addenda.get(&policy.id);
    ChapterView {
        chapter: body::chapter(&policy.id),
        title: words.title.clone(),
        summary: words.summary.clone(),
        version: format!("{} {}", desk.word("control_version"), policy.version),
        control: match readers {
            Readers::Staff => control(desk, policy),
            Readers::Parents => Vec::new(),
        },
        notes: notes(desk, policy),
        blocks: pen.body(&words.body),
        addendum: addendum.map(|it| Pen { above: 2, ..pen }.body(&it.value)).unwrap_or_default(),
    }
}

/// The control block.
fn control(desk: &Desk<'_>, policy: &Policy) -> Vec<ControlView> {
    let district = desk.district();
    let day = |it: Option<jiff::civil::Date>| it.map(|it| desk.words.date(it));
    let owner = district.profile.roles.get(&policy.owner);
    let laws = policy.basis.iter().filter_map(|it| district.laws.get(it));
    let laws: Vec<&str> = laws.map(|it| it.value.short.as_str()).collect();
    let approved = policy.approved_by.clone().unwrap_or_else(|| desk.word("not_approved"));
    let approved = match day(policy.approved_on) {
        Some(day) => format!("{approved}, {day}"),
        None => approved,
    };
    let lines = [
        ("control_code", Some(policy.id.to_string())),
        ("control_owner", owner.map(|it| it.name.get(desk.lang).to_owned())),
        ("control_version", Some(policy.version.clone())),
        ("control_approved", Some(approved)),
        ("control_in_force", day(policy.in_force_from)),
        ("control_review", day(Some(policy.review_due))),
        ("basis", (!laws.is_empty()).then(|| laws.join(", "))),
    ];
    let line = |(key, text): (&str, Option<String>)| {
        text.map(|text| ControlView { name: desk.word(key), text })
    };
    lines.into_iter().filter_map(line).collect()
}

/// What must be known before a policy is used.
fn notes(desk: &Desk<'_>, policy: &Policy) -> Vec<String> {
    let mut notes = Vec::new();
    if policy.review_due < desk.edition.as_of {
        let day = desk.words.date(policy.review_due);
        notes.push(format!("{} {day}.", desk.word("overdue_note")));
    }
    if *desk.lang != *desk.district().profile.default_lang()
        && policy.words.in_lang(desk.lang).is_none()
    {
        notes.push(desk.word("untranslated_note"));
    }
    notes
}

/// The glossary.
fn terms(desk: &Desk<'_>) -> Vec<TermView> {
    let terms = desk.district().terms.values().map(|it| &it.value);
    let term = |it: &crate::model::law::Term| TermView {
        term: vec![body::words(it.term.get(desk.lang))],
        blocks: vec![super::view::BlockView::Paragraph {
            text: vec![body::words(it.means.get(desk.lang))],
        }],
    };
    terms.map(term).collect()
}
