//! Posters: one number from afar, a way inside the school and one outside.

use crate::model::service::Service;
use crate::model::value::Audience;

use super::body::Pen;
use super::desk::Desk;
use super::draft::{Draft, Paper, sheet};
use super::view::{PosterView, ServiceView};
use crate::site::sameness;

/// So many lines of what never to do stand on a wall.
const NEVERS: usize = 4;

/// The papers of a poster and the sizes of its letters, in points.
const PAPERS: [(&str, Print, &[f64]); 4] = [
    ("a4", Print::Usual, &[12.0, 11.0, 10.0, 9.0]),
    ("a4", Print::Large, &[20.0, 19.0, 18.0]),
    ("a3", Print::Usual, &[17.0, 15.5, 14.0, 12.5]),
    ("a3", Print::Large, &[26.0, 24.0, 22.0, 20.0, 18.0]),
];

/// How large the letters of a poster are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Print {
    /// To be read from where one stands.
    Usual,
    /// Nothing on it is smaller than 18 points.
    Large,
}

/// The posters for an audience, on every paper.
pub fn posters(desk: &Desk<'_>, audience: Audience) -> Vec<Draft> {
    let view = poster(desk, audience);
    let wall = if audience == Audience::Child { "murid" } else { "dewasa" };
    let each = |(paper, print, sizes): (&str, Print, &[f64])| {
        let large = print == Print::Large;
        let view = PosterView { paper: paper.to_owned(), large, ..view.clone() };
        let end = if large { "-huruf-besar" } else { "" };
        let poster = sheet(&format!("poster-{wall}-{paper}{end}"), "poster.typ", &view)
            .fitted(Paper::Only(1), sizes)
            .kind(&[&paper.to_uppercase()]);
        if large { poster.kind(&[&desk.word("print_large")]) } else { poster }
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
        large: false,
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
