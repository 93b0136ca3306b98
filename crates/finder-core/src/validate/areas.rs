//! Regions and municipalities.

use super::{each, take_id};
use crate::{
    catalogue::{Centre, Municipality, MunicipalityId, MunicipalityIx, Point, Region, RegionId},
    problem::Cost,
    raw::{self, At, Lookup, MunicipalityKind, Reader, Records},
};

pub(super) fn regions<'a>(list: Option<Records<'a, raw::Region<'a>>>, reader: &mut Reader<'a>) -> Vec<Region> {
    let mut regions = Vec::new();
    let mut lookup = Lookup::new();
    each(list, "regions", reader, |raw, _, at, _, reader| {
        let (Some(id), Some(name)) = (raw.id, raw.name) else { return };
        if take_id(&mut lookup, id.0, at, reader) {
            regions.push(Region { id: RegionId::new(id.0), name });
        }
    });
    reader.regions = lookup;
    regions
}

pub(super) fn municipalities<'a>(
    list: Option<Records<'a, raw::Municipality<'a>>>,
    reader: &mut Reader<'a>,
) -> Vec<Municipality> {
    let mut municipalities = Vec::new();
    let mut lookup = Lookup::new();
    // Neighbours may come later in the list: resolved when all are known. With each, its position in the file.
    let mut wanted: Vec<(usize, &'a str, Vec<&'a str>)> = Vec::new();
    each(list, "municipalities", reader, |raw, _, at, _, reader| {
        let (Some(id), Some(name), Some(region)) = (raw.id, raw.name, raw.region) else { return };
        if !is_code(id.0) {
            let expected = "an ISO 3166-2 code such as `LV-016`";
            reader.note(at.key("id"), Cost::Record, expected, raw::quote_text(id.0), None);
            return;
        }
        if !take_id(&mut lookup, id.0, at, reader) {
            return;
        }
        let At::Index(_, index) = at else { return };
        wanted.push((index, id.0, raw.neighbours.unwrap_or_default()));
        municipalities.push(Municipality {
            id: MunicipalityId::new(id.0),
            name,
            region,
            is_city: raw.kind == Some(MunicipalityKind::City),
            centre: raw.centre.and_then(|centre| {
                let (name, lat, lon) = (centre.name?, centre.lat?, centre.lon?);
                Some(Centre { name: name.into(), at: Point { lat: lat.0, lon: lon.0 } })
            }),
            neighbours: Vec::new(),
            former: raw.former.unwrap_or_default().into_iter().map(Into::into).collect(),
        });
    });
    let list = At::Root.key("municipalities");
    for ((index, id, codes), municipality) in wanted.into_iter().zip(&mut municipalities) {
        for code in codes {
            if let Some(position) = lookup.get(code) {
                municipality.neighbours.push(MunicipalityIx::new(*position));
            } else {
                reader.id = Some(id);
                let at = list.index(index);
                let expected = "codes of the catalogue's `municipalities`";
                reader.unknown(at.key("neighbours"), expected, code, lookup.keys().copied(), Cost::Value);
            }
        }
    }
    reader.id = None;
    reader.municipalities = lookup;
    municipalities
}

/// Country, hyphen, one to three letters or digits.
fn is_code(text: &str) -> bool {
    text.split_once('-').is_some_and(|(country, rest)| {
        country.len() == 2
            && country.bytes().all(|b| b.is_ascii_uppercase())
            && (1..=3).contains(&rest.len())
            && rest.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit())
    })
}
