//! How pages are built: headings, anchors, names for what cannot be seen, links
//! that lead somewhere, and nothing that a browser would ask for or refuse.

use std::collections::BTreeSet;

use crate::diag::code::Fault;
use crate::site::html::{Piece, Tag, decoded, pieces};
use crate::site::links::leads_to;
use crate::site::plan::PageKind;

/// What of a page matters here.
#[derive(Debug, Default)]
pub struct Facts {
    /// Levels of its headings, in order.
    headings: Vec<u8>,
    /// Its anchors, in order.
    anchors: Vec<String>,
    /// Where it leads.
    links: BTreeSet<String>,
    /// What the browser would fetch by itself.
    asks: Vec<String>,
    /// Its fields.
    fields: Vec<Field>,
    /// What the content security policy forbids.
    blocked: Vec<String>,
    /// What has no name for those who cannot see it.
    nameless: Vec<String>,
}

/// Something that can be typed into, or chosen.
#[derive(Debug)]
struct Field {
    /// How it is written.
    written: String,
    /// What it is for.
    purpose: Purpose,
}

/// What a field is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Purpose {
    /// To look for something; it has no name, so no form could send it.
    Search,
    /// Anything else.
    Other,
}

/// A link, button or drawing that is open, and whether it has a name yet.
#[derive(Debug)]
struct Open {
    /// Its element.
    element: &'static str,
    /// How it is written, to be found again.
    written: String,
    /// Whether anything in it can be read out.
    name: Name,
}

/// Whether something can be read out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Name {
    /// It can.
    There,
    /// Not yet.
    Missing,
}

/// Elements that are filled in.
const FIELDS: [&str; 3] = ["input", "select", "textarea"];

/// Elements that must be named.
const NAMED: [&str; 3] = ["a", "button", "svg"];

impl Facts {
    /// Reads a page.
    pub fn of(html: &str) -> Facts {
        let mut facts = Facts::default();
        let mut open: Vec<Open> = Vec::new();
        let mut in_style = false;
        for piece in pieces(html) {
            match piece {
                Piece::Open(tag) => {
                    in_style = tag.is("style");
                    facts.see(&tag);
                    if let Some(element) = NAMED.into_iter().find(|it| tag.is(it)) {
                        open.push(opened(element, &tag));
                    }
                    let alt = tag.is("img").then(|| tag.get("alt")).flatten();
                    if alt.is_some_and(|it| !it.trim().is_empty()) || tag.is("title") {
                        open.iter_mut().for_each(|it| it.name = Name::There);
                    }
                }
                Piece::Text(text) if in_style => facts.style(text),
                Piece::Text(text) if text.trim().is_empty() => {}
                Piece::Text(_) => open.iter_mut().for_each(|it| it.name = Name::There),
                Piece::Close(tag) => {
                    let last = open.iter().rposition(|it| tag.is(it.element));
                    let closed = last.map(|at| open.remove(at));
                    let closed = closed.filter(|it| it.name == Name::Missing);
                    facts.nameless.extend(closed.map(|it| it.written));
                }
            }
        }
        facts
    }

    /// Takes what a tag says.
    fn see(&mut self, tag: &Tag<'_>) {
        let level = tag.name.strip_prefix(['h', 'H']).and_then(|it| it.parse::<u8>().ok());
        self.headings.extend(level.filter(|it| (1..=6).contains(it)));
        self.anchors.extend(tag.get("id").map(std::borrow::Cow::into_owned));
        if tag.is("a") {
            self.links.extend(tag.get("href").map(std::borrow::Cow::into_owned));
        }
        if tag.is("img") && tag.get("alt").is_none() {
            self.nameless.push(written(tag));
        }
        if asks(tag) {
            self.asks.push(written(tag));
        }
        if FIELDS.into_iter().any(|it| tag.is(it)) || tag.get("contenteditable").is_some() {
            self.fields.push(field(tag));
        }
        if tag.is("form") {
            self.blocked.push(written(tag));
        }
        for (name, value) in tag.attributes() {
            let name = name.to_ascii_lowercase();
            let runs = name.starts_with("on") || decoded(value).trim().starts_with("javascript:");
            if runs || name == "style" {
                self.blocked.push(format!("{name}=\"{value}\""));
            }
        }
    }

    /// Takes what a style sheet asks for.
    fn style(&mut self, css: &str) {
        let outside = |it: &&str| !it.trim_start_matches(['"', '\'']).starts_with("data:");
        let urls = css.split("url(").skip(1).filter(outside);
        let whole = |it: &str| format!("url({})", it.split(')').next().unwrap_or_default());
        self.asks.extend(urls.map(whole));
        if css.contains("@import") {
            self.asks.push("@import".to_owned());
        }
    }
}

/// A field.
fn field(tag: &Tag<'_>) -> Field {
    let search = tag.get("type").is_some_and(|it| it == "search") && tag.get("name").is_none();
    let purpose = if search { Purpose::Search } else { Purpose::Other };
    Field { written: written(tag), purpose }
}

/// An element that must be named, as far as its tag names it.
fn opened(element: &'static str, tag: &Tag<'_>) -> Open {
    let named = |it: &str| tag.get(it).is_some_and(|it| !it.trim().is_empty());
    let hidden = tag.get("aria-hidden").is_some_and(|it| it == "true");
    let target = element == "a" && tag.get("href").is_none();
    let there = named("aria-label") || named("aria-labelledby") || hidden || target;
    let name = if there { Name::There } else { Name::Missing };
    Open { element, written: written(tag), name }
}

/// A tag as it is written, or its beginning.
fn written(tag: &Tag<'_>) -> String {
    let most: String =
        tag.attributes().map(|(name, value)| format!(" {name}=\"{value}\"")).collect();
    let short: String = most.chars().take(60).collect();
    format!("<{}{short}>", tag.name)
}

/// Whether the browser fetches something because of this tag.
fn asks(tag: &Tag<'_>) -> bool {
    let outside =
        |name: &str| tag.get(name).is_some_and(|it| !it.is_empty() && !it.starts_with("data:"));
    match tag.name.to_ascii_lowercase().as_str() {
        "link" => {
            // What may be fetched later, when nobody waits, is not asked for now.
            let later = ["alternate", "canonical", "prefetch", "next", "prev", "help"];
            let rel = tag.get("rel").unwrap_or_default();
            outside("href") && !rel.split_whitespace().all(|it| later.contains(&it))
        }
        "img" | "script" | "iframe" | "embed" | "video" | "audio" | "source" | "track"
        | "input" => outside("src") || outside("srcset"),
        "object" => outside("data"),
        "meta" => tag.get("http-equiv").is_some_and(|it| it.eq_ignore_ascii_case("refresh")),
        "image" | "use" => {
            let here = |it: &str| tag.get(it).is_some_and(|it| it.starts_with('#'));
            (outside("href") && !here("href")) || (outside("xlink:href") && !here("xlink:href"))
        }
        _ => false,
    }
}

/// [`Fault::AsksForMore`], [`Fault::BlockedCode`], [`Fault::Nameless`],
/// [`Fault::AnchorTwice`], [`Fault::HeadingOrder`].
pub fn faults(path: &str, facts: &Facts) -> Vec<Fault> {
    let path = || path.to_owned();
    let mut faults = Vec::new();
    let asks = facts.asks.iter();
    faults.extend(asks.map(|it| Fault::AsksForMore { path: path(), what: it.clone() }));
    let blocked = facts.blocked.iter();
    faults.extend(blocked.map(|it| Fault::BlockedCode { path: path(), what: it.clone() }));
    let nameless = facts.nameless.iter();
    faults.extend(nameless.map(|it| Fault::Nameless { path: path(), what: it.clone() }));
    let mut seen = BTreeSet::new();
    let twice = facts.anchors.iter().filter(|it| !seen.insert(it.as_str()));
    faults.extend(twice.map(|it| Fault::AnchorTwice { path: path(), anchor: it.clone() }));
    faults.extend(order(&facts.headings).map(|(from, to)| Fault::HeadingOrder {
        path: path(),
        from,
        to,
    }));
    faults
}

/// [`Fault::FieldToFill`]: a field, except the one that searches the index.
pub fn fields(kind: Option<&PageKind>, path: &str, facts: &Facts) -> Vec<Fault> {
    let searched = usize::from(kind == Some(&PageKind::Index));
    let is_search = |it: &&Field| it.purpose == Purpose::Search;
    let allowed: Vec<&Field> = facts.fields.iter().filter(is_search).take(searched).collect();
    let others =
        facts.fields.iter().filter(|it| !allowed.iter().any(|one| std::ptr::eq(*one, *it)));
    let fault = |it: &Field| Fault::FieldToFill { path: path.to_owned(), what: it.written.clone() };
    others.map(fault).collect()
}

/// The first heading that is out of order: one first heading, and no level left
/// out on the way down. 0: before the first.
fn order(headings: &[u8]) -> Option<(u8, u8)> {
    let before = std::iter::once(&0).chain(headings);
    let mut pairs = before.zip(headings).map(|(from, to)| (*from, *to));
    let none = (headings.is_empty()).then_some((0, 0));
    none.or_else(|| pairs.find(|(from, to)| *to > from + 1 || (*to == 1 && *from != 0)))
}

/// [`Fault::DeadLink`]: a link to a file or an anchor of the site that is not
/// there. `target` says for a path whether there is such a file, and what stands
/// in it where it is a page.
pub fn dead_links<'f>(
    path: &str,
    facts: &'f Facts,
    target: impl Fn(&str) -> Option<Option<&'f Facts>>,
) -> Vec<Fault> {
    let dead = |href: &&String| {
        let Some((file, anchor)) = leads_to(path, href) else { return false };
        let Some(there) = target(&file) else { return true };
        let has = |it: &Facts| anchor.is_empty() || it.anchors.contains(&anchor);
        !there.is_none_or(has)
    };
    let fault = |href: &String| Fault::DeadLink { path: path.to_owned(), href: href.clone() };
    facts.links.iter().filter(dead).map(fault).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is wrong with a page, without where.
    fn wrong(html: &str) -> Vec<String> {
        let said = |it: Fault| match it {
            Fault::AsksForMore { what, .. } => format!("asks {what}"),
            Fault::BlockedCode { what, .. } => format!("blocked {what}"),
            Fault::Nameless { what, .. } => format!("nameless {what}"),
            Fault::AnchorTwice { anchor, .. } => format!("twice {anchor}"),
            Fault::HeadingOrder { from, to, .. } => format!("order {from} {to}"),
            it => format!("{it:?}"),
        };
        faults("x.html", &Facts::of(html)).into_iter().map(said).collect()
    }

    #[test]
    fn a_sound_page_has_no_fault() {
        let html = "<link rel=icon href='data:,'><link rel=prefetch href=tabel.html>\
            <style>a{background:url(data:,)}</style><h1 id=a>x</h1><h2>y</h2><h3>z</h3><h2>y</h2>\
            <a href=x><img src='data:,' alt=x></a><a href=y><svg aria-hidden=true></svg> y</a>\
            <a id=target></a><svg><title>x</title></svg><button aria-label=x></button>";
        assert_eq!(wrong(html), Vec::<String>::new());
    }

    #[test]
    fn what_a_browser_would_fetch_is_found() {
        let asks = [
            ("<link rel=stylesheet href=a.css>", r#"asks <link rel="stylesheet" href="a.css">"#),
            ("<img alt=x src=a.png>", r#"asks <img alt="x" src="a.png">"#),
            ("<script src=//a.example/b.js></script>", r#"asks <script src="//a.example/b.js">"#),
            ("<style>a{b:url('c.png')}</style>", "asks url('c.png')"),
            ("<style>@import 'a'</style>", "asks @import"),
            (
                "<meta http-equiv=refresh content=1>",
                r#"asks <meta http-equiv="refresh" content="1">"#,
            ),
            ("<iframe src=a></iframe>", r#"asks <iframe src="a">"#),
        ];
        for (html, expected) in asks {
            assert_eq!(wrong(&format!("<h1>x</h1>{html}")), [expected], "{html}");
        }
    }

    #[test]
    fn what_a_browser_would_refuse_is_found() {
        let blocked = [
            ("<p style='a:b'>", "blocked style=\"a:b\""),
            ("<p onclick=a()>", "blocked onclick=\"a()\""),
            ("<a href='javascript:a()'>x</a>", "blocked href=\"javascript:a()\""),
            ("<form>", "blocked <form>"),
        ];
        for (html, expected) in blocked {
            assert_eq!(wrong(&format!("<h1>x</h1>{html}")), [expected], "{html}");
        }
    }

    #[test]
    fn there_is_no_field_but_one_that_searches_the_index() {
        let html = "<input id=q type=search><input type=search><input type=search name=q>\
            <textarea></textarea><p contenteditable></p>";
        let facts = Facts::of(html);
        let found = |kind| fields(kind, "x.html", &facts).len();
        assert_eq!(found(Some(&PageKind::Index)), 4);
        assert_eq!(found(Some(&PageKind::Home)), 5);
        assert_eq!(found(None), 5);
    }

    #[test]
    fn what_cannot_be_read_out_is_found() {
        let html =
            "<h1>x</h1><a href=x> <svg aria-hidden=true></svg></a><img src='data:,'><svg></svg>";
        let expected =
            [r#"nameless <a href="x">"#, r#"nameless <img src="data:,">"#, "nameless <svg>"];
        assert_eq!(wrong(html), expected);
    }

    #[test]
    fn headings_go_down_one_level_at_a_time_from_one_first_heading() {
        for (headings, expected) in [
            (&[1, 2, 3, 2][..], None),
            (&[][..], Some((0, 0))),
            (&[2][..], Some((0, 2))),
            (&[1, 3][..], Some((1, 3))),
            (&[1, 2, 1][..], Some((2, 1))),
        ] {
            assert_eq!(order(headings), expected, "{headings:?}");
        }
        assert_eq!(wrong("<h1 id=a>x</h1><p id=a>"), ["twice a"]);
    }

    #[test]
    fn a_link_to_nothing_is_dead() {
        let page = Facts::of("<a href=b.html#c>x</a><a href=#d>x</a><a href=e.html>x</a><p id=c>");
        let other = Facts::of("<p id=x>");
        let target = |it: &str| match it {
            "a.html" => Some(Some(&page)),
            "b.html" => Some(Some(&other)),
            _ => None,
        };
        let dead = dead_links("a.html", &page, target);
        let hrefs: Vec<&str> = dead
            .iter()
            .map(|it| match it {
                Fault::DeadLink { href, .. } => href.as_str(),
                _ => "",
            })
            .collect();
        assert_eq!(hrefs, ["#d", "b.html#c", "e.html"]);
    }
}
