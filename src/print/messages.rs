//! Texts for the simplest telephones: one message for each protocol, and the
//! directory as plain text.

use crate::model::Publication;
use crate::model::protocol::Protocol;
use crate::resolve::sameness;

use super::body::{Pen, flat};
use super::desk::Desk;
use super::view::ServiceView;

/// A message is not longer, so that it is sent and paid for as one.
const LONGEST: usize = 160;

/// So many services are named in a message.
const CALLS: usize = 2;

/// The signs of a message beyond ASCII that every telephone has.
const MORE: &str = "£¥èéùìòÇØøÅåÆæßÉ¤¡ÄÖÑÜ§¿äöñüà";

/// One message a line for each protocol with a short form, empty lines between.
pub fn messages(desk: &Desk<'_>) -> String {
    let protocols = desk.district().protocols.values().map(|it| &it.value);
    let messages: Vec<String> = protocols.filter_map(|it| message(desk, it)).collect();
    messages.iter().map(|it| format!("{it}\n\n")).collect()
}

/// A protocol in a message: what to do first, whom to call, until when it holds
/// and the check code. As many steps as there is room for, each of them whole.
fn message(desk: &Desk<'_>, protocol: &Protocol) -> Option<String> {
    let words = desk.words_in(&protocol.words);
    if words.quick.is_empty() {
        return None;
    }
    let sample = match desk.district().profile.publication {
        Publication::Sample => format!("{} ", desk.word("print_sample_word")),
        Publication::Live => String::new(),
    };
    let mut message = simple(&format!("{sample}{}:", protocol.code));
    let end = simple(&end(desk, protocol));
    let pen = Pen::loose(desk);
    for step in pen.lines(&words.quick) {
        let step = simple(&flat(&step));
        if message.chars().count() + step.chars().count() + end.chars().count() + 2 <= LONGEST {
            message.push(' ');
            message.push_str(&step);
        }
    }
    message.push(' ');
    message.push_str(&end);
    Some(message)
}

/// The end of a message.
fn end(desk: &Desk<'_>, protocol: &Protocol) -> String {
    let calls = desk.calls(&protocol.refer).into_iter().take(CALLS);
    let name = |it: &crate::model::service::Service| {
        let view = desk.service(it);
        let number = desk.first_way(it).map(|it| it.text).unwrap_or_default();
        if view.short.contains(&number) { view.short } else { format!("{} {number}", view.short) }
    };
    let calls: Vec<String> = calls.map(name).collect();
    let until = sameness::holds_until(desk.edition);
    let until = until.map_or(String::new(), |it| {
        format!(" {} {:02}/{:02}/{}", desk.word("print_until_short"), it.day(), it.month(), it.year())
    });
    format!("{}.{until} {}", calls.join(", "), sameness::check_code(desk.edition))
}

/// Signs that every telephone shows, one place each in a message.
fn simple(text: &str) -> String {
    let sign = |it: char| match it {
        '“' | '”' | '„' => Some('"'),
        '‘' | '’' | '`' => Some('\''),
        '–' | '—' | '~' => Some('-'),
        '[' | '{' => Some('('),
        ']' | '}' => Some(')'),
        '|' | '\\' => Some('/'),
        '^' => None,
        ' '..='}' => Some(it),
        _ if it.is_whitespace() => Some(' '),
        _ if MORE.contains(it) => Some(it),
        _ => None,
    };
    text.chars().filter_map(sign).collect()
}

/// Every service that can be reached, as text.
pub fn directory(desk: &Desk<'_>) -> String {
    let until = sameness::holds_until(desk.edition);
    let imprint = desk.imprint(desk.word("page_directory"), until);
    let mut text = format!("{}\n{}\n", imprint.title, imprint.school);
    if !imprint.sample.is_empty() {
        text.push_str(&format!("{}\n", imprint.sample));
    }
    text.push_str(&format!("{} {}\n", desk.word("built_on"), imprint.day));
    if !imprint.until.is_empty() {
        text.push_str(&format!("{} {}\n", desk.word("print_until"), imprint.until));
    }
    text.push_str(&format!("{} {}\n", desk.word("print_code"), imprint.code));
    let live = desk.directory().into_iter().filter(|it| desk.edition.is_live(it));
    live.map(|it| desk.service(it)).for_each(|it| entry(&it, &mut text));
    text
}

/// A service of the directory.
fn entry(service: &ServiceView, text: &mut String) {
    text.push_str(&format!("\n{}\n{}\n", service.name, service.about));
    for way in &service.ways {
        text.push_str(&format!("  {}: {} ({}, {})\n", way.kind_text, way.shown, way.hours, way.checked));
    }
    if !service.caution.is_empty() {
        text.push_str(&format!("  {}\n", service.caution));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_has_signs_that_every_telephone_shows() {
        assert_eq!(simple("“a” – [b] {c} ~ é ✓ ’"), "\"a\" - (b) (c) - é  '");
    }
}
