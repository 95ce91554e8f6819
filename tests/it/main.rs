//! The one integration test: the program as a person runs it, and the rules
//! that the source itself keeps.

mod answers;
mod architecture;
mod codes;
mod hostile;
mod leaks;
mod support;
