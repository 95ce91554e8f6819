//! Makes sites and has them written: many at a time, each dropped before its
//! thread begins the next.

use std::path::Path;

use rayon::prelude::*;

use crate::diag::Diagnostic;
use crate::diag::code::Fault;
use crate::emit::hosts::{Inline, Sites};
use crate::emit::{self, Out, Scope, Summary, Written};
use crate::error::Error;
use crate::inspect::{self, Extent, Origin};
use crate::model::school::School;
use crate::model::{District, Host};
use crate::render::Renderer;
use crate::resolve::edition::{self, Edition};
use crate::site::compact::compact;
use crate::site::plan::Plan;
use crate::site::{Draft, Leaf, Outline, Site};
use crate::source::place::Place;

use super::hosting::{self, Hosting};
use super::loaded::Parts;
use super::order::{Compressed, Files, Layout, Order, Packing, Zip, chosen, find};
use super::paper::Paper;

/// One school's site, written.
#[derive(Debug)]
pub struct Made {
    /// What was written: its sheets, and its pages.
    written: Vec<Written>,
    /// The size of its ZIP, in bytes, where there is one.
    zip: Option<usize>,
}

/// Everything that is needed to make sites.
#[derive(Debug)]
pub struct Shop<'s> {
    /// The district.
    pub district: &'s District,
    /// Where pages lie.
    pub plan: &'s Plan,
    /// The compiled pages.
    renderer: &'s Renderer<'s>,
    /// What the hosts are told.
    pub hosting: Hosting,
    /// What makes sheets.
    paper: Paper<'s>,
    /// For which day.
    order: &'s Order,
}

/// How sites are written, the same for all of a run.
#[derive(Debug, Clone, Copy)]
pub struct Run<'p> {
    /// Which schools, and where their sites go.
    pub layout: &'p Layout,
    /// What is made of each site.
    pub packing: Packing,
    /// What stands inside pages.
    pub inline: &'p Inline,
    /// Where to.
    pub out: &'p Out,
}

impl<'s> Shop<'s> {
    /// Makes ready.
    pub fn open(
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
    pub fn write(
        &self,
        schools: &[&School],
        layout: &Layout,
        packing: Packing,
        out: &Path,
    ) -> Result<(Summary, Option<usize>), Error> {
        // The hosts of all parts are told the same.
        let all = chosen(self.district, &Layout::All)?;
        let told = if let Layout::Part(_) = layout { &all } else { schools };
        let (folder, inline) =
            rayon::join(|| emit::open(out, self.order.options), || self.inline(told));
        let (folder, inline) = (folder?, inline?);
        let run = Run { layout, packing, inline: &inline, out: &folder };
        let make = |school: &&School| self.write_one(school, run);
        let above = match layout {
            Layout::All => true,
            Layout::Part(shard) => shard.is_first(),
            Layout::Single(_) | Layout::Some(_) => false,
        };
        let (made, front) = rayon::join(
            || self.paper.in_batches(schools, self.order.progress, make),
            || above.then(|| self.write_front(run)).transpose(),
        );
        let (mut written, mut zip) = (Vec::new(), None);
        for made in made? {
            written.extend(made.written);
            zip = zip.max(made.zip);
        }
        written.extend(front?);
        let scope = match layout {
            Layout::All | Layout::Part(_) | Layout::Single(_) => Scope::Full,
            Layout::Some(_) => Scope::Partial,
        };
        let summary = emit::close(folder, written, scope, self.order.as_of)?;
        Ok((summary, zip))
    }

    /// Makes what is not there yet of one school's site and its sheets.
    pub fn write_one(&self, school: &School, run: Run<'_>) -> Result<Made, Error> {
        let school = find(self.district, &school.id)?;
        let edition = edition::edition(self.district, school, self.order.as_of);
        let Run { layout, packing, inline, out } = run;
        let (mut written, leaves) = self.write_sheets(&edition, run)?;
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
        run: Run<'_>,
    ) -> Result<(Vec<Written>, Vec<Leaf>), Error> {
        let mut papers = self.paper.sheets(edition);
        if papers.files.is_empty() {
            return Ok((Vec::new(), Vec::new()));
        }
        let folder = match run.layout {
            Layout::Single(_) => None,
            Layout::All | Layout::Some(_) | Layout::Part(_) => Some(edition.school.id.to_string()),
        };
        let files = std::mem::take(&mut papers.files);
        let written = emit::write(run.out, &Outline { folder, files })?;
        let leaves = papers.weighed(&written);
        Ok((vec![written], leaves))
    }

    /// Looks at finished pages. Those of all schools are stamped from the same
    /// stencils, so the first school stands for the others unless every site is
    /// to be looked at as a whole. In the list of the schools it stands for the
    /// others always.
    pub fn look(&self, schools: &[&School], extent: Extent) -> Result<Vec<Diagnostic>, Error> {
        let origin = Origin { district: self.district, plan: self.plan };
        let look = |school: &&School| {
            let (mut site, leaves) = self.site(school, &Layout::All)?;
            hosting::unpack(&mut site, self.host(school));
            Ok(inspect::inspect(origin, &site, &leaves, extent))
        };
        let first = &schools[..schools.len().min(1)];
        let looked_at = match extent {
            Extent::Pages => first,
            Extent::Whole => schools,
        };
        let found: Result<Vec<_>, Error> = looked_at.par_iter().map(look).collect();
        let below = first.iter().map(|it| format!("{}/index.html", it.id)).collect();
        let front = inspect::inspect_front(origin, &self.front(first)?, &below);
        Ok(found?.into_iter().flatten().chain(front).collect())
    }

    /// Finds what is wrong with the sheets of schools that have only so much paper.
    pub fn prove(&self, schools: &[&School]) -> Result<(), Error> {
        let prove = |school: &&School| {
            let school = find(self.district, &school.id)?;
            self.paper.prove(&edition::edition(self.district, school, self.order.as_of))
        };
        self.paper.in_batches(schools, self.order.progress, prove).map(drop)
    }

    /// Writes what stands above the schools: a list of all of them, and what the
    /// host is told.
    fn write_front(&self, run: Run<'_>) -> Result<Written, Error> {
        let schools: Vec<&School> = self.district.schools.values().map(|it| &it.value).collect();
        let mut front = self.front(&schools)?;
        let host = self.district.profile.host;
        front.files.extend(self.hosting.files(host, run.inline.clone(), Sites::Folders));
        if let Compressed::Made(codings) = run.packing.compressed {
            emit::compress(run.out, &mut front, codings)?;
        }
        emit::write(run.out, &front.into())
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
    pub fn count(
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
    pub fn site(&self, school: &School, layout: &Layout) -> Result<(Site, Vec<Leaf>), Error> {
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
    pub fn inline(&self, schools: &[&School]) -> Result<Inline, Error> {
        let mut inline = Inline::of(&self.front(&[])?);
        if let Some(first) = schools.first() {
            let (site, _) = self.site(first, &Layout::All)?;
            inline.extend(Inline::of(&self.packed(first, site, Packing::PLAIN)));
        }
        self.renderer.accents().iter().for_each(|it| inline.read(it));
        Ok(inline)
    }

    /// The pages above the schools.
    pub fn front(&self, schools: &[&School]) -> Result<Site, Error> {
        let mut site = Site { folder: None, files: self.renderer.front(schools)? };
        self.hosting.complete(&mut site, self.district.profile.host);
        Ok(site)
    }
}
