//! Whatever was edited, and whatever happened to the folder: a build into a
//! folder that an earlier one has filled gives what a build into an empty one
//! gives, byte for byte, the list of hashes too.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use jiff::civil::Date;

use super::*;
use crate::diag::print::Strictness;
use crate::emit::{self, Options, Summary};
use crate::pipeline::harmless::TODAY;
use crate::pipeline::loaded::Loaded;
use crate::pipeline::order::{Layout, Order, Packing, chosen};
use crate::pipeline::shop::{Run, Shop};
use crate::site::plan;

/// So many edits, one after the other.
const EDITS: usize = 500;

/// Files by path.
type Files = BTreeMap<String, Vec<u8>>;

/// What happens between two builds.
#[derive(Debug, Clone)]
enum Event {
    /// A word of some file is another one.
    Word(Index, Index, &'static str),
    /// A digit of some file is another one.
    Digit(Index, Index, char),
    /// A file is changed in one of the ways that usually break it.
    Damage(Index, Damage),
    /// A file goes, or comes back if it is gone.
    Toggle(Index),
    /// So many days pass.
    Days(i32),
    /// Somebody cuts a published file short, or deletes it.
    Meddle(Index, Option<Index>),
    /// A build is cut off after so many schools.
    CutOff(Index),
}

/// Any event.
fn event() -> impl Strategy<Value = Event> {
    let at = any::<Index>;
    let words = prop::sample::select(&["sekolah", "murid", "tenang", "pulang", "Selasa"][..]);
    let digits = prop::char::range('0', '9');
    prop::strategy::Union::new_weighted(vec![
        (6, (at(), at(), words).prop_map(|(at, word, new)| Event::Word(at, word, new)).boxed()),
        (4, (at(), at(), digits).prop_map(|(at, digit, new)| Event::Digit(at, digit, new)).boxed()),
        (2, (at(), damage()).prop_map(|(at, damage)| Event::Damage(at, damage)).boxed()),
        (2, at().prop_map(Event::Toggle).boxed()),
        (1, (1..40).prop_map(Event::Days).boxed()),
        (2, (at(), prop::option::of(at())).prop_map(|(at, cut)| Event::Meddle(at, cut)).boxed()),
        (2, at().prop_map(Event::CutOff).boxed()),
    ])
}

/// A district that is edited, and the folder it is built into.
struct Desk {
    /// A folder of its own, gone with the value.
    home: PathBuf,
    /// Every file there ever was, and whether it is there now.
    texts: Vec<(String, String, bool)>,
    /// The day.
    today: Date,
}

impl Desk {
    /// The smallest district with two more schools and an address.
    fn new() -> Desk {
        let home = std::env::temp_dir().join(format!("teduh-rebuild-{}", std::process::id()));
        let _ = fs::remove_dir_all(&home);
        let base = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/ui/_base");
        let tree = SourceTree::read(&base, CONTENT).expect("the smallest district");
        let mut texts: Vec<(String, String, bool)> = tree
            .files()
            .map(|(id, it)| (it.path.clone(), tree.text(id).to_owned(), true))
            .collect();
        for (path, text, _) in &mut texts {
            if path == "district.yaml" {
                text.push_str("site: https://contoh.invalid/situs\n");
            }
        }
        let schools = texts.iter().filter(|it| it.0.starts_with("schools/"));
        let more: Vec<_> = schools
            .map(|(path, text, _)| {
                let text = text.replace("0000000", "0000001").replace("Uji", "Uji Lain");
                (path.replace(".yaml", "-lain.yaml"), text, true)
            })
            .collect();
        texts.extend(more);
        Desk { home, texts, today: TODAY }
    }

    /// The folder that is built into again and again.
    fn public(&self) -> PathBuf {
        self.home.join("public")
    }

    /// Does what an event says to the texts, the day or the folder.
    fn happen(&mut self, event: &Event) {
        match event {
            Event::Word(at, word, new) => {
                let (_, text, _) = at.get_mut(&mut self.texts);
                let words: Vec<&str> = text.split(' ').collect();
                let at = word.index(words.len());
                *text = [&words[..at], &[*new], &words[at + 1..]].concat().join(" ");
            }
            Event::Digit(at, digit, new) => {
                let (_, text, _) = at.get_mut(&mut self.texts);
                let places: Vec<usize> =
                    text.match_indices(|it: char| it.is_ascii_digit()).map(|it| it.0).collect();
                if !places.is_empty() {
                    let at = *digit.get(&places);
                    text.replace_range(at..=at, &new.to_string());
                }
            }
            Event::Damage(at, damage) => {
                let (_, text, _) = at.get_mut(&mut self.texts);
                *text = damaged(text, damage);
            }
            Event::Toggle(at) => {
                let (_, _, there) = at.get_mut(&mut self.texts);
                *there = !*there;
            }
            Event::Days(days) => {
                self.today = self.today.saturating_add(jiff::Span::new().days(*days));
            }
            Event::Meddle(at, cut) => {
                let paths: Vec<String> = published(&self.public()).into_keys().collect();
                let ours: Vec<&String> = paths.iter().filter(|it| !it.starts_with('.')).collect();
                let path = self.public().join(at.get(&ours));
                match cut {
                    Some(cut) => {
                        let bytes = fs::read(&path).expect("a file");
                        let end = cut.index(bytes.len().max(1));
                        fs::write(&path, &bytes[..end]).expect("to write");
                    }
                    None => fs::remove_file(&path).expect("to remove"),
                }
            }
            Event::CutOff(_) => {}
        }
    }

    /// Builds into both folders, the old one and a new one; nothing where the
    /// content is at fault. A build that is cut off comes before, if there is one.
    fn build(&self, event: &Event) -> Option<Summary> {
        let order = Order {
            root: self.home.join("content"),
            as_of: self.today,
            strictness: Strictness::Lenient,
            options: Options::default(),
            progress: |_, _| {},
        };
        let there = self.texts.iter().filter(|it| it.2);
        let tree = SourceTree::from_files(there.map(|it| (it.0.as_str(), it.1.as_str())));
        let mut loaded = Loaded::of(tree, &order).expect("no fault of the machine");
        let parts = loaded.take()?;
        let plan = plan::plan(&parts.district);
        let renderer = loaded.renderer(&parts, &plan, &order).expect("a theme");
        if loaded.at_fault(parts.district.profile.publication, order.strictness) {
            return None;
        }
        let schools = chosen(&parts.district, &Layout::All).expect("schools");
        let (paper, _) = loaded.paper(&parts, &[]).expect("a press");
        let shop = Shop::open(&parts, &plan, &renderer, paper, &order);
        let (layout, packing) = (Layout::All, Packing::PLAIN);
        if let Event::CutOff(after) = event {
            let out = emit::open(&self.public(), Options::default()).expect("a folder");
            let inline = shop.inline(&schools).expect("pages");
            let run = Run { layout: &layout, packing, inline: &inline, out: &out };
            for school in &schools[..after.index(schools.len() + 1)] {
                shop.write_one(school, run).expect("to write");
            }
        }
        let new = self.home.join("new");
        let _ = fs::remove_dir_all(&new);
        shop.write(&schools, &layout, packing, &new).expect("a full build");
        let rebuild = shop.write(&schools, &layout, packing, &self.public());
        let (summary, _) = rebuild.expect("a rebuild");
        let (rebuilt, full) = (published(&self.public()), published(&new));
        assert_eq!(rebuilt.keys().collect::<Vec<_>>(), full.keys().collect::<Vec<_>>());
        for (path, bytes) in &full {
            assert!(rebuilt[path] == *bytes, "{path} differs after {event:?}");
        }
        Some(summary)
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.home);
    }
}

/// Every file below a folder.
fn published(folder: &Path) -> Files {
    let mut files = Files::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(&next).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(folder).expect("a path below").to_string_lossy();
                files.insert(name.replace('\\', "/"), fs::read(&path).expect("a file"));
            }
        }
    }
    files
}

#[test]
fn a_rebuild_after_any_edit_is_a_full_build() {
    let mut runner = TestRunner::deterministic();
    let mut desk = Desk::new();
    let first = desk.build(&Event::Days(0)).expect("sound content");
    assert_eq!(first.changed, first.files);
    let (mut built, mut untouched) = (0, 0);
    for _ in 0..EDITS {
        let event = event().new_tree(&mut runner).expect("an event").current();
        let before = desk.texts.clone();
        desk.happen(&event);
        match desk.build(&event) {
            Some(summary) => {
                built += 1;
                untouched += summary.files - summary.changed;
            }
            // Content at fault is not published, so the next edit is of the last
            // sound one.
            None => desk.texts = before,
        }
    }
    // The edits are no test if most of them break the content, or change all.
    assert!(built > EDITS / 2, "only {built} builds");
    assert!(untouched > built * first.files / 10, "only {untouched} files were left alone");
}
