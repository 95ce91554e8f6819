//! The sheets of a school: drafted here, made only where no earlier run made the
//! same, and written by whoever writes the rest.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::mpsc::{self, Receiver, Sender};

use rayon::prelude::*;

use crate::diag::Diagnostic;
use crate::diag::code::Fault;
use crate::embedded;
use crate::emit::Written;
use crate::error::Error;
use crate::model::school::School;
use crate::model::sheet::Sheet;
use crate::model::value::Lang;
use crate::model::words::{Catalogue, Words};
use crate::print::draft::Draft as Sketch;
use crate::print::drafts::{drafts, languages};
use crate::print::{self, Fit, Press};
use crate::resolve::edition::Edition;
use crate::site::hash::Recipe;
use crate::site::{Draft, Leaf, SitePath};
use crate::source::SourceTree;
use crate::source::place::Place;

use super::order::Progress;

/// So many schools for each thread are in a batch where sheets are made.
const BATCH: usize = 1;
/// So many schools are in a batch of pages alone.
const PAGES: usize = 250;

/// Makes the sheets of many schools.
#[derive(Debug)]
pub struct Paper<'p> {
    /// What sets them.
    press: Press<'p>,
    /// Which.
    wanted: &'p [Sheet],
    /// What every sheet follows from: the program, the theme, the words.
    kit: Recipe,
    /// Where it is said what is wrong with a sheet.
    said: Sender<Said>,
}

/// The sheets of one school, still to be made.
#[derive(Debug, Default)]
pub struct Papers<'p> {
    /// The sheets.
    pub files: Vec<Draft<'p>>,
    /// The same for whoever chooses among them, in the same order.
    pub leaves: Vec<Leaf>,
}

/// What is wrong with a sheet; most of it is known only when it is made, by any
/// thread.
#[derive(Debug)]
enum Said {
    /// Signs that cannot be printed.
    Lost(String, BTreeSet<char>),
    /// The school whose sheet is too long for its paper.
    Spills(String, String),
}

/// Where what is wrong with sheets is heard.
#[derive(Debug)]
pub struct Heard(Receiver<Said>);

impl Heard {
    /// All that was said so far: once for each sheet, whatever thread made it.
    pub fn faults(&self) -> Vec<Diagnostic> {
        let mut lost: BTreeMap<String, BTreeSet<char>> = BTreeMap::new();
        let mut spills = BTreeSet::new();
        for said in self.0.try_iter() {
            match said {
                Said::Lost(sheet, signs) => lost.entry(sheet).or_default().extend(signs),
                Said::Spills(school, sheet) => drop(spills.insert((school, sheet))),
            }
        }
        let lost = lost.into_iter().map(|(sheet, signs)| Fault::UnprintableSigns {
            sheet,
            signs: signs.into_iter().collect(),
        });
        let spills = spills.into_iter().map(|(school, sheet)| Fault::SheetSpills { school, sheet });
        lost.chain(spills).map(|it| Diagnostic::new(it, Place::Nowhere)).collect()
    }
}

impl Papers<'_> {
    /// The sheets with their sizes, now that they are written.
    pub fn weighed(&self, written: &Written) -> Vec<Leaf> {
        let weighed =
            |it: &Leaf| Leaf { bytes: written.size(&it.path).unwrap_or_default(), ..it.clone() };
        self.leaves.iter().map(weighed).collect()
    }
}

impl<'p> Paper<'p> {
    /// What makes these sheets with a theme's templates and words, and where it is
    /// heard what is wrong with them.
    ///
    /// # Errors
    /// When a template cannot be used.
    pub fn new(
        theme: &SourceTree,
        words: &'p Words,
        wanted: &'p [Sheet],
    ) -> Result<(Paper<'p>, Heard), Error> {
        let templates = theme.files().filter(|(_, it)| it.path.ends_with(".typ"));
        let templates: String = templates.map(|(id, _)| theme.text(id)).collect();
        let kit = format!("{}\n{words:?}\n{templates}", env!("CARGO_PKG_VERSION"));
        let (said, heard) = mpsc::channel();
        // Reading fonts takes longer than a small district's pages.
        let fonts = if wanted.is_empty() { Vec::new() } else { embedded::fonts("plain") };
        let paper = Paper {
            press: Press::new(theme, words, fonts)?,
            wanted,
            kit: Recipe::of(kit.as_bytes()),
            said,
        };
        Ok((paper, Heard(heard)))
    }

    /// Does something for each school, many at a time.
    ///
    /// Where sheets are made, so many in a batch that memory stays within
    /// bounds: a thread that waits for a part of a sheet begins another school,
    /// and without batches all of them would be begun before the first is done.
    /// After each batch `progress` is told.
    ///
    /// # Errors
    /// The first that occurs.
    pub fn in_batches<T: Send>(
        &self,
        schools: &[&School],
        progress: Progress,
        make: impl Fn(&&School) -> Result<T, Error> + Send + Sync,
    ) -> Result<Vec<T>, Error> {
        let batch = match self.wanted {
            [] => PAGES,
            _ => BATCH * rayon::current_num_threads(),
        };
        let mut made = Vec::new();
        for batch in schools.chunks(batch) {
            let batch: Result<Vec<T>, Error> = batch.par_iter().map(&make).collect();
            made.extend(batch?);
            progress(made.len(), schools.len());
            print::forget();
        }
        Ok(made)
    }

    /// The sheets of one school.
    pub fn sheets(&self, edition: &Edition<'_>) -> Papers<'_> {
        let mut papers = Papers::default();
        for (lang, sheet) in self.sketches(edition) {
            let Some(words) = self.press.words(lang) else { continue };
            let path = SitePath::new(Some(&print::folder(edition, lang)), &sheet.name);
            let lost = self.press.lost(&sheet);
            if !lost.is_empty() {
                self.say(Said::Lost(path.to_string(), lost));
            }
            papers.leaves.push(Leaf {
                path: path.clone(),
                title: sheet.title.clone(),
                lang: lang.clone(),
                bytes: 0,
            });
            let recipe = Recipe::of(sheet.recipe().as_bytes());
            let recipe = Recipe::made("sheet", [self.kit.bytes(), recipe.bytes()]);
            let school = edition.school.name.clone();
            let make = move || self.made(&school, &sheet, words);
            papers.files.push(Draft::new(path, recipe, make));
        }
        papers
    }

    /// Says what is wrong with the sheets of a school that have only so much paper,
    /// without keeping them.
    ///
    /// # Errors
    /// When a template fails.
    pub fn prove(&self, edition: &Edition<'_>) -> Result<(), Error> {
        for (lang, sheet) in self.sketches(edition) {
            if let Some(words) = self.press.words(lang).filter(|_| sheet.may_spill()) {
                self.made(&edition.school.name, &sheet, words)?;
            }
        }
        Ok(())
    }

    /// What there is to make for a school, with its language.
    fn sketches<'e>(&self, edition: &'e Edition<'_>) -> Vec<(&'e Lang, Sketch)> {
        if self.wanted.is_empty() {
            return Vec::new();
        }
        let of = |lang: &'e Lang| {
            let words = self.press.words(lang);
            let drafts = words.map(|words| drafts(edition, lang, words, self.wanted));
            drafts.into_iter().flatten().filter(Press::makes).map(move |it| (lang, it))
        };
        languages(edition).flat_map(of).collect()
    }

    /// Makes a sheet of a school of this name.
    fn made(&self, school: &str, sheet: &Sketch, words: &Catalogue) -> Result<Vec<u8>, Error> {
        let made = self.press.make(sheet, words)?;
        if made.fit == Fit::Spills {
            self.say(Said::Spills(school.to_owned(), sheet.name.clone()));
        }
        Ok(made.bytes)
    }

    /// Says what is wrong, whether anybody hears it or not.
    fn say(&self, said: Said) {
        drop(self.said.send(said));
    }
}
