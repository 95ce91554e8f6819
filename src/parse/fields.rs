//! Nodes to values: what a record needs, and every fault on the way.
//!
//! A record asks for its fields one after the other and takes what it gets; all
//! faults of a file are found in one go. Every value read here is whole: a
//! value that is wrong is reported and not there.

use std::collections::BTreeMap;

use crate::diag::code::Fault;
use crate::diag::nearest;
use crate::model::body::Inline;
use crate::model::prose::Accepted;
use crate::model::value::{Lang, Shape, Text, date};
use crate::source::place::{Place, Span};

use super::markdown::{self, Spot};
use super::sink::Sink;
use super::yaml::{Key, Node, Value};

/// The fields of one map, asked for by name.
#[derive(Debug)]
pub struct Fields<'n> {
    /// The entries, each key once.
    entries: Vec<(&'n Key, &'n Node)>,
    /// The whole map.
    span: Span,
    /// The names that were asked for.
    asked: Vec<&'static str>,
}

impl<'n> Fields<'n> {
    /// The fields of a map; a key that is there twice is reported.
    pub fn of(node: &'n Node, sink: &mut Sink<'_>) -> Option<Fields<'n>> {
        let entries = entries(node, sink)?;
        Some(Fields { entries, span: node.span, asked: Vec::new() })
    }

    /// A field that must be there.
    pub fn required<T>(
        &mut self,
        sink: &mut Sink<'_>,
        name: &'static str,
        read: impl FnOnce(&'n Node, &mut Sink<'_>) -> Option<T>,
    ) -> Option<T> {
        if let Some(node) = self.take(name) {
            read(node, sink)
        } else {
            let first = self.entries.first().map_or(self.span, |(key, _)| key.span);
            sink.report(Fault::MissingField { field: name.to_owned() }, first);
            None
        }
    }

    /// A field that may be absent.
    pub fn optional<T>(
        &mut self,
        sink: &mut Sink<'_>,
        name: &'static str,
        read: impl FnOnce(&'n Node, &mut Sink<'_>) -> Option<T>,
    ) -> Option<T> {
        self.take(name).and_then(|it| read(it, sink))
    }

    /// Reports every field that was not asked for.
    pub fn finish(self, sink: &mut Sink<'_>) {
        for (key, _) in
            self.entries.iter().filter(|(key, _)| !self.asked.contains(&key.name.as_str()))
        {
            let fault = Fault::UnknownField {
                field: key.name.clone(),
                nearest: nearest(&key.name, self.asked.iter().copied()),
            };
            sink.report(fault, key.span);
        }
    }

    /// The bytes of a field's value.
    pub fn span(&self, name: &str) -> Option<Span> {
        self.entries.iter().find(|(key, _)| key.name == name).map(|(_, it)| it.span)
    }

    /// The value of a field that is there and not empty.
    fn take(&mut self, name: &'static str) -> Option<&'n Node> {
        self.asked.push(name);
        let entry = self.entries.iter().find(|(key, _)| key.name == name);
        entry.map(|(_, it)| *it).filter(|it| it.value != Value::Null)
    }
}

/// A map's entries, each key once; the second of two is reported.
fn entries<'n>(node: &'n Node, sink: &mut Sink<'_>) -> Option<Vec<(&'n Key, &'n Node)>> {
    let Value::Map(all) = &node.value else {
        return wrong(node, sink, Shape::Map);
    };
    let mut entries: Vec<(&Key, &Node)> = Vec::with_capacity(all.len());
    let mut seen = std::collections::BTreeSet::new();
    for (key, value) in all {
        if seen.insert(key.name.as_str()) {
            entries.push((key, value));
        } else {
            sink.report(Fault::DuplicateKey { key: key.name.clone() }, key.span);
        }
    }
    Some(entries)
}

/// Reports a value of the wrong shape.
fn wrong<T>(node: &Node, sink: &mut Sink<'_>, shape: Shape) -> Option<T> {
    let written = match &node.value {
        Value::Scalar(text) => text.chars().take(60).collect(),
        Value::Null => "~".to_owned(),
        Value::List(_) => "[...]".to_owned(),
        Value::Map(_) => "{...}".to_owned(),
    };
    let fault = match shape {
        Shape::ShortCode | Shape::Telephone | Shape::WhatsApp => {
            Fault::NumberShape { written, shape }
        }
        _ => Fault::WrongValue { written, shape },
    };
    sink.report(fault, node.span);
    None
}

/// A text.
pub fn string(node: &Node, sink: &mut Sink<'_>) -> Option<String> {
    match &node.value {
        Value::Scalar(text) => Some(text.trim().to_owned()),
        _ => wrong(node, sink, Shape::Text),
    }
}

/// A text that readers see.
pub fn said(node: &Node, sink: &mut Sink<'_>) -> Option<String> {
    let text = string(node, sink)?;
    sink.hear(&text, node.span, None);
    Some(text)
}

/// A value with a shape.
pub fn value<T>(node: &Node, sink: &mut Sink<'_>) -> Option<T>
where
    T: for<'a> TryFrom<&'a str, Error = Shape>,
{
    shaped(node, sink, |it| T::try_from(it))
}

/// A value with a shape, read by a function.
pub fn shaped<T>(
    node: &Node,
    sink: &mut Sink<'_>,
    read: impl FnOnce(&str) -> Result<T, Shape>,
) -> Option<T> {
    let text = match &node.value {
        Value::Scalar(text) => text.as_str(),
        _ => "",
    };
    match read(text) {
        Ok(value) => Some(value),
        Err(shape) => wrong(node, sink, shape),
    }
}

/// `true` or `false`.
pub fn flag(node: &Node, sink: &mut Sink<'_>) -> Option<bool> {
    shaped(node, sink, |it| match it {
        "true" => Ok(true),
        "false" => Ok(false),
        _ => Err(Shape::Flag),
    })
}

/// A whole number.
pub fn count<T: std::str::FromStr>(node: &Node, sink: &mut Sink<'_>) -> Option<T> {
    shaped(node, sink, |it| it.parse().map_err(|_| Shape::Count))
}

/// One of a few words.
pub fn choice<T: Clone>(node: &Node, sink: &mut Sink<'_>, choices: &[(&str, T)]) -> Option<T> {
    let written = string(node, sink)?;
    let found = choices.iter().find(|(name, _)| *name == written);
    if found.is_none() {
        let names: Vec<&str> = choices.iter().map(|(name, _)| *name).collect();
        let fault = Fault::NotOneOf {
            nearest: nearest(&written, names.iter().copied()),
            allowed: names.join(", "),
            written,
        };
        sink.report(fault, node.span);
    }
    found.map(|(_, it)| it.clone())
}

/// A list; what is wrong in it is reported and left out.
pub fn list<'n, T>(
    node: &'n Node,
    sink: &mut Sink<'_>,
    mut read: impl FnMut(&'n Node, &mut Sink<'_>) -> Option<T>,
) -> Option<Vec<T>> {
    match &node.value {
        Value::List(items) => Some(items.iter().filter_map(|it| read(it, sink)).collect()),
        _ => wrong(node, sink, Shape::List),
    }
}

/// A map with free keys, in the order written; what is wrong in it is reported
/// and left out.
pub fn map<'n, K, T>(
    node: &'n Node,
    sink: &mut Sink<'_>,
    mut read: impl FnMut(&'n Node, &mut Sink<'_>) -> Option<T>,
) -> Option<Vec<(K, T)>>
where
    K: for<'a> TryFrom<&'a str, Error = Shape>,
{
    let entries = entries(node, sink)?;
    let mut read_entry = |(key, it): (&'n Key, &'n Node)| {
        let name = match K::try_from(key.name.as_str()) {
            Ok(name) => Some(name),
            Err(shape) => {
                sink.report(Fault::WrongValue { written: key.name.clone(), shape }, key.span);
                None
            }
        };
        let value = read(it, sink);
        Some((name?, value?))
    };
    Some(entries.into_iter().filter_map(&mut read_entry).collect())
}

/// The same, sorted by key.
pub fn sorted<'n, K, T>(
    node: &'n Node,
    sink: &mut Sink<'_>,
    read: impl FnMut(&'n Node, &mut Sink<'_>) -> Option<T>,
) -> Option<BTreeMap<K, T>>
where
    K: for<'a> TryFrom<&'a str, Error = Shape> + Ord,
{
    map(node, sink, read).map(|it| it.into_iter().collect())
}

/// Words: a plain text, or a map by language whose first entry stands in for
/// languages that are missing.
pub fn text(node: &Node, sink: &mut Sink<'_>) -> Option<Text> {
    if let Value::Scalar(own) = &node.value {
        sink.hear(own.trim(), node.span, None);
        return Some(Text::plain(own.trim()));
    }
    let words: Vec<(Lang, String)> = map(node, sink, string)?;
    if let Value::Map(entries) = &node.value {
        for (key, node) in entries {
            if let Ok(lang) = Lang::try_from(key.name.as_str()) {
                if let Value::Scalar(said) = &node.value {
                    sink.hear(said.trim(), node.span, Some(&lang));
                }
                sink.langs.push((Place::Text(sink.file, key.span), lang));
            }
        }
    }
    let own = words.first().map(|(_, it)| it.clone());
    match own {
        Some(own) => Some(Text { own, others: words.into_iter().collect() }),
        None => wrong(node, sink, Shape::Text),
    }
}

/// A finding that somebody has accepted.
pub fn accepted(node: &Node, sink: &mut Sink<'_>) -> Option<Accepted> {
    let mut it = Fields::of(node, sink)?;
    let code = it.required(sink, "code", string);
    let reason = it.required(sink, "reason", string);
    let on = it.required(sink, "on", |node, sink| shaped(node, sink, date));
    it.finish(sink);
    Some(Accepted { code: code?, reason: reason?, on: on? })
}

/// A line with marks and links.
pub fn inline(node: &Node, sink: &mut Sink<'_>) -> Option<Vec<Inline>> {
    let Value::Scalar(text) = &node.value else { return wrong(node, sink, Shape::Text) };
    let before = text.len() - text.trim_start().len();
    let spot = match node.text_at {
        Some(at) => Spot::Offset(at + before),
        None => Spot::Field(node.span),
    };
    Some(markdown::line(text.trim(), spot, sink))
}
