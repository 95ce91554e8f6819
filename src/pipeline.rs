//! The stages in order: the one room that knows them all.
//!
//! `read -> parse -> link -> check` judges a district; `plan -> render` compiles
//! its pages once; `edition -> site -> write` is done for each school, many at a
//! time. A district with an error is not built, and an earlier output stays as
//! it was.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use jiff::civil::{Date, DateTime};
use rayon::prelude::*;

use crate::answers::{self, Table};
use crate::check;
use crate::diag::code::{Code, Fault, Severity};
use crate::diag::print::{Located, Strictness};
use crate::diag::text::Tongue;
use crate::diag::{Checked, Diagnostic, nearest};
use crate::embedded;
use crate::emit::hosts::{self, HeaderPolicy};
use crate::emit::{self, Options, Out, Scope, Summary, Written};
use crate::error::Error;
use crate::model::document::Reviewer;
use crate::model::prose::Accepted;
use crate::model::school::School;
use crate::model::sheet::Sheet;
use crate::model::value::{Audience, NeedId, SchoolId};
use crate::model::words::Words;
use crate::model::{District, Publication};
use crate::parse;
use crate::print;
use crate::render::{Renderer, ThemeTrees};
use crate::resolve::{self, edition, hours};
use crate::site::plan::{self, PageKind, Plan};
use crate::site::{Draft, OutputFile, Site, SitePath};
use crate::source::place::Place;
use crate::source::{SourceTree, Sourced};

use self::paper::Paper;
use self::shard::Shard;

pub mod paper;
pub mod shard;
#[cfg(test)]
mod tests;

/// The endings of content files.
const CONTENT: &[&str] = &["yaml", "yml", "md", "csv"];
/// The endings of a theme's files.
const THEME: &[&str] = &["html", "css", "yaml", "typ"];

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
}

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

/// A content repository, read and judged.
#[derive(Debug)]
pub struct Judged {
    /// Every file.
    pub tree: SourceTree,
    /// What was found.
    pub found: Vec<Located>,
    /// Findings that somebody accepted.
    pub accepted: Vec<Sourced<Accepted>>,
    /// Texts that somebody still has to review, and who.
    pub unreviewed: Vec<Sourced<Vec<Reviewer>>>,
    /// What the district publishes; a sample where nobody knows.
    pub publication: Publication,
}

/// What a build came to.
#[derive(Debug)]
pub struct Built {
    /// The repository and what was found in it.
    pub judged: Judged,
    /// What was written; none where the content is at fault.
    pub summary: Option<Summary>,
    /// How many sites were made.
    pub sites: usize,
    /// A page to look at first, below the output folder.
    pub first: String,
    /// Signs that no sheet could print.
    pub lost: BTreeSet<char>,
}

/// One school's site in memory, and what was found.
#[derive(Debug)]
pub struct Preview {
    /// The repository and what was found in it.
    pub judged: Judged,
    /// The site's files; none where the content is at fault.
    pub site: Option<Site>,
}

/// Judges a content repository: every fault, in one go.
///
/// # Errors
/// When the machine refuses.
pub fn check(order: &Order) -> Result<Judged, Error> {
    let mut loaded = Loaded::read(order)?;
    let parts = loaded.take();
    if let Some(parts) = &parts {
        let plan = plan::plan(&parts.district);
        let renderer = loaded.renderer(parts, &plan, order)?;
        if let Some(school) = parts.district.schools.values().next() {
            loaded.weigh(&renderer, &plan, &parts.district, &school.value, order)?;
        }
    }
    Ok(loaded.judged(parts.as_ref()))
}

/// Builds the sites of a district, unless its content is at fault.
///
/// # Errors
/// When the machine refuses, or a school that was asked for is not there.
pub fn build(order: &Order, layout: &Layout, out: &Path) -> Result<Built, Error> {
    let mut loaded = Loaded::read(order)?;
    let parts = loaded.take();
    let (mut summary, mut sites, mut first) = (None, 0, String::new());
    let mut lost = BTreeSet::new();
    if let Some(parts) = &parts {
        let plan = plan::plan(&parts.district);
        let renderer = loaded.renderer(parts, &plan, order)?;
        let schools = chosen(&parts.district, layout)?;
        if let Some(school) = schools.first() {
            loaded.weigh(&renderer, &plan, &parts.district, school, order)?;
        }
        if !loaded.at_fault(parts.district.profile.publication, order.strictness) {
            sites = schools.len();
            first = match layout {
                Layout::Single(_) => "index.html".to_owned(),
                _ => schools.first().map_or(String::new(), |it| format!("{}/index.html", it.id)),
            };
            let paper = loaded.paper(parts, &parts.district.profile.print)?;
            let shop =
                Shop { district: &parts.district, plan: &plan, renderer: &renderer, paper, order };
            let written = shop.write(&schools, layout, out)?;
            (summary, lost) = (Some(written.0), written.1);
        }
    }
    Ok(Built { judged: loaded.judged(parts.as_ref()), summary, sites, first, lost })
}

/// One school's site, in memory.
///
/// # Errors
/// When the machine refuses, or the school is not there.
pub fn preview(order: &Order, school: Option<&SchoolId>) -> Result<Preview, Error> {
    let mut loaded = Loaded::read(order)?;
    let parts = loaded.take();
    let mut site = None;
    if let Some(parts) = &parts {
        let plan = plan::plan(&parts.district);
        let renderer = loaded.renderer(parts, &plan, order)?;
        let school = match school {
            Some(id) => Some(find(&parts.district, id)?),
            None => parts.district.schools.values().next().map(|it| &it.value),
        };
        if let Some(school) = school
            .filter(|_| !loaded.at_fault(parts.district.profile.publication, order.strictness))
        {
            site = Some(renderer.site(&edition::edition(&parts.district, school, order.as_of))?);
        }
    }
    Ok(Preview { judged: loaded.judged(parts.as_ref()), site })
}

/// A repository on its way through the stages.
#[derive(Debug)]
struct Loaded {
    /// Every file.
    tree: SourceTree,
    /// The built-in theme.
    theme: SourceTree,
    /// What the district lays over it.
    over: Option<SourceTree>,
    /// The district and the theme's words, until they are taken.
    parts: Option<Parts>,
    /// What was found so far.
    found: Vec<Diagnostic>,
    /// Findings that somebody accepted.
    accepted: Vec<Sourced<Accepted>>,
}

/// What the later stages borrow.
#[derive(Debug)]
struct Parts {
    /// The district.
    district: District,
    /// The theme's words.
    words: Words,
}

impl Loaded {
    /// Reads, parses, links and checks.
    fn read(order: &Order) -> Result<Loaded, Error> {
        Loaded::of(SourceTree::read(&order.root, CONTENT)?, order)
    }

    /// Parses, links and checks.
    fn of(tree: SourceTree, order: &Order) -> Result<Loaded, Error> {
        let Checked { value: records, mut diagnostics } = parse::parse(&tree);
        let linked = resolve::link(records);
        diagnostics.extend(linked.diagnostics);
        let built_in = || embedded::theme("plain").unwrap_or_default();
        let mut loaded = Loaded {
            tree,
            theme: built_in(),
            over: None,
            parts: None,
            found: diagnostics,
            accepted: Vec::new(),
        };
        if let Some(district) = linked.value {
            loaded.found.extend(check::check(&district, order.as_of));
            loaded.load_theme(&district, order)?;
            let whole = loaded
                .over
                .as_ref()
                .map_or_else(|| loaded.theme.clone(), |it| loaded.theme.overlaid(it));
            let words = parse::words::words(&whole);
            loaded.found.extend(
                words.diagnostics.into_iter().map(|it| Diagnostic::new(it.fault, Place::Nowhere)),
            );
            let settled =
                check::accepted::settle(std::mem::take(&mut loaded.found), &district.accepted);
            (loaded.found, loaded.accepted) = (settled.open, settled.accepted);
            loaded.parts = Some(Parts { district, words: words.value });
        }
        Ok(loaded)
    }

    /// The theme the district asks for: one of ours, one of its own, or one of
    /// its own over one of ours.
    fn load_theme(&mut self, district: &District, order: &Order) -> Result<(), Error> {
        let name = &district.profile.theme;
        let ours = embedded::theme(name);
        let folder = order.root.join("themes").join(name);
        if folder.is_dir() {
            self.over = Some(SourceTree::read(&folder, THEME)?);
        } else if ours.is_none() {
            let place = Place::Field(district.file, "theme".into());
            self.found.push(Diagnostic::new(Fault::UnknownTheme { name: name.clone() }, place));
        }
        if let Some(ours) = ours {
            self.theme = ours;
        }
        Ok(())
    }

    /// The district and the words, once.
    fn take(&mut self) -> Option<Parts> {
        self.parts.take()
    }

    /// Compiles the pages.
    fn renderer<'d>(
        &mut self,
        parts: &'d Parts,
        plan: &'d Plan,
        order: &Order,
    ) -> Result<Renderer<'d>, Error> {
        let trees = ThemeTrees { built_in: &self.theme, over: self.over.as_ref() };
        let Checked { value, diagnostics } =
            Renderer::new(&parts.district, plan, &trees, &parts.words, order.as_of)?;
        self.found.extend(diagnostics);
        Ok(value)
    }

    /// What makes sheets, with the theme's templates and words.
    fn paper<'p>(&self, parts: &'p Parts, wanted: &'p [Sheet]) -> Result<Paper<'p>, Error> {
        let over = self.over.as_ref();
        let theme = over.map_or_else(|| self.theme.clone(), |it| self.theme.overlaid(it));
        Paper::new(&theme, &parts.words, wanted)
    }

    /// Weighs the pages of one school; those of the others differ by a name.
    fn weigh(
        &mut self,
        renderer: &Renderer<'_>,
        plan: &Plan,
        district: &District,
        school: &School,
        order: &Order,
    ) -> Result<(), Error> {
        let edition = edition::edition(district, school, order.as_of);
        let filled = renderer.filled(&edition)?;
        let sheets = filled.sheets().iter().map(Draft::finished).collect::<Result<Vec<_>, _>>()?;
        let pages: Vec<_> = plan.pages_of(&edition).map(|(_, page)| page).zip(&sheets).collect();
        let heavy: Vec<Diagnostic> = pages
            .into_par_iter()
            .filter_map(|(page, file)| check::site::weigh(district, plan, page, &file.bytes))
            .collect();
        self.found.extend(heavy);
        Ok(())
    }

    /// Whether anything found is an error.
    fn at_fault(&self, publication: Publication, strictness: Strictness) -> bool {
        let error = |it: &Diagnostic| it.code().severity(publication) == Severity::Error;
        self.found.iter().any(|it| strictness == Strictness::Strict || error(it))
    }

    /// What was found, with its places in the files.
    fn judged(self, parts: Option<&Parts>) -> Judged {
        let locate = |diagnostic: Diagnostic| Located {
            span: parse::locate(&self.tree, &diagnostic.place),
            diagnostic,
        };
        let found = self.found.into_iter().map(locate).collect();
        Judged {
            found,
            accepted: self.accepted,
            unreviewed: parts.map_or(Vec::new(), |it| check::reviews::open(&it.district)),
            publication: parts.map_or(Publication::Sample, |it| it.district.profile.publication),
            tree: self.tree,
        }
    }
}

/// Everything that is needed to make sites.
#[derive(Debug)]
struct Shop<'s> {
    /// The district.
    district: &'s District,
    /// Where pages lie.
    plan: &'s Plan,
    /// The compiled pages.
    renderer: &'s Renderer<'s>,
    /// What makes sheets.
    paper: Paper<'s>,
    /// For which day.
    order: &'s Order,
}

impl Shop<'_> {
    /// Makes and writes the sites, many at a time. A site is dropped before its
    /// thread begins the next, so memory does not grow with their number.
    fn write(
        &self,
        schools: &[&School],
        layout: &Layout,
        out: &Path,
    ) -> Result<(Summary, BTreeSet<char>), Error> {
        let folder = emit::open(out, self.order.options)?;
        let make = |school: &&School| self.write_one(school, layout, &folder);
        let written: Result<Vec<_>, Error> = schools.par_iter().map(make).collect();
        let (mut written, lost): (Vec<_>, Vec<_>) = written?.into_iter().unzip();
        let scope = match layout {
            Layout::All => {
                written.push(self.front(&folder)?);
                Scope::Full
            }
            Layout::Part(shard) => {
                if shard.is_first() {
                    written.push(self.front(&folder)?);
                }
                Scope::Full
            }
            Layout::Single(_) => Scope::Full,
            Layout::Some(_) => Scope::Partial,
        };
        let summary = emit::close(folder, written, scope, self.order.as_of)?;
        Ok((summary, lost.into_iter().flatten().collect()))
    }

    /// Makes what is not there yet of one school's site. Also returns the signs
    /// that none of its sheets can print.
    fn write_one(
        &self,
        school: &School,
        layout: &Layout,
        out: &Out,
    ) -> Result<(Written, BTreeSet<char>), Error> {
        // The school is looked up again so that it lives as long as the district.
        let school = find(self.district, &school.id)?;
        let edition = edition::edition(self.district, school, self.order.as_of);
        let filled = self.renderer.filled(&edition)?;
        let mut site = filled.outline();
        if matches!(layout, Layout::Single(_)) {
            site.folder = None;
            site.files.push(self.headers("").into());
        }
        let papers = self.paper.sheets(&edition);
        site.files.extend(papers.files);
        let written = emit::write(out, &site)?;
        print::forget();
        Ok((written, papers.lost))
    }

    /// Writes the pages above the schools: a list of all of them, and the hosts'
    /// headers.
    fn front(&self, out: &Out) -> Result<Written, Error> {
        let schools: Vec<&School> = self.district.schools.values().map(|it| &it.value).collect();
        let mut files = self.renderer.front(&schools)?;
        files.push(self.headers("/:school"));
        emit::write(out, &Site { folder: None, files }.into())
    }

    /// Netlify's `_headers`.
    fn headers(&self, above: &str) -> OutputFile {
        let child = |it: &&plan::Page| {
            matches!(
                it.kind,
                PageKind::Entry(Audience::Child)
                    | PageKind::Reading(Audience::Child)
                    | PageKind::Guidance(Audience::Child, _)
            )
        };
        let policy = HeaderPolicy {
            style_hashes: vec![hosts::style_hash(self.renderer.css())],
            child_pages: self
                .plan
                .pages
                .iter()
                .filter(child)
                .map(|it| format!("{above}/{}", it.path))
                .collect(),
            noindex: Vec::new(),
        };
        OutputFile {
            path: SitePath::new(None, "_headers"),
            bytes: hosts::netlify(&policy).into_bytes(),
        }
    }
}

/// The schools that were asked for.
fn chosen<'d>(district: &'d District, layout: &Layout) -> Result<Vec<&'d School>, Error> {
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
fn find<'d>(district: &'d District, id: &SchoolId) -> Result<&'d School, Error> {
    district.schools.get(id).map(|it| &it.value).ok_or_else(|| Error::NoSchool {
        id: id.to_string(),
        nearest: nearest(id.as_str(), district.schools.keys().map(SchoolId::as_str)),
    })
}

/// A moment that somebody asks about.
#[derive(Debug, Clone, Copy)]
pub enum Moment {
    /// What clocks show in the district.
    Local(DateTime),
    /// What clocks of UTC show.
    Utc(DateTime),
}

/// Who answers for a need at a school at a moment, in words.
///
/// # Errors
/// When the machine refuses, or there is no such school or need.
pub fn who(
    order: &Order,
    school: &SchoolId,
    need: &NeedId,
    at: Moment,
    tongue: Tongue,
) -> Result<(Judged, String), Error> {
    let mut loaded = Loaded::read(order)?;
    let parts = loaded.take();
    let mut text = String::new();
    if let Some(Parts { district, words }) = &parts {
        let edition = edition::edition(district, find(district, school)?, order.as_of);
        if district.need(need).is_none() {
            let nearest =
                nearest(need.as_str(), district.profile.needs.iter().map(|it| it.id.as_str()));
            return Err(Error::NoNeed { id: need.to_string(), nearest });
        }
        let at = match at {
            Moment::Local(at) => at,
            Moment::Utc(at) => district.profile.time_zone.civil(at),
        };
        text = answers::who(&edition, &hours::who(&edition, need, at), at, words, tongue);
    }
    Ok((loaded.judged(parts.as_ref()), text))
}

/// Every gap of the district: a school, a need, and the hours at which nobody
/// answers.
///
/// # Errors
/// When the machine refuses.
pub fn gaps(order: &Order, form: Table, tongue: Tongue) -> Result<(Judged, String), Error> {
    let mut loaded = Loaded::read(order)?;
    let parts = loaded.take();
    let mut rows = Vec::new();
    if let Some(Parts { district, .. }) = &parts {
        for school in district.schools.values() {
            let edition = edition::edition(district, &school.value, order.as_of);
            let gaps = hours::gaps(&edition, order.as_of);
            rows.extend(gaps.into_iter().map(|it| {
                (school.value.id.to_string(), it.need.to_string(), it.hours, it.first.to_string())
            }));
        }
    }
    let text = answers::gaps(&rows, form, tongue);
    Ok((loaded.judged(parts.as_ref()), text))
}

/// The code of that name.
///
/// # Errors
/// When there is none.
pub fn code(name: &str) -> Result<Code, Error> {
    Code::named(name).ok_or_else(|| Error::NoCode(name.to_owned()))
}
