//! Query → fragment → query, and any text as a fragment.
#![allow(clippy::expect_used, reason = "a test")]

use finder_core::{
    catalogue::{Catalogue, MunicipalityId, RegionId, ServiceId, TermId},
    load::Loaded,
    query::{MapForm, Query, Sort, Target, View},
    query_url::{Ignored, from_fragment, read_key, to_fragment},
};
use proptest::prelude::*;

/// Invented records with the ids that the tests use.
fn catalogue() -> Catalogue {
    let file = r#"{
        "format": "service-finder/1", "title": "Invented", "languages": ["lv"],
        "types": [{ "id": "respite", "name": "R" }, { "id": "day-care", "name": "D" }],
        "audiences": [{ "id": "families", "name": "F" }, { "id": "seniors", "name": "S" }],
        "regions": [{ "id": "zemgale", "name": "Z" }, { "id": "kurzeme", "name": "K" }],
        "municipalities": [
            { "id": "LV-041", "name": "A", "region": "zemgale" }, { "id": "LV-JEL", "name": "B", "region": "zemgale" }
        ],
        "services": [{ "id": "oak", "name": "Oak", "types": ["respite"] }]
    }"#;
    Loaded::first(file.as_bytes()).expect("is JSON").catalogue().0.expect("is a catalogue")
}

fn ignored(key: &str, value: Option<&str>) -> Ignored {
    Ignored { key: key.into(), value: value.map(Into::into) }
}

#[test]
fn the_public_form_is_read() {
    let fragment = "#sf?q=logop%C4%93ds&region=zemgale&municipality=LV-041,LV-JEL&type=respite,day-care\
                    &audience=families&view=map&sort=distance&map=tiles&home=LV-041&open=service:oak";
    let (query, ignored) = from_fragment(fragment, "sf", &catalogue()).expect("is ours");
    assert_eq!(ignored, []);
    assert_eq!(query.text, "logopēds");
    assert_eq!(query.municipalities, [MunicipalityId::new("LV-041"), MunicipalityId::new("LV-JEL")]);
    assert_eq!(query.types, [TermId::new("respite"), TermId::new("day-care")]);
    assert_eq!((query.view, query.sort, query.map), (View::Map, Some(Sort::Distance), Some(MapForm::Tiles)));
    assert_eq!(query.open, Some(Target::Service(ServiceId::new("oak"))));
    assert_eq!(format!("#{}", to_fragment(&query, "sf")), fragment);
}

#[test]
fn what_is_unknown_is_left_out_and_told() {
    let (query, told) =
        from_fragment("sf?region=zemgale,atlantis&colour=red&view=sideways&open=elm", "sf", &catalogue())
            .expect("is ours");
    assert_eq!(query, Query { regions: vec![RegionId::new("zemgale")], ..Query::default() });
    let expected = [
        ignored("region", Some("atlantis")),
        ignored("colour", None),
        ignored("view", Some("sideways")),
        ignored("open", Some("elm")),
    ];
    assert_eq!(told, expected);
}

#[test]
fn other_fragments_belong_to_the_host() {
    for foreign in ["", "#", "#contact", "#sfx?q=a", "#SF?q=a", "#s?q=a", "#q=sf", "#/sf?q=a"] {
        assert_eq!(from_fragment(foreign, "sf", &catalogue()), None, "{foreign}");
    }
    assert_eq!(from_fragment("#?q=a", "", &catalogue()), None);
    assert_eq!(from_fragment("#sf", "sf", &catalogue()), Some((Query::default(), Vec::new())));
    assert_eq!(to_fragment(&Query::default(), "sf"), "");
    assert_eq!(to_fragment(&Query { text: "a".to_owned(), ..Query::default() }, ""), "");
}

#[test]
fn hand_written_links_are_read_leniently() {
    let read = |fragment: &str| from_fragment(fragment, "sf", &catalogue()).expect("is ours").0.text;
    assert_eq!(read("#sf?q=logopēds+Rīgā"), "logopēds Rīgā");
    assert_eq!(read("#sf?q=50%"), "50%");
    assert_eq!(read("#sf?q=%zz%4"), "%zz%4");
    assert_eq!(read("#sf?q=%ff%C4"), "%ff%C4");
    assert_eq!(read("#sf?q=a=b&&q"), "");
    assert_eq!(read("#sf?&q=a%2Cb,c"), "a,b,c");
}

#[test]
fn attributes_are_read_like_the_fragment() {
    let mut query = Query::default();
    assert_eq!(read_key(&mut query, "q", "a+b%20", &catalogue()), []);
    assert_eq!(query.text, "a+b%20");
    assert_eq!(
        read_key(&mut query, "type", " respite , nothing,respite", &catalogue()),
        [ignored("type", Some("nothing"))]
    );
    assert_eq!(query.types, [TermId::new("respite")]);
    assert_eq!(read_key(&mut query, "lang", "lv", &catalogue()), [ignored("lang", None)]);
}

fn some<T: Clone + std::fmt::Debug + 'static>(all: &[T]) -> impl Strategy<Value = Vec<T>> + use<T> {
    prop::sample::subsequence(all.to_vec(), 0..=all.len())
}

fn one<T: Clone + std::fmt::Debug + 'static>(all: &[T]) -> impl Strategy<Value = Option<T>> + use<T> {
    prop::option::of(prop::sample::select(all.to_vec()))
}

fn query() -> impl Strategy<Value = Query> {
    let types = some(&[TermId::new("respite"), TermId::new("day-care")]);
    let audiences = some(&[TermId::new("families"), TermId::new("seniors")]);
    let regions = some(&[RegionId::new("zemgale"), RegionId::new("kurzeme")]);
    let places = [MunicipalityId::new("LV-041"), MunicipalityId::new("LV-JEL")];
    let view = prop::sample::select(vec![View::List, View::Map, View::Stories, View::Programme]);
    let sort = one(&[Sort::Relevance, Sort::Name, Sort::Distance]);
    let map = one(&[MapForm::Shapes, MapForm::Tiles]);
    let open = one(&[Target::Service(ServiceId::new("oak")), Target::Office(ServiceId::new("oak"))]);
    let chosen = (any::<String>(), regions, some(&places), types, audiences);
    (chosen, view, sort, map, one(&places), open).prop_map(|(chosen, view, sort, map, home, open)| {
        let (text, regions, municipalities, types, audiences) = chosen;
        Query { text, regions, municipalities, types, audiences, view, sort, open, map, home }
    })
}

proptest! {
    #[test]
    fn a_link_brings_back_the_query(query in query(), key in "\\PC{1,6}") {
        let fragment = to_fragment(&query, &key);
        prop_assert!(fragment.is_ascii() && !fragment.contains(['#', ' ', '"', '<']));
        match from_fragment(&fragment, &key, &catalogue()) {
            Some((read, ignored)) => prop_assert_eq!((read, ignored), (query, Vec::new())),
            None => prop_assert_eq!(fragment, ""),
        }
    }

    #[test]
    fn any_text_is_read(text in any::<String>(), key in "\\PC{0,3}") {
        let catalogue = catalogue();
        let _ = from_fragment(&text, &key, &catalogue);
        let _ = from_fragment(&format!("{key}?{text}"), &key, &catalogue);
        let _ = read_key(&mut Query::default(), &key, &text, &catalogue);
    }
}
