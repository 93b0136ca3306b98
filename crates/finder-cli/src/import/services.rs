//! Services.

use serde_json::{Value, json};

use super::{Record, once, records};
use crate::withheld::Withheld;

pub(super) fn services(source: &Value, withheld: &Withheld) -> Result<Value, String> {
    let made: Vec<Value> = records(source, "services.json")?.iter().map(|fact| service(fact, withheld)).collect();
    Ok(made.into())
}

fn service(fact: &Value, withheld: &Withheld) -> Value {
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
        .set("contact", contact)
        .set("capacity", capacity)
        .set("accessibility", accessibility.unwrap_or_default())
        .set("reception_points", points.collect::<Vec<Value>>().into())
        .set("sources", once(fact.get("sources")));
    let mut record = record.done();
    withheld.clean_service(&mut record);
    record
}
