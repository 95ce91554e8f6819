//! What can go wrong with the machine.
//!
//! Faults of the *content* are never here: they are diagnostics, and there may
//! be many. An [`Error`] stops the command.

use std::io;
use std::path::PathBuf;

/// A thing the machine refused, with the path or name it was about.
///
/// `Display` is the English sentence; the Indonesian one stands with the other
/// sentences in `diag/text`.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A file or folder could not be read.
    #[error("cannot read `{}`", path.display())]
    Read {
        /// What was to be read.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// A file or folder could not be written.
    #[error("cannot write `{}`", path.display())]
    Write {
        /// What was to be written.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// The folder to write to holds what is not ours.
    #[error("`{}` was not written by teduh; choose an empty folder", path.display())]
    NotOurs {
        /// The folder, or the file in it that is in our way.
        path: PathBuf,
    },
    /// Another run is writing to the folder.
    #[error("another run of teduh is writing to `{}`; wait until it has ended", path.display())]
    Busy {
        /// The folder.
        path: PathBuf,
    },
    /// Two parts of a build are not of the same build.
    #[error(
        "`{}` is not a part of the same build: the day or a file of the same name differs",
        path.display()
    )]
    Apart {
        /// The part that differs from those before it.
        path: PathBuf,
    },
    /// A file of a part is not in the folder of the whole.
    #[error(
        "`{}` is listed by a part and is not there; put the files of all parts into the folder first",
        path.display()
    )]
    Missing {
        /// Where the file should be.
        path: PathBuf,
    },
    /// No `district.yaml` was found.
    #[error("no district.yaml in `{}`, above it, or in `content/` below it", path.display())]
    NoContent {
        /// Where the search began.
        path: PathBuf,
    },
    /// No school has this id.
    #[error("no school is called `{id}`")]
    NoSchool {
        /// The id that was asked for.
        id: String,
        /// The most similar id there is.
        nearest: Option<String>,
    },
    /// No need has this id.
    #[error("no need is called `{id}`")]
    NoNeed {
        /// The id that was asked for.
        id: String,
        /// The most similar id there is.
        nearest: Option<String>,
    },
    /// A moment on the command line is none.
    #[error("`{0}` is not a moment such as 2026-12-24T22:00")]
    Moment(String),
    /// No code has this name.
    #[error("no diagnostic is called `{0}`")]
    NoCode(String),
    /// A port could not be opened.
    #[error("cannot listen on port {port}: {why}")]
    Port {
        /// The port.
        port: u16,
        /// What the system said.
        why: String,
    },
    /// Files could not be watched for changes.
    #[error("cannot watch `{}`: {why}", path.display())]
    Watch {
        /// The folder.
        path: PathBuf,
        /// What the system said.
        why: String,
    },
    /// A date on the command line is none.
    #[error("`{0}` is not a date such as 2026-11-24")]
    Day(String),
    /// A template of the built-in theme failed.
    #[error("the template `{template}` failed: {why}")]
    Template {
        /// The template's name.
        template: String,
        /// What the engine said.
        why: String,
    },
}
