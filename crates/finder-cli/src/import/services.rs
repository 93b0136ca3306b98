//! Services.

use serde_json::{Value, json};

use super::{Record, once, records};
use crate::withheld::Withheld;

/// `synonyms` may hold further words for single services.
pub(super) fn services(source: &Value, synonyms: &Value, withheld: &Withheld) -> Result<Value, String> {
    let facts = records(source, "services.json")?;
    let words = synonyms.get("services").and_then(Value::as_object);
    let id = |fact: &Value| fact.get("id").and_then(Value::as_str).map(str::to_owned);
    for known in words.into_iter().flat_map(|words| words.keys()) {
        if !facts.iter().any(|fact| id(fact).as_deref() == Some(known)) {
            return Err(format!("synonyms.json: no service `{known}` in services.json"));
        }
    }
    let made = facts.iter().map(|fact| {
        let keywords = id(fact).and_then(|id| words?.get(&id)).cloned().unwrap_or_default();
        service(fact, with_receptions(keywords, fact), withheld)
    });
    Ok(made.collect::<Vec<Value>>().into())
}

/// Where an office also receives visitors is found like the office: its points are shown on its page, whose texts are not
/// among those that search reads.
fn with_receptions(mut keywords: Value, fact: &Value) -> Value {
    let points = fact.get("reception_points").and_then(Value::as_array).into_iter().flatten();
    for place in points.filter_map(|point| point.get("place")?.as_str()) {
        // *Vienība, Degoles pagasts*: either name is asked for.
        for name in place.split(", ").map(|name| name.trim_end_matches(" pagasts")) {
            for (lang, phrase) in
                [("lv", format!("sociālais dienests {name}")), ("en", format!("social service {name}"))]
            {
                add_keyword(&mut keywords, lang, phrase.into());
            }
        }
    }
    keywords
}

/// Adds a phrase to those of its language, once.
fn add_keyword(keywords: &mut Value, lang: &str, phrase: Value) {
    if keywords.is_null() {
        *keywords = json!({});
    }
    let list = keywords.as_object_mut().map(|keywords| keywords.entry(lang).or_insert_with(|| json!([])));
    if let Some(list) = list.and_then(Value::as_array_mut)
        && !list.contains(&phrase)
    {
        list.push(phrase);
    }
}

fn service(fact: &Value, keywords: Value, withheld: &Withheld) -> Value {
    let contact = Record::default()
        .take_all(fact, &["phone", "phone_note", "other_phones", "email", "website"])
        .take("confidence", fact, "contact_confidence")
        .done();
    let capacity = match fact.get("capacity") {
        Some(Value::Number(places)) => places.to_string().into(),
        other => other.cloned().unwrap_or_default(),
    };
    let accessibility = fact.get("accessibility").filter(|facts| facts.is_object()).map(|facts| {
        // Here `false` is a fact of its own, unlike in the rest of a record.
        let mut known = json!({ "note": facts.get("note_lv").filter(|note| !note.is_null()) });
        if let Value::Object(known) = &mut known {
            for key in ["step_free", "lift", "toilet", "parking"] {
                known.insert(key.to_owned(), facts.get(key).cloned().unwrap_or_default());
            }
        }
        known
    });
    let points = fact.get("reception_points").and_then(Value::as_array).into_iter().flatten().map(|point| {
        Record::default().take("name", point, "name_lv").take_all(point, &["place", "address", "phone"]).done()
    });
    let mut record = Record::default();
    record
        .take_all(fact, &["id", "name", "types", "audiences", "municipality", "nationwide", "place"])
        .take_all(fact, &["former_municipality", "status", "part_of", "address_withheld", "cost", "eligibility"])
        .take_all(fact, &["how_to_apply", "min_age", "max_age", "since", "confidence", "sources_shortened"])
        .take_all(fact, &["source_date", "address", "postal_code"])
        .take("summary", fact, "description")
        .take("organisation", fact, "operator")
        .take("hours", fact, "opening_hours")
        .set("keywords", keywords)
        .set("contact", contact)
        .set("capacity", capacity)
        .set("accessibility", accessibility.unwrap_or_default())
        .set("reception_points", points.collect::<Vec<Value>>().into())
        .set("sources", once(fact.get("sources")));
    let mut record = record.done();
    withheld.clean_service(&mut record);
    record
}
