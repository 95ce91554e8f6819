//! What number a run of digits is.
//!
//! Groups of digits stand beside each other: `0811 1129 129` is one number,
//! `129 08111129129` is two. A run is right where its groups are known numbers
//! and nothing is left over; else any row of its groups may be the one that is
//! nearly right.

use crate::diag::edits;
use crate::model::RegisteredNumber;
use crate::model::number::national;
use crate::model::prose::{Group, Tie, joined};

use super::known::Known;

/// No number has more digits than this, a prefix included.
const LONGEST: usize = 17;

/// So many single digits may differ.
const NEAR: usize = 2;

/// The known numbers that the groups are, where nothing is left over.
pub fn exactly(known: &Known<'_>, groups: &[Group]) -> Option<Vec<String>> {
    // For each group: how many groups the piece that begins there has, where
    // the rest behind it is known as well. Behind the last nothing is left.
    let mut steps: Vec<Option<usize>> = vec![None; groups.len()];
    for at in (0..groups.len()).rev() {
        let rest = |count: &usize| steps.get(at + count).is_none_or(Option::is_some);
        let piece = |count: &usize| is_known(known, &groups[at..at + count]);
        let cut = |count: &usize| !is_row(&groups[at + count - 1..]);
        let begins = at == 0 || groups[at - 1].tie == Tie::Firm;
        let row = groups[at..].iter().take_while(|it| begins && it.tie == Tie::Loose).count();
        let numbers = lengths(&groups[at..]).filter(|it| rest(it) && cut(it) && piece(it));
        let row = Some(row).filter(|it| *it > 0 && rest(it));
        steps[at] = numbers.chain(row).max();
    }
    let mut numbers = Vec::new();
    let mut at = 0;
    while at < groups.len() {
        let count = steps[at]?;
        let piece = &groups[at..at + count];
        numbers.push(national(&joined(piece)));
        at += count;
    }
    Some(numbers)
}

/// How many groups from the first on are short enough for one number.
fn lengths(groups: &[Group]) -> impl Iterator<Item = usize> {
    let mut digits = 0;
    let fits = groups.iter().take_while(move |it| {
        digits += it.text.len();
        digits <= LONGEST
    });
    1..=fits.count()
}

/// Whether the groups are one known number or a registered short code.
fn is_known(known: &Known<'_>, groups: &[Group]) -> bool {
    let code = groups.len() == 1 && known.codes.contains_key(groups[0].text.as_str());
    code || known.has(&national(&joined(groups)))
}

/// Whether the first two groups are loose together, as the parts of a day or an
/// amount are: none of them is something of its own.
fn is_row(groups: &[Group]) -> bool {
    groups.iter().take(2).filter(|it| it.tie == Tie::Loose).count() == 2
}

/// The registered number that a row of the groups is nearly, or is while other
/// digits are left over.
pub fn nearly<'d>(known: &Known<'d>, groups: &[Group]) -> Option<&'d RegisteredNumber> {
    let mut best: Option<(usize, &'d RegisteredNumber)> = None;
    for at in 0..groups.len() {
        for count in lengths(&groups[at..]) {
            let digits = joined(&groups[at..at + count]);
            for (distance, registered) in distances(known, &national(&digits)) {
                let near = (1..=NEAR).contains(&distance);
                if near && best.is_none_or(|(least, _)| distance < least) {
                    best = Some((distance, registered));
                }
            }
        }
    }
    best.map(|(_, registered)| registered).filter(|_| !is_registered(known, groups))
}

/// Whether the groups are a registered number as they stand.
fn is_registered(known: &Known<'_>, groups: &[Group]) -> bool {
    let number = national(&joined(groups));
    known.whole.iter().any(|it| it.national == number)
}

/// How far a number is from each registered one of about its length.
fn distances<'d>(
    known: &Known<'d>,
    number: &str,
) -> impl Iterator<Item = (usize, &'d RegisteredNumber)> {
    let counts = tally(number);
    let near = move |form: &str| {
        let close =
            form.len().abs_diff(number.len()) <= NEAR && apart(&counts, &tally(form)) <= 2 * NEAR;
        close.then(|| edits(form, number))
    };
    known.whole.iter().filter_map(move |it| {
        let distance = near(&it.national).into_iter().chain(near(&it.abroad)).min()?;
        Some((distance, it.entry))
    })
}

/// How often each digit stands in a number.
fn tally(number: &str) -> [usize; 10] {
    let mut counts = [0; 10];
    for digit in number.bytes().filter(u8::is_ascii_digit) {
        counts[usize::from(digit - b'0')] += 1;
    }
    counts
}

/// How many digits two numbers do not share; an edit changes it by two at most.
fn apart(one: &[usize; 10], other: &[usize; 10]) -> usize {
    one.iter().zip(other).map(|(a, b)| a.abs_diff(*b)).sum()
}

/// The registered short code that stands behind an area code, `+62`, `62` or
/// `0`.
pub fn short_code_behind<'d>(
    known: &Known<'d>,
    groups: &[Group],
) -> Option<(&'d str, &'d RegisteredNumber)> {
    let digits: String = joined(groups).chars().filter(char::is_ascii_digit).collect();
    let behind = |from: usize| {
        let rest = digits.get(from..).filter(|it| it.len() < digits.len())?;
        known.codes.get_key_value(rest).map(|(code, it)| (*code, *it))
    };
    if digits.len() > 9 {
        return None;
    }
    if let Some(rest) = digits.strip_prefix("62") {
        let zeros = rest.bytes().take_while(|it| *it == b'0').count();
        return [2, 2 + zeros, 4, 5].into_iter().find_map(behind);
    }
    if digits.starts_with('0') { [1, 3, 4].into_iter().find_map(behind) } else { None }
}
