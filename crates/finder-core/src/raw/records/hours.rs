//! When a service is open.

use crate::raw::{kind::Kind, record::record};

/// Days of the week.
pub(crate) static WEEKDAY: [&str; 7] = ["mo", "tu", "we", "th", "fr", "sa", "su"];

record! {
    /// Weekly opening hours: the same hours on some days.
    OPENING opening "Opening" requires [days, from, to] {
        /// Days of the week.
        days: Kind::List(&Kind::Choice(&WEEKDAY)),
        /// Opens at `HH:MM`.
        from: Kind::Time,
        /// Closes at `HH:MM`; not after opening means the next day.
        to: Kind::Time,
    }
}

record! {
    /// Hours of one day that differs. Without hours: closed.
    EXCEPTION exception "Exception" requires [date] {
        /// The day.
        date: Kind::Date,
        /// Opens at `HH:MM`.
        from: Kind::Time,
        /// Closes at `HH:MM`.
        to: Kind::Time,
    }
}
