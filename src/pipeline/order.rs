//! What somebody asks for: which schools, for which day, in how many files.

use std::path::PathBuf;

use jiff::civil::{Date, DateTime};

use crate::diag::nearest;
use crate::diag::print::Strictness;
use crate::emit::Options;
use crate::error::Error;
use crate::model::District;
use crate::model::school::School;
use crate::model::value::SchoolId;
use crate::site::coding::Coding;

use super::shard::Shard;

/// What is to be made, for which day.
#[derive(Debug, Clone)]
pub struct Order {
    /// The content repository.
    pub root: PathBuf,
    /// The day the sites are made for.
    pub as_of: Date,
    /// Whether warnings stop a build.
    pub strictness: Strictness,
    /// How folders are written.
    pub options: Options,
    /// Who is told how far it is.
    pub progress: Progress,
}

/// Is told now and then how many schools are done, and of how many.
pub type Progress = fn(done: usize, of: usize);

/// Which schools, and where their sites go.
#[derive(Debug, Clone)]
pub enum Layout {
    /// All of them, a folder each.
    All,
    /// Only these, a folder each; the others stay as they are.
    Some(Vec<SchoolId>),
    /// A part of them, a folder each, into a folder of its own; the first part
    /// has what stands above the schools.
    Part(Shard),
    /// One, straight into the folder.
    Single(SchoolId),
}

/// What is made of each site besides which sites there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Packing {
    /// How many files.
    pub files: Files,
    /// The site in one file as well.
    pub zip: Zip,
    /// Files as they travel as well.
    pub compressed: Compressed,
}

impl Packing {
    /// A file for each page and nothing else.
    pub const PLAIN: Packing =
        Packing { files: Files::ByPage, zip: Zip::Left, compressed: Compressed::Left };
}

/// How many files a site has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Files {
    /// One for each page.
    ByPage,
    /// Few.
    Compact,
}

/// Whether there is a file with the whole site in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Zip {
    /// There is.
    Made,
    /// There is not.
    Left,
}

/// Whether files lie there compressed as well.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Compressed {
    /// They do, in each of these ways.
    Made(&'static [Coding]),
    /// They do not.
    Left,
}

/// A moment that somebody asks about.
#[derive(Debug, Clone, Copy)]
pub enum Moment {
    /// What clocks show in the district.
    Local(DateTime),
    /// What clocks of UTC show.
    Utc(DateTime),
}

/// The schools that were asked for.
pub fn chosen<'d>(district: &'d District, layout: &Layout) -> Result<Vec<&'d School>, Error> {
    match layout {
        Layout::All => Ok(district.schools.values().map(|it| &it.value).collect()),
        Layout::Part(shard) => {
            let schools = district.schools.values().map(|it| &it.value);
            Ok(schools.filter(|it| shard.holds(&it.id)).collect())
        }
        Layout::Some(ids) => ids.iter().map(|it| find(district, it)).collect(),
        Layout::Single(id) => Ok(vec![find(district, id)?]),
    }
}

/// The school of that id.
pub fn find<'d>(district: &'d District, id: &SchoolId) -> Result<&'d School, Error> {
    district.schools.get(id).map(|it| &it.value).ok_or_else(|| Error::NoSchool {
        id: id.to_string(),
        nearest: nearest(id.as_str(), district.schools.keys().map(SchoolId::as_str)),
    })
}
