//! What need not be made, because the list says that it is there.

use super::*;
use crate::site::hash::Recipe;

/// A site of one file of this recipe, which says when it is made.
fn one_file<'s>(recipe: &str, made: &'s AtomicUsize, text: &'s str) -> Outline<'s> {
    let make = move || {
        made.fetch_add(1, Ordering::Relaxed);
        Ok(text.as_bytes().to_vec())
    };
    let recipe = Recipe::of(recipe.as_bytes());
    let draft = Draft::new(SitePath::new(None, "index.html"), recipe, make);
    Outline { folder: Some("smp-1".to_owned()), files: vec![draft] }
}

/// A whole run over that site; says how often its file was made and written.
fn run_one(folder: &Path, trust: Trust, recipe: &str, text: &str) -> (usize, usize) {
    let made = AtomicUsize::new(0);
    let out = super::super::open(folder, Options { trust, ..Options::default() }).unwrap();
    let written = super::super::write(&out, &one_file(recipe, &made, text)).unwrap();
    let changed = close(out, vec![written], Scope::Full, DAY).unwrap().changed;
    (made.into_inner(), changed)
}

#[test]
fn a_file_of_the_same_recipe_is_not_made_unless_it_is_gone_or_cut_short() {
    let temp = Temp::new();
    let page = temp.out().join("smp-1/index.html");
    assert_eq!(run_one(&temp.out(), Trust::Length, "a", "one"), (1, 1));
    assert_eq!(run_one(&temp.out(), Trust::Length, "a", "one"), (0, 0));
    fs::write(&page, "o").unwrap();
    assert_eq!(run_one(&temp.out(), Trust::Length, "a", "one"), (1, 1));
    fs::remove_file(&page).unwrap();
    assert_eq!(run_one(&temp.out(), Trust::Length, "a", "one"), (1, 1));
    assert_eq!(fs::read_to_string(&page).unwrap(), "one");
}

#[test]
fn another_recipe_of_the_same_bytes_is_made_and_not_written() {
    let temp = Temp::new();
    assert_eq!(run_one(&temp.out(), Trust::Length, "a", "one"), (1, 1));
    assert_eq!(run_one(&temp.out(), Trust::Length, "b", "one"), (1, 0));
    assert_eq!(run_one(&temp.out(), Trust::Length, "b", "one"), (0, 0));
}

#[test]
fn a_file_whose_bytes_were_altered_is_seen_by_whoever_trusts_nothing() {
    let temp = Temp::new();
    let page = temp.out().join("smp-1/index.html");
    run_one(&temp.out(), Trust::Length, "a", "one");
    fs::write(&page, "two").unwrap();
    assert_eq!(run_one(&temp.out(), Trust::Length, "a", "one"), (0, 0));
    assert_eq!(run_one(&temp.out(), Trust::Nothing, "a", "one"), (1, 1));
    assert_eq!(fs::read_to_string(&page).unwrap(), "one");
    assert_eq!(run_one(&temp.out(), Trust::Nothing, "a", "one"), (1, 0));
}

#[test]
fn a_file_that_a_run_wrote_before_it_was_cut_off_is_made_again_to_be_compared() {
    let temp = Temp::new();
    run_one(&temp.out(), Trust::Length, "a", "one");
    let made = AtomicUsize::new(0);
    let out = super::super::open(&temp.out(), Options::default()).unwrap();
    super::super::write(&out, &one_file("b", &made, "two")).unwrap();
    drop(out);
    assert_eq!(run_one(&temp.out(), Trust::Length, "a", "one"), (1, 1));
    assert_eq!(fs::read_to_string(temp.out().join("smp-1/index.html")).unwrap(), "one");
}
