//! A body to HTML with holes.
//!
//! Everything that a text says is escaped here; nothing else writes content
//! into HTML. What reads differently in each school becomes a hole, what is the
//! same everywhere is written out at once.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use crate::model::body::{AlertKind, Anchor, Block, Body, Inline, Target};
use crate::model::value::{Lang, PolicyId};
use crate::site::plan::{self, PageKind};

use super::ground::Ground;
use super::stencil::{Hole, Holes};

/// What a text is written for.
#[derive(Debug)]
pub struct Writer<'w> {
    /// The district, the language, and where pages lie.
    pub ground: Ground<'w>,
    /// The policy whose slots the text may use.
    pub policy: Option<&'w PolicyId>,
    /// Anchors that the text itself links to; others that were not written need
    /// not travel.
    pub linked: BTreeSet<String>,
}

impl<'g> Ground<'g> {
    /// Writes texts; `policy` is the policy whose slots they may use.
    pub fn writer(&self, policy: Option<&'g PolicyId>) -> Writer<'g> {
        Writer { ground: *self, policy, linked: BTreeSet::new() }
    }
}

/// Text as HTML.
pub fn escape(text: &str) -> String {
    let mut html = String::with_capacity(text.len() + 8);
    for it in text.chars() {
        match it {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            '\'' => html.push_str("&#39;"),
            _ => html.push(it),
        }
    }
    html
}

/// A link, or its words alone where it leads nowhere.
pub fn link(href: &str, text: &str) -> String {
    if href.is_empty() {
        return text.to_owned();
    }
    format!("<a href=\"{}\">{text}</a>", escape(href))
}

/// A link to the same page in another language, as an item of a list.
pub fn tongue(href: &str, lang: &Lang, name: &str) -> String {
    let (href, lang, name) = (escape(href), escape(lang.as_str()), escape(name));
    format!("<li><a href=\"{href}\" hreflang=\"{lang}\" lang=\"{lang}\">{name}</a></li>\n")
}

impl Writer<'_> {
    /// A text.
    pub fn body(&self, body: &Body, holes: &mut Holes) -> String {
        let mut html = String::new();
        let linked = body.linked().into_iter().map(str::to_owned).collect();
        let writer = Writer { linked, ..*self };
        writer.blocks(&body.blocks, holes, &mut html);
        html
    }

    /// A line.
    pub fn line(&self, inlines: &[Inline], holes: &mut Holes) -> String {
        let mut html = String::new();
        self.inlines(inlines, holes, &mut html);
        html
    }

    /// Lines.
    pub fn lines(&self, lines: &[Vec<Inline>], holes: &mut Holes) -> Vec<String> {
        lines.iter().map(|it| self.line(it, holes)).collect()
    }

    /// Blocks in order.
    fn blocks(&self, blocks: &[Block], holes: &mut Holes, html: &mut String) {
        for block in blocks {
            self.block(block, holes, html);
        }
    }

    /// One block.
    fn block(&self, block: &Block, holes: &mut Holes, html: &mut String) {
        match block {
            Block::Heading { level, id, text, .. } => {
                let text = self.line(text, holes);
                // In a book, where texts stand below one another, anchors could
                // clash, and headings are one level lower.
                let bound = self.ground.book.is_some();
                let level = level + u8::from(bound);
                let travels = match id {
                    _ if bound => false,
                    Anchor::Written(_) => true,
                    Anchor::Made(id) => self.linked.contains(id),
                };
                let id = if travels {
                    format!(" id=\"{}\"", escape(id.as_str()))
                } else {
                    String::new()
                };
                let _ = writeln!(html, "<h{level}{id}>{text}</h{level}>");
            }
            Block::Paragraph(inlines) => {
                let text = self.line(inlines, holes);
                let _ = writeln!(html, "<p>{text}</p>");
            }
            Block::List { start, items } => self.list(*start, items, holes, html),
            Block::Quote(blocks) => {
                html.push_str("<blockquote>\n");
                self.blocks(blocks, holes, html);
                html.push_str("</blockquote>\n");
            }
            Block::Alert { kind, blocks } => {
                let (class, key) = alert(*kind);
                let _ = writeln!(
                    html,
                    "<div class=\"alert {class}\">\n<p><b>{}</b></p>",
                    escape(self.ground.words.get(key))
                );
                self.blocks(blocks, holes, html);
                html.push_str("</div>\n");
            }
            Block::Table { head, rows } => self.table(head, rows, holes, html),
            Block::Definitions(items) => {
                html.push_str("<dl>\n");
                for (term, meaning) in items {
                    let term = self.line(term, holes);
                    let _ = write!(html, "<dt>{term}</dt>\n<dd>");
                    self.tight(meaning, holes, html);
                    html.push_str("</dd>\n");
                }
                html.push_str("</dl>\n");
            }
            Block::Code(text) => {
                let _ = writeln!(html, "<pre>{}</pre>", escape(text));
            }
            Block::Rule => html.push_str("<hr>\n"),
            Block::Blank => html.push_str("<hr class=\"fill\">\n"),
            Block::Locked { blocks, .. } => {
                html.push_str("<section class=\"locked\">\n");
                self.blocks(blocks, holes, html);
                html.push_str("</section>\n");
            }
            Block::Need { need, .. } => {
                html.push_str(&holes.mark(Hole::Need(need.clone())));
                html.push('\n');
            }
        }
    }

    /// A list; one of nothing but links to pages is drawn as such, so that a
    /// finger can hit each of them, and one of boxes to tick has no other marks.
    fn list(&self, start: Option<u64>, items: &[Vec<Block>], holes: &mut Holes, html: &mut String) {
        let (open, close) = match start {
            None if items.iter().all(|it| leads_on(it)) => {
                ("<ul class=\"links\">\n".to_owned(), "</ul>\n")
            }
            None if items.iter().all(|it| is_ticked(it)) => {
                ("<ul class=\"ticks\">\n".to_owned(), "</ul>\n")
            }
            None => ("<ul>\n".to_owned(), "</ul>\n"),
            Some(1) => ("<ol>\n".to_owned(), "</ol>\n"),
            Some(start) => (format!("<ol start=\"{start}\">\n"), "</ol>\n"),
        };
        html.push_str(&open);
        for item in items {
            html.push_str("<li>");
            self.tight(item, holes, html);
            html.push_str("</li>\n");
        }
        html.push_str(close);
    }

    /// Blocks of which a first paragraph needs no element of its own.
    fn tight(&self, blocks: &[Block], holes: &mut Holes, html: &mut String) {
        match blocks {
            [Block::Paragraph(inlines), rest @ ..]
                if !rest.iter().any(|it| matches!(it, Block::Paragraph(_))) =>
            {
                self.inlines(inlines, holes, html);
                if !rest.is_empty() {
                    html.push('\n');
                    self.blocks(rest, holes, html);
                }
            }
            _ => self.blocks(blocks, holes, html),
        }
    }

    /// A table that can be scrolled where it is too wide.
    fn table(
        &self,
        head: &[Vec<Inline>],
        rows: &[Vec<Vec<Inline>>],
        holes: &mut Holes,
        html: &mut String,
    ) {
        html.push_str("<div class=\"wide\" tabindex=\"0\"><table>\n<thead><tr>");
        for cell in head {
            let text = self.line(cell, holes);
            let _ = write!(html, "<th scope=\"col\">{text}</th>");
        }
        html.push_str("</tr></thead>\n<tbody>\n");
        for row in rows {
            html.push_str("<tr>");
            for cell in row {
                // A cell is a place to write by itself.
                let text = match cell.as_slice() {
                    [Inline::Blank] => String::new(),
                    cell => self.line(cell, holes),
                };
                let _ = write!(html, "<td>{text}</td>");
            }
            html.push_str("</tr>\n");
        }
        html.push_str("</tbody></table></div>\n");
    }

    /// Inlines in order.
    fn inlines(&self, inlines: &[Inline], holes: &mut Holes, html: &mut String) {
        for inline in inlines {
            match inline {
                Inline::Text(text) => html.push_str(&escape(text)),
                Inline::Strong(inner) => self.wrapped("strong", inner, holes, html),
                Inline::Emphasis(inner) => self.wrapped("em", inner, holes, html),
                Inline::Code(text) => {
                    let _ = write!(html, "<code>{}</code>", escape(text));
                }
                Inline::Break => html.push_str("<br>"),
                Inline::Blank => {
                    // What is asked stays on the line of its answer.
                    if html.ends_with(' ') {
                        html.pop();
                        html.push('\u{a0}');
                    }
                    html.push_str("<span class=\"gap\">________</span>");
                }
                Inline::Tick => html.push_str("☐ "),
                Inline::Link { target, text, .. } => {
                    let text = self.line(text, holes);
                    html.push_str(&self.target(target, Some(text), holes));
                }
                Inline::Mention { target, .. } => html.push_str(&self.target(target, None, holes)),
                Inline::Slot { slot, hint, .. } => {
                    let hint = self.line(hint, holes);
                    if let Some(policy) = self.policy {
                        html.push_str(&holes.mark(Hole::Slot(policy.clone(), slot.clone(), hint)));
                    }
                }
            }
        }
    }

    /// Inlines in an element.
    fn wrapped(&self, element: &str, inner: &[Inline], holes: &mut Holes, html: &mut String) {
        let _ = write!(html, "<{element}>");
        self.inlines(inner, holes, html);
        let _ = write!(html, "</{element}>");
    }

    /// A link or mention; `text` is what a link says, a mention says the name of
    /// its target.
    fn target(&self, target: &Target, text: Option<String>, holes: &mut Holes) -> String {
        let named = |name: &str| text.clone().unwrap_or_else(|| escape(name));
        let ground = self.ground;
        let (lang, district) = (ground.lang, ground.district);
        let page = |kind: PageKind| ground.href(&kind);
        match target {
            Target::School => holes.mark(Hole::School),
            Target::Role(id) => holes.mark(Hole::Role(id.clone())),
            Target::Policy(id) => {
                let title = district
                    .policies
                    .get(id)
                    .map_or(id.as_str(), |it| super::title(&it.value.words, lang));
                holes.mark(Hole::Policy(id.clone(), named(title)))
            }
            Target::Service(id) => {
                let name =
                    district.services.get(id).map_or(id.as_str(), |it| it.value.short_name(lang));
                holes.mark(Hole::Service(id.clone(), named(name)))
            }
            Target::Protocol(id) => {
                let title = district
                    .protocols
                    .get(id)
                    .map_or(id.as_str(), |it| super::protocol_title(&it.value, lang));
                link(&page(PageKind::Protocol(id.clone())), &named(title))
            }
            Target::Page(audience, id) => {
                let found = district.guidance.get(&(*audience, id.clone()));
                let title = found.map_or(id.as_str(), |it| super::title(&it.value.words, lang));
                link(&page(ground.plan.guidance(*audience, id)), &named(title))
            }
            Target::Form(id) => {
                let found = district.forms.get(id);
                let title = found.map_or(id.as_str(), |it| super::title(&it.value.words, lang));
                link(&page(PageKind::Form(id.clone())), &named(title))
            }
            Target::Need(id) => {
                let name = district.need(id).map_or(id.as_str(), |it| it.name.get(lang));
                let href = ground.href_to(&PageKind::Directory, &plan::need_anchor(id));
                link(&href, &named(name))
            }
            Target::Law(id) => {
                let short = district.laws.get(id).map_or(id.as_str(), |it| it.value.short.as_str());
                link(&ground.href_to(&PageKind::Laws, id.as_str()), &named(short))
            }
            Target::Term(id) => {
                let term = district.terms.get(id).map_or(id.as_str(), |it| it.value.term.get(lang));
                link(&ground.href_to(&PageKind::Glossary, id.as_str()), &named(term))
            }
            Target::Web(url) => {
                let shown = text.unwrap_or_else(|| escape(url.shown()));
                format!("<a href=\"{}\" rel=\"noreferrer\">{shown}</a>", escape(url.as_str()))
            }
            Target::Anchor(anchor) if ground.book.is_some() => named(anchor),
            Target::Anchor(anchor) => link(&format!("#{anchor}"), &named(anchor)),
        }
    }
}

/// The class of a note and the key of its word.
fn alert(kind: AlertKind) -> (&'static str, &'static str) {
    match kind {
        AlertKind::Note => ("info", "alert_note"),
        AlertKind::Tip => ("tip", "alert_tip"),
        AlertKind::Important => ("important", "alert_important"),
        AlertKind::Warning => ("warning", "alert_warning"),
        AlertKind::Caution => ("caution", "alert_caution"),
    }
}

/// Whether an item of a list is a link to a page and nothing else.
fn leads_on(item: &[Block]) -> bool {
    let [Block::Paragraph(inlines)] = item else { return false };
    let [Inline::Link { target, .. } | Inline::Mention { target, .. }] = inlines.as_slice() else {
        return false;
    };
    matches!(target, Target::Page(..) | Target::Protocol(_) | Target::Form(_))
}

/// Whether an item of a list begins with a box to tick.
fn is_ticked(item: &[Block]) -> bool {
    matches!(item, [Block::Paragraph(inlines), ..] if inlines.first() == Some(&Inline::Tick))
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use proptest::prelude::{ProptestConfig, Strategy, prop, prop_assert, proptest};
    use proptest::test_runner::RngSeed;

    use super::*;
    use crate::model::words::Catalogue;
    use crate::source::SourceTree;
    use crate::{parse, resolve};

    /// Marks of Markdown, and what somebody might hide between them.
    const MARKS: &[&str] = &[
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<",
        ">",
        "</p>",
        "<!--",
        "-->",
        "<![CDATA[",
        "<?",
        "&lt;script&gt;",
        "&#60;script&#62;",
        "&amp;",
        "&quot;",
        "\"",
        "'",
        "\\<b\\>",
        "[a](",
        "[",
        "]",
        ")",
        "](https://contoh.invalid/?a=\"b\"&c='d')",
        "](javascript:alert(1))",
        "](data:text/html,<script>)",
        "](#a\"b)",
        "<https://contoh.invalid/<b>>",
        "<service:selalu>",
        "<role:penerima>",
        "[<b>](role:penerima)",
        "<need:bicara>",
        "<school:name>",
        "[<i>](slot:ruang)",
        "*",
        "**",
        "_",
        "`",
        "```",
        "```<b>\n",
        "\n",
        "\n\n",
        "    ",
        "- ",
        "1. ",
        "> ",
        "> [!NOTE]\n> ",
        "## ",
        "### ",
        " {#a\"b}",
        " {#a .locked}",
        "| a | <b> |\n|---|---|\n| c | d |\n",
        "\n: ",
        "---\n",
        "\\",
        "~~",
        "![",
        "a",
        " b ",
        "ç",
        "💥",
    ];

    /// The HTML of a text on a page.
    fn html(text: &str) -> String {
        let base = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/ui/_base");
        let base = SourceTree::read(&base, &["yaml", "md", "csv"]).expect("the smallest district");
        let page = format!("---\ntitle: Uji\n---\n\n{text}\n");
        let tree = base.overlaid(&SourceTree::from_files([("pages/head/uji.md", page.as_str())]));
        let district = resolve::link(parse::parse(&tree).value).value.expect("a district");
        let plan = plan::plan(&district);
        let page = district.guidance.values().find(|it| it.value.id.as_str() == "uji");
        let words = Catalogue::default();
        let lang = district.profile.default_lang();
        let as_of = jiff::civil::date(2026, 11, 24);
        let ground = Ground {
            district: &district,
            plan: &plan,
            lang,
            words: &words,
            as_of,
            book: None,
            finish: super::super::Finish::Published,
        };
        let writer = ground.writer(None);
        page.map_or(String::new(), |it| {
            writer.body(&it.value.words.own.body, &mut Holes::default())
        })
    }

    /// What is no tag of ours, or has an attribute that is none of ours.
    fn foreign(html: &str) -> Option<&str> {
        const TAGS: &[&str] = &[
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "h1",
            "p",
            "ul",
            "ol",
            "li",
            "blockquote",
            "div",
            "table",
            "thead",
            "tbody",
            "tr",
            "th",
            "td",
            "dl",
            "dt",
            "dd",
            "pre",
            "hr",
            "section",
            "a",
            "b",
            "strong",
            "em",
            "code",
            "br",
            "mark",
        ];
        const ATTRIBUTES: &[&str] = &["id", "class", "href", "rel", "scope", "tabindex", "start"];
        let mut pieces = html.split('<');
        if let Some(text) = pieces.next().filter(|it| it.contains('>')) {
            return Some(text);
        }
        for rest in pieces {
            let Some((tag, text)) = rest.split_once('>') else { return Some(rest) };
            let mut parts = tag.trim_start_matches('/').splitn(2, ' ');
            let name = parts.next().unwrap_or_default();
            // Within quotation marks there are none, so every second piece is a value.
            let names = parts.next().unwrap_or_default().split('"').step_by(2);
            let mut names =
                names.map(|it| it.trim().trim_end_matches('=')).filter(|it| !it.is_empty());
            if !TAGS.contains(&name)
                || !names.all(|it| ATTRIBUTES.contains(&it))
                || text.contains('>')
            {
                return Some(rest);
            }
        }
        None
    }

    proptest! {
        #![proptest_config(ProptestConfig {
            failure_persistence: None,
            rng_seed: RngSeed::Fixed(129),
            ..ProptestConfig::with_cases(300)
        })]

        #[test]
        fn what_a_text_says_never_becomes_a_tag(
            text in prop::collection::vec(piece(), 1..40).prop_map(|it| it.concat())
        ) {
            let html = html(&text);
            prop_assert!(foreign(&html).is_none(), "{:?} in {html}", foreign(&html));
            prop_assert!(!html.contains("=\"javascript:") && !html.contains("=\"data:"), "{html}");
        }
    }

    /// A mark, or any letters.
    fn piece() -> impl Strategy<Value = String> {
        let marks = prop::sample::select(MARKS).prop_map(str::to_owned);
        prop::strategy::Union::new([marks.boxed(), "\\PC{0,6}".boxed()])
    }

    #[test]
    fn a_foreign_tag_is_seen() {
        for html in ["<script>", "<p onclick=\"a\">", "a > b", "<a href=\"b\" c>", "<p"] {
            assert!(foreign(html).is_some(), "{html}");
        }
        assert_eq!(
            foreign("<p>a</p><a href=\"b\" rel=\"noreferrer\">c</a><ol start=\"3\"></ol>"),
            None
        );
    }
}
