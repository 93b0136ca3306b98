//! Values of the file: how each is written, and how it is read.

use serde_json::Value;

use super::read::{At, Read, Reader};
use crate::{
    catalogue::{
        Confidence, CostKind, Date, Fact, Form, LangIx, PartialDate, Phone, Status, StoryKind, TermRole, Text, Url,
        Weekday,
    },
    problem::Cost,
};

#[cfg(feature = "schema")]
use super::schema::{Schemas, choice_schema};
#[cfg(feature = "schema")]
use serde_json::json;

/// A text of its own, not blank, in no particular language.
impl<'a> Read<'a> for &'a str {
    fn read(value: &'a Value, at: At<'_>, reader: &mut Reader<'a>) -> Option<Self> {
        match value.as_str().map(str::trim) {
            Some(text) if !text.is_empty() => Some(text),
            _ => reader.bad(at, "a text", value),
        }
    }

    #[cfg(feature = "schema")]
    fn schema(_: &mut Schemas) -> Value {
        json!({ "type": "string", "pattern": "\\S" })
    }
}

impl<'a> Read<'a> for bool {
    fn read(value: &'a Value, at: At<'_>, reader: &mut Reader<'a>) -> Option<Self> {
        value.as_bool().or_else(|| reader.bad(at, "`true` or `false`", value))
    }

    #[cfg(feature = "schema")]
    fn schema(_: &mut Schemas) -> Value {
        json!({ "type": "boolean" })
    }
}

impl<'a> Read<'a> for Fact {
    fn read(value: &'a Value, at: At<'_>, reader: &mut Reader<'a>) -> Option<Self> {
        match value {
            Value::Bool(true) => Some(Self::Yes),
            Value::Bool(false) => Some(Self::No),
            _ => reader.bad_because(at, "`true` or `false`", value, "leave the key out where it is not known"),
        }
    }

    #[cfg(feature = "schema")]
    fn schema(_: &mut Schemas) -> Value {
        json!({ "type": "boolean" })
    }
}

/// One text, in the catalogue's first language, or one per language.
impl<'a> Read<'a> for Text {
    fn read(value: &'a Value, at: At<'_>, reader: &mut Reader<'a>) -> Option<Self> {
        let expected = "a text, or an object with one text per language";
        match value {
            Value::String(text) => {
                let text = Self::new([(LangIx::new(0), text.trim().into())]);
                text.or_else(|| reader.bad(at, expected, value))
            }
            Value::Object(map) => {
                let mut versions = Vec::with_capacity(map.len());
                for (tag, version) in map {
                    if version.is_null() {
                        continue;
                    }
                    let place = at.key(tag);
                    let Some(text) = <&str>::read(version, place, reader) else { continue };
                    match language(tag, place, reader) {
                        Some(lang) => versions.push((lang, text.into())),
                        None => continue,
                    }
                }
                // All versions null or refused: refused ones were told, null ones mean not stated.
                Self::new(versions)
            }
            _ => reader.bad(at, expected, value),
        }
    }

    #[cfg(feature = "schema")]
    fn schema(schemas: &mut Schemas) -> Value {
        schemas.define("Text", |_| {
            let text = json!({ "type": "string", "pattern": "\\S" });
            json!({
                "description": "A text in the catalogue's first language, or one per language by its tag.",
                "anyOf": [text, { "type": "object", "minProperties": 1, "additionalProperties": text }],
            })
        })
    }
}

/// The catalogue's language with this tag.
fn language(tag: &str, at: At<'_>, reader: &mut Reader<'_>) -> Option<LangIx> {
    let found = reader.languages.iter().position(|known| *known == tag);
    if found.is_none() {
        let known = reader.languages.clone();
        reader.unknown(at, "one of the catalogue's `languages`", tag, known.into_iter(), Cost::Value);
    }
    found.map(LangIx::new)
}

/// Lists of words, one list per language.
#[derive(Debug, Default)]
pub(crate) struct Synonyms(pub(crate) Vec<(LangIx, Box<str>)>);

impl<'a> Read<'a> for Synonyms {
    fn read(value: &'a Value, at: At<'_>, reader: &mut Reader<'a>) -> Option<Self> {
        let mut words = Vec::new();
        let mut add = |lang: LangIx, value: &'a Value, at: At<'_>, reader: &mut Reader<'a>| {
            for word in Vec::<&str>::read(value, at, reader).unwrap_or_default() {
                words.push((lang, word.into()));
            }
        };
        match value {
            Value::Array(_) => add(LangIx::new(0), value, at, reader),
            Value::Object(map) => {
                for (tag, list) in map {
                    if let Some(lang) = language(tag, at.key(tag), reader) {
                        add(lang, list, at.key(tag), reader);
                    }
                }
            }
            _ => return reader.bad(at, "a list of texts, or an object with one list per language", value),
        }
        // Languages in the catalogue's order, whatever the order of keys.
        words.sort_by_key(|(lang, _)| *lang);
        Some(Self(words))
    }

    #[cfg(feature = "schema")]
    fn schema(_: &mut Schemas) -> Value {
        let words = json!({ "type": "array", "items": { "type": "string", "pattern": "\\S" } });
        json!({ "anyOf": [words, { "type": "object", "additionalProperties": words }] })
    }
}

/// Reads a text by a function that knows what is valid.
macro_rules! written {
    ($type:ty, $expected:literal, $parse:expr, $schema:tt) => {
        impl<'a> Read<'a> for $type {
            fn read(value: &'a Value, at: At<'_>, reader: &mut Reader<'a>) -> Option<Self> {
                let parse: fn(&str) -> Option<$type> = $parse;
                value.as_str().and_then(|text| parse(text.trim())).or_else(|| reader.bad(at, $expected, value))
            }

            #[cfg(feature = "schema")]
            fn schema(_: &mut Schemas) -> Value {
                json!($schema)
            }
        }
    };
}

written!(Date, "a date `YYYY-MM-DD`", Date::parse, { "type": "string", "format": "date" });
written!(PartialDate, "a date `YYYY-MM-DD`, `YYYY-MM` or `YYYY`", PartialDate::parse, {
    "type": "string", "pattern": "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"
});
written!(Phone, "a phone number: 3 to 15 digits, `+` in front where international", Phone::parse, {
    "type": "string", "pattern": "^\\+?[0-9 ()-]+$"
});
written!(Url, "a web address that begins with `https://` or `http://`", Url::parse, {
    "type": "string", "pattern": "^[Hh][Tt][Tt][Pp][Ss]?://[^\\s]+$"
});

/// An e-mail address.
#[derive(Debug)]
pub(crate) struct Email(pub(crate) Box<str>);

impl Email {
    /// One `@`, a dotted domain, and nothing that would change the meaning of a `mailto:` link.
    fn parse(text: &str) -> Option<Self> {
        let (name, domain) = text.split_once('@')?;
        let plain = |c: char| c.is_alphanumeric() || matches!(c, '.' | '_' | '-' | '+' | '\'');
        let labels = domain.split('.').all(|label| {
            !label.is_empty()
                && !label.starts_with('-')
                && !label.ends_with('-')
                && label.chars().all(|c| c.is_alphanumeric() || c == '-')
        });
        let valid = !name.is_empty() && name.chars().all(plain) && domain.contains('.') && labels;
        valid.then(|| Self(text.into()))
    }
}
written!(Email, "an e-mail address", Email::parse, { "type": "string", "pattern": "^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$" });

/// An id: used in links, where commas, colons and spaces have a meaning.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Id<'a>(pub(crate) &'a str);

impl<'a> Read<'a> for Id<'a> {
    fn read(value: &'a Value, at: At<'_>, reader: &mut Reader<'a>) -> Option<Self> {
        match value.as_str() {
            Some(id)
                if (1..=100).contains(&id.len())
                    && id.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'.')) =>
            {
                Some(Self(id))
            }
            _ => reader.bad(at, "an id of letters a–z, digits, `-`, `_` and `.`, 100 at most", value),
        }
    }

    #[cfg(feature = "schema")]
    fn schema(_: &mut Schemas) -> Value {
        json!({ "type": "string", "pattern": "^[A-Za-z0-9._-]{1,100}$" })
    }
}

/// A file beside the catalogue.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Path<'a>(pub(crate) &'a str);

impl<'a> Read<'a> for Path<'a> {
    fn read(value: &'a Value, at: At<'_>, reader: &mut Reader<'a>) -> Option<Self> {
        match value.as_str() {
            // No scheme, no other host, nothing above the catalogue's own folder.
            Some(path)
                if path.starts_with(|c: char| c.is_ascii_alphanumeric())
                    && path.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'.' | b'/'))
                    && !path.contains("..") =>
            {
                Some(Self(path))
            }
            _ => reader.bad(at, "the name of a file beside the catalogue", value),
        }
    }

    #[cfg(feature = "schema")]
    fn schema(_: &mut Schemas) -> Value {
        json!({ "type": "string", "pattern": "^[A-Za-z0-9][A-Za-z0-9._/-]*$" })
    }
}

/// A language tag (BCP 47), e.g. `lv`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Tag<'a>(pub(crate) &'a str);

impl<'a> Read<'a> for Tag<'a> {
    fn read(value: &'a Value, at: At<'_>, reader: &mut Reader<'a>) -> Option<Self> {
        let valid = |tag: &str| {
            let primary = tag.split('-').next().unwrap_or_default();
            (2..=8).contains(&primary.len())
                && primary.bytes().all(|b| b.is_ascii_alphabetic())
                && tag
                    .split('-')
                    .all(|part| (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric()))
        };
        match value.as_str() {
            Some(tag) if valid(tag) => Some(Self(tag)),
            _ => reader.bad(at, "a language tag such as `lv` or `en-GB`", value),
        }
    }

    #[cfg(feature = "schema")]
    fn schema(_: &mut Schemas) -> Value {
        json!({ "type": "string", "pattern": "^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$" })
    }
}

/// A time of day, `HH:MM`, up to `24:00`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Time(pub(crate) u16);

impl Time {
    fn parse(text: &str) -> Option<Self> {
        let (hours, minutes) = text.split_once(':')?;
        let two =
            |part: &str| (part.len() == 2 && part.bytes().all(|b| b.is_ascii_digit())).then(|| part.parse().ok())?;
        let (hours, minutes): (u16, u16) = (two(hours)?, two(minutes)?);
        let total = hours * 60 + minutes;
        (minutes < 60 && total <= 24 * 60).then_some(Self(total))
    }
}
written!(Time, "a time of day `HH:MM`", Time::parse, { "type": "string", "pattern": "^([01][0-9]|2[0-4]):[0-5][0-9]$" });

/// Reads a whole number within a range.
macro_rules! number {
    ($(#[doc = $doc:literal])+ $name:ident($type:ty), $from:literal..=$to:literal, $expected:literal) => {
        $(#[doc = $doc])+
        #[derive(Clone, Copy, Debug)]
        pub(crate) struct $name(pub(crate) $type);

        impl<'a> Read<'a> for $name {
            fn read(value: &'a Value, at: At<'_>, reader: &mut Reader<'a>) -> Option<Self> {
                let number = value.as_i64().filter(|n| ($from..=$to).contains(n)).and_then(|n| n.try_into().ok());
                number.map(Self).or_else(|| reader.bad_number(at, $expected, value))
            }

            #[cfg(feature = "schema")]
            fn schema(_: &mut Schemas) -> Value {
                let (from, to): (i64, i64) = ($from, $to);
                json!({ "type": "integer", "minimum": from, "maximum": to })
            }
        }
    };
}

number!(
    /// An age.
    Age(u8), 0..=130, "an age in years 0–130"
);
number!(
    /// A year.
    Year(u16), 1000..=9999, "a year"
);
number!(
    /// How many places, or people waiting.
    Count(u32), 0..=1_000_000, "a number 0–1000000"
);
number!(
    /// Length in seconds: up to a day.
    Seconds(u32), 1..=86_400, "a length in seconds 1–86400"
);
number!(
    /// A figure.
    Figure(i64), -9_007_199_254_740_991..=9_007_199_254_740_991, "a whole number"
);

/// Reads degrees within ±`most`.
macro_rules! degrees {
    ($name:ident, $most:literal, $expected:literal) => {
        #[doc = $expected]
        #[derive(Clone, Copy, Debug)]
        pub(crate) struct $name(pub(crate) f64);

        impl<'a> Read<'a> for $name {
            fn read(value: &'a Value, at: At<'_>, reader: &mut Reader<'a>) -> Option<Self> {
                let degrees = value.as_f64().filter(|d| d.abs() <= $most);
                degrees.map(Self).or_else(|| reader.bad_number(at, $expected, value))
            }

            #[cfg(feature = "schema")]
            fn schema(_: &mut Schemas) -> Value {
                json!({ "type": "number", "minimum": -$most, "maximum": $most })
            }
        }
    };
}
degrees!(Latitude, 90.0, "degrees north −90 to 90");
degrees!(Longitude, 180.0, "degrees east −180 to 180");

/// Reads one of a few words.
macro_rules! choice {
    ($type:ty { $($word:literal => $value:expr),+ $(,)? }) => {
        impl<'a> Read<'a> for $type {
            fn read(value: &'a Value, at: At<'_>, reader: &mut Reader<'a>) -> Option<Self> {
                match value.as_str() {
                    $(Some($word) => Some($value),)+
                    _ => one_of(&[$($word),+], value, at, reader),
                }
            }

            #[cfg(feature = "schema")]
            fn schema(_: &mut Schemas) -> Value {
                choice_schema(&[$($word),+])
            }
        }
    };
}

/// Notes a word that is none of the `words`.
fn one_of<T>(words: &'static [&'static str], value: &Value, at: At<'_>, reader: &mut Reader<'_>) -> Option<T> {
    let expected = ["one of `", &words.join("`, `"), "`"].concat();
    match value.as_str() {
        Some(found) => reader.unknown(at, &expected, found, words.iter().copied(), Cost::Value),
        None => return reader.bad(at, &expected, value),
    }
    None
}

choice!(Status {
    "operating" => Self::Operating,
    "planned" => Self::Planned,
    "unknown" => Self::NotStated,
});
choice!(Confidence { "high" => Self::High, "medium" => Self::Medium, "low" => Self::Low });
choice!(TermRole { "everyone" => Self::Everyone, "way-in" => Self::WayIn });
choice!(StoryKind { "video" => Self::Video, "theme" => Self::Theme });
choice!(CostKind { "free" => Self::Free, "paid" => Self::Paid, "depends" => Self::Depends });
choice!(Form {
    "day" => Self::Day,
    "round-the-clock" => Self::RoundTheClock,
    "at-home" => Self::AtHome,
    "online" => Self::Online,
});
choice!(Weekday {
    "mo" => Self::Monday,
    "tu" => Self::Tuesday,
    "we" => Self::Wednesday,
    "th" => Self::Thursday,
    "fr" => Self::Friday,
    "sa" => Self::Saturday,
    "su" => Self::Sunday,
});

/// Kinds of municipality.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum MunicipalityKind {
    /// A state city.
    City,
    /// A rural municipality.
    Rural,
}
choice!(MunicipalityKind { "city" => Self::City, "rural" => Self::Rural });

/// Kinds of part, as written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PartWord {
    /// Details of services, and the routes.
    Details,
    /// Stories.
    Stories,
    /// Programmes, events, documents.
    Programme,
    /// A language.
    Language,
}
choice!(PartWord {
    "details" => Self::Details,
    "stories" => Self::Stories,
    "programme" => Self::Programme,
    "language" => Self::Language,
});

/// Who may use a service by declared residence, as written: `"anyone"` or a list of municipality codes.
#[derive(Debug)]
pub(crate) enum ResidenceRule {
    /// Anyone.
    Anyone,
    /// Residents of these municipalities.
    Only(Vec<crate::catalogue::MunicipalityIx>),
}

impl<'a> Read<'a> for ResidenceRule {
    fn read(value: &'a Value, at: At<'_>, reader: &mut Reader<'a>) -> Option<Self> {
        match value {
            Value::String(word) if word == "anyone" => Some(Self::Anyone),
            // A rule of which nothing was understood is not stated: never "nobody".
            Value::Array(list) if !list.is_empty() => {
                Vec::read(value, at, reader).filter(|kept| !kept.is_empty()).map(Self::Only)
            }
            _ => reader.bad(at, "`anyone` or a list of municipality codes", value),
        }
    }

    #[cfg(feature = "schema")]
    fn schema(_: &mut Schemas) -> Value {
        json!({ "anyOf": [{ "const": "anyone" }, { "type": "array", "minItems": 1, "items": { "type": "string" } }] })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mail_addresses_cannot_smuggle_anything_into_a_link() {
        assert!(Email::parse("soc@soc.jelgava.lv").is_some());
        for bad in ["a@b", "@b.lv", "a@b.lv?bcc=x", "a b@c.lv", "a@b..lv", "a@-b.lv", "a@@b.lv", "a@b.lv,c@d.lv", ""] {
            assert!(Email::parse(bad).is_none(), "{bad}");
        }
    }

    #[test]
    fn times_end_at_midnight() {
        assert_eq!(Time::parse("24:00").map(|t| t.0), Some(1440));
        assert_eq!(Time::parse("08:30").map(|t| t.0), Some(510));
        for bad in ["24:01", "8:30", "08:60", "99:99", "", ":"] {
            assert!(Time::parse(bad).is_none(), "{bad}");
        }
    }
}
