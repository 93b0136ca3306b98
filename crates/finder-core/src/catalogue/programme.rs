//! Programmes of the planning regions, their events and documents, and the usual route to each kind of service.

use super::{PartialDate, Phone, RegionIx, Text, TypeIx, Url};

/// A region's deinstitutionalisation programme.
#[derive(Clone, Debug, PartialEq)]
pub struct Programme {
    /// The region that leads it.
    pub region: RegionIx,
    /// Name, e.g. *Atver sirdi Zemgalē*.
    pub name: Text,
    /// Project number.
    pub number: Option<Box<str>>,
    /// First day.
    pub start: Option<PartialDate>,
    /// Last day.
    pub end: Option<PartialDate>,
    /// Leading organisation.
    pub lead: Option<Text>,
    /// Website.
    pub website: Option<Url>,
    /// Aim.
    pub aim: Option<Text>,
    /// Phone of the leading organisation.
    pub phone: Option<Phone>,
    /// E-mail of the leading organisation.
    pub email: Option<Box<str>>,
    /// Address of the leading organisation.
    pub address: Option<Box<str>>,
    /// Figures as sentences, some with one number.
    pub figures: Vec<Figure>,
    /// What happened before.
    pub history: Vec<Text>,
    /// Pages the facts come from.
    pub sources: Vec<Url>,
}

/// A figure: a sentence, and the number where it is one number. Numbers are never read out of the prose.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// The sentence.
    pub text: Text,
    /// The number, where the sentence is about one.
    pub value: Option<i64>,
    /// What is counted: figures of one kind and date may stand in one chart.
    pub kind: Option<Text>,
    /// The date the number was true.
    pub as_of: Option<PartialDate>,
}

impl Programme {
    /// Figures that may honestly stand side by side: of one stated kind and one known date, two at least, none negative.
    #[must_use]
    pub fn charts(&self) -> Vec<Vec<&Figure>> {
        let mut charts: Vec<Vec<&Figure>> = Vec::new();
        for figure in &self.figures {
            if figure.kind.is_none() || figure.as_of.is_none() || figure.value.is_none_or(|value| value < 0) {
                continue;
            }
            let same = |chart: &&mut Vec<&Figure>| {
                chart.first().is_some_and(|first| first.kind == figure.kind && first.as_of == figure.as_of)
            };
            match charts.iter_mut().find(same) {
                Some(chart) => chart.push(figure),
                None => charts.push(vec![figure]),
            }
        }
        charts.retain(|chart| chart.len() > 1);
        charts
    }
}

/// An event of a region's programme.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// Region.
    pub region: RegionIx,
    /// Title.
    pub title: Text,
    /// First day, as exact as known.
    pub date: Option<PartialDate>,
    /// Last day.
    pub end: Option<PartialDate>,
    /// Time of day, as written.
    pub time: Option<Box<str>>,
    /// Place, as written.
    pub place: Option<Box<str>>,
    /// What it was about.
    pub summary: Option<Text>,
    /// Page.
    pub url: Option<Url>,
}

/// A document of a region's programme.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    /// Region.
    pub region: RegionIx,
    /// Title.
    pub title: Text,
    /// Kind, e.g. `plan`, `report`; the words are the interface's.
    pub kind: Option<Box<str>>,
    /// Date, as exact as known.
    pub date: Option<PartialDate>,
    /// Page or file.
    pub url: Option<Url>,
}

/// The usual route to a kind of service.
#[derive(Clone, Debug, PartialEq)]
pub struct Route {
    /// The kind of service.
    pub kind: TypeIx,
    /// Steps in order.
    pub steps: Vec<Text>,
    /// Documents to bring.
    pub documents: Vec<Text>,
    /// Who pays.
    pub who_pays: Option<Text>,
    /// What is not known; shown as not known.
    pub not_known: Option<Text>,
    /// Pages the facts come from.
    pub sources: Vec<Url>,
    /// Date of the newest source.
    pub source_date: Option<PartialDate>,
    /// How sure the catalogue is of the route.
    pub confidence: super::Confidence,
}
