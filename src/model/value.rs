//! Small values with a shape: ids, codes, languages, times.
//!
//! Each is checked once, by `TryFrom<&str>`, and cannot be wrong afterwards.
//! Numbers that can be dialled have a file of their own: [`super::number`].

use std::collections::BTreeMap;
use std::fmt;

use jiff::civil::{Date, Time};

/// Why a text is not the value it should be: the shape that was expected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// Lower-case letters, digits and hyphens.
    Id,
    /// A BCP-47 tag.
    Lang,
    /// An official area code.
    Area,
    /// Eight digits.
    Npsn,
    /// `2026-11-24`
    Date,
    /// `08:00`
    Time,
    /// Three to five digits.
    ShortCode,
    /// A telephone number with its area code.
    Telephone,
    /// A number beginning with 628.
    WhatsApp,
    /// `name@host`
    Email,
    /// `https://...`
    Web,
    /// Words for one short message.
    Message,
    /// `72h` or `3d`.
    Hours,
    /// `#0a5a4a`
    Colour,
    /// Sixteen hexadecimal digits.
    Fingerprint,
    /// A whole number.
    Count,
    /// `true` or `false`.
    Flag,
    /// Text.
    Text,
    /// A list.
    List,
    /// A map of keys to values.
    Map,
}

/// Defines ids: newtypes over a checked text.
macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(String);

        impl $name {
            /// The id as written.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl TryFrom<&str> for $name {
            type Error = Shape;

            fn try_from(text: &str) -> Result<Self, Shape> {
                if is_id(text) { Ok($name(text.to_owned())) } else { Err(Shape::Id) }
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    )*};
}

ids! {
    /// Names a policy: the name of its file.
    PolicyId;
    /// Names a protocol.
    ProtocolId;
    /// Names a service of the directory.
    ServiceId;
    /// Names a school.
    SchoolId;
    /// Names a role.
    RoleId;
    /// Names a need.
    NeedId;
    /// Names a law of the register.
    LawId;
    /// Names a term of the glossary.
    TermId;
    /// Names a sheet to write on.
    FormId;
    /// Names a page of guidance within its audience.
    PageId;
    /// Names a number of the register.
    NumberId;
    /// Names a slot of a policy.
    SlotId;
    /// Names a section of a text: the anchor of its heading.
    SectionId;
}

/// Whether a text may be an id: it becomes part of file names and addresses.
fn is_id(text: &str) -> bool {
    let allowed = |it: u8| it.is_ascii_lowercase() || it.is_ascii_digit() || it == b'-';
    let edge = |it: Option<u8>| it.is_some_and(|it| it != b'-');
    text.len() <= 64
        && text.bytes().all(allowed)
        && edge(text.bytes().next())
        && edge(text.bytes().last())
}

/// A colour: `#0a5a4a`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Colour([u8; 3]);

impl Colour {
    /// Red, green and blue.
    pub fn parts(self) -> [u8; 3] {
        self.0
    }
}

impl TryFrom<&str> for Colour {
    type Error = Shape;

    fn try_from(text: &str) -> Result<Self, Shape> {
        let digits = text.strip_prefix('#').ok_or(Shape::Colour)?;
        let whole = digits.len() == 6 && digits.bytes().all(|it| it.is_ascii_hexdigit());
        let sum = u32::from_str_radix(digits, 16).map_err(|_| Shape::Colour)?;
        let [_, red, green, blue] = sum.to_be_bytes();
        if whole { Ok(Colour([red, green, blue])) } else { Err(Shape::Colour) }
    }
}

/// A language, as a BCP-47 tag: `id`, `en`, `mkn`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Lang(String);

impl Lang {
    /// The tag.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<&str> for Lang {
    type Error = Shape;

    fn try_from(text: &str) -> Result<Self, Shape> {
        let mut parts = text.split('-');
        let first = parts.next().unwrap_or_default();
        let language =
            (2..=3).contains(&first.len()) && first.bytes().all(|it| it.is_ascii_lowercase());
        let subtag = |it: &str| {
            (1..=8).contains(&it.len()) && it.bytes().all(|it| it.is_ascii_alphanumeric())
        };
        if language && parts.all(subtag) { Ok(Lang(text.to_owned())) } else { Err(Shape::Lang) }
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// An official area code of the ministry of home affairs: `53`, `53.71`,
/// `53.71.01` or `53.71.01.1001`. Codes are a tree by their prefix.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AreaCode(String);

impl AreaCode {
    /// The code.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether `other` is this area or lies in it.
    pub fn contains(&self, other: &AreaCode) -> bool {
        let rest = other.0.strip_prefix(self.0.as_str());
        rest.is_some_and(|it| it.is_empty() || it.starts_with('.'))
    }

    /// How fine the area is: 1 province, 2 regency or city, 3 district, 4 village.
    pub fn level(&self) -> usize {
        self.0.split('.').count()
    }
}

impl TryFrom<&str> for AreaCode {
    type Error = Shape;

    fn try_from(text: &str) -> Result<Self, Shape> {
        let lengths = [2, 2, 2, 4];
        let parts: Vec<&str> = text.split('.').collect();
        let fits = |(part, length): (&&str, usize)| {
            part.len() == length && part.bytes().all(|it| it.is_ascii_digit())
        };
        if parts.len() <= lengths.len() && parts.iter().zip(lengths).all(fits) {
            Ok(AreaCode(text.to_owned()))
        } else {
            Err(Shape::Area)
        }
    }
}

impl fmt::Display for AreaCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A span of time in whole hours, written `72h` or `3d`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Hours(pub u32);

impl TryFrom<&str> for Hours {
    type Error = Shape;

    fn try_from(text: &str) -> Result<Self, Shape> {
        let (number, each) = match (text.strip_suffix('h'), text.strip_suffix('d')) {
            (Some(number), _) => (number, 1),
            (_, Some(number)) => (number, 24),
            (None, None) => return Err(Shape::Hours),
        };
        let number: u32 = number.parse().map_err(|_| Shape::Hours)?;
        number.checked_mul(each).filter(|it| *it > 0).map(Hours).ok_or(Shape::Hours)
    }
}

/// The national school number: eight digits, kept as text.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Npsn(String);

impl Npsn {
    /// The digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<&str> for Npsn {
    type Error = Shape;

    fn try_from(text: &str) -> Result<Self, Shape> {
        let fits = text.len() == 8 && text.bytes().all(|it| it.is_ascii_digit());
        if fits { Ok(Npsn(text.to_owned())) } else { Err(Shape::Npsn) }
    }
}

/// An address on the web, always `https:`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct WebUrl(String);

impl WebUrl {
    /// The address.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The address as a person reads it: without `https://` and a last `/`.
    pub fn shown(&self) -> &str {
        self.0.trim_start_matches("https://").trim_end_matches('/')
    }
}

impl TryFrom<&str> for WebUrl {
    type Error = Shape;

    fn try_from(text: &str) -> Result<Self, Shape> {
        let rest = text.strip_prefix("https://").ok_or(Shape::Web)?;
        let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
        let clean = !text.chars().any(|it| {
            it.is_whitespace()
                || it.is_control()
                || matches!(it, '"' | '<' | '>' | '`' | '\\' | '\u{e000}'..='\u{f8ff}')
        });
        let named = host.contains('.')
            && !host.contains('@')
            && !host.starts_with('.')
            && !host.ends_with('.');
        if clean && named { Ok(WebUrl(text.to_owned())) } else { Err(Shape::Web) }
    }
}

/// An e-mail address.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct EmailAddress(String);

impl EmailAddress {
    /// The address.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<&str> for EmailAddress {
    type Error = Shape;

    fn try_from(text: &str) -> Result<Self, Shape> {
        let allowed =
            |it: u8| it.is_ascii_alphanumeric() || matches!(it, b'.' | b'-' | b'_' | b'+');
        let (name, host) = text.split_once('@').ok_or(Shape::Email)?;
        let fits = !name.is_empty()
            && host.contains('.')
            && !host.starts_with('.')
            && !host.ends_with('.');
        let clean = name.bytes().all(allowed) && host.bytes().all(allowed);
        if fits && clean { Ok(EmailAddress(text.to_owned())) } else { Err(Shape::Email) }
    }
}

/// A day written `2026-11-24`.
pub fn date(text: &str) -> Result<Date, Shape> {
    let fits = text.len() == 10;
    text.parse().ok().filter(|_| fits).ok_or(Shape::Date)
}

/// A time of day written `08:00`.
pub fn time(text: &str) -> Result<Time, Shape> {
    let (hour, minute) = text.split_once(':').ok_or(Shape::Time)?;
    let number = |it: &str| if it.len() == 2 { it.parse::<i8>().ok() } else { None };
    let (hour, minute) = (number(hour).ok_or(Shape::Time)?, number(minute).ok_or(Shape::Time)?);
    Time::new(hour, minute, 0, 0).map_err(|_| Shape::Time)
}

/// Words in the district's languages; the default language is always there.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Text {
    /// The words in the default language.
    pub own: String,
    /// The words in others.
    pub others: BTreeMap<Lang, String>,
}

impl Text {
    /// The words in `lang`, or else in the default language.
    pub fn get(&self, lang: &Lang) -> &str {
        self.others.get(lang).unwrap_or(&self.own)
    }

    /// Words in the default language only.
    pub fn plain(own: &str) -> Text {
        Text { own: own.to_owned(), others: BTreeMap::new() }
    }
}

/// For whom a page is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Audience {
    /// A pupil.
    Child,
    /// A parent or guardian.
    Parent,
    /// Any teacher or other staff.
    Teacher,
    /// Who receives reports and accompanies pupils.
    Counsellor,
    /// The head of the school.
    Head,
}

impl Audience {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Audience; 5] = [
        Audience::Child,
        Audience::Parent,
        Audience::Teacher,
        Audience::Counsellor,
        Audience::Head,
    ];

    /// The name of its folder and in front matter.
    pub fn as_str(self) -> &'static str {
        match self {
            Audience::Child => "child",
            Audience::Parent => "parent",
            Audience::Teacher => "teacher",
            Audience::Counsellor => "counsellor",
            Audience::Head => "head",
        }
    }

    /// The audience of that name.
    pub fn named(name: &str) -> Option<Audience> {
        Audience::ALL.into_iter().find(|it| it.as_str() == name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_area_contains_what_its_code_is_a_prefix_of() {
        let area = |it| AreaCode::try_from(it).expect("an area code");
        assert!(area("53.71").contains(&area("53.71.01.1001")));
        assert!(area("53.71").contains(&area("53.71")));
        assert!(!area("53.71").contains(&area("53.72")));
        assert!(!area("53.71.01").contains(&area("53.71")));
    }

    #[test]
    fn shapes_are_kept() {
        for wrong in ["5", "53.7", "53.71.1", "53.71.01.100", "53.71.01.1001.1", "ab", ""] {
            assert_eq!(AreaCode::try_from(wrong), Err(Shape::Area), "{wrong}");
        }
        for wrong in ["", "-a", "a-", "A", "a b", "é", "a/b", ".."] {
            assert_eq!(PolicyId::try_from(wrong), Err(Shape::Id), "{wrong}");
        }
        for wrong in [
            "http://a.b",
            "https://",
            "https://a",
            "https://x@a.b",
            "https://a.b/\"",
            "javascript:x",
            "https://a.b/\u{e000}",
        ] {
            assert_eq!(WebUrl::try_from(wrong), Err(Shape::Web), "{wrong}");
        }
        for wrong in ["24:00", "8:00", "08.00", "08:60"] {
            assert_eq!(time(wrong), Err(Shape::Time), "{wrong}");
        }
        for wrong in ["2026-02-30", "2026-1-1", "20260101", "besok"] {
            assert_eq!(date(wrong), Err(Shape::Date), "{wrong}");
        }
    }
}
