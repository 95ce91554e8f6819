"""Looks at the made sheets with a reader that is not ours.

For each PDF below the folder: tagged, titled, with its language, marked as
PDF/UA-1, every font embedded and with a map back to text, headings that skip no
level, pictures with words for those who cannot see them, no script, no form, no
file inside, nothing that opens by itself. A booklet is for the copier and has
no tags; it is only opened.

    validate.py FOLDER
"""

import sys
from pathlib import Path

import pikepdf

# What a file may weigh, in bytes: a poster, a sheet of cards, each A4 of a file
# with more of them (17 cards are five), the handbook of 40 pages.
POSTER, CARDS, MORE, BOOK = 30_000, 40_000, 9_400, 250_000


def structure(node, depth=0):
    """Every structure element, outermost first."""
    if not isinstance(node, pikepdf.Dictionary):
        return
    if "/S" in node:
        yield node
    children = node.get("/K")
    if isinstance(children, pikepdf.Array):
        for child in children:
            yield from structure(child, depth + 1)
    elif children is not None:
        yield from structure(children, depth + 1)


def fonts(resources, seen):
    """Every font below some resources."""
    for font in (resources.get("/Font") or {}).values():
        yield font
    for thing in (resources.get("/XObject") or {}).values():
        if thing.objgen not in seen and "/Resources" in thing:
            seen.add(thing.objgen)
            yield from fonts(thing.Resources, seen)


def embedded(font):
    """Whether a font's outlines are in the file."""
    inner = font.DescendantFonts[0] if font.Subtype == "/Type0" else font
    if inner.Subtype == "/Type3":
        return True
    descriptor = inner.get("/FontDescriptor", {})
    return any(key in descriptor for key in ("/FontFile", "/FontFile2", "/FontFile3"))


def faults(path):
    """What is wrong with a file."""
    with pikepdf.open(path) as pdf:
        root = pdf.Root
        for key in ("/AcroForm", "/OpenAction", "/AA"):
            if key in root:
                yield f"has {key}"
        for key in ("/JavaScript", "/EmbeddedFiles"):
            if key in root.get("/Names", {}):
                yield f"has {key}"
        for page in pdf.pages:
            for font in fonts(page.get("/Resources", {}), set()):
                if not embedded(font):
                    yield f"font {font.get('/BaseFont')} is not embedded"
                if "/ToUnicode" not in font:
                    yield f"font {font.get('/BaseFont')} cannot be read back"
        if "lipat" in path.name:
            return
        if not root.get("/MarkInfo", {}).get("/Marked"):
            yield "not tagged"
        if not str(root.get("/Lang", "")):
            yield "no language"
        if not root.get("/ViewerPreferences", {}).get("/DisplayDocTitle"):
            yield "the title is not shown"
        with pdf.open_metadata() as meta:
            if not meta.get("dc:title"):
                yield "no title"
            if meta.get("pdfuaid:part") != "1":
                yield "does not say that it is PDF/UA-1"
            dates = [it for it in meta if it.endswith(("CreateDate", "ModifyDate"))]
        if dates or "/CreationDate" in (pdf.docinfo or {}):
            yield "holds a date of its making"
        level = 0
        found = list(structure(root.get("/StructTreeRoot", pikepdf.Dictionary())))
        kinds = [str(it.S)[1:] for it in found]
        if not any(it in ("H1", "Title") for it in kinds):
            yield "no first heading"
        for kind in kinds:
            if kind[0] == "H" and kind[1:].isdigit():
                if int(kind[1:]) > level + 1:
                    yield f"from heading {level} to {kind}"
                level = int(kind[1:])
        for it in found:
            if it.S == "/Figure" and not str(it.get("/Alt", "")):
                yield "a picture without words"
        for page in pdf.pages:
            if page.get("/Tabs") != "/S" and "/Annots" in page:
                yield "links are not in the order of the text"
        limit = {
            "poster": POSTER,
            "kartu": max(CARDS, MORE * len(pdf.pages)),
            "buku": max(BOOK, BOOK * len(pdf.pages) // 40),
        }.get(path.name.split("-")[0], CARDS)
    size = path.stat().st_size
    if size > limit:
        yield f"{size} bytes, more than {limit}"


def main():
    paths = sorted(Path(sys.argv[1]).rglob("*.pdf"))
    bad = 0
    for path in paths:
        for fault in dict.fromkeys(faults(path)):
            bad += 1
            print(f"{path}: {fault}")
    print(f"{len(paths) - bad if bad < len(paths) else 0} passed, {bad} failed")
    return 1 if bad or not paths else 0


if __name__ == "__main__":
    sys.exit(main())
