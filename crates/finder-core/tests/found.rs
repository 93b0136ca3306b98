//! What somebody knows of a service finds it: every name, phone number, address and postal code of the real catalogue.
#![allow(clippy::indexing_slicing, clippy::expect_used, reason = "a test")]

use std::sync::LazyLock;

use finder_core::{
    catalogue::{Catalogue, LangIx, Service},
    index::Index,
    load::Loaded,
    query::Query,
    rescue::rescue,
    results::{Asking, Hit, find},
    text::fold,
    urgent::urgent,
};

static REAL: LazyLock<(Catalogue, Vec<Index>)> = LazyLock::new(|| {
    let bytes = std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/../../data/latvia.json")).expect("the catalogue");
    let catalogue = Loaded::first(&bytes).expect("is JSON").catalogue().0.expect("is a catalogue");
    let indexes = (0..catalogue.languages.len()).map(|lang| Index::build(&catalogue, LangIx::new(lang))).collect();
    (catalogue, indexes)
});

/// At which place of the results a service stands that is wanted.
fn place(lang: usize, text: &str, wanted: impl Fn(&Service) -> bool) -> Option<usize> {
    let (catalogue, indexes) = &*REAL;
    let query = Query { text: text.to_owned(), ..Query::default() };
    let result = find(catalogue, &indexes[lang], &query, Asking { limit: Some(20), ..Asking::default() });
    let has = |hit: &Hit| {
        let mut services = hit.parts.iter().chain([&hit.service]).filter_map(|ix| catalogue.service(*ix));
        services.any(&wanted)
    };
    result.hits.iter().position(has)
}

#[test]
fn a_name_finds_its_service_among_the_first() {
    let services = &REAL.0.services;
    for (service, lang) in services.iter().flat_map(|service| [(service, 0), (service, 1)]) {
        let at = LangIx::new(lang);
        let Some(name) = service.name.get(at) else { continue };
        let same = |other: &Service| other.name.get(at).is_some_and(|other| fold(other) == fold(name));
        // Several names may be made of the same words.
        let first = place(lang, name, same);
        assert!(first.is_some_and(|place| place < 4), "{name}: {first:?}");
        let first = place(lang, &fold(name), same);
        assert!(first.is_some_and(|place| place < 4), "{} without diacritics: {first:?}", fold(name));
    }
}

#[test]
fn a_phone_number_finds_its_service_however_it_is_typed() {
    for service in &REAL.0.services {
        for phone in service.contact.phone.iter().chain(&service.contact.other_phones) {
            let Some(national) = phone.shown().strip_prefix("+371 ") else { continue };
            let digits: String = national.chars().filter(char::is_ascii_digit).collect();
            let has = |other: &Service| {
                let mut phones = other.contact.phone.iter().chain(&other.contact.other_phones);
                phones.any(|other| other.href().ends_with(&digits))
            };
            let (a, b) = digits.split_at(digits.len() / 2);
            for typed in [
                digits.clone(),
                phone.shown().to_owned(),
                format!("+371{digits}"),
                format!("371 {digits}"),
                format!("00371{digits}"),
                format!("00371 {a} {b}"),
                format!("{a} {b}"),
                format!("({a}) {b}"),
                format!("{a}-{b}"),
            ] {
                assert_eq!(place(0, &typed, has), Some(0), "{typed}");
            }
        }
    }
}

#[test]
fn an_address_finds_what_is_there() {
    for service in &REAL.0.services {
        let (Some(address), Some(town)) = (&service.location.address, &service.place) else { continue };
        let street = address.split(',').next().unwrap_or_default();
        let there = |other: &Service| {
            let address = other.location.address.as_deref().unwrap_or_default();
            address.split(',').next() == Some(street) && other.place == service.place
        };
        // As people write it: without *iela*, without diacritics.
        for typed in [
            format!("{street} {town}"),
            fold(&format!("{street} {town}")),
            format!("{} {town}", street.replace(" iela", "")),
            fold(&format!("{} {town}", street.replace(" iela", ""))),
        ] {
            assert_eq!(place(0, &typed, there), Some(0), "{typed}: {:?}", service.id);
        }
    }
}

/// As a social worker has it in a letter: the whole address with its postal code, or the code alone.
#[test]
fn a_postal_code_finds_what_is_there() {
    for service in &REAL.0.services {
        let Some(code) = &service.location.postal_code else { continue };
        let there = |other: &Service| other.location.postal_code.as_ref() == Some(code);
        for typed in [code.to_string(), code.replace('-', " "), fold(code)] {
            assert_eq!(place(0, &typed, there), Some(0), "{typed}: {:?}", service.id);
        }
        let Some(address) = &service.location.address else { continue };
        let typed = format!("{address}, {code}");
        assert_eq!(place(0, &typed, |other| other.id == service.id || there(other)), Some(0), "{typed}");
    }
}

/// How many services match every word.
fn total(text: &str) -> usize {
    let (catalogue, indexes) = &*REAL;
    let query = Query { text: text.to_owned(), ..Query::default() };
    let result = find(catalogue, &indexes[0], &query, Asking { limit: Some(0), ..Asking::default() });
    if result.partial { 0 } else { result.total }
}

#[test]
fn what_is_mistyped_finds_as_much() {
    for (typed, meant) in [
        // A letter wrong (the first one too), swapped, missing, too many; together, apart, with a hyphen; in another order.
        ("kogopēds", "logopēds"),
        ("olgopēds", "logopēds"),
        ("logopds", "logopēds"),
        ("loggopēds", "logopēds"),
        ("ergtoerapeits", "ergoterapeits"),
        ("ergaterapieits", "ergoterapeits"),
        ("psihologs Vlamierā", "psihologs Valmierā"),
        ("dienascentrs", "dienas centrs"),
        ("dienas-centrs", "dienas centrs"),
        ("centrs dienas", "dienas centrs"),
        ("fizio terapeits", "fizioterapeits"),
        ("ergo terapeits", "ergoterapeits"),
        ("grpu māja", "grupu māja"),
    ] {
        assert!(total(meant) > 0, "{meant}");
        assert_eq!(total(typed), total(meant), "{typed}");
    }
}

/// *smēķē* had found *spektra*, *miris* *ir* and *AIRI*: what a word is without its ending, or the first four letters of
/// another, are near to everything.
#[test]
fn what_is_not_in_the_catalogue_is_not_taken_for_anything() {
    assert_eq!(total("bērns smēķē"), 0);
    assert!(total("miris bērns") <= 2);
}

#[test]
fn a_word_too_far_off_is_spelt_like_one_that_has_results() {
    let (catalogue, indexes) = &*REAL;
    for (typed, spelt) in
        [("fysioterapyja", "fizioterap"), ("ergotarapyats", "ergoterap"), ("rehabylytasija", "rehabilit")]
    {
        let query = Query { text: typed.to_owned(), ..Query::default() };
        let way = rescue(catalogue, &indexes[0], &query).spelling.expect(typed);
        assert!(way.matching > 0 && way.query.text.starts_with(spelt), "{typed}: {}", way.query.text);
    }
}

/// Of the queries that are judged for their results, those that name a need that cannot wait; none of the others.
#[test]
fn help_that_cannot_wait_stands_above_no_other_query() {
    let (_, indexes) = &*REAL;
    let mut urgent_ones = Vec::new();
    for (lang, file) in [(0, "lv"), (1, "en")] {
        let path = format!("{}/../../tests/ranking/{file}.json", env!("CARGO_MANIFEST_DIR"));
        let file: serde_json::Value = serde_json::from_slice(&std::fs::read(path).expect("is there")).expect("is JSON");
        for entry in file.as_array().expect("a list") {
            let text = entry["query"].as_str().expect("a query").to_owned();
            let query = Query { text, ..Query::default() };
            if urgent(&indexes[lang], &query).is_some() {
                urgent_ones.push(query.text);
            }
        }
    }
    let expected = [
        "krīzes centrs",
        "cietuši no vardarbības",
        "bērnu uzticības tālrunis",
        "krīzes tālrunis",
        "crisis centre",
        "child helpline",
        "victims of violence",
    ];
    assert_eq!(urgent_ones, expected);
}
