//! Programmes, events, documents, routes.

use serde_json::Value;

use super::each;
use crate::{
    catalogue::{Document, Event, Figure, PartialDate, Programme, RegionIx, Route, TypeIx},
    problem::Cost,
    raw::{self, At, Reader, Rec},
};

pub(super) fn programmes<'a>(list: Option<&'a [Value]>, reader: &mut Reader<'a>) -> Vec<Programme> {
    use raw::programme as k;
    let mut programmes = Vec::new();
    each(list, "programmes", &raw::PROGRAMME, reader, &mut |raw, _, at, _, reader| {
        let (Some(region), Some(name)) = (raw.position(k::region), raw.text(k::name)) else { return };
        let (start, end) = (raw.partial(k::start), raw.partial(k::end));
        in_order(start, end, at, reader);
        programmes.push(Programme {
            region: RegionIx::new(region),
            name,
            number: raw.own(k::number),
            start,
            end,
            lead: raw.text(k::lead),
            website: raw.url(k::website),
            aim: raw.text(k::aim),
            phone: raw.phone(k::phone),
            email: raw.own(k::email),
            address: raw.own(k::address),
            figures: raw.records(k::figures).into_iter().filter_map(figure).collect(),
            history: raw.texts(k::history),
            sources: raw.urls(k::sources),
        });
    });
    programmes
}

fn figure(mut raw: Rec<'_>) -> Option<Figure> {
    use raw::figure as k;
    Some(Figure {
        text: raw.text(k::text)?,
        value: raw.whole(k::value),
        kind: raw.text(k::kind),
        as_of: raw.partial(k::as_of),
    })
}

pub(super) fn events<'a>(list: Option<&'a [Value]>, reader: &mut Reader<'a>) -> Vec<Event> {
    use raw::event as k;
    let mut events = Vec::new();
    each(list, "events", &raw::EVENT, reader, &mut |raw, _, at, _, reader| {
        let (Some(region), Some(title)) = (raw.position(k::region), raw.text(k::title)) else { return };
        let (date, end) = (raw.partial(k::date), raw.partial(k::end));
        in_order(date, end, at, reader);
        events.push(Event {
            region: RegionIx::new(region),
            title,
            date,
            end,
            time: raw.own(k::time),
            place: raw.own(k::place),
            summary: raw.text(k::summary),
            url: raw.url(k::url),
        });
    });
    events
}

/// Warns where something ends before it begins.
fn in_order(start: Option<PartialDate>, end: Option<PartialDate>, at: At<'_>, reader: &mut Reader<'_>) {
    // Only years can be compared where a date is less exact than a day.
    if let Some((start, end)) = start.zip(end)
        && (end.year < start.year || (end.day.is_some() && start.day.is_some() && end < start))
    {
        let found = ["`", &end.to_string(), "`"].concat();
        reader.note(at.key("end"), Cost::Warning, "a date not before the first day", found, None);
    }
}

pub(super) fn documents<'a>(list: Option<&'a [Value]>, reader: &mut Reader<'a>) -> Vec<Document> {
    use raw::document as k;
    let mut documents = Vec::new();
    each(list, "documents", &raw::DOCUMENT, reader, &mut |raw, _, _, _, _| {
        let (Some(region), Some(title)) = (raw.position(k::region), raw.text(k::title)) else { return };
        let (kind, date, url) = (raw.own(k::kind), raw.partial(k::date), raw.url(k::url));
        documents.push(Document { region: RegionIx::new(region), title, kind, date, url });
    });
    documents
}

pub(super) fn routes<'a>(list: Option<&'a [Value]>, reader: &mut Reader<'a>) -> Vec<Route> {
    use raw::route as k;
    let mut routes: Vec<Route> = Vec::new();
    each(list, "routes", &raw::ROUTE, reader, &mut |raw, _, at, _, reader| {
        let Some(kind) = raw.position(k::id).map(TypeIx::new) else { return };
        if routes.iter().any(|route| route.kind == kind) {
            reader.note(at.key("id"), Cost::Record, "one route for each kind of service", "a second".to_owned(), None);
            return;
        }
        routes.push(Route {
            kind,
            steps: raw.texts(k::steps),
            documents: raw.texts(k::documents),
            who_pays: raw.text(k::who_pays),
            not_known: raw.text(k::not_known),
            sources: raw.urls(k::sources),
            source_date: raw.partial(k::source_date),
            confidence: super::services::confidence(raw.choice(k::confidence)),
        });
    });
    routes
}
