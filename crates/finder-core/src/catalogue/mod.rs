//! The validated catalogue. Nothing downstream of [`Catalogue`] can meet invalid data: references resolve,
//! links have allowed schemes, dates exist, withheld addresses are absent.

mod area;
mod ids;
mod programme;
mod service;
mod similar;
mod story;
mod taxonomy;
mod text;
mod values;
mod words;

pub use area::{Centre, Municipality, Point, Region};
pub use ids::{
    AudienceIx, LangIx, MunicipalityId, MunicipalityIx, RegionId, RegionIx, ServiceId, ServiceIx, StoryId, StoryIx,
    TermId, TypeIx,
};
pub use programme::{Document, Event, Figure, Programme, Route};
pub use service::{
    Accessibility, Availability, Confidence, Contact, CostKind, Details, Exception, Fact, Form, Location, Opening,
    ReceptionPoint, Residence, Service, ServiceArea, Status, Weekday,
};
pub use story::{Line, Story, StoryKind, Track, TrackKind, Video};
pub use taxonomy::{Term, TermRole};
pub use text::{Localised, Text};
pub use values::{Date, PartialDate, Phone, Url};
pub use words::{Equivalent, Lexicon, Phrases, Urgent};

use std::sync::Arc;

/// A whole catalogue, valid.
#[derive(Clone, Debug, PartialEq)]
pub struct Catalogue {
    /// What the catalogue is called.
    pub title: Text,
    /// Who publishes it.
    pub publisher: Publisher,
    /// The day the catalogue was made; always shown.
    pub updated: Option<Date>,
    /// Licence of the data, as written, e.g. *CC BY 4.0*.
    pub licence: Option<Box<str>>,
    /// Credits to show beside the data.
    pub credits: Vec<Text>,
    /// BCP 47 tags; the first is the language of texts that name none. At least one.
    pub languages: Vec<Box<str>>,
    /// Kinds of service.
    pub types: Vec<Term>,
    /// Audiences.
    pub audiences: Vec<Term>,
    /// Planning regions.
    pub regions: Vec<Region>,
    /// Municipalities.
    pub municipalities: Vec<Municipality>,
    /// Services.
    pub services: Vec<Service>,
    /// Video stories.
    pub stories: Vec<Story>,
    /// Programmes.
    pub programmes: Vec<Programme>,
    /// Events.
    pub events: Vec<Event>,
    /// Documents.
    pub documents: Vec<Document>,
    /// The usual route to each kind of service.
    pub routes: Vec<Route>,
    /// The words people use for what the catalogue names. Shared with the indexes that search by them.
    pub lexicon: Arc<Lexicon>,
    /// Address of the map shapes, relative to the catalogue.
    pub map: Option<Box<str>>,
    /// Parts announced by this file and not yet merged.
    pub parts: Vec<Part>,
}

/// Who publishes a catalogue and takes corrections.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Publisher {
    /// Name.
    pub name: Option<Text>,
    /// E-mail for corrections.
    pub email: Option<Box<str>>,
    /// Website.
    pub website: Option<Url>,
}

/// A further file of the same catalogue, loaded when wanted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// What the part brings.
    pub kind: PartKind,
    /// Address, relative to the first file.
    pub url: Box<str>,
}

/// What a part of a split catalogue brings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PartKind {
    /// What only a service's own page shows, and the routes.
    Details,
    /// Video stories.
    Stories,
    /// Programmes, events, documents.
    Programme,
    /// The lexicon, in every language.
    Words,
    /// Texts in a further language.
    Language(LangIx),
}

/// Look-ups by position or id. They answer `None` rather than panic, since a query may come from any link.
impl Catalogue {
    /// The service at `ix`.
    #[must_use]
    pub fn service(&self, ix: ServiceIx) -> Option<&Service> {
        self.services.get(ix.get())
    }

    /// The service with this id. Linear: for links, not for loops.
    #[must_use]
    pub fn service_by_id(&self, id: &ServiceId) -> Option<ServiceIx> {
        self.services.iter().position(|s| s.id == *id).map(ServiceIx::new)
    }

    /// The story at `ix`.
    #[must_use]
    pub fn story(&self, ix: StoryIx) -> Option<&Story> {
        self.stories.get(ix.get())
    }

    /// The story with this id.
    #[must_use]
    pub fn story_by_id(&self, id: &StoryId) -> Option<StoryIx> {
        self.stories.iter().position(|s| s.id == *id).map(StoryIx::new)
    }

    /// The kind of service at `ix`.
    #[must_use]
    pub fn type_term(&self, ix: TypeIx) -> Option<&Term> {
        self.types.get(ix.get())
    }

    /// The kind of service with this id.
    #[must_use]
    pub fn type_by_id(&self, id: &TermId) -> Option<TypeIx> {
        self.types.iter().position(|t| t.id == *id).map(TypeIx::new)
    }

    /// The audience at `ix`.
    #[must_use]
    pub fn audience(&self, ix: AudienceIx) -> Option<&Term> {
        self.audiences.get(ix.get())
    }

    /// The audience with this id.
    #[must_use]
    pub fn audience_by_id(&self, id: &TermId) -> Option<AudienceIx> {
        self.audiences.iter().position(|t| t.id == *id).map(AudienceIx::new)
    }

    /// The region at `ix`.
    #[must_use]
    pub fn region(&self, ix: RegionIx) -> Option<&Region> {
        self.regions.get(ix.get())
    }

    /// The region with this id.
    #[must_use]
    pub fn region_by_id(&self, id: &RegionId) -> Option<RegionIx> {
        self.regions.iter().position(|r| r.id == *id).map(RegionIx::new)
    }

    /// The municipality at `ix`.
    #[must_use]
    pub fn municipality(&self, ix: MunicipalityIx) -> Option<&Municipality> {
        self.municipalities.get(ix.get())
    }

    /// The municipality with this id.
    #[must_use]
    pub fn municipality_by_id(&self, id: &MunicipalityId) -> Option<MunicipalityIx> {
        self.municipalities.iter().position(|m| m.id == *id).map(MunicipalityIx::new)
    }

    /// The language whose tag has the same primary subtag as `tag` (`en-GB` finds `en`).
    #[must_use]
    pub fn lang_by_tag(&self, tag: &str) -> Option<LangIx> {
        let primary = |t: &str| t.split(['-', '_']).next().unwrap_or(t).to_ascii_lowercase();
        let wanted = primary(tag);
        self.languages.iter().position(|l| primary(l) == wanted).map(LangIx::new)
    }

    /// Stories about the service's kinds that do not show it itself, `most` at most: those of its own region first, then those
    /// of nowhere in particular, then the others, each in the catalogue's order.
    #[must_use]
    pub fn stories_of_kinds(&self, service: &Service, most: usize) -> Vec<&Story> {
        let region = match service.area {
            ServiceArea::Municipality(ix) => self.municipality(ix).map(|place| place.region),
            ServiceArea::Nationwide | ServiceArea::NotStated => None,
        };
        let mut found: Vec<(usize, &Story)> = self
            .stories
            .iter()
            .enumerate()
            .filter(|(i, story)| {
                !service.stories.contains(&StoryIx::new(*i))
                    && story.types.iter().any(|kind| service.types.contains(kind))
            })
            .map(|(_, story)| {
                let far = if story.region == region { 0 } else { 1 + usize::from(story.region.is_some()) };
                (far, story)
            })
            .collect();
        crate::order::sort_by_key(&mut found, |(far, _)| *far);
        found.into_iter().take(most).map(|(_, story)| story).collect()
    }

    /// Is this service the way in to others (a social service office)?
    #[must_use]
    pub fn is_way_in(&self, service: &Service) -> bool {
        service.types.iter().any(|t| self.type_term(*t).is_some_and(|t| t.role == TermRole::WayIn))
    }

    /// The municipality's social service offices, main offices first, then parts; in catalogue order.
    #[must_use]
    pub fn offices(&self, municipality: MunicipalityIx) -> Vec<ServiceIx> {
        let (mut main, mut parts) = (Vec::new(), Vec::new());
        for (position, service) in self.services.iter().enumerate() {
            if service.area == ServiceArea::Municipality(municipality) && self.is_way_in(service) {
                let list = if service.part_of.is_some() { &mut parts } else { &mut main };
                list.push(ServiceIx::new(position));
            }
        }
        main.append(&mut parts);
        main
    }
}
