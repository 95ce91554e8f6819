//! `schools/*.yaml`

use std::collections::BTreeMap;

use crate::diag::code::Fault;
use crate::model::Host;
use crate::model::fingerprint::Fingerprint;
use crate::model::number::WhatsAppNumber;
use crate::model::prose::Setting;
use crate::model::school::{Consented, Gender, Person, School};
use crate::model::value::{Colour, Lang, Npsn, PolicyId, SchoolId, date};

use super::fields::{Fields, choice, list, shaped, sorted, string, text, value};
use super::sink::Sink;
use super::yaml::Node;

/// One school.
pub fn school(id: SchoolId, node: &Node, sink: &mut Sink<'_>) -> Option<School> {
    let mut it = Fields::of(node, sink)?;
    let name = it.required(sink, "name", string);
    let npsn = it.optional(sink, "npsn", value::<Npsn>);
    let level = it.required(sink, "level", string);
    let area = it.required(sink, "area", value);
    let address = it.optional(sink, "address", string);
    let languages = it.optional(sink, "languages", |node, sink| list(node, sink, value::<Lang>));
    let people = it.optional(sink, "people", |node, sink| sorted(node, sink, person));
    let adopts = it.optional(sink, "adopts", |node, sink| list(node, sink, value::<PolicyId>));
    let slots = sink.set(Setting::School, |sink| {
        it.optional(sink, "slots", |node, sink| {
            sorted(node, sink, |node, sink| sorted(node, sink, text))
        })
    });
    let against: Option<BTreeMap<PolicyId, Fingerprint>> =
        it.optional(sink, "addenda", |node, sink| sorted(node, sink, against));
    let site = it.optional(sink, "site", value);
    let host = it.optional(sink, "host", |node, sink| choice(node, sink, &Host::ALL));
    let accent = it.optional(sink, "accent", value::<Colour>);
    it.finish(sink);
    Some(School {
        id,
        name: name?,
        npsn,
        level: level?,
        area: area?,
        address,
        languages: languages.filter(|it| !it.is_empty()),
        people: people.unwrap_or_default(),
        adopts,
        slots: slots.unwrap_or_default(),
        against: against.unwrap_or_default(),
        addenda: BTreeMap::new(),
        site,
        host,
        accent,
    })
}

/// The text an addendum was written against.
fn against(node: &Node, sink: &mut Sink<'_>) -> Option<Fingerprint> {
    let mut it = Fields::of(node, sink)?;
    let against = it.required(sink, "against", value);
    it.finish(sink);
    against
}

/// Who holds a role.
fn person(node: &Node, sink: &mut Sink<'_>) -> Option<Person> {
    let mut it = Fields::of(node, sink)?;
    let name = it.optional(sink, "name", string);
    let title = it.optional(sink, "title", text);
    let gender = it.optional(sink, "gender", |node, sink| {
        choice(node, sink, &[("f", Gender::Female), ("m", Gender::Male)])
    });
    let number = it.optional(sink, "number", value::<WhatsAppNumber>);
    let consent = it.optional(sink, "consent_until", |node, sink| shaped(node, sink, date));
    let from = it.optional(sink, "from", |node, sink| shaped(node, sink, date));
    let until = it.optional(sink, "until", |node, sink| shaped(node, sink, date));
    if let (Some(span), None) = (it.span("number"), consent) {
        sink.report(Fault::NumberWithoutConsent {}, span);
    }
    it.finish(sink);
    let number = number.zip(consent).map(|(number, until)| Consented { number, until });
    Some(Person { name, title, gender, number, from, until })
}
