//! The shape of what is published: paths and bytes, one [`Site`] a school; and
//! before the bytes are made, an [`Outline`].
//!
//! Which pages there are and where they lie is decided in [`plan`]; what is in
//! them by `render`; that they reach a folder by `emit`, which knows nothing
//! else.

use std::fmt;

use crate::error::Error;
use crate::model::value::Lang;

use hash::Recipe;

pub mod coding;
pub mod compact;
pub mod gzip;
pub mod hash;
pub mod html;
pub mod links;
pub mod neutral;
pub mod plan;
pub mod sameness;
pub mod zip;

/// Where a file lies below a site's folder: `index.html`, `en/hukum.html`.
///
/// **Invariant:** never absolute, never upwards, only names that every host and
/// file system takes.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SitePath(String);

impl SitePath {
    /// A path made of a language's folder (none for the default language) and a
    /// file's name. What could not be part of a path becomes a hyphen.
    pub fn new(folder: Option<&str>, name: &str) -> SitePath {
        let clean = |it: &str| {
            let allowed = |it: char| it.is_ascii_alphanumeric() || matches!(it, '.' | '-' | '_');
            let text: String = it.chars().map(|it| if allowed(it) { it } else { '-' }).collect();
            if text.trim_matches('.').is_empty() { "-".to_owned() } else { text }
        };
        match folder {
            Some(folder) => SitePath(format!("{}/{}", clean(folder), clean(name))),
            None => SitePath(clean(name)),
        }
    }

    /// The path of another file in the same folder.
    pub fn beside(&self, name: &str) -> SitePath {
        SitePath::new(self.0.rsplit_once('/').map(|it| it.0), name)
    }

    /// The path, with `/`.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The file's name, without its folder.
    pub fn name(&self) -> &str {
        self.0.rsplit('/').next().unwrap_or_default()
    }
}

impl fmt::Display for SitePath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A finished file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutputFile {
    /// Where it lies.
    pub path: SitePath,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// Everything that is published for one school, or for the district itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Site {
    /// The folder below the output folder; none: the output folder itself.
    pub folder: Option<String>,
    /// Its files.
    pub files: Vec<OutputFile>,
}

/// A file that is still to be made: where it lies, what its bytes follow from,
/// and how they are made.
///
/// Whoever has a file of the same recipe need not make it again.
pub struct Draft<'s> {
    /// Where it lies.
    pub path: SitePath,
    /// What its bytes follow from: all of it, or an old file is taken for it.
    pub recipe: Recipe,
    /// Makes the bytes.
    make: Box<dyn Fn() -> Result<Vec<u8>, Error> + Send + Sync + 's>,
}

/// A sheet that lies beside a school's pages, for whoever chooses among them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leaf {
    /// Where it lies.
    pub path: SitePath,
    /// What it is.
    pub title: String,
    /// In which language it is.
    pub lang: Lang,
    /// Its size in bytes; 0 before it is made.
    pub bytes: u64,
}

/// A [`Site`] whose files are still to be made.
#[derive(Debug)]
pub struct Outline<'s> {
    /// The folder below the output folder; none: the output folder itself.
    pub folder: Option<String>,
    /// Its files.
    pub files: Vec<Draft<'s>>,
}

impl<'s> Draft<'s> {
    /// A file of this recipe that `make` makes.
    pub fn new(
        path: SitePath,
        recipe: Recipe,
        make: impl Fn() -> Result<Vec<u8>, Error> + Send + Sync + 's,
    ) -> Draft<'s> {
        Draft { path, recipe, make: Box::new(make) }
    }

    /// The bytes.
    ///
    /// # Errors
    /// When they cannot be made.
    pub fn bytes(&self) -> Result<Vec<u8>, Error> {
        (self.make)()
    }

    /// The finished file.
    ///
    /// # Errors
    /// When its bytes cannot be made.
    pub fn finished(&self) -> Result<OutputFile, Error> {
        Ok(OutputFile { path: self.path.clone(), bytes: self.bytes()? })
    }
}

impl From<OutputFile> for Draft<'_> {
    /// A file that is small or seldom, and finished already.
    fn from(file: OutputFile) -> Self {
        let OutputFile { path, bytes } = file;
        Draft::new(path, Recipe::of(&bytes), move || Ok(bytes.clone()))
    }
}

impl fmt::Debug for Draft<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({})", self.path, self.recipe)
    }
}

impl From<Site> for Outline<'_> {
    fn from(site: Site) -> Self {
        let Site { folder, files } = site;
        Outline { folder, files: files.into_iter().map(Draft::from).collect() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_never_leads_upwards() {
        assert_eq!(SitePath::new(Some(".."), "../a b.html").as_str(), "-/..-a-b.html");
        assert_eq!(SitePath::new(Some("en"), "hukum.html").as_str(), "en/hukum.html");
        assert_eq!(SitePath::new(None, "/etc/x").as_str(), "-etc-x");
    }
}
