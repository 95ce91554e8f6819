//! Which sheets a school has.

use crate::model::sheet::Sheet;
use crate::model::value::Audience;
use crate::model::words::Catalogue;
use crate::resolve::edition::Edition;

use super::desk::Desk;
use super::draft::{Content, Draft, Folding, Layout};
use super::{book, calendar, cards, contacts, leaf, messages, poster};

/// The sheets of a school, in its first language.
pub fn drafts(edition: &Edition<'_>, words: &Catalogue, wanted: &[Sheet]) -> Vec<Draft> {
    let desk = Desk { edition, lang: edition.languages[0], words };
    let mut drafts = Vec::new();
    for sheet in Sheet::ALL.into_iter().filter(|it| wanted.contains(it)) {
        drafts.extend(set(&desk, sheet));
    }
    drafts
}

/// What is sent rather than printed.
fn texts(desk: &Desk<'_>) -> Vec<Draft> {
    let text =
        |name: &str, text: String| Draft { name: name.to_owned(), content: Content::Plain(text) };
    vec![
        text("pesan.txt", messages::messages(desk)),
        text("rujukan.txt", messages::directory(desk)),
        text("kontak.vcf", contacts::vcards(desk)),
        text("tinjauan.ics", calendar::reviews(desk)),
    ]
}

/// The sheets of a set.
fn set(desk: &Desk<'_>, sheet: Sheet) -> Vec<Draft> {
    match sheet {
        Sheet::Handbook => book::books(desk),
        Sheet::FiveMinutes => leaf::five_minutes(desk),
        Sheet::Cards => cards::protocols(desk).into_iter().collect(),
        Sheet::Posters => [Audience::Child, Audience::Teacher]
            .into_iter()
            .flat_map(|it| poster::posters(desk, it))
            .collect(),
        Sheet::Wallet => vec![cards::wallet(desk)],
        Sheet::Forms => leaf::forms(desk),
        Sheet::Texts => texts(desk),
    }
}

/// A sheet of this name, set by this template.
pub fn sheet(name: &str, template: &'static str, view: &impl serde::Serialize) -> Draft {
    Draft {
        name: format!("{name}.pdf"),
        content: Content::Sheet(Layout {
            template,
            view: serde_json::to_value(view).unwrap_or_default(),
            pages: None,
            sizes: vec![10.0],
            folding: Folding::Flat,
        }),
    }
}

impl Draft {
    /// The same, in the largest of these sizes with which it fits so many pages.
    #[must_use]
    pub fn fitted(mut self, pages: Option<usize>, sizes: &[f64]) -> Draft {
        if let Content::Sheet(sheet) = &mut self.content {
            sheet.pages = pages;
            sheet.sizes = sizes.to_vec();
        }
        self
    }

    /// The same, folded.
    #[must_use]
    pub fn folded(mut self, name: &str) -> Draft {
        if let Content::Sheet(sheet) = &mut self.content {
            sheet.folding = Folding::Booklet;
        }
        Draft { name: format!("{name}.pdf"), ..self }
    }
}
