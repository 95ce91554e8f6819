//! The directory: services, the ways to reach them, who checked those and when.
//!
//! Field names follow the Human Services Data Specification where it has one.
//! **Invariant:** a [`Location::Confidential`] has no field that could hold an
//! address, so none can leak.

use std::collections::BTreeSet;

use jiff::civil::{Date, Time, Weekday};

use super::number::{ShortCode, Telephone, WhatsAppNumber};
use super::protocol::Suspect;
use super::value::{AreaCode, EmailAddress, Lang, NeedId, ServiceId, Text, WebUrl};

/// One entry of the directory.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Service {
    /// Its id.
    pub id: ServiceId,
    /// Its name.
    pub name: Text,
    /// An abbreviation.
    pub short: Option<Text>,
    /// What it does, for a frightened reader.
    pub about: Text,
    /// The needs it meets.
    pub needs: Vec<NeedId>,
    /// Its place among services that can be reached alike, lowest first; those
    /// without one come after.
    pub order: Option<u32>,
    /// Categories of the ministry's referral list.
    pub bsan: Vec<Bsan>,
    /// Where it serves.
    pub service_area: ServiceArea,
    /// For whom, in words.
    pub for_whom: Option<Text>,
    /// Cautions; what it is not.
    pub not_for: Option<Text>,
    /// Whom it accepts.
    pub eligibility: Eligibility,
    /// Suspects for whose sake this door must not be used.
    pub forbidden_when: BTreeSet<Suspect>,
    /// Languages spoken; empty: the district's default.
    pub languages: Vec<Lang>,
    /// What it costs.
    pub cost: Cost,
    /// Access for people with disabilities.
    pub access: Option<Text>,
    /// When it answers.
    pub schedule: Schedule,
    /// Days on which it does not.
    pub closed_on: Vec<Days>,
    /// The ways to reach it.
    pub channels: Vec<Channel>,
    /// Why there is no channel, or why it is held back.
    pub unverified: Option<Text>,
    /// Where it is.
    pub location: Location,
    /// Where to turn when it does not answer.
    pub fallback: Option<ServiceId>,
    /// Whether it is a national line, checked more often.
    pub hotline: bool,
    /// Whether it may be shown at all.
    pub publish: Publish,
    /// The mark of confidence of its evidence.
    pub evidence: Option<String>,
    /// Where the facts come from.
    pub sources: Vec<Source>,
}

impl Service {
    /// Its place among services that can be reached alike.
    pub fn place(&self) -> u32 {
        self.order.unwrap_or(u32::MAX)
    }

    /// What it is called for short: its abbreviation, or else its name.
    pub fn short_name(&self, lang: &Lang) -> &str {
        self.short.as_ref().unwrap_or(&self.name).get(lang)
    }

    /// Whether it is for danger and meets none of these needs: the police are no
    /// substitute for a hospital.
    pub fn is_for_danger_only(&self, danger: &NeedId, of: &[NeedId]) -> bool {
        self.needs.contains(danger) && !of.iter().any(|it| self.needs.contains(it))
    }
}

/// Where a service serves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ServiceArea {
    /// The whole country.
    Everywhere,
    /// These areas and all below them.
    Areas(Vec<AreaCode>),
}

impl ServiceArea {
    /// Whether it serves people in `area`.
    pub fn serves(&self, area: &AreaCode) -> bool {
        match self {
            ServiceArea::Everywhere => true,
            ServiceArea::Areas(areas) => areas.iter().any(|it| it.contains(area)),
        }
    }
}

/// Whom a service accepts; an absent bound is no bound.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Eligibility {
    /// The youngest, in years.
    pub min_age: Option<u8>,
    /// The oldest, in years.
    pub max_age: Option<u8>,
    /// Only these genders; empty: everyone.
    pub genders: Vec<String>,
}

/// What a service costs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cost {
    /// Nothing.
    Free,
    /// Something.
    Paid,
    /// Nobody has asked.
    Unknown,
}

/// Whether a record may be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Publish {
    /// Yes.
    Yes,
    /// It is kept in the repository and shown nowhere.
    HeldBack,
}

/// When something answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Schedule {
    /// Round the clock, every day.
    Always,
    /// At these times.
    Weekly(Vec<Opening>),
    /// Nobody has asked.
    Unknown,
}

/// The same hours on some days of the week.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opening {
    /// The days, Monday first.
    pub days: Vec<Weekday>,
    /// From.
    pub opens: Time,
    /// Until; earlier than `opens` means after midnight.
    pub closes: Time,
}

/// A run of days, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Days {
    /// The first.
    pub first: Date,
    /// The last.
    pub last: Date,
}

/// One way to reach a service.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Channel {
    /// What it is and where it leads.
    pub reach: Reach,
    /// A remark.
    pub label: Option<Text>,
    /// When it answers, where that differs from the service.
    pub schedule: Option<Schedule>,
    /// Who checked it, how and when.
    pub verification: Verification,
    /// Where that is written.
    pub vouched: Vouched,
}

impl Channel {
    /// When it answers; none for a site or a mailbox of which nobody wrote hours:
    /// those do not close.
    pub fn hours<'s>(&'s self, service: &'s Service) -> Option<&'s Schedule> {
        let hours = self.schedule.as_ref().unwrap_or(&service.schedule);
        let closes = !matches!(self.reach, Reach::Email(_) | Reach::Web(_));
        (closes || *hours != Schedule::Unknown).then_some(hours)
    }
}

/// Where a channel's verification is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Vouched {
    /// With the channel.
    Own,
    /// Once for all channels of the record.
    Record,
}

/// What a channel is and where it leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reach {
    /// A short code.
    ShortCode(ShortCode),
    /// A telephone.
    Telephone(Telephone),
    /// A chat.
    WhatsApp {
        /// The number.
        number: WhatsAppNumber,
        /// How it is shown.
        display: String,
    },
    /// Post.
    Email(EmailAddress),
    /// A site.
    Web(WebUrl),
    /// A place to go to, in words.
    Door(Text),
}

impl Reach {
    /// The kind's name in content and for themes.
    pub fn kind(&self) -> &'static str {
        match self {
            Reach::ShortCode(_) => "short-code",
            Reach::Telephone(_) => "telephone",
            Reach::WhatsApp { .. } => "whatsapp",
            Reach::Email(_) => "email",
            Reach::Web(_) => "web",
            Reach::Door(_) => "door",
        }
    }

    /// The digits in national form, for channels that have a number.
    pub fn digits(&self) -> Option<String> {
        match self {
            Reach::ShortCode(code) => Some(code.as_str().to_owned()),
            Reach::Telephone(telephone) => Some(telephone.digits().to_owned()),
            Reach::WhatsApp { number, .. } => Some(super::number::national(number.as_str())),
            Reach::Email(_) | Reach::Web(_) | Reach::Door(_) => None,
        }
    }
}

/// Who confirmed that a channel works.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verification {
    /// Nobody yet.
    Unverified,
    /// Somebody did.
    Checked {
        /// How.
        how: How,
        /// When.
        on: Date,
        /// Who: a role, never a private name.
        by: Text,
        /// Until when it holds, where that is not the district's rule.
        until: Option<Date>,
        /// What it rests on.
        sources: Vec<Source>,
    },
}

/// How a channel was checked, strongest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum How {
    /// Somebody dialled it and it answered.
    Called,
    /// Somebody wrote and it answered.
    Messaged,
    /// Somebody went there.
    Visited,
    /// The service confirmed in writing.
    Letter,
    /// An official page prints it; nobody has tried it.
    OfficialSource,
}

/// How old a check is, by the day the site is made for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Age {
    /// It holds.
    Fresh,
    /// It holds, and should be repeated soon.
    DueSoon,
    /// It should have been repeated; still shown, below fresh ones.
    Overdue,
    /// It is not shown any more.
    Expired,
}

/// For how many days a check holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Validity {
    /// For ordinary channels.
    pub default: i32,
    /// For national lines.
    pub hotline: i32,
    /// For channels that rest on an official page only.
    pub official_source: i32,
    /// Before the end: warn.
    pub due_soon: i32,
    /// After the end: still shown, marked as overdue.
    pub overdue: i32,
}

impl Default for Validity {
    fn default() -> Self {
        Validity { default: 180, hotline: 90, official_source: 60, due_soon: 14, overdue: 30 }
    }
}

/// Where a service is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Location {
    /// Nowhere in particular, or not known.
    None,
    /// An address that may be shown.
    Public {
        /// The address.
        address: Text,
        /// Its area.
        area: Option<AreaCode>,
    },
    /// A place that must stay hidden. There is no field for an address.
    Confidential {
        /// No finer than the district.
        area: AreaCode,
    },
}

/// Where a fact comes from. Its address is text, never a link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// What it is.
    pub title: String,
    /// Where it was found.
    pub url: Option<String>,
    /// The page's own date.
    pub date: Option<String>,
}

/// A category of the education ministry's referral list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Bsan {
    /// The district's working group.
    PokjaBsan,
    /// Health.
    LayananKesehatan,
    /// Counselling.
    LayananKonseling,
    /// Disability.
    LayananDisabilitas,
    /// Social accompaniment.
    PendampinganSosial,
    /// Spiritual guidance.
    BimbinganRohani,
    /// Legal aid.
    BantuanHukum,
    /// Police.
    Kepolisian,
    /// Professional accompaniment.
    PendampinganProfesi,
    /// Others.
    LayananLain,
}
