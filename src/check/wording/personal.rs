//! Personal data and stories of cases in a sentence.
//!
//! A site like this is read by people who know each other. Initials, a class, an
//! age, a date, a number of children: each of them is enough for somebody who
//! was there. So a text says what to do, and never what happened to whom.

use super::super::words::{Sentence, Word};
use super::book::{Book, Group, Line};
use crate::diag::code::Fault;

/// Groups of words, as in the tables of the other rules.
pub const GROUPS: &[(&str, &str)] = &[
    // Before a date of birth.
    ("born", "lahir ttl born birth dob kelahiran ulang birthday"),
    ("initials", "inisial berinisial initials"),
    // One young person or more.
    (
        "person",
        "anak bocah gadis korban murid pelajar pupil pupils remaja siswa siswi student students boy boys child children \
        girl girls sekolah schools",
    ),
    // What was done to somebody, as it is told.
    (
        "event",
        "~aniaya ~cabul ditangkap ditemukan ~hamil ~jual ~leceh pencabulan ~perkosa pemerkosaan ~setubuh terpapar dipaksa \
        diperas disekap abused assaulted molested pregnant raped sold menjadi_korban",
    ),
    (
        "court",
        "divonis terdakwa dijatuhi tersangka sentenced convicted dituntut dipenjara vonis memvonis terpidana hakim",
    ),
    // Words that make a rule of a sentence, or a supposition.
    (
        "rule",
        "bila jika kalau apabila setiap if when every any siapa mungkin dapat bisa boleh bawah atas jangan tidak bukan \
        never not misalnya contoh",
    ),
    ("past", "lalu kemarin last silam sempat"),
    // Numbers in words that count children.
    (
        "count",
        "dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas belasan puluhan sejumlah beberapa two three four \
        five six seven eight nine ten several",
    ),
    ("told", "kejadian incident melaporkan tersebut"),
    (
        "weekday",
        "senin selasa rabu kamis jumat jum'at sabtu minggu ahad monday tuesday wednesday thursday friday saturday sunday",
    ),
    ("title", "bu ibu pak bapak kak mr mrs ms sdr sdri suster pastor"),
    ("duty", "piket jaga jadwal duty rota giliran"),
];

/// The groups of a book that these rules use.
pub struct Persons {
    /// Before a date of birth.
    born: Group,
    /// "initials".
    initials: Group,
    /// Young people.
    person: Group,
    /// What was done to somebody.
    event: Group,
    /// Courts.
    court: Group,
    /// A rule, or a supposition.
    rule: Group,
    /// Past.
    past: Group,
    /// Numbers in words.
    count: Group,
    /// "the incident".
    told: Group,
    /// Days of the week.
    weekday: Group,
    /// How people are addressed.
    title: Group,
    /// Duty.
    duty: Group,
}

impl Persons {
    /// The groups of a book.
    pub fn of(book: &Book) -> Persons {
        Persons {
            born: book.group("born"),
            initials: book.group("initials"),
            person: book.group("person"),
            event: book.group("event"),
            court: book.group("court"),
            rule: book.group("rule"),
            past: book.group("past"),
            count: book.group("count"),
            told: book.group("told"),
            weekday: book.group("weekday"),
            title: book.group("title"),
            duty: book.group("duty"),
        }
    }

    /// What a sentence tells about persons.
    pub fn faults(&self, line: &Line<'_>) -> Vec<Fault> {
        let sentence = &line.sentence;
        let text = || sentence.text.to_owned();
        let mut found = Vec::new();
        let digits = sentence.text.bytes().any(|it| it.is_ascii_digit());
        if digits && let Some(number) = identity_number(sentence.text) {
            let (words, sentence) =
                (masked(number), sentence.text.replace(number, &masked(number)));
            found.push(Fault::IdentityNumber { words, sentence });
        }
        if digits
            && line.all.has(self.born)
            && let Some(words) = self.birth_date(line)
        {
            found.push(Fault::BirthDate { words, sentence: text() });
        }
        if let Some(words) = self.initials_and_class(line) {
            found.push(Fault::InitialsAndClass { words, sentence: text() });
        }
        if let Some(words) = self.narrative(line) {
            found.push(Fault::CaseNarrative { words, sentence: text() });
        }
        if line.all.has(self.weekday)
            && line.all.has(self.title)
            && let Some(words) = self.rota(line)
        {
            found.push(Fault::DutyRota { words, sentence: text() });
        }
        found
    }

    /// A date of birth.
    fn birth_date(&self, line: &Line<'_>) -> Option<String> {
        let words = &line.sentence.words;
        let from = line.first(self.born)?;
        let at = (from..words.len().min(from + 9)).find(|it| date_at(words, *it))?;
        Some(shown(&words[from..(at + 3).min(words.len())]))
    }

    /// Initials together with a class or an age.
    fn initials_and_class(&self, line: &Line<'_>) -> Option<String> {
        let words = &line.sentence.words;
        let known = words.iter().position(|it| is_initials(it.text))?;
        let before = |back: usize, group| known >= back && line.sets[known - back].has(group);
        let cued = before(1, self.initials) || before(1, self.person) || before(2, self.initials);
        let dotted = words[known].text.contains('.');
        let class = (0..words.len()).find(|it| class_at(words, *it));
        let age = (0..words.len()).find(|it| age_at(&line.sentence, *it));
        let beside = class.or(age)?;
        // Two capitals alone may be anything; at the beginning with an age they are not.
        let first = known == 0 && age == Some(1);
        let last = known.max(beside + 1).min(words.len() - 1);
        (cued || dotted || first).then(|| shown(&words[known.min(beside)..=last]))
    }

    /// A sentence that tells of a case.
    fn narrative(&self, line: &Line<'_>) -> Option<String> {
        let words = &line.sentence.words;
        let told = line.all.has(self.court) || line.all.has(self.person);
        if !told || line.all.has(self.rule) || line.sentence.asks() {
            return None;
        }
        if let Some(court) = line.first(self.court) {
            return Some(words[court].text.to_owned());
        }
        let person = line.first(self.person)?;
        let event = line.first(self.event);
        let number =
            |it: usize| words[it].lower.parse::<u32>().is_ok_and(|it| (2..2000).contains(&it));
        let counted = (1..words.len()).find(|it| {
            line.sets[*it].has(self.person) && (number(it - 1) || line.sets[it - 1].has(self.count))
        });
        let date = (0..words.len())
            .find(|it| date_at(words, *it))
            .or_else(|| (1..words.len()).find(|it| is_year(&words[*it].lower)));
        let when = counted
            .or_else(|| (0..words.len()).find(|it| age_at(&line.sentence, *it)))
            .or_else(|| (0..words.len()).find(|it| class_at(words, *it)))
            .or_else(|| line.first(self.past))
            .or(date);
        let victim = words[person].lower == "korban" && line.all.has(self.told) && date.is_some();
        let at = match (event, when) {
            (Some(event), Some(when)) => event.max(when),
            (None, Some(when)) if victim => when,
            _ => return None,
        };
        let from = person.min(at).min(event.unwrap_or(at));
        Some(shown(&words[from..=at.max(person)]))
    }

    /// Who is on duty when, by name.
    fn rota(&self, line: &Line<'_>) -> Option<String> {
        let words = &line.sentence.words;
        let named = |it: usize| {
            let title = line.sets.get(it).is_some_and(|it| it.has(self.title));
            let name = words.get(it + 1).filter(|it| it.text.starts_with(char::is_uppercase));
            title && name.is_some_and(|it| !ROLES.contains(&it.lower.as_ref()))
        };
        let day = |it: &usize| line.sets[*it].has(self.weekday);
        let pairs: Vec<usize> =
            (0..words.len()).filter(|it| day(it) && (it + 1..it + 4).any(named)).collect();
        let (first, last) = (*pairs.first()?, *pairs.last()?);
        let told = pairs.len() > 1 || line.all.has(self.duty);
        told.then(|| shown(&words[first..(last + 3).min(words.len())]))
    }
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

/// Short forms in capitals that are no initials.
const NO_INITIALS: &[&str] = &[
    "BK", "SD", "MI", "MTs", "MA", "SMP", "SMA", "SMK", "SLB", "PPA", "UKS", "TU", "IPA", "IPS",
    "PKN", "HIV", "IMS", "RT", "RW", "LBH", "KPA", "PP", "UU", "GIM", "HP", "WA", "TK", "ID",
    "WIB", "WIT", "IX", "II", "III", "IV", "VI", "VII", "XI", "XII", "IGD", "POS", "SOP",
];

/// Whether a word is somebody's initials: `A.B`, `R.S.`, or two or three capitals.
fn is_initials(text: &str) -> bool {
    if !text.starts_with(|it: char| it.is_uppercase()) || !(text.len() <= 3 || text.contains('.')) {
        return false;
    }
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
    let bracketed = || sentence.text.contains(&format!("({word})"));
    plausible(word) && (matches!(next, Some("tahun" | "years" | "thn")) || bracketed())
}

/// What is no name after a title.
const ROLES: &[&str] =
    &["guru", "pelatih", "kepala", "wali", "penjaga", "dan", "atau", "bk", "konselor", "satpam"];

/// Words as written.
fn shown(words: &[Word<'_>]) -> String {
    words.iter().map(|it| it.text).collect::<Vec<_>>().join(" ")
}
