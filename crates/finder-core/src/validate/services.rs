//! Services: each by itself, then what belongs to what.

use serde_json::Value;

use super::{Breathe, each_from, take_id};
use crate::{
    catalogue::{
        Accessibility, AudienceIx, Availability, Confidence, Contact, CostKind, Details, Exception, Form, Location,
        MunicipalityIx, Opening, Phrases, Point, ReceptionPoint, Service, ServiceArea, ServiceId, ServiceIx, Status,
        TypeIx, Weekday,
    },
    problem::Cost,
    raw::{self, At, Ids, Reader, Rec, Table, Val, service as k},
};

/// What a kept service still needs from the others.
struct Pending<'a> {
    /// Its position in the file.
    index: usize,
    id: &'a str,
    part_of: Option<&'a str>,
}

/// Services judged between two breaths: on a slow phone some 10 ms.
const SLICE: usize = 40;

/// The services; further words that some are found by go into `keywords`.
pub(super) async fn services<'a>(
    list: Option<&'a [Value]>,
    keywords: &mut Vec<(ServiceIx, Phrases)>,
    reader: &mut Reader<'a>,
    breathe: Breathe<'_>,
) -> Vec<Service> {
    let list = list.unwrap_or_default();
    let mut services = Vec::with_capacity(list.len());
    let mut lookup = Ids::default();
    let mut pending = Vec::new();
    let mut keep = |raw: &mut Rec<'a>, since: usize, at: At<'_>, entry: &'a Value, reader: &mut Reader<'a>| {
        let (Some(id), Some(types)) = (raw.line(k::id), raw.positions(k::types)) else { return };
        let part_of = raw.line(k::part_of);
        if types.is_empty() {
            if entry.get("types").is_some_and(|types| types.as_array().is_some_and(Vec::is_empty)) {
                let expected = "at least one kind of service";
                reader.note(at.key("types"), Cost::Record, expected, "an empty list".to_owned(), None);
            } else {
                reader.raise(at, "types", since, Cost::Record);
            }
            return;
        }
        if !take_id(&mut lookup, id, at, reader) {
            return;
        }
        let At::Index(_, index) = at else { return };
        let phrases = raw.words(k::keywords);
        if let Some(service) = service(raw, id, types, at, entry, reader) {
            if !phrases.is_empty() {
                keywords.push((ServiceIx::new(services.len()), phrases));
            }
            services.push(service);
            pending.push(Pending { index, id, part_of });
        }
    };
    for (from, piece) in (0..).step_by(SLICE).zip(list.chunks(SLICE)) {
        each_from(from, piece, "services", &raw::SERVICE, reader, &mut keep);
        breathe().await;
    }
    resolve_parts(&mut services, &pending, &lookup, reader);
    hide_addresses_of_parts(&mut services, &pending, reader);
    *reader.table(Table::Services) = lookup;
    services
}

/// One service by itself.
fn service<'a>(
    raw: &mut Rec<'a>,
    id: &str,
    types: Vec<usize>,
    at: At<'_>,
    entry: &'a Value,
    reader: &mut Reader<'a>,
) -> Option<Service> {
    // Whatever is written there but `false` withholds: a slip in this key must not publish an address.
    let withheld = !matches!(entry.get("address_withheld"), None | Some(Value::Null | Value::Bool(false)));
    let municipality = raw.position(k::municipality).map(MunicipalityIx::new);
    let area = match (raw.flag(k::nationwide).unwrap_or(false), municipality) {
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
    let audiences = raw.positions(k::audiences).unwrap_or_default();
    let mut service = Service {
        id: ServiceId::new(id),
        name: raw.text(k::name)?,
        types: types.into_iter().map(TypeIx::new).collect(),
        audiences: audiences.into_iter().map(AudienceIx::new).collect(),
        area,
        place: raw.own(k::place),
        former_municipality: raw.own(k::former_municipality),
        status: match raw.choice(k::status) {
            Some(0) => Status::Operating,
            Some(1) => Status::Planned,
            _ => Status::NotStated,
        },
        summary: raw.text(k::summary),
        organisation: raw.text(k::organisation),
        part_of: None,
        location: Location {
            address: raw.own(k::address),
            postal_code: raw.own(k::postal_code),
            withheld,
            at: position(raw.record(k::position)),
        },
        contact: contact(raw.record(k::contact)),
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

fn position(mut raw: Rec<'_>) -> Option<Point> {
    Some(Point { lat: raw.degrees(raw::position::lat)?, lon: raw.degrees(raw::position::lon)? })
}

fn contact(mut raw: Rec<'_>) -> Contact {
    use raw::contact as k;
    let other_phones = raw.list(k::other_phones).unwrap_or_default().into_iter();
    Contact {
        phone: raw.phone(k::phone),
        phone_note: raw.text(k::phone_note),
        other_phones: other_phones.filter_map(|v| if let Val::Phone(phone) = v { Some(phone) } else { None }).collect(),
        email: raw.own(k::email),
        website: raw.url(k::website),
        confidence: confidence(raw.choice(k::confidence)),
    }
}

/// From the position among [`raw::CONFIDENCE`].
pub(super) const fn confidence(choice: Option<u8>) -> Confidence {
    match choice {
        Some(0) => Confidence::High,
        Some(1) => Confidence::Medium,
        Some(_) => Confidence::Low,
        None => Confidence::NotStated,
    }
}

fn details<'a>(raw: &mut Rec<'a>, at: At<'_>, reader: &mut Reader<'a>) -> Details {
    let age = |number: Option<i64>| number.and_then(|number| u8::try_from(number).ok());
    let (mut min_age, mut max_age) = (age(raw.whole(k::min_age)), age(raw.whole(k::max_age)));
    if min_age.zip(max_age).is_some_and(|(min, max)| min > max) {
        let expected = "an age not below `min_age`; both are left out";
        let found = ["`", &max_age.unwrap_or_default().to_string(), "`"].concat();
        reader.note(at.key("max_age"), Cost::Value, expected, found, None);
        (min_age, max_age) = (None, None);
    }
    let mut easy = raw.record(k::easy);
    let mut notice = raw.record(k::notice);
    Details {
        description: raw.text(k::description),
        easy: easy.text(raw::easy::text),
        easy_reviewed_by: easy.own(raw::easy::reviewed_by),
        easy_reviewed_on: easy.date(raw::easy::reviewed_on),
        hours: raw.text(k::hours),
        weekly: raw.records(k::weekly).into_iter().filter_map(opening).collect(),
        exceptions: raw.records(k::exceptions).into_iter().filter_map(exception).collect(),
        form: raw.choices(k::form).into_iter().map(form).collect(),
        capacity: raw.text(k::capacity),
        availability: availability(raw.record(k::availability)),
        cost_kind: match raw.choice(k::cost_kind) {
            Some(0) => CostKind::Free,
            Some(1) => CostKind::Paid,
            Some(_) => CostKind::Depends,
            None => CostKind::NotStated,
        },
        cost: raw.text(k::cost),
        eligibility: raw.text(k::eligibility),
        min_age,
        max_age,
        how_to_apply: raw.text(k::how_to_apply),
        documents: raw.texts(k::documents),
        residence: raw.residence(k::residence),
        transport: raw.text(k::transport),
        accessibility: accessibility(raw.record(k::accessibility)),
        reception_points: raw.records(k::reception_points).into_iter().filter_map(reception_point).collect(),
        spoken: raw.owned(k::languages),
        since: raw.whole(k::since).and_then(|year| year.try_into().ok()),
        confidence: confidence(raw.choice(k::confidence)),
        sources: raw.urls(k::sources),
        sources_shortened: raw.flag(k::sources_shortened).unwrap_or(false),
        source_date: raw.partial(k::source_date),
        verified_on: raw.date(k::verified_on),
        verified_by: raw.own(k::verified_by),
        review_by: raw.date(k::review_by),
        registration: raw.own(k::registration),
        registered_until: raw.date(k::registered_until),
        notice: notice.text(raw::notice::text),
        notice_from: notice.date(raw::notice::from),
        notice_to: notice.date(raw::notice::to),
    }
}

const fn form(choice: u8) -> Form {
    match choice {
        0 => Form::Day,
        1 => Form::RoundTheClock,
        2 => Form::AtHome,
        _ => Form::Online,
    }
}

const fn weekday(choice: u8) -> Weekday {
    match choice {
        0 => Weekday::Monday,
        1 => Weekday::Tuesday,
        2 => Weekday::Wednesday,
        3 => Weekday::Thursday,
        4 => Weekday::Friday,
        5 => Weekday::Saturday,
        _ => Weekday::Sunday,
    }
}

/// Minutes of a day, which the reader let through.
fn minutes(number: i64) -> u16 {
    number.try_into().unwrap_or_default()
}

fn opening(mut raw: Rec<'_>) -> Option<Opening> {
    use raw::opening as k;
    let days: Vec<Weekday> = raw.choices(k::days).into_iter().map(weekday).collect();
    let (from, to) = (minutes(raw.whole(k::from)?), minutes(raw.whole(k::to)?));
    (!days.is_empty()).then_some(Opening { days, from, to })
}

fn exception(mut raw: Rec<'_>) -> Option<Exception> {
    use raw::exception as k;
    let (from, to) = (raw.whole(k::from).map(minutes), raw.whole(k::to).map(minutes));
    Some(Exception { date: raw.date(k::date)?, open: from.zip(to) })
}

fn availability(mut raw: Rec<'_>) -> Availability {
    use raw::availability as k;
    let count = |number: Option<i64>| number.and_then(|number| number.try_into().ok());
    Availability { free: count(raw.whole(k::free)), waiting: count(raw.whole(k::waiting)), as_of: raw.date(k::as_of) }
}

fn accessibility(mut raw: Rec<'_>) -> Accessibility {
    use raw::accessibility as k;
    Accessibility {
        step_free: raw.fact(k::step_free),
        lift: raw.fact(k::lift),
        toilet: raw.fact(k::toilet),
        parking: raw.fact(k::parking),
        hearing: raw.fact(k::hearing),
        quiet: raw.fact(k::quiet),
        easy_language: raw.fact(k::easy_language),
        note: raw.text(k::note),
    }
}

fn reception_point(mut raw: Rec<'_>) -> Option<ReceptionPoint> {
    use raw::reception_point as k;
    Some(ReceptionPoint {
        name: raw.text(k::name)?,
        place: raw.own(k::place),
        address: raw.own(k::address),
        phone: raw.phone(k::phone),
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
fn resolve_parts<'a>(services: &mut [Service], pending: &[Pending<'a>], lookup: &Ids<'a>, reader: &mut Reader<'a>) {
    let list = At::Root.key("services");
    let mut wholes: Vec<Option<usize>> = Vec::with_capacity(pending.len());
    for part in pending {
        let whole = part.part_of.and_then(|id| lookup.get(id));
        if let (Some(id), None) = (part.part_of, whole) {
            reader.id = Some(part.id);
            let expected = "the id of one of the catalogue's `services`";
            let at = list.index(part.index);
            reader.unknown(at.key("part_of"), expected, id, &mut lookup.names(), Cost::Value);
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
