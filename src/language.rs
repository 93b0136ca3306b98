//! Which language the interface speaks.

use finder_core::{
    catalogue::{Catalogue, LangIx},
    strings::UiLang,
};
use leptos::prelude::window;

/// The interface's language for a page in `tag`: that language; for a page in a language we do not speak, the first one
/// the visitor's browser prefers that we do, else English; for a page that does not say, the catalogue's own.
pub fn choose(tag: &str, catalogue: Option<&Catalogue>) -> UiLang {
    if tag.trim().is_empty() {
        let own = catalogue.and_then(|c| c.languages.first()).and_then(|tag| UiLang::from_tag(tag));
        return own.unwrap_or_default();
    }
    UiLang::from_tag(tag).or_else(preferred).unwrap_or(UiLang::En)
}

/// The first of the visitor's preferred languages that the interface has.
fn preferred() -> Option<UiLang> {
    window().navigator().languages().iter().find_map(|tag| UiLang::from_tag(&tag.as_string()?))
}

/// The catalogue's language to show texts in.
pub fn of_texts(catalogue: &Catalogue, ui: UiLang) -> LangIx {
    catalogue.lang_by_tag(ui.tag()).unwrap_or(LangIx::new(0))
}
