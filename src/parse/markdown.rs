//! Markdown to [`Body`].
//!
//! What a text may not contain (HTML, images, links with foreign schemes,
//! skipped headings) is reported here, because only here its bytes are at hand.
//! References are read into ids; whether they lead anywhere is decided when
//! everything is linked.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use pulldown_cmark::{
    BlockQuoteKind, CowStr, Event, HeadingLevel, LinkType, OffsetIter, Options, Parser, Tag, TagEnd,
};

use crate::diag::code::Fault;
use crate::model::body::{AlertKind, Anchor, Block, Body, Inline, Target, plain, walk};
use crate::model::prose::{Prose, Setting};
use crate::model::value::{Audience, PageId, Shape, WebUrl};
use crate::source::Sourced;
use crate::source::place::Span;

use super::is_reserved;
use super::sink::Sink;

/// Blocks within blocks, and marks within marks, deeper than this are left out.
const DEEPEST: usize = 24;

/// A text whose first byte is the file's byte `offset`.
pub fn body(text: &str, offset: usize, sink: &mut Sink<'_>) -> Body {
    let text = penned(text);
    let mut reader = Reader::new(&text, Spot::Offset(offset), sink);
    let blocks = reader.blocks(0);
    let locked = reader.locked;
    check_headings(&blocks, sink);
    Body { blocks: lock(blocks, &locked) }
}

/// One line, the value of a field.
pub fn line(text: &str, spot: Spot, sink: &mut Sink<'_>) -> Vec<Inline> {
    let penned = penned(text);
    let mut reader = Reader::new(&penned, spot, sink);
    let mut words = Vec::new();
    for block in reader.blocks(0) {
        match block {
            Block::Paragraph(inlines) => {
                if !words.is_empty() {
                    words.push(Inline::Break);
                }
                words.extend(inlines);
            }
            Block::Need { need, at } => {
                words.push(Inline::Mention { target: Target::Need(need), at });
            }
            _ => {
                // A list or heading in a line: show it as it is written.
                return vec![Inline::Text(text.to_owned())];
            }
        }
    }
    words
}

/// How bytes of the text become bytes of the file.
#[derive(Debug, Clone, Copy)]
pub enum Spot {
    /// The text begins at this byte of the file.
    Offset(usize),
    /// The text is the value of a field, written in other letters (escaped, or
    /// on several lines); every place in it is the field's.
    Field(Span),
}

/// Reads events into blocks.
struct Reader<'t, 's, 'f> {
    /// The whole text.
    text: &'t str,
    /// What is left to read.
    events: OffsetIter<'t>,
    /// An event that was read too early.
    ahead: Option<(Event<'t>, Range<usize>)>,
    /// Where we are.
    spot: Spot,
    /// Where faults go.
    sink: &'s mut Sink<'f>,
    /// How many marks are open round the words that are being read.
    nesting: usize,
    /// Anchors that are taken.
    anchors: BTreeSet<String>,
    /// How often a heading's words have made an anchor.
    again: BTreeMap<String, u32>,
    /// Anchors of locked sections.
    locked: BTreeSet<String>,
    /// The anchor of the last heading.
    section: Option<String>,
    /// What the last heading says of what stands below it.
    heading: Option<Setting>,
    /// What the last line says of the list that follows at once.
    line: Option<Setting>,
    /// What the line above the open list says of it.
    list: Option<Setting>,
    /// How many notes are open.
    notes: usize,
}

impl<'t, 's, 'f> Reader<'t, 's, 'f> {
    /// A reader at the beginning of a text.
    fn new(text: &'t str, spot: Spot, sink: &'s mut Sink<'f>) -> Self {
        let options = Options::ENABLE_TABLES
            | Options::ENABLE_HEADING_ATTRIBUTES
            | Options::ENABLE_GFM
            | Options::ENABLE_TASKLISTS
            | Options::ENABLE_DEFINITION_LIST;
        let events = Parser::new_ext(text, options).into_offset_iter();
        Reader {
            text,
            events,
            ahead: None,
            spot,
            sink,
            nesting: 0,
            anchors: BTreeSet::new(),
            again: BTreeMap::new(),
            locked: BTreeSet::new(),
            section: None,
            heading: None,
            line: None,
            list: None,
            notes: 0,
        }
    }

    /// The next event.
    fn next(&mut self) -> Option<(Event<'t>, Range<usize>)> {
        self.ahead.take().or_else(|| self.events.next())
    }

    /// Where in the file a range of the text is, without the line break that
    /// ends a block.
    fn at(&self, range: Range<usize>) -> Span {
        let end =
            self.text.get(range.clone()).map_or(range.end, |it| range.start + it.trim_end().len());
        match self.spot {
            Spot::Offset(offset) => Span { start: range.start, end }.shifted(offset),
            Spot::Field(field) => field,
        }
    }

    /// Blocks up to the end of the container that was just entered.
    fn blocks(&mut self, depth: usize) -> Vec<Block> {
        let mut blocks = Vec::new();
        while let Some((event, range)) = self.next() {
            match event {
                Event::End(_) => break,
                Event::Start(tag) if is_block(&tag) => {
                    if depth >= DEEPEST {
                        let at = self.at(range);
                        self.sink.report(Fault::TooDeep {}, at);
                        self.skip();
                    } else {
                        blocks.extend(self.block(tag, range, depth));
                    }
                }
                Event::Rule => blocks.push(Block::Rule),
                Event::Html(_) => self.html(range),
                other => {
                    // Inlines without a paragraph: an item of a tight list.
                    let mut seen = range.clone();
                    self.ahead = Some((other, range));
                    let words = self.loose_inlines(&mut seen);
                    if !words.is_empty() {
                        self.hear(&words, seen);
                        blocks.push(paragraph(words));
                    }
                }
            }
        }
        blocks
    }

    /// One block whose start was just read.
    fn block(&mut self, tag: Tag<'t>, range: Range<usize>, depth: usize) -> Option<Block> {
        match tag {
            Tag::Paragraph => {
                let words = self.inlines();
                self.hear(&words, range);
                let said = plain(&words);
                let line = said
                    .trim_end()
                    .ends_with(':')
                    .then(|| said.rsplit(['.', '!', '?']).next().and_then(lead));
                self.line = line.flatten();
                Some(paragraph(words))
            }
            Tag::Heading { level, id, classes, .. } => {
                Some(self.heading(level, id, &classes, range))
            }
            Tag::BlockQuote(kind) => {
                self.notes += usize::from(kind.is_some());
                let blocks = self.blocks(depth + 1);
                self.notes -= usize::from(kind.is_some());
                Some(match kind {
                    None => Block::Quote(blocks),
                    Some(kind) => Block::Alert { kind: alert(kind), blocks },
                })
            }
            Tag::CodeBlock(_) => Some(Block::Code(self.raw_text())),
            Tag::List(start) => {
                let mut items = Vec::new();
                let above = self.list;
                self.list = self.line.take().or(above);
                while let Some((Event::Start(_), _)) = self.next() {
                    items.push(self.blocks(depth + 1));
                }
                self.list = above;
                Some(Block::List { start, items })
            }
            Tag::Table(_) => Some(self.table()),
            Tag::DefinitionList => Some(self.definitions(depth)),
            Tag::HtmlBlock => {
                self.html(range);
                self.skip();
                None
            }
            _ => {
                self.skip();
                None
            }
        }
    }

    /// A heading with an anchor of its own.
    fn heading(
        &mut self,
        level: HeadingLevel,
        id: Option<CowStr<'t>>,
        classes: &[CowStr<'t>],
        range: Range<usize>,
    ) -> Block {
        let at = self.at(range.clone());
        let text = self.inlines();
        self.heading = lead(&plain(&text));
        self.line = None;
        self.hear(&text, range);
        let written = id.is_some();
        let wanted = id.map_or_else(|| slug(&plain(&text)), |it| slug(&it));
        let mut id = wanted.clone();
        while !self.anchors.insert(id.clone()) {
            let number = self.again.entry(wanted.clone()).or_insert(1);
            *number += 1;
            id = format!("{wanted}-{number}");
        }
        if classes.iter().any(|it| it.as_ref() == "locked") {
            self.locked.insert(id.clone());
        }
        self.section = Some(id.clone());
        let id = if written { Anchor::Written(id) } else { Anchor::Made(id) };
        Block::Heading { level: level as u8, id, text, at }
    }

    /// A table.
    fn table(&mut self) -> Block {
        let mut head = Vec::new();
        let mut rows = Vec::new();
        while let Some((event, _)) = self.next() {
            match event {
                Event::Start(Tag::TableHead) => head = self.cells(),
                Event::Start(Tag::TableRow) => rows.push(self.cells()),
                Event::End(TagEnd::Table) => break,
                _ => {}
            }
        }
        Block::Table { head, rows }
    }

    /// The cells of a table's row.
    fn cells(&mut self) -> Vec<Vec<Inline>> {
        let mut cells = Vec::new();
        while let Some((Event::Start(Tag::TableCell), range)) = self.next() {
            let words = self.inlines();
            self.hear(&words, range);
            cells.push(words);
        }
        cells
    }

    /// Terms and what they mean.
    fn definitions(&mut self, depth: usize) -> Block {
        let mut items: Vec<(Vec<Inline>, Vec<Block>)> = Vec::new();
        while let Some((event, _)) = self.next() {
            match event {
                Event::Start(Tag::DefinitionListTitle) => items.push((self.inlines(), Vec::new())),
                Event::Start(Tag::DefinitionListDefinition) => {
                    let blocks = self.blocks(depth + 1);
                    if let Some((_, meaning)) = items.last_mut() {
                        meaning.extend(blocks);
                    }
                }
                Event::End(TagEnd::DefinitionList) => break,
                _ => {}
            }
        }
        Block::Definitions(items)
    }

    /// Inlines up to the end of the element that was just entered.
    fn inlines(&mut self) -> Vec<Inline> {
        self.nesting += 1;
        let mut words = Vec::new();
        while let Some((event, range)) = self.next() {
            if matches!(event, Event::End(_)) {
                break;
            }
            self.inline(event, range, &mut words);
        }
        self.nesting -= 1;
        words
    }

    /// Inlines up to the next block or the end of the container.
    fn loose_inlines(&mut self, seen: &mut Range<usize>) -> Vec<Inline> {
        let mut words = Vec::new();
        while let Some((event, range)) = self.next() {
            let over = matches!(&event, Event::End(_) | Event::Rule)
                || matches!(&event, Event::Start(tag) if is_block(tag));
            if over {
                self.ahead = Some((event, range));
                break;
            }
            seen.end = seen.end.max(range.end);
            self.inline(event, range, &mut words);
        }
        words
    }

    /// One inline.
    fn inline(&mut self, event: Event<'t>, range: Range<usize>, words: &mut Vec<Inline>) {
        match event {
            Event::Text(text) | Event::Code(text) if text.contains(is_reserved) => {
                let at = self.at(range);
                self.sink.report(Fault::ReservedCharacter {}, at);
            }
            Event::Start(_) if self.nesting >= DEEPEST => {
                let at = self.at(range);
                self.sink.report(Fault::TooDeep {}, at);
                self.skip();
            }
            Event::Text(text) => add(&text, words),
            Event::Code(text) => words.push(Inline::Code(written(&text))),
            Event::SoftBreak => match words.last_mut() {
                Some(Inline::Text(before)) => before.push(' '),
                _ => words.push(Inline::Text(" ".to_owned())),
            },
            Event::HardBreak => words.push(Inline::Break),
            Event::TaskListMarker(_) => words.push(Inline::Tick),
            Event::Html(_) | Event::InlineHtml(_) => self.html(range),
            Event::Start(Tag::Strong) => {
                let inner = self.inlines();
                words.push(Inline::Strong(inner));
            }
            Event::Start(Tag::Emphasis) => {
                let inner = self.inlines();
                words.push(Inline::Emphasis(inner));
            }
            Event::Start(Tag::Link { link_type, dest_url, .. }) => {
                let text = self.inlines();
                words.extend(self.link(link_type, &written(&dest_url), text, range));
            }
            Event::Start(Tag::Image { .. }) => {
                let at = self.at(range);
                self.sink.report(Fault::Image {}, at);
                words.extend(self.inlines());
            }
            Event::Start(_) => words.extend(self.inlines()),
            _ => {}
        }
    }

    /// A link, mention or slot.
    fn link(
        &mut self,
        link_type: LinkType,
        url: &str,
        text: Vec<Inline>,
        range: Range<usize>,
    ) -> Vec<Inline> {
        let at = self.at(range);
        let bare = matches!(link_type, LinkType::Autolink | LinkType::Email);
        if let Some(name) = url.strip_prefix("slot:") {
            return match name.try_into() {
                Ok(slot) => {
                    vec![Inline::Slot { slot, hint: if bare { Vec::new() } else { text }, at }]
                }
                Err(shape) => {
                    self.refuse(Fault::WrongValue { written: name.to_owned(), shape }, at, text)
                }
            };
        }
        match target(url) {
            Ok(Target::Web(web)) if bare => {
                let shown = web.shown().to_owned();
                vec![Inline::Link { target: Target::Web(web), text: vec![Inline::Text(shown)], at }]
            }
            Ok(target) if bare => vec![Inline::Mention { target, at }],
            Ok(target) => vec![Inline::Link { target, text, at }],
            Err(fault) => self.refuse(fault, at, text),
        }
    }

    /// Reports a link and keeps its words.
    fn refuse(&mut self, fault: Fault, at: Span, text: Vec<Inline>) -> Vec<Inline> {
        self.sink.report(fault, at);
        text
    }

    /// Keeps words for the rules about wording.
    fn hear(&mut self, words: &[Inline], range: Range<usize>) {
        let at = self.at(range);
        let (text, mentions) = heard(words);
        let setting = match self.sink.setting {
            Setting::Plain if self.notes > 0 => Setting::Note,
            Setting::Plain => self.list.or(self.heading).unwrap_or(Setting::Plain),
            other => other,
        };
        let prose = Prose {
            at,
            text,
            setting,
            audience: self.sink.audience,
            lang: self.sink.lang.clone(),
            section: self.section.clone(),
            mentions,
        };
        self.sink.prose.push(Sourced { file: self.sink.file, value: prose });
    }

    /// Reports HTML.
    fn html(&mut self, range: Range<usize>) {
        let at = self.at(range);
        self.sink.report(Fault::RawHtml {}, at);
    }

    /// The text of the element that was just entered, without marks.
    fn raw_text(&mut self) -> String {
        let mut all = String::new();
        while let Some((event, _)) = self.next() {
            match event {
                Event::Text(text) => all.push_str(&written(&text)),
                Event::End(_) => break,
                _ => {}
            }
        }
        all
    }

    /// Passes over the element that was just entered.
    fn skip(&mut self) {
        let mut depth = 1_usize;
        while depth > 0 {
            match self.next() {
                Some((Event::Start(_), _)) => depth += 1,
                Some((Event::End(_), _)) => depth -= 1,
                Some(_) => {}
                None => break,
            }
        }
    }
}

/// How a place to write on is written.
const BLANK: &str = "____";
/// What stands for an underscore of such a place while the text is read: of the
/// same length, and no mark of Markdown, for which underscores make words strong.
const PEN: char = '\u{1}';

/// A text in which places to write on are no marks of Markdown.
fn penned(text: &str) -> Cow<'_, str> {
    if !text.contains(BLANK) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(BLANK) {
        let after = rest[at..].trim_start_matches('_');
        out.push_str(&rest[..at]);
        out.extend(std::iter::repeat_n(PEN, rest.len() - at - after.len()));
        rest = after;
    }
    out.push_str(rest);
    Cow::Owned(out)
}

/// What was written before it was made ready for reading.
fn written(text: &str) -> String {
    text.replace(PEN, "_")
}

/// Adds words to a run, and the places to write on in them.
fn add(text: &str, words: &mut Vec<Inline>) {
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(PEN) {
        add_words(before, words);
        words.push(Inline::Blank);
        rest = after.trim_start_matches(PEN);
    }
    add_words(rest, words);
}

/// Adds words without a place to write on.
fn add_words(text: &str, words: &mut Vec<Inline>) {
    match words.last_mut() {
        _ if text.is_empty() => {}
        Some(Inline::Text(before)) => before.push_str(text),
        _ => words.push(Inline::Text(text.to_owned())),
    }
}

/// Words without marks, a mention as the id it names; and what is mentioned.
fn heard(words: &[Inline]) -> (String, Vec<Target>) {
    let mut text = String::new();
    let mut mentions = Vec::new();
    walk(words, &mut |it| match it {
        Inline::Text(it) | Inline::Code(it) => text.push_str(it),
        Inline::Break => text.push(' '),
        Inline::Mention { target, .. } => {
            text.push_str(&name(target));
            mentions.push(target.clone());
        }
        Inline::Link { target, .. } => mentions.push(target.clone()),
        Inline::Blank => text.push_str(BLANK),
        Inline::Strong(_) | Inline::Emphasis(_) | Inline::Slot { .. } | Inline::Tick => {}
    });
    (text, mentions)
}

/// The id a target names, as a word of the text.
fn name(target: &Target) -> String {
    match target {
        Target::Policy(id) => id.to_string(),
        Target::Protocol(id) => id.to_string(),
        Target::Page(_, id) => id.to_string(),
        Target::Service(id) => id.to_string(),
        Target::Role(id) => id.to_string(),
        Target::Need(id) => id.to_string(),
        Target::Law(id) => id.to_string(),
        Target::Term(id) => id.to_string(),
        Target::Form(id) => id.to_string(),
        Target::Anchor(id) => id.clone(),
        Target::School => "sekolah".to_owned(),
        Target::Web(url) => url.shown().to_owned(),
    }
}

/// What a heading, or a line that ends in a colon, says of what stands below it.
fn lead(words: &str) -> Option<Setting> {
    let words = words.to_lowercase();
    let words = words.trim_end_matches([':', '.', ' ']).trim_start();
    let has = |list: &[&str]| list.iter().any(|it| words.contains(it));
    let begins = |list: &[&str]| list.iter().any(|it| words.starts_with(it));
    // "Jangan lupa" forbids nothing.
    let hollow =
        ["lupa", "abaikan", "tunda", "takut", "ragu", "khawatir", "forget", "hesitate", "worry"];
    let forbids =
        begins(&["jangan", "larangan", "hindari", "never", "do not", "don't", "don’t", "avoid"])
            || has(&[
                "dilarang",
                "tidak boleh",
                "tidak pernah",
                "tidak kami",
                "tidak dilakukan",
                "must not",
                "never",
                "do not",
            ])
            || (words.split_whitespace().count() <= 3
                && (words.ends_with(" tidak") || words.ends_with(" not")));
    if forbids && !has(&hollow) {
        return Some(Setting::Forbidden);
    }
    let signs = ["tanda", "hati-hati", "waspada", "kenali", "signs", "watch for", "be careful"];
    has(&signs).then_some(Setting::Sign)
}

/// Whether a tag begins a block.
fn is_block(tag: &Tag<'_>) -> bool {
    !matches!(
        tag,
        Tag::Strong
            | Tag::Emphasis
            | Tag::Link { .. }
            | Tag::Image { .. }
            | Tag::Strikethrough
            | Tag::Superscript
            | Tag::Subscript
    )
}

/// A paragraph; a need alone in one becomes the services that meet it, a place to
/// write on alone in one a whole line.
fn paragraph(words: Vec<Inline>) -> Block {
    match words.as_slice() {
        [Inline::Mention { target: Target::Need(need), at }] => {
            Block::Need { need: need.clone(), at: *at }
        }
        [Inline::Blank] => Block::Blank,
        _ => Block::Paragraph(words),
    }
}

/// The sort of a note.
fn alert(kind: BlockQuoteKind) -> AlertKind {
    match kind {
        BlockQuoteKind::Note => AlertKind::Note,
        BlockQuoteKind::Tip => AlertKind::Tip,
        BlockQuoteKind::Important => AlertKind::Important,
        BlockQuoteKind::Warning => AlertKind::Warning,
        BlockQuoteKind::Caution => AlertKind::Caution,
    }
}

/// What a link's address refers to.
fn target(url: &str) -> Result<Target, Fault> {
    if let Some(anchor) = url.strip_prefix('#') {
        return Ok(Target::Anchor(anchor.to_owned()));
    }
    let forbidden = || Fault::ForbiddenLink { url: url.chars().take(80).collect() };
    let (scheme, id) = url.split_once(':').ok_or_else(forbidden)?;
    let wrong = |shape| Fault::WrongValue { written: id.to_owned(), shape };
    match scheme {
        "policy" => id.try_into().map(Target::Policy).map_err(wrong),
        "protocol" => id.try_into().map(Target::Protocol).map_err(wrong),
        "page" => page(id).map_err(wrong),
        "service" => id.try_into().map(Target::Service).map_err(wrong),
        "role" => id.try_into().map(Target::Role).map_err(wrong),
        "need" => id.try_into().map(Target::Need).map_err(wrong),
        "law" => id.try_into().map(Target::Law).map_err(wrong),
        "term" => id.try_into().map(Target::Term).map_err(wrong),
        "form" => id.try_into().map(Target::Form).map_err(wrong),
        "school" if id == "name" => Ok(Target::School),
        "https" if opens_chat(url) => Err(forbidden()),
        "https" => WebUrl::try_from(url).map(Target::Web).map_err(|_| forbidden()),
        _ => Err(forbidden()),
    }
}

/// Whether an address opens a chat. There is a number in it, however it is
/// spelt; numbers stand in the directory.
fn opens_chat(url: &str) -> bool {
    let rest = url.split_once("//").map_or("", |it| it.1);
    let host = rest.split(['/', '?', '#', ':']).next().unwrap_or_default();
    let host = host.trim_end_matches('.').to_ascii_lowercase();
    ["wa.me", "whatsapp.com"].iter().any(|it| {
        host.strip_suffix(it).is_some_and(|above| above.is_empty() || above.ends_with('.'))
    })
}

/// `child/catatan-1`
fn page(id: &str) -> Result<Target, Shape> {
    let (audience, page) = id.split_once('/').ok_or(Shape::Id)?;
    let audience = Audience::named(audience).ok_or(Shape::Id)?;
    Ok(Target::Page(audience, PageId::try_from(page)?))
}

/// An anchor made of words.
fn slug(words: &str) -> String {
    let mut slug = String::new();
    for letter in words.chars() {
        if letter.is_ascii_alphanumeric() {
            slug.push(letter.to_ascii_lowercase());
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    let slug = slug.trim_end_matches('-');
    if slug.is_empty() { "bagian".to_owned() } else { slug.to_owned() }
}

/// Reports headings that skip a level; a text begins at level 2.
fn check_headings(blocks: &[Block], sink: &mut Sink<'_>) {
    let mut from = 1;
    for block in blocks {
        if let Block::Heading { level, at, .. } = block {
            if *level > from + 1 || *level == 1 {
                sink.report(Fault::HeadingSkipped { from, to: *level }, *at);
            }
            from = *level;
        }
    }
}

/// Puts every locked heading and what follows it into one block.
fn lock(blocks: Vec<Block>, locked: &BTreeSet<String>) -> Vec<Block> {
    let mut out = Vec::new();
    let mut open: Option<(u8, String, Vec<Block>)> = None;
    for block in blocks {
        if let Block::Heading { level, id, .. } = &block {
            if let Some((above, id, blocks)) = open.take_if(|(above, ..)| *level <= *above) {
                debug_assert!(above >= *level);
                out.push(Block::Locked { id, blocks });
            }
            if open.is_none() && locked.contains(id.as_str()) {
                open = Some((*level, id.as_str().to_owned(), Vec::new()));
            }
        }
        match &mut open {
            Some((_, _, blocks)) => blocks.push(block),
            None => out.push(block),
        }
    }
    if let Some((_, id, blocks)) = open {
        out.push(Block::Locked { id, blocks });
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The words of a text, and the places to write on in it.
    fn added(text: &str) -> Vec<Inline> {
        let mut words = Vec::new();
        add(&penned(text), &mut words);
        words
    }

    #[test]
    fn underscores_in_a_row_are_a_place_to_write_on() {
        let text = |it: &str| Inline::Text(it.to_owned());
        assert_eq!(added("Jam: ____."), [text("Jam: "), Inline::Blank, text(".")]);
        assert_eq!(added("________"), [Inline::Blank]);
        assert_eq!(added("____ ____"), [Inline::Blank, text(" "), Inline::Blank]);
        assert_eq!(added("a___b"), [text("a___b")]);
        assert_eq!(written(&penned("a ____ b")), "a ____ b");
    }
}
