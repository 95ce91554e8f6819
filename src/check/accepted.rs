//! Findings that somebody looked at and accepted, with a reason and a day.
//!
//! An entry takes every finding of its code in its own file out of the report,
//! and is listed in its stead. What is no matter of judgement cannot be
//! accepted: files, references, numbers and places. An entry that takes nothing
//! out is itself a finding, so that it does not wait for the next mistake.

use std::collections::BTreeMap;

use crate::diag::Diagnostic;
use crate::diag::code::{Code, Fault};
use crate::model::prose::Accepted;
use crate::source::place::{FieldPath, Place};
use crate::source::{FileId, Sourced};

/// Families of codes that cannot be accepted: files, references, numbers.
const NEVER: &[u16] = &[1, 3, 5];

/// Findings after the accepted ones were taken out.
#[derive(Debug)]
pub struct Settled {
    /// What is left.
    pub open: Vec<Diagnostic>,
    /// The entries that took something out, in the order of their files.
    pub accepted: Vec<Sourced<Accepted>>,
}

/// Takes accepted findings out.
pub fn settle(found: Vec<Diagnostic>, entries: &[Sourced<Accepted>]) -> Settled {
    let mut settled = Settled { open: found, accepted: Vec::new() };
    let mut numbers: BTreeMap<FileId, usize> = BTreeMap::new();
    let mut faults = Vec::new();
    for entry in entries {
        let number = numbers.entry(entry.file).or_default();
        let path = FieldPath::from("accepted").item(*number).key("code");
        *number += 1;
        let name = entry.value.code.clone();
        let fault = match Code::named(&name).filter(|it| !NEVER.contains(&(*it as u16 / 100))) {
            None => Some(Fault::NotAcceptable { code: name }),
            Some(code) if take(&mut settled.open, code, entry.file) > 0 => {
                settled.accepted.push(entry.clone());
                None
            }
            Some(_) => Some(Fault::AcceptedNothing { code: name }),
        };
        faults.extend(fault.map(|it| Diagnostic::new(it, Place::Field(entry.file, path))));
    }
    settled.open.extend(faults);
    settled
}

/// Takes the findings of a code in a file out, and says how many there were.
fn take(found: &mut Vec<Diagnostic>, code: Code, file: FileId) -> usize {
    let before = found.len();
    found.retain(|it| it.code() != code || it.place.file() != Some(file));
    before - found.len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::SourceTree;

    /// A page with one blaming word and these accepted findings.
    #[track_caller]
    fn check(accepted: &str, expected: &[Code], taken: usize) {
        let page = format!("---\ntitle: Uji\naccepted: {accepted}\n---\n\nAnak nakal dibina.\n");
        let district = "name: Uji\narea: \"53\"\ntime_zone: WITA\nlanguages: [id]\npublication: sample\nroles: {}\nneeds: {}\n\
            doors: { danger: a, talk: a, adult: a }\n";
        let tree = SourceTree::from_files([
            ("district.yaml", district),
            ("pages/teacher/uji.md", page.as_str()),
        ]);
        let district =
            crate::resolve::link(crate::parse::parse(&tree).value).value.expect("a district");
        let day = jiff::civil::date(2026, 11, 24);
        let found = super::super::wording::wording(&district, day);
        let settled = settle(found, &district.accepted);
        let codes: Vec<Code> = settled.open.iter().map(Diagnostic::code).collect();
        assert_eq!((codes.as_slice(), settled.accepted.len()), (expected, taken));
    }

    #[test]
    fn an_accepted_finding_is_taken_out_and_listed() {
        check("[]", &[Code::BlamingWords], 0);
        check("[{ code: TD1003, reason: kutipan, on: 2026-11-01 }]", &[], 1);
    }

    #[test]
    fn what_cannot_be_accepted_and_what_takes_nothing_out_are_told() {
        check(
            "[{ code: TD0301, reason: r, on: 2026-11-01 }]",
            &[Code::BlamingWords, Code::NotAcceptable],
            0,
        );
        check(
            "[{ code: TD9999, reason: r, on: 2026-11-01 }]",
            &[Code::BlamingWords, Code::NotAcceptable],
            0,
        );
        check(
            "[{ code: TD1001, reason: r, on: 2026-11-01 }]",
            &[Code::BlamingWords, Code::AcceptedNothing],
            0,
        );
    }
}
