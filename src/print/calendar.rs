//! What falls due, as an iCalendar: reviews of policies, checks of numbers.
//!
//! The stamp of every entry is the day the calendar was made for, so the same
//! content gives the same file.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::resolve::edition::valid_until;
use crate::site::sameness;

use super::desk::Desk;

/// The end of a line in calendars and contacts.
pub const CRLF: &str = "\r\n";

/// A line of them is not longer, in bytes.
const LONGEST: usize = 75;

/// The reviews of a school's policies and of its numbers.
pub fn reviews(desk: &Desk<'_>) -> String {
    let stamp = day(desk.edition.as_of);
    let code = format!("{} {}", desk.word("print_code"), sameness::check_code(desk.edition));
    let mut lines = vec![
        "BEGIN:VCALENDAR".to_owned(),
        "VERSION:2.0".to_owned(),
        "PRODID:-//teduh//ID".to_owned(),
    ];
    for (name, date, summary) in events(desk) {
        lines.extend([
            "BEGIN:VEVENT".to_owned(),
            format!("UID:{name}@{}.teduh", desk.edition.school.id),
            format!("DTSTAMP:{stamp}T000000Z"),
            format!("DTSTART;VALUE=DATE:{}", day(date)),
            format!("SUMMARY:{}", escape(&summary)),
            format!("DESCRIPTION:{}", escape(&code)),
            "TRANSP:TRANSPARENT".to_owned(),
            "END:VEVENT".to_owned(),
        ]);
    }
    lines.push("END:VCALENDAR".to_owned());
    lines.iter().map(|it| format!("{}{CRLF}", fold(it))).collect()
}

/// What falls due: a name that stays the same, the day, and what to do.
fn events(desk: &Desk<'_>) -> Vec<(String, Date, String)> {
    let review = |it: &&crate::model::document::Policy| {
        let title = &desk.words_in(&it.words).title;
        let summary = format!("{}: {title}", desk.word("control_review"));
        (format!("kebijakan-{}", it.id), it.review_due, summary)
    };
    let mut events: Vec<_> = desk.edition.policies.iter().map(review).collect();
    for service in desk.edition.services.values() {
        let validity = &desk.district().profile.validity;
        let mut due: BTreeMap<Date, Vec<String>> = BTreeMap::new();
        for (channel, _) in desk.live(service) {
            let shown = desk.telling().way(channel).text;
            if let Some(date) = valid_until(channel, service, validity) {
                due.entry(date).or_default().push(shown);
            }
        }
        let name = service.name.get(desk.lang);
        events.extend(due.into_iter().map(|(date, shown)| {
            let what = desk.word("print_check");
            (
                format!("periksa-{}-{date}", service.id),
                date,
                format!("{what}: {name}, {}", shown.join(", ")),
            )
        }));
    }
    events
}

/// A day as calendars write it.
fn day(date: Date) -> String {
    date.strftime("%Y%m%d").to_string()
}

/// A text in a calendar or a contact.
pub fn escape(text: &str) -> String {
    let text = text.replace('\\', "\\\\").replace(';', "\\;").replace(',', "\\,");
    text.replace('\n', "\\n").chars().filter(|it| !it.is_control()).collect()
}

/// A line, broken where it is too long: each further part begins with a space.
pub fn fold(line: &str) -> String {
    let mut folded = String::new();
    let mut length = 0;
    for sign in line.chars() {
        if length + sign.len_utf8() > LONGEST {
            folded.push_str(CRLF);
            folded.push(' ');
            length = 1;
        }
        folded.push(sign);
        length += sign.len_utf8();
    }
    folded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_line_is_folded_and_no_sign_is_cut() {
        let line = "é".repeat(60);
        let folded = fold(&line);
        assert!(folded.split(CRLF).all(|it| it.len() <= LONGEST), "{folded}");
        assert_eq!(folded.replace("\r\n ", ""), line);
    }

    #[test]
    fn signs_of_the_format_are_escaped() {
        assert_eq!(escape("a,b;c\\d\ne"), "a\\,b\\;c\\\\d\\ne");
    }
}
