//! A `Caddyfile`.
//!
//! Which of two headers of one name wins depends on their order, so no page is
//! fitted by two: each matcher has a counterpart that fits all the others.

use std::fmt::Display;

use super::{
    ALWAYS, By, HeaderPolicy, Listing, NO_INDEX, REVALIDATE, Reader, Sites, content_policy, pattern,
};

/// A `Caddyfile` to be completed.
pub fn caddyfile(policy: &HeaderPolicy) -> String {
    let csp = |reader| content_policy(&policy.inline, reader, By::Header);
    let child = (!policy.child_pages.is_empty())
        .then(|| (pattern(policy.sites, &policy.child_pages), csp(Reader::Child)));
    let content = each("Content-Security-Policy", "content", child.as_slice(), &csp(Reader::Other));
    let cache = each("Cache-Control", "cache", &policy.kept(), REVALIDATE);
    let robots = match &policy.noindex {
        Listing::Nothing => format!("\theader X-Robots-Tag {NO_INDEX}\n"),
        Listing::Without(pages) if pages.is_empty() => String::new(),
        Listing::Without(pages) => format!(
            "\t@unlisted path_regexp {}\n\theader @unlisted X-Robots-Tag {NO_INDEX}\n",
            pattern(policy.sites, pages)
        ),
    };
    let always: String =
        ALWAYS.iter().map(|(name, value)| format!("\t\t{name} \"{value}\"\n")).collect();
    let missing = match policy.sites {
        Sites::One => "/404.html",
        Sites::Folders => "/{re.school.1}/404.html",
    };
    format!(
        "\
# Written by `teduh headers --host caddy`; write it anew after a change of the
# theme or of the list of pages. Complete the two lines that end in `# yours`.
# Caddy keeps no list of who has read which page unless it is told to.

teduh.localhost {{ # yours
\troot * /srv/teduh # yours: where `teduh build --out` writes
\tencode gzip
\tfile_server {{
\t\tprecompressed br gzip
\t}}

\theader {{
{always}\t\t-Server
\t}}
{content}{cache}{robots}
\thandle_errors {{
\t\t@school path_regexp school ^/([^/]+)/
\t\trewrite @school {missing}
\t\tfile_server
\t}}
}}
"
    )
}

/// One header, whose value depends on the file's address: a matcher for each
/// pattern, and one for what fits none of them.
fn each<V: Display>(header: &str, name: &str, patterns: &[(String, V)], rest: &str) -> String {
    let (mut text, mut others) = (String::new(), String::new());
    for (at, (pattern, value)) in (1..).zip(patterns) {
        text.push_str(&format!(
            "\t@{name}-{at} path_regexp {pattern}\n\theader @{name}-{at} {header} \"{value}\"\n"
        ));
        others.push_str(&format!("\t\tnot path_regexp {pattern}\n"));
    }
    if patterns.is_empty() {
        return format!("\theader {header} \"{rest}\"\n");
    }
    text + &format!("\t@{name} {{\n{others}\t}}\n\theader @{name} {header} \"{rest}\"\n")
}

#[cfg(test)]
mod tests {
    use super::super::tests::example;
    use super::*;

    #[test]
    fn no_page_is_fitted_by_two_headers_of_one_name() {
        let text = caddyfile(&example(Sites::Folders));
        let child = r"^/[^/]+/(?:a|en/a)(?:\.html)?$";
        let neutral = r"^/(?:[^/]+/)?(?:tabel)(?:\.html)?$";
        let worker = r"^/[^/]+/(?:sw\.js)$";
        assert!(text.contains(&format!("\t@content-1 path_regexp {child}\n")));
        assert!(text.contains(&format!("\t@content {{\n\t\tnot path_regexp {child}\n\t}}\n")));
        let none: String =
            [child, neutral, worker].map(|it| format!("\t\tnot path_regexp {it}\n")).concat();
        assert!(text.contains(&format!("\t@cache {{\n{none}\t}}\n")));
        for (at, value) in
            ["-1 \"no-store", "-2 \"public, max-age=604800", "-3 \"public, max-age=3600"]
                .iter()
                .map(|it| it.split_once(' ').unwrap())
        {
            assert!(text.contains(&format!("\theader @cache{at} Cache-Control {value}\"\n")));
        }
        assert_eq!(text.matches("Cache-Control").count(), 4);
        assert_eq!(text.matches("Content-Security-Policy").count(), 2);
        assert!(text.contains("\trewrite @school /{re.school.1}/404.html\n"));
    }

    #[test]
    fn without_pages_there_is_no_matcher_for_them() {
        let text = caddyfile(&HeaderPolicy::default());
        assert!(!text.contains("path_regexp ^") && !text.contains("@unlisted"));
        assert!(text.contains("\theader Cache-Control \"public, max-age=0, must-revalidate\"\n"));
    }
}
