//! A site in few files, for hosts that count them.
//!
//! Pages that are read in peace move into the file of a page they belong to: a
//! section each, under a heading one level lower, with anchors of their own.
//! Links lead to the section. A section keeps what its page was called and looked
//! like, so that a letter is a letter on paper. What is opened in fear or haste stays a file of its
//! own, as light as ever; the files that others moved into are heavier.

use std::collections::{BTreeMap, BTreeSet};

use super::html::{Piece, Tag, decoded, pieces, raw_texts};
use super::links::{leads_to, link};
use super::plan::{PageKind, Plan};
use super::{OutputFile, Site};
use crate::model::value::{Audience, Lang};

/// Where each page goes: the file, and its name in it where it is a section.
type Homes = BTreeMap<String, (String, Option<String>)>;

/// The same site in at most fifteen files, where it has two languages.
pub fn compact(plan: &Plan, site: Site) -> Site {
    let homes = homes(plan, &site);
    let mut files: Vec<OutputFile> = Vec::new();
    let mut sections: BTreeMap<String, Sections> = BTreeMap::new();
    for file in site.files {
        let path = file.path.as_str();
        let Some((home, section)) = homes.get(path) else {
            files.extend(kept(file));
            continue;
        };
        let Ok(html) = String::from_utf8(file.bytes) else { continue };
        let html = rewritten(&html, path, home, section.as_deref(), &homes);
        match section {
            None => files.push(OutputFile { path: file.path, bytes: html.into_bytes() }),
            Some(_) if path.ends_with(NEUTRAL) => {}
            Some(name) => {
                let inside = [notes(&html), between(&html, "<main", "</main")].concat();
                let class = class(&html).map_or(String::new(), |it| format!(" class=\"{it}\""));
                let all = sections.entry(home.clone()).or_default();
                all.html.push_str(&format!("<section id=\"{name}\"{class}>{inside}</section>"));
                all.styles.extend(raw_texts(&html, "style").map(|it| it.1.to_owned()));
            }
        }
    }
    for file in &mut files {
        let Some(more) = sections.get(file.path.as_str()) else { continue };
        let html = String::from_utf8_lossy(&file.bytes).into_owned();
        if let (Some(head), Some(end)) = (html.find("<style"), html.rfind("</main")) {
            let styles = more.missing_in(&html);
            let parts = [&html[..head], &styles, &html[head..end], &more.html, &html[end..]];
            file.bytes = parts.concat().into_bytes();
        }
    }
    Site { folder: site.folder, files }
}

/// What moves into a file.
#[derive(Debug, Default)]
struct Sections {
    /// Their text.
    html: String,
    /// The style sheets they had.
    styles: BTreeSet<String>,
}

impl Sections {
    /// The style sheets that a file lacks, to stand before its own, which then
    /// count more. One that begins like one that is there has nothing to add.
    fn missing_in(&self, html: &str) -> String {
        let own: Vec<&str> = raw_texts(html, "style").map(|it| it.1).collect();
        let lacks = |it: &&String| !own.iter().any(|own| own.starts_with(it.as_str()));
        self.styles.iter().filter(lacks).map(|it| format!("<style>{it}</style>")).collect()
    }
}

/// What a page is called by its style sheet.
fn class(html: &str) -> Option<String> {
    pieces(html).find_map(|it| match it {
        Piece::Open(tag) if tag.is("html") => Some(tag.get("class")?.into_owned()),
        _ => None,
    })
}

/// How the path of the neutral page ends; one for all languages is enough.
const NEUTRAL: &str = "tabel.html";

/// Where the pages of a site go.
fn homes(plan: &Plan, site: &Site) -> Homes {
    let there = |it: &str| site.files.iter().any(|file| file.path.as_str() == it);
    let mut homes = Homes::new();
    for page in plan.pages.iter().filter(|it| there(it.path.as_str())) {
        let path = page.path.to_string();
        let lang = if page.kind == PageKind::Exit { plan.default_lang() } else { &page.lang };
        let leader = leader(plan, lang, &page.kind);
        let home =
            plan.pages.iter().find(|it| it.lang == *lang && Some(&it.kind) == leader.as_ref());
        let home = home.map(|it| it.path.to_string()).filter(|it| *it != path && there(it));
        let stem = path.rsplit('/').next().and_then(|it| it.strip_suffix(".html"));
        let place = match (home, stem) {
            (Some(home), Some(stem)) => (home, Some(stem.to_owned())),
            _ => (path.clone(), None),
        };
        homes.insert(path, place);
    }
    homes
}

/// The page whose file a page moves into; none: it stays.
fn leader(plan: &Plan, lang: &Lang, kind: &PageKind) -> Option<PageKind> {
    let main = lang == plan.default_lang();
    Some(match kind {
        PageKind::Home | PageKind::Missing | PageKind::Book(_) => return None,
        PageKind::Exit => PageKind::Exit,
        PageKind::Entry(Audience::Child) => return None,
        PageKind::Traces if !main => PageKind::Directory,
        PageKind::Reading(Audience::Child)
        | PageKind::Guidance(Audience::Child, _)
        | PageKind::Traces => PageKind::Reading(Audience::Child),
        PageKind::Entry(Audience::Counsellor) if main => return None,
        PageKind::Entry(Audience::Parent)
        | PageKind::Reading(Audience::Parent)
        | PageKind::Guidance(Audience::Parent, _) => PageKind::Directory,
        PageKind::Protocols
        | PageKind::Protocol(_)
        | PageKind::Policies
        | PageKind::Policy(_)
        | PageKind::Forms
        | PageKind::Form(_)
        | PageKind::Print
        | PageKind::Entry(_)
        | PageKind::Reading(_)
        | PageKind::Guidance(..) => PageKind::Protocols,
        _ => PageKind::Directory,
    })
}

/// What is no page and is kept: the word to search engines, without the map of
/// pages that are not there any more; nothing else that only pages need.
fn kept(file: OutputFile) -> Option<OutputFile> {
    match file.path.as_str() {
        "robots.txt" => {
            let text = String::from_utf8_lossy(&file.bytes).into_owned();
            let lines = text.lines().filter(|it| !it.starts_with("Sitemap:"));
            let bytes = lines.map(|it| format!("{it}\n")).collect::<String>().into_bytes();
            Some(OutputFile { path: file.path, bytes })
        }
        _ => None,
    }
}

/// A page with its links, and, if it becomes a section, its anchors and headings
/// as they are in its new home.
fn rewritten(html: &str, path: &str, home: &str, section: Option<&str>, homes: &Homes) -> String {
    let mut out = String::with_capacity(html.len());
    let mut done = 0;
    for piece in pieces(html) {
        let (tag, new) = match piece {
            Piece::Open(tag) => (tag, opened(&tag, path, home, section, homes)),
            Piece::Close(tag) => {
                let lower = section.and_then(|_| lower(tag.name));
                (tag, lower.map(|it| format!("</{it}>")))
            }
            Piece::Text(_) => continue,
        };
        if let Some(new) = new {
            out.push_str(&html[done..tag.start]);
            out.push_str(&new);
            done = tag.end;
        }
    }
    out.push_str(&html[done..]);
    out
}

/// A tag as it is in its new home, where that is different.
fn opened(
    tag: &Tag<'_>,
    path: &str,
    home: &str,
    section: Option<&str>,
    homes: &Homes,
) -> Option<String> {
    let name = section.and_then(|_| lower(tag.name));
    let mut changed = name.is_some();
    let mut text = format!("<{}", name.unwrap_or_else(|| tag.name.to_owned()));
    for (key, value) in tag.attributes() {
        let new = match key.to_ascii_lowercase().as_str() {
            "href" if tag.is("a") => moved(&decoded(value), path, home, homes),
            "id" | "for" | "aria-labelledby" | "aria-describedby" => {
                section.map(|it| format!("{it}.{value}"))
            }
            _ => None,
        };
        changed |= new.is_some();
        let new = new.map(|it| it.replace('&', "&amp;").replace('"', "&quot;"));
        let value = new.as_deref().unwrap_or(value);
        let mark = if value.contains('"') { '\'' } else { '"' };
        text.push_str(&format!(" {key}={mark}{value}{mark}"));
    }
    text.push('>');
    changed.then_some(text)
}

/// Where a link leads now, if it leads to a page of the site.
fn moved(href: &str, path: &str, home: &str, homes: &Homes) -> Option<String> {
    let (file, anchor) = leads_to(path, href)?;
    let (there, section) = homes.get(&file)?;
    let anchor = match (section, anchor.as_str()) {
        (Some(_), _) if there.ends_with(NEUTRAL) => String::new(),
        (None, "") => String::new(),
        (None, anchor) => format!("#{anchor}"),
        (Some(section), "") => format!("#{section}"),
        (Some(section), anchor) => format!("#{section}.{anchor}"),
    };
    let same = there == home && !anchor.is_empty();
    Some(if same { anchor } else { format!("{}{anchor}", link(home, there)) })
}

/// The heading one level lower; none where it is no heading or already the
/// lowest.
fn lower(name: &str) -> Option<String> {
    let level: u8 = name.strip_prefix(['h', 'H'])?.parse().ok()?;
    (1..=5).contains(&level).then(|| format!("h{}", level + 1))
}

/// The notes at the head of a page: they belong to its text.
fn notes(html: &str) -> &str {
    let header = between(html, "<header", "</header");
    let note = header.find("<div class=\"note\"").or_else(|| header.find("<div class=note"));
    note.map_or("", |it| &header[it..])
}

/// What stands between the first tag that begins with `from` and the last that
/// begins with `to`.
fn between<'h>(html: &'h str, from: &str, to: &str) -> &'h str {
    let start = html.find(from).and_then(|at| Some(at + html[at..].find('>')? + 1));
    let end = html.rfind(to);
    match (start, end) {
        (Some(start), Some(end)) if start <= end => &html[start..end],
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Pages and where they go.
    fn homes() -> Homes {
        let mut homes = Homes::new();
        let mut put = |path: &str, home: &str, section: Option<&str>| {
            homes.insert(path.to_owned(), (home.to_owned(), section.map(str::to_owned)));
        };
        put("protokol.html", "protokol.html", None);
        put("protokol-p01.html", "protokol.html", Some("protokol-p01"));
        put("index.html", "index.html", None);
        put("en/protokol.html", "en/protokol.html", None);
        put("tabel.html", "tabel.html", None);
        put("en/tabel.html", "tabel.html", Some("tabel"));
        homes
    }

    #[test]
    fn links_lead_to_the_section() {
        let to = |path, href| moved(href, path, &homes()[path].0, &homes());
        let check = |path, href, expected| {
            assert_eq!(to(path, href).as_deref(), expected, "{path} {href}");
        };
        check("index.html", "protokol-p01.html", Some("protokol.html#protokol-p01"));
        check("index.html", "protokol-p01.html#a", Some("protokol.html#protokol-p01.a"));
        check("protokol.html", "protokol-p01.html", Some("#protokol-p01"));
        check("protokol-p01.html", "#a", Some("#protokol-p01.a"));
        check("protokol-p01.html", "index.html", Some("index.html"));
        check("en/protokol.html", "tabel.html", Some("../tabel.html"));
        check("en/protokol.html", "../protokol-p01.html", Some("../protokol.html#protokol-p01"));
        check("index.html", "tel:110", None);
    }

    #[test]
    fn a_section_has_anchors_and_headings_of_its_own() {
        let html = "<main><h1 id=a>x</h1><p>1 &lt; 2</p><a href=\"#a\">y</a></main>";
        let homes = homes();
        let found =
            rewritten(html, "protokol-p01.html", "protokol.html", Some("protokol-p01"), &homes);
        assert_eq!(
            found,
            "<main><h2 id=\"protokol-p01.a\">x</h2><p>1 &lt; 2</p>\
             <a href=\"#protokol-p01.a\">y</a></main>"
        );
        assert_eq!(between(&found, "<main", "</main").matches("<h").count(), 1);
    }

    #[test]
    fn a_file_gets_the_style_sheets_that_its_sections_had_and_it_lacks() {
        let styles = ["a{}", "a{}b{}", "a{}c{}"].map(str::to_owned).into();
        let sections = Sections { html: String::new(), styles };
        assert_eq!(sections.missing_in("<style>a{}b{}</style>"), "<style>a{}c{}</style>");
        assert_eq!(class("<html lang=id class=letter><p class=x>").as_deref(), Some("letter"));
    }

    #[test]
    fn what_stays_a_file_keeps_its_anchors() {
        let html = "<h1 id=a>x</h1><a class=x href=tel:110>y</a>";
        assert_eq!(rewritten(html, "index.html", "index.html", None, &homes()), html);
    }
}
