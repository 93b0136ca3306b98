//! Raw → [`Catalogue`] and every [`Problem`], never stopping at the first.
//!
//! A bad value costs the value; a record without what it cannot do without costs the record. Lists are read in the order
//! in which they refer to each other, so that a reference to a record that was left out is itself told.

mod areas;
mod programme;
mod services;
mod stories;
mod words;

use serde_json::{Map, Value};

use crate::{
    catalogue::{Catalogue, LangIx, Part, PartKind, Publisher, Term, TermId, Text},
    problem::{Cost, Problem},
    raw::{self, At, Lookup, PartWord, Read, Reader, Records},
};

/// Judges a whole file.
pub(crate) fn validate(map: &Map<String, Value>) -> (Catalogue, Vec<Problem>) {
    let mut reader = Reader::default();
    reader.languages = languages(map);
    let reader = &mut reader;
    let raw = raw::Catalogue::read_map(map, At::Root, reader).unwrap_or_default();
    if raw.format.is_none() {
        let hint = Some("write \"format\": \"service-finder/1\"".to_owned());
        reader.note(At::Root.key("format"), Cost::Warning, "the format's name and version", "none".to_owned(), hint);
    }
    if raw.languages.is_none_or(|stated| stated.is_empty()) {
        let hint = Some("write for instance \"languages\": [\"lv\", \"en\"]".to_owned());
        reader.note(At::Root.key("languages"), Cost::Value, "at least one language", "none".to_owned(), hint);
    }
    if raw.title.is_none() && !reader.problems.iter().any(|p| p.place.starts_with("title")) {
        reader.note(At::Root.key("title"), Cost::Value, "the catalogue's title", "none".to_owned(), None);
    }

    let (types, lookup) = terms(raw.types, "types", reader);
    reader.types = lookup;
    let (audiences, lookup) = terms(raw.audiences, "audiences", reader);
    reader.audiences = lookup;
    let regions = areas::regions(raw.regions, reader);
    let municipalities = areas::municipalities(raw.municipalities, reader);
    let mut services = services::services(raw.services, reader);
    let stories = stories::stories(raw.stories, &mut services, reader);
    let programmes = programme::programmes(raw.programmes, reader);
    let events = programme::events(raw.events, reader);
    let documents = programme::documents(raw.documents, reader);
    let routes = programme::routes(raw.routes, reader);
    let equivalents = words::equivalents(raw.equivalents, reader);
    let urgent = words::urgent(raw.urgent, reader);
    let parts = parts(raw.parts, reader);

    let publisher = raw.publisher.map_or_else(Publisher::default, |publisher| Publisher {
        name: publisher.name,
        email: publisher.email.map(|email| email.0),
        website: publisher.website,
    });
    // A title is missed, and told, but no reason to show a visitor nothing.
    let title = raw.title.or_else(|| publisher.name.clone()).unwrap_or_else(Text::dash);
    let catalogue = Catalogue {
        title,
        publisher,
        updated: raw.updated,
        licence: raw.licence.map(Into::into),
        credits: raw.credits.unwrap_or_default(),
        languages: reader.languages.iter().map(|tag| (*tag).into()).collect(),
        types,
        audiences,
        regions,
        municipalities,
        services,
        stories,
        programmes,
        events,
        documents,
        routes,
        equivalents,
        urgent,
        map: raw.map.map(|path| path.0.into()),
        parts,
    };
    (catalogue, core::mem::take(&mut reader.problems))
}

/// The languages stated; else those of the title; else `und`, the tag for a language not stated. Never empty.
fn languages(map: &Map<String, Value>) -> Vec<&str> {
    // Problems with the list itself are told when it is read again as a part of the record.
    let mut quiet = Reader::default();
    let stated = map.get("languages").and_then(|list| Vec::<raw::Tag<'_>>::read(list, At::Root, &mut quiet));
    let mut tags: Vec<&str> = Vec::new();
    for tag in stated.unwrap_or_default() {
        if !tags.contains(&tag.0) {
            tags.push(tag.0);
        }
    }
    if tags.is_empty() {
        match map.get("title") {
            Some(Value::Object(title)) if !title.is_empty() => tags.extend(title.keys().map(String::as_str)),
            _ => tags.push("und"),
        }
    }
    tags
}

/// Reads the records of one list. `keep` is handed each readable one, with the
/// number of problems before it, its place, and itself as it stands in the file.
fn each<'a, T: Read<'a>>(
    list: Option<Records<'a, T>>,
    name: &str,
    reader: &mut Reader<'a>,
    mut keep: impl FnMut(T, usize, At<'_>, &'a Value, &mut Reader<'a>),
) {
    let place = At::Root.key(name);
    for (index, entry) in list.map_or(&[][..], |records| records.list).iter().enumerate() {
        let at = place.index(index);
        if !entry.is_object() {
            reader.note(at, Cost::Record, "an object", raw::quote(entry), None);
            continue;
        }
        reader.id = entry.get("id").and_then(Value::as_str);
        let since = reader.problems.len();
        if let Some(record) = T::read(entry, at, reader) {
            keep(record, since, at, entry, reader);
        }
        reader.id = None;
    }
}

/// Gives `id` the next position, or tells that it is taken.
fn take_id<'a>(lookup: &mut Lookup<'a>, id: &'a str, at: At<'_>, reader: &mut Reader<'a>) -> bool {
    let next = lookup.len();
    if lookup.contains_key(id) {
        let hint = Some("an earlier record has the same id".to_owned());
        reader.note(at.key("id"), Cost::Record, "an id of its own", raw::quote_text(id), hint);
        return false;
    }
    lookup.insert(id, next);
    true
}

fn terms<'a>(list: Option<Records<'a, raw::Term<'a>>>, name: &str, reader: &mut Reader<'a>) -> (Vec<Term>, Lookup<'a>) {
    let mut terms = Vec::new();
    let mut lookup = Lookup::new();
    each(list, name, reader, |raw, _, at, _, reader| {
        let (Some(id), Some(name)) = (raw.id, raw.name) else { return };
        if take_id(&mut lookup, id.0, at, reader) {
            terms.push(Term {
                id: TermId::new(id.0),
                name,
                summary: raw.summary,
                synonyms: raw.synonyms.unwrap_or_default().0,
                role: raw.role.unwrap_or_default(),
            });
        }
    });
    (terms, lookup)
}

fn parts<'a>(list: Option<Records<'a, raw::Part<'a>>>, reader: &mut Reader<'a>) -> Vec<Part> {
    let mut parts = Vec::new();
    each(list, "parts", reader, |raw, _, at, entry, reader| {
        let (Some(kind), Some(url)) = (raw.kind, raw.url) else { return };
        let kind = match kind {
            PartWord::Details => PartKind::Details,
            PartWord::Stories => PartKind::Stories,
            PartWord::Programme => PartKind::Programme,
            PartWord::Language => {
                let position = raw.lang.and_then(|tag| reader.languages.iter().position(|known| *known == tag.0));
                let Some(position) = position else {
                    let found = entry.get("lang").map_or_else(|| "none".to_owned(), raw::quote);
                    let at = at.key("lang");
                    reader.note(at, Cost::Record, "one of the catalogue's `languages`", found, None);
                    return;
                };
                PartKind::Language(LangIx::new(position))
            }
        };
        parts.push(Part { kind, url: url.0.into() });
    });
    parts
}
