//! `check`: what a person at a terminal, an editor and a program get.

use std::io::Read;
use std::process::Stdio;

use snapbox::{IntoData, str};

use crate::support::Repo;

/// Four faults in three files, one of them only worth a look.
fn faulty() -> Repo {
    Repo::minimal()
        .replaced("services/harian.yaml", "number: \"0000-0000000\"", "number: \"000-100\"")
        .replaced("services/harian.yaml", "fallback: selalu", "fallback: sellau")
        .replaced("pages/head/pertama.md", "Baca", "Baca <b>")
        .replaced("policies/kode.md", "review_due: 2027-11-24", "review_due: 2026-11-01")
}

#[test]
fn the_starter_content_has_no_error() {
    let output = Repo::starter().run(&["check", "--format", "short"]).code(0).stderr_eq("");
    let said = String::from_utf8_lossy(&output.get_output().stdout).into_owned();
    assert!(!said.contains(": error["), "{said}");
}

#[test]
fn all_faults_are_found_in_one_go_in_the_order_of_the_files() {
    faulty().run(&["check"]).code(1).stdout_eq("").stderr_eq(str![[r#"
error[TD0402]: HTML in a text
 --> pages/head/pertama.md:6:6
  |
6 | Baca <b> <law:uu-uji>.
  |      ^^^ not allowed
  |
  = help: write Markdown; HTML could carry scripts or hide numbers

warning[TD0401]: `Kode perilaku` is overdue for review since 2026-11-01
 --> policies/kode.md:6:13
  |
6 | review_due: 2026-11-01
  |             ^^^^^^^^^^ today is 2026-11-24
  |
  = help: ask the penerima laporan to review it, then set a new `review_due`

error[TD0301]: no service is called `sellau`
 --> services/harian.yaml:7:11
  |
7 | fallback: sellau
  |           ^^^^^^ not found
  |
  = help: did you mean `selalu`?

error[TD0501]: `000-100` is not a telephone number
  --> services/harian.yaml:10:13
   |
10 |     number: "000-100"
   |             ^^^^^^^^^ expected a telephone number
   |
   = help: with its area code and no letters, such as `"021-0000000"`

errors: 3, warnings: 1, in files: 3

"#]]);
}

#[test]
fn for_an_editor_each_fault_is_one_line_on_standard_output() {
    faulty().run(&["check", "--format", "short"]).code(1).stderr_eq("").stdout_eq(str![[r#"
pages/head/pertama.md:6:6: error[TD0402]: HTML in a text (not allowed)
policies/kode.md:6:13: warning[TD0401]: `Kode perilaku` is overdue for review since 2026-11-01 (today is 2026-11-24)
services/harian.yaml:7:11: error[TD0301]: no service is called `sellau` (not found)
services/harian.yaml:10:13: error[TD0501]: `000-100` is not a telephone number (expected a telephone number)

"#]]);
    faulty().run(&["check", "--format", "short", "--lang", "id"]).code(1).stderr_eq("").stdout_eq(
        str![[r#"
pages/head/pertama.md:6:6: galat[TD0402]: ada HTML di dalam teks (tidak diizinkan)
policies/kode.md:6:13: peringatan[TD0401]: `Kode perilaku` terlambat ditinjau sejak 2026-11-01 (hari ini 2026-11-24)
services/harian.yaml:7:11: galat[TD0301]: tidak ada layanan bernama `sellau` (tidak ditemukan)
services/harian.yaml:10:13: galat[TD0501]: `000-100` bukan nomor telepon (seharusnya nomor telepon)

"#]],
    );
}

#[test]
fn for_a_program_each_fault_is_one_object_on_standard_output() {
    let expected = str![[r#"
{"code":"TD0402","column":6,"end":57,"file":"pages/head/pertama.md","help":"write Markdown; HTML could carry scripts or hide numbers","label":"not allowed","line":6,"message":"HTML in a text","severity":"error","start":54}
{"code":"TD0401","column":13,"end":113,"file":"policies/kode.md","help":"ask the penerima laporan to review it, then set a new `review_due`","label":"today is 2026-11-24","line":6,"message":"`Kode perilaku` is overdue for review since 2026-11-01","severity":"warning","start":103}
{"code":"TD0301","column":11,"end":194,"file":"services/harian.yaml","help":"did you mean `selalu`?","label":"not found","line":7,"message":"no service is called `sellau`","severity":"error","start":188}
{"code":"TD0501","column":13,"end":246,"file":"services/harian.yaml","help":"with its area code and no letters, such as `\"021-0000000\"`","label":"expected a telephone number","line":10,"message":"`000-100` is not a telephone number","severity":"error","start":237}

"#]];
    let output = faulty().run(&["check", "--format", "json"]).code(1).stderr_eq("");
    let output = output.stdout_eq(expected.raw());
    let said = String::from_utf8_lossy(&output.get_output().stdout).into_owned();
    for line in said.lines() {
        let object: serde_json::Value = serde_json::from_str(line).expect("an object");
        let (start, end) = (object["start"].as_u64(), object["end"].as_u64());
        assert!(start < end, "{line}");
    }
}

#[test]
fn warnings_are_errors_for_who_wants_it_so() {
    let repo = Repo::minimal().replaced("policies/kode.md", "2027-11-24", "2026-11-01");
    repo.run(&["check"]).code(0);
    let output = repo.run(&["check", "--strict"]).code(1);
    let said = String::from_utf8_lossy(&output.get_output().stderr).into_owned();
    assert!(said.starts_with("error[TD0401]"), "{said}");
}

#[test]
fn what_a_sample_may_lack_a_live_district_may_not() {
    let repo = Repo::minimal().replaced("schools/sekolah-2.yaml", "penerima:", "orang-dewasa:");
    repo.run(&["check"]).code(0);
    let live = repo.replaced("district.yaml", "publication: sample", "publication: live");
    let output = live.run(&["check", "--format", "short"]).code(1);
    let said = String::from_utf8_lossy(&output.get_output().stdout).into_owned();
    assert!(said.contains("error[TD0601]"), "{said}");
}

#[test]
fn a_policy_is_overdue_the_day_after_its_review_day() {
    let repo = Repo::minimal();
    let services = "services/selalu.yaml";
    let repo = repo.replaced(services, "by: penguji }", "by: penguji, until: 2028-01-01 }");
    let overdue = |today: &str| {
        let output = repo.run(&["check", "--format", "short", "--today", today]).code(0);
        String::from_utf8_lossy(&output.get_output().stdout).contains("TD0401")
    };
    assert!(!overdue("2027-11-24"));
    assert!(overdue("2027-11-25"));
}

#[test]
fn quiet_says_nothing_where_there_is_nothing_to_say() {
    Repo::minimal().run(&["check", "--quiet"]).code(0).stdout_eq("").stderr_eq("");
    let output = faulty().run(&["check", "--quiet"]).code(1);
    let said = String::from_utf8_lossy(&output.get_output().stderr).into_owned();
    assert!(said.contains("TD0402"), "{said}");
}

#[test]
fn at_most_fifty_are_printed_and_errors_go_first() {
    let mut repo = Repo::minimal().replaced("policies/kode.md", "2027-11-24", "2026-11-01");
    repo = repo.replaced("pages/teacher/pertama.md", "Baca", &"<i> ".repeat(60));
    let output = repo.run(&["check"]).code(1);
    let said = String::from_utf8_lossy(&output.get_output().stderr).into_owned();
    assert_eq!(said.matches("error[TD0402]").count(), 50);
    assert!(!said.contains("TD0401"), "{said}");
    assert!(said.ends_with("errors: 60, warnings: 1, in files: 2 (11 more not shown)\n"), "{said}");
}

#[test]
fn a_repository_is_found_from_inside_and_from_above() {
    let repo = faulty();
    let inside = repo.command(&["check", "--format", "short"]);
    let inside = inside.current_dir(repo.content("pages/child")).assert().code(1);
    let above = repo.command(&["check", "--format", "short"]);
    let above = above.current_dir(repo.folder()).assert().code(1);
    assert_eq!(inside.get_output().stdout, above.get_output().stdout);
}

#[test]
fn paths_begin_with_the_root_that_was_given() {
    let repo = faulty();
    let command = repo.command(&["check", "--format", "short", "--root", "content"]);
    let output = command.current_dir(repo.folder()).assert().code(1);
    let said = String::from_utf8_lossy(&output.get_output().stdout).into_owned();
    assert!(said.lines().all(|it| it.starts_with("content/")), "{said}");
}

#[test]
fn a_folder_without_a_repository_is_an_error_of_the_machine() {
    let output = Repo::empty().run(&["check"]).code(2).stdout_eq("");
    let said = String::from_utf8_lossy(&output.get_output().stderr).into_owned();
    assert!(said.starts_with("error: no district.yaml in `"), "{said}");
    let output = Repo::empty().run(&["check", "--root", "tidak-ada"]).code(2).stdout_eq("");
    let said = String::from_utf8_lossy(&output.get_output().stderr).into_owned();
    assert!(said.starts_with("error: cannot read `tidak-ada`"), "{said}");
}

#[test]
fn a_day_that_is_none_is_an_error_of_the_machine() {
    for day in ["24-11-2026", "2026-02-30", "besok", ""] {
        let output = Repo::minimal().run(&["check", "--today", day]).code(2).stdout_eq("");
        let said = String::from_utf8_lossy(&output.get_output().stderr).into_owned();
        assert_eq!(said, format!("error: `{day}` is not a date such as 2026-11-24\n"));
    }
}

#[test]
fn the_language_is_that_of_the_system_unless_one_is_given() {
    let repo = Repo::minimal();
    let speaks = |name: &str, value: &str| {
        let output = repo.bare(&["check", "--today", "2026-11-24"]).env(name, value).assert();
        String::from_utf8_lossy(&output.code(0).get_output().stderr).into_owned()
    };
    assert_eq!(speaks("LC_ALL", "id_ID.UTF-8"), "tidak ada kesalahan\n");
    assert_eq!(speaks("LANG", "id"), "tidak ada kesalahan\n");
    assert_eq!(speaks("LANG", "C"), "no fault found\n");
    assert_eq!(speaks("LC_ALL", ""), "no fault found\n");
}

#[test]
fn without_a_day_the_epoch_of_the_build_is_today() {
    let repo = Repo::minimal().replaced("policies/kode.md", "2027-11-24", "2026-11-24");
    let said = |epoch: &str| {
        let args = ["check", "--lang", "en", "--format", "short"];
        let output = repo.bare(&args).env("SOURCE_DATE_EPOCH", epoch).assert().code(0);
        String::from_utf8_lossy(&output.get_output().stdout).into_owned()
    };
    // 2026-11-24T15:59:59Z is the last second of that day in the middle of Indonesia.
    assert_eq!(said("1795535999"), "");
    assert!(said("1795536000").contains("TD0401"));
}

#[test]
fn a_reader_that_goes_away_is_no_fault() {
    let text = "<law:tidak-ada> ".repeat(20_000);
    let repo = Repo::minimal().replaced("pages/head/pertama.md", "Baca", &text);
    let mut command = std::process::Command::new(snapbox::cargo_bin!("teduh"));
    command.args(["check", "--format", "short", "--today", "2026-11-24", "--lang", "en"]);
    command.current_dir(repo.content("")).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("the program starts");
    drop(child.stdout.take());
    let mut said = String::new();
    let mut stderr = child.stderr.take().expect("standard error");
    stderr.read_to_string(&mut said).expect("UTF-8");
    assert_eq!(child.wait().expect("it ends").code(), Some(1), "{said}");
    assert_eq!(said, "");
}

#[test]
fn a_school_has_no_language_that_its_district_has_not() {
    let school = "schools/sekolah-1.yaml";
    let repo = Repo::minimal().replaced(school, "level: smp", "level: smp\nlanguages: [id, en]");
    let output = repo.run(&["check", "--format", "short"]).code(1);
    let said = String::from_utf8_lossy(&output.get_output().stdout).into_owned();
    assert!(said.starts_with("schools/sekolah-1.yaml:4:17: error[TD0207]"), "{said}");
}
