//! What is valid and still wants a look: age, reviews that are due, films without captions.

use finder_core::{
    catalogue::{Catalogue, Date, Fact, PartialDate, Story},
    problem::{Cost, Problem},
};
use serde_json::{Map, Value};

/// A catalogue is called old after this many days; the finder tells visitors the same.
const OLD: i64 = 180;

/// Films published from this day on need captions and a text (Directive (EU) 2016/2102, article 1(4)(b)).
const CAPTIONS_SINCE: PartialDate = PartialDate { year: 2020, month: Some(9), day: Some(23) };
const CAPTIONS: &str = "captions: Directive (EU) 2016/2102 asks for them in media published after 23 September 2020";
const TRANSCRIPT: &str = "a transcript (`lines` or a link): Directive (EU) 2016/2102 asks for a text in media published after 23 September 2020";

/// Everything that wants a look, with its place in the file.
pub(super) fn review(catalogue: &Catalogue, file: &Map<String, Value>, today: i64) -> Vec<Problem> {
    let mut found = Vec::new();
    let mut warn = |place: String, id: Option<&str>, expected: &str, what: String| {
        found.push(Problem {
            place,
            id: id.map(str::to_owned),
            expected: expected.to_owned(),
            found: what,
            hint: None,
            cost: Cost::Warning,
        });
    };
    let past = |day: Option<Date>| day.filter(|day| day.days_since_epoch() < today);

    match catalogue.updated {
        // A date that was refused has been told already.
        None if file.get("updated").is_some_and(|day| !day.is_null()) => {}
        None => warn("updated".to_owned(), None, "the day the catalogue was made", "none".to_owned()),
        Some(day) if today - day.days_since_epoch() > OLD => {
            let age = today - day.days_since_epoch();
            warn("updated".to_owned(), None, "a catalogue not older than 180 days", format!("{day}, {age} days ago"));
        }
        Some(_) => {}
    }
    let positions = Positions::of(file, "services");
    for service in &catalogue.services {
        let id = service.id.as_str();
        let dates = [
            ("review_by", service.details.review_by, "a record reviewed in time"),
            ("registered_until", service.details.registered_until, "a registration that is valid"),
            ("notice", service.details.notice_to, "a notice that is not over"),
        ];
        for (key, day, expected) in dates {
            if let Some(day) = past(day) {
                warn(positions.place(id, key), Some(id), expected, day.to_string());
            }
        }
    }
    let positions = Positions::of(file, "stories");
    for story in catalogue.stories.iter().filter(|story| !is_older(story)) {
        let id = story.id.as_str();
        if story.captions != Fact::Yes {
            let what = if story.captions == Fact::No { "none" } else { "not stated" };
            warn(positions.place(id, "captions"), Some(id), CAPTIONS, what.to_owned());
        }
        if story.transcript.is_none() && story.lines.is_empty() {
            warn(positions.place(id, "transcript"), Some(id), TRANSCRIPT, "none".to_owned());
        }
    }
    found
}

/// Published before the law's day; a date not known excuses nothing.
fn is_older(story: &Story) -> bool {
    story.published.is_some_and(|day| {
        let day = PartialDate { month: day.month.or(Some(12)), day: day.day.or(Some(31)), ..day };
        day < CAPTIONS_SINCE
    })
}

/// Where the records of one list stand in the file.
struct Positions<'a> {
    list: &'a str,
    ids: std::collections::BTreeMap<&'a str, usize>,
}

impl<'a> Positions<'a> {
    fn of(file: &'a Map<String, Value>, list: &'a str) -> Self {
        let mut ids = std::collections::BTreeMap::new();
        let records = file.get(list).and_then(Value::as_array).into_iter().flatten();
        for (position, record) in records.enumerate() {
            if let Some(id) = record.get("id").and_then(Value::as_str) {
                ids.entry(id).or_insert(position);
            }
        }
        Self { list, ids }
    }

    fn place(&self, id: &str, key: &str) -> String {
        format!("{}[{}].{key}", self.list, self.ids.get(id).copied().unwrap_or_default())
    }
}
