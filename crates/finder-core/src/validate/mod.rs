//! Raw → [`Catalogue`] and every [`Problem`], never stopping at the first.
//!
//! A bad value costs the value; a record without what it cannot do without costs the record. Lists are read in the order
//! in which they refer to each other, so that a reference to a record that was left out is itself told.

mod areas;
mod programme;
mod services;
mod stories;
mod words;

use core::pin::Pin;
use std::sync::Arc;

use serde_json::{Map, Value};

use crate::{
    catalogue::{Catalogue, LangIx, Lexicon, Part, PartKind, Phrases, Publisher, Term, TermId, TermRole, Text},
    problem::{Cost, Problem},
    raw::{self, At, Def, Ids, Kind, Reader, Rec, Table, Val},
};

/// Lets others have their turn; see [`Loaded::catalogue_in_slices`](crate::load::Loaded::catalogue_in_slices).
pub(crate) type Breathe<'a> = &'a dyn Fn() -> Pin<Box<dyn Future<Output = ()>>>;

/// Judges a whole file; breathes now and then.
pub(crate) async fn validate(map: &Map<String, Value>, breathe: Breathe<'_>) -> (Catalogue, Vec<Problem>) {
    let mut reader = Reader::default();
    reader.languages = languages(map);
    let reader = &mut reader;
    let mut raw = raw::read_record(&raw::CATALOGUE, map, At::Root, reader).unwrap_or_default();
    use raw::catalogue as k;
    if raw.line(k::format).is_none() {
        let hint = Some("write \"format\": \"service-finder/1\"".to_owned());
        reader.note(At::Root.key("format"), Cost::Warning, "the format's name and version", "none".to_owned(), hint);
    }
    if raw.list(k::languages).is_none_or(|stated| stated.is_empty()) {
        let hint = Some("write for instance \"languages\": [\"lv\", \"en\"]".to_owned());
        reader.note(At::Root.key("languages"), Cost::Value, "at least one language", "none".to_owned(), hint);
    }
    let title = raw.text(k::title);
    if title.is_none() && !reader.problems.iter().any(|p| p.place.starts_with("title")) {
        reader.note(At::Root.key("title"), Cost::Value, "the catalogue's title", "none".to_owned(), None);
    }

    let mut lexicon = Lexicon::default();
    let types = terms(raw.entries(k::types), Table::Types, "types", &mut lexicon.types, reader);
    let audiences = terms(raw.entries(k::audiences), Table::Audiences, "audiences", &mut lexicon.audiences, reader);
    let regions = areas::regions(raw.entries(k::regions), reader);
    let municipalities = areas::municipalities(raw.entries(k::municipalities), &mut lexicon.municipalities, reader);
    breathe().await;
    let mut services = services::services(raw.entries(k::services), &mut lexicon.services, reader, breathe).await;
    let stories = stories::stories(raw.entries(k::stories), &mut services, reader);
    let programmes = programme::programmes(raw.entries(k::programmes), reader);
    let events = programme::events(raw.entries(k::events), reader);
    let documents = programme::documents(raw.entries(k::documents), reader);
    let routes = programme::routes(raw.entries(k::routes), reader);
    lexicon.equivalents = words::equivalents(raw.entries(k::equivalents), reader);
    lexicon.urgent = words::urgent(raw.entries(k::urgent), reader);
    let parts = parts(raw.entries(k::parts), reader);

    let mut publisher = raw.record(k::publisher);
    let publisher = Publisher {
        name: publisher.text(raw::publisher::name),
        email: publisher.own(raw::publisher::email),
        website: publisher.url(raw::publisher::website),
    };
    // A title is missed, and told, but no reason to show a visitor nothing.
    let title = title.or_else(|| publisher.name.clone()).unwrap_or_else(Text::dash);
    let catalogue = Catalogue {
        title,
        publisher,
        updated: raw.date(k::updated),
        licence: raw.own(k::licence),
        credits: raw.texts(k::credits),
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
        // No words are the same whether a kind has none or there are no kinds.
        lexicon: if lexicon.is_empty() { Arc::default() } else { Arc::new(lexicon) },
        map: raw.own(k::map),
        parts,
    };
    (catalogue, core::mem::take(&mut reader.problems))
}

/// The languages stated; else those of the title; else `und`, the tag for a language not stated. Never empty.
fn languages(map: &Map<String, Value>) -> Vec<&str> {
    // Problems with the list itself are told when it is read again as a part of the record.
    let mut quiet = Reader::default();
    let stated = map.get("languages").map(|list| raw::read(&Kind::List(&Kind::Tag), list, At::Root, &mut quiet));
    let mut tags: Vec<&str> = Vec::new();
    if let Some(Val::List(stated)) = stated {
        for tag in stated {
            if let Val::Line(tag) = tag
                && !tags.contains(&tag)
            {
                tags.push(tag);
            }
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

/// Reads the records of one list. `keep` is handed each readable one, with the number of problems before it, its place,
/// and itself as it stands in the file.
fn each<'a>(
    list: Option<&'a [Value]>,
    name: &str,
    def: &'static Def,
    reader: &mut Reader<'a>,
    keep: &mut dyn FnMut(&mut Rec<'a>, usize, At<'_>, &'a Value, &mut Reader<'a>),
) {
    each_from(0, list.unwrap_or_default(), name, def, reader, keep);
}

/// As [`each`], for a piece of the list that begins at position `from`.
fn each_from<'a>(
    from: usize,
    list: &'a [Value],
    name: &str,
    def: &'static Def,
    reader: &mut Reader<'a>,
    keep: &mut dyn FnMut(&mut Rec<'a>, usize, At<'_>, &'a Value, &mut Reader<'a>),
) {
    let place = At::Root.key(name);
    for (index, entry) in (from..).zip(list) {
        let at = place.index(index);
        let Value::Object(map) = entry else {
            reader.note(at, Cost::Record, "an object", raw::quote(entry), None);
            continue;
        };
        reader.id = entry.get("id").and_then(Value::as_str);
        let since = reader.problems.len();
        if let Some(mut record) = raw::read_record(def, map, at, reader) {
            keep(&mut record, since, at, entry, reader);
        }
        reader.id = None;
    }
}

/// Gives `id` the next position, or tells that it is taken.
fn take_id<'a>(lookup: &mut Ids<'a>, id: &'a str, at: At<'_>, reader: &mut Reader<'a>) -> bool {
    let added = lookup.add(id);
    if !added {
        let hint = Some("an earlier record has the same id".to_owned());
        reader.note(at.key("id"), Cost::Record, "an id of its own", raw::quote_text(id), hint);
    }
    added
}

/// The terms of one list; the words people use for each go into `words`.
fn terms<'a>(
    list: Option<&'a [Value]>,
    table: Table,
    name: &str,
    words: &mut Vec<Phrases>,
    reader: &mut Reader<'a>,
) -> Vec<Term> {
    use raw::term as k;
    let mut terms = Vec::new();
    let mut lookup = Ids::default();
    each(list, name, &raw::TERM, reader, &mut |raw, _, at, _, reader| {
        let (Some(id), Some(name)) = (raw.line(k::id), raw.text(k::name)) else { return };
        if take_id(&mut lookup, id, at, reader) {
            words.push(raw.words(k::synonyms));
            terms.push(Term {
                id: TermId::new(id),
                name,
                summary: raw.text(k::summary),
                ask: raw.texts(k::ask),
                role: match raw.choice(k::role) {
                    Some(0) => TermRole::Everyone,
                    Some(_) => TermRole::WayIn,
                    None => TermRole::Ordinary,
                },
            });
        }
    });
    *reader.table(table) = lookup;
    terms
}

fn parts<'a>(list: Option<&'a [Value]>, reader: &mut Reader<'a>) -> Vec<Part> {
    use raw::part as k;
    let mut parts = Vec::new();
    each(list, "parts", &raw::PART, reader, &mut |raw, _, at, entry, reader| {
        let (Some(kind), Some(url)) = (raw.choice(k::kind), raw.own(k::url)) else { return };
        let kind = match kind {
            0 => PartKind::Details,
            1 => PartKind::Stories,
            2 => PartKind::Programme,
            3 => PartKind::Words,
            _ => {
                let lang = raw.line(k::lang);
                let position = lang.and_then(|tag| reader.languages.iter().position(|known| *known == tag));
                let Some(position) = position else {
                    let found = entry.get("lang").map_or_else(|| "none".to_owned(), raw::quote);
                    let at = at.key("lang");
                    reader.note(at, Cost::Record, "one of the catalogue's `languages`", found, None);
                    return;
                };
                PartKind::Language(LangIx::new(position))
            }
        };
        parts.push(Part { kind, url });
    });
    parts
}
