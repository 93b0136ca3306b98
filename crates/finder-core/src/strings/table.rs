//! Tables of texts: each text a documented field, so that a missing translation does not compile.

/// Declares a table of texts: a documented field for each text.
macro_rules! strings {
    ($table:ident; $($(#[$doc:meta])* $name:ident: $kind:ty,)*) => {
        /// Texts in one language. `{n}` and the like are filled in with `fill` or `UiLang::count`.
        #[derive(Debug)]
        pub struct $table {
            $($(#[$doc])* pub $name: $kind,)*
        }

        #[cfg(test)]
        impl $table {
            /// Every text with its field's name, for tests.
            pub(super) fn all(&self) -> Vec<(&'static str, Vec<&'static str>)> {
                vec![$((stringify!($name), crate::strings::table::Texts::texts(&self.$name)),)*]
            }
        }
    };
}
pub(super) use strings;

/// What the tests need of a field.
#[cfg(test)]
pub(super) trait Texts {
    fn texts(&self) -> Vec<&'static str>;
}

#[cfg(test)]
impl Texts for &'static str {
    fn texts(&self) -> Vec<&'static str> {
        vec![self]
    }
}

#[cfg(test)]
impl Texts for super::Plural {
    fn texts(&self) -> Vec<&'static str> {
        vec![self.zero, self.one, self.other]
    }
}

#[cfg(test)]
mod tests {
    use crate::strings::UiLang;

    #[test]
    fn no_text_is_blank_and_both_languages_use_the_same_names() {
        let names = |text: &str| {
            let mut names: Vec<String> =
                text.split('{').skip(1).filter_map(|s| s.split_once('}')).map(|(n, _)| n.to_owned()).collect();
            names.sort();
            names.dedup();
            names
        };
        let all = |lang: UiLang| {
            let (first, pages, places, map) =
                (lang.strings().all(), lang.pages().all(), lang.places().all(), lang.map().all());
            [first, pages, places, map, lang.stories().all(), lang.programmes().all(), lang.words().all()].concat()
        };
        for ((field, lv), (_, en)) in all(UiLang::Lv).into_iter().zip(all(UiLang::En)) {
            for (lv, en) in lv.iter().zip(&en) {
                assert!(!lv.trim().is_empty() && !en.trim().is_empty(), "{field} is blank");
                assert_eq!(names(lv), names(en), "{field}: names differ");
            }
        }
    }
}
