//! The header rules that a host of static sites is given: a `_headers` file, as
//! Netlify and Cloudflare read it.
//!
//! Pure text; which pages are for children is said by whoever asks. Where two
//! rules fit a page, Netlify takes the narrower one and Cloudflare joins both
//! values with a comma. For `Cache-Control` both come to the same: of the joined
//! values `no-store` is the one that browsers obey.

use std::collections::BTreeMap;

use crate::site::hash::Hash;

/// Hosts read no more rules than this.
const MOST_RULES: usize = 99;

/// Hosts read no longer lines than this, in characters.
const LONGEST_LINE: usize = 1_999;

/// The pattern that fits every page.
const EVERYWHERE: &str = "/*";

/// The line of a page that must leave no trace in the browser.
const NO_STORE: &str = "Cache-Control: no-store";

/// The line of any other page: kept, but asked for again before it is shown.
const REVALIDATE: &str = "Cache-Control: public, max-age=0, must-revalidate";

/// The line of a page that no search engine should list.
const NO_INDEX: &str = "X-Robots-Tag: noindex";

/// What is the same on every page, besides the content security policy.
const ALWAYS: [&str; 5] = [
    "Referrer-Policy: no-referrer",
    "Permissions-Policy: accelerometer=(), autoplay=(), bluetooth=(), browsing-topics=(), \
     camera=(), display-capture=(), encrypted-media=(), fullscreen=(), geolocation=(), \
     gyroscope=(), hid=(), idle-detection=(), local-fonts=(), magnetometer=(), microphone=(), \
     midi=(), payment=(), picture-in-picture=(), publickey-credentials-get=(), \
     screen-wake-lock=(), serial=(), usb=(), xr-spatial-tracking=()",
    "X-Content-Type-Options: nosniff",
    "Strict-Transport-Security: max-age=63072000; includeSubDomains",
    "Cross-Origin-Opener-Policy: same-origin",
];

/// What the rules must say.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct HeaderPolicy {
    /// The style sheets inside pages, each as [`style_hash`] names it.
    pub style_hashes: Vec<String>,
    /// Patterns of the pages that must leave no trace in the browser.
    pub child_pages: Vec<String>,
    /// Patterns of the pages that no search engine should list.
    pub noindex: Vec<String>,
}

/// A `_headers` file.
///
/// Hosts read only so many rules. With more patterns than that, the stricter
/// line goes to every page: that costs some loading, a lost rule costs a trace.
pub fn netlify(policy: &HeaderPolicy) -> String {
    let mut rules: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for pattern in &policy.child_pages {
        rules.entry(pattern).or_default().push(NO_STORE);
    }
    for pattern in &policy.noindex {
        rules.entry(pattern).or_default().push(NO_INDEX);
    }
    let narrow = rules.len() < MOST_RULES && rules.keys().all(|it| is_pattern(it));
    let everywhere = if narrow {
        rules.remove(EVERYWHERE).unwrap_or_default()
    } else {
        std::mem::take(&mut rules).into_values().flatten().collect()
    };

    let style = style_policy(&policy.style_hashes);
    let mut first = vec![style.as_str()];
    first.extend(ALWAYS);
    first.push(if everywhere.contains(&NO_STORE) { NO_STORE } else { REVALIDATE });
    first.extend(everywhere.iter().find(|it| **it == NO_INDEX));

    let mut text = rule(EVERYWHERE, &first);
    for (pattern, mut lines) in rules {
        lines.dedup();
        text.push_str(&rule(pattern, &lines));
    }
    text
}

/// How a content security policy names this style sheet: `sha256-…`. The text
/// must be exactly what stands between `<style>` and `</style>`.
pub fn style_hash(css: &str) -> String {
    format!("sha256-{}", base64(Hash::of(css.as_bytes()).bytes()))
}

/// The content security policy. Should the hashes not fit a line, any style
/// inside a page is allowed: without its style a page cannot be read, and there
/// is no script that could add one.
fn style_policy(hashes: &[String]) -> String {
    let line = |styles: &str| {
        format!(
            "Content-Security-Policy: default-src 'none'; style-src {styles}; img-src data:; \
             base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
        )
    };
    let quoted: Vec<String> = hashes.iter().map(|it| format!("'{it}'")).collect();
    let exact = line(&quoted.join(" "));
    if quoted.is_empty() {
        line("'none'")
    } else if fits(&exact) {
        exact
    } else {
        line("'unsafe-inline'")
    }
}

/// One rule, with its lines.
fn rule(pattern: &str, lines: &[&str]) -> String {
    format!("{pattern}\n  {}\n", lines.join("\n  "))
}

/// Whether a host can read this pattern.
fn is_pattern(pattern: &str) -> bool {
    let plain = pattern.chars().all(|it| !it.is_whitespace() && !it.is_control());
    pattern.starts_with('/') && plain && fits(pattern)
}

/// Whether a host reads a line of this length, with its indent.
fn fits(line: &str) -> bool {
    line.len() + 2 <= LONGEST_LINE
}

/// Base64, with padding.
fn base64(bytes: &[u8]) -> String {
    /// The 64 digits.
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for three in bytes.chunks(3) {
        let [first, second, third] = [0, 1, 2].map(|it| three.get(it).copied().unwrap_or(0));
        let digits = [first >> 2, first << 4 | second >> 4, second << 2 | third >> 6, third]
            .map(|it| it & 63);
        for (at, digit) in digits.into_iter().enumerate() {
            let used = at <= three.len();
            text.push(if used { char::from(DIGITS[usize::from(digit)]) } else { '=' });
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Strings of their own.
    fn owned(texts: &[&str]) -> Vec<String> {
        texts.iter().map(|&it| it.to_owned()).collect()
    }

    /// The rules of a file, each pattern with its lines.
    fn rules(text: &str) -> Vec<(&str, Vec<&str>)> {
        let mut rules: Vec<(&str, Vec<&str>)> = Vec::new();
        for line in text.lines() {
            match line.strip_prefix("  ") {
                Some(line) => rules.last_mut().unwrap().1.push(line),
                None => rules.push((line, Vec::new())),
            }
        }
        rules
    }

    #[test]
    fn every_page_gets_the_strict_policy() {
        let policy = HeaderPolicy {
            style_hashes: vec!["sha256-AAA".to_owned(), "sha256-BBB".to_owned()],
            child_pages: owned(&["/*/anak.html"]),
            noindex: owned(&["/*/kepala.html", "/*/anak.html"]),
        };
        let text = netlify(&policy);
        let rules = rules(&text);
        assert_eq!(rules[0].0, "/*");
        assert_eq!(
            rules[0].1[0],
            "Content-Security-Policy: default-src 'none'; style-src 'sha256-AAA' 'sha256-BBB'; \
             img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
        );
        assert_eq!(rules[0].1[1], "Referrer-Policy: no-referrer");
        assert!(rules[0].1[2].starts_with("Permissions-Policy: ") && !rules[0].1[2].contains('*'));
        assert_eq!(rules[0].1[3], "X-Content-Type-Options: nosniff");
        let hsts = "Strict-Transport-Security: max-age=63072000; includeSubDomains";
        assert_eq!(rules[0].1[4], hsts);
        assert_eq!(rules[0].1[5], "Cross-Origin-Opener-Policy: same-origin");
        assert_eq!(rules[0].1[6], "Cache-Control: public, max-age=0, must-revalidate");
        assert_eq!(rules[1], ("/*/anak.html", vec![NO_STORE, NO_INDEX]));
        assert_eq!(rules[2], ("/*/kepala.html", vec![NO_INDEX]));
        assert_eq!(rules.len(), 3);
    }

    #[test]
    fn a_pattern_for_all_pages_joins_the_first_rule() {
        let all = owned(&["/*"]);
        let text = netlify(&HeaderPolicy {
            style_hashes: Vec::new(),
            child_pages: all.clone(),
            noindex: all,
        });
        assert!(text.contains("style-src 'none';"));
        assert_eq!(rules(&text).len(), 1);
        assert!(text.ends_with("  Cache-Control: no-store\n  X-Robots-Tag: noindex\n"));
        assert!(!text.contains("public,"));
    }

    #[test]
    fn too_many_patterns_make_every_page_strict_rather_than_lose_one() {
        let many = |count: usize| HeaderPolicy {
            child_pages: (0..count).map(|it| format!("/smp-{it}/anak.html")).collect(),
            ..HeaderPolicy::default()
        };
        assert_eq!(rules(&netlify(&many(98))).len(), 99);
        let text = netlify(&many(99));
        assert_eq!(rules(&text).len(), 1);
        assert!(text.ends_with("  Cache-Control: no-store\n"));
    }

    #[test]
    fn a_pattern_that_no_host_can_read_makes_every_page_strict() {
        for pattern in ["/a b", "/a\nb", "anak.html", &format!("/{}", "a".repeat(2_000))] {
            let noindex = owned(&[pattern, "/b"]);
            let text = netlify(&HeaderPolicy { noindex, ..HeaderPolicy::default() });
            assert_eq!(rules(&text).len(), 1);
            assert!(text.ends_with("must-revalidate\n  X-Robots-Tag: noindex\n"));
        }
    }

    #[test]
    fn no_line_is_longer_than_hosts_read() {
        for count in [0, 1, 33, 34, 35, 36, 100] {
            let style_hashes = vec![style_hash("a{}"); count];
            let text = netlify(&HeaderPolicy { style_hashes, ..HeaderPolicy::default() });
            assert!(text.lines().all(|it| it.len() < 2_000), "{count}");
            assert_eq!(text.contains("'unsafe-inline'"), count > 34, "{count}");
        }
    }

    #[test]
    fn base64_is_as_in_rfc_4648() {
        for (bytes, text) in [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v")] {
            assert_eq!(base64(bytes.as_bytes()), text);
        }
        assert_eq!(base64(&[0xfb, 0xff, 0xfe]), "+//+");
    }

    #[test]
    fn a_style_hash_is_the_one_that_browsers_compute() {
        let empty = "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";
        assert_eq!(style_hash(""), empty);
    }
}
