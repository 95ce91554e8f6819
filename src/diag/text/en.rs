//! The program's English.

use jiff::civil::Date;

use super::{Frame, Sentence, hundredth, quote, quotes, say, signs, tenth, weights};
use crate::diag::code::{Code, Fault, Kind, Part, Scheme, Trace};
use crate::model::value::Shape;

/// The fixed words.
pub const FRAME: Frame = Frame {
    error: "error",
    warning: "warning",
    help: "help",
    errors: "errors",
    warnings: "warnings",
    files: "in files",
    more: "more not shown",
    accepted: "accepted",
    unreviewed: "waiting for review",
    clean: "no fault found",
};

/// A fault in English.
#[expect(clippy::too_many_lines, reason = "a table, one entry a fault")]
pub fn sentence(fault: &Fault) -> Sentence {
    match fault {
        Fault::NotUtf8 { line } => {
            say(format!("line {line} is not UTF-8"), "not UTF-8", "save it as UTF-8")
        }
        Fault::TooLarge { bytes } => say(
            format!("this file has {bytes} bytes; the limit is 4 MiB"),
            "too large",
            "split it, or remove what does not belong here",
        ),
        Fault::IsLink {} => say(
            "this is a symbolic link; links are not followed",
            "a link",
            "put the file itself here",
        ),
        Fault::Unreadable { why } => say(
            format!("this file cannot be read: {why}"),
            "cannot be read",
            "check its permissions",
        ),
        Fault::NoProfile {} => {
            say("there is no `district.yaml`", "missing", "`teduh init` writes a starter district")
        }
        Fault::UnknownFile { path } => say(
            format!("`{path}` is no record and is not used"),
            "not used",
            "see docs/content.md for the files there are",
        ),
        Fault::BadFileName { name } => say(
            format!("`{name}` cannot be an id"),
            "a file's name is its record's id",
            "use lower-case letters, digits and hyphens",
        ),
        Fault::FrontMatter {} => say(
            "this text has no front matter",
            "begin with a line `---`, end it with another",
            "put the fields between two lines `---` at the top",
        ),
        Fault::NotYaml { why } => say(
            format!("this is not YAML: {why}"),
            "here",
            "quote texts that contain `: `, `#` or begin with a sign",
        ),
        Fault::EmptyFile {} => {
            say("this file is empty", "empty", "write the record, or remove the file")
        }
        Fault::ReservedCharacter {} => say(
            "this text contains a private-use character",
            "not allowed here",
            "remove it; it shows nothing",
        ),
        Fault::TooDeep {} => say(
            "lists, quotations or marks stand too deep within each other",
            "left out",
            "use fewer levels",
        ),
        Fault::UnknownField { field, nearest } => say(
            format!("there is no field `{field}` here"),
            "unknown field",
            meant(nearest.as_deref()),
        ),
        Fault::MissingField { field } => {
            say(format!("the field `{field}` is missing"), "here", format!("add `{field}:`"))
        }
        Fault::WrongValue { written, shape } | Fault::NumberShape { written, shape } => say(
            format!("`{written}` is not {}", shape_name(*shape)),
            format!("expected {}", shape_name(*shape)),
            shape_help(*shape),
        ),
        Fault::DuplicateKey { key } => {
            say(format!("`{key}` is written twice"), "the second one", "keep one of them")
        }
        Fault::NotOneOf { written, allowed, nearest } => say(
            format!("`{written}` is not one of the values there are"),
            format!("allowed: {allowed}"),
            meant(nearest.as_deref()),
        ),
        Fault::BadAreaLine { written } => say(
            format!("`{written}` is no area"),
            "expected `code,name`",
            "write a line such as `53.71,Kota Kupang`",
        ),
        Fault::UnknownLanguage { lang } => say(
            format!("the district has no language `{lang}`"),
            "not in `languages`",
            "add it to `languages` in district.yaml, or remove the text",
        ),
        Fault::AreaWithoutParent { code, parent } => say(
            format!("the area `{code}` has no area above it"),
            format!("`{parent}` is missing"),
            format!("add a line for `{parent}`"),
        ),
        Fault::NotAcceptable { code } => say(
            format!("a finding of `{code}` cannot be accepted"),
            "not this one",
            "remove it, and put right what the finding says; see docs/rules.md for the codes",
        ),
        Fault::AcceptedNothing { code } => say(
            format!("there is no finding of `{code}` in this file"),
            "accepts nothing",
            "remove the entry",
        ),
        Fault::Dangling { kind, id, nearest } => say(
            format!("no {} is called `{id}`", kind_name(*kind)),
            "not found",
            meant(nearest.as_deref()),
        ),
        Fault::ForbiddenLink { url } => say(
            format!("`{url}` is a link that is not allowed"),
            "not allowed",
            "use `https:` or one of our own schemes: policy, protocol, page, service, role, need, law, term, slot",
        ),
        Fault::DuplicateId { kind, id } => say(
            format!("the {} `{id}` is there twice", kind_name(*kind)),
            "the second one",
            "keep one of them",
        ),
        Fault::OrphanTranslation { of } => say(
            format!("this translates `{of}`, which is not there"),
            "nothing to translate",
            "rename it, or write the original first",
        ),
        Fault::OrphanAddendum { policy } => say(
            format!("this school has not adopted `{policy}`"),
            "an addendum to nothing",
            "adopt the policy, or remove this file",
        ),
        Fault::PolicyOverdue { title, due, today, owner } => say(
            format!("`{title}` is overdue for review since {due}"),
            format!("today is {today}"),
            format!("ask the {owner} to review it, then set a new `review_due`"),
        ),
        Fault::RawHtml {} => say(
            "HTML in a text",
            "not allowed",
            "write Markdown; HTML could carry scripts or hide numbers",
        ),
        Fault::HeadingSkipped { from, to } => say(
            format!("a heading of level {to} follows one of level {from}"),
            "a level is skipped",
            "begin at `##` and go down one level at a time",
        ),
        Fault::UnfilledSlot { school, policy, slot, ask } => say(
            format!("`{school}` has not filled the slot `{slot}` of `{policy}`"),
            ask.clone(),
            format!("add it to the school: `slots: {{ {policy}: {{ {slot}: ... }} }}`"),
        ),
        Fault::MissingTranslation { lang } => say(
            format!("this text is missing in `{lang}`"),
            "shown in the default language",
            format!("add the same file name ending in `.{lang}.md`"),
        ),
        Fault::UnevenTranslation { field, own, found } => say(
            format!("`{field}` has {found} entries here and {own} in the original"),
            "uneven",
            "translate every entry, in the same order",
        ),
        Fault::StepsOutOfOrder { within, before } => say(
            format!("a step within `{within}` stands after one within `{before}`"),
            "goes back in time",
            "put the steps in the order in which they are done",
        ),
        Fault::NotNeutral { word } => say(
            format!("`{word}` in a child's address or tab gives the page away"),
            "not neutral",
            "use a neutral name such as `catatan-3`",
        ),
        Fault::Image {} => {
            say("an image in a text", "not allowed", "say it in words; pages carry no images")
        }
        Fault::LawEnded { law, on, successor, since } => say(
            format!("this text rests on {law}, which no longer holds{}", ended(*on)),
            replaced(successor.as_deref(), *since),
            "look at the text again with the law that holds now, then name that one",
        ),
        Fault::LawEndedCited { law, on, successor, since } => say(
            format!("this text names {law}, which no longer holds{}", ended(*on)),
            replaced(successor.as_deref(), *since),
            "name the law that holds now; or say in the same text that the old one was repealed",
        ),
        Fault::OldSystemWord { word, law, successor } => say(
            format!("`{word}` is a word of a system that has ended"),
            format!("{law} no longer holds"),
            match successor {
                Some(successor) => format!(
                    "use the words of {successor}; a note or \"formerly {word}\" may keep the old one"
                ),
                None => format!(
                    "use the words of today; a note or \"formerly {word}\" may keep the old one"
                ),
            },
        ),
        Fault::UnfoundedDeadline { written, law } => say(
            match law {
                Some(law) => format!("{law} sets no time limit of `{written}` in the register"),
                None => format!("`{written}` is called a legal time limit, and no law is named"),
            },
            "not in the register",
            "name the law (`<law:ID>`) whose entry has this span under `deadlines:`; or say that it is the school's own practice",
        ),
        Fault::LockChanged { section, recorded, now } => say(
            format!("the locked section `{section}` has changed"),
            format!("recorded as {recorded}"),
            format!(
                "if that is meant, and approved, write `{section}: \"{now}\"` under `locks:`; else undo the change"
            ),
        ),
        Fault::LockMissing { section, now } => say(
            format!("the locked section `{section}` is not recorded"),
            "locked, but not in `locks:`",
            format!("write `{section}: \"{now}\"` under `locks:` in the front matter"),
        ),
        Fault::LockOfNothing { section } => say(
            format!("there is no locked section `{section}`"),
            "recorded, but not there",
            format!(
                "put the section back, with `{{#{section} .locked}}`; or remove this line if the lock was lifted on purpose"
            ),
        ),
        Fault::AddendumShadows { school, policy, now } => say(
            format!("`{policy}` has changed since `{school}` wrote its addendum"),
            "written against an earlier text",
            format!(
                "read both again; then write `addenda: {{ {policy}: {{ against: \"{now}\" }} }}`"
            ),
        ),
        Fault::AddendumWithoutBase { school, policy, now } => say(
            format!(
                "the addendum of `{school}` to `{policy}` does not say which text it was written against"
            ),
            "no `against`",
            format!(
                "read both; then write in the school's file `addenda: {{ {policy}: {{ against: \"{now}\" }} }}`"
            ),
        ),
        Fault::AddendumOverLocked { section, policy } => say(
            format!("`{section}` is a locked section of `{policy}`"),
            "may not be replaced",
            "give this heading another anchor; a school may add to a policy, not change what is locked",
        ),
        Fault::Placeholder { written } => say(
            format!("`{written}` stands where something should have been filled in"),
            "not filled in",
            "fill it in, or take the sentence out",
        ),
        Fault::Unreviewed { by } => say(
            format!("nobody of these has reviewed this protocol yet: {by}"),
            "not reviewed",
            "let them read it, then write `done: [{ by: ..., on: ... }]`; a live district publishes no protocol before that",
        ),
        Fault::QuickTooLong { words, limit } => say(
            format!("this has {words} words; {limit} fit on a card or a telephone's screen"),
            "too long",
            "keep what is done first; the rest belongs into the steps",
        ),
        Fault::BranchMissing { suspect } => say(
            format!("this protocol has no route past the suspect `{suspect}`"),
            "missing",
            format!("add `{suspect}: {{ instead: ..., needs: [...] }}`"),
        ),
        Fault::BranchNamesSuspect { suspect, role } => say(
            format!("the route past `{suspect}` names the role `{role}`"),
            "the suspect may hold this role",
            "write whom to turn to outside, and do not mention this role here",
        ),
        Fault::ForbiddenDoor { suspect, service } => say(
            format!("the route past `{suspect}` leads to `{service}`"),
            "this door must not be used here",
            "name another service; see `forbidden_when` of this one",
        ),
        Fault::BranchWithoutDoor { suspect, school } => say(
            format!("the route past `{suspect}` leads to nobody at `{school}`"),
            "no service that can be reached",
            "add a need that somebody meets there",
        ),
        Fault::OutsideMissing {} => say(
            "this policy does not say what to do when the head or the receiver is the suspect",
            "no section `luar-sekolah`",
            "add a section `## ... {#luar-sekolah .locked}` with the route outside the school",
        ),
        Fault::ConfidentialArea { code } => say(
            format!("a confidential place is named as finely as `{code}`"),
            "too fine",
            "name no area finer than the district",
        ),
        Fault::ConfidentialAddress {} => say(
            "a confidential place has an address",
            "remove it",
            "delete this field; an address that is not written cannot leak",
        ),
        Fault::FallbackLoop { chain } => say(
            format!("fallbacks go in a circle: {chain}"),
            "never ends",
            "let one of them end at a service that always answers",
        ),
        Fault::FallbackEndsEarly { last } => say(
            format!("the fallbacks end at `{last}`, which does not always answer"),
            "ends too early",
            "end the chain at a service with `schedules: always`",
        ),
        Fault::NoChannel {} => say(
            "this service has no channel and no word why",
            "nothing to show",
            "add a channel, or say why there is none in `unverified:`",
        ),
        Fault::NearMiss { written, registered, owner } => say(
            format!("`{written}` is nearly `{registered}`, the number of {owner}"),
            format!("is `{registered}` meant?"),
            format!(
                "write `{registered}`, or refer to the service; if this is another number, dial it, then add it to register.yaml"
            ),
        ),
        Fault::TwoOwners { owner, other } => say(
            format!("the number of {owner} also stands under {other}"),
            format!("belongs to {owner}"),
            "dial it and ask whose it is; keep it in one record, and let the other name that one as its `fallback`",
        ),
        Fault::UnknownNumber { written, nearest } => say(
            format!("`{written}` is in no record"),
            nearest.as_ref().map_or_else(
                || "a number in a text".to_owned(),
                |(number, owner)| format!("is `{number}` of {owner} meant?"),
            ),
            "refer to the service instead: `<service:ID>`; a number is written once, in `services/`, with the day it was checked",
        ),
        Fault::MangledShortCode { written, code, owner } => say(
            format!("`{written}` reaches nobody; the number of {owner} is `{code}`"),
            "a short code takes no prefix",
            format!("write `{code}` and nothing in front of it, or refer to the service"),
        ),
        Fault::ChatLink { written } => say(
            format!("a WhatsApp link with `{written}` reaches nobody"),
            "begin with 628, digits only",
            "refer to the service instead: `<service:ID>`; its card makes the link",
        ),
        Fault::UnknownShortCode { code } => say(
            format!("`{code}` is no short code of the register"),
            "not in register.yaml",
            "dial it and ask who answers, then add it to register.yaml with its owner; or remove it",
        ),
        Fault::ShortCodeElsewhere { code, owner } => say(
            format!("`{code}` ({owner}) is not known to work here"),
            "not in this area",
            "dial it from here; if it answers, add the area to `area` in register.yaml; else remove it",
        ),
        Fault::ShortCodeAlone { code, owner } => say(
            format!("`{code}` stands without the name of whom it reaches"),
            format!("the number of {owner}"),
            "name the service in the same sentence, or refer to it: `<service:ID>`",
        ),
        Fault::HiddenNumber { written, service } => say(
            format!("`{written}` is a number of `{service}` that the directory does not show"),
            "not verified, expired or held back",
            "refer to the service: `<service:ID>`; its card shows the number when it has been checked",
        ),
        Fault::ChannelDueSoon { service, until, today } => say(
            format!("the check of this channel of `{service}` holds until {until}"),
            format!("today is {today}"),
            "try it again, then set `on`, `how` and `by`",
        ),
        Fault::ChannelOverdue { service, until, shown } => say(
            format!("the check of this channel of `{service}` ended on {until}"),
            format!("shown as overdue until {shown}"),
            "try it again, then set `on`, `how` and `by`",
        ),
        Fault::ChannelExpired { service, shown } => say(
            format!("this channel of `{service}` is not shown any more"),
            format!("last shown on {shown}"),
            "try it again, then set `on`, `how` and `by`; or remove it",
        ),
        Fault::NothingLeft { service } => say(
            format!("no channel of `{service}` can be shown: every check has expired"),
            "only the fallback is shown",
            "try the channels again, or set `publish: held-back`",
        ),
        Fault::UnverifiedChannel { service } => say(
            format!("nobody has checked this channel of `{service}`"),
            "not shown",
            "try it, then set `how`, `on` and `by`; or say why in `unverified:`",
        ),
        Fault::ConsentEnded { role, until, today } => say(
            format!("the consent to keep the number of `{role}` ended on {until}"),
            format!("today is {today}"),
            "ask the person again, or remove the number",
        ),
        Fault::Gap { school, need, hours, first } => say(
            format!("nobody answers for `{need}` at `{school}` in {hours} of 168 hours"),
            format!("first at {first}"),
            "give the need a fallback that always answers and serves this area",
        ),
        Fault::CheckedLater { on, today } => say(
            format!("this check is dated {on}, a day that has not come"),
            format!("today is {today}"),
            "write the day on which it was really tried",
        ),
        Fault::RoleUnfilled { role, school } => say(
            format!("nobody is `{role}` at `{school}`"),
            "a required role",
            format!("add `people: {{ {role}: ... }}`"),
        ),
        Fault::NoSchools {} => {
            say("the district has no schools", "nothing to build", "add a file to `schools/`")
        }
        Fault::NumberWithoutConsent {} => say(
            "a private number without consent",
            "no `consent_until`",
            "ask the person, then write until when the consent holds; or remove the number",
        ),
        Fault::PageTooHeavy { path, bytes, limit, parts } => say(
            format!("`{path}` has {bytes} bytes compressed; its budget is {limit}"),
            "too heavy",
            format!(
                "shorten the text, or split it into two pages; heaviest: {}",
                weights(parts, part_name)
            ),
        ),
        Fault::PageFarTooHeavy { path, bytes, limit, parts } => say(
            format!("`{path}` has {bytes} bytes compressed; no page may have more than {limit}"),
            "far too heavy",
            format!("split it into several pages; heaviest: {}", weights(parts, part_name)),
        ),
        Fault::ScriptTooHeavy { path, bytes, limit } => say(
            format!(
                "the scripts of `{path}` have {bytes} bytes compressed; their budget is {limit}"
            ),
            "too heavy",
            "take scripts out of the theme",
        ),
        Fault::SiteTooHeavy { school, lang, bytes, limit, heaviest } => say(
            format!(
                "the site of `{school}` in `{lang}` has {bytes} bytes compressed; its budget is {limit}"
            ),
            "too heavy",
            format!("shorten the heaviest files: {}", weights(heaviest, |it| format!("`{it}`"))),
        ),
        Fault::AsksForMore { path, what } => say(
            format!("`{path}` makes the browser fetch another file: `{what}`"),
            "asks for more",
            "put it into the page, or leave it out",
        ),
        Fault::BlockedCode { path, what } => say(
            format!("`{path}` holds what browsers are told to refuse: `{what}`"),
            "is refused",
            "use a class and the style sheet; pages have no forms and no code in attributes",
        ),
        Fault::FieldToFill { path, what } => say(
            format!("`{path}` has a field to fill in: `{what}`"),
            "a field",
            "take it out; say whom to call or see instead",
        ),
        Fault::HeadingOrder { path, from, to } => say(
            match (from, to) {
                (_, 0) => format!("`{path}` has no heading"),
                (0, to) => format!("`{path}` begins with a heading of level {to}"),
                (_, 1) => format!("`{path}` has a second heading of level 1"),
                (from, to) => {
                    format!("in `{path}` a heading of level {to} follows one of level {from}")
                }
            },
            "out of order",
            "one heading of level 1 at the top, and no level left out below it",
        ),
        Fault::AnchorTwice { path, anchor } => say(
            format!("`{path}` has the anchor `{anchor}` twice"),
            "twice",
            "give each its own `id`",
        ),
        Fault::DeadLink { path, href } => say(
            format!("a link of `{path}` leads nowhere: `{href}`"),
            "leads nowhere",
            "link to a page and an anchor that the site has",
        ),
        Fault::Nameless { path, what } => say(
            format!("in `{path}` there is something without a name: `{what}`"),
            "cannot be read out",
            "give it a text, an `alt` or an `aria-label`; what only decorates gets `aria-hidden=\"true\"`",
        ),
        Fault::TooManyFiles { host, files, limit } => say(
            format!("there would be {files} files; `{host}` takes {limit}"),
            "too many files",
            "build with `--layout compact`, which makes at most fifteen files a school; or give each part of the schools a site of its own with `--school`",
        ),
        Fault::UnprintableSigns { sheet, signs: lost } => say(
            format!("`{sheet}` has signs that no font holds: {}", signs(lost)),
            "cannot be printed",
            "write it in Latin or Greek letters, or leave the sign out; on paper `[…]` stands in its place",
        ),
        Fault::SheetSpills { school, sheet } => say(
            format!("`{sheet}` of `{school}` is too long for its paper"),
            "too long",
            "shorten its texts: names, places and offices of people, the steps of a protocol",
        ),
        Fault::LowContrast { text, ground, scheme, contrast, limit } => say(
            format!(
                "`{text}` on `{ground}` {} has a contrast of {}:1; it should be {}:1",
                match scheme {
                    Scheme::Light => "by day",
                    Scheme::Dark => "by night",
                },
                hundredth(*contrast),
                hundredth(*limit)
            ),
            "hard to read",
            "make one of the two colours in the theme darker or lighter",
        ),
        Fault::TellingTrace { path, trace, what } => say(
            format!("`{path}` leaves {} behind that says too much: `{what}`", trace_name(*trace)),
            "says too much",
            "take it out of the theme, or use a neutral word",
        ),
        Fault::BookTooHeavy { path, bytes, limit } => say(
            format!("`{path}` has {bytes} bytes; its budget is {limit}"),
            "too heavy",
            "shorten the texts that stand in it",
        ),
        Fault::UnknownTheme { name } => say(
            format!("no theme is called `{name}`"),
            "not found",
            "put it into `themes/`, or use `plain`",
        ),
        Fault::BrokenTemplate { template, why } => say(
            format!("the template `{template}` does not work: {why}"),
            "the built-in one is used instead",
            "see src/render/view.rs for what a template sees",
        ),
        Fault::MissingWord { key, lang } => say(
            format!("the theme has no word `{key}` in `{lang}`"),
            "missing",
            format!("add `{key}:` to `words/{lang}.yaml`"),
        ),
        Fault::MinifyChanges { template, why } => say(
            format!("minifying would change what `{template}` says: {why}"),
            "left as it is",
            "let links and numbers stand in `p`, `li`, `dd` or `td`, never side by side in a `div`",
        ),
        Fault::PictureAdvice { words, sentence } => say(
            format!("this advises to view, keep or pass on pictures: {}", quote(sentence)),
            words.clone(),
            "say: nobody looks at, copies, keeps or sends the picture; describe it in words, the police see to the device",
        ),
        Fault::SettlementAdvice { words, sentence } => say(
            format!("this leaves room for a settlement: {}", quote(sentence)),
            words.clone(),
            "sexual violence against a child is reported and never settled: say so, or take this out",
        ),
        Fault::BlamingWords { words, sentence } => say(
            format!("these words blame or label a child: {}", quote(sentence)),
            words.clone(),
            "say what was done to the child, and by whom; the glossary has words for it",
        ),
        Fault::SecrecyPromise { words, sentence } => say(
            format!("this promises what nobody can keep: {}", quote(sentence)),
            words.clone(),
            "say instead who will be told, and why",
        ),
        Fault::RemovalPromise { words, sentence } => say(
            format!("this promises that pictures will be gone: {}", quote(sentence)),
            words.clone(),
            "say what the service can do and where it does not reach",
        ),
        Fault::MethodDetail { words, sentence } => say(
            format!("this names a way to hurt oneself: {}", quote(sentence)),
            words.clone(),
            "leave the way out; say who helps, now and tonight",
        ),
        Fault::IdentityNumber { words, sentence } => say(
            format!("this looks like the number of an identity card: {}", quote(sentence)),
            words.clone(),
            "take it out, also from earlier versions of the file; such numbers never stand in these texts",
        ),
        Fault::BirthDate { words, sentence } => say(
            format!("a date of birth: {}", quote(sentence)),
            words.clone(),
            "take it out; nobody's birthday belongs on a school's site",
        ),
        Fault::InitialsAndClass { words, sentence } => say(
            format!("initials with a class or an age: {}", quote(sentence)),
            words.clone(),
            "take it out; schoolmates know at once who is meant",
        ),
        Fault::CaseNarrative { words, sentence } => say(
            format!("this tells of a case: {}", quote(sentence)),
            words.clone(),
            "write what to do, not what happened; a case is never told, not even without names",
        ),
        Fault::PrivateMobile { words, sentence } => say(
            format!("a mobile number in a text: {}", quote(sentence)),
            words.clone(),
            "put it into the school's `people:`, with `consent_until:`, or into the directory; a text refers to it by role",
        ),
        Fault::DutyRota { words, sentence } => say(
            format!("who is on duty when, by name: {}", quote(sentence)),
            words.clone(),
            "say where and when somebody can be found, not who is alone where; keep the rota on paper",
        ),
        Fault::UnexplainedKpad { words, sentence } => say(
            format!("`KPAD` can be two bodies: {}", quote(sentence)),
            words.clone(),
            "write the name out: an AIDS commission (KPA) or a child-protection commission",
        ),
        Fault::EmergencyElsewhere { words, sentence } => say(
            format!("`{words}` does not work here: {}", quote(sentence)),
            "not in this district",
            "name a service of the directory; if the code works here now, add the area in register.yaml with its source",
        ),
        Fault::DeleteFirst { words, sentence } => say(
            format!(
                "this advises to delete or leave before the police were asked: {}",
                quote(sentence)
            ),
            words.clone(),
            "say: ask the police first; reporting in an app can delete the chat as well",
        ),
        Fault::PhoneSearch { words, sentence } => say(
            format!("this has somebody look through phones: {}", quote(sentence)),
            words.clone(),
            "say: the phone stays with its owner, nobody opens it; only the police examine devices",
        ),
        Fault::LongSentences { tenths, limit, worst } => say(
            format!(
                "sentences have {} words on average; the limit here is {limit}",
                tenth(*tenths)
            ),
            "the whole text",
            format!("split the longest: {}", quotes(worst)),
        ),
        Fault::HardText { tenths, limit, worst } => say(
            format!("this reads like grade {}; the limit here is {limit}", tenth(*tenths)),
            "the whole text",
            format!("use shorter words and sentences, here first: {}", quotes(worst)),
        ),
        Fault::LongWords { share, limit, worst } => say(
            format!("{share} of 100 words are long; the limit here is {limit}"),
            "the whole text",
            format!("use shorter words, here first: {}", quotes(worst)),
        ),
        Fault::AvoidedWord { word, instead, sentence } => say(
            format!("the glossary says not to write `{word}`: {}", quote(sentence)),
            word.clone(),
            instead.as_ref().map_or("take it out".to_owned(), |it| format!("write: {it}")),
        ),
    }
}

/// "did you mean", where there is something similar.
fn meant(nearest: Option<&str>) -> String {
    nearest.map(|it| format!("did you mean `{it}`?")).unwrap_or_default()
}

/// A kind of thing, with no article.
fn kind_name(kind: Kind) -> &'static str {
    match kind {
        Kind::Policy => "policy",
        Kind::Protocol => "protocol",
        Kind::Page => "page",
        Kind::Form => "form",
        Kind::Service => "service",
        Kind::School => "school",
        Kind::Role => "role",
        Kind::Need => "need",
        Kind::Law => "law",
        Kind::Term => "term",
        Kind::Area => "area",
        Kind::Anchor => "heading in this text",
        Kind::Slot => "slot",
        Kind::Npsn => "NPSN",
        Kind::ProtocolCode => "protocol code",
    }
}

/// A part of a page.
fn part_name(part: &Part) -> String {
    match part {
        Part::Style => "the style sheet".to_owned(),
        Part::Script => "the scripts".to_owned(),
        Part::Frame => "what is round the text".to_owned(),
        Part::Section(title) => quote(title),
    }
}

/// What a page leaves behind.
fn trace_name(trace: Trace) -> &'static str {
    match trace {
        Trace::Title => "a title",
        Trace::Address => "an address",
        Trace::Words => "words",
        Trace::Preview => "a preview",
        Trace::Icon => "an icon",
        Trace::Manifest => "a manifest",
        Trace::Download => "a file name",
    }
}

/// What a value should be.
fn shape_name(shape: Shape) -> &'static str {
    match shape {
        Shape::Id => "an id",
        Shape::Lang => "a language tag",
        Shape::Area => "an area code",
        Shape::Npsn => "an NPSN",
        Shape::Date => "a date",
        Shape::Time => "a time",
        Shape::ShortCode => "a short code",
        Shape::Telephone => "a telephone number",
        Shape::WhatsApp => "a WhatsApp number",
        Shape::Email => "an e-mail address",
        Shape::Message => "a text for one short message",
        Shape::Web => "a web address",
        Shape::Hours => "a span of time",
        Shape::Colour => "a colour",
        Shape::Fingerprint => "a fingerprint",
        Shape::Count => "a whole number",
        Shape::Flag => "`true` or `false`",
        Shape::Text => "text",
        Shape::List => "a list",
        Shape::Map => "a map of fields",
    }
}

/// How to write it.
fn shape_help(shape: Shape) -> &'static str {
    match shape {
        Shape::Id => "lower-case letters, digits and hyphens",
        Shape::Lang => "such as `id`, `en` or `mkn`",
        Shape::Area => "such as `\"53.71.01.1001\"`, in quotes",
        Shape::Npsn => "eight digits, in quotes",
        Shape::Date => "such as `2026-11-24`",
        Shape::Time => "such as `\"08:00\"`, in quotes",
        Shape::ShortCode => "three to five digits, such as `\"129\"`; nothing in front of them",
        Shape::Telephone => "with its area code and no letters, such as `\"021-0000000\"`",
        Shape::WhatsApp => "begin with 628, digits only",
        Shape::Email => "such as `nama@contoh.go.id`",
        Shape::Message => {
            "at most 112 characters of the telephone network: plain letters and marks, no curly quotation marks or dashes"
        }
        Shape::Web => "begin with `https://`",
        Shape::Hours => "such as `72h` or `3d`",
        Shape::Colour => "such as `\"#0a5a4a\"`, in quotes",
        Shape::Fingerprint => "sixteen digits and letters a to f, as `teduh check` prints them",
        Shape::Count => "such as `3`",
        Shape::Flag => "without quotes",
        Shape::Text => "words, in quotes where they begin with a sign",
        Shape::List => "one entry a line, each beginning with `- `",
        Shape::Map => "one field a line, `key: value`",
    }
}

/// What a code means, at length.
#[expect(clippy::too_many_lines, reason = "a table, one entry a code")]
pub fn explain(code: Code) -> &'static str {
    match code {
        Code::NotUtf8 => {
            "Every file must be UTF-8. Old editors on Windows save texts in other encodings; choose \"UTF-8\" when saving. Until then nothing of the file is used."
        }
        Code::TooLarge => {
            "A text of more than 4 MiB is a mistake: a scan, an export, a log. It is not read, so that one file cannot stop the whole district."
        }
        Code::IsLink => {
            "Symbolic links are not followed, because they could lead out of the repository and publish a file that was never meant for it."
        }
        Code::Unreadable => {
            "The system refused to give this file. Its permissions, a network drive or another program may be the reason."
        }
        Code::NoProfile => {
            "A content repository is known by its `district.yaml`: who the district is, its roles, its needs. Without it no other file can be judged."
        }
        Code::UnknownFile => {
            "The folders of records hold records only. A file with another ending, or in a folder of its own, is passed over; most often its name is misspelt."
        }
        Code::BadFileName => {
            "A record's id is its file's name, and it becomes part of the site's addresses. Capitals, spaces and accents differ from system to system, so they are refused."
        }
        Code::FrontMatter => {
            "A policy, protocol or page begins with a line `---`, then fields, then a line `---`, then the text."
        }
        Code::NotYaml => {
            "The file could not be understood as YAML. Common reasons: a text with `: ` or ` #` without quotes, a tab, a bracket that is not closed. Anchors and aliases (`&`, `*`) are not used here and are refused."
        }
        Code::EmptyFile => "An empty file is a record that was begun and forgotten.",
        Code::ReservedCharacter => {
            "Private-use characters (U+E000 to U+F8FF) mark the places where each school's facts are put in. In a text they show nothing, and could be mistaken for such a place."
        }
        Code::TooDeep => {
            "A text with more than two dozen levels within each other is a slip of the keyboard, and no small screen can show it."
        }
        Code::UnknownField => {
            "A field with a misspelt name would be lost in silence; a telephone number could be in it. So unknown fields are errors. docs/content.md lists all of them."
        }
        Code::MissingField => "The record cannot be used without this field.",
        Code::WrongValue => "The value does not have the shape that the field needs.",
        Code::DuplicateKey => {
            "Most YAML readers keep the last of two equal keys and say nothing. In a directory of telephone numbers one of them would be lost."
        }
        Code::NotOneOf => "The field takes one of a few words. docs/content.md lists them.",
        Code::BadAreaLine => "`areas.csv` has the header `code,name` and then one area a line.",
        Code::UnknownLanguage => {
            "Words in a language that is not in the district's `languages` are never shown."
        }
        Code::AreaWithoutParent => {
            "Codes are a tree: a ward belongs to a district, a district to a city, a city to a province. A missing level means that a service for the city would not be found for the ward."
        }
        Code::NotAcceptable => {
            "Findings about files (01), references (03) and numbers and places (05) cannot be accepted: a dead link or a wrong number is not a matter of judgement. A code that does not exist cannot be accepted either."
        }
        Code::AcceptedNothing => {
            "An accepted finding that no longer exists would hide the next one of its kind. It is removed once the text is right."
        }
        Code::Dangling => {
            "A reference names something that is not in the repository. On a page it would be a dead link, or nobody to call."
        }
        Code::ForbiddenLink => {
            "Links lead to `https:` addresses, to headings (`#...`) or, with our own schemes, to records. Others could run scripts (`javascript:`), leak (`http:`) or hide a number from the checks (`tel:`, `wa.me`)."
        }
        Code::DuplicateId => "Two entries claim the same id. Only one would be shown.",
        Code::OrphanTranslation => {
            "A translation has the name of the text it translates, with a language tag: `aduan.md`, `aduan.en.md`."
        }
        Code::OrphanAddendum => {
            "A school's file `schools/SCHOOL/POLICY.md` adds to a policy that the school has adopted."
        }
        Code::PolicyOverdue => {
            "A policy past its review day may rest on repealed law or name people who have left. It stays on the site with a note that it is overdue."
        }
        Code::RawHtml => {
            "Texts are Markdown. Raw HTML could carry scripts, load something from another site, or hide a number from the checks."
        }
        Code::HeadingSkipped => {
            "People who use a screen reader find their way by headings. The page's title is level 1; a text begins at `##`."
        }
        Code::UnfilledSlot => {
            "A policy leaves places open for what only the school knows: where the complaint box is, who keeps the file. An open place in a published policy helps nobody. In a live district it is an error."
        }
        Code::MissingTranslation => {
            "The site has this language, this text has not. The page shows the default language instead and says so."
        }
        Code::UnevenTranslation => {
            "Steps are matched by their order. With one too few, a step's words would stand beside another step's role and clock."
        }
        Code::StepsOutOfOrder => {
            "Steps are shown by their clock: first hour, 24 hours, 72 hours, seven days, follow-up. A step that goes back in time would be read too late."
        }
        Code::NotNeutral => {
            "A child may share the phone with the person who harms them. The browser's history shows the address and the tab's title, so neither may say what the page is about."
        }
        Code::Image => {
            "A page is readable after one request. Images cost a child on a slow phone time and money, and can identify somebody."
        }
        Code::LawEnded => {
            "`basis:` of a policy, protocol or page names a law that the legal register says was revoked or replaced on or before the day of the build. The text may give duties to a body that is gone. Read it against the law that holds now before changing the name."
        }
        Code::LawEndedCited => {
            "A text names a law that has ended, by a link or by its number, as if it still held. It may be named where the same text says that it was repealed, in a note (`> [!NOTE]`), in the register and in the glossary."
        }
        Code::OldSystemWord => {
            "A law's entry in laws.yaml lists the `words:` of the system that it made. When the law has ended, a reader who looks for such a body finds nobody. Say who does it now. In a note, or with \"formerly\", the old word may stay as a help for those who search for it."
        }
        Code::UnfoundedDeadline => {
            "A sentence says that the law sets a limit of so many hours or days. Either it names a law whose entry lists that span under `deadlines:`, or it is the school's own practice and should say so. Invented limits make people wait for them, or fear punishment that does not exist."
        }
        Code::LockChanged => {
            "A section marked `.locked` was approved word by word. Its fingerprint stands under `locks:` in the front matter; the words are not those any more. Marks and line breaks do not count; words, links and slots do. If the change was approved, record the new fingerprint; the line in the history then says who changed it, and when."
        }
        Code::LockMissing => {
            "A section marked `.locked` has no fingerprint under `locks:`. Without it nobody would notice a change."
        }
        Code::LockOfNothing => {
            "`locks:` records a section that is not in the text, or is not marked `.locked` any more. Either it was lost, or the lock was lifted."
        }
        Code::AddendumShadows => {
            "A school's addendum was written beside a text that has changed since. It may now repeat it, contradict it, or speak of something that is gone. Somebody at the school reads both and records the new fingerprint."
        }
        Code::AddendumWithoutBase => {
            "A school's addendum records the fingerprint of the policy it was written against, so that a later change of the policy is noticed."
        }
        Code::AddendumOverLocked => {
            "An addendum has a heading with the anchor of a locked section. Links would lead to either, and it would read as if the school had replaced what it may not change."
        }
        Code::Placeholder => {
            "Something like `[school name]`, `....` or `XXX` came along from a template. On a published page it sends somebody nowhere. In a live district it is an error."
        }
        Code::Unreviewed => {
            "A protocol is followed by somebody who is afraid and in a hurry. The people it names as reviewers (a psychologist, the police unit for women and children, a lawyer) have to read it before anybody relies on it. A live district is not built while one of them has not. In a sample nothing is reported; `teduh check --reviews` lists what is open."
        }
        Code::QuickTooLong => {
            "The short form of a protocol, and each route past a suspect, has to fit on one screen of a telephone or on one A6 card: at most 90 words, names of services and roles included. Whoever needs it has five minutes."
        }
        Code::BranchMissing => {
            "When the person to tell may be the one who did it, the protocol must say where to go instead: at least past the head, past the receiver of reports, and when nobody knows."
        }
        Code::BranchNamesSuspect => {
            "On the route past a suspect no role may be named that the suspect may hold: a name printed there is the person to fear. This holds for a school's own additions too."
        }
        Code::ForbiddenDoor => {
            "Some doors must not be used for the sake of some suspects: not the office where the suspect works."
        }
        Code::BranchWithoutDoor => {
            "A route past a suspect must end at somebody who can be reached from this school."
        }
        Code::OutsideMissing => {
            "Every policy prints the route for the case that the head or the person who receives reports is the suspect. The section has the anchor `luar-sekolah`, so that the rules can look at it."
        }
        Code::NumberShape => {
            "The number is not whole, or has a prefix that makes it undiallable. Short codes take no prefix: `021-129` and `+62129` reach nobody. A WhatsApp link begins with 628: with a leading 0 it reaches nobody. A letter in a number is refused, because phones turn letters into digits and call a stranger."
        }
        Code::ConfidentialArea => {
            "A shelter's ward is enough to find it. A confidential place may name the district or something larger."
        }
        Code::ConfidentialAddress => {
            "The only address that cannot leak is one that is not written down."
        }
        Code::FallbackLoop => {
            "Somebody who follows these fallbacks at night goes round in circles."
        }
        Code::FallbackEndsEarly => {
            "Every chain of fallbacks ends at a service that answers round the clock; else there is an hour at which nobody answers."
        }
        Code::NoChannel => {
            "A service that cannot be reached is shown with the reason and where to turn instead."
        }
        Code::NearMiss => {
            "Every run of seven digits or more, anywhere in the repository and however it is written, is compared with register.yaml. One that differs from a registered number in one or two digits is almost always that number with a slip: such numbers are in print, and a child who dials one reaches a stranger or nobody. If it really is another number, dial it, and add it to the register with its owner: then the two are told apart."
        }
        Code::TwoOwners => {
            "One number has one owner. Where two records carry the same number, one of them sends people to the wrong body, and when the number changes only one of them is corrected. An entry of register.yaml may say in `service:` which record carries its number. A person may hold two roles at one school with one number."
        }
        Code::UnknownNumber => {
            "Numbers live in the directory, where each has a day on which it was checked and vanishes when nobody checks it again. A number in a text has none of that. Texts refer to services; the register and `services/` are the only places for numbers. Days, amounts, area codes, numbers of laws, NPSN and the addresses of pages are not taken for numbers to dial."
        }
        Code::MangledShortCode => {
            "Short codes are dialled as they are. `021-129`, `(0380) 110` and `+62129` are printed in many places and reach nobody."
        }
        Code::ChatLink => {
            "A link to WhatsApp holds the number with its country code and nothing else: `628` and what follows. With a leading 0, a `+`, spaces or brackets it opens a page that says the number does not exist."
        }
        Code::UnknownShortCode => {
            "Short codes lie so close together that a slip in one of them is another one: 110, 112, 119 and 129 differ in a single digit. So they are not compared by likeness but looked up: what is not in register.yaml, with its owner and its source, may not stand in a service or after a word such as \"call\"."
        }
        Code::ShortCodeElsewhere => {
            "Some short codes work only where a local government has set them up; 112 is one. register.yaml says in `area` where; an empty list means nowhere in this district. Dialled elsewhere nobody answers."
        }
        Code::ShortCodeAlone => {
            "A short code is remembered with its name. \"Call 129\" in a text with a slip is another service, and nobody notices; \"SAPA 129\" can be seen to be wrong. The name of the service or of the owner must stand in the same sentence."
        }
        Code::HiddenNumber => {
            "The directory hides numbers that nobody has checked or that nobody has checked again in time. The same number in a text would stay there. In a live district this is an error."
        }
        Code::ChannelDueSoon => {
            "A check holds for a number of days that district.yaml sets in `validity`: 180, for national lines 90, for what rests on an official page only 60. Some days before its end there is this warning, so that the number never has to be shown as overdue."
        }
        Code::ChannelOverdue => {
            "The check should have been repeated. The number is still shown, below numbers with a fresh check and marked as overdue, and the directory says so at its top; after the days in `validity.overdue` it vanishes."
        }
        Code::ChannelExpired => {
            "Nobody knows any more whether this number answers, so it is not shown. The card shows where to turn instead."
        }
        Code::NothingLeft => {
            "Every channel of this service was checked once and none of the checks holds. The card says that the number is being checked, and shows the fallback. A live district must not let it come to that: it is an error there."
        }
        Code::UnverifiedChannel => {
            "A channel with `how: unverified` is never shown. In a live district it is an error: try it, or remove it. In a sample it is reported where the service does not say in `unverified:` why the channel is held back."
        }
        Code::ConsentEnded => {
            "A private number is kept only as long as the person agrees. Numbers of people are never shown on a page, with or without consent; one whose consent has ended must leave the repository as well."
        }
        Code::Gap => {
            "For each school, each need and each of the 168 hours of the week that begins today somebody must answer: hours, holidays, area, age and fallbacks are followed. `teduh gaps` prints all gaps, `teduh who` explains one hour."
        }
        Code::CheckedLater => {
            "A slip in the year would keep a number on the site for years after the last person tried it."
        }
        Code::RoleUnfilled => {
            "A protocol says \"tell the receiver\"; at this school there is none."
        }
        Code::NoSchools => "A site is made for each school; there is none.",
        Code::NumberWithoutConsent => {
            "A teacher's private number is shown only with the teacher's consent, which has an end."
        }
        Code::PageTooHeavy => {
            "The reader may be on 2G and pay by the megabyte. Budgets are for the page as it travels, compressed with gzip -9."
        }
        Code::PageFarTooHeavy => {
            "A server sends so many bytes before it waits for an answer. What is more costs another round trip, which on 2G is most of a second, so no page may be heavier."
        }
        Code::ScriptTooHeavy => {
            "Every page works without scripts. What they add must be small enough not to matter on 2G."
        }
        Code::SiteTooHeavy => {
            "A whole site should fit on any telephone, and cost no more than a photograph to fetch. `teduh check --site` weighs every file of every school; pages that telephones take in one packet weigh what the packet weighs."
        }
        Code::AsksForMore => {
            "A page travels in one piece: on 2G every further file costs a round trip, and a file from elsewhere tells somebody else who reads what."
        }
        Code::BlockedCode => {
            "The host is told that nothing may run in a page but its own style sheet and script. A style or code in an attribute, or a form, would not work."
        }
        Code::FieldToFill => {
            "A child who sees a field writes into it what happened, and believes that somebody reads it. Nobody does: these pages send nothing. The one field there is filters the index, on a page for staff, where scripts run."
        }
        Code::HeadingOrder => {
            "People who cannot see a page go through it by its headings. A level that is left out looks like a part that is missing."
        }
        Code::AnchorTwice => {
            "A link to an anchor goes to the first of that name; the second can never be reached."
        }
        Code::DeadLink => {
            "Every link inside a site is followed when it is built. One that leads nowhere ends the search of somebody who needs help."
        }
        Code::Nameless => {
            "A screen reader says the name of a link and of a picture. Without a name it says nothing, or the address."
        }
        Code::TooManyFiles => {
            "Hosts count files. Cloudflare Pages takes 20,000 in all, Netlify 54,000 in a folder. What is more is refused, or silently left out. `teduh build --layout compact` puts pages that are read in peace together, so that a school has at most fifteen files with two languages."
        }
        Code::UnprintableSigns => {
            "Sheets are set with fonts that are built in, so that they look the same everywhere. They hold Latin and Greek letters. A sign that they lack would be an empty box, which may stand for a digit; so `[…]` is printed instead. Digits of other scripts are printed as the digits that can be dialled. Links, numbers and pages are not touched."
        }
        Code::SheetSpills => {
            "A poster whose last lines are on a second page hangs on the wall without them, and a card whose text runs over its edge cannot be read. The press has tried its smallest letters. `teduh print` and `teduh build` say so of the sheets that they make, `teduh check --site` of all."
        }
        Code::LowContrast => {
            "The measure is that of WCAG 2.2, level AA. Think of an old screen in the sun. Colours are the custom properties of `:root` in the theme's style sheets: `--ink`, `--soft`, `--leaf`, `--now`, `--wait` on `--paper`, `--card`, `--tint`, `--hot`, `--warm`."
        }
        Code::TellingTrace => {
            "Whoever takes the telephone next sees the history, the tabs, the chats and the downloads. Of pages that a child may open, title and address must be neutral; the page behind the way out must not hold a word about the subject; and no page may carry a preview, an icon, a manifest or a telling file name."
        }
        Code::BookTooHeavy => {
            "The file with everything is handed from telephone to telephone. Chats do not compress it, so its budget is for its bytes as they are."
        }
        Code::UnknownTheme => "`theme:` in district.yaml names a folder in `themes/`.",
        Code::BrokenTemplate => {
            "A template of the district's theme could not be read or used. The built-in template stands in, so that a site can still be made."
        }
        Code::MissingWord => {
            "Every sentence of a theme stands in `words/LANGUAGE.yaml`, in each language of the district."
        }
        Code::MinifyChanges => {
            "Minifying removes white space, and between two links in a `div` it removes the only thing that keeps two telephone numbers apart. The program compares what a reader sees before and after; where they differ it keeps the text as it was."
        }
        Code::PictureAdvice => {
            "A sentence advises to look at, screenshot, keep, print, ask for or pass on pictures. Where a picture may be sexual and of a child, every copy is a new harm and may be a crime, also \"as proof\". Texts say it in words; the police examine devices. A sentence that forbids it passes, and so does one about pictures of another kind (a profile picture, a school event, insults that are not sexual)."
        }
        Code::SettlementAdvice => {
            "A sentence offers mediation, a settlement between families, a customary fine, an apology that ends the matter, or marriage. Sexual violence against a child is not settled; the offer itself puts pressure on the child. Lists of services that name mediation are found as well. A sentence that refuses it passes, and so does one about quarrels of another kind."
        }
        Code::BlamingWords => {
            "The words make a child the cause, or give a child a label: by clothes, way of life, family, consent, or a crime's name. A child who reads them does not tell. Quoting them in order to reject them passes."
        }
        Code::SecrecyPromise => {
            "The words promise that nobody will be told, that nothing will follow, or that all will be well. An adult at school must pass a report on; a promise that has to be broken ends the child's trust. The name of a reporter and the address of a shelter may be called secret."
        }
        Code::RemovalPromise => {
            "No service can remove a picture everywhere; encrypted apps are out of reach. A promise that fails comes back to the child."
        }
        Code::MethodDetail => {
            "Words about a way to hurt or kill oneself, near words about suicide or self-harm. Detail can teach. Asking to keep dangerous things away passes."
        }
        Code::IdentityNumber => {
            "Sixteen digits that fit the pattern of a national identity number (NIK). It opens bank, school and health records of a person."
        }
        Code::BirthDate => {
            "A date of birth names one child in a school. Ages as a rule (\"under 16\") pass."
        }
        Code::InitialsAndClass => {
            "Initials hide nothing from people who know the class or the age. The law keeps the identity of child victims, witnesses and suspects secret."
        }
        Code::CaseNarrative => {
            "A sentence tells what happened to somebody: who, how old, how many, by whom, what sentence followed. People who were there recognise it, and so does the child. Invented examples for practice say that they are invented and give no such details."
        }
        Code::PrivateMobile => {
            "A mobile number in a text escapes the rules about numbers: nobody checks it, nobody's consent ends. It may be somebody's own telephone."
        }
        Code::DutyRota => {
            "Names with days of the week tell a stranger who is where, alone with children, or when nobody is. Rotas stay on paper."
        }
        Code::UnexplainedKpad => {
            "`KPAD` stands for an AIDS commission in some places and for a child-protection commission in others. A child who wants to report must not land at the wrong one. Write the name out."
        }
        Code::EmergencyElsewhere => {
            "The register says where a short code such as 112 works. A text tells people to call it here, where it does not. In danger that costs minutes."
        }
        Code::DeleteFirst => {
            "Deleting a chat, closing an account or leaving a group can destroy what the police need, and reporting in an app can delete the chat. Ask the police first; a sentence that says so passes."
        }
        Code::PhoneSearch => {
            "Raids and searches of phones frighten those who were harmed, and make a teacher look at pictures that nobody may see. A sentence that forbids them passes."
        }
        Code::LongSentences => {
            "The mean number of words in a sentence: at most 12 for children, 16 for the others. Somebody afraid reads short sentences. Only Indonesian is measured."
        }
        Code::HardText => {
            "A grade made of the length of sentences and the syllables of words, with Indonesian syllables counted six tenths, because Indonesian words are longer than English ones of the same difficulty. It compares texts; it does not test readers. Let young people read it."
        }
        Code::LongWords => {
            "The share of words with more than four syllables once their affixes (me-, pe-, ber-, -kan, -i and others) are taken off."
        }
        Code::AvoidedWord => {
            "An entry of terms.yaml lists the word under `avoid:`, and what to say under `instead:`. A sentence that tells not to use it passes."
        }
    }
}

/// "since ...", where a day is known.
fn ended(on: Option<Date>) -> String {
    on.map(|it| format!(" since {it}")).unwrap_or_default()
}

/// What took a law's place.
fn replaced(successor: Option<&str>, since: Option<Date>) -> String {
    match (successor, since) {
        (Some(successor), Some(since)) => format!("replaced by {successor} on {since}"),
        (Some(successor), None) => format!("replaced by {successor}"),
        (None, _) => "no successor is named in laws.yaml".to_owned(),
    }
}
