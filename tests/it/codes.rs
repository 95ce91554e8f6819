//! Every code shows itself: for each there is a folder in `tests/ui` with the
//! smallest content that shows it, laid over `_base`, and what `check` says
//! about it in both languages.
//!
//! `SNAPSHOTS=overwrite` writes the expected files anew; a person reads them.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;

use snapbox::{Assert, Data};

use crate::support::{Repo, project};

/// Puts something into a repository.
type Make = fn(Repo) -> Repo;

/// Content that cannot lie in a folder as text, by the code that it shows.
const MADE: &[(&str, Make)] = &[
    ("TD0101", |repo| repo.with_bytes("policies/kode.md", b"---\ntitle: Kode \xe9tik\n---\n")),
    ("TD0102", |repo| repo.with("policies/kode.md", &"terlalu panjang\n".repeat(300_000))),
    ("TD0103", |repo| repo.without("policies/kode.md").linked("policies/kode.md", "../terms.yaml")),
    ("TD0104", |repo| repo.without("services/harian.yaml").with_socket("services/harian.yaml")),
    ("TD0111", |repo| {
        repo.replaced("pages/child/catatan-1.md", "kapan saja.", "kapan\u{e000}saja.")
    }),
    ("TD0421", |repo| {
        let review =
            "review: { needed: [lawyer, teachers], done: [{ by: teachers, on: 2026-11-01 }] }";
        repo.replaced("district.yaml", "publication: sample", "publication: live").replaced(
            "protocols/p01-cerita.md",
            "class: a\n",
            &format!("class: a\n{review}\n"),
        )
    }),
    ("TD0422", |repo| {
        let quick = format!("quick: [\"{}\"]\n", "Dengarkan dulu. ".repeat(46).trim());
        repo.replaced("protocols/p01-cerita.md", "class: a\n", &format!("class: a\n{quick}"))
    }),
    ("TD0711", |repo| {
        let front = "---\ntitle: Halaman panjang\nsummary: Ringkas.\nneutral: Catatan\n---\n\n";
        let page = format!("{front}{}\n", "Kapan saja. ".repeat(9_000));
        repo.with("pages/child/catatan-2.md", &page)
    }),
    ("TD0701", |repo| {
        repo.replaced("pages/head/pertama.md", "Baca", &format!("Baca {}", noise(9000)))
    }),
    ("TD0702", |repo| {
        // At two schools it differs by a byte, and is told once.
        repo.replaced("pages/head/pertama.md", "Baca", &format!("Baca {}", noise(24_000)))
    }),
    ("TD0703", |repo| {
        let page = "{% extends \"base.html\" %}{% block part %}<script>";
        let page = format!("{page}{}</script>{{% endblock %}}", noise(2500));
        repo.with("themes/plain/templates/pages/missing.html", &page)
    }),
    ("TD0715", |repo| {
        printing(repo, "handbook").replaced(
            "policies/kode.md",
            "## Bersikap",
            "Kata \u{6f22}\u{5b57}.\n\n## Bersikap",
        )
    }),
    ("TD0716", |repo| {
        let place = format!("title: {}", "gedung sebelah timur ".repeat(150));
        printing(repo, "posters").replaced("schools/sekolah-1.yaml", "title: ruang 1", &place)
    }),
    ("TD0714", |repo| {
        let text =
            std::fs::read_to_string(repo.content("schools/sekolah-1.yaml")).expect("a school");
        let text: String =
            text.lines().filter(|it| !it.starts_with("npsn")).map(|it| format!("{it}\n")).collect();
        (0..1100).fold(repo, |repo, it| repo.with(&format!("schools/s{it}.yaml"), &text))
    }),
    ("TD0704", |repo| {
        let page = |number: usize| {
            // Of no page anything stands in another: they are weighed together.
            let text = noise(6800 * (number + 1)).split_off(6800 * number);
            let words: Vec<&str> = text.split(' ').collect();
            let text: String = words.chunks(6).map(|it| it.join(" ") + ". ").collect();
            format!("---\ntitle: Halaman {number}\nsummary: Ringkas.\n---\n\n{text}\n")
        };
        (0..60).fold(repo, |repo, it| repo.with(&format!("pages/teacher/n{it}.md"), &page(it)))
    }),
];

/// Codes that cannot be shown without others.
const WITH: &[(&str, &[&str])] = &[
    // The heavy page is one long text.
    ("TD0701", &["TD1020", "TD1021", "TD1022"]),
    ("TD0702", &["TD1020", "TD1021", "TD1022"]),
    ("TD0704", &["TD1020", "TD1021", "TD1022"]),
    ("TD0519", &["TD0518"]),
    ("TD1011", &["TD0509"]),
];

#[test]
fn every_code_has_a_folder() {
    let codes: BTreeSet<String> = codes().into_iter().map(|it| it.name).collect();
    let entries = fs::read_dir(project("tests/ui")).expect("tests/ui");
    let names = entries.map(|it| it.expect("an entry").file_name().to_string_lossy().into_owned());
    let folders: BTreeSet<String> = names.filter(|it| it != "_base").collect();
    assert_eq!(codes, folders, "left: codes in src/diag/code.rs, right: folders in tests/ui");
}

#[test]
fn the_smallest_district_is_clean() {
    for command in [&["check", "--strict"][..], &["check", "--site", "--strict"]] {
        Repo::minimal().run(command).code(0).stdout_eq("").stderr_eq("no fault found\n");
    }
}

#[test]
fn every_code_shows_itself_and_nothing_else() {
    let codes = codes();
    let halves: Vec<&[Code]> = codes.chunks(codes.len().div_ceil(2)).collect();
    let wrong: String = std::thread::scope(|scope| {
        let work: Vec<_> = halves
            .into_iter()
            .map(|half| scope.spawn(|| half.iter().map(shows).collect::<String>()))
            .collect();
        work.into_iter().map(|it| it.join().expect("no panic")).collect()
    });
    assert!(wrong.is_empty(), "{wrong}");
}

/// A code as it stands in `src/diag/code.rs`.
#[derive(Debug)]
struct Code {
    /// `TD0301`
    name: String,
    /// Whether the smallest district, a sample, cannot be built with it.
    error: bool,
}

/// Every code there is, read from the table in `src/diag/code.rs`.
fn codes() -> Vec<Code> {
    let text = fs::read_to_string(project("src/diag/code.rs")).expect("the table of codes");
    let table = text
        .split("\nfaults! {\n")
        .nth(1)
        .expect("a table")
        .split("\n}\n")
        .next()
        .expect("its end");
    let code = |line: &str| {
        let (_, rest) = line.strip_prefix("    ")?.split_once(" = ")?;
        let (number, rest) = rest.split_once(", ")?;
        let number: u16 = number.parse().ok()?;
        Some(Code { name: format!("TD{number:04}"), error: rest.starts_with("Error ") })
    };
    let codes: Vec<Code> = table.lines().filter_map(code).collect();
    assert!(codes.len() > 40, "the table in src/diag/code.rs reads differently now: {codes:?}");
    codes
}

/// What is wrong with a code's folder.
fn shows(code: &Code) -> String {
    let name = code.name.as_str();
    let folder = project("tests/ui").join(name);
    let made = MADE.iter().find(|it| it.0 == name).map_or(as_it_is as Make, |it| it.1);
    let repo = made(Repo::minimal().laid(&folder));
    let mut wrong = String::new();
    if name == "TD0804" && !cfg!(feature = "minify") {
        // Without the minifier nothing is changed.
        return wrong;
    }
    // Without the minifier pages weigh more: all but the weights is compared.
    if ["TD0715", "TD0716"].contains(&name) && !cfg!(feature = "pdf") {
        // Without the typesetter there are no sheets.
        return wrong;
    }
    let weighed = ["TD0701", "TD0702", "TD0703", "TD0704", "TD0711"].contains(&name);
    for lang in ["en", "id"] {
        // A folder without `district.yaml` is no repository unless one says so.
        let root: &[&str] =
            if repo.content("district.yaml").exists() { &[] } else { &["--root", "."] };
        let command: &[&str] = match name {
            // How many files there are is known when they are to be written.
            "TD0714" => &["build", "--out", "../public"],
            // Finished pages are looked at where that is asked for.
            name if name.starts_with("TD07") || name == "TD0804" => &["check", "--site"],
            _ => &["check"],
        };
        let args = [command, &["--lang", lang], root].concat();
        let output = repo.command(&args).output().expect("the program runs");
        let said = String::from_utf8(output.stderr).expect("UTF-8");
        let path = folder.join(format!("expected.{lang}.txt"));
        let same = if weighed && !cfg!(feature = "minify") {
            let expected = fs::read_to_string(&path).expect("what is expected");
            let expected = Data::text(without_weights(&expected.replace("[..]", "0"))).raw();
            Assert::new().try_eq(Some(&name), Data::text(without_weights(&said)), expected)
        } else {
            let expected = Data::read_from(&path, None);
            let action = Assert::new().action_env("SNAPSHOTS");
            action.try_eq(Some(&name), Data::text(said.clone()), expected)
        };
        let mut say =
            |what: String| writeln!(wrong, "{name} ({lang}): {what}").expect("room for a line");
        if let Err(difference) = same {
            say(difference.to_string());
        }
        // A protocol that nobody has reviewed is a fault of live districts only.
        let error = code.error || name == "TD0421";
        if output.status.code() != Some(i32::from(error)) {
            say(format!("exit code {:?}", output.status.code()));
        }
        let (own, others): (Vec<String>, Vec<String>) =
            mentioned(&said).into_iter().partition(|it| it == name);
        let with = WITH.iter().find(|it| it.0 == name).map_or(&[][..], |it| it.1);
        if own.is_empty() {
            say("it does not show".to_owned());
        }
        if let Some(other) = others.iter().find(|it| !with.contains(&it.as_str())) {
            say(format!("shows {other} as well"));
        }
    }
    wrong
}

/// What the program said, without the numbers of bytes in it and without what it
/// names as heaviest.
fn without_weights(said: &str) -> String {
    let lines = said.lines().filter(|it| !it.trim_start().starts_with("= "));
    let digits = |it: char| it.is_ascii_digit();
    lines
        .map(|it| it.split(digits).filter(|it| !it.is_empty()).collect::<String>() + "\n")
        .collect()
}

/// The codes in what the program said.
fn mentioned(said: &str) -> Vec<String> {
    said.split("[TD")
        .skip(1)
        .filter_map(|it| it.split(']').next())
        .map(|it| format!("TD{it}"))
        .collect()
}

/// Prints these sheets with every build.
fn printing(repo: Repo, sheets: &str) -> Repo {
    let asked = format!("publication: sample\nprint: [{sheets}]");
    repo.replaced("district.yaml", "publication: sample", &asked)
}

/// Leaves a repository as it is.
fn as_it_is(repo: Repo) -> Repo {
    repo
}

/// Words that cannot be compressed, the same ones every time.
fn noise(length: usize) -> String {
    let mut seed = 0x9e37_79b9_7f4a_7c15_u64;
    let mut letter = || {
        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        char::from(b'a' + u8::try_from(seed % 26).expect("a letter"))
    };
    (0..length).map(|at| if at % 9 == 8 { ' ' } else { letter() }).collect()
}
