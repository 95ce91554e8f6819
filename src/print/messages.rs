//! Texts for the simplest telephones: one message for each protocol, and the
//! directory as plain text.

use crate::model::Publication;
use crate::model::message::{WHOLE, length};
use crate::model::protocol::Protocol;
use crate::site::sameness;

use super::desk::Desk;
use super::view::ServiceView;

/// So many services are named in a message.
const CALLS: usize = 2;

/// One message a line for each protocol that has one, empty lines between.
pub fn messages(desk: &Desk<'_>) -> String {
    let protocols = desk.district().protocols.values().map(|it| &it.value);
    let messages: Vec<String> = protocols.filter_map(|it| message(desk, it)).collect();
    messages.iter().map(|it| format!("{it}\n\n")).collect()
}

/// A protocol in one message: what it says, whom to call, the check code; and
/// until when it holds where there is room. Of the ways to say whom to call, the
/// longest that fits.
fn message(desk: &Desk<'_>, protocol: &Protocol) -> Option<String> {
    let text = desk.words_in(&protocol.words).sms.as_ref()?.as_str();
    let sample = match desk.district().profile.publication {
        Publication::Sample => format!("{} ", desk.word("print_sample_word")),
        Publication::Live => String::new(),
    };
    let until = sameness::holds_until(desk.edition).map_or(String::new(), |it| {
        let (day, month, year) = (it.day(), it.month(), it.year());
        format!(" {} {day:02}/{month:02}/{year}", desk.word("print_until_short"))
    });
    let code = sameness::check_code(desk.edition);
    let calls = calls(desk, protocol);
    let tries =
        [until.as_str(), ""].into_iter().flat_map(|it| calls.iter().map(move |calls| (it, calls)));
    let mut whole = tries
        .map(|(until, calls)| format!("{sample}{}: {text}{calls}{until} {code}", protocol.code));
    whole.find(|it| length(it).is_some_and(|it| it <= WHOLE))
}

/// Whom to call, from the longest way to say it to the shortest.
fn calls(desk: &Desk<'_>, protocol: &Protocol) -> Vec<String> {
    let services = desk.calls(&protocol.refer).into_iter().take(CALLS);
    let each = services.filter_map(|it| {
        let number = desk.first_way(it)?.text;
        let name = desk.service(it).short;
        let named = if name.contains(&number) { name } else { format!("{name} {number}") };
        Some((named, number))
    });
    let (names, numbers): (Vec<String>, Vec<String>) = each.unzip();
    let list =
        |it: &[String]| if it.is_empty() { String::new() } else { format!(" {}", it.join(", ")) };
    let first = |it: &[String]| list(&it[..it.len().min(1)]);
    vec![list(&names), list(&numbers), first(&names), first(&numbers)]
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
        text.push_str(&format!("  {}: {} ({})\n", way.kind_text, way.shown, way.times()));
    }
    if !service.caution.is_empty() {
        text.push_str(&format!("  {}\n", service.caution));
    }
}
