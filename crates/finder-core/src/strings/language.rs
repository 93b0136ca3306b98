//! The languages the finder itself speaks.

/// An interface language.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum UiLang {
    /// Latvian.
    #[default]
    Lv,
    /// English.
    En,
}

impl UiLang {
    /// Every interface language, in the order of the language switch.
    pub const ALL: [Self; 2] = [Self::Lv, Self::En];

    /// The language whose primary subtag `tag` has: `en-GB` finds English. `None` if there is no such interface.
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Self> {
        let primary = tag.split(['-', '_']).next().unwrap_or(tag);
        Self::ALL.into_iter().find(|lang| lang.tag().eq_ignore_ascii_case(primary))
    }

    /// BCP 47 tag.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Lv => "lv",
            Self::En => "en",
        }
    }

    /// The language's name in itself.
    #[must_use]
    pub const fn own_name(self) -> &'static str {
        match self {
            Self::Lv => "Latviešu",
            Self::En => "English",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_find_their_language() {
        assert_eq!(UiLang::from_tag("en-GB"), Some(UiLang::En));
        assert_eq!(UiLang::from_tag("LV"), Some(UiLang::Lv));
        assert_eq!(UiLang::from_tag("ru"), None);
        assert_eq!(UiLang::from_tag(""), None);
    }
}
