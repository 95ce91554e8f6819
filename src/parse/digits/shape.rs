//! Shapes that digits have when they are no number to dial: days, hours, area
//! codes, laws, amounts.
//!
//! A shape is recognised only where it is whole: `24-11-2026` is a day, the same
//! digits inside a longer number are not.

use super::glyph::Glyph;

/// Fewer digits than this are no telephone number.
pub const WHOLE: usize = 7;

/// Digits without anything between them, and what stood before them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// The digits in ASCII; with the `+` where one stands directly before them.
    pub text: String,
    /// The first byte, the `+` included.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
    /// What stands between the piece before and this one.
    pub gap: Gap,
}

/// What stands between two pieces.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gap {
    /// Nothing: the first of a string.
    None,
    /// White space.
    Wide,
    /// A dash with white space round it, or `..`.
    Range,
    /// `/`
    Slash,
    /// `,`
    Comma,
    /// A dash.
    Dash,
    /// A dot.
    Dot,
    /// A bracket.
    Bracket,
}

impl Gap {
    /// What a row of characters between two digits is, all in all.
    pub fn of(glyphs: &[Glyph]) -> Gap {
        let has = |it| glyphs.contains(&it);
        let dots = glyphs.iter().filter(|it| **it == Glyph::Dot).count();
        let space = has(Glyph::Space) || has(Glyph::Line) || has(Glyph::Plus);
        match () {
            () if dots > 1 || (space && has(Glyph::Dash)) => Gap::Range,
            () if space => Gap::Wide,
            () if has(Glyph::Slash) => Gap::Slash,
            () if has(Glyph::Comma) => Gap::Comma,
            () if has(Glyph::Dash) => Gap::Dash,
            () if has(Glyph::Dot) => Gap::Dot,
            () => Gap::Bracket,
        }
    }

    /// Whether words begin here: what stands on either side may be two things.
    pub fn is_wide(self) -> bool {
        matches!(self, Gap::Wide | Gap::Range)
    }
}

impl Piece {
    /// How many digits it has.
    pub fn len(&self) -> usize {
        self.text.trim_start_matches('+').len()
    }

    /// Its digits as a number, for the small ones.
    fn value(&self) -> u32 {
        self.text.parse().unwrap_or(u32::MAX)
    }

    /// Whether it is a number of this many digits within bounds.
    fn fits(&self, lengths: std::ops::RangeInclusive<usize>, low: u32, high: u32) -> bool {
        lengths.contains(&self.text.len()) && (low..=high).contains(&self.value())
    }

    /// Whether it is a year.
    pub fn is_year(&self) -> bool {
        self.fits(4..=4, 1900, 2099)
    }

    /// Whether it is a month.
    fn is_month(&self) -> bool {
        self.fits(1..=2, 1, 12)
    }

    /// Whether it is a day of a month.
    fn is_day(&self) -> bool {
        self.fits(1..=2, 1, 31)
    }
}

/// How many digits there are in all.
pub fn count(pieces: &[Piece]) -> usize {
    pieces.iter().map(Piece::len).sum()
}

/// Whether a row of pieces begins as telephone numbers do.
pub fn dials(pieces: &[Piece]) -> bool {
    let Some(first) = pieces.first() else { return false };
    let abroad = first.text.starts_with("62") && count(pieces) >= 10;
    first.text.starts_with(['0', '+']) || abroad
}

/// Whether the pieces are days, months and years, and nothing else.
pub fn is_dates(pieces: &[Piece]) -> bool {
    let mut at = 0;
    while at < pieces.len() {
        let Some(length) = date(&pieces[at..]) else { return false };
        at += length;
    }
    true
}

/// How many pieces the date is that the pieces begin with.
fn date(pieces: &[Piece]) -> Option<usize> {
    let joined = |it: &[Piece]| {
        let gap = it[1].gap;
        let date = matches!(gap, Gap::Dash | Gap::Dot | Gap::Slash | Gap::Wide);
        date && it[1..].iter().all(|it| it.gap == gap)
    };
    // A day that is written out in full may be of any year: `9999-12-31`.
    let full = |it: &[Piece], year: &Piece| {
        let short = it[..3].iter().filter(|it| it.len() == 2).count();
        year.is_year() || (year.fits(4..=4, 1000, 9999) && short == 2 && !it[1].gap.is_wide())
    };
    let day =
        |it: &[Piece]| it[0].is_day() && it[1].is_month() && full(it, &it[2]) && joined(&it[..3]);
    let iso =
        |it: &[Piece]| full(it, &it[0]) && it[1].is_month() && it[2].is_day() && joined(&it[..3]);
    match pieces {
        [_, _, _, ..] if iso(&pieces[..3]) || day(&pieces[..3]) => Some(3),
        // `24-26/11/2026`
        [a, rest @ ..] if rest.len() >= 3 && a.is_day() && day(&rest[..3]) => Some(4),
        [a, b, ..] if a.is_month() && b.is_year() && joined(&pieces[..2]) => Some(2),
        [a, ..] if a.is_year() => Some(1),
        _ => None,
    }
}

/// Whether the pieces are hours: one, or pairs from one to another.
pub fn is_hours(pieces: &[Piece]) -> bool {
    let hour = |it: &[Piece]| {
        let dot = it.len() == 2 && it[1].gap == Gap::Dot;
        dot && it[0].fits(1..=2, 0, 24) && it[1].fits(2..=2, 0, 59)
    };
    let pair = |it: &[Piece]| {
        let dash = it.len() == 4 && matches!(it[2].gap, Gap::Dash | Gap::Range | Gap::Slash);
        dash && hour(&it[..2]) && hour(&it[2..])
    };
    hour(pieces) || (!pieces.is_empty() && pieces.chunks(4).all(pair))
}

/// Whether the pieces are an official area code, `53.71.01.1001`.
pub fn is_area(pieces: &[Piece]) -> bool {
    let dotted = pieces.iter().skip(1).all(|it| it.gap == Gap::Dot);
    let fits = |(at, it): (usize, &Piece)| match at {
        0 => it.fits(2..=2, 11, 99),
        // Regencies are numbered from 01, cities from 71.
        1 => it.fits(2..=2, 1, 39) || it.fits(2..=2, 71, 79),
        2 => it.fits(2..=2, 1, 99),
        // Wards from 1001, villages from 2001.
        _ => at == 3 && it.fits(4..=4, 1001, 2999),
    };
    pieces.len() > 1 && dotted && pieces.iter().enumerate().all(fits)
}

/// Whether the pieces are the number and the year of a law, `46/2023`.
pub fn is_law(pieces: &[Piece]) -> bool {
    match pieces {
        [a, b] if b.gap == Gap::Slash => {
            (a.len() <= 3 && b.is_year()) || (a.is_year() && b.len() <= 3)
        }
        _ => false,
    }
}

/// Whether the pieces are a large number in groups of three, `1.500.000`.
pub fn is_thousands(pieces: &[Piece]) -> bool {
    let [first, rest @ ..] = pieces else { return false };
    let gap = rest.first().map(|it| it.gap);
    let grouped = matches!(gap, Some(Gap::Dot | Gap::Comma | Gap::Wide));
    let alike = rest.iter().all(|it| it.len() == 3 && Some(it.gap) == gap);
    grouped && alike && first.fits(1..=3, 1, 999) && !first.text.starts_with('0') && !dials(pieces)
}

/// Whether one piece has more digits than any number in the world.
pub fn is_endless(pieces: &[Piece]) -> bool {
    pieces.len() == 1 && pieces[0].len() > 15
}

/// Whether the pieces are a fraction, `123.60701`.
pub fn is_fraction(pieces: &[Piece]) -> bool {
    match pieces {
        [a, b] if b.gap == Gap::Comma => a.text == "0" || a.fits(1..=3, 1, 999),
        [a, b] if b.gap == Gap::Dot => a.fits(1..=3, 1, 999) && b.len() != 3 && !dials(pieces),
        _ => false,
    }
}

/// Whether the pieces are a day without anything in it, `20261124`.
pub fn is_bare_day(pieces: &[Piece]) -> bool {
    let [it] = pieces else { return false };
    let part = |range: std::ops::Range<usize>| {
        it.text.get(range).and_then(|it| it.parse::<u32>().ok()).unwrap_or_default()
    };
    let year = (1900..=2099).contains(&part(0..4));
    it.text.len() == 8 && year && (1..=12).contains(&part(4..6)) && (1..=31).contains(&part(6..8))
}

/// Whether the pieces are small numbers in a row, `1 2 3 4 5 6 7`.
pub fn is_row(pieces: &[Piece]) -> bool {
    let apart = pieces.iter().skip(1).all(|it| it.gap.is_wide());
    pieces.len() > 3 && apart && pieces.iter().all(|it| it.len() <= 2) && !dials(pieces)
}
