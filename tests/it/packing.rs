//! The same site in few files, in one file, and as it travels.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::Command;

use crate::html::tags;
use crate::support::Repo;

/// A build with these flags.
fn built(repo: &Repo, out: &str, flags: &[&str]) -> BTreeMap<String, Vec<u8>> {
    let out_flag = format!("../{out}");
    repo.run(&[&["build", "--quiet", "--out", &out_flag], flags].concat()).code(0);
    repo.output(out)
}

/// Runs a program of the system on a file, if it is there.
fn agrees(program: &str, flag: &str, path: &Path) {
    if let Ok(output) = Command::new(program).arg(flag).arg(path).output() {
        assert!(output.status.success(), "{program} {flag} {}", path.display());
    }
}

#[test]
fn a_compact_site_has_few_files_and_every_link_leads_somewhere() {
    let repo = Repo::starter();
    let files = built(&repo, "public", &["--layout", "compact"]);
    let school = |it: &&String| it.starts_with("smp-contoh-1/");
    let count = files.keys().filter(school).count();
    assert!(count <= 15, "{count}: {:?}", files.keys().filter(school).collect::<Vec<_>>());

    let pages = files.iter().filter(|(path, _)| school(path) && path.ends_with(".html"));
    let pages: BTreeMap<&str, _> =
        pages.map(|(path, bytes)| (path.as_str(), tags(&String::from_utf8_lossy(bytes)))).collect();
    for (path, tags) in &pages {
        let ids: Vec<&str> = tags.iter().filter_map(|it| it.get("id")).collect();
        let each: BTreeSet<&str> = ids.iter().copied().collect();
        assert_eq!(ids.len(), each.len(), "{path} has an anchor twice");
        for href in tags.iter().filter(|it| it.name == "a").filter_map(|it| it.get("href")) {
            if href.contains(':') {
                continue;
            }
            let (file, anchor) = href.split_once('#').unwrap_or((href, ""));
            let folder = path.rsplit_once('/').map_or("", |it| it.0);
            let target = match file.strip_prefix("../") {
                _ if file.is_empty() => (*path).to_owned(),
                Some(file) => format!("{}/{file}", folder.rsplit_once('/').map_or("", |it| it.0)),
                None => format!("{folder}/{file}"),
            };
            let there = pages.get(target.as_str());
            let there = there.unwrap_or_else(|| panic!("{path}: {href} leads nowhere"));
            let found = anchor.is_empty() || there.iter().any(|it| it.get("id") == Some(anchor));
            assert!(found, "{path}: {href} has no anchor");
        }
    }
}

#[test]
fn nothing_that_a_page_says_is_lost_in_a_compact_site() {
    let repo = Repo::minimal();
    let (pages, compact) =
        (built(&repo, "pages", &[]), built(&repo, "compact", &["--layout", "compact"]));
    let words = |files: &BTreeMap<String, Vec<u8>>| -> BTreeSet<String> {
        let html =
            files.iter().filter(|it| it.0.starts_with("sekolah-1/") && it.0.ends_with(".html"));
        // The books say again what the pages say.
        let html = html.filter(|it| {
            !["semua.html", "catatan.html"].iter().any(|end| it.0.ends_with(&format!("/{end}")))
        });
        let texts = html.map(|it| String::from_utf8_lossy(it.1).into_owned());
        // The neutral page has none.
        let main = texts.filter_map(|it| {
            let (_, after) = it.split_once("<main")?;
            Some(after.rsplit_once("</main")?.0.to_owned())
        });
        let main = main.collect::<Vec<_>>().join(" ");
        let plain: String = main
            .split('<')
            .map(|it| it.split_once('>').map_or(it, |it| it.1).to_owned() + " ")
            .collect();
        plain.split_whitespace().map(str::to_owned).collect()
    };
    let lost: Vec<String> = words(&pages).difference(&words(&compact)).cloned().collect();
    assert!(lost.is_empty(), "{lost:?}");
    assert!(compact.len() < pages.len());
}

#[test]
fn a_site_in_one_file_is_the_same_each_time() {
    let repo = Repo::minimal();
    let one = built(&repo, "one", &["--zip"]);
    let other = built(&repo, "other", &["--zip", "--school", "sekolah-1"]);
    let zip = "sekolah-1/berkas.zip";
    assert_eq!(one[zip], other[zip]);
    agrees("unzip", "-tq", &repo.folder().join("one").join(zip));
    for path in one.keys().filter_map(|it| it.strip_prefix("sekolah-1/")) {
        let name = path.as_bytes();
        let listed = one[zip].windows(name.len()).any(|it| it == name);
        // What helps telephones to keep pages is of no use in a folder.
        let left = ["berkas.zip", "isi.bin", "isi.json"].iter().any(|it| path.ends_with(it));
        assert_eq!(listed, !left, "{path}");
    }
    let text = String::from_utf8(
        repo.run(&["build", "--out", "../one", "--zip"]).code(0).get_output().stdout.clone(),
    );
    assert!(text.expect("UTF-8").contains("berkas.zip, at most "));
}

#[test]
fn only_what_has_changed_is_compressed_again() {
    let repo = Repo::minimal();
    let first = built(&repo, "public", &["--precompress"]);
    for path in first.keys().filter(|it| it.ends_with(".gz")) {
        agrees("gzip", "-t", &repo.folder().join("public").join(path));
        assert!(first[path].len() < first[path.trim_end_matches(".gz")].len(), "{path}");
    }
    assert!(
        first.contains_key("sekolah-1/en/index.html.gz")
            || first.contains_key("sekolah-1/index.html.gz")
    );
    let again = repo.run(&["build", "--out", "../public", "--precompress"]).code(0);
    let said = String::from_utf8_lossy(&again.get_output().stdout).into_owned();
    assert!(said.contains("(0 written, 0 removed)"), "{said}");

    let gz = repo.folder().join("public/sekolah-1/index.html.gz");
    std::fs::write(&gz, "damaged").expect("a file to damage");
    assert_eq!(built(&repo, "public", &["--precompress"]), first);
    assert!(!built(&repo, "public", &[]).contains_key("sekolah-1/index.html.gz"));
}

#[cfg(feature = "brotli")]
#[test]
fn brotli_lies_beside_gzip_where_it_is_asked_for() {
    let repo = Repo::minimal();
    let first = built(&repo, "public", &["--precompress=br"]);
    let gz: Vec<&str> = first.keys().filter_map(|it| it.strip_suffix(".gz")).collect();
    for path in &gz {
        let (br, gz) = (&first[&format!("{path}.br")], &first[&format!("{path}.gz")]);
        assert!(br.len() < gz.len(), "{path}");
        agrees("brotli", "-t", &repo.folder().join("public").join(format!("{path}.br")));
    }
    assert_eq!(gz.len(), first.keys().filter(|it| it.ends_with(".br")).count());
    assert!(gz.contains(&"sekolah-1/index.html") && gz.contains(&"index.html"));
    assert_eq!(built(&repo, "other", &["--precompress=br"]), first);

    let again = repo.run(&["build", "--out", "../public", "--precompress=br"]).code(0);
    let said = String::from_utf8_lossy(&again.get_output().stdout).into_owned();
    assert!(said.contains("(0 written, 0 removed)"), "{said}");
    let only_gz = built(&repo, "public", &["--precompress"]);
    assert!(!only_gz.keys().any(|it| it.ends_with(".br")));
    assert_eq!(only_gz.keys().filter(|it| it.ends_with(".gz")).count(), gz.len());
}
