//! Views made printable: what no font has, and what no line can hold.
//!
//! A sign that the fonts lack would become an empty box or stop the sheet. It
//! becomes [`GAP`] instead and is reported; digits of other scripts become
//! digits that can be dialled. A word too long for any line gets places where
//! it may be broken.

use std::collections::BTreeSet;

use serde_json::Value;
use typst::text::Coverage;

/// What stands where a sign cannot be printed.
const GAP: &str = "[…]";

/// A word longer than this, in characters, may be broken anywhere.
const LONGEST: usize = 32;

/// Where a line may be broken: a space of no width.
const BREAK: char = '\u{200b}';

/// The zeros of scripts whose digits are read as ours.
const ZEROS: [u32; 29] = [
    0x0660, 0x06f0, 0x07c0, 0x0966, 0x09e6, 0x0a66, 0x0ae6, 0x0b66, 0x0be6, 0x0c66, 0x0ce6, 0x0d66,
    0x0e50, 0x0ed0, 0x0f20, 0x1040, 0x17e0, 0x1810, 0x19d0, 0x1a80, 0x1b50, 0x1bb0, 0xa9d0, 0xff10,
    0x1d7ce, 0x1d7d8, 0x1d7e2, 0x1d7ec, 0x1d7f6,
];

/// Keys whose text is an address or a picture and is never changed.
const RAW: [&str; 3] = ["href", "dots", "chapter"];

/// Goes over views.
#[derive(Debug)]
pub struct Ink<'i> {
    /// The signs that the fonts have.
    pub has: &'i Coverage,
    /// The signs that were met and cannot be printed.
    pub lost: BTreeSet<char>,
}

impl Ink<'_> {
    /// The same view, with texts that can be printed.
    pub fn view(&mut self, view: &Value) -> Value {
        match view {
            Value::String(text) => self.words(text).into(),
            Value::Array(items) => items.iter().map(|it| self.view(it)).collect(),
            Value::Object(fields) => {
                let field = |(key, it): (&String, &Value)| {
                    let raw = it.is_string() && RAW.contains(&key.as_str());
                    (key.clone(), if raw { it.clone() } else { self.view(it) })
                };
                fields.iter().map(field).collect::<serde_json::Map<_, _>>().into()
            }
            Value::Null | Value::Bool(_) | Value::Number(_) => view.clone(),
        }
    }

    /// Words that can be printed.
    fn words(&mut self, text: &str) -> String {
        let mut words = String::with_capacity(text.len());
        let mut run = 0;
        for sign in text.chars() {
            if sign.is_whitespace() {
                run = 0;
                words.push(sign);
            } else if self.has.contains(u32::from(sign)) && !is_silent(sign) {
                run += 1;
                words.push(sign);
                if run > LONGEST && run % 4 == 0 {
                    words.push(BREAK);
                }
            } else if let Some(digit) = digit(sign) {
                run += 1;
                words.push(digit);
            } else if !is_silent(sign) && !sign.is_control() {
                self.lost.insert(sign);
                if !words.ends_with(GAP) {
                    words.push_str(GAP);
                }
            }
        }
        words
    }
}

/// Whether a sign only tells others how to stand: directions, joiners, variants.
fn is_silent(sign: char) -> bool {
    matches!(
        u32::from(sign),
        0x200b..=0x200f | 0x202a..=0x202e | 0x2060..=0x206f | 0xfe00..=0xfe0f | 0xfeff
            | 0xe0000..=0xe0fff
    )
}

/// The digit that a sign of another script stands for.
fn digit(sign: char) -> Option<char> {
    let at = |zero: &u32| u32::from(sign).checked_sub(*zero).filter(|it| *it < 10);
    ZEROS.iter().find_map(at).and_then(|it| char::from_digit(it, 10))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str, lost: &str) {
        let has = Coverage::from_vec((0x20..0x7f).chain([0x2026]).collect());
        let mut ink = Ink { has: &has, lost: BTreeSet::new() };
        assert_eq!(ink.words(text), expected);
        assert_eq!(ink.lost.into_iter().collect::<String>(), lost);
    }

    #[test]
    fn what_cannot_be_printed_is_a_gap_and_is_known() {
        check("a \u{6f22}\u{5b57} b", "a […] b", "\u{5b57}\u{6f22}");
        check("ok \u{1f600}!", "ok […]!", "\u{1f600}");
        check("a\u{200f}b\u{7}", "ab", "");
    }

    #[test]
    fn digits_of_other_scripts_can_be_dialled() {
        check("\u{0661}\u{0662}\u{0669}", "129", "");
        check("\u{ff11}\u{ff11}\u{ff10}", "110", "");
    }

    #[test]
    fn a_long_word_may_be_broken_and_a_number_may_not() {
        check("080000000000000", "080000000000000", "");
        let long = "a".repeat(40);
        let broken = format!("{}\u{200b}{}\u{200b}", "a".repeat(36), "a".repeat(4));
        check(&long, &broken, "");
    }
}
