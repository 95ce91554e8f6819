//! A rule about places that nobody filled in: `[nama sekolah]`, `....`, `XXX`.
//!
//! Templates from other districts and from before bring them along. Slots that a
//! school has not filled are another rule's concern: see [`super::documents`].

use std::collections::BTreeSet;

use jiff::civil::Date;

use crate::diag::Diagnostic;
use crate::diag::code::Fault;
use crate::model::District;
use crate::model::form::Form;
use crate::model::school::School;
use crate::source::place::{FieldPath, Place};
use crate::source::{FileId, Sourced};

/// [`Fault::Placeholder`]: a place that nobody filled in.
pub fn placeholders(district: &District, _: Date) -> Vec<Diagnostic> {
    let sheets = sheets(district);
    let prose = district.prose.iter().filter(|it| {
        // On a sheet to write on, a line of underscores is what it is for.
        let sheet = sheets.contains(&it.file);
        !sheet || placeholder(&it.value.text.replace("____", " ")).is_some()
    });
    let texts = prose.map(|it| (it.value.text.as_str(), Place::Text(it.file, it.value.at)));
    let fields = district.schools.values().flat_map(fields);
    let mut found = Vec::new();
    for (text, place) in texts.chain(fields) {
        if let Some(written) = placeholder(text) {
            found.push(Diagnostic::new(Fault::Placeholder { written: written.to_owned() }, place));
        }
    }
    found
}

/// The files of sheets to write on.
fn sheets(district: &District) -> BTreeSet<FileId> {
    let forms = district.forms.values();
    let others = |it: &Sourced<Form>| it.value.words.others.values().map(|it| it.file).collect();
    forms.flat_map(|it| [vec![it.file], others(it)].concat()).collect()
}

/// A school's fields that readers see and that are no prose.
fn fields(school: &Sourced<School>) -> impl Iterator<Item = (&str, Place)> {
    let Sourced { file, value } = school;
    let field = |text, path: FieldPath| (text, Place::Field(*file, path));
    let people = value.people.iter().filter_map(move |(role, it)| {
        let path = FieldPath::from("people").key(role.as_str()).key("name");
        it.name.as_deref().map(|name| field(name, path))
    });
    let address = value.address.as_deref().map(|it| field(it, "address".into()));
    [field(value.name.as_str(), "name".into())].into_iter().chain(address).chain(people)
}

/// Signs that stand for something, when so many of them stand together.
const RUNS: &[(char, usize)] = &[('.', 4), ('_', 3), ('X', 3), ('x', 3), ('…', 2), ('?', 3)];
/// Words that stand for something, as whole words.
const WORDS: &[&str] = &["TODO", "TBD", "FIXME", "lorem"];
/// Two words that ask to be replaced.
const PAIRS: &[&str] =
    &["isi di sini", "isi disini", "tulis di sini", "diisi kemudian", "to be filled"];
/// Words in brackets that are a remark, not a place.
const REMARKS: &[&str] = &["sic", "red"];

/// The first place in a text that nobody filled in.
fn placeholder(text: &str) -> Option<&str> {
    // Most texts have no such sign at all: that has to be quick.
    let twice = |it: &[u8]| it[0] == it[1] && matches!(it[0], b'.' | b'_' | b'X' | b'x' | b'?');
    let signs = text.contains(['[', '{', '…']) || text.as_bytes().windows(2).any(twice);
    let sign = if signs { bracket(text).or_else(|| run(text)) } else { None };
    sign.or_else(|| {
        let whole = |it: &str| text.split(|it: char| !it.is_alphanumeric()).any(|word| word == it);
        let words = WORDS.iter().find(|it| text.contains(**it) && whole(it)).copied();
        words.or_else(|| PAIRS.iter().find(|it| text.contains(**it)).copied())
    })
}

/// Words in square or curly brackets: `[nama sekolah]`, `{{nama}}`.
fn bracket(text: &str) -> Option<&str> {
    for (start, open) in text.match_indices(['[', '{']) {
        let close = if open == "[" { ']' } else { '}' };
        let Some(end) = text[start..].find(close).map(|it| start + it + 1) else { continue };
        let end = end + text[end..].len() - text[end..].trim_start_matches(close).len();
        let inner = text[start..end].trim_matches(['[', ']', '{', '}', ' ']);
        let letters = inner.chars().filter(|it| it.is_alphabetic()).count();
        let dots = inner.len() > 1 && inner.chars().all(|it| matches!(it, '.' | '…' | '_' | ' '));
        if ((letters >= 3 && inner.len() <= 60) || dots) && !REMARKS.contains(&inner) {
            return Some(&text[start..end]);
        }
    }
    None
}

/// A run of signs that stands for something.
fn run(text: &str) -> Option<&str> {
    for (sign, least) in RUNS {
        let mut rest = 0;
        while let Some(start) = text[rest..].find(*sign).map(|it| rest + it) {
            let length = text[start..].len() - text[start..].trim_start_matches(*sign).len();
            let end = start + length;
            let inside = sign.is_alphabetic()
                && (text[..start].chars().next_back().is_some_and(char::is_alphabetic)
                    || text[end..].chars().next().is_some_and(char::is_alphabetic));
            if length / sign.len_utf8() >= *least && !inside {
                return Some(&text[start..end]);
            }
            rest = end;
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<&str>) {
        assert_eq!(placeholder(text), expected, "{text}");
    }

    #[test]
    fn a_place_that_nobody_filled_in_is_found() {
        check("Lapor kepada [nama guru].", Some("[nama guru]"));
        check("Ruang: ........", Some("........"));
        check("Nomor: ____", Some("____"));
        check("Hubungi Bapak XXX di kantor.", Some("XXX"));
        check("Telepon 08xxxxxxxx", Some("xxxxxxxx"));
        check("Halo {{nama}}", Some("{{nama}}"));
        check("Kotak [...] di tangga", Some("[...]"));
        check("TBD", Some("TBD"));
        check("Alamat: isi di sini", Some("isi di sini"));
    }

    #[test]
    fn what_only_looks_like_one_passes() {
        check("Hmm... tunggu. Juga kalau… kamu diam.", None);
        check("- [ ] Sudah diperiksa", None);
        check("Kata itu [sic] dikutip.", None);
        check("Kelas XII dan XXI", None);
        check("maxxxim", None);
        check("Benarkah? Ya!", None);
    }
}
