//! Rules about how hard a text is to read, for Indonesian.
//!
//! Three measures, each with a limit for children and one for the others:
//!
//! - the mean number of words in a sentence;
//! - a grade, made of the two figures of the Fry graph (words in a sentence,
//!   syllables in a word) in the form that Kincaid gave it, with syllables counted
//!   six tenths, as Indonesian textbooks do;
//! - the share of words with more than four syllables without their affixes.
//!
//! They compare texts of one language with each other. They are no test of a
//! reader, and a text within the limits can still be unclear.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::words::{Sentence, sentences};
use crate::diag::Diagnostic;
use crate::diag::code::Fault;
use crate::model::District;
use crate::model::prose::{Prose, Setting};
use crate::model::value::Audience;
use crate::source::FileId;
use crate::source::place::Place;

/// What a text may come to.
#[derive(Debug, Clone, Copy)]
struct Limits {
    /// Words in a sentence, on average.
    words: usize,
    /// The grade.
    grade: usize,
    /// Long words in a hundred.
    long: usize,
}

/// For children of ten and eleven.
const CHILD: Limits = Limits { words: 12, grade: 5, long: 3 };
/// For everybody else.
const STAFF: Limits = Limits { words: 16, grade: 9, long: 6 };

/// So few words are not measured.
const FEW: usize = 40;
/// So many sentences are shown.
const SHOWN: usize = 2;

/// [`Fault::LongSentences`], [`Fault::HardText`], [`Fault::LongWords`].
pub fn readable(district: &District, _: Date) -> Vec<Diagnostic> {
    let mut texts: BTreeMap<FileId, Vec<&Prose>> = BTreeMap::new();
    let own = district.profile.default_lang().as_str();
    let files = documents(district);
    for it in district.prose.iter().filter(|it| files.contains(&it.file)) {
        let lang = it.value.lang.as_ref().map_or(own, |it| it.as_str());
        let measured =
            [Setting::Plain, Setting::Sign, Setting::Forbidden, Setting::Unsaid, Setting::Note]
                .contains(&it.value.setting);
        if lang == "id" && measured {
            texts.entry(it.file).or_default().push(&it.value);
        }
    }
    let mut found = Vec::new();
    for (file, prose) in texts {
        let limits =
            if prose.iter().any(|it| it.audience == Some(Audience::Child)) { CHILD } else { STAFF };
        let all: Vec<Measure<'_>> =
            prose.iter().flat_map(|it| sentences(&it.text)).map(|it| Measure::of(&it)).collect();
        found.extend(
            judge(&all, limits).into_iter().map(|it| Diagnostic::new(it, Place::File(file))),
        );
    }
    found
}

/// The files that are texts to be read, and no lists of fields.
fn documents(district: &District) -> BTreeSet<FileId> {
    let policies = district.policies.values().map(|it| it.file);
    let protocols = district.protocols.values().map(|it| it.file);
    let guidance = district.guidance.values().map(|it| it.file);
    let notices = district.notices.values().map(|it| it.file);
    policies.chain(protocols).chain(guidance).chain(notices).collect()
}

/// What was counted in a sentence.
#[derive(Debug)]
struct Measure<'t> {
    /// The sentence.
    text: &'t str,
    /// Its words.
    words: usize,
    /// Their syllables.
    syllables: usize,
    /// How many of them are long.
    long: usize,
}

impl<'t> Measure<'t> {
    /// Counts a sentence. A word with a digit is a number or an id; it is a word,
    /// and no harder than a short one.
    fn of(sentence: &Sentence<'t>) -> Measure<'t> {
        let mut it = Measure { text: sentence.text, words: 0, syllables: 0, long: 0 };
        for word in &sentence.words {
            it.words += 1;
            if word.lower.bytes().any(|it| it.is_ascii_digit()) {
                it.syllables += 2;
                continue;
            }
            // Of `undang-undang` the halves are read one by one.
            let parts: Vec<usize> = word.lower.split('-').map(syllables).collect();
            it.syllables += parts.iter().max().copied().unwrap_or_default();
            it.long += usize::from(word.lower.split('-').any(|it| syllables(root(it)) > 4));
        }
        it
    }

    /// The grade of so many words and syllables in so many sentences, in tenths.
    fn grade(words: usize, syllables: usize, sentences: usize) -> usize {
        // 0.39 words in a sentence + 11.8 syllables in a word x 0.6 - 15.59
        let grade = 3900 * words / sentences.max(1) + 70_800 * syllables / words.max(1);
        grade.saturating_sub(155_900) / 1000
    }
}

/// What is wrong with a text's measures.
fn judge(all: &[Measure<'_>], limits: Limits) -> Vec<Fault> {
    let words: usize = all.iter().map(|it| it.words).sum();
    if words < FEW {
        return Vec::new();
    }
    let syllables: usize = all.iter().map(|it| it.syllables).sum();
    let long: usize = all.iter().map(|it| it.long).sum();
    let (tenths, grade, share) =
        (10 * words / all.len(), Measure::grade(words, syllables, all.len()), 100 * long / words);
    let mut found = Vec::new();
    if tenths > 10 * limits.words {
        found.push(Fault::LongSentences {
            tenths,
            limit: limits.words,
            worst: worst(all, |it| it.words),
        });
    }
    if grade > 10 * limits.grade {
        let hard = |it: &Measure<'_>| {
            if it.words > 3 { Measure::grade(it.words, it.syllables, 1) } else { 0 }
        };
        found.push(Fault::HardText { tenths: grade, limit: limits.grade, worst: worst(all, hard) });
    }
    if share > limits.long {
        found.push(Fault::LongWords { share, limit: limits.long, worst: worst(all, |it| it.long) });
    }
    found
}

/// The sentences with the most of something.
fn worst(all: &[Measure<'_>], of: impl Fn(&Measure<'_>) -> usize) -> Vec<String> {
    let mut sorted: Vec<&Measure<'_>> = all.iter().collect();
    sorted.sort_by_key(|it| std::cmp::Reverse(of(it)));
    sorted.iter().take(SHOWN).map(|it| it.text.to_owned()).collect()
}

/// Whether a letter is a vowel.
fn is_vowel(letter: u8) -> bool {
    matches!(letter, b'a' | b'e' | b'i' | b'o' | b'u')
}

/// The syllables of an Indonesian word: its vowels, but `ai`, `au` and `oi` are
/// one sound where the syllable stays open (`pantai`, `saudara`; not `main`).
fn syllables(word: &str) -> usize {
    let letters = word.as_bytes();
    let vowel = |at: usize| letters.get(at).is_some_and(|it| is_vowel(*it));
    let mut count = 0;
    let mut at = 0;
    while at < letters.len() {
        if vowel(at) {
            count += 1;
            let pair = matches!(letters.get(at..at + 2), Some(b"ai" | b"au" | b"oi"));
            let open = at + 2 == letters.len() || (!vowel(at + 2) && vowel(at + 3));
            at += usize::from(pair && open);
        }
        at += 1;
    }
    count.max(1)
}

/// What may be taken off the beginning of a word.
const PREFIXES: &[&str] = &[
    "memper", "diper", "penye", "penge", "menye", "menge", "meng", "peng", "meny", "peny", "mem",
    "pem", "men", "pen", "ber", "per", "ter", "me", "pe", "di", "ke", "se",
];
/// What may be taken off its end.
const SUFFIXES: [&[&str]; 2] = [&["nya", "lah", "kah", "mu", "ku"], &["kan", "an", "i"]];

/// A word without its affixes, as far as they can be told.
fn root(word: &str) -> &str {
    let mut word = word;
    let prefix = PREFIXES.iter().find(|it| word.starts_with(**it) && word.len() >= it.len() + 3);
    for endings in SUFFIXES {
        // The last letter of `administrasi` is its own, that of `melukai` is not.
        let off = |it: &&&str| {
            word.ends_with(**it) && word.len() >= it.len() + 4 && (**it != "i" || prefix.is_some())
        };
        let suffix = endings.iter().find(off);
        word = suffix.map_or(word, |it| &word[..word.len() - it.len()]);
    }
    prefix.map_or(word, |it| &word[it.len()..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn syllables_are_the_vowels_and_a_diphthong_is_one() {
        let expected = [
            ("ini", 2),
            ("pantai", 2),
            ("main", 2),
            ("saudara", 3),
            ("laut", 2),
            ("menyimpan", 3),
            ("pertanggungjawaban", 6),
            ("sdr", 1),
        ];
        for (word, count) in expected {
            assert_eq!(syllables(word), count, "{word}");
        }
    }

    #[test]
    fn affixes_are_no_part_of_a_long_word() {
        assert_eq!(root("mempertemukannya"), "temu");
        assert_eq!(root("kesalahan"), "salah");
        assert!(syllables(root("mendiskusikannya")) <= 4);
        assert!(syllables(root("administrasinya")) > 4);
    }

    #[track_caller]
    fn check(text: &str, limits: Limits, expected: &[&str]) {
        let all: Vec<Measure<'_>> = sentences(text).iter().map(Measure::of).collect();
        let names: Vec<String> = judge(&all, limits).iter().map(|it| it.code().name()).collect();
        assert_eq!(names, expected, "{all:?}");
    }

    #[test]
    fn short_words_in_short_sentences_pass_and_long_ones_do_not() {
        let plain = "Kamu tidak salah. Ada orang yang mau dengar. ".repeat(8);
        check(&plain, CHILD, &[]);
        let official = "Satuan pendidikan menyelenggarakan koordinasi administratif dengan kementerian mengenai \
            implementasi mekanisme pertanggungjawaban kelembagaan dan internasionalisasi. "
            .repeat(4);
        check(&official, CHILD, &["TD1020", "TD1021", "TD1022"]);
        check("Satu kalimat saja.", CHILD, &[]);
    }
}
