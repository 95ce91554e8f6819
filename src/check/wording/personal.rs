//! Personal data and stories of cases in a sentence.
//!
//! A site like this is read by people who know each other. Initials, a class, an
//! age, a date, a number of children: each of them is enough for somebody who
//! was there. So a text says what to do, and never what happened to whom.

use super::super::words::{Sentence, Word};
use super::stems::stems;
use crate::diag::code::Fault;

/// What a sentence tells about persons.
pub fn faults(sentence: &Sentence<'_>) -> Vec<Fault> {
    let text = || sentence.text.to_owned();
    let mut found = Vec::new();
    let digits = sentence.text.bytes().any(|it| it.is_ascii_digit());
    if digits && let Some(number) = identity_number(sentence.text) {
        found.push(Fault::IdentityNumber {
            words: masked(number),
            sentence: sentence.text.replace(number, &masked(number)),
        });
    }
    if let Some(words) = birth_date(&sentence.words) {
        found.push(Fault::BirthDate { words, sentence: text() });
    }
    if let Some(words) = initials_and_class(sentence) {
        found.push(Fault::InitialsAndClass { words, sentence: text() });
    }
    if let Some(words) = narrative(sentence) {
        found.push(Fault::CaseNarrative { words, sentence: text() });
    }
    if let Some(words) = rota(&sentence.words) {
        found.push(Fault::DutyRota { words, sentence: text() });
    }
    found
}

/// Runs of digits that belong together, with single signs between.
pub fn runs(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut start = None;
    let mut end = 0;
    for (at, letter) in text.char_indices().chain([(text.len(), '\0')]) {
        match (letter.is_ascii_digit(), start) {
            (true, None) => (start, end) = (Some(at), at + 1),
            (true, Some(_)) => end = at + 1,
            (false, Some(first)) => {
                let joins = matches!(letter, ' ' | '.' | '-') && at == end;
                if !joins {
                    found.push(&text[first..end]);
                    start = None;
                }
            }
            (false, None) => {}
        }
    }
    found
}

/// Sixteen digits that fit a national identity number: place, day of birth (for
/// women 40 more), month.
fn identity_number(text: &str) -> Option<&str> {
    runs(text).into_iter().find(|it| {
        let digits: Vec<u32> = it.chars().filter_map(|it| it.to_digit(10)).collect();
        let pair = |at: usize| digits[at] * 10 + digits[at + 1];
        digits.len() == 16
            && (11..=96).contains(&pair(0))
            && matches!(pair(6), 1..=31 | 41..=71)
            && (1..=12).contains(&pair(8))
    })
}

/// A number of which only the beginning is shown.
fn masked(number: &str) -> String {
    let shown: String = number.chars().take(4).collect();
    format!("{shown}…")
}

/// Months, in both languages, as far as they are written out.
const MONTHS: &[&str] = &[
    "januari",
    "februari",
    "maret",
    "april",
    "mei",
    "juni",
    "juli",
    "agustus",
    "september",
    "oktober",
    "november",
    "desember",
    "january",
    "february",
    "march",
    "may",
    "june",
    "july",
    "august",
    "october",
    "december",
];

/// Whether a word is a year of our time.
fn is_year(word: &str) -> bool {
    word.len() == 4
        && (word.starts_with("19") || word.starts_with("20"))
        && word.bytes().all(|it| it.is_ascii_digit())
}

/// Whether a date begins at a word: `12 Mei 2011`, `12-05-2011`, `3/8/2012`,
/// `4 June`; a whole one has a year.
fn date_at(words: &[Word<'_>], at: usize) -> bool {
    let number = |it: &str| it.parse::<u32>().is_ok_and(|it| (1..=31).contains(&it));
    let word = words[at].lower.as_ref();
    let parts: Vec<&str> = word.split(['/', '-', '.']).collect();
    if let [day, month, year] = parts.as_slice() {
        return number(day)
            && month.parse::<u32>().is_ok_and(|it| (1..=12).contains(&it))
            && matches!(year.len(), 2 | 4);
    }
    let month = words.get(at + 1).is_some_and(|it| MONTHS.contains(&it.lower.as_ref()));
    number(word) && month && words.get(at + 2).is_some_and(|it| is_year(&it.lower))
}

/// A date of birth.
fn birth_date(words: &[Word<'_>]) -> Option<String> {
    let cue = |it: &&Word<'_>| {
        ["lahir", "ttl", "born", "birth", "dob", "kelahiran", "ulang", "birthday"]
            .contains(&it.lower.as_ref())
    };
    let from = words.iter().position(|it| cue(&it))?;
    let until = words.len().min(from + 9);
    let at = (from..until).find(|it| date_at(words, *it))?;
    Some(shown(&words[from..(at + 3).min(words.len())]))
}

/// Short forms in capitals that are no initials.
const NO_INITIALS: &[&str] = &[
    "BK", "SD", "MI", "MTs", "MA", "SMP", "SMA", "SMK", "SLB", "PPA", "UKS", "TU", "IPA", "IPS",
    "PKN", "HIV", "IMS", "RT", "RW", "LBH", "KPA", "PP", "UU", "GIM", "HP", "WA", "TK", "ID",
    "WIB", "WIT", "IX", "II", "III", "IV", "VI", "VII", "XI", "XII", "IGD", "POS", "SOP",
];

/// Whether a word is somebody's initials: `A.B`, `R.S.`, or two or three capitals.
fn is_initials(text: &str) -> bool {
    let dotted = text.contains('.')
        && text.split('.').all(|it| it.chars().count() == 1 && it.chars().all(char::is_uppercase));
    let capitals = (2..=3).contains(&text.len()) && text.chars().all(|it| it.is_ascii_uppercase());
    dotted || (capitals && !NO_INITIALS.contains(&text))
}

/// A class beginning at a word: `kelas VIII-B`, `class 8B`, `year 8`.
fn class_at(words: &[Word<'_>], at: usize) -> bool {
    let named = ["kelas", "kls", "class", "grade", "year"].contains(&words[at].lower.as_ref());
    let roman = |it: &str| !it.is_empty() && it.chars().all(|it| matches!(it, 'i' | 'v' | 'x'));
    let level = |it: &str| {
        let first = it.split('-').next().unwrap_or_default();
        let number = first.trim_end_matches(|it: char| it.is_ascii_alphabetic());
        roman(first) || number.parse::<u32>().is_ok_and(|it| (1..=12).contains(&it))
    };
    named && words.get(at + 1).is_some_and(|it| level(&it.lower))
}

/// An age beginning at a word: `(14)`, `14 tahun`, `14-year-old`, `usia 15`.
fn age_at(sentence: &Sentence<'_>, at: usize) -> bool {
    let words = &sentence.words;
    let word = words[at].lower.as_ref();
    let plausible = |it: &str| it.parse::<u32>().is_ok_and(|it| (5..=19).contains(&it));
    if let Some(number) = word.split_once("-year").map(|(it, _)| it) {
        return plausible(number);
    }
    let next = words.get(at + 1).map(|it| it.lower.as_ref());
    let bracketed = sentence.text.contains(&format!("({word})"));
    plausible(word) && (bracketed || matches!(next, Some("tahun" | "years" | "thn")))
}

/// Initials together with a class or an age.
fn initials_and_class(sentence: &Sentence<'_>) -> Option<String> {
    let words = &sentence.words;
    let known = words.iter().position(|it| is_initials(it.text))?;
    let named = |it: &Word<'_>| ["inisial", "berinisial", "initials"].contains(&it.lower.as_ref());
    let person = |it: &Word<'_>| PERSONS.contains(&it.lower.as_ref());
    let cued = known > 0
        && (named(&words[known - 1])
            || person(&words[known - 1])
            || (known > 1 && named(&words[known - 2])));
    let dotted = words[known].text.contains('.');
    let class = (0..words.len()).find(|it| class_at(words, *it));
    let age = (0..words.len()).find(|it| age_at(sentence, *it));
    let beside = class.or(age)?;
    // Two capitals alone may be anything; at the beginning with an age they are not.
    let first = known == 0 && age == Some(1);
    (cued || dotted || first)
        .then(|| shown(&words[known.min(beside)..=known.max(beside + 1).min(words.len() - 1)]))
}

/// Words for one young person or more.
const PERSONS: &[&str] = &[
    "anak", "bocah", "gadis", "korban", "murid", "pelajar", "pupil", "pupils", "remaja", "siswa",
    "siswi", "student", "students", "boy", "boys", "child", "children", "girl", "girls", "sekolah",
    "schools",
];
/// What was done to somebody, as it is told.
const EVENTS: &[&str] = &[
    "aniaya",
    "cabul",
    "ditangkap",
    "ditemukan",
    "hamil",
    "jual",
    "leceh",
    "pencabulan",
    "perkosa",
    "pemerkosaan",
    "setubuh",
    "terpapar",
    "dipaksa",
    "diperas",
    "disekap",
    "abused",
    "assaulted",
    "molested",
    "pregnant",
    "raped",
    "sold",
];
/// Words of courts.
const COURTS: &[&str] = &[
    "divonis",
    "terdakwa",
    "dijatuhi",
    "tersangka",
    "sentenced",
    "convicted",
    "dituntut",
    "dipenjara",
    "vonis",
    "memvonis",
    "terpidana",
    "hakim",
];
/// Words that make a rule of a sentence, or a supposition.
const RULES: &[&str] = &[
    "bila", "jika", "kalau", "apabila", "setiap", "if", "when", "every", "any", "siapa", "mungkin",
    "dapat", "bisa", "boleh", "bawah", "atas", "jangan", "tidak", "bukan", "never", "not",
    "misalnya", "contoh",
];
/// Words that place something in the past.
const PAST: &[&str] = &["lalu", "kemarin", "last", "silam", "sempat"];
/// Numbers in words that count children.
const COUNTS: &[&str] = &[
    "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas",
    "belasan", "puluhan", "sejumlah", "beberapa", "two", "three", "four", "five", "six", "seven",
    "eight", "nine", "ten", "several",
];

/// A sentence that tells of a case.
fn narrative(sentence: &Sentence<'_>) -> Option<String> {
    let words = &sentence.words;
    let lower = |it: &Word<'_>, list: &[&str]| list.contains(&it.lower.as_ref());
    let court = words.iter().position(|it| lower(it, COURTS));
    let person = words.iter().position(|it| lower(it, PERSONS));
    if court.is_none() && person.is_none() {
        return None;
    }
    if sentence.asks() || words.iter().any(|it| lower(it, RULES)) {
        return None;
    }
    if let Some(court) = court {
        return Some(words[court].text.to_owned());
    }
    let person = person?;
    let event = words.iter().position(is_event).or_else(|| suffered(words));
    let counted = (1..words.len()).find(|it| {
        let number = words[it - 1].lower.parse::<u32>().is_ok_and(|it| (2..2000).contains(&it));
        lower(&words[*it], PERSONS) && (number || lower(&words[it - 1], COUNTS))
    });
    let age = (0..words.len()).find(|it| age_at(sentence, *it));
    let class = (0..words.len()).find(|it| class_at(words, *it));
    let past = words.iter().position(|it| lower(it, PAST));
    let date = (0..words.len())
        .find(|it| date_at(words, *it))
        .or_else(|| (1..words.len()).find(|it| is_year(&words[*it].lower)));
    let told =
        words.iter().position(|it| lower(it, &["kejadian", "incident", "melaporkan", "tersebut"]));
    let victim = words[person].lower == "korban";
    let when = counted.or(age).or(class).or(past).or(date);
    let at = match (event, when) {
        (Some(event), Some(when)) => event.max(when),
        (None, Some(when)) if victim && told.is_some() && date.is_some() => when,
        _ => return None,
    };
    let from = person.min(at).min(event.unwrap_or(at));
    Some(shown(&words[from..=at.max(person)]))
}

/// Whether a word says what was done to somebody.
fn is_event(word: &Word<'_>) -> bool {
    EVENTS.contains(&word.lower.as_ref())
        || (word.lower.len() > 5
            && stems(&word.lower).iter().any(|it| EVENTS.contains(&it.as_str())))
}

/// "menjadi korban", "became a victim".
fn suffered(words: &[Word<'_>]) -> Option<usize> {
    words.windows(2).position(|it| it[0].lower == "menjadi" && it[1].lower == "korban")
}

/// Days of the week.
const DAYS: &[&str] = &[
    "senin",
    "selasa",
    "rabu",
    "kamis",
    "jumat",
    "jum'at",
    "sabtu",
    "minggu",
    "ahad",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
];
/// How people are addressed.
const TITLES: &[&str] =
    &["bu", "ibu", "pak", "bapak", "kak", "mr", "mrs", "ms", "sdr", "sdri", "suster", "pastor"];
/// What is no name after a title.
const ROLES: &[&str] =
    &["guru", "pelatih", "kepala", "wali", "penjaga", "dan", "atau", "bk", "konselor", "satpam"];

/// Who is on duty when, by name.
fn rota(words: &[Word<'_>]) -> Option<String> {
    let named = |it: usize| {
        let title = words.get(it).filter(|it| TITLES.contains(&it.lower.as_ref()));
        let name = words.get(it + 1).filter(|it| it.text.starts_with(char::is_uppercase));
        title.is_some() && name.is_some_and(|it| !ROLES.contains(&it.lower.as_ref()))
    };
    let day = |it: usize| DAYS.contains(&words[it].lower.as_ref());
    let pairs: Vec<usize> =
        (0..words.len()).filter(|it| day(*it) && (it + 1..it + 4).any(named)).collect();
    let duty = words.iter().any(|it| {
        ["piket", "jaga", "jadwal", "duty", "rota", "giliran"].contains(&it.lower.as_ref())
    });
    let (first, last) = (*pairs.first()?, *pairs.last()?);
    (pairs.len() > 1 || duty).then(|| shown(&words[first..(last + 3).min(words.len())]))
}

/// Words as written.
fn shown(words: &[Word<'_>]) -> String {
    words.iter().map(|it| it.text).collect::<Vec<_>>().join(" ")
}
