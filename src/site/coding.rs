//! How files are compressed once and for all, for hosts that serve them so.

use super::gzip::gzip;

/// A way to compress a file for its way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Coding {
    /// What every browser takes.
    Gzip,
    /// A seventh smaller; takes a hundred times as long to make.
    #[cfg(feature = "brotli")]
    Brotli,
}

impl Coding {
    /// What the name of a file that is compressed so ends in.
    pub fn ending(self) -> &'static str {
        match self {
            Coding::Gzip => "gz",
            #[cfg(feature = "brotli")]
            Coding::Brotli => "br",
        }
    }

    /// Bytes compressed so, as hard as it goes; the same each time.
    pub fn of(self, bytes: &[u8]) -> Vec<u8> {
        match self {
            Coding::Gzip => gzip(bytes),
            #[cfg(feature = "brotli")]
            Coding::Brotli => brotli(bytes),
        }
    }
}

/// Bytes as `brotli -q 11` would send them. What cannot be compressed stays as it
/// is.
#[cfg(feature = "brotli")]
fn brotli(bytes: &[u8]) -> Vec<u8> {
    /// The smallest and the largest window, as powers of two. Looking through a
    /// large one costs most of the time that a small file takes.
    const WINDOW: (u32, u32) = (16, 22);
    let window = bytes.len().next_power_of_two().ilog2().clamp(WINDOW.0, WINDOW.1);
    let params = brotli::enc::BrotliEncoderParams {
        quality: 11,
        lgwin: i32::try_from(window).unwrap_or_default(),
        size_hint: bytes.len(),
        ..Default::default()
    };
    let mut compressed = Vec::new();
    let done = brotli::BrotliCompress(&mut &*bytes, &mut compressed, &params);
    done.map_or_else(|_| bytes.to_vec(), |_| compressed)
}

#[cfg(test)]
#[cfg(feature = "brotli")]
mod tests {
    use super::*;

    #[test]
    fn brotli_is_smaller_and_holds_the_same() {
        let text: String = (0..4000_u32).map(|it| format!("{} ", it * it % 977)).collect();
        for bytes in [text.as_bytes(), b"", b"x"] {
            let small = Coding::Brotli.of(bytes);
            let mut whole = Vec::new();
            brotli::BrotliDecompress(&mut &*small, &mut whole).expect("what was compressed");
            assert_eq!(whole, bytes);
            assert_eq!(small, Coding::Brotli.of(bytes));
            assert!(small.len() < Coding::Gzip.of(bytes).len());
        }
    }
}
