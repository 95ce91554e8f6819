//! Whoever has a sheet read out hears it in the order in which it was written:
//! the letters stand in the file in that order, not only the tags. A reader that
//! knows no tags, a search and a copied passage go by the letters.

use std::fs;

use crate::support::{Repo, pdf_text};

/// The sheet of this name at the first school.
fn sheet(repo: &Repo, set: &str, path: &str) -> String {
    repo.run(&["print", "--quiet", "--out", "../a", "--what", set]).code(0);
    let files = repo.output("a");
    let found = files.iter().find(|(it, _)| it.ends_with(path));
    pdf_text(found.expect("a sheet").1)
}

/// These stand in a text, one after the other.
#[track_caller]
fn in_order<'p>(text: &str, pieces: impl IntoIterator<Item = &'p str>) {
    let mut rest = text;
    for piece in pieces {
        let bare: String = piece.chars().filter(|it| !it.is_whitespace()).collect();
        let Some((_, after)) = rest.split_once(&bare) else {
            panic!("`{piece}` does not come after what was written before it: {rest}");
        };
        rest = after;
    }
}

#[test]
fn a_policy_of_every_kind_of_block_is_read_in_its_order() {
    let long = "Kalimat yang panjang supaya halaman penuh. ".repeat(60);
    let body = format!(
        "Awal k01. {long}\n\n- k02\n  - k03\n  - k04\n- k05\n\n1. k06\n2. k07\n\n> k08\n\n\
         | k09 | k10 | k11 |\n|---|---|---|\n| k12 | k13 | k14 |\n| k15 | k16 | k17 |\n\n\
         ### Judul k18\n\n{long} k19 **k20** _k21_ k22.\n\n> [!NOTE]\n> k23\n>\n> - k24\n\n\
         | a | b | c | d | e | f |\n|-|-|-|-|-|-|\n| k25 | k26 | k27 | k28 | k29 | k30 |\n\n\
         {long}\n\nAkhir k31.\n"
    );
    let repo = Repo::minimal();
    let path = "policies/kode.md";
    let policy = fs::read_to_string(repo.content(path)).expect("a policy");
    let repo = repo.with(path, &format!("{policy}\n## Bagian\n\n{body}"));
    let text = sheet(&repo, "handbook", "sekolah-1/cetak/buku-kebijakan.pdf");
    let marks: Vec<String> = (1..=31).map(|it| format!("k{it:02}")).collect();
    in_order(&text, marks.iter().map(String::as_str));
}

#[test]
fn the_book_goes_from_its_cover_over_every_policy_to_the_signatures() {
    let repo = Repo::starter();
    let text = sheet(&repo, "handbook", "smp-contoh-1/cetak/buku-kebijakan.pdf");
    let mut titles = vec!["Buku kebijakan".to_owned(), "Daftar isi".to_owned()];
    let mut policies: Vec<_> = fs::read_dir(repo.content("policies")).expect("a folder").collect();
    policies.sort_by_key(|it| it.as_ref().expect("a file").file_name());
    let mut bodies = Vec::new();
    for policy in policies {
        let path = policy.expect("a file").path();
        let text = fs::read_to_string(&path).expect("a policy");
        if path.to_string_lossy().ends_with(".en.md") || !text.contains("\n## ") {
            continue;
        }
        let title = text.lines().find_map(|it| it.strip_prefix("title: ")).expect("a title");
        titles.push(title.trim_matches('"').to_owned());
        bodies.push(title.trim_matches('"').to_owned());
        let heads = text.lines().filter_map(|it| it.strip_prefix("## "));
        let bare = |it: &str| it.split(" {#").next().unwrap_or_default().to_owned();
        bodies.extend(heads.map(bare));
    }
    // First the contents, then the chapters with their headings.
    let ends = ["Siapa melakukan apa", "Ke mana minta bantuan", "Istilah", "Lembar tanda tangan"];
    titles.extend(ends.map(str::to_owned));
    titles.append(&mut bodies);
    titles.extend(ends.map(str::to_owned));
    assert!(titles.len() > 60, "{titles:?}");
    in_order(&text, titles.iter().map(String::as_str));
}

#[test]
fn the_counsellors_page_is_read_as_it_is_written_in_columns_and_in_large_print() {
    let repo = Repo::starter();
    let page = repo.content("pages/counsellor/lima-menit.md");
    let page = fs::read_to_string(page).expect("a page");
    let body = page.splitn(3, "---\n").nth(2).expect("a text");
    // Each heading, and the first words below it, without links.
    let pieces: Vec<&str> = body
        .lines()
        .map(|it| it.trim_start_matches("## "))
        .map(|it| it.split(['[', '(']).next().unwrap_or_default().trim())
        .filter(|it| !it.is_empty())
        .collect();
    assert!(pieces.len() > 10, "{pieces:?}");
    for name in ["lima-menit.pdf", "lima-menit-huruf-besar.pdf"] {
        let text = sheet(&repo, "five-minutes", &format!("smp-contoh-1/cetak/{name}"));
        in_order(&text, ["110", "129", "Di sekolah"]);
        in_order(&text, pieces.iter().copied());
    }
}
