//! The starter pack is whole: every text, service, law and term that a school
//! was promised lies in `content/`, by name, in the languages it was promised
//! in.

use std::fs;

use crate::support::{Repo, project};

/// A protocol for each of these.
const PROTOCOLS: &[&str] = &[
    "g0", "p01", "p02", "p03", "p04", "p05", "p06", "p07", "p08", "p09", "p10", "p11", "p12",
    "p13", "p14", "p15", "p16",
];

/// The policies that a school adopts.
const POLICIES: &[&str] = &[
    "data-pribadi-dan-catatan",
    "digital-dan-perilaku",
    "dugaan-terhadap-staf",
    "kanal-aduan",
    "kode-perilaku-orang-dewasa",
    "komunikasi-dan-pers",
    "olahraga-seni-pramuka-aman",
    "pelatihan-dan-tinjauan",
    "perlindungan-anak",
    "perundungan-dan-perilaku-teman",
    "rekrutmen-dan-tamu",
    "transportasi-perjalanan-kunjungan",
];

/// Guidance by audience. The names of child pages say nothing, so that a tab
/// and a history say nothing; the theme of each stands behind it.
const GUIDANCE: &[(&str, &str)] = &[
    ("child/catatan-1", "it is not your fault; ask for help now"),
    ("child/catatan-2", "what is happening to me"),
    ("child/catatan-3", "it is not your fault"),
    ("child/catatan-4", "what happens after I tell"),
    ("child/catatan-5", "pictures of me"),
    ("child/catatan-6", "somebody threatens me"),
    ("child/catatan-7", "a friend is in trouble"),
    ("child/catatan-8", "chats that feel wrong"),
    ("child/catatan-9", "my phone and safe settings"),
    ("child/catatan-10", "who can help at school"),
    ("child/catatan-11", "boys too"),
    ("child/catatan-12", "if it happens at home"),
    ("child/catatan-13", "I did something I regret"),
    ("parent/pertama", "the first page"),
    ("parent/tanda", "signs"),
    ("parent/cara-bicara", "how to talk"),
    ("parent/respons-pertama", "first response"),
    ("parent/ponsel-dan-gim", "phones and games"),
    ("parent/yang-dilakukan-sekolah", "what the school does"),
    ("parent/pp-tunas", "PP TUNAS"),
    ("teacher/pertama", "the first page"),
    ("teacher/tanda", "signs"),
    ("teacher/menerima-cerita", "receiving a disclosure"),
    ("teacher/kelas-setelah-kejadian", "class after an incident"),
    ("teacher/pelajaran-daring", "online lessons"),
    ("teacher/menjaga-diri", "looking after yourself"),
    ("counsellor/lima-menit", "the five-minute page"),
    ("counsellor/pertemuan-pertama", "first meeting"),
    ("counsellor/rencana-aman", "safety plan"),
    ("counsellor/rujukan", "referral"),
    ("counsellor/kembali-sekolah", "re-entry"),
    ("counsellor/catatan", "records"),
    ("counsellor/latihan", "drills"),
    ("head/pertama", "the first page"),
    ("head/tugas", "duties"),
    ("head/keputusan", "decisions"),
    ("head/dugaan-staf", "when staff are suspected"),
    ("head/pers", "press"),
    ("head/tinjauan-tahunan", "yearly review"),
];

/// Sheets to write on, beside a drill card for each protocol.
const FORMS: &[&str] = &[
    "catatan-kejadian",
    "izin-saluran",
    "lembar-tanda-tangan",
    "lembar-verifikasi",
    "rencana-aman",
    "surat-orang-tua-gambar",
    "surat-orang-tua-grup",
    "surat-orang-tua-kegiatan",
    "surat-orang-tua-kejadian-umum",
    "surat-orang-tua-undangan",
    "surat-rujukan",
    "survei-pembaca",
    "tinjauan-mandiri",
];

/// Every body, also those that are held back.
const SERVICES: &[&str] = &[
    "aduankonten",
    "bapas-kupang",
    "darurat-112",
    "dinas-pendidikan-kota-kupang",
    "dinas-sosial-kota-kupang",
    "ditres-ppa-ppo-ntt",
    "dp3a-kota-kupang",
    "ecpat-indonesia",
    "healing119",
    "iwf-indonesia",
    "kemensos-171",
    "komnas-perempuan",
    "kpa-kota-kupang",
    "kpai",
    "lapor",
    "lbh-apik-ntt",
    "lpsk",
    "patrolisiber",
    "pokja-bsan-kota-kupang",
    "polresta-kupang-kota",
    "polri-110",
    "puskesmas-kota-kupang",
    "puspaga-kota-kupang",
    "rumah-aman-kota-kupang",
    "rumah-harapan-gmit",
    "rumah-perempuan-kupang",
    "rumah-sakit-kota-kupang",
    "sapa-129",
    "sejiwa",
    "stopncii",
    "take-it-down",
    "tepsa",
    "tunasdigital",
    "ult-kemendikdasmen",
    "uptd-ppa-kota-kupang",
    "uptd-ppa-ntt",
];

/// Bodies for which no number may be shown until somebody has called it.
const WITHOUT_CHANNELS: &[&str] = &[
    "dinas-pendidikan-kota-kupang",
    "ditres-ppa-ppo-ntt",
    "dp3a-kota-kupang",
    "lbh-apik-ntt",
    "pokja-bsan-kota-kupang",
    "rumah-aman-kota-kupang",
    "rumah-harapan-gmit",
    "rumah-perempuan-kupang",
    "uptd-ppa-kota-kupang",
    "uptd-ppa-ntt",
];

/// The legal register.
const LAWS: &[&str] = &[
    "permendikdasmen-6-2026",
    "permendikbudristek-46-2023",
    "uu-12-2022",
    "uu-23-2002",
    "uu-35-2014",
    "uu-17-2016",
    "uu-21-2007",
    "uu-44-2008",
    "uu-11-2008",
    "uu-1-2024",
    "uu-1-2023",
    "uu-20-2025",
    "uu-11-2012",
    "pp-78-2021",
    "pp-17-2025",
    "permenkomdigi-9-2026",
    "perpres-87-2025",
    "perpres-55-2024",
    "permen-pppa-4-2018",
    "perpres-101-2022",
    "uu-27-2022",
];

/// The glossary.
#[rustfmt::skip]
const TERMS: &[&str] = &[
    "bsan", "pokja-bsan", "tppk", "satgas-ppksp", "pos", "kanal-aduan", "pelapor", "terlapor",
    "saksi", "penanganan-kolaboratif", "guru-bk", "wali-kelas", "guru-wali",
    "tenaga-kependidikan", "komite-sekolah", "anak", "anak-korban", "anak-saksi", "abh", "akh",
    "psm", "penyintas", "kekerasan-seksual", "pelecehan-seksual", "tpks", "ksbe", "kbgo", "eska",
    "mksa", "grooming", "sextortion", "konten-intim", "rekayasa-gambar", "tppo", "perekrut",
    "perundungan", "perundungan-siber", "penelantaran", "kdrt", "pelindungan", "pencegahan",
    "penanganan", "pemulihan", "reintegrasi", "pendamping", "penjangkauan", "manajemen-kasus",
    "rujukan", "rumah-aman", "uptd-ppa", "dp3a", "dp3ap2kb", "kemenpppa", "sapa-129",
    "simfoni-ppa", "unit-ppa", "spkt", "laporan-polisi", "bap", "visum", "ppt", "peksos", "bapas",
    "lpka", "diversi", "lpsk", "restitusi", "bantuan-hukum", "kpai", "kpad", "patbm", "puspaga",
    "forum-anak", "pik-r", "bhabinkamtibmas", "penyelesaian-damai", "kepentingan-terbaik",
    "kerahasiaan", "data-spesifik", "npsn", "pp-tunas",
];

/// The names of the Markdown files of a folder, without the ending.
fn texts(folder: &str) -> Vec<String> {
    let entries = fs::read_dir(project("content").join(folder)).expect("a folder");
    let names = entries.map(|it| it.expect("an entry").file_name().to_string_lossy().into_owned());
    names.filter_map(|it| Some(it.strip_suffix(".md")?.to_owned())).collect()
}

/// Those of `wanted` that are not files of the starter content.
fn missing(wanted: impl IntoIterator<Item = String>) -> Vec<String> {
    let content = project("content");
    wanted.into_iter().filter(|it| !content.join(it).is_file()).collect()
}

/// Those of `wanted` that are no keys of a map in the starter content.
fn without_entry(file: &str, wanted: &[&str]) -> Vec<String> {
    let text = fs::read_to_string(project("content").join(file)).expect("a register");
    let has = |id: &str| text.lines().any(|it| it == format!("{id}:"));
    wanted.iter().filter(|it| !has(it)).map(|it| format!("{file}: {it}")).collect()
}

#[test]
fn every_promised_text_is_there() {
    let policies = POLICIES.iter().map(|it| format!("policies/{it}.md"));
    let guidance = GUIDANCE.iter().map(|(it, _)| format!("pages/{it}.md"));
    let forms = FORMS.iter().map(|it| format!("forms/{it}.md"));
    let drills = PROTOCOLS.iter().map(|it| format!("forms/latihan-{it}.md"));
    let services = SERVICES.iter().map(|it| format!("services/{it}.yaml"));
    let all = policies.chain(guidance).chain(forms).chain(drills).chain(services);
    assert_eq!(missing(all), Vec::<String>::new());
    let protocols = texts("protocols");
    for code in PROTOCOLS {
        let begins = format!("{code}-");
        assert!(protocols.iter().any(|it| it.starts_with(&begins)), "no protocol {code}");
    }
}

#[test]
fn every_law_and_term_has_its_entry() {
    assert_eq!(without_entry("laws.yaml", LAWS), Vec::<String>::new());
    assert_eq!(without_entry("terms.yaml", TERMS), Vec::<String>::new());
}

#[test]
fn what_staff_read_is_there_in_english_too() {
    let folders = ["protocols", "policies", "forms", "pages/teacher", "pages/counsellor"];
    for folder in folders.into_iter().chain(["pages/head"]) {
        let all = texts(folder);
        let own = all.iter().filter(|it| !it.contains('.'));
        let alone: Vec<_> = own.filter(|it| !all.contains(&format!("{it}.en"))).collect();
        assert!(alone.is_empty(), "{folder}: without English: {alone:?}");
    }
}

#[test]
fn every_protocol_has_its_short_forms_and_its_reviewers() {
    for it in texts("protocols") {
        let path = project("content").join(format!("protocols/{it}.md"));
        let text = fs::read_to_string(path).expect("a protocol");
        let mut wanted = vec!["quick:", "say:", "never_say:", "never:", "record:", "suspects:"];
        if !it.ends_with(".en") {
            wanted.extend(["class:", "basis:", "refer:", "review:", "guidance:"]);
        }
        for field in wanted {
            assert!(text.lines().any(|it| it.starts_with(field)), "{it} has no `{field}`");
        }
    }
}

#[test]
fn a_body_nobody_has_called_has_no_number() {
    for it in WITHOUT_CHANNELS {
        let path = project("content").join(format!("services/{it}.yaml"));
        let text = fs::read_to_string(path).expect("a service");
        assert!(text.lines().any(|it| it == "channels: []"), "{it} has a channel");
        assert!(text.lines().any(|it| it.starts_with("unverified:")), "{it} does not say why");
    }
}

#[test]
fn the_pack_waits_for_its_reviewers_with_no_finding_accepted() {
    let output = Repo::starter().run(&["check", "--reviews", "--lang", "en"]).code(0);
    let said = String::from_utf8_lossy(&output.get_output().stderr).into_owned();
    let codes = said.split("[TD").skip(1).filter_map(|it| it.split(']').next());
    // Pages weigh more without the minifier.
    let codes: Vec<&str> =
        codes.filter(|it| cfg!(feature = "minify") || !it.starts_with("07")).collect();
    assert_eq!(codes, ["0404"; 5], "{said}");
    for it in PROTOCOLS {
        assert!(said.contains(&format!("  protocols/{it}-")), "{it} is not listed:\n{said}");
    }
}

#[test]
fn the_pack_cannot_go_live_before_its_review() {
    let live =
        Repo::starter().replaced("district.yaml", "publication: sample", "publication: live");
    let output = live.run(&["check", "--format", "short"]).code(1);
    let said = String::from_utf8_lossy(&output.get_output().stdout).into_owned();
    for it in PROTOCOLS {
        let mut lines = said.lines().filter(|it| it.contains("error[TD0421]"));
        assert!(lines.any(|line| line.contains(&format!("/{it}-"))), "{it} goes live:\n{said}");
    }
}

#[test]
fn a_page_in_kupang_malay_needs_no_more_than_its_words() {
    // The words are no language: nobody here can write that one.
    let words = fs::read_to_string(project("themes/plain/words/id.yaml")).expect("words");
    let page = "---\ntitle: UJI JUDUL\nneutral: UJI\n---\n\nUJI ISI <service:selalu>.\n";
    let repo = Repo::minimal()
        .replaced(
            "district.yaml",
            "languages: [id]",
            "languages: [id, mkn]\naudiences: { mkn: [child] }\ntheme: uji",
        )
        .with("themes/uji/words/mkn.yaml", &words)
        .with("pages/child/catatan-1.mkn.md", page);
    repo.run(&["build", "--quiet", "--out", "public"]).code(0);
    let read = |path: &str| {
        let path = repo.content("public/sekolah-1").join(path);
        fs::read_to_string(&path).unwrap_or_else(|why| panic!("{}: {why}", path.display()))
    };
    let own = read("mkn/a.html").replace('"', "");
    for it in ["<html lang=mkn", "UJI JUDUL", "UJI ISI"] {
        assert!(own.contains(it), "{it}\n{own}");
    }
    assert!(read("a.html").replace('"', "").contains("hreflang=mkn"), "no way to the page");
}
