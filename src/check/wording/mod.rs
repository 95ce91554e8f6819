//! Rules about wording and privacy: what a safeguarding site never says.
//!
//! Every text is read once, sentence by sentence; all tables look at a sentence
//! together. The tables are data and stand in files of their own:
//! [`pictures`], [`settlement`], [`blame`], [`promises`]. What is not a matter of
//! words (numbers, dates, names) is in [`personal`] and [`places`].
//!
//! How good they are is measured: `tests/corpus/wording/` holds texts that must
//! be found and texts that must pass, and docs/rules.md reports the result.

use jiff::civil::Date;
use rayon::prelude::*;

use self::avoided::Avoided;
use self::book::{Book, Excuse, Group, Hit, Known, Line, Names, Pattern, Rule, Set};
use self::excuses::{Scene, Signs};
use self::personal::Persons;
use self::places::Places;
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
    let avoided = avoided::words(district);
    let reader = Reader::new(avoided);
    let places = places::Places::of(district);
    let said =
        |it: &&Sourced<Prose>| !matches!(it.value.setting, Setting::Register | Setting::Unsaid);
    let of = |known: &mut Known, Sourced { file, value: prose }: &&Sourced<Prose>| {
        let place = || Place::Text(*file, prose.at);
        let faults = reader.faults(prose, &places, known);
        faults.into_iter().map(|it| Diagnostic::new(it, place())).collect::<Vec<_>>()
    };
    let texts: Vec<_> = district.prose.iter().filter(said).collect();
    // Texts that are read on end share what was looked up; a few pieces for each thread, as
    // some are longer than others.
    let few = texts.len() / (4 * rayon::current_num_threads()).max(1);
    let each = texts.par_iter().with_min_len(few);
    let found: Vec<Vec<Diagnostic>> = each.map_init(Known::default, of).collect();
    found.concat()
}

/// Reads texts against every table.
struct Reader {
    /// The tables.
    book: Book,
    /// The groups of excuses.
    signs: Signs,
    /// The groups of personal data.
    persons: Persons,
    /// By rule: words whose negation confirms it.
    opposites: Vec<Option<Group>>,
    /// Words that the glossary says to avoid, and the group of their first words.
    avoided: (Vec<Avoided>, Group),
}

impl Reader {
    /// A reader of every table.
    fn new(avoided: Vec<Avoided>) -> Reader {
        let first = |it: &Avoided| it.words.first().cloned();
        let firsts: Vec<String> = avoided.iter().filter_map(first).collect();
        let groups = [("avoided", firsts.join(" "))];
        let groups: Vec<(&str, &str)> = groups.iter().map(|it| (it.0, it.1.as_str())).collect();
        let book = Book::of(RULES, &[personal::GROUPS, &groups].concat());
        let opposite = |it: &&Rule| (!it.opposite.is_empty()).then(|| book.group(it.opposite));
        Reader {
            signs: Signs::of(&book),
            persons: Persons::of(&book),
            opposites: RULES.iter().map(opposite).collect(),
            avoided: (avoided, book.group("avoided")),
            book,
        }
    }

    /// What is wrong with a text; each table tells once a sentence. `known` keeps
    /// what was looked up.
    fn faults(&self, prose: &Prose, places: &Places, known: &mut Known) -> Vec<Fault> {
        let line = |it| self.book.line(it, known);
        let lines: Vec<Line<'_>> = sentences(&prose.text).into_iter().map(line).collect();
        let mut paragraph = Set::default();
        lines.iter().for_each(|it| paragraph.join(it.all));
        let mut found = Vec::new();
        for (at, line) in lines.iter().enumerate() {
            // The list or heading above forbids it. A sentence with a negation of its
            // own is read like any other.
            let passed = prose.setting == Setting::Forbidden && !self.says_itself(line);
            if !passed {
                let next = &lines[at + 1..];
                let (opposite, names, setting) = (None, Names::Things, prose.setting);
                let scene = Scene { signs: &self.signs, line, next, opposite, names, setting };
                found.extend(self.said(&scene, paragraph));
            }
            found.extend(self.persons.faults(line));
        }
        found.extend(places.faults(prose, &lines));
        found
    }

    /// What the tables and the glossary say about a sentence; the glossary is
    /// silent where a table has spoken.
    fn said(&self, scene: &Scene<'_, '_>, paragraph: Set) -> Vec<Fault> {
        let sentence = &scene.line.sentence;
        let mut found = Vec::new();
        let candidates = self.book.candidates(scene.line, paragraph);
        for patterns in candidates.chunk_by(|a, b| a.rule == b.rule) {
            if let Some(hit) = self.hit(patterns, scene) {
                let fault = RULES[patterns[0].rule].fault;
                found.push(fault(between(sentence, hit), sentence.text.to_owned()));
            }
        }
        if found.is_empty() && scene.line.all.has(self.avoided.1) {
            let excuses = [Excuse::Denied, Excuse::Condemned, Excuse::Quoted, Excuse::Rebutted];
            for it in &self.avoided.0 {
                let hit = it.hit(sentence).filter(|it| !scene.excused(*it, &excuses));
                if let Some(hit) = hit {
                    let (word, instead) = (between(sentence, hit), it.instead.clone());
                    let sentence = sentence.text.to_owned();
                    found.push(Fault::AvoidedWord { word, instead, sentence });
                }
            }
        }
        found
    }

    /// Whether a sentence in a list of what never to do has a negation of its own;
    /// a quotation there is what never to say.
    fn says_itself(&self, line: &Line<'_>) -> bool {
        !line.sentence.text.starts_with(['"', '“']) && self.signs.forbids(&line.sets)
    }

    /// What patterns of one rule find in a sentence and nothing excuses.
    fn hit(&self, patterns: &[&Pattern], scene: &Scene<'_, '_>) -> Option<Hit> {
        let rule = patterns.first()?.rule;
        let scene = Scene { opposite: self.opposites[rule], names: RULES[rule].names, ..*scene };
        let hits = |it: &&Pattern| it.hits(&self.book, scene.line);
        let excused = |it: &Hit| scene.excused(*it, RULES[rule].excuses);
        patterns.iter().flat_map(hits).find(|it| !excused(it))
    }
}

/// The words of a hit, as written.
fn between(sentence: &Sentence<'_>, hit: Hit) -> String {
    let words: Vec<&str> = sentence.words[hit.first..=hit.last].iter().map(|it| it.text).collect();
    words.join(" ")
}

#[cfg(test)]
pub mod tests {
    use super::*;
    use crate::diag::code::Code;

    /// How often a rule was right and wrong about texts.
    #[derive(Debug, Default, PartialEq, Eq)]
    pub struct Score {
        /// Found, and to be found.
        found: usize,
        /// Found, but to pass.
        false_alarms: usize,
        /// Passed, but to be found.
        missed: usize,
        /// Passed, and to pass.
        passed: usize,
    }

    impl Score {
        /// How many texts.
        pub fn texts(&self) -> usize {
            self.found + self.false_alarms + self.missed + self.passed
        }

        /// Right among what was found, in a hundred.
        pub fn precision(&self) -> usize {
            100 * self.found / (self.found + self.false_alarms).max(1)
        }

        /// Found among what was to be found, in a hundred.
        pub fn recall(&self) -> usize {
            100 * self.found / (self.found + self.missed).max(1)
        }
    }

    /// A rule's texts, and how good it has to be about those that were held out
    /// while its tables were made: precision, recall.
    struct Corpus {
        /// The name of its file.
        name: &'static str,
        /// Its texts.
        text: &'static str,
        /// The codes of the rule.
        codes: &'static [Code],
        /// What may not be fallen short of.
        floor: (usize, usize),
    }

    /// Every corpus.
    const CORPORA: &[Corpus] = &[
        Corpus {
            name: "keep",
            text: include_str!("../../../tests/corpus/wording/keep.txt"),
            codes: &[Code::PictureAdvice],
            floor: (95, 84),
        },
        Corpus {
            name: "settle",
            text: include_str!("../../../tests/corpus/wording/settle.txt"),
            codes: &[Code::SettlementAdvice],
            floor: (90, 84),
        },
        Corpus {
            name: "blame",
            text: include_str!("../../../tests/corpus/wording/blame.txt"),
            codes: &[Code::BlamingWords],
            floor: (95, 90),
        },
        Corpus {
            name: "promise",
            text: include_str!("../../../tests/corpus/wording/promise.txt"),
            codes: &[Code::SecrecyPromise, Code::RemovalPromise],
            floor: (95, 90),
        },
        Corpus {
            name: "personal",
            text: include_str!("../../../tests/corpus/wording/personal.txt"),
            codes: &[
                Code::IdentityNumber,
                Code::BirthDate,
                Code::InitialsAndClass,
                Code::CaseNarrative,
                Code::PrivateMobile,
                Code::DutyRota,
            ],
            floor: (95, 95),
        },
    ];

    /// What the rules say of a text.
    fn read(reader: &Reader, text: &str, setting: Setting) -> Vec<Code> {
        let prose = Prose {
            at: (0..1).into(),
            text: text.to_owned(),
            setting,
            audience: None,
            lang: None,
            section: None,
            mentions: Vec::new(),
        };
        let faults = reader.faults(&prose, &Places::of_codes(&["112"]), &mut Known::default());
        faults.iter().map(Fault::code).collect()
    }

    /// The score of a part of a corpus, and every text it was wrong about.
    fn score(reader: &Reader, part: &str, codes: &[Code]) -> (Score, String) {
        let (mut score, mut wrong) = (Score::default(), String::new());
        for line in part.lines() {
            let marked = line.split_once(' ').filter(|(sign, _)| matches!(*sign, "+" | "-"));
            let Some((sign, text)) = marked else { continue };
            let found = read(reader, text, Setting::Plain).iter().any(|it| codes.contains(it));
            match (sign, found) {
                ("+", true) => score.found += 1,
                ("+", false) => score.missed += 1,
                (_, true) => score.false_alarms += 1,
                (_, false) => score.passed += 1,
            }
            if (sign == "+") != found {
                wrong.push_str(line);
                wrong.push('\n');
            }
        }
        (score, wrong)
    }

    /// For each corpus: its name, its score for the texts that its tables were
    /// made with, and for those that were held out.
    pub fn scores() -> Vec<(&'static str, Score, Score)> {
        let reader = Reader::new(Vec::new());
        let of = |it: &Corpus| {
            let (tuning, held_out) = it.text.split_once("## held out").expect("two parts");
            let (tuning, _) = score(&reader, tuning, it.codes);
            (it.name, tuning, score(&reader, held_out, it.codes).0)
        };
        CORPORA.iter().map(of).collect()
    }

    #[test]
    fn the_rules_are_as_good_as_they_have_to_be() {
        let reader = Reader::new(Vec::new());
        for Corpus { name, text, codes, floor } in CORPORA {
            let (tuning, held_out) = text.split_once("## held out").expect("two parts");
            for (part, text, floor) in
                [("tuning", tuning, (98, 98)), ("held out", held_out, *floor)]
            {
                let (score, wrong) = score(&reader, text, codes);
                let good = score.precision() >= floor.0 && score.recall() >= floor.1;
                assert!(good, "{name}, {part}: {score:?}, floor {floor:?}\n{wrong}");
            }
        }
    }

    #[track_caller]
    fn check(text: &str, expected: &[Code]) {
        assert_eq!(read(&Reader::new(Vec::new()), text, Setting::Plain), expected, "{text}");
    }

    #[test]
    fn a_negation_counts_only_where_it_governs() {
        check("Jangan simpan tangkapan layar.", &[]);
        check("Jangan takut, simpan tangkapan layarnya.", &[Code::PictureAdvice]);
        check("Jangan lupa menyimpan tangkapan layar.", &[Code::PictureAdvice]);
        check("Jangan hapus fotonya, simpan saja.", &[Code::PictureAdvice]);
        check("Jangan menghapus atau menyimpan fotonya.", &[]);
        check("Tidak hanya mencatat, simpan juga fotonya.", &[Code::PictureAdvice]);
        check("Menyimpan foto itu tidak dilarang.", &[Code::PictureAdvice]);
        check("Menyimpan foto itu dilarang.", &[]);
        check("Don't worry, save the screenshots.", &[Code::PictureAdvice]);
        check("Do not save, copy or send the screenshots.", &[]);
    }

    #[test]
    fn what_a_list_forbids_passes_unless_it_advises_itself() {
        let reader = Reader::new(Vec::new());
        let said = |text: &str, setting| read(&reader, text, setting);
        assert_eq!(said("Menyimpan tangkapan layar.", Setting::Forbidden), &[]);
        let advice = "Jangan takut, simpan tangkapan layarnya.";
        assert_eq!(said(advice, Setting::Forbidden), &[Code::PictureAdvice]);
        assert_eq!(said("Tiba-tiba menyebarkan gambar.", Setting::Sign), &[]);
        assert_eq!(said("Simpan tangkapan layar.", Setting::Note), &[Code::PictureAdvice]);
        assert_eq!(said("Layanan: mediasi.", Setting::Directory), &[Code::SettlementAdvice]);
        assert_eq!(said("Anak nakal dibina.", Setting::School), &[Code::BlamingWords]);
    }

    #[test]
    fn nothing_is_deleted_before_the_police_were_asked() {
        check("Segera hapus percakapan itu.", &[Code::DeleteFirst]);
        check("Cepat keluar dari grup.", &[Code::DeleteFirst]);
        check("Jangan hapus percakapan itu.", &[]);
        check("Tanya polisi dulu sebelum menghapus percakapan.", &[]);
        check("Setelah polisi memberi saran, keluar dari grup.", &[]);
        check("Fitur lapor dapat menghapus percakapan.", &[]);
        check("Delete the chat at once.", &[Code::DeleteFirst]);
    }

    #[test]
    fn nobody_searches_phones() {
        check("Guru memeriksa ponsel murid setiap Senin.", &[Code::PhoneSearch]);
        check("Sekolah mengadakan razia.", &[Code::PhoneSearch]);
        check("Confiscate the phones of the group.", &[Code::PhoneSearch]);
        check("Tidak ada razia di sekolah.", &[]);
        check("Polisi yang memeriksa ponsel.", &[]);
        check("Ponsel disimpan di tas selama pelajaran.", &[]);
    }

    #[test]
    fn ways_to_hurt_oneself_are_not_described() {
        check("Anak yang ingin bunuh diri memakai racun.", &[Code::MethodDetail]);
        check("Bila anak bicara soal bunuh diri, jauhkan racun dan silet.", &[]);
        check("Racun serangga disimpan di gudang.", &[]);
    }

    #[test]
    fn kpad_is_written_out_and_a_short_code_works_here() {
        check("Lapor ke KPAD.", &[Code::UnexplainedKpad]);
        check("KPAD, yaitu komisi penanggulangan AIDS daerah, memberi penjelasan.", &[]);
        check("Dalam bahaya, hubungi 112.", &[Code::EmergencyElsewhere]);
        check("Nomor 112 belum ada di sini.", &[]);
        check("Ada 112 murid di sekolah ini.", &[]);
    }
}
