//! Building an index, a slice at a time.

use std::sync::Arc;

use super::{
    Index,
    columns::Columns,
    entities::{Entities, Entity, MOST_SLOTS, Naming, Phrase, Slot},
    names::Ranking,
    postings::{Filling, MOST_SERVICES, code_of, posting, service_of},
    texts::{Interner, Texts},
    vocabulary::{Making, number},
    weights::{Weights, code, names},
};
use crate::{
    catalogue::{Catalogue, LangIx, Lexicon, Phone, Service, ServiceIx, Text},
    results::Field,
    text::{Language, fold, fold_to, is_stop_word, lower_to, words},
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
    lexicon: Arc<Lexicon>,
    languages: Vec<Language>,
    /// By language: words as written, and the number of each in `words`.
    surfaces: Vec<(Interner, Vec<u32>)>,
    /// Words in lower case.
    words: Interner,
    /// The same without diacritics.
    folded: Texts,
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
    names: Ranking,
    lower: String,
    fold: String,
    stage: Stage,
    index: Index,
}

#[derive(Debug)]
enum Stage {
    /// The next entry of the lexicon to read.
    Lexicon(usize),
    /// The next service to read.
    Services(usize),
    Words(Box<Making>),
    Postings(Filling),
    Names,
    Columns(Box<Columns>),
    Families,
    Done,
}

/// Services of some fifty words that take as long to read as an entry of the lexicon may: a kind has up to some hundred and fifty phrases.
const ENTRY: usize = 10;

/// Names or words that are put one step further in the time that it takes to read a service, of some fifty words.
const MOVES: usize = 64;

impl Builder {
    /// Begins: reads the names of taxonomy, places and stories, which are few.
    #[must_use]
    #[inline]
    pub fn new(catalogue: &Catalogue, lang: LangIx) -> Self {
        Self::with_lexicon(catalogue, Arc::clone(&catalogue.lexicon), lang)
    }

    /// As [`Self::new`], with words that came apart from the catalogue.
    #[must_use]
    #[inline]
    pub fn with_lexicon(catalogue: &Catalogue, lexicon: Arc<Lexicon>, lang: LangIx) -> Self {
        let languages: Vec<Language> = catalogue.languages.iter().map(|tag| Language::of_tag(tag)).collect();
        let mut builder = Self {
            lang,
            lexicon,
            surfaces: languages.iter().map(|_| Default::default()).collect(),
            languages,
            words: Interner::default(),
            folded: Texts::default(),
            stems: Interner::default(),
            stem_words: Vec::new(),
            postings: Vec::new(),
            entities: Entities::default(),
            seen: Vec::new(),
            met: Vec::new(),
            weights: Weights::new(),
            names: Ranking::default(),
            lower: String::new(),
            fold: String::new(),
            stage: Stage::Lexicon(0),
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

    /// Does up to `services` services' worth of work; `true` when all is done. What is done at once, whatever the budget, is
    /// what follows from all services together: which are shown within others.
    #[inline]
    pub fn step(&mut self, catalogue: &Catalogue, services: usize) -> bool {
        let moves = services.saturating_mul(MOVES);
        match &mut self.stage {
            Stage::Lexicon(from) => {
                let (from, end) = (*from, from.saturating_add(services / ENTRY).saturating_add(1));
                let lexicon = Arc::clone(&self.lexicon);
                let more = (from..end).all(|entry| self.entry(&lexicon, entry));
                self.stage = if more { Stage::Lexicon(end) } else { Stage::Services(0) };
            }
            Stage::Services(from) => {
                let last = catalogue.services.len().min(MOST_SERVICES);
                let (from, end) = (*from, from.saturating_add(services.max(1)).min(last));
                for (at, service) in catalogue.services.iter().enumerate().take(end).skip(from) {
                    self.service(at, service);
                }
                self.stage = if end < last { Stage::Services(end) } else { self.words_are_read() };
            }
            Stage::Words(making) => {
                if let Some((vocabulary, place)) = making.step(moves) {
                    self.entities.settle(&place);
                    self.index.vocabulary = vocabulary;
                    self.index.entities = core::mem::take(&mut self.entities);
                    self.stage = Stage::Postings(Filling::new(core::mem::take(&mut self.postings), place));
                }
            }
            Stage::Postings(filling) => {
                if let Some(postings) = filling.step(moves) {
                    self.index.postings = postings;
                    self.stage = Stage::Names;
                }
            }
            Stage::Names => {
                if let Some(rank) = self.names.step(moves) {
                    self.index.name_rank = rank;
                    self.stage = Stage::Columns(Box::new(Columns::begin(catalogue)));
                }
            }
            Stage::Columns(columns) => {
                if columns.read(catalogue, services.max(1)) {
                    self.index.columns = core::mem::take(columns);
                    self.stage = Stage::Families;
                }
            }
            Stage::Families => {
                self.index.columns.finish(catalogue);
                self.index.lexicon = Arc::clone(&self.lexicon);
                self.index.with_words = true;
                self.stage = Stage::Done;
            }
            Stage::Done => {}
        }
        matches!(self.stage, Stage::Done)
    }

    #[inline]
    fn words_are_read(&mut self) -> Stage {
        let take = |texts: &mut Interner| core::mem::take(texts).into_texts();
        let (words, folded) = (take(&mut self.words), core::mem::take(&mut self.folded));
        let (stems, pairs) = (take(&mut self.stems), core::mem::take(&mut self.stem_words));
        Stage::Words(Box::new(Making::new(words, folded, stems, pairs)))
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
            self.name(&term.name, Entity::Type(number(i)), Field::Kind);
        }
        for (i, term) in catalogue.audiences.iter().enumerate() {
            self.name(&term.name, Entity::Audience(number(i)), Field::Audience);
        }
    }

    /// Reads one entry of the lexicon: kinds first, then audiences, municipalities, urgent needs, words that mean the same.
    /// `false` where there is none so far.
    #[inline]
    fn entry(&mut self, lexicon: &Lexicon, mut at: usize) -> bool {
        if let Some(phrases) = lexicon.types.get(at) {
            self.phrases(phrases, Entity::Type(number(at)));
            return true;
        }
        at -= lexicon.types.len();
        if let Some(phrases) = lexicon.audiences.get(at) {
            self.phrases(phrases, Entity::Audience(number(at)));
            return true;
        }
        at -= lexicon.audiences.len();
        if let Some(phrases) = lexicon.municipalities.get(at) {
            self.phrases(phrases, Entity::Municipality(number(at)));
            return true;
        }
        at -= lexicon.municipalities.len();
        if let Some(urgent) = lexicon.urgent.get(at) {
            // What only sounds like a need is compared letter by letter, and only where there is one.
            if !urgent.harmless {
                self.phrases(&urgent.words, Entity::Urgent(number(at)));
            }
            self.entities.urgent.push(urgent.services.iter().map(|ix| number(ix.get())).collect());
            return true;
        }
        at -= lexicon.urgent.len();
        let Some(group) = lexicon.equivalents.get(at) else { return false };
        for lang in (0..self.languages.len()).map(LangIx::new) {
            let words: Vec<_> = group.words.iter().filter(|(l, _)| *l == lang).cloned().collect();
            if words.len() > 1 {
                self.equivalent(&words, lang);
            }
        }
        true
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
        for (at, (lang, text)) in (0..=u16::MAX).zip(phrases) {
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
        self.names.push(service, self.lang);
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
        for line in service.location.address.iter().chain(&service.location.postal_code) {
            self.text_in(line, own, Field::Address);
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
        let lexicon = Arc::clone(&self.lexicon);
        self.phrases(lexicon.of_service(ServiceIx::new(at)), Entity::Service(number(at)));
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
        fold_to(&self.lower, &mut self.fold);
        let (word, new) = self.words.intern(&self.lower);
        numbers.push(word);
        if new {
            self.folded.push(&self.fold);
        }
        for stem in language.marked_stems(&self.lower, &self.fold) {
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
