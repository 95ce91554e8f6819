//! Rules about wording and privacy: what a safeguarding site never says.
//!
//! Every text is read once, sentence by sentence; all tables look at a sentence
//! together. The tables are data and stand in files of their own:
//! [`pictures`], [`settlement`], [`blame`], [`promises`]. What is not a matter of
//! words (numbers, dates, names) is in [`personal`] and [`places`].
//!
//! How good they are is measured: `tests/corpus/wording/` holds texts that must
//! be found and texts that must pass, and docs/rules.md reports the result.

use std::collections::BTreeMap;

use jiff::civil::Date;

use self::avoided::Avoided;
use self::book::{Book, Excuse, Group, Hit, Names, Rule, Set};
use self::excuses::{Known, Scene, Signs};
use super::words::{Sentence, sentences};
use crate::diag::Diagnostic;
use crate::diag::code::Fault;
use crate::model::District;
use crate::model::prose::{Prose, Setting};
use crate::source::Sourced;
use crate::source::place::Place;

mod avoided;
mod blame;
mod book;
mod common;
mod excuses;
mod personal;
mod pictures;
mod places;
mod promises;
mod settlement;
mod stems;

/// Every table.
const RULES: &[&Rule] = &[
    &pictures::PICTURES,
    &settlement::SETTLEMENT,
    &blame::BLAME,
    &promises::SECRECY,
    &promises::REMOVAL,
    &promises::METHODS,
    &pictures::DELETING,
    &pictures::SEARCHING,
];

/// Everything that the wording of the district's texts is at fault with.
pub fn wording(district: &District, _: Date) -> Vec<Diagnostic> {
    let mut reader = Reader::new();
    let places = places::Places::of(district);
    let avoided = avoided::words(district);
    let mut found = Vec::new();
    for Sourced { file, value: prose } in &district.prose {
        if matches!(prose.setting, Setting::Register | Setting::Unsaid) {
            continue;
        }
        let sentences = sentences(&prose.text);
        let mut faults = reader.faults(prose, &sentences);
        for sentence in &sentences {
            faults.extend(personal::faults(sentence));
        }
        faults.extend(reader.avoided(prose, &sentences, &faults, &avoided));
        faults.extend(places.faults(prose, &sentences));
        let place = || Place::Text(*file, prose.at);
        found.extend(faults.into_iter().map(|it| Diagnostic::new(it, place())));
    }
    found
}

/// Reads texts against every table.
struct Reader {
    /// The tables.
    book: Book,
    /// The groups of excuses.
    signs: Signs,
    /// By rule: words whose negation confirms it.
    opposites: Vec<Option<Group>>,
    /// Words that were looked up.
    known: Known,
}

impl Reader {
    /// A reader of every table.
    fn new() -> Reader {
        let book = Book::of(RULES);
        let opposite = |it: &&Rule| (!it.opposite.is_empty()).then(|| book.group(it.opposite));
        let opposites = RULES.iter().map(opposite).collect();
        Reader { signs: Signs::of(&book), opposites, book, known: BTreeMap::new() }
    }

    /// What is wrong with a text's wording; each table tells once a sentence.
    fn faults(&mut self, prose: &Prose, sentences: &[Sentence<'_>]) -> Vec<Fault> {
        let sets: Vec<Vec<Set>> =
            sentences.iter().map(|it| self.book.sets(it, &mut self.known)).collect();
        let mut paragraph = Set::default();
        sets.iter().flatten().for_each(|it| paragraph.join(*it));
        let mut found = Vec::new();
        for (at, sentence) in sentences.iter().enumerate() {
            if prose.setting == Setting::Forbidden && !self.says_itself(sentence, &sets[at]) {
                // The list or heading above forbids it. A sentence with a negation
                // of its own is read like any other.
                continue;
            }
            let next = &sets[at + 1..];
            let scene = Scene {
                signs: &self.signs,
                sentence,
                sets: &sets[at],
                next,
                opposite: None,
                names: Names::Things,
                setting: prose.setting,
            };
            for (number, rule) in RULES.iter().enumerate() {
                if let Some(hit) = self.hit(number, &scene, paragraph) {
                    found.push((rule.fault)(between(sentence, hit), sentence.text.to_owned()));
                }
            }
        }
        found
    }

    /// Whether a sentence in a list of what never to do has a negation of its own;
    /// a quotation there is what never to say.
    fn says_itself(&self, sentence: &Sentence<'_>, sets: &[Set]) -> bool {
        !sentence.text.starts_with(['"', '“']) && self.signs.forbids(sets)
    }

    /// Words that the glossary says to avoid, in sentences that no other rule has
    /// found.
    fn avoided(
        &mut self,
        prose: &Prose,
        sentences: &[Sentence<'_>],
        others: &[Fault],
        avoided: &[Avoided],
    ) -> Vec<Fault> {
        let lower = prose.text.to_lowercase();
        if !avoided.iter().any(|it| lower.contains(&it.lower)) {
            return Vec::new();
        }
        let sets: Vec<Vec<Set>> =
            sentences.iter().map(|it| self.book.sets(it, &mut self.known)).collect();
        let mut found = Vec::new();
        for (at, sentence) in sentences.iter().enumerate() {
            let told = others.iter().any(|it| avoided::sentence(it) == Some(sentence.text));
            let forbidden =
                prose.setting == Setting::Forbidden && !self.says_itself(sentence, &sets[at]);
            if told || forbidden {
                continue;
            }
            let scene = Scene {
                signs: &self.signs,
                sentence,
                sets: &sets[at],
                next: &sets[at + 1..],
                opposite: None,
                names: Names::Things,
                setting: prose.setting,
            };
            let excuses = [Excuse::Denied, Excuse::Condemned, Excuse::Quoted, Excuse::Rebutted];
            for it in avoided {
                if let Some(hit) = it.hit(sentence).filter(|it| !scene.excused(*it, &excuses)) {
                    let (word, instead) = (between(sentence, hit), it.instead.clone());
                    found.push(Fault::AvoidedWord {
                        word,
                        instead,
                        sentence: sentence.text.to_owned(),
                    });
                }
            }
        }
        found
    }

    /// What a rule finds in a sentence and nothing excuses.
    fn hit(&self, rule: usize, scene: &Scene<'_, '_>, paragraph: Set) -> Option<Hit> {
        let scene = Scene { opposite: self.opposites[rule], names: RULES[rule].names, ..*scene };
        let patterns = &self.book.patterns[rule];
        let hits = patterns
            .iter()
            .flat_map(|it| it.hits(&self.book, scene.sentence, scene.sets, paragraph));
        hits.into_iter().find(|it| !scene.excused(*it, RULES[rule].excuses))
    }
}

/// The words of a hit, as written.
fn between(sentence: &Sentence<'_>, hit: Hit) -> String {
    let words: Vec<&str> = sentence.words[hit.first..=hit.last].iter().map(|it| it.text).collect();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::code::Code;

    /// How often a rule was right and wrong about texts.
    #[derive(Debug, Default, PartialEq, Eq)]
    struct Score {
        /// Found, and to be found.
        found: usize,
        /// Found, but to pass.
        false_alarms: usize,
        /// Passed, but to be found.
        missed: usize,
    }

    impl Score {
        /// Right among what was found, in a hundred.
        fn precision(&self) -> usize {
            100 * self.found / (self.found + self.false_alarms).max(1)
        }

        /// Found among what was to be found, in a hundred.
        fn recall(&self) -> usize {
            100 * self.found / (self.found + self.missed).max(1)
        }
    }

    /// A rule's texts: those it was tuned with, those held out.
    const CORPORA: &[(&str, &str, &[Code])] = &[
        ("keep", include_str!("../../../tests/corpus/wording/keep.txt"), &[Code::PictureAdvice]),
        (
            "settle",
            include_str!("../../../tests/corpus/wording/settle.txt"),
            &[Code::SettlementAdvice],
        ),
        ("blame", include_str!("../../../tests/corpus/wording/blame.txt"), &[Code::BlamingWords]),
        (
            "promise",
            include_str!("../../../tests/corpus/wording/promise.txt"),
            &[Code::SecrecyPromise, Code::RemovalPromise],
        ),
        (
            "personal",
            include_str!("../../../tests/corpus/wording/personal.txt"),
            &[
                Code::IdentityNumber,
                Code::BirthDate,
                Code::InitialsAndClass,
                Code::CaseNarrative,
                Code::PrivateMobile,
                Code::DutyRota,
            ],
        ),
    ];

    /// What the rules say of a text.
    fn read(text: &str, setting: Setting) -> Vec<Code> {
        let prose = Prose {
            at: (0..1).into(),
            text: text.to_owned(),
            setting,
            audience: None,
            lang: None,
            section: None,
            mentions: Vec::new(),
        };
        let sentences = sentences(text);
        let mut faults = Reader::new().faults(&prose, &sentences);
        sentences.iter().for_each(|it| faults.extend(personal::faults(it)));
        faults.extend(places::Places::of_codes(&["112"]).faults(&prose, &sentences));
        faults.iter().map(Fault::code).collect()
    }

    /// The score of a part of a corpus, and every text it was wrong about.
    fn score(part: &str, codes: &[Code]) -> (Score, String) {
        let (mut score, mut wrong) = (Score::default(), String::new());
        for line in part.lines() {
            let Some((sign, text)) =
                line.split_once(' ').filter(|(sign, _)| matches!(*sign, "+" | "-"))
            else {
                continue;
            };
            let found = read(text, Setting::Plain).iter().any(|it| codes.contains(it));
            match (sign, found) {
                ("+", true) => score.found += 1,
                ("+", false) => score.missed += 1,
                ("-", true) => score.false_alarms += 1,
                _ => continue,
            }
            if (sign == "+") != found {
                wrong.push_str(line);
                wrong.push('\n');
            }
        }
        (score, wrong)
    }

    #[test]
    fn the_rules_are_as_good_as_docs_say() {
        for (name, corpus, codes) in CORPORA {
            let (tuning, held_out) = corpus.split_once("## held out").expect("two parts");
            for (part, text) in [("tuning", tuning), ("held out", held_out)] {
                let (score, wrong) = score(text, codes);
                let floor = if part == "tuning" { 98 } else { 84 };
                let good = score.precision() >= floor && score.recall() >= floor;
                assert!(good, "{name}, {part}: {score:?}\n{wrong}");
            }
        }
    }
}
