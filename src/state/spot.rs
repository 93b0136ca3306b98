//! Where the visitor is and lives, and the order of results that follows.

use finder_core::{
    catalogue::{MunicipalityId, MunicipalityIx, Point},
    query::Sort,
};
use leptos::prelude::*;

use super::{Finder, answer::has_words};

/// Where the visitor is, as far as they said. Only ever here: never in the address, never stored, never sent.
#[derive(Clone, Debug, PartialEq)]
pub struct Spot {
    /// The position distances are measured from.
    pub at: Point,
    /// The municipality it lies in, or whose centre is nearest.
    pub here: MunicipalityIx,
    /// What it is called.
    pub name: Box<str>,
    /// The town the distances are measured from, where that is another.
    pub centre: Option<Box<str>>,
}

impl Finder {
    /// The visitor says where they are: the nearest come first then. Or takes it back.
    pub fn set_spot(self, spot: Option<Spot>) {
        let sort = if spot.is_some() { Some(Sort::Distance) } else { None };
        let _ = self.spot.try_set(spot);
        let by_distance = self.query_now().sort == Some(Sort::Distance);
        if by_distance != sort.is_some() {
            self.set_sort(sort);
        }
    }

    /// The visitor says where they live, or takes it back.
    pub fn set_home(self, home: Option<MunicipalityId>) {
        self.act(|query| query.home = home);
    }

    /// The municipality the visitor lives in; reactive.
    pub fn home(self) -> Option<MunicipalityIx> {
        let data = self.data.get()?;
        self.asked.with(|query| data.catalogue.municipality_by_id(query.home.as_ref()?))
    }

    /// The order results are in; reactive.
    pub fn order(self) -> Sort {
        let has_place = self.spot.with(Option::is_some) || self.home().is_some();
        self.asked.with(|query| query.order(has_words(query), has_place))
    }
}
