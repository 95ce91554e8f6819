//! What a page says itself, where its host sends no headers of ours: GitHub
//! Pages.
//!
//! A page can forbid what runs in it and tell search engines to leave it. It
//! cannot say how long it may be kept, nor who may put it into a frame; the
//! other headers it cannot say either.

use crate::site::Site;
use crate::site::html::{Piece, pieces};

use super::{By, HeaderPolicy, Inline, Listing, NO_INDEX, Reader, content_policy};

/// Puts into every page of a site what its host does not say for it.
///
/// A page names exactly the styles and scripts that it holds. The lines come
/// right after the one that names the page's encoding, before anything that
/// could run.
pub fn speak_for_itself(site: &mut Site, policy: &HeaderPolicy) {
    for file in site.files.iter_mut().filter(|it| it.path.as_str().ends_with(".html")) {
        let Ok(html) = std::str::from_utf8(&file.bytes) else { continue };
        let Some(at) = after_encoding(html) else { continue };
        let path = file.path.as_str();
        let is = |it: &String| it == path;
        let reader = if policy.child_pages.iter().any(is) { Reader::Child } else { Reader::Other };
        let unlisted = match &policy.noindex {
            Listing::Without(pages) => pages.iter().any(is),
            Listing::Nothing => true,
        };
        let lines = lines(html, reader, unlisted.then_some(NO_INDEX));
        let (before, after) = html.split_at(at);
        file.bytes = [before, &lines, after].concat().into_bytes();
    }
}

/// What there is to know, for a person.
pub fn advice() -> &'static str {
    "\
# GitHub Pages sends no headers of yours. Write `host: github` into district.yaml,
# or into the file of a school that publishes its own site: then every page says
# itself what it may run (Content-Security-Policy), that it tells no other site
# where a reader came from, and whether search engines may list it.
#
# A page cannot say these, so on GitHub Pages they are missing:
#   Cache-Control: no-store      GitHub Pages lets every file be kept for ten minutes:
#                                a child's page, which should leave no copy, and the
#                                page behind the way out, which should stay a week
#   frame-ancestors              another site may show a page inside its own
#   Permissions-Policy, Cross-Origin-Opener-Policy
# GitHub Pages sends Strict-Transport-Security only for addresses of its own.
# Where a child's page must leave no trace, choose a host that sends headers.
"
}

/// The lines of one page.
fn lines(html: &str, reader: Reader, robots: Option<&str>) -> String {
    let mut inline = Inline::default();
    inline.read(html);
    let csp = content_policy(&inline, reader, By::Page);
    let robots =
        robots.map_or(String::new(), |it| format!("<meta name=\"robots\" content=\"{it}\">"));
    format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{csp}\">{robots}")
}

/// Where the tag ends that names the encoding.
fn after_encoding(html: &str) -> Option<usize> {
    pieces(html).find_map(|it| match it {
        Piece::Open(tag) if tag.is("meta") && tag.get("charset").is_some() => Some(tag.end),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::super::{Sites, hash};
    use super::*;
    use crate::site::{OutputFile, SitePath};

    /// A site of one page at this path, after it was told to speak for itself.
    fn spoken(path: &str) -> String {
        let html = "<!doctype html><meta charset=utf-8><title>x</title><style>a{}</style>";
        let path = SitePath::new(None, path);
        let file = OutputFile { path, bytes: html.as_bytes().to_vec() };
        let mut site = Site { folder: None, files: vec![file] };
        speak_for_itself(&mut site, &super::super::tests::example(Sites::One));
        String::from_utf8(site.files[0].bytes.clone()).expect("UTF-8")
    }

    #[test]
    fn a_page_forbids_all_but_what_it_holds() {
        let expected = format!(
            "<!doctype html><meta charset=utf-8>\
             <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; \
             script-src 'none'; style-src '{}'; img-src 'self' data:; base-uri 'none'; \
             form-action 'none'\"><title>x</title><style>a{{}}</style>",
            hash("a{}")
        );
        assert_eq!(spoken("a.html"), expected);
    }

    #[test]
    fn a_page_that_is_not_to_be_listed_says_so() {
        assert!(
            spoken("kepala.html").contains("<meta name=\"robots\" content=\"noindex\"><title>")
        );
        assert!(spoken("kepala.html").contains("connect-src 'self'"));
    }

    #[test]
    fn what_is_no_page_stays_as_it_is() {
        assert!(!spoken("robots.txt").contains("Policy"));
    }
}
