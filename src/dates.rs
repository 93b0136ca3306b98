//! Dates as people read them, by the browser's own rules.

use finder_core::{
    catalogue::{Date, PartialDate},
    strings::UiLang,
};
use js_sys::{Array, Intl::DateTimeFormat};
use wasm_bindgen::{JsCast, JsValue};

use crate::browser::object;

/// *2026. gada 22. novembris*, *22 November 2026*.
pub fn date(date: Date, lang: UiLang) -> String {
    partial(PartialDate { year: date.year(), month: Some(date.month()), day: Some(date.day()) }, lang)
}

/// As exact as the date is known: a year, a month of a year, a day.
pub fn partial(date: PartialDate, lang: UiLang) -> String {
    let Some(month) = date.month else {
        return match lang {
            UiLang::Lv => format!("{}. gads", date.year),
            UiLang::En => date.year.to_string(),
        };
    };
    let mut options = vec![("year", "numeric"), ("month", "long"), ("timeZone", "UTC")];
    if date.day.is_some() {
        options.push(("day", "numeric"));
    }
    let options: Vec<(&str, JsValue)> = options.into_iter().map(|(key, value)| (key, value.into())).collect();
    // English dates are written the British way: day before month, as in the rest of Europe.
    let tag = if lang == UiLang::En { "en-GB" } else { lang.tag() };
    let format = DateTimeFormat::new(&Array::of1(&tag.into()), object(&options).unchecked_ref());
    #[expect(clippy::cast_precision_loss, reason = "a date's milliseconds are far below 2^53")]
    let ms = Date::new(date.year, month, date.day.unwrap_or(1)).map_or(0, Date::days_since_epoch) as f64 * 86_400_000.0;
    let text = format.format().call1(&JsValue::UNDEFINED, &ms.into());
    text.ok().and_then(|text| text.as_string()).unwrap_or_else(|| date.to_string())
}
