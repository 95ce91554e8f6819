//! The shape of what is published: paths and bytes, one [`Site`] a school.
//!
//! Which pages there are and where they lie is decided in [`plan`]; what is in
//! them by `render`; that they reach a folder by `emit`, which knows nothing
//! else.

use std::fmt;

pub mod compact;
pub mod gzip;
pub mod html;
pub mod links;
pub mod plan;
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

    /// The path, with `/`.
    pub fn as_str(&self) -> &str {
        &self.0
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
