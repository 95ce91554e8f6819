//! What must stay inside the repository never reaches a byte of the output.
//!
//! A canary, a word that stands nowhere else, is put into every field that is
//! never shown; then every file of every site is searched for it, also in the
//! forms that HTML and addresses give to a word.

use crate::support::{Repo, unpacked};

/// The first half of every canary; the second says where it was put.
const CANARY: &str = "kenari";

/// A service with a canary in every field that a held-back record has.
const HELD_BACK: &str = r#"
name: kenari-nama-ditahan
short: kenari-singkatan
about: kenari-tentang
needs: [bahaya-sekarang, perlindungan-anak]
service_area: ["*"]
for: kenari-untuk
not_for: kenari-bukan
access: kenari-akses
schedules: always
hotline: true
channels:
  - { kind: web, address: "https://kenari.example.org/alamat", label: kenari-label, verification: { how: called, on: 2026-11-01, by: kenari-oleh } }
  - { kind: telephone, number: "0000-111-0000", verification: { how: called, on: 2026-11-01, by: kenari-oleh } }
location: { address: kenari-jalan }
publish: held-back
evidence: kenari-bukti
sources: [{ title: kenari-sumber, url: "kenari.example.org", date: kenari-tanggal }]
"#;

/// A shelter: its place is confidential, its channel unverified, its sources
/// are nobody's business.
const SHELTER: &str = r#"
name: Rumah aman
about: Tempat tinggal sementara.
needs: [rumah-aman]
service_area: ["53.71"]
channels:
  - { kind: telephone, number: "0000-222-0000", label: kenari-label-rahasia, verification: { how: unverified, by: kenari-oleh, sources: [{ title: kenari-sumber }] } }
unverified: Alamat rahasia.
location: { confidential: true, area: "53.71" }
fallback: sapa-129
evidence: kenari-bukti
sources: [{ title: kenari-sumber-rahasia, url: "kenari.example.org/rahasia" }]
"#;

/// A school whose people have numbers, and one who has left.
const SCHOOL: &str = r#"
# kenari-komentar
name: SMP Contoh 1
npsn: "00000001"
level: smp
area: "53.71.01.1001"
people:
  penerima-laporan: { title: guru BK, number: "6280000000111", consent_until: 2027-01-01 }
  kepala-sekolah: { name: kenari-nama-lama, title: kenari-dulu, until: 2026-01-01 }
"#;

/// Everything that is published and printed, as one text a file.
fn published(repo: &Repo) -> Vec<(String, String)> {
    repo.run(&["print", "--quiet", "--out", "../cetak", "--school", "smp-contoh-1"]).code(0);
    let mut files = repo.build("public");
    files.extend(repo.output("cetak"));
    files.into_iter().map(|(path, bytes)| (path.clone(), text(&path, &bytes))).collect()
}

/// The text of a file.
fn text(path: &str, bytes: &[u8]) -> String {
    #[cfg(feature = "pdf")]
    if path.ends_with(".pdf") {
        return crate::support::pdf_text(bytes);
    }
    if path.ends_with(".bin") {
        return unpacked(bytes);
    }
    String::from_utf8_lossy(bytes).into_owned()
}

/// Where a word stands in what is published.
fn found(published: &[(String, String)], word: &str) -> Vec<String> {
    let holds = |text: &str| text.to_lowercase().contains(word);
    let hits = published.iter().filter(|(path, text)| path.contains(word) || holds(text));
    hits.map(|(path, _)| path.clone()).collect()
}

/// The starter content with every canary in its place.
fn repo() -> Repo {
    Repo::starter()
        .with("services/ditahan.yaml", HELD_BACK)
        .with("services/rumah-aman-kota-kupang.yaml", SHELTER)
        .with("schools/smp-contoh-1.yaml", SCHOOL)
}

#[test]
fn no_canary_reaches_the_output() {
    let published = published(&repo());
    assert!(published.len() > 100, "only {} files", published.len());
    assert_eq!(found(&published, CANARY), Vec::<String>::new());
}

#[test]
fn no_hidden_number_reaches_the_output_in_any_spelling() {
    let digits: Vec<(String, String)> = published(&repo())
        .into_iter()
        .map(|(path, text)| (path, text.chars().filter(char::is_ascii_digit).collect()))
        .collect();
    for hidden in ["00001110000", "00002220000", "6280000000111", "080000000111"] {
        assert_eq!(found(&digits, hidden), Vec::<String>::new(), "{hidden}");
    }
}

#[test]
fn a_canary_in_a_shown_field_is_found() {
    let shown = repo().replaced(
        "services/rumah-aman-kota-kupang.yaml",
        "Tempat tinggal sementara.",
        "kenari",
    );
    let found = found(&published(&shown), CANARY);
    assert!(found.iter().any(|it| it.ends_with(".html")), "{found:?}");
    if cfg!(feature = "pdf") {
        assert!(found.iter().any(|it| it.ends_with("buku-kebijakan.pdf")), "{found:?}");
    }
}

#[test]
fn a_confidential_place_cannot_be_given_an_address_or_a_ward() {
    let service = "services/rumah-aman-kota-kupang.yaml";
    let address =
        repo().replaced(service, "confidential: true,", "confidential: true, address: kenari,");
    address.run(&["check", "--format", "short"]).code(1);
    let ward = repo().replaced(service, r#"area: "53.71" }"#, r#"area: "53.71.01.1001" }"#);
    ward.run(&["check", "--format", "short"]).code(1);
}
