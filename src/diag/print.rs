//! Diagnostics in a terminal, on one line each, as JSON.
//!
//! This file gets every span from outside and looks nothing up. Order: by path,
//! then by place; the same fault at the same place is printed once; at most
//! [`MOST`] are printed, with a count at the end.

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use serde_json::json;

use super::Diagnostic;
use super::code::Severity;
use super::text::{self, Tongue};
use crate::model::Publication;
use crate::model::document::Reviewer;
use crate::model::prose::Accepted;
use crate::source::place::Span;
use crate::source::{SourceTree, Sourced};

/// So many are printed in a terminal.
const MOST: usize = 50;

/// How diagnostics are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// With the lines of the file, for a person.
    Human,
    /// One line each, for an editor.
    Short,
    /// One JSON object a line, for a program.
    Json,
}

/// Whether warnings count as errors.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Strictness {
    /// They do not.
    Lenient,
    /// They do.
    Strict,
}

/// Whether the reader sees colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Colour {
    /// A terminal.
    Styled,
    /// A file or a pipe.
    Plain,
}

/// How a report is to be made.
#[derive(Debug, Clone, Copy)]
pub struct Manner {
    /// The form.
    pub format: Format,
    /// The language.
    pub tongue: Tongue,
    /// Colours.
    pub colour: Colour,
    /// Whether warnings are errors.
    pub strictness: Strictness,
    /// What the district publishes.
    pub publication: Publication,
}

/// A diagnostic with the bytes it is about.
#[derive(Debug, Clone)]
pub struct Located {
    /// The fault.
    pub diagnostic: Diagnostic,
    /// The bytes in its file, where they could be found.
    pub span: Option<Span>,
}

/// What was found, in words and numbers.
#[derive(Debug)]
pub struct Report {
    /// The text to print.
    pub text: String,
    /// How many errors.
    pub errors: usize,
}

/// All diagnostics as one report. `prefix` is put before every path.
pub fn report(tree: &SourceTree, mut found: Vec<Located>, prefix: &str, manner: Manner) -> Report {
    let path =
        |it: &Located| it.diagnostic.place.file().map_or("", |file| tree.path(file)).to_owned();
    found.sort_by_cached_key(|it| {
        (
            path(it),
            it.span.map_or(0, |span| span.start),
            it.diagnostic.code(),
            format!("{:?}", it.diagnostic.fault),
        )
    });
    found.dedup_by(|a, b| a.span == b.span && a.diagnostic == b.diagnostic);

    let severity = |it: &Located| match manner.strictness {
        Strictness::Strict => Severity::Error,
        Strictness::Lenient => it.diagnostic.code().severity(manner.publication),
    };
    let errors = found.iter().filter(|it| severity(it) == Severity::Error).count();
    let warnings = found.len() - errors;

    let most = if manner.format == Format::Human { MOST } else { found.len() };
    // With too many to print, errors go first.
    let (first, second): (Vec<&Located>, Vec<&Located>) =
        found.iter().partition(|it| found.len() <= most || severity(it) == Severity::Error);
    let shown = first.into_iter().chain(second).take(most);
    let mut ruler = Ruler::new();
    let mut text = String::new();
    for it in shown {
        let source = it.diagnostic.place.file().map_or("", |file| tree.text(file));
        let position = ruler.position(source, it.span);
        let shown = Shown { it, severity: severity(it), position };
        text.push_str(&one(tree, shown, prefix, manner));
    }
    if manner.format == Format::Human {
        text.push_str(&summary(tree, &found, (errors, warnings), manner.tongue));
    }
    Report { text, errors }
}

/// Findings that somebody accepted: code, file, day, reason.
pub fn accepted(
    tree: &SourceTree,
    all: &[Sourced<Accepted>],
    prefix: &str,
    format: Format,
    tongue: Tongue,
) -> String {
    let word = text::frame(tongue).accepted;
    let mut text = String::new();
    if format == Format::Human && !all.is_empty() {
        text.push_str(&format!("{word}: {}\n", all.len()));
    }
    for Sourced { file, value: Accepted { code, reason, on } } in all {
        let path = format!("{prefix}{}", tree.path(*file));
        text.push_str(&match format {
            Format::Human => format!("  {code} {path} ({on}): {reason}\n"),
            Format::Short => format!("{path}: {word}[{code}]: {reason} ({on})\n"),
            Format::Json => {
                let on = on.to_string();
                format!("{}\n", json!({ "code": code, "severity": "accepted", "file": path, "reason": reason, "on": on }))
            }
        });
    }
    text
}

/// Whether a list is printed, or only how long it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Extent {
    /// How long it is, and for whom.
    Sum,
    /// Every entry.
    List,
}

/// Texts that somebody still has to review.
pub fn reviews(
    tree: &SourceTree,
    all: &[Sourced<Vec<Reviewer>>],
    prefix: &str,
    format: Format,
    extent: Extent,
    tongue: Tongue,
) -> String {
    let word = text::frame(tongue).unreviewed;
    let mut text = String::new();
    if format == Format::Human && !all.is_empty() {
        let each =
            Reviewer::ALL.map(|by| (by, all.iter().filter(|it| it.value.contains(&by)).count()));
        let each: Vec<String> = each
            .iter()
            .filter(|(_, count)| *count > 0)
            .map(|(by, count)| format!("{} {count}", by.as_str()))
            .collect();
        text.push_str(&format!("{word}: {} ({})\n", all.len(), each.join(", ")));
    }
    for Sourced { file, value } in all.iter().filter(|_| extent == Extent::List) {
        let path = format!("{prefix}{}", tree.path(*file));
        let by: Vec<&str> = value.iter().map(|it| it.as_str()).collect();
        text.push_str(&match format {
            Format::Human => format!("  {path}: {}\n", by.join(", ")),
            Format::Short => format!("{path}: {word}: {}\n", by.join(", ")),
            Format::Json => {
                format!("{}\n", json!({ "severity": "unreviewed", "file": path, "by": by }))
            }
        });
    }
    text
}

/// A diagnostic that is to be printed.
#[derive(Debug, Clone, Copy)]
struct Shown<'f> {
    /// The fault.
    it: &'f Located,
    /// How bad it is.
    severity: Severity,
    /// Line and column.
    position: (usize, usize),
}

/// One diagnostic.
fn one(tree: &SourceTree, shown: Shown<'_>, prefix: &str, manner: Manner) -> String {
    let Shown { it, severity, position: (line, column) } = shown;
    let sentence = text::sentence(&it.diagnostic.fault, manner.tongue);
    let frame = text::frame(manner.tongue);
    let name = it.diagnostic.code().name();
    let file = it.diagnostic.place.file();
    let path = file.map_or_else(String::new, |it| format!("{prefix}{}", tree.path(it)));
    let source = file.map_or("", |it| tree.text(it));
    let word = if severity == Severity::Error { frame.error } else { frame.warning };

    match manner.format {
        Format::Short => {
            format!(
                "{path}:{line}:{column}: {word}[{name}]: {} ({})\n",
                sentence.message, sentence.label
            )
        }
        Format::Json => {
            let object = json!({
                "code": name,
                "severity": if severity == Severity::Error { "error" } else { "warning" },
                "message": sentence.message,
                "label": sentence.label,
                "help": sentence.help,
                "file": path,
                "line": line,
                "column": column,
                "start": it.span.map(|span| span.start),
                "end": it.span.map(|span| span.end),
            });
            format!("{object}\n")
        }
        Format::Human => {
            let level = if severity == Severity::Error { Level::ERROR } else { Level::WARNING };
            let title = level
                .with_name(Some(word))
                .primary_title(sentence.message.as_str())
                .id(name.as_str());
            let mut group = match (it.span, file) {
                (Some(span), Some(_)) if !source.is_empty() => {
                    let range = whole_characters(source, span);
                    let mark = AnnotationKind::Primary.span(range).label(sentence.label.as_str());
                    Group::with_title(title)
                        .element(Snippet::source(source).path(path.as_str()).annotation(mark))
                }
                (_, Some(_)) => {
                    Group::with_title(title).element(annotate_snippets::Origin::path(path.as_str()))
                }
                _ => Group::with_title(title),
            };
            if !sentence.help.is_empty() {
                group = group.element(
                    Level::HELP.with_name(Some(frame.help)).message(sentence.help.as_str()),
                );
            }
            let renderer = match manner.colour {
                Colour::Styled => Renderer::styled(),
                Colour::Plain => Renderer::plain(),
            };
            format!("{}\n\n", renderer.decor_style(DecorStyle::Ascii).render(&[group]))
        }
    }
}

/// The last line: how many of what.
fn summary(tree: &SourceTree, found: &[Located], counts: (usize, usize), tongue: Tongue) -> String {
    let frame = text::frame(tongue);
    if found.is_empty() {
        return format!("{}\n", frame.clean);
    }
    let mut files: Vec<&str> =
        found.iter().filter_map(|it| it.diagnostic.place.file()).map(|it| tree.path(it)).collect();
    files.dedup();
    let more = found.len().saturating_sub(MOST);
    let more = if more > 0 { format!(" ({more} {})", frame.more) } else { String::new() };
    format!(
        "{}: {}, {}: {}, {}: {}{more}\n",
        frame.errors,
        counts.0,
        frame.warnings,
        counts.1,
        frame.files,
        files.len()
    )
}

/// Finds lines and columns, both from 1; columns are characters. It goes on from
/// the last place, so that a thousand faults in one line cost one reading of it.
#[derive(Debug)]
struct Ruler<'t> {
    /// The text of the last place.
    text: &'t str,
    /// Its byte.
    at: usize,
    /// Its line.
    line: usize,
    /// Its column.
    column: usize,
}

impl<'t> Ruler<'t> {
    /// At the beginning of nothing.
    fn new() -> Ruler<'t> {
        Ruler { text: "", at: 0, line: 1, column: 1 }
    }

    /// Line and column of a span's beginning.
    fn position(&mut self, text: &'t str, span: Option<Span>) -> (usize, usize) {
        let Some(start) = span.map(|it| it.start).filter(|it| text.is_char_boundary(*it)) else {
            return (1, 1);
        };
        if !std::ptr::eq(self.text, text) || start < self.at {
            *self = Ruler { text, ..Ruler::new() };
        }
        for it in text[self.at..start].chars() {
            match it {
                '\n' => (self.line, self.column) = (self.line + 1, 1),
                _ => self.column += 1,
            }
        }
        self.at = start;
        (self.line, self.column)
    }
}

/// The span as a range that lies in the text and cuts no character.
fn whole_characters(text: &str, span: Span) -> std::ops::Range<usize> {
    let floor = |mut at: usize| {
        at = at.min(text.len());
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        at
    };
    let start = floor(span.start);
    start..floor(span.end).max(start)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_position_is_a_line_and_a_column_in_characters() {
        let text = "é\nab\n\nc";
        let mut ruler = Ruler::new();
        let mut at = |start| ruler.position(text, Some(Span { start, end: start }));
        assert_eq!([at(0), at(2), at(4), at(7)], [(1, 1), (1, 2), (2, 2), (4, 1)]);
        assert_eq!(at(3), (2, 1), "also when it goes back");
        assert_eq!(ruler.position("other", Some(Span { start: 1, end: 2 })), (1, 2));
        assert_eq!(ruler.position("other", None), (1, 1));
    }
}
