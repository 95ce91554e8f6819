//! The channels as contacts for a telephone: vCard 4.0.

use crate::model::service::{Reach, Service};
use crate::site::sameness;

use super::calendar::{CRLF, escape, fold};
use super::desk::Desk;

/// A card for each service that can be reached.
pub fn vcards(desk: &Desk<'_>) -> String {
    let live = desk.directory().into_iter().filter(|it| desk.edition.is_live(it));
    live.map(|it| vcard(desk, it)).collect()
}

/// A service as a card.
fn vcard(desk: &Desk<'_>, service: &Service) -> String {
    let view = desk.service(service);
    let mut lines = vec![
        "BEGIN:VCARD".to_owned(),
        "VERSION:4.0".to_owned(),
        "KIND:org".to_owned(),
        format!("FN:{}", escape(&view.short)),
        format!("ORG:{}", escape(&view.name)),
    ];
    for (channel, _) in desk.live(service) {
        lines.extend(match &channel.reach {
            Reach::ShortCode(it) => Some(format!("TEL;TYPE=voice:{}", it.as_str())),
            Reach::Telephone(it) => Some(format!("TEL;TYPE=voice:{}", it.digits())),
            Reach::WhatsApp { number, .. } => {
                Some(format!("TEL;TYPE=\"cell,text\":+{}", number.as_str()))
            }
            Reach::Email(it) => Some(format!("EMAIL:{}", it.as_str())),
            Reach::Web(it) => Some(format!("URL:{}", it.as_str())),
            Reach::Door(_) => None,
        });
    }
    let checks = view.ways.iter().map(|it| format!("{}: {}", it.shown, it.times()));
    let mut note: Vec<String> = checks.collect();
    if let Some(day) = sameness::until(desk.edition, [service]) {
        note.push(format!("{} {}", desk.word("print_until"), desk.words.date(day)));
    }
    note.push(format!("{} {}", desk.word("print_code"), sameness::check_code(desk.edition)));
    lines.push(format!("NOTE:{}", escape(&note.join("\n"))));
    lines.push(format!("REV:{}", desk.edition.as_of.strftime("%Y%m%dT000000Z")));
    lines.push("END:VCARD".to_owned());
    lines.iter().map(|it| format!("{}{CRLF}", fold(it))).collect()
}
