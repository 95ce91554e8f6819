//! A sheet before it is set: its name, and all that its bytes depend on.

/// A sheet of one school, or a text for a telephone.
#[derive(Debug, Clone)]
pub struct Draft {
    /// The file's name.
    pub name: String,
    /// What it is, for whoever chooses among the files.
    pub title: String,
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
    /// How much paper it has.
    pub paper: Paper,
    /// The sizes of its letters in points, largest first.
    pub sizes: Vec<f64>,
    /// How its pages lie on the paper.
    pub folding: Folding,
}

/// How much paper a sheet has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Paper {
    /// As many pages as it takes.
    Any,
    /// So many pages where smaller letters can do it, else as few as it takes.
    Rather(usize),
    /// So many pages: with more it does not do what it is for.
    Only(usize),
}

/// How pages lie on the paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Folding {
    /// One after the other.
    Flat,
    /// Two on a sheet, so that the folded pile is a booklet.
    Booklet,
}

#[cfg(feature = "pdf")]
impl Layout {
    /// Whether so many pages are as few as it should have.
    pub fn holds(&self, pages: usize) -> bool {
        match self.paper {
            Paper::Any => true,
            Paper::Rather(most) | Paper::Only(most) => pages <= most,
        }
    }

    /// Whether so many pages are more than it may have.
    pub fn spills(&self, pages: usize) -> bool {
        matches!(self.paper, Paper::Only(_)) && !self.holds(pages)
    }
}

impl Draft {
    /// Whether it has only so much paper.
    pub fn may_spill(&self) -> bool {
        matches!(&self.content, Content::Sheet(it) if matches!(it.paper, Paper::Only(_)))
    }

    /// All that the bytes depend on, besides the program and its theme.
    pub fn recipe(&self) -> String {
        match &self.content {
            Content::Plain(text) => text.clone(),
            Content::Sheet(it) => format!(
                "{}\n{:?} {:?} {:?}\n{}",
                it.template, it.paper, it.sizes, it.folding, it.view
            ),
        }
    }
}

/// A sheet of this name, set by this template.
pub fn sheet(name: &str, template: &'static str, view: &impl serde::Serialize) -> Draft {
    let view = serde_json::to_value(view).unwrap_or_default();
    Draft {
        name: format!("{name}.pdf"),
        title: view["imprint"]["title"].as_str().unwrap_or(name).to_owned(),
        content: Content::Sheet(Layout {
            template,
            view,
            paper: Paper::Any,
            sizes: vec![10.0],
            folding: Folding::Flat,
        }),
    }
}

impl Draft {
    /// The same, in the largest of these sizes with which it fits its paper.
    #[must_use]
    pub fn fitted(mut self, paper: Paper, sizes: &[f64]) -> Draft {
        if let Content::Sheet(sheet) = &mut self.content {
            sheet.paper = paper;
            sheet.sizes = sizes.to_vec();
        }
        self
    }

    /// The same, with what tells it from others of its title.
    #[must_use]
    pub fn kind(self, kinds: &[&str]) -> Draft {
        let all: Vec<&str> =
            [self.title.as_str()].into_iter().chain(kinds.iter().copied()).collect();
        Draft { title: all.join(", "), ..self }
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
