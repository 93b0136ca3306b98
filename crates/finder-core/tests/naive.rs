//! `find` beside a plain scan written straight from the rules: the same results, the same counts.

#![allow(clippy::indexing_slicing, clippy::string_slice, clippy::expect_used, reason = "a test")]

use std::collections::{BTreeMap, BTreeSet};

use finder_core::{
    catalogue::{Catalogue, LangIx, MunicipalityId, RegionId, Service, ServiceArea, ServiceIx, TermId, TermRole},
    index::Index,
    load::Loaded,
    query::Query,
    results::{Asking, Group, Hit, ResultSet, find},
    text::{fold, words},
};
use proptest::prelude::*;
use serde_json::{Value, json};

const WORDS: [&str; 8] = ["alfa", "beta", "gama", "delta", "epsilon", "alfabet", "gamad", "betanko"];

/// One random service, by the numbers drawn for it.
#[derive(Clone, Debug)]
struct Drawn {
    name: Vec<usize>,
    types: BTreeSet<usize>,
    audiences: BTreeSet<usize>,
    place: usize,
    part_of: Option<usize>,
    operating: bool,
}

fn drawn() -> impl Strategy<Value = Drawn> {
    (
        prop::collection::vec(0..WORDS.len(), 1..4),
        prop::collection::btree_set(0_usize..4, 1..3),
        prop::collection::btree_set(0_usize..3, 0..3),
        0_usize..7,
        prop::option::weighted(0.4, 0_usize..12),
        any::<bool>(),
    )
        .prop_map(|(name, types, audiences, place, part_of, operating)| Drawn {
            name,
            types,
            audiences,
            place,
            part_of,
            operating,
        })
}

/// Kinds t0 to t3, of which t3 is the way in; audiences a0 to a2, of which a2 is everyone; municipalities m0 and m1 in
/// region r0, m2 to m4 in r1. All of it invented; the language has no stems.
fn catalogue(services: &[Drawn]) -> Catalogue {
    let term = |id: String, role: Option<&str>| match role {
        Some(role) => json!({ "id": id, "name": format!("Term {id}"), "role": role }),
        None => json!({ "id": id, "name": format!("Term {id}") }),
    };
    let services: Vec<Value> = services
        .iter()
        .enumerate()
        .map(|(i, drawn)| {
            let name: Vec<&str> = drawn.name.iter().map(|word| WORDS[*word]).collect();
            let mut service = json!({
                "id": format!("s{i}"),
                "name": name.join(" "),
                "types": drawn.types.iter().map(|t| format!("t{t}")).collect::<Vec<_>>(),
                "audiences": drawn.audiences.iter().map(|a| format!("a{a}")).collect::<Vec<_>>(),
                "status": if drawn.operating { "operating" } else { "planned" },
            });
            match drawn.place {
                0..=4 => service["municipality"] = json!(format!("XX-{}", drawn.place)),
                5 => service["nationwide"] = json!(true),
                _ => {}
            }
            if let Some(whole) = drawn.part_of.filter(|whole| *whole < services.len() && *whole != i) {
                service["part_of"] = json!(format!("s{whole}"));
            }
            service
        })
        .collect();
    let file = json!({
        "format": "service-finder/1",
        "title": "Invented",
        "languages": ["xx"],
        "types": (0..4).map(|t| term(format!("t{t}"), (t == 3).then_some("way-in"))).collect::<Vec<_>>(),
        "audiences": (0..3).map(|a| term(format!("a{a}"), (a == 2).then_some("everyone"))).collect::<Vec<_>>(),
        "regions": [{ "id": "r0", "name": "R0" }, { "id": "r1", "name": "R1" }],
        "municipalities": (0..5).map(|m| json!({
            "id": format!("XX-{m}"), "name": format!("M{m}"), "region": if m < 2 { "r0" } else { "r1" },
        })).collect::<Vec<_>>(),
        "services": services,
    });
    let loaded = Loaded::first(file.to_string().as_bytes()).expect("is JSON");
    loaded.catalogue().0.expect("is a catalogue")
}

fn query() -> impl Strategy<Value = Query> {
    let some = |n: usize| prop::collection::btree_set(0..n, 0..3);
    // Some words are the beginnings of others.
    (prop::collection::vec(0..WORDS.len(), 0..3), some(2), some(5), some(4), some(3)).prop_map(
        |(text, regions, municipalities, types, audiences)| {
            let words: Vec<&str> = text.iter().map(|word| WORDS[*word]).collect();
            Query {
                text: words.join(" "),
                regions: regions.iter().map(|r| RegionId::new(&format!("r{r}"))).collect(),
                municipalities: municipalities.iter().map(|m| MunicipalityId::new(&format!("XX-{m}"))).collect(),
                types: types.iter().map(|t| TermId::new(&format!("t{t}"))).collect(),
                audiences: audiences.iter().map(|a| TermId::new(&format!("a{a}"))).collect(),
                ..Query::default()
            }
        },
    )
}

/// How a service answers one facet.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Answer {
    Yes,
    Nationwide,
    NotStated,
    No,
}

fn matches_words(service: &Service, text: &str) -> bool {
    text.split_whitespace().all(|word| matches_word(service, word))
}

fn matches_word(service: &Service, word: &str) -> bool {
    let name = service.name.best(LangIx::new(0)).text;
    words(name).any(|range| fold(&name[range]).starts_with(word))
}

fn answers_words_and_types(catalogue: &Catalogue, service: &Service, query: &Query) -> bool {
    matches_words(service, &query.text) && answers_types(catalogue, service, query)
}

fn answers_types(catalogue: &Catalogue, service: &Service, query: &Query) -> bool {
    let role = |ix| catalogue.type_term(ix).map(|term| term.role);
    let type_ids: Vec<&TermId> = service.types.iter().map(|ix| &catalogue.type_term(*ix).expect("exists").id).collect();
    if query.types.is_empty() {
        // A way in is not among results unless a word names it: here words are always of names.
        let only_way_in = service.types.iter().all(|ix| role(*ix) == Some(TermRole::WayIn));
        !only_way_in || !query.text.is_empty()
    } else {
        query.types.iter().any(|id| type_ids.contains(&id))
    }
}

fn audience(catalogue: &Catalogue, service: &Service, query: &Query) -> Answer {
    if query.audiences.is_empty() {
        Answer::Yes
    } else if service.audiences.is_empty() {
        Answer::NotStated
    } else {
        let answers = service
            .audiences
            .iter()
            .map(|ix| catalogue.audience(*ix).expect("exists"))
            .any(|term| term.role == TermRole::Everyone || query.audiences.contains(&term.id));
        if answers { Answer::Yes } else { Answer::No }
    }
}

fn place(catalogue: &Catalogue, service: &Service, query: &Query) -> Answer {
    if query.regions.is_empty() && query.municipalities.is_empty() {
        return Answer::Yes;
    }
    match service.area {
        ServiceArea::Nationwide => Answer::Nationwide,
        ServiceArea::NotStated => Answer::NotStated,
        ServiceArea::Municipality(m) => {
            let municipality = catalogue.municipality(m).expect("exists");
            let region = &catalogue.region(municipality.region).expect("exists").id;
            let narrowed = query.municipalities.iter().any(|id| {
                let chosen = catalogue.municipality_by_id(id).and_then(|ix| catalogue.municipality(ix));
                chosen.is_some_and(|chosen| chosen.region == municipality.region)
            });
            let answers =
                query.municipalities.contains(&municipality.id) || (query.regions.contains(region) && !narrowed);
            if answers { Answer::Yes } else { Answer::No }
        }
    }
}

fn group(catalogue: &Catalogue, service: &Service, query: &Query) -> Option<Group> {
    if !answers_words_and_types(catalogue, service, query) {
        return None;
    }
    match (audience(catalogue, service, query), place(catalogue, service, query)) {
        (Answer::No, _) | (_, Answer::No) => None,
        (Answer::NotStated, _) | (_, Answer::NotStated) => Some(Group::NotStated),
        (_, Answer::Nationwide) => Some(Group::Nationwide),
        _ => Some(Group::Matching),
    }
}

/// The topmost whole; what a way-in office runs stands for itself, and so does a service in a circle of parts.
fn whole(catalogue: &Catalogue, service: usize) -> usize {
    let only_way_in = |at: usize| {
        catalogue.services[at]
            .types
            .iter()
            .all(|ix| catalogue.type_term(*ix).is_some_and(|term| term.role == TermRole::WayIn))
    };
    let mut at = service;
    let mut passed = vec![service];
    while let Some(above) = catalogue.services[at].part_of {
        if only_way_in(above.get()) && !only_way_in(service) {
            break;
        }
        if passed.contains(&above.get()) {
            return service;
        }
        at = above.get();
        passed.push(at);
    }
    at
}

type Scan = BTreeMap<usize, (Group, Vec<usize>)>;

fn scan(catalogue: &Catalogue, query: &Query) -> Scan {
    let mut places: Scan = BTreeMap::new();
    for (i, service) in catalogue.services.iter().enumerate() {
        let Some(group) = group(catalogue, service, query) else { continue };
        let whole = whole(catalogue, i);
        let part = (whole != i).then_some(i);
        let place = places.entry(whole).or_insert((group, Vec::new()));
        if group < place.0 {
            *place = (group, Vec::new());
        }
        if group == place.0 {
            place.1.extend(part);
        }
    }
    places
}

fn counted(catalogue: &Catalogue, query: &Query, groups: &[Group]) -> u32 {
    let count = scan(catalogue, query).values().filter(|(group, _)| groups.contains(group)).count();
    u32::try_from(count).expect("small")
}

/// Places with a service that is as `wanted`.
fn places_with(catalogue: &Catalogue, wanted: impl Fn(&Service) -> bool) -> u32 {
    let services = catalogue.services.iter().enumerate().filter(|(_, service)| wanted(service));
    let places: BTreeSet<usize> = services.map(|(i, _)| whole(catalogue, i)).collect();
    u32::try_from(places.len()).expect("small")
}

fn check(catalogue: &Catalogue, query: &Query, result: &ResultSet) {
    assert!(result.hits.is_sorted_by_key(|hit| hit.group));
    let (near, answers): (Vec<&Hit>, Vec<&Hit>) = result.hits.iter().partition(|hit| hit.group == Group::Near);
    let found: Scan = answers
        .iter()
        .map(|hit| (hit.service.get(), (hit.group, hit.parts.iter().map(|ix| ix.get()).collect())))
        .collect();
    assert_eq!(found, scan(catalogue, query));
    assert_eq!(result.total, result.matching + result.nationwide);
    assert_eq!(answers.len(), result.total + result.not_stated);
    let places: BTreeSet<usize> = result.hits.iter().map(|hit| hit.service.get()).collect();
    assert_eq!(places.len(), result.hits.len(), "each place once");
    check_near(catalogue, query, &near, answers.len());

    let both = [Group::Matching, Group::Nationwide];
    for (at, term) in catalogue.types.iter().enumerate() {
        let chosen = Query { types: vec![term.id.clone()], ..query.clone() };
        assert_eq!(result.facets.types[at], counted(catalogue, &chosen, &both), "type {}", term.id);
    }
    for (at, term) in catalogue.audiences.iter().enumerate() {
        let chosen = Query { audiences: vec![term.id.clone()], ..query.clone() };
        assert_eq!(result.facets.audiences[at], counted(catalogue, &chosen, &both), "audience {}", term.id);
    }
    let anywhere = Query { regions: Vec::new(), municipalities: Vec::new(), ..query.clone() };
    for (at, region) in catalogue.regions.iter().enumerate() {
        let chosen = Query { regions: vec![region.id.clone()], ..anywhere.clone() };
        assert_eq!(result.facets.regions[at], counted(catalogue, &chosen, &both[..1]), "region {}", region.id);
    }
    for (at, municipality) in catalogue.municipalities.iter().enumerate() {
        let chosen = Query { municipalities: vec![municipality.id.clone()], ..anywhere.clone() };
        let count = counted(catalogue, &chosen, &both[..1]);
        assert_eq!(result.facets.municipalities[at], count, "municipality {}", municipality.id);
    }
    // What is not stated, and what is for the whole country, is counted apart.
    let for_any_place = |service: &Service| {
        answers_words_and_types(catalogue, service, query) && audience(catalogue, service, query) == Answer::Yes
    };
    let nationwide = places_with(catalogue, |s| for_any_place(s) && s.area == ServiceArea::Nationwide);
    assert_eq!(result.facets.nationwide, nationwide);
    let unknown_place = places_with(catalogue, |s| for_any_place(s) && s.area == ServiceArea::NotStated);
    assert_eq!(result.facets.place_not_stated, unknown_place);
    let unknown_audience = places_with(catalogue, |s| {
        let here = matches!(place(catalogue, s, query), Answer::Yes | Answer::Nationwide);
        answers_words_and_types(catalogue, s, query) && here && s.audiences.is_empty()
    });
    assert_eq!(result.facets.audience_not_stated, unknown_audience);
}

/// What matches some of the words fills up what few match in all: within the facets, and no word is of no use.
fn check_near(catalogue: &Catalogue, query: &Query, near: &[&Hit], answers: usize) {
    assert!(near.is_empty() || (1..10).contains(&answers));
    assert!(near.is_empty() || near.len() + answers <= 10);
    for hit in near {
        let members = hit.parts.iter().map(|ix| ix.get()).chain(hit.parts.is_empty().then(|| hit.service.get()));
        for member in members {
            let service = &catalogue.services[member];
            let matching = query.text.split_whitespace().filter(|word| matches_word(service, word)).count();
            assert!(matching > 0 && !matches_words(service, &query.text));
            assert!(answers_types(catalogue, service, query));
            assert!(audience(catalogue, service, query) == Answer::Yes);
            assert!(matches!(place(catalogue, service, query), Answer::Yes | Answer::Nationwide));
        }
    }
    // One word cannot match in part.
    assert!(near.is_empty() || query.text.split_whitespace().count() > 1);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, ..ProptestConfig::default() })]

    #[test]
    fn the_same_results_and_counts_as_a_plain_scan(
        services in prop::collection::vec(drawn(), 0..14),
        mut query in query(),
    ) {
        let catalogue = catalogue(&services);
        prop_assert_eq!(catalogue.services.len(), services.len());
        let known = |word: &str| services.iter().any(|drawn| drawn.name.iter().any(|at| WORDS[*at] == word));
        let answered = catalogue.services.iter().any(|service| matches_words(service, &query.text));
        if !query.text.split_whitespace().all(known) || !answered {
            // Then near spellings and partial matches answer, which a plain scan does not know.
            query.text.clear();
        }
        let index = Index::build(&catalogue, LangIx::new(0));
        let result = find(&catalogue, &index, &query, Asking::default());
        check(&catalogue, &query, &result);

        let page = find(&catalogue, &index, &query, Asking { limit: Some(2), ..Asking::default() });
        prop_assert_eq!(&page.facets, &result.facets);
        for group in [Group::Matching, Group::Nationwide, Group::NotStated, Group::Near] {
            let of = |result: &ResultSet| -> Vec<ServiceIx> {
                result.hits.iter().filter(|hit| hit.group == group).map(|hit| hit.service).collect()
            };
            prop_assert_eq!(of(&page), of(&result).into_iter().take(2).collect::<Vec<_>>());
        }
    }

    #[test]
    fn no_text_makes_it_stumble(text in "\\PC{0,40}", cut in 0_usize..40) {
        let names = ["alfa", "beta gama", "delta-epsilon"];
        let services: Vec<Drawn> = (0..names.len()).map(|i| Drawn {
            name: vec![i, i + 1], types: BTreeSet::from([i % 4]), audiences: BTreeSet::new(), place: i, part_of: None, operating: true,
        }).collect();
        let catalogue = catalogue(&services);
        let index = Index::build(&catalogue, LangIx::new(0));
        let query = Query { text: text.chars().take(cut).collect(), ..Query::default() };
        let result = find(&catalogue, &index, &query, Asking::default());
        prop_assert_eq!(result.hits.iter().filter(|hit| hit.group != Group::Near).count(), result.total);
        for service in &catalogue.services {
            let name = service.name.best(LangIx::new(0)).text;
            for range in finder_core::results::highlights(&index, &query, &service.name, LangIx::new(0)) {
                prop_assert!(name.get(range).is_some());
            }
        }
    }
}
