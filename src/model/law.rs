//! The legal register and the glossary.

use jiff::civil::Date;

use super::service::Source;
use super::value::{Hours, LawId, TermId, Text};

/// An entry of the legal register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Law {
    /// Its id.
    pub id: LawId,
    /// Its title.
    pub title: Text,
    /// Its short name, such as `UU 12/2022`.
    pub short: String,
    /// Whether it holds.
    pub status: LawStatus,
    /// Since when.
    pub in_force_from: Option<Date>,
    /// Until when.
    pub revoked_on: Option<Date>,
    /// What took its place.
    pub replaced_by: Option<LawId>,
    /// What it means for a school.
    pub means: Option<Text>,
    /// Words of the system that it made, such as `TPPK`.
    pub words: Vec<String>,
    /// The time limits that it sets.
    pub deadlines: Vec<Deadline>,
    /// What stands behind the entry.
    pub evidence: Evidence,
    /// Where the facts come from.
    pub sources: Vec<Source>,
    /// When the entry was last checked.
    pub checked_on: Option<Date>,
}

/// A time limit that a law sets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deadline {
    /// How long.
    pub within: Hours,
    /// For what.
    pub what: Text,
}

/// Whether a law holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LawStatus {
    /// It does.
    InForce,
    /// It does not any more.
    Revoked,
    /// Parts of it do.
    SupersededInPart,
    /// To be verified.
    ToVerify,
}

impl LawStatus {
    /// The name in content and for themes.
    pub fn as_str(self) -> &'static str {
        match self {
            LawStatus::InForce => "in-force",
            LawStatus::Revoked => "revoked",
            LawStatus::SupersededInPart => "superseded-in-part",
            LawStatus::ToVerify => "to-verify",
        }
    }
}

/// What stands behind an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Evidence {
    /// A source.
    Source,
    /// General knowledge, to be checked by a lawyer.
    GeneralKnowledge,
}

/// An entry of the glossary.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// Its id.
    pub id: TermId,
    /// The term.
    pub term: Text,
    /// What it means.
    pub means: Text,
    /// Words to avoid.
    pub avoid: Vec<String>,
    /// What to say instead.
    pub instead: Option<String>,
    /// A remark.
    pub note: Option<Text>,
}
