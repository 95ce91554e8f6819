//! Every byte of a two-school district's sites.
//!
//! The district is the smallest one with `tests/golden/content` laid over it:
//! two languages, every kind of page and block, a school that has adopted less
//! than the other, services in every state. What it becomes lies in
//! `tests/golden/public`, as it is before minifying, so that a person can read
//! what a change changes. The style sheet stands there once and not in every
//! page; that it is the same in all of them is tested as well.
//!
//! `SNAPSHOTS=overwrite` writes it anew; a person reads the difference.

use std::collections::BTreeMap;
use std::env;
use std::fs;

use crate::support::{Repo, files, project};

/// Where the style sheet of a page begins and ends.
const STYLE: [&str; 2] = ["<style>", "</style>"];
/// The file that the style sheet is kept in.
const SHEET: &str = "style.css";

/// Files by path.
type Files = BTreeMap<String, String>;

/// The district.
fn district() -> Repo {
    Repo::minimal().laid(&project("tests/golden/content"))
}

/// What it becomes, without the list of hashes.
fn built() -> Files {
    let public = district().build("public").into_iter();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
    public.filter(|(path, _)| path != ".teduh.json").map(|(path, it)| (path, text(it))).collect()
}

/// Takes the style sheet out of every page and puts it beside them.
fn without_style(public: Files) -> Files {
    let mut apart = Files::new();
    for (path, text) in public {
        let cut = text.split_once(STYLE[0]).and_then(|(before, rest)| {
            let (style, after) = rest.split_once(STYLE[1])?;
            Some((before, style, after))
        });
        let Some((before, style, after)) = cut else {
            assert!(!path.ends_with(".html"), "{path} has no style sheet");
            apart.insert(path, text);
            continue;
        };
        let sheet = apart.entry(SHEET.to_owned()).or_insert_with(|| style.to_owned());
        assert_eq!(style, sheet, "{path} has a style sheet of its own");
        apart.insert(path, format!("{before}{}{}{after}", STYLE[0], STYLE[1]));
    }
    apart
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
    check("tests/golden/public", &without_style(built()));
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
fn the_style_sheet_is_the_same_in_every_page() {
    assert!(without_style(built()).contains_key(SHEET));
}
