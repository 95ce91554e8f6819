//! The list of what was published: every file of every site, with its SHA-256,
//! its size and its recipe.
//!
//! It lies in the output folder, one file a line, in order, without a clock in
//! it: the same sites give the same bytes. A person can compare a hash with what
//! `sha256sum` says. It also tells the next run which files are ours, and by their
//! recipes which of them need not be made again.
//!
//! A manifest that is not exactly of this form is not understood half: it is not
//! ours, and neither is its folder.

use std::collections::BTreeMap;
use std::fmt::{self, Write};
use std::fs;
use std::path::Path;

use jiff::civil::Date;
use rayon::prelude::*;

use crate::error::Error;
use crate::site::SitePath;
use crate::site::hash::{Hash, Recipe};

use super::disk::{self, Found};

/// The number of this form of manifest.
const FORMAT: u32 = 2;

/// What stands in a manifest for the output folder itself, where a site's folder
/// would stand. No site can have this name.
pub const TOP: &str = ".";

/// What ends a site.
const SITE_END: &str = "\n}";

/// What ends a manifest.
const END: &str = "\n}\n}\n";

/// Stands for the day in the head of a manifest.
const MARK: &str = "?";

/// The files of one site, by their paths in it.
pub type Files = BTreeMap<String, Entry>;

/// What is known of one file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entry {
    /// The SHA-256 of its bytes.
    pub sha256: Hash,
    /// Its size in bytes.
    pub size: u64,
    /// What its bytes follow from.
    pub recipe: Recipe,
}

/// Which files are ours.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Listing {
    /// By the sites' folders; none without a file.
    sites: BTreeMap<String, Files>,
}

impl Entry {
    /// The entry of a file with these bytes that follow from this recipe.
    pub fn of(bytes: &[u8], recipe: Recipe) -> Entry {
        Entry { sha256: Hash::of(bytes), size: bytes.len() as u64, recipe }
    }

    /// The entry of a file of which nothing is known but these bytes.
    pub fn found(bytes: &[u8]) -> Entry {
        Entry::of(bytes, Recipe::of(bytes))
    }
}

impl Listing {
    /// The listing of these sites.
    pub fn new(mut sites: BTreeMap<String, Files>) -> Listing {
        sites.retain(|_, files| !files.is_empty());
        Listing { sites }
    }

    /// This listing with some sites in place of what it had of them.
    pub fn overlaid(mut self, sites: BTreeMap<String, Files>) -> Listing {
        self.sites.extend(sites);
        Listing::new(self.sites)
    }

    /// This listing with these files besides what it has of their sites.
    pub fn with(mut self, sites: BTreeMap<String, Files>) -> Listing {
        for (site, files) in sites {
            self.sites.entry(site).or_default().extend(files);
        }
        Listing::new(self.sites)
    }

    /// Adds a file of a site.
    pub fn insert(&mut self, site: &str, path: &str, entry: Entry) {
        self.sites.entry(site.to_owned()).or_default().insert(path.to_owned(), entry);
    }

    /// The file with this path below the output folder.
    pub fn find(&self, path: &str) -> Option<&Entry> {
        let in_site = || path.split_once('/').and_then(|(site, it)| self.sites.get(site)?.get(it));
        self.sites.get(TOP).and_then(|it| it.get(path)).or_else(in_site)
    }

    /// Whether a file lies below this path, which is one below the output folder.
    pub fn has_below(&self, path: &str) -> bool {
        let below = |site: &str, folder: String| {
            let files = self.sites.get(site);
            let next = files.and_then(|it| it.range(folder.clone()..).next());
            next.is_some_and(|(it, _)| it.starts_with(&folder))
        };
        let in_site = match path.split_once('/') {
            Some((site, rest)) => below(site, format!("{rest}/")),
            None => below(path, String::new()),
        };
        in_site || below(TOP, format!("{path}/"))
    }

    /// All files: the site's folder, the path in it, what is known.
    pub fn files(&self) -> impl Iterator<Item = (&str, &str, &Entry)> {
        let sites = self.sites.iter();
        sites.flat_map(|(site, files)| {
            files.iter().map(move |(path, it)| (site.as_str(), path.as_str(), it))
        })
    }

    /// The paths, below the output folder, of all files that another listing does
    /// not have.
    pub fn gone(&self, now: &Listing) -> impl Iterator<Item = String> {
        let sites = self.sites.iter();
        let files = sites.flat_map(|(site, files)| {
            let there = now.sites.get(site);
            let gone =
                files.keys().filter(move |it| there.is_none_or(|now| !now.contains_key(*it)));
            gone.map(|it| super::below(site, it))
        });
        // The same file may be listed under another site: straight in the folder.
        files.filter(|it| now.find(it).is_none())
    }

    /// All files with their paths below the output folder.
    pub fn entries(&self) -> impl Iterator<Item = (String, &Entry)> {
        self.files().map(|(site, path, it)| (super::below(site, path), it))
    }

    /// The paths of all files, below the output folder.
    #[cfg(test)]
    pub fn paths(&self) -> impl Iterator<Item = String> {
        self.entries().map(|it| it.0)
    }

    /// Adds what another listing has. False where both have a file and it is not
    /// the same.
    pub fn join(&mut self, other: Listing) -> bool {
        let mut agree = true;
        for (site, files) in other.sites {
            let here = self.sites.entry(site).or_default();
            for (path, entry) in files {
                agree &= *here.entry(path).or_insert(entry) == entry;
            }
        }
        agree
    }
}

/// Reads a manifest, and the day it names; where there is none, nothing is ours.
///
/// # Errors
/// [`Error::NotOurs`] when it is not a file or cannot be understood.
pub fn read(path: &Path) -> Result<Option<(Date, Listing)>, Error> {
    match disk::look(path)? {
        Found::Nothing => Ok(None),
        Found::File(_) => read_dated(path).map(Some),
        Found::Folder | Found::Other => Err(Error::NotOurs { path: path.to_path_buf() }),
    }
}

/// Reads a manifest that must be there, and the day it names.
///
/// # Errors
/// [`Error::NotOurs`] when it cannot be understood; when the machine refuses.
pub fn read_dated(path: &Path) -> Result<(Date, Listing), Error> {
    let bytes = fs::read(path).map_err(disk::reading(path))?;
    parse(&bytes).ok_or_else(|| Error::NotOurs { path: path.to_path_buf() })
}

/// The text of a manifest.
pub fn print(listing: &Listing, day: Date) -> String {
    let site = |(site, files): (&String, &Files)| {
        let mut text = format!("\n\"{site}\": {{");
        for (path, Entry { sha256, size, recipe }) in files {
            let comma = if text.ends_with('{') { "" } else { "," };
            let _ = write!(
                text,
                "{comma}\n\"{path}\": {{\"sha256\": \"{sha256}\", \"size\": {size}, \"recipe\": \"{recipe}\"}}"
            );
        }
        text + SITE_END
    };
    let sites: Vec<String> = listing.sites.par_iter().map(site).collect();
    let mut text = head(day);
    text.reserve(sites.iter().map(|it| it.len() + 1).sum::<usize>() + END.len());
    for (at, site) in sites.iter().enumerate() {
        text.push_str(if at == 0 { "" } else { "," });
        text.push_str(site);
    }
    text + END
}

/// What stands above the sites.
fn head(day: impl fmt::Display) -> String {
    format!("{{\n\"format\": {FORMAT},\n\"day\": \"{day}\",\n\"sites\": {{")
}

/// Whether this is a site's folder as we write it.
pub fn is_name(site: &str) -> bool {
    site == TOP || SitePath::new(None, site).as_str() == site
}

/// Whether this is a path in a site as we write it: it leads nowhere else.
pub fn is_path(path: &str) -> bool {
    let own = match path.split_once('/') {
        Some((folder, name)) => SitePath::new(Some(folder), name),
        None => SitePath::new(None, path),
    };
    own.as_str() == path
}

/// What a manifest says, if it is one: exactly as [`print`] writes it, so that two
/// manifests with the same listing and day are the same bytes. Sites are parted
/// first, so that they can be read side by side.
fn parse(bytes: &[u8]) -> Option<(Date, Listing)> {
    let text = std::str::from_utf8(bytes).ok()?;
    let head = head(MARK);
    let (before, after) = head.split_once(MARK)?;
    let (day, rest) = text.strip_prefix(before)?.split_once(after)?;
    let parts: Vec<&str> = rest.strip_suffix(END)?.split_inclusive(SITE_END).collect();
    let site =
        |(at, part): (usize, &&str)| site(if at == 0 { part } else { part.strip_prefix(',')? });
    let sites: Option<Vec<(String, Files)>> = parts.par_iter().enumerate().map(site).collect();
    let sites = sites?;
    let in_order = sites.is_sorted_by(|one, other| one.0 < other.0);
    let day: Date = day.parse().ok().filter(|it: &Date| it.to_string() == day)?;
    in_order.then(|| (day, Listing { sites: sites.into_iter().collect() }))
}

/// One site: its name, and a file a line.
fn site(text: &str) -> Option<(String, Files)> {
    let (name, files) = text.strip_suffix(SITE_END)?.strip_prefix("\n\"")?.split_once("\": {\n")?;
    let mut lines = files.split('\n').peekable();
    let mut entries: Vec<(String, Entry)> = Vec::new();
    while let Some(line) = lines.next() {
        let line = if lines.peek().is_some() { line.strip_suffix(',')? } else { line };
        entries.push(entry(line)?);
    }
    let in_order = entries.is_sorted_by(|one, other| one.0 < other.0);
    (in_order && is_name(name)).then(|| (name.to_owned(), entries.into_iter().collect()))
}

/// One file.
fn entry(line: &str) -> Option<(String, Entry)> {
    let (path, rest) = line.strip_prefix('"')?.split_once("\": {\"sha256\": \"")?;
    let (sha256, rest) = rest.split_once("\", \"size\": ")?;
    let (size, recipe) = rest.strip_suffix("\"}")?.split_once(", \"recipe\": \"")?;
    let entry = Entry {
        sha256: sha256.parse().ok()?,
        size: size.parse().ok().filter(|it: &u64| it.to_string() == size)?,
        recipe: recipe.parse().ok()?,
    };
    is_path(path).then(|| (path.to_owned(), entry))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The day of every test.
    const DAY: Date = Date::constant(2026, 11, 24);

    /// A listing of two sites.
    fn listing() -> Listing {
        let mut listing = Listing::default();
        listing.insert("smp-1", "index.html", Entry::found(b"abc"));
        listing.insert("smp-1", "en/hukum.html", Entry::found(b""));
        listing.insert(TOP, "index.html", Entry::found(b"top"));
        listing
    }

    #[test]
    fn a_manifest_is_sorted_one_file_a_line_and_reads_back() {
        let text = print(&listing(), DAY);
        let expected = r#"{
"format": 2,
"day": "2026-11-24",
"sites": {
".": {
"index.html": {"sha256": "HASH-OF-TOP", "size": 3, "recipe": "OF-TOP"}
},
"smp-1": {
"en/hukum.html": {"sha256": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", "size": 0, "recipe": "OF-NOTHING"},
"index.html": {"sha256": "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", "size": 3, "recipe": "OF-ABC"}
}
}
}
"#;
        let recipes = [("OF-ABC", "abc"), ("OF-TOP", "top"), ("OF-NOTHING", "")];
        let expected = expected.replace("HASH-OF-TOP", &Hash::of(b"top").to_string());
        let expected = recipes.into_iter().fold(expected, |text, (name, bytes)| {
            text.replace(&format!("\"{name}\""), &format!("\"{}\"", Recipe::of(bytes.as_bytes())))
        });
        assert_eq!(text, expected);
        assert_eq!(parse(text.as_bytes()), Some((DAY, listing())));
    }

    #[test]
    fn an_empty_manifest_reads_back() {
        let text = print(&Listing::default(), DAY);
        assert_eq!(parse(text.as_bytes()), Some((DAY, Listing::default())));
    }

    #[test]
    fn a_manifest_of_another_form_is_not_guessed_at() {
        let good = print(&listing(), DAY);
        let broken = [
            ("\"format\": 2", "\"format\": 1"),
            ("\"day\": \"2026-11-24\"", "\"day\": \"yesterday\""),
            ("\"day\"", "\"night\""),
            ("smp-1", "../smp-1"),
            ("en/hukum.html", "../hukum.html"),
            ("en/hukum.html", "/etc/hukum.html"),
            ("en/hukum.html", "en/../hukum.html"),
            ("en/hukum.html", "en/a/hukum.html"),
            ("e3b0", "E3B0"),
            ("e3b0", "e3b"),
            ("\n}\n}\n", "\n}\n"),
            ("\"size\": 3", "\"size\": 03"),
            ("\"size\": 3", "\"size\":  3"),
            ("\"en/hukum.html\": {", "\"zn/hukum.html\": {"),
            ("\n},\n", "\n}\n"),
            (".\": {", "z\": {"),
            ("{\n\"en", "{\n\n\"en"),
        ];
        for (from, to) in broken {
            let text = good.replacen(from, to, 1);
            assert_ne!(text, good, "{from}");
            assert_eq!(parse(text.as_bytes()), None, "{to}");
        }
    }

    #[test]
    fn files_are_found_by_their_path_below_the_output_folder() {
        let mut listing = listing();
        listing.insert(TOP, "id/beranda.html", Entry::found(b""));
        for path in ["index.html", "smp-1/index.html", "smp-1/en/hukum.html", "id/beranda.html"] {
            assert!(listing.find(path).is_some(), "{path}");
        }
        for path in ["", "smp-1", "en/hukum.html", "smp-1/en", "beranda.html"] {
            assert!(listing.find(path).is_none(), "{path}");
        }
        for path in ["smp-1", "smp-1/en", "id"] {
            assert!(listing.has_below(path), "{path}");
        }
        for path in ["smp", "smp-1/e", "smp-1/index.html", "en", "i", "index.html"] {
            assert!(!listing.has_below(path), "{path}");
        }
    }
}
