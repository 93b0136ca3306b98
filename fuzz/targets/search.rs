//! Any words, with any facets, asked of the real catalogue: answers, reasons, counts, ways out, suggestions and help.
//! Input: three bytes choose language and facets, the rest is what is typed.
#![no_main]

use finder_core::{
    catalogue::LangIx,
    places::find_places,
    query::Query,
    rescue::rescue,
    results::{Asking, find},
    suggest::{Suggested, suggest},
    urgent::urgent,
};
use finder_fuzz::{REAL, checked};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let Some(([head, kind, place], text)) = data.split_first_chunk::<3>() else { return };
    let (catalogue, indexes) = &*REAL;
    let lang = usize::from(head & 1);
    let index = &indexes[lang];
    let at = |byte: &u8, len: usize| usize::from(*byte) % len;
    let mut query = Query { text: String::from_utf8_lossy(text).into_owned(), ..Query::default() };
    if head & 2 != 0 {
        query.types.push(catalogue.types[at(kind, catalogue.types.len())].id.clone());
    }
    if head & 4 != 0 {
        query.audiences.push(catalogue.audiences[at(kind, catalogue.audiences.len())].id.clone());
    }
    if head & 8 != 0 {
        query.municipalities.push(catalogue.municipalities[at(place, catalogue.municipalities.len())].id.clone());
    }
    if head & 16 != 0 {
        query.regions.push(catalogue.regions[at(place, catalogue.regions.len())].id.clone());
    }

    let result = checked(catalogue, index, &query);
    let count = |query: &Query| find(catalogue, index, query, Asking { limit: Some(0), ..Asking::default() });
    let which = at(kind, catalogue.types.len());
    let chosen = Query { types: vec![catalogue.types[which].id.clone()], ..query.clone() };
    assert_eq!(count(&chosen).total as u32, result.facets.types[which], "the count is what choosing gives");
    let which = at(place, catalogue.municipalities.len());
    let municipalities = vec![catalogue.municipalities[which].id.clone()];
    let chosen = Query { regions: Vec::new(), municipalities, ..query.clone() };
    assert_eq!(count(&chosen).matching as u32, result.facets.municipalities[which], "the count is what choosing gives");

    let ways = rescue(catalogue, index, &query);
    for way in ways.drops.iter().chain(&ways.spelling).chain(ways.neighbours.iter().map(|(_, way)| way)) {
        let found = count(&way.query);
        assert!(way.matching > 0 && [found.matching, found.total].contains(&way.matching), "{:?}", way.change);
    }
    for suggestion in suggest(catalogue, index, &query, LangIx::new(lang)) {
        assert!(suggestion.total > 0 && !suggestion.name.is_empty());
        let chosen = suggestion.what.choose(catalogue, &query);
        assert_eq!(chosen.text.is_empty(), query.text.is_empty() || !matches!(suggestion.what, Suggested::Service(_)));
    }
    if let Some(help) = urgent(index, &query) {
        assert!(!help.services.is_empty());
    }
    assert!(find_places(catalogue, &query.text, LangIx::new(lang), 5).len() <= 5);
});
