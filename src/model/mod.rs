//! What the content says: plain data, before linking ([`Records`]) and after
//! ([`District`]).
//!
//! Ids are newtypes, references are ids, nothing borrows. How a record is
//! written is `parse`'s concern, how it is shown `render`'s; neither is known
//! here.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Span;
use jiff::civil::{Date, DateTime};

use self::body::Body;
use self::document::{DocumentWords, Guidance, Notice, Policy};
use self::form::Form;
use self::law::{Law, Term};
use self::prose::{Accepted, DigitRun, Prose};
use self::protocol::{Protocol, ProtocolWords};
use self::school::School;
use self::service::{Bsan, Service, Source, Validity};
use self::value::{
    AreaCode, Audience, FormId, Lang, LawId, NeedId, NumberId, PageId, PolicyId, ProtocolId,
    RoleId, SchoolId, ServiceId, TermId, Text, WebUrl,
};
use crate::source::place::Place;
use crate::source::{FileId, Sourced};

pub mod body;
pub mod document;
pub mod fingerprint;
pub mod form;
pub mod law;
pub mod message;
pub mod number;
pub mod prose;
pub mod protocol;
pub mod school;
pub mod service;
pub mod sheet;
pub mod value;
pub mod words;

/// Words in the district's default language, and in others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Translations<T> {
    /// In the default language; written in the record's own file.
    pub own: T,
    /// In others; each written in a file of its own.
    pub others: BTreeMap<Lang, Sourced<T>>,
}

impl<T> Translations<T> {
    /// Words in the default language only.
    pub fn of(own: T) -> Translations<T> {
        Translations { own, others: BTreeMap::new() }
    }

    /// The words in `lang`, or `None` where they are missing.
    pub fn in_lang(&self, lang: &Lang) -> Option<&T> {
        self.others.get(lang).map(|it| &it.value)
    }
}

/// Who owns the content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Profile {
    /// Its name.
    pub name: Text,
    /// Its area.
    pub area: AreaCode,
    /// The zone its hours are in.
    pub time_zone: TimeZone,
    /// Its languages; the first is the default.
    pub languages: Vec<Lang>,
    /// For which audiences there are pages in a language; absent: for all.
    pub audiences: BTreeMap<Lang, Vec<Audience>>,
    /// Whether the sites may be relied on.
    pub publication: Publication,
    /// The theme's name.
    pub theme: String,
    /// Roles, as written.
    pub roles: BTreeMap<RoleId, Role>,
    /// Needs, in order of urgency.
    pub needs: Vec<Need>,
    /// The three ways in.
    pub doors: Doors,
    /// For how long checks hold.
    pub validity: Validity,
    /// Where the sites are published, one folder a school.
    pub site: Option<WebUrl>,
    /// What is made to print with every build, besides the site.
    pub print: Vec<sheet::Sheet>,
    /// Who publishes them.
    pub host: Option<Host>,
}

impl Profile {
    /// The default language.
    pub fn default_lang(&self) -> &Lang {
        &self.languages[0]
    }

    /// Whether there are pages for `audience` in `lang`.
    pub fn speaks(&self, lang: &Lang, audience: Audience) -> bool {
        self.audiences.get(lang).is_none_or(|it| it.contains(&audience))
    }
}

/// Who publishes a site. Hosts differ in how they are told about headers, and in
/// how many files they take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Host {
    /// Netlify.
    Netlify,
    /// Cloudflare Pages.
    Cloudflare,
    /// GitHub Pages, which sends no headers of ours.
    Github,
    /// A server of one's own with nginx.
    Nginx,
    /// A server of one's own with Caddy.
    Caddy,
}

impl Host {
    /// Every host, by its name in content and on the command line.
    pub const ALL: [(&'static str, Host); 5] = [
        ("netlify", Host::Netlify),
        ("cloudflare", Host::Cloudflare),
        ("github", Host::Github),
        ("nginx", Host::Nginx),
        ("caddy", Host::Caddy),
    ];
}

/// Whether a district's sites may be relied on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Publication {
    /// An example: every page says that nobody may rely on it.
    Sample,
    /// What it shows has been verified.
    Live,
}

/// A zone of Indonesia; none of them has summer time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TimeZone {
    /// Western, UTC+7.
    Wib,
    /// Central, UTC+8.
    Wita,
    /// Eastern, UTC+9.
    Wit,
}

impl TimeZone {
    /// The name in content and on pages.
    pub fn as_str(self) -> &'static str {
        match self {
            TimeZone::Wib => "WIB",
            TimeZone::Wita => "WITA",
            TimeZone::Wit => "WIT",
        }
    }

    /// What its clocks show when those of UTC show this.
    pub fn civil(self, utc: DateTime) -> DateTime {
        let ahead = match self {
            TimeZone::Wib => 7,
            TimeZone::Wita => 8,
            TimeZone::Wit => 9,
        };
        utc.saturating_add(Span::new().hours(ahead))
    }
}

/// A responsibility at a school.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Role {
    /// Its name.
    pub name: Text,
    /// What it does.
    pub duty: Option<Text>,
    /// Who holds it.
    pub holder: Holder,
    /// What it has to do with reports.
    pub reports: Reports,
    /// Whether it leads the school.
    pub leads: Leads,
}

/// Who holds a role.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holder {
    /// Every adult; nobody by name.
    Anyone,
    /// Every school must appoint somebody.
    Required,
    /// A school may appoint somebody.
    Optional,
}

/// What a role has to do with reports.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reports {
    /// It receives them.
    Receives,
    /// It does not.
    PassesOn,
}

/// Whom a role leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Leads {
    /// The whole school.
    School,
    /// Nobody, or a part of it.
    Nobody,
}

/// A kind of help.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Need {
    /// Its id.
    pub id: NeedId,
    /// Its name.
    pub name: Text,
    /// A line about it.
    pub about: Option<Text>,
    /// Categories of the ministry's referral list.
    pub bsan: Vec<Bsan>,
    /// Where to turn when nobody else answers.
    pub fallback: ServiceId,
}

/// The three ways in on every first page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Doors {
    /// Danger now.
    pub danger: NeedId,
    /// Talk or chat.
    pub talk: NeedId,
    /// An adult at school.
    pub adult: RoleId,
}

/// An entry of the register of national numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RegisteredNumber {
    /// Its id.
    pub id: NumberId,
    /// Whose it is.
    pub owner: Text,
    /// What it is and its digits.
    pub reach: service::Reach,
    /// Where a short code works.
    pub area: NumberArea,
    /// The service that may carry it; none: any one.
    pub service: Option<ServiceId>,
    /// Where the facts come from.
    pub sources: Vec<Source>,
}

/// Where a registered number works.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NumberArea {
    /// Everywhere.
    Everywhere,
    /// In these areas only; maybe in none of ours.
    Only(Vec<AreaCode>),
}

/// A translation of a record: whose, and into which language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Translation<I, T> {
    /// Whose words these are.
    pub of: I,
    /// The language.
    pub lang: Lang,
    /// The words.
    pub words: T,
}

/// A school's addition to a policy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Addendum {
    /// The school.
    pub school: SchoolId,
    /// The policy.
    pub policy: PolicyId,
    /// Its text.
    pub body: Body,
}

/// The two texts of the district itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum NoticeKind {
    /// About the site.
    About,
    /// What changed.
    Changes,
}

/// Everything as written: one value for each file that could be read.
#[derive(Debug, Default)]
pub struct Records {
    /// `district.yaml`; none where it is missing or broken.
    pub profile: Option<Sourced<Profile>>,
    /// `areas.csv`; its names are for the people who edit it.
    pub areas: Vec<Sourced<AreaCode>>,
    /// `register.yaml`
    pub register: Vec<Sourced<RegisteredNumber>>,
    /// `laws.yaml`
    pub laws: Vec<Sourced<Law>>,
    /// `terms.yaml`
    pub terms: Vec<Sourced<Term>>,
    /// `services/`
    pub services: Vec<Sourced<Service>>,
    /// `schools/*.yaml`
    pub schools: Vec<Sourced<School>>,
    /// `schools/*/*.md`
    pub addenda: Vec<Sourced<Addendum>>,
    /// `policies/`
    pub policies: Vec<Sourced<Policy>>,
    /// `policies/`, other languages.
    pub policy_words: Vec<Sourced<Translation<PolicyId, DocumentWords>>>,
    /// `protocols/`
    pub protocols: Vec<Sourced<Protocol>>,
    /// `protocols/`, other languages.
    pub protocol_words: Vec<Sourced<Translation<ProtocolId, ProtocolWords>>>,
    /// `pages/`
    pub guidance: Vec<Sourced<Guidance>>,
    /// `pages/`, other languages.
    pub guidance_words: Vec<Sourced<Translation<(Audience, PageId), DocumentWords>>>,
    /// `forms/`
    pub forms: Vec<Sourced<Form>>,
    /// `forms/`, other languages.
    pub form_words: Vec<Sourced<Translation<FormId, DocumentWords>>>,
    /// `about.md`, `changes.md`
    pub notices: Vec<Sourced<(NoticeKind, Notice)>>,
    /// Every language that words were written in.
    pub langs: Vec<(Place, Lang)>,
    /// Names of records that are there, but broken: nobody need hear that they
    /// are missing.
    pub broken: BTreeSet<String>,
    /// All words.
    pub prose: Vec<Sourced<Prose>>,
    /// All runs of digits.
    pub digits: Vec<Sourced<DigitRun>>,
    /// Findings that somebody has accepted.
    pub accepted: Vec<Sourced<Accepted>>,
    /// The same in other languages.
    pub notice_words: Vec<Sourced<Translation<NoticeKind, DocumentWords>>>,
}

impl Records {
    /// Adds the records of another file.
    pub fn join(&mut self, other: Records) {
        let Records {
            profile,
            areas,
            register,
            laws,
            terms,
            services,
            schools,
            addenda,
            policies,
            policy_words,
            protocols,
            protocol_words,
            guidance,
            guidance_words,
            forms,
            form_words,
            notices,
            langs,
            broken,
            prose,
            digits,
            accepted,
            notice_words,
        } = other;
        self.profile = self.profile.take().or(profile);
        self.areas.extend(areas);
        self.register.extend(register);
        self.laws.extend(laws);
        self.terms.extend(terms);
        self.services.extend(services);
        self.schools.extend(schools);
        self.addenda.extend(addenda);
        self.policies.extend(policies);
        self.policy_words.extend(policy_words);
        self.protocols.extend(protocols);
        self.protocol_words.extend(protocol_words);
        self.guidance.extend(guidance);
        self.guidance_words.extend(guidance_words);
        self.forms.extend(forms);
        self.form_words.extend(form_words);
        self.notices.extend(notices);
        self.langs.extend(langs);
        self.broken.extend(broken);
        self.prose.extend(prose);
        self.digits.extend(digits);
        self.accepted.extend(accepted);
        self.notice_words.extend(notice_words);
    }
}

/// A district's content, linked.
///
/// **Invariant:** every id named inside is a key here; what could not be
/// resolved was reported and left out, or left as words.
#[derive(Debug)]
pub struct District {
    /// The file of the profile.
    pub file: FileId,
    /// Who we are.
    pub profile: Profile,
    /// National numbers.
    pub register: BTreeMap<NumberId, Sourced<RegisteredNumber>>,
    /// The legal register.
    pub laws: BTreeMap<LawId, Sourced<Law>>,
    /// The glossary.
    pub terms: BTreeMap<TermId, Sourced<Term>>,
    /// The directory.
    pub services: BTreeMap<ServiceId, Sourced<Service>>,
    /// The schools.
    pub schools: BTreeMap<SchoolId, Sourced<School>>,
    /// The policies.
    pub policies: BTreeMap<PolicyId, Sourced<Policy>>,
    /// The protocols.
    pub protocols: BTreeMap<ProtocolId, Sourced<Protocol>>,
    /// The guidance.
    pub guidance: BTreeMap<(Audience, PageId), Sourced<Guidance>>,
    /// The sheets to write on.
    pub forms: BTreeMap<FormId, Sourced<Form>>,
    /// About and changes.
    pub notices: BTreeMap<NoticeKind, Sourced<Notice>>,
    /// All words, for rules about wording.
    pub prose: Vec<Sourced<Prose>>,
    /// All runs of digits, for rules about numbers.
    pub digits: Vec<Sourced<DigitRun>>,
    /// Findings that somebody has accepted.
    pub accepted: Vec<Sourced<Accepted>>,
}

impl District {
    /// The need with this id.
    pub fn need(&self, id: &NeedId) -> Option<&Need> {
        self.profile.needs.iter().find(|it| it.id == *id)
    }
}

/// Whether `day` lies within optional bounds, both included.
pub fn within(day: Date, from: Option<Date>, until: Option<Date>) -> bool {
    from.is_none_or(|it| it <= day) && until.is_none_or(|it| day <= it)
}
