//! What hosts are told: as text, and as nginx and Caddy understand it where they
//! are there.

use std::fs;
use std::io::{Read, Write};
use std::os::unix::net::UnixStream;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use crate::support::Repo;

/// The hosts.
const HOSTS: [&str; 5] = ["netlify", "cloudflare", "github", "nginx", "caddy"];

/// What the smallest district, live, tells a host.
fn told(repo: &Repo, args: &[&str]) -> String {
    let output = repo.run(&[&["headers"], args].concat()).code(0);
    String::from_utf8(output.get_output().stdout.clone()).expect("UTF-8")
}

/// The smallest district as if people relied on it.
fn live() -> Repo {
    Repo::minimal().replaced("district.yaml", "publication: sample", "publication: live")
}

/// A program where Debian puts it, if it is there.
#[expect(clippy::print_stderr, reason = "a part that is left out should be known")]
fn program(name: &str) -> Option<PathBuf> {
    let folders = ["/usr/sbin", "/usr/bin", "/usr/local/bin"];
    let found = folders.iter().map(|it| Path::new(it).join(name)).find(|it| it.is_file());
    if found.is_none() {
        eprintln!("{name} is not here: its part of the test is left out");
    }
    found
}

/// Runs a program that must succeed.
fn succeeds(command: &mut Command) -> Output {
    let output = command.output().expect("a program that runs");
    assert!(output.status.success(), "{command:?}\n{}", String::from_utf8_lossy(&output.stderr));
    output
}

/// A running nginx; it ends with the value.
struct Nginx {
    /// The program.
    program: PathBuf,
    /// Its folder.
    folder: PathBuf,
}

impl Nginx {
    /// nginx with this configuration, listening on a socket in `folder`.
    fn start(program: PathBuf, folder: &Path, conf: &str, root: &Path) -> Nginx {
        let socket = format!("listen unix:{}; #", folder.join("socket").display());
        let conf = conf.replace("listen 80;", &socket);
        let conf = conf.replace("root /srv/teduh;", &format!("root {};", root.display()));
        let whole = format!(
            "master_process off; pid {0}/pid; error_log {0}/errors;\nevents {{}}\nhttp {{\n\
             client_body_temp_path {0}/a; proxy_temp_path {0}/b; fastcgi_temp_path {0}/c;\n\
             uwsgi_temp_path {0}/d; scgi_temp_path {0}/e;\n\
             types {{ text/html html; text/plain txt; }}\n{conf}}}\n",
            folder.display()
        );
        fs::create_dir_all(folder).expect("a folder");
        fs::write(folder.join("conf"), whole).expect("a configuration");
        let nginx = Nginx { program, folder: folder.to_path_buf() };
        succeeds(nginx.command().arg("-t"));
        // nginx listens before it goes to the background.
        succeeds(&mut nginx.command());
        nginx
    }

    /// The program with its configuration.
    fn command(&self) -> Command {
        let mut command = Command::new(&self.program);
        let folder = self.folder.display();
        command.args(["-p", &folder.to_string(), "-e", &format!("{folder}/errors")]);
        command.args(["-c", &format!("{folder}/conf")]);
        command
    }

    /// The status and the headers of an answer, in small letters.
    fn head(&self, path: &str) -> String {
        let mut stream = UnixStream::connect(self.folder.join("socket")).expect("nginx listens");
        let request = format!("GET {path} HTTP/1.0\r\nHost: localhost\r\n\r\n");
        stream.write_all(request.as_bytes()).expect("a request");
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).expect("an answer");
        let answer = String::from_utf8_lossy(&answer).to_lowercase();
        answer.split_once("\r\n\r\n").map_or(String::new(), |it| it.0.to_owned())
    }
}

impl Drop for Nginx {
    fn drop(&mut self) {
        let _ = self.command().args(["-s", "stop"]).output();
    }
}

/// The line of a header.
#[track_caller]
fn line<'h>(head: &'h str, name: &str) -> &'h str {
    let found = head.lines().find_map(|it| it.strip_prefix(&format!("{name}: ")));
    found.unwrap_or_else(|| panic!("no {name} in\n{head}"))
}

#[test]
fn nginx_sends_what_the_file_says() {
    let Some(program) = program("nginx") else { return };
    let repo = live();
    repo.build("public");
    let root = repo.folder().join("public");
    let folder = std::env::temp_dir().join(format!("teduh-nginx-{}", std::process::id()));
    let nginx = Nginx::start(program, &folder, &told(&repo, &["--host", "nginx"]), &root);

    let child = nginx.head("/sekolah-1/a.html");
    assert!(child.starts_with("http/1.1 200"), "{child}");
    assert_eq!(line(&child, "cache-control"), "no-store");
    // It may fetch the neutral page ahead, and ask its own site for nothing else.
    let policy = line(&child, "content-security-policy");
    let own: Vec<&str> = policy.split("; ").filter(|it| it.contains("'self'")).collect();
    assert_eq!(own, ["img-src 'self' data:"], "{policy}");

    let home = nginx.head("/sekolah-1/");
    assert_eq!(line(&home, "cache-control"), "public, max-age=0, must-revalidate");
    let policy = line(&home, "content-security-policy");
    assert!(policy.starts_with("default-src 'none'; script-src "), "{policy}");
    assert!(policy.contains("style-src 'sha256-") && policy.ends_with("frame-ancestors 'none'"));
    assert_eq!(line(&home, "referrer-policy"), "no-referrer");
    assert_eq!(line(&home, "x-content-type-options"), "nosniff");
    assert!(line(&home, "permissions-policy").contains("camera=(), "));
    assert!(line(&home, "strict-transport-security").starts_with("max-age=63072000"));
    assert!(!home.contains("x-robots-tag") && !home.contains("server: nginx/"));

    for path in ["/sekolah-1/tabel.html", "/tabel.html"] {
        let neutral = nginx.head(path);
        assert!(neutral.starts_with("http/1.1 200"), "{path}\n{neutral}");
        assert_eq!(line(&neutral, "cache-control"), "public, max-age=604800", "{path}");
    }
    let worker = nginx.head("/sekolah-1/sw.js");
    assert!(worker.starts_with("http/1.1 200"), "{worker}");
    assert_eq!(line(&worker, "cache-control"), "public, max-age=3600");

    let head = nginx.head("/sekolah-1/kepala.html");
    assert_eq!(line(&head, "x-robots-tag"), "noindex");
    let missing = nginx.head("/sekolah-1/tidak-ada.html");
    assert!(missing.starts_with("http/1.1 404"), "{missing}");
    assert_eq!(line(&missing, "referrer-policy"), "no-referrer");
    drop(nginx);
    let _ = fs::remove_dir_all(&folder);
}

#[test]
fn caddy_accepts_its_file() {
    let Some(program) = program("caddy") else { return };
    let repo = live();
    for (name, single) in [("all", None), ("one", Some("sekolah-1"))] {
        let single = single.map_or(vec![], |it| vec!["--single", it]);
        let text = told(&repo, &[&["--host", "caddy"], single.as_slice()].concat());
        let path = repo.folder().join(name);
        fs::write(&path, text).expect("a file");
        let mut caddy = Command::new(&program);
        caddy.args(["adapt", "--validate", "--adapter", "caddyfile", "--config"]).arg(&path);
        caddy.env("HOME", repo.folder());
        succeeds(&mut caddy);
    }
}

#[test]
fn every_host_is_told_about_children() {
    let repo = live();
    for host in HOSTS {
        let text = told(&repo, &["--host", host]);
        assert!(text.contains("no-store"), "{host}\n{text}");
        assert!(!text.contains("unsafe-inline"), "{host}\n{text}");
    }
    let cloudflare = told(&repo, &["--host", "cloudflare"]);
    assert_eq!(told(&repo, &["--host", "netlify"]), cloudflare.replace("  ! Cache-Control\n", ""));
    let written = repo.build("public").remove("_headers").expect("_headers");
    assert_eq!(told(&repo, &["--host", "netlify"]).into_bytes(), written);
}

#[test]
fn every_host_that_can_keeps_the_neutral_page_a_week_and_a_worker_an_hour() {
    let yaml = "languages: [id, en]\n";
    let repo = live().replaced("district.yaml", "languages: [id]\n", yaml);
    let kept = "public, max-age=604800";
    let asked = "public, max-age=3600";
    for (host, lines) in [
        ("netlify", ["/:school/en/tabel.html\n", "/tabel.html\n", "/:school/en/sw.js\n"]),
        ("cloudflare", ["/:school/en/tabel.html\n", "/tabel.html\n", "/:school/en/sw.js\n"]),
    ] {
        let text = told(&repo, &["--host", host]);
        for (line, value) in lines.iter().zip([kept, kept, asked]) {
            let (_, rule) = text.split_once(&format!("\n{line}")).expect("a rule");
            let rule = rule.split("\n/").next().expect("its lines");
            assert!(rule.contains(&format!("  Cache-Control: {value}")), "{host} {line}\n{rule}");
            assert_eq!(rule.contains("! Cache-Control"), host == "cloudflare", "{line}\n{rule}");
        }
    }
    for host in ["nginx", "caddy"] {
        let text = told(&repo, &["--host", host]);
        assert!(text.contains(r"^/(?:[^/]+/)?(?:en/tabel|tabel)(?:\.html)?$"), "{host}\n{text}");
        assert!(text.contains(r"^/[^/]+/(?:en/sw\.js|sw\.js)$"), "{host}\n{text}");
        assert!(text.contains(kept) && text.contains(asked), "{host}\n{text}");
    }
    assert!(told(&repo, &["--host", "github"]).contains("ten minutes"));
}

#[test]
fn a_sample_is_listed_nowhere() {
    let text = told(&Repo::minimal(), &["--host", "netlify"]);
    let first = text.split("\n/").next().expect("a rule");
    assert!(first.ends_with("\n  X-Robots-Tag: noindex"), "{text}");
}

#[test]
fn on_github_pages_speak_for_themselves() {
    let repo = live();
    let before = repo.build("before");
    let yaml = "languages: [id]\nhost: github\n";
    let repo = repo.replaced("district.yaml", "languages: [id]\n", yaml);
    let after = repo.build("after");
    assert!(!after.contains_key("_headers") && after.contains_key(".nojekyll"));
    for (path, bytes) in after.iter().filter(|it| it.0.ends_with(".html")) {
        let text = String::from_utf8_lossy(bytes);
        let at = text.find("Content-Security-Policy").expect("a policy");
        assert!(at < text.find("<title>").expect("a title"), "{path}");
        assert_eq!(
            text.contains("noindex"),
            path.contains("kepala")
                || path.contains("konselor")
                || path.contains("protokol")
                || path.contains("tabel")
                || path.ends_with("/semua.html")
                || path.ends_with("/catatan.html")
                || path.ends_with("/tutup.html"),
            "{path}"
        );
        assert!(bytes.len() > before[path].len(), "{path}");
    }
}

#[test]
fn a_school_may_have_a_host_of_its_own() {
    let yaml = "name: Sekolah Uji 1\nhost: nginx\n";
    let repo = live().replaced("schools/sekolah-1.yaml", "name: Sekolah Uji 1\n", yaml);
    repo.run(&["build", "--quiet", "--single", "sekolah-1", "--out", "../one"]).code(0);
    assert!(!repo.output("one").contains_key("_headers"));
    assert!(repo.build("all").contains_key("_headers"));
}
