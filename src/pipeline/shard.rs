//! Which schools one machine of several builds.

use crate::model::value::SchoolId;
use crate::site::hash::Recipe;

/// One part of the schools, of so many parts.
///
/// A school's part follows from its id alone: when another school is added, all
/// others stay in the part in which they were, and what a machine built before
/// is still of use to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shard {
    /// Which part, from 0.
    at: u64,
    /// How many parts there are, at least 1.
    of: u64,
}

impl Shard {
    /// Reads `2/8`: the second part of eight. None where it is no part.
    pub fn read(text: &str) -> Option<Shard> {
        let (part, of) = text.split_once('/')?;
        let (part, of): (u64, u64) = (part.parse().ok()?, of.parse().ok()?);
        (1..=of).contains(&part).then(|| Shard { at: part - 1, of })
    }

    /// Whether a school is in this part.
    pub fn holds(self, school: &SchoolId) -> bool {
        let recipe = Recipe::of(school.as_str().as_bytes());
        let number = recipe.bytes().iter().take(7).fold(0, |sum, it| sum << 8 | u64::from(*it));
        number % self.of == self.at
    }

    /// Whether it is the part that also holds what stands above the schools.
    pub fn is_first(self) -> bool {
        self.at == 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_is_written_as_one_of_so_many() {
        assert_eq!(Shard::read("2/8"), Some(Shard { at: 1, of: 8 }));
        for text in ["0/8", "9/8", "1/0", "1", "/", "a/b", "-1/2", "1/2/3", " 1/2"] {
            assert_eq!(Shard::read(text), None, "{text}");
        }
    }

    #[test]
    fn every_school_is_in_exactly_one_part_and_parts_are_about_as_large() {
        let schools: Vec<SchoolId> =
            (0..4000).filter_map(|it| SchoolId::try_from(&*format!("smp-{it}")).ok()).collect();
        for of in [1, 3, 8] {
            let shards: Vec<Shard> = (0..of).map(|at| Shard { at, of }).collect();
            for school in &schools {
                assert_eq!(shards.iter().filter(|it| it.holds(school)).count(), 1);
            }
            let expected = schools.len() / shards.len();
            for shard in shards {
                let held = schools.iter().filter(|it| shard.holds(it)).count();
                assert!(held.abs_diff(expected) < expected / 5, "{held} of {expected}");
            }
        }
    }
}
