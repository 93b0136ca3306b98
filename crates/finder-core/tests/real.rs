//! Reasons, rescue and suggestions on the real catalogue.
#![allow(clippy::indexing_slicing, clippy::expect_used, reason = "a test")]

use std::sync::LazyLock;

use finder_core::{
    catalogue::{Catalogue, LangIx, MunicipalityId, MunicipalityIx, ServiceArea, TermId},
    index::{Builder, Index},
    load::Loaded,
    query::Query,
    rescue::{Change, rescue},
    results::{Asking, Field, Highlighter, Meaning, find, narrow},
    suggest::{Suggested, suggest},
};

static REAL: LazyLock<(Catalogue, Index)> = LazyLock::new(|| {
    let bytes = std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/../../data/latvia.json")).expect("the catalogue");
    let catalogue = Loaded::first(&bytes).expect("is JSON").catalogue().0.expect("is a catalogue");
    let index = Index::build(&catalogue, LangIx::new(0));
    (catalogue, index)
});

fn words(text: &str) -> Query {
    Query { text: text.to_owned(), ..Query::default() }
}

/// A reason had only said the visitor's word again.
#[test]
fn a_reason_names_what_another_word_stands_for() {
    let (catalogue, index) = &*REAL;
    let first = |text: &str| {
        let result = find(catalogue, index, &words(text), Asking { limit: Some(20), ..Asking::default() });
        result
            .hits
            .iter()
            .flat_map(|hit| hit.why.clone())
            .find(|why| why.of.is_some())
            .unwrap_or_else(|| panic!("{text}: {:?}", result.hits))
    };
    let name = |of| match of {
        Some(Meaning::Type(ix)) => catalogue.type_term(ix).map(|term| term.id.as_str()),
        Some(Meaning::Municipality(ix)) => catalogue.municipality(ix).map(|place| place.id.as_str()),
        _ => None,
    };
    let kind = first("autisms");
    assert_eq!((kind.field, name(kind.of)), (Field::Synonym, Some("day-care-children")));
    // A word of a single service.
    let result = find(catalogue, index, &words("aizmaldās"), Asking::default());
    let why = result.hits.iter().flat_map(|hit| &hit.why).find(|why| why.field == Field::Synonym).expect("a reason");
    assert_eq!((&*why.found, why.of), ("aizmaldās", None));
    let audience = |text: &str| {
        let hits = find(catalogue, index, &words(text), Asking::default()).hits;
        hits.iter().flat_map(|hit| &hit.why).any(|why| matches!(why.of, Some(Meaning::Audience(_))))
    };
    assert!(audience("alcheimers"));
    // Of the service's own kinds and audiences alone.
    for text in ["autisms", "demence", "grt", "darba terapija"] {
        for hit in find(catalogue, index, &words(text), Asking::default()).hits {
            for why in &hit.why {
                let service = catalogue.service(why.service).expect("exists");
                let is_own = match why.of {
                    Some(Meaning::Type(ix)) => service.types.contains(&ix),
                    Some(Meaning::Audience(ix)) => service.audiences.contains(&ix),
                    _ => true,
                };
                assert!(is_own && (why.service == hit.service || hit.parts.contains(&why.service)), "{text}: {why:?}");
            }
        }
    }
    // A municipality of before the reform.
    let place = first("Jaunpiebalgas novads");
    assert_eq!((place.field, name(place.of)), (Field::Place, Some("LV-022")));
}

/// *Pagasts* is part of a municipality's former name, and so no address with that word had counted elsewhere.
#[test]
fn a_parish_is_found_where_its_address_says() {
    let (catalogue, index) = &*REAL;
    let result = find(catalogue, index, &words("nīkrāces pagastā"), Asking::default());
    assert!(result.total > 0 && !result.partial, "{} {}", result.total, result.partial);
}

/// Kolka was taken for a slip of the finger: parishes, towns and villages were known from addresses alone. *Sarkaņu pagasts* is
/// no red thing.
#[test]
fn parishes_and_small_towns_find_their_municipality() {
    let (catalogue, index) = &*REAL;
    let english = Index::build(catalogue, LangIx::new(1));
    for (text, id) in [
        ("Kolka", "LV-097"),
        ("kolkas pagastā", "LV-097"),
        ("sabile", "LV-097"),
        ("Staicele", "LV-054"),
        ("Maltas pagasts", "LV-077"),
        ("vangazi", "LV-080"),
    ] {
        let municipality = catalogue.municipalities.iter().position(|m| m.id.as_str() == id).expect("exists");
        for index in [index, &english] {
            let result = find(catalogue, index, &words(text), Asking::default());
            assert!(result.total > 0 && !result.partial, "{text}: {}", result.total);
            for hit in result.hits.iter().take(result.total) {
                let service = catalogue.service(hit.service).expect("exists");
                let is_there = matches!(service.area, ServiceArea::Municipality(ix) if ix.get() == municipality);
                assert!(is_there, "{text}: {}", service.id);
            }
            let of = result.hits.iter().flat_map(|hit| &hit.why).find_map(|why| why.of);
            assert_eq!(of, Some(Meaning::Municipality(MunicipalityIx::new(municipality))), "{text}");
        }
    }
    let red = find(catalogue, index, &words("Sarkaņu pagasts"), Asking::default());
    let first = red.hits.first().and_then(|hit| catalogue.service(hit.service)).expect("found");
    let in_madona = matches!(first.area, ServiceArea::Municipality(ix)
        if catalogue.municipality(ix).is_some_and(|m| m.id.as_str() == "LV-059"));
    assert!(in_madona, "{}", first.id);
    let red = find(catalogue, index, &words("sarkanais krusts"), Asking::default());
    assert!(red.hits.iter().flat_map(|hit| &hit.why).all(|why| why.field != Field::Place), "{:?}", red.hits);
}

/// *žūpa*, who drinks, had found all that is said of *zupa*, soup: by way of the words that mean the same.
#[test]
fn a_word_with_a_diacritic_does_not_mean_what_one_without_means() {
    let (catalogue, index) = &*REAL;
    let total = |text| find(catalogue, index, &words(text), Asking::default()).total;
    assert!(total("žūpa") < total("zupa"), "{} {}", total("žūpa"), total("zupa"));
}

#[test]
fn a_dead_end_has_ways_out() {
    let (catalogue, index) = &*REAL;
    let query = Query {
        text: "atelpas brīdis".to_owned(),
        municipalities: vec![MunicipalityId::new("LV-113")],
        types: vec![TermId::new("workshop")],
        ..Query::default()
    };
    let result = find(catalogue, index, &query, Asking::default());
    assert_eq!(result.total, 0, "{:?}", result.hits.len());
    let rescue = rescue(catalogue, index, &query);
    assert!(rescue.drops.is_sorted_by_key(|way| usize::MAX - way.matching));
    for way in rescue.drops.iter().chain(rescue.neighbours.iter().map(|(_, way)| way)).chain(&rescue.spelling) {
        let found = find(catalogue, index, &way.query, Asking::default());
        assert_eq!(
            (found.matching.max(found.total * usize::from(found.matching == 0)), way.matching > 0),
            (way.matching, true),
            "{:?}",
            way.change
        );
    }
    for office in &rescue.offices {
        assert!(catalogue.is_way_in(catalogue.service(*office).expect("exists")));
    }
    assert!(!rescue.offices.is_empty());
}

#[test]
fn a_place_without_the_service_names_neighbours_that_have_it() {
    let (catalogue, index) = &*REAL;
    let counts = find(catalogue, index, &words("grupu dzīvokļi"), Asking::default()).facets.municipalities;
    let without = counts.iter().position(|count| *count == 0).expect("a municipality without group homes");
    let id = catalogue.municipalities[without].id.clone();
    let query = Query { types: vec![TermId::new("group-home")], municipalities: vec![id], ..words("grupu dzīvokļi") };
    let rescue = rescue(catalogue, index, &query);
    assert!(!rescue.neighbours.is_empty());
    assert!(rescue.drops.iter().any(|way| way.change == Change::DropPlaces));
    assert!(rescue.drops.iter().any(|way| way.change == Change::WidenToRegion));
}

#[test]
fn an_unknown_word_is_spelt_like_a_known_one() {
    let (catalogue, index) = &*REAL;
    let rescue = rescue(catalogue, index, &words("fisioterapijya"));
    let text = rescue.spelling.map(|way| way.query.text);
    assert!(text.is_none_or(|text| text.starts_with("fizioterap")));
}

#[test]
fn suggestions_stand_for_what_is_typed() {
    let (catalogue, index) = &*REAL;
    let of = |text: &str| suggest(catalogue, index, &words(text), LangIx::new(0));
    let kind = |id: &str| Suggested::Type(catalogue.type_by_id(&TermId::new(id)).expect("a kind"));
    assert!(of("grup").iter().any(|s| s.what == kind("group-home")));
    let respite = of("man vajag atp");
    assert!(respite.iter().any(|s| s.what == kind("respite") && s.synonym.is_some()), "{respite:?}");
    let dobele = catalogue.municipality_by_id(&MunicipalityId::new("LV-026")).expect("Dobele");
    for old in ["Auce", "dobel", "Tervete"] {
        assert!(of(old).iter().any(|s| s.what == Suggested::Municipality(dobele)), "{old}");
    }
    // Nobody would know why a municipality is suggested for a village; few letters begin too many of them.
    let talsi = catalogue.municipality_by_id(&MunicipalityId::new("LV-097")).expect("Talsi");
    let kolka = of("kolka");
    let synonym = kolka.iter().find(|s| s.what == Suggested::Municipality(talsi)).and_then(|s| s.synonym.as_deref());
    assert_eq!(synonym, Some("Kolkas"), "{kolka:?}");
    assert!(of("kol").iter().all(|s| s.what != Suggested::Municipality(talsi)));
    // *Dzird balsis*, hears voices, had been suggested for who does not hear.
    let deaf = of("nedzirdīgs");
    assert!(deaf.iter().all(|s| s.synonym.as_deref() != Some("dzird balsis")), "{deaf:?}");
    for suggestion in ["d", "da", "be", "ri", "soc", "zirgu", "wheelchair", "x"].iter().flat_map(|text| of(text)) {
        assert!(suggestion.total > 0 && !suggestion.name.is_empty());
        let query = suggestion.what.choose(catalogue, &Query::default());
        if !matches!(suggestion.what, Suggested::Service(_)) {
            let result = find(catalogue, index, &query, Asking::default());
            let local = result.matching;
            assert!([result.total, local].contains(&(suggestion.total as usize)), "{suggestion:?} {}", result.total);
        }
    }
}

#[test]
fn stories_follow_the_words_and_the_facets() {
    let (catalogue, index) = &*REAL;
    let all = find(catalogue, index, &Query::default(), Asking::default()).stories;
    assert_eq!(all.len(), catalogue.stories.len());
    let some = find(catalogue, index, &words("grupu dzīvokļi"), Asking::default()).stories;
    assert!(!some.is_empty() && some.len() < all.len());
    assert!(find(catalogue, index, &words("qqqqqq"), Asking::default()).stories.is_empty());
}

#[test]
fn an_index_built_in_slices_answers_alike() {
    let (catalogue, index) = &*REAL;
    let mut builder = Builder::new(catalogue, LangIx::new(0));
    let mut steps = 1;
    while !builder.step(catalogue, 50) {
        steps += 1;
    }
    let sliced = builder.finish(catalogue);
    assert!(steps > 8);
    for query in ["", "dienas centrs", "autisms", "bernam logopeds riga", "63007524"] {
        let asking = Asking::default;
        assert_eq!(find(catalogue, &sliced, &words(query), asking()), find(catalogue, index, &words(query), asking()));
    }
}

#[test]
fn an_index_of_facets_alone_answers_alike() {
    let (catalogue, index) = &*REAL;
    let facets = Index::for_facets(catalogue, LangIx::new(0));
    assert!(!facets.has_words() && index.has_words());
    let places = Query { municipalities: vec![MunicipalityId::new("LV-026")], ..Query::default() };
    for query in [Query::default(), places] {
        let asking = Asking::default;
        assert_eq!(narrow(catalogue, &facets, &query, asking()), find(catalogue, index, &query, asking()));
    }
}

#[test]
fn reasons_and_highlights_name_what_matched() {
    let (catalogue, index) = &*REAL;
    for text in [
        "dienas aprupe berniem",
        "autisms",
        "logopēds",
        "ergotarapeits",
        "Auce",
        "zirgu iela",
        "116006",
        "LV-4424",
        "mobings",
        // Words that are still being typed.
        "logop",
        "dien",
    ] {
        let query = words(text);
        let result = find(catalogue, index, &query, Asking { limit: Some(10), ..Asking::default() });
        assert!(result.total > 0, "{text}");
        for hit in &result.hits {
            assert!(!hit.why.is_empty(), "{text}: {}", catalogue.service(hit.service).expect("exists").id);
            for why in hit.why.iter().filter(|why| why.field == Field::Name) {
                let named = |ix| catalogue.service(ix).expect("exists").name.versions().map(|v| v.text.to_owned());
                let names: Vec<String> = hit.parts.iter().chain([&hit.service]).flat_map(|ix| named(*ix)).collect();
                assert!(names.iter().any(|name| name.contains(&*why.found)), "{text}: {why:?} {names:?}");
                let marks = Highlighter::new(index, &query);
                let marked = names
                    .iter()
                    .any(|name| marks.ranges(name).iter().any(|range| name.get(range.clone()) == Some(&*why.found)));
                assert!(marked, "{text}: {why:?}");
            }
        }
    }
}
