//! Help that cannot wait for results.

use core::ops::Range;

use crate::{
    catalogue::{Phone, ServiceIx, Urgent},
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

/// The same, where other words of the phrase are said as well: *pazuids bērns*.
const SHORTEST_MISTAKEN_AMONG: usize = 7;

/// A phrase decided by no more letters than this is meant where all of its words are said.
const FEW_LETTERS: usize = 6;

/// Turns a phrase into its opposite, though services are searched without it.
const NOT: &str = "nav";

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
    let need = |meant: &Meant| match meant.entity {
        Entity::Urgent(at) => index.lexicon.urgent.get(at as usize),
        _ => None,
    };
    // Words of what only sounds like a need. Who says *pansionātā negribu dzīvot* may need help, unlike who says *negribu
    // dzīvot pansionātā*.
    let mut harmless = 0;
    for meant in meant {
        if let Some(need) = need(meant).filter(|need| need.harmless)
            && meant.in_order
            && meant.how.is_the_word()
            && !is_half(need, meant, asked, text)
        {
            harmless |= meant.words;
        }
    }
    let mut named: Vec<(u32, u32)> = Vec::new();
    for meant in meant {
        if let Entity::Urgent(at) = meant.entity
            && meant.words & harmless == 0
            && is_meant(meant, asked)
            && need(meant).is_some_and(|need| !need.harmless && !is_half(need, meant, asked, text))
        {
            // The phrase that takes up more of the query names the need better.
            named.push((u32::MAX - meant.words.count_ones(), at));
        }
    }
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

/// Does the query lack words of the phrase that say nothing by themselves, but without which it is another: *nav* in *dzīvei
/// nav jēgas*, and all of them where the phrase is harmless or few letters decide it, since *sit* may become anything and *mani sit* is
/// meant?
#[inline]
fn is_half(need: &Urgent, meant: &Meant, asked: &Asked, text: &str) -> bool {
    let Some((_, phrase)) = need.words.get(usize::from(meant.at)) else { return false };
    let decide = asked.words.iter().enumerate().filter(|(at, _)| meant.words >> at & 1 == 1);
    let few = decide.map(|(_, word)| word.folded.len()).sum::<usize>() <= FEW_LETTERS && words(phrase).nth(1).is_some();
    let all = few || need.harmless;
    let folded = |text: &str, range: Range<usize>| fold(text.get(range).unwrap_or_default());
    let is_said = |other: &String| words(text).any(|range| folded(text, range) == *other);
    let others = words(phrase).map(|range| folded(phrase, range));
    let mut others = others.filter(|word| if all { is_stop_word(word) } else { word == NOT });
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
        how if how.is_the_word() => true,
        Match::Prefix => long(SHORTEST_BEGINNING),
        // One mistake in the whole word: with two, *paskaidro*, explain, is what *paškaitējums*, harming oneself, begins with.
        Match::Typo => {
            let among = meant.words.count_ones() > 1;
            long(if among { SHORTEST_MISTAKEN_AMONG } else { SHORTEST_MISTAKEN })
                && meant.weight >= typo_weight(1, false)
        }
        _ => false,
    }
}
