//! Enough of an HTML reader to see what a page links to and how it is built.
//!
//! It knows tags, attributes and the few entities that pages use; it repairs
//! nothing.

/// A tag and its attributes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tag {
    /// The element's name in lower case.
    pub name: String,
    /// Whether it ends the element.
    pub closes: bool,
    /// Names in lower case and decoded values.
    pub attributes: Vec<(String, String)>,
}

impl Tag {
    /// The value of an attribute.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|it| it.0 == name).map(|it| it.1.as_str())
    }
}

/// Elements that have no end.
const VOID: &[&str] = &["meta", "link", "hr", "br", "wbr", "input", "img"];

/// Every tag of a page in order; what stands in a style sheet or a script is passed
/// over.
pub fn tags(html: &str) -> Vec<Tag> {
    let mut tags = Vec::new();
    let mut rest = html;
    while let Some(start) = rest.find('<') {
        rest = &rest[start + 1..];
        if let Some(comment) = rest.strip_prefix("!--") {
            rest = comment.split_once("-->").map_or("", |it| it.1);
            continue;
        }
        let (tag, after) = tag(rest);
        rest = after;
        if ["style", "script"].contains(&tag.name.as_str()) && !tag.closes {
            let end = format!("</{}", tag.name);
            rest = rest.find(&end).map_or("", |it| &rest[it..]);
        }
        tags.push(tag);
    }
    tags
}

/// The elements that are not closed in the order in which they were opened.
pub fn unbalanced(tags: &[Tag]) -> Vec<String> {
    let mut open: Vec<&str> = Vec::new();
    let mut wrong = Vec::new();
    let elements = tags.iter().filter(|it| !VOID.contains(&it.name.as_str()));
    for tag in elements.filter(|it| !it.name.starts_with('!')) {
        if !tag.closes {
            // What is drawn may close itself.
            if !tag.attributes.iter().any(|it| it.0 == "/") {
                open.push(&tag.name);
            }
        } else if open.pop() != Some(&tag.name) {
            wrong.push(format!("</{}>", tag.name));
        }
    }
    wrong.extend(open.iter().map(|it| format!("<{it}>")));
    wrong
}

/// The tag whose inside begins a text, and what follows it.
fn tag(text: &str) -> (Tag, &str) {
    let (closes, text) = text.strip_prefix('/').map_or((false, text), |it| (true, it));
    let end = text.find(|it: char| it.is_whitespace() || it == '>' || it == '/');
    let (name, mut rest) = text.split_at(end.unwrap_or(text.len()));
    let mut attributes = Vec::new();
    loop {
        rest = rest.trim_start();
        if let Some(after) = rest.strip_prefix('>') {
            let name = name.to_lowercase();
            return (Tag { name, closes, attributes }, after);
        }
        let end =
            rest.char_indices().skip(1).find(|(_, it)| it.is_whitespace() || "=>".contains(*it));
        let Some((end, _)) = end else {
            return (Tag { name: name.to_lowercase(), closes, attributes }, "");
        };
        let (key, after) = rest.split_at(end);
        let (value, after) = match after.strip_prefix('=') {
            Some(after) => value(after),
            None => ("", after),
        };
        attributes.push((key.to_lowercase(), decoded(value)));
        rest = after;
    }
}

/// An attribute's value, quoted or bare, and what follows it.
fn value(text: &str) -> (&str, &str) {
    for mark in ['"', '\''] {
        if let Some(it) = text.strip_prefix(mark).and_then(|it| it.split_once(mark)) {
            return it;
        }
    }
    text.split_at(text.find(|it: char| it.is_whitespace() || it == '>').unwrap_or(text.len()))
}

/// A text with its entities decoded.
pub fn decoded(text: &str) -> String {
    let pairs = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&#x2F;", "/")];
    let text = pairs.iter().fold(text.to_owned(), |text, (from, to)| text.replace(from, to));
    text.replace("&amp;", "&")
}

#[test]
fn the_reader_reads_what_pages_are_made_of() {
    let found = tags(
        r#"<!doctype html><a href="x?a=1&amp;b" lang=id hidden>y</a><hr><svg><path d="M1"/></svg>"#,
    );
    let names: Vec<&str> = found.iter().map(|it| it.name.as_str()).collect();
    assert_eq!(names, ["!doctype", "a", "a", "hr", "svg", "path", "svg"]);
    assert_eq!(found[1].get("href"), Some("x?a=1&b"));
    assert_eq!((found[1].get("lang"), found[1].get("hidden")), (Some("id"), Some("")));
    assert_eq!(unbalanced(&found), Vec::<String>::new());
    assert_eq!(unbalanced(&tags("<p><b></p></b>")), ["</p>", "</b>"]);
    assert_eq!(unbalanced(&tags("<p>")), ["<p>"]);
}
