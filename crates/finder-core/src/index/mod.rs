//! The search index of one catalogue in one interface language.
//!
//! Words stand in a [vocabulary](vocabulary) ordered by their folded form; [postings](postings) say which services hold
//! them; words of kinds, audiences and places stand once, as [entities](entities), however many services share them.
//! [Columns](columns) hold the facets' facts as bitsets.
//!
//! What a keystroke or the building of an index runs through is marked `#[inline]`, here and in the modules it calls: so it is
//! compiled into the crate that calls it, with that crate's `opt-level`. The widget ships compiled for size but for
//! `finder-words`, which is compiled for speed and downloaded with the words.

pub(crate) mod asked;
pub(crate) mod bits;
mod builder;
pub(crate) mod columns;
pub(crate) mod entities;
pub(crate) mod fuzzy;
mod meant;
mod names;
mod postings;
mod search;
pub(crate) mod seats;
mod sweep;
mod texts;
mod vocabulary;
mod weights;

pub(crate) use asked::near_words;
pub use builder::Builder;
pub(crate) use builder::national_digits;
pub(crate) use meant::Meant;
pub(crate) use search::Matched;

pub(crate) use weights::{field_weight, match_weight};

use crate::{
    catalogue::{Catalogue, LangIx, Lexicon},
    text::Language,
};
use std::sync::Arc;

use columns::Columns;
use entities::Entities;
use postings::Postings;
use vocabulary::Vocabulary;

/// Everything a query needs to be answered without touching the catalogue's texts.
#[derive(Debug, Default)]
pub struct Index {
    /// The languages of the catalogue that are known to inflect, each once.
    pub(crate) languages: Vec<Language>,
    pub(crate) vocabulary: Vocabulary,
    pub(crate) postings: Postings,
    pub(crate) entities: Entities,
    pub(crate) columns: Columns,
    /// By service: its place in the alphabetical order of names.
    pub(crate) name_rank: Vec<u32>,
    /// What its phrases say, for reasons and suggestions.
    pub(crate) lexicon: Arc<Lexicon>,
    /// Have the catalogue's words been read?
    with_words: bool,
}

impl Index {
    /// Builds the index: texts in `lang` first, then in the catalogue's other languages. All at once; [`Builder`] does
    /// the same in slices.
    #[must_use]
    pub fn build(catalogue: &Catalogue, lang: LangIx) -> Self {
        Builder::new(catalogue, lang).finish(catalogue)
    }

    /// An index that answers facets only ([`narrow`](crate::results::narrow)): made at once, however large the catalogue.
    /// For first results that do not wait for words.
    #[must_use]
    pub fn for_facets(catalogue: &Catalogue, lang: LangIx) -> Self {
        Self { columns: Columns::build(catalogue), name_rank: names::rank(catalogue, lang), ..Self::default() }
    }

    /// Can words be looked up, or was it made [for facets](Self::for_facets)?
    #[must_use]
    pub fn has_words(&self) -> bool {
        self.with_words
    }

    /// Memory the index takes beside its own few words, in bytes.
    #[must_use]
    pub fn bytes(&self) -> usize {
        self.vocabulary.bytes()
            + self.postings.bytes()
            + self.entities.bytes()
            + self.columns.bytes()
            + self.name_rank.len() * 4
    }
}
