#!/usr/bin/env python3
"""Writes the district of make_district.py for other generators, so that they do
the same work: S schools, P pages of about 4 KB of Markdown, on each page the
school's name, a list of all pages, the services of the school's area out of 200,
and the numbers of the school at the foot.

  hugo/    one site, a section a school; what is the same on many pages is cached
  mdbook/  one book a school; mdBook joins no data, so that is done here already

usage: make_peers.py SCHOOLS PAGES FOLDER
"""

import json
import pathlib
import random
import re
import sys

from make_district import AREAS, NEEDS, policy, sentence

SERVICES = 200
HUGO_PAGE = """<!doctype html>
<html lang="id"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>{{ .Title }}</title><style>body{max-width:46rem;margin:auto;padding:0 1rem}</style></head>
<body>{{ $school := index hugo.Data.schools .Section }}<header>{{ $school.name }}</header>
{{ partialCached "nav.html" . .Section }}
<main><h1>{{ .Title }}</h1>{{ .Content }}{{ partialCached "services.html" $school.area $school.area }}</main>
{{ partialCached "foot.html" $school .Section }}</body></html>
"""
HUGO_NAV = """<nav><ul>{{ range .CurrentSection.RegularPages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul></nav>
"""
HUGO_SERVICES = """<section><h2>Layanan</h2><ul>{{ range where hugo.Data.services "area" . }}
<li><b>{{ .name }}</b> <a href="tel:{{ .number }}">{{ .number }}</a> {{ .about }}</li>{{ end }}</ul></section>
"""
HUGO_FOOT = """<footer><ul>{{ range .numbers }}<li><a href="tel:{{ . }}">{{ . }}</a></li>{{ end }}</ul></footer>
"""


def body(at, pages, name):
    """A page's Markdown with plain links where teduh has mentions."""
    text = policy(at, pages)
    text = re.sub(r"<policy:([a-z0-9-]+)>", r"[\1](\1.html)", text)
    text = re.sub(r"<(need|service|role):[a-z0-9-]+>", r"\1", text)
    text = re.sub(r" \{#[^}]*\}", "", text)
    return text.replace("<school:name>", name)


def services():
    found = []
    for at in range(SERVICES):
        rng = random.Random(f"service/{at}")
        found.append({
            "name": f"Layanan {at:03}",
            "area": at // len(NEEDS) % AREAS,
            "number": f"0000-000-{at:04}",
            "about": sentence(rng),
        })
    return found


def schools(count):
    for at in range(count):
        numbers = [f"0000-{at:05}-{it}" for it in range(5)]
        yield f"sekolah-{at:05}", {"name": f"SMP Uji {at:05}", "area": at % AREAS, "numbers": numbers}


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def hugo(folder, count, pages):
    write(folder / "hugo.toml", 'baseURL = "/"\nuglyURLs = true\ndisableKinds = ["taxonomy", "term", "RSS", "sitemap", "home", "section"]\n')
    write(folder / "layouts/_default/single.html", HUGO_PAGE)
    for name, text in [("nav", HUGO_NAV), ("services", HUGO_SERVICES), ("foot", HUGO_FOOT)]:
        write(folder / f"layouts/partials/{name}.html", text)
    write(folder / "data/services.json", json.dumps(services()))
    all_schools = dict(schools(count))
    write(folder / "data/schools.json", json.dumps(all_schools))
    for id, school in all_schools.items():
        for at in range(pages):
            write(folder / f"content/{id}/kebijakan-{at:03}.md", f"---\ntitle: Kebijakan {at:03}\n---\n{body(at, pages, school['name'])}")


def mdbook(folder, count, pages):
    found = services()
    for id, school in schools(count):
        home = folder / id
        write(home / "book.toml", f'[book]\ntitle = "{school["name"]}"\n[output.html]\n[output.html.search]\nenable = false\n')
        summary = "".join(f"- [Kebijakan {at:03}](kebijakan-{at:03}.md)\n" for at in range(pages))
        write(home / "src/SUMMARY.md", f"# Isi\n\n{summary}")
        near = "".join(f"- **{it['name']}** {it['number']} {it['about']}\n" for it in found if it["area"] == school["area"])
        foot = "".join(f"- {it}\n" for it in school["numbers"])
        for at in range(pages):
            write(home / f"src/kebijakan-{at:03}.md", f"# Kebijakan {at:03}\n\n{body(at, pages, school['name'])}\n## Layanan\n\n{near}\n---\n\n{foot}")


if __name__ == "__main__":
    count, pages, home = int(sys.argv[1]), int(sys.argv[2]), pathlib.Path(sys.argv[3])
    hugo(home / "hugo", count, pages)
    mdbook(home / "mdbook", count, pages)
