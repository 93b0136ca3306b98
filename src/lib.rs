//! The service finder widget: what `public/service-finder.js` calls.
//!
//! `load` brings bytes, `state` decides, `components` show, `host` and `url_sync` speak to the page around.

mod browser;
mod chunks;
mod components;
mod dom;
mod host;
mod icons;
mod language;
mod load;
mod memory;
mod options;
mod panic;
mod query_object;
mod small;
mod start;
mod state;
mod style;
mod url_sync;
mod words;

use finder_core::strings::dates;
pub use host::{Handle, begin, mount};
