//! Reading with places: where in the file we are, and what was wrong there.

use core::fmt::{self, Write as _};
use serde_json::{Map, Value};

use super::{
    ids::Ids,
    kind::{Table, Val},
    record::Def,
};
use crate::problem::{Cost, Problem};

/// A place in the file. Lives on the stack while reading; becomes text only when there is a problem.
#[derive(Clone, Copy, Debug)]
pub(crate) enum At<'p> {
    /// The whole file.
    Root,
    /// A key of an object.
    Key(&'p At<'p>, &'p str),
    /// A position in a list, from 0.
    Index(&'p At<'p>, usize),
}

impl<'p> At<'p> {
    /// The place of `key` within this place.
    pub(crate) const fn key(&'p self, key: &'p str) -> Self {
        Self::Key(self, key)
    }

    /// The place of the entry at `index` within this place.
    pub(crate) const fn index(&'p self, index: usize) -> Self {
        Self::Index(self, index)
    }

    /// Is this a record of one of the catalogue's own lists (`services[3]`), rather than something inside one?
    const fn is_listed_record(&self) -> bool {
        matches!(self, At::Index(At::Key(At::Root, _), _))
    }
}

impl fmt::Display for At<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            At::Root => Ok(()),
            At::Key(At::Root, key) => f.write_str(key),
            At::Key(parent, key) => {
                parent.fmt(f)?;
                f.write_char('.')?;
                f.write_str(key)
            }
            At::Index(parent, index) => {
                parent.fmt(f)?;
                f.write_char('[')?;
                index.fmt(f)?;
                f.write_char(']')
            }
        }
    }
}

/// What reading needs to know of the rest of the file, and what it found wrong.
#[derive(Debug, Default)]
pub(crate) struct Reader<'a> {
    /// Everything wrong so far.
    pub(crate) problems: Vec<Problem>,
    /// Id of the record being read, for the problems found in it.
    pub(crate) id: Option<&'a str>,
    /// The catalogue's languages.
    pub(crate) languages: Vec<&'a str>,
    /// Records that are referred to, by [`Table`].
    tables: [Ids<'a>; 5],
    suggested: usize,
}

/// Suggestions made for one file at most: a file of 10 000 wrong references must not cost 10 000² comparisons.
const MOST_SUGGESTIONS: usize = 200;

/// Keys that are often written beside `contact` instead of within it.
const CONTACT: [&str; 5] = ["phone", "phone_note", "other_phones", "email", "website"];

/// Characters of a wrong value that are quoted.
const QUOTED: usize = 60;

impl<'a> Reader<'a> {
    /// The records of one list by id.
    pub(crate) fn table(&mut self, table: Table) -> &mut Ids<'a> {
        let [types, audiences, regions, municipalities, services] = &mut self.tables;
        match table {
            Table::Types => types,
            Table::Audiences => audiences,
            Table::Regions => regions,
            Table::Municipalities => municipalities,
            Table::Services => services,
        }
    }

    /// Notes a problem.
    pub(crate) fn note(&mut self, at: At<'_>, cost: Cost, expected: &str, found: String, hint: Option<String>) {
        self.problems.push(Problem {
            place: at.to_string(),
            id: self.id.map(str::to_owned),
            expected: expected.to_owned(),
            found,
            hint,
            cost,
        });
    }

    /// Notes that `value` is not what was expected there; the value is left out.
    pub(crate) fn bad(&mut self, at: At<'_>, expected: &str, value: &Value) -> Val<'a> {
        self.note(at, Cost::Value, expected, quote(value), None);
        Val::None
    }

    /// As [`bad`](Self::bad), with a hint.
    pub(crate) fn bad_because(&mut self, at: At<'_>, expected: &str, value: &Value, hint: &str) -> Val<'a> {
        self.note(at, Cost::Value, expected, quote(value), Some(hint.to_owned()));
        Val::None
    }

    /// As [`bad`](Self::bad), where a number was expected.
    pub(crate) fn bad_number(&mut self, at: At<'_>, expected: &str, value: &Value) -> Val<'a> {
        match value {
            Value::String(text) if text.bytes().all(|b| b.is_ascii_digit() || matches!(b, b' ' | b'.' | b'-')) => {
                self.bad_because(at, expected, value, "write the number without quotation marks")
            }
            _ => self.bad(at, expected, value),
        }
    }

    /// Notes that `found` is none of the `known` names.
    pub(crate) fn unknown(
        &mut self,
        at: At<'_>,
        expected: &str,
        found: &str,
        known: &mut dyn Iterator<Item = &str>,
        cost: Cost,
    ) {
        let mut hint = None;
        if self.suggested < MOST_SUGGESTIONS {
            self.suggested += 1;
            hint = nearest(found, known).map(|near| ["did you mean `", near, "`?"].concat());
        }
        self.note(at, cost, expected, quote_text(found), hint);
    }

    /// Notes a key that the format does not have. Keys that begin with `$` belong to tools (`$schema`, `$comment`).
    pub(crate) fn unknown_key(&mut self, at: At<'_>, key: &str, def: &'static Def) {
        if key.starts_with('$') {
            return;
        }
        if CONTACT.contains(&key) && def.fields.iter().any(|field| field.key == "contact") {
            let hint = Some(["write it within `contact`: { \"", key, "\": … }"].concat());
            self.note(at.key(key), Cost::Value, "no such key at this place", quote_text(key), hint);
        } else {
            self.unknown(
                at.key(key),
                "a key of the format",
                key,
                &mut def.fields.iter().map(|field| field.key),
                Cost::Value,
            );
        }
    }

    /// Notes that a record lacks `key`, which it cannot do without. `since` counts the problems before the record:
    /// where the key is there but its value was refused, that problem is told to cost the record.
    pub(crate) fn lacks(&mut self, at: At<'_>, key: &str, map: &Map<String, Value>, since: usize) {
        let cost = if at.is_listed_record() { Cost::Record } else { Cost::Value };
        if map.get(key).is_none_or(Value::is_null) {
            let expected = ["a value for `", key, "`"].concat();
            self.note(at, cost, &expected, "none".to_owned(), None);
            return;
        }
        self.raise(at, key, since, cost);
    }

    /// The problems with `key` of the record at `at`, told since then, cost that much after all.
    pub(crate) fn raise(&mut self, at: At<'_>, key: &str, since: usize, cost: Cost) {
        let place = at.key(key).to_string();
        for problem in self.problems.iter_mut().skip(since) {
            if problem.place.starts_with(&place) {
                problem.cost = cost;
            }
        }
    }
}

/// A value as it stands in the file, shortened.
pub(crate) fn quote(value: &Value) -> String {
    match value {
        Value::String(text) => quote_text(text),
        Value::Array(list) if list.is_empty() => "an empty list".to_owned(),
        Value::Array(_) => "a list".to_owned(),
        Value::Object(_) => "an object".to_owned(),
        Value::Null => "`null`".to_owned(),
        Value::Bool(true) => "`true`".to_owned(),
        Value::Bool(false) => "`false`".to_owned(),
        // Fractions are not written out: that code alone would be a tenth of this crate in the browser.
        Value::Number(number) => match number.as_i64() {
            Some(whole) => ["`", &whole.to_string(), "`"].concat(),
            None => "a fraction or a huge number".to_owned(),
        },
    }
}

/// A text in quotation marks, shortened.
pub(crate) fn quote_text(text: &str) -> String {
    let mut quoted = String::from("`");
    let mut chars = text.chars();
    quoted.extend(chars.by_ref().take(QUOTED).map(|c| if is_control(c) { '\u{fffd}' } else { c }));
    if chars.next().is_some() {
        quoted.push('…');
    }
    quoted.push('`');
    quoted
}

/// C0 and C1 controls. (The standard library's own answer is the same, by a table.)
const fn is_control(c: char) -> bool {
    matches!(c, '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}')
}

/// The name nearest to `found`, if one is near enough to have been meant: a third of its letters may differ.
fn nearest<'k>(found: &str, known: &mut dyn Iterator<Item = &'k str>) -> Option<&'k str> {
    let found: Vec<char> = found.chars().take(QUOTED).map(|c| c.to_ascii_lowercase()).collect();
    let mut row = Vec::new();
    let mut best: Option<(usize, &str)> = None;
    for name in known {
        let most = (found.len().max(name.len()) / 3).max(1);
        let distance = edit_distance(&found, name, &mut row);
        if distance <= most && best.is_none_or(|(least, _)| distance < least) {
            best = Some((distance, name));
        }
    }
    best.map(|(_, name)| name)
}

/// Letters to add, drop or replace to get from one word to the other. `row` is scratch space.
fn edit_distance(from: &[char], to: &str, row: &mut Vec<usize>) -> usize {
    row.clear();
    row.extend(0..=from.len());
    for (line, letter) in to.chars().map(|c| c.to_ascii_lowercase()).enumerate() {
        let mut diagonal = line;
        let mut left = line + 1;
        if let Some(first) = row.first_mut() {
            *first = left;
        }
        for (other, cell) in from.iter().zip(row.iter_mut().skip(1)) {
            let replaced = diagonal + usize::from(*other != letter);
            diagonal = *cell;
            left = replaced.min(*cell + 1).min(left + 1);
            *cell = left;
        }
    }
    row.last().copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_reads_like_a_path() {
        let services = At::Root.key("services");
        let service = services.index(12);
        let contact = service.key("contact");
        assert_eq!(contact.key("phone").to_string(), "services[12].contact.phone");
        assert!(service.is_listed_record());
        assert!(!contact.is_listed_record());
    }

    #[test]
    fn the_nearest_name_is_suggested_only_if_near() {
        let known = ["respite", "workshop", "home-care"];
        assert_eq!(nearest("respit", &mut known.into_iter()), Some("respite"));
        assert_eq!(nearest("Home-Care", &mut known.into_iter()), Some("home-care"));
        assert_eq!(nearest("housing", &mut known.into_iter()), None);
        assert_eq!(nearest("", &mut known.into_iter()), None);
    }

    #[test]
    fn wrong_values_are_quoted_shortened_and_without_control_characters() {
        assert_eq!(quote_text("a\u{7}b"), "`a\u{fffd}b`");
        assert_eq!(quote_text(&"x".repeat(100)).chars().count(), QUOTED + 3);
    }
}
