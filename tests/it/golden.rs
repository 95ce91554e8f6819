//! Every byte of a two-school district's sites.
//!
//! The district is the smallest one with `tests/golden/content` laid over it:
//! two languages, every kind of page and block, a school that has adopted less
//! than the other, services in every state. What it becomes lies in
//! `tests/golden/public`, as it is before minifying, so that a person can read
//! what a change changes. Each style sheet and script stands there once and not in
//! every page.
//!
//! `SNAPSHOTS=overwrite` writes it anew; a person reads the difference.

use std::collections::BTreeMap;
use std::env;
use std::fs;

use crate::support::{Repo, files, project};

/// Where what is the same in many pages begins and ends, and the ending of the
/// file that it is kept in.
const ELEMENTS: [(&str, &str, &str); 2] =
    [("<style>", "</style>", "css"), ("<script>", "</script>", "js")];

/// Files by path.
type Files = BTreeMap<String, String>;

/// The district.
fn district() -> Repo {
    Repo::minimal().laid(&project("tests/golden/content"))
}

/// What it becomes, without the list of hashes and without the packets: they hold
/// the pages once more, and `offline.rs` shows that they come to these.
fn built() -> Files {
    let public = district().build("public").into_iter();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
    let read = |path: &str| path != ".teduh.json" && !path.ends_with("/isi.bin");
    public.filter(|(path, _)| read(path)).map(|(path, it)| (path, text(it))).collect()
}

/// Takes styles and scripts out of every page and puts them beside the pages,
/// each once; a page names the file.
fn without_styles(public: Files) -> Files {
    let mut apart = Files::new();
    let mut names = BTreeMap::new();
    for (path, mut text) in public {
        if path.ends_with(".html") {
            assert!(text.contains(ELEMENTS[0].0), "{path} has no style sheet");
            for (open, close, ending) in ELEMENTS {
                text = without(&text, [open, close], |inside| {
                    let next = format!("{}.{ending}", names.len() + 1);
                    let name = names.entry(inside.to_owned()).or_insert(next);
                    apart.insert(name.clone(), inside.to_owned());
                    name.clone()
                });
            }
        }
        apart.insert(path, text);
    }
    apart
}

/// A text with what stands between two marks replaced.
fn without(text: &str, marks: [&str; 2], mut name: impl FnMut(&str) -> String) -> String {
    let mut parts = text.split(marks[0]);
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (inside, after) = part.split_once(marks[1]).expect("an element that ends");
        out.push_str(&format!("{}{}{}{after}", marks[0], name(inside), marks[1]));
    }
    out
}

/// Compares with what lies in a folder, or writes it there.
fn check(folder: &str, found: &Files) {
    let home = project(folder);
    if env::var("SNAPSHOTS").is_ok_and(|it| it == "overwrite") {
        let _ = fs::remove_dir_all(&home);
        for (path, text) in found {
            let path = home.join(path);
            fs::create_dir_all(path.parent().expect("a folder")).expect("a folder to write to");
            fs::write(path, text).expect("a file to write");
        }
        return;
    }
    let expected = files(&home);
    let paths: Vec<&String> = expected.keys().collect();
    assert_eq!(found.keys().collect::<Vec<_>>(), paths, "left: built, right: in {folder}");
    for (path, text) in found {
        let expected = String::from_utf8_lossy(&expected[path]);
        snapbox::assert_data_eq!(text.as_str(), snapbox::Data::text(expected.as_ref()).raw());
        assert_eq!(*text, expected, "{path} differs in the ends of its lines");
    }
}

#[cfg(not(feature = "minify"))]
#[test]
fn every_byte_is_as_a_person_has_read_it() {
    check("tests/golden/public", &without_styles(built()));
}

#[cfg(feature = "minify")]
#[test]
fn every_minified_byte_is_as_it_was() {
    let repo = district();
    let list = repo.build("public").remove(".teduh.json").expect("a list of hashes");
    let list = String::from_utf8(list).expect("UTF-8");
    check("tests/golden/minified", &Files::from([("teduh.json".to_owned(), list)]));
}

#[test]
fn all_pages_together_have_one_script_and_few_styles() {
    let public = without_styles(built());
    let ending = |it: &str| public.keys().filter(|path| path.ends_with(it)).count();
    // The workers that keep pages are no part of any.
    let workers = public.keys().filter(|path| path.ends_with("/sw.js")).count();
    assert_eq!(ending(".js") - workers, 2, "the script of every page, and the search");
    assert_eq!(ending(".css"), 7, "six sheets and the colour of one school");
}
