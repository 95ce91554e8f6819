//! What holds for every page of every site, whatever the content says.

use std::collections::{BTreeMap, BTreeSet};

use crate::html::{Tag, tags, unbalanced};
use crate::support::{Repo, project};

/// A repository's text and what it becomes.
struct Published {
    /// Every file of the content as one text.
    content: String,
    /// The digits of every number in a record.
    numbers: BTreeSet<String>,
    /// The tags of every page, by its path.
    pages: BTreeMap<String, Vec<Tag>>,
    /// The paths of all files.
    paths: BTreeSet<String>,
}

impl Published {
    /// Builds a repository.
    fn of(repo: &Repo) -> Published {
        let output = repo.build("public");
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        let content: Vec<String> = repo.files().values().map(|it| text(it)).collect();
        let content = content.join("\n");
        let values = content.split("number: ").skip(1);
        let values = values.map(|it| it.split([',', '}', '\n']).next().unwrap_or_default());
        let digits = |it: &str| it.chars().filter(char::is_ascii_digit).collect::<String>();
        let html = output.iter().filter(|(path, _)| path.ends_with(".html"));
        Published {
            numbers: values.map(digits).collect(),
            pages: html.map(|(path, bytes)| (path.clone(), tags(&text(bytes)))).collect(),
            paths: output.into_keys().collect(),
            content,
        }
    }

    /// What is wrong with where a page links to.
    fn links(&self, path: &str) -> Vec<String> {
        let hrefs = self.pages[path].iter().filter_map(|it| it.get("href"));
        hrefs.filter(|it| !self.is_known(path, it)).map(|it| format!("{path}: {it}")).collect()
    }

    /// Whether an address is a number or address of the content, or leads to a
    /// page that is there.
    fn is_known(&self, path: &str, href: &str) -> bool {
        if let Some(number) =
            href.strip_prefix("tel:").or_else(|| href.strip_prefix("https://wa.me/"))
        {
            return self.numbers.contains(number);
        }
        if let Some(address) = href.strip_prefix("mailto:") {
            return self.content.contains(address);
        }
        if href.starts_with("https://") {
            // A page that may be shown at any address links to its own site whole.
            let own = self.paths.iter().filter_map(|it| href.strip_suffix(it.as_str())).min();
            return self.content.contains(own.map_or(href, |it| it.trim_end_matches('/')));
        }
        if href == "data:," {
            return true;
        }
        match target(path, href) {
            Some((page, "")) => self.paths.contains(&page),
            Some((page, anchor)) => self.ids(&page).any(|it| it == anchor),
            None => false,
        }
    }

    /// The anchors of a page.
    fn ids(&self, path: &str) -> impl Iterator<Item = &str> {
        self.pages.get(path).into_iter().flatten().filter_map(|it| it.get("id"))
    }

    /// Every page that can be reached from one.
    fn reached(&self, from: &str) -> BTreeSet<String> {
        let mut reached = BTreeSet::new();
        let mut open = vec![from.to_owned()];
        while let Some(path) = open.pop() {
            if let Some(page) = self.pages.get(&path).filter(|_| reached.insert(path.clone())) {
                let hrefs = page.iter().filter_map(|it| it.get("href"));
                open.extend(hrefs.filter_map(|it| target(&path, it)).map(|it| it.0));
            }
        }
        reached
    }
}

/// The page that an address leads to, and the anchor in it.
fn target<'h>(path: &str, href: &'h str) -> Option<(String, &'h str)> {
    let (file, anchor) = href.split_once('#').unwrap_or((href, ""));
    if file.contains(':') || file.starts_with('/') {
        return None;
    }
    let mut parts: Vec<&str> = path.split('/').collect();
    if !file.is_empty() {
        parts.pop();
        for part in file.split('/') {
            match part {
                ".." => drop(parts.pop()?),
                it => parts.push(it),
            }
        }
    }
    Some((parts.join("/"), anchor))
}

/// What is wrong with how a page is built.
fn structure(path: &str, page: &[Tag]) -> Vec<String> {
    let mut wrong: Vec<String> =
        unbalanced(page).into_iter().map(|it| format!("{it} is not closed in its order")).collect();
    let opened = || page.iter().filter(|it| !it.closes);
    let mut ids = BTreeSet::new();
    for id in opened().filter_map(|it| it.get("id")) {
        if !ids.insert(id) {
            wrong.push(format!("the anchor {id} is there twice"));
        }
    }
    let levels: Vec<u32> =
        opened().filter_map(|it| it.name.strip_prefix('h')?.parse().ok()).collect();
    if levels.first() != Some(&1) || levels.iter().filter(|it| **it == 1).count() != 1 {
        wrong.push(format!("not one h1, at the beginning: {levels:?}"));
    }
    if levels.windows(2).any(|it| it[1] > it[0] + 1) {
        wrong.push(format!("a level of headings is skipped: {levels:?}"));
    }
    for tag in opened() {
        if ["iframe", "object", "embed", "img", "form", "base", "video", "audio"]
            .contains(&tag.name.as_str())
        {
            wrong.push(format!("<{}>", tag.name));
        }
        let data = tag.get("type").is_some_and(|it| it == "text/plain");
        if tag.name == "script" && (tag.get("src").is_some() || !data && !tag.attributes.is_empty())
        {
            wrong.push("a script that is fetched".to_owned());
        }
        for (name, value) in &tag.attributes {
            let loads = ["src", "srcset", "style", "action", "ping"].contains(&name.as_str());
            if loads
                || name.starts_with("on")
                || value.trim_start().to_lowercase().starts_with("javascript:")
            {
                wrong.push(format!("<{} {name}={value:?}>", tag.name));
            }
        }
    }
    let lang = opened().find(|it| it.name == "html").and_then(|it| it.get("lang"));
    if lang.is_none_or(str::is_empty) {
        wrong.push("no language".to_owned());
    }
    wrong.into_iter().map(|it| format!("{path}: {it}")).collect()
}

/// Everything that must hold.
#[track_caller]
fn check(repo: &Repo, schools: &[&str]) {
    let published = Published::of(repo);
    let mut wrong = Vec::new();
    for (path, page) in &published.pages {
        wrong.extend(structure(path, page));
        wrong.extend(published.links(path));
    }
    for school in schools {
        let reached = published.reached(&format!("{school}/index.html"));
        let own = published.pages.keys().filter(|it| it.starts_with(&format!("{school}/")));
        let lost = own.filter(|it| !reached.contains(*it) && !it.ends_with("/404.html"));
        wrong.extend(lost.map(|it| format!("{it} cannot be reached from the first page")));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_pages_of_the_smallest_district_are_whole() {
    check(&Repo::minimal(), &["sekolah-1", "sekolah-2"]);
}

#[test]
fn the_pages_of_a_district_with_everything_are_whole() {
    let repo = Repo::minimal().laid(&project("tests/golden/content"));
    check(&repo, &["sekolah-1", "sekolah-2"]);
}

#[test]
fn the_pages_of_the_starter_content_are_whole() {
    check(&Repo::starter(), &["smp-contoh-1", "smp-contoh-2", "smp-contoh-3"]);
}

#[test]
fn a_page_that_is_not_whole_is_caught() {
    let wrong = |html: &str| structure("a.html", &tags(html)).join("\n");
    let page = |body: &str| format!("<html lang=id><body><h1>a</h1>{body}</body></html>");
    assert_eq!(wrong(&page("<h2 id=b>b</h2><p>c</p>")), "");
    for (body, expected) in [
        ("<h3>b</h3>", "skipped"),
        ("<h1>b</h1>", "not one h1"),
        ("<p id=b></p><p id=b></p>", "twice"),
        ("<p><b></p></b>", "not closed"),
        ("<script src=b></script>", "a script that is fetched"),
        ("<p onclick=b></p>", "onclick"),
        ("<p style=b></p>", "style"),
        ("<a href=' JavaScript:b'></a>", "href"),
    ] {
        assert!(wrong(&page(body)).contains(expected), "{body}: {}", wrong(&page(body)));
    }
}

#[test]
fn a_school_with_one_of_two_languages_has_its_first_page_and_no_dead_link() {
    for own in ["[en]", "[id]"] {
        let school = "schools/sekolah-2.yaml";
        let repo = Repo::minimal().laid(&project("tests/golden/content"));
        let repo = repo.replaced(school, "languages: [id]", &format!("languages: {own}"));
        check(&repo, &["sekolah-1", "sekolah-2"]);
    }
}

#[test]
fn the_list_of_the_schools_is_looked_at_like_any_page() {
    let page = "{% extends \"base.html\" %}{% block part %}<textarea></textarea>{% endblock %}";
    let repo = Repo::minimal().with("themes/plain/templates/pages/front.html", page);
    repo.run(&["check"]).code(0);
    for command in [&["check", "--site"][..], &["build", "--out", "../public"]] {
        let output = repo.command(command).output().expect("the program runs");
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(said.contains("error[TD0717]: `index.html` has a field to fill in"), "{said}");
        assert_eq!(output.status.code(), Some(1));
    }
    assert!(!repo.folder().join("public").exists());
}

#[test]
fn a_page_on_paper_has_the_address_that_somebody_types() {
    let name = "name: SMP Contoh 1\n";
    let with_address = format!("{name}site: https://contoh-1.example/\n");
    let repo = Repo::starter().replaced("schools/smp-contoh-1.yaml", name, &with_address);
    let output = repo.build("public");
    let typed = |path: &str| {
        let page = String::from_utf8_lossy(&output[path]);
        page.contains("typed>contoh-1.example<") || page.contains("typed\">contoh-1.example<")
    };
    let pages = output.keys().filter(|it| it.ends_with(".html"));
    let protocols: Vec<&String> =
        pages.filter(|it| it.starts_with("smp-contoh-1/") && it.contains("protokol-")).collect();
    assert!(protocols.len() > 30, "{protocols:?}");
    assert!(protocols.iter().all(|it| typed(it)), "{protocols:?}");
    // The first page has to be small.
    assert!(!typed("smp-contoh-1/index.html"));
    assert!(
        !output
            .keys()
            .any(|it| it.starts_with("smp-contoh-2/") && it.ends_with(".html") && typed(it))
    );
}

/// Without the minifier no page is weighed for readers.
#[cfg(feature = "minify")]
#[test]
fn the_first_pages_stay_small_where_a_school_has_a_long_name() {
    let long = "name: SMP Negeri 12 Kota Kupang Timur Contoh\n";
    let repo = Repo::starter().replaced("schools/smp-contoh-1.yaml", "name: SMP Contoh 1\n", long);
    let found = repo.run(&["check", "--site", "--format", "short"]).code(0);
    let found = String::from_utf8_lossy(&found.get_output().stderr).into_owned();
    assert!(!found.contains("TD0701"), "{found}");
}
