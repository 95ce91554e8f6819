//! Rules about the short forms of protocols: they must fit on one screen of a
//! telephone, or on one card.

use jiff::civil::Date;

use crate::diag::Diagnostic;
use crate::diag::code::Fault;
use crate::model::District;
use crate::model::body::{Inline, Target, walk};
use crate::model::protocol::ProtocolWords;
use crate::model::value::Lang;
use crate::source::FileId;
use crate::source::place::{FieldPath, Place};

/// How many words a short form may have, and how many each route past a suspect.
const MOST: usize = 90;

/// [`Fault::QuickTooLong`]: a short form, or a route past a suspect, that does
/// not fit on a card.
pub fn fits(district: &District, _: Date) -> Vec<Diagnostic> {
    let default = district.profile.default_lang();
    let mut found = Vec::new();
    for protocol in district.protocols.values() {
        let words = &protocol.value.words;
        found.extend(long(district, default, protocol.file, &words.own));
        for (lang, it) in &words.others {
            found.extend(long(district, lang, it.file, &it.value));
        }
    }
    found
}

/// What is too long in the words of one language.
fn long(district: &District, lang: &Lang, file: FileId, words: &ProtocolWords) -> Vec<Diagnostic> {
    let quick = words.quick.iter().map(|it| count(district, lang, it)).sum();
    let quick = (FieldPath::from("quick"), quick);
    let routes = words.suspects.iter().map(|(suspect, it)| {
        (FieldPath::from("suspects").key(suspect.as_str()), count(district, lang, it))
    });
    let all = [quick].into_iter().chain(routes).filter(|(_, words)| *words > MOST);
    let report = |(path, words)| {
        Diagnostic::new(Fault::QuickTooLong { words, limit: MOST }, Place::Field(file, path))
    };
    all.map(report).collect()
}

/// How many words a reader sees in a line; what is mentioned is seen by its name.
fn count(district: &District, lang: &Lang, line: &[Inline]) -> usize {
    let mut text = String::new();
    walk(line, &mut |it| match it {
        Inline::Text(words) | Inline::Code(words) => text.push_str(words),
        Inline::Mention { target, .. } => text.push_str(&name(district, lang, target)),
        _ => text.push(' '),
    });
    text.split_whitespace().filter(|it| it.contains(char::is_alphanumeric)).count()
}

/// What a reader sees of a mention.
fn name(district: &District, lang: &Lang, target: &Target) -> String {
    let found = match target {
        Target::Service(id) => {
            district.services.get(id).map(|it| it.value.short_name(lang).to_owned())
        }
        Target::Role(id) => district.profile.roles.get(id).map(|it| it.name.get(lang).to_owned()),
        Target::Protocol(id) => district.protocols.get(id).map(|it| it.value.code.clone()),
        _ => None,
    };
    found.unwrap_or_else(|| "x".to_owned())
}
