//! Texts of the map of municipalities and its table.

use super::{UiLang, table::strings};

strings! {
    MapStrings;
    /// Map: heading.
    map_heading: &'static str,
    /// Map: how to use.
    map_help: &'static str,
    /// Map: table twin.
    map_list: &'static str,
    /// Map failed.
    map_failed: &'static str,
    /// One municipality on the map. `{name}`, `{services}`, `{state}`.
    map_unit: &'static str,
    /// Chosen, said after a name.
    chosen: &'static str,
    /// Not chosen, said after a name.
    not_chosen: &'static str,
    /// Legend of the map's shades.
    map_legend: &'static str,
    /// Name of the choice of the map's form.
    map_forms: &'static str,
    /// The map as outlines.
    map_shapes: &'static str,
    /// The map as tiles.
    map_tiles: &'static str,
    /// Name of the choice of the part shown.
    map_zoom: &'static str,
    /// All of the map; the way back.
    map_whole: &'static str,
    /// A city and what lies around it. `{name}`.
    map_around: &'static str,
    /// Shows less, larger.
    map_closer: &'static str,
    /// Shows more, smaller.
    map_farther: &'static str,
    /// How to use the map with keys.
    map_keys: &'static str,
    /// Nationwide services are not counted on the map. `{n}`.
    map_nationwide: &'static str,
    /// Column of the table: name.
    map_table_name: &'static str,
    /// Column of the table: number of services.
    map_table_count: &'static str,
    /// The page has chosen the municipality.
    map_locked: &'static str,
}

const LV: MapStrings = MapStrings {
    map_heading: "Pašvaldību karte",
    map_help: "Izvēlieties vienu vai vairākas pašvaldības.",
    map_list: "Pašvaldības sarakstā",
    map_failed: "Karti neizdevās ielādēt. Pašvaldību var izvēlēties sarakstā.",
    map_unit: "{name}, {services}, {state}",
    chosen: "izvēlēts",
    not_chosen: "nav izvēlēts",
    map_legend: "Pakalpojumu skaits",
    map_forms: "Kartes veids",
    map_shapes: "Kontūras",
    map_tiles: "Flīzes",
    map_zoom: "Kartes daļa",
    map_whole: "Visa karte",
    map_around: "{name} un apkārtne",
    map_closer: "Tuvināt",
    map_farther: "Tālināt",
    map_keys: "Ar tastatūru: bultiņas ved pie kaimiņa, burti meklē nosaukumu, Enter izvēlas, Esc notīra izvēli.",
    map_nationwide: "Vēl {n} visā Latvijā: tie kartē nav ieskaitīti.",
    map_table_name: "Pašvaldība",
    map_table_count: "Pakalpojumu skaits",
    map_locked: "Pašvaldību šajā lapā mainīt nevar.",
};

const EN: MapStrings = MapStrings {
    map_heading: "Map of municipalities",
    map_help: "Choose one or several municipalities: the results narrow down.",
    map_list: "Municipalities as a list",
    map_failed: "The map could not be loaded. You can choose the municipality from the list.",
    map_unit: "{name}, {services}, {state}",
    chosen: "chosen",
    not_chosen: "not chosen",
    map_legend: "Number of services",
    map_forms: "Form of the map",
    map_shapes: "Outlines",
    map_tiles: "Tiles",
    map_zoom: "Part of the map",
    map_whole: "Whole map",
    map_around: "{name} and around",
    map_closer: "Zoom in",
    map_farther: "Zoom out",
    map_keys: "With the keyboard: arrows go to a neighbour, letters find a name, Enter chooses, Esc clears the choice.",
    map_nationwide: "{n} more nationwide: they are not counted on the map.",
    map_table_name: "Municipality",
    map_table_count: "Number of services",
    map_locked: "The municipality cannot be changed on this page.",
};

impl UiLang {
    /// The texts of the map.
    #[must_use]
    pub const fn map(self) -> &'static MapStrings {
        match self {
            Self::Lv => &LV,
            Self::En => &EN,
        }
    }
}
