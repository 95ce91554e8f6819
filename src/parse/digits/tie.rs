//! Which digits of a string belong together.

use crate::model::prose::Tie;

use super::around::Around;
use super::shape::{self, Gap, Piece, WHOLE, count};

/// Pieces between two spaces; those that do not begin as telephone numbers do
/// also end at a slash or comma.
pub fn chunks(pieces: &[Piece]) -> impl Iterator<Item = &[Piece]> {
    let split = |chunk: &'_ [Piece]| {
        let one = shape::dials(chunk) || shape::is_dates(chunk) || shape::is_law(chunk);
        let one = one || shape::is_thousands(chunk) || shape::is_fraction(chunk);
        !one
    };
    pieces.chunk_by(|_, next| !next.gap.is_wide()).flat_map(move |chunk| {
        let apart = split(chunk);
        chunk.chunk_by(move |_, next| !(apart && matches!(next.gap, Gap::Slash | Gap::Comma)))
    })
}

/// For each piece, whether it may be something else than the number beside it.
pub fn ties(pieces: &[Piece], around: &Around<'_>) -> Vec<Tie> {
    let known = |it: &[Piece]| {
        let date = it.len() > 1 && shape::is_dates(it);
        let amount = shape::is_thousands(it) || shape::is_fraction(it);
        date || amount || shape::is_area(it) || shape::is_law(it)
    };
    let all = chunks(pieces).all(known);
    let mut ties = Vec::with_capacity(pieces.len());
    for chunk in chunks(pieces) {
        let (first, last) = (ties.is_empty(), ties.len() + chunk.len() == pieces.len());
        // A short shape beside other digits may be a piece of a number.
        let shaped = known(chunk) && (all || count(chunk) >= WHOLE);
        let edge = chunk.len() == 1 && (first || last);
        let year = edge && chunk[0].is_year();
        let measured = edge && last && chunk[0].len() <= 4 && around.is_measured();
        let loose = shaped || year || measured || around.is_hours(chunk, first, last);
        ties.extend(chunk.iter().map(|_| if loose { Tie::Loose } else { Tie::Firm }));
    }
    ties
}

/// Pieces in a row that belong to a number.
pub fn firm_parts<'p>(pieces: &'p [Piece], ties: &'p [Tie]) -> impl Iterator<Item = &'p [Piece]> {
    let mut at = 0;
    ties.chunk_by(|a, b| a == b).filter_map(move |row| {
        let part = &pieces[at..at + row.len()];
        at += row.len();
        (row[0] == Tie::Firm).then_some(part)
    })
}
