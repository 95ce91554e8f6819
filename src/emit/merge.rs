//! The lists of parts of a build, put together to one.
//!
//! Each part was built on its own, maybe on another machine, and their files
//! were put into one folder by whatever means. The list is written only if every
//! file of every part is there.

use std::path::{Path, PathBuf};

use crate::error::Error;
use crate::source::MANIFEST_NAME;

use super::disk::{self, Found};
use super::manifest::{self, Listing};

/// Lists in the folder `out` what the folders of the parts list. Returns how
/// many files that are.
///
/// # Errors
/// When a part has no list that can be understood, two parts are not of one
/// build, or a listed file is not in `out`.
pub fn merge(parts: &[PathBuf], out: &Path) -> Result<usize, Error> {
    let mut whole = Listing::default();
    let mut day = None;
    for part in parts {
        let (its_day, listing) = manifest::read_dated(&part.join(MANIFEST_NAME))?;
        let same_day = *day.get_or_insert(its_day) == its_day;
        if !same_day || !whole.join(listing) {
            return Err(Error::Apart { path: part.clone() });
        }
    }
    let Some(day) = day else { return Ok(0) };
    let mut count = 0;
    for (path, entry) in whole.entries() {
        let place = out.join(path);
        if disk::look(&place)? != Found::File(entry.size) {
            return Err(Error::Missing { path: place });
        }
        count += 1;
    }
    let path = out.join(MANIFEST_NAME);
    manifest::read(&path)?;
    disk::replace(&path, manifest::print(&whole, day).as_bytes())?;
    Ok(count)
}
