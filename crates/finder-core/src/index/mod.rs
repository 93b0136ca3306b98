//! The search index of one catalogue in one interface language.

pub(crate) mod bits;
pub(crate) mod columns;
mod names;

use crate::{
    catalogue::{Catalogue, LangIx, Service, Text},
    text::fold,
};
use bits::Bits;
use columns::Columns;

/// Everything a query needs to be answered without touching the catalogue's texts.
#[derive(Debug, Default)]
pub struct Index {
    pub(crate) columns: Columns,
    /// By service: its place in the alphabetical order of names.
    pub(crate) name_rank: Vec<u32>,
    haystacks: Vec<String>,
}

impl Index {
    /// Builds the index: texts in `lang` first, then in the catalogue's other languages.
    #[must_use]
    pub fn build(catalogue: &Catalogue, lang: LangIx) -> Self {
        Self {
            columns: Columns::build(catalogue),
            name_rank: names::rank(catalogue, lang),
            haystacks: catalogue.services.iter().map(|service| haystack(catalogue, service)).collect(),
        }
    }

    /// The services that match the words.
    pub(crate) fn search(&self, text: &str) -> Matched {
        let folded = fold(text);
        let mut all = Bits::none(self.columns.len);
        for (i, hay) in self.haystacks.iter().enumerate() {
            if folded.split_whitespace().all(|word| hay.contains(word)) {
                all.insert(i);
            }
        }
        Matched { asked: all.clone(), all, partial: false, score: vec![0.0; self.columns.len] }
    }
}

/// The services that match a query's words.
pub(crate) struct Matched {
    /// They match every word, or the most words that any service matches.
    pub(crate) all: Bits,
    /// Those of them that a word names by name, kind or synonym: so ways in are asked for.
    pub(crate) asked: Bits,
    /// No service matches every word.
    pub(crate) partial: bool,
    /// By service: how well it matches.
    pub(crate) score: Vec<f32>,
}

impl Matched {
    /// Without words everything matches, equally well.
    pub(crate) fn everything(len: usize) -> Self {
        Self { all: Bits::all(len), asked: Bits::none(len), partial: false, score: Vec::new() }
    }
}

fn haystack(catalogue: &Catalogue, service: &Service) -> String {
    let types = service.types.iter().filter_map(|ix| catalogue.type_term(*ix));
    let terms: Vec<_> = types.chain(service.audiences.iter().filter_map(|ix| catalogue.audience(*ix))).collect();
    let municipality = match service.area {
        crate::catalogue::ServiceArea::Municipality(ix) => catalogue.municipality(ix),
        _ => None,
    };
    let texts = [Some(&service.name), service.summary.as_ref(), service.organisation.as_ref()].into_iter().flatten();
    let texts = texts.chain(terms.iter().map(|term| &term.name)).chain(municipality.map(|m| &m.name));
    let words = texts.flat_map(Text::versions).map(|version| version.text);
    let words = words.chain(terms.iter().flat_map(|term| term.synonyms.iter().map(|(_, s)| &**s)));
    let words = words.chain(municipality.into_iter().flat_map(|m| m.former.iter().map(|f| &**f)));
    let words = words.chain(service.place.as_deref()).chain(service.location.address.as_deref());
    words.fold(String::new(), |hay, text| hay + &fold(text) + "\n")
}
