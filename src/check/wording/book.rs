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

    /// Whether all groups of another are in it.
    fn holds(&self, other: &Set) -> bool {
        self.0.iter().zip(other.0).fold(0, |lacking, (own, other)| lacking | (other & !own)) == 0
    }

    /// Its groups, in order.
    fn groups(self) -> impl Iterator<Item = Group> {
        self.0.into_iter().enumerate().flat_map(|(at, bits)| {
            let next = |it: &u64| Some(it & (it - 1)).filter(|it| *it != 0);
            std::iter::successors(Some(bits).filter(|it| *it != 0), next)
                .map(move |it| Group(at * 64 + it.trailing_zeros() as usize))
        })
    }

    /// Whether a group is in it.
    pub fn has(self, group: Group) -> bool {
        self.0[group.0 / 64] & (1 << (group.0 % 64)) != 0
    }
}

/// A sentence, and which groups its words belong to.
#[derive(Debug)]
pub struct Line<'t> {
    /// The sentence.
    pub sentence: Sentence<'t>,
    /// The groups of each word.
    pub sets: Vec<Set>,
    /// The groups of all words together.
    pub all: Set,
}

impl Line<'_> {
    /// The first word of a group.
    pub fn first(&self, group: Group) -> Option<usize> {
        if self.all.has(group) { self.sets.iter().position(|it| it.has(group)) } else { None }
    }
}

/// A group of words, by its number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Group(usize);

/// The group of words that begin a row.
const ROW: Group = Group(0);

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
    /// The number of the rule that it is one of.
    pub rule: usize,
    /// Its parts.
    parts: Vec<Part>,
    /// Which part a negation has to govern.
    anchor: usize,
    /// The groups of its parts.
    required: Set,
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

/// The groups of words that were looked up, by a sum of their letters: a word
/// comes back many times, and comparing sums is quicker than comparing words.
#[derive(Debug, Default)]
pub struct Known {
    /// Which entry has that sum.
    sums: BTreeMap<u64, usize>,
    /// Words and their groups.
    entries: Vec<(String, Set)>,
}

impl Known {
    /// The groups of a word; `look_up` finds them the first time.
    fn set(&mut self, word: &str, look_up: impl FnOnce(&str) -> Set) -> Set {
        let add = |sum: u64, byte: u8| (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        let sum = word.bytes().fold(0xcbf2_9ce4_8422_2325, add);
        match self.sums.get(&sum).map(|it| &self.entries[*it]) {
            Some((known, set)) if known == word => *set,
            // Another word with the same sum: it is looked up every time.
            Some(_) => look_up(word),
            None => {
                let set = look_up(word);
                self.sums.insert(sum, self.entries.len());
                self.entries.push((word.to_owned(), set));
                set
            }
        }
    }
}

/// Tables, ready for reading.
pub struct Book {
    /// Groups by name.
    names: BTreeMap<String, Group>,
    /// Words as they stand.
    exact: BTreeMap<String, Set>,
    /// Words by their stem.
    stemmed: BTreeMap<String, Set>,
    /// How many words a group has, by its number; rows are not counted.
    sizes: Vec<usize>,
    /// Rows of words, by the first.
    rows: BTreeMap<String, Vec<(Vec<String>, Group)>>,
    /// The patterns of all rules, rule by rule.
    patterns: Vec<Pattern>,
    /// For each group the patterns of which it is the rarest, by their place.
    rarest: Vec<Vec<usize>>,
    /// Where a gap ends.
    walls: Vec<Group>,
}

impl Book {
    /// Makes the tables of these rules ready.
    pub fn of(rules: &[&Rule], more: &[(&str, &str)]) -> Book {
        let mut book = Book {
            names: BTreeMap::new(),
            exact: BTreeMap::new(),
            stemmed: BTreeMap::new(),
            sizes: vec![0],
            rows: BTreeMap::new(),
            patterns: Vec::new(),
            rarest: Vec::new(),
            walls: Vec::new(),
        };
        for (name, words) in
            common::GROUPS.iter().chain(rules.iter().flat_map(|it| it.groups)).chain(more)
        {
            book.define(name, words);
        }
        book.walls = ["wall", "not", "about", "which", "condition"]
            .iter()
            .map(|it| book.group(it))
            .collect();
        for (number, rule) in rules.iter().enumerate() {
            for text in rule.patterns {
                let pattern = book.pattern(text, number);
                book.patterns.push(pattern);
            }
        }
        book.sort();
        book
    }

    /// Puts each pattern under the group that has the fewest words of those it needs.
    fn sort(&mut self) {
        self.rarest = vec![Vec::new(); self.sizes.len()];
        for (at, pattern) in self.patterns.iter().enumerate() {
            let rarest = pattern.required.groups().min_by_key(|it| self.sizes[it.0]);
            self.rarest[rarest.unwrap_or(ROW).0].push(at);
        }
    }

    /// The patterns whose words a sentence has, rule by rule in their order. Most sentences
    /// have those of hardly any: that has to be quick.
    pub fn candidates(&self, line: &Line<'_>, paragraph: Set) -> Vec<&Pattern> {
        let near = line.all.groups().flat_map(|it| &self.rarest[it.0]);
        let mut found: Vec<usize> =
            near.copied().filter(|it| self.patterns[*it].may_be(line, paragraph)).collect();
        found.sort_unstable();
        found.into_iter().map(|it| &self.patterns[it]).collect()
    }

    /// The group of that name. A table names only groups that are there: the tables are constants, and
    /// every test that reads a text reads all of them.
    pub fn group(&self, name: &str) -> Group {
        *self.names.get(name).expect("a group of that name")
    }

    /// Defines a group; a name that is there already gets more words.
    fn define(&mut self, name: &str, words: &str) -> Group {
        let next = Group(self.names.len() + 1);
        debug_assert!(next.0 < 512, "too many groups");
        let group = *self.names.entry(name.to_owned()).or_insert(next);
        self.sizes.resize(self.names.len() + 1, 0);
        for word in words.split_whitespace() {
            if let Some(stem) = word.strip_prefix('~') {
                self.stemmed.entry(stem.to_owned()).or_default().add(group);
                self.sizes[group.0] += 1;
            } else if let Some((first, rest)) = word.split_once('_') {
                let rest = rest.split('_').map(str::to_owned).collect();
                self.rows.entry(first.to_owned()).or_default().push((rest, group));
                self.exact.entry(first.to_owned()).or_default().add(ROW);
            } else {
                self.exact.entry(word.to_owned()).or_default().add(group);
                self.sizes[group.0] += 1;
            }
        }
        group
    }

    /// Reads a pattern.
    fn pattern(&mut self, text: &str, rule: usize) -> Pattern {
        let mut pattern = Pattern {
            rule,
            parts: Vec::new(),
            anchor: 0,
            required: Set::default(),
            needs: Vec::new(),
            bars: Vec::new(),
        };
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
                pattern.required.add(group);
                pattern.parts.push(Part::Is(group));
            }
        }
        pattern
    }

    /// A sentence with the groups of its words. `known` keeps what was looked up.
    pub fn line<'t>(&self, sentence: Sentence<'t>, known: &mut Known) -> Line<'t> {
        let sets = self.sets(&sentence, known);
        let mut all = Set::default();
        sets.iter().for_each(|it| all.join(*it));
        Line { sentence, sets, all }
    }

    /// The groups of a sentence's words.
    fn sets(&self, sentence: &Sentence<'_>, known: &mut Known) -> Vec<Set> {
        let words = &sentence.words;
        let mut sets: Vec<Set> =
            words.iter().map(|it| known.set(&it.lower, |word| self.set(word))).collect();
        for (at, word) in words.iter().enumerate() {
            if !sets[at].has(ROW) {
                continue;
            }
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
    /// Whether a sentence has its words; `paragraph` is what stands in the whole
    /// paragraph.
    fn may_be(&self, line: &Line<'_>, paragraph: Set) -> bool {
        line.all.holds(&self.required)
            && self.needs.iter().all(|it| paragraph.has(*it))
            && !self.bars.iter().any(|it| line.all.has(*it))
    }

    /// Everything that it finds in a sentence that has its words.
    pub fn hits(&self, book: &Book, line: &Line<'_>) -> Vec<Hit> {
        let Line { sentence, sets, .. } = line;
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
