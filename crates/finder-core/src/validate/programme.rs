//! Programmes, events, documents, routes.

use super::each;
use crate::{
    catalogue::{Document, Event, Figure, PartialDate, Programme, Route},
    problem::Cost,
    raw::{self, At, Reader, Records},
};

pub(super) fn programmes<'a>(list: Option<Records<'a, raw::Programme<'a>>>, reader: &mut Reader<'a>) -> Vec<Programme> {
    let mut programmes = Vec::new();
    each(list, "programmes", reader, |raw, _, at, _, reader| {
        let (Some(region), Some(name)) = (raw.region, raw.name) else { return };
        in_order(raw.start, raw.end, at, reader);
        let figures = raw.figures.unwrap_or_default().into_iter().filter_map(|figure| {
            Some(Figure { text: figure.text?, value: figure.value.map(|value| value.0), as_of: figure.as_of })
        });
        programmes.push(Programme {
            region,
            name,
            number: raw.number.map(Into::into),
            start: raw.start,
            end: raw.end,
            lead: raw.lead,
            website: raw.website,
            aim: raw.aim,
            phone: raw.phone,
            email: raw.email.map(|email| email.0),
            address: raw.address.map(Into::into),
            figures: figures.collect(),
            history: raw.history.unwrap_or_default(),
            sources: raw.sources.unwrap_or_default(),
        });
    });
    programmes
}

pub(super) fn events<'a>(list: Option<Records<'a, raw::Event<'a>>>, reader: &mut Reader<'a>) -> Vec<Event> {
    let mut events = Vec::new();
    each(list, "events", reader, |raw, _, at, _, reader| {
        let (Some(region), Some(title)) = (raw.region, raw.title) else { return };
        in_order(raw.date, raw.end, at, reader);
        events.push(Event {
            region,
            title,
            date: raw.date,
            end: raw.end,
            time: raw.time.map(Into::into),
            place: raw.place.map(Into::into),
            summary: raw.summary,
            url: raw.url,
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

pub(super) fn documents<'a>(list: Option<Records<'a, raw::Document<'a>>>, reader: &mut Reader<'a>) -> Vec<Document> {
    let mut documents = Vec::new();
    each(list, "documents", reader, |raw, _, _, _, _| {
        let (Some(region), Some(title)) = (raw.region, raw.title) else { return };
        documents.push(Document { region, title, kind: raw.kind.map(Into::into), date: raw.date, url: raw.url });
    });
    documents
}

pub(super) fn routes<'a>(list: Option<Records<'a, raw::Route<'a>>>, reader: &mut Reader<'a>) -> Vec<Route> {
    let mut routes: Vec<Route> = Vec::new();
    each(list, "routes", reader, |raw, _, at, _, reader| {
        let Some(kind) = raw.id else { return };
        if routes.iter().any(|route| route.kind == kind) {
            reader.note(at.key("id"), Cost::Record, "one route for each kind of service", "a second".to_owned(), None);
            return;
        }
        routes.push(Route {
            kind,
            steps: raw.steps.unwrap_or_default(),
            documents: raw.documents.unwrap_or_default(),
            who_pays: raw.who_pays,
            not_known: raw.not_known,
            sources: raw.sources.unwrap_or_default(),
            source_date: raw.source_date,
            confidence: raw.confidence.unwrap_or_default(),
        });
    });
    routes
}
