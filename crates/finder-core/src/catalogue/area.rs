//! Planning regions and municipalities.

use super::{MunicipalityId, MunicipalityIx, RegionId, RegionIx, Text};

/// A planning region.
#[derive(Clone, Debug, PartialEq)]
pub struct Region {
    /// Stable id, e.g. `zemgale`.
    pub id: RegionId,
    /// Name, e.g. *Zemgale*.
    pub name: Text,
}

/// A municipality: what services belong to and what grants them.
#[derive(Clone, Debug, PartialEq)]
pub struct Municipality {
    /// ISO 3166-2 code.
    pub id: MunicipalityId,
    /// Full name, e.g. *Dobeles novads*.
    pub name: Text,
    /// The region it lies in.
    pub region: RegionIx,
    /// A state city (drawn as a circle: outlines of cities are poor) rather than a rural municipality.
    pub is_city: bool,
    /// Its administrative centre: distances are measured to it.
    pub centre: Option<Centre>,
    /// Municipalities that share a border.
    pub neighbours: Vec<MunicipalityIx>,
    /// Municipalities that became part of it; people still search by these names.
    pub former: Vec<Box<str>>,
}

/// A named town with its position.
#[derive(Clone, Debug, PartialEq)]
pub struct Centre {
    /// Name of the town.
    pub name: Box<str>,
    /// Where it is.
    pub at: Point,
}

/// A position, WGS 84.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// Degrees north, −90 to 90.
    pub lat: f64,
    /// Degrees east, −180 to 180.
    pub lon: f64,
}
