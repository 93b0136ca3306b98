//! Suggestions while typing.

use crate::{
    catalogue::{AudienceIx, Catalogue, LangIx, MunicipalityIx, Phrases, RegionIx, ServiceIx, TypeIx},
    index::{Index, asked::Asked, bits::Bits, entities::Entity},
    query::{Query, toggle},
    results::{Asking, Match, find},
};

/// Most suggestions of one sort; with all sorts together a list still fits above a phone's keyboard.
const MOST_OF_A_SORT: usize = 3;

/// One suggestion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// What is suggested.
    pub what: Suggested,
    /// Its name in the language asked for.
    pub name: Box<str>,
    /// The synonym that was typed, where the name does not show it.
    pub synonym: Option<Box<str>>,
    /// Results if it is chosen, given the other facets.
    pub total: u32,
}

/// What a suggestion stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Suggested {
    /// A kind of service to choose.
    Type(TypeIx),
    /// An audience to choose.
    Audience(AudienceIx),
    /// A municipality to choose.
    Municipality(MunicipalityIx),
    /// A region to choose.
    Region(RegionIx),
    /// A service to open.
    Service(ServiceIx),
}

impl Suggested {
    /// The query with the value chosen instead of the words; a service changes nothing, it is opened.
    #[must_use]
    #[inline]
    pub fn choose(self, catalogue: &Catalogue, query: &Query) -> Query {
        let mut query = query.clone();
        let chosen = match self {
            Self::Type(ix) => catalogue.type_term(ix).map(|term| choose(&mut query.types, &term.id)),
            Self::Audience(ix) => catalogue.audience(ix).map(|term| choose(&mut query.audiences, &term.id)),
            Self::Municipality(ix) => catalogue.municipality(ix).map(|m| choose(&mut query.municipalities, &m.id)),
            Self::Region(ix) => catalogue.region(ix).map(|region| choose(&mut query.regions, &region.id)),
            Self::Service(_) => None,
        };
        if chosen.is_some() {
            query.text.clear();
        }
        query
    }
}

#[inline]
fn choose<Id: PartialEq + Clone>(chosen: &mut Vec<Id>, id: &Id) {
    if !chosen.contains(id) {
        toggle(chosen, id.clone());
    }
}

/// Suggests kinds, audiences, places and services of which every word of the query is a part: by name or by a synonym.
/// Surest first within a sort; values without results are left out.
#[must_use]
#[inline]
pub fn suggest(catalogue: &Catalogue, index: &Index, query: &Query, lang: LangIx) -> Vec<Suggestion> {
    let asked = Asked::new(index, &query.text);
    if asked.words.is_empty() {
        return Vec::new();
    }
    let all_words = (1_u32 << asked.words.len()) - 1;
    // (entity, phrase or name) → words of the query found in it, and how surely.
    let mut parts: Vec<(Entity, Option<u32>, usize, u32)> = Vec::new();
    for (at, word) in asked.words.iter().enumerate() {
        for found in &word.found {
            let named = index.entities.named(found.term).map(|naming| (naming.entity, None, at, found.weight));
            parts.extend(named);
            // What is suggested by another word than was typed is not understood: *dzird balsis* for *nedzirdīgs*.
            if found.how == Match::Equivalent {
                continue;
            }
            for slot in index.entities.in_phrases(found.term) {
                if let Some(phrase) = index.entities.phrase(slot.phrase)
                    && word.may_mean(phrase.entity, found.how)
                {
                    parts.push((phrase.entity, Some(slot.phrase), at, found.weight));
                }
            }
        }
    }
    crate::order::sort_by_key(&mut parts, |(entity, phrase, at, weight)| (*entity, *phrase, *at, u32::MAX - weight));
    parts.dedup_by_key(|(entity, phrase, at, _)| (*entity, *phrase, *at));
    let mut found: Vec<(u32, Entity, Option<u32>)> = parts
        .chunk_by(|a, b| (a.0, a.1) == (b.0, b.1))
        .filter(|words| words.iter().fold(0, |seen, (_, _, at, _)| seen | 1 << at) == all_words)
        .filter_map(|words| {
            let (entity, phrase, ..) = words.first()?;
            // Names before synonyms.
            let penalty = if phrase.is_some() { 256 } else { 0 };
            let least = words.iter().map(|(.., weight)| *weight).min()?;
            Some((penalty + 256_u32.saturating_sub(least), *entity, *phrase))
        })
        .collect();
    crate::order::sort(&mut found);
    let counts = {
        let without_words = Query { text: String::new(), ..query.clone() };
        find(catalogue, index, &without_words, Asking { limit: Some(0), ..Asking::default() }).facets
    };
    let mut suggestions: Vec<Suggestion> = Vec::new();
    for (_, entity, phrase) in found {
        let count = |list: &[u32], at: u32| list.get(at as usize).copied().unwrap_or_default();
        let synonym = |terms: &[Phrases], term: u32| {
            let at = index.entities.phrase(phrase?)?.at;
            terms.get(term as usize)?.get(usize::from(at)).map(|(_, text)| text.clone())
        };
        let made = match entity {
            Entity::Type(at) => catalogue.types.get(at as usize).map(|term| {
                let what = Suggested::Type(TypeIx::new(at as usize));
                (what, &term.name, synonym(&index.lexicon.types, at), count(&counts.types, at))
            }),
            Entity::Audience(at) => catalogue.audiences.get(at as usize).map(|term| {
                let what = Suggested::Audience(AudienceIx::new(at as usize));
                (what, &term.name, synonym(&index.lexicon.audiences, at), count(&counts.audiences, at))
            }),
            Entity::Municipality(at) => catalogue.municipalities.get(at as usize).map(|municipality| {
                let what = Suggested::Municipality(MunicipalityIx::new(at as usize));
                let synonym = synonym(&index.lexicon.municipalities, at);
                (what, &municipality.name, synonym, count(&counts.municipalities, at))
            }),
            Entity::Region(at) => catalogue.regions.get(at as usize).map(|region| {
                (Suggested::Region(RegionIx::new(at as usize)), &region.name, None, count(&counts.regions, at))
            }),
            Entity::Service(_) | Entity::Urgent(_) | Entity::Equivalent(_) => None,
        };
        let Some((what, name, synonym, total)) = made.filter(|(.., total)| *total > 0) else { continue };
        let of_sort = suggestions.iter().filter(|s| core::mem::discriminant(&s.what) == core::mem::discriminant(&what));
        if of_sort.count() < MOST_OF_A_SORT && suggestions.iter().all(|s| s.what != what) {
            suggestions.push(Suggestion { what, name: name.best(lang).text.into(), synonym, total });
        }
    }
    suggestions.extend(services(catalogue, index, &asked, lang));
    suggestions
}

/// Services of whose name every word is a part, shortest name first: it has the least beside what was typed.
#[inline]
fn services(catalogue: &Catalogue, index: &Index, asked: &Asked, lang: LangIx) -> Vec<Suggestion> {
    let mut all = Bits::all(catalogue.services.len());
    for word in &asked.words {
        all.and(&index.named(word));
    }
    let name = |at: usize| catalogue.services.get(at).map(|service| service.name.best(lang).text);
    let mut found: Vec<(usize, usize)> = Vec::with_capacity(MOST_OF_A_SORT + 1);
    for candidate in all.iter().filter_map(|at| Some((name(at)?.len(), at))) {
        let place = found.partition_point(|better| *better < candidate);
        if place < MOST_OF_A_SORT {
            found.insert(place, candidate);
            found.truncate(MOST_OF_A_SORT);
        }
    }
    let suggestion = |(_, at): (usize, usize)| {
        Some(Suggestion {
            what: Suggested::Service(ServiceIx::new(at)),
            name: name(at)?.into(),
            synonym: None,
            total: 1,
        })
    };
    found.into_iter().filter_map(suggestion).collect()
}
