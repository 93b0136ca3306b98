//! Text as search sees it: the one folding, tokenising and stemming, for index and query alike.

mod alphabet;
mod english;
mod fold;
mod latvian;
mod stop;
mod words;

pub use alphabet::alphabet_key;
pub use fold::fold;
pub(crate) use fold::{fold_char, lower};
pub(crate) use stop::{is_stop_word, says_little};
pub(crate) use words::is_mark;
pub use words::words;

/// Languages whose words are known to inflect, and how.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Language {
    /// Latvian.
    Latvian,
    /// English.
    English,
    /// Any other: words meet as they are written.
    Other,
}

impl Language {
    /// The language of a BCP 47 tag.
    #[must_use]
    #[inline]
    pub fn of_tag(tag: &str) -> Self {
        match tag.split(['-', '_']).next().unwrap_or(tag) {
            "lv" | "LV" | "lav" => Self::Latvian,
            "en" | "EN" | "eng" => Self::English,
            _ => Self::Other,
        }
    }

    /// The stems of a word. `lower`: in lower case; `folded`: without diacritics too. `trusted`: the word is written
    /// as it should be, as in a catalogue; a visitor may have left out its diacritics.
    #[must_use]
    #[inline]
    pub fn stems(self, lower: &str, folded: &str, trusted: bool) -> Stems {
        if folded.bytes().any(|b| b.is_ascii_digit()) {
            return Stems::same(folded);
        }
        match self {
            Self::Latvian => latvian::stem(lower, folded, trusted),
            Self::English => english::stem(folded),
            Self::Other => Stems::same(folded),
        }
    }

    /// The stems of a catalogue's word, each with its language's mark in front: stems of two languages never meet.
    #[inline]
    pub(crate) fn marked_stems(self, lower: &str, folded: &str) -> impl Iterator<Item = String> {
        let stems = self.stems(lower, folded, true);
        core::iter::once(stems.first).chain(stems.other).map(move |stem| self.marked(&stem))
    }

    /// A stem with the language's mark.
    #[inline]
    pub(crate) fn marked(self, stem: &str) -> String {
        let mark = match self {
            Self::Other => '0',
            Self::Latvian => '1',
            Self::English => '2',
        };
        let mut marked = String::with_capacity(stem.len() + 1);
        marked.push(mark);
        marked.push_str(stem);
        marked
    }
}

/// What is left of a word without its endings: one stem, or two where the ending can be read in two ways.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stems {
    /// The likelier stem.
    pub first: String,
    /// Another reading.
    pub other: Option<String>,
}

impl Stems {
    #[inline]
    fn same(word: &str) -> Self {
        Self { first: word.to_owned(), other: None }
    }

    /// One or two stems.
    #[inline]
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        core::iter::once(self.first.as_str()).chain(self.other.as_deref())
    }
}

/// Number of characters. Words are short: the standard library's way, made for long texts, would only be larger.
#[inline]
pub(crate) fn letters(word: &str) -> usize {
    word.chars().fold(0, |count, _| count + 1)
}

/// Writes a text in lower case, keeping diacritics, to `out`.
#[inline]
pub(crate) fn lower_to(text: &str, out: &mut String) {
    out.clear();
    out.extend(text.chars().map(lower));
}

/// Writes a text in lower case and without diacritics to `out`.
#[inline]
pub(crate) fn fold_to(text: &str, out: &mut String) {
    out.clear();
    for c in text.chars() {
        fold_char(c, out);
    }
}
