//! A site in one file, to be handed from telephone to telephone.
//!
//! The plainest form of ZIP that every telephone opens: no clock, no rights, no
//! comment, so the same files give the same bytes.

use std::io::Write;

use flate2::write::DeflateEncoder;
use flate2::{Compression, Crc};

use super::OutputFile;

/// The day that every file bears: 1 January 1980, the first there is.
const DAY: u16 = 1 << 5 | 1;
/// The version of ZIP that is needed: 2.0.
const VERSION: u16 = 20;
/// How files are packed.
const DEFLATE: u16 = 8;

/// What has to be said of a file twice, at its head and in the list at the end.
struct Head {
    /// Everything but its name.
    fields: Vec<u8>,
    /// Its name.
    name: Vec<u8>,
}

/// These files in a ZIP. None where they do not fit into one: more than 65,535
/// files or 4 GiB.
pub fn zip<'f>(files: impl IntoIterator<Item = &'f OutputFile>) -> Option<Vec<u8>> {
    let mut out = Vec::new();
    let mut list = Vec::new();
    let mut count: u16 = 0;
    for file in files {
        count = count.checked_add(1)?;
        let at = u32::try_from(out.len()).ok()?;
        let packed = deflate(&file.bytes)?;
        let head = head(file, packed.len())?;
        out.extend_from_slice(b"PK\x03\x04");
        out.extend_from_slice(&head.fields);
        out.extend_from_slice(&head.name);
        out.extend_from_slice(&packed);

        list.extend_from_slice(b"PK\x01\x02");
        list.extend_from_slice(&VERSION.to_le_bytes());
        list.extend_from_slice(&head.fields);
        // No comment, first disk, no rights.
        list.extend_from_slice(&[0; 10]);
        list.extend_from_slice(&at.to_le_bytes());
        list.extend_from_slice(&head.name);
    }
    let count = count.to_le_bytes();
    let size = u32::try_from(list.len()).ok()?.to_le_bytes();
    let at = u32::try_from(out.len()).ok()?.to_le_bytes();
    out.extend_from_slice(&list);
    out.extend_from_slice(b"PK\x05\x06\0\0\0\0");
    for it in [&count[..], &count, &size, &at, &[0, 0]] {
        out.extend_from_slice(it);
    }
    Some(out)
}

/// What has to be said of a file.
fn head(file: &OutputFile, packed: usize) -> Option<Head> {
    let name = file.path.as_str().as_bytes().to_vec();
    let mut crc = Crc::new();
    crc.update(&file.bytes);
    let mut fields = Vec::new();
    for it in [VERSION, 0, DEFLATE, 0, DAY] {
        fields.extend_from_slice(&it.to_le_bytes());
    }
    for it in [crc.sum(), u32::try_from(packed).ok()?, u32::try_from(file.bytes.len()).ok()?] {
        fields.extend_from_slice(&it.to_le_bytes());
    }
    fields.extend_from_slice(&u16::try_from(name.len()).ok()?.to_le_bytes());
    fields.extend_from_slice(&[0, 0]);
    Some(Head { fields, name })
}

/// Bytes, packed.
fn deflate(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut encoder = DeflateEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes).ok()?;
    encoder.finish().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::site::SitePath;

    #[test]
    fn an_empty_zip_is_a_list_of_nothing() {
        let bytes = zip(&[]).expect("a ZIP");
        assert_eq!(bytes, [&b"PK\x05\x06"[..], &[0; 18]].concat());
    }

    #[test]
    fn every_file_is_listed_where_it_lies() {
        let file = |folder, name, text: &str| OutputFile {
            path: SitePath::new(folder, name),
            bytes: text.as_bytes().to_vec(),
        };
        let files = [file(None, "a.html", "abcabcabc"), file(Some("en"), "b.html", "")];
        let bytes = zip(&files).expect("a ZIP");
        let le = |at: usize| u32::from_le_bytes(bytes[at..at + 4].try_into().expect("four"));
        let end = bytes.len() - 22;
        let mut at = le(end + 16) as usize;
        for name in ["a.html", "en/b.html"] {
            assert_eq!(&bytes[at..at + 4], b"PK\x01\x02");
            let local = le(at + 42) as usize;
            assert_eq!(&bytes[local..local + 4], b"PK\x03\x04");
            assert_eq!(&bytes[local + 30..local + 30 + name.len()], name.as_bytes());
            assert_eq!(&bytes[at + 46..at + 46 + name.len()], name.as_bytes());
            at += 46 + name.len();
        }
        assert_eq!(at, end);
        assert_eq!(bytes, zip(&files).expect("the same ZIP"));
    }
}
