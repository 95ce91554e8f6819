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

impl Person {
    /// Who this is, in the middle of a sentence: a name with the role, or else
    /// how a child finds the person, with the place in brackets, so that the
    /// sentence can go on. None where the school says neither.
    pub fn in_a_sentence(&self, role: &str, lang: &Lang) -> Option<String> {
        if let Some(name) = &self.name {
            return Some(format!("{name} ({role})"));
        }
        let title = self.title.as_ref()?.get(lang);
        Some(match title.split_once(", ") {
            Some((who, place)) => format!("{who} ({place})"),
            None => title.to_owned(),
        })
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    /// How somebody is called who receives reports.
    fn called(name: Option<&str>, title: Option<&str>) -> Option<String> {
        let title = title.map(|it| Text { own: it.to_owned(), others: BTreeMap::new() });
        let person = Person { name: name.map(str::to_owned), title, ..Person::default() };
        person.in_a_sentence("penerima laporan", &Lang::try_from("id").expect("a language"))
    }

    #[test]
    fn a_person_without_a_name_is_called_as_a_child_finds_them() {
        let title = Some("guru BK, ruang UKS, lantai dua");
        assert_eq!(called(None, title).as_deref(), Some("guru BK (ruang UKS, lantai dua)"));
        assert_eq!(called(None, Some("guru BK")).as_deref(), Some("guru BK"));
        assert_eq!(
            called(Some("Ibu Contoh"), title).as_deref(),
            Some("Ibu Contoh (penerima laporan)")
        );
        assert_eq!(called(None, None), None);
    }
}
