//! Places in the text: spans of bytes, and fields by their path.
//!
//! A rule names a *field*; which bytes that is, is looked up only when something
//! is printed. So records carry no spans, and a clean run pays nothing.

use std::fmt;
use std::ops::Range;

use super::FileId;

/// Bytes of a file's text, from `start` up to `end`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The first byte.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
}

impl From<Range<usize>> for Span {
    fn from(range: Range<usize>) -> Self {
        Span { start: range.start, end: range.end }
    }
}

impl Span {
    /// The span moved on by `offset` bytes.
    #[must_use]
    pub fn shifted(self, offset: usize) -> Span {
        Span { start: self.start + offset, end: self.end + offset }
    }
}

/// The way from the top of a record to one of its values: `channels[0].number`.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct FieldPath(Vec<Step>);

/// One step of a [`FieldPath`].
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// Into the value of a key.
    Key(String),
    /// Into an item of a list.
    Item(usize),
}

impl FieldPath {
    /// This path, and then the value of `key`.
    #[must_use]
    pub fn key(mut self, key: &str) -> FieldPath {
        self.0.push(Step::Key(key.to_owned()));
        self
    }

    /// This path, and then the item `at`.
    #[must_use]
    pub fn item(mut self, at: usize) -> FieldPath {
        self.0.push(Step::Item(at));
        self
    }

    /// The steps in order.
    pub fn steps(&self) -> &[Step] {
        &self.0
    }
}

/// `a.b` is two keys; items are added with [`FieldPath::item`].
impl From<&str> for FieldPath {
    fn from(keys: &str) -> Self {
        keys.split('.').fold(FieldPath::default(), FieldPath::key)
    }
}

impl fmt::Display for FieldPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, step) in self.0.iter().enumerate() {
            match step {
                Step::Key(key) if at == 0 => write!(f, "{key}")?,
                Step::Key(key) => write!(f, ".{key}")?,
                Step::Item(item) => write!(f, "[{item}]")?,
            }
        }
        Ok(())
    }
}

/// Where a fault is.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// A whole file.
    File(FileId),
    /// A field of a record.
    Field(FileId, FieldPath),
    /// Bytes of a text.
    Text(FileId, Span),
    /// No file at all: the repository as a whole.
    Nowhere,
}

impl Place {
    /// The file, where there is one.
    pub fn file(&self) -> Option<FileId> {
        match self {
            Place::File(file) | Place::Field(file, _) | Place::Text(file, _) => Some(*file),
            Place::Nowhere => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_path_reads_like_code() {
        let path = FieldPath::from("channels").item(0).key("verification").key("on");
        assert_eq!(path.to_string(), "channels[0].verification.on");
    }
}
