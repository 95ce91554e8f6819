//! Protocols: what to do when something happens, step by step, each step with a
//! clock and a role; and where to turn when the person to tell may be the
//! suspect.

use std::collections::BTreeMap;

use super::Translations;
use super::body::{Body, Inline};
use super::document::Review;
use super::message::Message;
use super::value::{LawId, NeedId, ProtocolId, RoleId};

/// What to do when something happens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Protocol {
    /// Its id.
    pub id: ProtocolId,
    /// The code people use for it, such as `P03`.
    pub code: String,
    /// Who has to deal with it.
    pub class: Class,
    /// How soon.
    pub urgency: Urgency,
    /// The steps in order; their words are in `words.steps`.
    pub steps: Vec<Step>,
    /// Needs to refer to.
    pub refer: Vec<NeedId>,
    /// Other routes, by suspect; their words are in `words.suspects`.
    pub suspects: BTreeMap<Suspect, Branch>,
    /// Laws it rests on.
    pub basis: Vec<LawId>,
    /// Who must review it, and who has.
    pub review: Review,
    /// Its words, in each language.
    pub words: Translations<ProtocolWords>,
}

/// Everything of a protocol that is words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProtocolWords {
    /// Its title.
    pub title: String,
    /// When to use it.
    pub when: Vec<Inline>,
    /// Signs to look for.
    pub signs: Vec<Vec<Inline>>,
    /// The steps, in the order of `Protocol::steps`.
    pub steps: Vec<StepWords>,
    /// What to do throughout.
    pub dos: Vec<Vec<Inline>>,
    /// What never to do.
    pub nevers: Vec<Vec<Inline>>,
    /// What to write down.
    pub record: Vec<Vec<Inline>>,
    /// Sentences to say to the child.
    pub say: Vec<String>,
    /// Sentences never to say.
    pub never_say: Vec<String>,
    /// The quick-reference form.
    pub quick: Vec<Vec<Inline>>,
    /// The most urgent words, for one short message.
    pub sms: Option<Message>,
    /// What to do instead, by suspect.
    pub suspects: BTreeMap<Suspect, Vec<Inline>>,
    /// Guidance it builds on.
    pub guidance: Vec<String>,
    /// Background.
    pub body: Body,
}

/// A step's words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StepWords {
    /// What to do.
    pub text: Vec<Inline>,
    /// More about it; may be empty.
    pub about: Vec<Inline>,
}

/// A step, without its words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// By when.
    pub within: Within,
    /// Who does it.
    pub role: RoleId,
    /// Needs it leads to.
    pub needs: Vec<NeedId>,
}

/// The route when a certain person is the suspect.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Branch {
    /// Roles that must not be told or called.
    pub avoid: Vec<RoleId>,
    /// Whom to turn to instead.
    pub needs: Vec<NeedId>,
}

/// The time span in which a step belongs. Recommended practice, not law.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Within {
    /// One hour.
    Hour,
    /// 24 hours.
    Day,
    /// 72 hours.
    ThreeDays,
    /// Seven days.
    Week,
    /// Later.
    FollowUp,
}

impl Within {
    /// The name in content and for themes.
    pub fn as_str(self) -> &'static str {
        match self {
            Within::Hour => "1h",
            Within::Day => "24h",
            Within::ThreeDays => "72h",
            Within::Week => "7d",
            Within::FollowUp => "follow-up",
        }
    }
}

/// Who has to deal with what happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Class {
    /// A breach of school rules: the school.
    School,
    /// A breach of law: the working group and the authorities.
    Law,
    /// Either; the protocol says how to tell.
    Either,
    /// The child's welfare.
    Welfare,
    /// A health emergency.
    Health,
}

/// How soon to act.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Urgency {
    /// At once.
    Now,
    /// The same day.
    Today,
    /// Within the week.
    Week,
}

impl Urgency {
    /// The name in content and for themes.
    pub fn as_str(self) -> &'static str {
        match self {
            Urgency::Now => "now",
            Urgency::Today => "today",
            Urgency::Week => "week",
        }
    }
}

/// Who may have done it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Suspect {
    /// A member of staff.
    Staff,
    /// The head of the school.
    Head,
    /// The person who receives reports.
    Receiver,
    /// Another pupil.
    Pupil,
    /// Somebody of the family.
    Family,
    /// The police or another official.
    Official,
    /// A stranger, often online.
    Stranger,
    /// Nobody knows.
    Unknown,
}

impl Suspect {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Suspect; 8] = [
        Suspect::Head,
        Suspect::Receiver,
        Suspect::Staff,
        Suspect::Pupil,
        Suspect::Family,
        Suspect::Official,
        Suspect::Stranger,
        Suspect::Unknown,
    ];

    /// The name in content and for themes.
    pub fn as_str(self) -> &'static str {
        match self {
            Suspect::Staff => "staff",
            Suspect::Head => "head",
            Suspect::Receiver => "receiver",
            Suspect::Pupil => "pupil",
            Suspect::Family => "family",
            Suspect::Official => "official",
            Suspect::Stranger => "stranger",
            Suspect::Unknown => "unknown",
        }
    }
}
