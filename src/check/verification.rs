//! Rules about how old a check is: a number that nobody has tried again is not
//! shown, and somebody is told before that.

use jiff::civil::Date;

use crate::diag::Diagnostic;
use crate::diag::code::Fault;
use crate::model::service::{Age, Channel, Publish, Service, Verification, Vouched};
use crate::model::{District, Publication};
use crate::resolve::edition::{age, last_shown, valid_until};
use crate::source::Sourced;
use crate::source::place::{FieldPath, Place};

/// [`Fault::ChannelDueSoon`], [`Fault::ChannelOverdue`] and
/// [`Fault::ChannelExpired`]: every channel of a service that is shown, by the
/// age of its check.
pub fn ladder(district: &District, today: Date) -> Vec<Diagnostic> {
    let validity = &district.profile.validity;
    let mut found = Vec::new();
    for Sourced { file, value: service } in shown(district) {
        for (at, channel) in service.channels.iter().enumerate() {
            let Some(until) = valid_until(channel, service, validity) else { continue };
            let shown = last_shown(until, validity);
            let service_id = service.id.to_string();
            let fault = match age(channel, service, validity, today) {
                Some(Age::DueSoon) => Fault::ChannelDueSoon { service: service_id, until, today },
                Some(Age::Overdue) => Fault::ChannelOverdue { service: service_id, until, shown },
                Some(Age::Expired) => Fault::ChannelExpired { service: service_id, shown },
                Some(Age::Fresh) | None => continue,
            };
            found.push(Diagnostic::new(fault, Place::Field(*file, field(at, channel))));
        }
    }
    found
}

/// [`Fault::CheckedLater`]: a check dated after the day of the build.
pub fn checked_later(district: &District, today: Date) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for Sourced { file, value: service } in district.services.values() {
        for (at, channel) in service.channels.iter().enumerate() {
            if let Verification::Checked { on, .. } = channel.verification
                && on > today
            {
                let fault = Fault::CheckedLater { on, today };
                let path = verification(at, channel).key("on");
                found.push(Diagnostic::new(fault, Place::Field(*file, path)));
            }
        }
    }
    found
}

/// [`Fault::NothingLeft`]: a service of which every check has expired.
pub fn nothing_left(district: &District, today: Date) -> Vec<Diagnostic> {
    let validity = &district.profile.validity;
    let gone = |service: &Service| {
        let ages = service.channels.iter().filter_map(|it| age(it, service, validity, today));
        let ages: Vec<Age> = ages.collect();
        !ages.is_empty() && ages.iter().all(|it| *it == Age::Expired)
    };
    let gone = shown(district).filter(|it| gone(&it.value));
    gone.map(|it| {
        let fault = Fault::NothingLeft { service: it.value.id.to_string() };
        Diagnostic::new(fault, Place::Field(it.file, "channels".into()))
    })
    .collect()
}

/// [`Fault::UnverifiedChannel`]: a channel that nobody has checked. In a sample
/// a word why is enough.
pub fn unverified(district: &District, _: Date) -> Vec<Diagnostic> {
    let live = district.profile.publication == Publication::Live;
    let mut found = Vec::new();
    for Sourced { file, value: service } in shown(district) {
        let open = service.channels.iter().enumerate().filter(|(_, it)| {
            it.verification == Verification::Unverified && (live || service.unverified.is_none())
        });
        for (at, channel) in open {
            let fault = Fault::UnverifiedChannel { service: service.id.to_string() };
            let path = verification(at, channel).key("how");
            found.push(Diagnostic::new(fault, Place::Field(*file, path)));
        }
    }
    found
}

/// [`Fault::ConsentEnded`]: a private number whose owner agreed until a day that
/// has passed.
pub fn consent(district: &District, today: Date) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for school in district.schools.values() {
        for (role, person) in &school.value.people {
            let Some(number) = person.number.as_ref().filter(|it| it.until < today) else {
                continue;
            };
            let fault = Fault::ConsentEnded { role: role.to_string(), until: number.until, today };
            let path = FieldPath::from("people").key(role.as_str()).key("consent_until");
            found.push(Diagnostic::new(fault, Place::Field(school.file, path)));
        }
    }
    found
}

/// The services that are shown.
fn shown(district: &District) -> impl Iterator<Item = &Sourced<Service>> {
    district.services.values().filter(|it| it.value.publish == Publish::Yes)
}

/// The field that says until when a channel's check holds.
fn field(at: usize, channel: &Channel) -> FieldPath {
    let key = match &channel.verification {
        Verification::Checked { until: Some(_), .. } => "until",
        _ => "on",
    };
    verification(at, channel).key(key)
}

/// The field that holds a channel's verification.
fn verification(at: usize, channel: &Channel) -> FieldPath {
    match channel.vouched {
        Vouched::Own => FieldPath::from("channels").item(at).key("verification"),
        Vouched::Record => FieldPath::from("verification"),
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::diag::code::Code;
    use crate::source::SourceTree;
    use crate::source::place::Span;
    use crate::{parse, resolve};

    /// What the rules find on a day in a district with this service, and the
    /// bytes they point at.
    #[track_caller]
    fn check(publication: &str, service: &str, today: Date, expected: &[(Code, &str)]) {
        let profile = format!(
            "name: Uji\narea: \"99\"\ntime_zone: WITA\nlanguages: [id]\npublication: {publication}\n\
             roles: {{ penerima: {{ name: penerima }} }}\n\
             needs: {{ bahaya: {{ name: Bahaya, bsan: [kepolisian], fallback: uji }} }}\n\
             doors: {{ danger: bahaya, talk: bahaya, adult: penerima }}\n"
        );
        let school = "name: SMP Uji\nlevel: smp\narea: \"99\"\npeople:\n  penerima: { number: \"6280000000000\", consent_until: 2026-06-30 }\n";
        let service =
            format!("name: Uji\nabout: Uji.\nneeds: [bahaya]\nservice_area: [\"99\"]\n{service}");
        let tree = SourceTree::from_files([
            ("district.yaml", profile.as_str()),
            ("areas.csv", "code,name\n99,Uji\n"),
            ("services/uji.yaml", service.as_str()),
            ("schools/smp.yaml", school),
        ]);
        let parsed = parse::parse(&tree);
        assert_eq!(parsed.diagnostics, []);
        let district = resolve::link(parsed.value).value.expect("a district");
        let rules = [ladder, nothing_left, unverified, checked_later];
        let found = rules.iter().flat_map(|rule| rule(&district, today));
        let text = |place: &Place| {
            let Some(Span { start, end }) = parse::locate(&tree, place) else { return "" };
            place.file().map_or("", |it| &tree.text(it)[start..end])
        };
        let found: Vec<(Code, String)> =
            found.map(|it| (it.code(), text(&it.place).to_owned())).collect();
        let expected: Vec<(Code, String)> =
            expected.iter().map(|(code, text)| (*code, (*text).to_owned())).collect();
        assert_eq!(found, expected, "{today}");
    }

    /// A channel with this verification.
    fn channel(verification: &str) -> String {
        format!(
            "channels:\n  - kind: telephone\n    number: \"0000-0000000\"\n    verification: {{ {verification} }}\n"
        )
    }

    #[test]
    fn a_check_goes_down_the_ladder_day_by_day() {
        let own = channel("how: called, on: 2026-01-01, by: penguji");
        for (today, rung) in [
            (date(2026, 1, 1), None),
            (date(2026, 6, 16), None),
            (date(2026, 6, 17), Some(Code::ChannelDueSoon)),
            (date(2026, 6, 30), Some(Code::ChannelDueSoon)),
            (date(2026, 7, 1), Some(Code::ChannelOverdue)),
            (date(2026, 7, 30), Some(Code::ChannelOverdue)),
        ] {
            let expected: Vec<_> = rung.map(|it| (it, "2026-01-01")).into_iter().collect();
            check("live", &own, today, &expected);
        }
        let gone = [(Code::ChannelExpired, "2026-01-01"), (Code::NothingLeft, "channels")];
        check("live", &own, date(2026, 7, 31), &gone);
        check("sample", &own, date(2026, 7, 31), &gone);
    }

    #[test]
    fn a_hotline_holds_ninety_days_and_a_page_sixty() {
        let hotline = format!("hotline: true\n{}", channel("how: called, on: 2026-01-01, by: x"));
        check("live", &hotline, date(2026, 3, 18), &[]);
        check("live", &hotline, date(2026, 3, 19), &[(Code::ChannelDueSoon, "2026-01-01")]);
        let page = channel("how: official-source, on: 2026-01-01, by: x");
        check("live", &page, date(2026, 2, 16), &[]);
        check("live", &page, date(2026, 2, 17), &[(Code::ChannelDueSoon, "2026-01-01")]);
        check("live", &page, date(2026, 3, 3), &[(Code::ChannelOverdue, "2026-01-01")]);
    }

    #[test]
    fn an_end_of_its_own_counts_instead() {
        let own = channel("how: called, on: 2026-01-01, by: x, until: 2026-02-01");
        check("live", &own, date(2026, 2, 2), &[(Code::ChannelOverdue, "2026-02-01")]);
    }

    #[test]
    fn one_check_for_the_whole_record_is_pointed_at_where_it_stands() {
        let record = "verification: { how: called, on: 2026-01-01, by: x }\nchannels:\n  - { kind: telephone, number: \"0000-0000000\" }\n";
        check("live", record, date(2026, 7, 1), &[(Code::ChannelOverdue, "2026-01-01")]);
    }

    #[test]
    fn nothing_is_left_only_when_the_last_channel_has_expired() {
        let two = "channels:\n  - kind: telephone\n    number: \"0000-0000000\"\n    verification: { how: called, on: 2026-01-01, by: x }\n  - kind: whatsapp\n    number: \"6280000000000\"\n    verification: { how: called, on: 2026-07-01, by: x }\n";
        check("live", two, date(2026, 7, 31), &[(Code::ChannelExpired, "2026-01-01")]);
        check("live", &format!("publish: held-back\n{two}"), date(2027, 7, 31), &[]);
    }

    #[test]
    fn a_channel_that_nobody_has_checked_needs_a_word_why_and_is_no_word_in_a_live_district() {
        let open = channel("how: unverified");
        let why = format!("unverified: Belum dihubungi.\n{open}");
        let found = [(Code::UnverifiedChannel, "unverified")];
        check("sample", &open, date(2026, 1, 1), &found);
        check("sample", &why, date(2026, 1, 1), &[]);
        check("live", &why, date(2026, 1, 1), &found);
        check("live", &format!("publish: held-back\n{open}"), date(2026, 1, 1), &[]);
    }

    #[test]
    fn a_check_cannot_be_dated_tomorrow() {
        let own = channel("how: called, on: 2026-01-02, by: x");
        check("sample", &own, date(2026, 1, 2), &[]);
        check("sample", &own, date(2026, 1, 1), &[(Code::CheckedLater, "2026-01-02")]);
    }

    #[test]
    fn consent_ends_the_day_after_its_last_day() {
        let tree = SourceTree::from_files([
            (
                "district.yaml",
                "name: Uji\narea: \"99\"\ntime_zone: WITA\nlanguages: [id]\npublication: live\nroles: { penerima: { name: penerima } }\nneeds: {}\ndoors: { danger: a, talk: a, adult: penerima }\n",
            ),
            (
                "schools/smp.yaml",
                "name: SMP Uji\nlevel: smp\narea: \"99\"\npeople:\n  penerima: { number: \"6280000000000\", consent_until: 2026-06-30 }\n",
            ),
        ]);
        let district = resolve::link(parse::parse(&tree).value).value.expect("a district");
        let codes =
            |today| consent(&district, today).iter().map(Diagnostic::code).collect::<Vec<_>>();
        assert_eq!(codes(date(2026, 6, 30)), []);
        assert_eq!(codes(date(2026, 7, 1)), [Code::ConsentEnded]);
    }
}
