//! The core of the service finder, pure Rust: no I/O, no clock, no browser.
//!
//! The data's path, and the order of the modules:
//! bytes → [`load`] → [`catalogue`] → [`index`]; fragment ⇄ [`query`]; index + query → [`results`] with [`facets`].

pub mod calendar;
pub mod catalogue;
pub mod facets;
pub mod geography;
pub mod hours;
pub mod index;
pub mod load;
pub mod map;
mod order;
pub mod places;
pub mod prepared;
pub mod problem;
pub mod query;
pub mod query_url;
mod raw;
pub mod rescue;
pub mod results;
pub mod strings;
pub mod suggest;
pub mod text;
pub mod urgent;
mod validate;

#[cfg(feature = "schema")]
pub use raw::json_schema;
