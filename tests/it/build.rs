//! `build`: the same content gives the same bytes, and nothing is written that
//! should not be.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use snapbox::str;

use crate::support::{Repo, check_code, files};

/// Files by path.
type Files = BTreeMap<String, Vec<u8>>;

/// Says which files differ.
#[track_caller]
fn same(one: &Files, other: &Files) {
    let paths: Vec<_> = one.keys().chain(other.keys()).collect();
    let differ: Vec<_> = paths.into_iter().filter(|it| one.get(*it) != other.get(*it)).collect();
    assert!(differ.is_empty(), "these differ: {differ:?}");
}

/// What the program says on standard output when it builds.
#[track_caller]
fn said(repo: &Repo, args: &[&str]) -> String {
    let output = repo.run(&[&["build", "--out", "../public"], args].concat()).code(0);
    String::from_utf8_lossy(&output.get_output().stdout).into_owned()
}

#[test]
fn a_person_is_told_what_was_made_and_where_to_look() {
    let repo = Repo::minimal();
    repo.run(&["build"]).code(0).stderr_eq("no fault found\n").stdout_eq(str![[r#"
2 sites, [..] files in public ([..] written, 0 removed). Look at public/sekolah-1/index.html

"#]]);
    repo.run(&["build", "--lang", "id"]).code(0).stdout_eq(str![[r#"
2 situs, [..] berkas di public (0 ditulis, 0 dihapus). Lihat public/sekolah-1/index.html

"#]]);
    repo.run(&["build", "--quiet"]).code(0).stderr_eq("").stdout_eq("");
}

#[test]
fn every_school_has_a_folder_and_there_is_a_list_of_them() {
    let public = Repo::minimal().build("public");
    for path in ["index.html", "sekolah-1/index.html", "sekolah-2/index.html", "_headers"] {
        assert!(public.contains_key(path), "{path}");
    }
}

#[test]
fn a_second_build_writes_nothing() {
    let repo = Repo::minimal();
    let first = repo.build("public");
    assert!(said(&repo, &[]).contains("(0 written, 0 removed)"));
    same(&first, &repo.output("public"));
}

#[test]
fn the_same_content_gives_the_same_bytes_wherever_and_however_it_is_built() {
    let (here, there) = (Repo::starter(), Repo::starter());
    let first = here.build("public");
    same(&first, &here.build("again"));
    same(&first, &there.build("public"));
    let settings = [
        [("LC_ALL", "C"), ("TZ", "UTC"), ("RAYON_NUM_THREADS", "1")],
        [("LC_ALL", "id_ID.UTF-8"), ("TZ", "Asia/Jayapura"), ("RAYON_NUM_THREADS", "4")],
        [("LC_ALL", "tr_TR.UTF-8"), ("TZ", "Pacific/Pago_Pago"), ("RAYON_NUM_THREADS", "2")],
    ];
    for (at, setting) in settings.into_iter().enumerate() {
        let out = format!("../setting-{at}");
        let command = here.command(&["build", "--quiet", "--out", &out]).envs(setting);
        command.assert().code(0);
        same(&first, &here.output(&format!("setting-{at}")));
    }
}

#[test]
fn only_what_changed_is_written() {
    let repo = Repo::minimal();
    repo.build("public");
    let repo = repo.replaced("pages/head/pertama.md", "Baca", "Bacalah");
    // The page, the packet it is in for telephones and their list, at each of two
    // schools.
    assert!(said(&repo, &[]).contains("(6 written, 0 removed)"));
}

/// The pages that differ.
fn changed(one: &Files, other: &Files) -> Vec<String> {
    let differ = one.keys().filter(|it| !it.starts_with('.') && one.get(*it) != other.get(*it));
    differ.cloned().collect()
}

#[test]
fn a_change_of_one_school_writes_pages_of_that_school_only() {
    let repo = Repo::minimal();
    let before = repo.build("public");
    let repo = repo.replaced("schools/sekolah-2.yaml", "Orang Uji 2", "Orang Lain 2");
    let said = said(&repo, &[]);
    let changed = changed(&before, &repo.output("public"));
    assert!(!changed.is_empty() && changed.iter().all(|it| it.starts_with("sekolah-2/")));
    assert!(said.contains(&format!("({} written, 0 removed)", changed.len())), "{said}");
}

/// The paths of the files that hold a text.
fn holding(public: &Files, text: &str) -> BTreeSet<String> {
    let shown = public.iter().filter(|(_, it)| String::from_utf8_lossy(it).contains(text));
    shown.map(|(path, _)| path.clone()).filter(|it| !it.starts_with('.')).collect()
}

/// The smallest district with a third school, in a town of its own.
fn with_another_town() -> Repo {
    let areas = "code,name\n99,Provinsi Uji\n99.01,Kota Uji\n99.01.01,Kecamatan Uji\n\
                 99.01.01.1001,Kelurahan Uji\n99.02,Kota Lain\n99.02.01,Kecamatan Lain\n\
                 99.02.01.1001,Kelurahan Lain\n";
    let school = "name: Sekolah Uji 3\nnpsn: \"00000003\"\nlevel: smp\narea: \"99.02.01.1001\"\n\
                  people:\n  penerima: { name: Orang Uji 3, title: ruang 3 }\n";
    Repo::minimal().with("areas.csv", areas).with("schools/sekolah-3.yaml", school)
}

#[test]
fn a_changed_number_writes_exactly_the_pages_that_show_it_or_a_code_that_changes_with_it() {
    let local = [("services/harian.yaml", "0000-0000000", "0000-0000001")];
    let national = [
        ("services/selalu.yaml", "\"10000\"", "\"10009\""),
        ("register.yaml", "\"10000\"", "\"10009\""),
    ];
    let both = ["sekolah-1", "sekolah-2"];
    let all = [both[0], both[1], "sekolah-3"];
    let cases: [(&[_], _, &[&str]); 2] = [
        (&local, ("tel:00000000000", "tel:00000000001"), &both),
        (&national, ("tel:10000", "tel:10009"), &all),
    ];
    for (edits, (old, new), schools) in cases {
        let repo = with_another_town();
        let before = repo.build("public");
        let edit =
            |repo: Repo, (path, from, to): &(&str, &str, &str)| repo.replaced(path, from, to);
        let repo = edits.iter().fold(repo, edit);
        let said = said(&repo, &[]);
        let after = repo.output("public");
        let number = holding(&before, old);
        assert!(!number.is_empty() && holding(&before, new).is_empty());
        assert_eq!(holding(&after, new), number, "the pages that show the number");

        // The codes that change are those of the schools that show the number.
        let code = |files: &Files, school: &str| {
            let page = String::from_utf8_lossy(&files[&format!("{school}/index.html")]);
            check_code(&page).expect("a code")
        };
        let other = |it: &&str| code(&before, it) != code(&after, it);
        assert_eq!(all.into_iter().filter(other).collect::<Vec<_>>(), *schools);
        let codes = schools.iter().flat_map(|it| holding(&before, &code(&before, it)));
        let mut expected: BTreeSet<String> = codes.chain(number.iter().cloned()).collect();
        // What keeps pages on a telephone names what is in them.
        let workers: BTreeSet<String> = schools.iter().map(|it| format!("{it}/sw.js")).collect();
        expected.extend(workers.iter().cloned());
        assert_eq!(changed(&before, &after).into_iter().collect::<BTreeSet<_>>(), expected);
        assert!(said.contains(&format!("({} written, 0 removed)", expected.len())), "{said}");

        // But for the code, only the pages that show the number are others.
        let bare = |files: &Files| -> Files {
            let bare = |(path, it): (&String, &Vec<u8>)| {
                let school = path.split('/').next().filter(|it| all.contains(it));
                let code = school.map_or(String::new(), |it| code(files, it));
                let text = String::from_utf8_lossy(it).into_owned();
                let text = if code.is_empty() { text } else { text.replace(&code, "") };
                (path.clone(), text.into_bytes())
            };
            files.iter().filter(|it| !workers.contains(it.0)).map(bare).collect()
        };
        let differ = changed(&bare(&before), &bare(&after)).into_iter().collect::<BTreeSet<_>>();
        assert_eq!(differ, number);
        assert!(number.len() < expected.len(), "every page shows the number");
    }
}

#[test]
fn a_page_that_somebody_altered_is_found_by_looking_at_every_byte() {
    let repo = Repo::minimal();
    let before = repo.build("public");
    let page = repo.folder().join("public/sekolah-1/index.html");
    let altered =
        String::from_utf8_lossy(&before["sekolah-1/index.html"]).replace("10000", "10001");
    assert!(altered.contains("10001"));
    fs::write(&page, &altered).expect("to write");
    assert!(said(&repo, &["--verify"]).contains("(1 written, 0 removed)"));
    same(&before, &repo.output("public"));
    fs::write(&page, format!("{altered} ")).expect("to write");
    assert!(said(&repo, &[]).contains("(1 written, 0 removed)"), "another length is always seen");
    same(&before, &repo.output("public"));
}

#[test]
fn content_at_fault_is_not_built_and_an_earlier_output_stays() {
    let repo = Repo::minimal();
    let before = repo.build("public");
    let repo = repo.replaced("pages/head/pertama.md", "Baca", "Baca <b>");
    repo.run(&["build", "--out", "../public"]).code(1).stdout_eq("");
    same(&before, &repo.output("public"));
    repo.run(&["build", "--out", "../new"]).code(1).stdout_eq("");
    assert!(!repo.folder().join("new").exists());
}

#[test]
fn warnings_stop_a_build_for_who_wants_it_so() {
    let repo = Repo::minimal().replaced("policies/kode.md", "2027-11-24", "2026-11-01");
    repo.run(&["build", "--strict", "--out", "../new"]).code(1).stdout_eq("");
    assert!(!repo.folder().join("new").exists());
    repo.run(&["build", "--out", "../new"]).code(0);
}

#[test]
fn a_folder_of_somebody_else_is_refused_and_left_alone() {
    let repo = Repo::minimal().with("../public/index.html", "milik orang");
    repo.run(&["build", "--out", "../public"]).code(2).stdout_eq("").stderr_eq(str![[r#"
error: `../public` was not written by teduh; choose an empty folder

"#]]);
    assert_eq!(repo.output("public").len(), 1);
}

#[test]
fn one_school_is_built_and_the_others_stay() {
    let repo = Repo::minimal();
    let before = repo.build("public");
    let repo = repo.replaced("schools/sekolah-1.yaml", "Orang Uji 1", "Orang Lain 1").replaced(
        "schools/sekolah-2.yaml",
        "Orang Uji 2",
        "Orang Lain 2",
    );
    said(&repo, &["--school", "sekolah-2"]);
    let after = repo.output("public");
    let shows = |path: &str, name: &str| String::from_utf8_lossy(&after[path]).contains(name);
    assert!(shows("sekolah-2/index.html", "Orang Lain 2"));
    assert!(shows("sekolah-1/index.html", "Orang Uji 1"));
    assert_eq!(before.keys().collect::<Vec<_>>(), after.keys().collect::<Vec<_>>());
    said(&repo, &["--school", "sekolah-2", "--school", "sekolah-1"]);
    let after = repo.output("public");
    assert!(String::from_utf8_lossy(&after["sekolah-1/index.html"]).contains("Orang Lain 1"));
}

#[test]
fn all_schools_one_by_one_are_all_schools_at_once() {
    let (one, all) = (Repo::minimal(), Repo::minimal());
    all.build("public");
    one.build("public");
    said(&one, &["--school", "sekolah-1"]);
    said(&one, &["--school", "sekolah-2"]);
    same(&one.output("public"), &all.output("public"));
}

#[test]
fn a_school_that_is_gone_from_the_content_is_gone_from_the_output() {
    let repo = Repo::minimal();
    repo.build("public");
    let repo = repo.without("schools/sekolah-2.yaml").with("../public/catatan.txt", "milik orang");
    let after = repo.build("public");
    assert!(!after.keys().any(|it| it.starts_with("sekolah-2/")));
    assert!(after.contains_key("catatan.txt"), "what is not ours stays");
}

#[test]
fn a_single_school_lies_straight_in_the_folder() {
    let repo = Repo::minimal();
    let all = repo.build("public");
    repo.run(&["build", "--quiet", "--single", "sekolah-1", "--out", "../single"]).code(0);
    let single = repo.output("single");
    assert!(!single.keys().any(|it| it.starts_with("sekolah-")));
    let pages = single.iter().filter(|(path, _)| path.ends_with(".html"));
    for (path, bytes) in pages {
        assert!(all[&format!("sekolah-1/{path}")] == *bytes, "{path} differs");
    }
    repo.run(&["build", "--single", "sekolah-1", "--school", "sekolah-2"]).code(2);
}

#[test]
fn a_school_that_is_not_there_is_an_error_with_a_guess() {
    let repo = Repo::minimal();
    let check = |args: &[&str], expected: &str| {
        let output = repo.run(&[&["build"], args].concat()).code(2).stdout_eq("");
        assert_eq!(String::from_utf8_lossy(&output.get_output().stderr), expected);
    };
    let expected = "error: no school is called `sekolah-3` (sekolah-1?)\n";
    check(&["--school", "sekolah-3"], expected);
    let expected = "galat: tidak ada sekolah bernama `smp`\n";
    check(&["--single", "smp", "--lang", "id"], expected);
    let expected = "error: no school is called `../sekolah-1`\n";
    check(&["--school", "../sekolah-1"], expected);
    assert!(!repo.content("public").exists());
}

#[test]
fn an_output_inside_the_content_is_not_read_as_content() {
    let repo = Repo::minimal();
    repo.run(&["build", "--quiet"]).code(0);
    let first = files(&repo.content("public"));
    repo.run(&["build", "--quiet"]).code(0);
    same(&first, &files(&repo.content("public")));
    repo.run(&["check", "--strict"]).code(0);
}

#[test]
fn a_site_says_the_day_it_was_built_for() {
    let repo = Repo::minimal();
    repo.run(&["build", "--quiet", "--out", "../one", "--today", "2026-11-24"]).code(0);
    repo.run(&["build", "--quiet", "--out", "../two", "--today", "2026-11-25"]).code(0);
    let (one, two) = (repo.output("one"), repo.output("two"));
    let day =
        |files: &Files| String::from_utf8_lossy(&files["sekolah-1/tentang.html"]).into_owned();
    assert!(day(&one).contains("24 November 2026") && day(&two).contains("25 November 2026"));
}

#[test]
fn nothing_executable_and_nothing_hidden_but_the_list_is_written() {
    let repo = Repo::minimal();
    let public = repo.build("public");
    for path in public.keys() {
        let name = path.rsplit('/').next().unwrap_or_default();
        assert!(!name.starts_with('.') || path == ".teduh.json", "{path}");
        let ending = name.rsplit('.').next().unwrap_or_default();
        let known = ["html", "txt", "xml", "json", "bin", "_headers"].contains(&ending);
        assert!(known || name == "sw.js", "{path}");
        let meta = fs::metadata(repo.folder().join("public").join(path)).expect("a file");
        #[cfg(unix)]
        assert_eq!(
            std::os::unix::fs::PermissionsExt::mode(&meta.permissions()) & 0o111,
            0,
            "{path}"
        );
        assert!(meta.is_file());
    }
}
