//! A configuration file for nginx.
//!
//! nginx drops the headers of a server where a location has headers of its own.
//! So all headers stand in the server, and what differs from page to page is
//! looked up in maps.

use super::{
    ALWAYS, By, HeaderPolicy, Listing, NO_INDEX, REVALIDATE, Reader, Sites, content_policy, pattern,
};

/// A file for `/etc/nginx/conf.d/`: the maps, and a server to be completed.
pub fn conf(policy: &HeaderPolicy) -> String {
    let csp = |reader| content_policy(&policy.inline, reader, By::Header);
    let these = |pages: &[String], value| {
        let some = (!pages.is_empty()).then(|| (pattern(policy.sites, pages), value));
        Vec::from_iter(some)
    };
    let robots = match &policy.noindex {
        Listing::Without(pages) => map("robots", "", &these(pages, NO_INDEX)),
        Listing::Nothing => map("robots", NO_INDEX, &[]),
    };
    let of_child = csp(Reader::Child);
    let maps = [
        map("content", &csp(Reader::Other), &these(&policy.child_pages, &of_child)),
        map("cache", REVALIDATE, &policy.kept()),
        robots,
    ];
    let always: String = ALWAYS.iter().map(|(name, value)| add(name, value)).collect();
    let missing = match policy.sites {
        Sites::One => "    error_page 404 /404.html;\n",
        Sites::Folders => {
            "    location ~ ^/([^/]+)/ {\n        error_page 404 /$1/404.html;\n    }\n"
        }
    };
    format!(
        "\
# Written by `teduh headers --host nginx`; write it anew after a change of the
# theme or of the list of pages. Put it into /etc/nginx/conf.d/ and complete the
# three lines that end in `# yours`.

{maps}server {{
    listen 80;  # yours: 443 ssl, with ssl_certificate and ssl_certificate_key
    server_name localhost;  # yours
    root /srv/teduh;  # yours: where `teduh build --out` writes
    index index.html;
    charset utf-8;

    # Who has read which page is nobody's business.
    access_log off;
    server_tokens off;

    # Serves a.html.gz where `teduh build --precompress` has written it. For the
    # a.html.br of `--precompress=br` nginx needs a module (Debian's is called
    # libnginx-mod-http-brotli-static) and one line more: brotli_static on
    gzip on;
    gzip_min_length 256;
    gzip_types text/css text/plain application/javascript application/json application/xml;
    gzip_static on;
    gzip_vary on;

{content}{cache}{robots}{always}
{missing}}}
",
        maps = maps.concat(),
        content = add("Content-Security-Policy", "$teduh_content"),
        cache = add("Cache-Control", "$teduh_cache"),
        robots = add("X-Robots-Tag", "$teduh_robots"),
    )
}

/// A map from a file's address to what a header says; a header that says nothing
/// is not sent.
fn map(name: &str, default: &str, others: &[(String, &str)]) -> String {
    let lines: String = others
        .iter()
        .map(|(pattern, value)| format!("    \"~{pattern}\" \"{value}\";\n"))
        .collect();
    format!("map $uri $teduh_{name} {{\n    default \"{default}\";\n{lines}}}\n\n")
}

/// A header of every answer, of those that report an error too.
fn add(name: &str, value: &str) -> String {
    format!("    add_header {name} \"{value}\" always;\n")
}

#[cfg(test)]
mod tests {
    use super::super::tests::example;
    use super::*;

    #[test]
    fn a_childs_page_is_matched_in_every_map_that_concerns_it() {
        let text = conf(&example(Sites::Folders));
        let of_child = r#""~^/[^/]+/(?:a|en/a)(?:\.html)?$" "#;
        assert_eq!(text.matches(of_child).count(), 2);
        assert!(text.contains(&format!("{of_child}\"no-store\";")));
        assert!(text.contains(r#""~^/[^/]+/(?:en/a|kepala)(?:\.html)?$" "noindex";"#));
        assert!(
            text.contains(r#""~^/(?:[^/]+/)?(?:tabel)(?:\.html)?$" "public, max-age=604800";"#)
        );
        assert!(text.contains(r#""~^/[^/]+/(?:sw\.js)$" "public, max-age=3600";"#));
        assert!(text.contains("error_page 404 /$1/404.html;"));
        assert_eq!(text.matches("add_header").count(), 3 + ALWAYS.len());
    }

    #[test]
    fn an_example_is_listed_nowhere() {
        let text = conf(&HeaderPolicy { noindex: Listing::Nothing, ..example(Sites::One) });
        assert!(text.contains("map $uri $teduh_robots {\n    default \"noindex\";\n}"));
        assert!(text.contains("\n    error_page 404 /404.html;\n"));
    }
}
