//! Dates as people read them.
//!
//! Not by the browser's `Intl`: making its first formatter takes a phone 150 ms, in the midst of the first results.

use super::UiLang;
use crate::catalogue::{Date, PartialDate};

const LV: [&str; 12] = [
    "janvāris",
    "februāris",
    "marts",
    "aprīlis",
    "maijs",
    "jūnijs",
    "jūlijs",
    "augusts",
    "septembris",
    "oktobris",
    "novembris",
    "decembris",
];

const EN: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// *2026. gada 22. novembris*, *22 November 2026*: the day before the month in English too, as in the rest of Europe.
#[must_use]
pub fn date(date: Date, lang: UiLang) -> String {
    partial(PartialDate { year: date.year(), month: Some(date.month()), day: Some(date.day()) }, lang)
}

/// As exact as the date is known: a year, a month of a year, a day.
#[must_use]
pub fn partial(date: PartialDate, lang: UiLang) -> String {
    let year = date.year.to_string();
    let names = if lang == UiLang::Lv { &LV } else { &EN };
    let month = date.month.and_then(|month| names.get(usize::from(month).checked_sub(1)?));
    let day = date.day.map(|day| day.to_string());
    match (lang, month, day) {
        (UiLang::Lv, None, _) => [&year, ". gads"].concat(),
        (UiLang::Lv, Some(month), None) => [&year, ". gada ", month].concat(),
        (UiLang::Lv, Some(month), Some(day)) => [&year, ". gada ", &day, ". ", month].concat(),
        (UiLang::En, None, _) => year,
        (UiLang::En, Some(month), None) => [month, " ", &year].concat(),
        (UiLang::En, Some(month), Some(day)) => [&day, " ", month, " ", &year].concat(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_exact_as_known() {
        let known = |month, day| PartialDate { year: 2026, month, day };
        let said = |month, day| [UiLang::Lv, UiLang::En].map(|lang| partial(known(month, day), lang));
        assert_eq!(said(Some(11), Some(22)), ["2026. gada 22. novembris", "22 November 2026"]);
        assert_eq!(said(Some(1), None), ["2026. gada janvāris", "January 2026"]);
        assert_eq!(said(None, None), ["2026. gads", "2026"]);
        let day = Date::new(2024, 2, 29).unwrap();
        assert_eq!(date(day, UiLang::Lv), "2024. gada 29. februāris");
    }
}
