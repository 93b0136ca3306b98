//! Services: each by itself, then what belongs to what.

use serde_json::Value;

use super::{each, take_id};
use crate::{
    catalogue::{
        Accessibility, Availability, Contact, Details, Exception, Location, Opening, Point, ReceptionPoint, Residence,
        Service, ServiceArea, ServiceId, ServiceIx,
    },
    problem::Cost,
    raw::{self, At, Lookup, Reader, Records, ResidenceRule},
};

/// What a kept service still needs from the others.
struct Pending<'a> {
    /// Its position in the file.
    index: usize,
    id: &'a str,
    part_of: Option<&'a str>,
}

pub(super) fn services<'a>(list: Option<Records<'a, raw::Service<'a>>>, reader: &mut Reader<'a>) -> Vec<Service> {
    let mut services = Vec::with_capacity(list.as_ref().map_or(0, |records| records.list.len()));
    let mut lookup = Lookup::new();
    let mut pending = Vec::new();
    each(list, "services", reader, |mut raw, since, at, entry, reader| {
        let Some(id) = raw.id else { return };
        let part_of = raw.part_of.take();
        if raw.types.as_ref().is_some_and(Vec::is_empty) {
            if entry.get("types").is_some_and(|types| types.as_array().is_some_and(Vec::is_empty)) {
                let expected = "at least one kind of service";
                reader.note(at.key("types"), Cost::Record, expected, "an empty list".to_owned(), None);
            } else {
                reader.raise(at, "types", since, Cost::Record);
            }
            return;
        }
        if !take_id(&mut lookup, id.0, at, reader) {
            return;
        }
        let At::Index(_, index) = at else { return };
        if let Some(service) = service(raw, at, entry, reader) {
            services.push(service);
            pending.push(Pending { index, id: id.0, part_of });
        }
    });
    resolve_parts(&mut services, &pending, &lookup, reader);
    hide_addresses_of_parts(&mut services, &pending, reader);
    reader.services = lookup;
    services
}

/// One service by itself.
fn service<'a>(mut raw: raw::Service<'a>, at: At<'_>, entry: &'a Value, reader: &mut Reader<'a>) -> Option<Service> {
    // Whatever is written there but `false` withholds: a slip in this key must not publish an address.
    let withheld = !matches!(entry.get("address_withheld"), None | Some(Value::Null | Value::Bool(false)));
    let at_point = raw.position.take().and_then(|p| Some(Point { lat: p.lat?.0, lon: p.lon?.0 }));
    let location = Location {
        address: raw.address.take().map(Into::into),
        postal_code: raw.postal_code.take().map(Into::into),
        withheld,
        at: at_point,
    };
    let area = match (raw.nationwide.unwrap_or(false), raw.municipality.take()) {
        (true, municipality) => {
            if municipality.is_some() {
                let expected = "no municipality, since `nationwide` is true";
                reader.note(at.key("municipality"), Cost::Value, expected, "one".to_owned(), None);
            }
            ServiceArea::Nationwide
        }
        (false, Some(municipality)) => ServiceArea::Municipality(municipality),
        (false, None) => ServiceArea::NotStated,
    };
    let mut service = Service {
        id: ServiceId::new(raw.id?.0),
        name: raw.name.take()?,
        types: once(raw.types.take()?),
        audiences: once(raw.audiences.take().unwrap_or_default()),
        area,
        place: raw.place.take().map(Into::into),
        former_municipality: raw.former_municipality.take().map(Into::into),
        status: raw.status.unwrap_or_default(),
        summary: raw.summary.take(),
        organisation: raw.organisation.take(),
        part_of: None,
        location,
        contact: contact(raw.contact.take()),
        keywords: raw.keywords.take().unwrap_or_default().0,
        details: details(raw, at, reader),
        stories: Vec::new(),
    };
    if withheld && hide_address(&mut service) {
        let expected = "no address, position or address of a reception point, since `address_withheld` is set";
        // Never quoted: problems are printed and logged.
        reader.note(at.key("address_withheld"), Cost::Value, expected, "one".to_owned(), None);
    }
    Some(service)
}

/// Each position once, in order.
fn once<T: PartialEq>(list: Vec<T>) -> Vec<T> {
    let mut kept = Vec::with_capacity(list.len());
    for position in list {
        if !kept.contains(&position) {
            kept.push(position);
        }
    }
    kept
}

fn contact(raw: Option<raw::Contact<'_>>) -> Contact {
    let raw = raw.unwrap_or_default();
    Contact {
        phone: raw.phone,
        phone_note: raw.phone_note,
        other_phones: raw.other_phones.unwrap_or_default(),
        email: raw.email.map(|email| email.0),
        website: raw.website,
        confidence: raw.confidence.unwrap_or_default(),
    }
}

fn details<'a>(raw: raw::Service<'a>, at: At<'_>, reader: &mut Reader<'a>) -> Details {
    let (mut min_age, mut max_age) = (raw.min_age.map(|age| age.0), raw.max_age.map(|age| age.0));
    if min_age.zip(max_age).is_some_and(|(min, max)| min > max) {
        let expected = "an age not below `min_age`; both are left out";
        let found = ["`", &max_age.unwrap_or_default().to_string(), "`"].concat();
        reader.note(at.key("max_age"), Cost::Value, expected, found, None);
        (min_age, max_age) = (None, None);
    }
    let easy = raw.easy.unwrap_or_default();
    let notice = raw.notice.unwrap_or_default();
    let availability = raw.availability.unwrap_or_default();
    let access = raw.accessibility.unwrap_or_default();
    Details {
        description: raw.description,
        easy: easy.text,
        easy_reviewed_by: easy.reviewed_by.map(Into::into),
        easy_reviewed_on: easy.reviewed_on,
        hours: raw.hours,
        weekly: raw.weekly.unwrap_or_default().into_iter().filter_map(opening).collect(),
        exceptions: raw.exceptions.unwrap_or_default().into_iter().filter_map(exception).collect(),
        form: once(raw.form.unwrap_or_default()),
        capacity: raw.capacity,
        availability: Availability {
            free: availability.free.map(|count| count.0),
            waiting: availability.waiting.map(|count| count.0),
            as_of: availability.as_of,
        },
        cost_kind: raw.cost_kind.unwrap_or_default(),
        cost: raw.cost,
        eligibility: raw.eligibility,
        min_age,
        max_age,
        how_to_apply: raw.how_to_apply,
        documents: raw.documents.unwrap_or_default(),
        residence: match raw.residence {
            Some(ResidenceRule::Anyone) => Residence::Anyone,
            Some(ResidenceRule::Only(municipalities)) => Residence::Only(once(municipalities)),
            None => Residence::NotStated,
        },
        transport: raw.transport,
        accessibility: Accessibility {
            step_free: access.step_free.unwrap_or_default(),
            lift: access.lift.unwrap_or_default(),
            toilet: access.toilet.unwrap_or_default(),
            parking: access.parking.unwrap_or_default(),
            hearing: access.hearing.unwrap_or_default(),
            quiet: access.quiet.unwrap_or_default(),
            easy_language: access.easy_language.unwrap_or_default(),
            note: access.note,
        },
        reception_points: raw.reception_points.unwrap_or_default().into_iter().filter_map(reception_point).collect(),
        spoken: raw.languages.unwrap_or_default().into_iter().map(|tag| tag.0.into()).collect(),
        since: raw.since.map(|year| year.0),
        confidence: raw.confidence.unwrap_or_default(),
        sources: raw.sources.unwrap_or_default(),
        sources_shortened: raw.sources_shortened.unwrap_or(false),
        source_date: raw.source_date,
        verified_on: raw.verified_on,
        verified_by: raw.verified_by.map(Into::into),
        review_by: raw.review_by,
        registration: raw.registration.map(Into::into),
        registered_until: raw.registered_until,
        notice: notice.text,
        notice_from: notice.from,
        notice_to: notice.to,
    }
}

fn opening(raw: raw::Opening<'_>) -> Option<Opening> {
    let days = once(raw.days?);
    (!days.is_empty()).then_some(Opening { days, from: raw.from?.0, to: raw.to?.0 })
}

fn exception(raw: raw::Exception<'_>) -> Option<Exception> {
    Some(Exception { date: raw.date?, open: raw.from.map(|from| from.0).zip(raw.to.map(|to| to.0)) })
}

fn reception_point(raw: raw::ReceptionPoint<'_>) -> Option<ReceptionPoint> {
    Some(ReceptionPoint {
        name: raw.name?,
        place: raw.place.map(Into::into),
        address: raw.address.map(Into::into),
        phone: raw.phone,
    })
}

/// Drops every address of the service; was there one?
fn hide_address(service: &mut Service) -> bool {
    let location = &mut service.location;
    let mut found = location.address.take().is_some();
    found |= location.postal_code.take().is_some();
    found |= location.at.take().is_some();
    for point in &mut service.details.reception_points {
        found |= point.address.take().is_some();
    }
    found
}

/// Sets `part_of` where the whole exists and no circle comes of it. Linear: every chain is walked once.
fn resolve_parts<'a>(services: &mut [Service], pending: &[Pending<'a>], lookup: &Lookup<'a>, reader: &mut Reader<'a>) {
    let list = At::Root.key("services");
    let mut wholes: Vec<Option<usize>> = Vec::with_capacity(pending.len());
    for part in pending {
        let whole = part.part_of.and_then(|id| lookup.get(id)).copied();
        if let (Some(id), None) = (part.part_of, whole) {
            reader.id = Some(part.id);
            let expected = "the id of one of the catalogue's `services`";
            let at = list.index(part.index);
            reader.unknown(at.key("part_of"), expected, id, lookup.keys().copied(), Cost::Value);
        }
        wholes.push(whole);
    }
    // 0: not looked at; otherwise the number of the walk that came by. Meeting one's own walk closes a circle.
    let mut walks = vec![0_usize; wholes.len()];
    for start in 0..wholes.len() {
        let mut here = start;
        loop {
            match walks.get_mut(here) {
                Some(walk) if *walk == 0 => *walk = start + 1,
                _ => break,
            }
            let Some(whole) = wholes.get(here).copied().flatten() else { break };
            if walks.get(whole).is_some_and(|walk| *walk == start + 1) {
                if let (Some(part), Some(cut)) = (pending.get(here), wholes.get_mut(here)) {
                    *cut = None;
                    reader.id = Some(part.id);
                    let at = list.index(part.index);
                    let found = raw::quote_text(part.part_of.unwrap_or_default());
                    let expected = "a service that is not itself a part of this one";
                    reader.note(at.key("part_of"), Cost::Value, expected, found, None);
                }
                break;
            }
            here = whole;
        }
    }
    reader.id = None;
    for (service, whole) in services.iter_mut().zip(wholes) {
        service.part_of = whole.map(ServiceIx::new);
    }
}

/// A part lies within its whole: its address would give the whole's away, so it is withheld with it.
fn hide_addresses_of_parts<'a>(services: &mut [Service], pending: &[Pending<'a>], reader: &mut Reader<'a>) {
    // Withheld: known for every service on the path that was climbed, so that long chains are climbed once.
    let mut known: Vec<Option<bool>> =
        services.iter().map(|s| (s.part_of.is_none() || s.location.withheld).then_some(s.location.withheld)).collect();
    for start in 0..services.len() {
        let mut path = Vec::new();
        let mut here = start;
        let withheld = loop {
            match known.get(here) {
                Some(Some(withheld)) => break *withheld,
                Some(None) => path.push(here),
                None => break false,
            }
            match services.get(here).and_then(|s| s.part_of) {
                Some(whole) => here = whole.get(),
                None => break false,
            }
        };
        for position in path {
            if let Some(known) = known.get_mut(position) {
                *known = Some(withheld);
            }
        }
    }
    let list = At::Root.key("services");
    for ((service, part), withheld) in services.iter_mut().zip(pending).zip(known) {
        if withheld == Some(true) && !service.location.withheld {
            service.location.withheld = true;
            if hide_address(service) {
                reader.id = Some(part.id);
                let expected = "no address, since the address of the service it is a part of is withheld";
                let at = list.index(part.index);
                reader.note(at.key("address"), Cost::Value, expected, "one".to_owned(), None);
            }
        }
    }
    reader.id = None;
}
