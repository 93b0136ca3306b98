//! Catalogues as text: always the same for the same values, one record a line, so that a diff shows the record changed.

use std::fmt::Write as _;

use serde_json::{Map, Value};

/// Keys in the order in which a person reads a record; further keys follow by the alphabet.
const ORDER: [&str; 40] = [
    "$schema",
    "format",
    "part",
    "id",
    "kind",
    "lang",
    "url",
    "title",
    "name",
    "lv",
    "en",
    "region",
    "municipality",
    "nationwide",
    "place",
    "former_municipality",
    "types",
    "audiences",
    "role",
    "status",
    "summary",
    "text",
    "organisation",
    "part_of",
    "address_withheld",
    "address",
    "postal_code",
    "contact",
    "phone",
    "phone_note",
    "other_phones",
    "email",
    "website",
    "publisher",
    "updated",
    "licence",
    "credits",
    "languages",
    "parts",
    "map",
];

/// Lists that stand at the end of a file, in this order, one record a line.
const LISTS: [&str; 10] = [
    "types",
    "audiences",
    "regions",
    "municipalities",
    "services",
    "stories",
    "programmes",
    "events",
    "documents",
    "routes",
];

/// A whole catalogue, for people and version control.
#[must_use]
pub fn catalogue(map: &Map<String, Value>) -> String {
    let mut out = String::from("{\n");
    let mut first = true;
    let keys = in_order(map).into_iter().filter(|key| !LISTS.contains(key)).chain(LISTS);
    for key in keys {
        let Some(value) = map.get(key) else { continue };
        if !core::mem::replace(&mut first, false) {
            out.push_str(",\n");
        }
        let _ = write!(out, "{}: ", Value::from(key));
        match value {
            Value::Array(records) if LISTS.contains(&key) => {
                out.push_str("[\n");
                for (position, record) in records.iter().enumerate() {
                    out.push_str("  ");
                    compact(record, &mut out);
                    out.push_str(if position + 1 < records.len() { ",\n" } else { "\n" });
                }
                out.push(']');
            }
            other => compact(other, &mut out),
        }
    }
    out.push_str("\n}\n");
    out
}

/// The same on one line, for machines.
#[must_use]
pub fn one_line(value: &Value) -> String {
    let mut out = String::new();
    compact(value, &mut out);
    out
}

fn in_order(map: &Map<String, Value>) -> Vec<&str> {
    let rank = |key: &str| ORDER.iter().position(|known| *known == key).unwrap_or(ORDER.len());
    let mut keys: Vec<&str> = map.keys().map(String::as_str).collect();
    keys.sort_by(|a, b| rank(a).cmp(&rank(b)).then_with(|| a.cmp(b)));
    keys
}

fn compact(value: &Value, out: &mut String) {
    match value {
        Value::Object(map) => {
            out.push('{');
            for (position, key) in in_order(map).into_iter().enumerate() {
                if position > 0 {
                    out.push(',');
                }
                let _ = write!(out, "{}:", Value::from(key));
                compact(map.get(key).unwrap_or(&Value::Null), out);
            }
            out.push('}');
        }
        Value::Array(list) => {
            out.push('[');
            for (position, entry) in list.iter().enumerate() {
                if position > 0 {
                    out.push(',');
                }
                compact(entry, out);
            }
            out.push(']');
        }
        other => {
            let _ = write!(out, "{other}");
        }
    }
}
