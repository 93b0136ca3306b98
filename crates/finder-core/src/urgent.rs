//! Help that cannot wait for results.

mod harmless;

use core::ops::Range;

use crate::{
    catalogue::{Phone, ServiceIx},
    index::{
        Index, Meant,
        asked::{Asked, typo_weight},
        entities::Entity,
    },
    query::Query,
    results::Match,
    text::{fold, is_stop_word, words},
};

/// A word that is still being typed names a need from this many letters on; fewer begin too many other words (*pieka* is
/// *piekabe* too).
pub(crate) const SHORTEST_BEGINNING: usize = 6;

/// So does a form of a word that names one alone: *vajāšana* and *vajag* begin alike.
const SHORTEST_FORM: usize = 5;

/// A word with a typing mistake names a need from this many letters on; shorter ones are too often other words.
const SHORTEST_MISTAKEN: usize = 8;

/// The same, where other words of the phrase are said as well: *pazuids bērns*.
pub(crate) const SHORTEST_MISTAKEN_AMONG: usize = 7;

/// A phrase whose telling words have no more letters than this is meant where all of its words are said.
const FEW_LETTERS: usize = 6;

/// Words that services are searched without, and without which a phrase means something else: *nav jēgas*, *child is hit*.
const DECISIVE: [&str; 2] = ["nav", "is"];

/// What to show above everything else.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Help {
    /// The emergency number, where life may be in danger.
    pub emergency: Option<Phone>,
    /// Helplines and places, most fitting first; each once.
    pub services: Vec<ServiceIx>,
}

/// Does the query name a need that cannot wait? Then where help is; `None` for ordinary queries.
///
/// The catalogue's editors say which words those are. Only words that are meant count: as written, inflected, with a
/// slip of the finger, or typed so far that little else can follow; never words that merely mean nearly the same.
#[must_use]
#[inline]
pub fn urgent(index: &Index, query: &Query) -> Option<Help> {
    if index.lexicon.urgent.is_empty() {
        return None;
    }
    help(index, &meant(index, &Asked::new(index, &query.text), &query.text), &query.text)
}

/// The phrases of which the query has every word; of those that name a need only the ones that are meant.
#[inline]
pub(crate) fn meant(index: &Index, asked: &Asked, text: &str) -> Vec<Meant> {
    let mut meant = index.meant(asked);
    meant.retain(|meant| match meant.entity {
        Entity::Urgent(at) => is_meant(meant, asked) && !is_half(index, meant, asked, at, text),
        _ => true,
    });
    meant
}

/// As [`urgent`], of [phrases](meant) that were looked for.
#[inline]
pub(crate) fn help(index: &Index, meant: &[Meant], text: &str) -> Option<Help> {
    let help = needs(index, meant)?;
    let Some(rest) = harmless::without(&index.lexicon.urgent, text) else { return Some(help) };
    needs(index, &self::meant(index, &Asked::new(index, &rest), &rest))
}

/// Help for the needs that are meant.
fn needs(index: &Index, meant: &[Meant]) -> Option<Help> {
    // The phrase that takes up more of the query names the need better.
    let named = meant.iter().filter_map(|meant| match meant.entity {
        Entity::Urgent(at) => Some((u32::MAX - meant.words.count_ones(), at)),
        _ => None,
    });
    let mut named: Vec<(u32, u32)> = named.collect();
    crate::order::sort(&mut named);
    let mut help: Option<Help> = None;
    for need in named.iter().filter_map(|(_, at)| index.lexicon.urgent.get(*at as usize)) {
        let help = help.get_or_insert_default();
        if help.emergency.is_none() {
            help.emergency.clone_from(&need.emergency);
        }
        for service in &need.services {
            if !help.services.contains(service) {
                help.services.push(*service);
            }
        }
    }
    help
}

/// Does the query lack words of the phrase that say nothing by themselves, but without which it is another? All of them belong
/// to a phrase that one word decides, or few letters: *sit* may become anything, *mani sit* is meant. Some always do: *nav* in
/// *dzīvei nav jēgas*. And is a word that names a need alone long enough?
fn is_half(index: &Index, meant: &Meant, asked: &Asked, need: u32, text: &str) -> bool {
    let need = index.lexicon.urgent.get(need as usize);
    let Some((_, phrase)) = need.and_then(|need| need.words.get(usize::from(meant.at))) else { return false };
    let folded = |text: &str, range: Range<usize>| fold(text.get(range).unwrap_or_default());
    let (others, decide): (Vec<String>, Vec<String>) =
        words(phrase).map(|range| folded(phrase, range)).partition(|word| is_stop_word(word));
    if others.is_empty() && decide.len() < 2 && meant.how == Match::Stem {
        return !are_long(asked, meant.words, SHORTEST_FORM);
    }
    let all = decide.len() < 2 || decide.iter().map(String::len).sum::<usize>() <= FEW_LETTERS;
    let is_said = |other: &String| words(text).any(|range| folded(text, range) == *other);
    !others.iter().filter(|other| all || DECISIVE.contains(&other.as_str())).all(is_said)
}

/// Are the words the need's, not only some that begin alike, or that a slip of the finger made alike?
fn is_meant(meant: &Meant, asked: &Asked) -> bool {
    let mut meant_words = asked.words.iter().enumerate().filter(|(at, _)| meant.words >> at & 1 == 1);
    if meant_words.any(|(_, word)| word.is_number()) {
        // *112*, not a house of that number.
        return asked.words.len() == 1;
    }
    // What is too short to be begun or mistyped is not among the phrase's words (`Word::may_mean`).
    (meant.words.count_ones() > 1 || are_long(asked, meant.mistyped, SHORTEST_MISTAKEN))
        // One mistake in the whole word: with two, *paskaidro*, explain, is what *paškaitējums*, harming oneself, begins with.
        && (meant.mistyped == 0 || meant.weight >= typo_weight(1, false))
        && meant.how != Match::Equivalent
}

/// Has each of these words so many letters?
fn are_long(asked: &Asked, words: u32, shortest: usize) -> bool {
    let mut of = asked.words.iter().enumerate().filter(|(at, _)| words >> at & 1 == 1);
    of.all(|(_, word)| word.folded.len() >= shortest)
}
