//! Kinds of value: how each is written, and how it is read.

use serde_json::Value;

use super::{
    read::{At, Reader},
    record::{Def, Rec, read_record},
    written,
};
use crate::{
    catalogue::{Date, LangIx, PartialDate, Phone, Text, Url},
    problem::Cost,
};

/// What a key of the file holds.
#[derive(Debug)]
pub(crate) enum Kind {
    /// A text in the catalogue's first language, or one per language.
    Text,
    /// A text of no particular language.
    Line,
    /// `true` or `false`.
    Flag,
    /// `true` or `false`, where leaving it out means not known.
    Fact,
    /// A day.
    Date,
    /// A date as exact as known.
    Partial,
    /// A phone number.
    Phone,
    /// A web address.
    Url,
    /// An e-mail address.
    Email,
    /// An id.
    Id,
    /// A file beside the catalogue.
    Path,
    /// A language tag.
    Tag,
    /// A time of day.
    Time,
    /// A whole number.
    Whole {
        /// Smallest.
        from: i64,
        /// Largest.
        to: i64,
        /// How it is called.
        expected: &'static str,
    },
    /// Degrees north or east, either sign.
    Degrees {
        /// Largest.
        most: f64,
        /// How it is called.
        expected: &'static str,
    },
    /// One of a few words.
    Choice(&'static [&'static str]),
    /// The id of a record.
    Ref(Table),
    /// A list of words, or one list per language.
    Words,
    /// Who may use a service by declared residence: `anyone`, or a list of municipality codes.
    Residence,
    /// A list.
    List(&'static Kind),
    /// A record within the record.
    Record(&'static Def),
    /// A list of the catalogue, read later, record by record; the definition is for the schema.
    Entries(#[cfg_attr(not(feature = "schema"), allow(dead_code))] &'static Def),
}

/// Lists that are referred to.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Table {
    /// Kinds of service.
    Types,
    /// Audiences.
    Audiences,
    /// Regions.
    Regions,
    /// Municipalities.
    Municipalities,
    /// Services.
    Services,
}

impl Table {
    /// What a reference to it looks like.
    pub(crate) const fn expected(self) -> &'static str {
        match self {
            Self::Types => "the id of one of the catalogue's `types`",
            Self::Audiences => "the id of one of the catalogue's `audiences`",
            Self::Regions => "the id of one of the catalogue's `regions`",
            Self::Municipalities => "the code of one of the catalogue's `municipalities`",
            Self::Services => "the id of one of the catalogue's `services`",
        }
    }
}

/// A value that was read.
#[derive(Debug, Default)]
pub(crate) enum Val<'a> {
    /// No value, or one that was refused and told.
    #[default]
    None,
    /// [`Kind::Text`]
    Text(Text),
    /// [`Kind::Line`], and other texts that are only checked: ids, e-mail addresses, paths, tags.
    Line(&'a str),
    /// [`Kind::Flag`], [`Kind::Fact`]
    Flag(bool),
    /// [`Kind::Date`]
    Date(Date),
    /// [`Kind::Partial`]
    Partial(PartialDate),
    /// [`Kind::Phone`]
    Phone(Phone),
    /// [`Kind::Url`]
    Url(Url),
    /// [`Kind::Whole`], and minutes of [`Kind::Time`]
    Whole(i64),
    /// [`Kind::Degrees`]
    Degrees(f64),
    /// [`Kind::Choice`], by position; [`Kind::Residence`] for anyone
    Choice(u8),
    /// [`Kind::Ref`], by position
    Ref(usize),
    /// [`Kind::Words`]
    Words(Vec<(LangIx, Box<str>)>),
    /// [`Kind::List`], [`Kind::Residence`]
    List(Vec<Val<'a>>),
    /// [`Kind::Record`]
    Rec(Rec<'a>),
    /// [`Kind::Entries`]
    Entries(&'a [Value]),
}

/// Reads `value`, which is not `null`. [`Val::None`]: it could not be, and was told.
pub(crate) fn read<'a>(kind: &'static Kind, value: &'a Value, at: At<'_>, reader: &mut Reader<'a>) -> Val<'a> {
    let text = value.as_str().unwrap_or_default();
    let trimmed = text.trim();
    let line = |valid: bool, line: &'a str| if valid { Val::Line(line) } else { Val::None };
    let (read, expected) = match kind {
        Kind::Line => (line(!trimmed.is_empty(), trimmed), "a text"),
        Kind::Date => (Date::parse(trimmed).map_or(Val::None, Val::Date), "a date `YYYY-MM-DD`"),
        Kind::Partial => {
            (PartialDate::parse(trimmed).map_or(Val::None, Val::Partial), "a date `YYYY-MM-DD`, `YYYY-MM` or `YYYY`")
        }
        Kind::Phone => (
            Phone::parse(trimmed).map_or(Val::None, Val::Phone),
            "a phone number: 3 to 15 digits, `+` in front where international",
        ),
        Kind::Url => {
            (Url::parse(trimmed).map_or(Val::None, Val::Url), "a web address that begins with `https://` or `http://`")
        }
        Kind::Email => (line(written::is_email(trimmed), trimmed), "an e-mail address"),
        Kind::Id => (line(written::is_id(text), text), "an id of letters a–z, digits, `-`, `_` and `.`, 100 at most"),
        Kind::Path => (line(written::is_path(text), text), "the name of a file beside the catalogue"),
        Kind::Tag => (line(written::is_tag(text), text), "a language tag such as `lv` or `en-GB`"),
        Kind::Time => (written::minutes(trimmed).map_or(Val::None, Val::Whole), "a time of day `HH:MM`"),
        Kind::Flag => (value.as_bool().map_or(Val::None, Val::Flag), "`true` or `false`"),
        Kind::Fact => match value {
            Value::Bool(fact) => return Val::Flag(*fact),
            _ => {
                let hint = "leave the key out where it is not known";
                return reader.bad_because(at, "`true` or `false`", value, hint);
            }
        },
        Kind::Whole { from, to, expected } => {
            let number = value.as_i64().filter(|number| from <= number && number <= to);
            return number.map_or_else(|| reader.bad_number(at, expected, value), Val::Whole);
        }
        Kind::Degrees { most, expected } => {
            let number = value.as_f64().filter(|number| number.abs() <= *most);
            // More decimals say nothing: a ten millionth of a degree is a centimetre.
            let number = number.map(|number| (number * 1e7).round() / 1e7);
            return number.map_or_else(|| reader.bad_number(at, expected, value), Val::Degrees);
        }
        Kind::Choice(words) => return choice(words, value, at, reader),
        Kind::Ref(table) => return reference(*table, value, at, reader),
        Kind::Text => return localised(value, at, reader),
        Kind::Words => return words(value, at, reader),
        Kind::Residence => return residence(value, at, reader),
        Kind::List(kind) => return list(kind, value, at, reader),
        Kind::Record(def) => match value {
            Value::Object(map) => return read_record(def, map, at, reader).map_or(Val::None, Val::Rec),
            _ => (Val::None, "an object"),
        },
        Kind::Entries(_) => match value {
            Value::Array(list) => return Val::Entries(list),
            _ => (Val::None, "a list of records"),
        },
    };
    if matches!(read, Val::None) {
        return reader.bad(at, expected, value);
    }
    read
}

fn list<'a>(kind: &'static Kind, value: &'a Value, at: At<'_>, reader: &mut Reader<'a>) -> Val<'a> {
    let Value::Array(list) = value else {
        return reader.bad_because(at, "a list", value, "write `[…]`, also around a single value");
    };
    let mut kept = Vec::with_capacity(list.len());
    for (index, entry) in list.iter().enumerate() {
        let entry = read(kind, entry, at.index(index), reader);
        if !matches!(entry, Val::None) {
            kept.push(entry);
        }
    }
    Val::List(kept)
}

fn choice<'a>(words: &'static [&'static str], value: &'a Value, at: At<'_>, reader: &mut Reader<'a>) -> Val<'a> {
    let found = value.as_str();
    if let Some(position) = words.iter().position(|word| found == Some(word)) {
        return u8::try_from(position).map_or(Val::None, Val::Choice);
    }
    let expected = ["one of `", &words.join("`, `"), "`"].concat();
    match found {
        Some(found) => reader.unknown(at, &expected, found, &mut words.iter().copied(), Cost::Value),
        None => return reader.bad(at, &expected, value),
    }
    Val::None
}

fn reference<'a>(table: Table, value: &'a Value, at: At<'_>, reader: &mut Reader<'a>) -> Val<'a> {
    let Some(id) = value.as_str() else {
        return reader.bad(at, table.expected(), value);
    };
    let known = core::mem::take(reader.table(table));
    let found = known.get(id);
    if found.is_none() {
        reader.unknown(at, table.expected(), id, &mut known.names(), Cost::Value);
    }
    *reader.table(table) = known;
    found.map_or(Val::None, Val::Ref)
}

fn localised<'a>(value: &'a Value, at: At<'_>, reader: &mut Reader<'a>) -> Val<'a> {
    let expected = "a text, or an object with one text per language";
    let text = match value {
        Value::String(text) => match Text::new([(LangIx::new(0), text.trim().into())]) {
            Some(text) => Some(text),
            None => return reader.bad(at, expected, value),
        },
        Value::Object(map) => {
            let mut versions = Vec::with_capacity(map.len());
            for (tag, version) in map {
                if version.is_null() {
                    continue;
                }
                let place = at.key(tag);
                if let Val::Line(text) = read(&Kind::Line, version, place, reader)
                    && let Some(lang) = language(tag, place, reader)
                {
                    versions.push((lang, text.into()));
                }
            }
            // All versions null or refused: refused ones were told, null ones mean not stated.
            Text::new(versions)
        }
        _ => return reader.bad(at, expected, value),
    };
    text.map_or(Val::None, Val::Text)
}

/// The catalogue's language with this tag.
fn language(tag: &str, at: At<'_>, reader: &mut Reader<'_>) -> Option<LangIx> {
    let found = reader.languages.iter().position(|known| *known == tag);
    if found.is_none() {
        let known = reader.languages.clone();
        reader.unknown(at, "one of the catalogue's `languages`", tag, &mut known.into_iter(), Cost::Value);
    }
    found.map(LangIx::new)
}

fn words<'a>(value: &'a Value, at: At<'_>, reader: &mut Reader<'a>) -> Val<'a> {
    let mut words = Vec::new();
    let mut add = |lang: LangIx, value: &'a Value, at: At<'_>, reader: &mut Reader<'a>| {
        if let Val::List(list) = list(&Kind::Line, value, at, reader) {
            words.extend(list.into_iter().filter_map(|word| match word {
                Val::Line(word) => Some((lang, word.into())),
                _ => None,
            }));
        }
    };
    match value {
        Value::Array(_) => add(LangIx::new(0), value, at, reader),
        Value::Object(map) => {
            // In the catalogue's order of languages, whatever the order of keys.
            for position in 0..reader.languages.len() {
                let tag = reader.languages.get(position).copied().unwrap_or_default();
                if let Some(list) = map.get(tag).filter(|list| !list.is_null()) {
                    add(LangIx::new(position), list, at.key(tag), reader);
                }
            }
            for tag in map.keys() {
                language(tag, at.key(tag), reader);
            }
        }
        _ => return reader.bad(at, "a list of texts, or an object with one list per language", value),
    }
    Val::Words(words)
}

fn residence<'a>(value: &'a Value, at: At<'_>, reader: &mut Reader<'a>) -> Val<'a> {
    match value {
        Value::String(word) if word == "anyone" => Val::Choice(0),
        Value::Array(entries) if !entries.is_empty() => {
            match list(&Kind::Ref(Table::Municipalities), value, at, reader) {
                // A rule of which nothing was understood is not stated: never "nobody".
                Val::List(kept) if kept.is_empty() => Val::None,
                kept => kept,
            }
        }
        _ => reader.bad(at, "`anyone` or a list of municipality codes", value),
    }
}
