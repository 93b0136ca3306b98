//! The widget's own pictures: strokes on a grid of 24, one path each, in the colour of the text around.
//! Always beside words, so hidden from screen readers.

/// A picture, as the path it is drawn with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Icon(pub &'static str);

pub const SEARCH: Icon = Icon("M10.5 4a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13zM15.5 15.5 21 21");
pub const CROSS: Icon = Icon("M6 6l12 12M18 6 6 18");
pub const PHONE: Icon =
    Icon("M6 3h3l2 5-2.5 1.8a12 12 0 0 0 5.7 5.7L16 13l5 2v3a3 3 0 0 1-3 3A15 15 0 0 1 3 6a3 3 0 0 1 3-3z");
pub const MAIL: Icon = Icon("M3 6h18v12H3zM3 7l9 7 9-7");
pub const WEB: Icon = Icon(
    "M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18zM3 12h18M12 3c3 3 3.5 6 3.5 9s-.5 6-3.5 9M12 3c-3 3-3.5 6-3.5 9s.5 6 3.5 9",
);
pub const PIN: Icon =
    Icon("M12 21s-7-6.2-7-11.5a7 7 0 0 1 14 0C19 14.8 12 21 12 21zM12 7a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5z");
pub const FILTER: Icon = Icon("M3 6h18M6 12h12M10 18h4");
pub const LIST: Icon = Icon("M9 6h12M9 12h12M9 18h12M4 6h.01M4 12h.01M4 18h.01");
pub const MAP: Icon = Icon("M3 6l6-2 6 2 6-2v14l-6 2-6-2-6 2zM9 4v14M15 6v14");
pub const PLAY: Icon = Icon("M4 5h16v14H4zM10 9l5 3-5 3z");
pub const FLAG: Icon = Icon("M5 21V4M5 4h13l-3 4 3 4H5");
pub const BACK: Icon = Icon("M11 5l-7 7 7 7M4 12h16");
pub const SHARE: Icon = Icon("M12 15V3M8 7l4-4 4 4M5 12v8h14v-8");
pub const WARN: Icon = Icon("M12 4 2.5 20h19zM12 10v4M12 17h.01");
pub const DOWN: Icon = Icon("M6 9l6 6 6-6");
pub const PLUS: Icon = Icon("M12 5v14M5 12h14");
pub const MINUS: Icon = Icon("M5 12h14");
pub const PERSON: Icon = Icon("M12 4a4 4 0 1 1 0 8 4 4 0 0 1 0-8zM4 21a8 8 0 0 1 16 0");
pub const CALENDAR: Icon = Icon("M4 6h16v14H4zM4 10h16M8 3v5M16 3v5");
pub const FILE: Icon = Icon("M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6");

const HOUSE: Icon = Icon("M3 11l9-7 9 7M5 10v10h14V10M10 20v-6h4v6");
const SUN: Icon =
    Icon("M12 8a4 4 0 1 1 0 8 4 4 0 0 1 0-8zM12 2v3M12 19v3M2 12h3M19 12h3M5 5l2 2M17 17l2 2M5 19l2-2M17 7l2-2");
const KITE: Icon = Icon("M12 3l5 7-5 6-5-6zM12 3v13M7 10h10M12 16c-2 2 2 3 0 5");
const TOOL: Icon = Icon("M14.5 6a4 4 0 0 0 5 5L21 9.500V9a6 6 0 0 1-8 5l-6 6-3-3 6-6a6 6 0 0 1 5-8h.5z");
const LEAF: Icon = Icon("M5 20c0-9 5-15 15-16 0 10-5 15-13 14M5 20l8-9");
const RISE: Icon = Icon("M12 21v-8M8 9a4 4 0 1 1 8 0M5 21h14M12 13c-3 0-5 2-5 5M12 13c3 0 5 2 5 5");
const FAMILY: Icon = Icon(
    "M8 4a3 3 0 1 1 0 6 3 3 0 0 1 0-6zM16.500 7a2.500 2.500 0 1 1 0 5 2.500 2.500 0 0 1 0-5zM2 20a6 6 0 0 1 12 0M13 16a4.500 4.500 0 0 1 8.500 4",
);
const CARE: Icon = Icon("M12 20S4 15 4 9.500A4 4 0 0 1 12 8a4 4 0 0 1 8 1.500C20 15 12 20 12 20z");
const TALK: Icon = Icon("M4 5h16v11H10l-5 4v-4H4zM8 9h8M8 12h5");
const CIRCLE: Icon = Icon(
    "M12 3a2 2 0 1 1 0 4 2 2 0 0 1 0-4zM4.500 15a2 2 0 1 1 0 4 2 2 0 0 1 0-4zM19.500 15a2 2 0 1 1 0 4 2 2 0 0 1 0-4zM10 6.500 5.500 15M14 6.500l4.500 8.500M7 17h10",
);
const HUB: Icon = Icon("M4 21V8l8-5 8 5v13zM9 21v-5h6v5M9 10h.01M15 10h.01M12 13h.01");
const DESK: Icon = Icon("M4 21h16M6 21V9M18 21V9M10 21V9M14 21V9M3 9l9-6 9 6z");
const DOTS: Icon = Icon("M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18zM8 12h.01M12 12h.01M16 12h.01");

/// The picture of a kind of service, by its id.
pub fn of_kind(id: &str) -> Icon {
    match id {
        "group-home" => HOUSE,
        "day-care-adults" => SUN,
        "day-care-children" => KITE,
        "workshop" => TOOL,
        "respite" => LEAF,
        "social-rehabilitation" => RISE,
        "family-care" => FAMILY,
        "home-care" => CARE,
        "consultation" => TALK,
        "support-group" => CIRCLE,
        "multifunctional-centre" => HUB,
        "social-service-office" => DESK,
        _ => DOTS,
    }
}
