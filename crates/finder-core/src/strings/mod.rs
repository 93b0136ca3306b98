//! Every text the finder itself says, in each interface language.
//!
//! A table of texts is a struct with one constant for each language: a missing translation is a compile error. There is a
//! table for what stands on the first page (`interface`), and one for each part that is downloaded when it is wanted.
//! Texts of the catalogue are not here. Used by the widget and by the prerendered pages, so that both say the same.

pub mod dates;
mod fill;
mod interface;
mod language;
mod map;
mod pages;
mod places;
mod plural;
mod programmes;
mod stories;
mod table;
mod words;

pub use fill::fill;
pub use interface::Strings;
pub use language::UiLang;
pub use map::MapStrings;
pub use pages::PageStrings;
pub use places::PlaceStrings;
pub use plural::{Plural, PluralForm, plural_form};
pub use programmes::ProgrammeStrings;
pub use stories::StoryStrings;
pub use words::WordStrings;
