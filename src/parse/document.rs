//! `policies/`, `pages/`, `about.md`, `changes.md`

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::model::Translations;
use crate::model::body::Body;
use crate::model::document::{
    DocumentWords, Guidance, Notice, Policy, Review, Reviewer, Slot, SlotNeed, Stand,
};
use crate::model::fingerprint::Fingerprint;
use crate::model::value::{Audience, LawId, PageId, PolicyId, SectionId, SlotId, date};

use super::fields::{Fields, choice, count, flag, list, said, shaped, sorted, string, value};
use super::profile::AUDIENCES;
use super::sink::Sink;
use super::yaml::Node;

/// A policy.
pub fn policy(id: PolicyId, node: &Node, body: Body, sink: &mut Sink<'_>) -> Option<Policy> {
    let mut it = Fields::of(node, sink)?;
    let words = locked_words(&mut it, body, sink);
    let owner = it.required(sink, "owner", value);
    let version = it.required(sink, "version", string);
    let approved_by = it.optional(sink, "approved_by", string);
    let approved_on = it.optional(sink, "approved_on", day);
    let in_force_from = it.optional(sink, "in_force_from", day);
    let review_due = it.required(sink, "review_due", day);
    let basis = it.required(sink, "basis", |node, sink| list(node, sink, value::<LawId>));
    let audience = it.required(sink, "audience", |node, sink| {
        list(node, sink, |node, sink| choice(node, sink, AUDIENCES))
    });
    let slots: Option<BTreeMap<SlotId, Slot>> =
        it.optional(sink, "slots", |node, sink| sorted(node, sink, slot));
    let review = it.optional(sink, "review", review);
    it.finish(sink);
    Some(Policy {
        id,
        owner: owner?,
        version: version?,
        approved_by,
        approved_on,
        in_force_from,
        review_due: review_due?,
        basis: basis?,
        audience: audience?,
        slots: slots.unwrap_or_default(),
        review: review.unwrap_or_default(),
        words: Translations::of(words?),
    })
}

/// A place that each school fills.
fn slot(node: &Node, sink: &mut Sink<'_>) -> Option<Slot> {
    let mut it = Fields::of(node, sink)?;
    let ask = it.required(sink, "ask", string);
    let required = it.optional(sink, "required", flag).unwrap_or_default();
    it.finish(sink);
    Some(Slot { ask: ask?, need: if required { SlotNeed::Required } else { SlotNeed::Optional } })
}

/// A page of guidance.
pub fn guidance(
    audience: Audience,
    id: PageId,
    node: &Node,
    body: Body,
    sink: &mut Sink<'_>,
) -> Option<Guidance> {
    let mut it = Fields::of(node, sink)?;
    let words = guidance_words(&mut it, audience, body, sink);
    let order = it.optional(sink, "order", count);
    let first = it.optional(sink, "first", flag).unwrap_or_default();
    let basis = it.optional(sink, "basis", |node, sink| list(node, sink, value::<LawId>));
    let review = it.optional(sink, "review", review);
    it.finish(sink);
    Some(Guidance {
        audience,
        id,
        order: order.unwrap_or_default(),
        stand: if first { Stand::Entry } else { Stand::Own },
        basis: basis.unwrap_or_default(),
        review: review.unwrap_or_default(),
        words: Translations::of(words?),
    })
}

/// A text of the district itself.
pub fn notice(node: &Node, body: Body, sink: &mut Sink<'_>) -> Option<Notice> {
    translation(node, body, sink).map(|it| Notice { words: Translations::of(it) })
}

/// A translation of a policy.
pub fn policy_translation(node: &Node, body: Body, sink: &mut Sink<'_>) -> Option<DocumentWords> {
    let mut it = Fields::of(node, sink)?;
    let words = locked_words(&mut it, body, sink);
    it.finish(sink);
    words
}

/// A translation of a notice, or of a sheet to write on.
pub fn translation(node: &Node, body: Body, sink: &mut Sink<'_>) -> Option<DocumentWords> {
    let mut it = Fields::of(node, sink)?;
    let words = words(&mut it, body, sink);
    it.finish(sink);
    words
}

/// A translation of a page of guidance.
pub fn guidance_translation(
    audience: Audience,
    node: &Node,
    body: Body,
    sink: &mut Sink<'_>,
) -> Option<DocumentWords> {
    let mut it = Fields::of(node, sink)?;
    let words = guidance_words(&mut it, audience, body, sink);
    it.finish(sink);
    words
}

/// The words of a page of guidance; a child's page has a neutral title too.
fn guidance_words(
    it: &mut Fields<'_>,
    audience: Audience,
    body: Body,
    sink: &mut Sink<'_>,
) -> Option<DocumentWords> {
    let words = words(it, body, sink);
    let neutral = match audience {
        Audience::Child => Some(it.required(sink, "neutral", string)?),
        _ => it.optional(sink, "neutral", string),
    };
    words.map(|words| DocumentWords { neutral, ..words })
}

/// The words of a policy, with the fingerprints of its locked sections.
fn locked_words(it: &mut Fields<'_>, body: Body, sink: &mut Sink<'_>) -> Option<DocumentWords> {
    let words = words(it, body, sink);
    let locks: Option<BTreeMap<SectionId, Fingerprint>> =
        it.optional(sink, "locks", |node, sink| sorted(node, sink, value));
    words.map(|words| DocumentWords { locks: locks.unwrap_or_default(), ..words })
}

/// Title, summary and text.
pub fn words(it: &mut Fields<'_>, body: Body, sink: &mut Sink<'_>) -> Option<DocumentWords> {
    let title = it.required(sink, "title", said);
    let summary = it.optional(sink, "summary", said).unwrap_or_default();
    Some(DocumentWords { title: title?, summary, neutral: None, body, locks: BTreeMap::new() })
}

/// Who must review a text, and who has.
pub fn review(node: &Node, sink: &mut Sink<'_>) -> Option<Review> {
    let mut it = Fields::of(node, sink)?;
    let needed = it.optional(sink, "needed", |node, sink| list(node, sink, reviewer));
    let done = it.optional(sink, "done", |node, sink| {
        list(node, sink, |node, sink| {
            let mut it = Fields::of(node, sink)?;
            let by = it.required(sink, "by", reviewer);
            let on = it.required(sink, "on", day);
            it.finish(sink);
            by.zip(on)
        })
    });
    it.finish(sink);
    Some(Review { needed: needed.unwrap_or_default(), done: done.unwrap_or_default() })
}

/// A profession or group.
fn reviewer(node: &Node, sink: &mut Sink<'_>) -> Option<Reviewer> {
    choice(node, sink, &Reviewer::ALL.map(|it| (it.as_str(), it)))
}

/// A day.
fn day(node: &Node, sink: &mut Sink<'_>) -> Option<Date> {
    shaped(node, sink, date)
}
