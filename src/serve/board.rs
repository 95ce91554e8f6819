//! What is shown now, and who waits for it to change.
//!
//! The only thing that threads share. Whoever looks takes a copy of a pointer
//! and lets go of the lock, so no answer waits for another.

use std::collections::BTreeMap;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use super::Preview;

/// So many pages may wait for changes at once.
pub const MOST_LISTENERS: usize = 64;

/// What is shown now.
#[derive(Debug)]
pub struct Board {
    /// What may change.
    now: Mutex<Now>,
    /// Told when it has.
    changed: Condvar,
}

/// What may change.
#[derive(Debug)]
struct Now {
    /// What is shown.
    shown: Arc<Shown>,
    /// So often something else was shown before.
    number: u64,
    /// So many pages wait.
    listeners: usize,
    /// Whether the server still runs.
    life: Life,
}

/// Whether the server still runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Life {
    /// It does.
    Open,
    /// It is about to stop.
    Closed,
}

/// What a page looks like at one time.
#[derive(Debug)]
pub struct Shown {
    /// The last files that could be made, by their paths below the site.
    pub files: Arc<BTreeMap<String, Vec<u8>>>,
    /// The diagnostics as plain text, empty when there are none.
    pub report: String,
    /// How they stand on the page.
    pub panel: Panel,
    /// A name for just this, different in another run of the program.
    pub stamp: String,
}

/// How the diagnostics stand on a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Panel {
    /// Open: the content is at fault, and the page is an older one.
    Open,
    /// Folded: there are only warnings.
    Folded,
}

/// Why [`Listener::wait`] returned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Heard {
    /// Something else is shown now.
    Change,
    /// Nothing happened for as long as was asked.
    Nothing,
    /// The server stops.
    End,
}

/// A place among those that wait; given back when it is dropped.
#[derive(Debug)]
pub struct Listener {
    /// Where it waits.
    board: Arc<Board>,
}

impl Board {
    /// A board with this on it.
    pub fn new(preview: Preview) -> Board {
        let panel = panel(&preview);
        let Preview { files, report } = preview;
        let shown = Arc::new(Shown { files: Arc::new(files), report, panel, stamp: stamp(0) });
        let now = Now { shown, number: 0, listeners: 0, life: Life::Open };
        Board { now: Mutex::new(now), changed: Condvar::new() }
    }

    /// Shows something else. Without files, the last ones stay. What is the same
    /// as before is no change: an editor that saves twice reloads once.
    pub fn show(&self, preview: Preview) {
        let mut now = self.lock();
        let panel = panel(&preview);
        let Preview { files, report } = preview;
        let before = &now.shown;
        let same_files = files.is_empty() || files == *before.files;
        if same_files && report == before.report && panel == before.panel {
            return;
        }
        let files = if same_files { Arc::clone(&before.files) } else { Arc::new(files) };
        now.number += 1;
        now.shown = Arc::new(Shown { files, report, panel, stamp: stamp(now.number) });
        self.changed.notify_all();
    }

    /// What is shown now.
    pub fn shown(&self) -> Arc<Shown> {
        Arc::clone(&self.lock().shown)
    }

    /// A place among those that wait, if one is free.
    pub fn listen(self: &Arc<Board>) -> Option<Listener> {
        let mut now = self.lock();
        if now.listeners >= MOST_LISTENERS || now.life == Life::Closed {
            return None;
        }
        now.listeners += 1;
        Some(Listener { board: Arc::clone(self) })
    }

    /// Sends everybody home.
    pub fn close(&self) {
        self.lock().life = Life::Closed;
        self.changed.notify_all();
    }

    /// Waits until nobody waits any more, but not longer than this.
    pub fn wait_until_alone(&self, longest: Duration) {
        let busy = |it: &mut Now| it.listeners > 0;
        drop(self.changed.wait_timeout_while(self.lock(), longest, busy));
    }

    /// What may change. A thread that panicked left nothing half done here.
    fn lock(&self) -> MutexGuard<'_, Now> {
        self.now.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Listener {
    /// Waits until something else than this is shown.
    pub fn wait(&self, stamp: &str, longest: Duration) -> Heard {
        let same = |it: &mut Now| it.life == Life::Open && it.shown.stamp == stamp;
        let waited = self.board.changed.wait_timeout_while(self.board.lock(), longest, same);
        let (now, _) = waited.unwrap_or_else(PoisonError::into_inner);
        match now.life {
            Life::Closed => Heard::End,
            Life::Open if now.shown.stamp == stamp => Heard::Nothing,
            Life::Open => Heard::Change,
        }
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        self.board.lock().listeners -= 1;
        self.board.changed.notify_all();
    }
}

/// How a preview's diagnostics stand on a page.
fn panel(preview: &Preview) -> Panel {
    if preview.files.is_empty() { Panel::Open } else { Panel::Folded }
}

/// A name for what is shown. It begins with the process, so that a page of an
/// earlier run learns that it is old.
fn stamp(number: u64) -> String {
    format!("{}-{number}", std::process::id())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A preview of one page.
    fn preview(page: &str, report: &str) -> Preview {
        let files = [("index.html".to_owned(), page.as_bytes().to_vec())];
        Preview { files: files.into(), report: report.to_owned() }
    }

    #[test]
    fn what_is_the_same_is_no_change() {
        let board = Board::new(preview("one", ""));
        let first = board.shown();
        board.show(preview("one", ""));
        assert_eq!(board.shown().stamp, first.stamp);
        board.show(preview("two", ""));
        assert_ne!(board.shown().stamp, first.stamp);
    }

    #[test]
    fn broken_content_leaves_the_last_good_files() {
        let board = Board::new(preview("one", ""));
        board.show(Preview { report: "broken".to_owned(), ..Preview::default() });
        let shown = board.shown();
        assert_eq!(shown.files["index.html"], b"one");
        assert_eq!((shown.report.as_str(), shown.panel), ("broken", Panel::Open));
        board.show(preview("one", ""));
        assert_eq!(board.shown().report, "");
    }

    #[test]
    fn whoever_waits_hears_of_a_change_even_if_it_came_first() {
        let board = Arc::new(Board::new(preview("one", "")));
        let old = board.shown().stamp.clone();
        let listener = board.listen().unwrap();
        assert_eq!(listener.wait(&old, Duration::ZERO), Heard::Nothing);
        board.show(preview("two", ""));
        assert_eq!(listener.wait(&old, Duration::ZERO), Heard::Change);
        assert_eq!(listener.wait("of another run", Duration::ZERO), Heard::Change);
        board.close();
        assert_eq!(listener.wait(&board.shown().stamp, Duration::MAX), Heard::End);
    }

    #[test]
    fn there_are_so_many_places_and_they_are_given_back() {
        let board = Arc::new(Board::new(preview("one", "")));
        let mut all: Vec<Listener> = (0..MOST_LISTENERS).map(|_| board.listen().unwrap()).collect();
        assert!(board.listen().is_none());
        all.pop();
        assert!(board.listen().is_some());
        board.close();
        assert!(board.listen().is_none());
    }
}
