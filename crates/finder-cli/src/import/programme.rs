//! Programmes, events, documents, and the usual routes to services.

use std::collections::BTreeSet;

use serde_json::Value;

use super::{Record, once, records};
use crate::withheld::Withheld;

/// `kinds` names what figures count, where several of one region and date count the same: those may stand in one chart.
pub(super) fn programmes(source: &Value, kinds: &Value, withheld: &Withheld) -> Result<Value, String> {
    let kinds = records(kinds, "figures.json")?;
    let made = records(source, "programmes.json")?.iter().map(|fact| {
        let contact = fact.get("contact").unwrap_or(&Value::Null);
        let mut sources = once(fact.get("sources"));
        withheld.shorten_sources(&mut sources);
        let text = |key: &str| contact.get(key).and_then(Value::as_str);
        let address: Vec<&str> = [text("address"), text("postal_code")].into_iter().flatten().collect();
        let history: Vec<Value> = fact
            .get("history")
            .and_then(Value::as_array)
            .into_iter()
            .flatten()
            .filter_map(|h| h.get("text").cloned())
            .collect();
        Record::default()
            .take("region", fact, "id")
            .take_all(fact, &["name", "number", "start", "end", "lead", "website", "aim"])
            .set("figures", figures(fact, kinds))
            .take_all(contact, &["phone", "email"])
            .set("address", address.join(", ").into())
            .set("history", history.into())
            .set("sources", sources)
            .done()
    });
    Ok(made.collect::<Vec<Value>>().into())
}

fn figures(programme: &Value, kinds: &[Value]) -> Value {
    let mut figures = programme.get("figures").and_then(Value::as_array).cloned().unwrap_or_default();
    for kind in kinds.iter().filter(|kind| kind.get("region") == programme.get("id")) {
        let values = kind.get("values").and_then(Value::as_array);
        for figure in &mut figures {
            let is_meant = values.is_some_and(|values| figure.get("value").is_some_and(|value| values.contains(value)));
            if let (true, Value::Object(figure)) = (is_meant && figure.get("as_of") == kind.get("as_of"), figure) {
                figure.insert("kind".to_owned(), kind.get("kind").cloned().unwrap_or_default());
            }
        }
    }
    figures.into()
}

pub(super) fn events(source: &Value, withheld: &Withheld) -> Result<Value, String> {
    let mut used = BTreeSet::new();
    let made = records(source, "events.json")?.iter().map(|fact| {
        // An end on the day it began says nothing.
        let end = fact.get("end").filter(|end| fact.get("date") != Some(end)).cloned();
        let mut event = Record::default()
            .take_all(fact, &["region", "title", "date", "time", "place", "url"])
            .set("end", end.unwrap_or_default())
            .take("summary", fact, "description")
            .done();
        used.extend(withheld.clean_event(&mut event));
        event
    });
    let made: Vec<Value> = made.collect();
    withheld.events_are_used(&used)?;
    Ok(made.into())
}

pub(super) fn documents(source: &Value) -> Result<Value, String> {
    let made = records(source, "documents.json")?
        .iter()
        .map(|fact| Record::default().take_all(fact, &["region", "title", "kind", "date", "url"]).done());
    Ok(made.collect::<Vec<Value>>().into())
}

pub(super) fn routes(source: &Value) -> Result<Value, String> {
    let types = source.get("types").ok_or("how-to-apply.json: no `types`")?;
    let made = records(types, "how-to-apply.json")?.iter().map(|fact| {
        Record::default()
            .take("id", fact, "type")
            .set("steps", list_of_texts(fact, "steps"))
            .set("documents", list_of_texts(fact, "documents"))
            .set("who_pays", text(fact, "who_pays"))
            .set("not_known", text(fact, "not_known"))
            .set("sources", once(fact.get("sources")))
            .take_all(fact, &["source_date", "confidence"])
            .done()
    });
    Ok(made.collect::<Vec<Value>>().into())
}

/// `key_lv` and `key_en` as one text.
fn text(fact: &Value, key: &str) -> Value {
    Record::default().take("lv", fact, &format!("{key}_lv")).take("en", fact, &format!("{key}_en")).done()
}

/// `key_lv` and `key_en`, lists of the same length, as one list of texts.
fn list_of_texts(fact: &Value, key: &str) -> Value {
    let list = |lang: &str| fact.get(format!("{key}_{lang}")).and_then(Value::as_array).cloned().unwrap_or_default();
    let english = list("en");
    let texts = list("lv").into_iter().enumerate().map(|(position, latvian)| {
        Record::default().set("lv", latvian).set("en", english.get(position).cloned().unwrap_or_default()).done()
    });
    texts.collect::<Vec<Value>>().into()
}
