//! Templates and style sheets of a theme, checked when loaded.
//!
//! A district's theme is laid over the built-in one, file by file. A theme can
//! be broken, which is a diagnostic, and then the built-in template stands in;
//! it can never be dangerous: templates have no file, network or environment
//! functions.

use serde::Serialize;
use tera::{Context, Tera, Value};

use crate::diag::Diagnostic;
use crate::diag::code::Fault;
use crate::error::Error;
use crate::model::value::{Audience, Lang};
use crate::model::words::Catalogue;
use crate::site::plan::PageKind;
use crate::source::SourceTree;
use crate::source::place::Place;

/// A theme, ready to be used.
#[derive(Debug)]
pub struct Theme {
    /// The district's templates over the built-in ones.
    own: Tera,
    /// The built-in templates alone.
    built_in: Tera,
    /// Its style sheets.
    pub sheets: Sheets,
}

/// The style sheets of a theme, without comments and line breaks. Each page has
/// one of them; so the hosts' headers can name every style there is.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Sheets {
    /// `start.css`: for pages that are opened in fear or haste.
    pub start: String,
    /// Every sheet but those below, in the order of their paths; `start.css`
    /// comes first.
    pub whole: String,
    /// `whole` and `protocol.css`: for protocols.
    pub protocol: String,
    /// `whole` and `paper.css`: for sheets to write on.
    pub paper: String,
    /// `protocol` and `book.css`: for files that hold everything.
    pub book: String,
    /// `neutral.css`: for the page behind the way out, which looks like no other.
    pub neutral: String,
}

impl Sheets {
    /// The sheets of a theme.
    fn of(theme: &SourceTree) -> Sheets {
        let mut sheets = Sheets::default();
        let mut others = String::new();
        for (id, file) in theme.files().filter(|(_, it)| it.path.ends_with(".css")) {
            let css = squeeze(theme.text(id));
            match file.path.as_str() {
                "assets/start.css" => sheets.start = css,
                "assets/neutral.css" => sheets.neutral = css,
                "assets/protocol.css" => sheets.protocol = css,
                "assets/paper.css" => sheets.paper = css,
                "assets/book.css" => sheets.book = css,
                _ => others.push_str(&css),
            }
        }
        sheets.whole = format!("{}{others}", sheets.start);
        sheets.protocol = format!("{}{}", sheets.whole, sheets.protocol);
        sheets.paper = format!("{}{}", sheets.whole, sheets.paper);
        sheets.book = format!("{}{}", sheets.protocol, sheets.book);
        sheets
    }

    /// The sheet of a page.
    pub fn for_page(&self, kind: &PageKind) -> &str {
        match kind {
            PageKind::Home
            | PageKind::Entry(Audience::Child | Audience::Counsellor)
            | PageKind::Traces
            | PageKind::Missing => &self.start,
            PageKind::Protocols | PageKind::Protocol(_) => &self.protocol,
            PageKind::Forms | PageKind::Form(_) => &self.paper,
            PageKind::Book(_) => &self.book,
            PageKind::Exit => &self.neutral,
            _ => &self.whole,
        }
    }
}

impl Theme {
    /// Loads the built-in theme and lays the district's over it.
    ///
    /// # Errors
    /// When the built-in theme itself does not work.
    pub fn load(
        built_in: &SourceTree,
        over: Option<&SourceTree>,
        found: &mut Vec<Diagnostic>,
    ) -> Result<Theme, Error> {
        let base = templates(built_in)
            .map_err(|why| Error::Template { template: "plain".to_owned(), why })?;
        let whole = over.map_or_else(|| built_in.clone(), |it| built_in.overlaid(it));
        let own = templates(&whole).unwrap_or_else(|why| {
            let fault = Fault::BrokenTemplate { template: "templates".to_owned(), why };
            found.push(Diagnostic::new(fault, Place::Nowhere));
            base.clone()
        });
        Ok(Theme { own, built_in: base, sheets: Sheets::of(&whole) })
    }

    /// Renders a template. Where the district's fails, the fault is reported
    /// and the built-in one stands in.
    ///
    /// # Errors
    /// When the built-in template fails as well.
    pub fn render(
        &self,
        template: &str,
        view: &impl Serialize,
        words: &Phrases,
        found: &mut Vec<Diagnostic>,
    ) -> Result<String, Error> {
        let fail = |why: tera::Error| Error::Template {
            template: template.to_owned(),
            why: why.to_string(),
        };
        let mut context = Context::from_serialize(view).map_err(fail)?;
        context.insert_value("words", words.words.clone());
        if !context.contains_key("lang") {
            context.insert_value("lang", words.lang.clone());
        }
        self.own.render(template, &context).or_else(|why| {
            let fault = Fault::BrokenTemplate {
                template: template.to_owned(),
                why: in_short(&why.to_string()),
            };
            found.push(Diagnostic::new(fault, Place::Nowhere));
            self.built_in.render(template, &context).map_err(fail)
        })
    }
}

/// The words of one language as templates see them, made once.
#[derive(Debug, Clone)]
pub struct Phrases {
    /// Words by key.
    words: Value,
    /// The language's tag, for parts that have none of their own.
    lang: Value,
}

impl Phrases {
    /// The words of a catalogue.
    pub fn of(catalogue: &Catalogue, lang: &Lang) -> Phrases {
        Phrases {
            words: Value::from_serializable(&catalogue.words),
            lang: Value::from_serializable(lang.as_str()),
        }
    }
}

/// All templates of a theme; the reason where one cannot be read.
fn templates(theme: &SourceTree) -> Result<Tera, String> {
    let mut tera = Tera::default();
    let all = theme.files().filter_map(|(id, it)| {
        Some((it.path.strip_prefix("templates/")?.to_owned(), theme.text(id)))
    });
    tera.add_raw_templates(all).map_err(|it| in_short(&it.to_string()))?;
    Ok(tera)
}

/// The first line of an engine's message, and where in the template it is.
fn in_short(message: &str) -> String {
    let mut lines = message.lines().map(str::trim).filter(|it| !it.is_empty());
    let first = lines.next().unwrap_or_default();
    let first = first.trim_start_matches("error: ").trim_end_matches('.');
    match lines.find_map(|it| it.strip_prefix("--> ")) {
        Some(place) => format!("{first} ({place})"),
        None => first.to_owned(),
    }
}

/// A style sheet without comments, line breaks and indentation.
fn squeeze(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    let mut rest = css;
    while let Some((before, after)) = rest.split_once("/*") {
        out.push_str(before);
        rest = after.split_once("*/").map_or("", |it| it.1);
    }
    out.push_str(rest);
    out.lines().map(str::trim).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_engines_message_is_one_line_with_its_place() {
        let message =
            "error: Field `a` is not defined.\n --> pages/laws.html:1:12\n  |\n1 | {{ a }}\n";
        assert_eq!(in_short(message), "Field `a` is not defined (pages/laws.html:1:12)");
        assert_eq!(in_short("no template"), "no template");
    }

    #[test]
    fn a_style_sheet_loses_comments_and_breaks() {
        assert_eq!(squeeze("/* a */\np{\n  color:red}\n/* b */q{}"), "p{color:red}q{}");
    }
}
