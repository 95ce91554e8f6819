//! Sheets that people write on: blank forms, letters, drill cards, reviews,
//! surveys. They are for paper; nothing that is written on one is ever kept here.

use super::Translations;
use super::document::{DocumentWords, Review};
use super::value::{Audience, FormId, LawId, ProtocolId};

/// A sheet to write on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Form {
    /// Its id.
    pub id: FormId,
    /// What sort of sheet.
    pub kind: FormKind,
    /// Its place in the list.
    pub order: i64,
    /// Who uses it.
    pub audience: Vec<Audience>,
    /// The protocol that is practised with it.
    pub protocol: Option<ProtocolId>,
    /// Laws it rests on.
    pub basis: Vec<LawId>,
    /// Who must review it, and who has.
    pub review: Review,
    /// Its words, in each language.
    pub words: Translations<DocumentWords>,
}

/// A sort of sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum FormKind {
    /// To be filled in.
    Form,
    /// To be sent.
    Letter,
    /// To practise with.
    Drill,
    /// To look back once a year.
    Review,
    /// To ask readers.
    Survey,
}

impl FormKind {
    /// All of them, in the order in which they are shown.
    pub const ALL: [FormKind; 5] =
        [FormKind::Form, FormKind::Letter, FormKind::Drill, FormKind::Review, FormKind::Survey];

    /// The name in content and for themes.
    pub fn as_str(self) -> &'static str {
        match self {
            FormKind::Form => "form",
            FormKind::Letter => "letter",
            FormKind::Drill => "drill",
            FormKind::Review => "review",
            FormKind::Survey => "survey",
        }
    }
}
