//! Rules: what a district's content must keep to, beyond being whole.
//!
//! A rule looks at the linked district and at nothing else: no file, no clock,
//! no text. It reports a fault and where it is. The table below is the list of
//! rules; a rule that is not in it does not run.

use jiff::civil::Date;
use rayon::prelude::*;

use crate::diag::Diagnostic;
use crate::model::District;

pub mod accepted;
mod directory;
mod documents;
mod laws;
mod locks;
mod numbers;
mod placeholders;
mod quick;
mod reading;
pub mod reviews;
mod suspects;
mod verification;
mod wording;
mod words;

/// Looks at a district on a day and says what is wrong with it.
type Rule = fn(&District, Date) -> Vec<Diagnostic>;

/// Every rule.
const RULES: &[Rule] = &[
    directory::no_schools,
    directory::roles_filled,
    directory::channels_or_reason,
    directory::confidential_areas,
    directory::fallback_chains,
    numbers::written,
    numbers::two_owners,
    numbers::short_codes,
    verification::ladder,
    verification::nothing_left,
    verification::unverified,
    verification::checked_later,
    verification::consent,
    suspects::somebody_answers,
    suspects::branches_there,
    suspects::branches_safe,
    suspects::branches_lead_somewhere,
    suspects::outside_there,
    suspects::outside_safe,
    documents::overdue,
    documents::neutral,
    documents::slots_filled,
    documents::translated,
    reviews::protocols,
    quick::fits,
    laws::basis,
    laws::cited,
    laws::old_words,
    laws::deadlines,
    locks::sections,
    locks::shadows,
    locks::over_locked,
    placeholders::placeholders,
    wording::wording,
    reading::readable,
];

/// Everything that the rules find.
pub fn check(district: &District, today: Date) -> Vec<Diagnostic> {
    RULES.par_iter().with_max_len(1).flat_map_iter(|rule| rule(district, today)).collect()
}

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;

    use super::wording::tests::scores;
    use crate::diag::code::{Code, Severity};
    use crate::diag::text::{Tongue, explain};
    use crate::model::Publication;

    /// What the families of codes are about.
    const FAMILIES: &[(u16, &str)] = &[
        (1, "Reading files"),
        (2, "Fields"),
        (3, "References"),
        (4, "Policies and protocols, law, locked text, routes past a suspect"),
        (5, "Services and numbers"),
        (6, "Schools and people"),
        (7, "Finished pages"),
        (8, "Themes"),
        (9, "Manifests"),
        (10, "Wording, privacy, reading"),
    ];

    /// The line in `docs/rules.md` above which people write.
    const MARK: &str =
        "<!-- From here on this page is made by a test; SNAPSHOTS=overwrite writes it anew. -->\n";

    /// What `docs/rules.md` has to say below the line.
    fn rules() -> String {
        let mut text = String::new();
        text.push_str("\n| rule | texts | precision | recall | held-out texts | precision | recall |\n|---|---|---|---|---|---|---|\n");
        for (name, tuning, held_out) in scores() {
            let of = |it: &super::wording::tests::Score| {
                format!("{} | {} % | {} %", it.texts(), it.precision(), it.recall())
            };
            writeln!(text, "| `{name}.txt` | {} | {} |", of(&tuning), of(&held_out))
                .expect("room for a line");
        }
        text.push_str("\n## Every code\n");
        let mut family = 0;
        for code in Code::ALL {
            let number = *code as u16;
            if number / 100 != family {
                family = number / 100;
                let name = FAMILIES.iter().find(|it| it.0 == family).expect("a family").1;
                write!(text, "\n### {family:02}: {name}\n").expect("room for a line");
            }
            let weight = match [Publication::Sample, Publication::Live].map(|it| code.severity(it))
            {
                [Severity::Error, _] => "error",
                [_, Severity::Warning] => "warning",
                _ => "error in a live district, warning in a sample",
            };
            let [en, id] = [Tongue::English, Tongue::Indonesian].map(|it| explain(*code, it));
            write!(text, "\n#### {} {code:?} ({weight})\n\n{en}\n\n> {id}\n", code.name())
                .expect("room for a line");
        }
        text
    }

    #[test]
    fn docs_rules_md_says_what_the_rules_are() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/rules.md");
        let page = std::fs::read_to_string(path).expect("docs/rules.md");
        let (above, below) = page.split_once(MARK).expect("the line above which people write");
        let expected = rules();
        if std::env::var("SNAPSHOTS").is_ok_and(|it| it == "overwrite") {
            std::fs::write(path, format!("{above}{MARK}{expected}"))
                .expect("docs/rules.md is written");
            return;
        }
        assert!(
            below == expected,
            "docs/rules.md is stale: run the tests with SNAPSHOTS=overwrite, then read it"
        );
    }
}
