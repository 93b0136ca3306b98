//! The records of a catalogue file: here the file itself, and a file for each kind of list in it.
//!
//! `docs/catalogue-format.md` explains them to editors; keep the two in step. The files' names are plural, since a record's
//! own name is that of the module with its keys.

mod areas;
mod hours;
mod programmes;
mod services;
mod stories;
mod taxonomy;
mod words;

pub(crate) use areas::*;
pub(crate) use hours::*;
pub(crate) use programmes::*;
pub(crate) use services::*;
pub(crate) use stories::*;
pub(crate) use taxonomy::*;
pub(crate) use words::*;

use super::{kind::Kind, record::record};

/// How sure the catalogue is.
pub(crate) static CONFIDENCE: [&str; 3] = ["high", "medium", "low"];
/// What a part of a split catalogue brings.
pub(crate) static PART_KIND: [&str; 5] = ["details", "stories", "programme", "words", "language"];

record! {
    /// A catalogue of social services.
    CATALOGUE catalogue "Catalogue" requires [] {
        /// Format and version of this file: `service-finder/1`.
        format: Kind::Line,
        /// What the catalogue is called.
        title: Kind::Text,
        /// Who publishes it and takes corrections.
        publisher: Kind::Record(&PUBLISHER),
        /// The day the catalogue was made. Always shown; older than 180 days, the finder says so.
        updated: Kind::Date,
        /// Licence of the data, e.g. `CC BY 4.0`.
        licence: Kind::Line,
        /// Credits to show beside the data.
        credits: Kind::List(&Kind::Text),
        /// Languages of the texts, as BCP 47 tags; a text that names no language is in the first.
        languages: Kind::List(&Kind::Tag),
        /// Kinds of service.
        types: Kind::Entries(&TERM),
        /// Audiences: for whom services are.
        audiences: Kind::Entries(&TERM),
        /// Planning regions.
        regions: Kind::Entries(&REGION),
        /// Municipalities.
        municipalities: Kind::Entries(&MUNICIPALITY),
        /// Services.
        services: Kind::Entries(&SERVICE),
        /// Video stories.
        stories: Kind::Entries(&STORY),
        /// Programmes of the regions.
        programmes: Kind::Entries(&PROGRAMME),
        /// Events of the programmes.
        events: Kind::Entries(&EVENT),
        /// Documents of the programmes.
        documents: Kind::Entries(&DOCUMENT),
        /// The usual route to each kind of service.
        routes: Kind::Entries(&ROUTE),
        /// Words that people use for one another; a search for one finds the others.
        equivalents: Kind::Entries(&EQUIVALENT),
        /// Needs that cannot wait: which words name them, and where help is.
        urgent: Kind::Entries(&URGENT),
        /// File with the shapes of the map, beside this one.
        map: Kind::Path,
        /// Written by `finder split`: this file's catalogue, read and judged already; only for the finder it was written by.
        prepared: Kind::Line,
        /// Written by `finder split` beside `prepared`: the file that says the same as plain JSON.
        plain: Kind::Path,
        /// Written by `finder split`: further files of this catalogue.
        parts: Kind::Entries(&PART),
        /// Written by `finder split`: which part this file is. Not in a whole or first file.
        part: Kind::Record(&PART_HEAD),
    }
}

record! {
    /// Who publishes a catalogue.
    PUBLISHER publisher "Publisher" requires [] {
        /// Name.
        name: Kind::Text,
        /// E-mail for corrections.
        email: Kind::Email,
        /// Website.
        website: Kind::Url,
    }
}

record! {
    /// A further file of a split catalogue.
    PART part "Part" requires [kind, url] {
        /// What the part brings.
        kind: Kind::Choice(&PART_KIND),
        /// For `language`: which.
        lang: Kind::Tag,
        /// File, beside the first one.
        url: Kind::Path,
    }
}

record! {
    /// What a part of a split catalogue brings.
    PART_HEAD part_head "PartHead" requires [kind] {
        /// What the part brings.
        kind: Kind::Choice(&PART_KIND),
        /// For `language`: which.
        lang: Kind::Tag,
    }
}
