//! The records of a first file, field by field.

use std::sync::Arc;

use super::{
    SEED, fingerprint,
    stored::{LANGUAGES, MOST_LANGUAGES, Reader, Stored, Writer, plain},
};
use crate::catalogue::{
    AudienceIx, Catalogue, Centre, Contact, Date, Details, Equivalent, LangIx, Lexicon, Location, Municipality,
    MunicipalityId, MunicipalityIx, Part, PartKind, Phone, Point, Publisher, Region, RegionId, RegionIx, Residence,
    Service, ServiceArea, ServiceId, ServiceIx, Status, StoryIx, Term, TermId, TermRole, Text, TypeIx, Urgent, Url,
};

/// See [`super::LAYOUT`]: names of fields and choices count by themselves. Where a field's type changes, or what is written by
/// hand below, count on the number.
pub(super) const LAYOUT: u64 = {
    let sum = fingerprint(SEED, b"3");
    fingerprint(fingerprint(sum, FIELDS.as_bytes()), CHOICES.as_bytes())
};

/// Writes and reads the fields named, in the order named; fields of a part of its own are left empty.
macro_rules! records {
    ($($record:ident { $($field:ident),+ $(; else $rest:expr)? })+) => {
        $(impl Stored for $record {
            fn write(&self, to: &mut Writer) {
                $(self.$field.write(to);)+
            }

            fn read(from: &mut Reader<'_>) -> Self {
                Self { $($field: Stored::read(from),)+ $(..$rest)? }
            }
        })+

        /// Names of the records and their fields.
        const FIELDS: &str = concat!($(stringify!($record), $(" ", stringify!($field),)+ ";"),+);
    };
}

records! {
    Publisher { name, email, website }
    Part { kind, url }
    Term { id, name, summary, ask, role }
    Region { id, name }
    Municipality { id, name, region, is_city, centre, neighbours, former }
    Centre { name, at }
    Service {
        id, name, types, audiences, area, place, former_municipality, status, summary, organisation, part_of, location,
        contact, details, stories
    }
    Location { address, postal_code, withheld, at }
    Contact { phone, phone_note; else Contact::default() }
    Details { residence; else Details::default() }
    Lexicon { types, audiences, municipalities, services, equivalents, urgent }
    Equivalent { words }
    Urgent { words, services, emergency, harmless }
    Catalogue {
        title, publisher, updated, licence, languages, types, audiences, regions, municipalities, services, map, parts; else empty()
    }
}

/// A catalogue without records: what the parts bring is left so, and the lexicon, which is prepared in a file of its own.
fn empty() -> Catalogue {
    Catalogue {
        title: Text::dash(),
        publisher: Publisher::default(),
        updated: None,
        licence: None,
        credits: Vec::new(),
        languages: Vec::new(),
        types: Vec::new(),
        audiences: Vec::new(),
        regions: Vec::new(),
        municipalities: Vec::new(),
        services: Vec::new(),
        stories: Vec::new(),
        programmes: Vec::new(),
        events: Vec::new(),
        documents: Vec::new(),
        routes: Vec::new(),
        lexicon: Arc::default(),
        map: None,
        parts: Vec::new(),
    }
}

/// Ids: the text.
macro_rules! ids {
    ($($id:ident)+) => {
        $(impl Stored for $id {
            fn write(&self, to: &mut Writer) {
                to.token(self.as_str());
            }

            fn read(from: &mut Reader<'_>) -> Self {
                Self::new(&plain(from.token()))
            }
        })+
    };
}
ids! { ServiceId TermId RegionId MunicipalityId }

/// Positions: the number. That they lie in their list is what the sum stands for; look-ups mind if not.
macro_rules! positions {
    ($($position:ident)+) => {
        $(impl Stored for $position {
            fn write(&self, to: &mut Writer) {
                to.number(i64::try_from(self.get()).unwrap_or(i64::MAX));
            }

            fn read(from: &mut Reader<'_>) -> Self {
                Self::new(usize::try_from(from.number()).unwrap_or(usize::MAX))
            }
        })+
    };
}
positions! { ServiceIx StoryIx TypeIx AudienceIx RegionIx MunicipalityIx LangIx }

/// Choices: their place in the order given.
macro_rules! choices {
    ($($choice:ident { $($value:ident)+ })+) => {
        $(impl Stored for $choice {
            fn write(&self, to: &mut Writer) {
                let all = [$(Self::$value),+];
                to.number(all.iter().position(|value| value == self).and_then(|at| at.try_into().ok()).unwrap_or(-1));
            }

            fn read(from: &mut Reader<'_>) -> Self {
                let all = [$(Self::$value),+];
                let at = usize::try_from(from.number()).ok();
                from.known(at.and_then(|at| all.get(at)).copied()).unwrap_or_default()
            }
        })+

        /// Names of the choices and their values.
        const CHOICES: &str = concat!($(stringify!($choice), $(" ", stringify!($value),)+ ";"),+);
    };
}
choices! {
    Status { Operating Planned NotStated }
    TermRole { Ordinary Everyone WayIn }
}

/// Whether there is one, then what it is.
macro_rules! options {
    ($($inner:ident)+) => {
        $(impl Stored for Option<$inner> {
            fn write(&self, to: &mut Writer) {
                self.is_some().write(to);
                if let Some(inner) = self {
                    inner.write(to);
                }
            }

            fn read(from: &mut Reader<'_>) -> Self {
                bool::read(from).then(|| $inner::read(from))
            }
        })+
    };
}
options! { Centre Point ServiceIx }

/// Checked texts: empty for none, and checked again.
macro_rules! checked {
    ($($checked:ident $text:ident)+) => {
        $(impl Stored for Option<$checked> {
            fn write(&self, to: &mut Writer) {
                to.token(self.as_ref().map_or("", |value| value.$text()));
            }

            fn read(from: &mut Reader<'_>) -> Self {
                let text = from.token();
                let value = $checked::parse(&plain(text));
                if value.is_none() && !text.is_empty() {
                    from.fail();
                }
                value
            }
        })+
    };
}
checked! { Phone shown Url as_str }

impl Stored for Option<Date> {
    fn write(&self, to: &mut Writer) {
        to.token(&self.map(|date| date.to_string()).unwrap_or_default());
    }

    fn read(from: &mut Reader<'_>) -> Self {
        Date::parse(from.token())
    }
}

/// The first language's version plain, others after the mark of their language. Empty for none.
impl Stored for Option<Text> {
    fn write(&self, to: &mut Writer) {
        for version in self.iter().flat_map(Text::versions) {
            if version.lang != LangIx::new(0) {
                to.language(version.lang.get());
            }
            to.piece(version.text);
        }
        to.end();
    }

    fn read(from: &mut Reader<'_>) -> Self {
        let (mut versions, mut lang, mut rest) = (Vec::new(), LangIx::new(0), from.token());
        loop {
            let next = rest.char_indices().find_map(|(at, c)| Some((at, c, language(c)?)));
            let Some((at, mark, of)) = next else { break };
            let (before, after) = rest.split_at_checked(at).unwrap_or_default();
            versions.push((lang, plain(before)));
            lang = of;
            rest = after.strip_prefix(mark).unwrap_or_default();
        }
        versions.push((lang, plain(rest)));
        Text::new(versions)
    }
}

/// The language that a mark stands for.
fn language(mark: char) -> Option<LangIx> {
    let position = u32::from(mark).checked_sub(u32::from(LANGUAGES))?;
    (position < MOST_LANGUAGES).then(|| LangIx::new(position as usize))
}

impl Stored for Text {
    fn write(&self, to: &mut Writer) {
        Some(self.clone()).write(to);
    }

    fn read(from: &mut Reader<'_>) -> Self {
        let text = Option::<Self>::read(from);
        if text.is_none() {
            from.fail();
        }
        text.unwrap_or_else(Self::dash)
    }
}

/// Words of a language: as a text of that language.
impl Stored for (LangIx, Box<str>) {
    fn write(&self, to: &mut Writer) {
        if self.0 != LangIx::new(0) {
            to.language(self.0.get());
        }
        to.token(&self.1);
    }

    fn read(from: &mut Reader<'_>) -> Self {
        let token = from.token();
        let mut rest = token.chars();
        match rest.next().and_then(language) {
            Some(lang) => (lang, plain(rest.as_str())),
            None => (LangIx::new(0), plain(token)),
        }
    }
}

/// What belongs to a service: its position, then that.
impl<T: Stored> Stored for (ServiceIx, T) {
    fn write(&self, to: &mut Writer) {
        self.0.write(to);
        self.1.write(to);
    }

    fn read(from: &mut Reader<'_>) -> Self {
        (Stored::read(from), Stored::read(from))
    }
}

/// Degrees as whole numbers of this many to a degree, which is how exact positions are (`raw::kind`): the division gives back
/// the very number, and no reader of decimals is needed.
const TO_A_DEGREE: f64 = 1e7;

impl Stored for Point {
    fn write(&self, to: &mut Writer) {
        for degrees in [self.lat, self.lon] {
            #[expect(clippy::cast_possible_truncation, reason = "degrees are below 180; a cast saturates")]
            to.number((degrees * TO_A_DEGREE).round() as i64);
        }
    }

    fn read(from: &mut Reader<'_>) -> Self {
        #[expect(clippy::cast_precision_loss, reason = "below 2^53, else no degrees anyway")]
        let mut degrees = || from.number() as f64 / TO_A_DEGREE;
        Self { lat: degrees(), lon: degrees() }
    }
}

/// No municipality is -1, everywhere -2.
impl Stored for ServiceArea {
    fn write(&self, to: &mut Writer) {
        match self {
            Self::NotStated => to.number(-1),
            Self::Nationwide => to.number(-2),
            Self::Municipality(municipality) => municipality.write(to),
        }
    }

    fn read(from: &mut Reader<'_>) -> Self {
        match from.number() {
            -1 => Self::NotStated,
            -2 => Self::Nationwide,
            at => Self::Municipality(MunicipalityIx::new(usize::try_from(at).unwrap_or(usize::MAX))),
        }
    }
}

/// 0 not stated, 1 anyone, 2 those of the municipalities that follow.
impl Stored for Residence {
    fn write(&self, to: &mut Writer) {
        match self {
            Self::NotStated => to.number(0),
            Self::Anyone => to.number(1),
            Self::Only(municipalities) => {
                to.number(2);
                municipalities.write(to);
            }
        }
    }

    fn read(from: &mut Reader<'_>) -> Self {
        match from.number() {
            0 => Self::NotStated,
            1 => Self::Anyone,
            _ => Self::Only(Stored::read(from)),
        }
    }
}

/// Details 0, stories 1, programmes 2, words 3, then the languages.
impl Stored for PartKind {
    fn write(&self, to: &mut Writer) {
        match self {
            Self::Details => to.number(0),
            Self::Stories => to.number(1),
            Self::Programme => to.number(2),
            Self::Words => to.number(3),
            Self::Language(lang) => to.number(i64::try_from(lang.get()).unwrap_or(i64::MAX).saturating_add(4)),
        }
    }

    fn read(from: &mut Reader<'_>) -> Self {
        match from.number() {
            0 => Self::Details,
            1 => Self::Stories,
            2 => Self::Programme,
            3 => Self::Words,
            at => Self::Language(LangIx::new(usize::try_from(at.saturating_sub(4)).unwrap_or(usize::MAX))),
        }
    }
}
