//! What pages and sites weigh on their way to a telephone, against their
//! budgets.

use std::collections::{BTreeMap, BTreeSet};

use crate::diag::code::{Fault, Part};
use crate::model::value::{Audience, Lang};
use crate::site::gzip::{gzip, over};
use crate::site::html::{Piece, Tag, decoded, pieces, raw_texts};
use crate::site::plan::{PACKET, Page, PageKind, Plan, is_packed};
use crate::site::{OutputFile, Site, SitePath};

/// What any page may weigh, compressed.
const ANY: usize = 8 * 1024;
/// What a child's page may weigh.
const CHILD: usize = 4 * 1024;
/// What a page that is opened in fear or haste may weigh.
const FIRST: usize = 3 * 1024;
/// What the index with its search may weigh: it is opened when it is used.
const INDEX: usize = 12 * 1024;
/// What no page may ever weigh: it would not fit into the first answer of a
/// server, and would cost another round trip.
const NEVER: usize = 13_000;
/// What all scripts of a page may weigh.
const SCRIPT: usize = 1024;
/// What a school's whole site may weigh in one language: a telephone can keep it.
const SITE: usize = 250 * 1024;
/// What a file to hand on may weigh, as it is: chats do not compress it.
const BOOK: usize = 100_000;
/// So many of the heaviest parts are named.
const NAMED: usize = 3;

/// [`Fault::PageTooHeavy`], [`Fault::PageFarTooHeavy`],
/// [`Fault::ScriptTooHeavy`]: a page heavier than its budget.
pub fn page(page: &Page, html: &str) -> Vec<Fault> {
    let limit = budget(&page.kind);
    let path = || page.path.to_string();
    if let PageKind::Book(_) = page.kind {
        let bytes = html.len();
        let fault = Fault::BookTooHeavy { path: path(), bytes, limit: BOOK };
        return if bytes > BOOK { vec![fault] } else { Vec::new() };
    }
    let mut faults = Vec::new();
    if let Some(bytes) = over(html.as_bytes(), limit) {
        let (path, parts) = (path(), parts(html));
        faults.push(if bytes > NEVER {
            Fault::PageFarTooHeavy { path, bytes, limit: NEVER, parts }
        } else {
            Fault::PageTooHeavy { path, bytes, limit, parts }
        });
    }
    let runs = |it: &(Tag<'_>, &str)| it.0.get("type").is_none_or(|it| it.ends_with("javascript"));
    let script: String = raw_texts(html, "script").filter(runs).map(|it| it.1).collect();
    if let Some(bytes) = over(script.as_bytes(), SCRIPT) {
        faults.push(Fault::ScriptTooHeavy { path: path(), bytes, limit: SCRIPT });
    }
    faults
}

/// [`Fault::SiteTooHeavy`]: a site heavier than its budget.
///
/// That is what a telephone takes which takes everything: the packet in the place
/// of the pages that are in it, and every other file. So what the telephone of
/// somebody who works there keeps is lighter than that.
///
/// Nobody reads two languages, so each is weighed by itself; what lies in no
/// language's folder belongs to the default one.
pub fn site(plan: &Plan, site: &Site) -> Vec<Fault> {
    let folders: BTreeMap<&str, &Lang> =
        plan.pages.iter().filter_map(|it| Some((folder(it.path.as_str())?, &it.lang))).collect();
    let packets: BTreeSet<&SitePath> =
        site.files.iter().map(|it| &it.path).filter(|it| it.name() == PACKET).collect();
    let packed = |it: &&Page| it.kind.is_kept() && packets.contains(&it.path.beside(PACKET));
    let packed: BTreeSet<&SitePath> = plan.pages.iter().filter(packed).map(|it| &it.path).collect();
    let mut by_lang: BTreeMap<&Lang, Vec<&OutputFile>> = BTreeMap::new();
    for file in &site.files {
        let lang = folder(file.path.as_str()).and_then(|it| folders.get(it).copied());
        by_lang.entry(lang.unwrap_or(plan.default_lang())).or_default().push(file);
    }
    let fault = |(lang, files): (&Lang, Vec<&OutputFile>)| {
        let taken = files.iter().filter(|it| !packed.contains(&it.path));
        let bytes = taken.map(|it| weight(it)).sum();
        let (school, lang) = (site.folder.clone().unwrap_or_default(), lang.to_string());
        let fault = |heaviest| Fault::SiteTooHeavy { school, lang, bytes, limit: SITE, heaviest };
        (bytes > SITE).then(|| fault(heaviest(&files)))
    };
    by_lang.into_iter().filter_map(fault).collect()
}

/// What a file weighs on its way. A packet is compressed already.
fn weight(file: &OutputFile) -> usize {
    gzip(&file.bytes).len().min(file.bytes.len())
}

/// The heaviest of these files, by themselves: what can be shortened.
fn heaviest(files: &[&OutputFile]) -> Vec<(String, usize)> {
    let own = files.iter().filter(|it| !is_packed(&it.path));
    let mut own: Vec<(String, usize)> = own.map(|it| (it.path.to_string(), weight(it))).collect();
    own.sort_by(|one, other| other.1.cmp(&one.1).then_with(|| one.0.cmp(&other.0)));
    own.truncate(NAMED);
    own
}

/// The folder that a file lies in.
fn folder(path: &str) -> Option<&str> {
    path.split_once('/').map(|it| it.0)
}

/// A page's budget.
fn budget(kind: &PageKind) -> usize {
    match kind {
        PageKind::Home
        | PageKind::Entry(Audience::Child | Audience::Counsellor)
        | PageKind::Exit => FIRST,
        PageKind::Guidance(Audience::Child, _) | PageKind::Reading(Audience::Child) => CHILD,
        PageKind::Index => INDEX,
        _ => ANY,
    }
}

/// The heaviest parts of a page, before they are compressed: its style sheet,
/// its scripts, each section of its text, and what is round them.
fn parts(html: &str) -> Vec<(Part, usize)> {
    let inside = |name| raw_texts(html, name).map(|it| it.1.len()).sum();
    let mut parts: Vec<(Part, usize)> =
        vec![(Part::Style, inside("style")), (Part::Script, inside("script"))];
    let main = html.find("<main").unwrap_or(html.len());
    let end = html.rfind("</main").unwrap_or(html.len()).max(main);
    let mut cuts = vec![(main, String::new())];
    let mut pieces = pieces(html);
    while let Some(piece) = pieces.next() {
        let Piece::Open(tag) = piece else { continue };
        if (tag.is("h1") || tag.is("h2")) && (main..end).contains(&tag.end) {
            let title = pieces.find_map(|it| match it {
                Piece::Text(text) => Some(decoded(text.trim()).into_owned()),
                _ => None,
            });
            cuts.push((tag.end, title.unwrap_or_default()));
        }
    }
    let ends = cuts.iter().skip(1).map(|it| it.0).chain([end]);
    let sections = cuts.iter().zip(ends).map(|(cut, end)| (cut.1.clone(), end - cut.0));
    parts.extend(sections.map(|(title, bytes)| (Part::Section(title), bytes)));
    let known: usize = parts.iter().map(|it| it.1).sum();
    parts.push((Part::Frame, html.len().saturating_sub(known)));
    parts.sort_by(|one, other| other.1.cmp(&one.1).then_with(|| one.0.cmp(&other.0)));
    parts.retain(|it| it.1 > 0 && it.0 != Part::Section(String::new()));
    parts.truncate(NAMED);
    parts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::site::SitePath;

    /// A page of this kind.
    fn of(kind: PageKind) -> Page {
        let lang = Lang::try_from("id").expect("a language");
        Page { path: SitePath::new(None, "x.html"), lang, kind }
    }

    /// So many bytes that cannot be made fewer by much.
    fn noise(bytes: usize) -> String {
        let mut state = 129_u32;
        let mut next = || {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            char::from(b'!' + u8::try_from(state >> 24).unwrap_or(0) % 26)
        };
        (0..bytes).map(|_| next()).collect::<String>().replace(['<', '&'], "x")
    }

    #[test]
    fn a_page_is_told_which_of_its_parts_are_heavy() {
        let html = format!(
            "<style>a</style><main><h1>A</h1><h2>Satu</h2>{}<h2>Dua</h2>{}</main>",
            noise(24_000),
            noise(4_000)
        );
        let faults = page(&of(PageKind::Laws), &html);
        let [Fault::PageFarTooHeavy { bytes, parts, limit: NEVER, .. }] = faults.as_slice() else {
            panic!("{faults:?}")
        };
        assert!(*bytes > NEVER && *bytes < 19_000, "{bytes}");
        let names: Vec<&Part> = parts.iter().map(|it| &it.0).collect();
        let section = |it: &str| Part::Section(it.to_owned());
        assert_eq!(names[..2], [&section("Satu"), &section("Dua")]);
    }

    #[test]
    fn budgets_differ_by_reader() {
        let html = noise(5_000);
        let faults = |kind| page(&of(kind), &html).len();
        assert_eq!(faults(PageKind::Home), 1);
        assert_eq!(faults(PageKind::Entry(Audience::Counsellor)), 1);
        assert_eq!(faults(PageKind::Reading(Audience::Counsellor)), 0);
        assert!(gzip(html.as_bytes()).len() < CHILD);
        assert_eq!(faults(PageKind::Reading(Audience::Child)), 0);
        let heavier = noise(6_500);
        assert_eq!(page(&of(PageKind::Reading(Audience::Child)), &heavier).len(), 1);
    }

    #[test]
    fn scripts_of_a_page_weigh_together() {
        let one = format!("<script>{}</script>", noise(900));
        assert!(page(&of(PageKind::Laws), &one).is_empty());
        let long = format!("<script>{}</script>", noise(1_800));
        let faults = page(&of(PageKind::Laws), &long);
        assert!(matches!(faults.as_slice(), [Fault::ScriptTooHeavy { .. }]), "{faults:?}");
    }
}
