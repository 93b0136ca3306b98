//! Texts that only the prerendered pages have; all others are the finder's own.

use finder_core::strings::UiLang;

/// Texts of the pages in one language.
#[derive(Debug)]
pub(crate) struct Words {
    /// Link from the fragment to the list.
    pub(crate) whole_list: &'static str,
    /// In front of an office's phone.
    pub(crate) office: &'static str,
    /// Name of the list of contents.
    pub(crate) contents: &'static str,
    /// Heading of services whose place the catalogue does not state.
    pub(crate) place_not_stated: &'static str,
    /// Heading of the routes.
    pub(crate) routes: &'static str,
    /// Link from a service to the route.
    pub(crate) see_route: &'static str,
    /// Link to the top of the page.
    pub(crate) to_top: &'static str,
    /// Link from a page to the list.
    pub(crate) back_to_list: &'static str,
    /// Link from a page to the finder.
    pub(crate) in_finder: &'static str,
}

/// The texts in a language.
pub(crate) const fn words(lang: UiLang) -> &'static Words {
    match lang {
        UiLang::Lv => &LV,
        UiLang::En => &EN,
    }
}

const LV: Words = Words {
    whole_list: "Viss saraksts vienā lapā",
    office: "Sociālais dienests",
    contents: "Saturs",
    place_not_stated: "Vieta nav norādīta",
    routes: "Kā saņemt pakalpojumu",
    see_route: "Parastais ceļš",
    to_top: "Uz saturu",
    back_to_list: "Visi pakalpojumi sarakstā",
    in_finder: "Atvērt meklētājā",
};

const EN: Words = Words {
    whole_list: "The whole list on one page",
    office: "Social service office",
    contents: "Contents",
    place_not_stated: "Place not stated",
    routes: "How to get a service",
    see_route: "The usual route",
    to_top: "To the contents",
    back_to_list: "All services in a list",
    in_finder: "Open in the finder",
};

/// Languages spoken in the region, by tag: Latvian and English names. Where there is a browser, it knows them all.
const LANGUAGES: [(&str, &str, &str); 12] = [
    ("lv", "latviešu", "Latvian"),
    ("en", "angļu", "English"),
    ("ru", "krievu", "Russian"),
    ("uk", "ukraiņu", "Ukrainian"),
    ("lt", "lietuviešu", "Lithuanian"),
    ("et", "igauņu", "Estonian"),
    ("de", "vācu", "German"),
    ("pl", "poļu", "Polish"),
    ("be", "baltkrievu", "Belarusian"),
    ("fr", "franču", "French"),
    ("ltg", "latgaliešu", "Latgalian"),
    ("lsl", "latviešu zīmju valoda", "Latvian Sign Language"),
];

/// The name of a language; its tag where it is not known here.
pub(crate) fn language_name(tag: &str, lang: UiLang) -> String {
    let primary = tag.split('-').next().unwrap_or(tag);
    let known = LANGUAGES.iter().find(|(known, ..)| known.eq_ignore_ascii_case(primary));
    known.map_or(tag, |(_, lv, en)| if lang == UiLang::Lv { lv } else { en }).to_owned()
}
