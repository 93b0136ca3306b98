//! Video stories.

use serde_json::Value;

use super::{Record, once, records};

pub(super) fn stories(source: &Value) -> Result<Value, String> {
    Ok(records(source, "stories.json")?.iter().map(story).collect::<Vec<Value>>().into())
}

fn story(fact: &Value) -> Value {
    let url = fact.get("url").and_then(Value::as_str);
    let playlist = url.and_then(|url| url.split(['?', '&']).find_map(|part| part.strip_prefix("list=")));
    let mut video = Record::default();
    match (fact.get("youtube_id"), playlist) {
        (Some(Value::String(id)), _) => {
            video.set("youtube", id.as_str().into()).set("playlist", playlist.into());
        }
        // A theme is a part of a playlist: which films belong to it is not known, so the whole list is offered.
        (_, Some(playlist)) => {
            video.set("playlist", playlist.into());
        }
        _ => {
            video.take("url", fact, "url");
        }
    }
    let captions = fact.get("captions").and_then(Value::as_str);
    Record::default()
        .take_all(fact, &["id", "kind", "title", "title_is_ours", "region", "municipality", "types", "audiences"])
        .take_all(fact, &["services", "language"])
        .take("summary", fact, "description")
        .take("seconds", fact, "duration")
        .set("video", video.done())
        .set("captions", captions.is_some().into())
        .set("captions_language", captions.into())
        .set("sources", once(fact.get("sources")))
        .done()
}
