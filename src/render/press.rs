//! Templates and views to HTML, minified and watched.

use rayon::prelude::*;
use serde::Serialize;

use crate::diag::Diagnostic;
use crate::diag::code::Fault;
use crate::error::Error;
use crate::source::place::Place;

use super::ground::Finish;
use super::minify::{Minified, minify};
use super::theme::{Phrases, Theme};

/// Renders templates of one language and minifies what comes out.
#[derive(Debug)]
pub struct Press<'p> {
    /// The theme.
    pub theme: &'p Theme,
    /// The words.
    pub phrases: &'p Phrases,
    /// Whether it minifies.
    pub finish: Finish,
}

/// HTML, and what was found wrong with its template.
type Printed = Result<(String, Vec<Diagnostic>), Error>;

impl Press<'_> {
    /// A template as HTML; what is published is minified.
    pub fn print(&self, template: &str, view: &impl Serialize) -> Printed {
        let mut found = Vec::new();
        let html = self.theme.render(template, view, self.phrases, &mut found)?;
        if self.finish != Finish::Published {
            return Ok((html, found));
        }
        Ok(match minify(&html) {
            Minified::Same(shorter) => (shorter, found),
            Minified::Kept(why) => {
                let fault = Fault::MinifyChanges { template: template.to_owned(), why };
                found.push(Diagnostic::new(fault, Place::Nowhere));
                (html, found)
            }
        })
    }

    /// The same template for many views, side by side; in order.
    pub fn print_all<V: Serialize + Sync>(
        &self,
        views: &[(&'static str, V)],
        found: &mut Vec<Diagnostic>,
    ) -> Result<Vec<String>, Error> {
        let each = views.par_iter().with_max_len(1);
        let printed: Vec<Printed> =
            each.map(|(template, view)| self.print(template, view)).collect();
        let mut all = Vec::with_capacity(printed.len());
        for it in printed {
            let (html, faults) = it?;
            found.extend(faults);
            all.push(html);
        }
        Ok(all)
    }
}
