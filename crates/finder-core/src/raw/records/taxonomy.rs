//! The taxonomy: kinds of service and audiences.

use crate::raw::{kind::Kind, record::record};

/// Meanings of a term beyond its name.
pub(crate) static ROLE: [&str; 2] = ["everyone", "way-in"];

record! {
    /// A kind of service or an audience.
    TERM term "Term" requires [id, name] {
        /// Stable id, used in links.
        id: Kind::Id,
        /// Name shown to visitors.
        name: Kind::Text,
        /// One plain sentence: what this is.
        summary: Kind::Text,
        /// Other names, abbreviations and situations that mean this; searched, not shown as names.
        synonyms: Kind::Words,
        /// What to ask when calling about this kind of service: one plain question each.
        ask: Kind::List(&Kind::Text),
        /// `everyone`: an audience that answers every audience filter. `way-in`: the kind that is the way to other
        /// services (social service offices), offered on every service's page instead of standing among results.
        role: Kind::Choice(&ROLE),
    }
}
