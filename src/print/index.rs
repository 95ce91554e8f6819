//! The list of where each object of a PDF stands, in fewer bytes.
//!
//! It is a table of numbers in which each row is almost the one above it. What
//! writes our files leaves it as it is, and a handbook's takes 18 KB. Each row
//! as its difference from the one above, and then compressed, it takes one.
//! Readers know that way as a predictor (ISO 32000-1, 7.4.4.4).

use lopdf::{Dictionary, Stream};

/// Begins the last lines of a file: where its list stands.
const POINTER: &str = "startxref\n";

/// Stands between what is said of the list and its rows.
const ROWS: &str = ">>stream\n";

/// Before each row: it is a difference from the one above.
const UP: u8 = 2;

/// The same file with a shorter list; none where the list is not as expected.
pub fn shortened(file: &[u8]) -> Option<Vec<u8>> {
    let end = file.windows(POINTER.len()).rposition(|it| it == POINTER.as_bytes())?;
    let pointer = std::str::from_utf8(file.get(end + POINTER.len()..)?).ok()?;
    let at: usize = pointer.lines().next()?.parse().ok()?;
    let list = file.get(at..end)?;
    let head = list.windows(ROWS.len()).position(|it| it == ROWS.as_bytes())?;
    let rows = list.get(head + ROWS.len()..)?;
    let head = std::str::from_utf8(&list[..head]).ok()?;
    let (said, length) = head.rsplit_once("/Length ")?;
    let (rows, rest) = rows.split_at_checked(length.parse().ok()?)?;
    let width = width(said).filter(|it| *it > 0 && rows.len() % it == 0)?;

    let mut packed = Stream::new(Dictionary::new(), differences(rows, width));
    packed.compress().ok()?;
    packed.dict.has(b"Filter").then_some(())?;
    let mut whole = file[..at].to_vec();
    whole.extend_from_slice(said.as_bytes());
    let how = format!("/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns {width}>>");
    whole.extend_from_slice(format!("{how}/Length {}{ROWS}", packed.content.len()).as_bytes());
    whole.extend_from_slice(&packed.content);
    whole.extend_from_slice(rest);
    whole.extend_from_slice(&file[end..]);
    Some(whole)
}

/// How many bytes a row has; none where they are compressed already.
fn width(said: &str) -> Option<usize> {
    let (_, widths) = said.split_once("/W[").filter(|_| !said.contains("/Filter"))?;
    widths.split(']').next()?.split_whitespace().map(|it| it.parse::<usize>().ok()).sum()
}

/// Rows of so many bytes, each as its difference from the one above.
fn differences(rows: &[u8], width: usize) -> Vec<u8> {
    let nothing = vec![0; width];
    let above = std::iter::once(nothing.as_slice()).chain(rows.chunks(width));
    let difference = |(row, above): (&[u8], &[u8])| {
        let each = row.iter().zip(above).map(|(it, above)| it.wrapping_sub(*above));
        std::iter::once(UP).chain(each).collect::<Vec<u8>>()
    };
    rows.chunks(width).zip(above).flat_map(difference).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_is_its_difference_from_the_one_above() {
        assert_eq!(differences(&[1, 9, 1, 8], 2), [UP, 1, 9, UP, 0, 255]);
    }

    #[test]
    fn another_file_stays_as_it_is() {
        assert_eq!(shortened(b"%PDF-1.7 and nothing else"), None);
        assert_eq!(shortened(b"startxref\n9999\n%%EOF"), None);
    }
}
