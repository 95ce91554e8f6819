//! The check code: whether two papers of a school say the same.
//!
//! It is made of what a reader would compare by eye: every channel that is
//! shown, the versions of the policies, and until when the first check holds.
//! Anybody can make the same code of other content, so it proves nothing about
//! who wrote it: a different code shows that one of two papers is old or
//! changed, and an equal one that both say the same.

use std::fmt;

use jiff::civil::Date;

use crate::model::number::national;
use crate::model::service::{Age, Channel, Reach, Service};
use crate::resolve::edition::{Edition, live_channels, valid_until};

use super::hash::Hash;

/// Sixteen characters in groups of four: `0000-0000-0000-0000`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckCode(String);

impl fmt::Display for CheckCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Crockford's digits: no I, L, O or U, which are misread.
const DIGITS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// The check code of what a school shows on a day.
pub fn check_code(edition: &Edition<'_>) -> CheckCode {
    let hash = Hash::of(canon(edition).as_bytes());
    let bits = hash.bytes().iter().take(10).fold(0_u128, |sum, it| sum << 8 | u128::from(*it));
    let digit = |at: u32| {
        let five = usize::try_from(bits >> (75 - 5 * at) & 31).unwrap_or_default();
        char::from(DIGITS[five])
    };
    let hyphen = |at: u32| (at > 0 && at.is_multiple_of(4)).then_some('-');
    CheckCode((0..16).flat_map(|it| hyphen(it).into_iter().chain([digit(it)])).collect())
}

/// The day on which the first check of a shown channel ends; checks that have
/// ended already do not count. None where nothing holds.
pub fn holds_until(edition: &Edition<'_>) -> Option<Date> {
    until(edition, edition.services.values().copied())
}

/// The same, of some services only.
pub fn until<'s>(
    edition: &Edition<'_>,
    services: impl IntoIterator<Item = &'s Service>,
) -> Option<Date> {
    let validity = &edition.district.profile.validity;
    let ends = |it: &'s Service| {
        live_channels(it, validity, edition.as_of)
            .into_iter()
            .filter(|(_, age)| *age != Age::Overdue)
            .filter_map(|(channel, _)| valid_until(channel, it, validity))
            .collect::<Vec<_>>()
    };
    services.into_iter().flat_map(ends).min()
}

/// What the code is made of, one fact a line, in order of ids.
fn canon(edition: &Edition<'_>) -> String {
    let validity = &edition.district.profile.validity;
    let mut text = format!("teduh 1\nschool {}\n", edition.school.id);
    for (id, service) in &edition.services {
        let live = live_channels(service, validity, edition.as_of);
        let mut lines: Vec<String> = live.into_iter().map(|(it, _)| line(it)).collect();
        lines.sort();
        lines.iter().for_each(|it| text.push_str(&format!("channel {id} {it}\n")));
    }
    for policy in &edition.policies {
        text.push_str(&format!("policy {} {}\n", policy.id, policy.version));
    }
    if let Some(day) = holds_until(edition) {
        text.push_str(&format!("until {day}\n"));
    }
    text
}

/// A channel, however it is spaced.
fn line(channel: &Channel) -> String {
    let address = match &channel.reach {
        Reach::ShortCode(it) => it.as_str().to_owned(),
        Reach::Telephone(it) => it.digits().to_owned(),
        Reach::WhatsApp { number, .. } => national(number.as_str()),
        Reach::Email(it) => it.as_str().to_owned(),
        Reach::Web(it) => it.as_str().to_owned(),
        Reach::Door(it) => it.own.clone(),
    };
    format!("{} {address}", channel.reach.kind())
}

#[cfg(test)]
mod tests {
    use crate::embedded;
    use crate::parse::parse;
    use crate::resolve::edition::edition;
    use crate::resolve::link;
    use crate::source::SourceTree;

    use super::*;

    /// The code of the first school of the starter, with its files changed.
    fn code(change: impl Fn(&str) -> String, today: Date) -> String {
        let tree = embedded::starter();
        let texts: Vec<(String, String)> =
            tree.files().map(|(id, it)| (it.path.clone(), change(tree.text(id)))).collect();
        let files = texts.iter().map(|(path, text)| (path.as_str(), text.as_str()));
        let tree = SourceTree::from_files(files);
        let district = link(parse(&tree).value).value.expect("a district");
        let school = &district.schools.values().next().expect("a school").value;
        check_code(&edition(&district, school, today)).to_string()
    }

    #[test]
    fn the_code_changes_with_what_is_shown_and_with_nothing_else() {
        let today = Date::constant(2026, 11, 24);
        let own = code(str::to_owned, today);
        assert_eq!((own.len(), own.matches('-').count()), (19, 3), "{own}");
        assert!(own.bytes().all(|it| it == b'-' || DIGITS.contains(&it)), "{own}");
        let spaced = code(|it| it.replace("08111-129-129", "0811 1129 129"), today);
        assert_eq!(spaced, own, "a number that is spaced otherwise is the same number");
        assert_eq!(code(|it| it.replace("gratis", "tanpa biaya"), today), own);
        assert_eq!(code(str::to_owned, Date::constant(2026, 11, 25)), own, "a day later");
        assert_ne!(code(|it| it.replace("628111129129", "628111129120"), today), own);
        assert_ne!(code(|it| it.replace("version: \"0.1\"", "version: \"0.2\""), today), own);
        assert_ne!(code(|it| it.replace("on: 2026-11-24", "on: 2026-11-20"), today), own);
    }
}
