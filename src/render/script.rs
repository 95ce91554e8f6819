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

/// The script of the index, as it stands in its page.
pub fn search() -> String {
    SEARCH.map(squeeze).join("\n")
}

/// A script without lines that are comments, and without the spaces that only
/// people need. A break between lines stays where it may end a statement. Strings
/// stay as they are: they stand between double quotes on one line. The scripts hold
/// no expression in slashes with a quote or a space in it.
pub fn squeeze(script: &str) -> String {
    let lines = script.lines().map(str::trim);
    let lines = lines.filter(|it| !it.is_empty() && !it.starts_with("//"));
    let script = lines.collect::<Vec<_>>().join("\n");
    let mut out = String::with_capacity(script.len());
    let mut is_string = false;
    let mut left = script.chars().peekable();
    while let Some(it) = left.next() {
        let (before, after) = (out.chars().next_back(), left.peek().copied());
        match it {
            '"' => is_string = !is_string,
            _ if is_string => {}
            ' ' if !parts(before, after) => continue,
            '\n' if matches!(before, Some(';' | '{' | ',')) => continue,
            _ => {}
        }
        out.push(it);
    }
    out
}

/// Whether a space keeps apart what stands on both sides of it: two words, or two
/// signs that would be another one together.
fn parts(before: Option<char>, after: Option<char>) -> bool {
    let is_word = |it: char| it.is_alphanumeric() || matches!(it, '_' | '$');
    match (before, after) {
        (Some('+'), Some('+')) | (Some('-'), Some('-')) => true,
        (Some(before), Some(after)) => is_word(before) && is_word(after),
        _ => false,
    }
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
        assert_eq!(squeeze("// a\n{\n    b();\n\n    // c\n}\n"), "{b();}");
    }

    #[test]
    fn every_string_of_a_script_stands_between_double_quotes_on_one_line() {
        for script in [PAGE, SEARCH[0], SEARCH[1]] {
            let lines = script.lines().filter(|it| !it.trim_start().starts_with("//"));
            for line in lines {
                assert!(!line.contains(['\'', '`']), "{line}");
                // A space between brackets would be lost outside a string.
                assert!(!line.contains("[ ") && !line.contains(" ]"), "{line}");
                assert_eq!(line.matches('"').count() % 2, 0, "{line}");
            }
        }
    }

    #[test]
    fn the_scripts_of_the_index_leave_room_below_what_a_page_may_have() {
        let both = format!("{}{}", search(), page());
        let bytes = crate::site::gzip::gzip(both.as_bytes()).len();
        assert!(bytes <= 984, "{bytes}");
    }

    #[test]
    fn a_script_keeps_what_its_spaces_and_breaks_say() {
        let same = ["a + +b - -c", "new A", "return b\nc()", "}\nasync function d(){}"];
        for (script, expected) in same.into_iter().zip(["a+ +b- -c", same[1], same[2], same[3]]) {
            assert_eq!(squeeze(script), expected);
        }
        assert_eq!(squeeze("a = \"b = {c, d}\" + \" e\";\ng"), "a=\"b = {c, d}\"+\" e\";g");
        assert_eq!(squeeze("return e || f\ng = () => 1"), "return e||f\ng=()=>1");
    }
}
