//! The root of an Indonesian word, as far as a search needs it.
//!
//! No dictionary: prefixes and suffixes are taken off by rules, the same rules in
//! the page's script (`root.js`). A root need not be a word; what matters is that
//! `melaporkan`, `pelaporan` and `laporan` come to the same.

/// What may follow a prefix that is taken off.
#[derive(Debug, Clone, Copy)]
enum Before {
    /// Any letter.
    Any,
    /// One of these.
    One(&'static str),
}

/// Suffixes, in two layers; of each layer the first that fits goes.
const SUFFIXES: [&[&str]; 2] = [&["nya", "lah", "kah", "pun"], &["kan", "an", "i"]];

/// Prefixes, what must follow, and what comes in their place.
const PREFIXES: [(&[&str], Before, &str); 9] = [
    (&["meny", "peny"], Before::One("aeiou"), "s"),
    (&["meng", "peng"], Before::Any, ""),
    (&["mem", "pem"], Before::One("aeiou"), "p"),
    (&["mem", "pem"], Before::One("bpf"), ""),
    (&["men", "pen"], Before::One("aeiou"), "t"),
    (&["men", "pen"], Before::One("cdjtsz"), ""),
    (&["per"], Before::One("aeiou"), "r"),
    (&["per", "ber", "ter"], Before::Any, ""),
    (&["me", "pe", "di", "ke", "se"], Before::Any, ""),
];

/// The root of a word in small letters.
pub fn root(word: &str) -> String {
    let mut word = word.to_owned();
    for layer in SUFFIXES {
        let cut = layer.iter().find_map(|it| word.strip_suffix(it));
        if let Some(rest) = cut.filter(|it| it.len() >= 4) {
            word = rest.to_owned();
        }
    }
    for _ in 0..2 {
        if let Some(rest) = PREFIXES.iter().find_map(|it| without(&word, it)) {
            word = rest;
        }
    }
    word
}

/// A word without a prefix, where it has it and enough is left.
fn without(word: &str, (names, before, by): &(&[&str], Before, &str)) -> Option<String> {
    let rest = names.iter().find_map(|it| word.strip_prefix(it))?;
    let fits = match before {
        Before::Any => true,
        Before::One(letters) => rest.starts_with(|it| letters.contains(it)),
    };
    let new = format!("{by}{rest}");
    (fits && new.len() >= 3).then_some(new)
}

/// The words of a text, in small letters; what is not written with the letters a
/// to z is passed over.
pub fn words(text: &str) -> impl Iterator<Item = String> {
    let parts = text.split(|it: char| !it.is_ascii_alphabetic());
    parts.filter(|it| it.len() >= 3).map(str::to_ascii_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Words and their roots; the script is tested with the same ones.
    const PAIRS: &str = include_str!("../../../tests/fixtures/roots.txt");

    #[test]
    fn words_of_one_family_have_one_root() {
        for (word, expected) in PAIRS.lines().filter_map(|it| it.split_once(' ')) {
            assert_eq!(root(word), expected, "{word}");
        }
        assert!(PAIRS.lines().count() > 40);
    }

    #[test]
    fn no_word_is_lost() {
        for word in ["a", "di", "ibu", "an", "kan", "menye", "perak", "i"] {
            assert!(!root(word).is_empty(), "{word}");
        }
    }
}
