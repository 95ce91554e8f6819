//! The finished sheets, read back: how large their letters are, where their links
//! lead, how many pages they have, and what is said of those that cannot be good.

use std::collections::{BTreeMap, BTreeSet};

use lopdf::{Document, Object};

use crate::support::{Repo, check_code, pdf_text as text};

/// A point in millimetres.
const POINT: f64 = 25.4 / 72.0;
/// How high a digit of the built-in font is, in parts of its letter's size.
const DIGIT: f64 = 0.714;
/// Large print, in points.
const LARGE: f64 = 18.0;

/// The sheets of the starter's first school, by name, and what was said.
fn starter(more: &[&str]) -> (BTreeMap<String, Vec<u8>>, String) {
    made(&Repo::starter(), &[&["--school", "smp-contoh-1"], more].concat())
}

/// Sheets by path below the school's folder, and what was said.
fn made(repo: &Repo, more: &[&str]) -> (BTreeMap<String, Vec<u8>>, String) {
    let output = repo.run(&[&["print", "--quiet", "--out", "../a"], more].concat()).code(0);
    let said = String::from_utf8_lossy(&output.get_output().stderr).into_owned();
    let below = |it: String| it.split_once('/').map_or(it.clone(), |it| it.1.to_owned());
    (repo.output("a").into_iter().map(|(path, it)| (below(path), it)).collect(), said)
}

/// A PDF.
fn pdf(bytes: &[u8]) -> Document {
    Document::load_mem(bytes).expect("a PDF")
}

/// The sizes of all letters of a sheet, in points.
fn letters(bytes: &[u8]) -> Vec<f64> {
    let pdf = pdf(bytes);
    let pages = pdf.get_pages().into_values();
    let operations = pages.flat_map(|it| {
        let content = pdf.get_and_decode_page_content(it).expect("a page");
        content.operations.into_iter().filter(|it| it.operator == "Tf")
    });
    operations.filter_map(|it| it.operands[1].as_float().ok()).map(f64::from).collect()
}

/// Where the links of a sheet lead.
fn links(bytes: &[u8]) -> BTreeSet<String> {
    let pdf = pdf(bytes);
    let uri = |it: &Object| {
        let action = it.as_dict().ok()?.get(b"A").ok()?;
        let action = pdf.dereference(action).ok()?.1.as_dict().ok()?;
        let uri = action.get(b"URI").ok()?.as_str().ok()?;
        Some(String::from_utf8_lossy(uri).into_owned())
    };
    pdf.objects.values().filter_map(uri).collect()
}

/// The files of a kind.
fn all<'f>(
    files: &'f BTreeMap<String, Vec<u8>>,
    part: &str,
) -> impl Iterator<Item = (&'f str, &'f [u8])> {
    let there = files.iter().filter(move |(it, _)| it.ends_with(".pdf") && it.contains(part));
    there.map(|(path, bytes)| (path.as_str(), bytes.as_slice()))
}

#[test]
fn the_main_number_of_a_large_poster_is_at_least_forty_millimetres_high() {
    let (files, said) = starter(&["--what", "posters"]);
    assert!(!said.contains("TD0716"), "{said}");
    let posters: Vec<_> = all(&files, "a3").collect();
    assert_eq!(posters.len(), 4);
    for (path, bytes) in posters {
        let largest = letters(bytes).into_iter().fold(0.0, f64::max);
        let height = largest * DIGIT * POINT;
        assert!(height >= 40.0, "{path}: {height} mm");
    }
    for (path, bytes) in all(&files, "poster") {
        assert_eq!(pdf(bytes).get_pages().len(), 1, "{path}");
        assert!(bytes.len() <= 30_000, "{path}: {} bytes", bytes.len());
    }
}

#[test]
fn nothing_in_large_print_is_smaller_than_eighteen_points() {
    let (files, _) = starter(&["--what", "posters", "--what", "five-minutes"]);
    let large: Vec<_> = all(&files, "huruf-besar").collect();
    let names: Vec<&str> = large.iter().map(|it| it.0.trim_start_matches("cetak/")).collect();
    let wanted = [
        "lima-menit-huruf-besar.pdf",
        "poster-dewasa-a3-huruf-besar.pdf",
        "poster-dewasa-a4-huruf-besar.pdf",
        "poster-murid-a3-huruf-besar.pdf",
        "poster-murid-a4-huruf-besar.pdf",
    ];
    for name in wanted {
        assert!(names.contains(&name), "{names:?}");
    }
    for (path, bytes) in large {
        let smallest = letters(bytes).into_iter().fold(f64::MAX, f64::min);
        assert!(smallest >= LARGE - 0.01, "{path}: {smallest} pt");
    }
}

#[test]
fn every_link_of_a_sheet_is_a_way_of_the_directory_or_stands_in_a_text() {
    let (files, _) = starter(&[]);
    let contacts = String::from_utf8_lossy(&files["cetak/kontak.vcf"]).replace("\r\n ", "");
    let mut known: BTreeSet<String> = BTreeSet::new();
    for line in contacts.lines() {
        let Some((key, value)) = line.split_once(':') else { continue };
        match key {
            "TEL;TYPE=voice" => drop(known.insert(format!("tel:{value}"))),
            "TEL;TYPE=\"cell,text\"" => {
                known.insert(format!("https://wa.me/{}", value.trim_start_matches('+')));
            }
            _ => {}
        }
    }
    assert!(known.len() > 2, "{known:?}");
    let mut met = 0;
    for (path, bytes) in all(&files, "") {
        for link in links(bytes).into_iter().filter(|it| !it.starts_with("https://wa.me/")) {
            assert!(!link.starts_with("tel:") || known.contains(&link), "{path}: {link}");
            met += usize::from(link.starts_with("tel:"));
        }
        for link in links(bytes).into_iter().filter(|it| it.starts_with("https://wa.me/")) {
            assert!(known.contains(&link), "{path}: {link}");
        }
    }
    assert!(met > 10, "only {met} numbers");
}

#[test]
fn every_sheet_card_and_text_has_the_check_code_its_day_and_its_last_day() {
    let (files, _) = starter(&[]);
    let texts = String::from_utf8_lossy(&files["cetak/rujukan.txt"]).into_owned();
    let code = texts.lines().find(|it| it.matches('-').count() == 3).expect("a code");
    let code = code.rsplit(' ').next().expect("a word");
    for (path, bytes) in &files {
        let there = match path.rsplit('.').next() {
            // The booklet holds the handbook's pages as pictures.
            _ if path.ends_with("-lipat.pdf") => continue,
            Some("pdf") => text(bytes).contains(code),
            _ => String::from_utf8_lossy(bytes).replace("\r\n ", "").contains(code),
        };
        assert!(there || path.ends_with("json"), "{path}: no {code}");
    }
    for (path, bytes) in all(&files, "cetak/").filter(|it| !it.0.ends_with("-lipat.pdf")) {
        let text = text(bytes);
        assert!(text.contains("24November2026"), "{path}: no day");
        assert!(text.contains("Jangandipakaisetelah"), "{path}: no last day");
    }
    for (path, bytes) in all(&files, "cetak-en/") {
        assert!(text(bytes).contains("Donotuseafter"), "{path}");
    }
}

#[test]
fn what_staff_reads_is_also_printed_in_the_second_language() {
    let (files, _) = starter(&[]);
    let english: Vec<&str> = all(&files, "cetak-en/").map(|it| it.0).collect();
    let wanted = ["buku-kebijakan", "kartu-protokol", "lima-menit-huruf-besar", "lima-menit"];
    let wanted: Vec<String> = wanted.iter().map(|it| format!("cetak-en/{it}.pdf")).collect();
    assert_eq!(english, wanted);
    let cards = text(&files["cetak-en/kartu-protokol.pdf"]);
    assert_ne!(cards, text(&files["cetak/kartu-protokol.pdf"]));
}

#[test]
fn the_figures_of_paper_hold() {
    let (files, _) = starter(&[]);
    for (path, bytes) in all(&files, "") {
        let pages = pdf(bytes).get_pages().len();
        let limit = match path.rsplit('/').next().and_then(|it| it.split('-').next()) {
            Some("poster") => 30_000,
            // A sheet of cards is four on one A4; one file holds all of them.
            Some("kartu") => 40_000.max(9_400 * pages),
            Some("buku") => 250_000 * pages.div_ceil(40),
            _ => 40_000,
        };
        assert!(bytes.len() <= limit, "{path}: {} bytes, {pages} pages", bytes.len());
    }
}

#[test]
fn the_page_of_sheets_says_how_large_each_is() {
    let repo = Repo::minimal().replaced(
        "district.yaml",
        "publication: sample",
        "publication: sample\nprint: [posters, texts]",
    );
    let files = repo.build("public");
    let page = String::from_utf8_lossy(&files["sekolah-1/untuk-dicetak.html"]).into_owned();
    let mut seen = 0;
    for (path, bytes) in files.iter().filter(|(it, _)| it.starts_with("sekolah-1/cetak/")) {
        let name = path.trim_start_matches("sekolah-1/");
        let (_, rest) = page.split_once(name).expect("a link");
        let (link, _) = rest.split_once("</a>").expect("its end");
        let size = format!("{} KB", bytes.len().div_ceil(1_000));
        assert!(link.contains(&size), "{path}: {size}, {link}");
        seen += 1;
    }
    assert_eq!(seen, 8 + 4, "{page}");
    repo.run(&["check", "--site", "--strict"]).code(0);
    // The same again: nothing is made, nothing is written.
    let output = repo.run(&["build", "--out", "../public"]).code(0);
    let said = String::from_utf8_lossy(&output.get_output().stdout).into_owned();
    assert!(said.contains("(0 written, 0 removed)"), "{said}");
}

#[test]
fn a_copy_in_one_file_says_where_the_sheets_are_and_has_no_link_to_them() {
    let repo = Repo::minimal().replaced(
        "district.yaml",
        "publication: sample",
        "publication: sample\nprint: [texts]",
    );
    repo.run(&["build", "--quiet", "--zip", "--out", "../public"]).code(0);
    let site = repo.folder().join("public/sekolah-1");
    let own = std::fs::read_to_string(site.join("untuk-dicetak.html")).expect("a page");
    assert!(own.contains("href=cetak/pesan.txt") || own.contains("href=\"cetak/pesan.txt\""));
    let mut unzip = std::process::Command::new("unzip");
    unzip.arg("-p").arg(site.join("berkas.zip")).arg("untuk-dicetak.html");
    let Ok(copy) = unzip.output() else { return };
    let copy = String::from_utf8_lossy(&copy.stdout).into_owned();
    assert!(copy.contains("tidak ada dalam salinan ini") && !copy.contains("cetak/"), "{copy}");
}

#[test]
fn the_directory_is_in_the_same_order_on_pages_and_on_paper() {
    let repo = Repo::starter();
    let site = repo.build("public");
    let page = String::from_utf8_lossy(&site["smp-contoh-1/rujukan.html"]).into_owned();
    let (files, _) = starter(&["--what", "texts"]);
    let list = String::from_utf8_lossy(&files["cetak/rujukan.txt"]).into_owned();
    // A name stands alone below an empty line.
    let names: Vec<&str> = list.split("\n\n").skip(1).filter_map(|it| it.lines().next()).collect();
    assert!(names.len() > 2, "{list}");
    let places: Vec<Option<usize>> =
        names.iter().map(|it| page.find(&format!("<h3>{it}"))).collect();
    assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{names:?} {places:?}");
}

#[test]
fn the_check_code_stands_on_every_page_that_has_a_frame_and_on_no_neutral_one() {
    let repo = Repo::starter();
    let files = repo.build("public");
    let (sheets, _) = made(&repo, &["--what", "texts", "--school", "smp-contoh-1"]);
    let on_paper = check_code(&String::from_utf8_lossy(&sheets["cetak/rujukan.txt"]));
    let mut codes = BTreeMap::new();
    let mut bare = Vec::new();
    for (path, bytes) in files.iter().filter(|it| it.0.ends_with(".html")) {
        let page = String::from_utf8_lossy(bytes);
        let Some((school, name)) = path.split_once('/').filter(|_| page.contains("<footer")) else {
            assert_eq!(check_code(&page), None, "{path}");
            bare.push(path.as_str());
            continue;
        };
        // A book, which is handed on, says it at its head, beside its day.
        let book = ["catatan.html", "semua.html", "en/semua.html"].contains(&name);
        let (above, foot) = page.split_once("<footer").expect("a foot");
        let code = check_code(if book { above } else { foot });
        let code = code.unwrap_or_else(|| panic!("{path}: no code"));
        assert_eq!(page.matches(&code).count(), 1, "{path}");
        let (of_school, pages) = codes.entry(school).or_insert_with(|| (code.clone(), 0));
        assert_eq!(*of_school, code, "{path}");
        *pages += 1;
    }
    // What is above the schools is of none of them; the table says nothing.
    let neutral = ["smp-contoh-1", "smp-contoh-2", "smp-contoh-3"];
    let neutral = neutral.map(|it| [format!("{it}/en/tabel.html"), format!("{it}/tabel.html")]);
    let mut wanted = vec!["index.html".to_owned()];
    wanted.extend(neutral.into_iter().flatten());
    wanted.push("tabel.html".to_owned());
    assert_eq!(bare, wanted);
    assert_eq!(codes.get("smp-contoh-1").map(|it| Some(it.0.clone())), Some(on_paper));
    assert!(codes.len() == 3 && codes.values().all(|it| it.1 > 150), "{codes:?}");
    assert_eq!(codes.values().map(|it| &it.0).collect::<BTreeSet<_>>().len(), 3, "each its own");
}

#[test]
fn a_sheet_of_which_nothing_has_changed_is_not_made_again() {
    let repo = Repo::minimal();
    let (before, _) = made(&repo, &["--school", "sekolah-1"]);
    let place = repo.folder().join("a/sekolah-1/cetak/buku-kebijakan.pdf");
    let when = |it: &std::path::Path| std::fs::metadata(it).and_then(|it| it.modified()).ok();
    let made_on = when(&place);
    let repo = repo.replaced("services/harian.yaml", "0000-0000000", "0000-0000001");
    let (after, _) = made(&repo, &["--school", "sekolah-1"]);
    let changed: Vec<&String> =
        after.keys().filter(|it| before.get(*it) != after.get(*it)).collect();
    assert!(changed.iter().any(|it| it.ends_with("rujukan.txt")), "{changed:?}");
    let repo = repo.replaced("services/harian.yaml", "0000-0000001", "0000-0000000");
    let (again, _) = made(&repo, &["--school", "sekolah-1"]);
    assert_eq!(again, before);
    let made_again = when(&place);
    let (_, _) = made(&repo, &["--school", "sekolah-1"]);
    assert_eq!(when(&place), made_again, "the file was touched");
    assert!(made_on.is_some());
}

/// The minimal district with this below its policy's text.
fn with_policy(body: &str) -> Repo {
    let repo = Repo::minimal();
    let path = "policies/kode.md";
    let text = std::fs::read_to_string(repo.content(path)).expect("a policy");
    repo.with(path, &format!("{text}\n## Bagian\n\n{body}\n"))
}

#[test]
fn a_policy_of_four_hundred_pages_is_a_book() {
    let paragraph = "Setiap orang dewasa di sekolah mendengarkan lebih dulu. ".repeat(24);
    let body: String = (0..700).map(|it| format!("### Pasal {it}\n\n{paragraph}\n\n")).collect();
    let repo = with_policy(&body);
    let (files, _) = made(&repo, &["--what", "handbook", "--school", "sekolah-1"]);
    let book = &files["cetak/buku-kebijakan.pdf"];
    let pages = pdf(book).get_pages().len();
    assert!(pages > 400, "{pages} pages");
    assert!(text(book).contains("Pasal699"), "its end is missing");
}

#[test]
fn no_box_stands_where_a_digit_should_be() {
    let body = "Bab \u{6f1}, bab \u{968}, bab \u{ff13}, bab \u{1d7d2}, bab \u{a9d5}, \
                \u{645}\u{631}\u{62d}\u{628}\u{627} \u{5d0}\u{5d1} \u{1f600} tanda akhir.";
    let repo = with_policy(body);
    let (files, said) = made(&repo, &["--what", "handbook", "--school", "sekolah-1"]);
    let text = text(&files["cetak/buku-kebijakan.pdf"]);
    assert!(text.contains("Bab1,bab2,bab3,bab4,bab5,"), "{text}");
    assert!(text.contains("akhir.") && text.contains("[…]"), "{text}");
    assert!(!text.contains('\u{fffd}') && !text.contains('\u{25a1}'), "{text}");
    for sign in ["TD0715", "U+0645", "U+05D0", "U+1F600"] {
        assert!(said.contains(sign), "{sign}: {said}");
    }
}

#[test]
fn a_poster_that_is_too_long_is_named() {
    let place = "ruang di ujung lorong sebelah timur lapangan upacara, ".repeat(60);
    let repo = Repo::minimal().replaced(
        "schools/sekolah-1.yaml",
        "title: ruang 1",
        &format!("title: \"{place}\""),
    );
    let (_, said) = made(&repo, &["--what", "posters", "--what", "wallet"]);
    for name in ["poster-murid-a4.pdf", "kartu-saku.pdf"] {
        assert!(said.contains(&format!("`{name}` of `Sekolah Uji 1`")), "{said}");
    }
    assert!(!said.contains("`Sekolah Uji 2`"), "{said}");
}

#[test]
fn posters_have_room_for_the_address_and_its_dots() {
    let repo = Repo::starter().replaced(
        "schools/smp-contoh-1.yaml",
        "name: SMP Contoh 1",
        "name: SMP Contoh 1\nsite: https://contoh.invalid/smp1",
    );
    let (files, said) = made(&repo, &["--what", "posters", "--school", "smp-contoh-1"]);
    assert!(!said.contains("TD0716"), "{said}");
    for (path, bytes) in all(&files, "poster") {
        assert_eq!(pdf(bytes).get_pages().len(), 1, "{path}");
        assert!(text(bytes).contains("contoh.invalid/smp1"), "{path}");
        assert!(bytes.len() <= 30_000, "{path}: {} bytes", bytes.len());
    }
}

#[test]
fn a_theme_may_set_a_sheet_its_own_way() {
    let own = "#import \"base.typ\": *\n#show: ground\n#heading(level: 1, imprint.title)\nPapan kami\n#mark()\n";
    let repo = Repo::minimal().with("themes/plain/print/poster.typ", own);
    let (files, _) = made(&repo, &["--what", "posters", "--school", "sekolah-1"]);
    for (path, bytes) in all(&files, "poster") {
        assert!(text(bytes).contains("Papankami"), "{path}");
    }
    let broken = repo.with("themes/plain/print/poster.typ", "#nothing-of-that-name");
    let output = broken.run(&["print", "--out", "../a", "--what", "posters"]).code(2);
    let said = String::from_utf8_lossy(&output.get_output().stderr).into_owned();
    assert!(said.contains("poster.typ"), "{said}");
}
