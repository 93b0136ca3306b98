//! Query ⇄ fragment, total both ways.

use crate::{catalogue::Catalogue, query::Query};

/// The fragment for a query under `key`, without the leading `#`: `sf?q=logop%C4%93ds&region=zemgale`. Empty if nothing is set.
#[must_use]
pub fn to_fragment(query: &Query, key: &str) -> String {
    let _ = (query, key);
    String::new()
}

/// Reads a fragment (with or without `#`). `None` if it is not ours (another key, a host's own anchor).
/// What is unknown is left out and told, for one console warning each.
#[must_use]
pub fn from_fragment(fragment: &str, key: &str, catalogue: &Catalogue) -> Option<(Query, Vec<Ignored>)> {
    let _ = (fragment, key, catalogue);
    None
}

/// Reads one key's value into a query, as in the fragment (decoded) or an attribute of the same name.
/// Answers what was not understood.
pub fn read_key(query: &mut Query, key: &str, value: &str, catalogue: &Catalogue) -> Vec<Ignored> {
    let _ = (query, key, value, catalogue);
    Vec::new()
}

/// A key or value of a fragment or attribute that was not understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ignored {
    /// The key.
    pub key: Box<str>,
    /// The value, where the key is known.
    pub value: Option<Box<str>>,
}
