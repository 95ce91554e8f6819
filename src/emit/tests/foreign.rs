//! What is not ours: refused, or left as it is.

use super::*;

#[test]
fn a_folder_with_other_files_is_refused_and_left_as_it_is() {
    let temp = Temp::new();
    fs::write(temp.0.join("letter.txt"), "mine").unwrap();
    refused(open(&temp.0), &temp.0);
    assert_eq!(paths(&temp.0), ["letter.txt"]);
}

#[test]
fn a_broken_manifest_is_refused() {
    let temp = Temp::new();
    full(&temp.out(), &[site("smp-1", &[("index.html", "one")])]);
    let manifest = temp.out().join(MANIFEST_NAME);
    let text = fs::read_to_string(&manifest).unwrap();
    for broken in [&text[..text.len() / 2], "", "{}", "null"] {
        fs::write(&manifest, broken).unwrap();
        refused(open(&temp.out()), &manifest);
    }
    fs::write(&manifest, text).unwrap();
    open(&temp.out()).unwrap();
}

#[test]
fn a_foreign_file_is_never_touched() {
    let temp = Temp::new();
    full(&temp.out(), &[site("smp-1", &[("index.html", "one"), ("en/a.html", "a")])]);
    fs::write(temp.out().join("CNAME"), "example.org").unwrap();
    fs::write(temp.out().join("smp-1/en/mine.txt"), "mine").unwrap();
    full(&temp.out(), &[site("smp-2", &[("index.html", "two")])]);
    assert_eq!(paths(&temp.out()), ["CNAME", "smp-1/en/mine.txt", "smp-2/index.html"]);
}

#[test]
fn a_foreign_file_in_our_place_is_named_before_anything_of_the_site_is_written() {
    let temp = Temp::new();
    full(&temp.out(), &[site("smp-1", &[("a.html", "a")])]);
    let foreign = temp.out().join("smp-1/z.html");
    fs::write(&foreign, "mine").unwrap();
    let new = [("a.html", "changed"), ("b.html", "new"), ("z.html", "ours")];
    refused(run(&temp.out(), &[site("smp-1", &new)], Scope::Full), &foreign);
    assert_eq!(paths(&temp.out()), [".teduh-run", "smp-1/a.html", "smp-1/z.html"]);
    assert_eq!(fs::read_to_string(&foreign).unwrap(), "mine");
    assert_eq!(fs::read_to_string(temp.out().join("smp-1/a.html")).unwrap(), "a");
}

#[test]
fn a_foreign_folder_or_file_in_the_way_is_refused() {
    let temp = Temp::new();
    full(&temp.out(), &[]);
    fs::create_dir_all(temp.out().join("smp-1/index.html")).unwrap();
    fs::write(temp.out().join("smp-1/en"), "mine").unwrap();
    fs::write(temp.out().join("smp-2"), "mine").unwrap();
    let try_one = |folder, path| run(&temp.out(), &[site(folder, &[(path, "x")])], Scope::Full);
    refused(try_one("smp-1", "index.html"), &temp.out().join("smp-1/index.html"));
    refused(try_one("smp-1", "en/a.html"), &temp.out().join("smp-1/en"));
    refused(try_one("smp-2", "a.html"), &temp.out().join("smp-2"));
    refused(try_one(TOP, MANIFEST_NAME), &temp.out().join(MANIFEST_NAME));
}

#[test]
fn a_file_may_become_a_folder_and_a_folder_a_file() {
    let temp = Temp::new();
    let (as_file, as_folder) =
        (site("smp-1", &[("en", "a file")]), site("smp-1", &[("en/a.html", "a")]));
    full(&temp.out(), std::slice::from_ref(&as_file));
    full(&temp.out(), std::slice::from_ref(&as_folder));
    assert_eq!(paths(&temp.out()), ["smp-1/en/a.html"]);
    full(&temp.out(), std::slice::from_ref(&as_file));
    assert_eq!(paths(&temp.out()), ["smp-1/en"]);

    full(&temp.out(), &[as_folder]);
    fs::write(temp.out().join("smp-1/en/mine.txt"), "mine").unwrap();
    refused(run(&temp.out(), &[as_file], Scope::Full), &temp.out().join("smp-1/en"));
    assert!(temp.out().join("smp-1/en/a.html").exists());
}

#[test]
fn a_manifest_that_leads_elsewhere_deletes_nothing() {
    let temp = Temp::new();
    fs::write(temp.0.join("letter.txt"), "mine").unwrap();
    full(&temp.out(), &[site("smp-1", &[("index.html", "one")])]);
    let manifest = temp.out().join(MANIFEST_NAME);
    let text = fs::read_to_string(&manifest).unwrap().replace("smp-1", "..");
    fs::write(&manifest, text.replace("index.html", "letter.txt")).unwrap();
    refused(run(&temp.out(), &[], Scope::Full), &manifest);
    assert!(temp.0.join("letter.txt").exists());
}
