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
    /// Residence: anyone.
    pub(crate) residence_anyone: &'static str,
    /// Residence: residents of these municipalities.
    pub(crate) residence_only: &'static str,
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
    residence_anyone: "Neatkarīgi no deklarētās dzīvesvietas",
    residence_only: "Deklarētajiem iedzīvotājiem",
};

const EN: Words = Words {
    whole_list: "The whole list on one page",
    office: "Social service office",
    contents: "Contents",
    place_not_stated: "Place not stated",
    routes: "How to get a service",
    see_route: "The usual route",
    to_top: "To the contents",
    residence_anyone: "Whatever the declared residence",
    residence_only: "For declared residents",
};
