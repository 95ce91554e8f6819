//! What a host of static sites is told about the pages: the headers it sends.
//!
//! Pure text. Which pages are for children and which no search engine should
//! list is said by whoever asks; which styles and scripts may run is read from
//! the finished pages ([`Inline`]). Each host has a file of its own that says it
//! in the host's language.

use std::collections::BTreeSet;

use crate::site::Site;
use crate::site::hash::Hash;
use crate::site::html::raw_texts;

pub mod caddy;
pub mod github;
pub mod nginx;
pub mod rules;

/// Hosts read no longer lines than this, in characters.
const LONGEST_LINE: usize = 1_999;

/// How long a page may be kept that must leave no trace in the browser.
const NO_STORE: &str = "no-store";

/// How long any other page may be kept: but it is asked for again before it is
/// shown.
const REVALIDATE: &str = "public, max-age=0, must-revalidate";

/// How long the neutral page may be kept: whoever leaves must find it on the
/// telephone. A week; it says nothing that could grow old.
const KEEP: &str = "public, max-age=604800";

/// How long a worker may be kept before a telephone asks whether its list of
/// pages has changed: an hour.
const HOURLY: &str = "public, max-age=3600";

/// What no search engine should do with a page that says so.
const NO_INDEX: &str = "noindex";

/// What is the same on every page: names and values.
const ALWAYS: [(&str, &str); 5] = [
    ("Referrer-Policy", "no-referrer"),
    (
        "Permissions-Policy",
        "accelerometer=(), autoplay=(), bluetooth=(), browsing-topics=(), camera=(), \
         display-capture=(), encrypted-media=(), fullscreen=(), geolocation=(), gyroscope=(), \
         hid=(), idle-detection=(), local-fonts=(), magnetometer=(), microphone=(), midi=(), \
         payment=(), picture-in-picture=(), publickey-credentials-get=(), screen-wake-lock=(), \
         serial=(), usb=(), xr-spatial-tracking=()",
    ),
    ("X-Content-Type-Options", "nosniff"),
    ("Strict-Transport-Security", "max-age=63072000; includeSubDomains"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
];

/// What a host must be told.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct HeaderPolicy {
    /// What may run inside pages.
    pub inline: Inline,
    /// The pages that must leave no trace in the browser, as paths below a
    /// site's folder: `en/a.html`.
    pub child_pages: Vec<String>,
    /// The pages behind the way out, as paths below a site's folder. One lies
    /// above the sites too.
    pub neutral_pages: Vec<String>,
    /// The files that keep pages for staff on a telephone, as paths below a
    /// site's folder.
    pub workers: Vec<String>,
    /// The pages that no search engine should list.
    pub noindex: Listing,
    /// Where the sites lie.
    pub sites: Sites,
}

/// What search engines should not list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Listing {
    /// These pages, as paths below a site's folder.
    Without(Vec<String>),
    /// Nothing: somebody who looks for help must not find an example.
    Nothing,
}

/// Where the sites of an output folder lie.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub enum Sites {
    /// One site, in the folder itself.
    #[default]
    One,
    /// A folder for each site.
    Folders,
}

/// The texts of styles and scripts inside pages, each once.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Inline {
    /// Style sheets.
    styles: BTreeSet<String>,
    /// Scripts.
    scripts: BTreeSet<String>,
}

/// For whom a content security policy is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Reader {
    /// A child: nothing in the page may ask anybody for anything, but for the
    /// neutral page, which is fetched ahead.
    Child,
    /// Everybody else: the site itself may be asked, so that a telephone can
    /// keep it.
    Other,
}

/// How a host reads a content security policy.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum By {
    /// As a header.
    Header,
    /// In the page, where nothing can be said about frames round it.
    Page,
}

impl Default for Listing {
    fn default() -> Listing {
        Listing::Without(Vec::new())
    }
}

impl HeaderPolicy {
    /// How long what may be kept that is not like all the rest: regular
    /// expressions, of which no file fits two, and values of `Cache-Control`.
    fn kept(&self) -> Vec<(String, &'static str)> {
        let everywhere = match self.sites {
            Sites::One => "/",
            Sites::Folders => "/(?:[^/]+/)?",
        };
        let all = [
            (self.sites.above(), &self.child_pages, NO_STORE),
            (everywhere, &self.neutral_pages, KEEP),
            (self.sites.above(), &self.workers, HOURLY),
        ];
        let there = all.into_iter().filter(|it| !it.1.is_empty());
        there.map(|(above, paths, value)| (fitting(above, paths), value)).collect()
    }
}

impl Sites {
    /// What stands above the files of each site, as a regular expression.
    fn above(self) -> &'static str {
        match self {
            Sites::One => "/",
            Sites::Folders => "/[^/]+/",
        }
    }
}

impl Inline {
    /// What stands inside the pages of a site.
    pub fn of(site: &Site) -> Inline {
        let mut inline = Inline::default();
        for file in site.files.iter().filter(|it| it.path.as_str().ends_with(".html")) {
            inline.read(&String::from_utf8_lossy(&file.bytes));
        }
        inline
    }

    /// The same with what stands in one more page.
    pub fn read(&mut self, html: &str) {
        add(&mut self.styles, raw_texts(html, "style").map(|it| it.1));
        let runs = |it: Option<&str>| {
            it.is_none_or(|it| it.is_empty() || it == "module" || it.ends_with("javascript"))
        };
        let scripts = raw_texts(html, "script");
        let inside =
            scripts.filter(|(tag, _)| tag.get("src").is_none() && runs(tag.get("type").as_deref()));
        add(&mut self.scripts, inside.map(|it| it.1));
    }

    /// The same with all of another.
    pub fn extend(&mut self, other: Inline) {
        self.styles.extend(other.styles);
        self.scripts.extend(other.scripts);
    }
}

/// Adds the texts that are not there yet; copies nothing else.
fn add<'t>(all: &mut BTreeSet<String>, texts: impl Iterator<Item = &'t str>) {
    for text in texts {
        if !all.contains(text) {
            all.insert(text.to_owned());
        }
    }
}

/// The content security policy of a page.
///
/// A script that is not named never runs. Should the hashes of styles not fit a
/// line, any style inside a page is allowed: without its style a page cannot be
/// read, and no page holds a style that we did not write.
///
/// No page has a picture of its own site. That it might is what lets a page fetch
/// ahead the neutral page behind its way out: browsers allow that where any part
/// of the policy allows the address.
fn content_policy(inline: &Inline, reader: Reader, by: By) -> String {
    let named = |texts: &BTreeSet<String>| -> String {
        let quoted: Vec<String> = texts.iter().map(|it| format!("'{}'", hash(it))).collect();
        if quoted.is_empty() { "'none'".to_owned() } else { quoted.join(" ") }
    };
    let scripts = named(&inline.scripts);
    let line = |styles: &str| {
        let mut line = format!(
            "default-src 'none'; script-src {scripts}; style-src {styles}; img-src 'self' data:; "
        );
        if reader == Reader::Other {
            line.push_str("connect-src 'self'; worker-src 'self'; ");
        }
        line.push_str("base-uri 'none'; form-action 'none'");
        if by == By::Header {
            line.push_str("; frame-ancestors 'none'");
        }
        line
    };
    let exact = line(&named(&inline.styles));
    let fits = exact.len() + "  Content-Security-Policy: ".len() <= LONGEST_LINE;
    if fits { exact } else { line("'unsafe-inline'") }
}

/// How a content security policy names this style sheet or script: `sha256-…`.
/// The text must be exactly what stands between its tags.
fn hash(text: &str) -> String {
    format!("sha256-{}", base64(Hash::of(text.as_bytes()).bytes()))
}

/// A regular expression that fits these files of every site.
fn pattern(sites: Sites, paths: &[String]) -> String {
    fitting(sites.above(), paths)
}

/// A regular expression that fits these files below `above`; pages with their
/// ending and without it, since hosts serve them under both addresses.
fn fitting(above: &str, paths: &[String]) -> String {
    let stems: BTreeSet<String> = paths.iter().map(|it| stem(it).replace('.', "\\.")).collect();
    let stems: Vec<String> = stems.into_iter().collect();
    let pages = paths.iter().any(|it| stem(it) != it);
    let ending = if pages { r"(?:\.html)?" } else { "" };
    format!("^{above}(?:{}){ending}$", stems.join("|"))
}

/// A page's path without its ending.
fn stem(path: &str) -> &str {
    path.strip_suffix(".html").unwrap_or(path)
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

    /// A page with these insides.
    pub fn page(styles: &[&str], scripts: &[&str]) -> String {
        let styles = styles.iter().map(|it| format!("<style>{it}</style>"));
        let scripts = scripts.iter().map(|it| format!("<script>{it}</script>"));
        styles.chain(scripts).collect()
    }

    /// What stands inside such a page.
    pub fn inline(styles: &[&str], scripts: &[&str]) -> Inline {
        let mut inline = Inline::default();
        inline.read(&page(styles, scripts));
        inline
    }

    /// A policy with everything in it.
    pub fn example(sites: Sites) -> HeaderPolicy {
        let paths = |it: &[&str]| it.iter().map(|&it| it.to_owned()).collect::<Vec<_>>();
        HeaderPolicy {
            inline: inline(&["a{}"], &["b()"]),
            child_pages: paths(&["a.html", "en/a.html"]),
            neutral_pages: paths(&["tabel.html"]),
            workers: paths(&["sw.js"]),
            noindex: Listing::Without(paths(&["kepala.html", "en/a.html"])),
            sites,
        }
    }

    #[test]
    fn a_hash_is_the_one_that_browsers_compute() {
        assert_eq!(hash(""), "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
    }

    #[test]
    fn base64_is_as_in_rfc_4648() {
        for (bytes, text) in [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v")] {
            assert_eq!(base64(bytes.as_bytes()), text);
        }
        assert_eq!(base64(&[0xfb, 0xff, 0xfe]), "+//+");
    }

    #[test]
    fn what_runs_inside_pages_is_read_from_them() {
        let mut found = inline(&["a{}", "b{}"], &["c()"]);
        found.read(
            "<style>a{}</style><script type=application/json>{}</script><script src=x></script>",
        );
        assert_eq!(found, inline(&["b{}", "a{}"], &["c()"]));
        assert_eq!(Inline::default(), inline(&[], &[]));
    }

    #[test]
    fn a_childs_page_may_fetch_the_neutral_page_and_ask_for_nothing_else() {
        let inline = inline(&["a{}"], &[]);
        let child = content_policy(&inline, Reader::Child, By::Header);
        assert!(child.starts_with("default-src 'none'; script-src 'none'; style-src 'sha256-"));
        assert_eq!(
            child.split("; ").filter(|it| it.contains("self")).collect::<Vec<_>>(),
            ["img-src 'self' data:"]
        );
        assert!(child.ends_with("frame-ancestors 'none'"));
        let other = content_policy(&inline, Reader::Other, By::Page);
        assert!(other.contains("connect-src 'self'; worker-src 'self';"));
        assert!(!other.contains("frame-ancestors"));
    }

    #[test]
    fn no_policy_is_longer_than_hosts_read() {
        for (count, exact) in
            [(0, true), (1, true), (30, true), (31, true), (34, false), (99, false)]
        {
            let styles: Vec<String> = (0..count).map(|it| format!("a{it}{{}}")).collect();
            let styles: Vec<&str> = styles.iter().map(String::as_str).collect();
            let policy = content_policy(&inline(&styles, &["b"]), Reader::Other, By::Header);
            assert!(policy.len() < 1_975, "{count}");
            assert_eq!(policy.contains("'unsafe-inline'"), !exact, "{count}");
        }
    }

    #[test]
    fn pages_are_matched_with_and_without_their_ending() {
        let pages = ["en/a.html".to_owned(), "a.html".to_owned()];
        assert_eq!(pattern(Sites::One, &pages), r"^/(?:a|en/a)(?:\.html)?$");
        assert_eq!(pattern(Sites::Folders, &pages), r"^/[^/]+/(?:a|en/a)(?:\.html)?$");
    }

    #[test]
    fn the_neutral_page_is_kept_and_a_worker_is_not_kept_long() {
        let kept = example(Sites::Folders).kept();
        assert_eq!(kept[0].1, "no-store");
        let neutral = r"^/(?:[^/]+/)?(?:tabel)(?:\.html)?$".to_owned();
        assert_eq!(kept[1], (neutral, "public, max-age=604800"));
        assert_eq!(kept[2], (r"^/[^/]+/(?:sw\.js)$".to_owned(), "public, max-age=3600"));
        assert_eq!(example(Sites::One).kept()[1].0, r"^/(?:tabel)(?:\.html)?$");
        assert!(HeaderPolicy::default().kept().is_empty());
    }
}
