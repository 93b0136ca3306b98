//! `finder split`: one catalogue becomes a small first file and parts that are loaded when wanted.
//!
//! The first file holds what lists, search and facets need, in the catalogue's first language. Every part is a catalogue
//! file of the same format, partial; joining all of them gives the whole again. A first file without problems is written
//! twice: as plain JSON, and prepared (`finder_core::prepared`) under the name that embedders write, but for the words that
//! only a search reads, which are prepared in a file of their own.

use std::{fmt::Write as _, path::Path, process::ExitCode};

use finder_core::{
    catalogue::{Catalogue, LangIx, Lexicon},
    load::Loaded,
    prepared::{Prepared, write_lexicon},
};
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};

use crate::{Outcome, files, json_out};

/// Keys of a service that the first file keeps. Further ones of `contact` go into the details.
const FIRST: [&str; 18] = [
    "id",
    "name",
    "types",
    "audiences",
    "municipality",
    "nationwide",
    "place",
    "former_municipality",
    "status",
    "summary",
    "organisation",
    "part_of",
    "address",
    "postal_code",
    "address_withheld",
    "position",
    "contact",
    // Results are parted by it where the visitor said where they live.
    "residence",
];

/// Keys of a service's `contact` that the first file keeps: a result can be called from the list.
const FIRST_CONTACT: [&str; 2] = ["phone", "phone_note"];

/// Keys of a kind of service or an audience that the first file keeps: not the sentence that explains it.
const FIRST_TERM: [&str; 3] = ["id", "name", "role"];

/// Keys that a prepared first file says in plain JSON too, for whoever looks into it.
const HEAD: [&str; 6] = ["title", "publisher", "updated", "licence", "languages", "map"];

/// Lists of the first file that have texts in several languages.
const TRANSLATED: [&str; 5] = ["types", "audiences", "regions", "municipalities", "services"];

/// Lists that have words only a search reads, and the key of a record that has them.
const WORDS: [(&str, &str); 4] =
    [("types", "synonyms"), ("audiences", "synonyms"), ("municipalities", "synonyms"), ("services", "keywords")];

/// Characters of a content hash in a file name: 40 bits, plenty for a handful of files.
const HASH_CHARS: usize = 10;

/// A file of a split catalogue.
#[derive(Debug)]
pub struct Piece {
    /// Its name.
    pub name: String,
    /// What it holds.
    pub text: String,
}

/// Splits a file into a folder.
///
/// # Errors
/// Says which file cannot be read or written, or what in it cannot be split.
pub fn run(args: &[String]) -> Outcome {
    let [file, out] = args else { return Err("finder split: expected FILE OUT_DIR".to_owned()) };
    let (file, out) = (Path::new(file), Path::new(out));
    let bytes = files::read_catalogue(file)?;
    let loaded = Loaded::first(&bytes).map_err(|problem| format!("{}: {problem}", file.display()))?;
    let stem = file.file_stem().map_or_else(|| "catalogue".to_owned(), |stem| stem.to_string_lossy().into_owned());
    let mut whole = loaded.value().clone();
    if let Some(map) = whole.get("map").and_then(Value::as_str).map(str::to_owned) {
        let shapes = files::read(&file.with_file_name(&map))?;
        let name = format!("{stem}.map-{}.json", hash(&shapes));
        files::write(&out.join(&name), &shapes)?;
        whole.insert("map".to_owned(), name.into());
    }
    let pieces = split(whole, &stem);
    if !pieces.iter().any(|piece| piece.text.contains("\"prepared\":")) {
        eprintln!(
            "not prepared: the first file has problems (`finder check` names them), or control characters in a text"
        );
    }
    for piece in pieces {
        files::write(&out.join(&piece.name), piece.text.as_bytes())?;
        say!("{}: {} bytes", out.join(&piece.name).display(), piece.text.len());
    }
    Ok(ExitCode::SUCCESS)
}

/// The first file and its parts, the first file first.
#[must_use]
pub fn split(mut whole: Map<String, Value>, stem: &str) -> Vec<Piece> {
    whole.remove("$schema");
    let languages: Vec<String> = whole
        .get("languages")
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
        .filter_map(|tag| tag.as_str().map(str::to_owned))
        .collect();

    let mut words = Map::new();
    for (list, key) in WORDS {
        let records = whole.get_mut(list).and_then(Value::as_array_mut).into_iter().flatten();
        let taken: Vec<Value> = records.filter_map(|record| take_key(record, key)).collect();
        words.insert(list.to_owned(), taken.into());
    }
    take_lists(&mut whole, &mut words, &["equivalents", "urgent"]);
    let mut details = Map::new();
    let services = whole.get_mut("services").and_then(Value::as_array_mut);
    let rest: Vec<Value> = services.into_iter().flatten().filter_map(take_details).collect();
    details.insert("services".to_owned(), rest.into());
    for list in ["types", "audiences"] {
        let terms = whole.get_mut(list).and_then(Value::as_array_mut);
        let rest: Vec<Value> = terms.into_iter().flatten().filter_map(|term| take_rest(term, &FIRST_TERM)).collect();
        details.insert(list.to_owned(), rest.into());
    }
    take_lists(&mut whole, &mut details, &["routes", "credits"]);
    let mut stories = Map::new();
    take_lists(&mut whole, &mut stories, &["stories"]);
    let mut programme = Map::new();
    take_lists(&mut whole, &mut programme, &["programmes", "events", "documents"]);

    let mut pieces = Vec::new();
    let mut parts = Vec::new();
    // Where the words' part and each further language's stand among the pieces.
    let mut texts = Vec::new();
    let mut add = |kind: &str, lang: Option<&str>, content: Map<String, Value>| -> Option<usize> {
        if content.values().all(|list| list.as_array().is_some_and(Vec::is_empty)) {
            return None;
        }
        let mut head = json!({ "kind": kind });
        if let (Some(lang), Value::Object(head)) = (lang, &mut head) {
            head.insert("lang".to_owned(), lang.into());
        }
        let mut part = json!({ "format": whole.get("format"), "part": head });
        if let Value::Object(part) = &mut part {
            part.extend(content);
        }
        let text = json_out::one_line(&part) + "\n";
        let name = format!("{stem}.{}-{}.json", lang.unwrap_or(kind), hash(text.as_bytes()));
        if let Value::Object(head) = &mut head {
            head.insert("url".to_owned(), name.as_str().into());
        }
        parts.push(head);
        pieces.push(Piece { name, text });
        Some(pieces.len() - 1)
    };
    add("details", None, details);
    let words = add("words", None, words);
    for lang in languages.iter().skip(1) {
        let mut translations = Map::new();
        for list in TRANSLATED {
            let records = whole.get(list).and_then(Value::as_array).into_iter().flatten();
            let translated: Vec<Value> =
                records.filter_map(|record| with_id(record, in_language(record, lang, &languages)?)).collect();
            translations.insert(list.to_owned(), translated.into());
        }
        texts.push(add("language", Some(lang), translations));
    }
    add("stories", None, stories);
    add("programme", None, programme);

    for list in TRANSLATED {
        let Some(records) = whole.get_mut(list).and_then(Value::as_array_mut) else { continue };
        for record in records {
            keep_first_language(record, &languages);
        }
    }
    whole.insert("parts".to_owned(), parts.into());
    let head = whole.iter().filter(|(key, _)| HEAD.contains(&key.as_str()));
    let head: Map<String, Value> = head.map(|(key, value)| (key.clone(), value.clone())).collect();
    let plain = Piece { name: format!("{stem}.json"), text: json_out::one_line(&Value::Object(whole)) + "\n" };
    let parts = Parts {
        words: words.and_then(|at| pieces.get(at)),
        texts: texts.into_iter().map(|at: Option<usize>| pieces.get(at?)).collect(),
    };
    match prepare(&plain, &parts, &languages, head, stem) {
        Some(prepared) => {
            pieces.splice(0..0, prepared);
        }
        None => pieces.insert(0, plain),
    }
    pieces
}

/// Parts of which something is prepared too.
struct Parts<'a> {
    words: Option<&'a Piece>,
    /// By further language.
    texts: Vec<Option<&'a Piece>>,
}

/// The plain first file prepared, in the first language and with the texts of each of the others, and the words of each;
/// after it the plain file under a name of its own. `None` where there is a problem that the finder has to tell, or
/// something that cannot be prepared: then the plain file is the first.
fn prepare(
    plain: &Piece,
    parts: &Parts<'_>,
    languages: &[String],
    head: Map<String, Value>,
    stem: &str,
) -> Option<Vec<Piece>> {
    let valid = |loaded: &Loaded| -> Option<Catalogue> {
        let (catalogue, problems) = loaded.catalogue();
        catalogue.filter(|_| problems.is_empty())
    };
    let first = Loaded::first(plain.text.as_bytes()).ok()?;
    let mut with_words = first.clone();
    if let Some(words) = parts.words {
        with_words.join(words.text.as_bytes()).ok()?;
    }
    let words = valid(&with_words)?.lexicon;
    let lexicon = |lexicon: &Lexicon, lang: &str| -> Option<Option<Piece>> {
        if lexicon.is_empty() {
            return Some(None);
        }
        let text = write_lexicon(lexicon)? + "}\n";
        let name = format!("{stem}.lexicon-{lang}-{}.json", hash(text.as_bytes()));
        Some(Some(Piece { name, text }))
    };
    let plain = Piece { name: format!("{stem}.plain-{}.json", hash(plain.text.as_bytes())), text: plain.text.clone() };
    let mut pieces = Vec::new();
    let mut announced = Vec::new();
    for ((position, lang), texts) in languages.iter().enumerate().skip(1).zip(&parts.texts) {
        let Some(texts) = texts else { continue };
        let mut translated = first.clone();
        translated.join(texts.text.as_bytes()).ok()?;
        // What is said in the first language may be searched for in it, whatever the interface speaks.
        let lexicon = lexicon(&words, lang)?;
        let prepared = Prepared {
            catalogue: valid(&translated)?,
            plain: plain.name.as_str().into(),
            languages: Vec::new(),
            lexicon: lexicon.as_ref().map(|piece| piece.name.as_str().into()),
        };
        let text = prepared.write()? + "}\n";
        let name = format!("{stem}.prepared-{lang}-{}.json", hash(text.as_bytes()));
        announced.push((LangIx::new(position), name.as_str().into()));
        pieces.push(Piece { name, text });
        pieces.extend(lexicon);
    }
    let lexicon = lexicon(&words.in_language(LangIx::new(0)), languages.first()?)?;
    let prepared = Prepared {
        catalogue: valid(&first)?,
        plain: plain.name.as_str().into(),
        languages: announced,
        lexicon: lexicon.as_ref().map(|piece| piece.name.as_str().into()),
    };
    pieces.extend(lexicon);
    let mut rest = head;
    rest.insert("plain".to_owned(), plain.name.as_str().into());
    let rest = json_out::one_line(&Value::Object(rest));
    let text = prepared.write()? + "," + rest.strip_prefix('{')? + "\n";
    pieces.insert(0, Piece { name: format!("{stem}.json"), text });
    pieces.insert(1, plain);
    Some(pieces)
}

/// Takes one key out of a record: a record with the same id, if it has that key.
fn take_key(record: &mut Value, key: &str) -> Option<Value> {
    let Value::Object(record) = record else { return None };
    Some(json!({ "id": record.get("id")?, key: record.remove(key)? }))
}

/// Moves whole lists.
fn take_lists(from: &mut Map<String, Value>, to: &mut Map<String, Value>, lists: &[&str]) {
    for list in lists {
        if let Some(records) = from.remove(*list) {
            to.insert((*list).to_owned(), records);
        }
    }
}

/// Takes out of a service what the first file does not keep: a record of the details, if there is anything.
fn take_details(service: &mut Value) -> Option<Value> {
    let of_contact = match service.get_mut("contact") {
        Some(Value::Object(contact)) => take_others(contact, &FIRST_CONTACT),
        _ => Map::new(),
    };
    let emptied = service.get("contact").and_then(Value::as_object).is_some_and(Map::is_empty);
    let rest = take_rest(service, &FIRST);
    if let (true, Value::Object(service)) = (emptied, &mut *service) {
        service.remove("contact");
    }
    if of_contact.is_empty() {
        return rest;
    }
    let mut rest = rest.unwrap_or_else(|| json!({ "id": service.get("id") }));
    if let Value::Object(rest) = &mut rest {
        rest.insert("contact".to_owned(), of_contact.into());
    }
    Some(rest)
}

/// Takes every key but the kept ones out of a record: a record with the same id, if there is anything.
fn take_rest(record: &mut Value, kept: &[&str]) -> Option<Value> {
    let id = record.get("id")?.clone();
    let Value::Object(record) = record else { return None };
    let mut rest = take_others(record, kept);
    if rest.is_empty() {
        return None;
    }
    rest.insert("id".to_owned(), id);
    Some(rest.into())
}

/// Takes every key but the kept ones.
fn take_others(from: &mut Map<String, Value>, kept: &[&str]) -> Map<String, Value> {
    let (stay, go) = core::mem::take(from).into_iter().partition(|(key, _)| kept.contains(&key.as_str()));
    *from = stay;
    go
}

/// Is this one value per language?
fn is_per_language(map: &Map<String, Value>, languages: &[String]) -> bool {
    !map.is_empty() && map.keys().all(|key| languages.iter().any(|lang| lang == key))
}

/// What the value has in `lang`, in the shape of the value.
fn in_language(value: &Value, lang: &str, languages: &[String]) -> Option<Value> {
    let Value::Object(map) = value else { return None };
    if is_per_language(map, languages) {
        return map.get(lang).map(|text| json!({ lang: text }));
    }
    let found: Map<String, Value> =
        map.iter().filter_map(|(key, value)| Some((key.clone(), in_language(value, lang, languages)?))).collect();
    (!found.is_empty()).then(|| found.into())
}

fn with_id(record: &Value, mut texts: Value) -> Option<Value> {
    if let (Some(id), Value::Object(texts)) = (record.get("id"), &mut texts) {
        texts.insert("id".to_owned(), id.clone());
        return Some(Value::Object(core::mem::take(texts)));
    }
    None
}

/// Leaves of every text the first language, as a plain text. A text that does not have it stays as it is.
fn keep_first_language(value: &mut Value, languages: &[String]) {
    let Value::Object(map) = value else { return };
    if is_per_language(map, languages) {
        if let Some(text) = languages.first().and_then(|lang| map.remove(lang)) {
            *value = text;
        }
        return;
    }
    for value in map.values_mut() {
        keep_first_language(value, languages);
    }
}

fn hash(bytes: &[u8]) -> String {
    let mut name = String::new();
    for byte in Sha256::digest(bytes) {
        let _ = write!(name, "{byte:02x}");
    }
    name.truncate(HASH_CHARS);
    name
}
