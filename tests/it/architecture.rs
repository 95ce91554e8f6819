//! The nevers: what no file of `src/` may do, read from its text.
//!
//! A file's tests at its foot may use every room; what stands above them keeps
//! to the table of floors. The reader of Rust below knows comments, quotations
//! and words, which is all that is needed to find a name that must not be there.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use crate::support::{files, project};

/// The rooms and their floors. A room may name lower floors only.
const FLOORS: &[(&str, u8)] = &[
    ("main", 10),
    ("cli", 9),
    ("bench", 8),
    ("serve", 8),
    ("pipeline", 7),
    ("answers", 6),
    ("check", 6),
    ("emit", 6),
    ("inspect", 6),
    ("print", 6),
    ("render", 6),
    ("site", 5),
    ("telling", 5),
    ("parse", 4),
    ("resolve", 4),
    ("diag", 3),
    ("embedded", 3),
    ("model", 3),
    ("source", 2),
    ("error", 1),
];

/// Neighbours that may be named all the same: a fault's facts are values of the
/// model.
const NEIGHBOURS: &[(&str, &str)] = &[("diag", "model")];

/// Who may name no more than these rooms, though lower floors have others.
const ONLY: &[(&str, &[&str])] = &[
    ("main", &[]),
    ("serve", &["pipeline", "source", "diag", "site", "error"]),
    ("emit", &["site", "source", "diag", "error"]),
    ("answers", &["resolve", "diag", "model"]),
    ("check", &["site", "resolve", "diag", "model", "source"]),
    ("inspect", &["site", "diag", "model", "source"]),
    ("print", &["site", "telling", "resolve", "model", "source", "error"]),
    ("render", &["site", "telling", "resolve", "diag", "model", "source", "error"]),
    ("telling", &["model"]),
    ("model", &["source"]),
];

/// Rooms that only these may name.
const NAMED_BY: &[(&str, &[&str])] =
    &[("pipeline", &["cli", "serve", "lib"]), ("cli", &["lib"]), ("bench", &["lib"])];

/// Crates from outside and the rooms that may name them; none: all may.
const CRATES: &[(&str, &[&str])] = &[
    ("annotate_snippets", &["diag"]),
    ("brotli", &["site"]),
    ("clap", &["cli"]),
    ("flate2", &["site"]),
    ("include_dir", &["embedded"]),
    ("jiff", &[]),
    ("lopdf", &["print"]),
    ("mimalloc", &["main"]),
    ("minify_html", &["render"]),
    ("notify_debouncer_full", &["serve"]),
    ("pulldown_cmark", &["parse"]),
    ("qrcode", &["print"]),
    ("rayon", &["check", "emit", "inspect", "parse", "pipeline", "render", "source"]),
    ("serde", &[]),
    ("serde_json", &["diag", "emit", "print", "render"]),
    ("serde_yaml", &["parse"]),
    ("sha2", &["site"]),
    ("strsim", &["diag"]),
    ("tera", &["render"]),
    ("thiserror", &[]),
    ("tiny_http", &["serve"]),
    ("typst", &["print"]),
    ("typst_layout", &["print"]),
    ("typst_pdf", &["print"]),
    ("walkdir", &["source"]),
];

/// Words, the rooms in which they may stand, and why nowhere else.
const WORDS: &[(&str, &[&str], &str)] = &[
    ("fs", &["source", "emit"], "files are read in `source` and written in `emit`"),
    ("HashMap", &[], "its order is chance; use a `BTreeMap`"),
    ("HashSet", &[], "its order is chance; use a `BTreeSet`"),
    ("unsafe", &[], "nothing here needs it"),
    ("static", &["embedded", "main"], "nothing is global but the starter and the allocator"),
    ("thread_local", &[], "nothing is global"),
    ("OnceLock", &[], "nothing is global"),
    ("LazyLock", &[], "nothing is global"),
    ("RefCell", &[], "nothing is shared that changes"),
    ("Mutex", &["serve"], "nothing is shared that changes"),
    ("RwLock", &["serve"], "nothing is shared that changes"),
    ("Timestamp", &["cli"], "the day is an argument"),
    ("SystemTime", &["cli"], "the day is an argument"),
    ("Zoned", &["cli"], "the day is an argument"),
    ("Instant", &["serve"], "the day is an argument"),
    ("unwrap", &[], "say why it cannot fail, or report that it did"),
    ("todo", &[], "a half-done thing"),
    ("unimplemented", &[], "a half-done thing"),
    ("dbg", &[], "a leftover"),
    ("allow", &[], "use `#[expect(.., reason = ..)]`"),
];

#[test]
fn the_source_keeps_the_nevers() {
    let mut found = Vec::new();
    for (path, bytes) in files(&project("src")) {
        let text = String::from_utf8(bytes).expect("source is UTF-8");
        // Files of tests may use every room, as may tests at a file's foot.
        if is_rust(&path) && !path.contains("/tests") {
            found.extend(faults(&path, &text));
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn every_room_is_on_a_floor_and_every_crate_has_its_room() {
    let rooms: BTreeSet<String> = files(&project("src")).keys().map(|it| room(it)).collect();
    let known: BTreeSet<String> =
        FLOORS.iter().map(|it| it.0).chain(["lib", "build"]).map(str::to_owned).collect();
    let unknown: Vec<&String> = rooms.difference(&known).collect();
    assert!(unknown.is_empty(), "rooms without a floor: {unknown:?}");

    let manifest = fs::read_to_string(project("Cargo.toml")).expect("a manifest");
    let known: BTreeSet<&str> = CRATES.iter().map(|it| it.0).collect();
    let crates = dependencies(&manifest);
    let unknown: Vec<&String> = crates.iter().filter(|it| !known.contains(it.as_str())).collect();
    assert!(unknown.is_empty(), "crates without a room: {unknown:?}");
}

#[test]
fn every_file_says_first_what_it_is() {
    for folder in ["src", "tests/it", "tests/fuzz"] {
        for (path, bytes) in files(&project(folder)) {
            if is_rust(&path) {
                assert!(bytes.starts_with(b"//! "), "{folder}/{path} does not begin with `//!`");
            }
        }
    }
}

#[test]
fn a_file_that_breaks_a_never_is_caught() {
    let check = |path: &str, text: &str, expected: &str| {
        let found = faults(path, text).join("\n");
        assert!(
            found.contains(expected),
            "{path}: {text}\nfound: {found:?}\nexpected: {expected:?}"
        );
    };
    check("source/mod.rs", "use crate::diag::Diagnostic;", "`source` names `diag`");
    check("parse/mod.rs", "use crate::resolve::link;", "`parse` names `resolve`");
    check("resolve/mod.rs", "use crate::{model::Law, parse};", "`resolve` names `parse`");
    check(
        "resolve/mod.rs",
        "use crate::{\n    model::{self, law::Law},\n    render::{html, Renderer},\n};",
        "`resolve` names `render`",
    );
    check("model/value.rs", "fn a() -> crate::diag::Code { b() }", "`model` names `diag`");
    check("model/mod.rs", "use super::pipeline::build;", "`model` names `pipeline`");
    check("model/law.rs", "use super::super::emit;", "`model` names `emit`");
    check("render/html.rs", "use crate::parse::parse;", "`render` names `parse`");
    check("render/html.rs", "use crate::print::handbook;", "`render` names `print`");
    check("emit/mod.rs", "use crate::model::District;", "`emit` names `model`");
    check("emit/manifest.rs", "use crate::resolve::edition;", "`emit` names `resolve`");
    check("check/mod.rs", "use crate::parse::locate;", "`check` names `parse`");
    check("serve.rs", "use crate::render::Renderer;", "`serve` names `render`");
    check("serve/watch.rs", "use crate::resolve;", "`serve` names `resolve`");
    check("render/mod.rs", "use crate::pipeline::Order;", "`render` names `pipeline`");
    check("pipeline.rs", "use crate::cli::run;", "`pipeline` names `cli`");
    check("diag/mod.rs", "use crate::embedded::starter;", "`diag` names `embedded`");
    check("attic.rs", "use std::io;", "`attic` is on no floor");

    check("model/mod.rs", "use serde_yaml::Value;", "crate `serde_yaml`");
    check("render/mod.rs", "fn a() { walkdir::WalkDir::new(b) }", "crate `walkdir`");
    check("check/site.rs", "use {sha2::Sha256, std::io};", "crate `sha2`");
    check("resolve/mod.rs", "use rayon::prelude::*;", "crate `rayon`");

    check("parse/mod.rs", "use std::fs;", "`fs`");
    check("serve.rs", "use std::{env, fs::File};", "`fs`");
    check("render/mod.rs", "fn a(b: HashMap<u8, u8>) {}", "`HashMap`");
    check("diag/mod.rs", "static A: u8 = 1;", "`static`");
    check("emit/mod.rs", "unsafe { a() }", "`unsafe`");
    check("check/mod.rs", "fn a() { jiff::Timestamp::now() }", "`Timestamp`");
    check("emit/mod.rs", "fn a() { SystemTime::now() }", "`SystemTime`");
    check("parse/mod.rs", "fn a() { b.unwrap() }", "`unwrap`");
    check("parse/mod.rs", "#[allow(dead_code)] fn a() {}", "`allow`");
    check("parse/mod.rs", "use super::model::*;", "everything at once");
}

#[test]
fn a_file_that_keeps_the_nevers_is_left_alone() {
    let check = |path: &str, text: &str| {
        assert_eq!(faults(path, text), Vec::<String>::new(), "{path}: {text}");
    };
    check(
        "parse/mod.rs",
        "//! See [`crate::render`].\n/* use crate::emit; */ use crate::diag::Diagnostic;",
    );
    check("diag/code.rs", "use crate::model::Publication;");
    check("parse/words.rs", "use super::fields::list;\nuse super::super::model::Records;");
    check(
        "cli.rs",
        "const A: &str = \"crate::main, fs, \\\" unsafe\"; const B: char = '\"'; fn a<'static_>(b: &'static str) {}",
    );
    check("emit/mod.rs", "fn a() { b(r#\"use crate::model; \"# ) }");
    check(
        "check/mod.rs",
        "fn a() {}\n#[cfg(test)]\nmod tests { use super::*; use crate::parse::parse; }",
    );
    check("embedded.rs", "static A: include_dir::Dir<'_> = b();");
    check("main.rs", "static A: mimalloc::MiMalloc = mimalloc::MiMalloc;");
    check("render/mod.rs", "fn a() { self.tera.render(b) }");
}

/// What is wrong with a file of `src/`.
fn faults(path: &str, text: &str) -> Vec<String> {
    let room = room(path);
    let words = words(&code(above_tests(text)));
    let mut found = Vec::new();
    let mut report = |what: String| found.push(format!("src/{path}: {what}"));
    if !matches!(room.as_str(), "lib" | "build") && floor(&room).is_none() {
        report(format!("`{room}` is on no floor"));
    }
    for other in rooms_named(path, &words) {
        if let Some(why) = why_not(&room, &other) {
            report(format!("`{room}` names `{other}`: {why}"));
        }
    }
    for (name, rooms) in
        CRATES.iter().filter(|(_, rooms)| !rooms.is_empty() && !rooms.contains(&room.as_str()))
    {
        if names_crate(&words, name) {
            report(format!("the crate `{name}` belongs to {rooms:?}"));
        }
    }
    for (word, rooms, why) in WORDS {
        if words.iter().any(|it| it == word) && !rooms.contains(&room.as_str()) {
            report(format!("`{word}`: {why}"));
        }
    }
    if windows(&words, &["::", "*"]) && !windows(&words, &["rayon", "::", "prelude", "::", "*"]) {
        report("imports everything at once".to_owned());
    }
    found
}

/// Why one room may not name another.
fn why_not(room: &str, other: &str) -> Option<&'static str> {
    let rule = |table: &[(&str, &'static [&'static str])], key: &str| {
        table.iter().find(|it| it.0 == key).map(|it| it.1)
    };
    if room == other {
        return None;
    }
    if rule(NAMED_BY, other).is_some_and(|it| !it.contains(&room)) {
        return Some("only few may");
    }
    if room == "lib" || NEIGHBOURS.contains(&(room, other)) {
        return None;
    }
    if floor(other) >= floor(room) {
        return Some("a room names lower floors only");
    }
    rule(ONLY, room).is_some_and(|it| !it.contains(&other)).then_some("it is none of its business")
}

/// A room's floor.
fn floor(room: &str) -> Option<u8> {
    FLOORS.iter().find(|it| it.0 == room).map(|it| it.1)
}

/// Whether a file is Rust.
fn is_rust(path: &str) -> bool {
    Path::new(path).extension().is_some_and(|it| it == "rs")
}

/// The room a file of `src/` belongs to.
fn room(path: &str) -> String {
    path.split(['/', '.']).next().unwrap_or_default().to_owned()
}

/// The text above a file's tests.
fn above_tests(text: &str) -> &str {
    text.split("#[cfg(test)]").next().unwrap_or_default()
}

/// Whether these words follow each other.
fn windows(words: &[String], wanted: &[&str]) -> bool {
    words.windows(wanted.len()).any(|it| it == wanted)
}

/// Whether a path begins with the name of a crate.
fn names_crate(words: &[String], name: &str) -> bool {
    let begins = |at: usize| at == 0 || !matches!(words[at - 1].as_str(), "::" | ".");
    let path = |at: usize| {
        words.get(at + 1).is_some_and(|it| it == "::") || (at > 0 && words[at - 1] == "use")
    };
    (0..words.len()).any(|at| words[at] == name && begins(at) && path(at))
}

/// Every room of ours that a file names, by `crate::` or by `super::`.
fn rooms_named(path: &str, words: &[String]) -> BTreeSet<String> {
    let depth = path.trim_end_matches("/mod.rs").split('/').count();
    let mut named = BTreeSet::new();
    for at in 0..words.len() {
        let begins = at == 0 || words[at - 1] != "::";
        let ups = words[at..].chunks(2).take_while(|it| *it == ["super", "::"]).count();
        let rest = match words[at].as_str() {
            "crate" if words.get(at + 1).is_some_and(|it| it == "::") => at + 2,
            "super" if begins && ups == depth => at + 2 * ups,
            _ => continue,
        };
        named.extend(heads(&words[rest..]));
    }
    let rooms = FLOORS.iter().map(|it| it.0);
    let rooms: BTreeSet<&str> = rooms.collect();
    named.retain(|it| rooms.contains(it.as_str()));
    named
}

/// The first names of a path that may branch: `a::b`, or `{a, b::{c, d}}`.
fn heads(words: &[String]) -> Vec<String> {
    if words.first().is_none_or(|it| it != "{") {
        return words.first().cloned().into_iter().collect();
    }
    let mut heads = Vec::new();
    let (mut depth, mut fresh) = (0, false);
    for word in words {
        match word.as_str() {
            "{" => depth += 1,
            "}" => depth -= 1,
            name if fresh && depth == 1 => heads.push(name.to_owned()),
            _ => {}
        }
        fresh = depth == 1 && matches!(word.as_str(), "{" | ",");
        if depth == 0 {
            break;
        }
    }
    heads
}

/// The crates a manifest asks for, as they are named in code.
fn dependencies(manifest: &str) -> Vec<String> {
    let lines = manifest.lines().skip_while(|it| *it != "[dependencies]").skip(1);
    let entries = lines.take_while(|it| !it.starts_with('[')).filter(|it| !it.starts_with('#'));
    entries.filter_map(|it| it.split_once(" = ")).map(|(name, _)| name.replace('-', "_")).collect()
}

/// Rust without its comments, quotations and characters.
fn code(text: &str) -> String {
    let mut code = String::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let skip = passage(rest);
        if skip > 0 {
            code.push(' ');
            rest = &rest[skip..];
        } else {
            code.push(first);
            rest = &rest[first.len_utf8()..];
        }
    }
    code
}

/// How many bytes at the beginning of a text are a comment, a quotation, a
/// character or a lifetime; none where it is code.
fn passage(rest: &str) -> usize {
    let up_to = |end: &str, from: usize| {
        rest[from..].find(end).map_or(rest.len(), |it| from + it + end.len())
    };
    if rest.starts_with("//") {
        return rest.find('\n').unwrap_or(rest.len());
    }
    if rest.starts_with("/*") {
        return up_to("*/", 2);
    }
    if let Some(marks) =
        rest.strip_prefix('r').map(|it| it.len() - it.trim_start_matches('#').len())
        && rest[1 + marks..].starts_with('"')
    {
        return up_to(&format!("\"{}", "#".repeat(marks)), 2 + marks);
    }
    match rest.as_bytes() {
        [b'"', ..] => quoted(rest, '"'),
        [b'\'', b'\\', ..] => quoted(rest, '\''),
        [b'\'', ..] => {
            let mut letters = rest.chars().skip(1);
            let letter = letters.next().map_or(0, char::len_utf8);
            if letters.next() == Some('\'') {
                return letter + 2;
            }
            let name = |it: char| it.is_alphanumeric() || it == '_';
            1 + rest[1..].find(|it| !name(it)).unwrap_or(rest.len() - 1)
        }
        _ => 0,
    }
}

/// How many bytes a quotation has, its marks included.
fn quoted(rest: &str, mark: char) -> usize {
    let mut escaped = false;
    for (at, it) in rest.char_indices().skip(1) {
        match it {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            it if it == mark => return at + 1,
            _ => {}
        }
    }
    rest.len()
}

/// Names, `::`, and every other sign on its own.
fn words(code: &str) -> Vec<String> {
    let name = |it: char| it.is_alphanumeric() || it == '_';
    let mut words: Vec<String> = Vec::new();
    let mut open = false;
    for it in code.chars() {
        match words.last_mut() {
            Some(last) if open && name(it) => last.push(it),
            Some(last) if it == ':' && last == ":" => last.push(':'),
            _ if it.is_whitespace() => {}
            _ => words.push(it.to_string()),
        }
        open = name(it);
    }
    words
}
