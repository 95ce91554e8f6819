//! Which sheets a school has.

use crate::model::sheet::Sheet;
use crate::model::value::{Audience, Lang};
use crate::model::words::Catalogue;
use crate::resolve::edition::Edition;

use super::desk::Desk;
use super::draft::{Content, Draft};
use super::{book, calendar, cards, contacts, leaf, messages, poster};

/// What there is in a school's other languages: what its staff reads.
const STAFF: [Sheet; 3] = [Sheet::Handbook, Sheet::FiveMinutes, Sheet::Cards];

/// The languages in which a school has sheets: its first, and those in which its
/// site speaks to staff.
pub fn languages<'e>(edition: &'e Edition<'_>) -> impl Iterator<Item = &'e Lang> {
    let profile = &edition.district.profile;
    let staff = |it: &Lang| {
        [Audience::Teacher, Audience::Counsellor].iter().all(|to| profile.speaks(it, *to))
    };
    let first = edition.languages.first().copied();
    edition.languages.iter().copied().filter(move |it| first == Some(*it) || staff(it))
}

/// The sheets of a school in one of its languages.
pub fn drafts(
    edition: &Edition<'_>,
    lang: &Lang,
    words: &Catalogue,
    wanted: &[Sheet],
) -> Vec<Draft> {
    let desk = Desk { edition, lang, words };
    let first = edition.languages.first() == Some(&lang);
    let wanted = Sheet::ALL.into_iter().filter(|it| wanted.contains(it));
    wanted
        .filter(|it| first || STAFF.contains(it))
        .flat_map(|it| match it {
            Sheet::Handbook if !first => book::handbook(&desk).into_iter().collect(),
            it => set(&desk, it),
        })
        .collect()
}

/// What is sent rather than printed.
fn texts(desk: &Desk<'_>) -> Vec<Draft> {
    let text = |name: &str, key: &str, text: String| Draft {
        name: name.to_owned(),
        title: desk.word(key),
        content: Content::Plain(text),
    };
    vec![
        text("pesan.txt", "print_messages", messages::messages(desk)),
        text("rujukan.txt", "page_directory", messages::directory(desk)),
        text("kontak.vcf", "print_contacts", contacts::vcards(desk)),
        text("tinjauan.ics", "print_dates", calendar::reviews(desk)),
    ]
}

/// The sheets of a set.
fn set(desk: &Desk<'_>, sheet: Sheet) -> Vec<Draft> {
    match sheet {
        Sheet::Handbook => book::books(desk),
        Sheet::FiveMinutes => leaf::five_minutes(desk),
        Sheet::Cards => cards::protocols(desk).into_iter().collect(),
        Sheet::Posters => [Audience::Child, Audience::Teacher]
            .into_iter()
            .flat_map(|it| poster::posters(desk, it))
            .collect(),
        Sheet::Wallet => vec![cards::wallet(desk)],
        Sheet::Forms => leaf::forms(desk),
        Sheet::Texts => texts(desk),
    }
}
