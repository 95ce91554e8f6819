//! What can be made to print or to send, by the names that a district writes.

/// A set of sheets, or of texts for a telephone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sheet {
    /// The policies as a book, for staff and for parents.
    Handbook,
    /// The counsellor's one page.
    FiveMinutes,
    /// Each protocol on a card.
    Cards,
    /// For walls.
    Posters,
    /// For pockets.
    Wallet,
    /// Blank forms, letters, drills, reviews and surveys, each on its own sheet.
    Forms,
    /// Messages, contacts, dates.
    Texts,
}

impl Sheet {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Sheet; 7] = [
        Sheet::Handbook,
        Sheet::FiveMinutes,
        Sheet::Cards,
        Sheet::Posters,
        Sheet::Wallet,
        Sheet::Forms,
        Sheet::Texts,
    ];

    /// The name in content and on the command line.
    pub fn as_str(self) -> &'static str {
        match self {
            Sheet::Handbook => "handbook",
            Sheet::FiveMinutes => "five-minutes",
            Sheet::Cards => "cards",
            Sheet::Posters => "posters",
            Sheet::Wallet => "wallet",
            Sheet::Forms => "forms",
            Sheet::Texts => "texts",
        }
    }

    /// The set of that name.
    pub fn named(name: &str) -> Option<Sheet> {
        Sheet::ALL.into_iter().find(|it| it.as_str() == name)
    }
}
