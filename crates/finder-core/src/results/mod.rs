//! Ordered hits, their number, and why each matched.

mod find;
mod sections;
mod stories;
mod why;

pub use sections::Section;
pub use why::Highlighter;

use crate::{
    catalogue::{AudienceIx, Catalogue, LangIx, MunicipalityIx, Point, ServiceIx, StoryIx, Text, TypeIx},
    facets::FacetCounts,
    index::Index,
    query::Query,
    urgent::Help,
};

/// The answer to a query.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ResultSet {
    /// Hits in order of their [`Group`]; of each group no more than [`Asking::limit`].
    pub hits: Vec<Hit>,
    /// Hits in the first two groups: what "15 services" counts.
    pub total: usize,
    /// Hits in [`Group::Matching`].
    pub matching: usize,
    /// Hits in [`Group::Nationwide`]; without a place filter they stand among the matching and this is 0.
    pub nationwide: usize,
    /// Hits in [`Group::NotStated`]: kept apart, never hidden.
    pub not_stated: usize,
    /// No service matched every word: these match some.
    pub partial: bool,
    /// For every facet value the number of results if it were chosen.
    pub facets: FacetCounts,
    /// Stories that answer the same words and facets, in order.
    pub stories: Vec<StoryIx>,
}

/// One result: a place, with those of its parts that matched.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    /// The service shown: the whole where parts matched.
    pub service: ServiceIx,
    /// Parts of it that matched, in order. Empty: the service itself matched, or it has no parts.
    pub parts: Vec<ServiceIx>,
    /// Which group it stands in.
    pub group: Group,
    /// Why it matched the words; empty without words. Best reason first.
    pub why: Vec<Why>,
    /// Which part of its group it stands in, where the visitor said where they live, or asked for the nearest and the
    /// municipality they are in is known. Hits of a part stand together.
    pub section: Option<Section>,
    /// Kilometres from the place the visitor gave, to the municipality's centre or the service's position.
    pub km: Option<f64>,
}

/// Groups of results, in the order shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    /// Answers every chosen facet.
    Matching,
    /// Offered to the whole country; apart only where a place is chosen.
    Nationwide,
    /// The catalogue does not state a fact that a chosen facet asks about: call and ask.
    NotStated,
    /// Matches some of the words, where few match all of them. Not among the answers: no count has it.
    Near,
}

/// One reason why a service matched a word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Why {
    /// Where the word was found.
    pub field: Field,
    /// How the word was found.
    pub how: Match,
    /// The query's word as typed.
    pub asked: Box<str>,
    /// The catalogue's words that matched, as written (for synonyms: the synonym).
    pub found: Box<str>,
    /// What the words found stand for, where that is another name: of a synonym, of a former municipality.
    pub of: Option<Meaning>,
    /// The hit's service, or the part of it, that has them.
    pub service: ServiceIx,
}

/// What words of the catalogue stand for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// A kind of service.
    Type(TypeIx),
    /// An audience.
    Audience(AudienceIx),
    /// A municipality.
    Municipality(MunicipalityIx),
}

/// Fields that are searched.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// The service's name.
    Name,
    /// Name of its kind of service.
    Kind,
    /// Name of an audience.
    Audience,
    /// A synonym of a kind or an audience.
    Synonym,
    /// Town, municipality (also former) or region.
    Place,
    /// Who runs it.
    Organisation,
    /// Street address.
    Address,
    /// A phone number.
    Phone,
    /// The summary.
    Summary,
}

/// How a word was found, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Match {
    /// Letter by letter, with diacritics.
    Exact,
    /// The same but for diacritics or case.
    Folded,
    /// Another form of the word.
    Stem,
    /// A word that means the same.
    Equivalent,
    /// The beginning of the word.
    Prefix,
    /// With a typing mistake.
    Typo,
}

impl Match {
    /// Is it the word itself, in some form?
    #[inline]
    pub(crate) const fn is_the_word(self) -> bool {
        matches!(self, Self::Exact | Self::Folded | Self::Stem)
    }
}

/// What a query needs to know besides the catalogue and itself.
#[derive(Clone, Copy, Debug, Default)]
pub struct Asking<'a> {
    /// Position for distances, on the visitor's request only.
    pub from: Option<Point>,
    /// The municipality that position lies in.
    pub here: Option<MunicipalityIx>,
    /// Compares names for [`Sort::Name`](crate::query::Sort::Name) (the browser's collation); `None`: the core's own folding.
    pub collate: Option<&'a dyn Collate>,
    /// How many hits of each group to put in order and build; all the counts count everything. `None`: all.
    /// A page at a time keeps a keystroke cheap in a large catalogue.
    pub limit: Option<usize>,
}

/// Alphabetical order of the interface's language.
pub trait Collate: core::fmt::Debug {
    /// The services' positions in alphabetical order of their names: rank by [`ServiceIx`].
    fn rank(&self, service: ServiceIx) -> u32;
}

/// Answers a query. Deterministic; total: unknown ids in the query select nothing and hide nothing else.
///
/// Order within a group: by [`Section`] where there are any, then as [`Query::order`] says. Under an audience filter, services made for the audience stand before those for everyone (except by distance).
/// Ties: by name, then in the catalogue's order.
#[must_use]
#[inline]
pub fn find(catalogue: &Catalogue, index: &Index, query: &Query, asking: Asking<'_>) -> ResultSet {
    find::find(catalogue, index, query, asking).results
}

/// All that follows from a query with words.
#[derive(Debug, Default)]
pub struct Answer {
    /// The results.
    pub results: ResultSet,
    /// Finds the words in texts.
    pub marks: Highlighter,
    /// Help that cannot wait, where the words ask for it.
    pub help: Option<Help>,
}

/// As [`find`], and what else follows from the same words: they are looked up once.
#[must_use]
#[inline]
pub fn answer(catalogue: &Catalogue, index: &Index, query: &Query, asking: Asking<'_>) -> Answer {
    find::find(catalogue, index, query, asking)
}

/// Answers a query by its facets alone, as if it had no words: all that [`Index::for_facets`] can tell.
#[must_use]
pub fn narrow(catalogue: &Catalogue, index: &Index, query: &Query, asking: Asking<'_>) -> ResultSet {
    find::narrow(catalogue, index, query, asking)
}

/// The pieces of `text` that the query's words match, for highlighting: byte ranges on character boundaries, in order, not overlapping.
/// For more than one text, a [`Highlighter`] reads the query once.
#[must_use]
pub fn highlights(index: &Index, query: &Query, text: &Text, lang: LangIx) -> Vec<core::ops::Range<usize>> {
    why::highlights(index, query, text, lang)
}
