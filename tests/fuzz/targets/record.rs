//! A service's YAML, the whole way to a site.
#![no_main]

mod base;

libfuzzer_sys::fuzz_target!(|text: &str| teduh::fuzz("record", base::BASE, text));
