//! The promises of this room, each on a real folder. No sleeps and no clock:
//! whether a file was touched is seen by a time that the test gave it.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, SystemTime};

use jiff::civil::{Date, date};

use super::*;
use crate::site::{OutputFile, Site};

mod any;
mod changes;
mod cut_off;
mod foreign;
#[cfg(unix)]
mod links;
mod recipes;

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

/// Opens a folder, trusting what is listed.
fn open(folder: &Path) -> Result<Out, Error> {
    super::open(folder, Options::default())
}

/// Writes a site that is made already.
fn write(out: &Out, site: &Site) -> Result<Written, Error> {
    super::write(out, &site.clone().into())
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
