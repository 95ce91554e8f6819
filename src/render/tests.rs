//! What a school's pages say about numbers as their checks grow old.

use std::collections::BTreeMap;

use jiff::civil::{Date, date};

use super::{Filler, Finish, Kind, Renderer, Stock, ThemeTrees};
use crate::resolve::edition::edition;
use crate::site::plan::{is_packed, plan};
use crate::source::SourceTree;
use crate::{embedded, parse, resolve};

#[test]
fn what_schools_of_a_kind_share_is_what_each_would_say() {
    let district = resolve::link(parse::parse(&embedded::starter()).value).value;
    let district = district.expect("a district");
    let plan = plan(&district);
    let theme = embedded::theme("plain").expect("the built-in theme");
    let words = parse::words::words(&theme).value;
    let trees = ThemeTrees { built_in: &theme, over: None };
    let today = date(2026, 11, 24);
    let renderer = Renderer::new(&district, &plan, &trees, &words, today, Finish::Preview)
        .expect("a theme")
        .value;
    for school in district.schools.values() {
        let edition = edition(&district, &school.value, today);
        for Stock { volume, common, .. } in &renderer.volumes {
            let code = "CODE".to_owned();
            let filler =
                Filler { volume, edition: &edition, weights: BTreeMap::new(), leaves: &[], code };
            let common = common.get(&Kind::of(&edition));
            assert!(common.iter().any(Option::is_some), "{}", school.value.id);
            assert_eq!(filler.all(common), filler.all(&[]), "{}", school.value.id);
        }
    }
}

/// The pages of the starter's first school on a day, with some files replaced.
fn pages(over: &[(&str, &str)], today: Date) -> BTreeMap<String, String> {
    let tree = embedded::starter().overlaid(&SourceTree::from_files(over.iter().copied()));
    let district = resolve::link(parse::parse(&tree).value).value.expect("a district");
    let plan = plan(&district);
    let theme = embedded::theme("plain").expect("the built-in theme");
    let words = parse::words::words(&theme).value;
    let trees = ThemeTrees { built_in: &theme, over: None };
    let renderer = Renderer::new(&district, &plan, &trees, &words, today, Finish::Published)
        .expect("a theme")
        .value;
    let school = &district.schools.values().next().expect("a school").value;
    let site = renderer.site(&edition(&district, school, today), &[]).expect("pages");
    let text = |it: Vec<u8>| String::from_utf8(it).expect("UTF-8");
    let files = site.files.into_iter().filter(|it| !is_packed(&it.path));
    files.map(|it| (it.path.to_string(), text(it.bytes))).collect()
}

/// What the starter says above the directory when a number is overdue.
const OVERDUE: &str = "Beberapa nomor di sini perlu diperiksa lagi.";

#[test]
fn the_directory_says_that_a_number_is_overdue_while_it_is_shown() {
    // The starter's numbers were read from official pages on 2026-11-24.
    for (today, says, shown) in [
        (date(2027, 1, 9), false, true),
        (date(2027, 1, 23), false, true),
        (date(2027, 1, 24), true, true),
        (date(2027, 2, 22), true, true),
        (date(2027, 2, 23), false, false),
    ] {
        let pages = pages(&[], today);
        let directory = &pages["rujukan.html"];
        assert_eq!(directory.contains(OVERDUE), says, "{today}");
        assert_eq!(directory.contains("perlu diperiksa lagi</small>"), says, "{today}");
        let anywhere = pages.values().any(|it| it.contains("tel:129") || it.contains("wa.me/"));
        assert_eq!(anywhere, shown, "{today}");
        assert!(!pages["index.html"].contains(OVERDUE), "{today}");
    }
}

#[test]
fn overdue_services_stand_below_fresh_ones() {
    let starter = embedded::starter();
    let sapa = starter.text(starter.find("services/sapa-129.yaml").expect("SAPA 129"));
    let sapa = sapa.replace("on: 2026-11-24", "on: 2027-01-20");
    let all = pages(&[("services/sapa-129.yaml", &sapa)], date(2027, 1, 30));
    let directory = &all["rujukan.html"];
    let card = |it: &str| directory.find(&format!("<h3>{it}"));
    let (fresh, overdue) = (card("SAPA 129"), card("Polisi (pusat"));
    assert!(fresh.is_some() && fresh < overdue, "{fresh:?} {overdue:?}");
}

#[test]
fn a_persons_number_is_on_no_page() {
    let starter = embedded::starter();
    let file = starter.find("schools/smp-contoh-1.yaml").expect("a school");
    let number =
        "  penerima-laporan:\n    number: \"6280000000000\"\n    consent_until: 2027-12-31\n";
    let school = starter.text(file).replacen("  penerima-laporan:\n", number, 1);
    let pages = pages(&[("schools/smp-contoh-1.yaml", &school)], date(2026, 11, 24));
    assert!(!pages.is_empty());
    for (path, page) in pages {
        assert!(!page.contains("0000000"), "{path}");
    }
}

/// A file of the starter with one thing replaced.
fn edited<'f>(file: &'f str, from: &str, to: &str) -> (&'f str, String) {
    let starter = embedded::starter();
    let text = starter.text(starter.find(file).expect("a file of the starter"));
    assert!(text.contains(from), "{file}: {from}");
    (file, text.replacen(from, to, 1))
}

/// The starter's pages on the day on which it was written, with files replaced.
fn with(over: &[(&str, String)]) -> BTreeMap<String, String> {
    let over: Vec<(&str, &str)> = over.iter().map(|(file, text)| (*file, text.as_str())).collect();
    pages(&over, date(2026, 11, 24))
}

/// What stands in a page between two marks.
fn between<'p>(page: &'p str, from: &str, to: &str) -> &'p str {
    let start = page.find(from).unwrap_or_else(|| panic!("no {from}"));
    let rest = &page[start..];
    &rest[..rest[from.len()..].find(to).map_or(rest.len(), |it| it + from.len())]
}

#[test]
fn a_child_reads_whom_to_look_for() {
    let page = &with(&[])["a-catatan-10.html"];
    assert!(page.contains("guru BK (ruang sebelah perpustakaan)"), "{page}");
    assert!(!page.contains("penerima laporan") && !page.contains("<mark>"), "{page}");
}

#[test]
fn somebody_who_has_not_been_appointed_is_not_promised() {
    let school = "schools/smp-contoh-1.yaml";
    let without = edited(school, "  penerima-laporan-kedua:", "  tenaga-kependidikan:");
    let page = &with(&[without])["a-catatan-10.html"];
    assert!(page.contains("penerima laporan kedua <mark>[belum ditunjuk]</mark>"), "{page}");
    // A role that every class has its own holder of is not missing.
    assert!(page.contains("wali kelas") && !page.contains("wali kelas <mark>"), "{page}");
}

#[test]
fn a_protocol_is_found_by_its_code() {
    let pages = with(&[]);
    assert!(pages["protokol.html"].contains("<span>P13</span> <b>"));
    let own = pages.iter().find(|(path, _)| path.starts_with("protokol-p13"));
    let (_, page) = own.expect("the page of P13");
    assert!(between(page, "<hgroup", "</hgroup").contains("P13"), "{page}");
}

#[test]
fn what_was_only_read_is_not_called_checked() {
    let sapa = "services/sapa-129.yaml";
    let called = edited(sapa, "how: official-source", "how: called");
    let read = "dibaca di sumber resmi 24 November 2026, belum dihubungi";
    let checked = "diperiksa 24 November 2026";
    let page = &with(&[])["rujukan.html"];
    assert!(page.contains(read) && !page.contains(checked));
    let page = &with(&[called])["rujukan.html"];
    assert!(page.contains(read) && page.contains("diperiksa 24 November 2026, ditelepon"));
}

#[test]
fn a_site_has_no_hours_that_nobody_knows() {
    let unknown = "jam layanan belum diketahui";
    assert!(!with(&[])["rujukan.html"].contains(unknown));
    let police = edited("services/polri-110.yaml", "schedules: always\n", "");
    assert!(with(&[police])["rujukan.html"].contains(unknown));
}

/// Where services stand under a need of the directory.
fn places(page: &str, need: &str, names: &[&str]) -> Vec<Option<usize>> {
    let section = between(page, &format!("<h2>{need}"), "<h2>");
    names.iter().map(|it| section.find(it)).collect()
}

#[test]
fn a_district_orders_the_services_of_a_need() {
    let names = ["SAPA 129", "UPTD PPA Kota", "Dinas Pendidikan"];
    // An office with a number stays below the line that always answers.
    let number = "channels:\n  - { kind: telephone, number: \"0000-0000000\", verification: { how: called, on: 2026-11-24, by: penguji } }\n";
    let office = edited("services/uptd-ppa-kota-kupang.yaml", "channels: []\n", number);
    for page in [&with(&[]), &with(&[office])].map(|it| it["rujukan.html"].clone()) {
        let places = places(&page, "Perlindungan anak", &names);
        assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{places:?}");
    }
    let page = &with(&[])["rujukan.html"];
    let places = places(page, "Bantuan hukum", &["SAPA 129", "LBH APIK", "Bapas"]);
    assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{places:?}");
}

#[test]
fn the_police_are_no_substitute_for_a_hospital() {
    let page = &with(&[])["rujukan.html"];
    let card = |name: &str| between(page, &format!("<h3>{name}"), "</article>");
    let hospital = card("Rumah sakit");
    assert!(hospital.contains("Dalam keadaan darurat: Polisi"), "{hospital}");
    assert!(card("Puskesmas").contains("Dalam keadaan darurat: Polisi"));
    assert!(card("Polresta").contains("Sementara ini hubungi Polisi"));
    assert!(card("LBH APIK").contains("Sementara ini hubungi SAPA 129"));
    assert!(card("Healing119").contains("Tidak dijawab? SAPA 129"));
    let need = between(page, "<h2>Berobat", "<h2>");
    assert!(need.contains("Dalam keadaan darurat:"), "{need}");
    let need = between(page, "<h2>Pendampingan rohani", "<h2>");
    assert!(need.contains("Kalau tidak bisa dihubungi:"), "{need}");
}

#[test]
fn a_service_is_called_for_short_in_the_language_of_the_page() {
    let pages = with(&[]);
    assert!(pages["rujukan.html"].contains("Sementara ini hubungi Polisi<"));
    assert!(pages["en/rujukan.html"].contains("For now turn to Police<"));
}

#[test]
fn a_counsellor_reads_what_the_sheets_are() {
    let page = &with(&[])["konselor-semua.html"];
    let link = between(page, "formulir.html", "</a>");
    assert!(link.contains("kartu latihan"), "{link}");
}
