//! Indonesian words to their stems: `menyimpannya` is a form of `simpan`.
//!
//! Only forms that are verbs, or nouns with an owner, are undone. `penyimpanan`
//! and `simpanan` are things, not advice to do something, and stay as they are.
//! What is found may be no word at all; tables of stems sort that out.

/// How a verb is formed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// No prefix: a command, or a noun.
    Bare,
    /// `me-`, `ber-`, `-ing`: somebody does it.
    Active,
    /// `di-`, `ter-`: it is done.
    Passive,
}

/// The form of a word, by its prefix.
pub fn form(word: &str) -> Form {
    let long = word.len() > 5;
    match word {
        _ if long
            && (word.starts_with("me") || word.starts_with("ber") || word.ends_with("ing")) =>
        {
            Form::Active
        }
        _ if long && (word.starts_with("di") || word.starts_with("ter")) => Form::Passive,
        _ => Form::Bare,
    }
}

/// A word without particle and owner: `fotonya` is `foto`.
pub fn bare(word: &str) -> &str {
    let mut word = word;
    for endings in [&["lah", "kah", "pun"][..], &["nya", "mu", "ku"][..]] {
        let ending = endings.iter().find(|it| word.ends_with(**it) && word.len() >= it.len() + 3);
        word = ending.map_or(word, |it| &word[..word.len() - it.len()]);
    }
    word
}

/// Everything that a word may be a form of, itself first.
pub fn stems(word: &str) -> Vec<String> {
    let mut found = vec![word.to_owned()];
    // `foto-foto` is `foto`; `dibunuh-bunuh` is left alone.
    let single = word
        .split_once('-')
        .filter(|(first, second)| bare(second) == *first)
        .map(|(first, _)| first);
    let mut endings: Vec<&str> = vec![word];
    endings.extend(single);
    endings.push(bare(word));
    // The particle may be part of the word: `sekolah`.
    endings.extend(["nya", "mu", "ku"].iter().filter_map(|it| word.strip_suffix(it)));
    for at in 0..endings.len() {
        let suffixes = ["kan", "i"].iter().filter_map(|it| endings[at].strip_suffix(it));
        endings.extend(suffixes.filter(|it| it.len() >= 3).collect::<Vec<_>>());
    }
    for ending in endings {
        push(&mut found, ending.to_owned());
        without_prefix(ending, &mut found);
    }
    found
}

/// Adds what is left of a word without its prefix.
fn without_prefix(word: &str, found: &mut Vec<String>) {
    for prefix in ["diper", "memper", "di", "ber", "ter"] {
        if let Some(rest) = word.strip_prefix(prefix).filter(|it| it.len() >= 3) {
            push(found, rest.to_owned());
        }
    }
    // `me-` swallows the first letter of many stems.
    let swallowed: [(&str, &[&str]); 5] = [
        ("meny", &["s"]),
        ("meng", &["", "k"]),
        ("mem", &["", "p"]),
        ("men", &["", "t"]),
        ("me", &[""]),
    ];
    for (prefix, letters) in swallowed {
        if let Some(rest) = word.strip_prefix(prefix).filter(|it| it.len() >= 3) {
            letters.iter().for_each(|it| push(found, format!("{it}{rest}")));
        }
    }
}

/// Adds a stem that is not there yet.
fn push(found: &mut Vec<String>, stem: String) {
    if !found.contains(&stem) {
        found.push(stem);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(word: &str, stem: &str) {
        assert!(stems(word).iter().any(|it| it == stem), "{word}: {:?}", stems(word));
    }

    #[test]
    fn a_form_leads_to_its_stem() {
        for word in [
            "simpan",
            "menyimpan",
            "disimpan",
            "simpanlah",
            "menyimpannya",
            "disimpankan",
            "tersimpan",
        ] {
            check(word, "simpan");
        }
        check("mengirimkannya", "kirim");
        check("memotret", "potret");
        check("menunjukkan", "tunjuk");
        check("mempertemukan", "temu");
        check("berdamai", "damai");
        check("foto-fotonya", "foto");
        check("menikahi", "nikah");
        check("gambarmu", "gambar");
    }

    #[test]
    fn a_thing_made_of_a_verb_is_no_form_of_it() {
        for word in ["penyimpanan", "simpanan", "penyebaran"] {
            assert!(!stems(word).iter().any(|it| it == "simpan" || it == "sebar"), "{word}");
        }
    }
}
