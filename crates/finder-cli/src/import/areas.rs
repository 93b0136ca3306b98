//! Municipalities, with the names they had before the reforms and those of what lies in them.

use serde_json::Value;

use super::{Record, records};

/// `within`: by a municipality's id, parishes, towns and villages that no other source names.
pub(super) fn municipalities(source: &Value, former: &Value, within: &Value) -> Result<Value, String> {
    let source = records(source, "municipalities.json")?;
    let former = records(former, "former-municipalities.json")?;
    let name = |record: &Value| record.pointer("/name/lv").and_then(Value::as_str).map(str::to_owned);
    for old in former {
        let now = old.get("now").and_then(Value::as_str).unwrap_or_default();
        if !source.iter().any(|municipality| name(municipality).as_deref() == Some(now)) {
            return Err(format!("former-municipalities.json: no municipality `{now}` in municipalities.json"));
        }
    }
    for id in within.as_object().into_iter().flat_map(serde_json::Map::keys) {
        if !source.iter().any(|municipality| municipality.get("id").and_then(Value::as_str) == Some(id)) {
            return Err(format!("places.json: no municipality `{id}` in municipalities.json"));
        }
    }
    let made = source.iter().map(|municipality| {
        let own_name = name(municipality);
        let id = municipality.get("id").and_then(Value::as_str);
        let kind = if municipality.get("kind").is_some_and(|kind| kind == "state-city") { "city" } else { "rural" };
        let old: Vec<Value> = former
            .iter()
            .filter(|old| old.get("now").and_then(Value::as_str) == own_name.as_deref())
            .filter_map(|old| old.get("name").cloned())
            .collect();
        Record::default()
            .take_all(municipality, &["id", "name", "region", "centre", "neighbours"])
            .set("kind", kind.into())
            .set("former", old.into())
            .set("synonyms", id.and_then(|id| within.get(id)).cloned().unwrap_or_default())
            .done()
    });
    Ok(made.collect::<Vec<Value>>().into())
}
