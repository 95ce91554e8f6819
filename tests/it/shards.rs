//! `build --shard` on many machines, `merge-manifests` on one: together they are
//! one build; and `build --link`.

use std::collections::BTreeMap;
use std::fs;

use snapbox::str;

use crate::support::{Repo, TODAY};

/// Files by path.
type Files = BTreeMap<String, Vec<u8>>;

/// The starter district, each of its parts built into a folder of its own.
fn in_parts(parts: usize) -> Repo {
    let repo = Repo::starter();
    for part in 1..=parts {
        let (part, out) = (format!("{part}/{parts}"), format!("../part-{part}"));
        repo.run(&["build", "--quiet", "--shard", &part, "--out", &out]).code(0);
    }
    repo
}

/// Puts the files of the parts into the folder `whole`, without their lists.
fn put_together(repo: &Repo, parts: usize) {
    for part in 1..=parts {
        for (path, bytes) in repo.output(&format!("part-{part}")) {
            let place = repo.folder().join("whole").join(&path);
            assert!(path == ".teduh.json" || !place.exists(), "{path} is in two parts");
            fs::create_dir_all(place.parent().expect("a folder")).expect("a folder");
            if path != ".teduh.json" {
                fs::write(place, bytes).expect("to write");
            }
        }
    }
}

/// Says which files differ.
#[track_caller]
fn same(one: &Files, other: &Files) {
    let paths: Vec<_> = one.keys().chain(other.keys()).collect();
    let differ: Vec<_> = paths.into_iter().filter(|it| one.get(*it) != other.get(*it)).collect();
    assert!(differ.is_empty(), "these differ: {differ:?}");
}

#[test]
fn all_parts_together_are_one_build_byte_for_byte() {
    for parts in [1, 2, 5] {
        let repo = in_parts(parts);
        put_together(&repo, parts);
        let folders: Vec<String> = (1..=parts).map(|it| format!("../part-{it}")).collect();
        let folders = folders.iter().map(String::as_str);
        let args: Vec<&str> = ["merge-manifests", "--quiet", "--out", "../whole"]
            .into_iter()
            .chain(folders)
            .collect();
        repo.run(&args).code(0).stdout_eq("").stderr_eq("");
        same(&repo.output("whole"), &repo.build("public"));
        repo.run(&["build", "--out", "../whole"]).code(0).stdout_eq(str![[r#"
3 sites, [..] files in ../whole (0 written, 0 removed). Look at [..]

"#]]);
    }
}

#[test]
fn a_part_that_is_built_again_is_left_alone() {
    let repo = in_parts(2);
    repo.run(&["build", "--shard", "2/2", "--out", "../part-2"]).code(0).stdout_eq(str![[r#"
[..] files in ../part-2 (0 written, 0 removed). Look at [..]

"#]]);
}

#[test]
fn parts_of_two_days_are_not_one_build() {
    let repo = in_parts(2);
    let later =
        ["build", "--quiet", "--shard", "2/2", "--out", "../part-2", "--today", "2026-11-25"];
    assert_ne!(later[7], TODAY);
    repo.run(&later).code(0);
    put_together(&repo, 2);
    let args = ["merge-manifests", "../part-1", "../part-2", "--out", "../whole"];
    repo.run(&args).code(2).stderr_eq(str![[r#"
error: `../part-2` is not a part of the same build: the day or a file of the same name differs

"#]]);
    assert!(!repo.folder().join("whole/.teduh.json").exists());
}

#[test]
fn a_file_that_is_not_there_is_not_listed() {
    let repo = in_parts(2);
    put_together(&repo, 2);
    fs::remove_file(repo.folder().join("whole/index.html")).expect("to remove");
    let args = ["merge-manifests", "../part-1", "../part-2", "--out", "../whole"];
    repo.run(&args).code(2).stderr_eq(str![[r#"
error: `../whole/index.html` is listed by a part and is not there; put the files of all parts into the folder first

"#]]);
}

#[test]
fn a_folder_without_a_list_is_no_part() {
    let repo = Repo::minimal();
    repo.run(&["merge-manifests", ".", "--out", "../whole"]).code(2).stderr_eq(str![[r#"
error: cannot read `./.teduh.json`: [..]

"#]]);
}

#[test]
fn a_part_that_cannot_be_is_refused() {
    let repo = Repo::minimal();
    for part in ["0/2", "3/2", "1", "x/y"] {
        repo.run(&["build", "--shard", part]).code(2).stdout_eq("");
    }
    repo.run(&["build", "--shard", "1/2", "--school", "sekolah-1"]).code(2);
}

#[cfg(unix)]
#[test]
fn files_with_the_same_bytes_are_one_file_for_who_wants_it_so() {
    use std::os::unix::fs::MetadataExt;

    let repo = Repo::minimal();
    let apart = repo.build("public");
    let links = |path: &str| {
        let path = repo.folder().join(path).join("sekolah-1/tabel.html");
        fs::metadata(path).expect("a file").nlink()
    };
    assert_eq!(links("public"), 1);
    for written in ["[..] written", "0 written"] {
        let said =
            format!("2 sites, [..] files in ../linked ({written}, 0 removed). Look at [..]\n");
        repo.run(&["build", "--link", "--out", "../linked"]).code(0).stdout_eq(said);
        same(&apart, &repo.output("linked"));
        assert!(links("linked") > 1);
    }
    let repo = repo.replaced("schools/sekolah-2.yaml", "Sekolah Uji 2", "Sekolah Lain 2");
    let apart = repo.build("public");
    repo.run(&["build", "--quiet", "--link", "--out", "../linked"]).code(0);
    same(&apart, &repo.output("linked"));
}
