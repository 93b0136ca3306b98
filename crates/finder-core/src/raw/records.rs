//! The records of a catalogue file. `docs/catalogue-format.md` explains them to editors; keep the two in step.

use serde_json::Value;

use super::{
    read::{At, Read, Reader, record},
    values::{
        Age, Count, Email, Figure as Number, Id, Latitude, Longitude, MunicipalityKind, PartWord, Path, ResidenceRule,
        Seconds, Synonyms, Tag, Time, Year,
    },
};
use crate::catalogue::{
    AudienceIx, Confidence, CostKind, Date, Fact, Form, MunicipalityIx, PartialDate, Phone, RegionIx, ServiceIx,
    Status, StoryKind, TermRole, Text, TypeIx, Url, Weekday,
};

/// A list of records, read one by one by `validate`, in the order in which they refer to each other.
#[derive(Debug)]
pub(crate) struct Records<'a, T> {
    /// The entries as they stand in the file.
    pub(crate) list: &'a [Value],
    record: core::marker::PhantomData<T>,
}

impl<'a, T: Read<'a>> Read<'a> for Records<'a, T> {
    fn read(value: &'a Value, at: At<'_>, reader: &mut Reader<'a>) -> Option<Self> {
        match value {
            Value::Array(list) => Some(Self { list, record: core::marker::PhantomData }),
            _ => reader.bad(at, "a list of records", value),
        }
    }

    #[cfg(feature = "schema")]
    fn schema(schemas: &mut super::schema::Schemas) -> Value {
        serde_json::json!({ "type": "array", "items": T::schema(schemas) })
    }
}

record! {
    /// A catalogue of social services.
    Catalogue<'a> requires [] {
        /// Format and version of this file: `service-finder/1`.
        format: &'a str,
        /// What the catalogue is called.
        title: Text,
        /// Who publishes it and takes corrections.
        publisher: Publisher<'a>,
        /// The day the catalogue was made. Always shown; older than 180 days, the finder says so.
        updated: Date,
        /// Licence of the data, e.g. `CC BY 4.0`.
        licence: &'a str,
        /// Credits to show beside the data.
        credits: Vec<Text>,
        /// Languages of the texts, as BCP 47 tags; a text that names no language is in the first.
        languages: Vec<Tag<'a>>,
        /// Kinds of service.
        types: Records<'a, Term<'a>>,
        /// Audiences: for whom services are.
        audiences: Records<'a, Term<'a>>,
        /// Planning regions.
        regions: Records<'a, Region<'a>>,
        /// Municipalities.
        municipalities: Records<'a, Municipality<'a>>,
        /// Services.
        services: Records<'a, Service<'a>>,
        /// Video stories.
        stories: Records<'a, Story<'a>>,
        /// Programmes of the regions.
        programmes: Records<'a, Programme<'a>>,
        /// Events of the programmes.
        events: Records<'a, Event<'a>>,
        /// Documents of the programmes.
        documents: Records<'a, Document<'a>>,
        /// The usual route to each kind of service.
        routes: Records<'a, Route<'a>>,
        /// Words that people use for one another; a search for one finds the others.
        equivalents: Records<'a, Equivalent<'a>>,
        /// Needs that cannot wait: which words name them, and where help is.
        urgent: Records<'a, Urgent<'a>>,
        /// File with the shapes of the map, beside this one.
        map: Path<'a>,
        /// Written by `finder split`: further files of this catalogue.
        parts: Records<'a, Part<'a>>,
        /// Written by `finder split`: which part this file is. Not in a whole or first file.
        part: PartHead<'a>,
    }
}

record! {
    /// Who publishes a catalogue.
    Publisher<'a> requires [] {
        /// Name.
        name: Text,
        /// E-mail for corrections.
        email: Email,
        /// Website.
        website: Url,
    }
}

record! {
    /// A further file of a split catalogue.
    Part<'a> requires [kind, url] {
        /// What the part brings.
        kind: PartWord,
        /// For `language`: which.
        lang: Tag<'a>,
        /// File, beside the first one.
        url: Path<'a>,
    }
}

record! {
    /// What a part of a split catalogue brings.
    PartHead<'a> requires [kind] {
        /// What the part brings.
        kind: PartWord,
        /// For `language`: which.
        lang: Tag<'a>,
    }
}

record! {
    /// A kind of service or an audience.
    Term<'a> requires [id, name] {
        /// Stable id, used in links.
        id: Id<'a>,
        /// Name shown to visitors.
        name: Text,
        /// One plain sentence: what this is.
        summary: Text,
        /// Other names, abbreviations and situations that mean this; searched, not shown as names.
        synonyms: Synonyms,
        /// `everyone`: an audience that answers every audience filter. `way-in`: the kind that is the way to other
        /// services (social service offices), offered on every service's page instead of standing among results.
        role: TermRole,
    }
}

record! {
    /// Words that people use for one another.
    Equivalent<'a> requires [words] {
        /// Id, by which a language part finds its record.
        id: Id<'a>,
        /// Single words that mean the same.
        words: Synonyms,
    }
}

record! {
    /// A need that cannot wait: help is shown above the results.
    Urgent<'a> requires [words] {
        /// Id, by which a language part finds its record.
        id: Id<'a>,
        /// Words and phrases that name the need; a phrase is meant when a query has all its words.
        words: Synonyms,
        /// Ids of helplines and places, most fitting first.
        services: Vec<ServiceIx>,
        /// The emergency number, where life may be in danger.
        emergency: Phone,
    }
}

record! {
    /// A planning region.
    Region<'a> requires [id, name] {
        /// Stable id, used in links.
        id: Id<'a>,
        /// Name, e.g. *Zemgale*.
        name: Text,
    }
}

record! {
    /// A municipality.
    Municipality<'a> requires [id, name, region] {
        /// ISO 3166-2 code, e.g. `LV-016`.
        id: Id<'a>,
        /// Full name.
        name: Text,
        /// Id of the region it lies in.
        region: RegionIx,
        /// A state city or a rural municipality.
        kind: MunicipalityKind,
        /// Administrative centre: distances are measured to it.
        centre: Centre<'a>,
        /// Codes of the municipalities that share a border.
        neighbours: Vec<&'a str>,
        /// Names of municipalities that became part of it; people still search by these.
        former: Vec<&'a str>,
    }
}

record! {
    /// A named town with its position.
    Centre<'a> requires [name, lat, lon] {
        /// Name of the town.
        name: &'a str,
        /// Degrees north, WGS 84.
        lat: Latitude,
        /// Degrees east, WGS 84.
        lon: Longitude,
    }
}

record! {
    /// A position, WGS 84.
    Position<'a> requires [lat, lon] {
        /// Degrees north.
        lat: Latitude,
        /// Degrees east.
        lon: Longitude,
    }
}

record! {
    /// One social service at one place, or offered nationwide.
    Service<'a> requires [id, name, types] {
        /// Stable id, used in links.
        id: Id<'a>,
        /// Name.
        name: Text,
        /// Ids of its kinds of service; at least one.
        types: Vec<TypeIx>,
        /// Ids of its audiences: for whom it is.
        audiences: Vec<AudienceIx>,
        /// Code of the municipality it lies in.
        municipality: MunicipalityIx,
        /// Offered to the whole country.
        nationwide: bool,
        /// Town or village.
        place: &'a str,
        /// The municipality the place belonged to before a reform.
        former_municipality: &'a str,
        /// Known to work, planned, or `unknown`. Not stated means unknown; both are shown as not confirmed.
        status: Status,
        /// One or two plain sentences: what it offers.
        summary: Text,
        /// Easy-to-read text, reviewed by somebody who can judge it.
        easy: Easy<'a>,
        /// A longer description.
        description: Text,
        /// Who runs it.
        organisation: Text,
        /// Id of the service this one is a part of.
        part_of: &'a str,
        /// Street and house.
        address: &'a str,
        /// Postal code.
        postal_code: &'a str,
        /// The address is deliberately not published (crisis places, children's homes).
        address_withheld: bool,
        /// Position of the entrance.
        position: Position<'a>,
        /// How to get there by public transport.
        transport: Text,
        /// Phone, e-mail, website.
        contact: Contact<'a>,
        /// Opening hours in words.
        hours: Text,
        /// Opening hours that a machine can read; a place is not listed as open now without them.
        weekly: Vec<Opening<'a>>,
        /// Days that differ from the weekly hours.
        exceptions: Vec<Exception<'a>>,
        /// How it is offered.
        form: Vec<Form>,
        /// Places, in words.
        capacity: Text,
        /// Free places and waiting list.
        availability: Availability<'a>,
        /// What it costs, at a glance.
        cost_kind: CostKind,
        /// What it costs, in words.
        cost: Text,
        /// Who can get it, in words.
        eligibility: Text,
        /// Youngest age, in years.
        min_age: Age,
        /// Oldest age, in years.
        max_age: Age,
        /// Who may use it by declared residence: `anyone`, or a list of municipality codes.
        residence: ResidenceRule,
        /// How to apply at this service in particular; the usual way stands in `routes`.
        how_to_apply: Text,
        /// Documents to bring to this service in particular.
        documents: Vec<Text>,
        /// Languages spoken there, as BCP 47 tags.
        languages: Vec<Tag<'a>>,
        /// Further words it should be found by.
        keywords: Synonyms,
        /// Can a visitor get in and about?
        accessibility: Accessibility<'a>,
        /// Further places where the same office receives visitors.
        reception_points: Vec<ReceptionPoint<'a>>,
        /// Year it opened.
        since: Year,
        /// A dated notice, e.g. closed for repairs.
        notice: Notice<'a>,
        /// Number in the register of providers.
        registration: &'a str,
        /// The registration is valid until this day.
        registered_until: Date,
        /// How sure the catalogue is of the record.
        confidence: Confidence,
        /// Pages the facts come from.
        sources: Vec<Url>,
        /// Only the sites are named as sources, since the pages give a withheld address away.
        sources_shortened: bool,
        /// Date of the newest source.
        source_date: PartialDate,
        /// When somebody last confirmed the record.
        verified_on: Date,
        /// Who confirmed it.
        verified_by: &'a str,
        /// After this day the record wants a look.
        review_by: Date,
    }
}

record! {
    /// How to reach a service.
    Contact<'a> requires [] {
        /// The phone to call.
        phone: Phone,
        /// Whose phone it is where it is not the service's own, or what to know before calling.
        phone_note: Text,
        /// Further phones.
        other_phones: Vec<Phone>,
        /// E-mail address.
        email: Email,
        /// Website.
        website: Url,
        /// How sure the catalogue is of phone and e-mail.
        confidence: Confidence,
    }
}

record! {
    /// Easy-to-read text.
    Easy<'a> requires [text] {
        /// The text.
        text: Text,
        /// Who reviewed it.
        reviewed_by: &'a str,
        /// When it was reviewed.
        reviewed_on: Date,
    }
}

record! {
    /// Weekly opening hours: the same hours on some days.
    Opening<'a> requires [days, from, to] {
        /// Days of the week.
        days: Vec<Weekday>,
        /// Opens at `HH:MM`.
        from: Time,
        /// Closes at `HH:MM`; not after opening means the next day.
        to: Time,
    }
}

record! {
    /// Hours of one day that differs. Without hours: closed.
    Exception<'a> requires [date] {
        /// The day.
        date: Date,
        /// Opens at `HH:MM`.
        from: Time,
        /// Closes at `HH:MM`.
        to: Time,
    }
}

record! {
    /// Free places on a day.
    Availability<'a> requires [] {
        /// Free places.
        free: Count,
        /// People waiting.
        waiting: Count,
        /// The day this was true.
        as_of: Date,
    }
}

record! {
    /// Accessibility: each fact `true` or `false`; left out where not known.
    Accessibility<'a> requires [] {
        /// Can be entered without steps.
        step_free: Fact,
        /// Has a lift.
        lift: Fact,
        /// Has an accessible toilet.
        toilet: Fact,
        /// Has parking for disabled people.
        parking: Fact,
        /// Helps people who hear badly (induction loop, sign language).
        hearing: Fact,
        /// Has a quiet room.
        quiet: Fact,
        /// Staff who speak plainly and are trained to.
        easy_language: Fact,
        /// What the source says in words.
        note: Text,
    }
}

record! {
    /// A further place where an office receives visitors.
    ReceptionPoint<'a> requires [name] {
        /// What it is called.
        name: Text,
        /// Town or village.
        place: &'a str,
        /// Street and house.
        address: &'a str,
        /// Phone.
        phone: Phone,
    }
}

record! {
    /// A notice for some days.
    Notice<'a> requires [text] {
        /// The notice.
        text: Text,
        /// First day.
        from: Date,
        /// Last day.
        to: Date,
    }
}

record! {
    /// A video story, or a theme of a playlist.
    Story<'a> requires [id, title] {
        /// Stable id, used in links.
        id: Id<'a>,
        /// One `video`, or a `theme`: several stories of a playlist.
        kind: StoryKind,
        /// Title.
        title: Text,
        /// The title is the catalogue's wording, not the film's own.
        title_is_ours: bool,
        /// What it shows.
        summary: Text,
        /// Id of the region.
        region: RegionIx,
        /// Code of the municipality.
        municipality: MunicipalityIx,
        /// Ids of the kinds of service shown.
        types: Vec<TypeIx>,
        /// Ids of the audiences.
        audiences: Vec<AudienceIx>,
        /// Ids of the services shown.
        services: Vec<ServiceIx>,
        /// Where to watch.
        video: Video<'a>,
        /// Picture to show before the video is started: a file beside the catalogue.
        poster: Path<'a>,
        /// Length in seconds.
        seconds: Seconds,
        /// Language spoken.
        language: Tag<'a>,
        /// Has captions?
        captions: Fact,
        /// Language of the captions.
        captions_language: Tag<'a>,
        /// Address of a transcript.
        transcript: Url,
        /// Has audio description?
        described: Fact,
        /// Has sign language?
        sign_language: Fact,
        /// What the people shown agreed to.
        consent: Text,
        /// Date of publication.
        published: PartialDate,
        /// Pages the facts come from; the first is linked where there is no video address.
        sources: Vec<Url>,
    }
}

record! {
    /// Where a video can be watched: on YouTube, or at an address.
    Video<'a> requires [] {
        /// YouTube video id.
        youtube: &'a str,
        /// YouTube playlist id.
        playlist: &'a str,
        /// Any other address.
        url: Url,
    }
}

record! {
    /// A programme of a region.
    Programme<'a> requires [region, name] {
        /// Id of the region that leads it.
        region: RegionIx,
        /// Name.
        name: Text,
        /// Project number.
        number: &'a str,
        /// First day.
        start: PartialDate,
        /// Last day.
        end: PartialDate,
        /// Leading organisation.
        lead: Text,
        /// Website of the programme.
        website: Url,
        /// Aim.
        aim: Text,
        /// Phone of the leading organisation.
        phone: Phone,
        /// E-mail of the leading organisation.
        email: Email,
        /// Address of the leading organisation.
        address: &'a str,
        /// Figures: sentences, some of them about one number.
        figures: Vec<Figure<'a>>,
        /// What happened before.
        history: Vec<Text>,
        /// Pages the facts come from.
        sources: Vec<Url>,
    }
}

record! {
    /// A figure.
    Figure<'a> requires [text] {
        /// The sentence.
        text: Text,
        /// The number, where the sentence is about one. Never read out of the sentence.
        value: Number,
        /// The day the number was true.
        as_of: PartialDate,
    }
}

record! {
    /// An event of a region's programme.
    Event<'a> requires [region, title] {
        /// Id of the region.
        region: RegionIx,
        /// Title.
        title: Text,
        /// First day.
        date: PartialDate,
        /// Last day.
        end: PartialDate,
        /// Time of day, in words.
        time: &'a str,
        /// Place, in words.
        place: &'a str,
        /// What it was about.
        summary: Text,
        /// Page.
        url: Url,
    }
}

record! {
    /// A document of a region's programme.
    Document<'a> requires [region, title] {
        /// Id of the region.
        region: RegionIx,
        /// Title.
        title: Text,
        /// Kind: `plan`, `report`, `decision`, `regulation`, `guide`, `methodology`, `article`, `website`, or another word.
        kind: &'a str,
        /// Date.
        date: PartialDate,
        /// Page or file.
        url: Url,
    }
}

record! {
    /// The usual route to a kind of service.
    Route<'a> requires [id] {
        /// Id of the kind of service.
        id: TypeIx,
        /// Steps in order.
        steps: Vec<Text>,
        /// Documents to bring.
        documents: Vec<Text>,
        /// Who pays.
        who_pays: Text,
        /// What is not known; shown as not known.
        not_known: Text,
        /// Pages the facts come from.
        sources: Vec<Url>,
        /// Date of the newest source.
        source_date: PartialDate,
        /// How sure the catalogue is.
        confidence: Confidence,
    }
}
