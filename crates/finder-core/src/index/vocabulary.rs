//! The words of a catalogue, in order: a prefix is a range, a stem is a list of words.

use core::ops::Range;

use super::texts::Texts;
use crate::text::fold_to;

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

impl Vocabulary {
    /// Puts words (lower case) into order. `stems`: pairs of a marked stem's number in `stem_texts` and a word's number.
    /// Answers the vocabulary and, by a word's number, its new place.
    #[inline]
    pub(crate) fn new(words: &Texts, stem_texts: &Texts, stems: &[(u32, u32)]) -> (Self, Vec<TermNo>) {
        let mut folded = Texts::default();
        let mut buffer = String::new();
        for at in 0..words.len() {
            fold_to(words.get(at), &mut buffer);
            folded.push(&buffer);
        }
        let mut order: Vec<u32> = (0..number(words.len())).collect();
        crate::order::sort_by(&mut order, |a, b| {
            let (a, b) = (*a as usize, *b as usize);
            folded.get(a).cmp(folded.get(b)).then_with(|| words.get(a).cmp(words.get(b)))
        });
        let mut vocabulary = Self::default();
        let mut place = vec![0; words.len()];
        for (new, old) in order.iter().enumerate() {
            let (lower, folded) = (words.get(*old as usize), folded.get(*old as usize));
            vocabulary.lower.push(lower);
            vocabulary.folded.push(if folded == lower { "" } else { folded });
            if let Some(place) = place.get_mut(*old as usize) {
                *place = number(new);
            }
        }
        vocabulary.order_stems(stem_texts, stems, &place);
        (vocabulary, place)
    }

    #[inline]
    fn order_stems(&mut self, texts: &Texts, stems: &[(u32, u32)], place: &[TermNo]) {
        let mut order: Vec<u32> = (0..number(texts.len())).collect();
        crate::order::sort_by_key(&mut order, |stem| texts.get(*stem as usize));
        let mut rank = vec![0; texts.len()];
        for (new, old) in order.iter().enumerate() {
            self.stems.push(texts.get(*old as usize));
            if let Some(rank) = rank.get_mut(*old as usize) {
                *rank = number(new);
            }
        }
        let at = |list: &[u32], i: u32| list.get(i as usize).copied().unwrap_or_default();
        let mut pairs: Vec<(u32, TermNo)> = stems.iter().map(|(s, term)| (at(&rank, *s), at(place, *term))).collect();
        crate::order::sort(&mut pairs);
        pairs.dedup();
        let mut next = pairs.iter().peekable();
        for stem in 0..number(texts.len()) {
            self.stem_starts.push(number(self.stem_terms.len()));
            while let Some((_, term)) = next.next_if(|(s, _)| *s == stem) {
                self.stem_terms.push(*term);
            }
        }
        self.stem_starts.push(number(self.stem_terms.len()));
    }

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
