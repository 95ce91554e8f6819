//! YAML text to a tree of nodes with their bytes.
//!
//! The tree is read by [`super::fields`], which knows what a record needs. A
//! number keeps its spelling: what is not a quoted text is cut from the source,
//! so `08` does not become 8 and a telephone number loses no zero.

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_yaml::{Error, Location, Spanned};

use crate::source::place::{FieldPath, Span, Step};

/// A value and where it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    /// Its bytes.
    pub span: Span,
    /// What it is.
    pub value: Value,
    /// The first byte of its text, where that stands in the source letter for
    /// letter: on one line, without escapes.
    pub text_at: Option<usize>,
}

/// What a node is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// Nothing.
    Null,
    /// A text, number or truth value, as written.
    Scalar(String),
    /// A list.
    List(Vec<Node>),
    /// Keys and values in the order written; a key may be there twice.
    Map(Vec<(Key, Node)>),
}

impl Node {
    /// The same node, with every place moved on by `offset` bytes.
    #[must_use]
    pub fn shifted(mut self, offset: usize) -> Node {
        if offset > 0 {
            self.shift(offset);
        }
        self
    }

    /// The keys of a map; none of anything else.
    pub fn keys(&self) -> Vec<String> {
        match &self.value {
            Value::Map(entries) => entries.iter().map(|(key, _)| key.name.clone()).collect(),
            _ => Vec::new(),
        }
    }

    /// The bytes of the first text or key that holds such a character.
    pub fn holding(&self, wanted: fn(char) -> bool) -> Option<Span> {
        match &self.value {
            Value::Null => None,
            Value::Scalar(text) => text.contains(wanted).then_some(self.span),
            Value::List(items) => items.iter().find_map(|it| it.holding(wanted)),
            Value::Map(entries) => entries.iter().find_map(|(key, it)| {
                let own = key.name.contains(wanted).then_some(key.span);
                own.or_else(|| it.holding(wanted))
            }),
        }
    }

    /// Moves every place on.
    fn shift(&mut self, offset: usize) {
        self.span = self.span.shifted(offset);
        self.text_at = self.text_at.map(|it| it + offset);
        match &mut self.value {
            Value::List(items) => items.iter_mut().for_each(|it| it.shift(offset)),
            Value::Map(entries) => {
                for (key, it) in entries {
                    key.span = key.span.shifted(offset);
                    it.shift(offset);
                }
            }
            Value::Null | Value::Scalar(_) => {}
        }
    }
}

/// A key and where it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Key {
    /// The key.
    pub name: String,
    /// Its bytes.
    pub span: Span,
}

/// Why a text is not YAML.
#[derive(Debug)]
pub struct YamlFault {
    /// Where.
    pub span: Span,
    /// What the reader said.
    pub why: String,
}

/// Reads one document.
pub fn read(text: &str) -> Result<Node, YamlFault> {
    if text.trim().is_empty() {
        return Ok(Node { span: (0..text.len()).into(), value: Value::Null, text_at: None });
    }
    let options = serde_yaml::options! {
        duplicate_keys: serde_yaml::options::DuplicateKeyPolicy::PassThrough,
        leading_zero_numbers_as_strings: true,
        strict_booleans: true,
        with_snippet: false,
        budget: serde_yaml::budget! { max_depth: 32, max_aliases: 0, max_anchors: 0, max_nodes: 2_000_000, max_events: 8_000_000 },
    };
    let raw: Spanned<Raw> =
        serde_yaml::from_str_with_options(text, options).map_err(|it| fault(text, &it))?;
    Ok(node(raw, text))
}

/// The bytes of the value at `path`, or of its key where the value is a map or
/// list. Where it is not there: of the last key on the way to it, or of the
/// first key there is.
pub fn locate(top: &Node, path: &FieldPath) -> Span {
    let mut node = top;
    let mut last = match &top.value {
        Value::Map(entries) => entries.first().map_or(top.span, |(key, _)| key.span),
        _ => top.span,
    };
    for step in path.steps() {
        let next = match (step, &node.value) {
            (Step::Key(name), Value::Map(entries)) => {
                let found = entries.iter().find(|(key, _)| key.name == *name);
                found.map(|(key, it)| (key.span, it))
            }
            (Step::Item(at), Value::List(items)) => items.get(*at).map(|it| (it.span, it)),
            _ => None,
        };
        let Some((span, it)) = next else { return last };
        (last, node) = (span, it);
    }
    match node.value {
        Value::Scalar(_) => node.span,
        // A map or list may be long; its key says enough.
        _ => last,
    }
}

/// What serde hands over, before spellings are restored.
enum Raw {
    /// Nothing.
    Null,
    /// A text.
    Text(String),
    /// A number or truth value: its spelling is in the source.
    Plain,
    /// A list.
    List(Vec<Spanned<Raw>>),
    /// Keys and values.
    Map(Vec<(Spanned<Raw>, Spanned<Raw>)>),
}

impl<'de> Deserialize<'de> for Raw {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(RawVisitor)
    }
}

/// Takes whatever comes.
struct RawVisitor;

impl<'de> Visitor<'de> for RawVisitor {
    type Value = Raw;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_unit<E>(self) -> Result<Raw, E> {
        Ok(Raw::Null)
    }

    fn visit_none<E>(self) -> Result<Raw, E> {
        Ok(Raw::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Raw, D::Error> {
        Raw::deserialize(deserializer)
    }

    fn visit_bool<E>(self, _: bool) -> Result<Raw, E> {
        Ok(Raw::Plain)
    }

    fn visit_i64<E>(self, _: i64) -> Result<Raw, E> {
        Ok(Raw::Plain)
    }

    fn visit_i128<E>(self, _: i128) -> Result<Raw, E> {
        Ok(Raw::Plain)
    }

    fn visit_u64<E>(self, _: u64) -> Result<Raw, E> {
        Ok(Raw::Plain)
    }

    fn visit_u128<E>(self, _: u128) -> Result<Raw, E> {
        Ok(Raw::Plain)
    }

    fn visit_f64<E>(self, _: f64) -> Result<Raw, E> {
        Ok(Raw::Plain)
    }

    fn visit_str<E>(self, text: &str) -> Result<Raw, E> {
        Ok(Raw::Text(text.to_owned()))
    }

    fn visit_string<E>(self, text: String) -> Result<Raw, E> {
        Ok(Raw::Text(text))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Raw, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = seq.next_element()? {
            items.push(item);
        }
        Ok(Raw::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Raw, A::Error> {
        let mut entries = Vec::new();
        while let Some(entry) = map.next_entry()? {
            entries.push(entry);
        }
        Ok(Raw::Map(entries))
    }
}

/// A node with its spelling restored from the source.
fn node(raw: Spanned<Raw>, text: &str) -> Node {
    let span = bytes(&raw.referenced, text);
    let value = match raw.value {
        Raw::Null => Value::Null,
        Raw::Text(it) => Value::Scalar(it),
        Raw::Plain => {
            Value::Scalar(text.get(span.start..span.end).unwrap_or_default().trim().to_owned())
        }
        Raw::List(items) => Value::List(items.into_iter().map(|it| node(it, text)).collect()),
        Raw::Map(entries) => Value::Map(
            entries.into_iter().map(|(key, it)| (key_of(key, text), node(it, text))).collect(),
        ),
    };
    let text_at = match &value {
        Value::Scalar(it) => verbatim(it, span, text),
        _ => None,
    };
    Node { span, value, text_at }
}

/// Where a value's text begins, if the source has the same letters there, bare
/// or in quotation marks.
fn verbatim(value: &str, span: Span, text: &str) -> Option<usize> {
    let source = text.get(span.start..span.end)?;
    let bare = source.trim_end() == value;
    let quoted = ['"', '\''].into_iter().any(|it| {
        source.strip_prefix(it).and_then(|rest| rest.trim_end().strip_suffix(it)) == Some(value)
    });
    match (bare, quoted) {
        (true, _) => Some(span.start),
        (_, true) => Some(span.start + 1),
        _ => None,
    }
}

/// A key with its spelling.
fn key_of(raw: Spanned<Raw>, text: &str) -> Key {
    let span = bytes(&raw.referenced, text);
    let name = match raw.value {
        Raw::Text(it) => it,
        _ => text.get(span.start..span.end).unwrap_or_default().trim().to_owned(),
    };
    Key { name, span }
}

/// The bytes a location stands for.
fn bytes(location: &Location, text: &str) -> Span {
    let span = location.span();
    let number = |it: u64| usize::try_from(it).unwrap_or(usize::MAX);
    let byte = |at: usize| text.char_indices().nth(at).map_or(text.len(), |it| it.0);
    let (start, end) = match (span.byte_offset(), span.byte_len()) {
        (Some(start), Some(length)) => (number(start), number(start.saturating_add(length))),
        // The place of a fault is counted in characters.
        _ => (byte(number(span.offset())), byte(number(span.offset().saturating_add(span.len())))),
    };
    let start = start.min(text.len());
    Span { start, end: end.clamp(start, text.len()) }
}

/// The reader's error as a fault of ours.
fn fault(text: &str, error: &Error) -> YamlFault {
    let span =
        error.location().map_or(Span { start: 0, end: 0 }, |it| match it.span().byte_offset() {
            Some(_) => bytes(&it, text),
            None => at_line(text, it.line(), it.column()),
        });
    let why = error.without_snippet().to_string();
    let first = why.lines().next().unwrap_or_default();
    // The place is said by our own snippet.
    let why =
        first.split(" at line ").next().unwrap_or(first).trim_start_matches("error: ").to_owned();
    YamlFault { span, why }
}

/// The place at a line and column, both from 1; the reader gives no bytes for
/// faults of its scanner.
fn at_line(text: &str, line: u64, column: u64) -> Span {
    let before = |it: u64| usize::try_from(it.saturating_sub(1)).unwrap_or_default();
    let start: usize = text.split_inclusive('\n').take(before(line)).map(str::len).sum();
    let rest = text.get(start..).unwrap_or_default();
    let within: usize = rest.chars().take(before(column)).map(char::len_utf8).sum();
    Span { start: start + within, end: start + within }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scalar(text: &str, path: &str) -> (String, String) {
        let top = read(text).expect("YAML");
        let span = locate(&top, &FieldPath::from(path));
        let entries = match top.value {
            Value::Map(entries) => entries,
            it => panic!("not a map: {it:?}"),
        };
        let value = entries.into_iter().find(|(key, _)| key.name == path).map(|(_, it)| it.value);
        let Some(Value::Scalar(value)) = value else { panic!("not a scalar: {value:?}") };
        (value, text[span.start..span.end].to_owned())
    }

    #[test]
    fn numbers_keep_their_spelling() {
        for written in [
            "0812345",
            "110",
            "08.30",
            "1.10",
            "+62812",
            "1e3",
            "true",
            "no",
            "53.71",
            "2026-11-24",
            "0x10",
            "007",
        ] {
            let (value, bytes) = scalar(&format!("a: 1\nb: {written}\nc: 2\n"), "b");
            assert_eq!((value.as_str(), bytes.as_str()), (written, written));
        }
    }

    #[test]
    fn places_are_exact_behind_wide_characters() {
        let (value, bytes) = scalar("a: \"é…\"\nb: \"satu\"\n", "b");
        assert_eq!((value.as_str(), bytes.trim_matches('"')), ("satu", "satu"));
    }

    #[test]
    fn a_fault_is_found_where_it_stands() {
        let fault = read("a: é…\nb: c: d\n").expect_err("not YAML");
        assert_eq!(fault.span.start, "a: é…\nb: c".len());
        let fault = read("a: [b\nc: d\n").expect_err("not YAML");
        assert!(fault.span.start >= "a: [b\n".len(), "{fault:?}");
    }

    #[test]
    fn a_text_is_found_where_it_stands_letter_for_letter() {
        let text_at = |text: &str| match read(text).expect("YAML").value {
            Value::Map(entries) => entries[0].1.text_at.map(|it| &text[it..]).map(str::to_owned),
            it => panic!("not a map: {it:?}"),
        };
        assert_eq!(text_at("a: satu dua\n").as_deref(), Some("satu dua\n"));
        assert_eq!(text_at("a: \"satu dua\"\n").as_deref(), Some("satu dua\"\n"));
        assert_eq!(text_at("a: 'satu dua'\n").as_deref(), Some("satu dua'\n"));
        assert_eq!(text_at("a: \"satu \\\"dua\\\"\"\n"), None);
        assert_eq!(text_at("a: satu\n  dua\n"), None);
        assert_eq!(text_at("a: |\n  satu\n"), None);
    }

    #[test]
    fn both_of_two_equal_keys_are_seen() {
        let top = read("a: 1\na: 2\n").expect("YAML");
        assert!(matches!(top.value, Value::Map(entries) if entries.len() == 2));
    }

    #[test]
    fn a_fault_of_the_scanner_has_its_place() {
        let text = "a: 1\nb: c: d\n";
        let fault = read(text).expect_err("not YAML");
        assert!(text[fault.span.start..].starts_with(": d"), "{fault:?}");
    }

    #[test]
    fn a_bomb_of_aliases_is_refused() {
        assert!(read("a: &a [x, x]\nb: [*a, *a]\n").is_err());
    }

    #[test]
    fn deep_nesting_is_refused() {
        assert!(read(&"[".repeat(100_000)).is_err());
    }
}
