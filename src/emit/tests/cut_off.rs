//! Runs that are cut off, and runs at once.

use super::*;

#[test]
fn two_runs_do_not_mix() {
    let temp = Temp::new();
    let first = open(&temp.out()).unwrap();
    assert!(matches!(open(&temp.out()), Err(Error::Busy { path }) if path == temp.out()));
    close(first, Vec::new(), Scope::Full, DAY).unwrap();
    open(&temp.out()).unwrap();
}

#[test]
fn a_run_that_was_given_up_lets_the_next_one_in() {
    let temp = Temp::new();
    drop(open(&temp.out()).unwrap());
    open(&temp.out()).unwrap();
}

#[test]
fn a_leftover_of_an_interrupted_run_is_cleared_away() {
    let temp = Temp::new();
    full(&temp.out(), &[site("smp-1", &[("index.html", "one")])]);
    fs::create_dir_all(temp.out().join(".teduh-new-smp-2/en")).unwrap();
    fs::write(temp.out().join(".teduh-new-smp-2/en/a.html"), "hal").unwrap();
    fs::write(temp.out().join(".teduh-new-index.html"), "hal").unwrap();
    fs::write(temp.out().join("smp-1/.teduh-new-index.html"), "hal").unwrap();
    fs::write(temp.out().join(journal::NAME), "smp-1 index.html\nsmp-2 en/a.h").unwrap();
    full(&temp.out(), &[site("smp-1", &[("index.html", "one")])]);
    assert_eq!(paths(&temp.out()), ["smp-1/index.html"]);
}

#[test]
fn what_an_interrupted_first_run_wrote_is_ours() {
    let temp = Temp::new();
    let out = open(&temp.out()).unwrap();
    write(&out, &site("smp-1", &[("index.html", "one"), ("en/a.html", "a")])).unwrap();
    write(&out, &site(TOP, &[("index.html", "top")])).unwrap();
    drop(out);

    age(&temp.out().join("smp-1/index.html"));
    let last = [site("smp-1", &[("index.html", "one"), ("b.html", "b")])];
    let summary = full(&temp.out(), &last);
    assert_eq!(summary, Summary { files: 2, changed: 1, removed: 2, bytes: 4 });
    assert_eq!(paths(&temp.out()), ["smp-1/b.html", "smp-1/index.html"]);
    assert!(is_untouched(&temp.out().join("smp-1/index.html")));
}

#[test]
fn a_file_that_an_interrupted_run_changed_is_not_mistaken_for_the_listed_one() {
    let temp = Temp::new();
    let first = [site("smp-1", &[("index.html", "one")]), site("smp-2", &[("index.html", "two")])];
    full(&temp.out(), &first);
    let out = open(&temp.out()).unwrap();
    write(&out, &site("smp-1", &[("index.html", "ONE")])).unwrap();
    write(&out, &site("smp-2", &[("index.html", "TWO")])).unwrap();
    drop(out);

    run(&temp.out(), &first[1..], Scope::Partial).unwrap();
    full(&temp.out(), &first);
    assert_eq!(fs::read_to_string(temp.out().join("smp-1/index.html")).unwrap(), "one");
    assert_eq!(fs::read_to_string(temp.out().join("smp-2/index.html")).unwrap(), "two");
}

#[test]
fn many_threads_may_write_at_once() {
    let temp = Temp::new();
    let sites: Vec<Site> = (0..60)
        .map(|it| site(&format!("smp-{it}"), &[("index.html", "one"), ("en/a.html", "a")]))
        .collect();
    for changed in [120, 0] {
        let out = open(&temp.out()).unwrap();
        let written = std::thread::scope(|scope| {
            let write = |it: &[Site]| it.iter().map(|it| write(&out, it).unwrap()).collect();
            let threads: Vec<_> = sites
                .chunks(15)
                .map(|some| scope.spawn(move || -> Vec<Written> { write(some) }))
                .collect();
            threads.into_iter().flat_map(|it| it.join().unwrap()).collect()
        });
        let summary = close(out, written, Scope::Full, DAY).unwrap();
        assert_eq!((summary.files, summary.changed), (120, changed));
    }
    assert_eq!(files(&temp.out()).len(), 120);

    let out = open(&temp.out()).unwrap();
    std::thread::scope(|scope| {
        for (at, _) in sites.iter().enumerate() {
            let new = site(&format!("smp-{at}"), &[("index.html", "ONE"), ("new.html", "n")]);
            let out = &out;
            scope.spawn(move || write(out, &new).unwrap());
        }
    });
    drop(out);
    assert_eq!(
        full(&temp.out(), &sites),
        Summary { files: 120, changed: 60, removed: 60, bytes: 240 }
    );
}

#[test]
fn a_new_site_that_fails_is_not_there_at_all() {
    let temp = Temp::new();
    let broken = site("smp-1", &[("a.html", "a"), ("en/b.html", "b"), ("en", "c")]);
    let out = open(&temp.out()).unwrap();
    assert!(write(&out, &broken).is_err());
    assert!(!temp.out().join("smp-1").exists());
    drop(out);
    full(&temp.out(), &[site("smp-2", &[("a.html", "a")])]);
    assert_eq!(paths(&temp.out()), ["smp-2/a.html"]);
}
