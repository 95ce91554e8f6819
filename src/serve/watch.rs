//! Changes of the watched folders, gathered: one word for all that happened
//! within a moment.
//!
//! Folders are watched, not files, because an editor saves by putting a new file
//! in the old one's place. That a file was *read* is no change; otherwise reading
//! the content would be the reason to read it again.

use std::path::PathBuf;
use std::sync::mpsc::Sender;
use std::time::Duration;

use notify_debouncer_full::notify::event::{EventKind, MetadataKind, ModifyKind};
use notify_debouncer_full::notify::{RecommendedWatcher, RecursiveMode};
use notify_debouncer_full::{DebounceEventResult, Debouncer, RecommendedCache, new_debouncer};

use crate::error::Error;

/// So long after the last of several changes they are told.
const PAUSE: Duration = Duration::from_millis(60);

/// A watch; it ends when it is dropped.
pub type Watch = Debouncer<RecommendedWatcher, RecommendedCache>;

/// Watches these folders and all that is in them.
///
/// # Errors
/// When a folder cannot be watched.
pub fn start(folders: &[PathBuf], changed: Sender<()>) -> Result<Watch, Error> {
    let tell = move |result: DebounceEventResult| {
        let matters = result.map_or(true, |all| all.iter().any(|it| is_change(it.kind)));
        if matters {
            let _ = changed.send(());
        }
    };
    let refused = |path: Option<&PathBuf>, why: String| Error::Watch {
        path: path.cloned().unwrap_or_default(),
        why,
    };
    let watch = new_debouncer(PAUSE, None, tell);
    let mut watch = watch.map_err(|it| refused(folders.first(), it.to_string()))?;
    for folder in folders {
        let watched = watch.watch(folder, RecursiveMode::Recursive);
        watched.map_err(|it| refused(Some(folder), it.to_string()))?;
    }
    Ok(watch)
}

/// Whether something of this kind may have changed what is in a file, or which
/// files there are.
fn is_change(kind: EventKind) -> bool {
    let read = ModifyKind::Metadata(MetadataKind::AccessTime);
    !matches!(kind, EventKind::Access(_)) && kind != EventKind::Modify(read)
}

#[cfg(test)]
mod tests {
    use std::path::Path;
    use std::sync::mpsc::{self, Receiver};

    use notify_debouncer_full::notify::event::{
        AccessKind, AccessMode, CreateKind, DataChange, RemoveKind, RenameMode,
    };

    use super::*;

    /// A folder that is watched, gone when the test ends.
    struct Watched {
        /// Where it is.
        folder: PathBuf,
        /// What is heard of it.
        changes: Receiver<()>,
        /// Kept, so that it goes on.
        watch: Option<Watch>,
    }

    impl Watched {
        /// A folder with one file in a folder, watched.
        fn new(name: &str) -> Watched {
            let name = format!("teduh-watch-{}-{name}", std::process::id());
            let folder = std::env::temp_dir().join(name);
            std::fs::create_dir_all(folder.join("policies")).unwrap();
            std::fs::write(folder.join("policies/a.md"), "a").unwrap();
            let (sender, changes) = mpsc::channel();
            let watch = Some(start(std::slice::from_ref(&folder), sender).unwrap());
            Watched { folder, changes, watch }
        }
    }

    impl Drop for Watched {
        fn drop(&mut self) {
            drop(self.watch.take());
            let _ = std::fs::remove_dir_all(&self.folder);
        }
    }

    /// Does one thing to a folder of policies and waits to hear of it.
    #[track_caller]
    fn check(name: &str, act: impl FnOnce(&Path)) {
        let watched = Watched::new(name);
        act(&watched.folder.join("policies"));
        watched.changes.recv_timeout(Duration::from_secs(20)).unwrap();
    }

    #[test]
    fn a_file_that_is_written_is_heard() {
        check("written", |it| std::fs::write(it.join("a.md"), "b").unwrap());
    }

    #[test]
    fn a_file_that_is_new_or_gone_is_heard() {
        check("new", |it| std::fs::write(it.join("b.md"), "b").unwrap());
        check("gone", |it| std::fs::remove_file(it.join("a.md")).unwrap());
    }

    #[test]
    fn a_file_that_takes_the_place_of_another_is_heard() {
        let outside = std::env::temp_dir().join(format!("teduh-watch-{}", std::process::id()));
        std::fs::write(&outside, "b").unwrap();
        check("moved", |it| std::fs::rename(&outside, it.join("a.md")).unwrap());
    }

    #[test]
    fn a_folder_that_is_new_is_heard_and_so_is_what_comes_into_it() {
        let watched = Watched::new("folder");
        let folder = watched.folder.join("services");
        let patience = Duration::from_secs(20);
        std::fs::create_dir(&folder).unwrap();
        watched.changes.recv_timeout(patience).unwrap();
        std::fs::write(folder.join("a.yaml"), "a").unwrap();
        watched.changes.recv_timeout(patience).unwrap();
    }

    #[test]
    fn a_folder_that_is_not_there_is_an_error() {
        let absent = std::env::temp_dir().join("teduh-watch-absent");
        let (sender, _changes) = mpsc::channel();
        let result = start(std::slice::from_ref(&absent), sender);
        assert!(matches!(result, Err(Error::Watch { path, .. }) if path == absent));
    }

    #[test]
    fn reading_is_no_change() {
        for kind in [
            EventKind::Access(AccessKind::Open(AccessMode::Read)),
            EventKind::Access(AccessKind::Close(AccessMode::Write)),
            EventKind::Modify(ModifyKind::Metadata(MetadataKind::AccessTime)),
        ] {
            assert!(!is_change(kind), "{kind:?}");
        }
        for kind in [
            EventKind::Any,
            EventKind::Create(CreateKind::File),
            EventKind::Modify(ModifyKind::Data(DataChange::Any)),
            EventKind::Modify(ModifyKind::Name(RenameMode::Both)),
            EventKind::Remove(RemoveKind::File),
        ] {
            assert!(is_change(kind), "{kind:?}");
        }
    }
}
