//! Where the faults and words of one file go while it is read.

use crate::diag::Diagnostic;
use crate::diag::code::Fault;
use crate::model::prose::{Prose, Setting};
use crate::model::value::{Audience, Lang};
use crate::source::place::{Place, Span};
use crate::source::{FileId, Sourced};

/// Where a file's faults and words go.
#[derive(Debug)]
pub struct Sink<'a> {
    /// The file.
    pub file: FileId,
    /// What was found so far.
    pub found: &'a mut Vec<Diagnostic>,
    /// Every language that words were written in, to be compared with the
    /// district's.
    pub langs: &'a mut Vec<(Place, Lang)>,
    /// All words so far.
    pub prose: &'a mut Vec<Sourced<Prose>>,
    /// For whom the file is, where it is for one audience.
    pub audience: Option<Audience>,
    /// The file's language; none: the district's default.
    pub lang: Option<Lang>,
    /// What is said with the words that are being read.
    pub setting: Setting,
}

impl Sink<'_> {
    /// Reads with another setting.
    pub fn set<T>(&mut self, setting: Setting, read: impl FnOnce(&mut Self) -> T) -> T {
        let before = std::mem::replace(&mut self.setting, setting);
        let value = read(self);
        self.setting = before;
        value
    }

    /// Keeps words for the rules about wording.
    pub fn hear(&mut self, text: &str, at: Span, lang: Option<&Lang>) {
        let prose = Prose {
            at,
            text: text.to_owned(),
            setting: self.setting,
            audience: self.audience,
            lang: lang.or(self.lang.as_ref()).cloned(),
            section: None,
            mentions: Vec::new(),
        };
        self.prose.push(Sourced { file: self.file, value: prose });
    }

    /// Reports a fault at these bytes.
    pub fn report(&mut self, fault: Fault, span: Span) {
        self.found.push(Diagnostic::new(fault, Place::Text(self.file, span)));
    }
}
