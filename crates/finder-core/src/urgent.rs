//! Help that cannot wait for results.

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

/// A word that is still being typed names a need from this many letters on; fewer begin too many other words.
const SHORTEST_BEGINNING: usize = 5;

/// A word with a typing mistake names a need from this many letters on; shorter ones are too often other words.
const SHORTEST_MISTAKEN: usize = 8;

/// A phrase decided by no more letters than this is meant where all of its words are said.
const FEW_LETTERS: usize = 6;

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
    let asked = Asked::new(index, &query.text);
    help(index, &asked, &index.meant(&asked), &query.text)
}

/// As [`urgent`], of words that were looked up.
#[inline]
pub(crate) fn help(index: &Index, asked: &Asked, meant: &[Meant], text: &str) -> Option<Help> {
    let mut named: Vec<(u32, usize)> = Vec::new();
    for meant in meant {
        if let Entity::Urgent(at) = meant.entity
            && is_meant(meant, asked)
            && !is_half(index, meant, asked, text)
        {
            // The phrase that takes up more of the query names the need better.
            named.push((u32::MAX - meant.words.count_ones(), at as usize));
        }
    }
    crate::order::sort(&mut named);
    let mut help: Option<Help> = None;
    for need in named.iter().filter_map(|(_, at)| index.lexicon.urgent.get(*at)) {
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

/// Is a phrase decided by so few letters that the query must hold its other words too, which say nothing by themselves? *sit*
/// may become anything, *mani sit* is meant.
#[inline]
fn is_half(index: &Index, meant: &Meant, asked: &Asked, text: &str) -> bool {
    let Entity::Urgent(need) = meant.entity else { return false };
    let need = index.lexicon.urgent.get(need as usize);
    let Some((_, phrase)) = need.and_then(|need| need.words.get(usize::from(meant.at))) else { return false };
    let decide = asked.words.iter().enumerate().filter(|(at, _)| meant.words >> at & 1 == 1);
    if decide.map(|(_, word)| word.folded.len()).sum::<usize>() > FEW_LETTERS || words(phrase).nth(1).is_none() {
        return false;
    }
    let folded = |text: &str, range: Range<usize>| fold(text.get(range).unwrap_or_default());
    let mut others = words(phrase).map(|range| folded(phrase, range)).filter(|word| is_stop_word(word));
    let is_said = |other: &String| words(text).any(|range| folded(text, range) == *other);
    !others.all(|other| is_said(&other))
}

#[inline]
fn is_meant(meant: &Meant, asked: &Asked) -> bool {
    let long = |shortest: usize| {
        let mut words = asked.words.iter().enumerate().filter(|(at, _)| meant.words >> at & 1 == 1);
        words.any(|(_, word)| word.folded.len() >= shortest)
    };
    let is_number = asked.words.iter().enumerate().any(|(at, word)| meant.words >> at & 1 == 1 && word.is_number());
    if is_number {
        // *112*, not a house of that number.
        return asked.words.len() == 1;
    }
    match meant.how {
        Match::Exact | Match::Folded | Match::Stem => true,
        Match::Prefix => long(SHORTEST_BEGINNING),
        // One mistake: with two, *paskaidro*, explain, is what *paškaitējums*, harming oneself, begins with.
        Match::Typo => long(SHORTEST_MISTAKEN) && meant.weight > typo_weight(2, false),
        Match::Equivalent => false,
    }
}
