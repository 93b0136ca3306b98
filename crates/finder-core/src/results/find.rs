//! From a query to its results.

use super::{Answer, Asking, Group, Hit, ResultSet, Section, Why, sections::Parting, stories, why::Explainer};
use crate::{
    catalogue::{Catalogue, MunicipalityIx, Point, RegionIx, ServiceIx},
    facets::{FacetCounts, Sieves},
    geography,
    index::{Index, Matched, asked::Asked, bits::Bits, columns::Columns},
    query::{Query, Sort},
    urgent::{help, meant},
};

/// The query's facets as positions. Ids the catalogue does not know are as if they were not chosen.
pub(super) struct Chosen {
    pub(super) types: Vec<usize>,
    pub(super) audiences: Vec<usize>,
    regions: Vec<RegionIx>,
    municipalities: Vec<MunicipalityIx>,
}

impl Chosen {
    #[inline]
    fn new(catalogue: &Catalogue, query: &Query) -> Self {
        Self {
            types: query.types.iter().filter_map(|id| Some(catalogue.type_by_id(id)?.get())).collect(),
            audiences: query.audiences.iter().filter_map(|id| Some(catalogue.audience_by_id(id)?.get())).collect(),
            regions: query.regions.iter().filter_map(|id| catalogue.region_by_id(id)).collect(),
            municipalities: query.municipalities.iter().filter_map(|id| catalogue.municipality_by_id(id)).collect(),
        }
    }

    /// The municipalities to look in, by position; `None` where no place is chosen.
    #[inline]
    fn places(&self, columns: &Columns) -> Option<Vec<bool>> {
        columns.chosen_places(&self.regions, &self.municipalities)
    }
}

/// Results a visitor looks at before giving up or asking anew: where fewer match every word, those that match some of
/// the words follow.
const FIRST_LOOK: usize = 10;

/// What the words of a query found; nothing, where it has none.
struct Words<'a> {
    matched: Matched,
    /// Says why a hit matched.
    explain: Explain<'a>,
    /// Adds what matches some of the words. Here, so that whoever asks without words does without it.
    near: fn(&mut Placing<'_>, &Sieves, &Chosen, usize),
}

type Explain<'a> = &'a dyn Fn(&Hit) -> Vec<Why>;

#[inline]
pub(super) fn find(catalogue: &Catalogue, index: &Index, query: &Query, asking: Asking<'_>) -> Answer {
    let asked = Asked::new(index, &query.text);
    if asked.words.is_empty() {
        return Answer { results: narrow(catalogue, index, query, asking), ..Answer::default() };
    }
    let meant = meant(index, &asked, &query.text);
    let matched = index.search(&asked, &meant);
    let explainer = Explainer::new(catalogue, index, query, &asked, &meant);
    let words = Words { matched, explain: &|hit| explainer.explain(hit), near };
    let chosen = Chosen::new(catalogue, query);
    let mut results = answer(catalogue, index, query, asking, &chosen, Some(words));
    let said = stories::said(catalogue, index, &asked, &meant);
    results.stories.retain(|story| said.get(story.get()).copied().unwrap_or_default());
    Answer { results, help: help(index, &meant, &query.text), marks: explainer.into_marks() }
}

pub(super) fn narrow(catalogue: &Catalogue, index: &Index, query: &Query, asking: Asking<'_>) -> ResultSet {
    answer(catalogue, index, query, asking, &Chosen::new(catalogue, query), None)
}

#[inline]
fn answer(
    catalogue: &Catalogue,
    index: &Index,
    query: &Query,
    asking: Asking<'_>,
    chosen: &Chosen,
    words: Option<Words<'_>>,
) -> ResultSet {
    let columns = &index.columns;
    let has_words = words.is_some();
    let (matched, explain, near) = match words {
        Some(words) => (words.matched, Some(words.explain), Some(words.near)),
        None => (Matched::everything(columns.len), None, None),
    };
    let places = chosen.places(columns);
    let (local, place) = match &places {
        Some(places) => {
            let local = columns.in_municipalities(places);
            let mut place = local.clone();
            place.or(&columns.nationwide);
            (local, place)
        }
        // Where no place is chosen, nationwide services and those of unknown place stand among the others.
        None => (Bits::all(columns.len), Bits::all(columns.len)),
    };
    let sieves = Sieves {
        words_and_types: words_and_types(columns, &matched.all, &matched.asked, &chosen.types),
        audience: any_of(&columns.audiences, &chosen.audiences, columns.len),
        place,
        words: matched.all.clone(),
    };

    let order = Order::new(catalogue, index, query, asking, has_words, chosen);
    let mut placing =
        Placing { columns, matched: &matched, order, explain, placed: Families::default(), hits: Vec::new() };
    let limit = asking.limit.unwrap_or(usize::MAX);
    let by_group = by_group(columns, &sieves, &local, chosen, places.is_some());
    let [matching, nationwide, not_stated] = by_group.map(|(group, services)| placing.place(group, &services, limit));
    let answers = matching + nationwide + not_stated;
    if let Some(near) = near.filter(|_| answers > 0 && answers < FIRST_LOOK) {
        near(&mut placing, &sieves, chosen, limit.min(FIRST_LOOK - answers));
    }
    ResultSet {
        hits: placing.hits,
        total: matching + nationwide,
        matching,
        nationwide,
        not_stated,
        partial: matched.partial,
        facets: FacetCounts::count(columns, &sieves),
        stories: stories::chosen(catalogue, chosen, places.as_deref()),
    }
}

/// Of the services that match the words those of the kinds. Ways in only where their kind is chosen or a word names
/// them.
#[inline]
fn words_and_types(columns: &Columns, words: &Bits, asked: &Bits, types: &[usize]) -> Bits {
    let mut given = words.clone();
    if types.is_empty() {
        let mut unasked = columns.quiet.clone();
        unasked.and_not(asked);
        given.and_not(&unasked);
    } else {
        given.and(&any_of(&columns.types, types, columns.len));
    }
    given
}

/// The services with any of the chosen values; all services where nothing is chosen.
#[inline]
fn any_of(values: &[Bits], chosen: &[usize], len: usize) -> Bits {
    if chosen.is_empty() {
        return Bits::all(len);
    }
    let mut any = Bits::none(len);
    for value in chosen.iter().filter_map(|at| values.get(*at)) {
        any.or(value);
    }
    any
}

/// The services of each group.
#[inline]
fn by_group(columns: &Columns, sieves: &Sieves, local: &Bits, chosen: &Chosen, by_place: bool) -> [(Group, Bits); 3] {
    let mut answering = sieves.words_and_types.clone();
    answering.and(&sieves.audience).and(&sieves.place);
    let mut matching = answering.clone();
    matching.and(local);
    let mut nationwide = answering.clone();
    nationwide.and_not(local);
    let mut audience = sieves.audience.clone();
    if !chosen.audiences.is_empty() {
        audience.or(&columns.no_audience);
    }
    let mut not_stated = sieves.place.clone();
    if by_place {
        not_stated.or(&columns.no_place);
    }
    not_stated.and(&audience).and(&sieves.words_and_types).and_not(&answering);
    [(Group::Matching, matching), (Group::Nationwide, nationwide), (Group::NotStated, not_stated)]
}

/// Puts the services of one group after the other in order.
struct Placing<'a> {
    columns: &'a Columns,
    matched: &'a Matched,
    order: Order<'a>,
    explain: Option<Explain<'a>>,
    placed: Families,
    hits: Vec<Hit>,
}

impl Placing<'_> {
    /// Adds a group's first hits; how many there are in all.
    #[inline]
    fn place(&mut self, group: Group, services: &Bits, limit: usize) -> usize {
        let Self { columns, matched, order, .. } = self;
        let mut first = First::new(limit);
        let mut singles = services.clone();
        singles.and_not(&columns.in_family);
        singles.for_each(|single| first.offer(order.key(single, single, matched), single));
        self.placed.place(columns, services, |whole, member| order.key(whole, member, matched), &mut first);
        let offered = first.offered;
        for (_, service) in first.in_order() {
            let mut hit = Hit {
                service: ServiceIx::new(service),
                parts: parts(columns, services, service),
                group,
                why: Vec::new(),
                section: order.section(service),
                km: order.km(service),
            };
            if let Some(explain) = self.explain {
                hit.why = explain(&hit);
            }
            self.hits.push(hit);
        }
        offered
    }
}

/// Adds the first of those that match some of the words, within the facets.
#[inline]
fn near(placing: &mut Placing<'_>, sieves: &Sieves, chosen: &Chosen, limit: usize) {
    let Placing { columns, matched, .. } = placing;
    let mut within = words_and_types(columns, &Bits::all(columns.len), &matched.asked, &chosen.types);
    within.and(&sieves.audience).and(&sieves.place);
    let near = matched.near(within);
    placing.place(Group::Near, &near, limit);
}

/// Places each family once, in its best group.
#[derive(Default)]
struct Families {
    /// Wholes that stand in an earlier group.
    seen: Vec<usize>,
}

impl Families {
    #[inline]
    fn place(&mut self, columns: &Columns, services: &Bits, key: impl Fn(usize, usize) -> u64, first: &mut First) {
        if services.is_empty() {
            return;
        }
        let mut seen_now = Vec::new();
        let mut earlier = self.seen.iter().peekable();
        for (whole, family) in columns.families() {
            while earlier.next_if(|seen| **seen < whole).is_some() {}
            if earlier.peek() == Some(&&whole) {
                seen_now.push(whole);
                continue;
            }
            let members = family.iter().map(|(_, member)| *member as usize).filter(|m| services.contains(*m));
            if let Some(best) = members.map(|member| key(whole, member)).min() {
                first.offer(best, whole);
                seen_now.push(whole);
            }
        }
        self.seen = seen_now;
    }
}

/// Members of the whole's family that are in the group, in the catalogue's order.
#[inline]
fn parts(columns: &Columns, services: &Bits, whole: usize) -> Vec<ServiceIx> {
    if !columns.in_family.contains(whole) {
        return Vec::new();
    }
    columns.family(whole).filter(|m| *m != whole && services.contains(*m)).map(ServiceIx::new).collect()
}

/// The first hits of a group, in order, out of however many are offered.
struct First {
    limit: usize,
    kept: Vec<(u64, usize)>,
    /// What comes after this cannot be among the first.
    last: (u64, usize),
    offered: usize,
}

/// Up to this many hits are kept in order as they are offered: few of the later ones come before the first.
const KEPT_IN_ORDER: usize = 256;

impl First {
    #[inline]
    fn new(limit: usize) -> Self {
        let last = if limit == 0 { (0, 0) } else { (u64::MAX, usize::MAX) };
        Self { limit, kept: Vec::new(), last, offered: 0 }
    }

    #[inline]
    fn offer(&mut self, key: u64, service: usize) {
        self.offered += 1;
        if (key, service) < self.last {
            self.keep(key, service);
        }
    }

    #[inline]
    fn keep(&mut self, key: u64, service: usize) {
        if self.limit > KEPT_IN_ORDER {
            self.kept.push((key, service));
            return;
        }
        let place = self.kept.partition_point(|kept| *kept < (key, service));
        self.kept.insert(place, (key, service));
        if self.kept.len() >= self.limit {
            self.kept.truncate(self.limit);
            self.last = self.kept.last().copied().unwrap_or_default();
        }
    }

    #[inline]
    fn in_order(mut self) -> Vec<(u64, usize)> {
        if self.limit > KEPT_IN_ORDER {
            crate::order::sort(&mut self.kept);
            self.kept.truncate(self.limit);
        }
        self.kept
    }
}

/// The order asked for, as keys: the smallest comes first.
struct Order<'a> {
    catalogue: &'a Catalogue,
    index: &'a Index,
    sort: Sort,
    from: Option<Point>,
    asking: Asking<'a>,
    /// By municipality: kilometres to its centre, where the order asks for them.
    centres: Vec<Option<f64>>,
    /// Services made for a chosen audience; the others are for everyone.
    made_for: Option<Bits>,
    /// What the hits are parted by before anything else.
    parting: Parting,
}

/// Bits of a key that the name's rank takes, and those that what comes before it takes.
const NAME_BITS: u32 = 29;
const FIRST_BITS: u32 = 31;

impl<'a> Order<'a> {
    #[inline]
    fn new(
        catalogue: &'a Catalogue,
        index: &'a Index,
        query: &Query,
        asking: Asking<'a>,
        has_words: bool,
        chosen: &Chosen,
    ) -> Self {
        let home = query.home.as_ref().and_then(|id| catalogue.municipality_by_id(id));
        let centre = home.and_then(|ix| Some(catalogue.municipality(ix)?.centre.as_ref()?.at));
        let from = asking.from.or(centre);
        let sort = query.order(has_words, from.is_some());
        let for_everyone_too = sort != Sort::Distance && !chosen.audiences.is_empty();
        let made_for = for_everyone_too.then(|| any_of(&index.columns.made_for, &chosen.audiences, index.columns.len));
        let to_centre = |at: Option<Point>| Some(geography::distance_km(from?, at?));
        let centres = match sort {
            Sort::Distance => {
                catalogue.municipalities.iter().map(|m| to_centre(m.centre.as_ref().map(|c| c.at))).collect()
            }
            _ => Vec::new(),
        };
        let parting = Parting::new(home, asking.here, sort);
        Self { catalogue, index, sort, from, asking, centres, made_for, parting }
    }

    /// The key of a hit for `whole`, of which `member` answers.
    #[inline]
    fn key(&self, whole: usize, member: usize, matched: &Matched) -> u64 {
        let name = match self.asking.collate {
            Some(collate) => collate.rank(ServiceIx::new(whole)),
            None => self.index.name_rank.get(whole).copied().unwrap_or(u32::MAX),
        };
        let first = match self.sort {
            Sort::Name => 0,
            // Both are never negative; then a float's bits are in the order of its value.
            Sort::Relevance => !matched.score.get(member).copied().unwrap_or(0.0).max(0.0).to_bits() >> 1,
            #[allow(clippy::cast_possible_truncation, reason = "a metre is enough for an order")]
            Sort::Distance => self.near(whole).map_or(u32::MAX >> 1, |km| (km as f32).to_bits()),
        };
        let made_for = self.made_for.as_ref().is_none_or(|made_for| made_for.contains(member));
        let section = self.section(whole).map_or(0, |section| section as u64);
        (section << 1 | u64::from(!made_for)) << (FIRST_BITS + NAME_BITS)
            | u64::from(first) << NAME_BITS
            | u64::from(name.min((1 << NAME_BITS) - 1))
    }

    #[inline]
    fn section(&self, at: usize) -> Option<Section> {
        self.parting.section(self.catalogue, self.catalogue.services.get(at)?)
    }

    /// As [`km`](Self::km), but each municipality's centre is measured once for all its services.
    #[inline]
    fn near(&self, at: usize) -> Option<f64> {
        match self.catalogue.services.get(at)?.location.at {
            Some(_) => self.km(at),
            None => *self.centres.get(self.index.columns.municipality(at)?)?,
        }
    }

    #[inline]
    fn km(&self, service: usize) -> Option<f64> {
        let service = self.catalogue.services.get(service)?;
        Some(geography::distance_km(self.from?, geography::position(self.catalogue, service)?))
    }
}

#[cfg(test)]
mod tests {
    use core::cmp::Reverse;

    use proptest::prelude::*;

    use super::*;
    use crate::{
        catalogue::{LangIx, MunicipalityId, TermId},
        load::Loaded,
    };

    /// Services at home and elsewhere, made for some and for everyone; the names are not in the catalogue's order.
    const SERVICES: &str = r#"{
        "format": "service-finder/1", "title": "Invented", "languages": ["en"],
        "types": [{ "id": "t", "name": "Kind" }],
        "audiences": [{ "id": "some", "name": "Some" }, { "id": "all", "name": "Everyone", "role": "everyone" }],
        "regions": [{ "id": "r", "name": "Region" }],
        "municipalities": [{ "id": "XX-1", "name": "Mill", "region": "r" }, { "id": "XX-2", "name": "Hill", "region": "r" }],
        "services": [
            { "id": "a", "name": "F", "types": ["t"], "municipality": "XX-1", "audiences": ["some"] },
            { "id": "b", "name": "E", "types": ["t"], "municipality": "XX-1", "audiences": ["all"] },
            { "id": "c", "name": "D", "types": ["t"], "municipality": "XX-1", "audiences": ["some"] },
            { "id": "d", "name": "C", "types": ["t"], "municipality": "XX-2", "audiences": ["some"] },
            { "id": "e", "name": "B", "types": ["t"], "municipality": "XX-2", "audiences": ["all"] },
            { "id": "f", "name": "A", "types": ["t"], "municipality": "XX-1", "audiences": ["all"] }
        ]
    }"#;

    proptest! {
        /// By section, then those made for the audience, then by score however small or large, then by name.
        #[test]
        fn one_key_holds_the_whole_order(
            scores in prop::collection::vec(prop_oneof![0_u16..9, 0_u16..4000, any::<u16>()], 6),
            scale in prop::sample::select(vec![1.0 / 4096.0, 1.0, 1024.0]),
            lives_there in any::<bool>(),
        ) {
            let catalogue = Loaded::first(SERVICES.as_bytes()).unwrap().catalogue().0.unwrap();
            let index = Index::for_facets(&catalogue, LangIx::new(0));
            let home = lives_there.then(|| MunicipalityId::new("XX-1"));
            let query = Query { audiences: vec![TermId::new("some")], home, ..Query::default() };
            let chosen = Chosen::new(&catalogue, &query);
            let order = Order::new(&catalogue, &index, &query, Asking::default(), true, &chosen);
            let score = scores.iter().map(|score| f32::from(*score) * scale).collect();
            let matched = Matched { score, ..Matched::everything(6) };

            let mut by_key: Vec<usize> = (0..6).collect();
            by_key.sort_by_key(|at| order.key(*at, *at, &matched));
            let mut by_rule: Vec<usize> = (0..6).collect();
            by_rule.sort_by_key(|at| {
                let elsewhere = lives_there && [3, 4].contains(at);
                let for_everyone = [1, 4, 5].contains(at);
                (elsewhere, for_everyone, Reverse(scores.get(*at).copied()), Reverse(*at))
            });
            prop_assert_eq!(by_key, by_rule);
        }

        /// However many are asked for: the first of all of them, in order.
        #[test]
        fn the_first_are_the_beginning_of_all(
            mut offered in prop::collection::vec(0_u64..1000, 0..600),
            limit in prop_oneof![
                Just(usize::MAX),
                0_usize..4,
                KEPT_IN_ORDER - 1..KEPT_IN_ORDER + 2,
            ],
        ) {
            let mut first = First::new(limit);
            offered.iter().enumerate().for_each(|(service, key)| first.offer(*key, service));
            prop_assert_eq!(first.offered, offered.len());
            let kept: Vec<u64> = first.in_order().into_iter().map(|(key, _)| key).collect();
            offered.sort_unstable();
            offered.truncate(limit);
            prop_assert_eq!(kept, offered);
        }
    }
}
