//! From a query's words to the services that match them, with scores.

use super::{
    Index, Meant,
    asked::{Asked, Word},
    bits::Bits,
    postings::{code_of, service_of},
    sweep::Sweep,
    weights::{is_name, is_place, telling},
};

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

#[cfg(test)]
mod tests;
