//! Regions and municipalities.

use serde_json::Value;

use super::{each, take_id};
use crate::{
    catalogue::{Centre, Municipality, MunicipalityId, MunicipalityIx, Phrases, Point, Region, RegionId, RegionIx},
    problem::Cost,
    raw::{self, At, Ids, Reader, Rec, Table},
};

pub(super) fn regions<'a>(list: Option<&'a [Value]>, reader: &mut Reader<'a>) -> Vec<Region> {
    use raw::region as k;
    let mut regions = Vec::new();
    let mut lookup = Ids::default();
    each(list, "regions", &raw::REGION, reader, &mut |raw, _, at, _, reader| {
        let (Some(id), Some(name)) = (raw.line(k::id), raw.text(k::name)) else { return };
        if take_id(&mut lookup, id, at, reader) {
            regions.push(Region { id: RegionId::new(id), name });
        }
    });
    *reader.table(Table::Regions) = lookup;
    regions
}

/// A named town with its position.
fn centre(mut raw: Rec<'_>) -> Option<Centre> {
    use raw::centre as k;
    let at = Point { lat: raw.degrees(k::lat)?, lon: raw.degrees(k::lon)? };
    Some(Centre { name: raw.own(k::name)?, at })
}

/// The municipalities; the names of what lies in each go into `words`.
pub(super) fn municipalities<'a>(
    list: Option<&'a [Value]>,
    words: &mut Vec<Phrases>,
    reader: &mut Reader<'a>,
) -> Vec<Municipality> {
    use raw::municipality as k;
    let mut municipalities = Vec::new();
    let mut lookup = Ids::default();
    // Neighbours may come later in the list: resolved when all are known. With each, its position in the file.
    let mut wanted: Vec<(usize, &'a str, Vec<&'a str>)> = Vec::new();
    each(list, "municipalities", &raw::MUNICIPALITY, reader, &mut |raw, _, at, _, reader| {
        let (Some(id), Some(name)) = (raw.line(k::id), raw.text(k::name)) else { return };
        let Some(region) = raw.position(k::region).map(RegionIx::new) else { return };
        if !is_code(id) {
            let expected = "an ISO 3166-2 code such as `LV-016`";
            reader.note(at.key("id"), Cost::Record, expected, raw::quote_text(id), None);
            return;
        }
        if !take_id(&mut lookup, id, at, reader) {
            return;
        }
        let At::Index(_, index) = at else { return };
        wanted.push((index, id, raw.lines(k::neighbours)));
        words.push(raw.words(k::synonyms));
        municipalities.push(Municipality {
            id: MunicipalityId::new(id),
            name,
            region,
            is_city: raw.choice(k::kind) == Some(0),
            centre: centre(raw.record(k::centre)),
            neighbours: Vec::new(),
            former: raw.owned(k::former),
        });
    });
    let list = At::Root.key("municipalities");
    for ((index, id, codes), municipality) in wanted.into_iter().zip(&mut municipalities) {
        for code in codes {
            if let Some(position) = lookup.get(code) {
                municipality.neighbours.push(MunicipalityIx::new(position));
            } else {
                reader.id = Some(id);
                let at = list.index(index);
                let expected = "codes of the catalogue's `municipalities`";
                reader.unknown(at.key("neighbours"), expected, code, &mut lookup.names(), Cost::Value);
            }
        }
    }
    reader.id = None;
    *reader.table(Table::Municipalities) = lookup;
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
