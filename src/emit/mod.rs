//! Finished sites, put into a folder: only what changed, each file whole or not
//! at all.
//!
//! Three steps: [`open`] learns what an earlier run left, [`write`] puts one
//! site down (many threads may do so at once), [`close`] takes away what no site
//! has any more and lists what is there. A run that is cut off anywhere between
//! them is healed by the next [`open`].
//!
//! **Invariant:** nothing is overwritten or deleted that an earlier run did not
//! list as its own, and no symbolic link below the folder is followed.
//!
//! Files are not synced to the disk one by one: all of them can be made again,
//! and a thousand schools would wait for it. What is in a file is not this
//! room's business; it knows paths and bytes.

use std::collections::{BTreeMap, BTreeSet, btree_map};
use std::fs;
use std::path::{Path, PathBuf};

use jiff::civil::Date;

use crate::error::Error;
use crate::site::coding::Coding;
use crate::site::hash::Hash;
use crate::site::{Draft, Outline, OutputFile, Site, SitePath};
use crate::source::MANIFEST_NAME;

use disk::{Found, NEW};
use journal::Journal;
use manifest::{Entry, Files, Listing, TOP};

mod disk;
pub mod hosts;
mod journal;
mod manifest;
pub mod merge;
mod share;
#[cfg(test)]
mod tests;

/// An output folder, opened: what lies there from an earlier run is known, and
/// no other run can open it.
#[derive(Debug)]
pub struct Out {
    /// The folder.
    folder: PathBuf,
    /// What earlier runs put there.
    before: Listing,
    /// The day that the manifest names, where it lists all of that.
    day: Option<Date>,
    /// What this run is about to put there; it is also the lock.
    journal: Journal,
    /// How it is written.
    options: Options,
}

/// How a folder is written.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Options {
    /// How closely what lies there is looked at.
    pub trust: Trust,
    /// What is done with files that have the same bytes.
    pub twins: Twins,
}

/// What is done with files that have the same bytes.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub enum Twins {
    /// Each is a file of its own.
    #[default]
    Apart,
    /// They are names of one file, where the file system can do that.
    Linked,
}

/// How closely a file of an earlier run is looked at before it is left alone.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub enum Trust {
    /// It has the length that the manifest lists: what a disk or a careless hand
    /// does to a file is nearly always seen by that.
    #[default]
    Length,
    /// It has the very bytes: every file is made and compared.
    Nothing,
}

/// What [`write`] did with one site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// The site's folder; [`TOP`] for the output folder itself.
    site: String,
    /// Every file of the site, changed or not.
    files: Files,
    /// So many of them were written; the others were as they should be.
    changed: usize,
}

impl Written {
    /// The size of a file of the site, in bytes.
    pub fn size(&self, path: &SitePath) -> Option<u64> {
        self.files.get(path.as_str()).map(|it| it.size)
    }
}

/// Which sites a run was about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// All: what this run did not write is gone from the content.
    Full,
    /// Some: the others stay as they are.
    Partial,
    /// Some files of some: everything else stays as it is.
    Added,
}

/// What a run did, in numbers.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Summary {
    /// The files of all sites of this run.
    pub files: usize,
    /// Those that were written.
    pub changed: usize,
    /// Files of earlier runs that were deleted.
    pub removed: usize,
    /// The size of all files of this run together.
    pub bytes: u64,
}

/// What has to be done about one file.
#[derive(Debug)]
enum Step {
    /// Nothing: it is as it should be, and this is what is known of it.
    Keep(Entry),
    /// It is written, over an earlier one if there is one.
    Put(Vec<u8>),
    /// A folder of ours is in its place: that goes, then it is written.
    Clear(Vec<u8>),
}

/// Opens a folder: it must be absent, empty, or hold a manifest of ours.
///
/// What a run that was cut off left half done is put right first.
///
/// # Errors
/// [`Error::NotOurs`] when somebody else's files are there or the manifest
/// cannot be understood, [`Error::Busy`] while another run has it open.
pub fn open(folder: &Path, options: Options) -> Result<Out, Error> {
    fs::create_dir_all(folder).map_err(disk::writing(folder))?;
    let names = disk::names(folder)?;
    let ours = |it: &String| it == MANIFEST_NAME || it == journal::NAME;
    if !names.is_empty() && !names.iter().any(ours) {
        return Err(Error::NotOurs { path: folder.to_path_buf() });
    }

    let (journal, begun) = Journal::begin(folder)?;
    for name in disk::names(folder)?.iter().filter(|it| it.starts_with(NEW)) {
        disk::remove(&folder.join(name))?;
    }
    let listed = manifest::read(&folder.join(MANIFEST_NAME))?;
    let (day, mut before) = listed.map_or_else(Default::default, |(day, it)| (Some(day), it));
    let day = day.filter(|_| begun.is_empty());
    for (site, path) in &begun {
        heal(folder, &mut before, site, path)?;
    }
    Ok(Out { folder: folder.to_path_buf(), before, day, journal, options })
}

/// Adds to a site its files as they travel, for hosts that serve them so:
/// `a.html.gz` beside `a.html`, one for each of `codings`.
///
/// Only what has changed is compressed: where an earlier run wrote the same file,
/// what it made of it is read from the folder.
///
/// # Errors
/// When the machine refuses.
pub fn compress(out: &Out, site: &mut Site, codings: &[Coding]) -> Result<(), Error> {
    /// What is smaller fits into one packet either way.
    const LEAST: usize = 256;
    let name = site.folder.clone().unwrap_or_else(|| TOP.to_owned());
    let mut more = Vec::new();
    let worth = |it: &&OutputFile| {
        let path = it.path.as_str();
        let text = [".html", ".js", ".json", ".txt", ".xml"].iter().any(|it| path.ends_with(it));
        text && it.bytes.len() >= LEAST
    };
    let each = |it| codings.iter().map(move |coding| (it, *coding));
    for (file, coding) in site.files.iter().filter(worth).flat_map(each) {
        let path = format!("{}.{}", file.path, coding.ending());
        let (folder, base) = match path.split_once('/') {
            Some((folder, base)) => (Some(folder), base),
            None => (None, path.as_str()),
        };
        let bytes = match earlier(out, &name, file, &path)? {
            Some(bytes) => bytes,
            None => coding.of(&file.bytes),
        };
        more.push(OutputFile { path: SitePath::new(folder, base), bytes });
    }
    site.files.extend(more);
    Ok(())
}

/// What an earlier run made of the same file, if it is still there unchanged.
fn earlier(
    out: &Out,
    site: &str,
    file: &OutputFile,
    compressed: &str,
) -> Result<Option<Vec<u8>>, Error> {
    let before = out.before.find(&below(site, file.path.as_str()));
    let same = before.is_some_and(|it| it.sha256 == Hash::of(&file.bytes));
    let path = below(site, compressed);
    let listed = out.before.find(&path).filter(|_| same);
    let Some(listed) = listed else { return Ok(None) };
    let place = out.folder.join(&path);
    if !is_reached_by_folders(&out.folder, &path)?
        || disk::look(&place)? != Found::File(listed.size)
    {
        return Ok(None);
    }
    let bytes = fs::read(&place).map_err(disk::reading(&place))?;
    Ok((Hash::of(&bytes) == listed.sha256).then_some(bytes))
}

/// Writes one site; many threads may do so at once, each with its own site.
///
/// A file that the earlier manifest lists with the same recipe, and whose length
/// on disk is right, is not even made. One that is made and turns out as it was
/// is left untouched.
///
/// # Errors
/// [`Error::NotOurs`], before anything of the site is written, when something
/// that no earlier run wrote is in the place of one of its files; when a file
/// cannot be made.
pub fn write(out: &Out, site: &Outline<'_>) -> Result<Written, Error> {
    let name = site.folder.as_deref().map(|it| SitePath::new(None, it).to_string());
    let name = name.unwrap_or_else(|| TOP.to_owned());
    let fresh = name != TOP && disk::look(&out.folder.join(&name))? == Found::Nothing;
    let (files, changed) = if fresh {
        write_new(out, &name, &site.files)?
    } else {
        write_changed(out, &name, &site.files)?
    };
    Ok(Written { site: name, files, changed })
}

/// Ends a run: deletes the files that earlier runs wrote and this one did not,
/// then lists what is there now. `day` is the day the sites were made for.
///
/// # Errors
/// When the machine refuses. Nothing is lost then: the next run does the rest.
pub fn close(out: Out, written: Vec<Written>, scope: Scope, day: Date) -> Result<Summary, Error> {
    let mut summary = Summary::default();
    let mut sites: BTreeMap<String, Files> = BTreeMap::new();
    for it in written {
        summary.files += it.files.len();
        summary.changed += it.changed;
        summary.bytes += it.files.values().map(|it| it.size).sum::<u64>();
        match sites.entry(it.site) {
            btree_map::Entry::Vacant(place) => drop(place.insert(it.files)),
            btree_map::Entry::Occupied(mut there) => there.get_mut().extend(it.files),
        }
    }
    let now = match scope {
        Scope::Full => Listing::new(sites),
        Scope::Partial => out.before.clone().overlaid(sites),
        Scope::Added => out.before.clone().with(sites),
    };

    let changed = now != out.before;
    if changed {
        summary.removed = sweep(&out.folder, &out.before, &now)?;
    }
    if out.options.twins == Twins::Linked {
        share::share(&out, &now)?;
    }
    if out.day != Some(day) || changed {
        disk::replace(&out.folder.join(MANIFEST_NAME), manifest::print(&now, day).as_bytes())?;
    }
    out.journal.end()?;
    Ok(summary)
}

/// Writes files into a folder that is absent or empty: the beginning of
/// somebody's own repository, so nothing of it is ours afterwards.
///
/// # Errors
/// [`Error::NotOurs`] when the folder holds anything; when the machine refuses.
pub fn lay_out<'f>(
    files: impl IntoIterator<Item = (&'f str, &'f str)>,
    folder: &Path,
) -> Result<usize, Error> {
    fs::create_dir_all(folder).map_err(disk::writing(folder))?;
    if !disk::names(folder)?.is_empty() {
        return Err(Error::NotOurs { path: folder.to_path_buf() });
    }
    let mut count = 0;
    for (path, text) in files {
        let path = folder.join(path);
        if let Some(above) = path.parent() {
            fs::create_dir_all(above).map_err(disk::writing(above))?;
        }
        fs::write(&path, text).map_err(disk::writing(&path))?;
        count += 1;
    }
    Ok(count)
}

/// Writes a site whose folder does not exist yet: under another name, which is
/// then changed. Nobody sees it half written, and no file needs a rename.
/// Returns its files, and how many were written.
fn write_new(out: &Out, site: &str, drafts: &[Draft<'_>]) -> Result<(Files, usize), Error> {
    let mut files = Files::new();
    if drafts.is_empty() {
        return Ok((files, 0));
    }
    out.journal.note(site, drafts.iter().map(|it| it.path.as_str()))?;
    let home = out.folder.join(site);
    let new = out.folder.join(format!("{NEW}{site}"));
    fs::create_dir(&new).map_err(disk::writing(&new))?;
    let folders: BTreeSet<&str> = drafts.iter().flat_map(|it| above(it.path.as_str())).collect();
    for folder in folders {
        let folder = new.join(folder);
        fs::create_dir(&folder).map_err(disk::writing(&folder))?;
    }
    for draft in drafts {
        let bytes = draft.bytes()?;
        disk::put(&new.join(draft.path.as_str()), &bytes)?;
        files.insert(draft.path.to_string(), Entry::of(&bytes, draft.recipe));
    }
    fs::rename(&new, &home).map_err(disk::writing(&home))?;
    Ok((files, drafts.len()))
}

/// Writes those files of a site that are not already as they should be. Returns
/// all its files, and how many were written.
fn write_changed(out: &Out, site: &str, drafts: &[Draft<'_>]) -> Result<(Files, usize), Error> {
    let paths: Vec<String> = drafts.iter().map(|it| below(site, it.path.as_str())).collect();
    let folders: BTreeSet<&str> = paths.iter().flat_map(|it| above(it)).collect();
    for folder in folders {
        check_folder(out, folder)?;
    }
    let mut files = Files::new();
    let mut todo = Vec::new();
    for (draft, path) in drafts.iter().zip(paths) {
        match step(out, &path, draft)? {
            Step::Keep(entry) => drop(files.insert(draft.path.to_string(), entry)),
            step => todo.push((path, draft, step)),
        }
    }
    let changed = todo.len();
    if changed == 0 {
        return Ok((files, 0));
    }

    out.journal.note(site, todo.iter().map(|it| it.1.path.as_str()))?;
    let folders: BTreeSet<&str> = todo.iter().flat_map(|it| above(&it.0)).collect();
    for folder in folders {
        disk::make_folder(&out.folder.join(folder))?;
    }
    for (path, draft, step) in &todo {
        let path = out.folder.join(path);
        let bytes = match step {
            Step::Keep(_) => continue,
            Step::Put(bytes) => bytes,
            Step::Clear(bytes) => {
                disk::remove(&path)?;
                bytes
            }
        };
        disk::replace(&path, bytes)?;
        files.insert(draft.path.to_string(), Entry::of(bytes, draft.recipe));
    }
    Ok((files, changed))
}

/// Refuses what is in the place of one of our folders and is neither a folder
/// nor an earlier file of ours.
fn check_folder(out: &Out, path: &str) -> Result<(), Error> {
    match disk::look(&out.folder.join(path))? {
        Found::Nothing | Found::Folder => Ok(()),
        Found::File(_) | Found::Other if out.before.find(path).is_some() => Ok(()),
        Found::File(_) | Found::Other => Err(Error::NotOurs { path: out.folder.join(path) }),
    }
}

/// What has to be done so that this file is there.
fn step(out: &Out, path: &str, draft: &Draft<'_>) -> Result<Step, Error> {
    let place = out.folder.join(path);
    let before = out.before.find(path);
    let found = disk::look(&place)?;
    if let Some(before) = before.filter(|it| found == Found::File(it.size))
        && before.recipe == draft.recipe
        && out.options.trust == Trust::Length
    {
        return Ok(Step::Keep(*before));
    }
    let bytes = draft.bytes()?;
    match found {
        Found::Nothing => Ok(Step::Put(bytes)),
        Found::File(size) if before.is_some_and(|it| it.size == size) => {
            let entry = Entry::of(&bytes, draft.recipe);
            let same = before.is_some_and(|it| it.sha256 == entry.sha256)
                && (out.options.trust == Trust::Length || disk::holds(&place, &bytes)?);
            Ok(if same { Step::Keep(entry) } else { Step::Put(bytes) })
        }
        Found::File(_) | Found::Other if before.is_some() => Ok(Step::Put(bytes)),
        Found::Folder if out.before.has_below(path) && all_ours(out, path)? => {
            Ok(Step::Clear(bytes))
        }
        Found::File(_) | Found::Other | Found::Folder => Err(Error::NotOurs { path: place }),
    }
}

/// Whether every file below this folder is one of an earlier run.
fn all_ours(out: &Out, path: &str) -> Result<bool, Error> {
    let folder = out.folder.join(path);
    for name in disk::names(&folder)? {
        let path = below(path, &name);
        let ours = match disk::look(&folder.join(&name))? {
            Found::Folder => all_ours(out, &path)?,
            Found::Nothing | Found::File(_) | Found::Other => out.before.find(&path).is_some(),
        };
        if !ours {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Puts one file right that a run was about to write when it was cut off: what
/// is there now counts as listed.
fn heal(folder: &Path, before: &mut Listing, site: &str, path: &str) -> Result<(), Error> {
    let full = below(site, path);
    if !is_reached_by_folders(folder, &full)? {
        return Ok(());
    }
    let place = folder.join(&full);
    disk::forget_new(&place)?;
    match disk::look(&place)? {
        Found::File(_) => {
            let bytes = fs::read(&place).map_err(disk::reading(&place))?;
            before.insert(site, path, Entry::found(&bytes));
        }
        Found::Nothing => {
            let folders: Vec<&str> = above(&full).collect();
            folders.iter().rev().for_each(|it| disk::remove_if_empty(&folder.join(it)));
        }
        Found::Folder | Found::Other => {}
    }
    Ok(())
}

/// Deletes what was listed before and is not now, and the folders that this
/// leaves empty. Returns the number of files.
fn sweep(folder: &Path, before: &Listing, now: &Listing) -> Result<usize, Error> {
    let mut removed = 0;
    let mut emptied = BTreeSet::new();
    for path in before.gone(now) {
        if !is_reached_by_folders(folder, &path)? {
            continue;
        }
        let place = folder.join(&path);
        if matches!(disk::look(&place)?, Found::File(_) | Found::Other) {
            disk::remove(&place)?;
            removed += 1;
        }
        emptied.extend(above(&path).map(str::to_owned));
    }
    for path in emptied.iter().rev() {
        disk::remove_if_empty(&folder.join(path));
    }
    Ok(removed)
}

/// Whether everything above this path, below the output folder, is a real
/// folder: no link leads elsewhere.
fn is_reached_by_folders(folder: &Path, path: &str) -> Result<bool, Error> {
    for folder in above(path).map(|it| folder.join(it)) {
        if disk::look(&folder)? != Found::Folder {
            return Ok(false);
        }
    }
    Ok(true)
}

/// A path below the output folder.
fn below(site: &str, path: &str) -> String {
    if site == TOP { path.to_owned() } else { format!("{site}/{path}") }
}

/// The folders above a path, from the outermost: `a/b/c` has `a` and `a/b`.
fn above(path: &str) -> impl Iterator<Item = &str> {
    path.match_indices('/').map(|(at, _)| &path[..at])
}
