//! What a school's pages say about numbers as their checks grow old.

use std::collections::BTreeMap;

use jiff::civil::{Date, date};

use super::{Finish, Renderer, ThemeTrees};
use crate::resolve::edition::edition;
use crate::site::plan::plan;
use crate::source::SourceTree;
use crate::{embedded, parse, resolve};

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
    site.files.into_iter().map(|it| (it.path.to_string(), text(it.bytes))).collect()
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
