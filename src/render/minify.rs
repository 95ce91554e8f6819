//! Minifying, behind a gate.
//!
//! A minifier may glue two telephone numbers together: "110 112" becomes
//! "110112" when the white space between two links in a `div` is dropped. So
//! what a reader gets (the words, every link with its words, every anchor,
//! every language) is compared before and after; where anything differs, the
//! text stays as it was and the difference is reported. The gate is part of the
//! program, not of its tests.
//!
//! This runs once for each page of a district, never once for each school.

use std::borrow::Cow;

/// A minified text, or the text as it was with the reason.
#[derive(Debug, PartialEq, Eq)]
pub enum Minified {
    /// Shorter, and says the same.
    Same(String),
    /// Left alone, because minifying would have changed this.
    Kept(String),
}

/// Minifies `html` if what it says stays the same.
pub fn minify(html: &str) -> Minified {
    gate(html, shorten(html))
}

/// Lets `after` pass only if it says what `before` says.
fn gate(before: &str, after: String) -> Minified {
    if before == after {
        return Minified::Same(after);
    }
    let (old, new) = (Reading::of(before), Reading::of(&after));
    match old.difference(&new) {
        None => Minified::Same(after),
        Some(why) => Minified::Kept(why),
    }
}

/// The minifier, with the settings that keep a page valid.
#[cfg(feature = "minify")]
fn shorten(html: &str) -> String {
    let settings = minify_html::Cfg {
        keep_closing_tags: true,
        keep_html_and_head_opening_tags: true,
        keep_input_type_text_attr: true,
        ..minify_html::Cfg::default()
    };
    let bytes = minify_html::minify(html.as_bytes(), &settings);
    String::from_utf8(bytes).unwrap_or_else(|_| html.to_owned())
}

/// Without the minifier: white space at the ends of lines goes.
#[cfg(not(feature = "minify"))]
fn shorten(html: &str) -> String {
    let lines: Vec<&str> = html.lines().map(str::trim).filter(|it| !it.is_empty()).collect();
    lines.join("\n")
}

/// What a reader gets from a page.
#[derive(Debug, Default, PartialEq, Eq)]
struct Reading {
    /// The words, with single spaces; blocks are kept apart by one.
    words: String,
    /// Every link: where to, and what it says.
    links: Vec<(String, String)>,
    /// Every anchor, in order.
    ids: Vec<String>,
    /// Every language, in order.
    langs: Vec<String>,
}

/// Elements that flow within a line; all others stand on lines of their own.
const INLINE: &[&str] = &[
    "a", "abbr", "b", "bdi", "cite", "code", "em", "i", "kbd", "mark", "q", "s", "small", "span",
    "strong", "sub", "sup", "time", "wbr",
];

impl Reading {
    /// Reads a page.
    fn of(html: &str) -> Reading {
        let mut reading = Reading::default();
        let mut raw = String::new();
        let mut open: Vec<(String, usize)> = Vec::new();
        let mut rest = html;
        while let Some((text, tag, after)) = next_tag(rest) {
            raw.push_str(&decoded(text));
            rest = after;
            let name = tag.name();
            let is = |it: &str| name.eq_ignore_ascii_case(it);
            if !INLINE.iter().any(|it| is(it)) {
                raw.push(' ');
            }
            if tag.closes() {
                if is("a")
                    && let Some((href, start)) = open.pop()
                {
                    reading.links.push((href, single_spaced(&raw[start..])));
                }
                continue;
            }
            let [href, id, lang] = tag.values(["href", "id", "lang"]);
            if is("a") {
                open.push((href.map(decoded).unwrap_or_default().into_owned(), raw.len()));
            } else if is("style") || is("script") {
                let end = format!("</{}", name.to_ascii_lowercase());
                rest = rest.find(&end).map_or("", |it| &rest[it..]);
            }
            reading.ids.extend(id.map(|it| decoded(it).into_owned()));
            reading.langs.extend(lang.map(|it| decoded(it).into_owned()));
        }
        raw.push_str(&decoded(rest));
        reading.words = single_spaced(&raw);
        reading
    }

    /// The first thing that differs, in words.
    fn difference(&self, other: &Reading) -> Option<String> {
        if self.words != other.words {
            let same =
                self.words.chars().zip(other.words.chars()).take_while(|(a, b)| a == b).count();
            let here: String = self.words.chars().skip(same.saturating_sub(15)).take(40).collect();
            return Some(format!("words near `{here}`"));
        }
        let link = self.links.iter().zip(&other.links).find(|(a, b)| a != b);
        if let Some(((href, text), _)) = link {
            return Some(format!("the link `{text}` to `{}`", single_spaced(href)));
        }
        if self.links.len() != other.links.len() {
            return Some("the number of links".to_owned());
        }
        if self.ids != other.ids {
            return Some("the anchors".to_owned());
        }
        (self.langs != other.langs).then(|| "the languages".to_owned())
    }
}

/// A start or end tag, without its angle brackets.
#[derive(Debug, Clone, Copy)]
struct Tag<'h>(&'h str);

impl<'h> Tag<'h> {
    /// Whether it is an end tag.
    fn closes(self) -> bool {
        self.0.starts_with('/')
    }

    /// The element's name, as written.
    fn name(self) -> &'h str {
        let name = self.0.trim_start_matches('/');
        let end = name.find(|it: char| it.is_ascii_whitespace() || it == '/');
        &name[..end.unwrap_or(name.len())]
    }

    /// The values of some attributes of a start tag; where one is there twice, of the
    /// first.
    fn values<const N: usize>(self, wanted: [&str; N]) -> [Option<&'h str>; N] {
        let mut found = [None; N];
        let mut rest = self.0[self.name().len()..].trim_start();
        while !rest.is_empty() {
            let end = rest.find(|it: char| it.is_ascii_whitespace() || it == '=');
            let (name, after) = rest.split_at(end.unwrap_or(rest.len()));
            rest = after.trim_start();
            let mut value = "";
            if let Some(after) = rest.strip_prefix('=') {
                (value, rest) = attribute_value(after.trim_start());
                rest = rest.trim_start();
            }
            if name.is_empty() && value.is_empty() {
                break;
            }
            let at = wanted.iter().position(|it| it.eq_ignore_ascii_case(name));
            if let Some(at) = at {
                found[at].get_or_insert(value);
            }
        }
        found
    }
}

/// A quoted or bare value at the beginning of `text`, and what follows it.
fn attribute_value(text: &str) -> (&str, &str) {
    let quoted = ['"', '\''].into_iter().find_map(|it| text.strip_prefix(it)?.split_once(it));
    quoted.unwrap_or_else(|| {
        let end = text.find(char::is_whitespace).unwrap_or(text.len());
        text.split_at(end)
    })
}

/// The text before the next tag, the tag, and what follows it.
fn next_tag(html: &str) -> Option<(&str, Tag<'_>, &str)> {
    let start = html.find('<')?;
    let inner = &html[start + 1..];
    if let Some(comment) = inner.strip_prefix("!--") {
        let end = comment.find("-->").map_or(comment.len(), |it| it + 3);
        return Some((&html[..start], Tag("!--"), &comment[end..]));
    }
    let mut quote = None;
    for (at, it) in inner.bytes().enumerate() {
        match (quote, it) {
            (None, b'>') => return Some((&html[..start], Tag(&inner[..at]), &inner[at + 1..])),
            (None, b'"' | b'\'') => quote = Some(it),
            (Some(open), it) if it == open => quote = None,
            _ => {}
        }
    }
    None
}

/// The text with the entities that our own pages use decoded.
fn decoded(text: &str) -> Cow<'_, str> {
    if !text.contains('&') {
        return Cow::Borrowed(text);
    }
    let pairs = [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&#x27;", "'"),
        ("&nbsp;", "\u{a0}"),
        ("&amp;", "&"),
    ];
    let replaced = |text: String, (from, to): (&str, &str)| text.replace(from, to);
    Cow::Owned(pairs.into_iter().fold(text.to_owned(), replaced))
}

/// The text with every run of white space as one space.
fn single_spaced(text: &str) -> String {
    text.split_ascii_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn glued_numbers_do_not_pass() {
        let before = r#"<div><a href="tel:000">000</a> <a href="tel:001">001</a></div>"#;
        let after = r#"<div><a href="tel:000">000</a><a href="tel:001">001</a></div>"#;
        assert!(
            matches!(gate(before, after.to_owned()), Minified::Kept(why) if why.contains("000"))
        );
    }

    #[test]
    fn a_lost_anchor_language_or_link_does_not_pass() {
        let before = r##"<p id="a" lang=en>x <a href="#b">y</a></p>"##;
        for after in [
            r##"<p lang=en>x <a href="#b">y</a></p>"##,
            r##"<p id="a">x <a href="#b">y</a></p>"##,
            r##"<p id=a lang=en>x <a href="#c">y</a></p>"##,
            "<p id=a lang=en>x y</p>",
        ] {
            assert!(matches!(gate(before, after.to_owned()), Minified::Kept(_)), "{after}");
        }
    }

    #[test]
    fn space_between_blocks_does_not_count() {
        let before = "<ul>\n<li>a</li>\n<li>b</li>\n</ul>";
        assert_eq!(
            gate(before, "<ul><li>a</li><li>b</li></ul>".to_owned()),
            Minified::Same("<ul><li>a</li><li>b</li></ul>".to_owned())
        );
    }

    #[test]
    fn what_the_minifier_makes_of_side_by_side_links_is_never_glued() {
        let html = r#"<!doctype html><html lang="id"><body><div><a href="tel:000">000</a> <a href="tel:001">001</a></div></body></html>"#;
        let shown = match minify(html) {
            Minified::Same(it) => it,
            Minified::Kept(_) => html.to_owned(),
        };
        assert!(Reading::of(&shown).words.contains("000 001"));
    }

    #[test]
    fn entities_are_what_they_stand_for() {
        assert_eq!(Reading::of("<p>a &amp; &lt;b&gt;</p>").words, "a & <b>");
    }
}
