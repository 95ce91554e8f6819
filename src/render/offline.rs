//! What keeps the pages for staff on a telephone: a worker with the list of the
//! pages, one for each language.
//!
//! The list holds a mark for each page. A telephone asks for a page only where
//! the mark has changed. The day that stands at the foot of every page does not
//! count for the mark: a page that says the same is not fetched again.
//!
//! Pages for children are in no list, and no page for children names a worker.

use std::fmt::Write as _;

use crate::site::hash::Recipe;
use crate::site::plan::{Page, PageKind};
use crate::site::{OutputFile, SitePath};

use super::script;

/// The name of the worker, beside the pages it keeps.
pub const WORKER: &str = "sw.js";

/// The worker, as it is written.
const SOURCE: &str = include_str!("script/worker.js");

/// Whether the telephone of somebody who works at the school keeps this page.
pub fn is_kept(kind: &PageKind) -> bool {
    match kind {
        PageKind::Entry(_) | PageKind::Reading(_) | PageKind::Guidance(..) => kind.is_for_staff(),
        PageKind::Traces | PageKind::Changes | PageKind::Missing | PageKind::Book(_) => false,
        _ => true,
    }
}

/// The worker for the pages of one language, each with its mark, which does not
/// count the day.
pub fn worker<'p>(pages: impl Iterator<Item = (&'p Page, Recipe)>) -> Option<OutputFile> {
    let mut list = String::new();
    let mut folder = None;
    for (page, mark) in pages.filter(|(page, _)| is_kept(&page.kind)) {
        let path = page.path.as_str();
        let (above, name) = path.rsplit_once('/').unwrap_or(("", path));
        folder = Some(above).filter(|it| !it.is_empty());
        let _ = writeln!(list, "\"{name}\":\"{}\",", &mark.to_string()[..8]);
    }
    let text = format!("const pages = {{\n{list}}};\n{}\n", script::squeeze(SOURCE));
    let path = SitePath::new(folder, WORKER);
    (!list.is_empty()).then(|| OutputFile { path, bytes: text.into_bytes() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::value::{Audience, Lang};

    /// The worker of two pages for staff, one for children and the neutral one.
    fn of(text: &str) -> String {
        let lang = Lang::try_from("en").expect("a language");
        let kinds = [
            (PageKind::Entry(Audience::Teacher), "guru.html"),
            (PageKind::Protocols, "protokol.html"),
            (PageKind::Entry(Audience::Child), "a.html"),
            (PageKind::Exit, "tabel.html"),
        ];
        let page = |(kind, name)| {
            let path = SitePath::new(Some("en"), name);
            (Page { path, lang: lang.clone(), kind }, Recipe::of(text.as_bytes()))
        };
        let pages: Vec<(Page, Recipe)> = kinds.into_iter().map(page).collect();
        let worker = worker(pages.iter().map(|it| (&it.0, it.1)));
        let file = worker.expect("there are pages to keep");
        assert_eq!(file.path.as_str(), "en/sw.js");
        String::from_utf8(file.bytes).expect("a script is text")
    }

    #[test]
    fn a_worker_keeps_what_staff_read_and_nothing_of_a_childs() {
        let text = of("x");
        assert!(text.starts_with("const pages = {\n\"guru.html\":\""));
        assert!(text.contains("\"protokol.html\"") && text.contains("\"tabel.html\""));
        assert!(!text.contains("a.html"));
    }

    #[test]
    fn another_text_is_fetched() {
        assert_ne!(of("x"), of("y"));
    }
}
