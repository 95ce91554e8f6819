//! Cards: one for each protocol, and the ones for a pocket.

use crate::model::protocol::{Protocol, Urgency};
use crate::model::service::Service;
use crate::site::sameness;

use super::body::Pen;
use super::desk::Desk;
use super::draft::{Draft, Paper, sheet};
use super::poster::brief;
use super::view::{CardView, CardsView, WalletView};

/// So many services stand on a card.
const CALLS: usize = 3;
/// So many cards of protocols make a sheet.
const FOUR: usize = 4;

/// A card for each protocol that has a short form, four to a sheet.
pub fn protocols(desk: &Desk<'_>) -> Option<Draft> {
    let protocols: Vec<&Protocol> =
        desk.district().protocols.values().map(|it| &it.value).collect();
    let cards: Vec<CardView> = protocols.iter().filter_map(|it| card(desk, it)).collect();
    if cards.is_empty() {
        return None;
    }
    let shown = protocols.iter().flat_map(|it| calls(desk, it));
    let until = sameness::until(desk.edition, shown);
    let imprint = desk.imprint(desk.word("print_cards"), until);
    let pages = cards.len().div_ceil(FOUR);
    let sheets = sheet("kartu-protokol", "cards.typ", &CardsView { imprint, cards });
    Some(sheets.fitted(Paper::Only(pages), &[10.0]))
}

/// A protocol as a card; none where it has no short form.
fn card(desk: &Desk<'_>, protocol: &Protocol) -> Option<CardView> {
    let words = desk.words_in(&protocol.words);
    let pen = Pen::loose(desk);
    if words.quick.is_empty() {
        return None;
    }
    let urgency = protocol.urgency.as_str();
    Some(CardView {
        code: protocol.code.clone(),
        title: words.title.clone(),
        when: pen.line(&words.when),
        urgency: desk.word(match protocol.urgency {
            Urgency::Now => "urgency_now",
            Urgency::Today => "urgency_today",
            Urgency::Week => "urgency_week",
        }),
        pace: urgency.to_owned(),
        quick: pen.lines(&words.quick),
        calls: calls(desk, protocol).map(|it| brief(desk.service(it))).collect(),
    })
}

/// Whom to call when a protocol begins.
fn calls<'d>(desk: &Desk<'d>, protocol: &Protocol) -> impl Iterator<Item = &'d Service> {
    desk.calls(&protocol.refer).into_iter().take(CALLS)
}

/// Ten cards for pockets. The front says nothing to whoever finds it.
pub fn wallet(desk: &Desk<'_>) -> Draft {
    let doors = &desk.district().profile.doors;
    let (talk, danger) = (desk.first_for(&doors.talk), desk.first_for(&doors.danger));
    let until = sameness::until(desk.edition, talk.into_iter().chain(danger));
    let view = WalletView {
        imprint: desk.imprint(desk.word("print_wallet"), until),
        danger: danger.map(|it| brief(desk.service(it))),
        talk: talk.map(|it| brief(desk.service(it))),
        people: desk.receivers(),
    };
    // The fronts, and the backs.
    sheet("kartu-saku", "wallet.typ", &view).fitted(Paper::Only(2), &[10.0])
}
