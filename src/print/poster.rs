//! Posters: one number from afar, a way inside the school and one outside.

use crate::model::service::Service;
use crate::model::value::Audience;

use super::body::Pen;
use super::desk::Desk;
use super::draft::Draft;
use super::drafts::sheet;
use super::view::{PosterView, ServiceView};
use crate::site::sameness;

/// So many lines of what never to do stand on a wall.
const NEVERS: usize = 4;

/// The papers of a poster and the sizes of its letters, in points; the last is
/// the same in large print.
const PAPERS: [(&str, &str, &[f64]); 3] = [
    ("a4", "a4", &[12.0, 11.0, 10.0, 9.0]),
    ("a3", "a3", &[17.0, 15.5, 14.0, 12.5]),
    ("a3", "a3-huruf-besar", &[24.0, 22.0, 20.0, 18.0]),
];

/// The posters for an audience, on every paper.
pub fn posters(desk: &Desk<'_>, audience: Audience) -> Vec<Draft> {
    let view = poster(desk, audience);
    let wall = if audience == Audience::Child { "murid" } else { "dewasa" };
    let each = |(paper, name, sizes): (&str, &str, &[f64])| {
        let view = PosterView { paper: paper.to_owned(), ..view.clone() };
        sheet(&format!("poster-{wall}-{name}"), "poster.typ", &view).fitted(Some(1), sizes)
    };
    PAPERS.into_iter().map(each).collect()
}

/// What a poster says.
fn poster(desk: &Desk<'_>, audience: Audience) -> PosterView {
    let doors = &desk.district().profile.doors;
    let child = audience == Audience::Child;
    let (talk, danger) = (desk.first_for(&doors.talk), desk.first_for(&doors.danger));
    let shown: Vec<&Service> = talk.into_iter().chain(danger).collect();
    let until = sameness::until(desk.edition, shown);
    let keys = if child {
        ["print_poster_child", "home_heading", "print_poster_child_lead"]
    } else {
        ["print_poster_adult", "print_poster_adult_heading", "print_poster_adult_lead"]
    };
    let [title, heading, lead] = keys.map(|it| desk.word(it));
    PosterView {
        imprint: desk.imprint(title, until),
        paper: String::new(),
        audience: if child { "child" } else { "adult" }.to_owned(),
        heading,
        lead,
        main: talk.map(|it| desk.service(it)),
        danger: danger
            .filter(|it| talk.is_none_or(|talk| talk.id != it.id))
            .map(|it| desk.service(it)),
        people: desk.receivers(),
        nevers: if child { Vec::new() } else { nevers(desk) },
    }
}

/// What never to do, from the general protocol: the first there is.
fn nevers(desk: &Desk<'_>) -> Vec<Vec<super::view::InlineView>> {
    let Some(protocol) = desk.district().protocols.values().next() else { return Vec::new() };
    let words = desk.words_in(&protocol.value.words);
    let pen = Pen::loose(desk);
    words.nevers.iter().take(NEVERS).map(|it| pen.line(it)).collect()
}

/// A service without what a card has no room for.
pub fn brief(service: ServiceView) -> ServiceView {
    ServiceView {
        about: String::new(),
        eligible: String::new(),
        caution: String::new(),
        address: String::new(),
        ..service
    }
}
