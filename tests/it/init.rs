//! `init`: a starter district that checks clean and builds, in a folder that
//! held nothing before.

use std::fs;

use snapbox::str;

use crate::support::{Repo, files, project};

#[test]
fn a_new_district_is_the_starter_content_byte_for_byte() {
    let repo = Repo::empty();
    repo.run(&["init", "distrik"]).code(0).stderr_eq("").stdout_eq(str![[r#"
[..] files in distrik. Next: teduh serve --root distrik

"#]]);
    let (new, starter) = (files(&repo.content("distrik")), files(&project("content")));
    assert_eq!(new.keys().collect::<Vec<_>>(), starter.keys().collect::<Vec<_>>());
    for (path, bytes) in new {
        assert!(bytes == starter[&path], "{path} differs");
    }
}

#[test]
fn a_new_district_checks_clean_and_builds() {
    let repo = Repo::empty();
    repo.run(&["init", "--quiet"]).code(0).stdout_eq("").stderr_eq("");
    // Where nothing else is asked for it lies in `content/`, and is found there.
    repo.run(&["check", "--quiet"]).code(0);
    repo.run(&["build", "--quiet"]).code(0);
    assert!(repo.content("public/smp-contoh-1/index.html").is_file());
}

#[test]
fn an_empty_folder_may_be_there_already() {
    let repo = Repo::empty();
    fs::create_dir(repo.content("distrik")).expect("a folder");
    repo.run(&["init", "distrik", "--lang", "id"]).code(0).stderr_eq("").stdout_eq(str![[r#"
[..] berkas di distrik. Berikutnya: teduh serve --root distrik

"#]]);
}

#[test]
fn a_folder_with_files_is_refused_and_left_alone() {
    for path in ["distrik/catatan.txt", "distrik/.git/config", "distrik/district.yaml"] {
        let repo = Repo::empty().with(path, "milik orang");
        let before = files(&repo.content(""));
        repo.run(&["init", "distrik"]).code(2).stdout_eq("").stderr_eq(str![[r#"
error: `distrik` was not written by teduh; choose an empty folder

"#]]);
        assert_eq!(files(&repo.content("")), before);
    }
}

#[test]
fn a_file_in_the_folders_place_is_refused_and_left_alone() {
    let repo = Repo::empty().with("distrik", "milik orang");
    repo.run(&["init", "distrik"]).code(2).stdout_eq("").stderr_eq(str![[r#"
error: cannot write `distrik`: File exists (os error 17)

"#]]);
    assert_eq!(fs::read_to_string(repo.content("distrik")).expect("a file"), "milik orang");
}
