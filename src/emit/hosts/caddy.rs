//! A `Caddyfile`.
//!
//! Which of two headers of one name wins depends on their order, so no page is
//! fitted by two: each matcher has a counterpart that fits all the others.

use super::{
    ALWAYS, By, HeaderPolicy, Listing, NO_INDEX, NO_STORE, REVALIDATE, Reader, Sites,
    content_policy, pattern,
};

/// A `Caddyfile` to be completed.
pub fn caddyfile(policy: &HeaderPolicy) -> String {
    let csp = |reader| content_policy(&policy.inline, reader, By::Header);
    let page = |reader, cache| {
        format!("\t\tContent-Security-Policy \"{}\"\n\t\tCache-Control \"{cache}\"\n", csp(reader))
    };
    let by_reader = if policy.child_pages.is_empty() {
        format!("\theader {{\n{}\t}}\n", page(Reader::Other, REVALIDATE))
    } else {
        let pattern = pattern(policy.sites, &policy.child_pages);
        format!(
            "\t@child path_regexp {pattern}\n\theader @child {{\n{}\t}}\n\
             \t@other not path_regexp {pattern}\n\theader @other {{\n{}\t}}\n",
            page(Reader::Child, NO_STORE),
            page(Reader::Other, REVALIDATE)
        )
    };
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
{by_reader}{robots}
\thandle_errors {{
\t\t@school path_regexp school ^/([^/]+)/
\t\trewrite @school {missing}
\t\tfile_server
\t}}
}}
"
    )
}

#[cfg(test)]
mod tests {
    use super::super::tests::example;
    use super::*;

    #[test]
    fn no_page_is_fitted_by_two_headers_of_one_name() {
        let text = caddyfile(&example(Sites::Folders));
        let pattern = r"^/[^/]+/(?:a|en/a)(?:\.html)?$";
        assert!(text.contains(&format!("\t@child path_regexp {pattern}\n")));
        assert!(text.contains(&format!("\t@other not path_regexp {pattern}\n")));
        assert_eq!(text.matches("Cache-Control").count(), 2);
        assert!(text.contains("\trewrite @school /{re.school.1}/404.html\n"));
    }

    #[test]
    fn without_pages_there_is_no_matcher_for_them() {
        let text = caddyfile(&HeaderPolicy::default());
        assert!(!text.contains("@child") && !text.contains("@unlisted"));
    }
}
