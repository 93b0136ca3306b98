//! References to other records: read as positions, so that what is read cannot dangle.

use serde_json::Value;

use super::read::{At, Read, Reader};
use crate::{
    catalogue::{AudienceIx, MunicipalityIx, RegionIx, ServiceIx, TypeIx},
    problem::Cost,
};

#[cfg(feature = "schema")]
use super::schema::Schemas;

/// Reads an id as the position of the record it names, by the reader's look-up table `$table`.
macro_rules! reference {
    ($type:ident, $table:ident, $expected:literal) => {
        impl<'a> Read<'a> for $type {
            fn read(value: &'a Value, at: At<'_>, reader: &mut Reader<'a>) -> Option<Self> {
                let Some(id) = value.as_str() else {
                    return reader.bad(at, $expected, value);
                };
                if let Some(position) = reader.$table.get(id) {
                    return Some(Self::new(*position));
                }
                // Taken out for the look-up of near names, which needs the reader too.
                let table = core::mem::take(&mut reader.$table);
                reader.unknown(at, $expected, id, table.keys().copied(), Cost::Value);
                reader.$table = table;
                None
            }

            #[cfg(feature = "schema")]
            fn schema(_: &mut Schemas) -> Value {
                serde_json::json!({ "type": "string" })
            }
        }
    };
}

reference!(TypeIx, types, "the id of one of the catalogue's `types`");
reference!(AudienceIx, audiences, "the id of one of the catalogue's `audiences`");
reference!(RegionIx, regions, "the id of one of the catalogue's `regions`");
reference!(MunicipalityIx, municipalities, "the code of one of the catalogue's `municipalities`");
reference!(ServiceIx, services, "the id of one of the catalogue's `services`");
