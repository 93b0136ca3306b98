//! From a query's words to the services that match them, with scores.

use super::{
    Index,
    asked::{Asked, Word},
    bits::Bits,
    columns::Columns,
    entities::Entity,
    postings::{code_of, service_of},
    weights::{
        AUDIENCE_SYNONYM, FURTHER_SHARE, KEYWORD, KIND_SYNONYM, REGION_SHARE, URGENT, Weights, is_address, is_name,
        is_name_of, is_place, match_weight, names, telling,
    },
};
use crate::results::Match;

/// Where no service matches every word: those are shown whose words tell at least this share of what the best one's do.
const PARTIAL_SHARE: f32 = 0.4;

/// Where some match every word, others are told of too whose words tell at least this share of what all words do.
const NEAR_SHARE: f32 = 0.35;

/// What a word that says little is worth beside others: enough to decide between equals.
const LITTLE: f32 = 0.35;

/// In a query of at least this many words most are beside the point: *kas aizvedīs puiku uz skolu un atpakaļ*.
const SENTENCE: usize = 4;

/// What a word of a sentence is worth that stands in no name, synonym or list of words that mean the same.
const GENERAL: f32 = 0.6;

/// Of what does not match every word: what lies in the place that a word names stands before what lies elsewhere.
const IN_PLACE: f32 = 2.0;

/// A service of whose name the query has every word, and no other, is what somebody looks for who knows that name.
const WHOLE_NAME: f32 = 1.25;

/// A service that is not known to work stands below an equal one that is.
const NOT_CONFIRMED: f32 = 0.95;

/// The services that match a query's words.
#[derive(Debug)]
pub(crate) struct Matched {
    /// They match every word, or enough words where no service matches all.
    pub(crate) all: Bits,
    /// Services that a word names by name, kind or synonym, or finds by phone or address: so ways in are asked for. All that
    /// match, where those are nothing but ways in.
    pub(crate) asked: Bits,
    /// No service matches every word.
    pub(crate) partial: bool,
    /// By service: how well it matches. Empty: all alike.
    pub(crate) score: Vec<f32>,
    /// By word: the services that match it, and how telling that is.
    pub(crate) told: Vec<Told>,
}

impl Matched {
    /// Without words everything matches, equally well.
    #[inline]
    pub(crate) fn everything(len: usize) -> Self {
        Self { all: Bits::all(len), asked: Bits::none(len), partial: false, score: Vec::new(), told: Vec::new() }
    }

    /// Of some services those that match some of the words, and enough of them; nothing where those are the matches anyway.
    #[inline]
    pub(crate) fn near(&self, mut among: Bits) -> Bits {
        if self.partial || self.told.len() < 2 {
            among.clear();
            return among;
        }
        // What is for the whole country has the word that names a place; by that alone it is found by nothing.
        among.and_not(&self.all).and(&Bits::where_has(&self.score, |score| *score > 0.0));
        enough_words(&self.told, &among, &self.all, NEAR_SHARE)
    }
}

/// The services that match a word, and how telling that is of each: the fewer match it in the same way, the more.
#[derive(Debug)]
pub(crate) struct Told {
    hits: Bits,
    weight: f32,
    /// Services that say the word themselves. Few say *logopēds*, all of a kind may mean it.
    own: Bits,
    own_weight: f32,
    /// Services of which a keyword phrase of several words is meant.
    keyed: Bits,
    keyed_weight: f32,
}

impl Told {
    #[inline]
    fn of(&self, service: usize) -> f32 {
        if self.keyed.contains(service) { self.keyed_weight } else { self.said_by(service) }
    }

    /// The same without keyword phrases.
    #[inline]
    fn said_by(&self, service: usize) -> f32 {
        if self.own.contains(service) { self.own_weight } else { self.weight }
    }
}

/// A phrase of which the query has every word.
#[derive(Debug)]
pub(crate) struct Meant {
    pub(crate) entity: Entity,
    /// Which of the entity's phrases it is.
    pub(crate) at: u16,
    /// Words of the query, by position, that make it up: bit by bit.
    pub(crate) words: u32,
    /// Does the query say them in the phrase's order?
    pub(crate) in_order: bool,
    /// How surely its least sure word was found.
    pub(crate) weight: u32,
    /// How that word was found.
    pub(crate) how: Match,
}

impl Index {
    /// The services that match the words.
    #[inline]
    pub(crate) fn search(&self, asked: &Asked, meant: &[Meant]) -> Matched {
        let len = self.columns.len;
        if asked.words.is_empty() {
            return Matched::everything(len);
        }
        let mut sweep = Sweep::new(self, asked);
        let (mut all, mut whole_name) = (Bits::all(len), Bits::all(len));
        let mut score = vec![0.0_f32; len];
        let mut told = Vec::with_capacity(asked.words.len());
        let mut places = Vec::new();
        for (at, word) in asked.words.iter().enumerate() {
            let hits = sweep.word(word, meant, at);
            if word.required {
                all.and(&hits);
            }
            whole_name.and(&sweep.in_name);
            let mut share = if word.required { 1.0 } else { LITTLE };
            if asked.words.len() >= SENTENCE && !self.is_of_the_field(word) {
                share *= GENERAL;
            }
            let weight = |services: &Bits| telling(services.count(), len) * share;
            let word_told = Told {
                weight: weight(&hits),
                own_weight: weight(&sweep.own),
                keyed_weight: weight(&sweep.keyed),
                own: sweep.own.clone(),
                keyed: sweep.keyed.clone(),
                hits,
            };
            word_told.hits.for_each(|service| {
                let best = sweep.take(service);
                if let Some(score) = score.get_mut(service) {
                    *score += word_told.of(service) * f32::from(best);
                }
            });
            if word.required && sweep.in_place {
                places.push(told.len());
            }
            told.push(word_told);
        }
        let mut there = Bits::all(len);
        places.iter().filter_map(|at| told.get(*at)).for_each(|told| _ = there.and(&told.hits));
        let partial = all.is_empty();
        if !places.is_empty() {
            let mut nearer = there.clone();
            if !partial {
                nearer.or(&self.columns.nationwide);
            }
            scale(&mut score, &nearer, IN_PLACE);
        }
        if partial {
            let any = any_word(&told, len);
            all = enough_words(&told, &any, &any, PARTIAL_SHARE);
            if !places.is_empty() {
                told.iter_mut().for_each(|told| _ = told.hits.and(&there));
                let any = any_word(&told, len);
                all.or(&enough_words(&told, &any, &any, PARTIAL_SHARE));
            }
        } else if places.len() < asked.words.iter().filter(|word| word.required).count() {
            // What is for the whole country is for each place in it; for a place alone nobody looks there.
            let named = told.iter_mut().enumerate().filter(|(at, _)| places.contains(at));
            named.for_each(|(_, told)| _ = told.hits.or(&self.columns.nationwide));
        }
        scale(&mut score, &whole_name, WHOLE_NAME);
        scale(&mut score, &self.columns.not_confirmed, NOT_CONFIRMED);
        let mut asked = sweep.asked;
        let mut services = all.clone();
        // A place that only an office mentions: it knows what there is.
        if services.and_not(&self.columns.quiet).is_empty() {
            asked.or(&all);
        }
        Matched { all, asked, partial, score, told }
    }

    /// The phrases of which the query has every word.
    #[inline]
    pub(crate) fn meant(&self, asked: &Asked) -> Vec<Meant> {
        // (phrase, slot, weight, word, way): each slot's surest word first.
        let mut filled: Vec<(u32, u8, u32, usize, Match)> = Vec::new();
        for (at, word) in asked.words.iter().enumerate() {
            for found in &word.found {
                // Words that mean the same stand for one another in what is said of a single service; of all of a kind, for an
                // audience or of an urgent need too much would be meant.
                let slots = self.entities.in_phrases(found.term).filter(|slot| {
                    found.how != Match::Equivalent
                        || self
                            .entities
                            .phrase(slot.phrase)
                            .is_some_and(|phrase| matches!(phrase.entity, Entity::Service(_)))
                });
                filled.extend(slots.map(|slot| (slot.phrase, slot.slot, u32::MAX - found.weight, at, found.how)));
            }
        }
        crate::order::sort(&mut filled);
        filled.dedup_by_key(|(phrase, slot, ..)| (*phrase, *slot));
        let complete = filled.chunk_by(|a, b| a.0 == b.0).filter_map(|slots| {
            let phrase = self.entities.phrase(slots.first()?.0)?;
            let (.., weight, _, how) = slots.iter().max_by_key(|(.., weight, _, _)| weight)?;
            (slots.len() == usize::from(phrase.slots)).then(|| Meant {
                entity: phrase.entity,
                at: phrase.at,
                words: slots.iter().fold(0, |words, (.., at, _)| words | 1 << at),
                in_order: slots.is_sorted_by_key(|(.., at, _)| at),
                weight: u32::MAX - weight,
                how: *how,
            })
        });
        complete.collect()
    }
}

impl Index {
    /// Does the word stand in a name of a kind, an audience or a place, in a synonym, or among words that mean the same?
    #[inline]
    fn is_of_the_field(&self, word: &Word) -> bool {
        let mut terms = word.found.iter().filter(|found| found.is_sure()).map(|found| found.term);
        terms.any(|term| {
            self.entities.named(term).next().is_some()
                || self.entities.in_phrases(term).next().is_some()
                || self.postings.of(term).iter().any(|posting| is_place(code_of(*posting)))
        })
    }

    /// The services whose name holds the word.
    #[inline]
    pub(crate) fn named(&self, word: &Word) -> Bits {
        let mut services = Bits::none(self.columns.len);
        for posting in word.found.iter().flat_map(|found| self.postings.of(found.term)) {
            if is_name(code_of(*posting)) {
                services.insert(service_of(*posting));
            }
        }
        services
    }
}

/// Makes these services' scores so many times as large.
#[inline]
fn scale(score: &mut [f32], services: &Bits, by: f32) {
    services.for_each(|service| {
        if let Some(score) = score.get_mut(service) {
            *score *= by;
        }
    });
}

/// Of some services those whose words tell at least this share of what the best one's do among those that set the measure.
/// What a keyword phrase tells counts for the service that has it, but sets no measure for others: one with every word of a
/// query would leave nothing beside it.
#[inline(never)]
fn enough_words(told: &[Told], among: &Bits, measure: &Bits, share: f32) -> Bits {
    let sum = |service, tells: fn(&Told, usize) -> f32| -> f32 {
        told.iter().filter(|told| told.hits.contains(service)).map(|told| tells(told, service)).sum()
    };
    let mut enough = 0.0_f32;
    measure.for_each(|service| enough = enough.max(sum(service, Told::said_by)));
    enough *= share;
    let mut bits = among.clone();
    bits.clear();
    among.for_each(|service| {
        let sum = sum(service, Told::of);
        if sum > 0.0 && sum >= enough {
            bits.insert(service);
        }
    });
    bits
}

/// The services that match any of the words.
#[inline]
fn any_word(told: &[Told], len: usize) -> Bits {
    let mut any = Bits::none(len);
    told.iter().for_each(|told| _ = any.or(&told.hits));
    any
}

/// What streets are, folded and without endings.
const STREETS: [&str; 11] =
    ["iela", "ielu", "street", "sosej", "prospekt", "bulvar", "laukum", "gatv", "alej", "dambi", "krastmal"];

/// Does the query speak of a street, or of a house by its number? Of *14 gadi* it does not.
#[inline]
fn speaks_of_street(asked: &[Word]) -> bool {
    let any_begins = |with: &[&str]| asked.iter().any(|word| with.iter().any(|with| word.folded.starts_with(with)));
    let is_number = |word: &Word| word.folded.starts_with(|c: char| c.is_ascii_digit());
    any_begins(&STREETS) || (asked.iter().skip(1).any(is_number) && !any_begins(&["gad"]))
}

/// Is the word part of many places' names: *novads*, *pagasts*, *pilsēta*?
#[inline]
fn is_of_many_places(word: &Word) -> bool {
    ["novad", "pagast", "pilset"].iter().any(|generic| word.folded.starts_with(generic))
}

/// Finds each service's best match of one word after the other, in memory that is used again.
struct Sweep<'a> {
    index: &'a Index,
    weights: Weights,
    best: Vec<u16>,
    /// Services that hold the last word in their own texts.
    own: Bits,
    /// Services of which a keyword phrase of several words is meant by it.
    keyed: Bits,
    /// Services whose name has as many words as the query, and the last one among them.
    in_name: Bits,
    words: usize,
    /// The query speaks of a street or a house.
    street: bool,
    asked: Bits,
    /// The last word names a place: a region, a municipality, a town, a village.
    in_place: bool,
}

impl<'a> Sweep<'a> {
    #[inline]
    fn new(index: &'a Index, asked: &Asked) -> Self {
        let len = index.columns.len;
        Self {
            index,
            weights: Weights::new(),
            best: vec![0; len],
            own: Bits::none(len),
            keyed: Bits::none(len),
            in_name: Bits::none(len),
            words: asked.words.len(),
            street: speaks_of_street(&asked.words),
            asked: Bits::none(len),
            in_place: false,
        }
    }

    /// The services that match one word; their best matches wait to be [taken](Self::take).
    #[inline]
    fn word(&mut self, word: &Word, meant: &[Meant], at: usize) -> Bits {
        let index = self.index;
        let columns = &index.columns;
        let mut shared = Shared {
            types: vec![0; columns.types.len()],
            audiences: vec![0; columns.made_for.len()],
            municipalities: vec![0; columns.municipalities()],
        };
        self.own.clear();
        self.keyed.clear();
        self.in_name.clear();
        self.in_place = false;
        for found in &word.found {
            // Collected, though nearly always none: what names no town allocates nothing.
            let towns = index.entities.named(found.term).filter_map(|naming| naming.entity.municipality());
            let towns: Vec<usize> = towns.filter(|_| !self.street && !is_of_many_places(word)).collect();
            let is_elsewhere =
                |service| !towns.is_empty() && columns.municipality(service).is_some_and(|at| !towns.contains(&at));
            for posting in index.postings.of(found.term) {
                let (service, code) = (service_of(*posting), code_of(*posting));
                // In *logopēds Kuldīga* a town is meant, not Kuldīgas iela in another one.
                if is_address(code) && is_elsewhere(service) {
                    continue;
                }
                self.note(service, worth(self.weights.of(code), found.weight));
                self.own.insert(service);
                self.in_place |= found.is_sure() && is_place(code);
                if names(code) {
                    self.asked.insert(service);
                    if is_name_of(code, self.words) && found.is_sure() {
                        self.in_name.insert(service);
                    }
                }
            }
            for naming in index.entities.named(found.term) {
                self.in_place |=
                    found.is_sure() && matches!(naming.entity, Entity::Municipality(_) | Entity::Region(_));
                shared.note(columns, naming.entity, worth(self.weights.of(naming.code), found.weight));
            }
        }
        let mut hits = self.own.clone();
        for meant in meant.iter().filter(|meant| meant.words >> at & 1 == 1) {
            let (synonym, services) = match &meant.entity {
                Entity::Service(at) => (KEYWORD, core::slice::from_ref(at)),
                Entity::Urgent(at) => (URGENT, index.entities.helping(*at)),
                Entity::Audience(_) => (AUDIENCE_SYNONYM, [].as_slice()),
                _ => (KIND_SYNONYM, [].as_slice()),
            };
            let value = worth(synonym, meant.weight);
            shared.note(columns, meant.entity, value);
            for at in services {
                self.note(*at as usize, value);
                self.own.insert(*at as usize);
                if meant.words.count_ones() > 1 && matches!(meant.entity, Entity::Service(_)) {
                    self.keyed.insert(*at as usize);
                }
                hits.insert(*at as usize);
                self.asked.insert(*at as usize);
            }
        }
        self.spread(&shared, &mut hits);
        hits
    }

    /// Gives each service what its kinds, audiences and municipality are worth.
    #[inline]
    fn spread(&mut self, shared: &Shared, hits: &mut Bits) {
        let columns = &self.index.columns;
        for (value, services) in shared.types.iter().zip(&columns.types).filter(|(value, _)| **value > 0) {
            services.for_each(|service| self.note(service, *value));
            self.asked.or(services);
            hits.or(services);
        }
        for (value, services) in shared.audiences.iter().zip(&columns.made_for).filter(|(value, _)| **value > 0) {
            services.for_each(|service| self.note(service, *value));
            hits.or(services);
        }
        if shared.municipalities.iter().any(|value| *value > 0) {
            for service in 0..columns.len {
                let value = columns.municipality(service).and_then(|m| shared.municipalities.get(m)).copied();
                if let Some(value) = value.filter(|value| *value > 0) {
                    self.note(service, value);
                    hits.insert(service);
                }
            }
        }
    }

    #[inline]
    fn note(&mut self, service: usize, value: u16) {
        if let Some(best) = self.best.get_mut(service) {
            *best = and_further(*best, value);
        }
    }

    /// A service's best match of the last word; forgotten thereby.
    #[inline]
    fn take(&mut self, service: usize) -> u16 {
        self.best.get_mut(service).map_or(0, core::mem::take)
    }
}

/// What a word is worth to all services of a kind, an audience or a municipality: told to each service only once.
struct Shared {
    types: Vec<u16>,
    audiences: Vec<u16>,
    municipalities: Vec<u16>,
}

impl Shared {
    #[inline]
    fn note(&mut self, columns: &Columns, entity: Entity, value: u16) {
        let best = match entity {
            Entity::Type(at) => self.types.get_mut(at as usize),
            Entity::Audience(at) => self.audiences.get_mut(at as usize),
            Entity::Municipality(at) => self.municipalities.get_mut(at as usize),
            Entity::Region(at) => {
                for (municipality, best) in self.municipalities.iter_mut().enumerate() {
                    if columns.region(municipality) == Some(at as usize) {
                        *best = and_further(*best, value / REGION_SHARE);
                    }
                }
                None
            }
            Entity::Service(_) | Entity::Urgent(_) | Entity::Equivalent(_) => None,
        };
        if let Some(best) = best {
            *best = and_further(*best, value);
        }
    }
}

/// The better of two matches, and a share of the other.
#[inline]
fn and_further(best: u16, value: u16) -> u16 {
    best.max(value).saturating_add(best.min(value) / FURTHER_SHARE)
}

/// A match's worth: field by way of finding, in 256ths; at least one, so that a match is never nothing.
#[inline]
fn worth(field: u32, how: u32) -> u16 {
    u16::try_from((field * how / 256).max(1)).unwrap_or(u16::MAX)
}

#[allow(dead_code, reason = "the order of ways is the order of weights")]
const ORDER_OF_WAYS: () = assert!(
    match_weight(Match::Exact) > match_weight(Match::Folded)
        && match_weight(Match::Folded) > match_weight(Match::Stem)
        && match_weight(Match::Stem) > match_weight(Match::Equivalent)
        && match_weight(Match::Equivalent) > match_weight(Match::Prefix)
        && match_weight(Match::Prefix) > match_weight(Match::Typo)
);

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::{Value, json};

    use super::*;
    use crate::{
        catalogue::{Catalogue, LangIx},
        load::Loaded,
        query::Query,
        results::{Asking, Group, Hit, ResultSet, find},
    };

    /// Of an invented catalogue the services that answer, best first, and whether they answer only in part.
    fn ask(services: Vec<Value>, text: &str) -> (Vec<String>, bool) {
        let (found, partial) = ask_all(services, text);
        (found.into_iter().filter(|(_, group)| *group != Group::Near).map(|(id, _)| id).collect(), partial)
    }

    /// The same with the groups, and what comes after the answers.
    fn ask_all(services: Vec<Value>, text: &str) -> (Vec<(String, Group)>, bool) {
        let (catalogue, result) = answer(services, text);
        let id = |ix| catalogue.service(ix).unwrap().id.as_str().to_owned();
        (result.hits.iter().map(|hit| (id(hit.service), hit.group)).collect(), result.partial)
    }

    /// Something of each hit.
    fn ask_for<T>(services: Vec<Value>, text: &str, of: impl Fn(&Hit) -> T) -> Vec<T> {
        answer(services, text).1.hits.iter().map(of).collect()
    }

    fn answer(mut services: Vec<Value>, text: &str) -> (Catalogue, ResultSet) {
        // Names are in the order of the list: what comes first although it stands last comes for its words.
        for (at, service) in services.iter_mut().enumerate() {
            if service.get("name").is_none() {
                service["name"] = json!(format!("{}. service", char::from(b'a' + u8::try_from(at).unwrap())));
            }
            service["types"] = service.get("types").cloned().unwrap_or(json!(["plain"]));
        }
        let file = json!({
            "format": "service-finder/1", "title": "Invented", "languages": ["en"],
            "types": [
                { "id": "way-in", "name": "Office", "role": "way-in" },
                { "id": "plain", "name": "Plain" },
                { "id": "meant", "name": "Other", "synonyms": ["lumen arbor tego"] },
            ],
            "equivalents": [{ "words": { "en": ["tego", "roof"] } }, { "words": { "en": ["wainscoting", "tegoricula"] } },
                { "words": { "en": ["montanara", "hill"] } }],
            "regions": [{ "id": "n", "name": "Norda" }, { "id": "s", "name": "Suda" }],
            "municipalities": [
                { "id": "XX-1", "name": "Norda", "region": "n" },
                { "id": "XX-2", "name": "Hill", "region": "n" },
                { "id": "XX-3", "name": "Nordamundaville", "region": "s" },
            ],
            "services": services,
        });
        let catalogue = Loaded::first(file.to_string().as_bytes()).unwrap().catalogue().0.unwrap();
        let index = Index::build(&catalogue, LangIx::new(0));
        let query = Query { text: text.to_owned(), ..Query::default() };
        let result = find(&catalogue, &index, &query, Asking::default());
        (catalogue, result)
    }

    #[test]
    fn a_name_stands_above_what_is_said_in_passing() {
        let services = vec![
            json!({ "id": "none" }),
            json!({ "id": "address", "address": "Lumen 1, Hill" }),
            json!({ "id": "summary", "summary": "Has lumen." }),
            json!({ "id": "name", "name": "Lumen" }),
            json!({ "id": "name-and-more", "name": "Lumen", "summary": "Lumens and lumen." }),
        ];
        let (found, partial) = ask(services, "lumen");
        assert_eq!((found.len(), partial), (4, false));
        assert!(found.iter().take(2).all(|id| id.starts_with("name")), "{found:?}");
        assert_eq!(found.get(2..).unwrap(), ["summary", "address"]);
    }

    /// *dienas centrs autisms Jelgava*: since one service had a phrase with all of these words, other day centres of Jelgava
    /// no longer stood below the answers.
    #[test]
    fn a_keyword_phrase_leaves_those_below_that_match_some_of_the_words() {
        let some = ["Lumen arbor.", "Arbor vitrum.", "Lumen vitrum."].into_iter().cycle().take(12).enumerate();
        let mut services: Vec<Value> =
            some.map(|(i, said)| json!({ "id": format!("o{i}"), "summary": said })).collect();
        services.push(json!({ "id": "keyed", "keywords": ["lumen arbor vitrum"] }));
        let (found, _) = ask_all(services, "lumen arbor vitrum");
        assert_eq!(found.first(), Some(&("keyed".to_owned(), Group::Matching)));
        let near = found.iter().filter(|(id, group)| id.starts_with('o') && *group == Group::Near).count();
        assert_eq!(near, 9, "{found:?}");
    }

    /// *Home care* is what thirty of them are called; others that say both words oftener had come first.
    #[test]
    fn a_whole_name_stands_above_one_that_has_more_words() {
        let services = vec![
            json!({ "id": "more", "name": "Lumen arbor house", "summary": "Lumens, arbors, lumen and arbor." }),
            json!({ "id": "whole", "name": "Arbor lumen" }),
        ];
        assert_eq!(ask(services.clone(), "lumen arbor").0, ["whole", "more"]);
        assert_eq!(ask(services, "lumen arbor house").0.first().map(String::as_str), Some("more"));
    }

    /// *Pavadonis bērnam ceļā uz skolu* had been a phrase about a child on its way into the world.
    #[test]
    fn words_that_mean_the_same_stand_in_phrases_of_single_services_alone() {
        let services = vec![
            json!({ "id": "kind", "types": ["meant"] }),
            json!({ "id": "keyed", "keywords": ["lumen arbor tego"] }),
        ];
        for (asked, found) in [("lumen arbor tego", 2), ("lumen arbor roof", 1)] {
            assert_eq!(ask(services.clone(), asked).0.len(), found, "{asked}");
        }
        assert_eq!(ask(services, "lumen arbor roof").0, ["keyed"]);
    }

    /// *nkatspatversme* found the shelters called so, *naktspatversme* those called otherwise too.
    #[test]
    fn a_mistyped_word_has_those_that_mean_the_same_beside_it() {
        let services = vec![
            json!({ "id": "same", "summary": "Tegoricula." }),
            json!({ "id": "said", "summary": "Wainscoting." }),
            json!({ "id": "other" }),
        ];
        assert_eq!(ask(services.clone(), "wainscoting").0, ["said", "same"]);
        assert_eq!(ask(services.clone(), "wianscoting").0, ["said", "same"]);
        // So has one that is still being typed.
        assert_eq!(ask(services.clone(), "wainscot").0, ["said", "same"]);
        assert_eq!(ask(services, "wain").0, ["said"]);
    }

    /// *Logopēds Kuldīga* had found one in Kuldīgas iela, in Ventspils.
    #[test]
    fn a_town_is_not_a_street_of_its_name_elsewhere() {
        let services = vec![
            json!({ "id": "there", "municipality": "XX-2" }),
            json!({ "id": "at-home", "municipality": "XX-2", "address": "Hill street 3" }),
            json!({ "id": "street", "municipality": "XX-1", "address": "Hill street 2" }),
        ];
        assert_eq!(ask(services.clone(), "hill").0, ["at-home", "there"]);
        assert_eq!(ask(services.clone(), "hill street").0, ["at-home", "street"]);
        assert_eq!(ask(services.clone(), "hill 2").0, ["street"]);
        let road = json!({ "id": "road", "municipality": "XX-1", "address": "Hill šoseja 2" });
        assert_eq!(ask(vec![road.clone()], "hill šoseja").0, ["road"]);
        // Neither stress nor an age makes a street of it.
        assert_eq!(ask(services.iter().cloned().chain([road]).collect(), "hill 14 gadi").0.len(), 2);
    }

    /// *Karosta*, of which only the social service of its city tells, had found nothing.
    #[test]
    fn offices_answer_where_nothing_else_does() {
        let mut services = vec![
            json!({ "id": "office", "types": ["way-in"], "summary": "Lumen arbor." }),
            json!({ "id": "other", "summary": "Arbor." }),
        ];
        assert_eq!(ask(services.clone(), "lumen").0, ["office"]);
        assert_eq!(ask(services.clone(), "arbor").0, ["other"]);
        services.pop();
        assert_eq!(ask(services, "").0, [""; 0]);
    }

    #[test]
    fn a_house_is_found_without_its_letter() {
        let services = vec![
            json!({ "id": "letter", "address": "Lumen 39I, Hill" }),
            json!({ "id": "more", "address": "Lumen 390, Hill" }),
        ];
        assert_eq!(ask(services.clone(), "lumen 39").0, ["letter"]);
        assert_eq!(ask(services, "lumen 39i").0, ["letter"]);
        // What follows the number ends it, and there had been no reason for the hit.
        let letter = json!({ "id": "letter", "address": "Lumen 39I, Hill" });
        let reasons = |text: &str| ask_for(vec![letter.clone()], text, |hit| hit.why.len());
        assert_eq!((reasons("39"), reasons("39, lumen")), (vec![1], vec![2]));
    }

    #[test]
    fn the_rarer_of_two_words_decides() {
        let mut services: Vec<Value> = (0..6).map(|i| json!({ "id": format!("c{i}"), "name": "Common" })).collect();
        services.push(json!({ "id": "both", "name": "Common", "summary": "Rare." }));
        services.push(json!({ "id": "rare", "name": "Rare" }));
        let (found, partial) = ask(services.clone(), "common rare");
        assert_eq!((found, partial), (vec!["both".to_owned()], false));
        // Where none has both, those answer whose words tell most, not those that have any.
        services.remove(6);
        let (found, partial) = ask(services, "common rare");
        assert_eq!((found, partial), (vec!["rare".to_owned()], true));
    }

    #[test]
    fn what_matches_the_telling_words_follows_what_matches_all() {
        let common = (0..6).map(|i| json!({ "id": format!("c{i}"), "name": "Common" }));
        let mut services: Vec<Value> = common.collect();
        services.push(json!({ "id": "both", "name": "Common", "summary": "Rare." }));
        services.push(json!({ "id": "rare", "name": "Rare" }));
        let (found, partial) = ask_all(services.clone(), "common rare");
        let expected = [("both".to_owned(), Group::Matching), ("rare".to_owned(), Group::Near)];
        assert_eq!((found.as_slice(), partial), (expected.as_slice(), false));
        // As many answers as anybody looks at need no company.
        services.extend((0..9).map(|i| json!({ "id": format!("b{i}"), "name": "Common rare" })));
        let (found, _) = ask_all(services, "common rare");
        assert!(found.len() == 10 && found.iter().all(|(_, group)| *group == Group::Matching), "{found:?}");
    }

    #[test]
    fn what_is_for_the_whole_country_follows_what_lies_in_the_place_asked_for() {
        let services = vec![
            json!({ "id": "everywhere", "name": "Lumen", "nationwide": true }),
            json!({ "id": "elsewhere", "name": "Lumen", "municipality": "XX-3" }),
            json!({ "id": "there", "name": "Arbor lumen", "municipality": "XX-2" }),
            json!({ "id": "other", "name": "Arbor", "municipality": "XX-2" }),
        ];
        let (found, _) = ask_all(services.clone(), "lumen hill");
        assert_eq!(found.first(), Some(&("there".to_owned(), Group::Matching)));
        assert!(found.contains(&("everywhere".to_owned(), Group::Near)), "{found:?}");
        // For *Aglonas iela* all that is for the whole country had been near, for no word of it.
        let (found, _) = ask_all(services.clone(), "arbor hill");
        assert!(found.iter().all(|(id, _)| id != "everywhere"), "{found:?}");
        // A place alone asks for what lies there.
        let (found, _) = ask_all(services, "hill");
        assert!(found.len() == 2 && found.iter().all(|(id, _)| ["there", "other"].contains(&id.as_str())), "{found:?}");
    }

    #[test]
    fn below_the_answers_what_lies_in_the_place_comes_first() {
        let services = vec![
            json!({ "id": "both", "name": "Lumen arbor", "municipality": "XX-2" }),
            json!({ "id": "elsewhere", "name": "Lumen arbor", "municipality": "XX-1" }),
            json!({ "id": "there", "name": "Lumen", "municipality": "XX-2" }),
        ];
        let (found, _) = ask_all(services, "lumen arbor hill");
        let ids: Vec<&str> = found.iter().map(|(id, _)| id.as_str()).collect();
        assert_eq!(ids, ["both", "there", "elsewhere"]);
    }

    #[test]
    fn a_place_is_meant_where_no_service_has_all_words() {
        let services = vec![
            json!({ "id": "elsewhere", "name": "Lumen aurum", "municipality": "XX-1" }),
            json!({ "id": "there", "summary": "Arbor.", "municipality": "XX-2" }),
            json!({ "id": "neither", "municipality": "XX-2" }),
        ];
        let (found, partial) = ask(services.clone(), "lumen aurum arbor hill");
        assert!(partial && found.first().is_some_and(|id| id == "there"), "{found:?}");
        // What may yet become another word does not name it.
        let (found, partial) = ask(services.clone(), "lumen aurum arbor hil");
        assert!(partial && found.first().is_some_and(|id| id == "elsewhere"), "{found:?}");
        let first = |text: &str| ask(services.clone(), text).0.first().cloned();
        // Another word for it names it.
        assert_eq!(first("lumen aurum arbor montanara").as_deref(), Some("there"));
        // However much is said elsewhere.
        let services = vec![
            json!({ "id": "elsewhere", "name": "Lumen aurum vitrum ferrum saxum", "municipality": "XX-1" }),
            json!({ "id": "there", "municipality": "XX-2" }),
            json!({ "id": "too", "municipality": "XX-2" }),
        ];
        let (found, _) = ask(services.clone(), "lumen aurum vitrum ferrum saxum hill");
        assert!(found.len() == 3, "{found:?}");
        // Another word for what was mistyped may be no place at all.
        let (found, _) = ask(services, "lumen aurum vitrum ferrum saxum mintanara");
        assert_eq!(found, ["elsewhere"]);
    }

    /// *ilgi slimoju, kas piešķir invaliditātes grupu*: both words of the keyword stand in many services.
    #[test]
    fn a_whole_keyword_tells_more_than_its_words() {
        let common = (0..9).map(|i| json!({ "id": format!("c{i}"), "summary": "Common words." }));
        let mut services: Vec<Value> = common.collect();
        services.push(json!({ "id": "rare", "summary": "Quaint." }));
        services.push(json!({ "id": "meant", "keywords": ["common words"] }));
        let (found, partial) = ask(services, "common words quaint");
        assert!(partial && found.first().is_some_and(|id| id == "meant"), "{found:?}");
    }

    #[test]
    fn words_of_the_field_decide_in_a_sentence() {
        let services = vec![
            json!({ "id": "said", "summary": "Tall quaint solemn." }),
            json!({ "id": "meant", "types": ["meant"] }),
            json!({ "id": "other" }),
        ];
        assert_eq!(
            ask(services.clone(), "tall quaint solemn lumen arbor tego").0.first().map(String::as_str),
            Some("meant")
        );
        assert_eq!(ask(services, "tall quaint solemn").0, ["said"]);
    }

    #[test]
    fn a_synonym_is_meant_when_all_its_words_are_there() {
        let services = vec![json!({ "id": "other" }), json!({ "id": "meant", "types": ["meant"] })];
        for whole in ["lumen arbor tego", "tego lumen arbor", "arbors tego lumen", "plain lumen arbor tego"] {
            let (found, partial) = ask(services.clone(), whole);
            assert!(found.contains(&"meant".to_owned()), "{whole}: {found:?}");
            assert_eq!(partial, whole.starts_with("plain"), "{whole}");
        }
        for part in ["lumen", "arbor tego", "tego lumen"] {
            assert_eq!(ask(services.clone(), part).0, [""; 0], "{part}");
        }
    }

    #[test]
    fn a_city_comes_before_the_region_of_its_name_and_that_before_what_begins_alike() {
        let services = vec![
            json!({ "id": "begins", "municipality": "XX-3" }),
            json!({ "id": "region", "municipality": "XX-2" }),
            json!({ "id": "city", "municipality": "XX-1" }),
        ];
        assert_eq!(ask(services, "norda").0, ["city", "region", "begins"]);
    }

    proptest! {
        #[test]
        fn a_further_match_adds_a_share_of_the_lesser(a in any::<u16>(), b in any::<u16>()) {
            let (best, least) = (a.max(b), a.min(b));
            let both = and_further(a, b);
            prop_assert_eq!(both, and_further(b, a));
            prop_assert!(both >= best && (least < FURTHER_SHARE || both > best || best == u16::MAX));
            prop_assert!(u32::from(both) <= u32::from(best) + u32::from(least / FURTHER_SHARE));
        }
    }
}
