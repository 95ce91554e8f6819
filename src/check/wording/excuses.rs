//! What lets a sentence pass that has the words a rule looks for.
//!
//! "Jangan simpan gambarnya" and "Jangan takut, simpan gambarnya" have the same
//! words. What counts is whether the negation *governs* the word: nothing may
//! stand between them that ends its reach, and what is negated must not be
//! something that leaves the rest as it is ("jangan takut", "tidak hanya").

use super::super::words::{Break, Quoted, Word};
use super::book::{Book, Excuse, Group, Hit, Line, Names, Set};
use super::stems::{Form, form};
use crate::model::prose::Setting;

/// The groups that excuses are made of.
pub struct Signs {
    /// Denies.
    not: Group,
    /// Leaves the rest as it is when it is denied.
    hollow: Group,
    /// Ends the reach of what stands before.
    wall: Group,
    /// Begins anew: "segera", "sebaiknya".
    push: Group,
    /// "or".
    or: Group,
    /// "and".
    and: Group,
    /// Begins a condition.
    condition: Group,
    /// Begins a purpose.
    purpose: Group,
    /// Says what ought to be done.
    modal: Group,
    /// People who are told what to do.
    staff: Group,
    /// People who are told about.
    other: Group,
    /// Says that something is wrong.
    bad: Group,
    /// Says that words are meant.
    word: Group,
    /// Asks.
    ask: Group,
    /// "that", "who".
    which: Group,
    /// "perhaps", "usually".
    maybe: Group,
    /// Presses somebody.
    press: Group,
    /// Calls something a myth.
    myth: Group,
    /// Without leave.
    without: Group,
    /// Asks why.
    why: Group,
    /// Points back.
    that: Group,
    /// Draws a conclusion.
    means: Group,
    /// Somebody's words.
    claim: Group,
    /// What an app or a service does.
    tool: Group,
    /// Forbids.
    dont: Group,
    /// "not" after "do".
    never: Group,
}

impl Signs {
    /// Whether a sentence begins with a negation of its own.
    pub fn forbids(&self, sets: &[Set]) -> bool {
        let second = |it: &Set| it.has(self.dont) || it.has(self.never);
        sets.first().is_some_and(|it| it.has(self.not)) || sets.get(1).is_some_and(second)
    }

    /// The groups of a book.
    pub fn of(book: &Book) -> Signs {
        Signs {
            not: book.group("not"),
            hollow: book.group("hollow"),
            wall: book.group("wall"),
            push: book.group("push"),
            or: book.group("or"),
            and: book.group("and"),
            condition: book.group("condition"),
            purpose: book.group("purpose"),
            modal: book.group("modal"),
            staff: book.group("staff"),
            other: book.group("other"),
            bad: book.group("bad"),
            word: book.group("word"),
            ask: book.group("ask"),
            which: book.group("which"),
            maybe: book.group("maybe"),
            press: book.group("press"),
            myth: book.group("myth"),
            without: book.group("without"),
            why: book.group("why"),
            that: book.group("that"),
            means: book.group("means"),
            claim: book.group("claim"),
            tool: book.group("tool"),
            dont: book.group("dont"),
            never: book.group("never"),
        }
    }
}

/// A sentence among others.
#[derive(Clone, Copy)]
pub struct Scene<'s, 't> {
    /// The groups.
    pub signs: &'s Signs,
    /// The sentence, with what its words mean.
    pub line: &'s Line<'t>,
    /// The sentences that follow.
    pub next: &'s [Line<'t>],
    /// What is said with the text.
    pub setting: Setting,
    /// Words whose negation confirms what the rule looks for.
    pub opposite: Option<Group>,
    /// What the words name that the rule looks for.
    pub names: Names,
}

impl Scene<'_, '_> {
    /// Whether one of the excuses holds for what was found.
    pub fn excused(&self, hit: Hit, excuses: &[Excuse]) -> bool {
        excuses.iter().any(|excuse| match excuse {
            Excuse::Denied => self.denied(hit.anchor),
            Excuse::Condemned => self.condemned(hit),
            Excuse::Condition => self.conditional(hit.anchor),
            Excuse::Asked => self.asked(),
            Excuse::Reported => self.reported(hit.anchor),
            Excuse::Quoted => self.quoted(hit.anchor),
            Excuse::Rebutted => self.rebutted(),
            Excuse::Pressed => self.pressed(hit.anchor),
            Excuse::Sign => self.setting == Setting::Sign,
        })
    }

    /// The words.
    fn words(&self) -> &[Word<'_>] {
        &self.line.sentence.words
    }

    /// Whether a word is of a group.
    fn is(&self, at: usize, group: Group) -> bool {
        self.line.sets.get(at).is_some_and(|it| it.has(group))
    }

    /// Whether a word of a group stands among these.
    fn any(&self, mut range: std::ops::Range<usize>, group: Group) -> bool {
        range.any(|it| self.is(it, group))
    }

    /// Whether a negation before the word governs it.
    pub fn denied(&self, anchor: usize) -> bool {
        let mut at = anchor;
        // Where the item of a list that we are in ends.
        let mut item = anchor;
        if self.is(anchor, self.signs.condition) {
            return false;
        }
        while at > 0 {
            match self.words()[at].before {
                Break::Strong => return false,
                Break::Comma if !self.list_goes_on(at, item) => return false,
                Break::Comma => item = at - 1,
                _ => {}
            }
            at -= 1;
            if self.is(at, self.signs.not) {
                return self.governs(at, anchor);
            }
            let pushes =
                self.is(at, self.signs.push) && !(at > 0 && self.is(at - 1, self.signs.not));
            let walls = [self.signs.wall, self.signs.condition, self.signs.means];
            let ends = walls.iter().any(|it| self.is(at, *it));
            if self.is(at, self.signs.or) || self.is(at, self.signs.and) {
                item = at;
            }
            if ends || pushes || self.new_subject(at, anchor) {
                return false;
            }
        }
        false
    }

    /// Whether the negation at `not` reaches the word at `anchor`.
    fn governs(&self, not: usize, anchor: usize) -> bool {
        let twice =
            |it: usize| self.is(it, self.signs.not) && self.words()[not].before == Break::Space;
        if not > 0
            && (twice(not - 1)
                || (not > 1 && self.words()[not - 1].lower == "ada" && twice(not - 2)))
        {
            return false;
        }
        let near = not + 1..(not + 4).min(anchor);
        if self.any(not + 1..(not + 3).min(anchor), self.signs.hollow) {
            return false;
        }
        let opposed = self.opposite.is_some_and(|it| self.any(near, it));
        !opposed || self.any(not + 1..anchor, self.signs.or)
    }

    /// Whether the comma before `comma` parts items of one list, of which one ends
    /// at `item`: `jangan melihat, menyalin, atau menyimpan`.
    fn list_goes_on(&self, comma: usize, item: usize) -> bool {
        if self.is(comma, self.signs.or) || self.is(comma, self.signs.and) {
            return true;
        }
        let more = |from: usize| {
            let mut at = from;
            while let Some(word) = self.words().get(at) {
                if word.before == Break::Strong
                    || self.is(at, self.signs.wall)
                    || self.is(at, self.signs.push)
                {
                    return false;
                }
                let and = self.is(at, self.signs.and) && word.before == Break::Comma;
                if self.is(at, self.signs.or) || and {
                    return true;
                }
                at += 1;
            }
            false
        };
        let commas = self.words()[..=comma].iter().filter(|it| it.before == Break::Comma).count();
        if commas >= 3 && self.any(0..2, self.signs.not) && !self.is(comma, self.signs.push) {
            return true;
        }
        let short = item.saturating_sub(comma) <= 4;
        let active = |it: &Word<'_>| form(&it.lower) == Form::Active;
        let alike = active(&self.words()[comma]) && self.words()[..comma].iter().any(active);
        short && (alike || more(comma))
    }

    /// Whether a new subject begins at a word, close before the anchor.
    fn new_subject(&self, at: usize, anchor: usize) -> bool {
        let subject = self.is(at, self.signs.staff) || self.is(at, self.signs.other);
        let joined =
            at > 0 && (self.words()[at].before == Break::Comma || self.is(at - 1, self.signs.and));
        subject && joined && anchor - at <= 3 && !self.is(at + 1, self.signs.which)
    }

    /// Whether what follows says that it is wrong: "menyalin gambar itu dilarang".
    fn condemned(&self, hit: Hit) -> bool {
        let anchor = &self.words()[hit.anchor];
        let bare = self.names == Names::Deeds && form(&anchor.lower) == Form::Bare;
        if bare && self.commands(hit.anchor) {
            return false;
        }
        let mut skip = 0;
        for at in hit.last + 1..self.words().len() {
            let stops = [self.signs.wall, self.signs.condition, self.signs.purpose, self.signs.why];
            if self.words()[at].before == Break::Strong || stops.iter().any(|it| self.is(at, *it)) {
                return false;
            }
            // "orang yang tidak ..." says something about somebody else.
            if self.is(at, self.signs.which) {
                skip = at + 1 + usize::from(self.is(at + 1, self.signs.not));
            }
            if at <= skip && skip > 0 {
                continue;
            }
            let denied = at > 0 && self.is(at - 1, self.signs.not);
            if self.is(at, self.signs.bad) {
                return !denied;
            }
            let comma = self.words()[at].before >= Break::Comma;
            let inserted = (hit.last + 1..at).any(|it| self.words()[it].before == Break::Comma);
            let command = self.is(at, self.signs.not) && comma && !inserted;
            let goes_on = self.is(at, self.signs.not) && self.is(at - 1, self.signs.and);
            if command || goes_on {
                return false;
            }
            if self.is(at, self.signs.not) && !self.is(at, self.signs.without) {
                let double = self.is(at + 1, self.signs.bad) || self.is(at + 1, self.signs.not);
                return !double && !self.is(at + 1, self.signs.hollow);
            }
        }
        false
    }

    /// Whether a word without a prefix is a command: it stands first, or after
    /// something that asks for it.
    fn commands(&self, at: usize) -> bool {
        let before = at.checked_sub(1);
        let begins = at == 0 || self.words()[at].before >= Break::Comma;
        begins
            || before
                .is_some_and(|it| self.is(it, self.signs.push) || self.is(it, self.signs.modal))
    }

    /// Whether the word stands in a condition, before its comma.
    fn conditional(&self, anchor: usize) -> bool {
        let mut at = anchor;
        loop {
            if self.is(at, self.signs.condition) {
                return true;
            }
            if at == 0 || self.words()[at].before >= Break::Comma {
                return false;
            }
            at -= 1;
        }
    }

    /// Whether the sentence asks whether, or why.
    fn asked(&self) -> bool {
        self.line.sentence.asks() && self.any(0..self.words().len().min(3), self.signs.ask)
    }

    /// Whether the word tells what somebody does, and not what to do.
    fn reported(&self, anchor: usize) -> bool {
        let verb = form(&self.words()[anchor].lower);
        // "Fitur ini dapat menghapus percakapan."
        if self.any(0..anchor, self.signs.tool) {
            return true;
        }
        let mut at = anchor;
        let mut seen = 0;
        loop {
            if at == 0 || self.words()[at].before >= Break::Comma {
                break;
            }
            at -= 1;
            seen += 1;
            let adverb = seen == 2 && form(&self.words()[at + 1].lower) == Form::Bare;
            if self.is(at, self.signs.which) && (seen == 1 || adverb) {
                return !self.any(at..anchor, self.signs.modal);
            }
            if self.is(at, self.signs.modal)
                || self.is(at, self.signs.push)
                || self.is(at, self.signs.staff)
            {
                return false;
            }
            if self.is(at, self.signs.maybe) || self.is(at, self.signs.other) {
                return true;
            }
        }
        let agent = (anchor + 1..self.words().len().min(anchor + 5))
            .find(|it| self.words()[*it].lower == "oleh" || self.words()[*it].lower == "by");
        if verb == Form::Passive && agent.is_some_and(|it| self.is(it + 1, self.signs.other)) {
            return true;
        }
        // Nobody is named: a thing that was done, or something to be done.
        verb == Form::Passive && self.any(anchor..self.words().len(), self.signs.without)
    }

    /// Whether the word is quoted as something not to say.
    fn quoted(&self, anchor: usize) -> bool {
        let all = 0..self.words().len();
        let named =
            self.any(0..anchor, self.signs.word) || self.words()[anchor].quoted == Quoted::Yes;
        let rejected =
            all.clone().any(|it| self.is(it, self.signs.bad) || self.is(it, self.signs.not));
        let first = 0..2.min(all.end);
        let claim =
            self.any(first.clone(), self.signs.claim) && self.words()[anchor].quoted == Quoted::Yes;
        claim
            || self.any(first, self.signs.myth)
            || (named
                && self.words()[anchor].quoted == Quoted::Yes
                && (rejected || self.answered()))
            || (self.any(0..anchor, self.signs.word) && self.any(all, self.signs.bad))
    }

    /// Whether the next sentence says that it is wrong.
    fn rebutted(&self) -> bool {
        let wrong = |it: &Set| it.has(self.signs.not) || it.has(self.signs.bad);
        let about_it = |next: &Line<'_>| next.sets.len() <= 3 || next.all.has(self.signs.that);
        let denies = |it: &Line<'_>| it.sets.len() <= 12 && it.sets.iter().take(5).any(wrong);
        self.next.first().is_some_and(|it| denies(it) && about_it(it))
    }

    /// Whether one of the next sentences denies something: an answer to what was
    /// quoted.
    fn answered(&self) -> bool {
        self.next.iter().take(3).any(|it| it.all.has(self.signs.not) || it.all.has(self.signs.bad))
    }

    /// Whether somebody is pressed to do it.
    fn pressed(&self, anchor: usize) -> bool {
        self.any(anchor.saturating_sub(4)..anchor, self.signs.press)
    }
}
