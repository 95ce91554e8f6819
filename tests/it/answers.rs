//! `who` and `gaps`: somebody always answers, or it is said that nobody does.

use snapbox::str;

use crate::support::Repo;

/// The smallest district with a service that keeps office hours and holidays.
fn office() -> Repo {
    Repo::starter().with(
        "services/kantor.yaml",
        r#"
name: Kantor
about: Kantor contoh.
needs: [hukum]
service_area: ["53.71"]
schedules: [{ days: [mon, tue, wed, thu, fri], opens: "08:00", closes: "15:00" }]
closed_on: [2026-12-24..2026-12-26]
channels:
  - { kind: telephone, number: "0000-333-0000", verification: { how: called, on: 2026-11-20, by: penerima-laporan } }
fallback: sapa-129
"#,
    )
}

/// Who answers for legal help at the first school.
#[track_caller]
fn check(at: &str, first: &str, why: &str) {
    let args = ["who", "--school", "smp-contoh-1", "--need", "hukum", "--at", at];
    let output = office().run(&args).code(0);
    let text = String::from_utf8_lossy(&output.get_output().stdout).into_owned();
    assert!(text.contains(&format!("answers now: {first}")), "{text}");
    assert!(text.contains(why), "{text}");
}

#[test]
fn in_office_hours_the_office_comes_before_a_line_for_everything() {
    check("2026-11-25T10:00", "Kantor", "passed over");
}

#[test]
fn at_night_the_line_that_always_answers_does() {
    check("2026-11-25T22:00", "SAPA 129", "Kantor (kantor): closed at this hour");
}

#[test]
fn on_a_holiday_the_office_is_closed() {
    check("2026-12-24T10:00", "SAPA 129", "Kantor (kantor): closed on this day");
}

#[test]
fn it_says_when_the_office_opens_next() {
    check(
        "2026-11-27T22:00",
        "SAPA 129",
        "opens next: Kantor (kantor), Monday 30 November 2026 08.00",
    );
}

#[test]
fn now_is_what_clocks_show_in_the_district() {
    // 2026-11-25T05:30:00Z.
    for (zone, time) in [("WIB", "12.30 WIB"), ("WITA", "13.30 WITA"), ("WIT", "14.30 WIT")] {
        let repo =
            office().replaced("district.yaml", "time_zone: WITA", &format!("time_zone: {zone}"));
        let args = ["who", "--school", "smp-contoh-1", "--need", "hukum"];
        let output = repo.command(&args).env("SOURCE_DATE_EPOCH", "1795584600").assert().code(0);
        let text = String::from_utf8_lossy(&output.get_output().stdout).into_owned();
        assert!(text.contains(time), "{zone}: {text}");
    }
}

#[test]
fn a_school_or_need_that_is_not_there_is_an_error_with_a_guess() {
    let repo = Repo::starter();
    let school = ["who", "--school", "smp-contoh-9", "--need", "hukum", "--at", "2026-11-25T10:00"];
    repo.run(&school).code(2).stderr_eq(str![[r"
error: no school is called `smp-contoh-9` (smp-contoh-1?)

"]]);
    let need = ["who", "--school", "smp-contoh-1", "--need", "hukun", "--at", "2026-11-25T10:00"];
    repo.run(&need).code(2).stderr_eq(str![[r"
error: no need is called `hukun` (hukum?)

"]]);
}

#[test]
fn the_starter_has_no_gap() {
    Repo::starter().run(&["gaps"]).code(0).stdout_eq(str![[r"
no gaps: somebody answers at every hour of the week

"]]);
}

#[test]
fn a_gap_is_named_with_its_hours() {
    // Without the line that always answers, nights and weekends are silent.
    let repo = Repo::starter().replaced(
        "services/sapa-129.yaml",
        "schedules: always",
        r#"schedules: [{ days: all, opens: "08:00", closes: "20:00" }]"#,
    );
    repo.run(&["gaps", "--csv"]).code(1);
}

#[test]
fn when_every_check_has_expired_every_hour_is_a_gap() {
    let output = Repo::starter().run(&["gaps", "--csv", "--today", "2027-11-24"]);
    let text = String::from_utf8_lossy(&output.get_output().stdout).into_owned();
    assert_eq!(text.lines().filter(|it| it.contains(",168,")).count(), 3 * 11, "{text}");
}
