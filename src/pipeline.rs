//! The stages in order: the one room that knows them all.
//!
//! `read -> parse -> link -> check` judges a district; `plan -> render` compiles
//! its pages once; `edition -> site -> write` is done for each school, many at a
//! time. A district with an error is not built, and an earlier output stays as
//! it was.

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
use crate::emit::hosts::{Inline, Sites};
use crate::emit::{self, Options, Out, Scope, Summary, Written};
use crate::error::Error;
use crate::inspect::{self, Extent, Origin};
use crate::model::document::Reviewer;
use crate::model::prose::Accepted;
use crate::model::school::School;
use crate::model::sheet::Sheet;
use crate::model::value::{NeedId, SchoolId};
use crate::model::words::Words;
use crate::model::{District, Host, Publication};
use crate::parse;
use crate::render::{Finish, Renderer, ThemeTrees};
use crate::resolve::edition::Edition;
use crate::resolve::{self, edition, hours};
use crate::site::coding::Coding;
use crate::site::compact::compact;
use crate::site::plan::{self, Plan};
use crate::site::{Draft, Leaf, Outline, Site};
use crate::source::place::Place;
use crate::source::{SourceTree, Sourced};

use self::hosting::Hosting;
use self::paper::{Heard, Paper};
use self::shard::Shard;

#[cfg(any(test, fuzzing))]
pub mod harmless;
mod hosting;
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
    /// The size of the largest ZIP, in bytes, where there are such.
    pub zip: Option<usize>,
}

/// One school's site in memory, and what was found.
#[derive(Debug)]
pub struct Preview {
    /// The repository and what was found in it.
    pub judged: Judged,
    /// The site's files; none where the content is at fault.
    pub site: Option<Site>,
}

/// Judges a content repository: every fault of its texts and templates, in one
/// go. Finished pages are looked at where that is asked for.
///
/// # Errors
/// When the machine refuses.
pub fn check(order: &Order, pages: Option<Extent>) -> Result<Judged, Error> {
    let mut loaded = Loaded::read(order)?;
    let parts = loaded.take();
    if let Some(parts) = &parts {
        let plan = plan::plan(&parts.district);
        if let Some(extent) = pages {
            let renderer = loaded.renderer(parts, &plan, order)?;
            let (paper, heard) = loaded.paper(parts, &parts.district.profile.print)?;
            let shop = Shop::open(parts, &plan, &renderer, paper, order);
            let schools: Vec<&School> =
                parts.district.schools.values().map(|it| &it.value).collect();
            loaded.inspect(&shop, &schools, extent)?;
            if extent == Extent::Whole {
                shop.prove(&schools)?;
            }
            loaded.found.extend(heard.faults());
        } else {
            loaded.compiled(parts, &plan, order, Finish::Proof)?;
        }
    }
    Ok(loaded.judged(parts.as_ref()))
}

/// Builds the sites of a district, unless its content is at fault.
///
/// # Errors
/// When the machine refuses, or a school that was asked for is not there.
pub fn build(order: &Order, layout: &Layout, packing: Packing, out: &Path) -> Result<Built, Error> {
    let mut loaded = Loaded::read(order)?;
    let parts = loaded.take();
    let (mut summary, mut sites, mut first, mut zip) = (None, 0, String::new(), None);
    if let Some(parts) = &parts {
        let plan = plan::plan(&parts.district);
        let renderer = loaded.renderer(parts, &plan, order)?;
        let schools = chosen(&parts.district, layout)?;
        let (paper, heard) = loaded.paper(parts, &parts.district.profile.print)?;
        let shop = Shop::open(parts, &plan, &renderer, paper, order);
        loaded.inspect(&shop, &schools, Extent::Pages)?;
        loaded.found.extend(shop.count(&schools, layout, packing)?);
        if !loaded.at_fault(parts.district.profile.publication, order.strictness) {
            sites = schools.len();
            first = match layout {
                Layout::Single(_) => "index.html".to_owned(),
                _ => schools.first().map_or(String::new(), |it| format!("{}/index.html", it.id)),
            };
            let made = shop.write(&schools, layout, packing, out)?;
            (summary, zip) = (Some(made.0), made.1);
            loaded.found.extend(heard.faults());
        }
    }
    Ok(Built { judged: loaded.judged(parts.as_ref()), summary, sites, first, zip })
}

/// What a host is told about these sites, in its own language; nothing where the
/// content is at fault.
///
/// # Errors
/// When the machine refuses, or a school that was asked for is not there.
pub fn headers(order: &Order, layout: &Layout, host: Host) -> Result<(Judged, String), Error> {
    let mut loaded = Loaded::read(order)?;
    let parts = loaded.take();
    let mut text = String::new();
    if let Some(parts) = &parts {
        let plan = plan::plan(&parts.district);
        let renderer = loaded.renderer(parts, &plan, order)?;
        let schools = chosen(&parts.district, layout)?;
        if !loaded.at_fault(parts.district.profile.publication, Strictness::Lenient) {
            let (paper, _) = loaded.paper(parts, &[])?;
            let shop = Shop::open(parts, &plan, &renderer, paper, order);
            let sites = match layout {
                Layout::Single(_) => Sites::One,
                Layout::All | Layout::Some(_) | Layout::Part(_) => Sites::Folders,
            };
            text = shop.hosting.text(host, shop.inline(&schools)?, sites);
        }
    }
    Ok((loaded.judged(parts.as_ref()), text))
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
        let renderer = loaded.compiled(parts, &plan, order, Finish::Preview)?;
        let school = match school {
            Some(id) => Some(find(&parts.district, id)?),
            None => parts.district.schools.values().next().map(|it| &it.value),
        };
        if let Some(school) = school
            .filter(|_| !loaded.at_fault(parts.district.profile.publication, order.strictness))
        {
            site =
                Some(renderer.site(&edition::edition(&parts.district, school, order.as_of), &[])?);
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

    /// Compiles the pages that readers get.
    fn renderer<'d>(
        &mut self,
        parts: &'d Parts,
        plan: &'d Plan,
        order: &Order,
    ) -> Result<Renderer<'d>, Error> {
        self.compiled(parts, plan, order, Finish::Published)
    }

    /// Compiles the pages, so far.
    fn compiled<'d>(
        &mut self,
        parts: &'d Parts,
        plan: &'d Plan,
        order: &Order,
        finish: Finish,
    ) -> Result<Renderer<'d>, Error> {
        let trees = ThemeTrees { built_in: &self.theme, over: self.over.as_ref() };
        let Checked { value, diagnostics } =
            Renderer::new(&parts.district, plan, &trees, &parts.words, order.as_of, finish)?;
        self.found.extend(diagnostics);
        Ok(value)
    }

    /// What makes sheets, with the theme's templates and words, and where it is heard
    /// what is wrong with them.
    fn paper<'p>(
        &self,
        parts: &'p Parts,
        wanted: &'p [Sheet],
    ) -> Result<(Paper<'p>, Heard), Error> {
        let over = self.over.as_ref();
        let theme = over.map_or_else(|| self.theme.clone(), |it| self.theme.overlaid(it));
        Paper::new(&theme, &parts.words, wanted)
    }

    /// Looks at finished pages. Those of all schools are stamped from the same
    /// stencils, so the first school stands for the others unless every site is
    /// to be looked at as a whole; what is found there already is not repeated.
    /// In the list of the schools it stands for the others always.
    fn inspect(
        &mut self,
        shop: &Shop<'_>,
        schools: &[&School],
        extent: Extent,
    ) -> Result<(), Error> {
        let origin = Origin { district: shop.district, plan: shop.plan };
        let look = |school: &&School| {
            let (site, leaves) = shop.site(school, &Layout::All)?;
            Ok(inspect::inspect(origin, &site, &leaves, extent))
        };
        let looked_at = match extent {
            Extent::Pages => &schools[..schools.len().min(1)],
            Extent::Whole => schools,
        };
        let found: Result<Vec<_>, Error> = looked_at.par_iter().map(look).collect();
        let first = &schools[..schools.len().min(1)];
        let below = first.iter().map(|it| format!("{}/index.html", it.id)).collect();
        let front = inspect::inspect_front(origin, &shop.front(first)?, &below);
        let broken = self.at_fault(Publication::Sample, Strictness::Lenient);
        for it in found?.into_iter().flatten().chain(front) {
            // What is broken in a text is broken in its page: once is enough.
            let echo = broken && inspect::is_of_text(&it.fault);
            if !echo && !self.found.iter().any(|there| inspect::is_same(there, &it)) {
                self.found.push(it);
            }
        }
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

/// One school's site, written.
#[derive(Debug)]
struct Made {
    /// What was written: its sheets, and its pages.
    written: Vec<Written>,
    /// The size of its ZIP, in bytes, where there is one.
    zip: Option<usize>,
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
    /// What the hosts are told.
    hosting: Hosting,
    /// What makes sheets.
    paper: Paper<'s>,
    /// For which day.
    order: &'s Order,
}

/// How sites are written, the same for all of a run.
#[derive(Debug, Clone, Copy)]
struct Packet<'p> {
    /// Which schools, and where their sites go.
    layout: &'p Layout,
    /// What is made of each site.
    packing: Packing,
    /// What stands inside pages.
    inline: &'p Inline,
    /// Where to.
    out: &'p Out,
}

impl<'s> Shop<'s> {
    /// Makes ready.
    fn open(
        parts: &'s Parts,
        plan: &'s Plan,
        renderer: &'s Renderer<'s>,
        paper: Paper<'s>,
        order: &'s Order,
    ) -> Shop<'s> {
        let hosting = Hosting::of(&parts.district, plan);
        Shop { district: &parts.district, plan, renderer, hosting, paper, order }
    }

    /// Makes and writes the sites, many at a time. A site is dropped before its
    /// thread begins the next, so memory does not grow with their number.
    fn write(
        &self,
        schools: &[&School],
        layout: &Layout,
        packing: Packing,
        out: &Path,
    ) -> Result<(Summary, Option<usize>), Error> {
        let folder = emit::open(out, self.order.options)?;
        // The hosts of all parts are told the same.
        let inline = match layout {
            Layout::Part(_) => self.inline(&chosen(self.district, &Layout::All)?)?,
            _ => self.inline(schools)?,
        };
        let packet = Packet { layout, packing, inline: &inline, out: &folder };
        let make = |school: &&School| self.write_one(school, packet);
        let made = self.paper.in_batches(schools, make);
        let (mut written, mut zip) = (Vec::new(), None);
        for made in made? {
            written.extend(made.written);
            zip = zip.max(made.zip);
        }
        let scope = match layout {
            Layout::All => {
                written.push(self.write_front(packet)?);
                Scope::Full
            }
            Layout::Part(shard) => {
                if shard.is_first() {
                    written.push(self.write_front(packet)?);
                }
                Scope::Full
            }
            Layout::Single(_) => Scope::Full,
            Layout::Some(_) => Scope::Partial,
        };
        let summary = emit::close(folder, written, scope, self.order.as_of)?;
        Ok((summary, zip))
    }

    /// Makes what is not there yet of one school's site and its sheets.
    fn write_one(&self, school: &School, packet: Packet<'_>) -> Result<Made, Error> {
        let school = find(self.district, &school.id)?;
        let edition = edition::edition(self.district, school, self.order.as_of);
        let Packet { layout, packing, inline, out } = packet;
        let (mut written, leaves) = self.write_sheets(&edition, packet)?;
        let host = self.host(school);
        let own = match layout {
            Layout::Single(_) => self.hosting.files(host, inline.clone(), Sites::One),
            _ => Vec::new(),
        };
        // Pages that go out as they are stamped are not made where they lie already.
        if packing == Packing::PLAIN && !Hosting::speaks_in_pages(host) {
            let filled = self.renderer.filled(&edition, &leaves);
            let mut site = filled.outline();
            if let Layout::Single(_) = layout {
                site.folder = None;
            }
            site.files.extend(own.into_iter().map(Draft::from));
            written.push(emit::write(out, &site)?);
            return Ok(Made { written, zip: None });
        }
        let site = self.pages(&edition, layout, &leaves)?;
        let mut site = self.packed(school, site, packing);
        let zip = match packing.zip {
            Zip::Made => {
                let copy = self.pages(&edition, layout, &[])?;
                hosting::add_zip(&mut site, &self.packed(school, copy, packing))
            }
            Zip::Left => None,
        };
        site.files.extend(own);
        if let Compressed::Made(codings) = packing.compressed {
            emit::compress(out, &mut site, codings)?;
        }
        written.push(emit::write(out, &site.into())?);
        Ok(Made { written, zip })
    }

    /// Makes what is not there yet of one school's sheets: before its pages, of
    /// which one says how large they are. They are compressed already, and too
    /// large to be handed on with a ZIP, where that page says so.
    fn write_sheets(
        &self,
        edition: &Edition<'_>,
        packet: Packet<'_>,
    ) -> Result<(Vec<Written>, Vec<Leaf>), Error> {
        let mut papers = self.paper.sheets(edition);
        if papers.files.is_empty() {
            return Ok((Vec::new(), Vec::new()));
        }
        let folder = match packet.layout {
            Layout::Single(_) => None,
            Layout::All | Layout::Some(_) | Layout::Part(_) => Some(edition.school.id.to_string()),
        };
        let files = std::mem::take(&mut papers.files);
        let written = emit::write(packet.out, &Outline { folder, files })?;
        let leaves = papers.weighed(&written);
        Ok((vec![written], leaves))
    }

    /// Finds what is wrong with the sheets of schools that have only so much paper.
    fn prove(&self, schools: &[&School]) -> Result<(), Error> {
        let prove = |school: &&School| {
            let school = find(self.district, &school.id)?;
            self.paper.prove(&edition::edition(self.district, school, self.order.as_of))
        };
        self.paper.in_batches(schools, prove).map(drop)
    }

    /// Writes what stands above the schools: a list of all of them, and what the
    /// host is told.
    fn write_front(&self, packet: Packet<'_>) -> Result<Written, Error> {
        let schools: Vec<&School> = self.district.schools.values().map(|it| &it.value).collect();
        let mut front = self.front(&schools)?;
        let host = self.district.profile.host;
        front.files.extend(self.hosting.files(host, packet.inline.clone(), Sites::Folders));
        if let Compressed::Made(codings) = packet.packing.compressed {
            emit::compress(packet.out, &mut front, codings)?;
        }
        emit::write(packet.out, &front.into())
    }

    /// One school's site, in as many files as were asked for.
    fn packed(&self, school: &School, mut site: Site, packing: Packing) -> Site {
        if packing.files == Files::Compact {
            site = compact(self.plan, site);
        }
        self.hosting.complete(&mut site, self.host(school));
        site
    }

    /// [`Fault::TooManyFiles`]: more files than the host takes, found before
    /// anything is written. The first school's site says how many files a school
    /// has besides its pages.
    fn count(
        &self,
        schools: &[&School],
        layout: &Layout,
        packing: Packing,
    ) -> Result<Option<Diagnostic>, Error> {
        let Some(limit) = self.district.profile.host.and_then(hosting::most_files) else {
            return Ok(None);
        };
        let Some(first) = schools.first() else { return Ok(None) };
        let (site, leaves) = self.site(first, layout)?;
        let own = self.packed(first, site, packing).files.len() + leaves.len();
        let pages = |school: &School| {
            let school = find(self.district, &school.id)?;
            let edition = edition::edition(self.district, school, self.order.as_of);
            Ok(self.plan.pages_of(&edition).count())
        };
        let of_first = pages(first)?;
        let mut files = 0;
        for school in schools {
            let more = match packing.files {
                Files::ByPage => (own + pages(school)?).saturating_sub(of_first),
                Files::Compact => own,
            };
            files += match packing.compressed {
                Compressed::Made(codings) => (1 + codings.len()) * more,
                Compressed::Left => more,
            };
        }
        let host = hosting::name(self.district.profile.host);
        let fault = Fault::TooManyFiles { host, files, limit };
        let place = Place::Field(self.district.file, "host".into());
        Ok((files > limit).then(|| Diagnostic::new(fault, place)))
    }

    /// One school's site, and the sheets beside it before they are made.
    fn site(&self, school: &School, layout: &Layout) -> Result<(Site, Vec<Leaf>), Error> {
        // The school is looked up again so that it lives as long as the district.
        let school = find(self.district, &school.id)?;
        let edition = edition::edition(self.district, school, self.order.as_of);
        let leaves = self.paper.sheets(&edition).leaves;
        Ok((self.pages(&edition, layout, &leaves)?, leaves))
    }

    /// One school's pages, beside which these sheets lie.
    fn pages(
        &self,
        edition: &Edition<'s>,
        layout: &Layout,
        leaves: &[Leaf],
    ) -> Result<Site, Error> {
        let mut site = self.renderer.site(edition, leaves)?;
        if matches!(layout, Layout::Single(_)) {
            site.folder = None;
        }
        Ok(site)
    }

    /// Who publishes a school's site.
    fn host(&self, school: &School) -> Option<Host> {
        school.host.or(self.district.profile.host)
    }

    /// What stands inside pages, for the hosts. All schools' pages are stamped from
    /// the same stencils, so those of the first stand for the others; only colours
    /// are each school's own.
    fn inline(&self, schools: &[&School]) -> Result<Inline, Error> {
        let mut inline = Inline::of(&self.front(&[])?);
        if let Some(first) = schools.first() {
            let (site, _) = self.site(first, &Layout::All)?;
            inline.extend(Inline::of(&self.packed(first, site, Packing::PLAIN)));
        }
        self.renderer.accents().iter().for_each(|it| inline.read(it));
        Ok(inline)
    }

    /// The pages above the schools.
    fn front(&self, schools: &[&School]) -> Result<Site, Error> {
        let mut site = Site { folder: None, files: self.renderer.front(schools)? };
        self.hosting.complete(&mut site, self.district.profile.host);
        Ok(site)
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
