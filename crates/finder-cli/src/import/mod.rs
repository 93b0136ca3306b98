//! Facts → catalogue. Reproducible: no clock, no network, records in the order of the sources.

mod areas;
mod programme;
mod services;
mod stories;

use std::{path::Path, process::ExitCode};

use serde_json::{Map, Value, json};

use crate::{Outcome, files, json_out, map, withheld::Withheld};

/// Reads `data/sources`, writes the catalogue and the map file beside it.
///
/// # Errors
/// Says which source is missing or lacks what; also where the catalogue made would have problems.
pub fn run(args: &[String]) -> Outcome {
    let sources = Path::new(args.first().map_or("data/sources", String::as_str));
    let out = Path::new(args.get(1).map_or("data/latvia.json", String::as_str));
    let catalogue = catalogue(sources)?;
    let text = json_out::catalogue(&catalogue);
    files::write(out, text.as_bytes())?;
    files::write(&out.with_extension("map.json"), map::make(&sources.join("geo"))?.as_bytes())?;
    let count = |list: &str| catalogue.get(list).and_then(Value::as_array).map_or(0, Vec::len);
    say!(
        "{}: {} services, {} stories, {} events, {} documents",
        out.display(),
        count("services"),
        count("stories"),
        count("events"),
        count("documents")
    );
    Ok(ExitCode::SUCCESS)
}

/// The whole catalogue as JSON.
///
/// # Errors
/// As [`run`].
pub fn catalogue(sources: &Path) -> Result<Map<String, Value>, String> {
    let facts = |name: &str| files::read_json(&sources.join("facts").join(name));
    let own = |name: &str| files::read_json(&sources.join(name));
    // Words may be missing; what is there must be read.
    let words = |name: &str| if sources.join(name).exists() { own(name) } else { Ok(Value::Null) };
    let withheld = Withheld::read(&sources.join("withheld.json"))?;

    let Value::Object(mut catalogue) = own("catalogue.json")? else {
        return Err("catalogue.json: expected an object".to_owned());
    };
    catalogue.insert("$schema".to_owned(), "catalogue.schema.json".into());
    catalogue.insert("format".to_owned(), "service-finder/1".into());
    catalogue.insert("map".to_owned(), "latvia.map.json".into());

    let taxonomy = own("taxonomy.json")?;
    let synonyms = words("synonyms.json")?;
    for list in ["types", "audiences"] {
        catalogue.insert(list.to_owned(), with_synonyms(&taxonomy, &synonyms, list)?);
    }
    catalogue.insert("equivalents".to_owned(), equivalents(&synonyms));
    if let Some(urgent) = synonyms.get("urgent") {
        catalogue.insert("urgent".to_owned(), urgent.clone());
    }
    let places = words("places.json")?;
    let municipalities =
        areas::municipalities(&facts("municipalities.json")?, &facts("former-municipalities.json")?, &places)?;
    catalogue.insert("municipalities".to_owned(), municipalities);
    catalogue.insert("services".to_owned(), services::services(&facts("services.json")?, &synonyms, &withheld)?);
    catalogue.insert("stories".to_owned(), stories::stories(&facts("stories.json")?)?);
    catalogue.insert(
        "programmes".to_owned(),
        programme::programmes(&facts("programmes.json")?, &own("figures.json")?, &withheld)?,
    );
    catalogue.insert("events".to_owned(), programme::events(&facts("events.json")?, &withheld)?);
    catalogue.insert("documents".to_owned(), programme::documents(&facts("documents.json")?)?);
    catalogue.insert("routes".to_owned(), programme::routes(&facts("how-to-apply.json")?)?);
    Ok(catalogue)
}

/// Terms of one list, each with its synonyms where there are some.
fn with_synonyms(taxonomy: &Value, synonyms: &Value, list: &str) -> Result<Value, String> {
    let mut terms = taxonomy.get(list).and_then(Value::as_array).cloned().ok_or("taxonomy.json: no terms")?;
    for term in &mut terms {
        let id = term.get("id").and_then(Value::as_str).unwrap_or_default().to_owned();
        let words = synonyms.get(list).and_then(|of_list| of_list.get(&id));
        if let (Some(words), Value::Object(term)) = (words, term) {
            term.insert("synonyms".to_owned(), words.clone());
        }
    }
    Ok(terms.into())
}

/// Groups of words that mean the same, in the order of the languages.
fn equivalents(synonyms: &Value) -> Value {
    let mut made = Vec::new();
    for lang in ["lv", "en"] {
        let groups = synonyms.pointer(&format!("/words/{lang}")).and_then(Value::as_array);
        for (position, words) in groups.into_iter().flatten().enumerate() {
            made.push(json!({ "id": format!("{lang}-{}", position + 1), "words": { lang: words } }));
        }
    }
    made.into()
}

/// A record under construction: what is not known is left out.
#[derive(Default)]
pub struct Record(Map<String, Value>);

impl Record {
    /// Sets `key` unless the value says nothing: `null`, a blank text, an empty list or object, `false`.
    pub fn set(&mut self, key: &str, value: Value) -> &mut Self {
        if let Some(value) = known(value)
            && value != Value::Bool(false)
        {
            self.0.insert(key.to_owned(), value);
        }
        self
    }

    /// Takes `from` of the source over as `key`.
    pub fn take(&mut self, key: &str, source: &Value, from: &str) -> &mut Self {
        self.set(key, source.get(from).cloned().unwrap_or_default())
    }

    /// Takes keys over by their own names.
    pub fn take_all(&mut self, source: &Value, keys: &[&str]) -> &mut Self {
        for key in keys {
            self.take(key, source, key);
        }
        self
    }

    /// The record.
    pub fn done(&mut self) -> Value {
        Value::Object(core::mem::take(&mut self.0))
    }
}

/// A value without what is not known in it.
fn known(value: Value) -> Option<Value> {
    match value {
        Value::Null => None,
        Value::String(text) => (!text.trim().is_empty()).then(|| text.trim().into()),
        Value::Array(list) => {
            let kept: Vec<Value> = list.into_iter().filter_map(known).collect();
            (!kept.is_empty()).then(|| kept.into())
        }
        Value::Object(map) => {
            let kept: Map<String, Value> = map.into_iter().filter_map(|(k, v)| Some((k, known(v)?))).collect();
            (!kept.is_empty()).then(|| kept.into())
        }
        other => Some(other),
    }
}

/// The records of a source.
fn records<'a>(source: &'a Value, name: &str) -> Result<&'a [Value], String> {
    source.as_array().map(Vec::as_slice).ok_or_else(|| format!("{name}: expected a list"))
}

/// Each entry once, in order: the facts repeat a page for every figure taken from it.
fn once(list: Option<&Value>) -> Value {
    let mut kept: Vec<Value> = Vec::new();
    for entry in list.and_then(Value::as_array).into_iter().flatten() {
        if !kept.contains(entry) {
            kept.push(entry.clone());
        }
    }
    kept.into()
}
