//! The program `teduh`; everything it does is in the library.

use std::process::ExitCode;

use mimalloc::MiMalloc;

/// Records, pages and sheets are many small pieces of memory on every core at
/// once: with the system's own allocator a seventh of the time went into that.
#[global_allocator]
static MEMORY: MiMalloc = MiMalloc;

/// Runs the program.
fn main() -> ExitCode {
    teduh::run()
}
