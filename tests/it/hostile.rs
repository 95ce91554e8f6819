//! Input that nobody writes on purpose, or somebody does: it is reported or
//! taken, never a panic, never an endless wait.

use std::time::Duration;

use crate::support::Repo;

/// The page that most of these texts become.
const PAGE: &str = "pages/head/pertama.md";

/// Longer than this nobody waits for a check of the smallest district.
const PATIENCE: Duration = Duration::from_mins(1);

/// The front matter of [`PAGE`].
fn page(body: &str) -> String {
    format!("---\ntitle: Untuk kepala sekolah\nfirst: true\n---\n\n{body}\n")
}

/// Judges a repository: it is clean, or has a fault of this code.
#[expect(clippy::needless_pass_by_value, reason = "its folder goes with it")]
#[track_caller]
fn check(repo: Repo, code: &str) {
    let output = repo.command(&["check", "--format", "short"]).timeout(PATIENCE).output();
    let output = output.expect("the program runs");
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    let first: String = said.chars().take(400).collect();
    let exit = i32::from(!code.is_empty());
    let complaints = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(exit), "{first}\n{complaints}");
    let errors: Vec<&str> = said.lines().filter(|it| it.contains(": error[")).collect();
    assert_eq!(errors.iter().any(|it| it.contains(&format!("[{code}]"))), exit == 1, "{first}");
}

/// The smallest district with another text on [`PAGE`].
fn text(body: &str) -> Repo {
    Repo::minimal().with(PAGE, &page(body))
}

#[test]
fn a_byte_order_mark_is_passed_over() {
    let page = page("Baca.");
    check(Repo::minimal().with(PAGE, &format!("\u{feff}{page}")), "");
    check(Repo::minimal().replaced("district.yaml", "name: D", "\u{feff}name: D"), "");
}

#[test]
fn line_ends_of_windows_are_line_ends() {
    let mut repo = Repo::minimal();
    for path in ["district.yaml", "areas.csv", "services/harian.yaml", "policies/kode.md", PAGE] {
        repo = repo.replaced(path, "\n", "\r\n");
    }
    check(repo, "");
}

#[test]
fn a_place_is_exact_behind_line_ends_of_windows_and_wide_characters() {
    let repo = text("é…\n\nBaca <law:tidak-ada>.").replaced(PAGE, "\n", "\r\n");
    let output = repo.run(&["check", "--format", "short"]).code(1);
    let said = String::from_utf8_lossy(&output.get_output().stdout).into_owned();
    assert!(said.starts_with("pages/head/pertama.md:8:6: error[TD0301]"), "{said}");
}

#[test]
fn line_ends_of_another_age_are_no_front_matter() {
    check(Repo::minimal().with(PAGE, &page("Baca.").replace('\n', "\r")), "TD0108");
}

#[test]
fn accents_in_a_files_name_are_refused_in_every_form() {
    for name in ["kod\u{e9}", "kode\u{301}"] {
        check(Repo::minimal().with(&format!("policies/{name}.md"), "x"), "TD0107");
    }
}

#[test]
fn names_that_differ_in_capitals_only_are_not_two_records() {
    check(Repo::minimal().with("policies/KODE.md", "x"), "TD0107");
    check(Repo::minimal().with("services/Harian.yaml", "x"), "TD0107");
}

#[test]
fn empty_files_are_reported() {
    for path in ["district.yaml", "services/harian.yaml", "policies/kode.md", PAGE, "areas.csv"] {
        check(Repo::minimal().with(path, ""), "TD0110");
        check(Repo::minimal().with(path, " \n\t\n"), "TD0110");
    }
}

#[test]
fn front_matter_may_be_empty_or_endless_but_not_useful() {
    check(Repo::minimal().with(PAGE, "---\n---\n"), "TD0203");
    check(Repo::minimal().with(PAGE, "---\n"), "TD0108");
    check(Repo::minimal().with(PAGE, "---\ntitle: x\n"), "TD0108");
    check(Repo::minimal().with(PAGE, "---\n- a\n---\n"), "TD0203");
    check(Repo::minimal().with(PAGE, "---\na\n---\n"), "TD0203");
}

#[test]
fn a_text_of_five_megabytes_is_not_read_and_one_of_three_is() {
    check(text(&"kata kata. ".repeat(480_000)), "TD0102");
    check(text(&"kata kata. ".repeat(280_000)), "");
}

#[cfg(unix)]
#[test]
fn a_link_is_never_followed() {
    let outside = Repo::empty().with("rahasia.md", "kenari");
    let target = outside.content("rahasia.md");
    let target = target.to_string_lossy();
    check(Repo::minimal().without(PAGE).linked(PAGE, &target), "TD0103");
    check(Repo::minimal().linked("pages/head/lain.md", "pertama.md"), "TD0103");
    check(Repo::minimal().linked("pages/head/gantung.md", "/tidak/ada"), "TD0103");
    check(
        Repo::minimal().linked("policies/folder", &outside.content("").to_string_lossy()),
        "TD0103",
    );
    check(Repo::minimal().linked("pages/lingkar", ".."), "TD0103");
}

#[cfg(unix)]
#[test]
fn what_is_no_file_is_not_waited_for() {
    check(Repo::minimal().with_socket("pages/head/soket.md"), "TD0104");
}

#[test]
fn anchors_and_aliases_are_refused() {
    let bomb = "a: &a [x, x, x]\nb: &b [*a, *a, *a]\nc: &c [*b, *b, *b]\nd: [*c, *c, *c]\n";
    check(Repo::minimal().with("terms.yaml", bomb), "TD0109");
    check(Repo::minimal().with("terms.yaml", "a: *a\n"), "TD0109");
}

#[test]
fn yaml_without_a_bottom_is_refused() {
    for (open, times) in [("[", 100_000), ("{a: ", 100_000), ("- ", 50_000), ("? ", 50_000)] {
        check(Repo::minimal().with("terms.yaml", &open.repeat(times)), "TD0109");
    }
    let stairs: String = (0..1_000).map(|it| format!("{}a:\n", " ".repeat(it))).collect();
    check(Repo::minimal().with("terms.yaml", &stairs), "TD0109");
}

#[test]
fn several_documents_and_odd_tags_are_refused() {
    check(Repo::minimal().with("terms.yaml", "a: 1\n---\nb: 2\n"), "TD0109");
    for value in ["!!binary aGVsbG8=", "!include /etc/hostname", "!!python/object:os.system x"] {
        let term = format!("pelapor: {{ term: pelapor, means: {value} }}\n");
        let output = Repo::minimal().with("terms.yaml", &term).command(&["check"]).output();
        let code = output.expect("the program runs").status.code();
        assert!(matches!(code, Some(0 | 1)), "{value}: {code:?}");
    }
}

#[test]
fn markdown_without_a_bottom_is_cut_off() {
    for (open, middle, close, times) in [
        (">", " x", "", 10_000),
        ("- ", "x", "", 10_000),
        ("- > ", "x", "", 10_000),
        ("*a ", "x", " a*", 10_000),
        ("*", "x", "*", 100_000),
    ] {
        check(text(&format!("{}{middle}{}", open.repeat(times), close.repeat(times))), "TD0112");
    }
}

#[test]
fn marks_that_open_and_never_close_are_text() {
    for mark in ["[", "*a ", "_", "`a ``b ", "~~a", "&", "|", "\\", "[^a]: ", "x\n: "] {
        check(text(&format!("x {}", mark.repeat(10_000))), "");
    }
    check(text(&format!("{}x{}", "[".repeat(10_000), "](https://a.invalid)".repeat(10_000))), "");
    check(text(&format!("{}x{}", "![".repeat(10_000), "](a)".repeat(10_000))), "TD0409");
    check(text(&"<a ".repeat(10_000)), "");
}

#[test]
fn ten_thousand_faults_in_one_line_are_counted_in_no_time() {
    check(text(&"<law:tidak-ada> ".repeat(10_000)), "TD0301");
}

#[test]
fn ten_thousand_equal_headings_each_have_an_anchor() {
    check(text(&"## Sama\n\n".repeat(10_000)), "");
}

#[test]
fn private_use_characters_are_seen_also_when_they_are_escaped() {
    check(text("a \u{e000}0\u{e001} b"), "TD0111");
    check(text("a &#xE000;0&#xE001; b"), "TD0111");
    check(text("a `&#xE000;` b"), "");
    check(text("[a](https://a.invalid/&#xE000;0&#xE001;)"), "TD0302");
    let title = page("x").replace("Untuk kepala sekolah", "\"a \\uE0000\\uE001\"");
    check(Repo::minimal().with(PAGE, &title), "TD0111");
}

#[test]
fn control_characters_of_a_terminal_do_not_reach_it() {
    let title = page("x").replace("first: true", "order: \"\\e[31m\\r\\nmerah\"");
    let output = Repo::minimal().with(PAGE, &title).run(&["check", "--format", "short"]).code(1);
    let said = String::from_utf8_lossy(&output.get_output().stdout).into_owned();
    assert!(!said.contains(|it: char| it.is_ascii_control() && it != '\n'), "{said:?}");
    assert_eq!(said.lines().count(), 1);
}

#[test]
fn dates_and_counts_at_the_edge_of_what_there_is_are_taken_or_refused() {
    let service = "services/harian.yaml";
    let until = |day: &str| {
        Repo::minimal().replaced(service, "by: penguji }", &format!("by: penguji, until: {day} }}"))
    };
    for right in ["2099-12-31", "2200-01-01", "9999-12-31"] {
        check(until(right), "");
    }
    for wrong in ["10000-01-01", "-9999-01-01", "2026-02-29", "0000-00-00", "99999999999999999999"]
    {
        check(until(wrong), "TD0203");
    }
    let validity = |days: &str| {
        let line =
            format!("publication: sample\nvalidity: {{ default: {days}, due-soon: {days} }}");
        Repo::minimal().replaced("district.yaml", "publication: sample", &line)
    };
    check(validity("65535"), "");
    check(validity("-1"), "TD0203");
    check(validity("18446744073709551616"), "TD0203");
}

#[test]
fn a_slip_in_one_file_is_not_reported_in_others() {
    for (path, from, to, code) in [
        ("laws.yaml", "title: Undang-Undang Uji", "title: a: b", "TD0109"),
        ("laws.yaml", "status: in-force", "status: berlaku", "TD0205"),
        ("terms.yaml", "term: pelapor, ", "", "TD0202"),
        ("services/harian.yaml", "about: Menjawab", "about: Jam: menjawab", "TD0109"),
        ("policies/kode.md", "version: \"1\"\n", "", "TD0202"),
        ("district.yaml", "area: \"99.01\"\n", "", "TD0202"),
    ] {
        let repo = Repo::minimal().replaced(path, from, to);
        let output = repo.run(&["check", "--format", "short"]).code(1);
        let said = String::from_utf8_lossy(&output.get_output().stdout).into_owned();
        assert!(said.contains(code) && said.lines().count() == 1, "{path} {to}: {said}");
    }
}

#[test]
fn a_channel_that_cannot_be_read_is_told_once() {
    let repo =
        Repo::minimal().replaced("services/selalu.yaml", "kind: short-code", "kind: kode-pendek");
    let output = repo.run(&["check", "--format", "short"]).code(1);
    let said = String::from_utf8_lossy(&output.get_output().stdout).into_owned();
    let errors: Vec<&str> = said.lines().filter(|it| it.contains("error[")).collect();
    assert!(errors.len() == 1 && errors[0].contains("TD0205"), "{said}");
}

#[test]
fn a_link_in_a_text_never_opens_a_chat() {
    for link in [
        "https://wa.me/0",
        "https://wa.me/6280000000000",
        "https://WA.ME./6280000000000",
        "https://wa.me:443/6280000000000",
        "https://wa.me/&#54;280000000000",
        "https://api.whatsapp.com/send?phone=6280000000000",
        "https://chat.whatsapp.com/ABC",
        "tel:10000",
        "sms:10000",
        "whatsapp://send?phone=6280000000000",
        "//wa.me/6280000000000",
    ] {
        check(text(&format!("[x]({link})")), "TD0302");
        check(text(&format!("[x][y]\n\n[y]: {link}")), "TD0302");
    }
    check(text("[x](https://contoh.invalid/wa.me)"), "");
}
