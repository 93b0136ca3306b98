//! Building an index, a slice at a time.

use super::{
    Index,
    columns::Columns,
    entities::{Entities, Entity, MOST_SLOTS, Naming, Phrase, Slot},
    names,
    postings::{MOST_SERVICES, Postings, code_of, posting, service_of},
    texts::Interner,
    vocabulary::{Vocabulary, number},
    weights::{Weights, code, names},
};
use crate::{
    catalogue::{Catalogue, LangIx, Phone, Service, Text},
    results::Field,
    text::{Language, fold, is_stop_word, lower_to, words},
};

/// Builds an [`Index`] in slices, so that a page stays responsive while a large catalogue is read.
///
/// Every step must be given the same catalogue.
///
/// ```
/// # use finder_core::{catalogue::{Catalogue, LangIx}, index::{Builder, Index}};
/// # fn build(catalogue: &Catalogue) -> Index {
/// let mut builder = Builder::new(catalogue, LangIx::new(0));
/// while !builder.step(catalogue, 500) {
///     // Let the page breathe.
/// }
/// builder.finish(catalogue)
/// # }
/// ```
#[derive(Debug)]
pub struct Builder {
    lang: LangIx,
    languages: Vec<Language>,
    /// By language: words as written, and the number of each in `words`.
    surfaces: Vec<(Interner, Vec<u32>)>,
    /// Words in lower case.
    words: Interner,
    /// Stems with their language's mark.
    stems: Interner,
    /// (stem, word)
    stem_words: Vec<(u32, u32)>,
    /// (word, posting), services ascending.
    postings: Vec<(u32, u32)>,
    entities: Entities,
    /// (word, code) of the service being read.
    seen: Vec<(u32, u8)>,
    /// By word: where its last posting stands, plus one.
    met: Vec<u32>,
    weights: Weights,
    lower: String,
    stage: Stage,
    index: Index,
}

#[derive(Clone, Copy, Debug)]
enum Stage {
    /// The next service to read.
    Services(usize),
    Vocabulary,
    Postings,
    Names,
    Done,
}

impl Builder {
    /// Begins: reads the taxonomy and the places, which are few.
    #[must_use]
    #[inline]
    pub fn new(catalogue: &Catalogue, lang: LangIx) -> Self {
        let languages: Vec<Language> = catalogue.languages.iter().map(|tag| Language::of_tag(tag)).collect();
        let mut builder = Self {
            lang,
            surfaces: languages.iter().map(|_| Default::default()).collect(),
            languages,
            words: Interner::default(),
            stems: Interner::default(),
            stem_words: Vec::new(),
            postings: Vec::new(),
            entities: Entities::default(),
            seen: Vec::new(),
            met: Vec::new(),
            weights: Weights::new(),
            lower: String::new(),
            stage: Stage::Services(0),
            index: Index::default(),
        };
        builder.index.languages.clone_from(&builder.languages);
        crate::order::sort(&mut builder.index.languages);
        builder.index.languages.dedup();
        builder.taxonomy(catalogue);
        builder.places(catalogue);
        builder.stories(catalogue);
        builder
    }

    /// Does up to `services` services' worth of work; `true` when all is done. One step is at most a few times as long as
    /// reading 500 services, whatever the budget, except that ordering words and names grows with the catalogue.
    #[inline]
    pub fn step(&mut self, catalogue: &Catalogue, services: usize) -> bool {
        match self.stage {
            Stage::Services(from) => {
                let end = (from + services.max(1)).min(catalogue.services.len()).min(MOST_SERVICES);
                for (at, service) in catalogue.services.iter().enumerate().take(end).skip(from) {
                    self.service(at, service);
                }
                self.stage = if end >= catalogue.services.len().min(MOST_SERVICES) {
                    Stage::Vocabulary
                } else {
                    Stage::Services(end)
                };
            }
            Stage::Vocabulary => {
                let stems = core::mem::take(&mut self.stem_words);
                let (vocabulary, place) = Vocabulary::new(self.words.texts(), self.stems.texts(), &stems);
                self.entities.settle(&place);
                self.index.vocabulary = vocabulary;
                self.index.place = place;
                self.stage = Stage::Postings;
            }
            Stage::Postings => {
                let entries = core::mem::take(&mut self.postings);
                self.index.postings = Postings::new(&entries, &core::mem::take(&mut self.index.place));
                self.index.entities = core::mem::take(&mut self.entities);
                self.stage = Stage::Names;
            }
            Stage::Names => {
                self.index.columns = Columns::build(catalogue);
                self.index.name_rank = names::rank(catalogue, self.lang);
                self.index.with_words = true;
                self.stage = Stage::Done;
            }
            Stage::Done => {}
        }
        matches!(self.stage, Stage::Done)
    }

    /// The index; does what is left of the work.
    #[must_use]
    #[inline]
    pub fn finish(mut self, catalogue: &Catalogue) -> Index {
        while !self.step(catalogue, usize::MAX / 2) {}
        self.index
    }

    #[inline]
    fn taxonomy(&mut self, catalogue: &Catalogue) {
        for (i, term) in catalogue.types.iter().enumerate() {
            let entity = Entity::Type(number(i));
            self.name(&term.name, entity, Field::Kind);
            self.phrases(&term.synonyms, entity);
        }
        for (i, term) in catalogue.audiences.iter().enumerate() {
            let entity = Entity::Audience(number(i));
            self.name(&term.name, entity, Field::Audience);
            self.phrases(&term.synonyms, entity);
        }
        for (i, urgent) in catalogue.urgent.iter().enumerate() {
            self.phrases(&urgent.words, Entity::Urgent(number(i)));
        }
        for group in &catalogue.equivalents {
            for lang in (0..self.languages.len()).map(LangIx::new) {
                let words: Vec<_> = group.words.iter().filter(|(l, _)| *l == lang).cloned().collect();
                if words.len() > 1 {
                    self.equivalent(&words, lang);
                }
            }
        }
    }

    #[inline]
    fn equivalent(&mut self, group: &[(LangIx, Box<str>)], lang: LangIx) {
        let entity = Entity::Equivalent(number(self.entities.groups.len()));
        self.phrases(group, entity);
        let mut terms = Vec::new();
        for (_, word) in group {
            // Groups hold single words; of a longer text the first one counts.
            terms.extend(words(word).next().and_then(|range| word.get(range)).map(|word| self.word(word, lang)));
        }
        self.entities.groups.push(terms);
    }

    #[inline]
    fn places(&mut self, catalogue: &Catalogue) {
        let own = LangIx::new(0);
        for (i, region) in catalogue.regions.iter().enumerate() {
            self.name(&region.name, Entity::Region(number(i)), Field::Place);
        }
        for (i, municipality) in catalogue.municipalities.iter().enumerate() {
            let entity = Entity::Municipality(number(i));
            self.name(&municipality.name, entity, Field::Place);
            let centre = municipality.centre.iter().map(|centre| &*centre.name);
            for name in centre.chain(municipality.former.iter().map(|name| &**name)) {
                self.name_in(name, own, entity, Field::Place);
            }
        }
    }

    /// Stories are found by their own words and by the names of what they show.
    #[inline]
    fn stories(&mut self, catalogue: &Catalogue) {
        for (i, story) in catalogue.stories.iter().enumerate() {
            let kinds = story.types.iter().filter_map(|ix| Some(&catalogue.type_term(*ix)?.name));
            let audiences = story.audiences.iter().filter_map(|ix| Some(&catalogue.audience(*ix)?.name));
            let region = story.region.and_then(|ix| Some(&catalogue.region(ix)?.name));
            let municipality = story.municipality.and_then(|ix| Some(&catalogue.municipality(ix)?.name));
            let lines = story.lines.iter().map(|line| &line.text);
            let own = core::iter::once(&story.title).chain(story.summary.as_ref()).chain(lines);
            let texts = own.chain(kinds).chain(audiences).chain(region).chain(municipality);
            for version in texts.flat_map(Text::versions) {
                for range in words(version.text) {
                    let term = self.word(version.text.get(range).unwrap_or_default(), version.lang);
                    self.entities.stories.push((term, number(i)));
                }
            }
        }
    }

    #[inline]
    fn name(&mut self, text: &Text, entity: Entity, field: Field) {
        for version in text.versions() {
            self.name_in(version.text, version.lang, entity, field);
        }
    }

    #[inline]
    fn name_in(&mut self, text: &str, lang: LangIx, entity: Entity, field: Field) {
        let code = code(field, words(text).count());
        for range in words(text) {
            let term = self.word(text.get(range).unwrap_or_default(), lang);
            self.entities.namings.push(Naming { term, entity, code });
        }
    }

    #[inline]
    fn phrases(&mut self, phrases: &[(LangIx, Box<str>)], entity: Entity) {
        for (at, (lang, text)) in (0..).zip(phrases) {
            let telling = telling_words(text);
            let phrase = number(self.entities.phrases.len());
            for (slot, word) in (0..).zip(&telling) {
                let term = self.word(word, *lang);
                self.entities.slots.push(Slot { term, phrase, slot });
            }
            let slots = u8::try_from(telling.len()).unwrap_or(u8::MAX);
            self.entities.phrases.push(Phrase { entity, slots, at });
        }
    }

    #[inline]
    fn service(&mut self, at: usize, service: &Service) {
        self.seen.clear();
        let own = LangIx::new(0);
        self.text(&service.name, Field::Name);
        if let Some(summary) = &service.summary {
            self.text(summary, Field::Summary);
        }
        if let Some(organisation) = &service.organisation {
            self.text(organisation, Field::Organisation);
        }
        for place in service.place.iter().chain(&service.former_municipality) {
            self.text_in(place, own, Field::Place);
        }
        if let Some(address) = &service.location.address {
            self.text_in(address, own, Field::Address);
        }
        for phone in service.contact.phone.iter().chain(&service.contact.other_phones) {
            let digits = national_digits(phone);
            let term = self.word(&digits, own);
            self.seen.push((term, code(Field::Phone, 1)));
        }
        self.met.resize(self.words.texts().len(), 0);
        for (word, code) in &self.seen {
            let Some(met) = self.met.get_mut(*word as usize) else { continue };
            let last = self.postings.get_mut((*met as usize).wrapping_sub(1)).map(|(_, last)| last);
            // Of several fields that hold a word the weightiest counts; but an office is found by its address (it is not by
            // its summary), also where its summary tells the way.
            let worth = |code: u8| (names(code), self.weights.of(code));
            match last.filter(|last| service_of(**last) == at) {
                Some(last) if worth(*code) > worth(code_of(*last)) => *last = posting(at, *code),
                Some(_) => {}
                None => {
                    self.postings.push((*word, posting(at, *code)));
                    *met = number(self.postings.len());
                }
            }
        }
        if !service.keywords.is_empty() {
            self.phrases(&service.keywords, Entity::Service(number(at)));
        }
    }

    #[inline]
    fn text(&mut self, text: &Text, field: Field) {
        for version in text.versions() {
            self.text_in(version.text, version.lang, field);
        }
    }

    #[inline]
    fn text_in(&mut self, text: &str, lang: LangIx, field: Field) {
        let from = self.seen.len();
        for range in words(text) {
            let term = self.word(text.get(range).unwrap_or_default(), lang);
            self.seen.push((term, 0));
        }
        let code = code(field, self.seen.len() - from);
        self.seen.iter_mut().skip(from).for_each(|(_, unset)| *unset = code);
    }

    /// The number of a word as written. Only a word that is new is looked at: texts repeat themselves.
    #[inline]
    fn word(&mut self, surface: &str, lang: LangIx) -> u32 {
        let language = self.languages.get(lang.get()).copied().unwrap_or(Language::Other);
        let Some((surfaces, numbers)) = self.surfaces.get_mut(lang.get()) else { return 0 };
        let (at, new) = surfaces.intern(surface);
        if !new {
            return numbers.get(at as usize).copied().unwrap_or_default();
        }
        lower_to(surface, &mut self.lower);
        let (word, _) = self.words.intern(&self.lower);
        numbers.push(word);
        for stem in language.marked_stems(&self.lower, &fold(&self.lower)) {
            let (stem, _) = self.stems.intern(&stem);
            self.stem_words.push((stem, word));
        }
        word
    }
}

/// A phrase's words that say what is meant, as written; all of them where none does.
#[inline]
fn telling_words(text: &str) -> Vec<&str> {
    let all: Vec<&str> = words(text).filter_map(|range| text.get(range)).take(MOST_SLOTS).collect();
    let telling: Vec<&str> = all.iter().copied().filter(|word| !is_stop_word(&fold(word))).collect();
    if telling.is_empty() { all } else { telling }
}

/// A phone number's digits without the country's code, where it is written apart: `+371 63007524` → `63007524`.
#[inline]
pub(crate) fn national_digits(phone: &Phone) -> String {
    let shown = phone.shown();
    let national = match shown.strip_prefix('+') {
        Some(rest) => rest.split_once(|c: char| !c.is_ascii_digit()).map_or(rest, |(_, national)| national),
        None => shown,
    };
    national.chars().filter(char::is_ascii_digit).collect()
}

impl core::fmt::Debug for Weights {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("Weights")
    }
}
