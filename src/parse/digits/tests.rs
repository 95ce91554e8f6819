//! Which digits of a file are runs, and what they look like.

use proptest::prelude::{prop, prop_assert, proptest};

use crate::model::prose::{RunSort, Stand};
use crate::parse;
use crate::source::SourceTree;

/// The runs of a file, as they are written there.
#[track_caller]
fn check(path: &str, text: &str, expected: &[(&str, RunSort, Stand)]) {
    let tree = SourceTree::from_files([(path, text)]);
    let runs = parse::parse(&tree).value.digits;
    let written: Vec<(&str, RunSort, Stand)> =
        runs.iter().map(|it| (it.value.written.as_str(), it.value.sort, it.value.stand)).collect();
    assert_eq!(written, expected, "{text}");
    for run in &runs {
        let bytes = &text[run.value.at.start..run.value.at.end];
        let digits = |it: &str| it.chars().filter(char::is_ascii_digit).collect::<String>();
        assert!(digits(bytes).contains(&digits(&run.value.written)), "{bytes:?}");
    }
}

#[test]
fn a_service_has_numbers_in_fields_words_and_remarks() {
    let service = "\
# dulu 0800-0000-0001
name: Uji
about: { id: \"Telepon 0800 0000 0002.\", en: Call 129. }
needs: [bahaya-112]
service_area: [\"53.71.01.1001\"]
fallback: sapa-129
channels:
  - kind: telephone # 0800 0000 0003
    number: \"(021) 000-0000\"
  - { kind: whatsapp, number: 6280000000004, display: 0800-0000-0004 }
  - { kind: short-code, number: \"129\" }
unverified: >
  Dulu 0800 0000
  0005, kini tidak.
sources:
  - { title: \"Berita 0800-0000-0006\", url: \"contoh.id/2026/08000000007\", date: \"2026-11-24\" }
";
    check(
        "services/uji.yaml",
        service,
        &[
            ("0800-0000-0001", RunSort::Dialled, Stand::Aside),
            ("0800 0000 0002", RunSort::Dialled, Stand::Words),
            ("129", RunSort::Short, Stand::Words),
            ("0800 0000 0003", RunSort::Dialled, Stand::Aside),
            ("(021) 000-0000", RunSort::Dialled, Stand::Field),
            ("6280000000004", RunSort::Dialled, Stand::Field),
            ("0800-0000-0004", RunSort::Dialled, Stand::Field),
            ("0800 0000 0005", RunSort::Dialled, Stand::Words),
            ("0800-0000-0006", RunSort::Dialled, Stand::Aside),
        ],
    );
}

#[test]
fn a_text_has_numbers_in_its_front_matter_and_below() {
    let page = "\
---
title: Uji 0800 0000 0001
review_due: 2026-11-24
---

1. 0800 0000 0002
2. 0800 0000
   0003
3. 2026

| Telepon | 0800 0000 0004 | 0800 0000 0005 |

> 0800 0000
> 0006
";
    let words = |it| (it, RunSort::Dialled, Stand::Words);
    let all = [1, 2, 3, 4, 5, 6].map(|it| format!("0800 0000 000{it}"));
    let mut expected: Vec<_> = all.iter().map(|it| words(it.as_str())).collect();
    expected[5].0 = "0800 0000 > 0006";
    check("pages/teacher/uji.md", page, &expected);
    let aside: Vec<_> = expected.iter().map(|it| (it.0, it.1, Stand::Aside)).collect();
    check("CATATAN.md", page, &aside);
}

#[test]
fn a_row_of_a_table_and_an_item_of_a_list_end_a_number() {
    check("areas.csv", "code,name\n99.01,Kecamatan 1\n99.01.02,Kecamatan 2\n99.01.03,C\n", &[]);
    check("terms.yaml", "a:\n  avoid:\n    - 0811\n    - 2222\n    - 333\n", &[]);
}

#[test]
fn escapes_are_read_as_they_are_shown() {
    check("policies/uji.md", "---\nversion: \"08000000000\"\n---\n", &[]);
    let tree =
        SourceTree::from_files([("terms.yaml", "a: { means: \"0800\\u00a00000\\x300001\" }\n")]);
    let runs = parse::parse(&tree).value.digits;
    let groups: Vec<&str> = runs[0].value.groups.iter().map(|it| it.text.as_str()).collect();
    assert_eq!(groups, ["0800", "000000001"]);
    assert_eq!(runs.len(), 1);
}

#[test]
fn a_broken_file_is_looked_through_all_the_same() {
    check(
        "services/uji.yaml",
        "name: [Uji\n0800-0000-0000\n",
        &[("0800-0000-0000", RunSort::Dialled, Stand::Aside)],
    );
    check(
        "policies/uji.md",
        "tanpa kepala 0800-0000-0000\n",
        &[("0800-0000-0000", RunSort::Dialled, Stand::Words)],
    );
}

#[test]
fn the_sentence_of_a_short_code_ends_where_it_ends() {
    for (text, sentence) in [
        ("Satu. Telepon SAPA di 129! Dua.", "Telepon SAPA di 129"),
        ("Satu\n\nTelepon\n129 sekarang\n\nDua", "Telepon\n129 sekarang"),
        ("- Telepon 129\n- Dua", "- Telepon 129"),
    ] {
        let tree = SourceTree::from_files([("about.md", text)]);
        let runs = parse::parse(&tree).value.digits;
        assert_eq!(runs[0].value.sentence.trim(), sentence, "{text}");
    }
}

#[test]
fn long_and_hostile_texts_cost_no_more_than_their_length() {
    for text in [
        "1 ".repeat(20_000),
        "0".repeat(40_000),
        "a:1:".repeat(10_000),
        "&#48;".repeat(8_000),
        "08\u{200b}".repeat(8_000),
        "0811-1129-129 ".repeat(3_000),
        "1. ".repeat(10_000),
        "> ".repeat(10_000),
        "0\n\t>".repeat(10_000),
        "wa.me/".repeat(6_000),
        "telepon ".repeat(5_000),
    ] {
        let tree = SourceTree::from_files([("lain.md", text.as_str())]);
        assert!(parse::parse(&tree).value.digits.len() <= 3_000);
    }
}

/// Pieces of texts that mean something to the reader of digits.
const BITS: &[&str] = &[
    "0811",
    "129",
    "2026",
    "+62",
    "62",
    "1",
    "٣",
    "９",
    " ",
    "-",
    ".",
    "–",
    "/",
    ",",
    "(",
    ")",
    "\n",
    "\n\n",
    "> ",
    "1. ",
    "- ",
    "&nbsp;",
    "&#48;",
    "&",
    "\u{200b}",
    "é",
    "“",
    "telepon ",
    "jam",
    "Rp",
    "https://",
    "wa.me/",
    "a@b.c",
    "<service:",
    ">",
    "\"",
    "\\",
    "#",
    ": ",
    "|",
    "---\n",
    "number: ",
    "sources: ",
    "%",
];

proptest! {
    #[test]
    fn any_text_is_read_and_every_run_is_where_it_says(
        bits in prop::collection::vec(prop::sample::select(BITS), 0..40),
        noise in ".{0,12}",
        path in prop::sample::select(vec!["about.md", "services/a.yaml", "areas.csv", "lain.md"]),
    ) {
        let text = format!("{}{noise}", bits.concat());
        let tree = SourceTree::from_files([(path, text.as_str())]);
        let read = tree.text(tree.find(path).expect("the file"));
        for run in parse::parse(&tree).value.digits {
            prop_assert!(read.get(run.value.at.start..run.value.at.end).is_some());
            prop_assert!(!run.value.groups.is_empty());
        }
    }
}
