//! Pages of a district to HTML: compiled once, stamped per school.
//!
//! [`Renderer::new`] does everything that is the same in every school: Markdown
//! bodies, templates, minifying. [`Renderer::filled`] only fills the holes. So the
//! cost of a school is little more than the cost of copying its pages; and whether
//! a page is as it was is known before it is made.
//!
//! This room makes bytes. It reads and writes no file, judges nothing, and
//! knows no command.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use rayon::prelude::*;

use crate::diag::code::Fault;
use crate::diag::{Checked, Diagnostic};
use crate::error::Error;
use crate::model::document::DocumentWords;
use crate::model::protocol::Protocol;
use crate::model::school::School;
use crate::model::value::{Lang, WebUrl};
use crate::model::words::{Catalogue, Words};
use crate::model::{District, Translations};
use crate::resolve::edition::Edition;
use crate::site::hash::Recipe;
use crate::site::plan::{Book, Page, PageKind, Plan};
use crate::site::sameness;
use crate::site::{Draft, Leaf, Outline, OutputFile, Site, SitePath};
use crate::source::SourceTree;
use crate::source::place::Place;

use self::fill::Filler;
pub use self::ground::Finish;
use self::ground::Ground;
use self::kind::{Common, Kind};
use self::packet::Packet;
use self::press::Press;
use self::stencil::Stencil;
use self::theme::Theme;
use self::view::LinkView;
use self::volume::Volume;

mod accent;
mod cards;
mod fill;
mod ground;
mod html;
mod kind;
mod minify;
mod offline;
mod packet;
mod pages;
mod people;
mod press;
mod script;
mod search;
mod stencil;
mod theme;
mod view;
mod volume;

/// The trees of a theme: the built-in one, and what a district lays over it.
#[derive(Debug)]
pub struct ThemeTrees<'t> {
    /// The built-in theme.
    pub built_in: &'t SourceTree,
    /// The district's.
    pub over: Option<&'t SourceTree>,
}

/// Makes the pages of every school of one district on one day.
#[derive(Debug)]
pub struct Renderer<'d> {
    /// The theme.
    theme: Theme,
    /// Where pages lie.
    plan: &'d Plan,
    /// One for each language, the default first, and after it one for each of
    /// its books.
    volumes: Vec<Stock<'d>>,
}

/// A volume, and what schools of each kind put into its holes.
#[derive(Debug)]
struct Stock<'d> {
    /// The volume.
    volume: Volume<'d>,
    /// What fills its holes.
    common: Common<'d>,
    /// Its pages for telephones to keep, as they are published; none for a book,
    /// and for the person who edits.
    packet: Option<Packet>,
}

impl<'d> Renderer<'d> {
    /// Compiles every page of the district.
    ///
    /// # Errors
    /// When the built-in theme does not work.
    pub fn new(
        district: &'d District,
        plan: &'d Plan,
        trees: &ThemeTrees<'_>,
        words: &'d Words,
        as_of: Date,
        finish: Finish,
    ) -> Result<Checked<Renderer<'d>>, Error> {
        let mut found = Vec::new();
        let theme = Theme::load(trees.built_in, trees.over, &mut found)?;
        let examples = kind::examples(district, as_of);
        let mut grounds = Vec::new();
        for lang in &district.profile.languages {
            let Some(catalogue) = catalogue_for(words, lang, plan.default_lang(), &mut found)
            else {
                continue;
            };
            let ground =
                Ground { district, plan, lang, words: catalogue, as_of, book: None, finish };
            grounds.push(ground);
            let books = Book::ALL.into_iter().filter(|it| plan.has(lang, &PageKind::Book(*it)));
            grounds.extend(books.map(|it| Ground { book: Some(it), ..ground }));
        }
        // A book is one long page: it is compiled beside the others, not after them.
        let compile = |ground| {
            let mut faults = Vec::new();
            let volume = Volume::compile(ground, &theme, &examples, &mut faults)?;
            let filled: &[Edition<'d>] = if finish == Finish::Proof { &[] } else { &examples };
            let common = Common::of(&volume, filled);
            let packed = finish == Finish::Published && volume.ground.book.is_none();
            let usual = examples.first().map_or(&[][..], |it| common.get(&Kind::of(it)));
            let packet = packed.then(|| Packet::of(plan, &volume, usual));
            Ok((Stock { volume, common, packet }, faults))
        };
        let compiled: Result<Vec<_>, Error> = grounds.into_par_iter().map(compile).collect();
        let mut volumes = Vec::new();
        for (stock, faults) in compiled? {
            volumes.push(stock);
            found.extend(faults);
        }
        Ok(Checked { value: Renderer { theme, plan, volumes }, diagnostics: found })
    }

    /// What a school puts into the holes of its pages, beside which these sheets
    /// lie.
    pub fn filled<'f>(&'f self, edition: &'f Edition<'d>, leaves: &'f [Leaf]) -> Filled<'f, 'd> {
        let (kind, code) = (Kind::of(edition), sameness::check_code(edition).to_string());
        let there = |it: &&Stock<'d>| edition.languages.contains(&it.volume.ground.lang);
        let (books, loose): (Vec<_>, Vec<_>) =
            self.volumes.iter().filter(there).partition(|it| it.volume.ground.book.is_some());
        let mut weights: BTreeMap<&Lang, BTreeMap<Book, usize>> = BTreeMap::new();
        let mut fills = Vec::new();
        // Books first: links to them say what they weigh.
        for Stock { volume, common, packet } in books.into_iter().chain(loose) {
            let weights = weights.entry(volume.ground.lang).or_default();
            let filler =
                Filler { volume, edition, weights: weights.clone(), leaves, code: code.clone() };
            let (texts, recipes): (Vec<_>, Vec<_>) =
                filler.all(common.get(&kind)).into_iter().unzip();
            if let Some(book) = volume.ground.book {
                let length = |it: &Stencil| it.length(&texts);
                weights.insert(book, volume.pages.values().map(length).sum());
            }
            fills.push(Fills { volume, packet: packet.as_ref(), texts, recipes });
        }
        Filled { renderer: self, edition, fills }
    }

    /// Everything that is published for one school, made.
    ///
    /// # Errors
    /// When a template of the built-in theme fails.
    pub fn site(&self, edition: &Edition<'d>, leaves: &[Leaf]) -> Result<Site, Error> {
        let filled = self.filled(edition, leaves);
        let Outline { folder, files } = filled.outline();
        Ok(Site { folder, files: files.iter().map(Draft::finished).collect::<Result<_, _>>()? })
    }

    /// The pages above the schools: a list of them, and the neutral page behind
    /// the way out.
    ///
    /// # Errors
    /// When a template of the built-in theme fails.
    pub fn front(&self, schools: &[&School]) -> Result<Vec<OutputFile>, Error> {
        let Some(Stock { volume, .. }) = self.volumes.first() else { return Ok(Vec::new()) };
        let ground = volume.ground;
        let links = schools
            .iter()
            .map(|it| LinkView::new(format!("{}/index.html", it.id), it.name.clone()))
            .collect();
        let view = pages::front(&ground, links, &self.theme.sheets);
        let press = Press { theme: &self.theme, phrases: &volume.phrases, finish: ground.finish };
        let (html, _) = press.print("pages/front.html", &view)?;
        let mut files =
            vec![OutputFile { path: SitePath::new(None, "index.html"), bytes: html.into_bytes() }];
        let exit = self
            .plan
            .pages
            .iter()
            .position(|it| it.kind == PageKind::Exit && it.lang == *ground.lang);
        if let Some((at, stencil)) = exit.and_then(|at| Some((at, volume.pages.get(&at)?))) {
            let mut bytes = Vec::new();
            stencil.stamp(&[""], &mut bytes);
            files.push(OutputFile { path: self.plan.pages[at].path.clone(), bytes });
        }
        Ok(files)
    }

    /// The style of every school that has a colour of its own, as it stands in its
    /// pages.
    pub fn accents(&self) -> BTreeSet<String> {
        let district = self.volumes.first().map(|it| it.volume.ground.district);
        let schools = district.iter().flat_map(|it| it.schools.values());
        schools.filter_map(|it| it.value.accent).map(accent::element).collect()
    }

    /// The scripts that stand in pages: that of every page, and the search.
    #[cfg(any(test, fuzzing))]
    pub fn scripts() -> [String; 2] {
        [script::page(), script::search()]
    }

    /// `robots.txt`, and a site map where the school's address is known.
    fn signposts(&self, edition: &Edition<'d>) -> Vec<OutputFile> {
        let base = base_of(edition);
        let mut robots = "User-agent: *\nAllow: /\n".to_owned();
        let mut files = Vec::new();
        if let Some(base) = base {
            robots.extend(["Sitemap: ", &base, "/sitemap.xml\n"]);
            let listed = self.plan.pages_of(edition).filter(|(_, it)| {
                !matches!(it.kind, PageKind::Exit | PageKind::Missing | PageKind::Book(_))
            });
            let urls: String = listed
                .map(|(_, it)| {
                    format!(
                        "<url><loc>{}</loc></url>\n",
                        html::escape(&format!("{base}/{}", it.path))
                    )
                })
                .collect();
            let xml = format!(
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n{urls}</urlset>\n"
            );
            files.push(OutputFile {
                path: SitePath::new(None, "sitemap.xml"),
                bytes: xml.into_bytes(),
            });
        }
        files.push(OutputFile {
            path: SitePath::new(None, "robots.txt"),
            bytes: robots.into_bytes(),
        });
        files
    }
}

/// One school's answers in one language, for loose pages or for a book.
#[derive(Debug)]
struct Fills<'f, 'd> {
    /// The pages.
    volume: &'f Volume<'d>,
    /// The same for telephones to keep.
    packet: Option<&'f Packet>,
    /// What is put into each hole.
    texts: Vec<Cow<'f, str>>,
    /// The recipe of each of these texts.
    recipes: Vec<Recipe>,
}

/// One school's site before it is stamped.
#[derive(Debug)]
pub struct Filled<'f, 'd> {
    /// The pages.
    renderer: &'f Renderer<'d>,
    /// The school.
    edition: &'f Edition<'d>,
    /// Its answers.
    fills: Vec<Fills<'f, 'd>>,
}

impl Filled<'_, '_> {
    /// Everything that is published for the school.
    pub fn outline(&self) -> Outline<'_> {
        let mut files = self.sheets();
        files.extend(self.renderer.signposts(self.edition).into_iter().map(Draft::from));
        files.extend(self.keeping());
        Outline { folder: Some(self.edition.school.id.to_string()), files }
    }

    /// The school's pages, in the order of [`Plan::pages_of`].
    pub fn sheets(&self) -> Vec<Draft<'_>> {
        let sheets = self.pages().map(|(page, stencil, fills)| {
            let stamped = move || {
                let mut bytes = Vec::new();
                stencil.stamp(&fills.texts, &mut bytes);
                Ok(bytes)
            };
            Draft::new(page.path.clone(), stencil.recipe(&fills.recipes), stamped)
        });
        sheets.collect()
    }

    /// What keeps the school's pages for staff on a telephone, for each language.
    fn keeping(&self) -> Vec<Draft<'_>> {
        let plan = self.renderer.plan;
        let drafts = self.fills.iter().flat_map(|fills| {
            let stencil = |at| fills.volume.pages.get(&at);
            let own =
                plan.pages_of(self.edition).filter_map(|(at, it)| Some((at, it, stencil(at)?)));
            offline::drafts(fills, &own.collect::<Vec<_>>())
        });
        drafts.collect()
    }

    /// The school's pages, each with what is put into it.
    fn pages(&self) -> impl Iterator<Item = (&Page, &Stencil, &Fills<'_, '_>)> {
        let pages = self.renderer.plan.pages_of(self.edition);
        pages.filter_map(|(at, page)| {
            let there = |it: &&Fills<'_, '_>| it.volume.pages.contains_key(&at);
            let fills = self.fills.iter().find(there)?;
            Some((page, fills.volume.pages.get(&at)?, fills))
        })
    }
}

/// The address of a school's site, where it is known: no slash at its end.
fn base_of(edition: &Edition<'_>) -> Option<String> {
    let school = edition.school;
    let bare = |it: &WebUrl| it.as_str().trim_end_matches('/').to_owned();
    match (&school.site, &edition.district.profile.site) {
        (Some(own), _) => Some(bare(own)),
        (None, Some(all)) => Some(format!("{}/{}", bare(all), school.id)),
        (None, None) => None,
    }
}

/// The theme's words for a language. Words that only the default language has
/// are reported; a language without any words takes those of the default.
fn catalogue_for<'w>(
    words: &'w Words,
    lang: &Lang,
    default: &Lang,
    found: &mut Vec<Diagnostic>,
) -> Option<&'w Catalogue> {
    let whole = words.0.get(default).or_else(|| words.0.values().next())?;
    let own = words.0.get(lang);
    let missing = |it: &&String| own.is_none_or(|own| !own.words.contains_key(it.as_str()));
    for key in whole.words.keys().filter(missing).take(if own.is_none() { 1 } else { usize::MAX }) {
        let fault = Fault::MissingWord { key: key.clone(), lang: lang.to_string() };
        found.push(Diagnostic::new(fault, Place::Nowhere));
    }
    own.or(Some(whole))
}

/// A document's title.
fn title<'t>(words: &'t Translations<DocumentWords>, lang: &Lang) -> &'t str {
    &words.in_lang(lang).unwrap_or(&words.own).title
}

/// A protocol's title.
fn protocol_title<'t>(protocol: &'t Protocol, lang: &Lang) -> &'t str {
    &protocol.words.in_lang(lang).unwrap_or(&protocol.words.own).title
}

#[cfg(test)]
mod tests;
