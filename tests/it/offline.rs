//! What telephones of staff take: the list, the packet and its fills, and that
//! they come to the very pages that are published.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::support::{Repo, project, unpacked};

/// Files by path.
type Files = BTreeMap<String, Vec<u8>>;

/// What a telephone takes of one language of one school.
#[derive(Debug)]
struct Taken {
    /// The marks of each page.
    list: BTreeMap<String, String>,
    /// The packet.
    packet: Packet,
    /// What the school fills in.
    fills: BTreeMap<String, String>,
}

/// A packet.
#[derive(Debug, Deserialize)]
struct Packet {
    /// The stencil of each page: its mark, and text and hole in turn.
    sheets: BTreeMap<String, (String, Vec<String>)>,
    /// What fills a hole where a school says nothing else.
    fills: BTreeMap<String, String>,
}

impl Taken {
    /// From a folder of what was built.
    fn from(files: &Files, folder: &str) -> Taken {
        let text =
            |name: &str| String::from_utf8_lossy(&files[&format!("{folder}{name}")]).into_owned();
        let worker = text("sw.js");
        let quoted = |line: &str| -> Option<(String, String)> {
            let mut parts = line.split('"').filter(|it| !it.is_empty());
            let (name, _, marks) = (parts.next()?, parts.next()?, parts.next()?);
            Some((name.to_owned(), marks.to_owned()))
        };
        let (list, _) = worker.split_once("};").expect("a list");
        Taken {
            list: list.lines().filter_map(quoted).collect(),
            packet: serde_json::from_str(&unpacked(&files[&format!("{folder}isi.bin")]))
                .expect("a packet"),
            fills: serde_json::from_str(&text("isi.json")).expect("fills"),
        }
    }

    /// A page as the worker makes it, where the marks agree.
    fn stamped(&self, name: &str) -> String {
        let (mark, pieces) = &self.packet.sheets[name];
        let fill = |it: &String| self.fills.get(it).unwrap_or_else(|| &self.packet.fills[it]);
        assert!(self.list[name].ends_with(mark.as_str()), "{name}");
        let turn = pieces.iter().enumerate();
        turn.map(|(at, it)| if at % 2 == 0 { it } else { fill(it) }.as_str()).collect()
    }
}

/// The folders with a worker.
fn folders(files: &Files) -> Vec<&str> {
    files.keys().filter_map(|it| it.strip_suffix("sw.js")).collect()
}

/// The district of `tests/golden`: two languages, and two schools of which one has
/// adopted less than the other.
fn golden() -> Repo {
    Repo::minimal().laid(&project("tests/golden/content"))
}

#[test]
fn a_filled_packet_is_the_very_pages() {
    for repo in [golden(), Repo::starter()] {
        let files = repo.build("public");
        let mut packets: BTreeMap<&str, &Vec<u8>> = BTreeMap::new();
        assert!(folders(&files).len() >= 3);
        for folder in folders(&files) {
            let taken = Taken::from(&files, folder);
            assert!(taken.list.len() > 9, "{folder}");
            for name in taken.list.keys() {
                let page = String::from_utf8_lossy(&files[&format!("{folder}{name}")]);
                assert_eq!(taken.stamped(name), page, "{folder}{name}");
            }
            let (_, lang) = folder.split_once('/').expect("a school's folder");
            let packet = &files[&format!("{folder}isi.bin")];
            assert_eq!(*packets.entry(lang).or_insert(packet), packet, "{folder}");
        }
    }
}

#[test]
fn a_changed_number_check_or_hour_leaves_the_packet_as_it_is() {
    let before = golden().build("public");
    for (from, to) in [
        ("0000-0000000", "0000-0000001"),
        ("on: 2026-11-01", "on: 2026-11-20"),
        ("closes: \"15:00\"", "closes: \"16:00\""),
    ] {
        let after = golden().replaced("services/harian.yaml", from, to).build("public");
        for folder in folders(&before) {
            let same = |name: &str| {
                let path = format!("{folder}{name}");
                before[&path] == after[&path]
            };
            assert_eq!(["isi.bin", "isi.json", "sw.js"].map(same), [true, false, false], "{to}");
        }
    }
}

#[test]
fn another_day_alone_leaves_the_list_and_the_packet_as_they_are() {
    let (one, two) = (golden(), golden());
    one.run(&["build", "--quiet", "--out", "../public", "--today", "2026-11-24"]).code(0);
    two.run(&["build", "--quiet", "--out", "../public", "--today", "2026-11-25"]).code(0);
    let (one, two) = (one.output("public"), two.output("public"));
    for folder in folders(&one) {
        let same = |name: &str| {
            let path = format!("{folder}{name}");
            one[&path] == two[&path]
        };
        assert_eq!(["isi.bin", "isi.json", "sw.js"].map(same), [true, false, true], "{folder}");
    }
}

#[test]
fn nothing_of_a_childs_page_is_packed() {
    let repo = golden().replaced("pages/child/catatan-1.md", "kapan saja", "kapan saja, kenari");
    let files = repo.build("public");
    assert!(String::from_utf8_lossy(&files["sekolah-1/a.html"]).contains("kenari"));
    for folder in folders(&files) {
        let Taken { list, packet, fills } = Taken::from(&files, folder);
        for name in list.keys().chain(packet.sheets.keys()) {
            let childs = ["a.html", "a-", "catatan", "tutup"].iter().any(|it| name.starts_with(it));
            assert!(!childs, "{folder}{name}");
        }
        let texts = packet.sheets.values().flat_map(|it| &it.1);
        let mut texts = texts.chain(packet.fills.values()).chain(fills.values());
        assert!(texts.all(|it| !it.contains("kenari")), "{folder}");
    }
}

#[test]
fn where_pages_forbid_themselves_what_may_run_they_are_not_packed() {
    let names = |repo: &Repo, flags: &[&str]| -> Vec<String> {
        repo.run(&[&["build", "--quiet", "--out", "../public"], flags].concat()).code(0);
        repo.output("public").into_keys().filter(|it| it.contains("/isi.")).collect()
    };
    let repo = golden();
    assert_eq!(names(&repo, &[]).len(), 2 * folders(&repo.output("public")).len());
    assert_eq!(names(&repo, &["--layout", "compact"]), [""; 0]);
    let repo = golden().replaced(
        "district.yaml",
        "publication: sample",
        "publication: sample\nhost: github",
    );
    assert_eq!(names(&repo, &[]), [""; 0]);
}

#[test]
fn a_site_is_weighed_as_its_host_serves_it() {
    let heavy = |repo: &Repo| -> bool {
        let output = repo.run(&["check", "--site", "--format", "short"]).get_output().clone();
        let told = [output.stdout, output.stderr].concat();
        String::from_utf8_lossy(&told).contains("TD0704")
    };
    let repo = Repo::starter();
    assert!(!heavy(&repo));
    let repo = repo.replaced("district.yaml", "languages:", "host: github\nlanguages:");
    assert!(heavy(&repo), "without a packet every page is taken by itself");
}
