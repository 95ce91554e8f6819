//! Bytes as they travel.

use std::io::Write;

use flate2::Compression;
use flate2::write::GzEncoder;

/// Bytes as `gzip -9` would send them, without a name or a time in them. What
/// cannot be compressed stays as it is.
pub fn gzip(bytes: &[u8]) -> Vec<u8> {
    compressed(bytes, Compression::best())
}

/// Whether these bytes travel as `limit` or fewer; how many they are where they do
/// not. Most texts are told light by a quick look.
pub fn over(bytes: &[u8], limit: usize) -> Option<usize> {
    let light = bytes.len() <= limit || compressed(bytes, Compression::fast()).len() <= limit;
    (!light).then(|| gzip(bytes).len()).filter(|it| *it > limit)
}

/// Compressed so hard.
fn compressed(bytes: &[u8], level: Compression) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), level);
    let written = encoder.write_all(bytes).and_then(|()| encoder.finish());
    written.unwrap_or_else(|_| bytes.to_vec())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn over_is_what_is_left_after_the_hardest_squeeze() {
        let text: String = (0..4000_u32).map(|it| format!("{} ", it * it % 977)).collect();
        let least = gzip(text.as_bytes()).len();
        let quick = compressed(text.as_bytes(), Compression::fast()).len();
        assert!(least < quick && quick < text.len());
        assert_eq!(over(text.as_bytes(), least - 1), Some(least));
        for limit in [least, quick - 1, quick, text.len()] {
            assert_eq!(over(text.as_bytes(), limit), None);
        }
    }
}
