//! Names that fit on a map.

use crate::{
    catalogue::{Catalogue, LangIx},
    text,
};

/// What each municipality is called on the map: a city by its own name, others without the word that most of them end in:
/// *Dobeles novads* → *Dobeles*, *Balvi Municipality* → *Balvi*.
#[must_use]
pub fn short_names(catalogue: &Catalogue, lang: LangIx) -> Vec<Box<str>> {
    let name = |at: &crate::catalogue::Municipality| at.name.best(lang).text.to_owned();
    let names: Vec<String> = catalogue.municipalities.iter().map(name).collect();
    let lasts: Vec<&str> = names.iter().filter_map(|name| Some(name.rsplit_once(' ')?.1)).collect();
    let common = lasts.iter().find(|word| lasts.iter().filter(|other| other == word).count() * 2 > names.len());
    let short = catalogue.municipalities.iter().zip(&names).map(|(place, name)| {
        let city = place.centre.as_ref().filter(|_| place.is_city).map(|centre| centre.name.clone());
        city.unwrap_or_else(|| match name.rsplit_once(' ') {
            Some((first, last)) if common.is_some_and(|common| *common == last) => first.into(),
            _ => name.as_str().into(),
        })
    });
    short.collect()
}

/// A name in at most `most` letters, cut with a full stop where it is longer.
#[must_use]
pub fn shortened(name: &str, most: usize) -> String {
    if text::letters(name) <= most {
        return name.to_owned();
    }
    let mut cut: String = name.chars().take(most.saturating_sub(1)).collect();
    cut.push('.');
    cut
}

#[cfg(test)]
mod tests {
    use super::{super::tests::latvia, *};

    #[test]
    fn the_common_last_word_goes() {
        let (catalogue, _) = latvia();
        let short = short_names(&catalogue, LangIx::new(0));
        for name in ["Dobeles", "Rīga", "Jelgavas", "Jelgava", "Dienvidkurzemes"] {
            assert_eq!(short.iter().filter(|short| &***short == name).count(), 1, "{name}");
        }
        assert!(short.iter().all(|name| !name.contains(' ')), "{short:?}");
        assert_eq!(shortened("Ādažu", 5), "Ādažu");
        assert_eq!(shortened("Augšdaugavas", 6), "Augšd.");
    }
}
