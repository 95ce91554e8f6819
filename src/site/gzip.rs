//! Bytes as they travel.

use std::io::Write;

use flate2::Compression;
use flate2::write::GzEncoder;

/// Bytes as `gzip -9` would send them, without a name or a time in them. What
/// cannot be compressed stays as it is.
pub fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    let written = encoder.write_all(bytes).and_then(|()| encoder.finish());
    written.unwrap_or_else(|_| bytes.to_vec())
}
