//! Characters that write numbers: digits of any script, and what stands between
//! digits without ending the number.

/// What a character does to a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Glyph {
    /// A digit, as its ASCII character.
    Digit(char),
    /// Nothing that a reader sees, or a mark of Markdown: `08**11` reads `0811`.
    Nothing,
    /// A space of any width.
    Space,
    /// The end of a line.
    Line,
    /// A hyphen or dash of any length.
    Dash,
    /// A dot, on the line or above it.
    Dot,
    /// A bracket.
    Bracket,
    /// `/`
    Slash,
    /// `,`
    Comma,
    /// `+`
    Plus,
}

/// Where each script's digits begin: ten in a row from zero.
const ZEROS: &[u32] = &[
    0x0660, 0x06f0, 0x07c0, 0x0966, 0x09e6, 0x0a66, 0x0ae6, 0x0b66, 0x0be6, 0x0c66, 0x0ce6, 0x0d66,
    0x0e50, 0x0ed0, 0x0f20, 0x1040, 0x17e0, 0x1810, 0x19d0, 0x1a80, 0x1b50, 0x1bb0, 0xa9d0, 0xff10,
    0x1d7ce, 0x1d7d8, 0x1d7e2, 0x1d7ec, 0x1d7f6,
];

/// Names of entities that stand for one of these characters.
const ENTITIES: &[(&str, char)] = &[
    ("nbsp", ' '),
    ("ensp", ' '),
    ("emsp", ' '),
    ("thinsp", ' '),
    ("hyphen", '-'),
    ("dash", '-'),
    ("ndash", '-'),
    ("mdash", '-'),
    ("minus", '-'),
    ("shy", '\u{ad}'),
    ("zwj", '\u{200d}'),
    ("zwnj", '\u{200c}'),
    ("period", '.'),
    ("middot", '.'),
    ("comma", ','),
    ("sol", '/'),
    ("lpar", '('),
    ("rpar", ')'),
    ("plus", '+'),
];

/// What the text begins with, and how many bytes of it that is.
pub fn first(text: &str) -> Option<(Glyph, usize)> {
    let it = text.chars().next()?;
    if it == '&' {
        return entity(text);
    }
    glyph(it).map(|glyph| (glyph, it.len_utf8()))
}

/// What one character does to a number; none: it ends it.
fn glyph(it: char) -> Option<Glyph> {
    Some(match it {
        '0'..='9' => Glyph::Digit(it),
        ' ' | '\t' => Glyph::Space,
        '\n' | '\r' => Glyph::Line,
        '-' | '_' => Glyph::Dash,
        '.' => Glyph::Dot,
        '(' | ')' | '[' | ']' => Glyph::Bracket,
        '/' => Glyph::Slash,
        ',' => Glyph::Comma,
        '+' => Glyph::Plus,
        '*' | '`' | '\\' => Glyph::Nothing,
        _ if it.is_ascii() => return None,
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' => {
            Glyph::Nothing
        }
        '\u{2066}'..='\u{2069}' | '\u{fe00}'..='\u{fe0f}' | '\u{20e3}' | '\u{feff}' => {
            Glyph::Nothing
        }
        '\u{a0}' | '\u{1680}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}' => {
            Glyph::Space
        }
        '\u{85}' | '\u{2028}' | '\u{2029}' => Glyph::Line,
        '\u{2010}'..='\u{2015}'
        | '\u{2043}'
        | '\u{2212}'
        | '\u{fe58}'
        | '\u{fe63}'
        | '\u{ff0d}' => Glyph::Dash,
        '\u{b7}' | '\u{2022}' | '\u{2024}' | '\u{2027}' | '\u{2219}' | '\u{22c5}' | '\u{ff0e}' => {
            Glyph::Dot
        }
        '\u{ff08}' | '\u{ff09}' => Glyph::Bracket,
        '\u{2044}' | '\u{2215}' | '\u{ff0f}' => Glyph::Slash,
        '\u{ff0c}' => Glyph::Comma,
        '\u{ff0b}' => Glyph::Plus,
        _ => return digit(it).map(Glyph::Digit),
    })
}

/// A digit of another script as its ASCII character.
fn digit(it: char) -> Option<char> {
    let code = u32::from(it);
    let zero = ZEROS.iter().find(|zero| (**zero..**zero + 10).contains(&code))?;
    char::from_digit(code - zero, 10)
}

/// An entity such as `&nbsp;` or `&#48;`, which Markdown shows as a character.
fn entity(text: &str) -> Option<(Glyph, usize)> {
    let end = text.bytes().take(12).position(|it| it == b';')?;
    let name = &text[1..end];
    let it = match name.strip_prefix('#') {
        Some(number) => {
            let hex = number.strip_prefix(['x', 'X']);
            let code = hex.map_or_else(|| number.parse(), |it| u32::from_str_radix(it, 16));
            char::from_u32(code.ok()?)?
        }
        None => ENTITIES.iter().find(|(known, _)| *known == name)?.1,
    };
    glyph(it).map(|glyph| (glyph, end + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_digit_of_any_script_is_a_digit() {
        for (seven, bytes) in [
            ("7", 1),
            ("٧", 2),
            ("۷", 2),
            ("७", 3),
            ("７", 3),
            ("𝟕", 4),
            ("&#55;", 5),
            ("&#x37;", 6),
        ] {
            assert_eq!(first(seven), Some((Glyph::Digit('7'), bytes)), "{seven}");
        }
        for none in ["a", "½", "²", "VII", "①", "&amp;", "&", "é", ""] {
            assert_eq!(first(none), None, "{none}");
        }
    }

    #[test]
    fn what_stands_between_digits_is_known_in_every_width() {
        for (text, glyph) in [
            ("\u{a0}", Glyph::Space),
            ("\u{202f}", Glyph::Space),
            ("&nbsp;", Glyph::Space),
            ("\u{2011}", Glyph::Dash),
            ("–", Glyph::Dash),
            ("&ndash;", Glyph::Dash),
            ("·", Glyph::Dot),
            ("\u{200b}", Glyph::Nothing),
            ("（", Glyph::Bracket),
        ] {
            assert_eq!(first(text).map(|it| it.0), Some(glyph), "{text}");
        }
    }
}
