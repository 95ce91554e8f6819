//! Reads finished HTML: tags, attributes, and what stands between them.
//!
//! It knows as much as is needed to look at pages of our own making: it repairs
//! nothing, and of entities it knows those that we write.

use std::borrow::Cow;

/// Elements whose inside is text, whatever it looks like.
const RAW: [&str; 4] = ["script", "style", "title", "textarea"];

/// A piece of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Piece<'h> {
    /// A tag that opens an element.
    Open(Tag<'h>),
    /// A tag that ends an element.
    Close(Tag<'h>),
    /// What stands between two tags, as written.
    Text(&'h str),
}

/// A tag.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tag<'h> {
    /// The element's name, as written.
    pub name: &'h str,
    /// Its attributes, as written.
    attributes: &'h str,
    /// Where in the page it begins, in bytes.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
}

impl<'h> Tag<'h> {
    /// Whether the element has this name.
    pub fn is(&self, name: &str) -> bool {
        self.name.eq_ignore_ascii_case(name)
    }

    /// The value of an attribute, without entities; empty where it has none.
    pub fn get(&self, name: &str) -> Option<Cow<'h, str>> {
        self.attributes().find(|it| it.0.eq_ignore_ascii_case(name)).map(|it| decoded(it.1))
    }

    /// Names and values of its attributes, as written.
    pub fn attributes(&self) -> impl Iterator<Item = (&'h str, &'h str)> {
        let mut rest = self.attributes;
        std::iter::from_fn(move || {
            rest = rest.trim_start_matches(|it: char| it.is_whitespace() || it == '/');
            let end = rest.find(|it: char| it.is_whitespace() || it == '=').unwrap_or(rest.len());
            let (name, after) = rest.split_at(end);
            let (value, after) = match after.trim_start().strip_prefix('=') {
                Some(after) => value(after.trim_start()),
                None => ("", after),
            };
            rest = after;
            (!name.is_empty()).then_some((name, value))
        })
    }
}

/// Every piece of a page, in order. Comments and the document type are passed
/// over.
pub fn pieces(html: &str) -> impl Iterator<Item = Piece<'_>> {
    let mut at = 0;
    let mut raw: Option<&str> = None;
    std::iter::from_fn(move || {
        loop {
            let rest = html.get(at..).filter(|it| !it.is_empty())?;
            if let Some(name) = raw.take() {
                let end = end_of_raw(rest, name);
                at += end;
                if end > 0 {
                    return Some(Piece::Text(&rest[..end]));
                }
                continue;
            }
            let Some(inside) = rest.strip_prefix('<') else {
                let end = rest.find('<').unwrap_or(rest.len());
                at += end;
                return Some(Piece::Text(&rest[..end]));
            };
            if let Some(comment) = inside.strip_prefix("!--") {
                at += 4 + comment.find("-->").map_or(comment.len(), |it| it + 3);
                continue;
            }
            let end = end_of_tag(inside);
            let start = at;
            at += 1 + end + usize::from(end < inside.len());
            let inside = &inside[..end];
            if inside.starts_with('!') {
                continue;
            }
            if let Some(name) = inside.strip_prefix('/') {
                let name = name.trim();
                return Some(Piece::Close(Tag { name, attributes: "", start, end: at }));
            }
            let name = inside.find(|it: char| it.is_whitespace() || it == '/');
            let (name, attributes) = inside.split_at(name.unwrap_or(inside.len()));
            raw = RAW.into_iter().find(|it| name.eq_ignore_ascii_case(it));
            return Some(Piece::Open(Tag { name, attributes, start, end: at }));
        }
    })
}

/// The texts of a page's elements of this name, as written, each with its tag.
pub fn raw_texts<'h>(
    html: &'h str,
    name: &'h str,
) -> impl Iterator<Item = (Tag<'h>, &'h str)> + 'h {
    let mut pieces = pieces(html);
    std::iter::from_fn(move || {
        let tag = pieces.by_ref().find_map(|it| match it {
            Piece::Open(tag) if tag.is(name) => Some(tag),
            _ => None,
        })?;
        let text = &html[tag.end..];
        Some((tag, &text[..end_of_raw(text, name)]))
    })
}

/// A text with its entities replaced.
pub fn decoded(text: &str) -> Cow<'_, str> {
    /// The entities that we write.
    const ENTITIES: [(&str, &str); 6] = [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&#x2F;", "/"),
        ("&amp;", "&"),
    ];
    if !text.contains('&') {
        return Cow::Borrowed(text);
    }
    let replaced = |text: String, (from, to): (&str, &str)| text.replace(from, to);
    Cow::Owned(ENTITIES.into_iter().fold(text.to_owned(), replaced))
}

/// Where the text of a raw element ends.
fn end_of_raw(text: &str, name: &str) -> usize {
    let ends = |at: &usize| {
        let after = text.get(at + 2..).and_then(|it| it.get(..name.len()));
        after.is_some_and(|it| it.eq_ignore_ascii_case(name))
    };
    text.match_indices("</").map(|it| it.0).find(ends).unwrap_or(text.len())
}

/// Where the `>` of a tag stands; one within quotation marks ends nothing.
fn end_of_tag(inside: &str) -> usize {
    let mut quote = None;
    for (at, byte) in inside.bytes().enumerate() {
        match (quote, byte) {
            (None, b'>') => return at,
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(mark), _) if mark == byte => quote = None,
            _ => {}
        }
    }
    inside.len()
}

/// An attribute's value, quoted or bare, and what follows it.
fn value(text: &str) -> (&str, &str) {
    for mark in ['"', '\''] {
        if let Some(it) = text.strip_prefix(mark).and_then(|it| it.split_once(mark)) {
            return it;
        }
    }
    text.split_at(text.find(char::is_whitespace).unwrap_or(text.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_read_piece_by_piece() {
        let html = "<!doctype html><title>a<b</title><!-- <i> --><A href='x>y'>z</a><br/>";
        let found: Vec<String> = pieces(html)
            .map(|it| match it {
                Piece::Open(tag) => format!("<{}", tag.name),
                Piece::Close(tag) => format!("</{}", tag.name),
                Piece::Text(text) => text.to_owned(),
            })
            .collect();
        assert_eq!(found, ["<title", "a<b", "</title", "<A", "z", "</a", "<br"]);
    }

    #[test]
    fn attributes_may_be_quoted_bare_or_empty() {
        let html = r#"<a href="x?a=1&amp;b" lang=id hidden title='"'>"#;
        let Some(Piece::Open(tag)) = pieces(html).next() else { panic!("no tag") };
        assert_eq!(tag.get("href").as_deref(), Some("x?a=1&b"));
        assert_eq!(tag.get("LANG").as_deref(), Some("id"));
        assert_eq!(tag.get("hidden").as_deref(), Some(""));
        assert_eq!(tag.get("title").as_deref(), Some("\""));
        assert_eq!(tag.get("id"), None);
        assert_eq!(tag.end, html.len());
    }

    #[test]
    fn the_texts_of_style_sheets_are_exact() {
        let html = "<style>a{}</style><p>x</p><style media=print> b>c{} </style><style></style>";
        let texts: Vec<&str> = raw_texts(html, "style").map(|it| it.1).collect();
        assert_eq!(texts, ["a{}", " b>c{} ", ""]);
    }

    #[test]
    fn what_is_cut_off_ends_the_page() {
        for html in ["<", "<a", "<a href=\"x", "<!--", "<style>a{", "</", "<!doctype"] {
            assert!(pieces(html).count() <= 2, "{html}");
        }
    }
}
