//! Policies and guidance: texts with somebody who answers for them.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::Translations;
use super::body::Body;
use super::fingerprint::Fingerprint;
use super::value::{Audience, LawId, PageId, PolicyId, RoleId, SectionId, SlotId};

/// An approved safeguarding policy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Policy {
    /// Its id.
    pub id: PolicyId,
    /// Who keeps it.
    pub owner: RoleId,
    /// Its version.
    pub version: String,
    /// Who approved it.
    pub approved_by: Option<String>,
    /// When.
    pub approved_on: Option<Date>,
    /// From when it holds.
    pub in_force_from: Option<Date>,
    /// When it must be reviewed.
    pub review_due: Date,
    /// Laws it rests on.
    pub basis: Vec<LawId>,
    /// For whom it is.
    pub audience: Vec<Audience>,
    /// What a school fills in.
    pub slots: BTreeMap<SlotId, Slot>,
    /// Who must review it, and who has.
    pub review: Review,
    /// Its words, in each language.
    pub words: Translations<DocumentWords>,
}

/// A place that each school fills.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slot {
    /// What is asked for.
    pub ask: String,
    /// Whether a live site may leave it open.
    pub need: SlotNeed,
}

/// Whether a slot must be filled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SlotNeed {
    /// It must.
    Required,
    /// It may stay open.
    Optional,
}

/// The words of a policy or a page of guidance.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocumentWords {
    /// Its title.
    pub title: String,
    /// One or two sentences; may be empty.
    pub summary: String,
    /// A neutral title for the browser's tab, where the title would betray.
    pub neutral: Option<String>,
    /// Its text.
    pub body: Body,
    /// The fingerprints of its locked sections, as somebody recorded them.
    pub locks: BTreeMap<SectionId, Fingerprint>,
}

/// A text for one audience.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Guidance {
    /// For whom.
    pub audience: Audience,
    /// Its id within the audience.
    pub id: PageId,
    /// Its place in the list.
    pub order: i64,
    /// Where it stands.
    pub stand: Stand,
    /// Laws it rests on.
    pub basis: Vec<LawId>,
    /// Who must review it, and who has.
    pub review: Review,
    /// Its words, in each language.
    pub words: Translations<DocumentWords>,
}

/// Where a page of guidance stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stand {
    /// On the audience's entry page.
    Entry,
    /// On a page of its own.
    Own,
}

/// A text of the district itself: about the site, what changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// Its words, in each language.
    pub words: Translations<DocumentWords>,
}

/// Who must look at a text before it is relied on, and who has.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Review {
    /// Who must.
    pub needed: Vec<Reviewer>,
    /// Who has.
    pub done: Vec<(Reviewer, Date)>,
}

impl Review {
    /// Who must still look at it.
    pub fn open(&self) -> Vec<Reviewer> {
        let done = |it: &&Reviewer| !self.done.iter().any(|(by, _)| by == *it);
        self.needed.iter().filter(done).copied().collect()
    }
}

/// A profession or group that reviews.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reviewer {
    /// The regional unit for the protection of women and children.
    UptdPpa,
    /// A child psychologist.
    Psychologist,
    /// The police unit for women and children.
    PolicePpa,
    /// A lawyer.
    Lawyer,
    /// Teachers.
    Teachers,
    /// Young people.
    YouthPanel,
    /// Somebody whose first language it is.
    NativeSpeaker,
}

impl Reviewer {
    /// All of them.
    pub const ALL: [Reviewer; 7] = [
        Reviewer::UptdPpa,
        Reviewer::Psychologist,
        Reviewer::PolicePpa,
        Reviewer::Lawyer,
        Reviewer::Teachers,
        Reviewer::YouthPanel,
        Reviewer::NativeSpeaker,
    ];

    /// The name in content and in messages.
    pub fn as_str(self) -> &'static str {
        match self {
            Reviewer::UptdPpa => "uptd-ppa",
            Reviewer::Psychologist => "psychologist",
            Reviewer::PolicePpa => "police-ppa",
            Reviewer::Lawyer => "lawyer",
            Reviewer::Teachers => "teachers",
            Reviewer::YouthPanel => "youth-panel",
            Reviewer::NativeSpeaker => "native-speaker",
        }
    }
}
