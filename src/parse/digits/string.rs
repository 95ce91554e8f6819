//! A string of digits: how far it goes on over spaces, dots, dashes, brackets
//! and the end of a line.

use super::address::list_marker;
use super::glyph::{self, Glyph};
use super::shape::{Gap, Piece};

/// The digits from `at` on, as far as they may be one number.
pub fn pieces(text: &str, at: usize) -> Vec<Piece> {
    let plus = text[..at].ends_with(['+', '\u{ff0b}']);
    let mut pieces = Vec::new();
    let mut piece = Piece {
        text: if plus { "+".to_owned() } else { String::new() },
        start: if plus {
            at - text[..at].chars().next_back().map_or(0, char::len_utf8)
        } else {
            at
        },
        end: at,
        gap: Gap::None,
    };
    let mut here = at;
    loop {
        while let Some((it, length)) = glyph::first(&text[here..]) {
            match it {
                Glyph::Digit(digit) => {
                    piece.text.push(digit);
                    piece.end = here + length;
                }
                Glyph::Nothing => {}
                _ => break,
            }
            here += length;
        }
        here = piece.end;
        pieces.push(piece);
        let Some((gap, start, plus)) = gap(text, here) else { return pieces };
        here = start;
        let (text, start) =
            if plus > 0 { ("+".to_owned(), start - plus) } else { (String::new(), start) };
        piece = Piece { text, start, end: here, gap };
    }
}

/// What stands between the digit that ends at `from` and the next, where
/// that is; and how many bytes of it are a `+`. None where the number ends.
fn gap(text: &str, from: usize) -> Option<(Gap, usize, usize)> {
    let (mut here, mut lines) = (from, 0);
    let mut glyphs: Vec<Glyph> = Vec::new();
    let mut plus = 0;
    loop {
        let rest = &text[here..];
        if lines > 0 && matches!(glyphs.last(), Some(Glyph::Line)) {
            let line = rest.trim_start_matches([' ', '\t', '>']);
            if list_marker(line).is_some() {
                return None;
            }
            here += rest.len() - line.len();
        }
        let (it, length) = glyph::first(&text[here..])?;
        let space = matches!(it, Glyph::Space | Glyph::Line);
        match it {
            Glyph::Digit(_) => return Some((Gap::of(&glyphs), here, plus)),
            // The end of a sentence or of an item.
            _ if space && matches!(glyphs.last(), Some(Glyph::Dot | Glyph::Comma)) => return None,
            Glyph::Line => lines += usize::from(!text[here..].starts_with('\r')),
            _ if plus > 0 => return None,
            _ => {}
        }
        if lines > 1 {
            return None;
        }
        plus = if it == Glyph::Plus { length } else { 0 };
        glyphs.push(it);
        here += length;
    }
}
