//! What is written, what is left alone, what is deleted.

use super::*;

#[test]
fn a_folder_that_is_absent_or_empty_is_taken() {
    let temp = Temp::new();
    let absent = temp.0.join("a/b/c");
    let sites = [site("smp-1", &[("index.html", "one"), ("en/index.html", "two")])];
    let summary = full(&absent, &sites);
    assert_eq!(summary, Summary { files: 2, changed: 2, removed: 0, bytes: 6 });
    assert_eq!(paths(&absent), ["smp-1/en/index.html", "smp-1/index.html"]);

    fs::create_dir(temp.out()).unwrap();
    full(&temp.out(), &sites);
    assert_eq!(files(&temp.out()), files(&absent));
}

#[test]
fn only_changed_files_are_written() {
    let temp = Temp::new();
    let before = [("index.html", "one"), ("en/index.html", "two"), ("en/a.html", "three")];
    let after = [("index.html", "one"), ("en/index.html", "TWO"), ("en/a.html", "three")];
    full(&temp.out(), &[site("smp-1", &before)]);
    let place = |it: &str| temp.out().join("smp-1").join(it);
    for (path, _) in before {
        age(&place(path));
    }

    let summary = full(&temp.out(), &[site("smp-1", &after)]);
    assert_eq!(summary, Summary { files: 3, changed: 1, removed: 0, bytes: 11 });
    assert!(is_untouched(&place("index.html")) && is_untouched(&place("en/a.html")));
    assert!(!is_untouched(&place("en/index.html")));
    assert_eq!(fs::read_to_string(place("en/index.html")).unwrap(), "TWO");
}

#[test]
fn the_same_sites_on_the_same_day_touch_nothing_at_all() {
    let temp = Temp::new();
    let sites = [site("smp-1", &[("index.html", "one")]), site(TOP, &[("index.html", "top")])];
    full(&temp.out(), &sites);
    let all = ["smp-1/index.html", "index.html", MANIFEST_NAME].map(|it| temp.out().join(it));
    for path in &all {
        age(path);
    }
    assert_eq!(full(&temp.out(), &sites).changed, 0);
    assert!(all.iter().all(|it| is_untouched(it)));
}

#[test]
fn the_manifest_is_the_same_whatever_came_before() {
    let (one, two) = (Temp::new(), Temp::new());
    let last = [site("b", &[("index.html", "b")]), site("a", &[("index.html", "a")])];
    full(&one.out(), &[site("a", &[("old.html", "x")]), site("c", &[("index.html", "c")])]);
    full(&one.out(), &last);
    full(&two.out(), &last);
    let manifest = |it: &Temp| fs::read_to_string(it.out().join(MANIFEST_NAME)).unwrap();
    assert_eq!(manifest(&one), manifest(&two));

    let out = open(&two.out()).unwrap();
    let written = last.iter().map(|it| write(&out, it).unwrap()).collect();
    close(out, written, Scope::Full, date(2026, 11, 25)).unwrap();
    assert_eq!(manifest(&two), manifest(&one).replace("2026-11-24", "2026-11-25"));
}

#[test]
fn a_file_of_ours_is_written_again_when_its_length_is_wrong_or_it_is_gone() {
    let temp = Temp::new();
    let sites = [site("smp-1", &[("index.html", "one"), ("a.html", "two")])];
    full(&temp.out(), &sites);
    let first = files(&temp.out());
    fs::write(temp.out().join("smp-1/index.html"), "edited by hand").unwrap();
    fs::remove_file(temp.out().join("smp-1/a.html")).unwrap();
    assert_eq!(full(&temp.out(), &sites).changed, 2);
    assert_eq!(files(&temp.out()), first);

    fs::remove_dir_all(temp.out().join("smp-1")).unwrap();
    assert_eq!(full(&temp.out(), &sites).changed, 2);
    assert_eq!(files(&temp.out()), first);
}

#[test]
fn what_no_site_has_any_more_is_deleted_and_so_are_folders_left_empty() {
    let temp = Temp::new();
    full(
        &temp.out(),
        &[
            site("smp-1", &[("index.html", "one"), ("en/index.html", "two")]),
            site("smp-2", &[("index.html", "three"), ("en/index.html", "four")]),
            site(TOP, &[("index.html", "top"), ("_headers", "x")]),
        ],
    );
    let summary = full(&temp.out(), &[site("smp-1", &[("index.html", "one")])]);
    assert_eq!(summary, Summary { files: 1, changed: 0, removed: 5, bytes: 3 });
    assert_eq!(paths(&temp.out()), ["smp-1/index.html"]);
    assert!(!temp.out().join("smp-1/en").exists());
}

#[test]
fn a_partial_run_leaves_other_sites_and_knows_them_later() {
    let temp = Temp::new();
    let (one, two) = (
        site("smp-1", &[("index.html", "one"), ("a.html", "a")]),
        site("smp-2", &[("b.html", "b")]),
    );
    full(&temp.out(), &[one, two]);
    let summary =
        run(&temp.out(), &[site("smp-1", &[("index.html", "ONE")])], Scope::Partial).unwrap();
    assert_eq!(summary, Summary { files: 1, changed: 1, removed: 1, bytes: 3 });
    assert_eq!(paths(&temp.out()), ["smp-1/index.html", "smp-2/b.html"]);

    assert_eq!(full(&temp.out(), &[site("smp-1", &[("index.html", "ONE")])]).removed, 1);
    assert_eq!(paths(&temp.out()), ["smp-1/index.html"]);
}

#[test]
fn a_site_without_files_leaves_no_folder() {
    let temp = Temp::new();
    full(&temp.out(), &[site("smp-1", &[]), site("smp-2", &[("index.html", "one")])]);
    assert_eq!(paths(&temp.out()), ["smp-2/index.html"]);
}
