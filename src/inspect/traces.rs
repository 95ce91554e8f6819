//! What a page leaves behind in a browser, a chat or a folder of downloads.
//!
//! Looked at in the finished page, because a theme may have added it.

use crate::diag::code::{Fault, Trace};
use crate::site::neutral::telling;
use crate::site::plan::{Page, PageKind};

/// [`Fault::TellingTrace`]: a page that leaves more behind than it must.
///
/// No page may carry a preview, an icon, a manifest or a download whose name
/// says something. Of the pages that a child may open, title and address must
/// say nothing either; of the neutral page, no word at all.
pub fn traces(page: &Page, html: &str) -> Vec<Fault> {
    let mut found: Vec<(Trace, String)> = tags(html).filter_map(left_by).collect();
    if page.kind.is_neutral() {
        found.extend(telling(page.path.as_str()).map(|it| (Trace::Address, it)));
        let title = between(html, "<title>", "</title>");
        found.extend(telling(title).map(|it| (Trace::Title, it)));
    }
    if page.kind == PageKind::Exit {
        found.extend(telling(between(html, "<body", "</body>")).map(|it| (Trace::Words, it)));
    }
    let report = |(trace, what)| Fault::TellingTrace { path: page.path.to_string(), trace, what };
    found.into_iter().map(report).collect()
}

/// What a tag leaves behind, and its telling part.
fn left_by(tag: &str) -> Option<(Trace, String)> {
    let lower = tag.to_lowercase();
    let name = lower.split([' ', '\n', '\t', '/']).next().unwrap_or_default();
    let shown = || tag.chars().take(60).collect::<String>();
    match name {
        "meta" => {
            let preview = ["og:", "twitter:", "description"].iter().any(|it| lower.contains(it));
            preview.then(|| (Trace::Preview, shown()))
        }
        "link" if lower.contains("manifest") => Some((Trace::Manifest, shown())),
        "link" if lower.contains("icon") && !lower.contains("data:,") => {
            Some((Trace::Icon, shown()))
        }
        "a" => {
            let (_, download) = lower.split_once(" download=")?;
            telling(download).map(|it| (Trace::Download, it))
        }
        _ => None,
    }
}

/// The tags of a page, without their angle brackets.
fn tags(html: &str) -> impl Iterator<Item = &str> {
    html.split('<').skip(1).map(|it| it.split('>').next().unwrap_or_default())
}

/// What stands between two marks; nothing where the first is not there.
fn between<'h>(html: &'h str, open: &str, close: &str) -> &'h str {
    let after = html.split_once(open).map_or("", |it| it.1);
    after.split(close).next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::value::{Audience, Lang};
    use crate::site::SitePath;

    /// What a page of a kind leaves behind.
    fn found(kind: PageKind, path: &str, html: &str) -> Vec<(Trace, String)> {
        let lang = Lang::try_from("id").expect("a language");
        let page = Page { path: SitePath::new(None, path), lang, kind };
        let facts = |it: Fault| match it {
            Fault::TellingTrace { trace, what, .. } => (trace, what),
            other => panic!("{other:?}"),
        };
        traces(&page, html).into_iter().map(facts).collect()
    }

    #[test]
    fn a_quiet_page_leaves_nothing() {
        let html = "<meta name=referrer content=no-referrer><title>Catatan</title>\
            <link rel=icon href=data:,><body>Ada kekerasan? <a download=catatan.html href=b>b</a>";
        assert_eq!(found(PageKind::Entry(Audience::Child), "a.html", html), []);
        assert_eq!(found(PageKind::Laws, "lapor.html", "<title>Lapor</title>"), []);
    }

    #[test]
    fn what_a_child_leaves_behind_is_found() {
        let html = "<title>Lapor kekerasan</title>";
        let both = [(Trace::Address, "aduan".to_owned()), (Trace::Title, "kekerasan".to_owned())];
        assert_eq!(found(PageKind::Home, "aduan.html", html), both);
        let words = found(PageKind::Exit, "tabel.html", "<title>x</title><body>Bantuan</body>");
        assert_eq!(words, [(Trace::Words, "bantuan".to_owned())]);
    }

    #[test]
    fn previews_icons_manifests_and_downloads_are_found_on_every_page() {
        let trace = |html: &str| found(PageKind::Laws, "hukum.html", html).first().map(|it| it.0);
        assert_eq!(trace("<meta property=\"og:title\" content=x>"), Some(Trace::Preview));
        assert_eq!(trace("<META NAME=Description content=x>"), Some(Trace::Preview));
        assert_eq!(trace("<link rel=\"shortcut icon\" href=help.png>"), Some(Trace::Icon));
        assert_eq!(trace("<link rel=manifest href=app.json>"), Some(Trace::Manifest));
        assert_eq!(trace("<a href=x download=\"lapor.pdf\">"), Some(Trace::Download));
    }
}
