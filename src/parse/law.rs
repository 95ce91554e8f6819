//! `laws.yaml`, `terms.yaml`

use std::collections::BTreeMap;

use crate::model::law::{Deadline, Evidence, Law, LawStatus, Term};
use crate::model::prose::Setting;
use crate::model::value::{LawId, TermId, date};

use super::directory::sources;
use super::fields::{Fields, choice, list, shaped, sorted, string, text, value};
use super::sink::Sink;
use super::yaml::Node;

/// The legal register.
pub fn laws(node: &Node, sink: &mut Sink<'_>) -> Option<Vec<Law>> {
    let all: BTreeMap<LawId, Law> = sink.set(Setting::Register, |sink| sorted(node, sink, law))?;
    Some(all.into_iter().map(|(id, it)| Law { id, ..it }).collect())
}

/// A law; its id is put in by the caller.
fn law(node: &Node, sink: &mut Sink<'_>) -> Option<Law> {
    let statuses =
        [LawStatus::InForce, LawStatus::Revoked, LawStatus::SupersededInPart, LawStatus::ToVerify]
            .map(|it| (it.as_str(), it));
    let mut it = Fields::of(node, sink)?;
    let title = it.required(sink, "title", text);
    let short = it.required(sink, "short", string);
    let status = it.required(sink, "status", |node, sink| choice(node, sink, &statuses));
    let in_force_from = it.optional(sink, "in_force_from", |node, sink| shaped(node, sink, date));
    let revoked_on = it.optional(sink, "revoked_on", |node, sink| shaped(node, sink, date));
    let replaced_by = it.optional(sink, "replaced_by", value);
    let means = it.optional(sink, "means", text);
    let words = it.optional(sink, "words", |node, sink| list(node, sink, string));
    let deadlines = it.optional(sink, "deadlines", |node, sink| list(node, sink, deadline));
    let evidence = it.required(sink, "evidence", |node, sink| {
        choice(
            node,
            sink,
            &[("source", Evidence::Source), ("general-knowledge", Evidence::GeneralKnowledge)],
        )
    });
    let sources = it.optional(sink, "sources", sources);
    let checked_on = it.optional(sink, "checked_on", |node, sink| shaped(node, sink, date));
    it.finish(sink);
    Some(Law {
        id: LawId::try_from("law").ok()?,
        title: title?,
        short: short?,
        status: status?,
        in_force_from,
        revoked_on,
        replaced_by,
        means,
        words: words.unwrap_or_default(),
        deadlines: deadlines.unwrap_or_default(),
        evidence: evidence?,
        sources: sources.unwrap_or_default(),
        checked_on,
    })
}

/// A time limit.
fn deadline(node: &Node, sink: &mut Sink<'_>) -> Option<Deadline> {
    let mut it = Fields::of(node, sink)?;
    let within = it.required(sink, "within", value);
    let what = it.required(sink, "what", text);
    it.finish(sink);
    Some(Deadline { within: within?, what: what? })
}

/// The glossary.
pub fn terms(node: &Node, sink: &mut Sink<'_>) -> Option<Vec<Term>> {
    let all: BTreeMap<TermId, Term> =
        sink.set(Setting::Register, |sink| sorted(node, sink, term))?;
    Some(all.into_iter().map(|(id, it)| Term { id, ..it }).collect())
}

/// A term; its id is put in by the caller.
fn term(node: &Node, sink: &mut Sink<'_>) -> Option<Term> {
    let mut it = Fields::of(node, sink)?;
    let term = it.required(sink, "term", text);
    let means = it.required(sink, "means", text);
    let avoid = it.optional(sink, "avoid", |node, sink| list(node, sink, string));
    let instead = it.optional(sink, "instead", string);
    let note = it.optional(sink, "note", text);
    it.finish(sink);
    Some(Term {
        id: TermId::try_from("term").ok()?,
        term: term?,
        means: means?,
        avoid: avoid.unwrap_or_default(),
        instead,
        note,
    })
}
