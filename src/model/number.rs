//! Numbers that can be dialled: short codes, telephones, `WhatsApp`.
//!
//! The shape is checked here; whether a number is the *right* one is a matter
//! of the register and the rules. Nothing is ever completed or corrected: a
//! number that is not whole is refused.

use super::value::Shape;

/// A short code such as `129`: dialled as it is, without a prefix.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct ShortCode(String);

impl ShortCode {
    /// The digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<&str> for ShortCode {
    type Error = Shape;

    fn try_from(text: &str) -> Result<Self, Shape> {
        let fits = (3..=5).contains(&text.len()) && text.bytes().all(|it| it.is_ascii_digit());
        if fits && !text.starts_with('0') {
            Ok(ShortCode(text.to_owned()))
        } else {
            Err(Shape::ShortCode)
        }
    }
}

/// A telephone number in national form, with its area or operator code.
///
/// `021-3903963` is shown as written and dialled as `0213903963`. A short code
/// behind an area code (`021-129`) reaches nobody and is refused by its length.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Telephone {
    /// As printed.
    shown: String,
    /// As dialled: digits, beginning with 0.
    digits: String,
}

impl Telephone {
    /// As printed.
    pub fn shown(&self) -> &str {
        &self.shown
    }

    /// As dialled.
    pub fn digits(&self) -> &str {
        &self.digits
    }
}

impl TryFrom<&str> for Telephone {
    type Error = Shape;

    fn try_from(text: &str) -> Result<Self, Shape> {
        let allowed =
            |it: char| it.is_ascii_digit() || matches!(it, ' ' | '-' | '.' | '(' | ')' | '+');
        let digits = national(text);
        let toll_free_or_uan = digits.starts_with("1500") && digits.len() == 7;
        let whole = digits.starts_with('0') && (9..=13).contains(&digits.len());
        if text.chars().all(allowed) && (whole || toll_free_or_uan) {
            Ok(Telephone { shown: text.to_owned(), digits })
        } else {
            Err(Shape::Telephone)
        }
    }
}

/// A `WhatsApp` number: country code first, digits only, such as `6280000000000`.
///
/// Links are made from it, and a link with a leading zero reaches nobody.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct WhatsAppNumber(String);

impl WhatsAppNumber {
    /// The digits, country code first.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<&str> for WhatsAppNumber {
    type Error = Shape;

    fn try_from(text: &str) -> Result<Self, Shape> {
        let digits: String = text.chars().filter(|it| !matches!(it, ' ' | '-')).collect();
        let all_digits = digits.bytes().all(|it| it.is_ascii_digit());
        if all_digits && digits.starts_with("628") && (11..=15).contains(&digits.len()) {
            Ok(WhatsAppNumber(digits))
        } else {
            Err(Shape::WhatsApp)
        }
    }
}

/// The digits of a number in national form: `+62 812`, `62812` and `0812` are
/// the same number.
pub fn national(text: &str) -> String {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    match digits.strip_prefix("62") {
        Some(rest) if digits.len() >= 10 || text.trim_start().starts_with('+') => {
            format!("0{}", rest.trim_start_matches('0'))
        }
        _ => digits,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_code_behind_an_area_code_is_no_telephone_number() {
        for wrong in ["021-129", "+62129", "+62 129", "129", "0812-00aa-0000", "(021) ", ""] {
            assert_eq!(Telephone::try_from(wrong), Err(Shape::Telephone), "{wrong}");
        }
    }

    #[test]
    fn one_number_has_one_national_form() {
        for same in [
            "0800-0000-0000",
            "+62 800 0000 0000",
            "6280000000000",
            "(0800) 0000.0000",
            "+62 0800 0000 0000",
        ] {
            assert_eq!(national(same), "080000000000", "{same}");
        }
    }

    #[test]
    fn a_whatsapp_number_begins_with_the_country_code() {
        assert!(WhatsAppNumber::try_from("6280000000000").is_ok());
        for wrong in
            ["080000000000", "+6280000000000", "62800", "62800000000000000", "628x0000000000"]
        {
            assert_eq!(WhatsAppNumber::try_from(wrong), Err(Shape::WhatsApp), "{wrong}");
        }
    }
}
