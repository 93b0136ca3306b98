//! Why a service matched, and where.

use core::{cmp::Ordering, ops::Range};

use super::{Field, Hit, Match, Meaning, Why};
use crate::{
    catalogue::{
        AudienceIx, Catalogue, LangIx, Lexicon, MunicipalityIx, Service, ServiceArea, ServiceIx, Text, TypeIx,
    },
    index::{
        Index, Meant,
        asked::{Asked, Word, prefix_weight},
        entities::Entity,
        field_weight, match_weight, national_digits,
    },
    query::Query,
    text::{fold_to, lower_to, words},
};

/// Finds the pieces of texts that a query's words match; made once for many texts.
#[derive(Debug, Default)]
pub struct Highlighter {
    words: Vec<Sought>,
}

/// What one word of the query is found by: words of the catalogue, and beginnings of others.
#[derive(Debug)]
struct Sought {
    /// In lower case, ordered by length first: most words of a text are told apart without being read.
    words: Vec<(Box<str>, Match, u32)>,
    /// The word itself, folded, where longer words are found by it.
    prefix: Option<Box<str>>,
}

impl Highlighter {
    /// For the words of a query.
    #[must_use]
    #[inline]
    pub fn new(index: &Index, query: &Query) -> Self {
        Self::of(index, &Asked::new(index, &query.text))
    }

    #[inline]
    fn of(index: &Index, asked: &Asked) -> Self {
        let sought = |word: &Word| {
            // A house's number that has a letter is found as a beginning, though others are not: *39, Liepāja*.
            let surer = word.found.iter().filter(|found| found.how != Match::Prefix || !word.prefix);
            let mut words: Vec<(Box<str>, Match, u32)> =
                surer.map(|found| (index.vocabulary.lower(found.term).into(), found.how, found.weight)).collect();
            crate::order::sort_by(&mut words, |a, b| by_length(&a.0, &b.0));
            Sought { words, prefix: word.prefix.then(|| word.folded.as_str().into()) }
        };
        Self { words: asked.words.iter().map(sought).collect() }
    }

    /// The pieces of `text` that the query's words match: byte ranges on character boundaries, in order, not overlapping.
    #[must_use]
    pub fn ranges(&self, text: &str) -> Vec<Range<usize>> {
        if self.words.is_empty() {
            return Vec::new();
        }
        let mut token = Token::default();
        words(text)
            .filter(|range| {
                token.read(text.get(range.clone()).unwrap_or_default());
                self.words.iter().any(|sought| sought.judge(&mut token).is_some())
            })
            .collect()
    }
}

#[inline]
fn by_length(a: &str, b: &str) -> Ordering {
    (a.len(), a).cmp(&(b.len(), b))
}

/// A word of a text, ready to be compared.
#[derive(Default)]
struct Token {
    lower: String,
    /// Made when it is asked for: few words are.
    folded: String,
}

impl Token {
    #[inline]
    fn read(&mut self, token: &str) {
        lower_to(token, &mut self.lower);
        self.folded.clear();
    }

    #[inline]
    fn folded(&mut self) -> &str {
        if self.folded.is_empty() {
            fold_to(&self.lower, &mut self.folded);
        }
        &self.folded
    }

    /// Can the folded word begin so? No diacritic is ASCII, and no letter of another alphabet is folded to it.
    #[inline]
    fn may_begin(&self, folded: &str) -> bool {
        let first = |word: &str| word.bytes().next().filter(u8::is_ascii);
        first(&self.lower).is_none_or(|byte| first(folded) == Some(byte))
    }
}

impl Sought {
    /// Does the query's word stand for this one, and how surely?
    #[inline]
    fn judge(&self, token: &mut Token) -> Option<(Match, u32)> {
        if let Ok(at) = self.words.binary_search_by(|(word, ..)| by_length(word, &token.lower)) {
            return self.words.get(at).map(|(_, how, weight)| (*how, *weight));
        }
        let prefix = self.prefix.as_deref().filter(|prefix| token.may_begin(prefix))?;
        let folded = Some(token.folded()).filter(|folded| folded.starts_with(prefix))?;
        Some((Match::Prefix, prefix_weight(prefix.len(), folded.len())))
    }
}

/// Explains hits of one query.
pub(super) struct Explainer<'a> {
    catalogue: &'a Catalogue,
    lexicon: &'a Lexicon,
    query: &'a Query,
    asked: &'a Asked,
    meant: &'a [Meant],
    marks: Highlighter,
}

impl<'a> Explainer<'a> {
    #[inline]
    pub(super) fn new(
        catalogue: &'a Catalogue,
        index: &'a Index,
        query: &'a Query,
        asked: &'a Asked,
        meant: &'a [Meant],
    ) -> Self {
        Self { catalogue, lexicon: &index.lexicon, query, asked, meant, marks: Highlighter::of(index, asked) }
    }

    /// What finds the words in other texts.
    #[inline]
    pub(super) fn into_marks(self) -> Highlighter {
        self.marks
    }

    /// The best reason for each word of the query, best first. `hit` has its services.
    #[inline]
    pub(super) fn explain(&self, hit: &Hit) -> Vec<Why> {
        let best = self.asked.words.iter().map(|_| None).collect();
        let mut reasons = Reasons { explainer: self, best, token: Token::default(), service: hit.service, of: None };
        let members = core::iter::once(hit.service).chain(hit.parts.iter().copied());
        for (ix, service) in members.filter_map(|ix| Some((ix, self.catalogue.service(ix)?))) {
            reasons.service = ix;
            reasons.own(service);
            reasons.shared(self.catalogue, service);
            reasons.meant(ix, service);
            reasons.mentioned(service);
        }
        let mut found: Vec<(u32, Why)> = reasons.best.into_iter().flatten().collect();
        crate::order::sort_by_key(&mut found, |(weight, _)| u32::MAX - weight);
        found.into_iter().map(|(_, why)| why).collect()
    }
}

struct Reasons<'a> {
    explainer: &'a Explainer<'a>,
    best: Vec<Option<(u32, Why)>>,
    token: Token,
    /// What is being read: whose words, and what they stand for.
    service: ServiceIx,
    of: Option<Meaning>,
}

impl Reasons<'_> {
    #[inline]
    fn own(&mut self, service: &Service) {
        self.text(Field::Name, Some(&service.name));
        for line in service.location.address.iter().chain(&service.location.postal_code) {
            self.words(Field::Address, line);
        }
        for phone in service.contact.phone.iter().chain(&service.contact.other_phones) {
            self.token.read(&national_digits(phone));
            self.compare(Field::Phone, phone.shown());
        }
    }

    #[inline]
    fn mentioned(&mut self, service: &Service) {
        self.text(Field::Organisation, service.organisation.as_ref());
        self.text(Field::Summary, service.summary.as_ref());
    }

    #[inline]
    fn shared(&mut self, catalogue: &Catalogue, service: &Service) {
        for term in service.types.iter().filter_map(|ix| catalogue.type_term(*ix)) {
            self.text(Field::Kind, Some(&term.name));
        }
        for ix in &service.audiences {
            self.of = Some(Meaning::Audience(*ix));
            self.text(Field::Audience, catalogue.audience(*ix).map(|term| &term.name));
        }
        self.of = None;
        let municipality = match service.area {
            ServiceArea::Municipality(ix) => Some(ix),
            _ => None,
        };
        let in_it = municipality.and_then(|ix| catalogue.municipality(ix));
        self.text(Field::Place, in_it.map(|in_it| &in_it.name));
        self.text(Field::Place, in_it.and_then(|in_it| catalogue.region(in_it.region)).map(|region| &region.name));
        let centre = in_it.and_then(|in_it| in_it.centre.as_ref()).map(|centre| &centre.name);
        let former = in_it.into_iter().flat_map(|in_it| &in_it.former).chain(&service.former_municipality);
        let former = former.map(|name| (name, municipality.map(Meaning::Municipality)));
        for (name, of) in service.place.iter().chain(centre).map(|name| (name, None)).chain(former) {
            self.of = of;
            self.words(Field::Place, name);
        }
        self.of = None;
    }

    #[inline]
    fn meant(&mut self, ix: ServiceIx, service: &Service) {
        let lexicon = self.explainer.lexicon;
        for meant in self.explainer.meant {
            self.of = None;
            let phrases: &[(LangIx, Box<str>)] = match meant.entity {
                Entity::Type(at) if service.types.contains(&TypeIx::new(at as usize)) => {
                    self.of = Some(Meaning::Type(TypeIx::new(at as usize)));
                    lexicon.types.get(at as usize).map(Vec::as_slice).unwrap_or_default()
                }
                Entity::Audience(at) if service.audiences.contains(&AudienceIx::new(at as usize)) => {
                    self.of = Some(Meaning::Audience(AudienceIx::new(at as usize)));
                    lexicon.audiences.get(at as usize).map(Vec::as_slice).unwrap_or_default()
                }
                Entity::Municipality(at)
                    if service.area == ServiceArea::Municipality(MunicipalityIx::new(at as usize)) =>
                {
                    self.of = Some(Meaning::Municipality(MunicipalityIx::new(at as usize)));
                    lexicon.municipalities.get(at as usize).map(Vec::as_slice).unwrap_or_default()
                }
                Entity::Service(at) if at as usize == ix.get() => lexicon.of_service(ix),
                Entity::Urgent(at) => {
                    let urgent = lexicon.urgent.get(at as usize).filter(|urgent| urgent.services.contains(&ix));
                    urgent.map(|urgent| urgent.words.as_slice()).unwrap_or_default()
                }
                _ => continue,
            };
            let field = if matches!(meant.entity, Entity::Municipality(_)) { Field::Place } else { Field::Synonym };
            let Some((_, phrase)) = phrases.get(usize::from(meant.at)) else { continue };
            for at in (0..self.best.len()).filter(|at| meant.words >> at & 1 == 1) {
                self.keep(at, field, meant.how, meant.weight, phrase);
            }
        }
        self.of = None;
    }

    #[inline]
    fn text(&mut self, field: Field, text: Option<&Text>) {
        for version in text.into_iter().flat_map(Text::versions) {
            self.words(field, version.text);
        }
    }

    #[inline]
    fn words(&mut self, field: Field, text: &str) {
        // No field says more than its weight: where every word has a better reason, nobody has to read it.
        let least = self.best.iter().map(|best| best.as_ref().map_or(0, |(weight, _)| *weight)).min();
        if least.is_none_or(|least| least >= field_weight(field) * match_weight(Match::Exact)) {
            return;
        }
        for range in words(text) {
            let token = text.get(range).unwrap_or_default();
            self.token.read(token);
            self.compare(field, token);
        }
    }

    #[inline]
    fn compare(&mut self, field: Field, found: &str) {
        let explainer = self.explainer;
        for (at, sought) in explainer.marks.words.iter().enumerate() {
            if let Some((how, weight)) = sought.judge(&mut self.token) {
                self.keep(at, field, how, weight, found);
            }
        }
    }

    #[inline]
    fn keep(&mut self, at: usize, field: Field, how: Match, weight: u32, found: &str) {
        let weight = field_weight(field) * weight;
        let Some((best, word)) = self.best.get_mut(at).zip(self.explainer.asked.words.get(at)) else { return };
        if best.as_ref().is_none_or(|(known, _)| *known < weight) {
            let asked = self.explainer.query.text.get(word.typed.clone()).unwrap_or_default();
            *best = Some((
                weight,
                Why { field, how, asked: asked.into(), found: found.into(), of: self.of, service: self.service },
            ));
        }
    }
}

/// The pieces of a text in one language; see [`super::highlights`].
pub(super) fn highlights(index: &Index, query: &Query, text: &Text, lang: LangIx) -> Vec<Range<usize>> {
    Highlighter::new(index, query).ranges(text.best(lang).text)
}
