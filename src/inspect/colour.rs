//! Whether the colours of a theme can be told apart, by day and by night.
//!
//! A theme names its colours as custom properties of `:root`; which of them meet
//! as text and ground is the same in every theme. The measure is that of WCAG
//! 2.2: 1 for the same colour, 21 for black on white.

use std::collections::{BTreeMap, BTreeSet};

use crate::diag::code::{Fault, Scheme};
use crate::site::html::raw_texts;

/// What text must reach, in hundredths: level AA.
const LIMIT: u32 = 450;

/// Colours that meet as text and ground; contrast knows no direction.
const PAIRS: [(&str, &str); 15] = [
    ("ink", "paper"),
    ("ink", "card"),
    ("ink", "tint"),
    ("ink", "hot"),
    ("ink", "warm"),
    ("soft", "paper"),
    ("soft", "card"),
    ("leaf", "paper"),
    ("leaf", "card"),
    ("leaf", "tint"),
    ("now", "paper"),
    ("now", "card"),
    ("now", "hot"),
    ("wait", "paper"),
    ("wait", "warm"),
];

/// Colours by name: red, green, blue.
type Colours = BTreeMap<String, [u8; 3]>;

/// [`Fault::LowContrast`]: two colours of a theme that cannot be told apart.
/// Every combination of style sheets that some page has is looked at once.
pub fn faults<'h>(pages: impl Iterator<Item = &'h str>) -> Vec<Fault> {
    let sheets: BTreeSet<Vec<&str>> =
        pages.map(|it| raw_texts(it, "style").map(|it| it.1).collect()).collect();
    let mut found = BTreeSet::new();
    for sheet in sheets {
        for scheme in [Scheme::Light, Scheme::Dark] {
            let colours = colours(&sheet, scheme);
            let pair = |it: &(&str, &str)| Some((colours.get(it.0)?, colours.get(it.1)?));
            for (names, (text, ground)) in PAIRS.iter().filter_map(|it| Some((it, pair(it)?))) {
                let contrast = contrast(*text, *ground);
                if contrast < LIMIT {
                    found.insert((scheme, *names, contrast));
                }
            }
        }
    }
    let fault = |(scheme, (text, ground), contrast): (Scheme, (&str, &str), u32)| {
        let (text, ground) = (format!("--{text}"), format!("--{ground}"));
        Fault::LowContrast { text, ground, scheme, contrast, limit: LIMIT }
    };
    found.into_iter().map(fault).collect()
}

/// The colours that these style sheets give to `:root`; by night those of the day
/// hold where there are no others.
fn colours(sheets: &[&str], scheme: Scheme) -> Colours {
    let mut colours = Colours::new();
    for (above, selector, declarations) in sheets.iter().flat_map(|it| rules(it)) {
        let by_night = above.contains("prefers-color-scheme:dark");
        let holds = above.is_empty() || (by_night && scheme == Scheme::Dark);
        if !holds || !selector.split(',').any(|it| it == ":root") {
            continue;
        }
        for (name, value) in declarations.split(';').filter_map(|it| it.split_once(':')) {
            if let (Some(name), Some(value)) = (name.trim().strip_prefix("--"), hex(value.trim())) {
                colours.insert(name.to_owned(), value);
            }
        }
    }
    colours
}

/// The rules of a style sheet: the at-rule round it without spaces, the selector,
/// the declarations.
fn rules(css: &str) -> Vec<(String, String, &str)> {
    let mut rules = Vec::new();
    let mut above: Vec<String> = Vec::new();
    let mut rest = css;
    while let Some(at) = rest.find(['{', '}']) {
        let (before, after) = rest.split_at(at);
        if after.starts_with('{') {
            let head = before.rsplit([';', '}']).next().unwrap_or_default();
            above.push(head.chars().filter(|it| !it.is_whitespace()).collect());
        } else if let Some(selector) = above.pop() {
            rules.push((above.concat(), selector, before));
        }
        rest = &after[1..];
    }
    rules
}

/// A colour such as `#0a5a4a` or `#fff`.
fn hex(text: &str) -> Option<[u8; 3]> {
    let digits = text.strip_prefix('#').filter(|it| it.is_ascii())?;
    let two = |at: usize| u8::from_str_radix(digits.get(at..at + 2)?, 16).ok();
    let one = |at: usize| Some(u8::from_str_radix(digits.get(at..=at)?, 16).ok()? * 17);
    match digits.len() {
        6 => Some([two(0)?, two(2)?, two(4)?]),
        3 => Some([one(0)?, one(1)?, one(2)?]),
        _ => None,
    }
}

/// The contrast of two colours, in hundredths, rounded down.
fn contrast(one: [u8; 3], other: [u8; 3]) -> u32 {
    let (one, other) = (luminance(one) + 0.05, luminance(other) + 0.05);
    let ratio = if one > other { one / other } else { other / one };
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "between 1 and 21, and rounding down is meant"
    )]
    let hundredths = (ratio * 100.0) as u32;
    hundredths
}

/// How bright a colour is, between 0 and 1.
fn luminance(colour: [u8; 3]) -> f64 {
    let linear = |it: u8| {
        let it = f64::from(it) / 255.0;
        if it <= 0.04045 { it / 12.92 } else { ((it + 0.055) / 1.055).powf(2.4) }
    };
    let [red, green, blue] = colour.map(linear);
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::embedded;

    #[test]
    fn contrast_is_that_of_wcag() {
        assert_eq!(contrast([0; 3], [255; 3]), 2100);
        assert_eq!(contrast([119; 3], [255; 3]), 447);
        assert_eq!(contrast([118; 3], [255; 3]), 454);
        assert_eq!(contrast([1, 2, 3], [1, 2, 3]), 100);
    }

    #[test]
    fn night_overrides_day_and_print_overrides_nothing() {
        let css = "a{b:c}:root{--ink:#000;--paper:#fff}\
            @media (prefers-color-scheme: dark) {:root{--paper:#777}}@media print{:root{--ink:#fff}}";
        assert_eq!(colours(&[css], Scheme::Light)["paper"], [255; 3]);
        assert_eq!(colours(&[css], Scheme::Dark)["paper"], [0x77; 3]);
        assert_eq!(colours(&[css], Scheme::Dark)["ink"], [0; 3]);
    }

    #[test]
    fn colours_that_cannot_be_told_apart_are_named() {
        let page = "<style>:root{--ink:#777;--paper:#fff;--soft:#000}</style>";
        let found = faults([page, page].into_iter());
        let [Fault::LowContrast { text, ground, scheme, contrast, .. }] =
            found.get(..1).unwrap_or(&[])
        else {
            panic!("{found:?}")
        };
        assert_eq!((text.as_str(), ground.as_str()), ("--ink", "--paper"));
        assert_eq!((*scheme, *contrast), (Scheme::Light, 447));
    }

    #[test]
    fn the_plain_theme_can_be_read_in_bright_sun() {
        let theme = embedded::theme("plain").expect("the plain theme");
        let css: String = theme
            .files()
            .filter(|(_, it)| it.path.ends_with(".css"))
            .map(|(id, _)| theme.text(id))
            .collect();
        for scheme in [Scheme::Light, Scheme::Dark] {
            let colours = colours(&[&css], scheme);
            for (text, ground) in PAIRS.iter().take(7) {
                let (Some(one), Some(other)) = (colours.get(*text), colours.get(*ground)) else {
                    continue;
                };
                assert!(contrast(*one, *other) >= 700, "{scheme:?}: {text} on {ground}");
            }
        }
    }
}
