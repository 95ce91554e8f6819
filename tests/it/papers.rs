//! The papers: what README tells a district officer to do works as it says, and
//! no link in a paper leads nowhere.

use std::fs;
use std::path::{Path, PathBuf};

use crate::support::{Repo, project};

/// The papers of the project, except the generated ones.
const PAPERS: &[&str] = &[
    "README.md",
    "ARCHITECTURE.md",
    "CONTRIBUTING.md",
    "CHANGELOG.md",
    "SECURITY.md",
    "LICENSE",
    "docs",
];

/// The fenced blocks of a paper that begin with a mark, without the indent of
/// the list they stand in.
fn blocks(paper: &str, mark: &str) -> Vec<String> {
    let mut all = Vec::new();
    let mut lines = paper.lines();
    while let Some(line) = lines.next() {
        let indent = line.len() - line.trim_start().len();
        if line.trim_start() != mark {
            continue;
        }
        let block = lines.by_ref().take_while(|it| it.trim_start() != "```");
        all.push(block.map(|it| it.get(indent..).unwrap_or_default().to_owned() + "\n").collect());
    }
    all
}

#[test]
fn the_first_ten_minutes_go_as_the_readme_says() {
    let readme = fs::read_to_string(project("README.md")).expect("a README");
    let yaml = blocks(&readme, "```yaml");
    let [school, service] = yaml.as_slice() else { panic!("a school and a service: {yaml:?}") };
    for path in ["schools/smp-negeri-9.yaml", "services/puskesmas-oebobo.yaml"] {
        assert!(readme.contains(path), "{path} is not in the README");
    }
    let repo = Repo::starter()
        .with("schools/smp-negeri-9.yaml", school)
        .with("services/puskesmas-oebobo.yaml", service);
    repo.run(&["check", "--quiet"]).code(0);
    repo.run(&["build", "--quiet", "--single", "smp-negeri-9", "--out", "public"]).code(0);
    assert!(repo.content("public/index.html").is_file());

    // The fault that is shown is the one that is found.
    let shown = blocks(&readme, "```");
    let shown = shown.iter().find(|it| it.starts_with("error[")).expect("a fault");
    let path = "services/puskesmas-oebobo.yaml";
    let repo = repo.replaced(path, "kind: telephone", "kind: telepon");
    let output = repo.run(&["check"]).code(1);
    let said = String::from_utf8_lossy(&output.get_output().stderr).into_owned();
    assert!(said.contains(shown.as_str()), "{shown}\n{said}");
    repo.run(&["build", "--quiet", "--single", "smp-negeri-9", "--out", "public"]).code(1);
    assert!(repo.content("public/index.html").is_file(), "the earlier output is gone");
}

#[test]
fn the_readme_names_every_command() {
    let readme = fs::read_to_string(project("README.md")).expect("a README");
    let output = Repo::empty().bare(&["--help"]).assert().code(0);
    let help = String::from_utf8_lossy(&output.get_output().stdout).into_owned();
    let commands = help.lines().skip_while(|it| *it != "Commands:").skip(1);
    let commands: Vec<&str> = commands
        .take_while(|it| !it.is_empty())
        .filter(|it| it.starts_with("  ") && !it.starts_with("   "))
        .filter_map(|it| it.split_whitespace().next())
        .filter(|it| *it != "help")
        .collect();
    assert!(commands.contains(&"build"), "{help}");
    for it in commands {
        assert!(readme.contains(&format!("| `teduh {it}")), "`{it}` is not in the README");
    }
}

/// Every paper below a path.
fn papers(path: &Path) -> Vec<PathBuf> {
    if path.is_file() {
        return vec![path.to_owned()];
    }
    let files = fs::read_dir(path).expect("a folder").map(|it| it.expect("a file").path());
    files.filter(|it| it.extension().is_some_and(|it| it == "md")).collect()
}

#[test]
fn no_link_in_a_paper_leads_nowhere() {
    for paper in PAPERS.iter().flat_map(|it| papers(&project(it))) {
        let text = fs::read_to_string(&paper).expect("a paper");
        let links = text.split("](").skip(1).filter_map(|it| it.split_once(')'));
        for (link, _) in links {
            let path = link.split('#').next().unwrap_or_default();
            if path.is_empty() || path.contains(':') {
                continue;
            }
            let target = paper.parent().expect("a folder").join(path);
            assert!(target.exists(), "{}: {link}", paper.display());
        }
    }
}

#[test]
fn no_paper_leads_out_of_the_project() {
    let outside = ["](/", "](../../", "file://", "/home/", "/Users/", ":\\"];
    for paper in PAPERS.iter().flat_map(|it| papers(&project(it))) {
        let text = fs::read_to_string(&paper).expect("a paper");
        for it in outside {
            assert!(!text.contains(it), "{}: {it}", paper.display());
        }
        let above = paper.parent() == Some(project("").as_path()) && text.contains("../");
        assert!(!above, "{} names something above the project", paper.display());
    }
}
