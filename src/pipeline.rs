//! The stages in order: the one room that knows them all.
//!
//! `read -> parse -> link -> check` judges a district; `plan -> render` compiles
//! its pages once; `edition -> site -> write` is done for each school, many at a
//! time. A district with an error is not built, and an earlier output stays as
//! it was.

use std::path::Path;

use crate::answers::{self, Table};
use crate::diag::code::Code;
use crate::diag::nearest;
use crate::diag::print::Strictness;
use crate::diag::text::Tongue;
use crate::emit::hosts::Sites;
use crate::emit::{self, Scope, Summary};
use crate::error::Error;
use crate::inspect::Extent;
use crate::model::Host;
use crate::model::school::School;
use crate::model::sheet::Sheet;
use crate::model::value::{NeedId, SchoolId};
use crate::render::Finish;
use crate::resolve::{edition, hours};
use crate::site::plan;
use crate::site::{Outline, Site};

use self::loaded::{Judged, Loaded, Parts};
use self::order::{Layout, Moment, Order, Packing, chosen, find};
use self::shop::Shop;

#[cfg(any(test, fuzzing))]
pub mod harmless;
mod hosting;
pub mod loaded;
pub mod order;
mod paper;
pub mod shard;
mod shop;
#[cfg(test)]
mod tests;

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
            loaded.add_of_pages(shop.look(&schools, extent)?);
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
        loaded.add_of_pages(shop.look(&schools, Extent::Pages)?);
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
    let (mut summary, mut sites) = (None, 0);
    if let Some(parts) = &parts
        && !loaded.at_fault(parts.district.profile.publication, order.strictness)
    {
        let district = &parts.district;
        let layout = match schools {
            [] => Layout::All,
            some => Layout::Some(some.to_vec()),
        };
        let schools = chosen(district, &layout)?;
        let (paper, heard) = loaded.paper(parts, wanted)?;
        let folder = emit::open(out, order.options)?;
        let make = |school: &&School| {
            let edition = edition::edition(district, find(district, &school.id)?, order.as_of);
            let papers = paper.sheets(&edition);
            let site = Outline { folder: Some(school.id.to_string()), files: papers.files };
            emit::write(&folder, &site)
        };
        let written = paper.in_batches(&schools, order.progress, make)?;
        loaded.found.extend(heard.faults());
        sites = schools.len();
        summary = Some(emit::close(folder, written, Scope::Added, order.as_of)?);
    }
    let first = String::new();
    Ok(Built { judged: loaded.judged(parts.as_ref()), summary, sites, first, zip: None })
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
