//! Names and numbers that depend on the place: an abbreviation that means two
//! bodies, short codes that do not work here, somebody's mobile number.

use std::collections::BTreeSet;

use super::super::words::Sentence;
use super::book::Line;
use super::personal::runs;
use crate::diag::code::Fault;
use crate::diag::edits;
use crate::model::number::national;
use crate::model::prose::Prose;
use crate::model::service::Reach;
use crate::model::value::AreaCode;
use crate::model::{District, NumberArea};

/// What must be known of a district to judge names and numbers in its texts.
pub struct Places {
    /// Short codes of the register that do not work in the district.
    elsewhere: BTreeSet<String>,
    /// Numbers of the register and the directory, in national form.
    public: BTreeSet<String>,
    /// Those of the register alone.
    registered: BTreeSet<String>,
}

/// Words that ask to call, or speak of a number.
const CALL: &[&str] = &[
    "hubungi",
    "menghubungi",
    "telepon",
    "telpon",
    "menelepon",
    "panggil",
    "nomor",
    "darurat",
    "tekan",
    "kontak",
    "lewat",
    "call",
    "dial",
    "phone",
    "emergency",
    "ring",
    "number",
    "contact",
    "layanan",
    "ke",
];
/// Words that deny.
const DENY: &[&str] = &["jangan", "tidak", "bukan", "belum", "not", "never", "no", "don't"];
/// What `KPAD` may stand for, written out.
const WRITTEN_OUT: &[&str] = &[
    "komisi penanggulangan aids",
    "komisi perlindungan anak",
    "aids commission",
    "child-protection commission",
    "child protection commission",
];

impl Places {
    /// What is known of this district.
    pub fn of(district: &District) -> Places {
        let area = &district.profile.area;
        let here = |it: &AreaCode| it.contains(area) || area.contains(it);
        let mut places = Places {
            elsewhere: BTreeSet::new(),
            public: BTreeSet::new(),
            registered: BTreeSet::new(),
        };
        for number in district.register.values() {
            if let (Reach::ShortCode(code), NumberArea::Only(areas)) =
                (&number.value.reach, &number.value.area)
                && !areas.iter().any(here)
            {
                places.elsewhere.insert(code.as_str().to_owned());
            }
            places.registered.extend(digits(&number.value.reach));
        }
        places.public.clone_from(&places.registered);
        let channels = district.services.values().flat_map(|it| &it.value.channels);
        places.public.extend(channels.filter_map(|it| digits(&it.reach)));
        places
    }

    /// What is wrong with names and numbers in a text.
    pub fn faults(&self, prose: &Prose, lines: &[Line<'_>]) -> Vec<Fault> {
        let mut found = Vec::new();
        let digit = prose.text.bytes().any(|it| it.is_ascii_digit());
        if !digit && !prose.text.contains("KPAD") {
            return found;
        }
        for Line { sentence, .. } in lines {
            let text = || sentence.text.to_owned();
            if sentence.words.iter().any(|it| it.lower == "kpad") && !written_out(&prose.text) {
                found.push(Fault::UnexplainedKpad { words: "KPAD".to_owned(), sentence: text() });
            }
            if let Some(code) = self.short_code(sentence) {
                found.push(Fault::EmergencyElsewhere { words: code, sentence: text() });
            }
            if let Some(number) = self.mobile(sentence.text) {
                let hidden: String = number.chars().take(4).chain(['…']).collect();
                let sentence = sentence.text.replace(number, &hidden);
                found.push(Fault::PrivateMobile { words: hidden, sentence });
            }
        }
        found
    }

    /// A short code that the sentence tells to call and that does not work here.
    fn short_code(&self, sentence: &Sentence<'_>) -> Option<String> {
        let words = &sentence.words;
        let is = |at: usize, list: &[&str]| {
            words.get(at).is_some_and(|it| list.contains(&it.lower.as_ref()))
        };
        if (0..words.len()).any(|it| is(it, DENY)) {
            return None;
        }
        let told =
            |at: usize| (at.saturating_sub(4)..at).any(|it| is(it, CALL)) || words.len() <= 3;
        let at = (0..words.len())
            .find(|it| self.elsewhere.contains(words[*it].lower.as_ref()) && told(*it))?;
        Some(words[at].text.to_owned())
    }

    /// A mobile number that is neither in the register nor in the directory.
    fn mobile<'t>(&self, text: &'t str) -> Option<&'t str> {
        if !text.bytes().any(|it| it.is_ascii_digit()) {
            return None;
        }
        runs(text).into_iter().find(|it| {
            let number = national(it);
            let mobile = number.starts_with("08") && (10..=14).contains(&number.len());
            // What is nearly a registered number is nobody's own; the rules about
            // numbers report it.
            let near = self.registered.iter().any(|it| edits(it, &number) <= 2);
            mobile && !near && !self.public.contains(&number)
        })
    }
}

/// A number's digits in national form.
fn digits(reach: &Reach) -> Option<String> {
    match reach {
        Reach::Telephone(it) => Some(national(it.digits())),
        Reach::WhatsApp { number, .. } => Some(national(number.as_str())),
        _ => None,
    }
}

/// Whether a text says what `KPAD` stands for.
fn written_out(text: &str) -> bool {
    let lower = text.to_lowercase();
    WRITTEN_OUT.iter().any(|it| lower.contains(it))
}

#[cfg(test)]
impl Places {
    /// Only short codes that do not work, and no public number.
    pub fn of_codes(codes: &[&str]) -> Places {
        let elsewhere = codes.iter().map(|it| (*it).to_owned()).collect();
        Places { elsewhere, public: BTreeSet::new(), registered: BTreeSet::new() }
    }
}
