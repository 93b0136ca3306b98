//! What a query asks for: its words, and what each may stand for.

use core::ops::Range;

use super::{
    Index,
    entities::Entity,
    fuzzy,
    vocabulary::{TermNo, Vocabulary},
    weights::match_weight,
};
use crate::{
    results::Match,
    text::{Language, fold, is_mark, is_stop_word, letters, lower_to, says_little, words},
    urgent,
};

/// Most words of a query that are looked for; the rest of a pasted text would only make the answer slow.
const MOST_WORDS: usize = 12;

/// Most words that are read to find those: in a sentence half of them may say nothing.
const MOST_READ: usize = 4 * MOST_WORDS;

/// A word that is still being typed finds longer words from its first letter on; a finished one from here on.
const SHORTEST_PREFIX: usize = 3;

/// Digits that stand apart are one number from this many on: `6300 7524` is a phone, `47 12` is not.
const SHORTEST_NUMBER: usize = 6;

/// Shortest half of a word that was written together by mistake.
const SHORTEST_HALF: usize = 3;

/// A word that is only the beginning of so few others may be meant differently.
const MOST_DOUBTFUL: usize = 4;

/// A word of so many letters or more, found by nothing but longer words and by no more than so many, has beside it those that
/// mean the same as they do: what *naktspatversme* finds is there by *naktspatv*.
const SHORTEST_BEGUN: usize = 5;
const MOST_BEGUN: usize = 12;

/// Letters from which on a word may be a village's name begun or mistyped.
const SHORTEST_VILLAGE: usize = 5;

/// A query's words.
#[derive(Debug, Default)]
pub(crate) struct Asked {
    pub(crate) words: Vec<Word>,
}

/// One word of a query.
#[derive(Debug)]
pub(crate) struct Word {
    /// Where it stands in the query.
    pub(crate) typed: Range<usize>,
    pub(crate) lower: String,
    pub(crate) folded: String,
    /// Its stems in the catalogue's languages, with their marks.
    pub(crate) marked: Vec<String>,
    /// Must a service match it? Words that say little only move what says more.
    pub(crate) required: bool,
    /// Does it find longer words too?
    pub(crate) prefix: bool,
    /// Words of the vocabulary it may stand for, each once.
    pub(crate) found: Vec<Found>,
}

/// A word of the vocabulary that a query's word may stand for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Found {
    pub(crate) term: TermNo,
    pub(crate) how: Match,
    /// In 256ths.
    pub(crate) weight: u32,
}

impl Found {
    /// Is it the query's word in some form, or another for it, and not only begun, mistyped or another for a guess?
    #[inline]
    pub(crate) const fn is_sure(&self) -> bool {
        !matches!(self.how, Match::Prefix | Match::Typo) && self.weight >= match_weight(Match::Equivalent)
    }
}

impl Asked {
    /// Reads a query's text.
    #[inline]
    pub(crate) fn new(index: &Index, text: &str) -> Self {
        let mut asked: Vec<Word> =
            split(text).into_iter().map(|(typed, word)| Word::new(index, typed, &word)).collect();
        if asked.iter().any(|word| !is_stop_word(&word.folded)) {
            asked.retain(|word| !is_stop_word(&word.folded));
        }
        asked.truncate(MOST_WORDS);
        if let Some(last) = asked.last_mut() {
            // Nothing follows: the word may still be being typed.
            last.prefix |= last.typed.end == text.len();
        }
        join_halves(index, &mut asked, text);
        let mut words = Vec::with_capacity(asked.len());
        for mut word in asked {
            word.look_up(index);
            let is_begun = word.is_begun();
            if word.is_doubtful() {
                word.guess(index, 1);
            }
            if is_begun {
                word.add_same_as_begun(index);
            }
            if word.found.is_empty()
                && let Some((left, right)) = halves(index, &word)
            {
                for mut half in [left, right] {
                    half.look_up(index);
                    words.push(half);
                }
                continue;
            }
            if word.found.is_empty() {
                word.guess(index, 2);
            }
            words.push(word);
        }
        for word in &mut words {
            let little = |language: &Language| {
                let stems = language.stems(&word.lower, &word.folded, false);
                stems.iter().any(|stem| says_little(*language, stem))
            };
            word.required = !index.languages.iter().any(little);
        }
        if words.iter().all(|word| !word.required) {
            words.iter_mut().for_each(|word| word.required = true);
        }
        Self { words }
    }
}

/// The query's words with where they stand; digits that belong together are one word.
#[inline]
fn split(text: &str) -> Vec<(Range<usize>, String)> {
    let mut found: Vec<(Range<usize>, String)> = Vec::new();
    let is_number = |word: &str| word.bytes().all(|b| b.is_ascii_digit());
    let mut run_from = 0;
    for range in words(text) {
        let word = text.get(range.clone()).unwrap_or_default();
        let apart = found.last().and_then(|(last, _)| text.get(last.end..range.start)).unwrap_or_default();
        let joins = is_number(word)
            && found.last().is_some_and(|(_, last)| is_number(last))
            && apart.chars().all(|c| matches!(c, ' ' | '\u{a0}' | '-' | '(' | ')'));
        if !joins {
            close_run(&mut found, run_from);
            run_from = found.len();
        }
        found.push((range, word.to_owned()));
    }
    close_run(&mut found, run_from);
    found.truncate(MOST_READ);
    found
}

/// Makes one number of the digits from `from` on, if they are enough for a phone number.
#[inline]
fn close_run(found: &mut Vec<(Range<usize>, String)>, from: usize) {
    let Some(run) = found.get(from..).filter(|run| run.len() > 1) else { return };
    let digits: String = run.iter().map(|(_, digits)| digits.as_str()).collect();
    let ends = run.first().zip(run.last()).map(|((first, _), (last, _))| first.start..last.end);
    if let Some(range) = ends.filter(|_| digits.len() >= SHORTEST_NUMBER) {
        found.truncate(from);
        found.push((range, digits));
    }
}

/// Makes one word of two that the catalogue writes together: *bērnu dārzs*.
#[inline]
fn join_halves(index: &Index, asked: &mut Vec<Word>, text: &str) {
    let mut at = 0;
    while let Some([left, right]) = asked.get(at..at + 2) {
        let unknown = !left.is_known(index) || !right.is_known(index);
        let adjacent = text.get(left.typed.end..right.typed.start).is_some_and(|between| between.len() == 1);
        if unknown && adjacent {
            let mut joined =
                Word::new(index, left.typed.start..right.typed.end, &format!("{}{}", left.lower, right.lower));
            joined.prefix |= right.prefix;
            if joined.is_known(index) {
                asked.remove(at + 1);
                if let Some(left) = asked.get_mut(at) {
                    *left = joined;
                }
                break;
            }
        }
        at += 1;
    }
}

/// The two words of the catalogue that were written together: *dienascentrs*.
#[inline]
fn halves(index: &Index, word: &Word) -> Option<(Word, Word)> {
    let ends: Vec<usize> = word.lower.char_indices().map(|(at, _)| at).skip(SHORTEST_HALF).collect();
    for at in ends.into_iter().rev() {
        let (left, right) = word.lower.split_at_checked(at)?;
        if letters(right) < SHORTEST_HALF {
            continue;
        }
        let left = Word::new(index, word.typed.clone(), left);
        if !left.is_known(index) {
            continue;
        }
        let right = Word::new(index, word.typed.clone(), right);
        if right.is_known(index) {
            return Some((left, right));
        }
    }
    None
}

impl Word {
    #[inline]
    fn new(index: &Index, typed: Range<usize>, text: &str) -> Self {
        let mut lower = String::new();
        lower_to(text, &mut lower);
        let folded = fold(text);
        let stems = |language: &Language| {
            let stems = language.stems(&lower, &folded, false);
            stems.iter().map(|stem| language.marked(stem)).collect::<Vec<_>>()
        };
        let marked = index.languages.iter().flat_map(stems).collect();
        let prefix = folded.len() >= SHORTEST_PREFIX;
        Self { typed, lower, folded, marked, required: true, prefix, found: Vec::new() }
    }

    /// Is it a word of the catalogue, in any form?
    #[inline]
    fn is_known(&self, index: &Index) -> bool {
        let vocabulary = &index.vocabulary;
        let range = vocabulary.with_prefix(&self.folded);
        (!range.is_empty() && vocabulary.folded(range.start) == self.folded)
            || self.marked.iter().any(|stem| !vocabulary.of_stem(stem).is_empty())
    }

    /// Was nothing found, or only a few longer words that begin alike? Then it may be a slip: *mājsā* is rather *mājās*
    /// than the beginning of *mājsaimniecība*.
    #[inline]
    fn is_doubtful(&self) -> bool {
        self.found.len() <= MOST_DOUBTFUL && self.found.iter().all(|found| found.how == Match::Prefix)
    }

    /// Were nothing but longer words found, and few of them?
    #[inline]
    fn is_begun(&self) -> bool {
        self.folded.len() >= SHORTEST_BEGUN
            && (1..=MOST_BEGUN).contains(&self.found.len())
            && self.found.iter().all(|found| found.how == Match::Prefix)
    }

    /// Finds the words that mean the same as those it begins.
    #[inline]
    fn add_same_as_begun(&mut self, index: &Index) {
        let begun: Vec<Found> = self.found.iter().copied().filter(|found| found.how == Match::Prefix).collect();
        self.add_same(index, &begun);
        self.keep_best();
    }

    /// Finds the words that mean the same as these guesses, less sure than the least of them.
    #[inline]
    fn add_same(&mut self, index: &Index, guesses: &[Found]) {
        let least = guesses.iter().map(|found| found.weight).min().unwrap_or_default();
        let weight = least * match_weight(Match::Equivalent) / 256;
        let same = same_in_meaning(index, guesses).into_iter();
        self.found.extend(same.map(|term| Found { term, how: Match::Equivalent, weight }));
    }

    /// May a word found in this way, and not itself, be one of a phrase that stands for the entity?
    #[inline]
    pub(crate) fn may_mean(&self, entity: Entity, how: Match) -> bool {
        match (how, entity) {
            // Words that mean the same stand for one another in what is said of a single service; of all of a kind, for an
            // audience or of an urgent need too much would be meant.
            (Match::Equivalent, entity) => matches!(entity, Entity::Service(_)),
            // There are so many villages that most first letters are those of one.
            (Match::Prefix | Match::Typo, Entity::Municipality(_)) => self.folded.len() >= SHORTEST_VILLAGE,
            (Match::Prefix, Entity::Urgent(_)) => self.folded.len() >= urgent::SHORTEST_BEGINNING,
            (Match::Typo, Entity::Urgent(_)) => self.folded.len() >= urgent::SHORTEST_MISTAKEN_AMONG,
            _ => true,
        }
    }

    #[inline]
    pub(crate) fn is_number(&self) -> bool {
        self.folded.bytes().all(|b| b.is_ascii_digit())
    }

    /// Finds the words of the vocabulary that are this one, a form of it, one that means the same, or that begin with it.
    #[inline]
    fn look_up(&mut self, index: &Index) {
        let vocabulary = &index.vocabulary;
        if self.is_number() {
            self.look_up_number(vocabulary);
            return;
        }
        let range = vocabulary.with_prefix(&self.folded);
        let mut found: Vec<Found> = Vec::new();
        let as_written = |term: TermNo, how: Match, letters: usize| {
            let how = if contradicts(&self.lower, vocabulary.lower(term), letters) { Match::Typo } else { how };
            Found { term, how, weight: match_weight(how) }
        };
        for term in range.clone().take_while(|term| vocabulary.folded(*term) == self.folded) {
            let how = if vocabulary.lower(term) == self.lower { Match::Exact } else { Match::Folded };
            found.push(as_written(term, how, usize::MAX));
        }
        for stem in &self.marked {
            // Of a stem the last letter may change, and before it there is the mark of the language.
            let letters = stem.len().saturating_sub(2);
            let forms = vocabulary.of_stem(stem).iter();
            found.extend(forms.map(|term| as_written(*term, Match::Stem, letters)));
        }
        let weight = match_weight(Match::Equivalent);
        // What a diacritic speaks against stands for nothing else: *žūpa* is no other word for what is said of *zupa*.
        let meant: Vec<Found> = found.iter().copied().filter(|found| found.how != Match::Typo).collect();
        let same = same_in_meaning(index, &meant).into_iter();
        found.extend(same.map(|term| Found { term, how: Match::Equivalent, weight }));
        self.found = found;
        self.keep_best();
        if self.prefix {
            // A first letter begins thousands of words: only the few that were found otherwise are compared.
            let surer = self.found.len();
            for term in range {
                let known = self.found.get(..surer).unwrap_or_default();
                if known.binary_search_by_key(&term, |found| found.term).is_err() {
                    let weight = prefix_weight(self.folded.len(), vocabulary.folded(term).len());
                    self.found.push(Found { term, how: Match::Prefix, weight });
                }
            }
        }
    }

    #[inline]
    fn look_up_number(&mut self, vocabulary: &Vocabulary) {
        // A visitor may have typed the country's code, which is not indexed: 37163007524, 0037163007524.
        let without_code =
            (1..=5).filter_map(|code| self.folded.get(code..)).filter(|rest| rest.len() >= SHORTEST_NUMBER);
        for digits in core::iter::once(self.folded.as_str()).chain(without_code) {
            let range = vocabulary.with_prefix(digits);
            self.found = range
                .map(|term| {
                    let folded = vocabulary.folded(term);
                    let how = if folded == digits { Match::Exact } else { Match::Prefix };
                    let weight = match how {
                        Match::Exact => match_weight(how),
                        _ => prefix_weight(digits.len(), folded.len()),
                    };
                    Found { term, how, weight }
                })
                .filter(|found| {
                    let rest = vocabulary.folded(found.term).get(digits.len()..).unwrap_or_default();
                    // A house has its letter: *39* is *39i* too, not *390*.
                    let is_house = rest.len() == 1 && rest.bytes().all(|b| b.is_ascii_alphabetic());
                    found.how == Match::Exact || is_house || digits.len() >= SHORTEST_PREFIX
                })
                .collect();
            if !self.found.is_empty() {
                self.folded = digits.to_owned();
                return;
            }
        }
    }

    /// Finds the words it may have been meant to be, with up to `typos` mistakes.
    #[inline]
    fn guess(&mut self, index: &Index, typos: usize) {
        if self.is_number() || typos > fuzzy::forgiven(self.folded.len()) {
            return;
        }
        let vocabulary = &index.vocabulary;
        let mut whole: Vec<Found> = Vec::new();
        for stem in &self.marked {
            // What a short word is without its ending is near to everything (*mir-is*, *ir*), unless a letter is missing
            // (*grp-u*, *grup-u*).
            let short = fuzzy::forgiven(stem.len().saturating_sub(1)) == 0;
            let guesses = fuzzy::near(vocabulary.stems(), stem, typos, self.prefix);
            for guess in guesses {
                if short && vocabulary.stems().get(guess.stem).len() <= stem.len() {
                    continue;
                }
                let weight = typo_weight(guess.distance, guess.beginning);
                let list = if guess.beginning { &mut self.found } else { &mut whole };
                list.extend(vocabulary.terms_of(guess.stem).iter().map(|term| Found {
                    term: *term,
                    how: Match::Typo,
                    weight,
                }));
            }
        }
        // *nkatspatversme* is meant to be a word that has others beside it: a guess like it, and less sure.
        self.add_same(index, &whole);
        self.found.append(&mut whole);
        self.keep_best();
    }

    /// Each word of the vocabulary once, found in its best way.
    #[inline]
    fn keep_best(&mut self) {
        crate::order::sort_by_key(&mut self.found, |found| (found.term, u32::MAX - found.weight));
        self.found.dedup_by_key(|found| found.term);
    }
}

/// Has what was typed a diacritic, among its first `letters`, where the other word has none? *vāja* is not *vajā*. What is
/// typed without may have been left out; *ē*, *ī* and *ū* come and go within a verb (*cēla*, *celt*; *pazūd*, *pazudis*), and
/// the last consonants before an ending soften (*zvaigžņu*, *zvaigzne*). Combining marks are letters of their own here, so
/// that nothing is known of words typed with them.
#[inline]
fn contradicts(typed: &str, other: &str, letters: usize) -> bool {
    if typed.is_ascii() || typed.chars().any(is_mark) {
        return false;
    }
    typed.chars().zip(other.chars()).take(letters).enumerate().any(|(at, (typed, other))| {
        let may_change = match typed {
            'ā' => false,
            'ē' | 'ī' | 'ū' => true,
            _ => at > 0 && at.saturating_add(2) >= letters,
        };
        !typed.is_ascii() && other.is_ascii() && !may_change
    })
}

/// The words that mean the same as those found, in every form.
#[inline]
fn same_in_meaning(index: &Index, found: &[Found]) -> Vec<TermNo> {
    let mut groups: Vec<u32> = Vec::new();
    for slot in found.iter().flat_map(|known| index.entities.in_phrases(known.term)) {
        if let Some(Entity::Equivalent(group)) = index.entities.phrase(slot.phrase).map(|phrase| phrase.entity)
            && !groups.contains(&group)
        {
            groups.push(group);
        }
    }
    let mut same = Vec::new();
    for member in groups.iter().filter_map(|group| index.entities.groups.get(*group as usize)).flatten() {
        let (lower, folded) = (index.vocabulary.lower(*member), index.vocabulary.folded(*member));
        for language in &index.languages {
            for marked in language.marked_stems(lower, folded) {
                same.extend_from_slice(index.vocabulary.of_stem(&marked));
            }
        }
    }
    same
}

/// The weight of a word of `whole` bytes found by its first `typed`: the more of it is typed, the surer.
#[inline]
pub(crate) fn prefix_weight(typed: usize, whole: usize) -> u32 {
    let share = u32::try_from(typed * 128 / whole.max(1)).unwrap_or(128).min(128);
    match_weight(Match::Prefix) * (128 + share) / 256
}

/// The weight of a word found with typing mistakes, in whole or by its beginning.
#[inline]
pub(crate) const fn typo_weight(distance: usize, beginning: bool) -> u32 {
    let weight = match_weight(Match::Typo) / if distance > 1 { 2 } else { 1 };
    if beginning { weight * 3 / 4 } else { weight }
}

/// Spellings of an unknown word that the catalogue knows, nearest first.
#[inline]
pub(crate) fn near_words(index: &Index, word: &Word) -> Vec<String> {
    // One mistake more than search forgives by itself, in words long enough to bear it.
    let letters = word.folded.len();
    let most = fuzzy::forgiven(letters) + usize::from(letters > 4);
    let vocabulary = &index.vocabulary;
    let mut found: Vec<(usize, String)> = Vec::new();
    for stem in &word.marked {
        for near in fuzzy::near(vocabulary.stems(), stem, most, false) {
            // Of a stem's forms the shortest is the likeliest to be a word's name.
            let forms = vocabulary.terms_of(near.stem).iter().map(|term| vocabulary.lower(*term));
            found.extend(forms.min_by_key(|form| form.len()).map(|form| (near.distance, form.to_owned())));
        }
    }
    crate::order::sort_by_key(&mut found, |(distance, _)| *distance);
    found.into_iter().map(|(_, word)| word).take(MOST_SPELLINGS).collect()
}

/// Spellings tried before giving up.
const MOST_SPELLINGS: usize = 8;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_diacritic_speaks_against_a_word_where_the_language_does_not_change_it() {
        for (typed, other, letters, speaks) in [
            ("vāja", "vaja", usize::MAX, true),
            ("vaja", "vāja", usize::MAX, false),
            ("vajā", "vaja", 2, false),
            ("cēla", "celt", 2, false),
            ("pazūd", "pazudis", 4, false),
            ("krīt", "krita", 3, false),
            ("zvaigžņu", "zvaigzne", 6, false),
            ("žūpas", "zupa", 2, true),
            ("šķirtie", "skirta", 5, true),
            // As files of one maker of computers are named: the mark stands beside its letter.
            ("va\u{304}jdzirdi\u{304}gs", "vajdzirdigs", usize::MAX, false),
        ] {
            assert_eq!(contradicts(typed, other, letters), speaks, "{typed}, {other}");
        }
    }
}
