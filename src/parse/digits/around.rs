//! What stands around digits and says what they are: the words before and after,
//! and what they tell the reader to do.

use super::address::list_marker;
use super::shape::{self, Gap, Piece, count};

/// Words that tell a reader to dial what follows.
const DIAL: &[&str] = &[
    "telepon",
    "teleponlah",
    "telpon",
    "telfon",
    "tlp",
    "telp",
    "tel",
    "menelepon",
    "menelpon",
    "hubungi",
    "hubungilah",
    "menghubungi",
    "hub",
    "kontak",
    "panggil",
    "memanggil",
    "tekan",
    "ketik",
    "sms",
    "wa",
    "whatsapp",
    "chat",
    "hotline",
    "darurat",
    "hp",
    "call",
    "calling",
    "dial",
    "phone",
    "telephone",
    "ring",
    "text",
    "press",
    "contact",
    "message",
    "emergency",
];

/// Words that may stand between such a word and the number.
const BETWEEN: &[&str] = &[
    "ke", "di", "pada", "nomor", "nomer", "no", "saja", "langsung", "layanan", "segera", "lewat",
    "melalui", "via", "center", "centre", "number", "line", "service", "at", "to", "on", "the",
    "our", "is", "adalah", "kode", "gratis", "free", "dengan", "with",
];

/// Words before a number that is counted, not dialled.
const COUNTED: &[&str] = &[
    "pasal", "ayat", "halaman", "hlm", "kelas", "smp", "smpn", "sma", "sman", "smk", "sd", "sdn",
    "negeri", "ruang", "uu", "tahun", "jalan", "km", "rt", "rw", "lantai", "bab", "dalam",
    "setelah", "sebelum", "sekitar", "kurang", "lebih", "selama", "tiap", "setiap", "lampiran",
    "page", "article", "section", "chapter", "room", "class", "within", "after", "before", "about",
    "over", "under", "than", "every", "for", "in", "of", "rp", "idr",
];

/// Words before a number of people, papers and accounts.
const PAPERS: &[&str] = &[
    "npsn",
    "nik",
    "nip",
    "nisn",
    "nis",
    "nuptk",
    "ktp",
    "kk",
    "isbn",
    "issn",
    "doi",
    "rekening",
    "rek",
    "akta",
    "sk",
    "stb",
    "staatsblad",
    "nib",
    "npwp",
    "kode",
];

/// Words before an hour.
const HOUR: &[&str] = &[
    "pukul", "jam", "pkl", "sampai", "hingga", "dari", "mulai", "s.d", "s/d", "sd", "at", "from",
    "until", "to", "between",
];

/// Words after an hour.
const ZONE: &[&str] = &["wib", "wita", "wit", "am", "pm"];

/// Words after a number of things.
const MEASURES: &[&str] = &[
    "jam", "hari", "menit", "detik", "minggu", "bulan", "tahun", "orang", "anak", "murid", "siswa",
    "guru", "kali", "halaman", "kata", "persen", "meter", "km", "kg", "cm", "lembar", "kelas",
    "sekolah", "jiwa", "kasus", "rupiah", "ribu", "juta", "miliar", "huruf", "laporan", "korban",
    "hours", "hour", "days", "day", "minutes", "minute", "weeks", "months", "years", "year",
    "people", "children", "pupils", "students", "teachers", "schools", "times", "pages", "words",
    "percent", "per", "cases", "reports", "bytes", "kb", "kib", "mb", "rb",
];

/// The words on both sides of a string of digits, on its own line.
#[derive(Debug, Clone, Copy)]
pub struct Around<'t> {
    /// What stands before it.
    before: &'t str,
    /// What stands after it.
    after: &'t str,
}

/// So many bytes on either side are looked at, so that long lines cost no more
/// than short ones.
const FAR: usize = 120;

impl<'t> Around<'t> {
    /// What stands around the bytes from `start` to `end`.
    pub fn of(text: &'t str, start: usize, end: usize) -> Around<'t> {
        let far = text.floor_char_boundary(start.saturating_sub(FAR));
        let before = &text[far..start];
        let before = before.rsplit("\n\n").next().unwrap_or(before);
        let after = &text[end..text.floor_char_boundary(end + FAR)];
        let after = after.split("\n\n").next().unwrap_or(after);
        Around { before, after }
    }

    /// The last word before it, in lower case.
    fn last_word(&self) -> String {
        words_back(self.before).next().map(|it| it.text).unwrap_or_default()
    }

    /// The first word after it, in lower case; none where something else
    /// follows.
    fn next_word(&self) -> String {
        let rest = self
            .after
            .trim_start_matches(|it: char| it.is_whitespace() || matches!(it, '*' | '_' | '`'));
        rest.chars().take_while(|it| it.is_alphabetic()).flat_map(char::to_lowercase).collect()
    }

    /// The letters that stand directly before it.
    fn glued(&self) -> String {
        let letters = self.before.trim_end_matches(char::is_alphabetic);
        self.before[letters.len()..].to_lowercase()
    }

    /// Whether a currency stands before it, or `rupiah` after it.
    fn is_money(&self) -> bool {
        let before = self.before.trim_end_matches([' ', '.', '\u{a0}', '*']);
        let word = before.trim_end_matches(|it: char| it.is_ascii_alphabetic());
        let unit = before[word.len()..].to_lowercase();
        before.ends_with('$')
            || matches!(unit.as_str(), "rp" | "idr" | "usd")
            || self.next_word() == "rupiah"
    }

    /// Whether the whole string is something that has a shape of its own: days,
    /// hours, an area code, money.
    pub fn is_no_number(&self, pieces: &[Piece]) -> bool {
        let npsn = count(pieces) == 8 && pieces.len() == 1 && self.last_word() == "npsn";
        shape::is_dates(pieces)
            || shape::is_hours(pieces)
            || shape::is_area(pieces)
            || npsn
            || self.is_money()
    }

    /// Whether one part of a string is hours: the words before the first part
    /// or after the last one say so.
    pub fn is_hours(&self, chunk: &[Piece], first: bool, last: bool) -> bool {
        let before = first && HOUR.contains(&self.last_word().as_str());
        let after = last && ZONE.contains(&self.next_word().as_str());
        (before || after) && shape::is_hours(chunk)
    }

    /// Whether letters stand directly before it that are no word for dialling:
    /// `healing119`.
    pub fn is_glued(&self) -> bool {
        let letters = self.glued();
        !letters.is_empty() && !DIAL.contains(&letters.as_str()) && letters != "no"
    }

    /// Whether seven digits or more look like something that nobody dials.
    pub fn is_other(&self, pieces: &[Piece]) -> bool {
        let glued_after = self.after.starts_with(char::is_alphabetic);
        let whole = shape::dials(pieces) && count(pieces) >= 9;
        let decimals = self
            .before
            .strip_suffix(',')
            .is_some_and(|it| it.ends_with(|it: char| it.is_ascii_digit()));
        let counted = pieces.len() == 1 && !shape::dials(pieces) && self.is_measured();
        self.is_glued()
            || (glued_after && !whole)
            || (decimals && !whole)
            || counted
            || PAPERS.contains(&self.last_word().as_str())
            || self.is_document()
            || shape::is_endless(pieces)
            || shape::is_thousands(pieces)
            || shape::is_fraction(pieces)
            || shape::is_bare_day(pieces)
            || shape::is_row(pieces)
    }

    /// Whether it is the number of a letter: `Nomor 0123/C/2025`.
    fn is_document(&self) -> bool {
        let numbered = matches!(self.last_word().as_str(), "nomor" | "no" | "number");
        let rest = self.after.strip_prefix('/').unwrap_or_default();
        let word = self.before.rsplit(char::is_whitespace).next().unwrap_or_default();
        let inside =
            word.ends_with(['.', '/']) && word.contains('/') && word.contains(char::is_alphabetic);
        let letters =
            word.trim_end_matches(['.', '/']).rsplit(|it: char| !it.is_alphabetic()).next();
        let dialled = letters.is_some_and(|it| DIAL.contains(&it.to_lowercase().as_str()));
        (numbered && rest.starts_with(|it: char| it.is_alphanumeric())) || (inside && !dialled)
    }

    /// Whether it counts something: `24 jam`, `100 %`.
    pub fn is_measured(&self) -> bool {
        let rest = self.after.trim_start();
        rest.starts_with(['%', '°', '′'])
            || MEASURES.contains(&self.next_word().as_str())
            || self.is_document()
    }

    /// Whether the words before it tell the reader to dial it: a word such as
    /// `telepon`, with at most one word that is not expected in between.
    pub fn tells_to_dial(&self) -> bool {
        let mut strange = 0;
        for it in words_back(self.before).take(6) {
            if DIAL.contains(&it.text.as_str()) && (!it.ends_sentence || it.text.len() <= 4) {
                return true;
            }
            if it.ends_sentence && !matches!(it.text.as_str(), "no") {
                return false;
            }
            if COUNTED.contains(&it.text.as_str())
                || PAPERS.contains(&it.text.as_str()) && it.text != "kode"
            {
                return false;
            }
            strange += usize::from(!BETWEEN.contains(&it.text.as_str()));
            if strange > 1 {
                return false;
            }
        }
        false
    }
}

/// A word before a number.
struct Word {
    /// In lower case, without marks.
    text: String,
    /// Whether a sentence may end behind it.
    ends_sentence: bool,
}

/// The words of a text, the last first.
fn words_back(text: &str) -> impl Iterator<Item = Word> + '_ {
    let marks = |it: char| !it.is_alphanumeric();
    let words = text
        .rsplit(|it: char| it.is_whitespace() || matches!(it, '(' | ')' | ':' | '>' | '|' | '"'));
    words.filter(move |it| it.chars().any(char::is_alphanumeric)).map(move |it| {
        let tail = it.trim_end_matches(['*', '_', '`', '\'']);
        Word {
            text: it.trim_matches(marks).to_lowercase(),
            ends_sentence: tail.ends_with(['.', ';', '!', '?']),
        }
    })
}

/// Whether fewer than seven digits have a prefix that no short code has:
/// `021-129`, `+62129`. Prefixes that other numbers have as well count only
/// where the reader is told to dial.
pub fn is_prefixed(pieces: &[Piece], told: bool) -> bool {
    let [first, rest @ ..] = pieces else { return false };
    let digits = count(pieces);
    let close = rest.iter().all(|it| !matches!(it.gap, Gap::Slash | Gap::Comma | Gap::Range));
    let area = (3..=4).contains(&first.len())
        && first.text.starts_with('0')
        && (3..=5).contains(&count(rest));
    let abroad = first.text.starts_with("+62") && digits >= 5;
    let glued = rest.is_empty() && first.text.starts_with('0') && digits == 6;
    let trunk = told && (4..=6).contains(&digits) && first.text.starts_with(['0', '+']);
    let country = told && digits >= 5 && first.text.starts_with("62");
    close && (area || abroad || glued || trunk || country)
}

/// Whether words only join two numbers: `129 atau 110`.
pub fn is_and(between: Option<&str>) -> bool {
    let words = between
        .unwrap_or("?")
        .trim_matches(|it: char| !it.is_alphabetic() && !matches!(it, '.' | ';' | '?' | '\n'));
    matches!(words, "" | "atau" | "dan" | "or" | "and" | "lalu" | "then")
}

/// The sentence round the bytes from `start` to `end`.
pub fn sentence(text: &str, start: usize, end: usize) -> &str {
    let far = text.floor_char_boundary(start.saturating_sub(300));
    let before = &text[far..start];
    let after = &text[end..text.floor_char_boundary(end + 300)];
    let ends = |text: &str, at: usize, it: char| ends_sentence(it, &text[at + it.len_utf8()..]);
    // What follows the text before is the number itself.
    let whole = &text[far..text.floor_char_boundary(end)];
    let from = before.char_indices().rev().find(|(at, it)| ends(whole, *at, *it));
    let from = from.map_or(far, |(at, it)| far + at + it.len_utf8());
    let to = after.char_indices().find(|(at, it)| ends(after, *at, *it));
    &text[from..to.map_or(end + after.len(), |(at, _)| end + at)]
}

/// Whether a sentence ends at a character, by what follows.
fn ends_sentence(it: char, rest: &str) -> bool {
    match it {
        '.' | '!' | '?' => rest.chars().next().is_none_or(char::is_whitespace),
        '\n' => rest.starts_with(['\n', '-', '*', '#', '|', '>']) || list_marker(rest).is_some(),
        '|' | '"' => true,
        _ => false,
    }
}
