//! The sheets of a school: drafted, and made only where no earlier run made the
//! same.
//!
//! What was made is listed beside the sheets, with the hash of everything that
//! each depends on. A sheet is taken over from the folder only if its own hash
//! is still the one in the manifest, so a file that was changed by hand is made
//! again.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use crate::embedded;
use crate::emit::{self, Scope};
use crate::error::Error;
use crate::model::school::School;
use crate::model::sheet::Sheet;
use crate::model::value::SchoolId;
use crate::model::words::Words;
use crate::print::drafts::drafts;
use crate::print::{self, Made, Press};
use crate::resolve::edition::{self, Edition};
use crate::site::{OutputFile, Site, SitePath};
use crate::source::SourceTree;

use super::{Built, Layout, Loaded, Order, chosen, find};

/// The list of a school's sheets.
const LIST: &str = "daftar.json";

/// Makes the sheets of many schools.
#[derive(Debug)]
pub struct Paper<'p> {
    /// What sets them.
    pub press: Press<'p>,
    /// Which.
    pub wanted: &'p [Sheet],
    /// The hash of the program and its theme.
    pub kit: String,
}

/// The sheets of one school.
#[derive(Debug, Default)]
pub struct Papers {
    /// The sheets and their list.
    pub files: Vec<OutputFile>,
    /// Signs that could not be printed.
    pub lost: BTreeSet<char>,
}

/// How a sheet was made, as the list has it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Recipe {
    /// What it is called.
    title: String,
    /// How many pages it has; 0 for a text.
    pages: usize,
    /// Its size in bytes.
    size: usize,
    /// The hash of all that it depends on.
    recipe: String,
    /// Signs that could not be printed.
    lost: String,
}

impl<'p> Paper<'p> {
    /// What makes these sheets with a theme's templates and words.
    ///
    /// # Errors
    /// When a template cannot be used.
    pub fn new(
        theme: &SourceTree,
        words: &'p Words,
        wanted: &'p [Sheet],
    ) -> Result<Paper<'p>, Error> {
        let templates = theme.files().filter(|(_, it)| it.path.ends_with(".typ"));
        let templates: String = templates.map(|(id, _)| theme.text(id)).collect();
        let kit = format!("{}\n{words:?}\n{templates}", env!("CARGO_PKG_VERSION"));
        Ok(Paper {
            press: Press::new(theme, words, embedded::fonts("plain"))?,
            wanted,
            kit: emit::digest(kit.as_bytes()),
        })
    }

    /// The sheets of one school; `site` is its folder below the output folder.
    ///
    /// # Errors
    /// When a template fails.
    pub fn sheets(
        &self,
        out: &emit::Out,
        site: Option<&str>,
        edition: &Edition<'_>,
    ) -> Result<Papers, Error> {
        let mut papers = Papers::default();
        let Some(words) = self.press.words(edition).filter(|_| !self.wanted.is_empty()) else {
            return Ok(papers);
        };
        let earlier = emit::recall(out, site, &path(LIST));
        let earlier: BTreeMap<String, Recipe> =
            earlier.and_then(|it| serde_json::from_slice(&it).ok()).unwrap_or_default();
        let mut list = BTreeMap::new();
        for draft in drafts(edition, words, self.wanted) {
            let recipe = emit::digest(format!("{}\n{}", self.kit, draft.recipe()).as_bytes());
            let path = path(&draft.name);
            let same = earlier.get(&draft.name).filter(|it| it.recipe == recipe);
            let kept = same.and_then(|it| Some((it, emit::recall(out, site, &path)?)));
            let made = match kept {
                Some((it, bytes)) => {
                    Some(Made { bytes, pages: it.pages, lost: it.lost.chars().collect() })
                }
                None => self.press.make(&draft, words)?,
            };
            let Some(made) = made else { continue };
            papers.lost.extend(&made.lost);
            let entry = Recipe {
                title: draft.title,
                pages: made.pages,
                size: made.bytes.len(),
                recipe,
                lost: made.lost.into_iter().collect(),
            };
            list.insert(draft.name, entry);
            papers.files.push(OutputFile { path, bytes: made.bytes });
        }
        print::forget();
        let bytes = serde_json::to_vec_pretty(&list).unwrap_or_default();
        papers.files.push(OutputFile { path: path(LIST), bytes });
        Ok(papers)
    }
}

/// Makes the sheets of schools, without their pages.
///
/// # Errors
/// When the machine refuses, or a school that was asked for is not there.
pub fn print(
    order: &Order,
    schools: &[SchoolId],
    wanted: &[Sheet],
    out: &Path,
) -> Result<Built, Error> {
    let mut loaded = Loaded::read(order)?;
    let parts = loaded.take();
    let (mut summary, mut sites, mut lost) = (None, 0, BTreeSet::new());
    if let Some(parts) = &parts
        && !loaded.at_fault(parts.district.profile.publication, order.strictness)
    {
        let district = &parts.district;
        let layout = match schools {
            [] => Layout::All,
            some => Layout::Some(some.to_vec()),
        };
        let schools = chosen(district, &layout)?;
        let paper = loaded.paper(parts, wanted)?;
        let folder = emit::open(out)?;
        let make = |school: &&School| {
            let folder_name = school.id.to_string();
            let edition = edition::edition(district, find(district, &school.id)?, order.as_of);
            let papers = paper.sheets(&folder, Some(&folder_name), &edition)?;
            let site = Site { folder: Some(folder_name), files: papers.files };
            Ok((emit::write(&folder, &site)?, papers.lost))
        };
        let made: Result<Vec<_>, Error> = schools.par_iter().map(make).collect();
        let (written, signs): (Vec<_>, Vec<_>) = made?.into_iter().unzip();
        lost.extend(signs.into_iter().flatten());
        sites = schools.len();
        summary = Some(emit::close(folder, written, Scope::Added, order.as_of)?);
    }
    let first = String::new();
    Ok(Built { judged: loaded.judged(parts.as_ref()), summary, sites, first, lost })
}

/// Where a sheet lies below its school's folder.
fn path(name: &str) -> SitePath {
    SitePath::new(Some(print::FOLDER), name)
}
