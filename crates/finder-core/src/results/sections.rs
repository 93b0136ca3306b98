//! Which part of the results a hit stands in, seen from where the visitor lives or is.

use crate::{
    catalogue::{Catalogue, MunicipalityIx, Residence, Service, ServiceArea},
    query::Sort,
};

/// Parts of [`Group::Matching`](super::Group::Matching), in the order shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Section {
    /// In the visitor's municipality.
    Yours,
    /// In a municipality that shares a border with it.
    Neighbouring,
    /// Anywhere else.
    Further,
    /// Elsewhere, and stated to take people who live where the visitor does.
    Elsewhere,
    /// Offered to the whole country.
    Anywhere,
    /// Elsewhere, and it is not stated whether it takes people from other municipalities: ask.
    Ask,
    /// Stated to take residents of other municipalities only.
    Others,
}

/// What hits are parted by.
#[derive(Clone, Copy, Debug)]
pub(super) enum Parting {
    /// Nothing.
    None,
    /// Where the visitor says they live: municipal services are granted by declared residence.
    Home(MunicipalityIx),
    /// Where the visitor is.
    Near(MunicipalityIx),
}

impl Parting {
    /// By residence where the visitor has said where they live, else by nearness where that is the order.
    #[inline]
    pub(super) fn new(home: Option<MunicipalityIx>, here: Option<MunicipalityIx>, sort: Sort) -> Self {
        match (home, here) {
            (Some(home), _) => Self::Home(home),
            (None, Some(here)) if sort == Sort::Distance => Self::Near(here),
            _ => Self::None,
        }
    }

    /// The part a service stands in.
    #[inline]
    pub(super) fn section(self, catalogue: &Catalogue, service: &Service) -> Option<Section> {
        match self {
            Self::None => None,
            Self::Home(home) => Some(for_resident(service, home)),
            Self::Near(here) => Some(near(catalogue, service, here)),
        }
    }
}

#[inline]
fn for_resident(service: &Service, home: MunicipalityIx) -> Section {
    match &service.details.residence {
        Residence::Only(places) if !places.contains(&home) => return Section::Others,
        _ => {}
    }
    match (service.area, &service.details.residence) {
        (ServiceArea::Municipality(place), _) if place == home => Section::Yours,
        (ServiceArea::Nationwide, _) => Section::Anywhere,
        (_, Residence::NotStated) => Section::Ask,
        (_, Residence::Anyone | Residence::Only(_)) => Section::Elsewhere,
    }
}

#[inline]
fn near(catalogue: &Catalogue, service: &Service, here: MunicipalityIx) -> Section {
    match service.area {
        ServiceArea::Municipality(place) if place == here => Section::Yours,
        ServiceArea::Municipality(place) => {
            let borders = |from: MunicipalityIx, to| {
                catalogue.municipality(from).is_some_and(|from| from.neighbours.contains(&to))
            };
            // Either list will do: a catalogue may name the border once.
            if borders(here, place) || borders(place, here) { Section::Neighbouring } else { Section::Further }
        }
        ServiceArea::Nationwide => Section::Anywhere,
        ServiceArea::NotStated => Section::Ask,
    }
}
