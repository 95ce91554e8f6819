//! Text to records, one file at a time.
//!
//! [`parse`] never fails: a record that is broken is reported and left out, and
//! its id is remembered, so that references to it are not reported as well. No
//! file's record is looked at while another file is read; that is `resolve`'s
//! concern.

use std::collections::BTreeSet;

use rayon::prelude::*;

use crate::diag::code::Fault;
use crate::diag::{Checked, Diagnostic};
use crate::model::prose::Setting;
use crate::model::value::{Audience, Lang, PageId, Shape};
use crate::model::{Addendum, NoticeKind, Records, Translation};
use crate::source::place::{Place, Span};
use crate::source::{FileId, ReadFault, SourceTree, Sourced};

use self::sink::Sink;
use self::yaml::Node;

mod digits;
mod directory;
mod document;
mod fields;
mod form;
mod law;
mod markdown;
mod profile;
mod protocol;
mod school;
mod sink;
pub mod words;
mod yaml;

/// Whether a character may mark a hole in a compiled text. Content may not
/// contain such characters, neither as they are nor escaped.
fn is_reserved(it: char) -> bool {
    ('\u{e000}'..='\u{f8ff}').contains(&it)
}

/// Every record of the tree. Files are read side by side, and what they say is
/// put together in their order.
pub fn parse(tree: &SourceTree) -> Checked<Records> {
    let files: Vec<FileId> = tree.files().map(|(file, _)| file).collect();
    // One by one: some take a hundred times as long as others.
    let each = files.into_par_iter().with_max_len(1);
    let parsed: Vec<Parser<'_>> = each.map(|it| Parser::read(tree, it)).collect();
    let (mut records, mut diagnostics) = (Records::default(), Vec::new());
    for it in parsed {
        records.join(it.records);
        diagnostics.extend(it.diagnostics);
    }
    if tree.find("district.yaml").is_none() {
        diagnostics.push(Diagnostic::new(Fault::NoProfile {}, Place::Nowhere));
    }
    Checked { value: records, diagnostics }
}

/// The bytes a place stands for.
pub fn locate(tree: &SourceTree, place: &Place) -> Option<Span> {
    match place {
        Place::Text(_, span) => Some(*span),
        Place::Field(file, path) => {
            let text = tree.text(*file);
            let (yaml, _) = match front_matter(text) {
                Some(parts) if tree.path(*file).ends_with(".md") => parts,
                _ => (Part { text, offset: 0 }, Part { text: "", offset: 0 }),
            };
            let top = yaml::read(yaml.text).ok()?;
            Some(yaml::locate(&top, path).shifted(yaml.offset))
        }
        Place::File(_) | Place::Nowhere => None,
    }
}

/// Collects the records and faults of a file.
struct Parser<'t> {
    /// The files.
    tree: &'t SourceTree,
    /// What was read so far.
    records: Records,
    /// What was found so far.
    diagnostics: Vec<Diagnostic>,
    /// The values of the YAML of the file in hand.
    fields: Vec<digits::Field>,
}

/// A piece of a file and where it begins.
#[derive(Debug, Clone, Copy)]
struct Part<'t> {
    /// The piece.
    text: &'t str,
    /// Its first byte in the file.
    offset: usize,
}

impl<'t> Parser<'t> {
    /// Reads one file.
    fn read(tree: &'t SourceTree, file: FileId) -> Parser<'t> {
        let (records, fields) = (Records::default(), Vec::new());
        let mut parser = Parser { tree, records, diagnostics: Vec::new(), fields };
        parser.file(file);
        parser.digits(file);
        parser
    }

    /// Reads one file into the record it is, if it is one.
    fn file(&mut self, file: FileId) {
        let path = self.tree.path(file).to_owned();
        if let Some(Err(ReadFault::Link)) = self.tree.get(file) {
            let name = path.rsplit('/').next().unwrap_or_default();
            self.broken(name.split('.').next().unwrap_or_default());
            return self.report(Fault::IsLink {}, file);
        }
        let parts: Vec<&str> = path.split('/').collect();
        match parts.as_slice() {
            ["district.yaml"] => {
                let profile = self.yaml(file, profile::profile);
                self.records.profile = profile.map(|value| Sourced { file, value });
            }
            ["areas.csv"] => self.areas(file),
            ["register.yaml"] => {
                let all = self.keyed(file, profile::register, |it| it.id.as_str());
                self.records.register.extend(sourced(file, all));
            }
            ["laws.yaml"] => {
                let all = self.keyed(file, law::laws, |it| it.id.as_str());
                self.records.laws.extend(sourced(file, all));
            }
            ["terms.yaml"] => {
                let all = self.keyed(file, law::terms, |it| it.id.as_str());
                self.records.terms.extend(sourced(file, all));
            }
            ["services", name] => self.service(file, name),
            ["schools", name] => self.school(file, name),
            ["schools", school, name] => self.addendum(file, school, name),
            ["policies", name] => self.policy(file, name),
            ["protocols", name] => self.protocol(file, name),
            ["pages", audience, name] => self.page(file, audience, name),
            ["forms", name] => self.form(file, name),
            [name] if name.ends_with(".md") => self.notice(file, name),
            ["services" | "schools" | "policies" | "protocols" | "pages" | "forms", ..] => {
                self.unknown(file);
            }
            _ => {}
        }
    }

    /// A file of many records by their keys. A key whose record is broken is
    /// remembered; where the file itself cannot be read, the file's name is.
    fn keyed<T>(
        &mut self,
        file: FileId,
        read: impl FnOnce(&Node, &mut Sink<'_>) -> Option<Vec<T>>,
        id: fn(&T) -> &str,
    ) -> Vec<T> {
        let mut keys = Vec::new();
        let all = self.yaml(file, |node, sink| {
            keys = node.keys();
            read(node, sink)
        });
        let Some(all) = all else {
            self.broken(self.tree.path(file));
            return Vec::new();
        };
        let there: BTreeSet<&str> = all.iter().map(id).collect();
        keys.iter().filter(|it| !there.contains(it.as_str())).for_each(|it| self.broken(it));
        all
    }

    /// `areas.csv`
    fn areas(&mut self, file: FileId) {
        let Some(text) = self.text(file) else { return self.broken(self.tree.path(file)) };
        let mut sink = self.sink(file);
        let rows = profile::areas(text, &mut sink);
        self.records.areas.extend(sourced(file, rows));
    }

    /// `services/ID.yaml`
    fn service(&mut self, file: FileId, name: &str) {
        let Some((stem, None)) = self.stem(file, name, "yaml") else { return };
        let Some(id) = self.id(file, stem) else { return };
        match self.yaml(file, |node, sink| directory::service(id, node, sink)) {
            Some(value) => self.records.services.push(Sourced { file, value }),
            None => self.broken(stem),
        }
    }

    /// `schools/ID.yaml`
    fn school(&mut self, file: FileId, name: &str) {
        let Some((stem, None)) = self.stem(file, name, "yaml") else { return };
        let Some(id) = self.id(file, stem) else { return };
        match self.yaml(file, |node, sink| school::school(id, node, sink)) {
            Some(value) => self.records.schools.push(Sourced { file, value }),
            None => self.broken(stem),
        }
    }

    /// `schools/SCHOOL/POLICY.md`
    fn addendum(&mut self, file: FileId, school: &str, name: &str) {
        let Some((stem, None)) = self.stem(file, name, "md") else { return };
        let (Some(school), Some(policy)) = (self.id(file, school), self.id(file, stem)) else {
            return;
        };
        let Some(text) = self.text(file) else { return };
        let mut sink = self.sink(file);
        sink.setting = Setting::School;
        let body = markdown::body(text, 0, &mut sink);
        self.records.addenda.push(Sourced { file, value: Addendum { school, policy, body } });
    }

    /// `policies/ID.md`, `policies/ID.LANG.md`
    fn policy(&mut self, file: FileId, name: &str) {
        let Some((stem, lang)) = self.stem(file, name, "md") else { return };
        let Some(id) = self.id(file, stem) else { return };
        match lang {
            None => match self
                .document(file, |node, body, sink| document::policy(id, node, body, sink))
            {
                Some(value) => self.records.policies.push(Sourced { file, value }),
                None => self.broken(stem),
            },
            Some(lang) => {
                if let Some(words) = self.document(file, document::policy_translation) {
                    let value = Translation { of: id, lang, words };
                    self.records.policy_words.push(Sourced { file, value });
                }
            }
        }
    }

    /// `protocols/ID.md`, `protocols/ID.LANG.md`
    fn protocol(&mut self, file: FileId, name: &str) {
        let Some((stem, lang)) = self.stem(file, name, "md") else { return };
        let Some(id) = self.id(file, stem) else { return };
        match lang {
            None => match self
                .document(file, |node, body, sink| protocol::protocol(id, node, body, sink))
            {
                Some(value) => self.records.protocols.push(Sourced { file, value }),
                None => self.broken(stem),
            },
            Some(lang) => {
                if let Some(words) = self.document(file, protocol::translation) {
                    let value = Translation { of: id, lang, words };
                    self.records.protocol_words.push(Sourced { file, value });
                }
            }
        }
    }

    /// `pages/AUDIENCE/ID.md`, `pages/AUDIENCE/ID.LANG.md`
    fn page(&mut self, file: FileId, audience: &str, name: &str) {
        let Some(audience) = Audience::named(audience) else { return self.unknown(file) };
        let Some((stem, lang)) = self.stem(file, name, "md") else { return };
        let Some(id): Option<PageId> = self.id(file, stem) else { return };
        match lang {
            None => match self.document(file, |node, body, sink| {
                document::guidance(audience, id, node, body, sink)
            }) {
                Some(value) => self.records.guidance.push(Sourced { file, value }),
                None => self.broken(stem),
            },
            Some(lang) => {
                let words = self.document(file, |node, body, sink| {
                    document::guidance_translation(audience, node, body, sink)
                });
                if let Some(words) = words {
                    let value = Translation { of: (audience, id), lang, words };
                    self.records.guidance_words.push(Sourced { file, value });
                }
            }
        }
    }

    /// `forms/ID.md`, `forms/ID.LANG.md`
    fn form(&mut self, file: FileId, name: &str) {
        let Some((stem, lang)) = self.stem(file, name, "md") else { return };
        let Some(id) = self.id(file, stem) else { return };
        match lang {
            None => {
                match self.document(file, |node, body, sink| form::form(id, node, body, sink)) {
                    Some(value) => self.records.forms.push(Sourced { file, value }),
                    None => self.broken(stem),
                }
            }
            Some(lang) => {
                if let Some(words) = self.document(file, document::translation) {
                    let value = Translation { of: id, lang, words };
                    self.records.form_words.push(Sourced { file, value });
                }
            }
        }
    }

    /// `about.md`, `changes.md`; other texts at the top are not ours.
    fn notice(&mut self, file: FileId, name: &str) {
        let stem = name.split('.').next().unwrap_or_default();
        let kind = match stem {
            "about" => NoticeKind::About,
            "changes" => NoticeKind::Changes,
            _ => return,
        };
        match self.stem(file, name, "md") {
            Some((_, None)) => {
                if let Some(notice) = self.document(file, document::notice) {
                    self.records.notices.push(Sourced { file, value: (kind, notice) });
                }
            }
            Some((_, Some(lang))) => {
                if let Some(words) = self.document(file, document::translation) {
                    let value = Translation { of: kind, lang, words };
                    self.records.notice_words.push(Sourced { file, value });
                }
            }
            None => {}
        }
    }

    /// A file's name without its ending, and the language tag before that.
    fn stem<'n>(
        &mut self,
        file: FileId,
        name: &'n str,
        ending: &str,
    ) -> Option<(&'n str, Option<Lang>)> {
        let Some(stem) = name.strip_suffix(ending).and_then(|it| it.strip_suffix('.')) else {
            self.unknown(file);
            return None;
        };
        let Some((id, tag)) = stem.split_once('.') else { return Some((stem, None)) };
        if let Ok(lang) = Lang::try_from(tag) {
            self.records.langs.push((Place::File(file), lang.clone()));
            Some((id, Some(lang)))
        } else {
            self.report(Fault::BadFileName { name: stem.to_owned() }, file);
            None
        }
    }

    /// A file's name as an id.
    fn id<T>(&mut self, file: FileId, stem: &str) -> Option<T>
    where
        T: for<'a> TryFrom<&'a str, Error = Shape>,
    {
        let id = T::try_from(stem).ok();
        if id.is_none() {
            self.report(Fault::BadFileName { name: stem.to_owned() }, file);
        }
        id
    }

    /// Reads a YAML file with `read`.
    fn yaml<T>(
        &mut self,
        file: FileId,
        read: impl FnOnce(&Node, &mut Sink<'_>) -> Option<T>,
    ) -> Option<T> {
        let text = self.text(file)?;
        let mut node = self.node(file, Part { text, offset: 0 })?;
        self.accepted(file, &mut node);
        let mut sink = self.sink(file);
        read(&node, &mut sink)
    }

    /// Reads a text with front matter with `read`.
    fn document<T>(
        &mut self,
        file: FileId,
        read: impl FnOnce(&Node, crate::model::body::Body, &mut Sink<'_>) -> Option<T>,
    ) -> Option<T> {
        let text = self.text(file)?;
        let Some((front, rest)) = front_matter(text) else {
            let first = text.lines().next().map_or(0, str::len);
            self.diagnostics
                .push(Diagnostic::new(Fault::FrontMatter {}, Place::Text(file, (0..first).into())));
            return None;
        };
        let mut node = self.node(file, front);
        if let Some(node) = &mut node {
            self.accepted(file, node);
        }
        let mut sink = self.sink(file);
        let body = markdown::body(rest.text, rest.offset, &mut sink);
        read(&node?, body, &mut sink)
    }

    /// Takes the findings that somebody has accepted out of a record; every
    /// record may have some.
    fn accepted(&mut self, file: FileId, node: &mut Node) {
        let yaml::Value::Map(entries) = &mut node.value else { return };
        let Some(at) = entries.iter().position(|(key, _)| key.name == "accepted") else { return };
        let (_, list) = entries.remove(at);
        let accepted =
            fields::list(&list, &mut self.sink(file), fields::accepted).unwrap_or_default();
        self.records.accepted.extend(sourced(file, accepted));
    }

    /// A piece of YAML as a node whose bytes are the file's.
    fn node(&mut self, file: FileId, part: Part<'_>) -> Option<Node> {
        match yaml::read(part.text) {
            Ok(node) => {
                let node = node.shifted(part.offset);
                if let Some(span) = node.holding(is_reserved) {
                    let place = Place::Text(file, span);
                    self.diagnostics.push(Diagnostic::new(Fault::ReservedCharacter {}, place));
                    return None;
                }
                self.fields = digits::fields(&node, self.tree.text(file));
                Some(node)
            }
            Err(fault) => {
                let place = Place::Text(file, fault.span.shifted(part.offset));
                self.diagnostics.push(Diagnostic::new(Fault::NotYaml { why: fault.why }, place));
                None
            }
        }
    }

    /// Keeps the runs of digits of a file, record or not.
    fn digits(&mut self, file: FileId) {
        let fields = std::mem::take(&mut self.fields);
        let (path, text) = (self.tree.path(file), self.tree.text(file));
        let body = match path.rsplit('.').next() {
            Some("md") => front_matter(text).map_or(0, |(_, rest)| rest.offset),
            Some("csv") => 0,
            _ => text.len(),
        };
        let page = digits::Page { path, text, fields: &fields, body };
        self.records.digits.extend(sourced(file, digits::runs(&page)));
    }

    /// Where a file's faults and words go.
    fn sink(&mut self, file: FileId) -> Sink<'_> {
        let path = self.tree.path(file);
        let mut parts = path.split('/');
        let (folder, name) =
            (parts.next().unwrap_or_default(), path.rsplit('/').next().unwrap_or_default());
        let audience = parts.next().filter(|_| folder == "pages").and_then(Audience::named);
        let tag = name.rsplit('.').nth(1).filter(|_| name.matches('.').count() == 2);
        Sink {
            file,
            found: &mut self.diagnostics,
            langs: &mut self.records.langs,
            prose: &mut self.records.prose,
            audience,
            lang: tag.and_then(|it| Lang::try_from(it).ok()),
            setting: if folder == "services" { Setting::Directory } else { Setting::Plain },
        }
    }

    /// A file's text, where there is one; why there is none is reported.
    fn text(&mut self, file: FileId) -> Option<&'t str> {
        let tree = self.tree;
        let text = match tree.get(file)? {
            Ok(text) => text.as_str(),
            Err(fault) => {
                self.report(unread(fault), file);
                return None;
            }
        };
        if text.trim().is_empty() {
            self.report(Fault::EmptyFile {}, file);
            return None;
        }
        if let Some((at, it)) = text.char_indices().find(|(_, it)| is_reserved(*it)) {
            let place = Place::Text(file, (at..at + it.len_utf8()).into());
            self.diagnostics.push(Diagnostic::new(Fault::ReservedCharacter {}, place));
            return None;
        }
        Some(text)
    }

    /// Reports a fault of a whole file.
    fn report(&mut self, fault: Fault, file: FileId) {
        self.diagnostics.push(Diagnostic::new(fault, Place::File(file)));
    }

    /// Reports a file that is no record.
    fn unknown(&mut self, file: FileId) {
        let path = self.tree.path(file).to_owned();
        self.report(Fault::UnknownFile { path }, file);
    }

    /// Remembers that a record, or a file of many, is there, but broken.
    fn broken(&mut self, stem: &str) {
        self.records.broken.insert(stem.to_owned());
    }
}

/// Why a file was not read, as a fault of the content.
fn unread(fault: &ReadFault) -> Fault {
    match fault {
        ReadFault::NotUtf8(line) => Fault::NotUtf8 { line: *line },
        ReadFault::TooLarge(bytes) => Fault::TooLarge { bytes: *bytes },
        ReadFault::Link => Fault::IsLink {},
        ReadFault::Refused(why) => Fault::Unreadable { why: why.clone() },
    }
}

/// Each value with its file.
fn sourced<T>(file: FileId, values: Vec<T>) -> impl Iterator<Item = Sourced<T>> {
    values.into_iter().map(move |value| Sourced { file, value })
}

/// The front matter and the text after it.
fn front_matter(text: &str) -> Option<(Part<'_>, Part<'_>)> {
    let is_fence = |line: &str| line.trim_end() == "---";
    let mut lines = text.split_inclusive('\n');
    let first = lines.next().filter(|it| is_fence(it))?;
    let offset = first.len();
    let mut at = offset;
    for line in lines {
        let end = at + line.len();
        if is_fence(line) {
            return Some((
                Part { text: &text[offset..at], offset },
                Part { text: &text[end..], offset: end },
            ));
        }
        at = end;
    }
    None
}
