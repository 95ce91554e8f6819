//! Rules about numbers: the right one, whole, with one owner.
//!
//! Nobody can see that a number is wrong. `08111129129` and `081111129129` both
//! look like numbers; only one of them reaches somebody who helps. So every run
//! of digits in the repository is compared with the register of national
//! numbers, and what is nearly one of them is an error. Short codes lie too
//! close together for that; they are looked up.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::diag::Diagnostic;
use crate::diag::code::Fault;
use crate::model::number::{ShortCode, national};
use crate::model::prose::{DigitRun, Group, RunSort, Stand, Tie, joined};
use crate::model::service::{Publish, Reach, ServiceArea};
use crate::model::value::AreaCode;
use crate::model::{District, NumberArea, RegisteredNumber};
use crate::source::Sourced;
use crate::source::place::{FieldPath, Place};

use self::known::{Known, Listed, Standing};

mod known;
mod read;

/// Every run of digits in the repository, by what it is:
/// [`Fault::MangledShortCode`], [`Fault::ChatLink`], [`Fault::NearMiss`],
/// [`Fault::UnknownNumber`], [`Fault::HiddenNumber`],
/// [`Fault::UnknownShortCode`] and [`Fault::ShortCodeAlone`]. A run is reported
/// once.
pub fn written(district: &District, today: Date) -> Vec<Diagnostic> {
    let known = Known::of(district, today);
    let mut found = Vec::new();
    for Sourced { file, value: run } in &district.digits {
        if let Some(fault) = judge(district, &known, run) {
            found.push(Diagnostic::new(fault, Place::Text(*file, run.at)));
        }
    }
    found
}

/// What is wrong with one run.
fn judge(district: &District, known: &Known<'_>, run: &DigitRun) -> Option<Fault> {
    match run.sort {
        RunSort::Short => return short(district, known, run),
        RunSort::Chat if !is_chat(&run.groups[0].text) => {
            return Some(Fault::ChatLink { written: run.groups[0].text.clone() });
        }
        _ => {}
    }
    if let Some(numbers) = read::exactly(known, &run.groups) {
        // Without a whole number among them they are amounts, days and short
        // codes, or a number that is made to look like them.
        let whole = numbers.iter().any(|it| known.has(it));
        let hidden = || numbers.iter().find_map(|it| hidden(known, it, run));
        return match run.stand {
            Stand::Words if whole => hidden(),
            Stand::Aside if whole => None,
            _ => near(known, run),
        };
    }
    let mangled = || mangled(known, run).filter(|_| run.sort != RunSort::Other);
    let unknown = || unknown(known, run).filter(|_| run.stand == Stand::Words);
    mangled().or_else(|| near(known, run)).or_else(unknown)
}

/// [`Fault::NearMiss`]: nearly a registered number.
fn near(known: &Known<'_>, run: &DigitRun) -> Option<Fault> {
    let registered = read::nearly(known, &run.groups)?;
    Some(Fault::NearMiss {
        written: brief(&run.written),
        registered: printed(&registered.reach),
        owner: registered.owner.own.clone(),
    })
}

/// [`Fault::MangledShortCode`]: a short code behind a prefix. Fields of a record
/// have a shape that short numbers do not fit.
fn mangled(known: &Known<'_>, run: &DigitRun) -> Option<Fault> {
    let (code, registered) = read::short_code_behind(known, &run.groups)?;
    let field = run.stand == Stand::Field && run.national().len() < 9;
    (!field && run.stand != Stand::Aside).then(|| Fault::MangledShortCode {
        written: brief(&run.written),
        code: code.to_owned(),
        owner: registered.owner.own.clone(),
    })
}

/// [`Fault::UnknownNumber`]: in no record.
fn unknown(known: &Known<'_>, run: &DigitRun) -> Option<Fault> {
    let number = matches!(run.sort, RunSort::Dialled | RunSort::Chat);
    let firm: Vec<Group> = run.groups.iter().filter(|it| it.tie == Tie::Firm).cloned().collect();
    number.then(|| Fault::UnknownNumber {
        written: brief(&run.written),
        nearest: known.nearest(&national(&joined(&firm))),
    })
}

/// [`Fault::HiddenNumber`]: the directory has it, and does not show it.
fn hidden(known: &Known<'_>, number: &str, run: &DigitRun) -> Option<Fault> {
    match known.listed.get(number)? {
        Listed { standing: Standing::Hidden, service, .. } => {
            Some(Fault::HiddenNumber { written: brief(&run.written), service: service.to_string() })
        }
        Listed { standing: Standing::Shown, .. } => None,
    }
}

/// What is wrong with a short code in a text.
fn short(district: &District, known: &Known<'_>, run: &DigitRun) -> Option<Fault> {
    let code = run.national();
    let Some(registered) = known.codes.get(code.as_str()) else {
        return Some(Fault::UnknownShortCode { code: brief(&run.written) });
    };
    if !works_in(&registered.area, &district.profile.area, district) {
        // The wording rules report it: [`Fault::EmergencyElsewhere`].
        return None;
    }
    let owner = registered.owner.own.clone();
    if let Some(fault) = hidden(known, &code, run) {
        return Some(fault);
    }
    let named = known.is_named(&code, &run.sentence);
    (!named).then_some(Fault::ShortCodeAlone { code, owner })
}

/// [`Fault::TwoOwners`]: the same digits in two services, in a service and with
/// a person, in a service and in the register under another's name.
pub fn two_owners(district: &District, _: Date) -> Vec<Diagnostic> {
    let mut owners: BTreeMap<String, Owner> = BTreeMap::new();
    let mut found = Vec::new();
    for (id, Sourced { file, value }) in &district.register {
        let place = Place::Field(*file, FieldPath::from(id.as_str()).key("number"));
        let record = value.service.as_ref().map(ToString::to_string);
        let name = value.owner.own.clone();
        let owner = Owner { name, record, person: None, place, whose: Whose::Register };
        claim(&mut owners, &mut found, value.reach.digits(), owner);
    }
    for (id, Sourced { file, value }) in &district.services {
        for (at, channel) in value.channels.iter().enumerate() {
            let path = FieldPath::from("channels").item(at).key("number");
            let place = Place::Field(*file, path);
            let (name, record) = (format!("`{id}`"), Some(id.to_string()));
            let owner = Owner { name, record, person: None, place, whose: Whose::Service };
            claim(&mut owners, &mut found, channel.reach.digits(), owner);
        }
    }
    for (id, Sourced { file, value }) in &district.schools {
        for (role, person) in &value.people {
            let path = FieldPath::from("people").key(role.as_str()).key("number");
            let place = Place::Field(*file, path);
            let owner = Owner {
                name: format!("`{role}`, {}", value.name),
                record: Some(id.to_string()),
                person: person.name.clone(),
                place,
                whose: Whose::Person,
            };
            let number = person.number.as_ref().map(|it| &it.number);
            let digits = number.map(|it| national(it.as_str()));
            claim(&mut owners, &mut found, digits, owner);
        }
    }
    found
}

/// Who has a number.
struct Owner {
    /// In words.
    name: String,
    /// The record that carries it; none: any record may.
    record: Option<String>,
    /// The person, where there is one with a name.
    person: Option<String>,
    /// Where it is written.
    place: Place,
    /// What sort of owner.
    whose: Whose,
}

/// What sort of owner has a number.
#[derive(PartialEq, Eq)]
enum Whose {
    /// A body of the register.
    Register,
    /// A service.
    Service,
    /// A person at a school.
    Person,
}

/// Keeps who has a number first, and reports who has it as well.
fn claim(
    owners: &mut BTreeMap<String, Owner>,
    found: &mut Vec<Diagnostic>,
    digits: Option<String>,
    next: Owner,
) {
    let Some(digits) = digits else { return };
    let Some(first) = owners.get(&digits) else {
        owners.insert(digits, next);
        return;
    };
    let same = match (&first.whose, &next.whose) {
        (Whose::Register, Whose::Register) => first.name == next.name,
        (Whose::Register, Whose::Service) => first.record.is_none() || first.record == next.record,
        (Whose::Person, Whose::Person) => {
            first.record == next.record || (next.person.is_some() && first.person == next.person)
        }
        (_, Whose::Person) => false,
        _ => first.record == next.record,
    };
    if !same {
        let fault = Fault::TwoOwners { owner: first.name.clone(), other: next.name };
        found.push(Diagnostic::new(fault, next.place));
    } else if first.whose == Whose::Register && next.whose == Whose::Service {
        // From now on it is this service's.
        owners.insert(digits, next);
    }
}

/// [`Fault::UnknownShortCode`] and [`Fault::ShortCodeElsewhere`]: a service's
/// short code is in the register, and works where the service serves.
pub fn short_codes(district: &District, _: Date) -> Vec<Diagnostic> {
    let codes = known::codes(district);
    let mut found = Vec::new();
    let shown = district.services.values().filter(|it| it.value.publish == Publish::Yes);
    for Sourced { file, value: service } in shown {
        for (at, channel) in service.channels.iter().enumerate() {
            let Reach::ShortCode(code) = &channel.reach else { continue };
            let registered = codes.get(code.as_str()).copied();
            if let Some(fault) = refused(district, &service.service_area, code, registered) {
                let path = FieldPath::from("channels").item(at).key("number");
                found.push(Diagnostic::new(fault, Place::Field(*file, path)));
            }
        }
    }
    found
}

/// Why a service may not carry a short code.
fn refused(
    district: &District,
    serves: &ServiceArea,
    code: &ShortCode,
    registered: Option<&RegisteredNumber>,
) -> Option<Fault> {
    let code = code.as_str().to_owned();
    let Some(registered) = registered else { return Some(Fault::UnknownShortCode { code }) };
    let whole = [district.profile.area.clone()];
    let areas = match serves {
        ServiceArea::Everywhere => &whole[..],
        ServiceArea::Areas(areas) => areas,
    };
    let works = areas.iter().all(|it| works_in(&registered.area, it, district));
    let owner = registered.owner.own.clone();
    (!works).then_some(Fault::ShortCodeElsewhere { code, owner })
}

/// Whether a registered number works in an area, as far as it is ours.
fn works_in(numbers: &NumberArea, area: &AreaCode, district: &District) -> bool {
    let ours = &district.profile.area;
    let area = if area.contains(ours) { ours } else { area };
    match numbers {
        NumberArea::Everywhere => true,
        NumberArea::Only(areas) => areas.iter().any(|it| it.contains(area)),
    }
}

/// Whether an address with this number opens a chat.
fn is_chat(number: &str) -> bool {
    let digits = number.bytes().all(|it| it.is_ascii_digit());
    digits && number.starts_with("628") && (11..=15).contains(&number.len())
}

/// A number as it is printed.
fn printed(reach: &Reach) -> String {
    match reach {
        Reach::Telephone(it) => it.shown().to_owned(),
        Reach::WhatsApp { number, display } if display.starts_with('+') => {
            national(number.as_str())
        }
        Reach::WhatsApp { display, .. } => display.clone(),
        _ => reach.digits().unwrap_or_default(),
    }
}

/// What was written, where it is long only its beginning.
fn brief(written: &str) -> String {
    match written.char_indices().nth(40) {
        Some((at, _)) => format!("{}…", &written[..at]),
        None => written.to_owned(),
    }
}

#[cfg(test)]
mod tests;
