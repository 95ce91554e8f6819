//! One school's site in memory, shown on this machine, anew after every change.
//!
//! [`http`] answers requests, [`watch`] waits for changes, [`Stage`] is what both
//! share: the last good pages, and what is wrong with the content now. A change
//! that breaks the content does not blank the page: the last good one stays,
//! with the faults below it.
//!
//! This room runs no stage of the pipeline. It is given a function that makes
//! the site, and calls it. Locks are allowed here and nowhere else.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use self::page::Panel;
use crate::error::Error;

mod http;
mod page;
mod watch;

/// Pages by their paths below the site.
pub type Files = BTreeMap<String, Vec<u8>>;

/// What is made after each change.
#[derive(Debug, Default)]
pub struct Preview {
    /// The site's files; none where the content is at fault.
    pub files: Files,
    /// What was found, as plain text; empty where nothing was.
    pub report: String,
}

/// What to serve and what to watch.
#[derive(Debug)]
pub struct Options {
    /// The port; 0 takes any that is free.
    pub port: u16,
    /// Folders whose changes make a new site.
    pub watch: Vec<PathBuf>,
}

/// Serves until the process ends. `make` is called once at the start and again
/// after each change; `say` is told the address.
///
/// # Errors
/// When the port is taken, a folder cannot be watched, or `make` fails at the
/// start.
pub fn run(
    options: &Options,
    make: impl Fn() -> Result<Preview, Error> + Sync,
    say: impl Fn(&str),
) -> Result<(), Error> {
    let stage = Stage::new(make()?);
    let door = http::Door::open(options.port)?;
    let changes = watch::watch(&options.watch)?;
    say(&door.address());
    let (stage, make) = (&stage, &make);
    thread::scope(|scope| {
        scope.spawn(move || {
            while changes.next() {
                stage.show(
                    make().unwrap_or_else(|it| Preview {
                        files: Files::new(),
                        report: it.to_string(),
                    }),
                );
            }
        });
        door.answer(stage, scope);
    });
    Ok(())
}

/// The version after which nothing more is shown.
const OVER: u64 = u64::MAX;

/// What is shown now.
#[derive(Debug)]
pub struct Stage {
    /// The pages and the report.
    shown: Mutex<Shown>,
    /// Told whenever they change.
    changed: Condvar,
}

/// The pages and the report, and how often they have changed.
#[derive(Debug)]
struct Shown {
    /// The last good pages.
    files: Files,
    /// What is wrong now.
    report: String,
    /// How the report stands on the page.
    panel: Panel,
    /// Rises with every change.
    version: u64,
}

impl Stage {
    /// Shows a first site.
    fn new(first: Preview) -> Stage {
        let shown =
            Shown { panel: panel(&first), files: first.files, report: first.report, version: 0 };
        Stage { shown: Mutex::new(shown), changed: Condvar::new() }
    }

    /// Shows another; where it has no pages the last good ones stay.
    fn show(&self, next: Preview) {
        let mut shown = self.lock();
        let same = shown.files == next.files && shown.report == next.report;
        if same {
            return;
        }
        shown.panel = panel(&next);
        if !next.files.is_empty() {
            shown.files = next.files;
        }
        shown.report = next.report;
        shown.version += 1;
        self.changed.notify_all();
    }

    /// Lets whoever waits go.
    #[cfg(test)]
    fn close(&self) {
        self.lock().version = OVER;
        self.changed.notify_all();
    }

    /// The file at a path with the report in it, and whether it is there.
    fn get(&self, path: &str) -> (Vec<u8>, bool) {
        let shown = self.lock();
        let found = shown.files.get(path);
        let bytes = found.or_else(|| shown.files.get("404.html")).cloned().unwrap_or_default();
        let is_page = found.is_none() || page::is_html(path);
        let bytes = if is_page {
            page::with_report(bytes, &shown.report, shown.panel, shown.version)
        } else {
            bytes
        };
        (bytes, found.is_some())
    }

    /// Waits until another version than `seen` is shown, or for `patience`.
    fn wait(&self, seen: u64, patience: Duration) -> u64 {
        let waited =
            self.changed.wait_timeout_while(self.lock(), patience, |it| it.version == seen);
        waited.unwrap_or_else(PoisonError::into_inner).0.version
    }

    /// What is shown. A thread that failed while it held the lock has left
    /// nothing half done.
    fn lock(&self) -> MutexGuard<'_, Shown> {
        self.shown.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// How a report stands on the page.
fn panel(preview: &Preview) -> Panel {
    if preview.files.is_empty() { Panel::Open } else { Panel::Folded }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn preview(page: &str, report: &str) -> Preview {
        let files = if page.is_empty() {
            Files::new()
        } else {
            Files::from([("index.html".to_owned(), page.into())])
        };
        Preview { files, report: report.to_owned() }
    }

    #[test]
    fn the_last_good_page_stays_while_the_content_is_at_fault() {
        let stage = Stage::new(preview("<p>good</p>", ""));
        stage.show(preview("", "error: <x>"));
        let (bytes, found) = stage.get("index.html");
        let text = String::from_utf8_lossy(&bytes);
        assert!(
            found && text.contains("<p>good</p>") && text.contains("error: &lt;x&gt;"),
            "{text}"
        );
        stage.show(preview("<p>better</p>", ""));
        let text = String::from_utf8_lossy(&stage.get("index.html").0).into_owned();
        assert!(text.contains("better") && !text.contains("error"), "{text}");
    }

    #[test]
    fn faults_at_the_start_are_shown_on_a_page() {
        let stage = Stage::new(preview("", "no district"));
        let (bytes, found) = stage.get("index.html");
        assert!(!found && String::from_utf8_lossy(&bytes).contains("no district"));
    }

    #[test]
    fn whoever_waits_is_told_of_a_change() {
        let stage = Stage::new(preview("a", ""));
        thread::scope(|scope| {
            let waiting = scope.spawn(|| stage.wait(0, Duration::from_mins(1)));
            stage.show(preview("b", ""));
            assert_eq!(waiting.join().expect("the thread"), 1);
        });
    }
}
