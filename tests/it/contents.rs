//! What each kind of sheet is for, read back from its pages: a book that can be
//! leafed through, posters with a way inside and a way outside, cards that say
//! nothing in front; and that a sheet sees nothing but what it is given.

use std::collections::BTreeMap;

use lopdf::{Document, ObjectId};

use crate::support::{Repo, check_code, pdf_text};

/// A school's sheets of these sets, by their path below its folder.
fn sheets(repo: &Repo, school: &str, sets: &[&str]) -> BTreeMap<String, Vec<u8>> {
    let sets = sets.iter().flat_map(|it| ["--what", it]);
    let args = ["print", "--quiet", "--out", "../a", "--school", school];
    repo.run(&args.into_iter().chain(sets).collect::<Vec<_>>()).code(0);
    let below = |it: String| it.split_once('/').map_or(it.clone(), |it| it.1.to_owned());
    repo.output("a").into_iter().map(|(path, it)| (below(path), it)).collect()
}

/// The text of each page without any space, the first page first.
fn pages(bytes: &[u8]) -> Vec<String> {
    let document = Document::load_mem(bytes).expect("a PDF");
    let text = |it: u32| document.extract_text(&[it]).expect("text");
    let bare =
        |it: String| it.chars().filter(|it| !it.is_whitespace() && *it != '\u{200b}').collect();
    document.get_pages().into_keys().map(|it| bare(text(it))).collect()
}

/// The chapters of a book with their pages, as its contents say.
fn contents(pages: &[String]) -> Vec<(String, usize)> {
    let lists = pages.iter().skip(1).take_while(|it| it.contains("....."));
    let mut chapters = Vec::new();
    for list in lists {
        let mut rest = list.trim_start_matches("Daftarisi");
        while let Some((title, after)) = rest.split_once("..") {
            let after = after.trim_start_matches('.');
            let digits = after.bytes().take_while(u8::is_ascii_digit).count();
            let Ok(page) = after[..digits].parse() else { break };
            chapters.push((title.to_owned(), page));
            rest = &after[digits..];
        }
    }
    chapters
}

#[test]
fn the_contents_of_a_book_name_the_page_on_which_each_chapter_begins() {
    let sheets = sheets(&Repo::starter(), "smp-contoh-1", &["handbook"]);
    for (name, fewest) in [("buku-kebijakan", 12), ("buku-orang-tua", 4)] {
        let pages = pages(&sheets[&format!("cetak/{name}.pdf")]);
        let chapters = contents(&pages);
        assert!(chapters.len() >= fewest, "{name}: {chapters:?}");
        for (title, page) in &chapters {
            let there = pages.get(page - 1).is_some_and(|it| it.contains(title.as_str()));
            assert!(there, "{name}: `{title}` is not on page {page}");
        }
        assert!(chapters.is_sorted_by_key(|it| it.1), "{chapters:?}");
        // Each page but the cover says its own number.
        for (at, page) in pages.iter().enumerate().skip(1) {
            let number = (at + 1).to_string();
            assert!(page.contains(&number), "{name}: page {number} does not say so: {page}");
        }
    }
}

#[test]
fn every_page_of_a_policy_bears_its_title_and_version_and_its_first_who_answers_for_it() {
    let sheets = sheets(&Repo::starter(), "smp-contoh-1", &["handbook"]);
    let pages = pages(&sheets["cetak/buku-kebijakan.pdf"]);
    let chapters = contents(&pages);
    let policies = || {
        chapters.iter().zip(chapters.iter().skip(1)).take_while(|it| it.0.0 != "Siapamelakukanapa")
    };
    assert!(policies().count() >= 10, "{chapters:?}");
    for ((title, from), (_, next)) in policies() {
        for page in &pages[from - 1..next - 1] {
            assert!(page.contains(title.as_str()) && page.contains("Versi0.1"), "{title}: {page}");
        }
        for said in ["Penanggungjawab", "Ditinjau", "Disahkan"] {
            assert!(pages[from - 1].contains(said), "{title}: no {said}: {}", pages[from - 1]);
        }
    }
    let last = pages.last().expect("a page");
    assert!(last.contains("Tandatangan") && check_code(last).is_some(), "{last}");
}

#[test]
fn the_book_for_parents_is_shorter_and_asks_for_no_signatures() {
    let sheets = sheets(&Repo::starter(), "smp-contoh-1", &["handbook"]);
    let (staff, parents) =
        (&sheets["cetak/buku-kebijakan.pdf"], &sheets["cetak/buku-orang-tua.pdf"]);
    assert!(pages(parents).len() < pages(staff).len());
    assert!(!pdf_text(parents).contains("Lembartandatangan"));
}

#[test]
fn every_poster_has_a_way_inside_the_school_and_one_outside() {
    let sheets = sheets(&Repo::starter(), "smp-contoh-1", &["posters"]);
    let posters: Vec<_> = sheets.iter().filter(|it| it.0.ends_with(".pdf")).collect();
    assert_eq!(posters.len(), 8);
    for (path, bytes) in posters {
        let text = pdf_text(bytes);
        for said in ["Disekolah", "ruangsebelahperpustakaan", "129", "110", "Bahayasekarang"] {
            assert!(text.contains(said), "{path}: no {said}: {text}");
        }
        // When its numbers were checked last.
        assert!(text.contains("24November2026"), "{path}: {text}");
    }
}

#[test]
fn the_front_of_a_wallet_card_says_nothing() {
    let sheets = sheets(&Repo::starter(), "smp-contoh-1", &["wallet"]);
    let pages = pages(&sheets["cetak/kartu-saku.pdf"]);
    assert_eq!(pages.len(), 2);
    assert_eq!(pages[0], "Catatan".repeat(10));
    let code = check_code(&pages[1]).expect("a code");
    assert_eq!(pages[1].matches(&code).count(), 10, "{}", pages[1]);
    assert!(pages[1].matches("129").count() >= 10);
}

#[test]
fn the_two_sides_of_a_sheet_in_large_print_say_which_they_are() {
    let sheets = sheets(&Repo::starter(), "smp-contoh-1", &["five-minutes"]);
    for (folder, word) in [("cetak", "Sisi"), ("cetak-en", "Side")] {
        let pages = pages(&sheets[&format!("{folder}/lima-menit-huruf-besar.pdf")]);
        assert_eq!(pages.len(), 2, "{folder}");
        for (at, page) in pages.iter().enumerate() {
            let side = format!("{word}{}/2", at + 1);
            assert!(page.contains(&side), "{folder}: no {side}: {page}");
        }
    }
}

#[test]
fn a_sheet_sees_no_file_no_network_and_no_clock() {
    for (reached, why) in [
        ("#read(\"district.yaml\")", "district.yaml"),
        ("#read(\"/etc/hostname\")", "hostname"),
        ("#image(\"../../areas.csv\")", "areas.csv"),
        ("#include \"../words/id.yaml\"", "id.yaml"),
        ("#import \"@preview/tiaoma:0.3.0\": *", "tiaoma"),
        ("#datetime.today().display()", "poster.typ"),
    ] {
        let repo = Repo::minimal().with("themes/plain/print/poster.typ", reached);
        let output = repo.run(&["print", "--out", "../a", "--what", "posters"]).code(2);
        let said = String::from_utf8_lossy(&output.get_output().stderr).into_owned();
        assert!(said.contains("poster.typ"), "{reached} ({why}): {said}");
    }
}

/// How many lines to write on a page has: strokes from one point to another.
fn rules(document: &Document, page: ObjectId) -> usize {
    let content = document.get_and_decode_page_content(page).expect("a page");
    let names: Vec<&str> = content.operations.iter().map(|it| it.operator.as_str()).collect();
    names.windows(3).filter(|it| *it == ["m", "l", "S"]).count()
}

#[test]
fn a_line_to_write_on_stays_with_what_asks_for_it() {
    let sheets = sheets(&Repo::starter(), "smp-contoh-1", &["forms"]);
    let bytes = &sheets["cetak/lembar-tinjauan-mandiri.pdf"];
    let document = Document::load_mem(bytes).expect("a PDF");
    let mut met = 0;
    for (page, text) in document.get_pages().into_values().zip(pages(bytes)) {
        let (asked, there) = (text.matches("Bukti:").count(), rules(&document, page));
        assert!(there >= asked, "{there} lines for {asked} answers: {text}");
        // Each question has its boxes and its line on the same page.
        assert_eq!(text.matches("sudahsebagianbelumBukti:").count(), asked, "{text}");
        met += asked;
    }
    assert!(met > 15, "{met}");
}
