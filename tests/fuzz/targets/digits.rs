//! Numbers in Markdown and YAML, the whole way to a site.
#![no_main]

mod base;

libfuzzer_sys::fuzz_target!(|text: &str| teduh::fuzz("digits", base::BASE, text));
