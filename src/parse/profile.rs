//! `district.yaml`, `areas.csv`, `register.yaml`.

use std::collections::{BTreeMap, BTreeSet};

use crate::diag::code::{Fault, Kind};
use crate::model::service::{Bsan, Reach, Validity};
use crate::model::sheet::Sheet;
use crate::model::value::{AreaCode, Audience, Lang, NeedId, NumberId, RoleId};
use crate::model::{
    Doors, Holder, Host, Leads, Need, NumberArea, Profile, Publication, RegisteredNumber, Reports,
    Role, TimeZone,
};
use crate::source::place::Span;

use super::directory::{bsan, reach, sources};
use super::fields::{Fields, choice, count, flag, list, map, sorted, string, text, value};
use super::sink::Sink;
use super::yaml::Node;

/// The audiences by name.
pub const AUDIENCES: &[(&str, Audience)] = &[
    ("child", Audience::Child),
    ("parent", Audience::Parent),
    ("teacher", Audience::Teacher),
    ("counsellor", Audience::Counsellor),
    ("head", Audience::Head),
];

/// `district.yaml`
pub fn profile(node: &Node, sink: &mut Sink<'_>) -> Option<Profile> {
    let mut it = Fields::of(node, sink)?;
    let name = it.required(sink, "name", text);
    let area = it.required(sink, "area", value::<AreaCode>);
    let time_zone = it.required(sink, "time_zone", |node, sink| {
        choice(
            node,
            sink,
            &[("WIB", TimeZone::Wib), ("WITA", TimeZone::Wita), ("WIT", TimeZone::Wit)],
        )
    });
    let languages = it.required(sink, "languages", languages);
    let audiences = it.optional(sink, "audiences", |node, sink| {
        sorted(node, sink, |node, sink| {
            list(node, sink, |node, sink| choice(node, sink, AUDIENCES))
        })
    });
    let publication = it.required(sink, "publication", |node, sink| {
        choice(node, sink, &[("sample", Publication::Sample), ("live", Publication::Live)])
    });
    let theme = it.optional(sink, "theme", string);
    let roles = it.required(sink, "roles", |node, sink| sorted(node, sink, role));
    let needs = it.required(sink, "needs", |node, sink| map(node, sink, need));
    let doors = it.required(sink, "doors", doors);
    let validity = it.optional(sink, "validity", validity);
    let site = it.optional(sink, "site", value);
    let print = it.optional(sink, "print", |node, sink| {
        list(node, sink, |node, sink| choice(node, sink, &sheets()))
    });
    let host = it.optional(sink, "host", |node, sink| choice(node, sink, &Host::ALL));
    it.finish(sink);
    Some(Profile {
        name: name?,
        area: area?,
        time_zone: time_zone?,
        languages: languages?,
        audiences: audiences.unwrap_or_default(),
        publication: publication?,
        theme: theme.unwrap_or_else(|| "plain".to_owned()),
        roles: roles?,
        needs: needs?.into_iter().map(|(id, it): (NeedId, Need)| Need { id, ..it }).collect(),
        doors: doors?,
        validity: validity.unwrap_or_default(),
        site,
        print: print.unwrap_or_default(),
        host,
    })
}

/// Sheets by name.
fn sheets() -> [(&'static str, Sheet); 7] {
    Sheet::ALL.map(|it| (it.as_str(), it))
}

/// At least one language.
fn languages(node: &Node, sink: &mut Sink<'_>) -> Option<Vec<Lang>> {
    let languages = list(node, sink, value::<Lang>)?;
    if languages.is_empty() {
        sink.report(Fault::MissingField { field: "languages".to_owned() }, node.span);
        return None;
    }
    Some(languages)
}

/// A role.
fn role(node: &Node, sink: &mut Sink<'_>) -> Option<Role> {
    let mut it = Fields::of(node, sink)?;
    let name = it.required(sink, "name", text);
    let duty = it.optional(sink, "duty", text);
    let anyone = it.optional(sink, "anyone", flag).unwrap_or_default();
    let required = it.optional(sink, "required", flag).unwrap_or_default();
    let reports = it.optional(sink, "reports", flag).unwrap_or_default();
    let leads = it.optional(sink, "leads", flag).unwrap_or_default();
    it.finish(sink);
    let holder = match (anyone, required) {
        (true, _) => Holder::Anyone,
        (false, true) => Holder::Required,
        (false, false) => Holder::Optional,
    };
    Some(Role {
        name: name?,
        duty,
        holder,
        reports: if reports { Reports::Receives } else { Reports::PassesOn },
        leads: if leads { Leads::School } else { Leads::Nobody },
    })
}

/// A need; its id is put in by the caller.
fn need(node: &Node, sink: &mut Sink<'_>) -> Option<Need> {
    let mut it = Fields::of(node, sink)?;
    let name = it.required(sink, "name", text);
    let about = it.optional(sink, "about", text);
    let bsan: Option<Vec<Bsan>> = it.required(sink, "bsan", |node, sink| list(node, sink, bsan));
    let fallback = it.required(sink, "fallback", value);
    it.finish(sink);
    // Any valid id will do until the caller knows the key.
    let id = NeedId::try_from("need").ok()?;
    Some(Need { id, name: name?, about, bsan: bsan?, fallback: fallback? })
}

/// The three ways in.
fn doors(node: &Node, sink: &mut Sink<'_>) -> Option<Doors> {
    let mut it = Fields::of(node, sink)?;
    let danger = it.required(sink, "danger", value);
    let talk = it.required(sink, "talk", value);
    let adult = it.required(sink, "adult", value::<RoleId>);
    it.finish(sink);
    Some(Doors { danger: danger?, talk: talk?, adult: adult? })
}

/// For how many days checks hold.
fn validity(node: &Node, sink: &mut Sink<'_>) -> Option<Validity> {
    let usual = Validity::default();
    let mut it = Fields::of(node, sink)?;
    let mut days = |name, usual| it.optional(sink, name, count::<u16>).map_or(usual, i32::from);
    let validity = Validity {
        default: days("default", usual.default),
        hotline: days("hotline", usual.hotline),
        official_source: days("official-source", usual.official_source),
        due_soon: days("due-soon", usual.due_soon),
        overdue: days("overdue", usual.overdue),
    };
    it.finish(sink);
    Some(validity)
}

/// `register.yaml`
pub fn register(node: &Node, sink: &mut Sink<'_>) -> Option<Vec<RegisteredNumber>> {
    let all: BTreeMap<NumberId, RegisteredNumber> = sorted(node, sink, number)?;
    Some(all.into_iter().map(|(id, it)| RegisteredNumber { id, ..it }).collect())
}

/// A national number; its id is put in by the caller.
fn number(node: &Node, sink: &mut Sink<'_>) -> Option<RegisteredNumber> {
    let mut it = Fields::of(node, sink)?;
    let owner = it.required(sink, "owner", text);
    let reach: Option<Reach> = reach(&mut it, sink);
    let area = it.optional(sink, "area", |node, sink| list(node, sink, value::<AreaCode>));
    let service = it.optional(sink, "service", value);
    let sources = it.required(sink, "sources", sources);
    it.finish(sink);
    Some(RegisteredNumber {
        id: NumberId::try_from("number").ok()?,
        owner: owner?,
        reach: reach?,
        area: area.map_or(NumberArea::Everywhere, NumberArea::Only),
        service,
        sources: sources?,
    })
}

/// `areas.csv`: a header, then `code,name` a line. Codes that are there twice
/// are reported.
pub fn areas(csv: &str, sink: &mut Sink<'_>) -> Vec<AreaCode> {
    let mut codes: BTreeSet<AreaCode> = BTreeSet::new();
    let mut start = 0;
    for (number, line) in csv.split('\n').enumerate() {
        let span = Span { start, end: start + line.trim_end().len() };
        start += line.len() + 1;
        let line = line.trim();
        if line.is_empty() || (number == 0 && line == "code,name") {
            continue;
        }
        let named = line.split_once(',').filter(|(_, it)| !it.trim().trim_matches('"').is_empty());
        let code = named.and_then(|(it, _)| AreaCode::try_from(it.trim().trim_matches('"')).ok());
        match code {
            None => {
                sink.report(Fault::BadAreaLine { written: line.chars().take(60).collect() }, span);
            }
            Some(code) if codes.contains(&code) => {
                sink.report(Fault::DuplicateId { kind: Kind::Area, id: code.to_string() }, span);
            }
            Some(code) => {
                check_parent(&codes, &code, span, sink);
                codes.insert(code);
            }
        }
    }
    codes.into_iter().collect()
}

/// Reports an area whose parent does not stand above it.
fn check_parent(codes: &BTreeSet<AreaCode>, code: &AreaCode, span: Span, sink: &mut Sink<'_>) {
    let Some((parent, _)) = code.as_str().rsplit_once('.') else { return };
    if AreaCode::try_from(parent).is_ok_and(|it| !codes.contains(&it)) {
        let fault = Fault::AreaWithoutParent { code: code.to_string(), parent: parent.to_owned() };
        sink.report(fault, span);
    }
}
