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

/// What needs no space beside it.
const SIGNS: &[char] =
    &['=', '<', '>', '!', '?', ':', '&', '|', ',', ';', '{', '}', '(', ')', '+', '*'];

/// A script without lines that are comments, without indentation, and without
/// spaces and breaks that only people need. Strings stay as they are, between
/// double quotes on one line; so do breaks that may end a statement. A regular
/// expression must have no space beside a sign.
pub fn squeeze(script: &str) -> String {
    let lines = script.lines().map(str::trim);
    let lines = lines.filter(|it| !it.is_empty() && !it.starts_with("//"));
    let mut text = String::new();
    for line in lines {
        if !text.is_empty() && !text.ends_with(['{', ';']) {
            text.push('\n');
        }
        for (at, part) in line.split('"').enumerate() {
            if at > 0 {
                text.push('"');
            }
            if at % 2 == 0 { text.extend(tight(part)) } else { text.push_str(part) }
        }
    }
    text
}

/// What stands outside strings, without spaces beside signs.
fn tight(code: &str) -> impl Iterator<Item = char> {
    let is_sign = |it: Option<char>| it.is_some_and(|it| SIGNS.contains(&it));
    let needed = move |(at, it): &(usize, char)| {
        let (before, after) = code.split_at(*at);
        *it != ' ' || !(is_sign(before.chars().next_back()) || is_sign(after.chars().nth(1)))
    };
    code.char_indices().filter(needed).map(|it| it.1)
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
    fn a_script_keeps_its_strings_its_words_and_the_ends_of_its_statements() {
        let script = "const a = [\"b , c\", d + \" = \"];\nreturn e || f\ng = () => 1\n";
        let squeezed = "const a=[\"b , c\",d+\" = \"];return e||f\ng=()=>1";
        assert_eq!(squeeze(script), squeezed);
    }

    #[test]
    fn every_string_of_a_script_stands_between_double_quotes_on_one_line() {
        for script in [PAGE, SEARCH[0], SEARCH[1]] {
            let lines = script.lines().filter(|it| !it.trim_start().starts_with("//"));
            for line in lines {
                assert!(!line.contains(['\'', '`']), "{line}");
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
}
