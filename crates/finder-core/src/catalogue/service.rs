//! A service: what it is, for whom, where, and how to reach it.

use super::{
    AudienceIx, Date, MunicipalityIx, PartialDate, Phone, Point, ServiceId, ServiceIx, StoryIx, Text, TypeIx, Url,
};

/// One social service at one place (or nationwide).
#[derive(Clone, Debug, PartialEq)]
pub struct Service {
    /// Stable id, used in links.
    pub id: ServiceId,
    /// Name.
    pub name: Text,
    /// Kinds of service; at least one.
    pub types: Vec<TypeIx>,
    /// For whom. Empty: not stated.
    pub audiences: Vec<AudienceIx>,
    /// Where it is offered.
    pub area: ServiceArea,
    /// Town or village, as written.
    pub place: Option<Box<str>>,
    /// The municipality the place belonged to before a reform, as written.
    pub former_municipality: Option<Box<str>>,
    /// Is the place known to exist and work?
    pub status: Status,
    /// One or two plain sentences.
    pub summary: Option<Text>,
    /// Who runs it.
    pub organisation: Option<Text>,
    /// The record this one is a part of.
    pub part_of: Option<ServiceIx>,
    /// Address, or that it is withheld.
    pub location: Location,
    /// Phone, e-mail, website.
    pub contact: Contact,
    /// What only the service's own page shows. Default (all not stated) until the catalogue's details are loaded.
    pub details: Details,
    /// Stories that show this service; filled by validation from the stories' side.
    pub stories: Vec<StoryIx>,
}

/// Where a service is offered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ServiceArea {
    /// Offered to the whole country: answers every place filter.
    Nationwide,
    /// Lies in this municipality.
    Municipality(MunicipalityIx),
    /// The catalogue does not say.
    NotStated,
}

/// Is the place known to exist and to work? Says nothing about the phone number, see [`Contact::confidence`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Status {
    /// Known to work.
    Operating,
    /// Planned; not known to have opened. Shown as *not confirmed*.
    Planned,
    /// Not known. Shown as *not confirmed*.
    #[default]
    NotStated,
}

/// How sure the catalogue is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Confidence {
    /// From the place's or municipality's own recent page.
    High,
    /// Likely.
    Medium,
    /// Doubtful: say so.
    Low,
    /// Not stated.
    #[default]
    NotStated,
}

/// A fact that is yes, no or not stated.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Fact {
    /// Yes.
    Yes,
    /// No.
    No,
    /// The catalogue does not say: call and ask.
    #[default]
    NotStated,
}

/// The address of a service.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Location {
    /// Street and house, as written. Always `None` where [`withheld`](Self::withheld).
    pub address: Option<Box<str>>,
    /// Postal code. Always `None` where withheld.
    pub postal_code: Option<Box<str>>,
    /// The address is deliberately not published (crisis places, children's homes): show municipality and contact only.
    pub withheld: bool,
    /// Position, where known and not withheld.
    pub at: Option<Point>,
}

/// How to reach a service.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Contact {
    /// The phone to call.
    pub phone: Option<Phone>,
    /// Whose phone it is, where it is not the place's own.
    pub phone_note: Option<Text>,
    /// Further phones.
    pub other_phones: Vec<Phone>,
    /// E-mail address, checked to be one.
    pub email: Option<Box<str>>,
    /// Website, http or https.
    pub website: Option<Url>,
    /// How sure the catalogue is of phone and e-mail.
    pub confidence: Confidence,
}

/// What only a service's own page shows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Details {
    /// A longer description.
    pub description: Option<Text>,
    /// Reviewed easy-to-read text.
    pub easy: Option<Text>,
    /// Who reviewed the easy-to-read text.
    pub easy_reviewed_by: Option<Box<str>>,
    /// When the easy-to-read text was reviewed.
    pub easy_reviewed_on: Option<Date>,
    /// Opening hours as written.
    pub hours: Option<Text>,
    /// Opening hours that a machine can read. Empty: not stated so.
    pub weekly: Vec<Opening>,
    /// Days that differ from the weekly hours.
    pub exceptions: Vec<Exception>,
    /// How it is offered. Empty: not stated.
    pub form: Vec<Form>,
    /// Places, as written.
    pub capacity: Option<Text>,
    /// Free places and waiting list.
    pub availability: Availability,
    /// What it costs, at a glance.
    pub cost_kind: CostKind,
    /// What it costs, as written.
    pub cost: Option<Text>,
    /// Who can get it, as written.
    pub eligibility: Option<Text>,
    /// Youngest age, in years.
    pub min_age: Option<u8>,
    /// Oldest age, in years.
    pub max_age: Option<u8>,
    /// How to apply at this service in particular; the usual route is [`Route`](super::Route).
    pub how_to_apply: Option<Text>,
    /// Documents to bring to this service in particular; the usual ones stand in [`Route`](super::Route).
    pub documents: Vec<Text>,
    /// Who may use it by declared residence.
    pub residence: Residence,
    /// How to get there by public transport.
    pub transport: Option<Text>,
    /// Can a visitor get in and about?
    pub accessibility: Accessibility,
    /// Further places where the same office receives visitors.
    pub reception_points: Vec<ReceptionPoint>,
    /// Languages spoken there, as BCP 47 tags. Empty: not stated.
    pub spoken: Vec<Box<str>>,
    /// Year it opened.
    pub since: Option<u16>,
    /// How sure the catalogue is of the record.
    pub confidence: Confidence,
    /// Pages the facts come from.
    pub sources: Vec<Url>,
    /// Only the sites are named, since the pages give a withheld address away.
    pub sources_shortened: bool,
    /// Date of the newest source, as exact as known.
    pub source_date: Option<PartialDate>,
    /// When somebody last confirmed the record.
    pub verified_on: Option<Date>,
    /// Who confirmed it.
    pub verified_by: Option<Box<str>>,
    /// After this date the record wants a look.
    pub review_by: Option<Date>,
    /// Provider register number.
    pub registration: Option<Box<str>>,
    /// The registration is valid until this day.
    pub registered_until: Option<Date>,
    /// A dated notice, e.g. closed for repairs.
    pub notice: Option<Text>,
    /// First day of the notice.
    pub notice_from: Option<Date>,
    /// Last day of the notice.
    pub notice_to: Option<Date>,
}

/// Who may use a service by declared residence.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Residence {
    /// Anyone.
    Anyone,
    /// Residents of these municipalities.
    Only(Vec<MunicipalityIx>),
    /// Not stated: ask.
    #[default]
    NotStated,
}

/// Accessibility of a place; each fact yes, no or not stated.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Accessibility {
    /// Can be entered without steps.
    pub step_free: Fact,
    /// Has a lift.
    pub lift: Fact,
    /// Has an accessible toilet.
    pub toilet: Fact,
    /// Has parking for disabled people.
    pub parking: Fact,
    /// Helps people who hear badly.
    pub hearing: Fact,
    /// Has a quiet room.
    pub quiet: Fact,
    /// Staff speak plainly and are trained to.
    pub easy_language: Fact,
    /// What the source says in words.
    pub note: Option<Text>,
}

/// A further place where an office receives visitors.
#[derive(Clone, Debug, PartialEq)]
pub struct ReceptionPoint {
    /// What it is called.
    pub name: Text,
    /// Town or village.
    pub place: Option<Box<str>>,
    /// Street and house.
    pub address: Option<Box<str>>,
    /// Phone.
    pub phone: Option<Phone>,
}

/// Weekly opening hours: the same hours on some days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opening {
    /// Days of the week; at least one.
    pub days: Vec<Weekday>,
    /// Opens at this minute of the day.
    pub from: u16,
    /// Closes at this minute of the day; not after [`from`](Self::from) means the next day.
    pub to: u16,
}

/// A day whose hours differ from the weekly ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Exception {
    /// The day.
    pub date: Date,
    /// Minutes of the day between which it is open; `None`: closed.
    pub open: Option<(u16, u16)>,
}

/// Days of the week.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Weekday {
    /// Monday.
    Monday,
    /// Tuesday.
    Tuesday,
    /// Wednesday.
    Wednesday,
    /// Thursday.
    Thursday,
    /// Friday.
    Friday,
    /// Saturday.
    Saturday,
    /// Sunday.
    Sunday,
}

/// How a service is offered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Form {
    /// By day.
    Day,
    /// Day and night.
    RoundTheClock,
    /// At the person's home.
    AtHome,
    /// Online or by phone.
    Online,
}

/// What a service costs, at a glance.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CostKind {
    /// Nothing.
    Free,
    /// It is paid for.
    Paid,
    /// It depends on the person or the municipality.
    Depends,
    /// Not stated: ask.
    #[default]
    NotStated,
}

/// Free places and waiting list on a day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Availability {
    /// Free places.
    pub free: Option<u32>,
    /// People waiting.
    pub waiting: Option<u32>,
    /// The day this was true.
    pub as_of: Option<Date>,
}
