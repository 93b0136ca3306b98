//! When a place is open: the answer for now, and the week as a table.

use finder_core::{
    catalogue::{Details, PartialDate},
    hours::{Moment, Open, Turn, WEEK, is_round_the_clock, open, usual, weekday},
    strings::{PageStrings, UiLang, fill},
};
use leptos::prelude::*;

use super::bits::{list, para, said};
use crate::{
    browser::{self, clock},
    dates,
    dom::{El, el, keep, text_el},
    state::{Data, Finder},
};

/// A page that stays open says the truth again after this many milliseconds.
const AGAIN_MS: u64 = 30_000;

/// Days for which what differs is shown.
const DIFFERS_AHEAD: i64 = 60;

/// Now, on Latvia's clocks.
fn now() -> Option<Moment> {
    Moment::in_latvia(browser::unix_seconds())
}

/// *Open until 17:00*, *Closed. Opens on Monday at 09:00*, or that it is not stated.
pub fn open_now(finder: Finder, details: &Details) -> El {
    let pages = finder.lang.get_untracked().pages();
    if details.weekly.is_empty() {
        return para("open-now unknown", pages.open_unknown);
    }
    let again = RwSignal::new(());
    let ticking = set_interval_with_handle(move || _ = again.try_set(()), std::time::Duration::from_millis(AGAIN_MS));
    if let Ok(ticking) = ticking {
        keep(Box::new(Ticking(ticking)));
    }
    let details = details.clone();
    let state = move || {
        again.track();
        now().map_or((Open::NotStated, None), |now| (open(&details, now), Some(now)))
    };
    let is_open = {
        let state = state.clone();
        move || matches!(state().0, Open::Now { .. })
    };
    el("p")
        .attr_with("class", move || Some(if is_open() { "open-now is-open" } else { "open-now" }.to_owned()))
        .text_with(move || {
            let (state, now) = state();
            said_state(state, now, pages)
        })
}

/// Stops when the page closes.
struct Ticking(leptos::prelude::IntervalHandle);

impl Drop for Ticking {
    fn drop(&mut self) {
        self.0.clear();
    }
}

fn said_state(state: Open, now: Option<Moment>, pages: &'static PageStrings) -> String {
    match state {
        Open::NotStated => pages.open_unknown.to_owned(),
        Open::Now { until: None } => pages.open_always.to_owned(),
        Open::Now { until: Some(until) } => fill(pages.open_until, &[("time", &clock(until.minute))]),
        Open::Closed { holiday: true, .. } => pages.closed_holiday.to_owned(),
        Open::Closed { opens: None, .. } => pages.closed.to_owned(),
        Open::Closed { opens: Some(opens), .. } => {
            fill(pages.closed_opens, &[("day", day(opens, now, pages)), ("time", &clock(opens.minute))])
        }
    }
}

/// *today*, *tomorrow*, *on Monday*.
fn day(turn: Turn, now: Option<Moment>, pages: &'static PageStrings) -> &'static str {
    let ahead = now.map(|now| turn.date.days_since_epoch() - now.date.days_since_epoch());
    match ahead {
        Some(0) => pages.today,
        Some(1) => pages.tomorrow,
        _ => WEEK.iter().zip(pages.days()).find(|(day, _)| **day == weekday(turn.date)).map_or("", |(_, (_, on))| on),
    }
}

/// The hours as written, the week as a table with today marked, and the days that differ.
pub fn hours(finder: Finder, data: &Data, details: &Details) -> Vec<El> {
    let lang = finder.lang.get_untracked();
    let pages = lang.pages();
    let mut body = Vec::new();
    if let Some(text) = &details.hours {
        body.push(said(el("p"), data, text));
    }
    if !details.weekly.is_empty() {
        body.push(table(details, lang));
        let note = if is_round_the_clock(details) { pages.hours_note_always } else { pages.hours_note };
        body.push(para("hint", note));
        body.extend(differs(details, lang));
    }
    if body.is_empty() {
        body.push(para("unknown", pages.not_stated));
    }
    body
}

fn table(details: &Details, lang: UiLang) -> El {
    let pages = lang.pages();
    let today = now().map(|now| weekday(now.date));
    let rows = WEEK.iter().zip(pages.days()).map(|(day, (name, _))| {
        let is_today = today == Some(*day);
        let head = el("th").attr("scope", "row").text(name);
        let head = if is_today { head.text(" ").child(text_el("span", "today", pages.today)) } else { head };
        let row = el("tr").child(head).child(text_el("td", "", &stretches(&usual(details, *day), pages)));
        if is_today { row.class("is-today").attr("aria-current", "date") } else { row }
    });
    el("table")
        .class("hours")
        .child(text_el("caption", "vh", pages.hours_week))
        .child(el("tbody").children(rows.collect()))
}

/// *09:00–12:00, 13:00–17:00*, *closed*, *day and night*.
fn stretches(hours: &[(u16, u16)], pages: &PageStrings) -> String {
    if hours.is_empty() {
        return pages.closed.to_lowercase();
    }
    if hours.iter().any(|(from, to)| *from == 0 && matches!(to, 0 | 1440)) {
        return pages.form_night.to_owned();
    }
    let said: Vec<String> = hours.iter().map(|(from, to)| [clock(*from), clock(*to)].join("–")).collect();
    said.join(", ")
}

/// Days of the next weeks that differ.
fn differs(details: &Details, lang: UiLang) -> Vec<El> {
    let pages = lang.pages();
    let Some(today) = now().map(|now| now.date.days_since_epoch()) else { return Vec::new() };
    let soon = details
        .exceptions
        .iter()
        .filter(|exception| (0..=DIFFERS_AHEAD).contains(&(exception.date.days_since_epoch() - today)));
    let rows = soon.map(|exception| {
        let date = dates::partial(PartialDate::from(exception.date), lang);
        let hours: Vec<(u16, u16)> = exception.open.into_iter().collect();
        text_el("span", "", &[date, stretches(&hours, pages)].join(": "))
    });
    let rows: Vec<El> = rows.collect();
    if rows.is_empty() {
        return Vec::new();
    }
    [text_el("p", "small-title", pages.hours_differ)].into_iter().chain(list("bullets", rows)).collect()
}
