//! The whole way from text to pages, on content that somebody has damaged.
//!
//! Nothing here touches a disk but to read the smallest district. The cases are
//! the same in every run; with `PROPTEST_CASES=100000` there are more, and each
//! run has others.

use std::collections::BTreeSet;
use std::env;
use std::path::Path;

use jiff::civil::{Date, date};
use proptest::prelude::{ProptestConfig, Strategy, any, prop, prop_assert};
use proptest::sample::Index;
use proptest::test_runner::{RngSeed, TestCaseError, TestRunner};

use super::CONTENT;
use crate::check;
use crate::diag::code::Severity;
use crate::diag::print::{self, Colour, Format, Located, Manner, Strictness};
use crate::diag::text::Tongue;
use crate::diag::{Checked, Diagnostic};
use crate::embedded;
use crate::model::service::Reach;
use crate::model::{District, Publication};
use crate::parse;
use crate::render::{Renderer, ThemeTrees};
use crate::resolve::{self, edition};
use crate::site::plan;
use crate::source::SourceTree;

mod rebuild;

/// The day of every case.
const TODAY: Date = date(2026, 11, 24);

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

/// Goes the whole way and says what must never be.
fn judge(tree: &SourceTree) -> Result<(), TestCaseError> {
    let Checked { value: records, diagnostics: mut found } = parse::parse(tree);
    let linked = resolve::link(records);
    found.extend(linked.diagnostics);
    let district = linked.value;
    let publication = district.as_ref().map_or(Publication::Sample, |it| it.profile.publication);
    if let Some(district) = &district {
        found.extend(check::check(district, TODAY));
        let pages = pages(district, &mut found)?;
        let error = |it: &Diagnostic| it.code().severity(publication) == Severity::Error;
        // With an error nothing is published.
        if !found.iter().any(error) {
            reaches_records_only(district, &pages)?;
            for page in &pages {
                prop_assert!(!page.contains("<script"), "a script");
                prop_assert!(!page.contains(['\u{e000}', '\u{e001}']), "the mark of a hole");
            }
        }
    }
    printed(tree, &found, publication)
}

/// Every page of every school.
fn pages(district: &District, found: &mut Vec<Diagnostic>) -> Result<Vec<String>, TestCaseError> {
    let fail = |it: crate::error::Error| TestCaseError::fail(it.to_string());
    let theme = embedded::theme("plain").unwrap_or_default();
    let words = parse::words::words(&theme).value;
    let plan = plan::plan(district);
    let trees = ThemeTrees { built_in: &theme, over: None };
    let renderer = Renderer::new(district, &plan, &trees, &words, TODAY).map_err(fail)?;
    found.extend(renderer.diagnostics);
    let mut pages = Vec::new();
    for school in district.schools.values() {
        let site =
            renderer.value.site(&edition::edition(district, &school.value, TODAY)).map_err(fail)?;
        for file in site.files {
            let text =
                String::from_utf8(file.bytes).map_err(|it| TestCaseError::fail(it.to_string()))?;
            pages.push(text);
        }
    }
    Ok(pages)
}

/// Every number that can be dialled from a page stands in a record.
fn reaches_records_only(district: &District, pages: &[String]) -> Result<(), TestCaseError> {
    let channels = district.services.values().flat_map(|it| &it.value.channels).map(|it| &it.reach);
    let all: BTreeSet<&str> = channels
        .filter_map(|it| match it {
            Reach::ShortCode(it) => Some(it.as_str()),
            Reach::Telephone(it) => Some(it.digits()),
            Reach::WhatsApp { number, .. } => Some(number.as_str()),
            Reach::Email(_) | Reach::Web(_) | Reach::Door(_) => None,
        })
        .collect();
    for page in pages {
        for href in page.split("href=").skip(1).map(|it| it.trim_start_matches('"')) {
            let number = href.strip_prefix("tel:").or_else(|| href.strip_prefix("https://wa.me/"));
            let Some(number) = number else { continue };
            let number = number.split(['"', ' ', '>']).next().unwrap_or_default();
            prop_assert!(all.contains(number), "{number} is in no record");
        }
    }
    Ok(())
}

/// Every fault can be printed in every form and language.
fn printed(
    tree: &SourceTree,
    found: &[Diagnostic],
    publication: Publication,
) -> Result<(), TestCaseError> {
    let locate =
        |it: &Diagnostic| Located { span: parse::locate(tree, &it.place), diagnostic: it.clone() };
    let located: Vec<Located> = found.iter().map(locate).collect();
    for it in &located {
        let text = it.diagnostic.place.file().map_or("", |file| tree.text(file));
        if let Some(span) = it.span {
            let there = span.start <= span.end && text.get(span.start..span.end).is_some();
            prop_assert!(there, "{:?} is no place in its file", it.diagnostic);
        }
    }
    for tongue in [Tongue::English, Tongue::Indonesian] {
        for format in [Format::Human, Format::Short, Format::Json] {
            let manner = Manner {
                format,
                tongue,
                colour: Colour::Plain,
                strictness: Strictness::Lenient,
                publication,
            };
            let text = print::report(tree, located.clone(), "", manner).text;
            let lines = format == Format::Human || text.lines().count() <= located.len();
            prop_assert!(lines, "more lines than faults: {text}");
        }
    }
    Ok(())
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
    let result = TestRunner::new(config).run(&damages, |damages| judge(&with(tree, &damages)));
    if let Err(why) = result {
        panic!("{why}");
    }
}

#[test]
fn the_smallest_district_may_be_damaged_in_any_way() {
    let base = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/ui/_base");
    check(&SourceTree::read(&base, CONTENT).expect("the smallest district"), 200);
}

#[test]
fn the_starter_content_may_be_damaged_in_any_way() {
    check(&embedded::starter(), 8);
}
