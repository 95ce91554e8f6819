//! The few things that are done to a disk, none of which follows a link.
//!
//! What may be done where is decided by the room's other files; nothing here
//! knows a manifest.

use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use crate::error::Error;

/// What the names of files and folders begin with that are not finished yet.
pub const NEW: &str = ".teduh-new-";

/// What lies at a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Found {
    /// Nothing.
    Nothing,
    /// A file of so many bytes.
    File(u64),
    /// A folder.
    Folder,
    /// A link, or what is neither a file nor a folder.
    Other,
}

/// What lies at a path.
pub fn look(path: &Path) -> Result<Found, Error> {
    match fs::symlink_metadata(path) {
        Ok(it) if it.is_dir() => Ok(Found::Folder),
        Ok(it) if it.is_file() => Ok(Found::File(it.len())),
        Ok(_) => Ok(Found::Other),
        Err(it) if matches!(it.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => {
            Ok(Found::Nothing)
        }
        Err(it) => Err(reading(path)(it)),
    }
}

/// The names in a folder, in order. A name that is not UTF-8 is none of ours,
/// but it counts: a mark stands for what could not be read.
pub fn names(folder: &Path) -> Result<Vec<String>, Error> {
    let entries = fs::read_dir(folder).and_then(Iterator::collect::<io::Result<Vec<_>>>);
    let entries = entries.map_err(reading(folder))?;
    let mut names: Vec<String> =
        entries.iter().map(|it| it.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    Ok(names)
}

/// Writes a file whose name nobody looks for yet. A file that an earlier attempt
/// left under the same name goes first; a folder does not.
pub fn put(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    let file = match create(path) {
        Err(it) if it.kind() == ErrorKind::AlreadyExists => {
            fs::remove_file(path).map_err(writing(path))?;
            create(path)
        }
        other => other,
    };
    file.and_then(|mut it| it.write_all(bytes)).map_err(writing(path))
}

/// Writes a file in place of what lies there: the one or the other is there at
/// any time, whole.
pub fn replace(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    let new = new_name(path);
    put(&new, bytes)?;
    fs::rename(&new, path).map_err(writing(path))
}

/// Puts another name of the file `from` in place of the file `to`; where the
/// file system cannot, `to` stays.
pub fn link(from: &Path, to: &Path) -> Result<(), Error> {
    let new = new_name(to);
    remove(&new)?;
    match fs::hard_link(from, &new) {
        Ok(()) => fs::rename(&new, to).map_err(writing(to)),
        Err(_) => Ok(()),
    }
}

/// Removes what a [`replace`] left that was cut off.
pub fn forget_new(path: &Path) -> Result<(), Error> {
    remove(&new_name(path))
}

/// Whether a file holds these very bytes.
pub fn holds(path: &Path, bytes: &[u8]) -> Result<bool, Error> {
    fs::read(path).map(|it| it == bytes).map_err(reading(path))
}

/// Makes a folder where there is none; what is there and is not a folder goes.
pub fn make_folder(path: &Path) -> Result<(), Error> {
    match look(path)? {
        Found::Folder => return Ok(()),
        Found::Nothing => {}
        Found::File(_) | Found::Other => remove(path)?,
    }
    fs::create_dir(path).map_err(writing(path))
}

/// Removes what lies at a path, a folder with all that is in it.
pub fn remove(path: &Path) -> Result<(), Error> {
    let done = match look(path)? {
        Found::Nothing => Ok(()),
        Found::Folder => fs::remove_dir_all(path),
        Found::File(_) | Found::Other => fs::remove_file(path),
    };
    done.map_err(writing(path))
}

/// Removes a folder if nothing is in it; if something is, that is fine too.
pub fn remove_if_empty(path: &Path) {
    let _ = fs::remove_dir(path);
}

/// Turns what the system said into an error about reading `path`.
pub fn reading(path: &Path) -> impl FnOnce(io::Error) -> Error {
    move |source| Error::Read { path: path.to_path_buf(), source }
}

/// Turns what the system said into an error about writing `path`.
pub fn writing(path: &Path) -> impl FnOnce(io::Error) -> Error {
    move |source| Error::Write { path: path.to_path_buf(), source }
}

/// Makes a file that every web server can read; whatever has its name already,
/// a link above all, is an error.
fn create(path: &Path) -> io::Result<File> {
    let file = OpenOptions::new().write(true).create_new(true).open(path)?;
    #[cfg(unix)]
    file.set_permissions(std::os::unix::fs::PermissionsExt::from_mode(0o644))?;
    Ok(file)
}

/// The name that a file has in its folder until it is finished.
fn new_name(path: &Path) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!("{NEW}{name}"))
}
