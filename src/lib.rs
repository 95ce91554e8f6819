//! x
pub mod diag;
pub mod error;
pub mod model;
pub mod parse;
pub mod resolve;
pub mod site;
pub mod source;
