//! Rules: what a district's content must keep to, beyond being whole.
//!
//! A rule looks at the linked district and at nothing else: no file, no clock,
//! no text. It reports a fault and where it is. The table below is the list of
//! rules; a rule that is not in it does not run.

use jiff::civil::Date;

use crate::diag::Diagnostic;
use crate::model::District;

pub mod accepted;
mod directory;
mod documents;
mod laws;
mod locks;
mod numbers;
mod placeholders;
mod reading;
pub mod site;
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
    RULES.iter().flat_map(|rule| rule(district, today)).collect()
}
