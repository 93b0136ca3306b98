//! Query ⇄ the plain object of `element.query` and the change event: the fragment's keys; lists are arrays of ids.

use finder_core::{
    catalogue::Catalogue,
    query::{MapForm, Query, Sort, Target, View},
    query_url::{Ignored, read_key},
};
use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};

use crate::browser::{console_warn, get, object};

/// The query's keys, in the order of the public interface.
pub const KEYS: [&str; 10] = ["q", "region", "municipality", "type", "audience", "view", "sort", "open", "map", "home"];

/// The object for a query; keys that are not set are absent.
pub fn to_object(query: &Query) -> JsValue {
    let mut entries: Vec<(&str, JsValue)> = Vec::new();
    if !query.text.is_empty() {
        entries.push(("q", query.text.as_str().into()));
    }
    list(&mut entries, "region", query.regions.iter().map(|id| id.as_str()));
    list(&mut entries, "municipality", query.municipalities.iter().map(|id| id.as_str()));
    list(&mut entries, "type", query.types.iter().map(|id| id.as_str()));
    list(&mut entries, "audience", query.audiences.iter().map(|id| id.as_str()));
    match query.view {
        View::List => {}
        View::Map => entries.push(("view", "map".into())),
        View::Stories => entries.push(("view", "stories".into())),
        View::Programme => entries.push(("view", "programme".into())),
    }
    if let Some(sort) = query.sort {
        let name = match sort {
            Sort::Relevance => "relevance",
            Sort::Name => "name",
            Sort::Distance => "distance",
        };
        entries.push(("sort", name.into()));
    }
    if let Some(target) = &query.open {
        let (kind, id) = target_parts(target);
        entries.push(("open", format!("{kind}:{id}").into()));
    }
    if let Some(form) = query.map {
        entries.push(("map", if form == MapForm::Shapes { "shapes" } else { "tiles" }.into()));
    }
    if let Some(home) = &query.home {
        entries.push(("home", home.as_str().into()));
    }
    object(&entries)
}

/// Kind and id of a record, as in `open=service:ID`.
pub fn target_parts(target: &Target) -> (&'static str, &str) {
    match target {
        Target::Service(id) => ("service", id.as_str()),
        Target::Story(id) => ("story", id.as_str()),
        Target::Office(id) => ("office", id.as_str()),
    }
}

fn list<'a>(entries: &mut Vec<(&str, JsValue)>, key: &'static str, ids: impl Iterator<Item = &'a str>) {
    let array: Array = ids.map(JsValue::from_str).collect();
    if array.length() > 0 {
        entries.push((key, array.into()));
    }
}

/// Reads an object; values may be strings as in the fragment or arrays of them. What is not understood is told.
pub fn from_object(value: &JsValue, catalogue: &Catalogue) -> Query {
    let mut query = Query::default();
    for key in KEYS {
        let value = get(value, key);
        let texts: Vec<String> = match value.dyn_ref::<Array>() {
            Some(array) => array.iter().filter_map(|v| v.as_string()).collect(),
            None => value.as_string().into_iter().collect(),
        };
        for text in texts {
            warn(&read_key(&mut query, key, &text, catalogue));
        }
    }
    query
}

/// One console warning for each key or value that was not understood.
pub fn warn(ignored: &[Ignored]) {
    for Ignored { key, value } in ignored {
        let message = match value {
            Some(value) => format!("service-finder: {key} does not know “{value}”, so it is left out"),
            None => format!("service-finder: there is no query key “{key}”"),
        };
        console_warn(&message);
    }
}

/// Unsets one key.
pub fn clear_key(query: &mut Query, key: &str) {
    match key {
        "q" => query.text.clear(),
        "region" => query.regions.clear(),
        "municipality" => query.municipalities.clear(),
        "type" => query.types.clear(),
        "audience" => query.audiences.clear(),
        "view" => query.view = View::List,
        "sort" => query.sort = None,
        "open" => query.open = None,
        "map" => query.map = None,
        "home" => query.home = None,
        _ => {}
    }
}

/// Takes one key's value over from another query.
pub fn copy_key(query: &mut Query, key: &str, from: &Query) {
    match key {
        "q" => query.text.clone_from(&from.text),
        "region" => query.regions.clone_from(&from.regions),
        "municipality" => query.municipalities.clone_from(&from.municipalities),
        "type" => query.types.clone_from(&from.types),
        "audience" => query.audiences.clone_from(&from.audiences),
        "view" => query.view = from.view,
        "sort" => query.sort = from.sort,
        "open" => query.open.clone_from(&from.open),
        "map" => query.map = from.map,
        "home" => query.home.clone_from(&from.home),
        _ => {}
    }
}
