//! A content repository on its way through the stages that judge it and compile
//! its pages.

use crate::check;
use crate::diag::code::{Fault, Severity};
use crate::diag::print::{Located, Strictness};
use crate::diag::{Checked, Diagnostic};
use crate::embedded;
use crate::error::Error;
use crate::inspect;
use crate::model::document::Reviewer;
use crate::model::prose::Accepted;
use crate::model::sheet::Sheet;
use crate::model::words::Words;
use crate::model::{District, Publication};
use crate::parse;
use crate::render::{Finish, Renderer, ThemeTrees};
use crate::resolve;
use crate::site::plan::Plan;
use crate::source::place::Place;
use crate::source::{SourceTree, Sourced};

use super::order::Order;
use super::paper::{Heard, Paper};

/// The endings of content files.
pub const CONTENT: &[&str] = &["yaml", "yml", "md", "csv"];
/// The endings of a theme's files.
const THEME: &[&str] = &["html", "css", "yaml", "typ"];

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

/// A repository on its way through the stages.
#[derive(Debug)]
pub struct Loaded {
    /// Every file.
    tree: SourceTree,
    /// The built-in theme.
    theme: SourceTree,
    /// What the district lays over it.
    over: Option<SourceTree>,
    /// The district and the theme's words, until they are taken.
    parts: Option<Parts>,
    /// What was found so far.
    pub found: Vec<Diagnostic>,
    /// Findings that somebody accepted.
    accepted: Vec<Sourced<Accepted>>,
}

/// What the later stages borrow.
#[derive(Debug)]
pub struct Parts {
    /// The district.
    pub district: District,
    /// The theme's words.
    pub words: Words,
}

impl Loaded {
    /// Reads, parses, links and checks.
    pub fn read(order: &Order) -> Result<Loaded, Error> {
        Loaded::of(SourceTree::read(&order.root, CONTENT)?, order)
    }

    /// Parses, links and checks.
    pub fn of(tree: SourceTree, order: &Order) -> Result<Loaded, Error> {
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
            loaded.load_theme(&district, order)?;
            let (found, words) = rayon::join(
                || check::check(&district, order.as_of),
                || match &loaded.over {
                    Some(over) => parse::words::words(&loaded.theme.overlaid(over)),
                    None => parse::words::words(&loaded.theme),
                },
            );
            loaded.found.extend(found);
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
    pub fn take(&mut self) -> Option<Parts> {
        self.parts.take()
    }

    /// Compiles the pages that readers get.
    pub fn renderer<'d>(
        &mut self,
        parts: &'d Parts,
        plan: &'d Plan,
        order: &Order,
    ) -> Result<Renderer<'d>, Error> {
        self.compiled(parts, plan, order, Finish::Published)
    }

    /// Compiles the pages, so far.
    pub fn compiled<'d>(
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
    pub fn paper<'p>(
        &self,
        parts: &'p Parts,
        wanted: &'p [Sheet],
    ) -> Result<(Paper<'p>, Heard), Error> {
        let over = self.over.as_ref();
        let theme = over.map_or_else(|| self.theme.clone(), |it| self.theme.overlaid(it));
        Paper::new(&theme, &parts.words, wanted)
    }

    /// Adds what was found on finished pages, but for what is known already.
    pub fn add_of_pages(&mut self, found: Vec<Diagnostic>) {
        let broken = self.at_fault(Publication::Sample, Strictness::Lenient);
        for it in found {
            // What is broken in a text is broken in its page: once is enough.
            let echo = broken && inspect::is_of_text(&it.fault);
            if !echo && !self.found.iter().any(|there| inspect::is_same(there, &it)) {
                self.found.push(it);
            }
        }
    }

    /// Whether anything found is an error.
    pub fn at_fault(&self, publication: Publication, strictness: Strictness) -> bool {
        let error = |it: &Diagnostic| it.code().severity(publication) == Severity::Error;
        self.found.iter().any(|it| strictness == Strictness::Strict || error(it))
    }

    /// What was found, with its places in the files.
    pub fn judged(self, parts: Option<&Parts>) -> Judged {
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
