//! The whole way from text to pages, on content that somebody has damaged.
//!
//! Nothing here touches a disk but to read the smallest district. The cases are
//! the same in every run; with `PROPTEST_CASES=100000` there are more, and each
//! run has others.

use std::path::Path;
use std::{env, fs};

use proptest::prelude::{ProptestConfig, Strategy, any, prop};
use proptest::sample::Index;
use proptest::strategy::ValueTree;
use proptest::test_runner::{RngSeed, TestCaseError, TestRunner};
use rayon::prelude::*;

use super::harmless::{Pages, harmless};
use super::loaded::CONTENT;
use crate::embedded;
use crate::source::SourceTree;

mod rebuild;

/// What nobody would write, or only somebody who means harm.
const ODD: &[&str] = &[
    "\0",
    "\u{1b}[31m",
    "\u{feff}",
    "\u{200b}",
    "\u{202e}",
    "\u{e000}0\u{e001}",
    "&#xE000;0&#xE001;",
    "\"\\uE000\"",
    "💥",
    "e\u{301}",
    "\r",
    "\r\n",
    "\n",
    "\n\n",
    "\t",
    " ",
    "---\n",
    "\n---\n",
    "- ",
    ": ",
    "#",
    "|\n",
    ">\n",
    "{",
    "}",
    "[",
    "]",
    "](",
    "![",
    "<",
    ">",
    "<script>alert(1)</script>",
    "<!--",
    "</style>",
    "&lt;",
    "&",
    "\"",
    "'",
    "`",
    "```\n",
    "~~~",
    "*",
    "**",
    "_",
    "{{ words }}",
    "{% raw %}",
    "{#x .locked}",
    "{#",
    "> [!NOTE]\n> ",
    "| a |\n|---|\n",
    "\n: ",
    "1. ",
    "## ",
    "#### ",
    "&a ",
    "*a",
    "!!str ",
    "? ",
    "null",
    "~",
    "true",
    "<service:selalu>",
    "<service:>",
    "<role:x>",
    "<need:bicara>",
    "(slot:ruang)",
    "<school:name>",
    "<page:child/x>",
    "<policy:kode>",
    "[x](tel:110)",
    "[x](https://wa.me/0)",
    "[x](javascript:alert(1))",
    "[x](#sikap)",
    "https://contoh.invalid",
    "0800-0000-0000",
    "021-10000",
    "9999999999999999999999",
    "-1",
    "0",
    "1e9",
    "2026-02-30",
    "00:00",
    "24:00",
];

/// One change of a text.
#[derive(Debug, Clone)]
enum Damage {
    /// A line is gone.
    Delete(Index),
    /// A line is there twice.
    Repeat(Index),
    /// A line is another one's.
    Copy(Index, Index),
    /// Two characters have changed places.
    Swap(Index, Index),
    /// Something odd stands in the text.
    Insert(Index, &'static str),
    /// The text ends early.
    Cut(Index),
    /// A line is indented otherwise.
    Indent(Index, usize),
}

/// Any change.
fn damage() -> impl Strategy<Value = Damage> {
    let (at, to) = (any::<Index>, any::<Index>);
    prop::strategy::Union::new([
        at().prop_map(Damage::Delete).boxed(),
        at().prop_map(Damage::Repeat).boxed(),
        (at(), to()).prop_map(|(at, to)| Damage::Copy(at, to)).boxed(),
        (at(), to()).prop_map(|(at, to)| Damage::Swap(at, to)).boxed(),
        (at(), prop::sample::select(ODD)).prop_map(|(at, odd)| Damage::Insert(at, odd)).boxed(),
        (at(), prop::sample::select(ODD)).prop_map(|(at, odd)| Damage::Insert(at, odd)).boxed(),
        at().prop_map(Damage::Cut).boxed(),
        (at(), 0..8_usize).prop_map(|(at, by)| Damage::Indent(at, by)).boxed(),
    ])
}

/// A text with a change.
fn damaged(text: &str, damage: &Damage) -> String {
    let mut lines: Vec<&str> = text.split_inclusive('\n').collect();
    let mut letters: Vec<char> = text.chars().collect();
    if lines.is_empty() {
        return text.to_owned();
    }
    match damage {
        Damage::Delete(at) => drop(lines.remove(at.index(lines.len()))),
        Damage::Repeat(at) => {
            let at = at.index(lines.len());
            lines.insert(at, lines[at]);
        }
        Damage::Copy(at, to) => {
            let at = at.index(lines.len());
            lines[to.index(text.split_inclusive('\n').count())] = lines[at];
        }
        Damage::Swap(at, to) => {
            let (at, to) = (at.index(letters.len()), to.index(letters.len()));
            letters.swap(at, to);
            return letters.into_iter().collect();
        }
        Damage::Insert(at, odd) => {
            let at = at.index(letters.len());
            return letters[..at]
                .iter()
                .copied()
                .chain(odd.chars())
                .chain(letters[at..].iter().copied())
                .collect();
        }
        Damage::Cut(at) => letters.truncate(at.index(letters.len())),
        Damage::Indent(at, by) => {
            let at = at.index(lines.len());
            let line = format!("{}{}", " ".repeat(*by), lines[at].trim_start_matches(' '));
            return lines[..at].concat() + &line + &lines[at + 1..].concat();
        }
    }
    match damage {
        Damage::Cut(_) => letters.into_iter().collect(),
        _ => lines.concat(),
    }
}

/// A repository with some changes, each in one of its files.
fn with(tree: &SourceTree, damages: &[(Index, Damage)]) -> SourceTree {
    let mut files: Vec<(String, String)> =
        tree.files().map(|(id, it)| (it.path.clone(), tree.text(id).to_owned())).collect();
    for (file, damage) in damages {
        let (_, text) = file.get_mut(&mut files);
        *text = damaged(text, damage);
    }
    SourceTree::from_files(files.iter().map(|(path, text)| (path.as_str(), text.as_str())))
}

/// Judges so many damaged copies of a repository.
fn check(tree: &SourceTree, cases: u32) {
    let more = env::var("PROPTEST_CASES").ok().and_then(|it| it.parse().ok());
    let config = ProptestConfig {
        failure_persistence: None,
        rng_seed: if more.is_some() { RngSeed::Random } else { RngSeed::Fixed(129) },
        ..ProptestConfig::with_cases(more.unwrap_or(cases))
    };
    let damages = prop::collection::vec((any::<Index>(), damage()), 1..6);
    let result = TestRunner::new(config).run(&damages, |damages| {
        harmless(&with(tree, &damages), Pages::Always).map_err(TestCaseError::fail)
    });
    if let Err(why) = result {
        panic!("{why}");
    }
}

/// The smallest district.
fn smallest() -> SourceTree {
    let base = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/ui/_base");
    SourceTree::read(&base, CONTENT).expect("the smallest district")
}

#[test]
fn the_smallest_district_may_be_damaged_in_any_way() {
    check(&smallest(), 200);
}

#[test]
fn the_starter_content_may_be_damaged_in_any_way() {
    check(&embedded::starter(), 8);
}

/// Records of the smallest district that a damaged copy of may stand beside it,
/// how many copies in a batch of five hundred, and how a copy's path begins.
const COPIED: &[(&str, usize, &str)] = &[
    ("services/harian.yaml", 180, "services/h"),
    ("services/selalu.yaml", 160, "services/s"),
    ("policies/kode.md", 60, "policies/k"),
    ("protocols/p01-cerita.md", 40, "protocols/p"),
    ("pages/head/pertama.md", 50, "pages/head/p"),
    ("schools/sekolah-1.yaml", 10, "schools/u"),
];

/// A batch of five hundred damaged records beside the smallest district.
fn batch(base: &SourceTree, runner: &mut TestRunner) -> SourceTree {
    let damages = prop::collection::vec(damage(), 1..4);
    let mut files = Vec::new();
    for (path, copies, begin) in COPIED {
        let text = base.text(base.find(path).expect("a record"));
        let (_, ending) = path.rsplit_once('.').expect("an ending");
        for at in 0..*copies {
            let damages = damages.new_tree(runner).expect("damage").current();
            let text = damages.iter().fold(text.to_owned(), |it, damage| damaged(&it, damage));
            files.push((format!("{begin}{at}.{ending}"), text));
        }
    }
    let over = files.iter().map(|(path, text)| (path.as_str(), text.as_str()));
    base.overlaid(&SourceTree::from_files(over))
}

/// Each batch is judged as one district, down to the bytes of every page of every
/// school, also where its faults would keep it from being published.
#[test]
fn ten_thousand_damaged_records_lead_to_no_number_that_no_record_holds() {
    let base = smallest();
    let config = ProptestConfig { rng_seed: RngSeed::Fixed(129), ..ProptestConfig::default() };
    let mut runner = TestRunner::new(config);
    let batches: Vec<SourceTree> = (0..20).map(|_| batch(&base, &mut runner)).collect();
    assert_eq!(
        batches.iter().map(|it| it.files().count() - base.files().count()).sum::<usize>(),
        10_000
    );
    let found: Vec<String> =
        batches.par_iter().filter_map(|it| harmless(it, Pages::Always).err()).collect();
    assert!(found.is_empty(), "{found:#?}");
}

/// What the fuzz targets began with, and what they have found.
#[test]
fn the_corpus_of_the_fuzz_targets_is_harmless() {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fuzz/corpus");
    let entries = |folder: &Path| {
        let mut all: Vec<_> = fs::read_dir(folder)
            .expect("a folder")
            .map(|it| it.expect("an entry").path())
            .collect();
        all.sort();
        all
    };
    let base = smallest();
    let mut seen = 0;
    for target in entries(&corpus) {
        for case in entries(&target) {
            let bytes = fs::read(&case).expect("a case");
            let text = String::from_utf8_lossy(&bytes);
            let name = target.file_name().and_then(|it| it.to_str()).expect("a name");
            let over = super::harmless::split(name, &text);
            let tree = base.overlaid(&SourceTree::from_files(over));
            if let Err(why) = harmless(&tree, Pages::Published) {
                panic!("{}: {why}", case.display());
            }
            seen += 1;
        }
    }
    assert!(seen >= 12, "{seen}");
}
