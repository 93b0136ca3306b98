//! Words that belong to many services at once: kinds, audiences, places, and the phrases that stand for them.
//!
//! They are kept once, not once a service: a kind's synonyms cost the same in a catalogue of a hundred thousand.

use super::{bits::Bits, vocabulary::TermNo};

/// What a word or phrase stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Entity {
    /// A kind of service, by position.
    Type(u32),
    /// An audience, by position.
    Audience(u32),
    /// A municipality, by position.
    Municipality(u32),
    /// A region, by position.
    Region(u32),
    /// A single service (its keywords), by position.
    Service(u32),
    /// A need that cannot wait, by position.
    Urgent(u32),
    /// A group of words that mean the same, in one language.
    Equivalent(u32),
}

impl Entity {
    /// The municipality it is, by position.
    #[inline]
    pub(crate) const fn municipality(self) -> Option<usize> {
        match self {
            Self::Municipality(at) => Some(at as usize),
            _ => None,
        }
    }
}

/// A word of an entity's name, with the code of where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Naming {
    pub(crate) term: TermNo,
    pub(crate) entity: Entity,
    pub(crate) code: u8,
}

/// One word of a phrase. A phrase is meant when a query has all its words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Slot {
    pub(crate) term: TermNo,
    pub(crate) phrase: u32,
    pub(crate) slot: u8,
}

/// What a phrase stands for, and how many words it has.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Phrase {
    pub(crate) entity: Entity,
    pub(crate) slots: u8,
    /// Its place among the entity's phrases.
    pub(crate) at: u16,
}

/// Longest phrase in words; further words are not asked for.
pub(crate) const MOST_SLOTS: usize = 8;

/// Names and phrases, ordered by word.
#[derive(Debug, Default)]
pub(crate) struct Entities {
    pub(crate) namings: Vec<Naming>,
    pub(crate) slots: Vec<Slot>,
    pub(crate) phrases: Vec<Phrase>,
    /// By group of equivalent words: its words.
    pub(crate) groups: Vec<Vec<TermNo>>,
    /// By need that cannot wait: the services that help.
    pub(crate) urgent: Vec<Vec<u32>>,
    /// (word, story)
    pub(crate) stories: Vec<(TermNo, u32)>,
    /// The words that stand in any name, phrase or story: a first letter begins thousands that do not.
    known: Bits,
}

impl Entities {
    /// Puts words' places in the vocabulary in, and everything into order.
    #[inline]
    pub(crate) fn settle(&mut self, place: &[TermNo]) {
        let place_of = |term: &mut TermNo| *term = place.get(*term as usize).copied().unwrap_or_default();
        self.namings.iter_mut().for_each(|naming| place_of(&mut naming.term));
        self.slots.iter_mut().for_each(|slot| place_of(&mut slot.term));
        self.groups.iter_mut().flatten().for_each(place_of);
        self.stories.iter_mut().for_each(|(term, _)| place_of(term));
        crate::order::sort(&mut self.stories);
        self.stories.dedup();
        crate::order::sort(&mut self.namings);
        self.namings.dedup();
        crate::order::sort(&mut self.slots);
        self.slots.dedup();
        self.known = Bits::none(place.len());
        let named = self.namings.iter().map(|naming| naming.term).chain(self.slots.iter().map(|slot| slot.term));
        named.chain(self.stories.iter().map(|(term, _)| *term)).for_each(|term| self.known.insert(term as usize));
    }

    /// Where a word's entries begin in a list that is ordered by words; beyond its end where the word has none.
    #[inline]
    fn first<T>(&self, list: &[T], term: TermNo, of: impl Fn(&T) -> TermNo) -> usize {
        if self.known.contains(term as usize) { list.partition_point(|entry| of(entry) < term) } else { list.len() }
    }

    /// The names a word stands in.
    #[inline]
    pub(crate) fn named(&self, term: TermNo) -> impl Iterator<Item = &Naming> {
        let from = self.first(&self.namings, term, |naming| naming.term);
        self.namings.get(from..).unwrap_or_default().iter().take_while(move |naming| naming.term == term)
    }

    /// The phrases a word stands in.
    #[inline]
    pub(crate) fn in_phrases(&self, term: TermNo) -> impl Iterator<Item = &Slot> {
        let from = self.first(&self.slots, term, |slot| slot.term);
        self.slots.get(from..).unwrap_or_default().iter().take_while(move |slot| slot.term == term)
    }

    /// The stories a word stands in.
    #[inline]
    pub(crate) fn in_stories(&self, term: TermNo) -> impl Iterator<Item = u32> {
        let from = self.first(&self.stories, term, |(word, _)| *word);
        self.stories
            .get(from..)
            .unwrap_or_default()
            .iter()
            .take_while(move |(word, _)| *word == term)
            .map(|(_, story)| *story)
    }

    /// The services that help with a need that cannot wait.
    #[inline]
    pub(crate) fn helping(&self, urgent: u32) -> &[u32] {
        self.urgent.get(urgent as usize).map(Vec::as_slice).unwrap_or_default()
    }

    #[inline]
    pub(crate) fn phrase(&self, phrase: u32) -> Option<Phrase> {
        self.phrases.get(phrase as usize).copied()
    }

    /// Memory taken, in bytes.
    pub(crate) fn bytes(&self) -> usize {
        self.namings.len() * size_of::<Naming>()
            + self.slots.len() * size_of::<Slot>()
            + self.phrases.len() * size_of::<Phrase>()
            + self.stories.len() * 8
            + self.known.bytes()
            + self.groups.iter().map(|group| group.len() * 4 + size_of::<Vec<TermNo>>()).sum::<usize>()
    }
}
