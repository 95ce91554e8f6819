//! Who still has to look at which text.
//!
//! A text may be unfinished in a sample; a live district refuses protocols that
//! the people named in them have not reviewed, because those are followed in
//! fear and haste.

use jiff::civil::Date;

use crate::diag::Diagnostic;
use crate::diag::code::Fault;
use crate::model::document::{Review, Reviewer};
use crate::model::{District, Publication};
use crate::source::place::Place;
use crate::source::{FileId, Sourced};

/// [`Fault::Unreviewed`]: a protocol of a live district that somebody still has
/// to review.
pub fn protocols(district: &District, _: Date) -> Vec<Diagnostic> {
    if district.profile.publication == Publication::Sample {
        return Vec::new();
    }
    let report = |it: &Sourced<crate::model::protocol::Protocol>| {
        let by: Vec<&str> = it.value.review.open().into_iter().map(Reviewer::as_str).collect();
        let fault = Fault::Unreviewed { by: by.join(", ") };
        (!by.is_empty()).then(|| Diagnostic::new(fault, Place::Field(it.file, "review".into())))
    };
    district.protocols.values().filter_map(report).collect()
}

/// Every text that somebody still has to review, and who, in order of files.
pub fn open(district: &District) -> Vec<Sourced<Vec<Reviewer>>> {
    let mut all: Vec<(FileId, &Review)> = Vec::new();
    all.extend(district.policies.values().map(|it| (it.file, &it.value.review)));
    all.extend(district.protocols.values().map(|it| (it.file, &it.value.review)));
    all.extend(district.guidance.values().map(|it| (it.file, &it.value.review)));
    all.extend(district.forms.values().map(|it| (it.file, &it.value.review)));
    all.sort_by_key(|(file, _)| *file);
    let open = |(file, review): (FileId, &Review)| Sourced { file, value: review.open() };
    all.into_iter().map(open).filter(|it| !it.value.is_empty()).collect()
}
