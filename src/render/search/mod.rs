//! The index of a school's pages from A to Z, and a search in it that asks
//! nobody.
//!
//! The list works without scripts. Below it, as data that no browser runs, stands
//! which entry holds which word's root; a script of the page's own filters the
//! list by it. Entries are made once for a language; a school takes those it has.
//! Pages for children are not among them: the index is for those who work there.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use crate::model::District;
use crate::model::value::{Audience, ServiceId};
use crate::resolve::edition::Edition;
use crate::site::html::{Piece, decoded, pieces};
use crate::site::plan::{Page, PageKind, Plan, service_anchor};

use super::ground::Ground;
use super::html::{escape, link};

mod stem;

use stem::{root, words};

/// A page is about a word that it says so often.
const OFTEN: usize = 5;

/// Of a word that one in so many entries says, only those are listed that have it
/// in a heading.
const COMMON: usize = 5;

/// One line of the index.
#[derive(Debug)]
pub struct Entry<'d> {
    /// What it leads to.
    to: Target<'d>,
    /// Its words.
    title: String,
    /// Its link.
    href: String,
    /// The roots of the words of its headings.
    roots: BTreeSet<String>,
    /// The roots of other words that it says often.
    said: BTreeSet<String>,
}

/// What an entry leads to.
#[derive(Debug, PartialEq, Eq)]
enum Target<'d> {
    /// A page of the plan.
    Page(usize),
    /// A service's card.
    Service(&'d ServiceId),
    /// A term of the glossary.
    Term,
}

/// Everything that the index of a language may lead to, from A to Z.
pub fn entries<'d>(ground: &Ground<'d>, own: &[(usize, &Page)], html: &[String]) -> Vec<Entry<'d>> {
    let pages = own.par_iter().zip(html).filter(|((_, page), _)| is_listed(&page.kind));
    let mut entries: Vec<Entry<'d>> =
        pages.map(|((at, page), html)| of_page(ground, *at, page, html)).collect();
    entries.extend(services(ground, ground.district));
    entries.extend(terms(ground, ground.district));
    entries.sort_by_cached_key(|it| (it.title.to_lowercase(), it.href.clone()));
    entries
}

/// Whether the index leads to a page.
fn is_listed(kind: &PageKind) -> bool {
    !matches!(
        kind,
        PageKind::Home
            | PageKind::Index
            | PageKind::Book(_)
            | PageKind::Form(_)
            | PageKind::Traces
            | PageKind::Exit
            | PageKind::Missing
            | PageKind::Entry(Audience::Child)
            | PageKind::Reading(Audience::Child)
            | PageKind::Guidance(Audience::Child, _)
    )
}

/// A page, with the words of its headings and those that it says often.
fn of_page<'d>(ground: &Ground<'d>, at: usize, page: &Page, html: &str) -> Entry<'d> {
    let start = html.find("<main").unwrap_or(0);
    let end = html.rfind("</main").unwrap_or(html.len()).max(start);
    let mut title = String::new();
    let mut roots = BTreeSet::new();
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    let mut heading = None;
    for piece in pieces(&html[start..end]) {
        match piece {
            Piece::Open(tag) if is_heading(tag.name) => heading = Some(tag.name),
            Piece::Close(tag) if is_heading(tag.name) => heading = None,
            Piece::Text(text) => {
                let text = decoded(text);
                if heading.is_some_and(|it| it.eq_ignore_ascii_case("h1")) {
                    title.push_str(&text);
                }
                for word in words(&text) {
                    let root = root(&word);
                    if heading.is_some() {
                        roots.insert(root);
                    } else {
                        *counts.entry(root).or_default() += 1;
                    }
                }
            }
            Piece::Open(_) | Piece::Close(_) => {}
        }
    }
    if let PageKind::Protocol(id) = &page.kind {
        roots.extend(number(id.as_str()));
    }
    let often = counts.into_iter().filter(|it| it.1 >= OFTEN && !roots.contains(&it.0));
    let said = often.map(|it| it.0).collect();
    Entry { to: Target::Page(at), title, href: ground.href(&page.kind), roots, said }
}

/// The letter and the number that an id begins with, as people say them: `p1` of
/// `p01-konten-grup`.
fn number(id: &str) -> Option<String> {
    let (first, _) = id.split_once('-').unwrap_or((id, ""));
    let digits = first.strip_prefix(|it: char| it.is_ascii_lowercase())?;
    let number: u16 = digits.parse().ok().filter(|_| !digits.starts_with('+'))?;
    Some(format!("{}{number}", &first[..1]))
}

/// Whether an element is a heading.
fn is_heading(name: &str) -> bool {
    matches!(name, "h1" | "h2" | "h3" | "h4")
}

/// Every service.
fn services<'d>(ground: &Ground<'d>, district: &'d District) -> impl Iterator<Item = Entry<'d>> {
    let page = ground.href(&PageKind::Directory);
    let lang = ground.lang;
    district.services.iter().map(move |(id, it)| {
        let title = it.value.name.get(lang).to_owned();
        let href = format!("{page}#{}", service_anchor(id));
        Entry {
            to: Target::Service(id),
            roots: roots(&[&title]),
            said: BTreeSet::new(),
            title,
            href,
        }
    })
}

/// Every term of the glossary, found by the words to avoid as well.
fn terms<'d>(ground: &Ground<'d>, district: &'d District) -> impl Iterator<Item = Entry<'d>> {
    let page = ground.href(&PageKind::Glossary);
    super::pages::glossary(ground).into_iter().take(district.terms.len()).map(move |it| {
        let avoid: Vec<&str> = it.avoid.iter().map(String::as_str).collect();
        let roots = roots(&[avoid.as_slice(), &[&it.term, &it.instead]].concat());
        let href = format!("{page}#{}", it.anchor);
        Entry { to: Target::Term, href, title: it.term, roots, said: BTreeSet::new() }
    })
}

/// The roots of these texts' words.
fn roots(texts: &[&str]) -> BTreeSet<String> {
    texts.iter().flat_map(|it| words(it)).map(|it| root(&it)).collect()
}

/// Which entries lead to something that a school has.
pub fn present(entries: &[Entry<'_>], plan: &Plan, edition: &Edition<'_>) -> Vec<usize> {
    let has: BTreeSet<usize> = plan.pages_of(edition).map(|it| it.0).collect();
    let there = |it: &Entry<'_>| match it.to {
        Target::Page(at) => has.contains(&at),
        Target::Service(id) => edition.services.contains_key(id),
        Target::Term => true,
    };
    let all = entries.iter().enumerate();
    all.filter(|(_, it)| there(it)).map(|(at, _)| at).collect()
}

/// The index of one school: its list, and the data for the search.
pub fn index(entries: &[Entry<'_>], present: &[usize]) -> String {
    let own: Vec<&Entry<'_>> = present.iter().filter_map(|it| entries.get(*it)).collect();
    let mut by_letter: BTreeMap<String, String> = BTreeMap::new();
    let mut by_root: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for entry in &own {
        let first = entry.title.chars().find(|it| it.is_alphanumeric());
        let letter = first.map_or(String::new(), |it| it.to_uppercase().collect());
        let item = format!("<li>{}</li>", link(&entry.href, &escape(&entry.title)));
        by_letter.entry(letter).or_default().push_str(&item);
    }
    // Entries are counted as they stand in the list: letter by letter.
    let mut ordered = own;
    ordered.sort_by_cached_key(|it| {
        let first = it.title.chars().find(|it| it.is_alphanumeric());
        first.map_or(String::new(), |it| it.to_uppercase().collect::<String>())
    });
    for (at, entry) in ordered.iter().enumerate() {
        let both = entry.roots.iter().chain(&entry.said);
        both.for_each(|it| by_root.entry(it).or_default().push(at));
    }
    for (root, at) in &mut by_root {
        if at.len() * COMMON > ordered.len() {
            at.retain(|it| ordered[*it].roots.contains(*root));
        }
    }
    by_root.retain(|_, at| !at.is_empty());

    let sections = by_letter.iter();
    let sections: String = sections
        .map(|(letter, items)| {
            format!("<section><h2>{}</h2><ul class=\"foot\">{items}</ul></section>", escape(letter))
        })
        .collect();
    let lines = by_root.iter().map(|(root, at)| format!("{root} {}", steps(at)));
    let lines = lines.collect::<Vec<_>>().join("\n");
    format!(
        "<div class=\"az\">{sections}</div><script type=\"text/plain\" id=\"i\">{lines}</script>"
    )
}

/// Rising numbers as the steps between them, in base 36, parted by points.
fn steps(numbers: &[usize]) -> String {
    let before = std::iter::once(&0).chain(numbers);
    let steps = before.zip(numbers).map(|(before, it)| base36(it - before));
    steps.collect::<Vec<_>>().join(".")
}

/// A number with the digits 0 to 9 and a to z.
fn base36(number: usize) -> String {
    let digit = u32::try_from(number % 36).ok().and_then(|it| char::from_digit(it, 36));
    let digit = digit.unwrap_or('0');
    if number < 36 { digit.to_string() } else { format!("{}{digit}", base36(number / 36)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_steps_in_base_36() {
        assert_eq!(steps(&[0, 1, 37, 40, 2000]), "0.1.10.3.1ig");
        assert_eq!(steps(&[]), "");
    }

    #[test]
    fn a_protocol_is_found_by_its_number() {
        assert_eq!(number("p01-konten-grup").as_deref(), Some("p1"));
        assert_eq!(number("g0").as_deref(), Some("g0"));
        for id in ["p-1", "konten-1", "13-a", "p1a", "p+1", ""] {
            assert_eq!(number(id), None, "{id}");
        }
    }
}
