//! What no text may ever do: the whole way from text to pages, and what must hold
//! at its end.
//!
//! For the property tests and the fuzz targets; no command comes here.

use std::collections::BTreeSet;

use jiff::civil::{Date, date};

use crate::check;
use crate::diag::code::Severity;
use crate::diag::print::{self, Colour, Format, Located, Manner, Strictness};
use crate::diag::text::Tongue;
use crate::diag::{Checked, Diagnostic};
use crate::embedded;
use crate::model::service::Reach;
use crate::model::{District, Publication};
use crate::parse;
use crate::render::{Finish, Renderer, ThemeTrees};
use crate::resolve::{self, edition};
use crate::site::plan::{self, is_packed};
use crate::source::SourceTree;

/// The day of every case.
pub const TODAY: Date = date(2026, 11, 24);

/// When pages are made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pages {
    /// Also of a district with errors, which is never published.
    #[cfg(test)]
    Always,
    /// As in a build.
    Published,
}

/// The files that a fuzz target's input stands for. In `tree` files follow each
/// other, each behind a line `=== PATH`.
pub fn split<'t>(target: &str, text: &'t str) -> Vec<(&'t str, &'t str)> {
    match target {
        "record" => vec![("services/uji.yaml", text)],
        "markdown" => vec![("pages/teacher/uji.md", text)],
        "digits" => vec![("lain.md", text), ("terms.yaml", text), ("about.md", text)],
        _ => {
            let parts = text.split("=== ").filter_map(|it| it.split_once('\n'));
            // The tree reads paths from a folder: none is absolute or leads out of it.
            let inside = |path: &str| {
                path.split('/').all(|it| !it.is_empty() && !matches!(it, "." | ".."))
                    && !path.contains(['\\', '\0'])
            };
            parts.filter(|(path, _)| inside(path)).collect()
        }
    }
}

/// Judges a fuzz target's input, laid over the files of a small district.
///
/// # Panics
/// When something came out that must never be.
#[cfg(fuzzing)]
pub fn fuzz(target: &str, base: &[(&str, &str)], text: &str) {
    let base = SourceTree::from_files(base.iter().copied());
    let tree = base.overlaid(&SourceTree::from_files(split(target, text)));
    if let Err(why) = harmless(&tree, Pages::Published) {
        panic!("{why}");
    }
}

/// Goes the whole way.
///
/// # Errors
/// When something came out that must never be: in words.
pub fn harmless(tree: &SourceTree, when: Pages) -> Result<(), String> {
    let Checked { value: records, diagnostics: mut found } = parse::parse(tree);
    let linked = resolve::link(records);
    found.extend(linked.diagnostics);
    let district = linked.value;
    let publication = district.as_ref().map_or(Publication::Sample, |it| it.profile.publication);
    if let Some(district) = &district {
        found.extend(check::check(district, TODAY));
        let error = |it: &Diagnostic| it.code().severity(publication) == Severity::Error;
        let published = !found.iter().any(error);
        if published || when != Pages::Published {
            let pages = pages(district, &mut found)?;
            reaches_records_only(tree, district, &pages)?;
            // With an error nothing is published.
            if !found.iter().any(error) {
                pages.iter().try_for_each(|it| plain(it))?;
            }
        }
    }
    printed(tree, &found, publication)
}

/// Every page of every school.
fn pages(district: &District, found: &mut Vec<Diagnostic>) -> Result<Vec<String>, String> {
    let fail = |it: crate::error::Error| it.to_string();
    let theme = embedded::theme("plain").unwrap_or_default();
    let words = parse::words::words(&theme).value;
    let plan = plan::plan(district);
    let trees = ThemeTrees { built_in: &theme, over: None };
    let renderer =
        Renderer::new(district, &plan, &trees, &words, TODAY, Finish::Published).map_err(fail)?;
    found.extend(renderer.diagnostics);
    let mut pages = Vec::new();
    for school in district.schools.values() {
        let site = renderer
            .value
            .site(&edition::edition(district, &school.value, TODAY), &[])
            .map_err(fail)?;
        // What telephones keep is these pages once more, in pieces.
        for file in site.files.into_iter().filter(|it| !is_packed(&it.path)) {
            let text = String::from_utf8(file.bytes).map_err(|it| it.to_string())?;
            pages.push(text);
        }
    }
    Ok(pages)
}

/// A page holds no script but ours, and no mark of a hole.
fn plain(page: &str) -> Result<(), String> {
    let own = Renderer::scripts().map(|it| format!("<script>{it}</script>"));
    let rest = own.iter().fold(page.to_owned(), |page, it| page.replace(it, ""));
    // The words of the search are data; what content says in them is escaped.
    let data = "<script type=\"text/plain\" id=\"i\">";
    let alien = |(at, _): (usize, &str)| !rest[at..].starts_with(data);
    let alien = rest.matches(data).count() > 1 || rest.match_indices("<script").any(alien);
    must(!alien, || "a script".to_owned())?;
    must(!page.contains(['\u{e000}', '\u{e001}']), || "the mark of a hole".to_owned())
}

/// Every number that can be dialled from a page stands in a record, and as digits
/// in the text that the record was read from.
fn reaches_records_only(
    tree: &SourceTree,
    district: &District,
    pages: &[String],
) -> Result<(), String> {
    let mut all: BTreeSet<&str> = BTreeSet::new();
    for service in district.services.values() {
        let written = digits(tree.text(service.file));
        // Behind `\\x30` a digit is written with other digits.
        let escaped = tree.text(service.file).contains('\\');
        for channel in &service.value.channels {
            // As it is written, and as it is dialled.
            let (shown, number) = match &channel.reach {
                Reach::ShortCode(it) => (it.as_str(), it.as_str()),
                Reach::Telephone(it) => (it.shown(), it.digits()),
                Reach::WhatsApp { number, .. } => (number.as_str(), number.as_str()),
                Reach::Email(_) | Reach::Web(_) | Reach::Door(_) => continue,
            };
            let there = escaped || written.contains(&digits(shown));
            must(there, || format!("{shown} is not in its file"))?;
            all.insert(number);
        }
    }
    for page in pages {
        for href in page.split("href=").skip(1).map(|it| it.trim_start_matches('"')) {
            let number = href.strip_prefix("tel:").or_else(|| href.strip_prefix("https://wa.me/"));
            let Some(number) = number else { continue };
            let number = number.split(['"', ' ', '>']).next().unwrap_or_default();
            must(all.contains(number), || format!("{number} is in no record"))?;
        }
    }
    Ok(())
}

/// The digits of a text.
fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

/// Every fault can be printed in every form and language.
fn printed(
    tree: &SourceTree,
    found: &[Diagnostic],
    publication: Publication,
) -> Result<(), String> {
    let locate =
        |it: &Diagnostic| Located { span: parse::locate(tree, &it.place), diagnostic: it.clone() };
    let located: Vec<Located> = found.iter().map(locate).collect();
    for it in &located {
        let text = it.diagnostic.place.file().map_or("", |file| tree.text(file));
        if let Some(span) = it.span {
            let there = span.start <= span.end && text.get(span.start..span.end).is_some();
            must(there, || format!("{:?} is no place in its file", it.diagnostic))?;
        }
    }
    for tongue in [Tongue::English, Tongue::Indonesian] {
        for format in [Format::Human, Format::Short, Format::Json] {
            let manner = Manner {
                format,
                tongue,
                colour: Colour::Plain,
                strictness: Strictness::Lenient,
                publication,
            };
            let text = print::report(tree, located.clone(), "", manner).text;
            let lines = format == Format::Human || text.lines().count() <= located.len();
            must(lines, || format!("more lines than faults: {text}"))?;
        }
    }
    Ok(())
}

/// Says what is wrong where something is not as it must be.
fn must(right: bool, wrong: impl FnOnce() -> String) -> Result<(), String> {
    if right { Ok(()) } else { Err(wrong()) }
}
