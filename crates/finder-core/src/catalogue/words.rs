//! The words people use for what a catalogue names: apart from its records, since only a search reads them.

use super::{LangIx, Phone, ServiceIx};

/// Words and phrases of one record, each with its language. A phrase is meant when a query has all its words.
pub type Phrases = Vec<(LangIx, Box<str>)>;

/// All words beyond names and texts that services are found by.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lexicon {
    /// By kind of service, in the catalogue's order: other names, abbreviations and life situations that mean it; searched,
    /// not shown as names.
    pub types: Vec<Phrases>,
    /// By audience, the same.
    pub audiences: Vec<Phrases>,
    /// By municipality: parishes, towns and villages in it.
    pub municipalities: Vec<Phrases>,
    /// Further words that single services should be found by, services ascending; those without any are left out.
    pub services: Vec<(ServiceIx, Phrases)>,
    /// Words that mean the same.
    pub equivalents: Vec<Equivalent>,
    /// Needs that cannot wait.
    pub urgent: Vec<Urgent>,
}

impl Lexicon {
    /// The further words of a service.
    #[must_use]
    #[inline]
    pub fn of_service(&self, service: ServiceIx) -> &[(LangIx, Box<str>)] {
        let at = self.services.binary_search_by_key(&service.get(), |(of, _)| of.get());
        at.ok().and_then(|at| self.services.get(at)).map(|(_, phrases)| phrases.as_slice()).unwrap_or_default()
    }

    /// The words of one language.
    #[must_use]
    pub fn in_language(&self, lang: LangIx) -> Self {
        let own = |phrases: &Phrases| phrases.iter().filter(|(of, _)| *of == lang).cloned().collect::<Phrases>();
        let services = self.services.iter().map(|(service, phrases)| (*service, own(phrases)));
        let equivalents = self.equivalents.iter().map(|group| Equivalent { words: own(&group.words) });
        Self {
            types: self.types.iter().map(own).collect(),
            audiences: self.audiences.iter().map(own).collect(),
            municipalities: self.municipalities.iter().map(own).collect(),
            services: services.filter(|(_, phrases)| !phrases.is_empty()).collect(),
            equivalents: equivalents.filter(|group| !group.words.is_empty()).collect(),
            urgent: self.urgent.iter().map(|urgent| Urgent { words: own(&urgent.words), ..urgent.clone() }).collect(),
        }
    }

    /// Are there no words at all?
    #[must_use]
    pub fn is_empty(&self) -> bool {
        let mut terms = self.types.iter().chain(&self.audiences).chain(&self.municipalities);
        terms.all(Vec::is_empty) && self.services.is_empty() && self.equivalents.is_empty() && self.urgent.is_empty()
    }
}

/// Words that people use for one another: a query for one finds the others, ranked as synonyms.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Equivalent {
    /// Single words, each with its language; words of one language stand for one another.
    pub words: Phrases,
}

/// A need that cannot wait: a query that names it brings help above the results.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Urgent {
    /// Words and phrases that name the need.
    pub words: Phrases,
    /// The helplines and places to offer, most fitting first.
    pub services: Vec<ServiceIx>,
    /// The emergency number, where life may be in danger.
    pub emergency: Option<Phone>,
    /// What only sounds like a need: words that mean it name none, and it brings no help. *Pazudusi apliecība*, a lost
    /// document, is no lost child.
    pub harmless: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_of_a_language_are_no_others() {
        let phrases = |words: &[(usize, &str)]| -> Phrases {
            words.iter().map(|(lang, word)| (LangIx::new(*lang), (*word).into())).collect()
        };
        let group = |words: &[(usize, &str)]| Equivalent { words: phrases(words) };
        let urgent = |words: &[(usize, &str)]| Urgent {
            words: phrases(words),
            services: vec![ServiceIx::new(4)],
            emergency: None,
            harmless: false,
        };
        let both = Lexicon {
            types: vec![phrases(&[(0, "viens"), (1, "one")]), phrases(&[(1, "two")])],
            audiences: vec![phrases(&[(0, "trīs")])],
            municipalities: vec![phrases(&[(0, "Ciems"), (1, "Village")]), phrases(&[])],
            services: vec![(ServiceIx::new(2), phrases(&[(1, "four")])), (ServiceIx::new(5), phrases(&[(0, "pieci")]))],
            equivalents: vec![group(&[(1, "six"), (1, "half a dozen")]), group(&[(0, "septiņi"), (1, "seven")])],
            urgent: vec![urgent(&[(0, "astoņi"), (1, "eight")])],
        };
        let latvian = both.in_language(LangIx::new(0));
        // What has a place of its own in the catalogue keeps it; what has none and no words is gone.
        let expected = Lexicon {
            types: vec![phrases(&[(0, "viens")]), phrases(&[])],
            audiences: vec![phrases(&[(0, "trīs")])],
            municipalities: vec![phrases(&[(0, "Ciems")]), phrases(&[])],
            services: vec![(ServiceIx::new(5), phrases(&[(0, "pieci")]))],
            equivalents: vec![group(&[(0, "septiņi")])],
            urgent: vec![urgent(&[(0, "astoņi")])],
        };
        assert_eq!(latvian, expected);
        assert_eq!(latvian.of_service(ServiceIx::new(5)), expected.services[0].1.as_slice());
        assert!(latvian.of_service(ServiceIx::new(2)).is_empty());
    }

    #[test]
    fn a_lexicon_is_empty_without_any_word() {
        assert!(Lexicon::default().is_empty());
        let word: Phrases = vec![(LangIx::new(0), "word".into())];
        let none = || vec![Phrases::new()];
        let bare = || Lexicon { types: none(), audiences: none(), municipalities: none(), ..Lexicon::default() };
        assert!(bare().is_empty());
        let group = Equivalent { words: word.clone() };
        let urgent = Urgent { words: word.clone(), services: Vec::new(), emergency: None, harmless: false };
        for some in [
            Lexicon { types: vec![word.clone()], ..bare() },
            Lexicon { audiences: vec![word.clone()], ..bare() },
            Lexicon { municipalities: vec![word.clone()], ..bare() },
            Lexicon { services: vec![(ServiceIx::new(0), word.clone())], ..bare() },
            Lexicon { equivalents: vec![group], ..bare() },
            Lexicon { urgent: vec![urgent], ..bare() },
        ] {
            assert!(!some.is_empty(), "{some:?}");
        }
    }
}
