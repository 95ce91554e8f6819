//! `forms/`

use crate::model::Translations;
use crate::model::body::Body;
use crate::model::form::{Form, FormKind};
use crate::model::value::{FormId, LawId};

use super::document::{review, words};
use super::fields::{Fields, choice, count, list, value};
use super::profile::AUDIENCES;
use super::sink::Sink;
use super::yaml::Node;

/// A sheet to write on.
pub fn form(id: FormId, node: &Node, body: Body, sink: &mut Sink<'_>) -> Option<Form> {
    let mut it = Fields::of(node, sink)?;
    let words = words(&mut it, body, sink);
    let kind = it.required(sink, "kind", |node, sink| {
        choice(node, sink, &FormKind::ALL.map(|it| (it.as_str(), it)))
    });
    let order = it.optional(sink, "order", count);
    let audience = it.required(sink, "for", |node, sink| {
        list(node, sink, |node, sink| choice(node, sink, AUDIENCES))
    });
    let protocol = it.optional(sink, "protocol", value);
    let basis = it.optional(sink, "basis", |node, sink| list(node, sink, value::<LawId>));
    let review = it.optional(sink, "review", review);
    it.finish(sink);
    Some(Form {
        id,
        kind: kind?,
        order: order.unwrap_or_default(),
        audience: audience?,
        protocol,
        basis: basis.unwrap_or_default(),
        review: review.unwrap_or_default(),
        words: Translations::of(words?),
    })
}
