//! Schools: who they are, who holds which role, what they add to the district's
//! texts.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::Host;
use super::body::Body;
use super::fingerprint::Fingerprint;
use super::number::WhatsAppNumber;
use super::value::{
    AreaCode, Colour, Lang, Npsn, PolicyId, RoleId, SchoolId, SlotId, Text, WebUrl,
};
use crate::source::Sourced;

/// One school; it gets one site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct School {
    /// Its id.
    pub id: SchoolId,
    /// Its name.
    pub name: String,
    /// Its national number.
    pub npsn: Option<Npsn>,
    /// `sd`, `smp`, ...
    pub level: String,
    /// The village or ward it stands in.
    pub area: AreaCode,
    /// Its address.
    pub address: Option<String>,
    /// Languages of its site; absent: the district's.
    pub languages: Option<Vec<Lang>>,
    /// Who holds which role.
    pub people: BTreeMap<RoleId, Person>,
    /// Policies it has adopted; absent: all.
    pub adopts: Option<Vec<PolicyId>>,
    /// What it filled into the policies' slots.
    pub slots: BTreeMap<PolicyId, BTreeMap<SlotId, Text>>,
    /// For its addenda: the fingerprint of the policy's text that each was
    /// written against.
    pub against: BTreeMap<PolicyId, Fingerprint>,
    /// Its addenda; each is a file of its own.
    pub addenda: BTreeMap<PolicyId, Sourced<Body>>,
    /// Where its site is published.
    pub site: Option<WebUrl>,
    /// Who publishes it; absent: whoever publishes the district's.
    pub host: Option<Host>,
    /// The colour it wants its site to have.
    pub accent: Option<Colour>,
}

impl School {
    /// Whether it has adopted this policy.
    pub fn adopted(&self, policy: &PolicyId) -> bool {
        self.adopts.as_ref().is_none_or(|it| it.contains(policy))
    }
}

/// Who holds a role at a school.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Person {
    /// The name, where the person agreed to have it shown.
    pub name: Option<String>,
    /// How a child finds the person.
    pub title: Option<Text>,
    /// `f` or `m`: children choose whom they talk to.
    pub gender: Option<Gender>,
    /// A number, and until when the person agreed to have it shown.
    pub number: Option<Consented>,
    /// From when the person holds the role.
    pub from: Option<Date>,
    /// Until when.
    pub until: Option<Date>,
}

/// A person's number with the consent to show it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Consented {
    /// The number.
    pub number: WhatsAppNumber,
    /// The consent ends on this day.
    pub until: Date,
}

/// A person's gender, as far as it helps a child to choose.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gender {
    /// A woman.
    Female,
    /// A man.
    Male,
}
