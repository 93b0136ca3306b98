//! The words of a catalogue, in order: a prefix is a range, a stem is a list of words.

use core::ops::Range;

use super::texts::Texts;
use crate::order::Sorting;

/// A word of the vocabulary: its position in the order of folded words.
pub(crate) type TermNo = u32;

/// Every word once, in lower case, ordered by its folded form.
#[derive(Debug, Default)]
pub(crate) struct Vocabulary {
    /// In lower case, with diacritics.
    lower: Texts,
    /// Folded; empty where that is the same.
    folded: Texts,
    /// Stems, each with its language's mark in front, ordered.
    stems: Texts,
    /// By stem: where its words begin in `stem_terms`; one more at the end.
    stem_starts: Vec<u32>,
    stem_terms: Vec<TermNo>,
}

/// A [`Vocabulary`] in the making, in steps.
#[derive(Debug)]
pub(crate) struct Making {
    /// By a word's number.
    words: Texts,
    folded: Texts,
    /// By a stem's number.
    stems: Texts,
    /// (stem, word)
    pairs: Vec<(u32, u32)>,
    sorting: Sorting,
    stage: Stage,
    made: Vocabulary,
    /// By a word's number: its place in the vocabulary.
    place: Vec<TermNo>,
}

/// What is being put in order.
#[derive(Clone, Copy, Debug)]
enum Stage {
    Words,
    Stems,
    Pairs,
}

impl Making {
    /// Of words in lower case and the same folded, of stems with their language's marks, and pairs of a stem's number and
    /// a word's.
    #[inline]
    pub(crate) fn new(words: Texts, folded: Texts, stems: Texts, pairs: Vec<(u32, u32)>) -> Self {
        let sorting = Sorting::new(words.len());
        let (made, place) = Default::default();
        Self { words, folded, stems, pairs, sorting, stage: Stage::Words, made, place }
    }

    /// Puts up to `most` words or stems one step further. When all are in order: the vocabulary and, by a word's number,
    /// its place there.
    #[inline]
    pub(crate) fn step(&mut self, most: usize) -> Option<(Vocabulary, Vec<TermNo>)> {
        let Self { words, folded, stems, pairs, .. } = self;
        let done = match self.stage {
            Stage::Words => self.sorting.step(most, &|a, b| {
                let (a, b) = (a as usize, b as usize);
                folded.get(a).cmp(folded.get(b)).then_with(|| words.get(a).cmp(words.get(b)))
            }),
            Stage::Stems => self.sorting.step(most, &|a, b| stems.get(a as usize).cmp(stems.get(b as usize))),
            Stage::Pairs => self.sorting.step(most, &|a, b| pairs.get(a as usize).cmp(&pairs.get(b as usize))),
        };
        if !done {
            return None;
        }
        match self.stage {
            Stage::Words => self.take_words(),
            Stage::Stems => self.take_stems(),
            Stage::Pairs => {
                self.take_pairs();
                return Some((core::mem::take(&mut self.made), core::mem::take(&mut self.place)));
            }
        }
        None
    }

    #[inline]
    fn take_words(&mut self) {
        for old in self.sorting.order() {
            let (lower, folded) = (self.words.get(*old as usize), self.folded.get(*old as usize));
            self.made.lower.push(lower);
            self.made.folded.push(if folded == lower { "" } else { folded });
        }
        self.place = self.sorting.ranks();
        (self.sorting, self.stage) = (Sorting::new(self.stems.len()), Stage::Stems);
    }

    #[inline]
    fn take_stems(&mut self) {
        for old in self.sorting.order() {
            self.made.stems.push(self.stems.get(*old as usize));
        }
        let rank = self.sorting.ranks();
        let at = |list: &[u32], i: u32| list.get(i as usize).copied().unwrap_or_default();
        for (stem, word) in &mut self.pairs {
            (*stem, *word) = (at(&rank, *stem), at(&self.place, *word));
        }
        (self.sorting, self.stage) = (Sorting::new(self.pairs.len()), Stage::Pairs);
    }

    #[inline]
    fn take_pairs(&mut self) {
        let pairs = self.sorting.order().iter().filter_map(|at| self.pairs.get(*at as usize));
        let mut last = None;
        for pair in pairs.filter(|pair| last.replace(**pair) != Some(**pair)) {
            let (stem, term) = *pair;
            // Every stem has a word, so that starts follow one another without a gap.
            if self.made.stem_starts.len() <= stem as usize {
                self.made.stem_starts.push(number(self.made.stem_terms.len()));
            }
            self.made.stem_terms.push(term);
        }
        self.made.stem_starts.push(number(self.made.stem_terms.len()));
    }
}

impl Vocabulary {
    #[inline]
    pub(crate) fn len(&self) -> usize {
        self.lower.len()
    }

    /// The word in lower case.
    #[inline]
    pub(crate) fn lower(&self, term: TermNo) -> &str {
        self.lower.get(term as usize)
    }

    /// The word folded.
    #[inline]
    pub(crate) fn folded(&self, term: TermNo) -> &str {
        let folded = self.folded.get(term as usize);
        if folded.is_empty() { self.lower.get(term as usize) } else { folded }
    }

    /// The words whose folded form begins with `prefix`; those that are `prefix` itself come first.
    #[inline]
    pub(crate) fn with_prefix(&self, prefix: &str) -> Range<TermNo> {
        let start = self.first_not(|folded| folded < prefix);
        let end = self.first_not(|folded| folded < prefix || folded.starts_with(prefix));
        start..end
    }

    #[inline]
    fn first_not(&self, is_before: impl Fn(&str) -> bool) -> TermNo {
        let (mut low, mut high) = (0, number(self.len()));
        while low < high {
            let middle = low.midpoint(high);
            if is_before(self.folded(middle)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low
    }

    /// The words of a marked stem, ascending.
    #[inline]
    pub(crate) fn of_stem(&self, marked: &str) -> &[TermNo] {
        let at = self.stems.first_not(|stem| stem < marked);
        if self.stems.get(at) == marked { self.terms_of(at) } else { &[] }
    }

    /// The words of the stem at a position of [`stems`](Self::stems).
    #[inline]
    pub(crate) fn terms_of(&self, stem: usize) -> &[TermNo] {
        let at = |i: usize| self.stem_starts.get(i).map_or(0, |start| *start as usize);
        self.stem_terms.get(at(stem)..at(stem + 1)).unwrap_or_default()
    }

    /// All stems with their marks, ordered.
    #[inline]
    pub(crate) const fn stems(&self) -> &Texts {
        &self.stems
    }

    /// Memory taken, in bytes.
    pub(crate) fn bytes(&self) -> usize {
        let texts = self.lower.bytes() + self.folded.bytes() + self.stems.bytes();
        texts + (self.stem_starts.len() + self.stem_terms.len()) * 4
    }
}

/// A position as it is stored. Vocabularies are far below `u32::MAX` words.
#[inline]
pub(crate) fn number(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}
