//! Texts on plain sheets: the counsellor's one page, and sheets to write
//! on.

use crate::model::document::Stand;
use crate::model::form::Form;
use crate::model::value::Audience;
use crate::site::sameness;

use super::body::Pen;
use super::desk::Desk;
use super::draft::{Draft, Paper, sheet};
use super::view::TextView;

/// The counsellor's first page on one side of a sheet, and in large print on both:
/// numbers in front, steps behind.
pub fn five_minutes(desk: &Desk<'_>) -> Vec<Draft> {
    let guidance = desk.district().guidance.values().map(|it| &it.value);
    let mut first =
        guidance.filter(|it| it.audience == Audience::Counsellor && it.stand == Stand::Entry);
    let Some(guidance) = first.next() else { return Vec::new() };
    let doors = &desk.district().profile.doors;
    let calls = desk.calls(&[doors.danger.clone(), doors.talk.clone()]);
    let until = sameness::until(desk.edition, calls.iter().copied());
    let words = desk.words_in(&guidance.words);
    let mut view = TextView {
        imprint: desk.imprint(words.title.clone(), until),
        blocks: Pen::loose(desk).body(&words.body),
        calls: calls.into_iter().map(|it| desk.service(it)).collect(),
        people: desk.receivers(),
        columns: 2,
    };
    let one = sheet("lima-menit", "five.typ", &view)
        .fitted(Paper::Only(1), &[14.5, 13.5, 12.5, 11.5, 10.5, 9.5, 8.5]);
    view.columns = 1;
    let large = sheet("lima-menit-huruf-besar", "five.typ", &view)
        .fitted(Paper::Only(2), &[22.0, 21.0, 20.0, 19.0, 18.0])
        .kind(&[&desk.word("print_large")]);
    vec![one, large]
}

/// Every form, letter, drill, review and survey, a file each.
pub fn forms(desk: &Desk<'_>) -> Vec<Draft> {
    let forms = desk.district().forms.values().map(|it| &it.value);
    forms.map(|it| form(desk, it)).collect()
}

/// A sheet to write on.
fn form(desk: &Desk<'_>, form: &Form) -> Draft {
    let words = desk.words_in(&form.words);
    let view = TextView {
        imprint: desk.imprint(words.title.clone(), sameness::holds_until(desk.edition)),
        blocks: Pen::loose(desk).body(&words.body),
        calls: Vec::new(),
        people: Vec::new(),
        columns: 1,
    };
    let name = format!("lembar-{}", form.id.as_str().trim_start_matches("lembar-"));
    sheet(&name, "text.typ", &view).fitted(Paper::Rather(1), &[11.0, 10.5, 10.0, 9.5])
}
