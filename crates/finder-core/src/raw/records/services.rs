//! Services, with all that is stated of one but when it is open.

use super::{CONFIDENCE, EXCEPTION, OPENING, POSITION};
use crate::raw::{
    kind::{Kind, Table},
    record::record,
};

/// Is a service known to work? What else is written there is not stated.
pub(crate) static STATUS: [&str; 3] = ["operating", "planned", "unknown"];
/// How a service is offered.
pub(crate) static FORM: [&str; 4] = ["day", "round-the-clock", "at-home", "online"];
/// What a service costs.
pub(crate) static COST_KIND: [&str; 3] = ["free", "paid", "depends"];

const AGE: Kind = Kind::Whole { from: 0, to: 130, expected: "an age in years 0–130" };
const YEAR: Kind = Kind::Whole { from: 1000, to: 9999, expected: "a year" };
const COUNT: Kind = Kind::Whole { from: 0, to: 1_000_000, expected: "a number 0–1000000" };

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
