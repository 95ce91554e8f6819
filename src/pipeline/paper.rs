//! The sheets of a school: drafted here, made only where no earlier run made the
//! same, and written by whoever writes the rest.

use std::collections::BTreeSet;
use std::path::Path;

use rayon::prelude::*;

use crate::embedded;
use crate::emit::{self, Scope};
use crate::error::Error;
use crate::model::school::School;
use crate::model::sheet::Sheet;
use crate::model::value::SchoolId;
use crate::model::words::Words;
use crate::print::drafts::drafts;
use crate::print::{self, Press};
use crate::resolve::edition::{self, Edition};
use crate::site::hash::Recipe;
use crate::site::{Draft, Outline, SitePath};
use crate::source::SourceTree;

use super::{Built, Layout, Loaded, Order, chosen, find};

/// So many schools a thread are in a batch.
const BATCH: usize = 2;

/// Makes the sheets of many schools.
#[derive(Debug)]
pub struct Paper<'p> {
    /// What sets them.
    press: Press<'p>,
    /// Which.
    wanted: &'p [Sheet],
    /// What every sheet follows from: the program, the theme, the words.
    kit: Recipe,
}

/// The sheets of one school, still to be made.
#[derive(Debug, Default)]
pub struct Papers<'p> {
    /// The sheets.
    pub files: Vec<Draft<'p>>,
    /// Signs that they cannot print.
    pub lost: BTreeSet<char>,
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
            kit: Recipe::of(kit.as_bytes()),
        })
    }

    /// Does something for each school, many at a time.
    ///
    /// Where sheets are made, so many in a batch that memory stays within
    /// bounds: a thread that waits for a part of a sheet begins another school,
    /// and without batches all of them would be begun before the first is done.
    ///
    /// # Errors
    /// The first that occurs.
    pub fn in_batches<T: Send>(
        &self,
        schools: &[&School],
        make: impl Fn(&&School) -> Result<T, Error> + Send + Sync,
    ) -> Result<Vec<T>, Error> {
        let batch = match self.wanted {
            [] => schools.len().max(1),
            _ => BATCH * rayon::current_num_threads(),
        };
        let mut made = Vec::new();
        for schools in schools.chunks(batch) {
            let batch: Result<Vec<T>, Error> = schools.par_iter().map(&make).collect();
            made.extend(batch?);
            print::forget();
        }
        Ok(made)
    }

    /// The sheets of one school.
    pub fn sheets(&self, edition: &Edition<'_>) -> Papers<'_> {
        let mut papers = Papers::default();
        let Some(words) = self.press.words(edition).filter(|_| !self.wanted.is_empty()) else {
            return papers;
        };
        for sheet in drafts(edition, words, self.wanted) {
            if !Press::makes(&sheet) {
                continue;
            }
            papers.lost.extend(self.press.lost(&sheet));
            let path = SitePath::new(Some(print::FOLDER), &sheet.name);
            let recipe = Recipe::of(sheet.recipe().as_bytes());
            let recipe = Recipe::made("sheet", [self.kit.bytes(), recipe.bytes()]);
            papers.files.push(Draft::new(path, recipe, move || self.press.make(&sheet, words)));
        }
        papers
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
        let folder = emit::open(out, order.options)?;
        let make = |school: &&School| {
            let edition = edition::edition(district, find(district, &school.id)?, order.as_of);
            let papers = paper.sheets(&edition);
            let site = Outline { folder: Some(school.id.to_string()), files: papers.files };
            Ok((emit::write(&folder, &site)?, papers.lost))
        };
        let made = paper.in_batches(&schools, make);
        let (written, signs): (Vec<_>, Vec<_>) = made?.into_iter().unzip();
        lost.extend(signs.into_iter().flatten());
        sites = schools.len();
        summary = Some(emit::close(folder, written, Scope::Added, order.as_of)?);
    }
    let first = String::new();
    Ok(Built { judged: loaded.judged(parts.as_ref()), summary, sites, first, zip: None, lost })
}
