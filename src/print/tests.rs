//! What sheets hold at any school.

use std::path::Path;

#[test]
fn dump() {
    use crate::model::sheet::Sheet;
    use crate::print::draft::Content;
    let tree = crate::source::SourceTree::read(Path::new("content"), &["yaml", "yml", "md", "csv"]).unwrap();
    let district = crate::resolve::link(crate::parse::parse(&tree).value).value.unwrap();
    let theme = crate::embedded::theme("plain").unwrap();
    let words = crate::parse::words::words(&theme).value;
    let school = &district.schools.values().next().unwrap().value;
    let edition = crate::resolve::edition::edition(&district, school, jiff::civil::date(2026, 11, 24));
    let words = &words.0[edition.languages[0]];
    std::fs::create_dir_all("/tmp/views").unwrap();
    std::fs::write("/tmp/views/words.json", serde_json::to_string(&words.words).unwrap()).unwrap();
    for draft in super::drafts::drafts(&edition, words, &Sheet::ALL) {
        match draft.content {
            Content::Plain(text) => std::fs::write(format!("/tmp/views/{}", draft.name), text).unwrap(),
            Content::Sheet(it) => {
                let mut view = it.view;
                view.as_object_mut().unwrap().insert("size".into(), it.sizes[0].into());
                let text = serde_json::to_string(&serde_json::json!({"template": it.template, "sizes": it.sizes, "pages": it.pages, "view": view})).unwrap();
                std::fs::write(format!("/tmp/views/{}.json", draft.name), text).unwrap();
            }
        }
    }
}
