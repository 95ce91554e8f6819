//! `explain`: every code at length, in both languages.

use std::fs;

use snapbox::str;

use crate::support::{Repo, project};

#[test]
fn every_code_is_explained_in_both_languages() {
    let repo = Repo::empty();
    let entries = fs::read_dir(project("tests/ui")).expect("tests/ui");
    let names = entries.map(|it| it.expect("an entry").file_name().to_string_lossy().into_owned());
    for name in names.filter(|it| it != "_base") {
        let explain = |lang: &str| {
            let output = repo.run(&["explain", &name, "--lang", lang]).code(0).stderr_eq("");
            String::from_utf8_lossy(&output.get_output().stdout).into_owned()
        };
        let (english, indonesian) = (explain("en"), explain("id"));
        for text in [&english, &indonesian] {
            let (first, rest) = text.split_once("\n\n").expect("a heading and a text");
            assert_eq!(first, name);
            assert!(rest.trim().len() > 30 && rest.ends_with(".\n"), "{name}: {rest}");
        }
        assert_ne!(english, indonesian, "{name}");
    }
}

#[test]
fn a_code_may_be_written_in_small_letters() {
    let repo = Repo::empty();
    let capitals = repo.run(&["explain", "TD0301"]).code(0);
    let small = repo.run(&["explain", "td0301"]).code(0);
    assert_eq!(capitals.get_output().stdout, small.get_output().stdout);
}

#[test]
fn a_code_that_is_not_there_is_an_error() {
    let repo = Repo::empty();
    repo.run(&["explain", "TD9999"]).code(2).stdout_eq("").stderr_eq(str![[r"
error: no diagnostic is called `TD9999`

"]]);
    repo.run(&["explain", "", "--lang", "id"]).code(2).stdout_eq("").stderr_eq(str![[r#"
galat: tidak ada diagnostik bernama ``

"#]]);
}
