//! Bytes → [`Catalogue`] and every [`Problem`]. Total: no input panics.
//!
//! ```
//! use finder_core::load::Loaded;
//!
//! let file = br#"{
//!     "format": "service-finder/1", "title": "Example", "languages": ["en"],
//!     "types": [{ "id": "respite", "name": "Respite care" }],
//!     "services": [{ "id": "oak-house", "name": "Oak House", "types": ["respit"] }]
//! }"#;
//! let (catalogue, problems) = Loaded::first(file).unwrap().catalogue();
//! assert_eq!(catalogue.unwrap().services.len(), 0);
//! assert_eq!(
//!     problems[0].to_string(),
//!     "`services[0].types[0]`: expected the id of one of the catalogue's `types`, found `respit`; did you mean `respite`?"
//! );
//! ```

use core::{
    pin::{Pin, pin},
    task::{Context, Poll, Waker},
};

use serde_json::{Map, Value};

use crate::{
    catalogue::Catalogue,
    problem::{Cost, Problem},
    raw::{Ids, is_path, quote, quote_text},
    validate::validate,
};

/// Format and version this code reads; what follows the slash changes when old files can no longer be read.
pub const FORMAT: &str = "service-finder/1";

/// Lists whose records are matched by `id` when a part is joined.
const MATCHED: [&str; 9] =
    ["types", "audiences", "regions", "municipalities", "services", "stories", "routes", "equivalents", "urgent"];

/// A catalogue file that may still be joined by further parts.
#[derive(Clone, Debug, Default)]
pub struct Loaded {
    value: Map<String, Value>,
}

impl Loaded {
    /// Reads a first (or only) file.
    ///
    /// # Errors
    /// A [`Problem`] of cost [`File`](crate::problem::Cost::File) where the bytes are no JSON object (place: line and column)
    /// or name a format version that is not supported.
    pub fn first(bytes: &[u8]) -> Result<Self, Box<Problem>> {
        Ok(Self { value: read_object(bytes)? })
    }

    /// Joins a part: records are matched by id, keys the part brings are added. What is there already stays, so that a
    /// part joined twice changes nothing.
    ///
    /// # Errors
    /// As [`first`](Self::first); what was loaded before stays as it was.
    pub fn join(&mut self, bytes: &[u8]) -> Result<(), Box<Problem>> {
        let part = read_object(bytes)?;
        let first_language = first_language(&self.value);
        let mut head = None;
        for (key, value) in part {
            if key == "part" {
                head = Some(value);
                continue;
            }
            if key == "parts" {
                continue;
            }
            let matched = MATCHED.contains(&key.as_str()) && value.is_array();
            match (self.value.entry(key).or_insert(Value::Null), value) {
                (base @ Value::Null, Value::Array(brought)) if matched => {
                    let mut records = Vec::new();
                    join_records(&mut records, brought, &first_language);
                    *base = Value::Array(records);
                }
                (Value::Array(base), Value::Array(brought)) if matched => join_records(base, brought, &first_language),
                (base, value) => join_value(base, value, &first_language),
            }
        }
        if let (Some(head), Some(Value::Array(parts))) = (head, self.value.get_mut("parts")) {
            let says = |part: &Value, key: &str| part.get(key).and_then(Value::as_str).map(str::to_owned);
            parts.retain(|part| says(part, "kind") != says(&head, "kind") || says(part, "lang") != says(&head, "lang"));
        }
        Ok(())
    }

    /// Validates all that was loaded so far. `None` only for a file that was never read: a catalogue without a single
    /// usable record is still a catalogue, with its problems told.
    #[must_use]
    pub fn catalogue(&self) -> (Option<Catalogue>, Vec<Problem>) {
        let at_once = self.catalogue_in_slices(&|| Box::pin(core::future::ready(())));
        match pin!(at_once).poll(&mut Context::from_waker(Waker::noop())) {
            Poll::Ready(answer) => answer,
            // Nothing above ever waits.
            Poll::Pending => (None, Vec::new()),
        }
    }

    /// As [`catalogue`](Self::catalogue), but waits for `breathe` every few milliseconds' worth of work, so that a page stays
    /// responsive.
    pub async fn catalogue_in_slices(
        &self,
        breathe: &dyn Fn() -> Pin<Box<dyn Future<Output = ()>>>,
    ) -> (Option<Catalogue>, Vec<Problem>) {
        if self.value.is_empty() {
            return (None, Vec::new());
        }
        let (catalogue, problems) = validate(&self.value, breathe).await;
        (Some(catalogue), problems)
    }

    /// Where the file is prepared: the file beside it that says the same as plain JSON.
    #[must_use]
    pub fn plain(&self) -> Option<&str> {
        self.value.get("plain")?.as_str().filter(|plain| is_path(plain))
    }

    /// The file's values as read and joined, for tools that rewrite catalogues.
    #[must_use]
    pub const fn value(&self) -> &Map<String, Value> {
        &self.value
    }
}

/// Reads a JSON object of a format version that is supported.
fn read_object(bytes: &[u8]) -> Result<Map<String, Value>, Box<Problem>> {
    // A byte order mark, as some editors on Windows write it, is no part of the text.
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let unreadable = |place: String, expected: &str, found: String, hint: Option<&str>| {
        Box::new(Problem {
            place,
            id: None,
            expected: expected.to_owned(),
            found,
            hint: hint.map(str::to_owned),
            cost: Cost::File,
        })
    };
    let value = serde_json::from_slice::<Value>(bytes).map_err(|error| {
        let text = error.to_string();
        let (line, column) = (error.line().to_string(), error.column().to_string());
        let message = text.strip_suffix(&[" at line ", &line, " column ", &column].concat()).unwrap_or(&text);
        let place = ["line ", &line, ", column ", &column].concat();
        let hint = error.is_eof().then_some("the file seems to be cut off");
        match message.strip_prefix("expected ") {
            Some(expected) => unreadable(place, expected, "something else".to_owned(), hint),
            None => unreadable(place, "JSON", message.to_owned(), hint),
        }
    })?;
    let Value::Object(map) = value else {
        return Err(unreadable("line 1, column 1".to_owned(), "a JSON object", quote(&value), None));
    };
    if map.is_empty() {
        return Err(unreadable("line 1, column 1".to_owned(), "a catalogue", "an empty object".to_owned(), None));
    }
    match map.get("format") {
        None | Some(Value::Null) => Ok(map),
        Some(Value::String(format)) if format == FORMAT => Ok(map),
        Some(Value::String(other)) => {
            let hint = if other.starts_with("service-finder/") {
                "this finder does not read that version of the format"
            } else {
                "write \"format\": \"service-finder/1\""
            };
            Err(unreadable("format".to_owned(), "`service-finder/1`", quote_text(other), Some(hint)))
        }
        Some(other) => Err(unreadable("format".to_owned(), "`service-finder/1`", quote(other), None)),
    }
}

/// The language of texts that name none.
fn first_language(map: &Map<String, Value>) -> String {
    let first = map.get("languages").and_then(|list| list.get(0)).and_then(Value::as_str);
    first.unwrap_or_default().to_owned()
}

/// Joins records of one list by their ids; records the base does not have are added at the end. Records without an id are
/// no use and only brought to be told of: where there are some, further ones are left out.
fn join_records(base: &mut Vec<Value>, brought: Vec<Value>, first_language: &str) {
    let id = |record: &Value| record.get("id").and_then(Value::as_str).map(str::to_owned);
    // Copies, since the records change below.
    let known: Vec<Option<String>> = base.iter().map(id).collect();
    let new: Vec<Option<String>> = brought.iter().map(id).collect();
    let nameless = known.iter().any(Option::is_none);
    let mut ids = Ids::default();
    let mut positions = Vec::with_capacity(known.len());
    for (position, id) in known.iter().enumerate() {
        if id.as_deref().is_some_and(|id| ids.add(id)) {
            positions.push(position);
        }
    }
    for (record, id) in brought.into_iter().zip(&new) {
        let position = id.as_deref().and_then(|id| positions.get(ids.get(id)?));
        match position.and_then(|position| base.get_mut(*position)) {
            Some(known) => join_value(known, record, first_language),
            None => {
                match id {
                    Some(id) if ids.add(id) => positions.push(base.len()),
                    None if nameless => continue,
                    _ => {}
                }
                base.push(record);
            }
        }
    }
}

/// Adds what `base` does not have. Recursion ends: the reader of JSON refuses more than 128 levels.
fn join_value(base: &mut Value, brought: Value, first_language: &str) {
    match (base, brought) {
        (Value::Object(base), Value::Object(brought)) => {
            for (key, value) in brought {
                match base.get_mut(&key) {
                    Some(known) => join_value(known, value, first_language),
                    None => {
                        base.insert(key, value);
                    }
                }
            }
        }
        // A text in the first language alone, or a list of its words, gains further languages.
        (base @ (Value::String(_) | Value::Array(_)), Value::Object(brought)) => {
            let mut versions = Map::new();
            versions.insert(first_language.to_owned(), base.take());
            for (lang, version) in brought {
                join_value(versions.entry(lang).or_insert(Value::Null), version, first_language);
            }
            *base = Value::Object(versions);
        }
        (base @ Value::Null, brought) => *base = brought,
        _ => {}
    }
}
