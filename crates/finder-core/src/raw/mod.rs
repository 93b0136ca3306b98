//! What a catalogue file may hold: one definition per record.
//!
//! From each definition come the reader (total: every value that cannot be read is told with its place), the list of
//! keys for "did you mean", and, with the feature `schema`, the JSON Schema. Judged here is each value by itself;
//! what only the whole file can tell (duplicate ids, what belongs to what) is judged by [`validate`](crate::validate).

mod ids;
mod kind;
mod read;
mod record;
mod records;
#[cfg(feature = "schema")]
mod schema;
mod written;

pub(crate) use ids::Ids;
pub(crate) use kind::{Kind, Table, Val, read};
pub(crate) use read::{At, Reader, quote, quote_text};
pub(crate) use record::{Def, Rec, read_record};
pub(crate) use records::*;
pub(crate) use written::is_path;

#[cfg(feature = "schema")]
pub use schema::json_schema;
