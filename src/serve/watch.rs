//! Waiting for changes of files.
//!
//! Folders are watched, not files, because editors save by renaming. That a
//! file was opened or read is no change; else each build would cause the next.

use std::path::PathBuf;
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use notify_debouncer_full::notify::{EventKind, RecommendedWatcher, RecursiveMode};
use notify_debouncer_full::{DebounceEventResult, Debouncer, RecommendedCache, new_debouncer};

use crate::error::Error;

/// Changes that come together are one change: an editor writes, renames and sets
/// a mode within a few milliseconds. All of it is waited for before each reload.
const TOGETHER: Duration = Duration::from_millis(20);

/// Changes of some folders.
pub struct Changes {
    /// One message a change.
    told: Receiver<()>,
    /// Watches as long as it lives.
    _watcher: Debouncer<RecommendedWatcher, RecommendedCache>,
}

impl Changes {
    /// Waits for the next change; false when there will be none.
    pub fn next(&self) -> bool {
        let told = self.told.recv().is_ok();
        // What came meanwhile is the same change.
        while self.told.try_recv().is_ok() {}
        told
    }
}

/// Watches some folders.
///
/// # Errors
/// When the system refuses.
pub fn watch(folders: &[PathBuf]) -> Result<Changes, Error> {
    let (tell, told) = channel();
    let refused = |path: &PathBuf, why: String| Error::Watch { path: path.clone(), why };
    let heard = move |events: DebounceEventResult| {
        let changes =
            events.is_ok_and(|it| it.iter().any(|it| !matches!(it.kind, EventKind::Access(_))));
        if changes {
            // Nobody listens any more when the program ends.
            let _ = tell.send(());
        }
    };
    let nowhere = PathBuf::new();
    let mut watcher = new_debouncer(TOGETHER, None, heard)
        .map_err(|it| refused(folders.first().unwrap_or(&nowhere), it.to_string()))?;
    for folder in folders {
        watcher
            .watch(folder, RecursiveMode::Recursive)
            .map_err(|it| refused(folder, it.to_string()))?;
    }
    Ok(Changes { told, _watcher: watcher })
}
