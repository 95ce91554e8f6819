//! The one integration test: the program as a person runs it, and the rules
//! that the source itself keeps.

mod architecture;
mod codes;
mod support;
