//! How long each stage takes, on a made district of 100 schools and 40 pages.
//!
//! `cargo bench --features bench`. `link` also parses, since records are used up.
//! The folder `district` below cargo's temporary folder is made once and kept.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use divan::Bencher;
use teduh::bench;

fn main() {
    divan::main();
}

/// Times one stage.
#[divan::bench(args = bench::STAGES)]
fn stage(bencher: Bencher<'_, '_>, name: &str) {
    let out = folder("out");
    let _ = fs::remove_dir_all(&out);
    bench::stage(name, &district(), &out, |run| bencher.bench_local(run))
        .expect("a sound district");
    let _ = fs::remove_dir_all(&out);
}

/// The made district.
fn district() -> PathBuf {
    let district = folder("district");
    if !district.join("district.yaml").exists() {
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/make_district.py");
        let made = Command::new("python3").arg(script).args(["100", "40"]).arg(&district).status();
        assert!(made.is_ok_and(|it| it.success()), "python3 is needed to make a district");
    }
    district
}

/// A folder for this benchmark.
fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join("bench").join(name)
}
