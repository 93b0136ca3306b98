//! The JSON Schema (draft 2020-12) of a catalogue file, from the same definitions that read it.

use serde_json::{Map, Value, json};

use super::{kind::Kind, record::Def, records::CATALOGUE};

/// The schema of a whole file.
#[must_use]
pub fn json_schema() -> Value {
    let mut definitions = Map::new();
    let root = of_record(&CATALOGUE, &mut definitions);
    let mut schema = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Service finder catalogue, format service-finder/1",
        "$comment": "Made by `finder schema` from crates/finder-core/src/raw/records; not edited by hand.",
        "$defs": definitions,
    });
    if let (Value::Object(schema), Value::Object(root)) = (&mut schema, root) {
        schema.extend(root);
    }
    schema
}

/// A reference to the definition `name`, made on first use.
fn define(
    name: &str,
    definitions: &mut Map<String, Value>,
    make: impl FnOnce(&mut Map<String, Value>) -> Value,
) -> Value {
    if !definitions.contains_key(name) {
        // Taken before the definition is made, so that a record within itself ends in a reference.
        definitions.insert(name.to_owned(), Value::Null);
        let made = make(definitions);
        definitions.insert(name.to_owned(), made);
    }
    json!({ "$ref": (["#/$defs/", name].concat()) })
}

/// A record: its keys with what they mean, and which it cannot do without.
fn of_record(def: &'static Def, definitions: &mut Map<String, Value>) -> Value {
    define(def.name, definitions, |definitions| {
        let mut properties = Map::new();
        for field in def.fields {
            let mut property = json!({ "description": one_line(field.about) });
            if let (Value::Object(property), Value::Object(schema)) = (&mut property, of_kind(&field.kind, definitions))
            {
                property.extend(schema);
            }
            properties.insert(field.key.to_owned(), property);
        }
        let required: Vec<&str> =
            def.required.iter().filter_map(|position| def.fields.get(*position)).map(|field| field.key).collect();
        let mut record = json!({
            "type": "object",
            "description": one_line(def.about),
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

fn of_kind(kind: &'static Kind, definitions: &mut Map<String, Value>) -> Value {
    let line = json!({ "type": "string", "pattern": "\\S" });
    let pattern = |pattern: &str| json!({ "type": "string", "pattern": pattern });
    match kind {
        Kind::Text => define("Text", definitions, |_| {
            json!({
                "description": "A text in the catalogue's first language, or one per language by its tag.",
                "anyOf": [line, { "type": "object", "minProperties": 1, "additionalProperties": line }],
            })
        }),
        Kind::Line => line,
        Kind::Flag | Kind::Fact => json!({ "type": "boolean" }),
        Kind::Date => json!({ "type": "string", "format": "date" }),
        Kind::Partial => pattern("^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"),
        Kind::Phone => pattern("^\\+?[0-9 ()-]+$"),
        Kind::Url => pattern("^[Hh][Tt][Tt][Pp][Ss]?://[^\\s]+$"),
        Kind::Email => pattern("^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$"),
        Kind::Id => pattern("^[A-Za-z0-9._-]{1,100}$"),
        Kind::Path => pattern("^[A-Za-z0-9][A-Za-z0-9._/-]*$"),
        Kind::Tag => pattern("^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$"),
        Kind::Time => pattern("^([01][0-9]|2[0-4]):[0-5][0-9]$"),
        Kind::Whole { from, to, .. } => json!({ "type": "integer", "minimum": from, "maximum": to }),
        Kind::Degrees { most, .. } => json!({ "type": "number", "minimum": -most, "maximum": most }),
        Kind::Choice(words) => json!({ "enum": words }),
        Kind::Ref(_) => json!({ "type": "string" }),
        Kind::Words => {
            let words = json!({ "type": "array", "items": line });
            json!({ "anyOf": [words, { "type": "object", "additionalProperties": words }] })
        }
        Kind::Residence => {
            let codes = json!({ "type": "array", "minItems": 1, "items": { "type": "string" } });
            json!({ "anyOf": [{ "const": "anyone" }, codes] })
        }
        Kind::List(kind) => json!({ "type": "array", "items": of_kind(kind, definitions) }),
        Kind::Record(def) => of_record(def, definitions),
        Kind::Entries(def) => json!({ "type": "array", "items": of_record(def, definitions) }),
    }
}

/// A doc comment as one line.
fn one_line(about: &str) -> String {
    about.lines().map(str::trim).collect::<Vec<_>>().join(" ").trim().to_owned()
}
