//! The scripts of the program: one that stands in every page, the search of the
//! index, and one that keeps the pages for staff. They are the program's own; a
//! theme cannot change them.

/// The script of every page, as it is written.
const PAGE: &str = include_str!("script/page.js");

/// The scripts of the index: the rules for roots, and the search itself.
const SEARCH: [&str; 2] = [include_str!("search/root.js"), include_str!("search/find.js")];

/// The script of every page, as it stands in one. It is the same in all of
/// them, so that the hosts' headers can name it.
pub fn page() -> String {
    squeeze(PAGE)
}

/// The script of the index, without comments.
pub fn search() -> String {
    let lines = SEARCH.iter().flat_map(|it| it.lines()).filter(|it| !it.starts_with("//"));
    lines.collect::<Vec<_>>().join("\n")
}

/// A script without lines that are comments, and without indentation. Breaks
/// between lines stay: some of them end a statement.
pub fn squeeze(script: &str) -> String {
    let lines = script.lines().map(str::trim);
    lines.filter(|it| !it.is_empty() && !it.starts_with("//")).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_script_of_a_page_ends_no_element_and_loses_its_comments() {
        let script = page();
        assert!(!script.contains("</") && !script.contains("<!--"));
        assert!(!script.contains("//") && script.len() < 1_024);
    }

    #[test]
    fn the_search_has_no_comment_and_ends_no_element() {
        let script = search();
        assert!(!script.contains("//") && !script.contains("</"));
    }

    #[test]
    fn a_script_loses_comments_and_indentation() {
        assert_eq!(squeeze("// a\n{\n    b();\n\n    // c\n}\n"), "{\nb();\n}");
    }
}
