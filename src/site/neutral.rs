//! Words that an address or a title must not have where others may see it.

/// Words that give a page away in the browser's history.
const TELLING: &[&str] = &[
    "abuse",
    "aduan",
    "ancam",
    "bahaya",
    "bantuan",
    "bunuh",
    "eksploitasi",
    "hamil",
    "kekerasan",
    "korban",
    "lapor",
    "leceh",
    "pelaku",
    "perkosa",
    "rape",
    "report",
    "seks",
    "sex",
    "tolong",
    "violence",
];

/// The word in a text that gives it away.
pub fn telling(text: &str) -> Option<String> {
    let text = text.to_lowercase();
    TELLING.iter().find(|it| text.contains(*it)).map(|it| (*it).to_owned())
}
