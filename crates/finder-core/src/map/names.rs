//! Names that fit on a map.

use crate::{
    catalogue::{Catalogue, LangIx},
    text,
};

/// What each municipality is called on the map: a city by its own name, others without the word that most of them end in:
/// *Dobeles novads* → *Dobeles*, *Balvi Municipality* → *Balvi*. Where a city is called the same, the word stays.
#[must_use]
pub fn short_names(catalogue: &Catalogue, lang: LangIx) -> Vec<Box<str>> {
    let name = |at: &crate::catalogue::Municipality| at.name.best(lang).text.to_owned();
    let names: Vec<String> = catalogue.municipalities.iter().map(name).collect();
    let lasts: Vec<&str> = names.iter().filter_map(|name| Some(name.rsplit_once(' ')?.1)).collect();
    let common = lasts.iter().find(|word| lasts.iter().filter(|other| other == word).count() * 2 > names.len());
    let city = |place: &crate::catalogue::Municipality| {
        place.centre.as_ref().filter(|_| place.is_city).map(|centre| centre.name.clone())
    };
    let cities: Vec<Box<str>> = catalogue.municipalities.iter().filter_map(city).collect();
    let short = catalogue.municipalities.iter().zip(&names).map(|(place, name)| {
        city(place).unwrap_or_else(|| match name.rsplit_once(' ') {
            Some((first, last))
                if common.is_some_and(|common| *common == last) && !cities.iter().any(|city| **city == *first) =>
            {
                first.into()
            }
            _ => name.as_str().into(),
        })
    });
    short.collect()
}

/// What stands on tiles with room for `most` letters, for the whole names and short names of municipalities and whether each
/// is a city. Where a city and another one would read the same, the other one has the first letter of its name's last word:
/// *Jelga.* and *Jel.n.* for *Jelgavas novads*.
#[must_use]
pub fn tile_names(names: &[(&str, &str, bool)], most: usize) -> Vec<String> {
    let cut: Vec<String> = names.iter().map(|(_, short, _)| shortened(short, most)).collect();
    let named = names.iter().zip(&cut).map(|((name, _, is_city), own)| {
        let reads_as_city = !is_city && names.iter().zip(&cut).any(|((.., city), other)| *city && other == own);
        reads_as_city.then(|| with_initial(name, most)).flatten().unwrap_or_else(|| own.clone())
    });
    named.collect()
}

/// The first word, cut where it must be, and the first letter of the last.
fn with_initial(name: &str, most: usize) -> Option<String> {
    let (first, last) = name.rsplit_once(' ')?;
    let initial = last.chars().next()?.to_string();
    let room = most.checked_sub(3)?;
    if text::letters(first) <= room {
        return Some([first, " ", &initial, "."].concat());
    }
    let first: String = first.chars().take(room).collect();
    Some([&first, ".", &initial, "."].concat())
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
        for name in ["Dobeles", "Rīga", "Jelgavas", "Jelgava", "Dienvidkurzemes", "Ventspils"] {
            assert_eq!(short.iter().filter(|short| &***short == name).count(), 1, "{name}");
        }
        let long: Vec<&str> = short.iter().map(|name| &**name).filter(|name| name.contains(' ')).collect();
        assert_eq!(long, ["Ventspils novads"]);
        assert_eq!(shortened("Ādažu", 5), "Ādažu");
        assert_eq!(shortened("Augšdaugavas", 6), "Augšd.");
    }

    #[test]
    fn no_tile_reads_as_another() {
        let (catalogue, _) = latvia();
        for lang in 0..2 {
            let lang = LangIx::new(lang);
            let short = short_names(&catalogue, lang);
            let places = catalogue.municipalities.iter().zip(&short);
            let names: Vec<_> = places.map(|(at, short)| (at.name.best(lang).text, &**short, at.is_city)).collect();
            for most in 5..20 {
                let tiles = tile_names(&names, most);
                for (at, tile) in tiles.iter().enumerate() {
                    assert!(text::letters(tile) <= most, "{tile} in {most} letters");
                    assert!(!tiles.iter().skip(at + 1).any(|other| other == tile), "{tile} twice in {most} letters");
                }
            }
        }
        let names = [("Jelgava", "Jelgava", true), ("Jelgavas novads", "Jelgavas", false)];
        assert_eq!(tile_names(&names, 6), ["Jelga.", "Jel.n."]);
        assert_eq!(tile_names(&names, 8), ["Jelgava", "Jelgavas"]);
        let names = [("Ventspils", "Ventspils", true), ("Ventspils novads", "Ventspils novads", false)];
        assert_eq!(tile_names(&names, 12), ["Ventspils", "Ventspils n."]);
    }
}
