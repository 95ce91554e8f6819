//! `protocols/`

use std::collections::BTreeMap;

use crate::diag::code::Fault;
use crate::model::Translations;
use crate::model::body::{Body, Inline};
use crate::model::message::Message;
use crate::model::prose::Setting;
use crate::model::protocol::{
    Branch, Class, Protocol, ProtocolWords, Step, StepWords, Suspect, Urgency, Within,
};
use crate::model::value::{LawId, NeedId, ProtocolId, RoleId};
use crate::source::place::Span;

use super::directory::SUSPECTS;
use super::document::review;
use super::fields::{Fields, choice, inline, list, said, string, value};
use super::sink::Sink;
use super::yaml::{Node, Value};

/// A protocol.
pub fn protocol(id: ProtocolId, node: &Node, body: Body, sink: &mut Sink<'_>) -> Option<Protocol> {
    let mut it = Fields::of(node, sink)?;
    let code = it.required(sink, "code", string);
    let class = it.required(sink, "class", class);
    let urgency = it.required(sink, "urgency", urgency);
    let steps: Vec<(Step, StepWords)> =
        it.required(sink, "steps", |node, sink| list(node, sink, step)).unwrap_or_default();
    let refer = it.required(sink, "refer", needs);
    let branches = it.required(sink, "suspects", |node, sink| suspects(node, sink, branch));
    let basis = it.optional(sink, "basis", |node, sink| list(node, sink, value::<LawId>));
    let review = it.optional(sink, "review", review);
    let (steps, step_words): (Vec<Step>, Vec<StepWords>) = steps.into_iter().unzip();
    let (branches, branch_words): (BTreeMap<_, _>, BTreeMap<_, _>) = branches
        .unwrap_or_default()
        .into_iter()
        .map(|(who, (branch, words))| ((who, branch), (who, words)))
        .unzip();
    let rest = Rest { steps: step_words, suspects: branch_words, body };
    let words = words(&mut it, rest, sink);
    if let Some(span) = it.span("steps") {
        check_order(&steps, node, span, sink);
    }
    it.finish(sink);
    Some(Protocol {
        id,
        code: code?,
        class: class?,
        urgency: urgency?,
        steps,
        refer: refer?,
        suspects: branches,
        basis: basis.unwrap_or_default(),
        review: review.unwrap_or_default(),
        words: Translations::of(words?),
    })
}

/// A protocol's words in another language.
pub fn translation(node: &Node, body: Body, sink: &mut Sink<'_>) -> Option<ProtocolWords> {
    let mut it = Fields::of(node, sink)?;
    let steps = it.required(sink, "steps", |node, sink| {
        list(node, sink, |node, sink| match &node.value {
            Value::Map(_) => step_words(&mut Fields::of(node, sink)?, sink),
            _ => inline(node, sink).map(|text| StepWords { text, about: Vec::new() }),
        })
    });
    let suspects = it.optional(sink, "suspects", |node, sink| suspects(node, sink, inline));
    let rest =
        Rest { steps: steps.unwrap_or_default(), suspects: suspects.unwrap_or_default(), body };
    let words = words(&mut it, rest, sink);
    it.finish(sink);
    words
}

/// The words that are read differently in an original and in a translation.
struct Rest {
    /// The steps' words.
    steps: Vec<StepWords>,
    /// The branches' words.
    suspects: BTreeMap<Suspect, Vec<Inline>>,
    /// The background.
    body: Body,
}

/// Everything that is words.
fn words(it: &mut Fields<'_>, rest: Rest, sink: &mut Sink<'_>) -> Option<ProtocolWords> {
    let title = it.required(sink, "title", said);
    let when = it.required(sink, "when", inline);
    let signs = sink.set(Setting::Sign, |sink| it.required(sink, "signs", lines));
    let dos = it.required(sink, "do", lines);
    let nevers = sink.set(Setting::Forbidden, |sink| it.required(sink, "never", lines));
    let record = it.required(sink, "record", lines);
    let say = it.optional(sink, "say", |node, sink| list(node, sink, said));
    let never_say = sink.set(Setting::Unsaid, |sink| {
        it.optional(sink, "never_say", |node, sink| list(node, sink, said))
    });
    let quick = it.optional(sink, "quick", lines);
    let sms = it.optional(sink, "sms", |node, sink| {
        said(node, sink)?;
        value::<Message>(node, sink)
    });
    let guidance = it.optional(sink, "guidance", |node, sink| list(node, sink, string));
    Some(ProtocolWords {
        title: title?,
        when: when?,
        signs: signs?,
        steps: rest.steps,
        dos: dos?,
        nevers: nevers?,
        record: record?,
        say: say.unwrap_or_default(),
        never_say: never_say.unwrap_or_default(),
        quick: quick.unwrap_or_default(),
        sms,
        suspects: rest.suspects,
        guidance: guidance.unwrap_or_default(),
        body: rest.body,
    })
}

/// A step with its words.
fn step(node: &Node, sink: &mut Sink<'_>) -> Option<(Step, StepWords)> {
    let mut it = Fields::of(node, sink)?;
    let within = it.required(sink, "within", within);
    let role = it.required(sink, "role", value::<RoleId>);
    let needs = it.optional(sink, "needs", needs);
    let text = it.required(sink, "do", inline);
    let about = it.optional(sink, "about", inline);
    it.finish(sink);
    let step = Step { within: within?, role: role?, needs: needs.unwrap_or_default() };
    Some((step, StepWords { text: text?, about: about.unwrap_or_default() }))
}

/// A translated step that is more than one line.
fn step_words(it: &mut Fields<'_>, sink: &mut Sink<'_>) -> Option<StepWords> {
    let text = it.required(sink, "do", inline);
    let about = it.optional(sink, "about", inline);
    Some(StepWords { text: text?, about: about.unwrap_or_default() })
}

/// A branch with its words.
fn branch(node: &Node, sink: &mut Sink<'_>) -> Option<(Branch, Vec<Inline>)> {
    let mut it = Fields::of(node, sink)?;
    let words = it.required(sink, "instead", inline);
    let avoid = it.optional(sink, "avoid", |node, sink| list(node, sink, value::<RoleId>));
    let needs = it.optional(sink, "needs", needs);
    it.finish(sink);
    Some((Branch { avoid: avoid.unwrap_or_default(), needs: needs.unwrap_or_default() }, words?))
}

/// A map by suspect.
fn suspects<'n, T>(
    node: &'n Node,
    sink: &mut Sink<'_>,
    mut read: impl FnMut(&'n Node, &mut Sink<'_>) -> Option<T>,
) -> Option<BTreeMap<Suspect, T>> {
    let mut it = Fields::of(node, sink)?;
    let mut all = BTreeMap::new();
    for (name, suspect) in SUSPECTS {
        if let Some(value) = it.optional(sink, name, &mut read) {
            all.insert(*suspect, value);
        }
    }
    it.finish(sink);
    Some(all)
}

/// Lines with marks and links.
fn lines(node: &Node, sink: &mut Sink<'_>) -> Option<Vec<Vec<Inline>>> {
    list(node, sink, inline)
}

/// Ids of needs.
fn needs(node: &Node, sink: &mut Sink<'_>) -> Option<Vec<NeedId>> {
    list(node, sink, value)
}

/// Who has to deal with it.
fn class(node: &Node, sink: &mut Sink<'_>) -> Option<Class> {
    let classes = [
        ("a", Class::School),
        ("b", Class::Law),
        ("a-or-b", Class::Either),
        ("welfare", Class::Welfare),
        ("health", Class::Health),
    ];
    choice(node, sink, &classes)
}

/// How soon.
fn urgency(node: &Node, sink: &mut Sink<'_>) -> Option<Urgency> {
    choice(node, sink, &[Urgency::Now, Urgency::Today, Urgency::Week].map(|it| (it.as_str(), it)))
}

/// By when.
fn within(node: &Node, sink: &mut Sink<'_>) -> Option<Within> {
    let all = [Within::Hour, Within::Day, Within::ThreeDays, Within::Week, Within::FollowUp];
    choice(node, sink, &all.map(|it| (it.as_str(), it)))
}

/// Reports the first step that goes back in time.
fn check_order(steps: &[Step], top: &Node, whole: Span, sink: &mut Sink<'_>) {
    let back = steps.windows(2).position(|it| it[1].within < it[0].within);
    if let Some(at) = back {
        let path = crate::source::place::FieldPath::from("steps").item(at + 1).key("within");
        let span = super::yaml::locate(top, &path);
        let span = if span.start < whole.start { whole } else { span };
        let fault = Fault::StepsOutOfOrder {
            within: steps[at + 1].within.as_str().to_owned(),
            before: steps[at].within.as_str().to_owned(),
        };
        sink.report(fault, span);
    }
}
