//! Rules about law: what texts rest on, and what they say the law says.
//!
//! A law has ended when the register says so *on the day of the build*: the same
//! content judged for an earlier day may rest on it. Entries of the register and
//! the glossary speak about laws and are left alone.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::words::{Sentence, Word, sentences};
use crate::diag::Diagnostic;
use crate::diag::code::Fault;
use crate::model::District;
use crate::model::body::Target;
use crate::model::law::{Law, LawStatus};
use crate::model::prose::{Prose, Setting};
use crate::model::value::{Hours, LawId};
use crate::source::Sourced;
use crate::source::place::{FieldPath, Place};

/// A law that holds no more, and what took its place.
struct Ended<'d> {
    /// The law.
    law: &'d Law,
    /// Since when it does not hold.
    on: Option<Date>,
    /// Its successor.
    successor: Option<&'d Law>,
}

impl Ended<'_> {
    /// Name of the successor and since when it holds.
    fn successor(&self) -> (Option<String>, Option<Date>) {
        let since = self.successor.and_then(|it| it.in_force_from).or(self.on);
        (self.successor.map(|it| it.short.clone()), since)
    }
}

/// [`Fault::LawEnded`]: a text rests on a law that holds no more.
pub fn basis(district: &District, today: Date) -> Vec<Diagnostic> {
    let policies = district.policies.values().map(|it| (it.file, &it.value.basis));
    let protocols = district.protocols.values().map(|it| (it.file, &it.value.basis));
    let guidance = district.guidance.values().map(|it| (it.file, &it.value.basis));
    let mut found = Vec::new();
    let forms = district.forms.values().map(|it| (it.file, &it.value.basis));
    for (file, basis) in policies.chain(protocols).chain(guidance).chain(forms) {
        for (at, id) in basis.iter().enumerate() {
            if let Some(ended) = ended(district, id, today) {
                let (successor, since) = ended.successor();
                let law = ended.law.short.clone();
                let fault = Fault::LawEnded { law, on: ended.on, successor, since };
                let path = FieldPath::from("basis").item(at);
                found.push(Diagnostic::new(fault, Place::Field(file, path)));
            }
        }
    }
    found
}

/// [`Fault::LawEndedCited`]: a text names a law that holds no more, and does not
/// say that it has ended.
pub fn cited(district: &District, today: Date) -> Vec<Diagnostic> {
    let all = district.laws.keys().filter_map(|it| ended(district, it, today));
    let all: Vec<(Vec<String>, Ended<'_>)> = all.map(|it| (names(it.law), it)).collect();
    let mut found = Vec::new();
    // A law is linked, or named by its number.
    let may = |it: &Prose| !it.mentions.is_empty() || it.text.bytes().any(|it| it.is_ascii_digit());
    for Sourced { file, value: prose } in spoken(district).filter(|it| may(&it.value)) {
        let lower = prose.text.to_lowercase();
        for (names, ended) in &all {
            let linked = prose.mentions.contains(&Target::Law(ended.law.id.clone()));
            let named = || names.iter().any(|it| has_number(&lower, it));
            if (linked || named()) && !says_ended(&prose.text) {
                let (successor, since) = ended.successor();
                let law = ended.law.short.clone();
                let fault = Fault::LawEndedCited { law, on: ended.on, successor, since };
                found.push(Diagnostic::new(fault, Place::Text(*file, prose.at)));
            }
        }
    }
    found
}

/// [`Fault::OldSystemWord`]: words of a system whose law has ended, in a
/// sentence that does not say so.
pub fn old_words(district: &District, today: Date) -> Vec<Diagnostic> {
    let all: Vec<Ended<'_>> =
        district.laws.keys().filter_map(|it| ended(district, it, today)).collect();
    let mut words: Vec<(&Ended<'_>, String)> = all
        .iter()
        .flat_map(|it| it.law.words.iter().map(move |word| (it, word.to_lowercase())))
        .collect();
    words.sort_by_key(|(_, word)| std::cmp::Reverse(word.len()));
    let mut found = Vec::new();
    if words.is_empty() {
        return found;
    }
    for Sourced { file, value: prose } in spoken(district) {
        let lower = prose.text.to_lowercase();
        // A longer name is told once, not again for the shorter one in it.
        let mut told: BTreeSet<&str> = BTreeSet::new();
        for (ended, word) in words.iter().filter(|(_, word)| lower.contains(word.as_str())) {
            let says = |it: &Sentence<'_>| has_phrase(it, word) && !over(it);
            if sentences(&prose.text).iter().any(says)
                && !told.iter().any(|it| it.contains(word.as_str()))
            {
                told.insert(word);
                let (successor, _) = ended.successor();
                let law = ended.law.short.clone();
                let fault = Fault::OldSystemWord {
                    word: as_written(&ended.law.words, word),
                    law,
                    successor,
                };
                found.push(Diagnostic::new(fault, Place::Text(*file, prose.at)));
            }
        }
    }
    found
}

/// [`Fault::UnfoundedDeadline`]: a time limit that is called the law's, without
/// a law in the register that sets it.
pub fn deadlines(district: &District, _: Date) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let units = ["jam", "hari", "hour", "day", "minggu", "week"];
    let spoken =
        spoken(district).filter(|it| units.iter().any(|unit| it.value.text.contains(unit)));
    for Sourced { file, value: prose } in spoken {
        let laws: Vec<&Law> = prose
            .mentions
            .iter()
            .filter_map(|it| if let Target::Law(id) = it { district.laws.get(id) } else { None })
            .map(|it| &it.value)
            .collect();
        let holds =
            |span: Hours| laws.iter().flat_map(|it| &it.deadlines).any(|it| it.within == span);
        for sentence in sentences(&prose.text) {
            let words: Vec<&str> = sentence.words.iter().map(|it| it.lower.as_ref()).collect();
            for (written, span) in claims(&words, !laws.is_empty()) {
                if !holds(span) {
                    let law = laws.first().map(|it| it.short.clone());
                    let fault = Fault::UnfoundedDeadline { written, law };
                    found.push(Diagnostic::new(fault, Place::Text(*file, prose.at)));
                }
            }
        }
    }
    found
}

/// The law, where it holds no more on that day.
fn ended<'d>(district: &'d District, id: &LawId, today: Date) -> Option<Ended<'d>> {
    let law = &district.laws.get(id)?.value;
    let successor =
        law.replaced_by.as_ref().and_then(|it| district.laws.get(it)).map(|it| &it.value);
    let replaced = || {
        let since = successor?.in_force_from?;
        (law.status != LawStatus::SupersededInPart && since <= today).then_some(since)
    };
    let on = match law.revoked_on {
        Some(day) if day > today => return None,
        Some(day) => Some(day),
        None if law.status == LawStatus::Revoked => replaced(),
        None => Some(replaced()?),
    };
    Some(Ended { law, on, successor })
}

/// Every text that tells readers something as it is.
fn spoken(district: &District) -> impl Iterator<Item = &Sourced<Prose>> {
    let quiet = [Setting::Note, Setting::Register, Setting::Forbidden, Setting::Unsaid];
    district.prose.iter().filter(move |it| !quiet.contains(&it.value.setting))
}

/// How a law's number is written: `46/2023`, `46 tahun 2023`.
fn names(law: &Law) -> Vec<String> {
    let Some((number, year)) = law.short.split_whitespace().find_map(|it| it.split_once('/'))
    else {
        return Vec::new();
    };
    if number.is_empty() || year.len() != 4 || !year.bytes().all(|it| it.is_ascii_digit()) {
        return Vec::new();
    }
    vec![
        format!("{number}/{year}"),
        format!("{number} tahun {year}"),
        format!("{number} of {year}"),
    ]
}

/// What stands before the number of a law.
const BEFORE_NUMBER: &[&str] = &[
    "law",
    "nomor",
    "number",
    "peraturan",
    "perda",
    "permen",
    "perpres",
    "pp",
    "regulation",
    "undang-undang",
    "uu",
];

/// Whether a text names a law by that number: something like "Permen Nomor" must
/// stand before it, so that a date or a fraction is no law.
fn has_number(lower: &str, number: &str) -> bool {
    lower.match_indices(number).any(|(at, _)| {
        let digit = |it: Option<char>| it.is_some_and(|it| it.is_ascii_digit());
        let whole = !digit(lower[..at].chars().next_back())
            && !digit(lower[at + number.len()..].chars().next());
        let before = lower[..at]
            .rsplit(|it: char| !it.is_alphanumeric() && it != '-')
            .filter(|it| !it.is_empty());
        whole
            && before
                .take(3)
                .any(|it| it == "no" || BEFORE_NUMBER.iter().any(|name| it.starts_with(name)))
    })
}

/// Whether a sentence of the text says that something has ended.
fn says_ended(text: &str) -> bool {
    sentences(text).iter().any(over)
}

/// Words that say that something is no more, or was before.
const OVER: &[&str] = &[
    "bekas",
    "dicabut",
    "diganti",
    "digantikan",
    "dihapus",
    "dulu",
    "dulunya",
    "former",
    "formerly",
    "kedaluwarsa",
    "lama",
    "mencabut",
    "menggantikan",
    "old",
    "outdated",
    "pengganti",
    "replaced",
    "replaces",
    "repealed",
    "revoked",
    "sebelumnya",
    "superseded",
];
/// Two words that say so together.
const OVER_PAIRS: &[(&str, &str)] = &[
    ("tidak", "berlaku"),
    ("tidak", "lagi"),
    ("sudah", "tidak"),
    ("no", "longer"),
    ("not", "anymore"),
    ("used", "to"),
];

/// Whether a sentence says that something is no more.
fn over(sentence: &Sentence<'_>) -> bool {
    let word = |it: &Word<'_>| OVER.contains(&it.lower.as_ref());
    let pair = |it: &[Word<'_>]| OVER_PAIRS.contains(&(it[0].lower.as_ref(), it[1].lower.as_ref()));
    sentence.words.iter().any(word) || sentence.words.windows(2).any(pair)
}

/// Whether a sentence has these words one after the other.
fn has_phrase(sentence: &Sentence<'_>, phrase: &str) -> bool {
    let phrase: Vec<&str> = phrase.split_whitespace().collect();
    let same = |it: &[Word<'_>]| it.iter().zip(&phrase).all(|(word, part)| word.lower == *part);
    sentence.words.windows(phrase.len().max(1)).any(same)
}

/// The word as the register writes it.
fn as_written(words: &[String], lower: &str) -> String {
    words.iter().find(|it| it.to_lowercase() == lower).cloned().unwrap_or_default()
}

/// Units of time limits, in hours.
const UNITS: &[(&str, u32)] = &[
    ("jam", 1),
    ("hour", 1),
    ("hours", 1),
    ("hari", 24),
    ("day", 24),
    ("days", 24),
    ("minggu", 168),
    ("week", 168),
    ("weeks", 168),
];
/// Numbers in words.
const NUMBERS: &[(&str, u32)] = &[
    ("satu", 1),
    ("dua", 2),
    ("tiga", 3),
    ("empat", 4),
    ("lima", 5),
    ("enam", 6),
    ("tujuh", 7),
    ("delapan", 8),
    ("sembilan", 9),
    ("sepuluh", 10),
    ("one", 1),
    ("two", 2),
    ("three", 3),
    ("four", 4),
    ("five", 5),
    ("six", 6),
    ("seven", 7),
    ("eight", 8),
    ("nine", 9),
    ("ten", 10),
];
/// Words that lead in what the law says.
const CUES: &[&str] = &[
    "according",
    "berdasarkan",
    "diwajibkan",
    "mengharuskan",
    "mensyaratkan",
    "menurut",
    "mewajibkan",
    "must",
    "required",
    "requires",
    "sebagaimana",
    "sesuai",
    "under",
    "wajib",
];
/// Words that mean law.
const LAW_WORDS: &[&str] =
    &["law", "pasal", "peraturan", "perda", "perpres", "pp", "regulation", "undang-undang", "uu"];
/// Words before or after a span that make a limit of it.
const LIMITS: &[&str] = &[
    "batas",
    "dalam",
    "kurang",
    "lama",
    "lambat",
    "lambatnya",
    "maksimal",
    "maksimum",
    "paling",
    "sebelum",
    "selambat-lambatnya",
    "tenggat",
    "within",
    "most",
    "later",
    "before",
];
/// Words after a span that make a limit of it.
const AFTER: &[&str] = &["setelah", "sesudah", "sejak", "after", "of", "from"];

/// The time limits that a sentence calls the law's.
fn claims(words: &[&str], linked: bool) -> Vec<(String, Hours)> {
    let is_law = |it: &&str| {
        LAW_WORDS.contains(it)
            || it.starts_with("permen")
            || it.starts_with("uu-")
            || it.starts_with("pp-")
    };
    let Some(cue) = words.iter().position(|it| CUES.contains(it)) else { return Vec::new() };
    let says_law = linked || words.iter().any(is_law);
    let denied =
        words[cue.saturating_sub(4)..cue].iter().any(|it| ["bukan", "not", "tidak"].contains(it));
    if !says_law || denied {
        return Vec::new();
    }
    let must = words.iter().any(|it| {
        ["wajib", "diwajibkan", "mewajibkan", "must", "required", "requires"].contains(it)
    });
    let mut found = Vec::new();
    for (at, word) in words.iter().enumerate() {
        let Some((_, unit)) = UNITS.iter().find(|(name, _)| name == word) else { continue };
        let Some((first, count)) = count(words, at) else { continue };
        let before = words[first.saturating_sub(3)..first].iter().any(|it| LIMITS.contains(it));
        let after = words[at + 1..].iter().take(2).any(|it| AFTER.contains(it));
        if before || after || must || at - first > 1 {
            let written = words[first..=at].join(if at - first == 2 { " × " } else { " " });
            found.push((
                written.replacen(&format!(" × {word}"), &format!(" {word}"), 1),
                Hours(count * unit),
            ));
        }
    }
    found
}

/// The number before a unit, and where it begins: `24`, `tiga`, `3 x 24`,
/// `3x24`.
fn count(words: &[&str], unit: usize) -> Option<(usize, u32)> {
    let number = |it: &str| {
        let named = NUMBERS.iter().find(|(name, _)| *name == it).map(|(_, it)| *it);
        named.or_else(|| it.parse().ok()).filter(|it| *it < 10_000)
    };
    let at = unit.checked_sub(1)?;
    if let Some((times, each)) = words[at].split_once('x') {
        return Some((at, number(times)? * number(each)?));
    }
    let each = number(words[at])?;
    let before = |back: usize| at.checked_sub(back).and_then(|it| Some((it, number(words[it])?)));
    match at.checked_sub(1).map(|it| words[it]) {
        Some("x" | "kali") => {
            Some(before(2).map_or((at, each), |(first, times)| (first, times * each)))
        }
        // The sign × is no word: `3 × 24 jam` reads as three words.
        _ if each == 24 => {
            Some(before(1).map_or((at, each), |(first, times)| (first, times * each)))
        }
        _ => Some((at, each)),
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::diag::code::Code;
    use crate::source::SourceTree;

    /// A district with two laws, of which one took the other's place.
    const DISTRICT: &str = "name: Uji\narea: \"53\"\ntime_zone: WITA\nlanguages: [id]\npublication: sample\nroles: {}\n\
        needs: {}\ndoors: { danger: a, talk: a, adult: a }\n";
    /// The laws.
    const LAWS: &str = "aturan-a: { title: Lama, short: Permen 46/2023, status: revoked, revoked_on: 2026-01-09, \
        replaced_by: aturan-b, words: [TPPK, Satgas PPKSP], evidence: source }\n\
        aturan-b: { title: Baru, short: Permen 6/2026, status: in-force, in_force_from: 2026-01-09, evidence: source, \
        deadlines: [{ within: 3d, what: Pemberitahuan }] }\n";

    /// What the rules say of a page on a day.
    #[track_caller]
    fn check_on(day: Date, front: &str, body: &str, expected: &[Code]) {
        let page = format!("---\ntitle: Uji\n{front}---\n\n{body}\n");
        let tree = SourceTree::from_files([
            ("district.yaml", DISTRICT),
            ("laws.yaml", LAWS),
            ("pages/teacher/uji.md", page.as_str()),
        ]);
        let district =
            crate::resolve::link(crate::parse::parse(&tree).value).value.expect("a district");
        let rules = [basis, cited, old_words, deadlines];
        let found: Vec<Code> =
            rules.iter().flat_map(|it| it(&district, day)).map(|it| it.code()).collect();
        assert_eq!(found, expected, "{front}{body}");
    }

    #[track_caller]
    fn check(body: &str, expected: &[Code]) {
        check_on(date(2026, 11, 24), "", body, expected);
    }

    #[test]
    fn a_basis_ends_on_the_day_its_law_does() {
        check_on(date(2026, 1, 8), "basis: [aturan-a]\n", "Teks.", &[]);
        check_on(date(2026, 1, 9), "basis: [aturan-a]\n", "Teks.", &[Code::LawEnded]);
        check_on(date(2026, 11, 24), "basis: [aturan-b]\n", "Teks.", &[]);
    }

    #[test]
    fn an_ended_law_may_be_named_where_the_text_says_so() {
        check("Dasarnya <law:aturan-a>.", &[Code::LawEndedCited]);
        check("Menurut Permen Nomor 46 Tahun 2023 sekolah membentuk tim.", &[Code::LawEndedCited]);
        check("<law:aturan-a> sudah dicabut.", &[]);
        check("> [!NOTE]\n> Dasarnya <law:aturan-a>.", &[]);
        check("Pecahan 46/2023 bukan peraturan.", &[]);
        check_on(date(2025, 1, 1), "", "Dasarnya <law:aturan-a>.", &[]);
    }

    #[test]
    fn words_of_an_ended_system_are_told_once_and_may_stay_as_a_help() {
        check("Lapor ke TPPK.", &[Code::OldSystemWord]);
        check("Lapor ke Satgas PPKSP.", &[Code::OldSystemWord]);
        check("Penerima laporan (dulu TPPK) menerima cerita.", &[]);
        check("> [!NOTE]\n> Lapor ke TPPK.", &[]);
        check_on(date(2025, 1, 1), "", "Lapor ke TPPK.", &[]);
    }

    #[test]
    fn a_legal_time_limit_needs_a_law_that_sets_it() {
        check("Menurut <law:aturan-b>, pemberitahuan dilakukan dalam 3 × 24 jam.", &[]);
        check("Menurut <law:aturan-b>, pemberitahuan dilakukan dalam tiga hari.", &[]);
        check("Menurut <law:aturan-b>, sekolah melapor dalam 24 jam.", &[Code::UnfoundedDeadline]);
        check("Sekolah wajib melapor dalam 1x24 jam sesuai peraturan.", &[Code::UnfoundedDeadline]);
        check(
            "Under the regulation a school must report within 7 days.",
            &[Code::UnfoundedDeadline],
        );
        check("Sekolah melapor dalam 24 jam. Itu cara kerja kami.", &[]);
        check("Waktu 24 jam ini bukan batas menurut peraturan.", &[]);
    }
}
