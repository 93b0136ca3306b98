use serde_json::{Value, json};

use super::*;
use crate::{
    catalogue::{Catalogue, LangIx},
    load::Loaded,
    query::Query,
    results::{Asking, Group, Hit, ResultSet, find},
};

/// Of an invented catalogue the services that answer, best first, and whether they answer only in part.
fn ask(services: Vec<Value>, text: &str) -> (Vec<String>, bool) {
    let (found, partial) = ask_all(services, text);
    (found.into_iter().filter(|(_, group)| *group != Group::Near).map(|(id, _)| id).collect(), partial)
}

/// The same with the groups, and what comes after the answers.
fn ask_all(services: Vec<Value>, text: &str) -> (Vec<(String, Group)>, bool) {
    let (catalogue, result) = answer(services, text);
    let id = |ix| catalogue.service(ix).unwrap().id.as_str().to_owned();
    (result.hits.iter().map(|hit| (id(hit.service), hit.group)).collect(), result.partial)
}

/// Something of each hit.
fn ask_for<T>(services: Vec<Value>, text: &str, of: impl Fn(&Hit) -> T) -> Vec<T> {
    answer(services, text).1.hits.iter().map(of).collect()
}

fn answer(mut services: Vec<Value>, text: &str) -> (Catalogue, ResultSet) {
    // Names are in the order of the list: what comes first although it stands last comes for its words.
    for (at, service) in services.iter_mut().enumerate() {
        if service.get("name").is_none() {
            service["name"] = json!(format!("{}. service", char::from(b'a' + u8::try_from(at).unwrap())));
        }
        service["types"] = service.get("types").cloned().unwrap_or(json!(["plain"]));
    }
    let file = json!({
        "format": "service-finder/1", "title": "Invented", "languages": ["en"],
        "types": [
            { "id": "way-in", "name": "Office", "role": "way-in" },
            { "id": "plain", "name": "Plain" },
            { "id": "meant", "name": "Other", "synonyms": ["lumen arbor tego"] },
        ],
        "equivalents": [{ "words": { "en": ["tego", "roof"] } }, { "words": { "en": ["wainscoting", "tegoricula"] } },
            { "words": { "en": ["montanara", "hill"] } }],
        "regions": [{ "id": "n", "name": "Norda" }, { "id": "s", "name": "Suda" }],
        "municipalities": [
            { "id": "XX-1", "name": "Norda", "region": "n" },
            { "id": "XX-2", "name": "Hill", "region": "n" },
            { "id": "XX-3", "name": "Nordamundaville", "region": "s" },
        ],
        "services": services,
    });
    let catalogue = Loaded::first(file.to_string().as_bytes()).unwrap().catalogue().0.unwrap();
    let index = Index::build(&catalogue, LangIx::new(0));
    let query = Query { text: text.to_owned(), ..Query::default() };
    let result = find(&catalogue, &index, &query, Asking::default());
    (catalogue, result)
}

#[test]
fn a_name_stands_above_what_is_said_in_passing() {
    let services = vec![
        json!({ "id": "none" }),
        json!({ "id": "address", "address": "Lumen 1, Hill" }),
        json!({ "id": "summary", "summary": "Has lumen." }),
        json!({ "id": "name", "name": "Lumen" }),
        json!({ "id": "name-and-more", "name": "Lumen", "summary": "Lumens and lumen." }),
    ];
    let (found, partial) = ask(services, "lumen");
    assert_eq!((found.len(), partial), (4, false));
    assert!(found.iter().take(2).all(|id| id.starts_with("name")), "{found:?}");
    assert_eq!(found.get(2..).unwrap(), ["summary", "address"]);
}

/// *dienas centrs autisms Jelgava*: since one service had a phrase with all of these words, other day centres of Jelgava
/// no longer stood below the answers.
#[test]
fn a_keyword_phrase_leaves_those_below_that_match_some_of_the_words() {
    let some = ["Lumen arbor.", "Arbor vitrum.", "Lumen vitrum."].into_iter().cycle().take(12).enumerate();
    let mut services: Vec<Value> = some.map(|(i, said)| json!({ "id": format!("o{i}"), "summary": said })).collect();
    services.push(json!({ "id": "keyed", "keywords": ["lumen arbor vitrum"] }));
    let (found, _) = ask_all(services, "lumen arbor vitrum");
    assert_eq!(found.first(), Some(&("keyed".to_owned(), Group::Matching)));
    let near = found.iter().filter(|(id, group)| id.starts_with('o') && *group == Group::Near).count();
    assert_eq!(near, 9, "{found:?}");
}

/// *Home care* is what thirty of them are called; others that say both words oftener had come first.
#[test]
fn a_whole_name_stands_above_one_that_has_more_words() {
    let services = vec![
        json!({ "id": "more", "name": "Lumen arbor house", "summary": "Lumens, arbors, lumen and arbor." }),
        json!({ "id": "whole", "name": "Arbor lumen" }),
    ];
    assert_eq!(ask(services.clone(), "lumen arbor").0, ["whole", "more"]);
    assert_eq!(ask(services, "lumen arbor house").0.first().map(String::as_str), Some("more"));
}

/// *Pavadonis bērnam ceļā uz skolu* had been a phrase about a child on its way into the world.
#[test]
fn words_that_mean_the_same_stand_in_phrases_of_single_services_alone() {
    let services =
        vec![json!({ "id": "kind", "types": ["meant"] }), json!({ "id": "keyed", "keywords": ["lumen arbor tego"] })];
    for (asked, found) in [("lumen arbor tego", 2), ("lumen arbor roof", 1)] {
        assert_eq!(ask(services.clone(), asked).0.len(), found, "{asked}");
    }
    assert_eq!(ask(services, "lumen arbor roof").0, ["keyed"]);
}

/// *nkatspatversme* found the shelters called so, *naktspatversme* those called otherwise too.
#[test]
fn a_mistyped_word_has_those_that_mean_the_same_beside_it() {
    let services = vec![
        json!({ "id": "same", "summary": "Tegoricula." }),
        json!({ "id": "said", "summary": "Wainscoting." }),
        json!({ "id": "other" }),
    ];
    assert_eq!(ask(services.clone(), "wainscoting").0, ["said", "same"]);
    assert_eq!(ask(services.clone(), "wianscoting").0, ["said", "same"]);
    // So has one that is still being typed.
    assert_eq!(ask(services.clone(), "wainscot").0, ["said", "same"]);
    assert_eq!(ask(services, "wain").0, ["said"]);
}

/// *Logopēds Kuldīga* had found one in Kuldīgas iela, in Ventspils.
#[test]
fn a_town_is_not_a_street_of_its_name_elsewhere() {
    let services = vec![
        json!({ "id": "there", "municipality": "XX-2" }),
        json!({ "id": "at-home", "municipality": "XX-2", "address": "Hill street 3" }),
        json!({ "id": "street", "municipality": "XX-1", "address": "Hill street 2" }),
    ];
    assert_eq!(ask(services.clone(), "hill").0, ["at-home", "there"]);
    assert_eq!(ask(services.clone(), "hill street").0, ["at-home", "street"]);
    assert_eq!(ask(services.clone(), "hill 2").0, ["street"]);
    let road = json!({ "id": "road", "municipality": "XX-1", "address": "Hill šoseja 2" });
    assert_eq!(ask(vec![road.clone()], "hill šoseja").0, ["road"]);
    // Neither stress nor an age makes a street of it.
    assert_eq!(ask(services.iter().cloned().chain([road]).collect(), "hill 14 gadi").0.len(), 2);
}

/// *Karosta*, of which only the social service of its city tells, had found nothing.
#[test]
fn offices_answer_where_nothing_else_does() {
    let mut services = vec![
        json!({ "id": "office", "types": ["way-in"], "summary": "Lumen arbor." }),
        json!({ "id": "other", "summary": "Arbor." }),
    ];
    assert_eq!(ask(services.clone(), "lumen").0, ["office"]);
    assert_eq!(ask(services.clone(), "arbor").0, ["other"]);
    services.pop();
    assert_eq!(ask(services, "").0, [""; 0]);
}

#[test]
fn a_house_is_found_without_its_letter() {
    let services = vec![
        json!({ "id": "letter", "address": "Lumen 39I, Hill" }),
        json!({ "id": "more", "address": "Lumen 390, Hill" }),
    ];
    assert_eq!(ask(services.clone(), "lumen 39").0, ["letter"]);
    assert_eq!(ask(services, "lumen 39i").0, ["letter"]);
    // What follows the number ends it, and there had been no reason for the hit.
    let letter = json!({ "id": "letter", "address": "Lumen 39I, Hill" });
    let reasons = |text: &str| ask_for(vec![letter.clone()], text, |hit| hit.why.len());
    assert_eq!((reasons("39"), reasons("39, lumen")), (vec![1], vec![2]));
}

#[test]
fn the_rarer_of_two_words_decides() {
    let mut services: Vec<Value> = (0..6).map(|i| json!({ "id": format!("c{i}"), "name": "Common" })).collect();
    services.push(json!({ "id": "both", "name": "Common", "summary": "Rare." }));
    services.push(json!({ "id": "rare", "name": "Rare" }));
    let (found, partial) = ask(services.clone(), "common rare");
    assert_eq!((found, partial), (vec!["both".to_owned()], false));
    // Where none has both, those answer whose words tell most, not those that have any.
    services.remove(6);
    let (found, partial) = ask(services, "common rare");
    assert_eq!((found, partial), (vec!["rare".to_owned()], true));
}

#[test]
fn what_matches_the_telling_words_follows_what_matches_all() {
    let common = (0..6).map(|i| json!({ "id": format!("c{i}"), "name": "Common" }));
    let mut services: Vec<Value> = common.collect();
    services.push(json!({ "id": "both", "name": "Common", "summary": "Rare." }));
    services.push(json!({ "id": "rare", "name": "Rare" }));
    let (found, partial) = ask_all(services.clone(), "common rare");
    let expected = [("both".to_owned(), Group::Matching), ("rare".to_owned(), Group::Near)];
    assert_eq!((found.as_slice(), partial), (expected.as_slice(), false));
    // As many answers as anybody looks at need no company.
    services.extend((0..9).map(|i| json!({ "id": format!("b{i}"), "name": "Common rare" })));
    let (found, _) = ask_all(services, "common rare");
    assert!(found.len() == 10 && found.iter().all(|(_, group)| *group == Group::Matching), "{found:?}");
}

#[test]
fn what_is_for_the_whole_country_follows_what_lies_in_the_place_asked_for() {
    let services = vec![
        json!({ "id": "everywhere", "name": "Lumen", "nationwide": true }),
        json!({ "id": "elsewhere", "name": "Lumen", "municipality": "XX-3" }),
        json!({ "id": "there", "name": "Arbor lumen", "municipality": "XX-2" }),
        json!({ "id": "other", "name": "Arbor", "municipality": "XX-2" }),
    ];
    let (found, _) = ask_all(services.clone(), "lumen hill");
    assert_eq!(found.first(), Some(&("there".to_owned(), Group::Matching)));
    assert!(found.contains(&("everywhere".to_owned(), Group::Near)), "{found:?}");
    // For *Aglonas iela* all that is for the whole country had been near, for no word of it.
    let (found, _) = ask_all(services.clone(), "arbor hill");
    assert!(found.iter().all(|(id, _)| id != "everywhere"), "{found:?}");
    // A place alone asks for what lies there.
    let (found, _) = ask_all(services, "hill");
    assert!(found.len() == 2 && found.iter().all(|(id, _)| ["there", "other"].contains(&id.as_str())), "{found:?}");
}

#[test]
fn below_the_answers_what_lies_in_the_place_comes_first() {
    let services = vec![
        json!({ "id": "both", "name": "Lumen arbor", "municipality": "XX-2" }),
        json!({ "id": "elsewhere", "name": "Lumen arbor", "municipality": "XX-1" }),
        json!({ "id": "there", "name": "Lumen", "municipality": "XX-2" }),
    ];
    let (found, _) = ask_all(services, "lumen arbor hill");
    let ids: Vec<&str> = found.iter().map(|(id, _)| id.as_str()).collect();
    assert_eq!(ids, ["both", "there", "elsewhere"]);
}

#[test]
fn a_place_is_meant_where_no_service_has_all_words() {
    let services = vec![
        json!({ "id": "elsewhere", "name": "Lumen aurum", "municipality": "XX-1" }),
        json!({ "id": "there", "summary": "Arbor.", "municipality": "XX-2" }),
        json!({ "id": "neither", "municipality": "XX-2" }),
    ];
    let (found, partial) = ask(services.clone(), "lumen aurum arbor hill");
    assert!(partial && found.first().is_some_and(|id| id == "there"), "{found:?}");
    // What may yet become another word does not name it.
    let (found, partial) = ask(services.clone(), "lumen aurum arbor hil");
    assert!(partial && found.first().is_some_and(|id| id == "elsewhere"), "{found:?}");
    let first = |text: &str| ask(services.clone(), text).0.first().cloned();
    // Another word for it names it.
    assert_eq!(first("lumen aurum arbor montanara").as_deref(), Some("there"));
    // However much is said elsewhere.
    let services = vec![
        json!({ "id": "elsewhere", "name": "Lumen aurum vitrum ferrum saxum", "municipality": "XX-1" }),
        json!({ "id": "there", "municipality": "XX-2" }),
        json!({ "id": "too", "municipality": "XX-2" }),
    ];
    let (found, _) = ask(services.clone(), "lumen aurum vitrum ferrum saxum hill");
    assert!(found.len() == 3, "{found:?}");
    // Another word for what was mistyped may be no place at all.
    let (found, _) = ask(services, "lumen aurum vitrum ferrum saxum mintanara");
    assert_eq!(found, ["elsewhere"]);
}

/// *ilgi slimoju, kas piešķir invaliditātes grupu*: both words of the keyword stand in many services.
#[test]
fn a_whole_keyword_tells_more_than_its_words() {
    let common = (0..9).map(|i| json!({ "id": format!("c{i}"), "summary": "Common words." }));
    let mut services: Vec<Value> = common.collect();
    services.push(json!({ "id": "rare", "summary": "Quaint." }));
    services.push(json!({ "id": "meant", "keywords": ["common words"] }));
    let (found, partial) = ask(services, "common words quaint");
    assert!(partial && found.first().is_some_and(|id| id == "meant"), "{found:?}");
}

#[test]
fn words_of_the_field_decide_in_a_sentence() {
    let services = vec![
        json!({ "id": "said", "summary": "Tall quaint solemn." }),
        json!({ "id": "meant", "types": ["meant"] }),
        json!({ "id": "other" }),
    ];
    assert_eq!(
        ask(services.clone(), "tall quaint solemn lumen arbor tego").0.first().map(String::as_str),
        Some("meant")
    );
    assert_eq!(ask(services, "tall quaint solemn").0, ["said"]);
}

#[test]
fn a_synonym_is_meant_when_all_its_words_are_there() {
    let services = vec![json!({ "id": "other" }), json!({ "id": "meant", "types": ["meant"] })];
    for whole in ["lumen arbor tego", "tego lumen arbor", "arbors tego lumen", "plain lumen arbor tego"] {
        let (found, partial) = ask(services.clone(), whole);
        assert!(found.contains(&"meant".to_owned()), "{whole}: {found:?}");
        assert_eq!(partial, whole.starts_with("plain"), "{whole}");
    }
    for part in ["lumen", "arbor tego", "tego lumen"] {
        assert_eq!(ask(services.clone(), part).0, [""; 0], "{part}");
    }
}

#[test]
fn a_city_comes_before_the_region_of_its_name_and_that_before_what_begins_alike() {
    let services = vec![
        json!({ "id": "begins", "municipality": "XX-3" }),
        json!({ "id": "region", "municipality": "XX-2" }),
        json!({ "id": "city", "municipality": "XX-1" }),
    ];
    assert_eq!(ask(services, "norda").0, ["city", "region", "begins"]);
}
