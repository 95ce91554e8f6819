//! The promises of this room, each on a real folder. No sleeps and no clock:
//! whether a file was touched is seen by a time that the test gave it.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, SystemTime};

use jiff::civil::{Date, date};
use proptest::prelude::*;

use super::*;

/// A folder of its own for one test, gone when the test ends.
struct Temp(PathBuf);

impl Temp {
    /// A new, empty folder.
    fn new() -> Temp {
        static NEXT: AtomicUsize = AtomicUsize::new(0);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let name = format!("teduh-emit-{}-{number}", std::process::id());
        let folder = std::env::temp_dir().join(name);
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).unwrap();
        Temp(folder)
    }

    /// The output folder in it, which does not exist yet.
    fn out(&self) -> PathBuf {
        self.0.join("public")
    }
}

impl Drop for Temp {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// The day of most tests.
const DAY: Date = Date::constant(2026, 11, 24);

/// A site of these files; a path has at most one slash. `.`: no folder.
fn site(folder: &str, files: &[(&str, &str)]) -> Site {
    let file = |&(path, text): &(&str, &str)| OutputFile {
        path: match path.split_once('/') {
            Some((folder, name)) => SitePath::new(Some(folder), name),
            None => SitePath::new(None, path),
        },
        bytes: text.as_bytes().to_vec(),
    };
    let folder = (folder != TOP).then(|| folder.to_owned());
    Site { folder, files: files.iter().map(file).collect() }
}

/// A whole run.
fn run(folder: &Path, sites: &[Site], scope: Scope) -> Result<Summary, Error> {
    let out = open(folder)?;
    let written = sites.iter().map(|it| write(&out, it)).collect::<Result<_, _>>()?;
    close(out, written, scope, DAY)
}

/// A whole run that must succeed.
#[track_caller]
fn full(folder: &Path, sites: &[Site]) -> Summary {
    run(folder, sites, Scope::Full).unwrap()
}

/// Every file below a folder with its text, but not the manifest; empty folders
/// have a slash at their end.
fn files(folder: &Path) -> BTreeMap<String, String> {
    fn walk(root: &Path, folder: &Path, files: &mut BTreeMap<String, String>) {
        let entries: Vec<_> = fs::read_dir(folder).unwrap().map(Result::unwrap).collect();
        let path = |it: &Path| it.strip_prefix(root).unwrap().to_str().unwrap().to_owned();
        if entries.is_empty() && folder != root {
            files.insert(format!("{}/", path(folder)), String::new());
        }
        for entry in entries {
            if entry.file_type().unwrap().is_dir() {
                walk(root, &entry.path(), files);
            } else if entry.file_name() != MANIFEST_NAME {
                let text = String::from_utf8(fs::read(entry.path()).unwrap_or_default()).unwrap();
                files.insert(path(&entry.path()), text);
            }
        }
    }
    let mut all = BTreeMap::new();
    walk(folder, folder, &mut all);
    all
}

/// The paths of [`files`].
fn paths(folder: &Path) -> Vec<String> {
    files(folder).into_keys().collect()
}

/// Gives a file a time long ago.
fn age(path: &Path) {
    let file = File::options().write(true).open(path).unwrap();
    file.set_modified(long_ago()).unwrap();
}

/// Whether a file still has the time that [`age`] gave it.
fn is_untouched(path: &Path) -> bool {
    fs::metadata(path).unwrap().modified().unwrap() == long_ago()
}

/// A time long ago.
fn long_ago() -> SystemTime {
    SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000_000)
}

/// Asserts that a run is refused because of what is at this path.
#[track_caller]
fn refused<T>(result: Result<T, Error>, at: &Path) {
    match result {
        Err(Error::NotOurs { path }) => assert_eq!(path, at),
        Err(other) => panic!("{other}"),
        Ok(_) => panic!("not refused"),
    }
}

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
fn a_folder_with_other_files_is_refused_and_left_as_it_is() {
    let temp = Temp::new();
    fs::write(temp.0.join("letter.txt"), "mine").unwrap();
    refused(open(&temp.0), &temp.0);
    assert_eq!(paths(&temp.0), ["letter.txt"]);
}

#[test]
fn a_broken_manifest_is_refused() {
    let temp = Temp::new();
    full(&temp.out(), &[site("smp-1", &[("index.html", "one")])]);
    let manifest = temp.out().join(MANIFEST_NAME);
    let text = fs::read_to_string(&manifest).unwrap();
    for broken in [&text[..text.len() / 2], "", "{}", "null"] {
        fs::write(&manifest, broken).unwrap();
        refused(open(&temp.out()), &manifest);
    }
    fs::write(&manifest, text).unwrap();
    open(&temp.out()).unwrap();
}

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
fn only_changed_files_are_written() {
    let temp = Temp::new();
    let before = [("index.html", "one"), ("en/index.html", "two"), ("en/a.html", "three")];
    let after = [("index.html", "one"), ("en/index.html", "TWO"), ("en/a.html", "three")];
    full(&temp.out(), &[site("smp-1", &before)]);
    let place = |it: &str| temp.out().join("smp-1").join(it);
    before.iter().for_each(|it| age(&place(it.0)));

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
    all.iter().for_each(|it| age(it));
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
fn a_foreign_file_is_never_touched() {
    let temp = Temp::new();
    full(&temp.out(), &[site("smp-1", &[("index.html", "one"), ("en/a.html", "a")])]);
    fs::write(temp.out().join("CNAME"), "example.org").unwrap();
    fs::write(temp.out().join("smp-1/en/mine.txt"), "mine").unwrap();
    full(&temp.out(), &[site("smp-2", &[("index.html", "two")])]);
    assert_eq!(paths(&temp.out()), ["CNAME", "smp-1/en/mine.txt", "smp-2/index.html"]);
}

#[test]
fn a_foreign_file_in_our_place_is_named_before_anything_of_the_site_is_written() {
    let temp = Temp::new();
    full(&temp.out(), &[site("smp-1", &[("a.html", "a")])]);
    let foreign = temp.out().join("smp-1/z.html");
    fs::write(&foreign, "mine").unwrap();
    let new = [("a.html", "changed"), ("b.html", "new"), ("z.html", "ours")];
    refused(run(&temp.out(), &[site("smp-1", &new)], Scope::Full), &foreign);
    assert_eq!(paths(&temp.out()), [".teduh-run", "smp-1/a.html", "smp-1/z.html"]);
    assert_eq!(fs::read_to_string(&foreign).unwrap(), "mine");
    assert_eq!(fs::read_to_string(temp.out().join("smp-1/a.html")).unwrap(), "a");
}

#[test]
fn a_foreign_folder_or_file_in_the_way_is_refused() {
    let temp = Temp::new();
    full(&temp.out(), &[]);
    fs::create_dir_all(temp.out().join("smp-1/index.html")).unwrap();
    fs::write(temp.out().join("smp-1/en"), "mine").unwrap();
    fs::write(temp.out().join("smp-2"), "mine").unwrap();
    let try_one = |folder, path| run(&temp.out(), &[site(folder, &[(path, "x")])], Scope::Full);
    refused(try_one("smp-1", "index.html"), &temp.out().join("smp-1/index.html"));
    refused(try_one("smp-1", "en/a.html"), &temp.out().join("smp-1/en"));
    refused(try_one("smp-2", "a.html"), &temp.out().join("smp-2"));
    refused(try_one(TOP, MANIFEST_NAME), &temp.out().join(MANIFEST_NAME));
}

#[test]
fn a_file_may_become_a_folder_and_a_folder_a_file() {
    let temp = Temp::new();
    let (as_file, as_folder) =
        (site("smp-1", &[("en", "a file")]), site("smp-1", &[("en/a.html", "a")]));
    full(&temp.out(), std::slice::from_ref(&as_file));
    full(&temp.out(), std::slice::from_ref(&as_folder));
    assert_eq!(paths(&temp.out()), ["smp-1/en/a.html"]);
    full(&temp.out(), std::slice::from_ref(&as_file));
    assert_eq!(paths(&temp.out()), ["smp-1/en"]);

    full(&temp.out(), &[as_folder]);
    fs::write(temp.out().join("smp-1/en/mine.txt"), "mine").unwrap();
    refused(run(&temp.out(), &[as_file], Scope::Full), &temp.out().join("smp-1/en"));
    assert!(temp.out().join("smp-1/en/a.html").exists());
}

#[test]
fn a_manifest_that_leads_elsewhere_deletes_nothing() {
    let temp = Temp::new();
    fs::write(temp.0.join("letter.txt"), "mine").unwrap();
    full(&temp.out(), &[site("smp-1", &[("index.html", "one")])]);
    let manifest = temp.out().join(MANIFEST_NAME);
    let text = fs::read_to_string(&manifest).unwrap().replace("smp-1", "..");
    fs::write(&manifest, text.replace("index.html", "letter.txt")).unwrap();
    refused(run(&temp.out(), &[], Scope::Full), &manifest);
    assert!(temp.0.join("letter.txt").exists());
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
fn a_site_without_files_leaves_no_folder() {
    let temp = Temp::new();
    full(&temp.out(), &[site("smp-1", &[]), site("smp-2", &[("index.html", "one")])]);
    assert_eq!(paths(&temp.out()), ["smp-2/index.html"]);
}

#[test]
fn a_new_site_that_fails_is_not_there_at_all() {
    let temp = Temp::new();
    let broken = site("smp-1", &[("a.html", "a"), ("en/b.html", "b"), ("en", "c")]);
    let out = open(&temp.out()).unwrap();
    let () = write(&out, &broken).map_or((), |_| ());
    drop(out);
    full(&temp.out(), &[site("smp-2", &[("a.html", "a")])]);
    assert_eq!(paths(&temp.out()), ["smp-2/a.html"]);
}

#[cfg(unix)]
mod unix {
    //! Links and modes.

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
}

/// One thing that happens to an output folder.
#[derive(Debug, Clone)]
enum Event {
    /// A run over all sites.
    Full(Vec<Site>),
    /// A run over some sites.
    Partial(Vec<Site>),
    /// A run that is cut off after these sites.
    CutOff(Vec<Site>),
    /// A run that is cut off in the middle of each of these sites.
    Torn(Vec<Site>),
    /// Somebody puts a text of theirs over the file with this number, or deletes
    /// it.
    Meddling(usize, Option<String>),
}

/// Any site with this folder, of which a few names are files and folders by turns.
fn any_site(folder: &'static str) -> impl Strategy<Value = Site> {
    let path =
        prop_oneof![Just("en"), Just("en/a"), Just("en/b"), Just("id/a"), Just("c"), Just("d")];
    let files = prop::collection::btree_map(path, "[ab]{0,2}", 0..5);
    files.prop_map(move |mut files| {
        if files.keys().any(|it| it.starts_with("en/")) {
            files.remove("en");
        }
        let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (*path, &**text)).collect();
        site(folder, &files)
    })
}

/// Any sites, each folder once.
fn any_sites() -> impl Strategy<Value = Vec<Site>> {
    let all = (any_site(TOP), any_site("smp-1"), any_site("smp-2"), any::<[bool; 3]>());
    all.prop_map(|(top, one, two, chosen)| {
        let sites = [top, one, two].into_iter().zip(chosen);
        sites.filter_map(|(site, chosen)| chosen.then_some(site)).collect()
    })
}

/// Any event.
fn any_event() -> impl Strategy<Value = Event> {
    prop_oneof![
        3 => any_sites().prop_map(Event::Full),
        2 => any_sites().prop_map(Event::Partial),
        2 => any_sites().prop_map(Event::CutOff),
        2 => any_sites().prop_map(Event::Torn),
        1 => (any::<usize>(), prop::option::of("[xy]{3,4}"))
            .prop_map(|(which, text)| Event::Meddling(which, text)),
    ]
}

/// Leaves one site as a run does that is cut off while it writes: half of the
/// files are there, one is unfinished.
fn tear(out: &Out, site: &Site) {
    let name = site.folder.as_deref().unwrap_or(TOP);
    out.journal.note(name, site.files.iter().map(|it| it.path.as_str())).unwrap();
    let half = site.files.len() / 2;
    for (at, file) in site.files.iter().enumerate().take(half + 1) {
        let path = below(name, file.path.as_str());
        above(&path).for_each(|it| disk::make_folder(&out.folder.join(it)).unwrap());
        let place = out.folder.join(&path);
        if at == half {
            disk::put(
                &place.with_file_name(format!("{NEW}{}", place.file_name().unwrap().display())),
                b"hal",
            )
            .unwrap();
            return;
        }
        if disk::look(&place).unwrap() == Found::Folder {
            disk::remove(&place).unwrap();
        }
        disk::replace(&place, &file.bytes).unwrap();
    }
}

/// Does to a folder what an event says.
fn happen(folder: &Path, foreign: &BTreeMap<String, String>, event: &Event) {
    match event {
        Event::Full(sites) => drop(run(folder, sites, Scope::Full).unwrap()),
        Event::Partial(sites) => drop(run(folder, sites, Scope::Partial).unwrap()),
        Event::CutOff(sites) => {
            let out = open(folder).unwrap();
            sites.iter().for_each(|it| drop(write(&out, it).unwrap()));
        }
        Event::Torn(sites) => {
            let out = open(folder).unwrap();
            sites.iter().for_each(|it| tear(&out, it));
        }
        Event::Meddling(which, text) => {
            let all = files(folder);
            let mut ours: Vec<_> = all.keys().filter(|it| !foreign.contains_key(*it)).collect();
            ours.retain(|it| !it.ends_with('/') && *it != journal::NAME);
            let Some(path) = ours.get(which % ours.len().max(1)) else { return };
            match text {
                Some(text) => fs::write(folder.join(path), text).unwrap(),
                None => fs::remove_file(folder.join(path)).unwrap(),
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn whatever_happened_the_folder_holds_the_last_sites_and_what_is_foreign(
        events in prop::collection::vec(any_event(), 0..8),
        last in any_sites(),
    ) {
        let temp = Temp::new();
        let folder = temp.out();
        full(&folder, &[]);
        let mut expected = BTreeMap::new();
        for path in ["CNAME", "smp-1/mine/letter.txt", "smp-2/mine.txt"] {
            fs::create_dir_all(folder.join(path).parent().unwrap()).unwrap();
            fs::write(folder.join(path), "mine").unwrap();
            expected.insert(path.to_owned(), "mine".to_owned());
        }
        let foreign = expected.clone();
        for event in &events {
            happen(&folder, &foreign, event);
        }
        full(&folder, &last);
        for site in &last {
            let name = site.folder.as_deref().unwrap_or(TOP);
            let file = |it: &OutputFile| {
                (below(name, it.path.as_str()), String::from_utf8(it.bytes.clone()).unwrap())
            };
            expected.extend(site.files.iter().map(file));
        }
        prop_assert_eq!(files(&folder), expected);

        let listed = manifest::read(&folder.join(MANIFEST_NAME)).unwrap();
        let ours = files(&folder).into_iter().filter(|(path, _)| !foreign.contains_key(path));
        let ours: BTreeMap<_, _> = ours.map(|(it, text)| (it, Entry::of(text.as_bytes()))).collect();
        let listed: BTreeMap<_, _> =
            listed.paths().map(|it| (it.clone(), listed.find(&it).unwrap().clone())).collect();
        prop_assert_eq!(listed, ours);
    }
}
