//! The starter content and the built-in themes, compiled in.
//!
//! `content/` and `themes/` at the top of the project are the same files: what
//! `init` writes is what the public example is built from and what the tests
//! run on.

use include_dir::{Dir, include_dir};

use crate::source::SourceTree;

/// The starter content.
static CONTENT: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/content");

/// The built-in themes, a folder each.
static THEMES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/themes");

/// The starter content.
pub fn starter() -> SourceTree {
    tree(&CONTENT, "")
}

/// The built-in theme of that name.
pub fn theme(name: &str) -> Option<SourceTree> {
    THEMES.get_dir(name).map(|it| tree(it, name))
}

/// The fonts of a built-in theme's sheets, in order of their names.
pub fn fonts(theme: &str) -> Vec<&'static [u8]> {
    let folder = THEMES.get_dir(format!("{theme}/print/fonts"));
    let files = folder.into_iter().flat_map(Dir::files);
    let fonts = files.filter(|it| it.path().extension().is_some_and(|it| it == "ttf"));
    let mut fonts: Vec<_> = fonts.map(|it| (it.path(), it.contents())).collect();
    fonts.sort();
    fonts.into_iter().map(|(_, bytes)| bytes).collect()
}

/// A folder as a tree; paths are below `root`.
fn tree(dir: &'static Dir<'_>, root: &str) -> SourceTree {
    let mut files = Vec::new();
    let mut dirs = vec![dir];
    while let Some(dir) = dirs.pop() {
        dirs.extend(dir.dirs());
        let texts = dir.files().filter_map(|it| Some((it.path().to_str()?, it.contents_utf8()?)));
        files.extend(texts.map(|(path, text)| {
            (path.strip_prefix(root).unwrap_or(path).trim_start_matches('/'), text)
        }));
    }
    SourceTree::from_files(files)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_starter_and_the_plain_theme_are_there() {
        assert!(starter().find("district.yaml").is_some());
        assert!(theme("plain").is_some_and(|it| it.find("templates/base.html").is_some()));
        assert!(theme("other").is_none());
    }
}
