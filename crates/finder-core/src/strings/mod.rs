//! Every text the finder itself says, in each interface language.
//!
//! A table of texts is a struct with one constant for each language (`interface`, `pages`): a missing translation is a
//! compile error. Texts of the catalogue are not here.
//! Used by the widget and by the prerendered pages, so that both say the same.

pub mod dates;
mod fill;
mod interface;
mod language;
mod pages;
mod plural;
mod table;

pub use fill::fill;
pub use interface::Strings;
pub use language::UiLang;
pub use pages::PageStrings;
pub use plural::{Plural, PluralForm, plural_form};
