//! Text to sentences, sentences to words.
//!
//! Rules about wording look at one sentence at a time, because what a word says
//! depends on the words before it: "jangan simpan" is not "simpan". This file
//! knows where a sentence ends and what parts two words; what words mean is
//! known to [`super::wording`].

use std::borrow::Cow;

/// A sentence of a text.
#[derive(Debug)]
pub struct Sentence<'t> {
    /// As written.
    pub text: &'t str,
    /// Its words in order.
    pub words: Vec<Word<'t>>,
}

impl Sentence<'_> {
    /// Whether it asks.
    pub fn asks(&self) -> bool {
        self.text.trim_end_matches(['"', '”', '’', '\'', ')', ' ']).ends_with('?')
    }
}

/// A word of a sentence.
#[derive(Debug, PartialEq, Eq)]
pub struct Word<'t> {
    /// As written.
    pub text: &'t str,
    /// In lower case.
    pub lower: Cow<'t, str>,
    /// What stands between it and the word before.
    pub before: Break,
    /// Whether it stands within quotation marks.
    pub quoted: Quoted,
}

/// What stands between two words; a stronger one hides a weaker.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Break {
    /// White space, or a sign that parts nothing.
    Space,
    /// A comma.
    Comma,
    /// A colon.
    Colon,
    /// A semicolon, a dash, a bracket.
    Strong,
}

/// Whether a word stands within quotation marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Quoted {
    /// It does.
    Yes,
    /// It does not.
    No,
}

/// Short forms whose full stop ends no sentence.
const SHORT: &[&str] = &[
    "a.n", "art", "dll", "dr", "drs", "dsb", "dst", "hlm", "ir", "jl", "jln", "kab", "kec", "kel",
    "mr", "mrs", "ms", "no", "pasal", "prof", "sdr", "st", "tgl", "vs", "yth",
];

/// The sentences of a text.
pub fn sentences(text: &str) -> Vec<Sentence<'_>> {
    let mut found = Vec::new();
    let mut start = 0;
    for (at, mark) in text.match_indices(['.', '!', '?', '…', '\n']) {
        let end = at + mark.len();
        if end <= start || !ends(text, at, mark) {
            continue;
        }
        let rest = &text[end..];
        let closing =
            rest.len() - rest.trim_start_matches(['"', '”', '’', '\'', ')', '.', '!', '?']).len();
        found.extend(sentence(&text[start..end + closing]));
        start = end + closing;
    }
    found.extend(sentence(&text[start..]));
    found
}

/// Whether a sentence ends at the mark that stands there.
fn ends(text: &str, at: usize, mark: &str) -> bool {
    let rest = text[at + mark.len()..].trim_start_matches(['"', '”', '’', '\'', ')']);
    if !rest.is_empty()
        && !rest.starts_with(char::is_whitespace)
        && !rest.starts_with(['.', '!', '?'])
    {
        return false;
    }
    if mark != "." {
        // An ellipsis within a sentence goes on in lower case.
        return mark != "…" || !rest.trim_start().starts_with(char::is_lowercase);
    }
    let before =
        text[..at].rsplit(|it: char| it.is_whitespace() || it == '(').next().unwrap_or_default();
    let single = |it: &str| it.chars().count() == 1 && it.starts_with(char::is_uppercase);
    let initial = before.split('.').all(single) && !rest.is_empty();
    let number = !before.is_empty()
        && before.bytes().all(|it| it.is_ascii_digit())
        && before.len() <= 2
        && text[..at].trim_start().len() == before.len();
    !(initial || number || SHORT.contains(&before.to_lowercase().as_str()))
}

/// One sentence, where there are words in it.
fn sentence(text: &str) -> Option<Sentence<'_>> {
    let text = text.trim();
    let words = words(text);
    (!words.is_empty()).then_some(Sentence { text, words })
}

/// The words of a sentence.
fn words(text: &str) -> Vec<Word<'_>> {
    let mut found: Vec<Word<'_>> = Vec::with_capacity(text.len() / 6 + 1);
    let mut at = 0;
    let mut before = Break::Space;
    let mut quoted = Quoted::No;
    while let Some(letter) = text[at..].chars().next() {
        if letter.is_alphanumeric() {
            let end = word_end(text, at);
            let text = &text[at..end];
            found.push(Word { text, lower: lower(text), before, quoted });
            before = Break::Space;
            at = end;
            continue;
        }
        match letter {
            ',' => before = before.max(Break::Comma),
            ':' => before = before.max(Break::Colon),
            ';' | '—' | '–' | '(' | ')' | '[' | ']' => before = before.max(Break::Strong),
            '-' if text[at + 1..].starts_with(' ') => before = before.max(Break::Strong),
            '“' => quoted = Quoted::Yes,
            '”' => quoted = Quoted::No,
            '"' => quoted = if quoted == Quoted::Yes { Quoted::No } else { Quoted::Yes },
            _ => {}
        }
        at += letter.len_utf8();
    }
    found
}

/// Where the word ends that begins at a place.
fn word_end(text: &str, start: usize) -> usize {
    let mut at = start;
    let mut last = None;
    loop {
        // Nearly all letters are these.
        let ascii = text[at..].bytes().take_while(u8::is_ascii_alphanumeric).count();
        at += ascii;
        last = text[..at].chars().next_back().filter(|_| ascii > 0).or(last);
        let mut rest = text[at..].chars();
        match rest.next() {
            Some(next) if next.is_alphanumeric() || joins(last, next, rest.next()) => {
                at += next.len_utf8();
                last = Some(next);
            }
            _ => return at,
        }
    }
}

/// Whether a sign within a word joins its parts: `undang-undang`, `12/5/2011`,
/// `A.B`, `3.5`, `08:00`.
fn joins(last: Option<char>, sign: char, after: Option<char>) -> bool {
    let Some(after) = after.filter(|it| it.is_alphanumeric()) else { return false };
    let Some(last) = last else { return false };
    let digits = last.is_ascii_digit() && after.is_ascii_digit();
    match sign {
        '-' | '\'' | '’' | '_' => true,
        '.' => digits || (last.is_uppercase() && after.is_uppercase()),
        '/' | ':' => digits,
        _ => false,
    }
}

/// A word in lower case, and with one sort of apostrophe; most are already.
fn lower(text: &str) -> Cow<'_, str> {
    if text.bytes().all(|it| it.is_ascii() && !it.is_ascii_uppercase()) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.to_lowercase().replace('’', "'"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let found: Vec<&str> = sentences(text).iter().map(|it| it.text).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_sentence_ends_at_its_mark() {
        check(
            "Dengar. Jangan tanya “kenapa”. Lalu?",
            &["Dengar.", "Jangan tanya “kenapa”.", "Lalu?"],
        );
        check("Katakan: “Ini bukan salahmu.” Diam.", &["Katakan: “Ini bukan salahmu.”", "Diam."]);
        check(
            "Tunggu… lalu bicara. Tunggu… Bicara.",
            &["Tunggu… lalu bicara.", "Tunggu…", "Bicara."],
        );
        check("Hmm... Begitu", &["Hmm...", "Begitu"]);
    }

    #[test]
    fn a_full_stop_in_a_short_form_or_a_number_ends_nothing() {
        check(
            "Jl. Melati No. 3 buka pukul 08.00 pagi.",
            &["Jl. Melati No. 3 buka pukul 08.00 pagi."],
        );
        check("Anak A. dan B.", &["Anak A. dan B."]);
        check("1. Berhenti membalas.", &["1. Berhenti membalas."]);
    }

    #[test]
    fn words_know_what_parts_them() {
        let all = sentences("Undang-undang: 12/5/2011, “pukul 08:00” (A.B.) dan/atau don’t");
        let shown: Vec<(&str, Break)> =
            all[0].words.iter().map(|it| (it.lower.as_ref(), it.before)).collect();
        let expected = [
            ("undang-undang", Break::Space),
            ("12/5/2011", Break::Colon),
            ("pukul", Break::Comma),
            ("08:00", Break::Space),
            ("a.b", Break::Strong),
            ("dan", Break::Strong),
            ("atau", Break::Space),
            ("don't", Break::Space),
        ];
        assert_eq!(shown, expected);
        assert_eq!(all[0].words[2].quoted, Quoted::Yes);
        assert_eq!(all[0].words[5].quoted, Quoted::No);
    }
}
