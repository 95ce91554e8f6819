//! A content repository made of files, and the program run on it.
//!
//! Every [`Repo`] lies in a folder of its own below cargo's temporary folder and
//! is removed with the value. The day and the language are always given, and no
//! setting of the machine reaches the program.

use std::collections::BTreeMap;
use std::fs;
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::process;
use std::sync::atomic::{AtomicU32, Ordering};

use flate2::read::GzDecoder;
use snapbox::Assert;
use snapbox::cmd::{Command, OutputAssert};

/// The day of every test that does not name another.
pub const TODAY: &str = "2026-11-24";

/// Settings that could change what the program does or says.
const SETTINGS: &[&str] = &[
    "LANG",
    "LC_ALL",
    "LC_MESSAGES",
    "NO_COLOR",
    "SOURCE_DATE_EPOCH",
    "RAYON_NUM_THREADS",
    "TZ",
    "COLUMNS",
];

/// Numbers the folders of this run.
static NEXT: AtomicU32 = AtomicU32::new(0);

/// A folder with a content repository in `content/` and room for output beside
/// it.
#[derive(Debug)]
pub struct Repo {
    /// The folder round everything.
    folder: PathBuf,
}

impl Repo {
    /// Without any file.
    pub fn empty() -> Repo {
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let folder =
            Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{}-{number}", process::id()));
        remove(&folder);
        fs::create_dir_all(folder.join("content")).expect("a folder for the test");
        Repo { folder }
    }

    /// The starter content, as `init` writes it.
    pub fn starter() -> Repo {
        Repo::empty().laid(&project("content"))
    }

    /// The smallest whole district: two schools, a policy, a protocol, a page
    /// for each audience, two services of which one always answers.
    pub fn minimal() -> Repo {
        Repo::empty().laid(&project("tests/ui/_base"))
    }

    /// The same with every file of `folder` laid over it. A file `REMOVE` names
    /// files to take away, one a line; a file `CHANGE` names a file and below it
    /// lines that go (`-`) and lines that come in their place (`+`). Expected
    /// output is not content.
    #[must_use]
    pub fn laid(self, folder: &Path) -> Repo {
        for (path, bytes) in files(folder) {
            match path.as_str() {
                "REMOVE" => {
                    String::from_utf8_lossy(&bytes)
                        .lines()
                        .for_each(|it| remove(&self.content(it)));
                }
                "CHANGE" => self.change(&String::from_utf8_lossy(&bytes)),
                it if it.starts_with("expected.") => {}
                _ => self.write(&path, &bytes),
            }
        }
        self
    }

    /// The same with this text as the file `path`.
    #[must_use]
    pub fn with(self, path: &str, text: &str) -> Repo {
        self.with_bytes(path, text.as_bytes())
    }

    /// The same with these bytes as the file `path`.
    #[must_use]
    pub fn with_bytes(self, path: &str, bytes: &[u8]) -> Repo {
        self.write(path, bytes);
        self
    }

    /// The same with `from` replaced by `to` in the file `path`, where it must
    /// stand.
    #[must_use]
    pub fn replaced(self, path: &str, from: &str, to: &str) -> Repo {
        let text = fs::read_to_string(self.content(path)).expect("a file to change");
        assert!(text.contains(from), "{path} does not contain {from:?}");
        self.with(path, &text.replace(from, to))
    }

    /// The same without the file or folder `path`.
    #[must_use]
    pub fn without(self, path: &str) -> Repo {
        remove(&self.content(path));
        self
    }

    /// The same with a symbolic link at `path` to `target`.
    #[must_use]
    #[cfg(unix)]
    pub fn linked(self, path: &str, target: &str) -> Repo {
        std::os::unix::fs::symlink(target, self.content(path)).expect("a link");
        self
    }

    /// The same with something at `path` that is neither a file, a folder nor a
    /// link: a socket.
    #[must_use]
    #[cfg(unix)]
    pub fn with_socket(self, path: &str) -> Repo {
        std::os::unix::net::UnixListener::bind(self.content(path)).expect("a socket");
        self
    }

    /// The folder round everything.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// A file of the content repository.
    pub fn content(&self, path: &str) -> PathBuf {
        self.folder.join("content").join(path)
    }

    /// The program with these arguments, standing in the content repository;
    /// the day and the language are added where they are not given.
    pub fn command(&self, args: &[&str]) -> Command {
        let mut all = args.to_vec();
        for (flag, value) in [("--today", TODAY), ("--lang", "en")] {
            if !all.contains(&flag) {
                all.extend([flag, value]);
            }
        }
        self.bare(&all)
    }

    /// The program with these arguments and no others, standing in the content
    /// repository.
    pub fn bare(&self, args: &[&str]) -> Command {
        let command =
            Command::new(snapbox::cargo_bin!("teduh")).args(args).current_dir(self.content(""));
        let command = SETTINGS.iter().fold(command, Command::env_remove);
        command.with_assert(Assert::new().action_env("SNAPSHOTS"))
    }

    /// Runs the program with these arguments.
    #[track_caller]
    pub fn run(&self, args: &[&str]) -> OutputAssert {
        self.command(args).assert()
    }

    /// Builds into the folder `out` beside the content, and gives what is there.
    #[track_caller]
    pub fn build(&self, out: &str) -> BTreeMap<String, Vec<u8>> {
        self.run(&["build", "--quiet", "--out", &format!("../{out}")]).code(0);
        self.output(out)
    }

    /// Every file of the content repository.
    pub fn files(&self) -> BTreeMap<String, Vec<u8>> {
        files(&self.content(""))
    }

    /// Every file of the folder `out` beside the content.
    pub fn output(&self, out: &str) -> BTreeMap<String, Vec<u8>> {
        files(&self.folder.join(out))
    }

    /// Changes lines as a file `CHANGE` says.
    fn change(&self, changes: &str) {
        let (mut path, mut old, mut new) = ("", String::new(), String::new());
        let put = |path: &str, old: &mut String, new: &mut String| {
            if !old.is_empty() {
                let text = fs::read_to_string(self.content(path)).expect("a file to change");
                assert_eq!(text.matches(&*old).count(), 1, "in {path} not once: {old}");
                self.write(path, text.replacen(&*old, new, 1).as_bytes());
            }
            old.clear();
            new.clear();
        };
        for line in changes.lines() {
            if let Some(line) = line.strip_prefix('+') {
                new = format!("{new}{line}\n");
                continue;
            }
            if !new.is_empty() || !line.starts_with('-') {
                put(path, &mut old, &mut new);
            }
            match line.strip_prefix('-') {
                Some(line) => old = format!("{old}{line}\n"),
                None if line.is_empty() => {}
                None => path = line,
            }
        }
        put(path, &mut old, &mut new);
    }

    /// Writes a file and the folders above it.
    fn write(&self, path: &str, bytes: &[u8]) {
        let path = self.content(path);
        if let Some(above) = path.parent() {
            fs::create_dir_all(above).expect("a folder for a file");
        }
        fs::write(path, bytes).expect("a file to write");
    }
}

impl Drop for Repo {
    fn drop(&mut self) {
        remove(&self.folder);
    }
}

/// A file or folder of the project.
pub fn project(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// The text in bytes that `gzip` has compressed.
pub fn unpacked(bytes: &[u8]) -> String {
    let mut text = String::new();
    GzDecoder::new(bytes).read_to_string(&mut text).expect("compressed text");
    text
}

/// The first check code in a text: sixteen digits of Crockford's in groups of four.
pub fn check_code(text: &str) -> Option<String> {
    let is_code = |it: &[u8]| {
        it.iter().enumerate().all(|(at, it)| match at % 5 {
            4 => *it == b'-',
            _ => b"0123456789ABCDEFGHJKMNPQRSTVWXYZ".contains(it),
        })
    };
    let found = text.as_bytes().windows(19).find(|it| is_code(it))?;
    Some(String::from_utf8_lossy(found).into_owned())
}

/// The text of a PDF without any space, since a line may be broken anywhere.
#[cfg(feature = "pdf")]
pub fn pdf_text(bytes: &[u8]) -> String {
    let document = lopdf::Document::load_mem(bytes).expect("a PDF");
    let pages: Vec<u32> = document.get_pages().into_keys().collect();
    let text = document.extract_text(&pages).expect("text");
    text.chars().filter(|it| !it.is_whitespace() && *it != '\u{200b}').collect()
}

/// Every file below a folder: its path with `/`, and its bytes. Links are not
/// followed.
pub fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut folders = vec![(String::new(), folder.to_path_buf())];
    while let Some((above, folder)) = folders.pop() {
        let Ok(entries) = fs::read_dir(&folder) else { continue };
        for entry in entries {
            let entry = entry.expect("an entry of a folder");
            let path = format!("{above}{}", entry.file_name().to_string_lossy());
            let kind = entry.file_type().expect("the kind of an entry");
            if kind.is_dir() {
                folders.push((format!("{path}/"), entry.path()));
            } else if kind.is_file() {
                found.insert(path, fs::read(entry.path()).expect("a file to read"));
            }
        }
    }
    found
}

/// Removes a file or a folder with everything in it.
fn remove(path: &Path) {
    let gone = if path.is_dir() { fs::remove_dir_all(path) } else { fs::remove_file(path) };
    assert!(gone.is_ok() || !path.exists(), "cannot remove {}", path.display());
}
