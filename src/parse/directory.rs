//! `services/*.yaml`

use std::collections::BTreeSet;

use jiff::civil::Weekday;

use crate::diag::code::Fault;
use crate::model::number::{ShortCode, Telephone, WhatsAppNumber};
use crate::model::protocol::Suspect;
use crate::model::service::{
    Bsan, Channel, Cost, Days, Eligibility, How, Location, Opening, Publish, Reach, Schedule,
    Service, ServiceArea, Source, Verification, Vouched,
};
use crate::model::value::{AreaCode, Lang, ServiceId, Shape, Text, date, time};

use super::fields::{Fields, choice, count, flag, list, shaped, string, text, value};
use super::sink::Sink;
use super::yaml::{Node, Value};

/// Categories of the ministry's referral list, by their names there.
const BSAN: &[(&str, Bsan)] = &[
    ("pokja_bsan", Bsan::PokjaBsan),
    ("layanan_kesehatan", Bsan::LayananKesehatan),
    ("layanan_konseling", Bsan::LayananKonseling),
    ("layanan_disabilitas", Bsan::LayananDisabilitas),
    ("pendampingan_sosial", Bsan::PendampinganSosial),
    ("bimbingan_rohani", Bsan::BimbinganRohani),
    ("bantuan_hukum", Bsan::BantuanHukum),
    ("kepolisian", Bsan::Kepolisian),
    ("pendampingan_profesi", Bsan::PendampinganProfesi),
    ("layanan_lain", Bsan::LayananLain),
];

/// Suspects by name.
pub const SUSPECTS: &[(&str, Suspect)] = &[
    ("staff", Suspect::Staff),
    ("head", Suspect::Head),
    ("receiver", Suspect::Receiver),
    ("pupil", Suspect::Pupil),
    ("family", Suspect::Family),
    ("official", Suspect::Official),
    ("stranger", Suspect::Stranger),
    ("unknown", Suspect::Unknown),
];

/// Days of the week by name.
const WEEKDAYS: &[(&str, Weekday)] = &[
    ("mon", Weekday::Monday),
    ("tue", Weekday::Tuesday),
    ("wed", Weekday::Wednesday),
    ("thu", Weekday::Thursday),
    ("fri", Weekday::Friday),
    ("sat", Weekday::Saturday),
    ("sun", Weekday::Sunday),
];

/// A category.
pub fn bsan(node: &Node, sink: &mut Sink<'_>) -> Option<Bsan> {
    choice(node, sink, BSAN)
}

/// One service.
pub fn service(id: ServiceId, node: &Node, sink: &mut Sink<'_>) -> Option<Service> {
    let mut it = Fields::of(node, sink)?;
    let name = it.required(sink, "name", text);
    let short = it.optional(sink, "short", text);
    let about = it.required(sink, "about", text);
    let needs = it.required(sink, "needs", |node, sink| list(node, sink, value));
    let order = it.optional(sink, "order", count);
    let bsan = it.optional(sink, "bsan", |node, sink| list(node, sink, bsan));
    let service_area = it.required(sink, "service_area", service_area);
    let for_whom = it.optional(sink, "for", text);
    let not_for = it.optional(sink, "not_for", text);
    let eligibility = it.optional(sink, "eligibility", eligibility);
    let forbidden_when = it.optional(sink, "forbidden_when", |node, sink| {
        list(node, sink, |node, sink| choice(node, sink, SUSPECTS))
    });
    let languages = it.optional(sink, "languages", |node, sink| list(node, sink, value::<Lang>));
    let cost = it.optional(sink, "cost", |node, sink| {
        choice(
            node,
            sink,
            &[("free", Cost::Free), ("paid", Cost::Paid), ("unknown", Cost::Unknown)],
        )
    });
    let access = it.optional(sink, "access", text);
    let schedule = it.optional(sink, "schedules", schedule);
    let closed_on = it.optional(sink, "closed_on", |node, sink| list(node, sink, days));
    let record_verification = it.optional(sink, "verification", verification);
    let channels = it.required(sink, "channels", |node, sink| {
        let channel = |node, sink: &mut Sink<'_>| channel(node, sink, record_verification.as_ref());
        // With none that could be read it is not a service without a channel.
        let written = !matches!(&node.value, Value::List(items) if items.is_empty());
        list(node, sink, channel).filter(|it| !(written && it.is_empty()))
    });
    let unverified = it.optional(sink, "unverified", text);
    let location = it.optional(sink, "location", location);
    let fallback = it.optional(sink, "fallback", value);
    let hotline = it.optional(sink, "hotline", flag);
    let publish = it.optional(sink, "publish", |node, sink| {
        choice(node, sink, &[("yes", Publish::Yes), ("held-back", Publish::HeldBack)])
    });
    let evidence = it.optional(sink, "evidence", string);
    let sources = it.optional(sink, "sources", sources);
    it.finish(sink);
    Some(Service {
        id,
        name: name?,
        short,
        about: about?,
        needs: needs?,
        order,
        bsan: bsan.unwrap_or_default(),
        service_area: service_area?,
        for_whom,
        not_for,
        eligibility: eligibility.unwrap_or_default(),
        forbidden_when: forbidden_when.unwrap_or_default().into_iter().collect::<BTreeSet<_>>(),
        languages: languages.unwrap_or_default(),
        cost: cost.unwrap_or(Cost::Unknown),
        access,
        schedule: schedule.unwrap_or(Schedule::Unknown),
        closed_on: closed_on.unwrap_or_default(),
        channels: channels?,
        unverified,
        location: location.unwrap_or(Location::None),
        fallback,
        hotline: hotline.unwrap_or_default(),
        publish: publish.unwrap_or(Publish::Yes),
        evidence,
        sources: sources.unwrap_or_default(),
    })
}

/// Area codes, or `*` for the whole country.
fn service_area(node: &Node, sink: &mut Sink<'_>) -> Option<ServiceArea> {
    let star = |it: &Node| matches!(&it.value, Value::Scalar(text) if text == "*");
    let everywhere =
        star(node) || matches!(&node.value, Value::List(items) if items.iter().any(star));
    if everywhere {
        return Some(ServiceArea::Everywhere);
    }
    list(node, sink, value::<AreaCode>).map(ServiceArea::Areas)
}

/// Whom a service accepts.
fn eligibility(node: &Node, sink: &mut Sink<'_>) -> Option<Eligibility> {
    let mut it = Fields::of(node, sink)?;
    let eligibility = Eligibility {
        min_age: it.optional(sink, "min_age", count),
        max_age: it.optional(sink, "max_age", count),
        genders: it
            .optional(sink, "genders", |node, sink| list(node, sink, string))
            .unwrap_or_default(),
    };
    it.finish(sink);
    Some(eligibility)
}

/// `always`, or hours by day.
fn schedule(node: &Node, sink: &mut Sink<'_>) -> Option<Schedule> {
    match &node.value {
        Value::Scalar(_) => {
            choice(node, sink, &[("always", Schedule::Always), ("unknown", Schedule::Unknown)])
        }
        _ => list(node, sink, opening).map(Schedule::Weekly),
    }
}

/// The same hours on some days.
fn opening(node: &Node, sink: &mut Sink<'_>) -> Option<Opening> {
    let mut it = Fields::of(node, sink)?;
    let days = it.required(sink, "days", |node, sink| match &node.value {
        Value::Scalar(text) if text == "all" => {
            Some(WEEKDAYS.iter().map(|(_, day)| *day).collect())
        }
        _ => list(node, sink, |node, sink| choice(node, sink, WEEKDAYS)),
    });
    let opens = it.required(sink, "opens", |node, sink| shaped(node, sink, time));
    let closes = it.required(sink, "closes", |node, sink| shaped(node, sink, time));
    it.finish(sink);
    Some(Opening { days: days?, opens: opens?, closes: closes? })
}

/// A day, or a run of days.
fn days(node: &Node, sink: &mut Sink<'_>) -> Option<Days> {
    shaped(node, sink, |it| {
        let (first, last) = it.split_once("..").unwrap_or((it, it));
        let days = Days { first: date(first)?, last: date(last)? };
        if days.first <= days.last { Ok(days) } else { Err(Shape::Date) }
    })
}

/// A way to reach a service. Where it has no verification of its own, the
/// record's holds.
fn channel(node: &Node, sink: &mut Sink<'_>, record: Option<&Verification>) -> Option<Channel> {
    let mut it = Fields::of(node, sink)?;
    let reach = reach(&mut it, sink);
    let label = it.optional(sink, "label", text);
    let schedule = it.optional(sink, "schedules", schedule);
    let (verification, vouched) = match (it.span("verification"), record) {
        (None, Some(record)) => (Some(record.clone()), Vouched::Record),
        _ => (it.required(sink, "verification", verification), Vouched::Own),
    };
    it.finish(sink);
    Some(Channel { reach: reach?, label, schedule, verification: verification?, vouched })
}

/// The fields `kind`, `number` or `address`, and `display`.
pub fn reach(it: &mut Fields<'_>, sink: &mut Sink<'_>) -> Option<Reach> {
    let kinds = ["short-code", "telephone", "whatsapp", "email", "web", "door"].map(|it| (it, it));
    let kind = it.required(sink, "kind", |node, sink| choice(node, sink, &kinds));
    let display = it.optional(sink, "display", string);
    match kind {
        Some("short-code") => it.required(sink, "number", value::<ShortCode>).map(Reach::ShortCode),
        Some("telephone") => it.required(sink, "number", value::<Telephone>).map(Reach::Telephone),
        Some("whatsapp") => {
            let number = it.required(sink, "number", value::<WhatsAppNumber>)?;
            let shown = display.unwrap_or_else(|| format!("+{}", number.as_str()));
            let same = crate::model::number::national(&shown)
                == crate::model::number::national(number.as_str());
            if !same {
                let span = it.span("display")?;
                sink.report(Fault::NumberShape { written: shown, shape: Shape::WhatsApp }, span);
                return None;
            }
            Some(Reach::WhatsApp { number, display: shown })
        }
        Some("email") => it.required(sink, "address", value).map(Reach::Email),
        Some("web") => it.required(sink, "address", value).map(Reach::Web),
        Some("door") => it.required(sink, "address", text).map(Reach::Door),
        _ => {
            // The kind was reported; the rest of the channel is not judged.
            let anything = |_: &Node, _: &mut Sink<'_>| Some(());
            it.optional(sink, "number", anything);
            it.optional(sink, "address", anything);
            None
        }
    }
}

/// Who checked a channel, how and when.
fn verification(node: &Node, sink: &mut Sink<'_>) -> Option<Verification> {
    let hows = [
        ("called", Some(How::Called)),
        ("messaged", Some(How::Messaged)),
        ("visited", Some(How::Visited)),
        ("letter", Some(How::Letter)),
        ("official-source", Some(How::OfficialSource)),
        ("unverified", None),
    ];
    let mut it = Fields::of(node, sink)?;
    let how = it.required(sink, "how", |node, sink| choice(node, sink, &hows))?;
    let until = it.optional(sink, "until", |node, sink| shaped(node, sink, date));
    let sources = it.optional(sink, "sources", sources);
    let checked = match how {
        None => {
            it.optional(sink, "on", |node, sink| shaped(node, sink, date));
            it.optional(sink, "by", text);
            Some(Verification::Unverified)
        }
        Some(how) => {
            let on = it.required(sink, "on", |node, sink| shaped(node, sink, date));
            let by: Option<Text> = it.required(sink, "by", text);
            on.zip(by).map(|(on, by)| Verification::Checked {
                how,
                on,
                by,
                until,
                sources: sources.unwrap_or_default(),
            })
        }
    };
    it.finish(sink);
    checked
}

/// Where a service is. A confidential place has no address.
fn location(node: &Node, sink: &mut Sink<'_>) -> Option<Location> {
    let mut it = Fields::of(node, sink)?;
    let confidential = it.optional(sink, "confidential", flag).unwrap_or_default();
    let location = if confidential {
        if let Some(span) = it.span("address") {
            it.optional(sink, "address", |_, _| Some(()));
            sink.report(Fault::ConfidentialAddress {}, span);
        }
        it.required(sink, "area", value).map(|area| Location::Confidential { area })
    } else {
        let address = it.required(sink, "address", text);
        let area = it.optional(sink, "area", value);
        address.map(|address| Location::Public { address, area })
    };
    it.finish(sink);
    location
}

/// Where facts come from.
pub fn sources(node: &Node, sink: &mut Sink<'_>) -> Option<Vec<Source>> {
    list(node, sink, |node, sink| {
        let mut it = Fields::of(node, sink)?;
        let title = it.required(sink, "title", string);
        let url = it.optional(sink, "url", string);
        let date = it.optional(sink, "date", string);
        it.finish(sink);
        Some(Source { title: title?, url, date })
    })
}
