//! The search index of one catalogue in one interface language.

use crate::catalogue::{Catalogue, LangIx};

/// Everything a query needs to be answered without touching the catalogue's texts.
#[derive(Debug, Default)]
pub struct Index {}

impl Index {
    /// Builds the index: texts in `lang` first, then in the catalogue's other languages.
    #[must_use]
    pub fn build(catalogue: &Catalogue, lang: LangIx) -> Self {
        let _ = (catalogue, lang);
        Self {}
    }
}
