//! A theme's words: `words/LANGUAGE.yaml`, one catalogue a language.

use std::collections::BTreeMap;

use crate::diag::Checked;
use crate::model::value::Lang;
use crate::model::words::{Catalogue, Words};
use crate::source::SourceTree;

use super::Part;
use super::fields::{list, string};
use super::sink::Sink;
use super::yaml::{Node, Value};

/// The catalogues of a theme.
pub fn words(theme: &SourceTree) -> Checked<Words> {
    let mut parser = super::Parser {
        tree: theme,
        records: crate::model::Records::default(),
        diagnostics: Vec::new(),
        fields: Vec::new(),
    };
    let mut words = BTreeMap::new();
    for (file, source) in theme.files() {
        let tag = source.path.strip_prefix("words/").and_then(|it| it.strip_suffix(".yaml"));
        let Some(lang) = tag.and_then(|it| Lang::try_from(it).ok()) else { continue };
        let Some(text) = parser.text(file) else { continue };
        let Some(node) = parser.node(file, Part { text, offset: 0 }) else { continue };
        let mut sink = parser.sink(file);
        words.insert(lang, catalogue(&node, &mut sink));
    }
    Checked { value: Words(words), diagnostics: parser.diagnostics }
}

/// One catalogue: single words, and lists of words such as the months.
fn catalogue(node: &Node, sink: &mut Sink<'_>) -> Catalogue {
    let mut catalogue = Catalogue::default();
    let Value::Map(entries) = &node.value else { return catalogue };
    for (key, value) in entries {
        match &value.value {
            Value::List(_) => {
                let items = list(value, sink, string).unwrap_or_default();
                catalogue.lists.insert(key.name.clone(), items);
            }
            _ => {
                if let Some(word) = string(value, sink) {
                    catalogue.words.insert(key.name.clone(), word);
                }
            }
        }
    }
    catalogue
}
