//! What a service's record says, in words: hours, checks, for whom, at what
//! cost. Pages and sheets say it alike because both ask here.
//!
//! Nothing is laid out here, and nothing is chosen: which services and channels
//! are shown is the edition's business.

use jiff::civil::Time;

use crate::model::TimeZone;
use crate::model::number::national;
use crate::model::service::{
    Channel, Cost, Eligibility, How, Opening, Reach, Schedule, Service, Verification,
};
use crate::model::value::Lang;
use crate::model::words::Catalogue;

/// A language to tell it in.
#[derive(Debug, Clone, Copy)]
pub struct Telling<'t> {
    /// The theme's words.
    pub words: &'t Catalogue,
    /// The language.
    pub lang: &'t Lang,
    /// The district's default language.
    pub default: &'t Lang,
    /// The zone of all hours.
    pub zone: TimeZone,
}

/// A channel's address: to be read, and to be followed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Way {
    /// As people read it.
    pub text: String,
    /// As a link; empty where there is none.
    pub href: String,
}

impl Telling<'_> {
    /// Where a channel leads.
    pub fn way(&self, channel: &Channel) -> Way {
        let (href, text) = match &channel.reach {
            Reach::ShortCode(code) => (format!("tel:{}", code.as_str()), code.as_str().to_owned()),
            Reach::Telephone(it) => (format!("tel:{}", it.digits()), it.shown().to_owned()),
            Reach::WhatsApp { number, display } => {
                (format!("https://wa.me/{}", number.as_str()), local(number.as_str(), display))
            }
            Reach::Email(it) => (format!("mailto:{}", it.as_str()), it.as_str().to_owned()),
            Reach::Web(it) => (it.as_str().to_owned(), it.shown().to_owned()),
            Reach::Door(it) => (String::new(), it.get(self.lang).to_owned()),
        };
        Way { text, href }
    }

    /// What a channel is.
    pub fn kind(&self, channel: &Channel) -> String {
        let key = format!("kind_{}", channel.reach.kind().replace('-', "_"));
        self.words.get(&key).to_owned()
    }

    /// When it was checked, and how.
    pub fn checked(&self, verification: &Verification) -> String {
        match verification {
            Verification::Unverified => String::new(),
            Verification::Checked { how, on, .. } => {
                let day = self.words.date(*on);
                let words = |key| self.words.get(key);
                format!("{} {day}, {}", words(checked_key(*how)), words(how_key(*how)))
            }
        }
    }

    /// Hours in words.
    pub fn hours(&self, schedule: &Schedule) -> String {
        match schedule {
            Schedule::Always => self.words.get("always").to_owned(),
            Schedule::Unknown => self.words.get("hours_unknown").to_owned(),
            Schedule::Weekly(openings) => {
                let each: Vec<String> = openings.iter().map(|it| self.opening(it)).collect();
                format!("{} {}", each.join("; "), self.zone.as_str())
            }
        }
    }

    /// One line of hours: days that follow each other as a range.
    fn opening(&self, opening: &Opening) -> String {
        let mut days: Vec<i8> = opening.days.iter().map(|it| it.to_monday_zero_offset()).collect();
        days.sort_unstable();
        days.dedup();
        let name = |it: i8| self.words.day(usize::try_from(it).unwrap_or_default()).to_owned();
        let in_a_row = days.windows(2).all(|it| it[1] == it[0] + 1);
        let words = match days.as_slice() {
            [first, .., last] if in_a_row && days.len() > 2 => {
                format!("{}–{}", name(*first), name(*last))
            }
            _ => days.iter().map(|it| name(*it)).collect::<Vec<_>>().join(", "),
        };
        format!("{words} {}–{}", clock(opening.opens), clock(opening.closes))
    }

    /// For whom, with ages.
    pub fn eligible(&self, service: &Service) -> String {
        let Eligibility { min_age, max_age, genders } = &service.eligibility;
        let mut parts: Vec<String> =
            service.for_whom.iter().map(|it| it.get(self.lang).to_owned()).collect();
        parts.extend(min_age.map(|it| format!("{} {it}", self.words.get("eligible_from"))));
        parts.extend(max_age.map(|it| format!("{} {it}", self.words.get("eligible_to"))));
        let named: Vec<String> = genders.iter().map(|it| gender_name(self.words, it)).collect();
        parts.extend((!named.is_empty()).then(|| named.join(", ")));
        parts.join(" · ")
    }

    /// The languages a service speaks.
    pub fn languages(&self, service: &Service) -> String {
        let default = [self.default.clone()];
        let spoken = if service.languages.is_empty() { &default[..] } else { &service.languages };
        let names = spoken.iter().map(|it| language_name(self.words, it));
        names.collect::<Vec<_>>().join(", ")
    }

    /// What a service costs.
    pub fn cost(&self, service: &Service) -> String {
        self.words.get(cost_key(service.cost)).to_owned()
    }
}

/// A gender's name, or what the record says where the theme has no name for it.
fn gender_name(words: &Catalogue, gender: &str) -> String {
    let key = format!("eligible_{gender}");
    words.words.get(&key).cloned().unwrap_or_else(|| gender.to_owned())
}

/// A language's name, or its tag where the theme has no name for it.
pub fn language_name(words: &Catalogue, lang: &Lang) -> String {
    let key = format!("languages_name_{lang}");
    words.words.get(&key).cloned().unwrap_or_else(|| lang.to_string())
}

/// A `WhatsApp` number as people read it.
fn local(number: &str, display: &str) -> String {
    if display.starts_with('+') { national(number) } else { display.to_owned() }
}

/// `08.00`, as it is written in Indonesia.
fn clock(time: Time) -> String {
    format!("{:02}.{:02}", time.hour(), time.minute())
}

/// The word for a cost.
fn cost_key(cost: Cost) -> &'static str {
    match cost {
        Cost::Free => "cost_free",
        Cost::Paid => "cost_paid",
        Cost::Unknown => "cost_unknown",
    }
}

/// The word for having checked it: to read a page is not to try a number.
fn checked_key(how: How) -> &'static str {
    match how {
        How::Called | How::Messaged | How::Visited | How::Letter => "checked",
        How::OfficialSource => "checked_source",
    }
}

/// The word for how a channel was checked.
fn how_key(how: How) -> &'static str {
    match how {
        How::Called => "how_called",
        How::Messaged => "how_messaged",
        How::Visited => "how_visited",
        How::Letter => "how_letter",
        How::OfficialSource => "how_official_source",
    }
}
