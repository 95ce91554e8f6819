//! What the hosts are told: which pages are for children, which no search engine
//! should list, and where that is written for which host.

use crate::emit::hosts::rules::Overlap;
use crate::emit::hosts::{HeaderPolicy, Inline, Listing, Sites, caddy, github, nginx, rules};
use crate::model::value::Audience;
use crate::model::{District, Host, Publication};
use crate::site::plan::{PageKind, Plan, WORKER, is_packed};
use crate::site::zip::zip;
use crate::site::{OutputFile, Site, SitePath};

/// The name of the file with a whole site in it.
const ZIP: &str = "berkas.zip";

/// What every host of a district is told.
#[derive(Debug)]
pub struct Hosting {
    /// Pages that must leave no trace in the browser.
    child_pages: Vec<String>,
    /// The pages behind the way out, which stay on the telephone.
    neutral_pages: Vec<String>,
    /// What keeps the pages for staff, beside them.
    workers: Vec<String>,
    /// Pages that no search engine should list.
    noindex: Listing,
}

impl Hosting {
    /// What follows from the pages there are.
    ///
    /// A sample is listed nowhere: a child that searches must not find it. Of a
    /// live district the staff's own pages are not listed, because whoever
    /// searches needs another page, and neither is the neutral page, which must
    /// not be known as part of these sites.
    pub fn of(district: &District, plan: &Plan) -> Hosting {
        let paths = |is: fn(&PageKind) -> bool| -> Vec<String> {
            let there = plan.pages.iter().filter(|it| is(&it.kind));
            there.map(|it| it.path.to_string()).collect()
        };
        let beside = |it: &String| match it.rsplit_once('/') {
            Some((folder, _)) => format!("{folder}/{WORKER}"),
            None => WORKER.to_owned(),
        };
        let noindex = match district.profile.publication {
            Publication::Sample => Listing::Nothing,
            Publication::Live => Listing::Without(paths(is_unlisted)),
        };
        let neutral_pages = paths(|it| *it == PageKind::Exit);
        Hosting {
            child_pages: paths(PageKind::is_for_children),
            workers: neutral_pages.iter().map(beside).collect(),
            neutral_pages,
            noindex,
        }
    }

    /// The same for a host that reads it as text.
    pub fn text(&self, host: Host, inline: Inline, sites: Sites) -> String {
        let policy = self.policy(inline, sites);
        match host {
            Host::Netlify => rules::headers(&policy, Overlap::Narrower),
            Host::Cloudflare => rules::headers(&policy, Overlap::Joined),
            Host::Nginx => nginx::conf(&policy),
            Host::Caddy => caddy::caddyfile(&policy),
            Host::Github => github::advice().to_owned(),
        }
    }

    /// Puts into the pages of a site what its host does not say for them.
    pub fn complete(&self, site: &mut Site, host: Option<Host>) {
        unpack(site, host);
        if Hosting::speaks_in_pages(host) {
            github::speak_for_itself(site, &self.policy(Inline::default(), Sites::One));
        }
    }

    /// Whether pages have to say themselves what other hosts say for them.
    pub fn speaks_in_pages(host: Option<Host>) -> bool {
        host == Some(Host::Github)
    }

    /// The files that tell a host what to do. Where nobody said which host it
    /// is, it may be one that reads `_headers`; the others pass it over.
    pub fn files(&self, host: Option<Host>, inline: Inline, sites: Sites) -> Vec<OutputFile> {
        let file = |name: &str, bytes| OutputFile { path: SitePath::new(None, name), bytes };
        match host {
            None | Some(Host::Netlify | Host::Cloudflare) => {
                let text = self.text(host.unwrap_or(Host::Netlify), inline, sites);
                vec![file("_headers", text.into_bytes())]
            }
            // Says that the pages are finished; otherwise another generator runs.
            Some(Host::Github) => vec![file(".nojekyll", Vec::new())],
            Some(Host::Nginx | Host::Caddy) => Vec::new(),
        }
    }

    /// Everything in one value.
    fn policy(&self, inline: Inline, sites: Sites) -> HeaderPolicy {
        HeaderPolicy {
            inline,
            child_pages: self.child_pages.clone(),
            neutral_pages: self.neutral_pages.clone(),
            workers: self.workers.clone(),
            noindex: self.noindex.clone(),
            sites,
        }
    }
}

/// How many files a host takes, where it counts them: Cloudflare Pages in all,
/// Netlify in each folder, of which no site has so many.
pub fn most_files(host: Host) -> Option<usize> {
    match host {
        Host::Cloudflare => Some(20_000),
        Host::Netlify | Host::Github | Host::Nginx | Host::Caddy => None,
    }
}

/// Leaves out the packet where pages say themselves what other hosts say for them:
/// in it they would lack that. Telephones fetch such pages one after the other.
pub fn unpack(site: &mut Site, host: Option<Host>) {
    if Hosting::speaks_in_pages(host) {
        site.files.retain(|it| !is_packed(&it.path));
    }
}

/// What a host is called in content.
pub fn name(host: Option<Host>) -> String {
    let named = Host::ALL.into_iter().find(|it| Some(it.1) == host);
    named.map_or(String::new(), |it| it.0.to_owned())
}

/// Adds a site to itself in one file, under a name that says nothing: `copy` is
/// the same without what stays behind. Returns the file's size. Pages that are
/// packed once more are of no use in a folder.
pub fn add_zip(site: &mut Site, copy: &Site) -> Option<usize> {
    let bytes = zip(copy.files.iter().filter(|it| !is_packed(&it.path)))?;
    let size = bytes.len();
    site.files.push(OutputFile { path: SitePath::new(None, ZIP), bytes });
    Some(size)
}

/// Whether no search engine should list a page.
fn is_unlisted(kind: &PageKind) -> bool {
    match kind {
        PageKind::Entry(it) | PageKind::Reading(it) | PageKind::Guidance(it, _) => {
            matches!(it, Audience::Counsellor | Audience::Head)
        }
        PageKind::Protocols
        | PageKind::Protocol(_)
        | PageKind::Forms
        | PageKind::Form(_)
        | PageKind::Print
        | PageKind::Book(_)
        | PageKind::Traces
        | PageKind::Exit => true,
        _ => false,
    }
}
