//! Programmes of the regions, with their events and documents; the usual routes to services.

use super::CONFIDENCE;
use crate::raw::{
    kind::{Kind, Table},
    record::record,
};

/// Whole numbers that JSON carries exactly.
const FIGURE_VALUE: Kind =
    Kind::Whole { from: -9_007_199_254_740_991, to: 9_007_199_254_740_991, expected: "a whole number" };

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
