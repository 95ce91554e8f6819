//! Addresses in a text, and the markers of lists: digits that nobody reads as a
//! number.

/// How long the marker of a list is that a line begins with. Numbered lists have
/// fewer than a hundred items here; `129. ` ends a number and a sentence.
pub fn list_marker(line: &str) -> Option<usize> {
    if ["- ", "* ", "+ "].iter().any(|it| line.starts_with(it)) {
        return Some(1);
    }
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let rest = line[digits..].strip_prefix(['.', ')']).and_then(|it| it.strip_prefix(' '));
    let said =
        rest.is_some_and(|it| !it.trim_start_matches(' ').is_empty() && !it.starts_with('\n'));
    ((1..=2).contains(&digits) && said).then_some(digits + 1)
}

/// The name of an address is no longer than this.
const HEAD: usize = 100;

/// The schemes of references to records.
const OWN: &[&str] =
    &["policy", "protocol", "page", "service", "role", "need", "law", "term", "school", "slot"];

/// An address in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Address<'t> {
    /// It opens a chat with this number, as it stands there.
    Chat(&'t str),
    /// A page; its digits are not for dialling.
    Web,
    /// Perhaps a page: `contoh.id/2023`.
    Bare,
}

/// The address that the text begins with, and how long it is.
pub fn address(text: &str) -> Option<(Address<'_>, usize)> {
    let head = &text[..text.bytes().take(HEAD).take_while(|it| is_part(*it)).count()];
    let rest = &text[head.len()..];
    // Most words are none: that has to be quick.
    if !rest.starts_with(':') && !head.bytes().any(|it| it == b'.') {
        return None;
    }
    let lower = head.to_ascii_lowercase();
    let id = rest.strip_prefix(':').unwrap_or_default();
    let own = OWN.contains(&lower.as_str()) && id.starts_with(|it: char| it.is_ascii_lowercase());
    let web = own || rest.starts_with("://") || lower.starts_with("www.");
    let top = lower.rsplit_once('.').map_or("", |(_, top)| top);
    let named = top.len() > 1 && top.bytes().all(|it| it.is_ascii_alphabetic());
    let bare = named && (rest.starts_with('/') || lower.contains('@'));
    if !web && !bare {
        return None;
    }
    let end = text.find(ends_word).unwrap_or(text.len());
    let address = chat(&text[..end]).unwrap_or(if web { Address::Web } else { Address::Bare });
    Some((address, end))
}

/// Whether letters before this text may be the beginning of an address.
pub fn goes_on(text: &str) -> bool {
    text.bytes().next().is_some_and(|it| it == b':' || is_part(it))
}

/// Whether a character may stand in the name of an address.
fn is_part(it: u8) -> bool {
    it.is_ascii_alphanumeric() || matches!(it, b'.' | b'-' | b'+' | b'_' | b'@')
}

/// The number of an address that opens a chat.
fn chat(address: &str) -> Option<Address<'_>> {
    let lower = address.to_ascii_lowercase();
    let number = ["wa.me/", "phone="].iter().find_map(|it| Some(lower.find(it)? + it.len()))?;
    let number = address[number..].split(['?', '&', '#', '/']).next().unwrap_or_default();
    let digits = number.bytes().filter(u8::is_ascii_digit).count();
    let opens = lower.contains("wa.me/") || lower.contains("whatsapp");
    (opens && digits > 0).then_some(Address::Chat(number))
}

/// Whether a word, or an address, ends at a character.
pub fn ends_word(it: char) -> bool {
    it.is_whitespace()
        || matches!(
            it,
            '"' | '\'' | '“' | '”' | '<' | '>' | '(' | ')' | '[' | ']' | '{' | '}' | '|' | '`'
        )
}
