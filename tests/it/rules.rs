//! The rules that keep a child from a wrong, dead or dangerous door, as the
//! program says them about the starter content.
//!
//! Each code has its folder in `tests/ui`; here stands what needs more than the
//! smallest district: days that pass, all schools, several rules together.

use crate::support::Repo;

/// What `check` says of a repository, a line each.
fn said(repo: &Repo, args: &[&str]) -> String {
    let args = [&["check", "--format", "short"], args].concat();
    let output = repo.command(&args).output().expect("the program runs");
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// The lines of a code about a file.
fn lines<'t>(said: &'t str, code: &str, path: &str) -> Vec<&'t str> {
    let code = format!("[{code}]");
    said.lines().filter(|it| it.starts_with(path) && it.contains(&code)).collect()
}

#[test]
fn each_rung_of_the_ladder_comes_on_its_day() {
    // Checked at a page on 24 November, which holds sixty days.
    let service = "services/sapa-129.yaml";
    let ladder = ["TD0516", "TD0517", "TD0518", "TD0519"];
    for (day, expected) in [
        ("2026-11-24", [0, 0, 0, 0]),
        ("2027-01-09", [0, 0, 0, 0]),
        ("2027-01-10", [2, 0, 0, 0]),
        ("2027-01-23", [2, 0, 0, 0]),
        ("2027-01-24", [0, 2, 0, 0]),
        ("2027-02-22", [0, 2, 0, 0]),
        ("2027-02-23", [0, 0, 2, 1]),
    ] {
        let said = said(&Repo::starter(), &["--today", day]);
        let found = ladder.map(|code| lines(&said, code, service).len());
        assert_eq!(found, expected, "{day}: {said}");
    }
}

#[test]
fn a_live_district_in_which_nothing_is_left_is_at_fault() {
    let repo = Repo::starter();
    let sample = said(&repo, &["--today", "2027-02-23"]);
    let repo = repo.replaced("district.yaml", "publication: sample", "publication: live");
    let live = said(&repo, &["--today", "2027-02-23"]);
    let of = |said: &str| lines(said, "TD0519", "services/sapa-129.yaml").concat();
    assert!(of(&sample).contains("warning"), "{sample}");
    assert!(of(&live).contains("error"), "{live}");
}

#[test]
fn a_gap_names_the_school_the_need_and_its_hours() {
    // Without the line that always answers, nights are silent.
    let repo = Repo::starter().replaced(
        "services/sapa-129.yaml",
        "schedules: always",
        r#"schedules: [{ days: all, opens: "08:00", closes: "20:00" }]"#,
    );
    let output = repo.run(&["gaps", "--csv"]).code(1);
    let table = String::from_utf8_lossy(&output.get_output().stdout).into_owned();
    let mut rows = table.lines();
    assert_eq!(rows.next(), Some("school,need,hours,first"));
    let expected = "smp-contoh-1,perlindungan-anak,84,2026-11-24T00:00:00";
    assert!(rows.any(|it| it == expected), "{table}");
}

#[test]
fn a_school_cannot_lead_past_the_suspect_to_the_suspect() {
    let addition = "## Di sekolah kami {#luar-sekolah}\n\nBicara dengan <role:kepala-sekolah>.\n";
    let repo = Repo::starter().with("schools/smp-contoh-2/kanal-aduan.md", addition);
    let said = said(&repo, &[]);
    let path = "schools/smp-contoh-2/kanal-aduan.md:3:1: error";
    assert_eq!(lines(&said, "TD0451", path).len(), 1, "{said}");
}

#[test]
fn a_law_that_has_ended_is_told_with_its_successor_from_the_day_on() {
    let page =
        "---\ntitle: Uji\n---\n\nDasarnya <law:permendikbudristek-46-2023>. Lapor ke TPPK.\n";
    let path = "pages/teacher/uji.md";
    let repo = Repo::starter().with(path, page);
    let before = said(&repo, &["--today", "2026-01-08"]);
    assert_eq!(lines(&before, "TD0411", path).len(), 0, "{before}");
    let after = repo.run(&["check", "--today", "2026-11-24"]).code(1);
    let after = String::from_utf8_lossy(&after.get_output().stderr).into_owned();
    assert!(
        after.contains("6 Tahun 2026 on 2026-01-09") || after.contains("6/2026 on 2026-01-09"),
        "{after}"
    );
    assert!(after.contains("TD0412"), "{after}");
}

#[test]
fn every_school_whose_addition_shadows_a_new_text_is_named() {
    let changed = Repo::minimal()
        .replaced(
            "schools/sekolah-1.yaml",
            "people:",
            "addenda: { kode: { against: \"0000000000000000\" } }\npeople:",
        )
        .replaced(
            "schools/sekolah-2.yaml",
            "people:",
            "addenda: { kode: { against: \"0000000000000000\" } }\npeople:",
        )
        .with("schools/sekolah-1/kode.md", "Di sini juga.\n")
        .with("schools/sekolah-2/kode.md", "Di sini juga.\n");
    let said = said(&changed, &[]);
    for school in ["schools/sekolah-1.yaml", "schools/sekolah-2.yaml"] {
        assert_eq!(lines(&said, "TD0417", school).len(), 1, "{said}");
    }
}

#[test]
fn what_nobody_filled_in_keeps_a_district_from_going_live() {
    let page = "---\ntitle: Uji\n---\n\nTelepon [nama sekolah], XXX, atau ......\n";
    let path = "pages/teacher/uji.md";
    let repo = Repo::starter().with(path, page);
    assert!(lines(&said(&repo, &[]), "TD0420", path).concat().contains("warning"));
    let live = repo.replaced("district.yaml", "publication: sample", "publication: live");
    assert!(lines(&said(&live, &[]), "TD0420", path).concat().contains("error"));
}

#[test]
fn what_was_accepted_is_listed_with_its_reason_and_day() {
    let path = "pages/teacher/uji.md";
    let page = |front: &str| format!("---\ntitle: Uji\n{front}---\n\nAnak nakal dibina.\n");
    let open = Repo::starter().with(path, &page(""));
    assert_eq!(lines(&said(&open, &[]), "TD1003", path).len(), 1);
    let entry = "accepted: [{ code: TD1003, reason: \"kutipan formulir lama\", on: 2026-11-20 }]\n";
    let output = open.with(path, &page(entry)).run(&["check"]).code(0);
    let said = String::from_utf8_lossy(&output.get_output().stderr).into_owned();
    assert!(!said.contains("warning[TD1003]"), "{said}");
    let listed = said.lines().find(|it| it.contains("TD1003")).unwrap_or_default();
    for part in [path, "kutipan formulir lama", "2026-11-20"] {
        assert!(listed.contains(part), "{part}: {said}");
    }
}
