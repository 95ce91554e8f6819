//! Tables of words and patterns, made ready for reading.
//!
//! A [`Rule`] is written as text that a newcomer can change:
//!
//! - A group is a name and its words, parted by spaces. `~simpan` stands for
//!   every form of the stem; `tangkapan_layar` for words in a row, which count as
//!   the first of them: a gap has to make room for the others.
//! - A pattern is a row of parts. `@keep` is any word of that group, `foto` is
//!   that word, `foto|video` either. `..4` lets up to four words stand between;
//!   they may not be a wall (`@wall`), a negation (`@not`) or `@about`.
//! - `!` before a part marks the word that a negation has to govern for the
//!   sentence to pass. Where there is none it is the first.
//! - `if:@group` asks for a word of the group anywhere in the paragraph, `but:`
//!   asks that none stands in the sentence.
//!
//! Reading costs one look into a table for each different word of the content.

use std::collections::BTreeMap;

use super::super::words::{Break, Sentence};
use super::common;
use super::stems::{bare, stems};
use crate::diag::code::Fault;

/// A rule about wording.
pub struct Rule {
    /// Makes the fault of the words found and their sentence.
    pub fault: fn(String, String) -> Fault,
    /// Groups of its own.
    pub groups: &'static [(&'static str, &'static str)],
    /// What it looks for.
    pub patterns: &'static [&'static str],
    /// What lets a sentence pass that has what it looks for.
    pub excuses: &'static [Excuse],
    /// What the words name that it looks for.
    pub names: Names,
    /// The group of words whose negation confirms what the rule looks for
    /// (`jangan hapus, simpan`); may be empty.
    pub opposite: &'static str,
}

/// What the words of a rule name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Names {
    /// Things that are done: without a prefix they are commands.
    Deeds,
    /// Things.
    Things,
}

/// What lets a sentence pass.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Excuse {
    /// A negation before the word governs it.
    Denied,
    /// What follows says that it is wrong.
    Condemned,
    /// It stands in a condition: "if somebody asks you to ...".
    Condition,
    /// The sentence asks.
    Asked,
    /// It tells what somebody does, not what to do.
    Reported,
    /// It is quoted as something not to say.
    Quoted,
    /// The next sentence says that it is wrong.
    Rebutted,
    /// Somebody is pressed to do it.
    Pressed,
    /// It stands in a list of signs.
    Sign,
}

/// Which groups a word belongs to.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Set([u64; 8]);

impl Set {
    /// Adds a group.
    fn add(&mut self, group: Group) {
        self.0[group.0 / 64] |= 1 << (group.0 % 64);
    }

    /// Adds all groups of another.
    pub fn join(&mut self, other: Set) {
        self.0.iter_mut().zip(other.0).for_each(|(a, b)| *a |= b);
    }

    /// Whether a group is in it.
    pub fn has(self, group: Group) -> bool {
        self.0[group.0 / 64] & (1 << (group.0 % 64)) != 0
    }
}

/// A group of words, by its number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Group(usize);

/// A part of a pattern.
#[derive(Debug, Clone, Copy)]
enum Part {
    /// A word of this group.
    Is(Group),
    /// Up to so many words.
    Gap(usize),
}

/// A pattern, ready.
pub struct Pattern {
    /// Its parts.
    parts: Vec<Part>,
    /// Which part a negation has to govern.
    anchor: usize,
    /// A word of each of these must stand in the paragraph.
    needs: Vec<Group>,
    /// No word of these may stand in the sentence.
    bars: Vec<Group>,
}

/// What a pattern found: places of words in the sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hit {
    /// The first word.
    pub first: usize,
    /// The last word.
    pub last: usize,
    /// The word that a negation has to govern.
    pub anchor: usize,
}

/// Tables, ready for reading.
pub struct Book {
    /// Groups by name.
    names: BTreeMap<String, Group>,
    /// Words as they stand.
    exact: BTreeMap<String, Set>,
    /// Words by their stem.
    stemmed: BTreeMap<String, Set>,
    /// Rows of words, by the first.
    rows: BTreeMap<String, Vec<(Vec<String>, Group)>>,
    /// The patterns of each rule.
    pub patterns: Vec<Vec<Pattern>>,
    /// Where a gap ends.
    walls: Vec<Group>,
}

impl Book {
    /// Makes the tables of these rules ready.
    pub fn of(rules: &[&Rule]) -> Book {
        let mut book = Book {
            names: BTreeMap::new(),
            exact: BTreeMap::new(),
            stemmed: BTreeMap::new(),
            rows: BTreeMap::new(),
            patterns: Vec::new(),
            walls: Vec::new(),
        };
        for (name, words) in common::GROUPS.iter().chain(rules.iter().flat_map(|it| it.groups)) {
            book.define(name, words);
        }
        book.walls = ["wall", "not", "about", "which", "condition"]
            .iter()
            .map(|it| book.group(it))
            .collect();
        for rule in rules {
            let patterns = rule.patterns.iter().map(|it| book.pattern(it)).collect();
            book.patterns.push(patterns);
        }
        book
    }

    /// The group of that name. A table names only groups that are there: the tables are constants, and
    /// every test that reads a text reads all of them.
    pub fn group(&self, name: &str) -> Group {
        *self.names.get(name).expect("a group of that name")
    }

    /// Defines a group; a name that is there already gets more words.
    fn define(&mut self, name: &str, words: &str) -> Group {
        let next = Group(self.names.len());
        debug_assert!(next.0 < 512, "too many groups");
        let group = *self.names.entry(name.to_owned()).or_insert(next);
        for word in words.split_whitespace() {
            if let Some(stem) = word.strip_prefix('~') {
                self.stemmed.entry(stem.to_owned()).or_default().add(group);
            } else if let Some((first, rest)) = word.split_once('_') {
                let rest = rest.split('_').map(str::to_owned).collect();
                self.rows.entry(first.to_owned()).or_default().push((rest, group));
            } else {
                self.exact.entry(word.to_owned()).or_default().add(group);
            }
        }
        group
    }

    /// Reads a pattern.
    fn pattern(&mut self, text: &str) -> Pattern {
        let mut pattern =
            Pattern { parts: Vec::new(), anchor: 0, needs: Vec::new(), bars: Vec::new() };
        for part in text.split_whitespace() {
            if let Some(group) = part.strip_prefix("if:@") {
                pattern.needs.push(self.group(group));
            } else if let Some(group) = part.strip_prefix("but:@") {
                pattern.bars.push(self.group(group));
            } else if let Some(most) = part.strip_prefix("..") {
                pattern.parts.push(Part::Gap(most.parse().unwrap_or(1)));
            } else {
                let (anchor, part) = part.strip_prefix('!').map_or((false, part), |it| (true, it));
                if anchor {
                    pattern.anchor = pattern.parts.len();
                }
                let group = match part.strip_prefix('@') {
                    Some(name) => self.group(name),
                    // Words of a pattern are a group of their own.
                    None => self.define(&format!("={part}"), &part.replace('|', " ")),
                };
                pattern.parts.push(Part::Is(group));
            }
        }
        pattern
    }

    /// The groups of a sentence's words. `known` keeps what was looked up.
    pub fn sets(&self, sentence: &Sentence<'_>, known: &mut BTreeMap<String, Set>) -> Vec<Set> {
        let words = &sentence.words;
        let mut sets: Vec<Set> = words
            .iter()
            .map(|word| {
                if let Some(set) = known.get(word.lower.as_ref()) {
                    *set
                } else {
                    let set = self.set(&word.lower);
                    known.insert(word.lower.to_string(), set);
                    set
                }
            })
            .collect();
        for (at, word) in words.iter().enumerate() {
            let Some(rows) = self.rows.get(word.lower.as_ref()) else { continue };
            for (rest, group) in rows {
                let next = words.get(at + 1..=at + rest.len());
                let same = |words: &[super::super::words::Word<'_>]| {
                    words
                        .iter()
                        .zip(rest)
                        .all(|(word, part)| word.lower == *part || bare(&word.lower) == part)
                };
                if next.is_some_and(same) {
                    sets[at].add(*group);
                }
            }
        }
        sets
    }

    /// The groups of one word.
    fn set(&self, word: &str) -> Set {
        let mut set = self.exact.get(word).copied().unwrap_or_default();
        set.join(self.exact.get(bare(word)).copied().unwrap_or_default());
        for stem in stems(word) {
            set.join(self.stemmed.get(&stem).copied().unwrap_or_default());
        }
        set
    }
}

impl Pattern {
    /// Everything that it finds in a sentence; `paragraph` is what stands in the
    /// whole paragraph.
    pub fn hits(
        &self,
        book: &Book,
        sentence: &Sentence<'_>,
        sets: &[Set],
        paragraph: Set,
    ) -> Vec<Hit> {
        let within = |group: &Group| sets.iter().any(|it| it.has(*group));
        if !self.needs.iter().all(|it| paragraph.has(*it)) || self.bars.iter().any(within) {
            return Vec::new();
        }
        let every =
            self.parts.iter().all(|it| if let Part::Is(group) = it { within(group) } else { true });
        if !every {
            return Vec::new();
        }
        let mut found = Vec::new();
        for first in 0..sets.len() {
            if let Some((last, anchor)) = self.from(book, sentence, sets, (0, first)) {
                found.push(Hit { first, last, anchor: anchor.unwrap_or(first) });
            }
        }
        found
    }

    /// Matches the parts from `part` on at the word `at`: the last word, and the
    /// anchor where it is among them.
    fn from(
        &self,
        book: &Book,
        sentence: &Sentence<'_>,
        sets: &[Set],
        (part, at): (usize, usize),
    ) -> Option<(usize, Option<usize>)> {
        match self.parts.get(part)? {
            Part::Is(group) => {
                if !sets.get(at)?.has(*group) {
                    return None;
                }
                let here = (part == self.anchor).then_some(at);
                if part + 1 == self.parts.len() {
                    return Some((at, here));
                }
                let gap = matches!(self.parts[part + 1], Part::Gap(_));
                if !gap && sentence.words.get(at + 1).is_none_or(|it| it.before >= Break::Strong) {
                    return None;
                }
                let (last, anchor) = self.from(book, sentence, sets, (part + 1, at + 1))?;
                Some((last, anchor.or(here)))
            }
            Part::Gap(most) => {
                for skipped in 0..=*most {
                    let word = sentence.words.get(at + skipped)?;
                    if word.before >= Break::Strong {
                        return None;
                    }
                    if let Some(hit) = self.from(book, sentence, sets, (part + 1, at + skipped)) {
                        return Some(hit);
                    }
                    if book.walls.iter().any(|it| sets[at + skipped].has(*it)) {
                        return None;
                    }
                }
                None
            }
        }
    }
}
