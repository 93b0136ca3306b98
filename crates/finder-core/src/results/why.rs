//! Why a service matched, and where.

use core::ops::Range;

use super::{Field, Hit, Match, Why};
use crate::{
    catalogue::{Catalogue, LangIx, Service, ServiceArea, ServiceIx, Text},
    index::{
        Index, Meant,
        asked::{Asked, Word, prefix_weight},
        entities::Entity,
        field_weight, match_weight, national_digits, within,
    },
    query::Query,
    text::{Language, fold_to, lower_to, words},
};

/// Finds the pieces of texts that a query's words match; made once for many texts.
#[derive(Debug)]
pub struct Highlighter {
    asked: Asked,
    languages: Vec<Language>,
}

impl Highlighter {
    /// For the words of a query.
    #[must_use]
    pub fn new(index: &Index, query: &Query) -> Self {
        Self { asked: Asked::new(index, &query.text), languages: index.languages.clone() }
    }

    /// The pieces of `text` that the query's words match: byte ranges on character boundaries, in order, not overlapping.
    #[must_use]
    pub fn ranges(&self, text: &str) -> Vec<Range<usize>> {
        if self.asked.words.is_empty() {
            return Vec::new();
        }
        let mut reader = Reader::default();
        words(text)
            .filter(|range| {
                reader.read(text.get(range.clone()).unwrap_or_default());
                self.asked.words.iter().any(|word| reader.judge(word, &self.languages).is_some())
            })
            .collect()
    }
}

/// A word of a text, ready to be compared.
#[derive(Default)]
struct Reader {
    lower: String,
    folded: String,
}

impl Reader {
    fn read(&mut self, token: &str) {
        lower_to(token, &mut self.lower);
        fold_to(token, &mut self.folded);
    }

    /// Does the query's word stand for this one, and how surely?
    fn judge(&self, word: &Word, languages: &[Language]) -> Option<(Match, u32)> {
        let how = |how| Some((how, match_weight(how)));
        if self.folded == word.folded {
            return how(if self.lower == word.lower { Match::Exact } else { Match::Folded });
        }
        let number = word.is_number();
        if !number {
            let stems = || languages.iter().flat_map(|language| language.marked_stems(&self.lower, &self.folded));
            if stems().any(|stem| word.marked.contains(&stem)) {
                return how(Match::Stem);
            }
            if !word.equivalents.is_empty() && stems().any(|stem| word.equivalents.contains(&stem)) {
                return how(Match::Equivalent);
            }
        }
        if word.prefix && self.folded.starts_with(&word.folded) {
            return Some((Match::Prefix, prefix_weight(word.folded.len(), self.folded.len())));
        }
        if word.typos > 0 {
            for language in languages {
                for stem in language.marked_stems(&self.lower, &self.folded) {
                    for asked in &word.marked {
                        if within(&stem, asked, word.typos, word.prefix) {
                            return how(Match::Typo);
                        }
                    }
                }
            }
        }
        None
    }
}

/// The best reason for each word of the query, best first. `hit` has its services.
pub(super) fn explain(
    catalogue: &Catalogue,
    index: &Index,
    query: &Query,
    asked: &Asked,
    meant: &[Meant],
    hit: &Hit,
) -> Vec<Why> {
    let mut best: Vec<Option<(u32, Why)>> = asked.words.iter().map(|_| None).collect();
    let members = core::iter::once(hit.service).chain(hit.parts.iter().copied());
    for service in members.filter_map(|ix| Some((ix, catalogue.service(ix)?))) {
        let mut search = Reasons { index, query, asked, best: &mut best, reader: Reader::default() };
        search.own(service.1);
        search.shared(catalogue, service.1);
        search.meant(catalogue, service.0, service.1, meant);
    }
    let mut found: Vec<(u32, Why)> = best.into_iter().flatten().collect();
    found.sort_by_key(|(weight, _)| u32::MAX - weight);
    found.into_iter().map(|(_, why)| why).collect()
}

struct Reasons<'a> {
    index: &'a Index,
    query: &'a Query,
    asked: &'a Asked,
    best: &'a mut [Option<(u32, Why)>],
    reader: Reader,
}

impl Reasons<'_> {
    fn own(&mut self, service: &Service) {
        self.text(Field::Name, Some(&service.name));
        self.text(Field::Organisation, service.organisation.as_ref());
        self.text(Field::Summary, service.summary.as_ref());
        for place in service.place.iter().chain(&service.former_municipality) {
            self.words(Field::Place, place);
        }
        if let Some(address) = &service.location.address {
            self.words(Field::Address, address);
        }
        for phone in service.contact.phone.iter().chain(&service.contact.other_phones) {
            self.reader.read(&national_digits(phone));
            self.compare(Field::Phone, phone.shown());
        }
    }

    fn shared(&mut self, catalogue: &Catalogue, service: &Service) {
        for term in service.types.iter().filter_map(|ix| catalogue.type_term(*ix)) {
            self.text(Field::Kind, Some(&term.name));
        }
        for term in service.audiences.iter().filter_map(|ix| catalogue.audience(*ix)) {
            self.text(Field::Audience, Some(&term.name));
        }
        let ServiceArea::Municipality(municipality) = service.area else { return };
        let Some(municipality) = catalogue.municipality(municipality) else { return };
        self.text(Field::Place, Some(&municipality.name));
        self.text(Field::Place, catalogue.region(municipality.region).map(|region| &region.name));
        for name in municipality.centre.iter().map(|centre| &centre.name).chain(&municipality.former) {
            self.words(Field::Place, name);
        }
    }

    fn meant(&mut self, catalogue: &Catalogue, ix: ServiceIx, service: &Service, meant: &[Meant]) {
        for meant in meant {
            let synonyms = match meant.entity {
                Entity::Type(at) if service.types.iter().any(|ix| ix.get() == at as usize) => {
                    catalogue.types.get(at as usize).map(|term| &term.synonyms)
                }
                Entity::Audience(at) if service.audiences.iter().any(|ix| ix.get() == at as usize) => {
                    catalogue.audiences.get(at as usize).map(|term| &term.synonyms)
                }
                Entity::Service(at) if at as usize == ix.get() => Some(&service.keywords),
                _ => None,
            };
            let Some((_, phrase)) = synonyms.and_then(|list| list.get(usize::from(meant.at))) else { continue };
            for at in (0..self.asked.words.len()).filter(|at| meant.words >> at & 1 == 1) {
                self.keep(at, Field::Synonym, meant.how, meant.weight, phrase);
            }
        }
    }

    fn text(&mut self, field: Field, text: Option<&Text>) {
        for version in text.into_iter().flat_map(Text::versions) {
            self.words(field, version.text);
        }
    }

    fn words(&mut self, field: Field, text: &str) {
        for range in words(text) {
            let token = text.get(range).unwrap_or_default();
            self.reader.read(token);
            self.compare(field, token);
        }
    }

    fn compare(&mut self, field: Field, found: &str) {
        for (at, word) in self.asked.words.iter().enumerate() {
            if let Some((how, weight)) = self.reader.judge(word, &self.index.languages) {
                self.keep(at, field, how, weight, found);
            }
        }
    }

    fn keep(&mut self, at: usize, field: Field, how: Match, weight: u32, found: &str) {
        let weight = field_weight(field) * weight;
        let Some((best, word)) = self.best.get_mut(at).zip(self.asked.words.get(at)) else { return };
        if best.as_ref().is_none_or(|(known, _)| *known < weight) {
            let asked = self.query.text.get(word.typed.clone()).unwrap_or_default();
            *best = Some((weight, Why { field, how, asked: asked.into(), found: found.into() }));
        }
    }
}

/// The pieces of a text in one language; see [`super::highlights`].
pub(super) fn highlights(index: &Index, query: &Query, text: &Text, lang: LangIx) -> Vec<Range<usize>> {
    Highlighter::new(index, query).ranges(text.best(lang).text)
}
