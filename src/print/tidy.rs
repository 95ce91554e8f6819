//! A finished document in fewer bytes: the same letters in the same places, with
//! the same tags.
//!
//! What sets our sheets writes each line of text as if it were alone: where it
//! stands, its colour and its letter are said anew, and each line of a paragraph
//! is a piece of its own to the tags. Here lines that follow each other share what
//! they have in common, and lines that follow each other in one element are one
//! piece of it. Every letter, place, link and element stays.
//!
//! What is not written as expected stays as it is.

use std::collections::{BTreeMap, BTreeSet};

use lopdf::content::{Content, Operation};
use lopdf::{Dictionary, Document, Object, ObjectId};

/// So many digits after the point of a place: 4 thousandths of a millimetre.
const PLACE: usize = 2;

/// So many digits after the point of a colour: finer than any screen shows.
const SHADE: usize = 3;

/// A line of text, with all that is said of it.
struct Line {
    /// Where it begins, in points.
    at: [f64; 2],
    /// What sets its colour.
    colour: String,
    /// What sets its letter.
    letter: String,
    /// What shows it.
    shown: Vec<u8>,
}

/// Lines that are one piece to the tags, or to none.
struct Piece<'o> {
    /// What begins it; none for what is not marked.
    tag: Option<&'o Operation>,
    /// The lines.
    lines: Vec<Line>,
}

/// A part of a page.
enum Part<'o> {
    /// Pieces of text one after the other.
    Text(Vec<Piece<'o>>),
    /// Anything else.
    Other(&'o Operation),
}

/// What becomes of the numbers that tags know the pieces of a page by.
#[derive(Default)]
struct Numbers {
    /// Pieces that go on with the one before.
    joined: BTreeSet<i64>,
}

impl Numbers {
    /// What a piece is called now.
    fn now(&self, number: i64) -> i64 {
        let before = self.joined.range(..=number).count();
        number - i64::try_from(before).unwrap_or_default()
    }
}

/// Makes every page of a document shorter.
pub fn tidy(document: &mut Document) -> Option<()> {
    let elements = elements_by_page(document).unwrap_or_default();
    let pages: Vec<ObjectId> = document.get_pages().into_values().collect();
    for page in pages {
        let content = document.get_dictionary(page).ok()?.get(b"Contents").ok()?.as_reference();
        let Ok(content) = content else { continue };
        let operations = Content::decode(&document.get_page_content(page)).ok()?.operations;
        let parts = parts(&operations);
        let none = Vec::new();
        let own = elements.get(&page).unwrap_or(&none);
        let numbers = Numbers { joined: joined(document, page, own, &parts) };
        let bytes = written(&parts, &numbers)?;
        let stream = document.get_object_mut(content).ok()?.as_stream_mut().ok()?;
        stream.set_plain_content(bytes);
        stream.compress().ok()?;
        renumber(document, page, own, &numbers)?;
    }
    shorten_links(document);
    Some(())
}

/// By page, the array that says which element each of its pieces belongs to.
fn elements_by_page(document: &Document) -> Option<BTreeMap<ObjectId, Vec<ObjectId>>> {
    let nums = parents(document)?;
    let mut all = BTreeMap::new();
    for page in document.get_pages().into_values() {
        let Some(array) = array_of(document, page, &nums) else { continue };
        let array = document.get_object(array).ok()?.as_array().ok()?;
        let ids: Result<Vec<ObjectId>, _> = array.iter().map(Object::as_reference).collect();
        all.insert(page, ids.ok()?);
    }
    Some(all)
}

/// The numbers of pages and links, each with what it leads to.
fn parents(document: &Document) -> Option<Vec<Object>> {
    let root = document.catalog().ok()?.get(b"StructTreeRoot").ok()?;
    let root = document.dereference(root).ok()?.1.as_dict().ok()?;
    let tree = document.dereference(root.get(b"ParentTree").ok()?).ok()?.1.as_dict().ok()?;
    Some(tree.get(b"Nums").ok()?.as_array().ok()?.clone())
}

/// Where the array of a page stands.
fn array_of(document: &Document, page: ObjectId, nums: &[Object]) -> Option<ObjectId> {
    let number = document.get_dictionary(page).ok()?.get(b"StructParents").ok()?.as_i64().ok()?;
    let mut pairs = nums.chunks_exact(2);
    let pair = pairs.find(|it| it.first().and_then(|it| it.as_i64().ok()) == Some(number))?;
    pair.get(1)?.as_reference().ok()
}

/// A page's operations in parts.
fn parts(operations: &[Operation]) -> Vec<Part<'_>> {
    let mut parts = Vec::new();
    let mut rest = operations;
    while let [first, others @ ..] = rest {
        let mut pieces = Vec::new();
        let mut after = rest;
        while let Some((piece, left)) = piece(after) {
            pieces.push(piece);
            after = left;
        }
        if pieces.is_empty() {
            parts.push(Part::Other(first));
            rest = others;
        } else {
            parts.push(Part::Text(pieces));
            rest = after;
        }
    }
    parts
}

/// The piece that these operations begin with, and what comes after it.
fn piece(operations: &[Operation]) -> Option<(Piece<'_>, &[Operation])> {
    let (first, others) = operations.split_first()?;
    if first.operator != "BDC" {
        let (line, rest) = line(operations)?;
        return Some((Piece { tag: None, lines: vec![line] }, rest));
    }
    let mut lines = Vec::new();
    let mut rest = others;
    while let Some((line, after)) = line(rest) {
        lines.push(line);
        rest = after;
    }
    let (end, rest) = rest.split_first()?;
    let whole = !lines.is_empty() && end.operator == "EMC";
    whole.then_some((Piece { tag: Some(first), lines }, rest))
}

/// The line that these operations begin with, and what comes after it.
fn line(operations: &[Operation]) -> Option<(Line, &[Operation])> {
    let (own, rest) = operations.split_at_checked(11)?;
    let [push, place, space, colour, begin, mode, letter, turn, show, end, pop] = own else {
        return None;
    };
    let names = ["q", "cm", "cs", "scn", "BT", "Tr", "Tf", "Tm"];
    let mut named = [push, place, space, colour, begin, mode, letter, turn].into_iter().zip(names);
    let right = named.all(|(it, name)| it.operator == name)
        && matches!(show.operator.as_str(), "TJ" | "Tj")
        && end.operator == "ET"
        && pop.operator == "Q";
    // Upright letters, filled.
    let [1.0, 0.0, 0.0, -1.0, x, y] = numbers(place)?[..] else { return None };
    let upright = matches!(numbers(turn)?[..], [1.0, 0.0, 0.0, -1.0, 0.0, 0.0]);
    if !right || !upright || !matches!(numbers(mode)?[..], [0.0]) {
        return None;
    }
    let name = |it: &Operation| {
        Some(String::from_utf8_lossy(it.operands.first()?.as_name().ok()?).into_owned())
    };
    let shades: Vec<String> = numbers(colour)?.into_iter().map(|it| short(it, SHADE)).collect();
    let size = letter.operands.get(1)?.as_float().ok()?;
    let line = Line {
        at: [x, y],
        colour: format!("/{} cs {} scn", name(space)?, shades.join(" ")),
        letter: format!("/{} {} Tf", name(letter)?, short(f64::from(size), SHADE)),
        shown: shown(show)?,
    };
    Some((line, rest))
}

/// The numbers of an operation that has nothing else.
fn numbers(operation: &Operation) -> Option<Vec<f64>> {
    operation.operands.iter().map(|it| it.as_float().ok().map(f64::from)).collect()
}

/// What shows a text.
fn shown(operation: &Operation) -> Option<Vec<u8>> {
    let mut out = Vec::new();
    match operation.operands.first()? {
        Object::String(text, _) => literal(text, &mut out),
        Object::Array(pieces) => {
            out.push(b'[');
            for it in pieces {
                match it {
                    Object::String(text, _) => literal(text, &mut out),
                    it => out.extend(short(f64::from(it.as_float().ok()?), SHADE).bytes()),
                }
            }
            out.push(b']');
        }
        _ => return None,
    }
    out.extend(operation.operator.bytes());
    Some(out)
}

/// A text in brackets.
fn literal(text: &[u8], out: &mut Vec<u8>) {
    out.push(b'(');
    for it in text {
        match it {
            b'(' | b')' | b'\\' => out.extend([b'\\', *it]),
            b'\r' => out.extend(b"\\r"),
            _ => out.push(*it),
        }
    }
    out.push(b')');
}

/// A number in as few digits as it needs; at least one after the point is asked for.
fn short(number: f64, digits: usize) -> String {
    let text = format!("{number:.digits$}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    match text.split_once("0.") {
        _ if matches!(text, "0" | "-0") => "0".to_owned(),
        Some((sign @ ("" | "-"), fraction)) => format!("{sign}.{fraction}"),
        _ => text.to_owned(),
    }
}

/// The number by which tags know a piece.
fn number(tag: &Operation) -> Option<i64> {
    let [_, Object::Dictionary(said)] = tag.operands.as_slice() else { return None };
    said.get(b"MCID").ok()?.as_i64().ok()
}

/// The pieces of a page that go on in the element of the piece before.
fn joined(
    document: &Document,
    page: ObjectId,
    elements: &[ObjectId],
    parts: &[Part<'_>],
) -> BTreeSet<i64> {
    let of = |it: i64| usize::try_from(it).ok().and_then(|it| elements.get(it));
    let go_on = |(one, other): (i64, i64)| {
        let (own, next) = (of(one)?, of(other)?);
        let element = document.get_dictionary(*own).ok()?;
        let here = element.get(b"Pg").ok()?.as_reference().ok()? == page;
        let kids = element.get(b"K").ok()?.as_array().ok()?;
        let pair = |it: &[Object]| {
            let numbers: Vec<i64> = it.iter().filter_map(|it| it.as_i64().ok()).collect();
            numbers == [one, other]
        };
        (own == next && here && kids.windows(2).any(pair)).then_some(other)
    };
    let text = parts.iter().filter_map(|it| match it {
        Part::Text(pieces) => Some(pieces),
        Part::Other(_) => None,
    });
    let pairs = text.flat_map(|it| it.iter().zip(it.iter().skip(1)));
    pairs.filter_map(|(one, other)| go_on((number(one.tag?)?, number(other.tag?)?))).collect()
}

/// A page's parts as bytes.
fn written(parts: &[Part<'_>], numbers: &Numbers) -> Option<Vec<u8>> {
    let mut out = Vec::new();
    for part in parts {
        match part {
            Part::Other(operation) => out.extend(begun(operation, numbers)?),
            Part::Text(pieces) => text(pieces, numbers, &mut out)?,
        }
        out.push(b'\n');
    }
    Some(out)
}

/// Pieces of text: what a line has in common with the one before is not said
/// again, and its place is told from there.
fn text(pieces: &[Piece<'_>], numbers: &Numbers, out: &mut Vec<u8>) -> Option<()> {
    out.extend(b"q BT\n");
    let (mut at, mut colour, mut letter) = ([0.0, 0.0], "", "");
    let mut open = false;
    for piece in pieces {
        let own = piece.tag.and_then(number);
        let goes_on = own.is_some_and(|it| numbers.joined.contains(&it));
        if open && !goes_on {
            out.extend(b"EMC\n");
            open = false;
        }
        if let Some(tag) = piece.tag.filter(|_| !goes_on) {
            out.extend(begun(tag, numbers)?);
            out.push(b'\n');
            open = true;
        }
        for line in &piece.lines {
            for (said, now) in [(&mut colour, &line.colour), (&mut letter, &line.letter)] {
                if *said != now.as_str() {
                    *said = now;
                    out.extend(format!("{now}\n").bytes());
                }
            }
            // Rounded before they are told apart, so that no fault adds up.
            let round = |it: f64| (it * 100.0).round() / 100.0;
            let new = line.at.map(round);
            let step = [new[0] - at[0], new[1] - at[1]].map(|it| short(it, PLACE));
            out.extend(format!("{} {} Td", step[0], step[1]).bytes());
            out.extend(&line.shown);
            out.push(b'\n');
            at = new;
        }
    }
    out.extend(if open { b"EMC\nET Q".as_slice() } else { b"ET Q" });
    Some(())
}

/// An operation, which may begin a piece.
fn begun(operation: &Operation, numbers: &Numbers) -> Option<Vec<u8>> {
    let Some(own) = number(operation) else {
        return Content { operations: [operation.clone()] }.encode().ok();
    };
    let [Object::Name(kind), Object::Dictionary(said)] = operation.operands.as_slice() else {
        return None;
    };
    if said.len() == 1 {
        let kind = String::from_utf8_lossy(kind);
        return Some(format!("/{kind}<</MCID {}>>BDC", numbers.now(own)).into_bytes());
    }
    let mut operation = operation.clone();
    if let Some(Object::Dictionary(said)) = operation.operands.get_mut(1) {
        said.set("MCID", numbers.now(own));
    }
    Content { operations: [operation] }.encode().ok()
}

/// Tells the tags what the pieces of a page are called now.
fn renumber(
    document: &mut Document,
    page: ObjectId,
    elements: &[ObjectId],
    numbers: &Numbers,
) -> Option<()> {
    if numbers.joined.is_empty() {
        return Some(());
    }
    for id in elements.iter().collect::<BTreeSet<_>>() {
        let element = document.get_dictionary_mut(*id).ok()?;
        let here = element.get(b"Pg").and_then(Object::as_reference).ok() == Some(page);
        match element.get_mut(b"K").ok()? {
            Object::Array(kids) => {
                kids.retain(|it| {
                    !here || it.as_i64().map_or(true, |it| !numbers.joined.contains(&it))
                });
                kids.iter_mut().for_each(|it| renamed(it, page, here, numbers));
            }
            kid => renamed(kid, page, here, numbers),
        }
    }
    let array = array_of(document, page, &parents(document)?)?;
    let array = document.get_object_mut(array).ok()?.as_array_mut().ok()?;
    let mut at = -1;
    array.retain(|_| {
        at += 1;
        !numbers.joined.contains(&at)
    });
    Some(())
}

/// A child of an element, where it is a piece of this page.
fn renamed(kid: &mut Object, page: ObjectId, here: bool, numbers: &Numbers) {
    match kid {
        Object::Integer(it) if here => *it = numbers.now(*it),
        Object::Dictionary(said) => {
            let own = said.get(b"Pg").and_then(Object::as_reference).map_or(here, |it| it == page);
            if let (true, Ok(Object::Integer(it))) = (own, said.get_mut(b"MCID")) {
                *it = numbers.now(*it);
            }
        }
        _ => {}
    }
}

/// Where links can be touched, in as few digits as that needs.
fn shorten_links(document: &mut Document) {
    let links = document.objects.values_mut().filter_map(|it| it.as_dict_mut().ok());
    let is_link = |it: &Dictionary| {
        it.get(b"Subtype").and_then(Object::as_name).is_ok_and(|it| it == b"Link")
    };
    for link in links.filter(|it| is_link(it)) {
        for key in [b"Rect".as_slice(), b"QuadPoints"] {
            let Ok(Object::Array(corners)) = link.get_mut(key) else { continue };
            for it in corners {
                if let Object::Real(it) = it {
                    *it = (*it * 10.0).round() / 10.0;
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use lopdf::{Stream, dictionary};

    use super::*;

    /// A line as it is set, alone.
    fn set(y: &str, shown: &str) -> String {
        format!(
            "q 1 0 0 -1 20 {y} cm/c0 cs 0.25490198 0.32156864 0.29411766 scn\n\
             BT 0 Tr/f0 8 Tf 1 0 0 -1 0 0 Tm[{shown}]TJ\nET\nQ\n"
        )
    }

    /// A page with two elements: one of two lines and a link's mark, one of a line.
    fn page() -> (Document, ObjectId, [ObjectId; 2]) {
        let content = format!(
            "/Span<</MCID 0>>BDC\n{}EMC\n/Span<</MCID 1>>BDC\n{}EMC\n/Span<</MCID 2>>BDC\n{}EMC\n\
             /Artifact BMC\nq 0 0 m 9 9 l\nS\nQ\nEMC",
            set("700.00004", "(a\\()20(b )"),
            set("690.5", "(c)"),
            set("681", "(d)"),
        );
        let mut document = Document::new();
        let stream = Stream::new(Dictionary::new(), content.into_bytes());
        let content = document.add_object(stream);
        let tree = document.new_object_id();
        let page = document.add_object(dictionary! {
            "Type" => "Page", "Parent" => tree, "Contents" => content, "StructParents" => 0
        });
        let pages = dictionary! { "Type" => "Pages", "Kids" => vec![page.into()], "Count" => 1 };
        document.objects.insert(tree, pages.into());
        let element = |kids: Vec<Object>| dictionary! { "S" => "P", "Pg" => page, "K" => kids };
        let one = document.add_object(element(vec![0.into(), 1.into()]));
        let other = document.add_object(element(vec![2.into()]));
        let array = document.add_object(vec![one.into(), one.into(), other.into()]);
        let nums = dictionary! { "Nums" => vec![0.into(), array.into()] };
        let root = dictionary! { "K" => vec![one.into(), other.into()], "ParentTree" => nums };
        let root = document.add_object(root);
        let catalog =
            dictionary! { "Type" => "Catalog", "Pages" => tree, "StructTreeRoot" => root };
        let catalog = document.add_object(catalog);
        document.trailer.set("Root", catalog);
        (document, page, [one, other])
    }

    #[test]
    fn lines_of_one_element_are_one_piece_and_what_they_share_is_said_once() {
        let (mut document, page, [one, other]) = page();
        tidy(&mut document).expect("a page");
        let text = String::from_utf8(document.get_page_content(page)).expect("text");
        let expected = "q BT\n/Span<</MCID 0>>BDC\n/c0 cs .255 .322 .294 scn\n/f0 8 Tf\n\
                        20 700 Td[(a\\()20(b )]TJ\n0 -9.5 Td[(c)]TJ\nEMC\n\
                        /Span<</MCID 1>>BDC\n0 -9.5 Td[(d)]TJ\nEMC\nET Q\n";
        assert!(text.starts_with(expected), "{text}");
        assert!(text.contains("0 0 m\n9 9 l\nS\n"), "{text}");
        let kids = |id| {
            let kids = document.get_dictionary(id).and_then(|it| it.get(b"K"));
            kids.and_then(Object::as_array).expect("children").clone()
        };
        assert_eq!((kids(one), kids(other)), (vec![0.into()], vec![1.into()]));
        let nums = parents(&document).expect("a tree");
        let array = array_of(&document, page, &nums).expect("an array");
        let array = document.get_object(array).and_then(Object::as_array).expect("an array");
        assert_eq!(*array, vec![Object::from(one), Object::from(other)]);
    }

    #[test]
    fn lines_of_two_elements_stay_two_pieces() {
        let (mut document, page, [one, other]) = page();
        for (id, kids) in [(one, vec![0.into()]), (other, vec![1.into(), 2.into()])] {
            document.get_dictionary_mut(id).expect("an element").set("K", kids);
        }
        let nums = parents(&document).expect("a tree");
        let array = array_of(&document, page, &nums).expect("an array");
        *document.get_object_mut(array).expect("an array") =
            vec![Object::from(one), other.into(), other.into()].into();
        tidy(&mut document).expect("a page");
        let text = String::from_utf8(document.get_page_content(page)).expect("text");
        assert_eq!(text.matches("BDC").count(), 2, "{text}");
        let first = text.split("EMC").next().unwrap_or_default();
        assert!(first.contains("b )") && !first.contains("(c)"), "{text}");
    }

    #[test]
    fn a_number_has_no_digit_too_many_and_none_too_few() {
        for (number, expected) in [
            (0.0, "0"),
            (-0.001, "0"),
            (12.0, "12"),
            (100.0, "100"),
            (0.5, ".5"),
            (-0.25, "-.25"),
            (-9.504, "-9.5"),
        ] {
            assert_eq!(short(number, 2), expected);
        }
    }
}
