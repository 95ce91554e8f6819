//! Any files: each behind a line `=== PATH`, the whole way to a site.
#![no_main]

mod base;

libfuzzer_sys::fuzz_target!(|text: &str| teduh::fuzz("tree", base::BASE, text));
