//! School safeguarding sites: one repository of policies, protocols and local
//! services becomes one small static site for each school.
//!
//! It is built like a compiler. Read from the bottom up, each stage a plain
//! function from one value to the next:
//!
//! ```text
//! files --source--> SourceTree --parse--> Records --resolve--> District ---------+
//!                                                     | for each school          | check
//!                                                     v                          v
//!                                    Edition --site--> Plan --render--> Site   Diagnostics
//!                                                                         |
//!                                                                       emit --> folder
//! ```
//!
//! Faults of the content are diagnostics: all of them, with a code, a place and
//! a remedy. Faults of the machine are errors and stop the command. The same
//! content, judged as of the same day, gives the same bytes.
//!
//! The only public item is [`run`]. Fuzz targets, built with `--cfg fuzzing`,
//! see one more.

mod error;

mod source;

mod diag;
mod embedded;
mod model;

mod parse;
mod resolve;

mod site;
mod telling;

mod answers;
mod check;
mod emit;
mod inspect;
mod print;
mod render;

mod pipeline;

mod serve;

mod cli;

#[cfg(feature = "bench")]
#[doc(hidden)]
pub mod bench;

pub use cli::run;
#[cfg(fuzzing)]
pub use pipeline::harmless::fuzz;
