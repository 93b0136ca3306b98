//! Words beyond the taxonomy: what means the same, and what is urgent.

use super::{LangIx, Phone, ServiceIx};

/// Words that people use for one another: a query for one finds the others, ranked as synonyms.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Equivalent {
    /// Single words, each with its language; words of one language stand for one another.
    pub words: Vec<(LangIx, Box<str>)>,
}

/// A need that cannot wait: a query that names it brings help above the results.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Urgent {
    /// Words and phrases that name the need; a phrase is meant when the query has all its words.
    pub words: Vec<(LangIx, Box<str>)>,
    /// The helplines and places to offer, most fitting first.
    pub services: Vec<ServiceIx>,
    /// The emergency number, where life may be in danger.
    pub emergency: Option<Phone>,
}
