//! Bytes → [`Catalogue`] and every [`Problem`]. Total: no input panics.

use crate::{catalogue::Catalogue, problem::Problem};

/// A catalogue file that may still be joined by further parts.
#[derive(Clone, Debug, Default)]
pub struct Loaded {
    value: serde_json::Value,
}

impl Loaded {
    /// Reads a first (or only) file.
    ///
    /// # Errors
    /// A [`Problem`] of cost [`File`](crate::problem::Cost::File) where the bytes are no JSON object (place: line and column)
    /// or name a format version that is not supported.
    pub fn first(bytes: &[u8]) -> Result<Self, Box<Problem>> {
        let _ = bytes;
        Ok(Self { value: serde_json::Value::Null })
    }

    /// Joins a part: records are matched by id, keys the part brings are added.
    ///
    /// # Errors
    /// As [`first`](Self::first); what was loaded before stays as it was.
    pub fn join(&mut self, bytes: &[u8]) -> Result<(), Box<Problem>> {
        let _ = (bytes, &self.value);
        Ok(())
    }

    /// Validates all that was loaded so far. `None` only if nothing of it can be shown at all (no title, no languages).
    #[must_use]
    pub fn catalogue(&self) -> (Option<Catalogue>, Vec<Problem>) {
        (None, Vec::new())
    }
}
