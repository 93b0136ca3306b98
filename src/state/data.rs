//! The catalogue as the components read it.

use std::sync::Arc;

use finder_core::{
    catalogue::{Catalogue, LangIx, MunicipalityIx, ServiceId, ServiceIx, Text},
    index::Index,
};

/// The catalogue in the interface's language, as far as it is loaded.
#[derive(Debug)]
pub struct Data {
    /// The catalogue.
    pub catalogue: Arc<Catalogue>,
    /// Its index.
    pub index: Arc<Index>,
    /// The catalogue's language to show texts in.
    pub lang: LangIx,
}

impl Data {
    /// A text in the interface's language, else in one the catalogue has.
    pub fn text<'a>(&self, text: &'a Text) -> &'a str {
        text.best(self.lang).text
    }

    /// The name of a municipality, in the same language.
    pub fn municipality(&self, ix: MunicipalityIx) -> Option<&str> {
        Some(self.text(&self.catalogue.municipality(ix)?.name))
    }

    /// Where the service with this id stands.
    pub fn by_id(&self, id: &ServiceId) -> Option<ServiceIx> {
        self.catalogue.service_by_id(id)
    }
}
