//! Results seen from where a visitor lives or is.
#![allow(clippy::expect_used, reason = "a test")]

use finder_core::{
    catalogue::{Catalogue, LangIx, MunicipalityId, MunicipalityIx, Point},
    index::Index,
    load::Loaded,
    query::{Query, Sort},
    results::{Asking, Group, Section, find},
};

/// An invented country: Mill, with the neighbour Hill, and Far Bay beyond.
fn catalogue() -> Catalogue {
    let file = r#"{
        "format": "service-finder/1", "title": "Invented", "languages": ["en"],
        "types": [{ "id": "respite", "name": "Respite" }],
        "regions": [{ "id": "all", "name": "All" }],
        "municipalities": [
            { "id": "XX-1", "name": "Mill", "region": "all", "centre": { "name": "Mill", "lat": 10.0, "lon": 10.0 }, "neighbours": ["XX-2"] },
            { "id": "XX-2", "name": "Hill", "region": "all", "centre": { "name": "Hill", "lat": 10.2, "lon": 10.0 } },
            { "id": "XX-3", "name": "Far Bay", "region": "all", "centre": { "name": "Bay", "lat": 10.1, "lon": 10.0 } }
        ],
        "services": [
            { "id": "line", "name": "A line", "types": ["respite"], "nationwide": true },
            { "id": "bay", "name": "B bay", "types": ["respite"], "municipality": "XX-3" },
            { "id": "open", "name": "C open", "types": ["respite"], "municipality": "XX-3", "residence": "anyone" },
            { "id": "listed", "name": "D listed", "types": ["respite"], "municipality": "XX-2", "residence": ["XX-1", "XX-2"] },
            { "id": "others", "name": "E others", "types": ["respite"], "municipality": "XX-2", "residence": ["XX-2"] },
            { "id": "mill", "name": "F mill", "types": ["respite"], "municipality": "XX-1" },
            { "id": "nowhere", "name": "G nowhere", "types": ["respite"] }
        ]
    }"#;
    Loaded::first(file.as_bytes()).expect("is JSON").catalogue().0.expect("is a catalogue")
}

fn ask(query: &Query, asking: Asking<'_>) -> Vec<(String, Option<Section>, Option<u32>)> {
    let catalogue = catalogue();
    let index = Index::build(&catalogue, LangIx::new(0));
    let answer = find(&catalogue, &index, query, asking);
    let hits = answer.hits.iter().map(|hit| {
        assert_eq!(hit.group, Group::Matching);
        let id = catalogue.service(hit.service).expect("is there").id.as_str().to_owned();
        (id, hit.section, hit.km.map(finder_core::places::rounded_km))
    });
    hits.collect()
}

fn names<T: Copy>(hits: &[(String, Option<Section>, T)]) -> Vec<(&str, Option<Section>)> {
    hits.iter().map(|(id, section, _)| (id.as_str(), *section)).collect()
}

#[test]
fn residents_see_what_is_theirs_first_and_nothing_is_hidden() {
    let home = Query { home: Some(MunicipalityId::new("XX-1")), ..Query::default() };
    let hits = ask(&home, Asking::default());
    use Section::{Anywhere, Ask, Elsewhere, Others, Yours};
    assert_eq!(
        names(&hits),
        [
            ("mill", Some(Yours)),
            ("open", Some(Elsewhere)),
            ("listed", Some(Elsewhere)),
            ("line", Some(Anywhere)),
            ("bay", Some(Ask)),
            ("nowhere", Some(Ask)),
            ("others", Some(Others)),
        ]
    );
    // A page at a time shows the beginning of the same order.
    let first = ask(&home, Asking { limit: Some(3), ..Asking::default() });
    assert_eq!(first, hits.get(..3).expect("three"));
    let elsewhere = Query { home: Some(MunicipalityId::new("XX-2")), ..Query::default() };
    let hits = ask(&elsewhere, Asking::default());
    assert_eq!(names(&hits).iter().filter(|(_, section)| *section == Some(Yours)).count(), 2);
    assert!(names(&hits).iter().all(|(_, section)| *section != Some(Others)));
}

#[test]
fn the_nearest_come_first_by_municipality_and_kilometres() {
    let near = Query { sort: Some(Sort::Distance), ..Query::default() };
    let from = Some(Point { lat: 10.0, lon: 10.0 });
    let hits = ask(&near, Asking { from, here: Some(MunicipalityIx::new(0)), ..Asking::default() });
    use Section::{Anywhere, Ask, Further, Neighbouring, Yours};
    assert_eq!(
        hits.iter().map(|(id, section, km)| (id.as_str(), section.expect("one"), *km)).collect::<Vec<_>>(),
        [
            ("mill", Yours, Some(1)),
            ("listed", Neighbouring, Some(22)),
            ("others", Neighbouring, Some(22)),
            ("bay", Further, Some(11)),
            ("open", Further, Some(11)),
            ("line", Anywhere, None),
            ("nowhere", Ask, None),
        ]
    );
    // A border that only the other one names is a border.
    let from = Some(Point { lat: 10.2, lon: 10.0 });
    let hits = ask(&near, Asking { from, here: Some(MunicipalityIx::new(1)), ..Asking::default() });
    assert!(names(&hits).contains(&("mill", Some(Neighbouring))));
}

#[test]
fn without_a_municipality_kilometres_alone_decide() {
    let near = Query { sort: Some(Sort::Distance), ..Query::default() };
    let ids = |lat| -> Vec<String> {
        let from = Some(Point { lat, lon: 10.0 });
        ask(&near, Asking { from, ..Asking::default() }).into_iter().map(|(id, ..)| id).collect()
    };
    assert_eq!(ids(10.0), ["mill", "bay", "open", "listed", "others", "line", "nowhere"]);
    assert_eq!(ids(10.2), ["listed", "others", "bay", "open", "mill", "line", "nowhere"]);
}

#[test]
fn without_a_place_there_is_no_nearest() {
    let near = Query { sort: Some(Sort::Distance), ..Query::default() };
    let by_name = Query { sort: Some(Sort::Name), ..Query::default() };
    assert_eq!(ask(&near, Asking::default()), ask(&by_name, Asking::default()));
    assert_eq!(near.order(true, false), Sort::Name);
    assert_eq!(near.order(false, true), Sort::Distance);
    assert_eq!(Query::default().order(true, false), Sort::Relevance);
    // Where somebody lives is a place.
    let from_home = Query { home: Some(MunicipalityId::new("XX-1")), ..near };
    assert_eq!(ask(&from_home, Asking::default()).first().map(|(id, ..)| id.clone()), Some("mill".to_owned()));
}
