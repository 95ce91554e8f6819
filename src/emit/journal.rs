//! What the run that is going on is about to write; whoever holds it is alone.
//!
//! One line a site, written before the first of its files: the site's folder and
//! the paths of the files, parted by spaces. If a run is cut off, the next one
//! finds the journal and so knows which files are ours although no manifest
//! lists them yet. A run that ends takes its journal away.
//!
//! It does not say what is in the files: that can be seen when it is needed.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{ErrorKind, Read, Write};
use std::path::{Path, PathBuf};

use crate::error::Error;

use super::disk::{self, Found};
use super::manifest;

/// The journal's name in the output folder.
pub const NAME: &str = ".teduh-run";

/// An open, locked journal.
#[derive(Debug)]
pub struct Journal {
    /// Where it is.
    path: PathBuf,
    /// The file; the lock is given back when it is closed.
    file: File,
}

impl Journal {
    /// Locks a folder. Returns also the sites and paths that earlier runs were
    /// about to write when they were cut off.
    pub fn begin(folder: &Path) -> Result<(Journal, Vec<(String, String)>), Error> {
        let path = folder.join(NAME);
        loop {
            if matches!(disk::look(&path)?, Found::Folder | Found::Other) {
                return Err(Error::NotOurs { path });
            }
            let file = OpenOptions::new().read(true).append(true).create(true).open(&path);
            let mut file = file.map_err(disk::writing(&path))?;
            lock(&file, folder)?;
            if is_at(&file, &path) {
                let begun = entries(&mut file, &path)?;
                return Ok((Journal { path, file }, begun));
            }
        }
    }

    /// Says that these files of a site are about to be written.
    ///
    /// A line is one write at the file's end, so threads need no lock.
    pub fn note<'a>(&self, site: &str, paths: impl Iterator<Item = &'a str>) -> Result<(), Error> {
        let mut line = site.to_owned();
        for path in paths {
            line.push(' ');
            line.push_str(path);
        }
        line.push('\n');
        (&self.file).write_all(line.as_bytes()).map_err(disk::writing(&self.path))
    }

    /// Ends the run.
    pub fn end(self) -> Result<(), Error> {
        fs::remove_file(&self.path).map_err(disk::writing(&self.path))
    }
}

/// Takes the lock. Where the file system knows no locks, there is none.
fn lock(file: &File, folder: &Path) -> Result<(), Error> {
    match file.try_lock() {
        Ok(()) => Ok(()),
        Err(TryLockError::WouldBlock) => Err(Error::Busy { path: folder.to_path_buf() }),
        Err(TryLockError::Error(it)) if it.kind() == ErrorKind::Unsupported => Ok(()),
        Err(TryLockError::Error(it)) => Err(disk::writing(folder)(it)),
    }
}

/// Whether the file still has this path: between opening and locking, the run
/// that held it may have ended and taken it away.
#[cfg(unix)]
fn is_at(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    match (file.metadata(), fs::symlink_metadata(path)) {
        (Ok(held), Ok(there)) => (held.dev(), held.ino()) == (there.dev(), there.ino()),
        _ => false,
    }
}

/// Whether there is still a file at this path: between opening and locking, the
/// run that held it may have ended and taken it away.
#[cfg(not(unix))]
fn is_at(_file: &File, path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok()
}

/// What a journal says. A line without an end was being written when its run was
/// cut off; nothing of its site was on the disk then.
fn entries(file: &mut File, path: &Path) -> Result<Vec<(String, String)>, Error> {
    let mut text = String::new();
    file.read_to_string(&mut text).map_err(disk::reading(path))?;
    let whole = text.rfind('\n').map_or("", |end| &text[..end]);
    let mut entries = Vec::new();
    for line in whole.lines() {
        let mut words = line.split(' ');
        let site = words.next().unwrap_or_default();
        let paths = words.filter(|it| manifest::is_name(site) && manifest::is_path(it));
        entries.extend(paths.map(|it| (site.to_owned(), it.to_owned())));
    }
    Ok(entries)
}
