//! The one integration test: the program as a person runs it, and the rules
//! that the source itself keeps.

#![expect(clippy::needless_raw_string_hashes, reason = "snapshots are written like that")]

mod answers;
mod architecture;
mod build;
mod check;
mod codes;
#[cfg(feature = "pdf")]
mod contents;
mod explain;
mod golden;
mod headers;
mod hostile;
mod html;
mod init;
mod leaks;
mod offline;
mod pack;
mod packing;
mod pages;
mod papers;
mod print;
#[cfg(feature = "pdf")]
mod reading;
mod rules;
mod shards;
#[cfg(feature = "pdf")]
mod sheets;
mod support;
