//! Where links inside a site lead.

/// The file of the site and the anchor in it that a link leads to; none where it
/// leads out of the site.
pub fn leads_to(path: &str, href: &str) -> Option<(String, String)> {
    let (rest, anchor) = href.split_once('#').unwrap_or((href, ""));
    let rest = rest.split('?').next().unwrap_or_default();
    if rest.split('/').next().is_some_and(|it| it.contains(':')) || rest.starts_with("//") {
        return None;
    }
    if rest.is_empty() {
        return Some((path.to_owned(), anchor.to_owned()));
    }
    let mut folders: Vec<&str> = path.split('/').collect();
    folders.pop();
    for step in rest.split('/') {
        match step {
            "." => {}
            ".." => {
                folders.pop();
            }
            step => folders.push(step),
        }
    }
    let mut file = folders.join("/");
    if file.is_empty() || file.ends_with('/') {
        file.push_str("index.html");
    }
    Some((file, anchor.to_owned()))
}

/// The link from one file of a site to another.
pub fn link(from: &str, to: &str) -> String {
    let above = |it: &str| it.rfind('/').map_or(0, |at| at + 1);
    let (here, there) = (&from[..above(from)], &to[..above(to)]);
    if here == there {
        return to[above(to)..].to_owned();
    }
    format!("{}{to}", "../".repeat(here.matches('/').count()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_leads_to_a_file_and_an_anchor() {
        let leads =
            |path, href| leads_to(path, href).map(|(file, anchor)| format!("{file} {anchor}"));
        for (path, href, expected) in [
            ("a.html", "b.html#c", Some("b.html c")),
            ("en/a.html", "../b.html", Some("b.html ")),
            ("en/a.html", "b.html?x", Some("en/b.html ")),
            ("a.html", "#c", Some("a.html c")),
            ("a.html", "en/", Some("en/index.html ")),
            ("a.html", "./", Some("index.html ")),
            ("a.html", "tel:110", None),
            ("a.html", "https://example.go.id/", None),
            ("a.html", "//example.go.id/", None),
        ] {
            assert_eq!(leads(path, href).as_deref(), expected, "{path} {href}");
        }
    }

    #[test]
    fn a_link_between_two_files_leads_there() {
        for from in ["a.html", "en/a.html"] {
            for to in ["b.html", "en/b.html", "mkn/b.html"] {
                assert_eq!(leads_to(from, &link(from, to)).map(|it| it.0).as_deref(), Some(to));
            }
        }
        assert_eq!(link("en/a.html", "en/b.html"), "b.html");
    }
}
