//! The sheets, as a person makes them: what is on them, that they stay the same,
//! and what becomes of texts that were never meant for paper.

use std::collections::{BTreeMap, BTreeSet};

use crate::support::Repo;

/// Makes sheets into the folder `out` beside the content.
#[track_caller]
fn print(repo: &Repo, out: &str, more: &[&str]) -> BTreeMap<String, Vec<u8>> {
    let folder = format!("../{out}");
    let mut args = vec!["print", "--quiet", "--out", &folder];
    args.extend(more);
    repo.run(&args).code(0);
    repo.output(out)
}

/// The texts of the files whose name ends so, by path.
fn texts(files: &BTreeMap<String, Vec<u8>>, ending: &str) -> BTreeMap<String, String> {
    let wanted = files.iter().filter(|(path, _)| path.ends_with(ending));
    wanted.map(|(path, it)| (path.clone(), String::from_utf8_lossy(it).into_owned())).collect()
}

#[test]
fn a_message_fits_and_carries_the_check_code_of_the_pages() {
    let repo = Repo::starter();
    let files = print(&repo, "cetak", &["--what", "texts"]);
    let site = repo.build("public");
    let page = String::from_utf8_lossy(&site["smp-contoh-1/tentang.html"]).into_owned();
    let messages = &texts(&files, "smp-contoh-1/cetak/pesan.txt")["smp-contoh-1/cetak/pesan.txt"];
    let lines: Vec<&str> = messages.lines().filter(|it| !it.is_empty()).collect();
    assert!(lines.len() >= 10, "{messages}");
    for line in &lines {
        assert!(line.chars().count() <= 160, "{line}");
        let code = line.rsplit(' ').next().unwrap_or_default();
        assert_eq!(code.len(), 19, "{line}");
        assert!(page.contains(code), "{code} is not on the page");
    }
    for (path, text) in texts(&files, "smp-contoh-1/cetak/rujukan.txt") {
        let code = lines[0].rsplit(' ').next().unwrap_or_default();
        assert!(text.contains(code), "{path}");
    }
}

#[test]
fn two_schools_with_other_numbers_have_other_codes() {
    let files = print(&Repo::starter(), "cetak", &["--what", "texts"]);
    let codes: BTreeSet<String> = texts(&files, "pesan.txt")
        .values()
        .filter_map(|it| Some(it.lines().next()?.rsplit(' ').next()?.to_owned()))
        .collect();
    assert_eq!(codes.len(), 3, "{codes:?}");
}

#[test]
fn contacts_and_dates_are_as_their_formats_want_them() {
    let files = print(&Repo::starter(), "cetak", &["--what", "texts"]);
    for (path, text) in texts(&files, ".vcf").iter().chain(&texts(&files, ".ics")) {
        assert!(text.ends_with("\r\n"), "{path}");
        for line in text.split("\r\n") {
            assert!(line.len() <= 75 && !line.contains('\n'), "{path}: {line}");
        }
        let count = |it: &str| text.matches(it).count();
        assert_eq!(count("BEGIN:"), count("END:"), "{path}");
    }
    let calendar = &files["smp-contoh-1/cetak/tinjauan.ics"];
    assert!(String::from_utf8_lossy(calendar).contains("DTSTAMP:20261124T000000Z"));
}

#[test]
fn of_a_site_no_hours_are_told() {
    let files = print(&Repo::starter(), "cetak", &["--what", "texts"]);
    let read = "dibaca di sumber resmi 24 November 2026, belum dihubungi";
    for (path, text) in texts(&files, "smp-contoh-1/cetak/rujukan.txt") {
        assert!(text.contains(&format!("healing119.id ({read})")), "{path}: {text}");
        assert!(text.contains(&format!("110 (24 jam, {read})")), "{path}: {text}");
    }
}

#[test]
fn a_set_that_does_not_exist_is_refused() {
    let repo = Repo::minimal();
    repo.run(&["print", "--out", "../a", "--what", "poster"]).code(2);
    let content = repo.replaced(
        "district.yaml",
        "publication: sample",
        "publication: sample\nprint: [poster]",
    );
    content.run(&["check"]).code(1);
}

#[cfg(feature = "pdf")]
mod sheets {
    use proptest::prelude::*;

    use super::{Repo, print, texts};
    use crate::support::{TODAY, pdf_text as text};

    /// A text without any space.
    fn squeezed(text: &str) -> String {
        text.chars().filter(|it| !it.is_whitespace() && *it != '\u{200b}').collect()
    }

    /// The minimal district with this below its policy's text.
    fn with_policy(body: &str) -> Repo {
        let repo = Repo::minimal();
        let path = "policies/kode.md";
        let text = std::fs::read_to_string(repo.content(path)).expect("a policy");
        repo.with(path, &format!("{text}\n## Bagian\n\n{body}\n"))
    }

    /// The book among some files.
    fn book(files: &std::collections::BTreeMap<String, Vec<u8>>) -> &[u8] {
        let book = files.iter().find(|(it, _)| it.ends_with("buku-kebijakan.pdf"));
        book.expect("a book").1
    }

    #[test]
    fn the_same_content_gives_the_same_sheets_and_nothing_is_made_twice() {
        let repo = Repo::minimal();
        let (a, b) = (print(&repo, "a", &[]), print(&repo, "b", &[]));
        let different: Vec<&String> = a.keys().filter(|it| a.get(*it) != b.get(*it)).collect();
        assert!(different.is_empty() && a.len() == b.len(), "{different:?}");
        repo.run(&["print", "--out", "../a", "--today", TODAY]).code(0).stdout_eq(snapbox::str![[
            r#"
2 schools, [..] files in ../a (0 written)

"#
        ]]);
        for (path, bytes) in &a {
            assert!(!path.ends_with(".pdf") || bytes.starts_with(b"%PDF"), "{path}");
            let heavy = match path {
                it if it.contains("poster") => bytes.len() > 30_000,
                it if it.contains("kartu") => bytes.len() > 40_000,
                _ => false,
            };
            assert!(!heavy, "{path} has {} bytes", bytes.len());
        }
    }

    #[test]
    fn every_number_on_every_sheet_is_one_of_the_directory() {
        let files = print(&Repo::starter(), "a", &["--school", "smp-contoh-1"]);
        let directory = &texts(&files, "rujukan.txt")["smp-contoh-1/cetak/rujukan.txt"];
        let known: String = directory.chars().filter(char::is_ascii_digit).collect();
        let code = directory.lines().find_map(|it| it.rsplit_once(' ')).map_or("", |it| it.1);
        for (path, bytes) in files.iter().filter(|(it, _)| it.ends_with(".pdf")) {
            let text = text(bytes).replace(code, "");
            for run in text.split(|it: char| !it.is_ascii_digit() && it != '-') {
                let digits: String = run.chars().filter(char::is_ascii_digit).collect();
                if digits.len() >= 8 && digits.starts_with(['0', '6']) {
                    assert!(known.contains(&digits), "{path}: {run}");
                }
            }
        }
    }

    #[test]
    fn signs_of_markup_are_only_signs() {
        let said =
            "Satu #heading[x] $x^2$ @satu ~ -- // /* tujuh */ = \"delapan\" 'sembilan' #sys.inputs";
        let repo = with_policy(&said.replace('*', "\\*").replace('[', "\\["));
        let files = print(&repo, "a", &["--what", "handbook"]);
        let text = text(book(&files));
        assert!(text.contains(&squeezed(said)), "{text}");
    }

    #[test]
    fn texts_that_were_never_meant_for_paper_still_become_sheets() {
        let wide =
            format!("|{}\n|{}\n|{}\n", "kolom|".repeat(60), "-|".repeat(60), "isi|".repeat(60));
        let deep: String = (0..7).map(|it| format!("{}- butir {it}\n", "  ".repeat(it))).collect();
        let body = format!(
            "{}\n\n{wide}\n\n{deep}\n\n> {}\n\n\u{645}\u{631}\u{62d}\u{628}\u{627} \u{1f600} \u{6f22}\n\nakhir kebijakan\n",
            "a".repeat(10_000),
            "> ".repeat(6)
        );
        let repo = with_policy(&body);
        let output = repo.run(&["print", "--out", "../a", "--what", "handbook"]).code(0);
        let said = String::from_utf8_lossy(&output.get_output().stderr).into_owned();
        assert!(said.contains("U+6F22"), "{said}");
        let files = repo.output("a");
        let text = text(book(&files));
        // Broken over pages, with their heads and feet between.
        assert!(text.matches('a').count() >= 10_000, "a long word is broken, not cut");
        assert!(text.contains("[…]") && text.contains("akhirkebijakan"));
        assert!(text.contains("butir6") && text.matches("isi").count() >= 60);
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 6, ..ProptestConfig::default() })]

        #[test]
        fn a_policy_prints_as_it_is_written(words in "[a-zA-Z#$@~^&%!?;:,.()='\"/-]{1,12}( [a-zA-Z#$@~^&%!?;:,()='\"/]{1,12}){3,20}") {
            let repo = with_policy(&format!("awal {words} akhir"));
            let files = print(&repo, "a", &["--what", "handbook"]);
            let wanted = squeezed(&format!("awal {words} akhir"));
            prop_assert!(text(book(&files)).contains(&wanted), "{wanted}");
        }
    }
}
