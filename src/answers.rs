//! Who answers, and where nobody does, as text for a terminal or a spreadsheet.
//!
//! A writer over an edition, like `render`; it decides nothing.

use std::fmt::Write as _;

use jiff::civil::DateTime;

use crate::diag::text::Tongue;
use crate::model::service::{Age, Channel, Reach, Service};
use crate::model::value::Lang;
use crate::model::words::{Catalogue, Words};
use crate::resolve::edition::Edition;
use crate::resolve::hours::{Answers, Passed};

/// The form of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Table {
    /// For a person.
    Plain,
    /// Comma-separated values.
    Csv,
}

/// A school, a need, how many hours of the week, the first of them.
pub type GapRow = (String, String, usize, String);

/// The fixed words of `who` and `gaps`.
struct Frame {
    /// "answers now"
    now: &'static str,
    /// "if not"
    then: &'static str,
    /// "nobody answers"
    nobody: &'static str,
    /// "opens next"
    next: &'static str,
    /// "passed over"
    passed: &'static str,
    /// "overdue"
    overdue: &'static str,
    /// The head of the list of gaps.
    gaps: [&'static str; 4],
    /// "no gaps"
    none: &'static str,
}

/// In English.
const ENGLISH: Frame = Frame {
    now: "answers now",
    then: "if nobody answers",
    nobody: "nobody answers",
    next: "opens next",
    passed: "passed over",
    overdue: "check overdue",
    gaps: ["school", "need", "hours of 168", "first"],
    none: "no gaps: somebody answers at every hour of the week\n",
};

/// In Indonesian.
const INDONESIAN: Frame = Frame {
    now: "menjawab sekarang",
    then: "bila tidak dijawab",
    nobody: "tidak ada yang menjawab",
    next: "buka berikutnya",
    passed: "dilewati",
    overdue: "terlambat diperiksa",
    gaps: ["sekolah", "kebutuhan", "jam dari 168", "pertama"],
    none: "tidak ada celah: setiap jam ada yang menjawab\n",
};

/// Who answers, then who next, and why each other one was passed over.
pub fn who(
    edition: &Edition<'_>,
    answers: &Answers<'_>,
    at: DateTime,
    words: &Words,
    tongue: Tongue,
) -> String {
    let frame = frame(tongue);
    let lang = edition.languages[0];
    let spoken = Lang::try_from(tongue.tag()).ok();
    let plain = Catalogue::default();
    let of = |it: &Lang| words.0.get(it);
    let catalogue = spoken.as_ref().and_then(of).or_else(|| of(lang)).unwrap_or(&plain);
    let zone = edition.district.profile.time_zone.as_str();
    let mut text = format!("{} · {} {zone}\n\n", edition.school.name, moment(at, catalogue));
    if answers.now.is_empty() {
        let _ = writeln!(text, "{}", frame.nobody);
    }
    for (place, it) in answers.now.iter().enumerate() {
        let word = if place == 0 { frame.now } else { frame.then };
        let channels: Vec<String> =
            it.channels.iter().map(|(it, age)| channel(it, *age, lang, frame)).collect();
        let _ = writeln!(
            text,
            "{word}: {} ({}): {}",
            it.service.name.get(lang),
            it.service.id,
            channels.join(", ")
        );
    }
    if let Some((service, opens)) = &answers.next {
        let _ = writeln!(
            text,
            "{}: {} ({}), {}",
            frame.next,
            service.name.get(lang),
            service.id,
            moment(*opens, catalogue)
        );
    }
    if !answers.passed.is_empty() {
        let _ = writeln!(text, "\n{}:", frame.passed);
    }
    for (service, why) in &answers.passed {
        let _ = writeln!(text, "  {}: {}", name(service, lang), reason(*why, tongue));
    }
    text
}

/// All gaps of a district.
pub fn gaps(rows: &[GapRow], form: Table, tongue: Tongue) -> String {
    let frame = frame(tongue);
    let mut text = String::new();
    match form {
        Table::Csv => {
            text.push_str("school,need,hours,first\n");
            for (school, need, hours, first) in rows {
                let _ = writeln!(text, "{school},{need},{hours},{first}");
            }
        }
        Table::Plain if rows.is_empty() => text.push_str(frame.none),
        Table::Plain => {
            let [school, need, hours, first] = frame.gaps;
            let wide = |pick: fn(&GapRow) -> usize, head: &str| {
                rows.iter().map(pick).chain([head.len()]).max().unwrap_or_default()
            };
            let (a, b, c) =
                (wide(|it| it.0.len(), school), wide(|it| it.1.len(), need), hours.len());
            let _ = writeln!(text, "{school:a$}  {need:b$}  {hours:>c$}  {first}");
            for (school, need, hours, first) in rows {
                let _ = writeln!(text, "{school:a$}  {need:b$}  {hours:>c$}  {first}");
            }
        }
    }
    text
}

/// A day of the week, a date and a time of day.
fn moment(at: DateTime, words: &Catalogue) -> String {
    let day = usize::try_from(at.date().weekday().to_monday_zero_offset()).unwrap_or_default();
    let (day, date) = (words.day(day), words.date(at.date()));
    format!("{day} {date} {:02}.{:02}", at.hour(), at.minute())
}

/// A service for a list.
fn name(service: &Service, lang: &Lang) -> String {
    format!("{} ({})", service.name.get(lang), service.id)
}

/// A channel for a list.
fn channel(channel: &Channel, age: Age, lang: &Lang, frame: &Frame) -> String {
    let shown = match &channel.reach {
        Reach::ShortCode(it) => it.as_str().to_owned(),
        Reach::Telephone(it) => it.shown().to_owned(),
        Reach::WhatsApp { number, .. } => format!("WhatsApp +{}", number.as_str()),
        Reach::Email(it) => it.as_str().to_owned(),
        Reach::Web(it) => it.as_str().to_owned(),
        Reach::Door(it) => it.get(lang).to_owned(),
    };
    if age == Age::Overdue { format!("{shown} ({})", frame.overdue) } else { shown }
}

/// Why a service was passed over.
fn reason(why: Passed, tongue: Tongue) -> &'static str {
    match (why, tongue) {
        (Passed::HeldBack, Tongue::English) => "held back from publication",
        (Passed::HeldBack, Tongue::Indonesian) => "ditahan, tidak diterbitkan",
        (Passed::Elsewhere, Tongue::English) => "does not serve this school's area",
        (Passed::Elsewhere, Tongue::Indonesian) => "tidak melayani wilayah sekolah ini",
        (Passed::NotForPupils, Tongue::English) => "does not accept all pupils of this school",
        (Passed::NotForPupils, Tongue::Indonesian) => "tidak menerima semua murid sekolah ini",
        (Passed::NoLiveChannel, Tongue::English) => "no number or address with a check that holds",
        (Passed::NoLiveChannel, Tongue::Indonesian) => {
            "tidak ada nomor atau alamat yang pemeriksaannya berlaku"
        }
        (Passed::HoursUnknown, Tongue::English) => "nobody has asked for its hours",
        (Passed::HoursUnknown, Tongue::Indonesian) => "jam layanannya belum diketahui",
        (Passed::Closed, Tongue::English) => "closed at this hour",
        (Passed::Closed, Tongue::Indonesian) => "tutup pada jam ini",
        (Passed::Holiday, Tongue::English) => "closed on this day",
        (Passed::Holiday, Tongue::Indonesian) => "tutup pada hari ini",
    }
}

/// The fixed words of a language.
fn frame(tongue: Tongue) -> &'static Frame {
    match tongue {
        Tongue::English => &ENGLISH,
        Tongue::Indonesian => &INDONESIAN,
    }
}
