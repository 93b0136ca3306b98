//! What is wrong with a catalogue: place, expected, found, hint.

use core::fmt;

/// One problem, told so that an editor can mend it without a programmer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Where: `services[12].contact.phone`.
    pub place: String,
    /// The record's id, where it has one.
    pub id: Option<String>,
    /// What was expected.
    pub expected: String,
    /// What was found, shortened.
    pub found: String,
    /// What would mend it.
    pub hint: Option<String>,
    /// What it costs.
    pub cost: Cost,
}

/// What a problem costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Cost {
    /// Nothing is lost; an editor should look.
    Warning,
    /// The value is left out and counts as not stated.
    Value,
    /// The record is left out.
    Record,
    /// The file cannot be read at all.
    File,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}`: expected {}, found {}", self.place, self.expected, self.found)?;
        if let Some(hint) = &self.hint {
            write!(f, "; {hint}")?;
        }
        Ok(())
    }
}
