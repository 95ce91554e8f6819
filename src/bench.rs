//! Each stage as a function without arguments, for `benches/stages.rs`.
//!
//! Compiled with the feature `bench` only, because the library has no other
//! public item than `run` and should not grow one: a benchmark is a program of
//! its own and could not reach the stages otherwise. Nothing rests on this room.

use std::cell::Cell;
use std::hint::black_box;
use std::path::Path;

use jiff::civil::Date;

use crate::embedded;
use crate::emit::{self, Options, Scope};
use crate::error::Error;
use crate::parse;
use crate::parse::words;
use crate::render::{Finish, Renderer, ThemeTrees};
use crate::resolve::{self, edition};
use crate::site::plan;
use crate::source::SourceTree;

/// The day of every benchmark.
const DAY: Date = Date::constant(2026, 11, 24);

/// The stages there are.
pub const STAGES: [&str; 8] =
    ["read", "parse", "link", "edition", "stencil", "page", "emit", "emit-again"];

/// Makes everything ready that a stage of the district in `content` needs, then
/// hands over the stage. Output goes below `out`.
///
/// # Errors
/// When the machine refuses, or the content is at fault.
pub fn stage(
    name: &str,
    content: &Path,
    out: &Path,
    run: impl FnOnce(&dyn Fn()),
) -> Result<(), Error> {
    let endings = ["yaml", "md", "csv"];
    let tree = SourceTree::read(content, &endings)?;
    let no_content = || Error::NoContent { path: content.to_path_buf() };
    let link = || resolve::link(parse::parse(&tree).value).value;
    let district = link().ok_or_else(no_content)?;
    let school = &district.schools.values().next().ok_or_else(no_content)?.value;
    let theme = embedded::theme("plain").unwrap_or_default();
    let words = words::words(&theme).value;
    let plan = plan::plan(&district);
    let trees = ThemeTrees { built_in: &theme, over: None };
    let renderer = || Renderer::new(&district, &plan, &trees, &words, DAY, Finish::Published);
    let compiled = renderer()?.value;
    let edition = || edition::edition(&district, school, DAY);
    let own = edition();
    let write = |out: &Path| -> Result<(), Error> {
        let filled = compiled.filled(&own, &[]);
        let folder = emit::open(out, Options::default())?;
        let written = emit::write(&folder, &filled.outline())?;
        emit::close(folder, vec![written], Scope::Full, DAY).map(drop)
    };
    let again = out.join("again");
    write(&again)?;
    let next = Cell::new(0);
    match name {
        "read" => run(&|| drop(black_box(SourceTree::read(content, &endings)))),
        "parse" => run(&|| drop(black_box(parse::parse(&tree)))),
        "link" => run(&|| drop(black_box(link()))),
        "edition" => run(&|| drop(black_box(edition()))),
        "stencil" => run(&|| drop(black_box(renderer()))),
        "page" => run(&|| drop(black_box(compiled.site(&own, &[])))),
        "emit" => run(&|| {
            next.set(next.get() + 1);
            drop(black_box(write(&out.join(next.get().to_string()))));
        }),
        _ => run(&|| drop(black_box(write(&again)))),
    }
    Ok(())
}
