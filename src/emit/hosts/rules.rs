//! A `_headers` file, as Netlify and Cloudflare Pages read it.
//!
//! Where two rules fit a page, Netlify takes the narrower one and Cloudflare
//! joins both values with a comma. Here both come to the same: of joined values
//! of `Cache-Control` browsers obey `no-store`, and of two content security
//! policies they obey both, of which the narrower one is the stricter. Where a
//! file may be kept longer than all the rest, Cloudflare is told to take the
//! other value away, in a line that Netlify does not know.
//!
//! Cloudflare serves `a.html` as `a`, so a page has a rule for each.

use std::collections::BTreeMap;

use super::{
    ALWAYS, By, HOURLY, HeaderPolicy, KEEP, LONGEST_LINE, Listing, NO_INDEX, NO_STORE, REVALIDATE,
    Reader, Sites, content_policy, stem,
};

/// Hosts read no more rules than this.
const MOST_RULES: usize = 99;

/// The pattern that fits every page.
const EVERYWHERE: &str = "/*";

/// What a host does with two values of one header.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Overlap {
    /// The narrower rule is obeyed.
    Narrower,
    /// Both values are sent, unless the narrower rule takes the other one away.
    Joined,
}

/// A `_headers` file.
///
/// Hosts read only so many rules. With more pages than that, children's pages
/// come first; if even they are too many, the stricter lines go to every page:
/// that costs some loading, a lost rule costs a trace.
pub fn headers(policy: &HeaderPolicy, overlap: Overlap) -> String {
    let line = |name: &str, value: &str| format!("{name}: {value}");
    let csp = |reader| {
        line("Content-Security-Policy", &content_policy(&policy.inline, reader, By::Header))
    };
    let child = patterns(policy.sites, &policy.child_pages);
    let narrow = child.len() < MOST_RULES && child.iter().all(|it| is_pattern(it));

    let mut rules: BTreeMap<String, Vec<String>> = BTreeMap::new();
    if narrow {
        for it in child {
            rules.insert(it, vec![csp(Reader::Child), line("Cache-Control", NO_STORE)]);
        }
    }
    for (pattern, value) in kept_longer(policy) {
        if is_pattern(&pattern) && rules.len() + 1 < MOST_RULES {
            let lines = rules.entry(pattern).or_default();
            lines.extend((overlap == Overlap::Joined).then(|| "! Cache-Control".to_owned()));
            lines.push(line("Cache-Control", value));
        }
    }
    let robots = line("X-Robots-Tag", NO_INDEX);
    let unlisted = match &policy.noindex {
        Listing::Without(pages) => patterns(policy.sites, pages),
        Listing::Nothing => Vec::new(),
    };
    for it in unlisted.into_iter().filter(|it| is_pattern(it)) {
        if rules.contains_key(&it) || rules.len() + 1 < MOST_RULES {
            rules.entry(it).or_default().push(robots.clone());
        }
    }

    let (reader, cache) =
        if narrow { (Reader::Other, REVALIDATE) } else { (Reader::Child, NO_STORE) };
    let mut first = vec![csp(reader)];
    first.extend(ALWAYS.iter().map(|(name, value)| line(name, value)));
    first.push(line("Cache-Control", cache));
    if policy.noindex == Listing::Nothing {
        first.push(robots);
    }
    let rest = rules.iter().map(|(pattern, lines)| rule(pattern, lines));
    std::iter::once(rule(EVERYWHERE, &first)).chain(rest).collect()
}

/// The patterns of what may be kept longer than all the rest, and how long.
fn kept_longer(policy: &HeaderPolicy) -> Vec<(String, &'static str)> {
    let mut neutral = patterns(policy.sites, &policy.neutral_pages);
    neutral.extend(patterns(Sites::One, &policy.neutral_pages));
    neutral.sort();
    neutral.dedup();
    let workers = patterns(policy.sites, &policy.workers);
    let neutral = neutral.into_iter().map(|it| (it, KEEP));
    neutral.chain(workers.into_iter().map(|it| (it, HOURLY))).collect()
}

/// The patterns of files, pages with their ending and without it, in order, each
/// once.
fn patterns(sites: Sites, pages: &[String]) -> Vec<String> {
    let above = match sites {
        Sites::One => "",
        Sites::Folders => "/:school",
    };
    let both = |it: &String| [format!("{above}/{it}"), format!("{above}/{}", stem(it))];
    let mut all: Vec<String> = pages.iter().flat_map(both).collect();
    all.sort();
    all.dedup();
    all
}

/// One rule, with its lines.
fn rule(pattern: &str, lines: &[String]) -> String {
    format!("{pattern}\n  {}\n", lines.join("\n  "))
}

/// Whether a host can read this pattern.
fn is_pattern(pattern: &str) -> bool {
    let plain = pattern.chars().all(|it| !it.is_whitespace() && !it.is_control());
    plain && pattern.len() <= LONGEST_LINE
}

#[cfg(test)]
mod tests {
    use super::super::tests::example;
    use super::*;

    /// The file for Netlify.
    fn headers(policy: &HeaderPolicy) -> String {
        super::headers(policy, Overlap::Narrower)
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

    /// So many pages for children.
    fn many(count: usize) -> HeaderPolicy {
        HeaderPolicy {
            child_pages: (0..count).map(|it| format!("a-{it}.html")).collect(),
            ..HeaderPolicy::default()
        }
    }

    #[test]
    fn every_page_gets_the_strict_policy_and_a_childs_page_a_stricter_one() {
        let text = headers(&example(Sites::Folders));
        let expected = "\
/*
  Content-Security-Policy: default-src 'none'; script-src 'sha256-SCRIPT'; style-src 'sha256-STYLE'; img-src 'self' data:; connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'
  Referrer-Policy: no-referrer
  Permissions-Policy: PERMISSIONS
  X-Content-Type-Options: nosniff
  Strict-Transport-Security: max-age=63072000; includeSubDomains
  Cross-Origin-Opener-Policy: same-origin
  Cache-Control: public, max-age=0, must-revalidate
/:school/a
  Content-Security-Policy: CHILD
  Cache-Control: no-store
/:school/a.html
  Content-Security-Policy: CHILD
  Cache-Control: no-store
/:school/en/a
  Content-Security-Policy: CHILD
  Cache-Control: no-store
  X-Robots-Tag: noindex
/:school/en/a.html
  Content-Security-Policy: CHILD
  Cache-Control: no-store
  X-Robots-Tag: noindex
/:school/kepala
  X-Robots-Tag: noindex
/:school/kepala.html
  X-Robots-Tag: noindex
/:school/sw.js
  Cache-Control: public, max-age=3600
/:school/tabel
  Cache-Control: public, max-age=604800
/:school/tabel.html
  Cache-Control: public, max-age=604800
/tabel
  Cache-Control: public, max-age=604800
/tabel.html
  Cache-Control: public, max-age=604800
";
        let child = content_policy(&example(Sites::One).inline, Reader::Child, By::Header);
        let expected = expected
            .replace("CHILD", &child)
            .replace("sha256-SCRIPT", &super::super::hash("b()"))
            .replace("sha256-STYLE", &super::super::hash("a{}"))
            .replace("PERMISSIONS", ALWAYS[1].1);
        assert_eq!(text, expected);
        assert!(!ALWAYS[1].1.contains('*'));
    }

    #[test]
    fn where_values_are_joined_the_shorter_one_is_taken_away() {
        let joined = super::headers(&example(Sites::Folders), Overlap::Joined);
        let plain = joined.replace("  ! Cache-Control\n", "");
        assert_eq!(plain, headers(&example(Sites::Folders)));
        for (pattern, lines) in rules(&joined) {
            let longer = lines.iter().any(|it| it.starts_with("Cache-Control: public, max-age="));
            let above = pattern == EVERYWHERE;
            assert_eq!(lines[0] == "! Cache-Control", longer && !above, "{pattern}");
        }
    }

    #[test]
    fn the_neutral_page_is_kept_even_where_every_page_is_strict() {
        let text =
            headers(&HeaderPolicy { neutral_pages: vec!["tabel.html".to_owned()], ..many(50) });
        let kept = ("/tabel.html", vec!["Cache-Control: public, max-age=604800"]);
        assert_eq!(rules(&text).last(), Some(&kept));
    }

    #[test]
    fn one_site_has_no_folder_above_its_pages() {
        let text = headers(&example(Sites::One));
        assert!(text.contains("\n/a.html\n") && text.contains("\n/en/a\n"));
    }

    #[test]
    fn an_example_is_listed_nowhere() {
        let text = headers(&HeaderPolicy { noindex: Listing::Nothing, ..HeaderPolicy::default() });
        assert_eq!(rules(&text).len(), 1);
        assert!(text.ends_with("  X-Robots-Tag: noindex\n"));
    }

    #[test]
    fn too_many_pages_make_every_page_strict_rather_than_lose_one() {
        assert_eq!(rules(&headers(&many(49))).len(), 99);
        let text = headers(&many(50));
        assert_eq!(rules(&text).len(), 1);
        assert!(text.ends_with("  Cache-Control: no-store\n"));
        assert!(text.contains(&content_policy(&many(50).inline, Reader::Child, By::Header)));
    }

    #[test]
    fn pages_that_are_not_to_be_listed_never_crowd_out_those_of_children() {
        let pages = (0..80).map(|it| format!("protokol-{it}.html")).collect();
        let text = headers(&HeaderPolicy { noindex: Listing::Without(pages), ..many(40) });
        let rules = rules(&text);
        assert_eq!(rules.len(), 99);
        assert_eq!(rules.iter().filter(|it| it.1.contains(&"Cache-Control: no-store")).count(), 80);
    }

    #[test]
    fn a_pattern_that_no_host_can_read_makes_every_page_strict() {
        for page in ["a b.html", "a\nb.html", &"a".repeat(2_000)] {
            let child_pages = vec![page.to_owned(), "b.html".to_owned()];
            let text = headers(&HeaderPolicy { child_pages, ..HeaderPolicy::default() });
            assert_eq!(rules(&text).len(), 1);
            assert!(text.ends_with("  Cache-Control: no-store\n"));
        }
    }

    #[test]
    fn no_line_is_longer_than_hosts_read() {
        for line in headers(&example(Sites::Folders)).lines() {
            assert!(line.len() <= LONGEST_LINE);
        }
    }
}
