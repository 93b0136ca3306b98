//! Records as tables: one reader walks them all, instead of code for each, which would be most of the finder's size.

use serde_json::{Map, Value};

use super::{
    kind::{Kind, Val, read},
    read::{At, Reader},
};
use crate::catalogue::{Date, Fact, LangIx, MunicipalityIx, PartialDate, Phone, Residence, Text, Url};

/// A record of the file: its keys, and which it cannot do without.
#[derive(Debug)]
pub(crate) struct Def {
    /// Its name in the schema.
    #[cfg(feature = "schema")]
    pub(crate) name: &'static str,
    /// What it is, for the schema.
    #[cfg(feature = "schema")]
    pub(crate) about: &'static str,
    /// Its keys.
    pub(crate) fields: &'static [Field],
    /// Positions of the keys it cannot do without.
    pub(crate) required: &'static [usize],
}

/// A key of a record.
#[derive(Debug)]
pub(crate) struct Field {
    /// The key.
    pub(crate) key: &'static str,
    /// What it holds.
    pub(crate) kind: Kind,
    /// What that means, for the schema.
    #[cfg(feature = "schema")]
    pub(crate) about: &'static str,
}

/// Position of a key among the keys of its record.
pub(crate) trait Key: Copy {
    /// The position.
    fn at(self) -> usize;
}

/// Defines a record: a table for the reader, and a module with the positions of its keys.
macro_rules! record {
    ($(#[doc = $doc:literal])+ $def:ident $module:ident $name:literal requires [$($required:ident),*] {
        $($(#[doc = $about:literal])+ $key:ident: $kind:expr,)+
    }) => {
        $(#[doc = $doc])+
        pub(crate) static $def: $crate::raw::record::Def = $crate::raw::record::Def {
            #[cfg(feature = "schema")]
            name: $name,
            #[cfg(feature = "schema")]
            about: concat!($($doc, "\n"),+),
            fields: &[$($crate::raw::record::Field {
                key: stringify!($key),
                kind: $kind,
                #[cfg(feature = "schema")]
                about: concat!($($about, "\n"),+),
            }),+],
            required: &[$($module::$required as usize),*],
        };

        $(#[doc = $doc])+
        pub(crate) mod $module {
            // Not every key is asked for by name, but every one counts.
            #[allow(non_camel_case_types, dead_code)]
            #[derive(Clone, Copy, Debug)]
            pub(crate) enum Key {
                $($(#[doc = $about])+ $key),+
            }
            #[allow(unused_imports)]
            pub(crate) use Key::*;

            impl $crate::raw::record::Key for Key {
                fn at(self) -> usize {
                    self as usize
                }
            }
        }
    };
}
pub(crate) use record;

/// A record that was read: for each key of its definition the value, or none where the file has no value, `null`, or one
/// that was refused and told.
#[derive(Debug, Default)]
pub(crate) struct Rec<'a>(Vec<Val<'a>>);

/// Reads a record from its keys. `None`: it lacks what it cannot do without, and that was told.
pub(crate) fn read_record<'a>(
    def: &'static Def,
    map: &'a Map<String, Value>,
    at: At<'_>,
    reader: &mut Reader<'a>,
) -> Option<Rec<'a>> {
    let since = reader.problems.len();
    let mut values = Vec::new();
    values.resize_with(def.fields.len(), || Val::None);
    for (key, value) in map {
        if value.is_null() {
            continue;
        }
        match def
            .fields
            .iter()
            .position(|field| field.key == key)
            .and_then(|i| def.fields.get(i).zip(values.get_mut(i)))
        {
            Some((field, slot)) => *slot = read(&field.kind, value, at.key(key), reader),
            None => reader.unknown_key(at, key, def),
        }
    }
    let mut whole = true;
    for required in def.required {
        if let (Some(Val::None), Some(field)) = (values.get(*required), def.fields.get(*required)) {
            reader.lacks(at, field.key, map, since);
            whole = false;
        }
    }
    whole.then_some(Rec(values))
}

/// Takes a value out by its key. Asking for another kind than the definition's is a slip of ours: found by the tests.
macro_rules! take {
    ($($(#[doc = $doc:literal])+ $name:ident -> $type:ty: $variant:ident;)+) => {
        impl<'a> Rec<'a> {
            $($(#[doc = $doc])+
            #[inline]
            pub(crate) fn $name(&mut self, key: impl Key) -> Option<$type> {
                match self.take(key.at()) {
                    Val::$variant(value) => Some(value),
                    other => {
                        debug_assert!(matches!(other, Val::None), "{other:?} is no {}", stringify!($name));
                        None
                    }
                }
            })+
        }
    };
}

take! {
    /// A text.
    text -> Text: Text;
    /// A line: a text of no particular language.
    line -> &'a str: Line;
    /// Yes or no.
    flag -> bool: Flag;
    /// A day.
    date -> Date: Date;
    /// A date as exact as known.
    partial -> PartialDate: Partial;
    /// A phone.
    phone -> Phone: Phone;
    /// A web address.
    url -> Url: Url;
    /// Position in the list of words.
    choice -> u8: Choice;
    /// A whole number.
    whole -> i64: Whole;
    /// Degrees.
    degrees -> f64: Degrees;
    /// Position of the record referred to.
    position -> usize: Ref;
    /// Entries of a list of the catalogue.
    entries -> &'a [Value]: Entries;
}

impl<'a> Rec<'a> {
    #[inline(never)]
    fn take(&mut self, at: usize) -> Val<'a> {
        self.0.get_mut(at).map_or(Val::None, core::mem::take)
    }

    /// A line to keep.
    pub(crate) fn own(&mut self, key: impl Key) -> Option<Box<str>> {
        self.line(key).map(Into::into)
    }

    /// A fact.
    pub(crate) fn fact(&mut self, key: impl Key) -> Fact {
        match self.flag(key) {
            Some(true) => Fact::Yes,
            Some(false) => Fact::No,
            None => Fact::NotStated,
        }
    }

    /// Words with their languages.
    pub(crate) fn words(&mut self, key: impl Key) -> Vec<(LangIx, Box<str>)> {
        match self.take(key.at()) {
            Val::Words(words) => words,
            _ => Vec::new(),
        }
    }

    /// A record within this one; one without any value where there is none.
    pub(crate) fn record(&mut self, key: impl Key) -> Rec<'a> {
        match self.take(key.at()) {
            Val::Rec(record) => record,
            _ => Rec::default(),
        }
    }

    /// A list.
    pub(crate) fn list(&mut self, key: impl Key) -> Option<Vec<Val<'a>>> {
        match self.take(key.at()) {
            Val::List(list) => Some(list),
            _ => None,
        }
    }

    /// A list of texts.
    pub(crate) fn texts(&mut self, key: impl Key) -> Vec<Text> {
        let list = self.list(key).unwrap_or_default().into_iter();
        list.filter_map(|value| if let Val::Text(text) = value { Some(text) } else { None }).collect()
    }

    /// A list of web addresses.
    pub(crate) fn urls(&mut self, key: impl Key) -> Vec<Url> {
        let list = self.list(key).unwrap_or_default().into_iter();
        list.filter_map(|value| if let Val::Url(url) = value { Some(url) } else { None }).collect()
    }

    /// A list of lines.
    pub(crate) fn lines(&mut self, key: impl Key) -> Vec<&'a str> {
        let list = self.list(key).unwrap_or_default().into_iter();
        list.filter_map(|value| if let Val::Line(line) = value { Some(line) } else { None }).collect()
    }

    /// A list of lines to keep.
    pub(crate) fn owned(&mut self, key: impl Key) -> Vec<Box<str>> {
        self.lines(key).into_iter().map(Into::into).collect()
    }

    /// A list of records.
    pub(crate) fn records(&mut self, key: impl Key) -> Vec<Rec<'a>> {
        let list = self.list(key).unwrap_or_default().into_iter();
        list.filter_map(|value| if let Val::Rec(record) = value { Some(record) } else { None }).collect()
    }

    /// A list of references, each once.
    pub(crate) fn positions(&mut self, key: impl Key) -> Option<Vec<usize>> {
        self.list(key).map(|list| {
            let mut kept = Vec::with_capacity(list.len());
            for value in list {
                if let Val::Ref(position) = value
                    && !kept.contains(&position)
                {
                    kept.push(position);
                }
            }
            kept
        })
    }

    /// Who may use a service by declared residence.
    pub(crate) fn residence(&mut self, key: impl Key) -> Residence {
        match self.take(key.at()) {
            Val::Choice(_) => Residence::Anyone,
            Val::List(list) => Residence::Only(
                list.into_iter()
                    .filter_map(|value| match value {
                        Val::Ref(position) => Some(MunicipalityIx::new(position)),
                        _ => None,
                    })
                    .collect(),
            ),
            _ => Residence::NotStated,
        }
    }

    /// A list of choices, each once.
    pub(crate) fn choices(&mut self, key: impl Key) -> Vec<u8> {
        let mut kept = Vec::new();
        for value in self.list(key).unwrap_or_default() {
            if let Val::Choice(choice) = value
                && !kept.contains(&choice)
            {
                kept.push(choice);
            }
        }
        kept
    }
}
