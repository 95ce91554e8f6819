//! Whatever happens to a folder in whatever order, the last run counts.

use proptest::prelude::*;

use super::*;

/// One thing that happens to an output folder.
#[derive(Debug, Clone)]
enum Event {
    /// A run over all sites.
    Full(Vec<Site>),
    /// A run over some sites.
    Partial(Vec<Site>),
    /// A run that is cut off after these sites.
    CutOff(Vec<Site>),
    /// A run that is cut off in the middle of each of these sites.
    Torn(Vec<Site>),
    /// Somebody puts a text of theirs over the file with this number, or deletes
    /// it.
    Meddling(usize, Option<String>),
}

/// Any site with this folder, of which a few names are files and folders by turns.
fn any_site(folder: &'static str) -> impl Strategy<Value = Site> {
    let path =
        prop_oneof![Just("en"), Just("en/a"), Just("en/b"), Just("id/a"), Just("c"), Just("d")];
    let files = prop::collection::btree_map(path, "[ab]{0,2}", 0..5);
    files.prop_map(move |mut files| {
        if files.keys().any(|it| it.starts_with("en/")) {
            files.remove("en");
        }
        let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (*path, &**text)).collect();
        site(folder, &files)
    })
}

/// Any sites, each folder once.
fn any_sites() -> impl Strategy<Value = Vec<Site>> {
    let all = (any_site(TOP), any_site("smp-1"), any_site("smp-2"), any::<[bool; 3]>());
    all.prop_map(|(top, one, two, chosen)| {
        let sites = [top, one, two].into_iter().zip(chosen);
        sites.filter_map(|(site, chosen)| chosen.then_some(site)).collect()
    })
}

/// Any event.
fn any_event() -> impl Strategy<Value = Event> {
    prop_oneof![
        3 => any_sites().prop_map(Event::Full),
        2 => any_sites().prop_map(Event::Partial),
        2 => any_sites().prop_map(Event::CutOff),
        2 => any_sites().prop_map(Event::Torn),
        1 => (any::<usize>(), prop::option::of("[xy]{3,4}"))
            .prop_map(|(which, text)| Event::Meddling(which, text)),
    ]
}

/// Leaves one site as a run does that is cut off while it writes: half of the
/// files are there, one is unfinished.
fn tear(out: &Out, site: &Site) {
    let name = site.folder.as_deref().unwrap_or(TOP);
    out.journal.note(name, site.files.iter().map(|it| it.path.as_str())).unwrap();
    let half = site.files.len() / 2;
    for (at, file) in site.files.iter().enumerate().take(half + 1) {
        let path = below(name, file.path.as_str());
        above(&path).for_each(|it| disk::make_folder(&out.folder.join(it)).unwrap());
        let place = out.folder.join(&path);
        if at == half {
            disk::put(
                &place.with_file_name(format!("{NEW}{}", place.file_name().unwrap().display())),
                b"hal",
            )
            .unwrap();
            return;
        }
        if disk::look(&place).unwrap() == Found::Folder {
            disk::remove(&place).unwrap();
        }
        disk::replace(&place, &file.bytes).unwrap();
    }
}

/// Does to a folder what an event says.
fn happen(folder: &Path, foreign: &BTreeMap<String, String>, event: &Event) {
    match event {
        Event::Full(sites) => drop(run(folder, sites, Scope::Full).unwrap()),
        Event::Partial(sites) => drop(run(folder, sites, Scope::Partial).unwrap()),
        Event::CutOff(sites) => {
            let out = open(folder).unwrap();
            for site in sites {
                write(&out, site).unwrap();
            }
        }
        Event::Torn(sites) => {
            let out = open(folder).unwrap();
            for site in sites {
                tear(&out, site);
            }
        }
        Event::Meddling(which, text) => {
            let all = files(folder);
            let mut ours: Vec<_> = all.keys().filter(|it| !foreign.contains_key(*it)).collect();
            ours.retain(|it| !it.ends_with('/') && *it != journal::NAME);
            let Some(path) = ours.get(which % ours.len().max(1)) else { return };
            match text {
                Some(text) => fs::write(folder.join(path), text).unwrap(),
                None => fs::remove_file(folder.join(path)).unwrap(),
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn whatever_happened_the_folder_holds_the_last_sites_and_what_is_foreign(
        events in prop::collection::vec(any_event(), 0..8),
        last in any_sites(),
    ) {
        let temp = Temp::new();
        let folder = temp.out();
        full(&folder, &[]);
        let mut expected = BTreeMap::new();
        for path in ["CNAME", "smp-1/mine/letter.txt", "smp-2/mine.txt"] {
            fs::create_dir_all(folder.join(path).parent().unwrap()).unwrap();
            fs::write(folder.join(path), "mine").unwrap();
            expected.insert(path.to_owned(), "mine".to_owned());
        }
        let foreign = expected.clone();
        for event in &events {
            happen(&folder, &foreign, event);
        }
        full(&folder, &last);
        for site in &last {
            let name = site.folder.as_deref().unwrap_or(TOP);
            let file = |it: &OutputFile| {
                (below(name, it.path.as_str()), String::from_utf8(it.bytes.clone()).unwrap())
            };
            expected.extend(site.files.iter().map(file));
        }
        prop_assert_eq!(files(&folder), expected);

        let listed = manifest::read(&folder.join(MANIFEST_NAME)).unwrap();
        let listed = listed.map_or_else(Listing::default, |it| it.1);
        let ours = files(&folder).into_iter().filter(|(path, _)| !foreign.contains_key(path));
        let ours: BTreeMap<_, _> = ours.map(|(it, text)| (it, Entry::found(text.as_bytes()))).collect();
        let listed: BTreeMap<_, _> =
            listed.paths().map(|it| (it.clone(), *listed.find(&it).unwrap())).collect();
        prop_assert_eq!(listed, ours);
    }
}
