//! A page's front matter and Markdown, the whole way to a site.
#![no_main]

mod base;

libfuzzer_sys::fuzz_target!(|text: &str| teduh::fuzz("markdown", base::BASE, text));
