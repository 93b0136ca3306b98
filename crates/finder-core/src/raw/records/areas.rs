//! Regions, municipalities, and positions.

use crate::raw::{
    kind::{Kind, Table},
    record::record,
};

/// Kinds of municipality.
pub(crate) static MUNICIPALITY_KIND: [&str; 2] = ["city", "rural"];

const LATITUDE: Kind = Kind::Degrees { most: 90.0, expected: "degrees north −90 to 90" };
const LONGITUDE: Kind = Kind::Degrees { most: 180.0, expected: "degrees east −180 to 180" };

record! {
    /// A planning region.
    REGION region "Region" requires [id, name] {
        /// Stable id, used in links.
        id: Kind::Id,
        /// Name, e.g. *Zemgale*.
        name: Kind::Text,
    }
}

record! {
    /// A municipality.
    MUNICIPALITY municipality "Municipality" requires [id, name, region] {
        /// ISO 3166-2 code, e.g. `LV-016`.
        id: Kind::Id,
        /// Full name.
        name: Kind::Text,
        /// Id of the region it lies in.
        region: Kind::Ref(Table::Regions),
        /// A state city or a rural municipality.
        kind: Kind::Choice(&MUNICIPALITY_KIND),
        /// Administrative centre: distances are measured to it.
        centre: Kind::Record(&CENTRE),
        /// Codes of the municipalities that share a border.
        neighbours: Kind::List(&Kind::Line),
        /// Names of municipalities that became part of it; people still search by these.
        former: Kind::List(&Kind::Line),
        /// Parishes, towns and villages in it; searched, not shown as names.
        synonyms: Kind::Words,
    }
}

record! {
    /// A named town with its position.
    CENTRE centre "Centre" requires [name, lat, lon] {
        /// Name of the town.
        name: Kind::Line,
        /// Degrees north, WGS 84.
        lat: LATITUDE,
        /// Degrees east, WGS 84.
        lon: LONGITUDE,
    }
}

record! {
    /// A position, WGS 84.
    POSITION position "Position" requires [lat, lon] {
        /// Degrees north.
        lat: LATITUDE,
        /// Degrees east.
        lon: LONGITUDE,
    }
}
