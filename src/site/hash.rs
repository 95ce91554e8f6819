//! Hashes of what is published: of a file's bytes, and of what they follow from.
//!
//! The only room that knows which hash it is: SHA-256, because a person can
//! compare it with what `sha256sum` says.

use std::fmt;
use std::str::FromStr;

use sha2::{Digest, Sha256};

/// The SHA-256 of some bytes; as text 64 small hexadecimal digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Hash([u8; 32]);

/// A hash of everything that a file's bytes follow from; as text 32 small
/// hexadecimal digits.
///
/// Files with the same recipe have the same bytes, whatever made them and when.
/// So a recipe names the pieces of a file by what is *in* them, never by where
/// they came from: it is no trace of inputs that could forget one. It is half a
/// SHA-256, which is enough to find changes and halves what a list of them needs.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Recipe([u8; 16]);

impl Hash {
    /// The hash of some bytes.
    pub fn of(bytes: &[u8]) -> Hash {
        Hash(Sha256::digest(bytes).into())
    }

    /// The hash itself.
    pub fn bytes(&self) -> &[u8] {
        &self.0
    }
}

impl Recipe {
    /// The recipe of a file, or a piece of one, that is there already.
    pub fn of(bytes: &[u8]) -> Recipe {
        Recipe::made("bytes", [bytes])
    }

    /// The recipe of what `way` makes of some parts, in order. A way that makes
    /// something else of the same parts is another way and needs another name.
    pub fn made<'p>(way: &'p str, parts: impl IntoIterator<Item = &'p [u8]>) -> Recipe {
        let mut sum = Sha256::new();
        for part in [way.as_bytes()].into_iter().chain(parts) {
            sum.update((part.len() as u64).to_le_bytes());
            sum.update(part);
        }
        let whole: [u8; 32] = sum.finalize().into();
        let mut half = [0; 16];
        half.copy_from_slice(&whole[..16]);
        Recipe(half)
    }

    /// The recipe itself, as a part of another.
    pub fn bytes(&self) -> &[u8] {
        &self.0
    }
}

impl fmt::Display for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_digits(f, &self.0)
    }
}

impl fmt::Debug for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_digits(f, &self.0)
    }
}

impl fmt::Display for Recipe {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_digits(f, &self.0)
    }
}

impl fmt::Debug for Recipe {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_digits(f, &self.0)
    }
}

/// Text that is no hash as it is printed here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoHash;

impl FromStr for Hash {
    type Err = NoHash;

    fn from_str(text: &str) -> Result<Hash, NoHash> {
        digits(text).map(Hash).ok_or(NoHash)
    }
}

impl FromStr for Recipe {
    type Err = NoHash;

    fn from_str(text: &str) -> Result<Recipe, NoHash> {
        digits(text).map(Recipe).ok_or(NoHash)
    }
}

/// Writes bytes as small hexadecimal digits, in one piece: a list has a hundred
/// thousand of them.
fn write_digits(f: &mut fmt::Formatter<'_>, bytes: &[u8]) -> fmt::Result {
    let digit = |it: u8| char::from(b"0123456789abcdef"[usize::from(it)]);
    let digits: String = bytes.iter().flat_map(|it| [digit(it >> 4), digit(it & 15)]).collect();
    f.write_str(&digits)
}

/// Reads bytes from exactly as many small hexadecimal digits as they need.
fn digits<const N: usize>(text: &str) -> Option<[u8; N]> {
    let mut bytes = [0; N];
    if text.len() != 2 * N {
        return None;
    }
    for (byte, pair) in bytes.iter_mut().zip(text.as_bytes().chunks_exact(2)) {
        *byte = value(pair[0])? << 4 | value(pair[1])?;
    }
    Some(bytes)
}

/// The value of a small hexadecimal digit.
fn value(digit: u8) -> Option<u8> {
    match digit {
        b'0'..=b'9' => Some(digit - b'0'),
        b'a'..=b'f' => Some(digit - b'a' + 10),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hash_is_what_sha256sum_says() {
        let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(Hash::of(b"abc").to_string(), abc);
    }

    #[test]
    fn a_hash_and_a_recipe_read_back_from_their_digits() {
        let hash = Hash::of(b"abc");
        assert_eq!(hash.to_string().parse(), Ok(hash));
        let recipe = Recipe::of(b"abc");
        let text = recipe.to_string();
        assert_eq!(text.parse(), Ok(recipe));
        for broken in [text.to_uppercase(), format!("0{text}"), String::new()] {
            assert_eq!(broken.parse::<Recipe>(), Err(NoHash), "{broken}");
        }
    }

    #[test]
    fn parts_that_are_cut_elsewhere_are_another_recipe() {
        let made =
            |way: &str, parts: &[&str]| Recipe::made(way, parts.iter().map(|it| it.as_bytes()));
        assert_eq!(made("page", &["ab", "c"]), made("page", &["ab", "c"]));
        assert_ne!(made("page", &["ab", "c"]), made("page", &["a", "bc"]));
        assert_ne!(made("page", &["ab", "c"]), made("page", &["ab", "c", ""]));
        assert_ne!(made("page", &["ab", "c"]), made("pag", &["eab", "c"]));
    }
}
