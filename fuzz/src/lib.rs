//! What several targets need: the real catalogue, and what must hold for any answer.

use std::sync::LazyLock;

use finder_core::{
    catalogue::{Catalogue, LangIx},
    index::Index,
    load::Loaded,
    query::Query,
    results::{Asking, Group, Highlighter, ResultSet, find},
    text::words,
};

/// The first catalogue with an index in each of its languages.
pub static REAL: LazyLock<(Catalogue, Vec<Index>)> = LazyLock::new(|| {
    let bytes = include_bytes!("../../data/latvia.json");
    let catalogue = Loaded::first(bytes).unwrap().catalogue().0.unwrap();
    let indexes = (0..catalogue.languages.len()).map(|at| Index::build(&catalogue, LangIx::new(at))).collect();
    (catalogue, indexes)
});

/// All results, with what must hold for any query on any catalogue checked.
pub fn checked(catalogue: &Catalogue, index: &Index, query: &Query) -> ResultSet {
    let result = find(catalogue, index, query, Asking::default());
    assert_eq!(result.total, result.matching + result.nationwide);
    let near = result.hits.iter().filter(|hit| hit.group == Group::Near).count();
    assert_eq!(result.hits.len(), result.total + result.not_stated + near);
    assert!(near == 0 || result.hits.len() <= 10, "what matches some of the words fills up to ten");
    assert!(result.hits.is_sorted_by_key(|hit| hit.group));
    let mut shown: Vec<_> = result.hits.iter().map(|hit| hit.service).collect();
    shown.sort_unstable();
    shown.dedup();
    assert_eq!(shown.len(), result.hits.len(), "each place once");
    let has_words = words(&query.text).next().is_some();
    let highlighter = Highlighter::new(index, query);
    for hit in &result.hits {
        assert_eq!(hit.why.is_empty(), !has_words, "a reason for each hit, where there are words");
        for why in &hit.why {
            assert!(query.text.contains(&*why.asked) && !why.found.is_empty());
        }
        let name = catalogue.service(hit.service).unwrap().name.best(LangIx::new(0)).text;
        let mut end = 0;
        for range in highlighter.ranges(name) {
            assert!(range.start >= end && range.start < range.end && name.get(range.clone()).is_some());
            end = range.end;
        }
    }
    let page = find(catalogue, index, query, Asking { limit: Some(3), ..Asking::default() });
    for group in [Group::Matching, Group::Nationwide, Group::NotStated] {
        let first = result.hits.iter().filter(|hit| hit.group == group).take(3);
        assert!(first.eq(page.hits.iter().filter(|hit| hit.group == group)), "a page is the beginning of all");
    }
    assert_eq!(page.facets, result.facets);
    result
}
