//! Texts that fit into one short message of a telephone network.
//!
//! One message holds 160 characters of the network's own alphabet (3GPP TS
//! 23.038); any other character makes it much shorter, and a second message may
//! arrive late or never. The text is whole here: nothing is cut and no letter is
//! replaced by another.

use super::value::Shape;

/// How many characters of the network's alphabet one message holds.
pub const WHOLE: usize = 160;
/// How many of them a text may use: the rest is for its code and for two numbers
/// to call.
pub const OWN: usize = 112;

/// Characters that count once.
const ONCE: &str = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?\
¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
/// Characters that count twice.
const TWICE: &str = "^{}\\[~]|€";

/// A protocol's most urgent words, short enough for one message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message(String);

impl Message {
    /// The words.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<&str> for Message {
    type Error = Shape;

    fn try_from(text: &str) -> Result<Self, Shape> {
        let fits = !text.is_empty() && length(text).is_some_and(|it| it <= OWN);
        if fits { Ok(Message(text.to_owned())) } else { Err(Shape::Message) }
    }
}

/// How many characters of the network's alphabet a text takes; none where it has
/// a character that the alphabet lacks.
pub fn length(text: &str) -> Option<usize> {
    let one = |it: char| match () {
        () if ONCE.contains(it) => Some(1),
        () if TWICE.contains(it) => Some(2),
        () => None,
    };
    text.chars().map(one).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_are_counted_as_the_network_counts_them() {
        assert_eq!(length("Bahaya 110"), Some(10));
        assert_eq!(length("[x]"), Some(5));
        assert_eq!(length("€"), Some(2));
        for foreign in ["“x”", "–", "…", "ç", "💬", "\t"] {
            assert_eq!(length(foreign), None, "{foreign}");
        }
        assert_eq!((ONCE.chars().count(), TWICE.chars().count()), (127, 9));
    }

    #[test]
    fn a_message_leaves_room_for_numbers() {
        assert!(Message::try_from("a".repeat(OWN).as_str()).is_ok());
        for wrong in [String::new(), "a".repeat(OWN + 1), "[".repeat(OWN / 2 + 1), "…".into()] {
            assert_eq!(Message::try_from(wrong.as_str()), Err(Shape::Message), "{wrong}");
        }
    }
}
