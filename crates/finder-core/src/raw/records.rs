//! The records of a catalogue file. `docs/catalogue-format.md` explains them to editors; keep the two in step.

use super::{
    kind::{Kind, Table},
    record::record,
};

/// Is a service known to work? What else is written there is not stated.
pub(crate) static STATUS: [&str; 3] = ["operating", "planned", "unknown"];
/// How sure the catalogue is.
pub(crate) static CONFIDENCE: [&str; 3] = ["high", "medium", "low"];
/// Meanings of a term beyond its name.
pub(crate) static ROLE: [&str; 2] = ["everyone", "way-in"];
/// What a story record stands for.
pub(crate) static STORY_KIND: [&str; 2] = ["video", "theme"];
/// What a service costs.
pub(crate) static COST_KIND: [&str; 3] = ["free", "paid", "depends"];
/// How a service is offered.
pub(crate) static FORM: [&str; 4] = ["day", "round-the-clock", "at-home", "online"];
/// Days of the week.
pub(crate) static WEEKDAY: [&str; 7] = ["mo", "tu", "we", "th", "fr", "sa", "su"];
/// What a WebVTT file is for.
pub(crate) static TRACK_KIND: [&str; 3] = ["captions", "descriptions", "chapters"];
/// Kinds of municipality.
pub(crate) static MUNICIPALITY_KIND: [&str; 2] = ["city", "rural"];
/// What a part of a split catalogue brings.
pub(crate) static PART_KIND: [&str; 4] = ["details", "stories", "programme", "language"];

const AGE: Kind = Kind::Whole { from: 0, to: 130, expected: "an age in years 0–130" };
const YEAR: Kind = Kind::Whole { from: 1000, to: 9999, expected: "a year" };
const COUNT: Kind = Kind::Whole { from: 0, to: 1_000_000, expected: "a number 0–1000000" };
const SECONDS: Kind = Kind::Whole { from: 1, to: 86_400, expected: "a length in seconds 1–86400" };
const AT: Kind = Kind::Whole { from: 0, to: 86_400, expected: "seconds from the start 0–86400" };
/// Whole numbers that JSON carries exactly.
const FIGURE_VALUE: Kind =
    Kind::Whole { from: -9_007_199_254_740_991, to: 9_007_199_254_740_991, expected: "a whole number" };
const LATITUDE: Kind = Kind::Degrees { most: 90.0, expected: "degrees north −90 to 90" };
const LONGITUDE: Kind = Kind::Degrees { most: 180.0, expected: "degrees east −180 to 180" };

record! {
    /// A catalogue of social services.
    CATALOGUE catalogue "Catalogue" requires [] {
        /// Format and version of this file: `service-finder/1`.
        format: Kind::Line,
        /// What the catalogue is called.
        title: Kind::Text,
        /// Who publishes it and takes corrections.
        publisher: Kind::Record(&PUBLISHER),
        /// The day the catalogue was made. Always shown; older than 180 days, the finder says so.
        updated: Kind::Date,
        /// Licence of the data, e.g. `CC BY 4.0`.
        licence: Kind::Line,
        /// Credits to show beside the data.
        credits: Kind::List(&Kind::Text),
        /// Languages of the texts, as BCP 47 tags; a text that names no language is in the first.
        languages: Kind::List(&Kind::Tag),
        /// Kinds of service.
        types: Kind::Entries(&TERM),
        /// Audiences: for whom services are.
        audiences: Kind::Entries(&TERM),
        /// Planning regions.
        regions: Kind::Entries(&REGION),
        /// Municipalities.
        municipalities: Kind::Entries(&MUNICIPALITY),
        /// Services.
        services: Kind::Entries(&SERVICE),
        /// Video stories.
        stories: Kind::Entries(&STORY),
        /// Programmes of the regions.
        programmes: Kind::Entries(&PROGRAMME),
        /// Events of the programmes.
        events: Kind::Entries(&EVENT),
        /// Documents of the programmes.
        documents: Kind::Entries(&DOCUMENT),
        /// The usual route to each kind of service.
        routes: Kind::Entries(&ROUTE),
        /// Words that people use for one another; a search for one finds the others.
        equivalents: Kind::Entries(&EQUIVALENT),
        /// Needs that cannot wait: which words name them, and where help is.
        urgent: Kind::Entries(&URGENT),
        /// File with the shapes of the map, beside this one.
        map: Kind::Path,
        /// Written by `finder split`: further files of this catalogue.
        parts: Kind::Entries(&PART),
        /// Written by `finder split`: which part this file is. Not in a whole or first file.
        part: Kind::Record(&PART_HEAD),
    }
}

record! {
    /// Who publishes a catalogue.
    PUBLISHER publisher "Publisher" requires [] {
        /// Name.
        name: Kind::Text,
        /// E-mail for corrections.
        email: Kind::Email,
        /// Website.
        website: Kind::Url,
    }
}

record! {
    /// A further file of a split catalogue.
    PART part "Part" requires [kind, url] {
        /// What the part brings.
        kind: Kind::Choice(&PART_KIND),
        /// For `language`: which.
        lang: Kind::Tag,
        /// File, beside the first one.
        url: Kind::Path,
    }
}

record! {
    /// What a part of a split catalogue brings.
    PART_HEAD part_head "PartHead" requires [kind] {
        /// What the part brings.
        kind: Kind::Choice(&PART_KIND),
        /// For `language`: which.
        lang: Kind::Tag,
    }
}

record! {
    /// A kind of service or an audience.
    TERM term "Term" requires [id, name] {
        /// Stable id, used in links.
        id: Kind::Id,
        /// Name shown to visitors.
        name: Kind::Text,
        /// One plain sentence: what this is.
        summary: Kind::Text,
        /// Other names, abbreviations and situations that mean this; searched, not shown as names.
        synonyms: Kind::Words,
        /// What to ask when calling about this kind of service: one plain question each.
        ask: Kind::List(&Kind::Text),
        /// `everyone`: an audience that answers every audience filter. `way-in`: the kind that is the way to other
        /// services (social service offices), offered on every service's page instead of standing among results.
        role: Kind::Choice(&ROLE),
    }
}

record! {
    /// Words that people use for one another.
    EQUIVALENT equivalent "Equivalent" requires [words] {
        /// Id, by which a language part finds its record.
        id: Kind::Id,
        /// Single words that mean the same.
        words: Kind::Words,
    }
}

record! {
    /// A need that cannot wait: help is shown above the results.
    URGENT urgent "Urgent" requires [words] {
        /// Id, by which a language part finds its record.
        id: Kind::Id,
        /// Words and phrases that name the need; a phrase is meant when a query has all its words.
        words: Kind::Words,
        /// Ids of helplines and places, most fitting first.
        services: Kind::List(&Kind::Ref(Table::Services)),
        /// The emergency number, where life may be in danger.
        emergency: Kind::Phone,
    }
}

record! {
    /// A planning region.
    REGION region "Region" requires [id, name] {
        /// Stable id, used in links.
        id: Kind::Id,
        /// Name, e.g. *Zemgale*.
        name: Kind::Text,
    }
}

record! {
    /// A municipality.
    MUNICIPALITY municipality "Municipality" requires [id, name, region] {
        /// ISO 3166-2 code, e.g. `LV-016`.
        id: Kind::Id,
        /// Full name.
        name: Kind::Text,
        /// Id of the region it lies in.
        region: Kind::Ref(Table::Regions),
        /// A state city or a rural municipality.
        kind: Kind::Choice(&MUNICIPALITY_KIND),
        /// Administrative centre: distances are measured to it.
        centre: Kind::Record(&CENTRE),
        /// Codes of the municipalities that share a border.
        neighbours: Kind::List(&Kind::Line),
        /// Names of municipalities that became part of it; people still search by these.
        former: Kind::List(&Kind::Line),
    }
}

record! {
    /// A named town with its position.
    CENTRE centre "Centre" requires [name, lat, lon] {
        /// Name of the town.
        name: Kind::Line,
        /// Degrees north, WGS 84.
        lat: LATITUDE,
        /// Degrees east, WGS 84.
        lon: LONGITUDE,
    }
}

record! {
    /// A position, WGS 84.
    POSITION position "Position" requires [lat, lon] {
        /// Degrees north.
        lat: LATITUDE,
        /// Degrees east.
        lon: LONGITUDE,
    }
}

record! {
    /// One social service at one place, or offered nationwide.
    SERVICE service "Service" requires [id, name, types] {
        /// Stable id, used in links.
        id: Kind::Id,
        /// Name.
        name: Kind::Text,
        /// Ids of its kinds of service; at least one.
        types: Kind::List(&Kind::Ref(Table::Types)),
        /// Ids of its audiences: for whom it is.
        audiences: Kind::List(&Kind::Ref(Table::Audiences)),
        /// Code of the municipality it lies in.
        municipality: Kind::Ref(Table::Municipalities),
        /// Offered to the whole country.
        nationwide: Kind::Flag,
        /// Town or village.
        place: Kind::Line,
        /// The municipality the place belonged to before a reform.
        former_municipality: Kind::Line,
        /// Known to work, planned, or `unknown`. Not stated means unknown; both are shown as not confirmed.
        status: Kind::Choice(&STATUS),
        /// One or two plain sentences: what it offers.
        summary: Kind::Text,
        /// Easy-to-read text, reviewed by somebody who can judge it.
        easy: Kind::Record(&EASY),
        /// A longer description.
        description: Kind::Text,
        /// Who runs it.
        organisation: Kind::Text,
        /// Id of the service this one is a part of.
        part_of: Kind::Line,
        /// Street and house.
        address: Kind::Line,
        /// Postal code.
        postal_code: Kind::Line,
        /// The address is deliberately not published (crisis places, children's homes).
        address_withheld: Kind::Flag,
        /// Position of the entrance.
        position: Kind::Record(&POSITION),
        /// How to get there by public transport.
        transport: Kind::Text,
        /// Phone, e-mail, website.
        contact: Kind::Record(&CONTACT),
        /// Opening hours in words.
        hours: Kind::Text,
        /// Opening hours that a machine can read; a place is not listed as open now without them.
        weekly: Kind::List(&Kind::Record(&OPENING)),
        /// Days that differ from the weekly hours.
        exceptions: Kind::List(&Kind::Record(&EXCEPTION)),
        /// How it is offered.
        form: Kind::List(&Kind::Choice(&FORM)),
        /// Places, in words.
        capacity: Kind::Text,
        /// Free places and waiting list.
        availability: Kind::Record(&AVAILABILITY),
        /// What it costs, at a glance.
        cost_kind: Kind::Choice(&COST_KIND),
        /// What it costs, in words.
        cost: Kind::Text,
        /// Who can get it, in words.
        eligibility: Kind::Text,
        /// Youngest age, in years.
        min_age: AGE,
        /// Oldest age, in years.
        max_age: AGE,
        /// Who may use it by declared residence: `anyone`, or a list of municipality codes.
        residence: Kind::Residence,
        /// How to apply at this service in particular; the usual way stands in `routes`.
        how_to_apply: Kind::Text,
        /// Documents to bring to this service in particular.
        documents: Kind::List(&Kind::Text),
        /// Languages spoken there, as BCP 47 tags.
        languages: Kind::List(&Kind::Tag),
        /// Further words it should be found by.
        keywords: Kind::Words,
        /// Can a visitor get in and about?
        accessibility: Kind::Record(&ACCESSIBILITY),
        /// Further places where the same office receives visitors.
        reception_points: Kind::List(&Kind::Record(&RECEPTION_POINT)),
        /// Year it opened.
        since: YEAR,
        /// A dated notice, e.g. closed for repairs.
        notice: Kind::Record(&NOTICE),
        /// Number in the register of providers.
        registration: Kind::Line,
        /// The registration is valid until this day.
        registered_until: Kind::Date,
        /// How sure the catalogue is of the record.
        confidence: Kind::Choice(&CONFIDENCE),
        /// Pages the facts come from.
        sources: Kind::List(&Kind::Url),
        /// Only the sites are named as sources, since the pages give a withheld address away.
        sources_shortened: Kind::Flag,
        /// Date of the newest source.
        source_date: Kind::Partial,
        /// When somebody last confirmed the record.
        verified_on: Kind::Date,
        /// Who confirmed it.
        verified_by: Kind::Line,
        /// After this day the record wants a look.
        review_by: Kind::Date,
    }
}

record! {
    /// How to reach a service.
    CONTACT contact "Contact" requires [] {
        /// The phone to call.
        phone: Kind::Phone,
        /// Whose phone it is where it is not the service's own, or what to know before calling.
        phone_note: Kind::Text,
        /// Further phones.
        other_phones: Kind::List(&Kind::Phone),
        /// E-mail address.
        email: Kind::Email,
        /// Website.
        website: Kind::Url,
        /// How sure the catalogue is of phone and e-mail.
        confidence: Kind::Choice(&CONFIDENCE),
    }
}

record! {
    /// Easy-to-read text.
    EASY easy "Easy" requires [text] {
        /// The text.
        text: Kind::Text,
        /// Who reviewed it.
        reviewed_by: Kind::Line,
        /// When it was reviewed.
        reviewed_on: Kind::Date,
    }
}

record! {
    /// Weekly opening hours: the same hours on some days.
    OPENING opening "Opening" requires [days, from, to] {
        /// Days of the week.
        days: Kind::List(&Kind::Choice(&WEEKDAY)),
        /// Opens at `HH:MM`.
        from: Kind::Time,
        /// Closes at `HH:MM`; not after opening means the next day.
        to: Kind::Time,
    }
}

record! {
    /// Hours of one day that differs. Without hours: closed.
    EXCEPTION exception "Exception" requires [date] {
        /// The day.
        date: Kind::Date,
        /// Opens at `HH:MM`.
        from: Kind::Time,
        /// Closes at `HH:MM`.
        to: Kind::Time,
    }
}

record! {
    /// Free places on a day.
    AVAILABILITY availability "Availability" requires [] {
        /// Free places.
        free: COUNT,
        /// People waiting.
        waiting: COUNT,
        /// The day this was true.
        as_of: Kind::Date,
    }
}

record! {
    /// Accessibility: each fact `true` or `false`; left out where not known.
    ACCESSIBILITY accessibility "Accessibility" requires [] {
        /// Can be entered without steps.
        step_free: Kind::Fact,
        /// Has a lift.
        lift: Kind::Fact,
        /// Has an accessible toilet.
        toilet: Kind::Fact,
        /// Has parking for disabled people.
        parking: Kind::Fact,
        /// Helps people who hear badly (induction loop, sign language).
        hearing: Kind::Fact,
        /// Has a quiet room.
        quiet: Kind::Fact,
        /// Staff who speak plainly and are trained to.
        easy_language: Kind::Fact,
        /// What the source says in words.
        note: Kind::Text,
    }
}

record! {
    /// A further place where an office receives visitors.
    RECEPTION_POINT reception_point "ReceptionPoint" requires [name] {
        /// What it is called.
        name: Kind::Text,
        /// Town or village.
        place: Kind::Line,
        /// Street and house.
        address: Kind::Line,
        /// Phone.
        phone: Kind::Phone,
    }
}

record! {
    /// A notice for some days.
    NOTICE notice "Notice" requires [text] {
        /// The notice.
        text: Kind::Text,
        /// First day.
        from: Kind::Date,
        /// Last day.
        to: Kind::Date,
    }
}

record! {
    /// A video story, or a theme of a playlist.
    STORY story "Story" requires [id, title] {
        /// Stable id, used in links.
        id: Kind::Id,
        /// One `video`, or a `theme`: several stories of a playlist.
        kind: Kind::Choice(&STORY_KIND),
        /// Title.
        title: Kind::Text,
        /// The title is the catalogue's wording, not the film's own.
        title_is_ours: Kind::Flag,
        /// What it shows.
        summary: Kind::Text,
        /// Id of the region.
        region: Kind::Ref(Table::Regions),
        /// Code of the municipality.
        municipality: Kind::Ref(Table::Municipalities),
        /// Ids of the kinds of service shown.
        types: Kind::List(&Kind::Ref(Table::Types)),
        /// Ids of the audiences.
        audiences: Kind::List(&Kind::Ref(Table::Audiences)),
        /// Ids of the services shown.
        services: Kind::List(&Kind::Ref(Table::Services)),
        /// Where to watch.
        video: Kind::Record(&VIDEO),
        /// Picture to show before the video is started: a file beside the catalogue.
        poster: Kind::Path,
        /// Length in seconds.
        seconds: SECONDS,
        /// Language spoken.
        language: Kind::Tag,
        /// Has captions?
        captions: Kind::Fact,
        /// Language of the captions.
        captions_language: Kind::Tag,
        /// Address of a transcript on another page.
        transcript: Kind::Url,
        /// The transcript itself, line by line.
        lines: Kind::List(&Kind::Record(&LINE)),
        /// Has audio description?
        described: Kind::Fact,
        /// Has sign language?
        sign_language: Kind::Fact,
        /// What the people shown agreed to.
        consent: Kind::Text,
        /// Date of publication.
        published: Kind::Partial,
        /// Pages the facts come from; the first is linked where there is no video address.
        sources: Kind::List(&Kind::Url),
    }
}

record! {
    /// Where a video can be watched: on YouTube, Vimeo or PeerTube, as a file beside the catalogue, or at an address.
    VIDEO video "Video" requires [] {
        /// YouTube video id.
        youtube: Kind::Line,
        /// YouTube playlist id; alone, the whole list is played.
        playlist: Kind::Line,
        /// Vimeo video id: digits.
        vimeo: Kind::Line,
        /// Address of the video's page on a PeerTube site: `https://site/w/ID`.
        peertube: Kind::Url,
        /// A file beside the catalogue that browsers play: WebM or MP4.
        file: Kind::Path,
        /// Captions, descriptions and chapters of the file.
        tracks: Kind::List(&Kind::Record(&TRACK)),
        /// Any other address.
        url: Kind::Url,
    }
}

record! {
    /// A WebVTT file that goes with a video file.
    TRACK track "Track" requires [kind, file] {
        /// `captions`, `descriptions` or `chapters`.
        kind: Kind::Choice(&TRACK_KIND),
        /// Language of its texts.
        language: Kind::Tag,
        /// The WebVTT file, beside the catalogue.
        file: Kind::Path,
    }
}

record! {
    /// One line of a transcript.
    LINE line "Line" requires [text] {
        /// Seconds from the start of the video.
        at: AT,
        /// What is said or shown.
        text: Kind::Text,
    }
}

record! {
    /// A programme of a region.
    PROGRAMME programme "Programme" requires [region, name] {
        /// Id of the region that leads it.
        region: Kind::Ref(Table::Regions),
        /// Name.
        name: Kind::Text,
        /// Project number.
        number: Kind::Line,
        /// First day.
        start: Kind::Partial,
        /// Last day.
        end: Kind::Partial,
        /// Leading organisation.
        lead: Kind::Text,
        /// Website of the programme.
        website: Kind::Url,
        /// Aim.
        aim: Kind::Text,
        /// Phone of the leading organisation.
        phone: Kind::Phone,
        /// E-mail of the leading organisation.
        email: Kind::Email,
        /// Address of the leading organisation.
        address: Kind::Line,
        /// Figures: sentences, some of them about one number.
        figures: Kind::List(&Kind::Record(&FIGURE)),
        /// What happened before.
        history: Kind::List(&Kind::Text),
        /// Pages the facts come from.
        sources: Kind::List(&Kind::Url),
    }
}

record! {
    /// A figure.
    FIGURE figure "Figure" requires [text] {
        /// The sentence.
        text: Kind::Text,
        /// The number, where the sentence is about one. Never read out of the sentence.
        value: FIGURE_VALUE,
        /// What is counted. Figures of one kind and one date stand together in a chart.
        kind: Kind::Text,
        /// The day the number was true.
        as_of: Kind::Partial,
    }
}

record! {
    /// An event of a region's programme.
    EVENT event "Event" requires [region, title] {
        /// Id of the region.
        region: Kind::Ref(Table::Regions),
        /// Title.
        title: Kind::Text,
        /// First day.
        date: Kind::Partial,
        /// Last day.
        end: Kind::Partial,
        /// Time of day, in words.
        time: Kind::Line,
        /// Place, in words.
        place: Kind::Line,
        /// What it was about.
        summary: Kind::Text,
        /// Page.
        url: Kind::Url,
    }
}

record! {
    /// A document of a region's programme.
    DOCUMENT document "Document" requires [region, title] {
        /// Id of the region.
        region: Kind::Ref(Table::Regions),
        /// Title.
        title: Kind::Text,
        /// Kind: `plan`, `report`, `decision`, `regulation`, `guide`, `methodology`, `article`, `website`, or another word.
        kind: Kind::Line,
        /// Date.
        date: Kind::Partial,
        /// Page or file.
        url: Kind::Url,
    }
}

record! {
    /// The usual route to a kind of service.
    ROUTE route "Route" requires [id] {
        /// Id of the kind of service.
        id: Kind::Ref(Table::Types),
        /// Steps in order.
        steps: Kind::List(&Kind::Text),
        /// Documents to bring.
        documents: Kind::List(&Kind::Text),
        /// Who pays.
        who_pays: Kind::Text,
        /// What is not known; shown as not known.
        not_known: Kind::Text,
        /// Pages the facts come from.
        sources: Kind::List(&Kind::Url),
        /// Date of the newest source.
        source_date: Kind::Partial,
        /// How sure the catalogue is.
        confidence: Kind::Choice(&CONFIDENCE),
    }
}
