//! What was asked: the whole state of a finder that a link can carry.

use crate::catalogue::{MunicipalityId, RegionId, ServiceId, StoryId, TermId};

/// What a visitor asked for. Ids may be unknown to the catalogue; look-ups then find nothing.
///
/// Lists hold each id once, in the order chosen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// Words as typed, never normalised (rewriting them would move the caret).
    pub text: String,
    /// Chosen planning regions.
    pub regions: Vec<RegionId>,
    /// Chosen municipalities. They narrow their own region; other chosen regions stay.
    pub municipalities: Vec<MunicipalityId>,
    /// Chosen kinds of service: any of them.
    pub types: Vec<TermId>,
    /// Chosen audiences: any of them.
    pub audiences: Vec<TermId>,
    /// What is shown.
    pub view: View,
    /// Order asked for; `None`: by relevance where there are words, else by name.
    pub sort: Option<Sort>,
    /// The record that is open over the view.
    pub open: Option<Target>,
    /// Form of the map; `None`: the finder chooses by width.
    pub map: Option<MapForm>,
    /// Where the visitor says they live.
    pub home: Option<MunicipalityId>,
}

/// The views of the finder.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum View {
    /// A list of results.
    #[default]
    List,
    /// The municipality map beside results.
    Map,
    /// Video stories.
    Stories,
    /// The regions' programmes.
    Programme,
}

/// Orders of results.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Sort {
    /// Best match first.
    Relevance,
    /// By name, in the alphabet of the interface's language.
    Name,
    /// Nearest first; needs a place.
    Distance,
}

/// Forms of the map.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum MapForm {
    /// Outlines.
    Shapes,
    /// One tile a municipality.
    Tiles,
}

/// A record that can be opened by a link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// `service:ID` or a bare id.
    Service(ServiceId),
    /// `story:ID`.
    Story(StoryId),
    /// `office:ID`: a municipality's social service office.
    Office(ServiceId),
}

impl Query {
    /// Does the query narrow the services at all? (Words or any facet; view, order and open record do not count.)
    #[must_use]
    pub fn narrows(&self) -> bool {
        !self.text.trim().is_empty()
            || !self.regions.is_empty()
            || !self.municipalities.is_empty()
            || !self.types.is_empty()
            || !self.audiences.is_empty()
    }

    /// Number of chosen facet values (words do not count): what "Filters (3)" shows.
    #[must_use]
    pub fn filter_count(&self) -> usize {
        self.regions.len() + self.municipalities.len() + self.types.len() + self.audiences.len()
    }

    /// The order of results: the one asked for where it means something, else by relevance where there are words and by name
    /// where there are none.
    #[must_use]
    pub fn order(&self, has_words: bool, has_place: bool) -> Sort {
        match self.sort {
            // Without a place the nearest cannot be told.
            Some(Sort::Distance) if !has_place => Sort::Name,
            // Without words nothing is more relevant than anything else.
            Some(Sort::Relevance) if !has_words => Sort::Name,
            Some(sort) => sort,
            None if has_words => Sort::Relevance,
            None => Sort::Name,
        }
    }

    /// Drops words and facet values; view, order and home stay.
    pub fn clear(&mut self) {
        self.text.clear();
        self.regions.clear();
        self.municipalities.clear();
        self.types.clear();
        self.audiences.clear();
    }
}

/// Adds `id` to the selection, or takes it out if it is there.
pub fn toggle<Id: PartialEq>(selection: &mut Vec<Id>, id: Id) {
    match selection.iter().position(|chosen| *chosen == id) {
        Some(at) => {
            selection.remove(at);
        }
        None => selection.push(id),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_narrows() {
        let text = |text: &str| Query { text: text.to_owned(), ..Query::default() };
        assert!(!Query::default().narrows() && !text(" \n").narrows() && text("a").narrows());
        assert!(!Query { view: View::Map, sort: Some(Sort::Name), ..Query::default() }.narrows());
        let regions = Query { regions: vec![RegionId::new("a")], ..Query::default() };
        let municipalities = Query { municipalities: vec![MunicipalityId::new("a")], ..Query::default() };
        let types = Query { types: vec![TermId::new("a"), TermId::new("b")], ..Query::default() };
        let audiences = Query { audiences: vec![TermId::new("a")], ..Query::default() };
        for (query, count) in [(&regions, 1), (&municipalities, 1), (&types, 2), (&audiences, 1)] {
            assert!(query.narrows());
            assert_eq!(query.filter_count(), count);
            let mut cleared = query.clone();
            cleared.clear();
            assert_eq!(cleared, Query::default());
        }
    }

    #[test]
    fn the_order_follows_from_what_is_asked() {
        let order = |sort, words, place| Query { sort, ..Query::default() }.order(words, place);
        assert_eq!(order(None, true, true), Sort::Relevance);
        assert_eq!(order(None, false, true), Sort::Name);
        assert_eq!(order(Some(Sort::Relevance), true, false), Sort::Relevance);
        assert_eq!(order(Some(Sort::Relevance), false, false), Sort::Name);
        assert_eq!(order(Some(Sort::Distance), true, true), Sort::Distance);
        assert_eq!(order(Some(Sort::Distance), true, false), Sort::Name);
        assert_eq!(order(Some(Sort::Name), true, true), Sort::Name);
    }
}
