//! Places by name: where a visitor is or lives, as they would write it.

use crate::{
    catalogue::{Catalogue, LangIx, Municipality, MunicipalityIx, Point, Service, ServiceArea},
    geography::distance_km,
    order::sort_by_key,
    text::{Language, alphabet_key, fold},
};

/// Farther than this from every municipal centre is outside of what the catalogue covers: in Latvia the farthest corner of a
/// municipality lies some 60 km from its centre.
const OUTSIDE_KM: f64 = 75.0;

/// A place with the municipality it lies in.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    /// Its name, as the catalogue writes it.
    pub name: Box<str>,
    /// The municipality.
    pub municipality: MunicipalityIx,
    /// What distances are measured from: the municipality's centre, which for a town within it is only near.
    pub at: Point,
    /// The town the distances are measured from.
    pub centre: Box<str>,
}

/// Places whose name begins as `text` does, or has a word that does; the likeliest first, at most `most`. Every
/// municipality, also former ones, every municipal centre and every town with a service. Case and diacritics do not matter,
/// nor does the ending of the word (*Dobelē* finds *Dobele*).
#[must_use]
pub fn find_places(catalogue: &Catalogue, text: &str, lang: LangIx, most: usize) -> Vec<Place> {
    let asked = fold(text.trim());
    if asked.is_empty() {
        return Vec::new();
    }
    let language = catalogue.languages.first().map_or(Language::Other, |tag| Language::of_tag(tag));
    let mut found: Vec<(u8, Place)> = Vec::new();
    let mut offer = |sort: u8, name: &str, municipality: MunicipalityIx| {
        let Some(rank) = rank(&asked, name, language) else { return };
        let Some(centre) = catalogue.municipality(municipality).and_then(|place| place.centre.as_ref()) else { return };
        if !found.iter().any(|(_, place)| *place.name == *name && place.municipality == municipality) {
            let place = Place { name: name.into(), municipality, at: centre.at, centre: centre.name.clone() };
            found.push((rank * 4 + sort, place));
        }
    };
    for (at, place) in catalogue.municipalities.iter().enumerate() {
        let ix = MunicipalityIx::new(at);
        if let Some(centre) = &place.centre {
            // A town that two municipalities are run from lies in the city of that name.
            let is_elsewhere = !place.is_city
                && catalogue
                    .municipalities
                    .iter()
                    .any(|other| other.is_city && other.centre.as_ref().is_some_and(|city| city.name == centre.name));
            if !is_elsewhere {
                offer(0, &centre.name, ix);
            }
        }
        for lang in [lang, LangIx::new(0)] {
            offer(1, place.name.best(lang).text, ix);
        }
        for former in &place.former {
            offer(2, former, ix);
        }
    }
    for service in &catalogue.services {
        if let (Some(town), Some(ix)) = (town(service), municipality(service)) {
            offer(3, town, ix);
        }
    }
    sort_by_key(&mut found, |(rank, _)| *rank);
    found.truncate(most);
    found.into_iter().map(|(_, place)| place).collect()
}

/// How well a name answers; the smallest is best.
fn rank(asked: &str, name: &str, language: Language) -> Option<u8> {
    let name = fold(name);
    if name == asked {
        return Some(0);
    }
    if name.starts_with(asked) {
        return Some(1);
    }
    if name.split([' ', '-', ',']).any(|word| word.starts_with(asked)) {
        return Some(2);
    }
    // The same word with another ending; folded, since a visitor may leave diacritics out.
    let stem = |word: &str| language.stems(word, word, false).first;
    (!asked.contains(' ') && !name.contains(' ') && stem(asked) == stem(&name)).then_some(1)
}

/// The town a service's place begins with: *Birži, Salas pagasts* → *Birži*.
fn town(service: &Service) -> Option<&str> {
    service.place.as_deref().and_then(|place| place.split(',').next()).map(str::trim).filter(|town| !town.is_empty())
}

fn municipality(service: &Service) -> Option<MunicipalityIx> {
    match service.area {
        ServiceArea::Municipality(ix) => Some(ix),
        ServiceArea::Nationwide | ServiceArea::NotStated => None,
    }
}

/// The municipalities in alphabetical order of their names.
#[must_use]
pub fn by_name(catalogue: &Catalogue, lang: LangIx) -> Vec<MunicipalityIx> {
    let named =
        |(at, place): (usize, &Municipality)| (alphabet_key(place.name.best(lang).text), MunicipalityIx::new(at));
    let mut named: Vec<_> = catalogue.municipalities.iter().enumerate().map(named).collect();
    crate::order::sort(&mut named);
    named.into_iter().map(|(_, ix)| ix).collect()
}

/// The municipality whose centre is nearest to a position, with the kilometres to it.
#[must_use]
pub fn nearest(catalogue: &Catalogue, at: Point) -> Option<(MunicipalityIx, f64)> {
    let mut best: Option<(MunicipalityIx, f64)> = None;
    for (position, place) in catalogue.municipalities.iter().enumerate() {
        let Some(centre) = &place.centre else { continue };
        let km = distance_km(at, centre.at);
        if best.is_none_or(|(_, least)| km < least) {
            best = Some((MunicipalityIx::new(position), km));
        }
    }
    best
}

/// Is a position so far from every municipal centre that it lies outside of what the catalogue covers?
#[must_use]
pub fn is_outside(nearest_km: f64) -> bool {
    // A position that is no number is nowhere.
    nearest_km.is_nan() || nearest_km > OUTSIDE_KM
}

/// Kilometres as people say them: whole, and at least one.
#[must_use]
pub fn rounded_km(km: f64) -> u32 {
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "no two places are farther apart")]
    let rounded = (km + 0.5).clamp(1.0, 40_000.0) as u32;
    rounded
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::map::tests::latvia;

    fn names(text: &str) -> Vec<(String, String)> {
        let (catalogue, _) = latvia();
        let lang = LangIx::new(0);
        let of = |place: Place| {
            let municipality = catalogue.municipality(place.municipality).expect("is there");
            (place.name.to_string(), municipality.name.best(lang).text.to_owned())
        };
        find_places(&catalogue, text, lang, 6).into_iter().map(of).collect()
    }

    #[test]
    fn places_are_found_as_people_write_them() {
        for (text, name, municipality) in [
            ("Dobele", "Dobele", "Dobeles novads"),
            ("dobele", "Dobele", "Dobeles novads"),
            ("Dobelē", "Dobele", "Dobeles novads"),
            ("Dobeles novads", "Dobeles novads", "Dobeles novads"),
            // A former municipality, a town that only a service names, a village with its parish.
            ("auces nov", "Auces novads", "Dobeles novads"),
            ("Aknīste", "Aknīste", "Jēkabpils novads"),
            ("aizpute", "Aizpute", "Dienvidkurzemes novads"),
            ("Birži", "Birži", "Jēkabpils novads"),
            // The city, not the municipality around it that is run from there.
            ("jelgava", "Jelgava", "Jelgavas valstspilsēta"),
            ("Jelgavas novads", "Jelgavas novads", "Jelgavas novads"),
            ("riga", "Rīga", "Rīgas valstspilsēta"),
            ("kekava", "Ķekava", "Ķekavas novads"),
            ("ulbroka", "Ulbroka", "Ropažu novads"),
        ] {
            let first = names(text).into_iter().next();
            assert_eq!(first, Some((name.to_owned(), municipality.to_owned())), "{text}");
        }
        for nothing in ["", "  ", "xyzzy", "Tartu"] {
            assert_eq!(names(nothing), [], "{nothing}");
        }
        assert!(names("a").len() <= 6);
    }

    #[test]
    fn every_municipality_is_found_by_name_and_by_its_former_names() {
        let (catalogue, _) = latvia();
        let lang = LangIx::new(0);
        for (at, place) in catalogue.municipalities.iter().enumerate() {
            for name in core::iter::once(place.name.best(lang).text).chain(place.former.iter().map(|name| &**name)) {
                let found = find_places(&catalogue, name, lang, 6);
                assert!(found.iter().any(|found| found.municipality.get() == at), "{name}: {found:?}");
            }
        }
    }

    #[test]
    fn positions_have_a_nearest_centre_or_lie_outside() {
        let (catalogue, _) = latvia();
        let near = |lat, lon| {
            let (ix, km) = nearest(&catalogue, Point { lat, lon }).expect("some centre");
            (catalogue.municipality(ix).expect("is there").id.as_str().to_owned(), km)
        };
        // Cape Kolka, the farthest corner; the cathedral of Rīga.
        let (id, km) = near(57.757, 22.605);
        assert_eq!(id, "LV-097");
        assert!(!is_outside(km), "{km}");
        assert_eq!(near(56.949, 24.104).0, "LV-RIX");
        for (lat, lon) in [(59.437, 24.754), (52.23, 21.01), (0.0, 0.0), (f64::NAN, 1.0)] {
            let km = nearest(&catalogue, Point { lat, lon }).map_or(f64::NAN, |(_, km)| km);
            assert!(is_outside(km), "{lat} {lon}: {km}");
        }
    }

    #[test]
    fn kilometres_are_whole_and_never_none() {
        assert_eq!([0.0, 0.4, 1.4, 1.6, 11.5, 56.49].map(rounded_km), [1, 1, 1, 2, 12, 56]);
        assert_eq!(rounded_km(f64::NAN), 0);
    }
}
