//! A sheet before it is set: its name, and all that its bytes depend on.

/// A sheet of one school, or a text for a telephone.
#[derive(Debug, Clone)]
pub struct Draft {
    /// The file's name.
    pub name: String,
    /// What is in it.
    pub content: Content,
}

/// What is in a draft.
#[derive(Debug, Clone)]
pub enum Content {
    /// A text, finished.
    Plain(String),
    /// A sheet to be set.
    Sheet(Layout),
}

/// A sheet to be set.
#[derive(Debug, Clone)]
pub struct Layout {
    /// The template.
    pub template: &'static str,
    /// What the template sees.
    pub view: serde_json::Value,
    /// On how many pages it must fit; none: on as many as it takes.
    pub pages: Option<usize>,
    /// The sizes of its letters in points, largest first.
    pub sizes: Vec<f64>,
    /// How its pages lie on the paper.
    pub folding: Folding,
}

/// How pages lie on the paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Folding {
    /// One after the other.
    Flat,
    /// Two on a sheet, so that the folded pile is a booklet.
    Booklet,
}

impl Draft {
    /// All that the bytes depend on, besides the program and its theme.
    pub fn recipe(&self) -> String {
        match &self.content {
            Content::Plain(text) => text.clone(),
            Content::Sheet(it) => format!(
                "{}\n{:?} {:?} {:?}\n{}",
                it.template, it.pages, it.sizes, it.folding, it.view
            ),
        }
    }
}
