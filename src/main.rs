//! The program `teduh`; everything it does is in the library.

use std::process::ExitCode;

/// Runs the program.
fn main() -> ExitCode {
    teduh::run()
}
