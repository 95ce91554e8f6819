//! Links and modes, where there are such.

use std::os::unix::fs::{PermissionsExt, symlink};

use super::*;

#[test]
fn every_web_server_can_read_what_is_written() {
    let temp = Temp::new();
    full(&temp.out(), &[site("smp-1", &[("a.html", "a")])]);
    full(&temp.out(), &[site("smp-1", &[("a.html", "A"), ("b.html", "b")])]);
    for path in ["smp-1/a.html", "smp-1/b.html", MANIFEST_NAME] {
        let mode = fs::metadata(temp.out().join(path)).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o644, "{path}");
    }
}

#[test]
fn a_link_in_the_place_of_our_file_is_replaced_not_followed() {
    let temp = Temp::new();
    let letter = temp.0.join("letter.txt");
    fs::write(&letter, "one").unwrap();
    let sites = [site("smp-1", &[("index.html", "one")])];
    full(&temp.out(), &sites);
    let place = temp.out().join("smp-1/index.html");
    fs::remove_file(&place).unwrap();
    symlink(&letter, &place).unwrap();

    assert_eq!(full(&temp.out(), &sites).changed, 1);
    assert!(fs::symlink_metadata(&place).unwrap().is_file());
    fs::write(&place, "changed").unwrap();
    assert_eq!(fs::read_to_string(&letter).unwrap(), "one");
}

#[test]
fn a_link_in_the_place_of_a_file_that_goes_is_deleted_not_followed() {
    let temp = Temp::new();
    let letter = temp.0.join("letter.txt");
    fs::write(&letter, "mine").unwrap();
    full(&temp.out(), &[site("smp-1", &[("index.html", "one")])]);
    let place = temp.out().join("smp-1/index.html");
    fs::remove_file(&place).unwrap();
    symlink(&letter, &place).unwrap();
    full(&temp.out(), &[]);
    assert_eq!(fs::read_to_string(&letter).unwrap(), "mine");
    assert_eq!(paths(&temp.out()), Vec::<String>::new());
}

#[test]
fn a_link_in_the_place_of_a_folder_is_refused_and_nothing_behind_it_deleted() {
    let temp = Temp::new();
    let elsewhere = temp.0.join("elsewhere");
    let sites = [site("smp-1", &[("en/a.html", "a")])];
    full(&temp.out(), &sites);
    fs::rename(temp.out().join("smp-1"), &elsewhere).unwrap();
    symlink(&elsewhere, temp.out().join("smp-1")).unwrap();
    refused(run(&temp.out(), &sites, Scope::Full), &temp.out().join("smp-1"));
    full(&temp.out(), &[]);
    assert!(elsewhere.join("en/a.html").exists());
}

#[test]
fn a_link_under_an_unfinished_name_is_not_followed() {
    let temp = Temp::new();
    let letter = temp.0.join("letter.txt");
    fs::write(&letter, "mine").unwrap();
    full(&temp.out(), &[site("smp-1", &[("index.html", "one")])]);
    symlink(&letter, temp.out().join("smp-1/.teduh-new-index.html")).unwrap();
    symlink(&temp.0, temp.out().join(".teduh-new-smp-2")).unwrap();
    full(&temp.out(), &[site("smp-1", &[("index.html", "two")])]);
    assert_eq!(fs::read_to_string(&letter).unwrap(), "mine");
    assert_eq!(paths(&temp.out()), ["smp-1/index.html"]);
}

#[test]
fn a_link_in_the_place_of_the_manifest_or_the_journal_is_refused() {
    for name in [MANIFEST_NAME, journal::NAME] {
        let temp = Temp::new();
        let letter = temp.0.join("letter.txt");
        fs::write(&letter, "mine").unwrap();
        fs::create_dir(temp.out()).unwrap();
        symlink(&letter, temp.out().join(name)).unwrap();
        refused(open(&temp.out()), &temp.out().join(name));
        assert_eq!(fs::read_to_string(&letter).unwrap(), "mine");
    }
}

#[test]
fn a_link_below_an_interrupted_run_is_not_followed() {
    let temp = Temp::new();
    let elsewhere = temp.0.join("elsewhere");
    fs::create_dir(&elsewhere).unwrap();
    fs::write(elsewhere.join("a.html"), "mine").unwrap();
    fs::write(elsewhere.join(".teduh-new-a.html"), "mine").unwrap();
    drop(open(&temp.out()).unwrap());
    symlink(&elsewhere, temp.out().join("smp-1")).unwrap();
    fs::write(temp.out().join(journal::NAME), "smp-1 a.html\n").unwrap();
    full(&temp.out(), &[]);
    assert_eq!(paths(&elsewhere), [".teduh-new-a.html", "a.html"]);
}
