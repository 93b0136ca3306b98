//! Structured data (schema.org as JSON-LD): services and stories as search engines read them. Only what the catalogue says.

use finder_core::{
    catalogue::{Opening, PartialDate, Service, ServiceArea, Story, StoryKind, Text, Video, Weekday},
    hours::WEEK,
};
use serde_json::{Map, Value, json};

use super::Page;

/// All services and stories of the catalogue in one graph.
pub(super) fn catalogue(page: &Page<'_>) -> Value {
    let services = page.catalogue.services.iter().map(|service| service_node(page, service));
    let stories = page.catalogue.stories.iter().map(|story| story_node(page, story));
    json!({ "@context": "https://schema.org", "@graph": services.chain(stories).collect::<Vec<Value>>() })
}

/// One service, for its own page.
pub(super) fn of_service(page: &Page<'_>, service: &Service) -> Value {
    alone(service_node(page, service))
}

/// One story, for its own page.
pub(super) fn of_story(page: &Page<'_>, story: &Story) -> Value {
    alone(story_node(page, story))
}

fn alone(node: Value) -> Value {
    let mut whole = json!({ "@context": "https://schema.org" });
    if let (Value::Object(whole), Value::Object(node)) = (&mut whole, node) {
        whole.extend(node);
    }
    whole
}

/// A node under construction: what is not known is left out.
struct Node(Map<String, Value>);

impl Node {
    fn new(kind: &str) -> Self {
        Self(Map::from_iter([("@type".to_owned(), kind.into())]))
    }

    fn set(mut self, key: &str, value: impl Into<Value>) -> Self {
        let value = value.into();
        let is_empty = match &value {
            Value::Null => true,
            Value::Array(list) => list.is_empty(),
            Value::String(text) => text.is_empty(),
            _ => false,
        };
        if !is_empty {
            self.0.insert(key.to_owned(), value);
        }
        self
    }

    fn done(self) -> Value {
        Value::Object(self.0)
    }

    /// `None` where nothing but its type is known.
    fn known(self) -> Option<Value> {
        (self.0.len() > 1).then(|| self.done())
    }
}

fn say(page: &Page<'_>, text: &Text) -> Value {
    text.best(page.lang).text.into()
}

fn service_node(page: &Page<'_>, service: &Service) -> Value {
    let catalogue = page.catalogue;
    // Only the municipality's own office is known to be a government's service.
    let kind = if catalogue.is_way_in(service) { "GovernmentService" } else { "Service" };
    let kinds = service.types.iter().filter_map(|ix| catalogue.type_term(*ix));
    let file = page.service_file(service);
    let url = page.address(&file).or_else(|| service.contact.website.as_ref().map(|url| url.as_str().to_owned()));
    Node::new(kind)
        .set("identifier", service.id.as_str())
        .set("name", say(page, &service.name))
        .set("description", service.summary.as_ref().map(|text| say(page, text)))
        .set("serviceType", kinds.map(|kind| say(page, &kind.name)).collect::<Vec<Value>>())
        .set("url", url)
        .set("provider", provider(page, service))
        .set("areaServed", area(page, service))
        .set("audience", audience(page, service))
        .set("availableChannel", channel(service))
        .set("hoursAvailable", hours(service))
        .done()
}

/// Who runs it; where that is not stated, the municipality's office is it itself.
fn provider(page: &Page<'_>, service: &Service) -> Option<Value> {
    let name = match &service.organisation {
        Some(name) => name,
        None if page.catalogue.is_way_in(service) => &service.name,
        None => return None,
    };
    let kind = if page.catalogue.is_way_in(service) { "GovernmentOrganization" } else { "Organization" };
    let contact = &service.contact;
    let site = contact.website.as_ref().map(|url| url.as_str());
    Some(Node::new(kind).set("name", say(page, name)).set("url", site).set("email", contact.email.as_deref()).done())
}

fn area(page: &Page<'_>, service: &Service) -> Option<Value> {
    match service.area {
        ServiceArea::Nationwide => Some(json!({ "@type": "Country", "name": "Latvija" })),
        ServiceArea::Municipality(ix) => {
            let place = page.catalogue.municipality(ix)?;
            let area = Node::new("AdministrativeArea").set("name", say(page, &place.name));
            Some(area.set("identifier", place.id.as_str()).done())
        }
        ServiceArea::NotStated => None,
    }
}

fn audience(page: &Page<'_>, service: &Service) -> Vec<Value> {
    let (min, max) = (service.details.min_age, service.details.max_age);
    let names = service.audiences.iter().filter_map(|ix| page.catalogue.audience(*ix));
    let mut audiences: Vec<Value> =
        names.map(|term| Node::new("Audience").set("audienceType", say(page, &term.name)).done()).collect();
    audiences.extend(Node::new("PeopleAudience").set("suggestedMinAge", min).set("suggestedMaxAge", max).known());
    audiences
}

fn channel(service: &Service) -> Option<Value> {
    let (contact, location) = (&service.contact, &service.location);
    let phone = contact.phone.as_ref().map(|phone| phone.shown());
    let phone = Node::new("ContactPoint").set("telephone", phone).set("email", contact.email.as_deref()).known();
    // A withheld address is absent from the catalogue that was read; the town alone is no address either.
    let address = location.address.as_ref().filter(|_| !location.withheld).map(|street| {
        Node::new("PostalAddress")
            .set("streetAddress", &**street)
            .set("addressLocality", service.place.as_deref())
            .set("postalCode", location.postal_code.as_deref())
            .set("addressCountry", "LV")
            .done()
    });
    let place = Node::new("Place").set("address", address).known();
    let languages: Vec<&str> = service.details.spoken.iter().map(|tag| &**tag).collect();
    Node::new("ServiceChannel")
        .set("servicePhone", phone)
        .set("serviceUrl", contact.website.as_ref().map(|url| url.as_str()))
        .set("serviceLocation", place)
        .set("availableLanguage", languages)
        .known()
}

fn hours(service: &Service) -> Vec<Value> {
    let clock = |minute: u16| format!("{:02}:{:02}", minute / 60 % 24, minute % 60);
    let day = |day: &Weekday| {
        const NAMES: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
        WEEK.iter().zip(NAMES).find(|(known, _)| *known == day).map_or("", |(_, name)| name)
    };
    let weekly = service.details.weekly.iter().map(|Opening { days, from, to }| {
        Node::new("OpeningHoursSpecification")
            .set("dayOfWeek", days.iter().map(day).collect::<Vec<_>>())
            .set("opens", clock(*from))
            // All day is written so; the same hour twice would mean closed.
            .set("closes", if *to == *from || *to == 1440 { "23:59".to_owned() } else { clock(*to) })
            .done()
    });
    let exceptions = service.details.exceptions.iter().map(|exception| {
        // Opening and closing at the same moment means closed.
        let (from, to) = exception.open.unwrap_or((0, 0));
        Node::new("OpeningHoursSpecification")
            .set("validFrom", exception.date.to_string())
            .set("validThrough", exception.date.to_string())
            .set("opens", clock(from))
            .set("closes", clock(to))
            .done()
    });
    weekly.chain(exceptions).collect()
}

fn story_node(page: &Page<'_>, story: &Story) -> Value {
    let catalogue = page.catalogue;
    // A theme is several films: no film of its own.
    let kind = if story.kind == StoryKind::Theme { "Collection" } else { "VideoObject" };
    let place = story.municipality.and_then(|ix| catalogue.municipality(ix)).map(|place| &place.name);
    let place = place.or_else(|| story.region.and_then(|ix| catalogue.region(ix)).map(|region| &region.name));
    let file = page.story_file(story);
    let away =
        story.video.as_ref().and_then(Video::page).or_else(|| story.page.as_ref().map(|url| url.as_str().to_owned()));
    let audiences = story.audiences.iter().filter_map(|ix| catalogue.audience(*ix));
    let audiences = audiences.map(|term| Node::new("Audience").set("audienceType", say(page, &term.name)).done());
    let shown = story.services.iter().filter_map(|ix| catalogue.service(*ix));
    let shown = shown.map(|service| Node::new("Service").set("name", say(page, &service.name)).done());
    let node = Node::new(kind)
        .set("identifier", story.id.as_str())
        .set("name", say(page, &story.title))
        .set("description", story.summary.as_ref().map(|text| say(page, text)))
        .set("url", page.address(&file).or(away))
        .set("inLanguage", story.spoken.as_deref())
        .set("audience", audiences.collect::<Vec<Value>>())
        .set("about", shown.collect::<Vec<Value>>())
        .set("contentLocation", place.map(|name| Node::new("Place").set("name", say(page, name)).done()))
        .set("datePublished", story.published.map(|date| date.to_string()));
    if story.kind == StoryKind::Theme {
        return node.done();
    }
    let beside = |path: &str| page.address(&format!("catalogue/{path}"));
    let file = match &story.video {
        Some(Video::File { src, .. }) => beside(src),
        _ => None,
    };
    // A day is asked for; less is not enough.
    let uploaded = story.published.filter(|date| matches!(date, PartialDate { day: Some(_), .. }));
    let text: Vec<&str> = story.lines.iter().map(|line| line.text.best(page.lang).text).collect();
    node.set("embedUrl", story.video.as_ref().and_then(|video| video.frame(false)))
        .set("contentUrl", file)
        .set("thumbnailUrl", story.poster.as_deref().and_then(beside))
        .set("uploadDate", uploaded.map(|date| date.to_string()))
        .set("duration", story.seconds.map(|seconds| format!("PT{seconds}S")))
        .set("transcript", text.join("\n"))
        .done()
}
