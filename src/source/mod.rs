//! Every file of a content repository, as text, read once and never changed.
//!
//! A [`SourceTree`] owns every byte that later stages look at. It knows nothing
//! of records: which file is what is decided in `parse`. A file that cannot be
//! used (not UTF-8, too large, a link) stays in the tree with its fault, so
//! that `parse` can report it at its place.

use std::fs::File;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use walkdir::{DirEntry, WalkDir};

use crate::error::Error;

pub mod place;

/// A file larger than this is a mistake, not a text: 4 MiB.
pub const MAX_BYTES: u64 = 4 << 20;

/// The file that marks a folder as output of ours; such folders are not read.
pub const MANIFEST_NAME: &str = ".teduh.json";

/// All files of one folder, in path order.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct SourceTree {
    /// In order of `path`.
    files: Vec<SourceFile>,
}

/// One file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceFile {
    /// Path below the root, with `/`.
    pub path: String,
    /// The text, without a byte order mark; or why there is none.
    pub text: Result<String, ReadFault>,
}

/// Why a file has no text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReadFault {
    /// Not UTF-8; the line in which it stops being so.
    NotUtf8(usize),
    /// Larger than [`MAX_BYTES`]; its size.
    TooLarge(u64),
    /// A symbolic link: it could lead out of the repository.
    Link,
    /// The system refused; what it said.
    Refused(String),
}

/// Names a file of one tree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(usize);

/// A value and the file it was written in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sourced<T> {
    /// The file.
    pub file: FileId,
    /// The value.
    pub value: T,
}

impl SourceTree {
    /// Reads every file below `root` whose name ends in one of `endings`
    /// (without the dot). Hidden files and folders, and folders that hold an
    /// output of ours, are passed over.
    ///
    /// # Errors
    /// When a folder cannot be listed. A file that cannot be read is a fault of
    /// that file, not an error.
    pub fn read(root: &Path, endings: &[&str]) -> Result<SourceTree, Error> {
        let mut found = Vec::new();
        let walk = WalkDir::new(root).sort_by_file_name().follow_links(false);
        for entry in walk.into_iter().filter_entry(|it| it.depth() == 0 || is_content(it)) {
            let entry = entry.map_err(|it| {
                let path = it.path().unwrap_or(root).to_path_buf();
                Error::Read { path, source: it.into() }
            })?;
            let ending = entry.path().extension().and_then(|it| it.to_str()).unwrap_or_default();
            let wanted = endings.contains(&ending) && !entry.file_type().is_dir();
            if entry.depth() > 0 && (wanted || entry.path_is_symlink()) {
                found.push(entry);
            }
        }
        // Opening a file is most of what a small one costs: side by side.
        let read = |it: &DirEntry| SourceFile { path: below(root, it), text: text(it) };
        let mut files: Vec<SourceFile> = found.par_iter().map(read).collect();
        files.sort_by(|a, b| a.path.cmp(&b.path));
        Ok(SourceTree { files })
    }

    /// A tree made of texts: for tests and for what is compiled in.
    pub fn from_files<'a>(files: impl IntoIterator<Item = (&'a str, &'a str)>) -> SourceTree {
        let own = |(path, text): (&str, &str)| SourceFile {
            path: path.to_owned(),
            text: Ok(without_mark(text).to_owned()),
        };
        let mut files: Vec<SourceFile> = files.into_iter().map(own).collect();
        files.sort_by(|a, b| a.path.cmp(&b.path));
        files.dedup_by(|a, b| a.path == b.path);
        SourceTree { files }
    }

    /// This tree with `over` laid on it, file by file.
    pub fn overlaid(&self, over: &SourceTree) -> SourceTree {
        let mut files = over.files.clone();
        files.extend(self.files.iter().filter(|it| over.find(&it.path).is_none()).cloned());
        files.sort_by(|a, b| a.path.cmp(&b.path));
        SourceTree { files }
    }

    /// Every file with its name in this tree, in path order.
    pub fn files(&self) -> impl Iterator<Item = (FileId, &SourceFile)> {
        self.files.iter().enumerate().map(|(at, file)| (FileId(at), file))
    }

    /// The file with this path.
    pub fn find(&self, path: &str) -> Option<FileId> {
        self.files.binary_search_by(|it| it.path.as_str().cmp(path)).ok().map(FileId)
    }

    /// A file's path below the root.
    pub fn path(&self, file: FileId) -> &str {
        self.files.get(file.0).map_or("", |it| it.path.as_str())
    }

    /// A file's text, or why there is none.
    pub fn get(&self, file: FileId) -> Option<&Result<String, ReadFault>> {
        self.files.get(file.0).map(|it| &it.text)
    }

    /// A file's text; empty where it has none.
    pub fn text(&self, file: FileId) -> &str {
        self.files.get(file.0).and_then(|it| it.text.as_deref().ok()).unwrap_or("")
    }
}

/// The content repository that a person standing in `start` means: the nearest
/// folder upwards that holds `district.yaml`, or else `content/` below `start`.
pub fn find_root(start: &Path) -> Option<PathBuf> {
    let holds = |it: &Path| it.join("district.yaml").is_file();
    let above = start.ancestors().find(|it| holds(it)).map(Path::to_path_buf);
    above.or_else(|| Some(start.join("content")).filter(|it| holds(it)))
}

/// Whether the walk should look at this entry at all.
fn is_content(entry: &DirEntry) -> bool {
    let hidden = entry.file_name().to_string_lossy().starts_with('.');
    let output = entry.file_type().is_dir() && entry.path().join(MANIFEST_NAME).exists();
    !hidden && !output
}

/// The entry's path below `root`, with `/` on every system.
fn below(root: &Path, entry: &DirEntry) -> String {
    let path = entry.path().strip_prefix(root).unwrap_or(entry.path());
    let parts: Vec<_> = path.components().map(|it| it.as_os_str().to_string_lossy()).collect();
    parts.join("/")
}

/// A file's text, or why there is none.
fn text(entry: &DirEntry) -> Result<String, ReadFault> {
    if entry.path_is_symlink() {
        return Err(ReadFault::Link);
    }
    if !entry.file_type().is_file() {
        // Reading a pipe would wait for ever.
        return Err(ReadFault::Refused("not a regular file".to_owned()));
    }
    let bytes = bytes(entry.path()).map_err(|it| ReadFault::Refused(it.to_string()))?;
    let bytes = bytes.map_err(ReadFault::TooLarge)?;
    let mut text = String::from_utf8(bytes).map_err(|it| {
        let valid = &it.as_bytes()[..it.utf8_error().valid_up_to()];
        ReadFault::NotUtf8(valid.split(|it| *it == b'\n').count())
    })?;
    let mark = text.len() - without_mark(&text).len();
    text.drain(..mark);
    Ok(text)
}

/// A file's bytes, or its size where that is above [`MAX_BYTES`].
fn bytes(path: &Path) -> io::Result<Result<Vec<u8>, u64>> {
    let file = File::open(path)?;
    let size = file.metadata()?.len();
    if size > MAX_BYTES {
        return Ok(Err(size));
    }
    // With a limit the system is not asked for the size once more.
    let mut bytes = Vec::with_capacity(usize::try_from(size).unwrap_or_default() + 1);
    file.take(MAX_BYTES).read_to_end(&mut bytes)?;
    Ok(Ok(bytes))
}

/// The text without a byte order mark.
fn without_mark(text: &str) -> &str {
    text.strip_prefix('\u{feff}').unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_come_in_path_order_and_are_found_by_path() {
        let tree = SourceTree::from_files([("b.md", "two"), ("a.md", "one")]);
        let paths: Vec<&str> = tree.files().map(|(_, it)| it.path.as_str()).collect();
        assert_eq!(paths, ["a.md", "b.md"]);
        assert_eq!(tree.find("b.md").map(|it| tree.text(it)), Some("two"));
        assert_eq!(tree.find("c.md"), None);
    }

    #[test]
    fn a_byte_order_mark_is_not_part_of_the_text() {
        let tree = SourceTree::from_files([("a.md", "\u{feff}one")]);
        assert_eq!(tree.find("a.md").map(|it| tree.text(it)), Some("one"));
    }

    #[test]
    fn an_overlay_replaces_file_by_file() {
        let base = SourceTree::from_files([("a", "1"), ("b", "2")]);
        let over = SourceTree::from_files([("b", "3"), ("c", "4")]);
        let both = base.overlaid(&over);
        let texts: Vec<&str> = both.files().map(|(id, _)| both.text(id)).collect();
        assert_eq!(texts, ["1", "3", "4"]);
    }
}
