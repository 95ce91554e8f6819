//! Numbers in texts: every example, every slip, and records that were tampered with.

use jiff::civil::{Date, date};
use proptest::prelude::{ProptestConfig, Strategy, prop, prop_assert, prop_assume};
use proptest::test_runner::{RngSeed, TestRunner};

use super::*;
use crate::diag::code::Code;
use crate::source::SourceTree;
use crate::{embedded, parse, resolve};

/// The day on which the starter's numbers were checked.
const TODAY: Date = date(2026, 11, 24);

/// The register of national numbers, and nothing else that has one.
const PROFILE: &str = "\
name: Kota Uji
area: \"53.71\"
time_zone: WITA
languages: [id]
publication: sample
roles: { penerima: { name: penerima } }
needs: { bahaya: { name: Bahaya, bsan: [kepolisian], fallback: sapa-129 } }
doors: { danger: bahaya, talk: bahaya, adult: penerima }
";

/// The district of these files.
fn district(files: &[(&str, &str)]) -> District {
    let tree = SourceTree::from_files(files.iter().copied());
    resolve::link(parse::parse(&tree).value).value.expect("a district")
}

/// What every rule about numbers finds, with the bytes it points at.
#[track_caller]
fn check(files: &[(&str, &str)], expected: &[(Code, &str)]) {
    let mut all = vec![("district.yaml", PROFILE)];
    all.extend(files);
    let tree = SourceTree::from_files(all);
    let district = resolve::link(parse::parse(&tree).value).value.expect("a district");
    let rules = [written, two_owners, short_codes];
    let found = rules.iter().flat_map(|rule| rule(&district, TODAY));
    let bytes = |place: &Place| {
        let span = parse::locate(&tree, place).expect("a place");
        tree.text(place.file().expect("a file"))[span.start..span.end].trim_matches('"').to_owned()
    };
    let found: Vec<(Code, String)> = found.map(|it| (it.code(), bytes(&it.place))).collect();
    let expected: Vec<(Code, String)> =
        expected.iter().map(|(code, text)| (*code, (*text).to_owned())).collect();
    assert_eq!(found, expected);
}

/// Codes found in each of the lines of a corpus, put into one page of the
/// starter content.
fn codes_of(lines: &[&str]) -> Vec<Vec<String>> {
    let mut page = "---\ntitle: Uji\n---\n".to_owned();
    let mut starts = Vec::new();
    for line in lines {
        starts.push(page.len());
        page.push_str(&format!("{}\n\n", line.replace('⏎', "\n")));
    }
    let over = SourceTree::from_files([("pages/teacher/uji.md", page.as_str())]);
    let tree = embedded::starter().overlaid(&over);
    let district = resolve::link(parse::parse(&tree).value).value.expect("a district");
    let mut codes = vec![Vec::new(); lines.len()];
    for it in written(&district, TODAY) {
        let Place::Text(file, span) = it.place else { panic!("no place in a text: {it:?}") };
        assert_eq!(tree.path(file), "pages/teacher/uji.md", "{it:?}");
        let line = starts.partition_point(|start| *start <= span.start) - 1;
        codes[line].push(it.code().name());
    }
    codes
}

/// The lines of a corpus without remarks.
fn lines(corpus: &str) -> Vec<&str> {
    corpus.lines().filter(|it| !it.is_empty() && !it.starts_with("# ")).collect()
}

#[test]
fn right_strings_are_left_alone() {
    let right = lines(include_str!("../../../tests/corpus/numbers-right.txt"));
    assert!(right.len() > 110, "{}", right.len());
    let wrong: Vec<_> =
        right.iter().zip(codes_of(&right)).filter(|(_, it)| !it.is_empty()).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn wrong_strings_are_found_once_each_with_the_right_code() {
    let all = lines(include_str!("../../../tests/corpus/numbers-wrong.txt"));
    assert!(all.len() > 90, "{}", all.len());
    let split = |it: &&'static str| it.split_once(' ').expect("a code and a text");
    let (codes, texts): (Vec<&str>, Vec<&str>) = all.iter().map(split).unzip();
    let found = codes_of(&texts);
    let missed =
        codes.iter().zip(&texts).zip(&found).filter(|((code, _), found)| found != &&[**code]);
    let missed: Vec<_> = missed.collect();
    assert!(missed.is_empty(), "{missed:#?}");
}

/// A service with one channel.
fn service(area: &str, channel: &str) -> String {
    format!(
        "name: Layanan Uji\nabout: Uji.\nneeds: [bahaya]\nservice_area: [{area}]\nchannels:\n  - {{ {channel}, verification: {{ how: called, on: 2026-11-24, by: x }} }}\n"
    )
}

/// A register with one whole number and three short codes.
const REGISTER: &str = "\
sapa: { owner: SAPA 129, kind: whatsapp, number: \"6285550000444\", service: sapa-129, sources: [] }
sapa-129: { owner: SAPA 129, kind: short-code, number: \"129\", service: sapa-129, sources: [] }
darurat: { owner: Darurat, kind: short-code, number: \"112\", area: [], sources: [] }
sosial: { owner: Sosial, kind: short-code, number: \"171\", area: [\"53\"], sources: [] }
";

#[test]
fn a_service_with_nearly_a_registered_number_is_found_in_both_fields() {
    let near = service(
        "\"53.71\"",
        "kind: whatsapp, number: \"6285550000445\", display: \"0855-5000-0445\"",
    );
    let right = service("\"53.71\"", "kind: whatsapp, number: \"6285550000444\"");
    check(
        &[("register.yaml", REGISTER), ("services/uji.yaml", &near)],
        &[(Code::NearMiss, "6285550000445"), (Code::NearMiss, "0855-5000-0445")],
    );
    check(&[("register.yaml", REGISTER), ("services/sapa-129.yaml", &right)], &[]);
}

#[test]
fn a_wrong_number_is_found_anywhere_in_the_repository() {
    let wrong = "0855 5000 0445";
    for (path, text) in [
        ("README.md", format!("# Uji\n\n{wrong}\n")),
        ("catatan/lain.yaml", format!("a: {wrong}\n")),
        ("register.yaml", format!("{REGISTER}# dulu {wrong}\n")),
        ("terms.yaml", format!("a: {{ term: a, means: \"{wrong}\" }}\n")),
        (
            "laws.yaml",
            format!(
                "a: {{ title: a, short: b, status: in-force, evidence: source, sources: [{{ title: \"{wrong}\" }}] }}\n"
            ),
        ),
        ("policies/a.md", format!("---\nsummary: \"{wrong}\"\n---\n")),
        ("policies/b.md", "---\ntitle: \"0855\\u00a05000\\u00a00445\"\n---\n".to_string()),
        ("schools/a/b.md", format!("{wrong}\n")),
        ("themes/uji/words/id.yaml", format!("a: {wrong}\n")),
        ("areas.csv", format!("code,name\n53,\"{wrong}\"\n")),
        ("about.md", format!("kurang\n\n{wrong}\n")),
    ] {
        let register = if path == "register.yaml" { text.as_str() } else { REGISTER };
        let all =
            district(&[("district.yaml", PROFILE), (path, &text), ("register.yaml", register)]);
        let codes: Vec<Code> = written(&all, TODAY).iter().map(Diagnostic::code).collect();
        assert_eq!(codes, [Code::NearMiss], "{path}: {:?}", all.digits);
    }
}

#[test]
fn a_number_that_is_in_no_record_may_stand_where_nobody_reads_it() {
    let remark = format!("{REGISTER}# dulu 0800-0000-0000\n");
    check(&[("register.yaml", &remark)], &[]);
    check(&[("README.md", "0800-0000-0000")], &[]);
    check(
        &[("about.md", "---\ntitle: a\n---\n0800-0000-0000\n")],
        &[(Code::UnknownNumber, "0800-0000-0000")],
    );
    let words = "term: { term: a, means: Telepon 0800-0000-0000. }\n";
    check(&[("terms.yaml", words)], &[(Code::UnknownNumber, "0800-0000-0000")]);
    let slot = "name: A\nlevel: smp\narea: \"53\"\nslots: { a: { b: Telepon 0800-0000-0000 } }\n";
    check(&[("schools/a.yaml", slot)], &[(Code::UnknownNumber, "0800-0000-0000")]);
    check(&[("schools/a/b.md", "0800-0000-0000\n")], &[(Code::UnknownNumber, "0800-0000-0000")]);
}

#[test]
fn a_number_of_the_directory_may_be_repeated_while_it_is_shown() {
    let shown = service("\"53.71\"", "kind: telephone, number: \"0000-0000000\"");
    let held = format!("publish: held-back\n{shown}");
    let page = "---\ntitle: a\n---\nTelepon (0000) 0000000.\n";
    check(&[("services/a.yaml", &shown), ("about.md", page)], &[]);
    let hidden = [(Code::HiddenNumber, "(0000) 0000000")];
    check(&[("services/a.yaml", &held), ("about.md", page)], &hidden);
    let unverified = shown.replace("how: called, on: 2026-11-24, by: x", "how: unverified");
    check(&[("services/a.yaml", &unverified), ("about.md", page)], &hidden);
    let expired = shown.replace("2026-11-24", "2025-11-24");
    check(&[("services/a.yaml", &expired), ("about.md", page)], &hidden);
}

#[test]
fn one_number_has_one_owner() {
    let number = "kind: telephone, number: \"0000-0000000\"";
    let (one, other) = (
        service("\"53\"", number),
        service("\"53\"", "kind: telephone, number: \"(0000) 000 0000\""),
    );
    let twice = [(Code::TwoOwners, "(0000) 000 0000")];
    check(&[("services/a.yaml", &one), ("services/b.yaml", &other)], &twice);
    let held = format!("publish: held-back\n{other}");
    check(&[("services/a.yaml", &one), ("services/b.yaml", &held)], &twice);

    let both = "name: A\nabout: A.\nneeds: []\nservice_area: [\"53\"]\nverification: { how: called, on: 2026-11-24, by: x }\nchannels:\n  - { kind: telephone, number: \"0800-0000-0000\" }\n  - { kind: whatsapp, number: \"6280000000000\" }\n";
    check(&[("services/a.yaml", both)], &[]);
    let person = |id: &str, name: &str| {
        format!(
            "name: SMP {id}\nlevel: smp\narea: \"53\"\npeople:\n  penerima: {{ {name}number: \"6280000000000\", consent_until: 2027-01-01 }}\n"
        )
    };
    let (a, b) = (person("A", ""), person("B", ""));
    check(
        &[("services/a.yaml", both), ("schools/a.yaml", &a)],
        &[(Code::TwoOwners, "6280000000000")],
    );
    check(&[("schools/a.yaml", &a), ("schools/b.yaml", &b)], &[(Code::TwoOwners, "6280000000000")]);
    let (a, b) = (person("A", "name: Orang Uji, "), person("B", "name: Orang Uji, "));
    check(&[("schools/a.yaml", &a), ("schools/b.yaml", &b)], &[]);
    let roles = format!("{a}  guru: {{ number: \"6280000000000\", consent_until: 2027-01-01 }}\n");
    check(&[("schools/a.yaml", &roles)], &[]);
}

#[test]
fn a_registered_number_is_carried_by_the_service_that_the_register_names() {
    let sapa = service("\"53\"", "kind: whatsapp, number: \"6285550000444\"");
    let short = service("\"53\"", "kind: short-code, number: \"129\"");
    check(&[("register.yaml", REGISTER), ("services/sapa-129.yaml", &sapa)], &[]);
    check(
        &[("register.yaml", REGISTER), ("services/komnas.yaml", &sapa)],
        &[(Code::TwoOwners, "6285550000444")],
    );
    check(
        &[("register.yaml", REGISTER), ("services/komnas.yaml", &short)],
        &[(Code::TwoOwners, "129")],
    );
    let sosial = service("\"53\"", "kind: short-code, number: \"171\"");
    check(
        &[("register.yaml", REGISTER), ("services/a.yaml", &sosial), ("services/b.yaml", &sosial)],
        &[(Code::TwoOwners, "171")],
    );
    let twice = format!(
        "{REGISTER}lain: {{ owner: Lain, kind: short-code, number: \"129\", sources: [] }}\n"
    );
    let all = district(&[("district.yaml", PROFILE), ("register.yaml", &twice)]);
    assert_eq!(two_owners(&all, TODAY).len(), 1);
}

#[test]
fn a_short_code_must_be_registered_and_work_where_the_service_serves() {
    let code =
        |area: &str, code: &str| service(area, &format!("kind: short-code, number: \"{code}\""));
    let one = |text: &str, expected: &[(Code, &str)]| {
        check(&[("register.yaml", REGISTER), ("services/sapa-129.yaml", text)], expected);
    };
    one(&code("\"53.71\"", "129"), &[]);
    one(&code("\"53.71\"", "130"), &[(Code::UnknownShortCode, "130")]);
    one(&code("\"53.71\"", "112"), &[(Code::ShortCodeElsewhere, "112")]);
    one(&code("\"*\"", "112"), &[(Code::ShortCodeElsewhere, "112")]);
    one(&code("\"53.71.01\"", "171"), &[]);
    one(&code("\"*\"", "171"), &[]);
    one(&code("\"52\"", "171"), &[(Code::ShortCodeElsewhere, "171")]);
    one(&format!("publish: held-back\n{}", code("\"53\"", "130")), &[]);
}

#[test]
fn no_digits_of_a_record_are_lost_on_the_way() {
    let school = "name: SMP 00000000000\nnpsn: \"00000001\"\nlevel: smp\narea: \"53.71.01.1001\"\naddress: Jl. Uji 0000-0000000\n";
    check(
        &[("schools/a.yaml", school)],
        &[(Code::UnknownNumber, "00000000000"), (Code::UnknownNumber, "0000-0000000")],
    );
}

/// A way of writing digits: what stands before each of them.
fn spaced(digits: &str, gaps: &[&str]) -> String {
    let mut text = String::new();
    for (digit, gap) in digits.chars().zip(gaps) {
        text.push_str(if text.is_empty() { "" } else { gap });
        text.push(digit);
    }
    text
}

/// One slip in a registered number.
#[derive(Debug, Clone)]
enum Slip {
    /// A digit changed by this much.
    Changed(usize, u8),
    /// A digit put in.
    Added(usize, u8),
    /// A digit left out.
    Dropped(usize),
}

/// The digits with the slip.
fn slipped(digits: &str, slip: &Slip) -> String {
    let mut all: Vec<u8> = digits.bytes().map(|it| it - b'0').collect();
    match *slip {
        Slip::Changed(at, by) => {
            let at = at % all.len();
            all[at] = (all[at] + by) % 10;
        }
        Slip::Added(at, digit) => all.insert(at % (all.len() + 1), digit),
        Slip::Dropped(at) => {
            all.remove(at % all.len());
        }
    }
    all.iter().map(|it| char::from(it + b'0')).collect()
}

/// What may stand before a number.
const LEADS: &[&str] = &["Hubungi ", "SAPA 129 ", "WA: ", "(", "- ", "**", "Sejak 2023 ", "a "];

/// What may stand between two digits.
const GAPS: &[&str] = &[
    "", "", "", "", "", " ", "-", ".", "  ", " - ", "\u{a0}", "\u{2011}", "–", "—", ") ", " (",
    "\n", "&nbsp;", "\u{200b}", "**", "_", " – ",
];

#[test]
fn a_slip_in_a_registered_number_is_found_however_it_is_spaced() {
    let base = district(&[
        ("district.yaml", PROFILE),
        ("register.yaml", include_str!("../../../content/register.yaml")),
    ]);
    let known = Known::of(&base, TODAY);
    let numbers: Vec<String> =
        known.whole.iter().flat_map(|it| [it.national.clone(), it.abroad.clone()]).collect();
    let slips = (0..3_u8, 0..16_usize, 1..10_u8).prop_map(|(which, at, digit)| match which {
        0 => Slip::Changed(at, digit),
        1 => Slip::Added(at, digit % 10),
        _ => Slip::Dropped(at),
    });
    let gaps = prop::collection::vec(prop::sample::select(GAPS), 16);
    let all = (prop::sample::select(numbers), slips, gaps, prop::sample::select(LEADS));
    let config = ProptestConfig {
        // All of them take minutes in a build for the edit loop.
        cases: if cfg!(debug_assertions) { 3_000 } else { 300_000 },
        failure_persistence: None,
        max_global_rejects: 1_000_000,
        rng_seed: RngSeed::Fixed(129),
        ..ProptestConfig::default()
    };
    let result = TestRunner::new(config).run(&all, |(number, slip, gaps, lead)| {
        let slipped = slipped(&number, &slip);
        let text = spaced(&slipped, &gaps);
        // With `1) ` on a new line a list begins, and a reader sees two things.
        prop_assume!(!(text.contains(") ") && text.contains('\n')));
        let page = format!("---\ntitle: a\n---\nUji.\n\n{lead}{text}\n");
        let tree = SourceTree::from_files([("about.md", page.as_str())]);
        let runs = parse::parse(&tree).value.digits;
        let mut faults = runs.iter().filter_map(|it| judge(&base, &known, &it.value));
        let right = known.has(&crate::model::number::national(&slipped));
        let found = faults.any(|it| it.code() == Code::NearMiss);
        prop_assert!(right || found, "{lead}{text}: {runs:?}");
        Ok(())
    });
    result.expect("every slip is found");
}

/// A service with a number of each kind.
const RECORD: &str = "\
name: Layanan
about: Uji.
needs: [bahaya]
service_area: [\"53\"]
verification: { how: called, on: 2026-11-24, by: x }
channels:
  - { kind: short-code, number: \"129\" }
  - { kind: telephone, number: \"(021) 000-0000\" }
  - { kind: whatsapp, number: \"6285550000444\", display: \"0855-5000-0444\" }
";

#[test]
fn mutated_service_records_lead_to_no_number_that_no_record_holds() {
    let texts = [RECORD, &RECORD.replace("  - {", "  -\n    {"), &RECORD.replace('"', "")];
    let mut seed = 0x9e37_79b9_7f4a_7c15_u64;
    let mut next = |below: usize| {
        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        usize::try_from(seed % below as u64).expect("small")
    };
    let bits = [
        "0", "9", "6", " ", "-", "\"", "'", ":", "\n", "{", "}", "[", "+", "#", "\\u00a0", "١",
        "x", "&nbsp;",
    ];
    let mut mutated = || {
        let mut text = texts[next(texts.len())].to_owned();
        for _ in 0..=next(4) {
            let places: Vec<usize> = text.char_indices().map(|it| it.0).collect();
            let at = places[next(places.len())];
            match next(3) {
                0 => text.insert_str(at, bits[next(bits.len())]),
                1 => drop(text.remove(at)),
                _ => {
                    text.remove(at);
                    text.insert_str(at, bits[next(bits.len())]);
                }
            }
        }
        text
    };
    let mut kept = 0;
    for _ in 0..20 {
        let texts: Vec<String> = (0..500).map(|_| mutated()).collect();
        let paths: Vec<String> = (0..500).map(|it| format!("services/s{it}.yaml")).collect();
        let mut files = vec![("district.yaml", PROFILE), ("register.yaml", REGISTER)];
        files.extend(paths.iter().zip(&texts).map(|(path, text)| (path.as_str(), text.as_str())));
        let all = district(&files);
        let _ = (written(&all, TODAY), two_owners(&all, TODAY), short_codes(&all, TODAY));
        for (id, service) in &all.services {
            kept += 1;
            let at: usize = id.as_str()[1..].parse().expect("a number");
            let plain = texts[at].replace([' ', '-', '\n'], "");
            for digits in service.value.channels.iter().filter_map(|it| as_written(&it.reach)) {
                assert!(plain.contains(&digits), "{digits:?} is not in {}", texts[at]);
            }
        }
    }
    assert!(kept > 1000, "{kept}");
}

/// A number as it stands in its record, without spaces and hyphens.
fn as_written(reach: &Reach) -> Option<String> {
    let digits = match reach {
        Reach::ShortCode(it) => it.as_str(),
        Reach::Telephone(it) => it.shown(),
        Reach::WhatsApp { number, .. } => number.as_str(),
        _ => return None,
    };
    Some(digits.replace([' ', '-'], ""))
}
