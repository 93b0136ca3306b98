//! The JSON Schema (draft 2020-12) of a catalogue file, from the same definitions that read it.

use serde_json::{Map, Value, json};

use super::{Catalogue, read::Read};

/// The schema of a whole file.
#[must_use]
pub fn json_schema() -> Value {
    let mut schemas = Schemas::default();
    let root = Catalogue::schema(&mut schemas);
    let mut schema = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Service finder catalogue, format service-finder/1",
        "$comment": "Made by `finder schema` from crates/finder-core/src/raw/records.rs; not edited by hand.",
        "$defs": schemas.definitions,
    });
    if let (Value::Object(schema), Value::Object(root)) = (&mut schema, root) {
        schema.extend(root);
    }
    schema
}

/// Definitions made so far, by name.
#[derive(Debug, Default)]
pub(crate) struct Schemas {
    definitions: Map<String, Value>,
}

impl Schemas {
    /// A reference to the definition `name`, made on first use.
    pub(crate) fn define(&mut self, name: &str, make: impl FnOnce(&mut Self) -> Value) -> Value {
        if !self.definitions.contains_key(name) {
            // Taken before the definition is made, so that a record within itself ends in a reference.
            self.definitions.insert(name.to_owned(), Value::Null);
            let made = make(self);
            self.definitions.insert(name.to_owned(), made);
        }
        json!({ "$ref": (["#/$defs/", name].concat()) })
    }

    /// A record: its keys with what they mean, and which it cannot do without.
    pub(crate) fn record(
        &mut self,
        name: &str,
        about: &str,
        required: &[&str],
        keys: impl FnOnce(&mut Self) -> Vec<(&'static str, &'static str, Value)>,
    ) -> Value {
        self.define(name, |schemas| {
            let mut properties = Map::new();
            for (key, about, schema) in keys(schemas) {
                let mut property = json!({ "description": one_line(about) });
                if let (Value::Object(property), Value::Object(schema)) = (&mut property, schema) {
                    property.extend(schema);
                }
                properties.insert(key.to_owned(), property);
            }
            let mut record = json!({
                "type": "object",
                "description": one_line(about),
                "properties": properties,
                "patternProperties": { "^\\$": true },
                "additionalProperties": false,
            });
            if let (Value::Object(record), false) = (&mut record, required.is_empty()) {
                record.insert("required".to_owned(), json!(required));
            }
            record
        })
    }
}

/// A doc comment as one line.
fn one_line(about: &str) -> String {
    about.lines().map(str::trim).collect::<Vec<_>>().join(" ").trim().to_owned()
}

/// One of a few words.
pub(crate) fn choice_schema(words: &[&str]) -> Value {
    json!({ "enum": words })
}
