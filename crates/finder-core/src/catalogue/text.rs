//! Text in one or several languages, plain text only.

use super::LangIx;

/// A text that the catalogue gives in at least one of its languages. Never empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    // Sorted by language, at least one, no language twice.
    versions: Box<[(LangIx, Box<str>)]>,
}

/// A text in the language it was found in; where that is not the one asked for, the page marks it (`lang="lv"`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Localised<'a> {
    /// The text itself.
    pub text: &'a str,
    /// The language the text is in.
    pub lang: LangIx,
}

impl Text {
    /// Makes a text from its versions; blank versions are dropped, the first of two in one language stays.
    /// `None` if nothing is left.
    #[must_use]
    pub fn new(versions: impl IntoIterator<Item = (LangIx, Box<str>)>) -> Option<Self> {
        let mut kept: Vec<(LangIx, Box<str>)> = Vec::new();
        for (lang, text) in versions {
            // In order from the start: there are two or three.
            let place = kept.iter().position(|(seen, _)| *seen >= lang).unwrap_or(kept.len());
            let seen = kept.get(place).is_some_and(|(seen, _)| *seen == lang);
            if !seen && !text.trim().is_empty() {
                kept.insert(place, (lang, text));
            }
        }
        (!kept.is_empty()).then(|| Self { versions: kept.into() })
    }

    /// A dash, in the first language: stands for a text that should be there and is not.
    #[must_use]
    pub(crate) fn dash() -> Self {
        Self { versions: Box::new([(LangIx::new(0), "–".into())]) }
    }

    /// The version in `lang`, if there is one.
    #[must_use]
    pub fn get(&self, lang: LangIx) -> Option<&str> {
        self.versions.iter().find(|(l, _)| *l == lang).map(|(_, text)| &**text)
    }

    /// The version in `lang`, else the one in the catalogue's earliest language that has it.
    #[must_use]
    pub fn best(&self, lang: LangIx) -> Localised<'_> {
        let found = self.versions.iter().find(|(l, _)| *l == lang).or_else(|| self.versions.first());
        match found {
            Some((lang, text)) => Localised { text, lang: *lang },
            None => Localised { text: "", lang },
        }
    }

    /// Every version with its language, in the catalogue's order of languages.
    pub fn versions(&self) -> impl Iterator<Item = Localised<'_>> {
        self.versions.iter().map(|(lang, text)| Localised { text, lang: *lang })
    }
}
