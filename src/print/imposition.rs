//! A book as a booklet: two A5 pages on each side of an A4 sheet, in the order
//! in which a folded and stapled pile is read. For any copier that prints on
//! both sides.
//!
//! The booklet is for the copier only. It has no tags: the flat book is the one
//! to be read on a screen.

use lopdf::{Dictionary, Document, Object, ObjectId, Stream, dictionary};

use super::pdf::packed;
use super::tidy::tidy;

/// The width of a sheet, in points: A4 across.
const WIDTH: f32 = 841.89;

/// Its height.
const HEIGHT: f32 = 595.28;

/// The pages of a book, two on a side, ready to be folded.
pub fn booklet(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut document = Document::load_mem(bytes).ok()?;
    tidy(&mut document)?;
    let pages: Vec<ObjectId> = document.get_pages().into_values().collect();
    let forms = pages.iter().map(|it| form(&mut document, *it)).collect::<Option<Vec<_>>>()?;
    let tree = document.new_object_id();
    let sides = order(forms.len()).into_iter().map(|side| {
        let side = side.map(|it| it.and_then(|it| forms.get(it)).copied());
        Object::Reference(page(&mut document, tree, side))
    });
    let kids: Vec<Object> = sides.collect();
    let count = i64::try_from(kids.len()).ok()?;
    let pages = dictionary! { "Type" => "Pages", "Kids" => kids, "Count" => count };
    document.objects.insert(tree, pages.into());

    let catalog = document.catalog_mut().ok()?;
    catalog.set("Pages", tree);
    for key in ["Outlines", "Metadata", "Names", "Dests", "PageLabels"] {
        catalog.remove(key.as_bytes());
    }
    document.prune_objects();
    document.renumber_objects();
    packed(&mut document)
}

/// Which pages lie left and right on each side of each sheet; none: it is empty.
fn order(pages: usize) -> Vec<[Option<usize>; 2]> {
    let whole = pages.next_multiple_of(4);
    let there = |it: usize| (it < pages).then_some(it);
    let sheet = |at: usize| {
        let (first, last) = (2 * at, whole - 1 - 2 * at);
        [[there(last), there(first)], [there(first + 1), there(last - 1)]]
    };
    (0..whole / 4).flat_map(sheet).collect()
}

/// A page as a picture that can be placed.
fn form(document: &mut Document, page: ObjectId) -> Option<ObjectId> {
    let content = document.get_page_content(page);
    let fields = document.get_dictionary(page).ok()?;
    let resources = fields.get(b"Resources").cloned().unwrap_or(Dictionary::new().into());
    let form = dictionary! {
        "Type" => "XObject",
        "Subtype" => "Form",
        "BBox" => fields.get(b"MediaBox").cloned().ok()?,
        "Resources" => resources,
    };
    let mut stream = Stream::new(form, content);
    stream.compress().ok()?;
    Some(document.add_object(stream))
}

/// A side of a sheet.
fn page(document: &mut Document, tree: ObjectId, side: [Option<ObjectId>; 2]) -> ObjectId {
    let mut content = String::new();
    let mut forms = Dictionary::new();
    for (name, form, x) in [("L", side[0], 0.0), ("R", side[1], WIDTH / 2.0)] {
        if let Some(form) = form {
            forms.set(name, form);
            content.push_str(&format!("q 1 0 0 1 {x} 0 cm /{name} Do Q\n"));
        }
    }
    let content = document.add_object(Stream::new(Dictionary::new(), content.into_bytes()));
    document.add_object(dictionary! {
        "Type" => "Page",
        "Parent" => tree,
        "MediaBox" => vec![0.into(), 0.into(), WIDTH.into(), HEIGHT.into()],
        "Resources" => dictionary! { "XObject" => forms },
        "Contents" => content,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folded_pile_is_read_in_order() {
        let shown = |pages: usize| order(pages);
        assert_eq!(
            shown(8),
            [[Some(7), Some(0)], [Some(1), Some(6)], [Some(5), Some(2)], [Some(3), Some(4)],]
        );
        assert_eq!(shown(5)[0], [None, Some(0)]);
        assert_eq!(shown(5)[1], [Some(1), None]);
        assert!(shown(0).is_empty());
    }
}
