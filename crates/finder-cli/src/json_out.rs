//! Catalogues as text: always the same for the same values, one record a line, so that a diff shows the record changed.

use std::fmt::Write as _;

use serde_json::{Map, Value};

/// Keys in the order in which a person reads a record; further keys follow by the alphabet.
const READ: [&str; 40] = [
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

/// Keys in the order that compresses best: found by trying orders on Latvia's catalogue; 1.5 % smaller than [`READ`].
/// What repeats from record to record comes first, what does not comes last.
const SMALL: [&str; 17] = [
    "format",
    "types",
    "audiences",
    "status",
    "nationwide",
    "address_withheld",
    "former_municipality",
    "organisation",
    "part_of",
    "place",
    "address",
    "contact",
    "keywords",
    "municipality",
    "id",
    "name",
    "summary",
];

/// Lists that stand at the end of a file, in this order, one record a line.
const LISTS: [&str; 12] = [
    "types",
    "audiences",
    "equivalents",
    "urgent",
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
    let keys = in_order(map, &READ).into_iter().filter(|key| !LISTS.contains(key)).chain(LISTS);
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
                    compact(record, &READ, &mut out);
                    out.push_str(if position + 1 < records.len() { ",\n" } else { "\n" });
                }
                out.push(']');
            }
            other => compact(other, &READ, &mut out),
        }
    }
    out.push_str("\n}\n");
    out
}

/// The same on one line, for machines.
#[must_use]
pub fn one_line(value: &Value) -> String {
    let mut out = String::new();
    compact(value, &SMALL, &mut out);
    out
}

/// Over many lines, indented: for people who read every value.
#[must_use]
pub fn pretty(value: &Value) -> String {
    let mut out = String::new();
    indented(value, 0, &mut out);
    out.push('\n');
    out
}

fn indented(value: &Value, depth: usize, out: &mut String) {
    let newline = |depth: usize, out: &mut String| {
        out.push('\n');
        out.push_str(&"  ".repeat(depth));
    };
    match value {
        Value::Object(map) if !map.is_empty() => {
            out.push('{');
            for (position, key) in in_order(map, &READ).into_iter().enumerate() {
                out.push_str(if position > 0 { "," } else { "" });
                newline(depth + 1, out);
                let _ = write!(out, "{}: ", Value::from(key));
                indented(map.get(key).unwrap_or(&Value::Null), depth + 1, out);
            }
            newline(depth, out);
            out.push('}');
        }
        Value::Array(list) if list.iter().any(Value::is_object) => {
            out.push('[');
            for (position, entry) in list.iter().enumerate() {
                out.push_str(if position > 0 { "," } else { "" });
                newline(depth + 1, out);
                indented(entry, depth + 1, out);
            }
            newline(depth, out);
            out.push(']');
        }
        other => compact(other, &READ, out),
    }
}

fn in_order<'a>(map: &'a Map<String, Value>, order: &[&str]) -> Vec<&'a str> {
    let rank = |key: &str| order.iter().position(|known| *known == key).unwrap_or(order.len());
    let mut keys: Vec<&str> = map.keys().map(String::as_str).collect();
    keys.sort_by(|a, b| rank(a).cmp(&rank(b)).then_with(|| a.cmp(b)));
    keys
}

fn compact(value: &Value, order: &[&str], out: &mut String) {
    match value {
        Value::Object(map) => {
            out.push('{');
            for (position, key) in in_order(map, order).into_iter().enumerate() {
                if position > 0 {
                    out.push(',');
                }
                let _ = write!(out, "{}:", Value::from(key));
                compact(map.get(key).unwrap_or(&Value::Null), order, out);
            }
            out.push('}');
        }
        Value::Array(list) => {
            out.push('[');
            for (position, entry) in list.iter().enumerate() {
                if position > 0 {
                    out.push(',');
                }
                compact(entry, order, out);
            }
            out.push(']');
        }
        other => {
            let _ = write!(out, "{other}");
        }
    }
}
