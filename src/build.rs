//! Tells cargo that the starter content and the themes are part of the program:
//! a file that is added to them must be compiled in.

/// Prints what to watch.
#[expect(clippy::print_stdout, reason = "this is how a build script speaks to cargo")]
fn main() {
    println!("cargo:rerun-if-changed=content");
    println!("cargo:rerun-if-changed=themes");
    println!("cargo:rerun-if-changed=src/build.rs");
}
