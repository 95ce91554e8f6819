//! Files with the same bytes, kept on the disk once.
//!
//! Nothing here ever writes into a file that is there, so a file that has two
//! names is as safe as two files.

use std::collections::BTreeMap;
use std::path::Path;

use crate::error::Error;
use crate::site::hash::Hash;

use super::manifest::Listing;
use super::{Out, disk};

/// Gives files with the same bytes one place on the disk, where the file system
/// can do that; where it cannot they stay as they are.
pub fn share(out: &Out, now: &Listing) -> Result<(), Error> {
    let mut first: BTreeMap<Hash, (&str, &str)> = BTreeMap::new();
    for (site, path, entry) in now.files() {
        let (its_site, its_path) = *first.entry(entry.sha256).or_insert((site, path));
        let from = out.folder.join(super::below(its_site, its_path));
        let to = out.folder.join(super::below(site, path));
        if !is_same(&from, &to) {
            out.journal.note(site, [path].into_iter())?;
            disk::link(&from, &to)?;
        }
    }
    Ok(())
}

/// Whether two names are of one file.
#[cfg(unix)]
fn is_same(one: &Path, other: &Path) -> bool {
    use std::fs;
    use std::os::unix::fs::MetadataExt;

    match (fs::symlink_metadata(one), fs::symlink_metadata(other)) {
        (Ok(one), Ok(other)) => (one.dev(), one.ino()) == (other.dev(), other.ino()),
        _ => false,
    }
}

/// Whether two names are of one file; elsewhere that is not known, and they
/// count as one, so that nothing is done.
#[cfg(not(unix))]
fn is_same(_one: &Path, _other: &Path) -> bool {
    true
}
