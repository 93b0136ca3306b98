//! Ways out of an answer without results.

use crate::{
    catalogue::{Catalogue, MunicipalityIx, ServiceIx, TermId, TermRole},
    geography::distance_km,
    index::{Index, asked::Asked, near_words},
    query::Query,
    results::{Asking, ResultSet, find},
};

/// Most municipalities offered: they fit beside each other on a phone.
const MOST_PLACES: usize = 4;

/// Ways out, each of which leads to results.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rescue {
    /// Single things to drop, most results first; then the offices, where none is known to be the visitor's.
    pub drops: Vec<WayOut>,
    /// The query with its unknown words spelt like words of the catalogue.
    pub spelling: Option<WayOut>,
    /// Municipalities beside the chosen places that have what is asked for, most services first; where none of them
    /// has any, the nearest ones that have.
    pub neighbours: Vec<(MunicipalityIx, WayOut)>,
    /// Social service offices of the chosen municipalities, else of the one the visitor lives in: main offices first.
    pub offices: Vec<ServiceIx>,
}

/// A query that leads to results.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WayOut {
    /// What is changed.
    pub change: Change,
    /// The query to ask instead.
    pub query: Query,
    /// Results it has; of those for the whole country, where they stand apart, only where there is nothing else and they are
    /// not there already.
    pub matching: usize,
}

/// What a way out changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// One word is left out: this one, as typed.
    DropWord(Box<str>),
    /// All words are left out.
    DropWords,
    /// The chosen kinds are left out.
    DropTypes,
    /// The chosen audiences are left out.
    DropAudiences,
    /// Instead of the chosen municipalities their whole regions.
    WidenToRegion,
    /// The chosen places are left out.
    DropPlaces,
    /// A word is spelt differently.
    Spelling,
    /// Another municipality is chosen.
    Elsewhere,
    /// Instead of all that was asked for: the offices that are a way in to services.
    Offices,
}

/// Finds the ways out of `query`. For queries without results; costs several times as much as [`find`].
#[must_use]
#[inline]
pub fn rescue(catalogue: &Catalogue, index: &Index, query: &Query) -> Rescue {
    let mut helper = Helper { catalogue, index, query, is_empty: false };
    helper.is_empty = helper.ask(query).total == 0;
    let asked = Asked::new(index, &query.text);
    let mut drops = helper.drops(&asked);
    crate::order::sort_by_key(&mut drops, |way| usize::MAX - way.matching);
    let (neighbours, offices) = helper.places();
    if offices.is_empty() {
        drops.extend(helper.offices());
    }
    Rescue { drops, spelling: helper.spelling(&asked), neighbours, offices }
}

struct Helper<'a> {
    catalogue: &'a Catalogue,
    index: &'a Index,
    query: &'a Query,
    /// Nothing answers, not even for the whole country.
    is_empty: bool,
}

impl Helper<'_> {
    #[inline]
    fn ask(&self, query: &Query) -> ResultSet {
        find(self.catalogue, self.index, query, Asking { limit: Some(0), ..Asking::default() })
    }

    /// The changed query, if it has results.
    #[inline]
    fn way(&self, change: Change, query: Query) -> Option<WayOut> {
        let found = (query != *self.query).then(|| self.ask(&query))?;
        let matching = if found.matching == 0 && self.is_empty { found.total } else { found.matching };
        (matching > 0).then_some(WayOut { change, query, matching })
    }

    #[inline]
    fn drops(&self, asked: &Asked) -> Vec<WayOut> {
        let mut changed: Vec<(Change, Query)> = Vec::new();
        if asked.words.len() > 1 {
            for (i, word) in asked.words.iter().enumerate() {
                // Two halves of one word are dropped together.
                if i > 0 && asked.words.get(i - 1).is_some_and(|before| before.typed == word.typed) {
                    continue;
                }
                let typed = self.query.text.get(word.typed.clone()).unwrap_or_default();
                let mut query = self.query.clone();
                query.text = without(&self.query.text, &word.typed);
                changed.push((Change::DropWord(typed.into()), query));
            }
        }
        let narrowed = self.query.filter_count() > 0;
        for change in
            [Change::DropWords, Change::DropTypes, Change::DropAudiences, Change::WidenToRegion, Change::DropPlaces]
        {
            let mut query = self.query.clone();
            match change {
                Change::DropWords if narrowed => query.text.clear(),
                Change::DropTypes => query.types.clear(),
                Change::DropAudiences => query.audiences.clear(),
                Change::WidenToRegion => self.widen(&mut query),
                Change::DropPlaces => {
                    query.regions.clear();
                    query.municipalities.clear();
                }
                _ => continue,
            }
            changed.push((change, query));
        }
        changed.into_iter().filter_map(|(change, query)| self.way(change, query)).collect()
    }

    /// All offices of the chosen regions: somebody to ask, whatever was asked for.
    #[inline]
    fn offices(&self) -> Option<WayOut> {
        let ways_in = self.catalogue.types.iter().filter(|term| term.role == TermRole::WayIn);
        let types: Vec<TermId> = ways_in.map(|term| term.id.clone()).collect();
        let regions = self.query.regions.clone();
        let query = Query { types, regions, home: self.query.home.clone(), ..Query::default() };
        (!query.types.is_empty()).then(|| self.way(Change::Offices, query)).flatten()
    }

    /// Instead of municipalities their regions.
    #[inline]
    fn widen(&self, query: &mut Query) {
        for id in core::mem::take(&mut query.municipalities) {
            let ix = self.catalogue.municipality_by_id(&id).and_then(|ix| self.catalogue.municipality(ix));
            let region = ix.and_then(|municipality| self.catalogue.region(municipality.region));
            if let Some(region) = region.filter(|region| !query.regions.contains(&region.id)) {
                query.regions.push(region.id.clone());
            }
        }
    }

    #[inline]
    fn spelling(&self, asked: &Asked) -> Option<WayOut> {
        let unknown = asked.words.iter().find(|word| word.found.is_empty())?;
        let spellings = near_words(self.index, unknown);
        spellings.into_iter().find_map(|word| {
            let mut query = self.query.clone();
            query.text.replace_range(unknown.typed.clone(), &word);
            self.way(Change::Spelling, query)
        })
    }

    #[inline]
    fn places(&self) -> (Vec<(MunicipalityIx, WayOut)>, Vec<ServiceIx>) {
        let chosen: Vec<MunicipalityIx> =
            self.query.municipalities.iter().filter_map(|id| self.catalogue.municipality_by_id(id)).collect();
        let home = self.query.home.iter().filter_map(|id| self.catalogue.municipality_by_id(id));
        let at: Vec<MunicipalityIx> = if chosen.is_empty() { home.collect() } else { chosen.clone() };
        let offices = at.iter().flat_map(|ix| self.catalogue.offices(*ix)).collect();
        if chosen.is_empty() {
            return (Vec::new(), offices);
        }
        let counts = self.ask(self.query).facets.municipalities;
        let count = |ix: &MunicipalityIx| counts.get(ix.get()).copied().unwrap_or_default();
        let beside =
            chosen.iter().filter_map(|ix| self.catalogue.municipality(*ix)).flat_map(|m| m.neighbours.iter().copied());
        let mut found: Vec<MunicipalityIx> = beside.filter(|ix| count(ix) > 0 && !chosen.contains(ix)).collect();
        crate::order::sort_by_key(&mut found, |ix| (u32::MAX - count(ix), *ix));
        found.dedup();
        if found.is_empty() {
            found = self.nearest(&chosen, count);
        }
        found.truncate(MOST_PLACES);
        let ways = found.into_iter().filter_map(|ix| {
            let id = &self.catalogue.municipality(ix)?.id;
            let municipalities = vec![id.clone()];
            let query = Query { regions: Vec::new(), municipalities, ..self.query.clone() };
            let way = self.way(Change::Elsewhere, query)?;
            Some((ix, way))
        });
        (ways.collect(), offices)
    }

    /// Municipalities that have what is asked for, nearest to the first chosen one first.
    #[inline]
    fn nearest(&self, chosen: &[MunicipalityIx], count: impl Fn(&MunicipalityIx) -> u32) -> Vec<MunicipalityIx> {
        let centre = |ix: &MunicipalityIx| Some(self.catalogue.municipality(*ix)?.centre.as_ref()?.at);
        let Some(from) = chosen.first().and_then(centre) else { return Vec::new() };
        let all = (0..self.catalogue.municipalities.len()).map(MunicipalityIx::new);
        let with = all.filter(|ix| count(ix) > 0 && !chosen.contains(ix));
        let mut near: Vec<_> = with.filter_map(|ix| Some((distance_km(from, centre(&ix)?), ix))).collect();
        crate::order::sort_by(&mut near, |a, b| a.0.total_cmp(&b.0));
        near.into_iter().map(|(_, ix)| ix).collect()
    }
}

/// The text without a range, and without the space that would be doubled.
#[inline]
fn without(text: &str, range: &core::ops::Range<usize>) -> String {
    let before = text.get(..range.start).unwrap_or_default().trim_end();
    let after = text.get(range.end..).unwrap_or_default().trim_start();
    let between = if before.is_empty() || after.is_empty() { "" } else { " " };
    format!("{before}{between}{after}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        catalogue::{LangIx, MunicipalityId, RegionId, TermId},
        load::Loaded,
    };

    /// An invented country: Mill, between Hill and Dale; Bay is the nearest place but no neighbour, Cape the furthest.
    const COUNTRY: &str = r#"{
        "format": "service-finder/1", "title": "Invented", "languages": ["en"],
        "types": [{ "id": "respite", "name": "Respite" }, { "id": "centre", "name": "Centre" }],
        "regions": [{ "id": "all", "name": "All" }],
        "municipalities": [
            { "id": "XX-1", "name": "Mill", "region": "all", "centre": { "name": "M", "lat": 10.0, "lon": 10.0 }, "neighbours": ["XX-2", "XX-3"] },
            { "id": "XX-2", "name": "Hill", "region": "all", "centre": { "name": "H", "lat": 10.2, "lon": 10.0 } },
            { "id": "XX-3", "name": "Dale", "region": "all", "centre": { "name": "D", "lat": 10.3, "lon": 10.0 } },
            { "id": "XX-4", "name": "Cape", "region": "all", "centre": { "name": "C", "lat": 10.4, "lon": 10.0 } },
            { "id": "XX-5", "name": "Bay", "region": "all", "centre": { "name": "B", "lat": 10.1, "lon": 10.0 } }
        ],
        "services": [
            { "id": "a", "name": "One", "types": ["respite"], "municipality": "XX-2" },
            { "id": "b", "name": "Two", "types": ["respite"], "municipality": "XX-3" },
            { "id": "c", "name": "Three", "types": ["respite"], "municipality": "XX-3" },
            { "id": "d", "name": "Four", "types": ["respite", "centre"], "municipality": "XX-5" },
            { "id": "e", "name": "Five", "types": ["centre"], "municipality": "XX-4" }
        ]
    }"#;

    fn ways_out(query: &Query) -> Rescue {
        ways_out_of(COUNTRY, query)
    }

    fn ways_out_of(country: &str, query: &Query) -> Rescue {
        let catalogue = Loaded::first(country.as_bytes()).unwrap().catalogue().0.unwrap();
        rescue(&catalogue, &Index::build(&catalogue, LangIx::new(0)), query)
    }

    /// Somebody in Mill looks for a kind.
    fn mill(kind: &str) -> Query {
        let (types, municipalities) = (vec![TermId::new(kind)], vec![MunicipalityId::new("XX-1")]);
        Query { types, municipalities, ..Query::default() }
    }

    /// Places offered to somebody in Mill who looks for a kind, with their results.
    fn elsewhere(kind: &str) -> Vec<(String, usize)> {
        let rescue = ways_out(&mill(kind));
        let place = |way: WayOut| (way.query.municipalities.first().unwrap().as_str().to_owned(), way.matching);
        rescue.neighbours.into_iter().map(|(_, way)| place(way)).collect()
    }

    #[test]
    fn neighbours_that_have_it_are_offered_and_without_any_the_nearest_places() {
        let place = |id: &str, total| (id.to_owned(), total);
        // A neighbour stands before a place that is nearer by its centre, and that with more services before the other.
        assert_eq!(elsewhere("respite"), [place("XX-3", 2), place("XX-2", 1)]);
        assert_eq!(elsewhere("centre"), [place("XX-5", 1), place("XX-4", 1)]);
    }

    #[test]
    fn all_words_are_dropped_only_where_something_else_is_asked() {
        let dropped = |query: &Query| ways_out(query).drops.into_iter().map(|way| way.change).collect::<Vec<_>>();
        let query = Query { text: "qqqqqq".to_owned(), ..Query::default() };
        // Without its words it would ask for everything there is.
        assert_eq!(dropped(&query), []);
        assert_eq!(dropped(&Query { types: vec![TermId::new("centre")], ..query }), [Change::DropWords]);
    }

    /// A neighbour was said to have what only the whole country has, and led to another dead end.
    #[test]
    fn what_is_for_the_whole_country_is_no_way_out() {
        let everywhere = r#""services": [{ "id": "w", "name": "Wide", "types": ["respite"], "nationwide": true },"#;
        let country = COUNTRY.replace(r#""services": ["#, everywhere);
        let rescue = ways_out_of(&country, &mill("respite"));
        let total: usize = rescue.neighbours.iter().map(|(_, way)| way.matching).sum();
        assert_eq!(total, 3);
        let query = Query { text: "wide".to_owned(), ..mill("respite") };
        let rescue = ways_out_of(&country, &query);
        assert!(rescue.neighbours.is_empty() && rescue.drops.iter().all(|way| way.matching > 0), "{rescue:?}");
    }

    /// A slip in a municipality's query for what only the whole country has.
    #[test]
    fn what_is_for_the_whole_country_is_a_way_out_of_nothing() {
        let everywhere = r#""services": [{ "id": "w", "name": "Wide", "types": ["centre"], "nationwide": true },"#;
        let country = COUNTRY.replace(r#""services": ["#, everywhere);
        let query = Query { text: "wide".to_owned(), ..mill("respite") };
        let drops = ways_out_of(&country, &query).drops;
        assert!(drops.iter().any(|way| way.change == Change::DropTypes && way.matching == 1), "{drops:?}");
    }

    /// *zzzz* had nothing but a button that clears the box.
    #[test]
    fn somebody_can_be_asked_where_nothing_else_is_left() {
        let office = r#""services": [{ "id": "o", "name": "Office", "types": ["office"], "municipality": "XX-2" },"#;
        let kind = r#""types": [{ "id": "office", "name": "Office", "role": "way-in" },"#;
        let country = COUNTRY.replace(r#""services": ["#, office).replace(r#""types": ["#, kind);
        let query = Query { text: "qqqqqq".to_owned(), ..Query::default() };
        let drops = ways_out_of(&country, &query).drops;
        let [way] = drops.as_slice() else { panic!("{drops:?}") };
        assert_eq!((&way.change, way.matching, way.query.text.as_str()), (&Change::Offices, 1, ""));
        // Of the chosen region, from where the visitor lives.
        let (regions, home) = (vec![RegionId::new("all")], Some(MunicipalityId::new("XX-5")));
        let drops = ways_out_of(&country, &Query { regions: regions.clone(), home: home.clone(), ..query }).drops;
        let way = drops.last().unwrap();
        assert_eq!((&way.change, &way.query.regions, &way.query.home), (&Change::Offices, &regions, &home));
    }

    #[test]
    fn a_word_too_far_off_is_spelt_like_one_there_is() {
        let query = Query { text: "xesbite".to_owned(), ..Query::default() };
        let way = ways_out(&query).spelling.unwrap();
        assert_eq!((way.change, way.query.text.as_str(), way.matching), (Change::Spelling, "respite", 4));
    }
}
