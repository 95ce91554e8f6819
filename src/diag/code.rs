//! Every fault the content can have: its number, its severity, its facts.
//!
//! A rule reports a [`Fault`], which is a code with the facts of the case. The
//! sentences stand once per language in [`super::text`]; a fault without its
//! sentence does not compile. Numbers are never used again for something else.

use jiff::civil::Date;

use crate::model::Publication;
use crate::model::fingerprint::Fingerprint;
use crate::model::value::Shape;

/// How bad a fault is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The site cannot be published like this.
    Error,
    /// Somebody should look at it.
    Warning,
}

/// How bad a code is, by what the district publishes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Weight {
    /// Always an error.
    Error,
    /// Always a warning.
    Warning,
    /// An error where people rely on the site, a warning in a sample.
    ErrorWhenLive,
}

/// What a reference or duplicate is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A policy.
    Policy,
    /// A protocol.
    Protocol,
    /// A page of guidance.
    Page,
    /// A sheet to write on.
    Form,
    /// A service.
    Service,
    /// A school.
    School,
    /// A role.
    Role,
    /// A need.
    Need,
    /// A law.
    Law,
    /// A term.
    Term,
    /// An area.
    Area,
    /// A heading in the same text.
    Anchor,
    /// A slot of a policy.
    Slot,
    /// A school's national number.
    Npsn,
    /// A protocol's code.
    ProtocolCode,
}

/// A part of a page that weighs something.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// Its style sheet.
    Style,
    /// Its scripts.
    Script,
    /// The head, and what stands above and below the text.
    Frame,
    /// What stands below this heading.
    Section(String),
}

/// When a theme's colours hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Scheme {
    /// By day.
    Light,
    /// Where the telephone asks for dark pages.
    Dark,
}

/// What a page leaves behind where others may see it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Trace {
    /// Its title, in tabs and in the history.
    Title,
    /// Its address, in the history.
    Address,
    /// What it says, where it must say nothing.
    Words,
    /// A description that chats show beside a link.
    Preview,
    /// An icon, in tabs and on the first screen.
    Icon,
    /// A manifest: an app with a name.
    Manifest,
    /// The name of a file that is downloaded.
    Download,
}

/// Defines [`Fault`] and [`Code`] from one table, so that no list can lack one.
macro_rules! faults {
    ($($(#[doc = $doc:literal])* $name:ident = $number:literal, $weight:ident { $($(#[doc = $field_doc:literal])* $field:ident: $type:ty,)* };)*) => {
        /// What is wrong, with the facts of the case.
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub enum Fault {
            $($(#[doc = $doc])* $name { $($(#[doc = $field_doc])* $field: $type,)* },)*
        }

        /// The name of a kind of fault: `TD` and four digits.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code {
            $($(#[doc = $doc])* $name = $number,)*
        }

        impl Code {
            /// Every code there is, by number.
            pub const ALL: &'static [Code] = &[$(Code::$name),*];

            /// How bad it is, by what the district publishes.
            fn weight(self) -> Weight {
                match self {
                    $(Code::$name => Weight::$weight,)*
                }
            }
        }

        impl Fault {
            /// The code of this fault.
            pub fn code(&self) -> Code {
                match self {
                    $(Fault::$name { .. } => Code::$name,)*
                }
            }
        }
    };
}

faults! {
    /// A file is not UTF-8.
    NotUtf8 = 101, Error {
        /// The first line that is not.
        line: usize,
    };
    /// A file is too large to be a text.
    TooLarge = 102, Error {
        /// Its size in bytes.
        bytes: u64,
    };
    /// A file is a symbolic link.
    IsLink = 103, Error {};
    /// A file could not be read.
    Unreadable = 104, Error {
        /// What the system said.
        why: String,
    };
    /// There is no `district.yaml`.
    NoProfile = 105, Error {};
    /// A file in a record's folder is no record.
    UnknownFile = 106, Warning {
        /// Its path.
        path: String,
    };
    /// A file's name cannot be an id.
    BadFileName = 107, Error {
        /// The name without its ending.
        name: String,
    };
    /// A text has no front matter, or it does not end.
    FrontMatter = 108, Error {};
    /// A file is not YAML.
    NotYaml = 109, Error {
        /// What the reader said.
        why: String,
    };
    /// A file is empty.
    EmptyFile = 110, Error {};
    /// A character that the program uses itself.
    ReservedCharacter = 111, Error {};
    /// Lists or quotations within each other, too many.
    TooDeep = 112, Error {};

    /// A field that no record of this kind has.
    UnknownField = 201, Error {
        /// The field.
        field: String,
        /// The most similar field there is.
        nearest: Option<String>,
    };
    /// A field that must be there is not.
    MissingField = 202, Error {
        /// The field.
        field: String,
    };
    /// A value of the wrong shape.
    WrongValue = 203, Error {
        /// What was written.
        written: String,
        /// What was expected.
        shape: Shape,
    };
    /// A key written twice.
    DuplicateKey = 204, Error {
        /// The key.
        key: String,
    };
    /// A value that is none of those allowed.
    NotOneOf = 205, Error {
        /// What was written.
        written: String,
        /// What is allowed.
        allowed: String,
        /// The most similar of them.
        nearest: Option<String>,
    };
    /// A line of `areas.csv` that is no area.
    BadAreaLine = 206, Error {
        /// What was written.
        written: String,
    };
    /// Words in a language that the district does not have.
    UnknownLanguage = 207, Error {
        /// The language.
        lang: String,
    };
    /// An area without the one above it.
    AreaWithoutParent = 208, Error {
        /// The area.
        code: String,
        /// The one that is missing.
        parent: String,
    };
    /// An accepted finding of a code that cannot be accepted.
    NotAcceptable = 209, Error {
        /// The code as written.
        code: String,
    };
    /// An accepted finding that is not there.
    AcceptedNothing = 210, Warning {
        /// The code.
        code: String,
    };

    /// A reference to something that is not there.
    Dangling = 301, Error {
        /// What sort of thing.
        kind: Kind,
        /// What was written.
        id: String,
        /// The most similar id there is.
        nearest: Option<String>,
    };
    /// A link with a scheme that is not allowed.
    ForbiddenLink = 302, Error {
        /// The link.
        url: String,
    };
    /// The same id twice.
    DuplicateId = 303, Error {
        /// What sort of thing.
        kind: Kind,
        /// The id.
        id: String,
    };
    /// A translation of a text that is not there.
    OrphanTranslation = 304, Error {
        /// The text's name.
        of: String,
    };
    /// A school adds to a policy that it has not adopted.
    OrphanAddendum = 305, Error {
        /// The policy.
        policy: String,
    };

    /// A policy past its review day.
    PolicyOverdue = 401, Warning {
        /// Its title.
        title: String,
        /// The day it was due.
        due: Date,
        /// The day of the build.
        today: Date,
        /// Who keeps it.
        owner: String,
    };
    /// HTML in a text.
    RawHtml = 402, Error {};
    /// A heading level is skipped.
    HeadingSkipped = 403, Error {
        /// The level above.
        from: u8,
        /// The level found.
        to: u8,
    };
    /// A required slot that a school has not filled.
    UnfilledSlot = 404, ErrorWhenLive {
        /// The school.
        school: String,
        /// The policy.
        policy: String,
        /// The slot.
        slot: String,
        /// What it asks.
        ask: String,
    };
    /// A text without its translation.
    MissingTranslation = 405, Warning {
        /// The language.
        lang: String,
    };
    /// A translation with another number of steps or signs.
    UnevenTranslation = 406, Error {
        /// Which list.
        field: String,
        /// How many there are in the original.
        own: usize,
        /// How many there are in the translation.
        found: usize,
    };
    /// Steps that go back in time.
    StepsOutOfOrder = 407, Error {
        /// The step's time.
        within: String,
        /// The time of the step before.
        before: String,
    };
    /// A child's page whose name or tab gives it away.
    NotNeutral = 408, Error {
        /// The word that does.
        word: String,
    };
    /// An image in a text.
    Image = 409, Error {};
    /// A text that rests on a law that holds no more.
    LawEnded = 410, Error {
        /// The law's short name.
        law: String,
        /// Since when it does not hold.
        on: Option<Date>,
        /// What took its place.
        successor: Option<String>,
        /// Since when that holds.
        since: Option<Date>,
    };
    /// A text that names a law that holds no more as if it did.
    LawEndedCited = 411, Error {
        /// The law's short name.
        law: String,
        /// Since when it does not hold.
        on: Option<Date>,
        /// What took its place.
        successor: Option<String>,
        /// Since when that holds.
        since: Option<Date>,
    };
    /// A word of a system whose law holds no more.
    OldSystemWord = 412, Warning {
        /// The word.
        word: String,
        /// The law that made it.
        law: String,
        /// What took the law's place.
        successor: Option<String>,
    };
    /// A time limit that no law in the register sets.
    UnfoundedDeadline = 413, Error {
        /// The span as written.
        written: String,
        /// The law that the text names, where it names one.
        law: Option<String>,
    };
    /// A locked section whose words are not those that were recorded.
    LockChanged = 414, Error {
        /// The section.
        section: String,
        /// What was recorded.
        recorded: Fingerprint,
        /// What it is now.
        now: Fingerprint,
    };
    /// A locked section of which nothing was recorded.
    LockMissing = 415, Error {
        /// The section.
        section: String,
        /// What it is now.
        now: Fingerprint,
    };
    /// A recorded section that is not there, or not locked.
    LockOfNothing = 416, Error {
        /// The section.
        section: String,
    };
    /// An addition to a text that has changed since.
    AddendumShadows = 417, Warning {
        /// The school.
        school: String,
        /// The policy.
        policy: String,
        /// What the policy's text is now.
        now: Fingerprint,
    };
    /// An addition that does not say to which text.
    AddendumWithoutBase = 418, Warning {
        /// The school.
        school: String,
        /// The policy.
        policy: String,
        /// What the policy's text is now.
        now: Fingerprint,
    };
    /// An addition with the anchor of a locked section.
    AddendumOverLocked = 419, Error {
        /// The section.
        section: String,
        /// The policy.
        policy: String,
    };
    /// A place that nobody filled in.
    Placeholder = 420, ErrorWhenLive {
        /// As written.
        written: String,
    };

    /// A protocol of a live district that somebody still has to review.
    Unreviewed = 421, ErrorWhenLive {
        /// Who still has to, as in content.
        by: String,
    };
    /// A short form of a protocol that does not fit on a card.
    QuickTooLong = 422, Error {
        /// Its words.
        words: usize,
        /// How many there may be.
        limit: usize,
    };

    /// A protocol without a route past a certain suspect.
    BranchMissing = 450, Error {
        /// The suspect.
        suspect: String,
    };
    /// A route past a suspect that names the suspect.
    BranchNamesSuspect = 451, Error {
        /// The suspect.
        suspect: String,
        /// The role that is named.
        role: String,
    };
    /// A route past a suspect that leads to a door of theirs.
    ForbiddenDoor = 452, Error {
        /// The suspect.
        suspect: String,
        /// The service.
        service: String,
    };
    /// A route past a suspect that leads to nobody.
    BranchWithoutDoor = 453, ErrorWhenLive {
        /// The suspect.
        suspect: String,
        /// A school where it does.
        school: String,
    };
    /// A policy that does not say how to go past the head and the receiver.
    OutsideMissing = 454, Error {};

    /// A number of the wrong shape.
    NumberShape = 501, Error {
        /// What was written.
        written: String,
        /// What was expected.
        shape: Shape,
    };
    /// A confidential place named too finely.
    ConfidentialArea = 502, Error {
        /// The area.
        code: String,
    };
    /// A confidential place with an address.
    ConfidentialAddress = 503, Error {};
    /// Fallbacks that go round in a circle.
    FallbackLoop = 504, Error {
        /// The circle.
        chain: String,
    };
    /// A chain of fallbacks that ends before a service that always answers.
    FallbackEndsEarly = 505, Error {
        /// The last one.
        last: String,
    };
    /// A service with no channel and no word why.
    NoChannel = 506, Error {};
    /// A number that is nearly a registered one.
    NearMiss = 507, Error {
        /// What was written.
        written: String,
        /// The registered number, as printed.
        registered: String,
        /// Whose that is.
        owner: String,
    };
    /// The same number under two owners.
    TwoOwners = 508, Error {
        /// The one it belongs to, or the first that has it.
        owner: String,
        /// The one that has it as well.
        other: String,
    };
    /// A number in a text that is in no record.
    UnknownNumber = 509, Error {
        /// What was written.
        written: String,
        /// A number of the directory that is nearly the same, and whose it is.
        nearest: Option<(String, String)>,
    };
    /// A short code behind a prefix that makes it undiallable.
    MangledShortCode = 510, Error {
        /// What was written.
        written: String,
        /// The short code.
        code: String,
        /// Whose it is.
        owner: String,
    };
    /// A link to a chat that reaches nobody.
    ChatLink = 511, Error {
        /// The number in it.
        written: String,
    };
    /// A short code that is not in the register.
    UnknownShortCode = 512, Error {
        /// The code.
        code: String,
    };
    /// A short code that does not work in this district.
    ShortCodeElsewhere = 513, Error {
        /// The code.
        code: String,
        /// Whose it is.
        owner: String,
    };
    /// A short code in a text without the name of whom it reaches.
    ShortCodeAlone = 514, Warning {
        /// The code.
        code: String,
        /// Whose it is.
        owner: String,
    };
    /// A number in a text that the directory does not show.
    HiddenNumber = 515, ErrorWhenLive {
        /// What was written.
        written: String,
        /// The service.
        service: String,
    };
    /// A channel whose check ends soon.
    ChannelDueSoon = 516, Warning {
        /// The service.
        service: String,
        /// The last day on which the check holds.
        until: Date,
        /// The day of the build.
        today: Date,
    };
    /// A channel whose check has ended; it is still shown.
    ChannelOverdue = 517, Warning {
        /// The service.
        service: String,
        /// The last day on which the check held.
        until: Date,
        /// The last day on which the channel is shown.
        shown: Date,
    };
    /// A channel that is not shown any more.
    ChannelExpired = 518, Warning {
        /// The service.
        service: String,
        /// The last day on which it was shown.
        shown: Date,
    };
    /// A service of which every check has expired.
    NothingLeft = 519, ErrorWhenLive {
        /// The service.
        service: String,
    };
    /// A channel that nobody has checked.
    UnverifiedChannel = 520, ErrorWhenLive {
        /// The service.
        service: String,
    };
    /// A private number whose owner's consent has ended.
    ConsentEnded = 521, Warning {
        /// The role.
        role: String,
        /// The last day of the consent.
        until: Date,
        /// The day of the build.
        today: Date,
    };
    /// A check that is dated after the day of the build.
    CheckedLater = 522, Error {
        /// The day of the check.
        on: Date,
        /// The day of the build.
        today: Date,
    };

    /// Hours at which nobody answers.
    Gap = 540, ErrorWhenLive {
        /// The school.
        school: String,
        /// The need.
        need: String,
        /// How many hours of the week.
        hours: usize,
        /// The first of them.
        first: String,
    };

    /// A required role that nobody holds at a school.
    RoleUnfilled = 601, ErrorWhenLive {
        /// The role.
        role: String,
        /// The school.
        school: String,
    };
    /// A district without schools.
    NoSchools = 602, Warning {};
    /// A private number without consent.
    NumberWithoutConsent = 603, Error {};

    /// A page heavier than its budget.
    PageTooHeavy = 701, ErrorWhenLive {
        /// The page.
        path: String,
        /// Its weight, compressed.
        bytes: usize,
        /// Its budget.
        limit: usize,
        /// Its heaviest parts, each with its size before it is compressed.
        parts: Vec<(Part, usize)>,
    };
    /// A page heavier than any page may be.
    PageFarTooHeavy = 702, Error {
        /// The page.
        path: String,
        /// Its weight, compressed.
        bytes: usize,
        /// What no page may weigh.
        limit: usize,
        /// Its heaviest parts, each with its size before it is compressed.
        parts: Vec<(Part, usize)>,
    };
    /// Scripts of a page heavier than their budget.
    ScriptTooHeavy = 703, Error {
        /// The page.
        path: String,
        /// Their weight, compressed.
        bytes: usize,
        /// Their budget.
        limit: usize,
    };
    /// A site heavier than its budget.
    SiteTooHeavy = 704, ErrorWhenLive {
        /// The school.
        school: String,
        /// The language.
        lang: String,
        /// The weight of all its files, each compressed, or all in a packet.
        bytes: usize,
        /// Its budget.
        limit: usize,
        /// Its heaviest files.
        heaviest: Vec<(String, usize)>,
    };
    /// A page that makes the browser fetch another file.
    AsksForMore = 705, Error {
        /// The page.
        path: String,
        /// What does.
        what: String,
    };
    /// Something in a page that its own policy forbids.
    BlockedCode = 706, Error {
        /// The page.
        path: String,
        /// What it is.
        what: String,
    };
    /// Headings of a page that are out of order.
    HeadingOrder = 707, Error {
        /// The page.
        path: String,
        /// The level before; 0: there is none.
        from: u8,
        /// The level found; 0: there is none.
        to: u8,
    };
    /// An anchor that a page has twice.
    AnchorTwice = 708, Error {
        /// The page.
        path: String,
        /// The anchor.
        anchor: String,
    };
    /// A link to a page or an anchor that the site does not have.
    DeadLink = 709, Error {
        /// The page.
        path: String,
        /// The link.
        href: String,
    };
    /// A page that leaves more behind than it must.
    TellingTrace = 710, Error {
        /// The page.
        path: String,
        /// What it leaves behind.
        trace: Trace,
        /// The word or tag that says too much.
        what: String,
    };
    /// A file to hand on that is heavier than its budget.
    BookTooHeavy = 711, Warning {
        /// The file.
        path: String,
        /// Its weight, as it is.
        bytes: usize,
        /// Its budget.
        limit: usize,
    };
    /// A link or a picture that cannot be read out.
    Nameless = 712, Error {
        /// The page.
        path: String,
        /// What it is.
        what: String,
    };
    /// Two colours of a theme that cannot be told apart.
    LowContrast = 713, ErrorWhenLive {
        /// The colour of the text.
        text: String,
        /// The colour behind it.
        ground: String,
        /// When they hold.
        scheme: Scheme,
        /// Their contrast, in hundredths.
        contrast: u32,
        /// What it should be at least, in hundredths.
        limit: u32,
    };
    /// More files than a host takes.
    TooManyFiles = 714, Error {
        /// The host.
        host: String,
        /// How many files there would be.
        files: usize,
        /// How many it takes.
        limit: usize,
    };

    /// A sheet with signs that no font holds.
    UnprintableSigns = 715, Warning {
        /// The sheet.
        sheet: String,
        /// The signs.
        signs: Vec<char>,
    };
    /// A sheet that is too long for its paper.
    SheetSpills = 716, Warning {
        /// The school.
        school: String,
        /// The sheet.
        sheet: String,
    };
    /// A field that something could be typed into.
    FieldToFill = 717, Error {
        /// The page.
        path: String,
        /// The field.
        what: String,
    };

    /// A theme that is not there.
    UnknownTheme = 801, Error {
        /// Its name.
        name: String,
    };
    /// A template that does not work.
    BrokenTemplate = 802, Error {
        /// Its name.
        template: String,
        /// What the engine said.
        why: String,
    };
    /// A word that a theme lacks.
    MissingWord = 803, Error {
        /// Its key.
        key: String,
        /// The language.
        lang: String,
    };
    /// A template whose text minifying would change.
    MinifyChanges = 804, Warning {
        /// Its name.
        template: String,
        /// The difference.
        why: String,
    };

    /// Advice to view, keep, copy or pass on sexual pictures.
    PictureAdvice = 1001, Error {
        /// The words that say so.
        words: String,
        /// The sentence they stand in.
        sentence: String,
    };
    /// Settlement, mediation, customary fines or marriage as a way out.
    SettlementAdvice = 1002, Error {
        /// The words that say so.
        words: String,
        /// The sentence they stand in.
        sentence: String,
    };
    /// Words that blame or label a child.
    BlamingWords = 1003, ErrorWhenLive {
        /// The words that say so.
        words: String,
        /// The sentence they stand in.
        sentence: String,
    };
    /// A promise of secrecy, or that all will be well.
    SecrecyPromise = 1004, Error {
        /// The words that say so.
        words: String,
        /// The sentence they stand in.
        sentence: String,
    };
    /// A promise that pictures will be gone.
    RemovalPromise = 1005, Error {
        /// The words that say so.
        words: String,
        /// The sentence they stand in.
        sentence: String,
    };
    /// How somebody can hurt themselves.
    MethodDetail = 1006, Error {
        /// The words that say so.
        words: String,
        /// The sentence they stand in.
        sentence: String,
    };
    /// A number like the one on an identity card.
    IdentityNumber = 1007, Error {
        /// The words that say so.
        words: String,
        /// The sentence they stand in.
        sentence: String,
    };
    /// A date of birth.
    BirthDate = 1008, Error {
        /// The words that say so.
        words: String,
        /// The sentence they stand in.
        sentence: String,
    };
    /// Initials together with a class or an age.
    InitialsAndClass = 1009, Error {
        /// The words that say so.
        words: String,
        /// The sentence they stand in.
        sentence: String,
    };
    /// The story of a case.
    CaseNarrative = 1010, Error {
        /// The words that say so.
        words: String,
        /// The sentence they stand in.
        sentence: String,
    };
    /// A person's mobile number in a text.
    PrivateMobile = 1011, Error {
        /// The words that say so.
        words: String,
        /// The sentence they stand in.
        sentence: String,
    };
    /// Who is on duty when, by name.
    DutyRota = 1012, Error {
        /// The words that say so.
        words: String,
        /// The sentence they stand in.
        sentence: String,
    };
    /// The abbreviation KPAD without what it stands for.
    UnexplainedKpad = 1013, Warning {
        /// The words that say so.
        words: String,
        /// The sentence they stand in.
        sentence: String,
    };
    /// A short code where it does not work.
    EmergencyElsewhere = 1014, Error {
        /// The words that say so.
        words: String,
        /// The sentence they stand in.
        sentence: String,
    };
    /// Advice to delete or leave before the police were asked.
    DeleteFirst = 1015, Error {
        /// The words that say so.
        words: String,
        /// The sentence they stand in.
        sentence: String,
    };
    /// Raids, and looking through phones.
    PhoneSearch = 1016, Error {
        /// The words that say so.
        words: String,
        /// The sentence they stand in.
        sentence: String,
    };

    /// Sentences too long for whom the page is.
    LongSentences = 1020, Warning {
        /// Words in a sentence, on average, in tenths.
        tenths: usize,
        /// What is allowed.
        limit: usize,
        /// The longest sentences.
        worst: Vec<String>,
    };
    /// A text too hard for whom the page is.
    HardText = 1021, Warning {
        /// The grade, in tenths.
        tenths: usize,
        /// What is allowed.
        limit: usize,
        /// The hardest sentences.
        worst: Vec<String>,
    };
    /// Too many long words for whom the page is.
    LongWords = 1022, Warning {
        /// Words of more than four syllables, in a hundred.
        share: usize,
        /// What is allowed.
        limit: usize,
        /// The sentences with the most of them.
        worst: Vec<String>,
    };
    /// A word that the glossary says to avoid.
    AvoidedWord = 1023, Warning {
        /// The word.
        word: String,
        /// What to say instead.
        instead: Option<String>,
        /// The sentence it stands in.
        sentence: String,
    };
}

impl Code {
    /// The code as it is printed: `TD0301`.
    pub fn name(self) -> String {
        format!("TD{:04}", self as u16)
    }

    /// The code of that name.
    pub fn named(name: &str) -> Option<Code> {
        Code::ALL.iter().copied().find(|it| it.name().eq_ignore_ascii_case(name))
    }

    /// How bad it is for what the district publishes.
    pub fn severity(self, publication: Publication) -> Severity {
        match (self.weight(), publication) {
            (Weight::Error, _) | (Weight::ErrorWhenLive, Publication::Live) => Severity::Error,
            (Weight::Warning, _) | (Weight::ErrorWhenLive, Publication::Sample) => {
                Severity::Warning
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_has_a_number_of_its_own_and_they_rise() {
        let numbers: Vec<u16> = Code::ALL.iter().map(|it| *it as u16).collect();
        assert!(numbers.windows(2).all(|it| it[0] < it[1]), "{numbers:?}");
    }

    #[test]
    fn a_code_is_found_by_its_name() {
        assert_eq!(Code::named("td0301"), Some(Code::Dangling));
        assert_eq!(Code::named("TD9999"), None);
    }
}
