//! x
pub mod error; pub mod source; pub mod model; pub mod diag; pub mod parse; pub mod resolve; pub mod site; pub mod render; pub mod embedded; pub mod check;
pub mod emit;
pub mod serve;
