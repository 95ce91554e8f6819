//! Every run of digits in a file, for the rules about numbers.
//!
//! The text is read once, as it is written: fields of YAML, their remarks,
//! Markdown. A string of digits goes on over spaces, dots, dashes, brackets and
//! the end of a line; what in it is a day, an area code or an amount is left
//! out. Whether what is left is the right number is not known here.

use crate::model::prose::{DigitRun, Group, RunSort, Stand, Tie};
use crate::source::place::Span;

use self::address::Address;
use self::around::Around;
use self::glyph::Glyph;
use self::shape::{Piece, count};
use self::tie::{chunks, firm_parts, ties};
use super::yaml::{Node, Value};

mod address;
mod around;
mod glyph;
mod shape;
mod string;
mod tie;

/// A file's text and what is known of its bytes.
#[derive(Debug, Clone, Copy)]
pub struct Page<'t> {
    /// The path below the root.
    pub path: &'t str,
    /// The text.
    pub text: &'t str,
    /// The values of its YAML, in order.
    pub fields: &'t [Field],
    /// Where its YAML ends and its Markdown begins.
    pub body: usize,
}

/// A value of a file's YAML, and what digits are in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    /// Its bytes.
    span: Span,
    /// The value, where it is written with escapes: what a reader sees is then
    /// not what is written.
    shown: Option<String>,
    /// What it holds.
    holds: Holds,
}

/// What a field holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Holds {
    /// A number to dial.
    Number,
    /// Words for readers.
    Words,
    /// Where something comes from.
    Source,
    /// A code that has a shape of its own.
    Code,
}

/// Keys whose values have a shape of their own, or are ids.
const CODES: &[&str] = &[
    "npsn",
    "area",
    "service_area",
    "url",
    "code",
    "version",
    "against",
    "locks",
    "order",
    "service",
    "fallback",
    "needs",
    "basis",
    "adopts",
    "owner",
    "role",
    "refer",
    "avoid",
    "danger",
    "talk",
    "adult",
    "replaced_by",
    "languages",
];

/// Every value of a YAML tree, in order; `text` is the file's.
pub fn fields(node: &Node, text: &str) -> Vec<Field> {
    let mut all = Vec::new();
    collect(node, text, Holds::Words, &mut all);
    all
}

/// Every value below a node.
fn collect(node: &Node, text: &str, holds: Holds, all: &mut Vec<Field>) {
    match &node.value {
        Value::Null => {}
        Value::Scalar(value) => {
            let written = text.get(node.span.start..node.span.end).unwrap_or_default();
            let escaped = written.contains('\\') && written != value;
            let shown = escaped.then(|| value.clone());
            all.push(Field { span: node.span, shown, holds });
        }
        Value::List(items) => items.iter().for_each(|it| collect(it, text, holds, all)),
        Value::Map(entries) => {
            for (key, it) in entries {
                let holds = match key.name.as_str() {
                    it if CODES.contains(&it) => Holds::Code,
                    "sources" | "evidence" | "accepted" => Holds::Source,
                    "number" | "display" if holds == Holds::Words => Holds::Number,
                    _ => holds,
                };
                collect(it, text, holds, all);
            }
        }
    }
}

/// Every run of digits in a file.
pub fn runs(page: &Page<'_>) -> Vec<DigitRun> {
    let mut scan = Scan { page: *page, whole: None, runs: Vec::new(), last: None };
    scan.text();
    let mut runs = scan.runs;
    for (field, text) in page.fields.iter().filter_map(|it| Some((it, it.shown.as_ref()?))) {
        let page = Page { text, fields: &[], body: 0, ..*page };
        let mut scan = Scan { page, whole: Some(field), runs: Vec::new(), last: None };
        scan.text();
        runs.extend(scan.runs);
    }
    runs
}

/// Reads one text.
struct Scan<'t> {
    /// The text.
    page: Page<'t>,
    /// The field whose value the whole text is, if it is one.
    whole: Option<&'t Field>,
    /// What was found so far.
    runs: Vec<DigitRun>,
    /// Where the last number ended that the words tell the reader to dial.
    last: Option<usize>,
}

impl Scan<'_> {
    /// Reads the text from its beginning to its end.
    fn text(&mut self) {
        let text = self.page.text;
        let (mut at, mut bare) = (0, 0);
        let (mut fresh, mut line) = (true, true);
        while at < text.len() {
            let rest = &text[at..];
            let letters = rest.bytes().take_while(u8::is_ascii_alphabetic).count();
            if letters > 0 && (!fresh || !address::goes_on(&rest[letters..])) {
                // Within a word nothing begins, and one of letters alone is no address.
                at += letters;
                (fresh, line) = (false, false);
                continue;
            }
            if line
                && let Some(length) = address::list_marker(rest).filter(|_| at >= self.page.body)
            {
                at += length;
                (fresh, line) = (true, false);
                continue;
            }
            if fresh
                && at >= bare
                && let Some((address, length)) = address::address(rest)
            {
                match address {
                    Address::Chat(number) => self.chat(at, length, number),
                    Address::Web => {}
                    Address::Bare => bare = at + length,
                }
                if bare <= at {
                    at += length;
                    continue;
                }
            }
            let it = rest.chars().next().unwrap_or_default();
            match glyph::first(rest) {
                Some((Glyph::Digit(_), _)) => {
                    let pieces = string::pieces(self.upto(at), at);
                    at = pieces.last().map_or(text.len(), |it| it.end);
                    self.string(&pieces, bare);
                    (fresh, line) = (false, false);
                    continue;
                }
                Some((_, length)) => at += length,
                None => at += it.len_utf8(),
            }
            fresh = address::ends_word(it) || matches!(it, ',' | ';' | ':' | '=');
            line = it == '\n' || (line && matches!(it, ' ' | '\t' | '>'));
        }
    }

    /// The text as far as a string that begins at a place may reach: in a table
    /// a line is a row.
    fn upto(&self, at: usize) -> &str {
        let text = self.page.text;
        let row = self.page.path.ends_with(".csv").then(|| text[at..].find('\n')).flatten();
        row.map_or(text, |it| &text[..at + it])
    }

    /// What the bytes at a place are part of; none: nothing to look at.
    fn stand(&self, at: usize) -> Option<Stand> {
        let words = words(self.page.path);
        if self.whole.is_none() && at >= self.page.body {
            // In `areas.csv` a line begins with a code.
            let line = self.page.text[..at].rsplit('\n').next().unwrap_or_default();
            let code = self.page.path == "areas.csv" && !line.contains(',');
            return (!code).then_some(words);
        }
        let field = self.whole.or_else(|| {
            let next = self.page.fields.partition_point(|it| it.span.start <= at);
            let field = self.page.fields[..next].last().filter(|it| at < it.span.end)?;
            Some(field)
        });
        match field {
            Some(it) if self.whole.is_none() && it.shown.is_some() => None,
            Some(it) => match it.holds {
                Holds::Number if words == Stand::Words => Some(Stand::Field),
                Holds::Words => Some(words),
                Holds::Number | Holds::Source => Some(Stand::Aside),
                Holds::Code => None,
            },
            None => Some(Stand::Aside),
        }
    }

    /// A link that opens a chat.
    fn chat(&mut self, at: usize, length: usize, number: &str) {
        let Some(stand) = self.stand(at) else { return };
        let groups = vec![Group { text: number.to_owned(), tie: Tie::Firm }];
        self.keep((at, at + length), groups, RunSort::Chat, stand, String::new());
    }

    /// One string of digits; `bare` is where an address without `https:` ends
    /// that it may be part of.
    fn string(&mut self, pieces: &[Piece], bare: usize) {
        let (Some(first), Some(last)) = (pieces.first(), pieces.last()) else { return };
        let Some(stand) = self.stand(first.start) else { return };
        let around = Around::of(self.page.text, first.start, last.end);
        let firm = vec![Tie::Firm; pieces.len()];
        if stand == Stand::Field {
            self.long(pieces, &firm, RunSort::Dialled, stand);
        } else if first.start < bare {
            self.long(pieces, &firm, RunSort::Other, stand);
        } else if !around.is_no_number(pieces) {
            let ties = ties(pieces, &around);
            let parts = || firm_parts(pieces, &ties);
            let whole = parts().any(|it| count(it) >= shape::WHOLE) && !around.is_other(pieces);
            let sort = if whole { RunSort::Dialled } else { RunSort::Other };
            self.long(pieces, &ties, sort, stand);
            if stand == Stand::Words {
                parts().filter(|it| count(it) < shape::WHOLE).for_each(|it| self.short(it));
            }
        }
    }

    /// Fewer digits than a number has: short codes, with what stands before
    /// them.
    fn short(&mut self, pieces: &[Piece]) {
        let (Some(first), Some(last)) = (pieces.first(), pieces.last()) else { return };
        let text = self.page.text;
        let around = Around::of(text, first.start, last.end);
        let also = self.last.is_some_and(|it| around::is_and(text.get(it..first.start)));
        let told = also || around.tells_to_dial();
        if around::is_prefixed(pieces, told) {
            let ties = vec![Tie::Firm; pieces.len()];
            self.run(pieces, &ties, RunSort::Prefixed, Stand::Words);
        } else if told && !around.is_measured() && !around.is_glued() {
            for chunk in chunks(pieces) {
                let alone = chunk.len() == 1 && chunk[0].is_year();
                if (3..=6).contains(&count(chunk)) && !alone && !shape::is_hours(chunk) {
                    let ties = vec![Tie::Firm; chunk.len()];
                    self.run(chunk, &ties, RunSort::Short, Stand::Words);
                    self.last = chunk.last().map(|it| it.end);
                }
            }
        }
    }

    /// A run that has enough digits for a number.
    fn long(&mut self, pieces: &[Piece], ties: &[Tie], sort: RunSort, stand: Stand) {
        if count(pieces) >= shape::WHOLE {
            self.run(pieces, ties, sort, stand);
        }
    }

    /// Keeps a run of at least one piece.
    fn run(&mut self, pieces: &[Piece], ties: &[Tie], sort: RunSort, stand: Stand) {
        let text = self.page.text;
        let (mut start, end) = (pieces[0].start, pieces[pieces.len() - 1].end);
        let sentence = match sort {
            RunSort::Short => around::sentence(text, start, end).to_owned(),
            _ => String::new(),
        };
        if text[..start].ends_with('(') && text[start..end].contains(')') {
            start -= 1;
        }
        let group = |(it, tie): (&Piece, &Tie)| Group { text: it.text.clone(), tie: *tie };
        let groups = pieces.iter().zip(ties).map(group).collect();
        self.keep((start, end), groups, sort, stand, sentence);
    }

    /// Keeps a run.
    fn keep(
        &mut self,
        (start, end): (usize, usize),
        groups: Vec<Group>,
        sort: RunSort,
        stand: Stand,
        sentence: String,
    ) {
        let at = self.whole.map_or(Span { start, end }, |it| it.span);
        let written = self.page.text[start..end].split_whitespace().collect::<Vec<_>>().join(" ");
        self.runs.push(DigitRun { at, written, groups, sort, stand, sentence });
    }
}

/// What words of a file are: read by somebody, or not part of any site.
fn words(path: &str) -> Stand {
    let folder = path.split('/').next().unwrap_or_default();
    let top = ["district.yaml", "register.yaml", "laws.yaml", "terms.yaml", "areas.csv"];
    let notice = ["about.", "changes."].iter().any(|it| folder.starts_with(it));
    let record = ["services", "schools", "policies", "protocols", "pages", "themes"];
    if top.contains(&folder) || notice || record.contains(&folder) {
        Stand::Words
    } else {
        Stand::Aside
    }
}

#[cfg(test)]
mod tests;
