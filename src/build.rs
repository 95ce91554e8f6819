//! Tells cargo that the starter content and the themes are part of the program:
//! a file that is added to them must be compiled in.

/// Prints what to watch.
fn main() {
    println!("cargo:rerun-if-changed=content");
    println!("cargo:rerun-if-changed=themes");
    println!("cargo:rerun-if-changed=src/build.rs");
}
