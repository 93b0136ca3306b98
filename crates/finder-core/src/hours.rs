//! Opening hours: the week as a table, and whether a place is open at a moment. No clock: *now* is an argument.
//!
//! All in Latvia's time, wherever the visitor is; in wall-clock minutes, as hours are written. Public holidays are those of
//! the law on public holidays (*Par svētku, atceres un atzīmējamām dienām*, section 1). The closing day of the Song and
//! Dance Celebration is set anew each time: a catalogue names it among a service's exceptions.

use crate::catalogue::{Date, Details, Weekday};

/// A moment on the clocks of Latvia.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    /// The day.
    pub date: Date,
    /// Minutes since midnight, as the clock shows them.
    pub minute: u16,
}

/// Minutes of a day.
const DAY: i64 = 24 * 60;

impl Moment {
    /// The moment that is `seconds` after 1970-01-01T00:00Z. `None` outside of the years 1000–9999.
    #[must_use]
    pub fn in_latvia(seconds: i64) -> Option<Self> {
        let utc = seconds.div_euclid(60);
        let year = Date::from_days_since_epoch(utc.div_euclid(DAY))?.year();
        // Summer time in the European Union: from 01:00 UTC of March's last Sunday to 01:00 UTC of October's.
        let change = |month: u8| Some(last_sunday(year, month)?.days_since_epoch() * DAY + 60);
        let summer = (change(3)?..change(10)?).contains(&utc);
        let local = utc + if summer { 180 } else { 120 };
        Some(Self {
            date: Date::from_days_since_epoch(local.div_euclid(DAY))?,
            minute: u16::try_from(local.rem_euclid(DAY)).ok()?,
        })
    }
}

/// Seconds after 1970-01-01T00:00Z at a moment on Latvia's clocks. Of an hour that comes twice, the first.
#[must_use]
pub fn seconds(at: Moment) -> i64 {
    let local = at.date.days_since_epoch() * DAY + i64::from(at.minute);
    let summer = (local - 180) * 60;
    if Moment::in_latvia(summer) == Some(at) { summer } else { (local - 120) * 60 }
}

/// The last Sunday of March or October, which both have 31 days.
fn last_sunday(year: u16, month: u8) -> Option<Date> {
    let last = Date::new(year, month, 31)?.days_since_epoch();
    Date::from_days_since_epoch(last - i64::from(place_in_week(last) + 1) % 7)
}

/// 0 for Monday. 1970-01-01 was a Thursday.
fn place_in_week(days: i64) -> u8 {
    u8::try_from((days + 3).rem_euclid(7)).unwrap_or_default()
}

/// The week as Latvia counts it.
pub const WEEK: [Weekday; 7] = [
    Weekday::Monday,
    Weekday::Tuesday,
    Weekday::Wednesday,
    Weekday::Thursday,
    Weekday::Friday,
    Weekday::Saturday,
    Weekday::Sunday,
];

/// The day of the week.
#[must_use]
pub fn weekday(date: Date) -> Weekday {
    WEEK.get(usize::from(place_in_week(date.days_since_epoch()))).copied().unwrap_or(Weekday::Sunday)
}

/// Is this a public holiday in Latvia, or the Monday that stands in for one?
#[must_use]
pub fn is_public_holiday(date: Date) -> bool {
    let days = date.days_since_epoch();
    let fixed = |date: Date| {
        matches!((date.month(), date.day()), (1, 1) | (5, 1 | 4) | (6, 23 | 24) | (11, 18) | (12, 24 | 25 | 26 | 31))
    };
    // 4 May and 18 November on a weekend: the next Monday is free.
    let stands_in = || {
        weekday(date) == Weekday::Monday
            && (1..=2).any(|back| {
                Date::from_days_since_epoch(days - back)
                    .is_some_and(|day| matches!((day.month(), day.day()), (5, 4) | (11, 18)))
            })
    };
    // The second Sunday of May is Mothers' Day.
    let mothers = || date.month() == 5 && weekday(date) == Weekday::Sunday && (8..=14).contains(&date.day());
    // Good Friday, Easter Sunday and Monday, Whit Sunday.
    let church =
        || easter(date.year()).is_some_and(|easter| matches!(days - easter.days_since_epoch(), -2 | 0 | 1 | 49));
    fixed(date) || stands_in() || mothers() || church()
}

/// Easter Sunday in the Gregorian calendar (the anonymous algorithm of 1876, as in Meeus, *Astronomical Algorithms*, ch. 8).
#[must_use]
pub fn easter(year: u16) -> Option<Date> {
    let y = i64::from(year);
    let (a, b, c) = (y % 19, y / 100, y % 100);
    let g = (8 * b + 13) / 25;
    let h = (19 * a + b - b / 4 - g + 15) % 30;
    let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let n = h + l - 7 * m + 114;
    Date::new(year, u8::try_from(n / 31).ok()?, u8::try_from(n % 31 + 1).ok()?)
}

/// Is a place open?
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Open {
    /// Yes.
    Now {
        /// Until when; `None`: not before a week is over.
        until: Option<Turn>,
    },
    /// No.
    Closed {
        /// When it opens; `None`: not within a week.
        opens: Option<Turn>,
        /// Because today is a public holiday.
        holiday: bool,
    },
    /// The catalogue has no hours that a machine can read.
    NotStated,
}

/// A moment when a place opens or closes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Turn {
    /// The day.
    pub date: Date,
    /// Minutes since midnight.
    pub minute: u16,
}

/// Days looked ahead.
const AHEAD: i64 = 7;

/// Is the place open at this moment? Exceptions come before holidays, holidays before the weekly hours; a place that is
/// open day and night all week is open on holidays too.
#[must_use]
pub fn open(details: &Details, now: Moment) -> Open {
    if details.weekly.is_empty() {
        return Open::NotStated;
    }
    let today = now.date.days_since_epoch();
    let mut times: Vec<(i64, i64)> = Vec::new();
    for day in -1..=AHEAD {
        let Some(date) = Date::from_days_since_epoch(today + day) else { continue };
        let of_day = hours(details, date).into_iter();
        times.extend(of_day.map(|(from, to)| (day * DAY + i64::from(from), day * DAY + closing(from, to))));
    }
    crate::order::sort(&mut times);
    let turn = |minutes: i64| {
        // The last day looked at may end where the next one would go on.
        (minutes < AHEAD * DAY).then_some(())?;
        let date = Date::from_days_since_epoch(today + minutes.div_euclid(DAY))?;
        Some(Turn { date, minute: u16::try_from(minutes.rem_euclid(DAY)).ok()? })
    };
    let now_minute = i64::from(now.minute);
    let mut until = None;
    for (from, to) in &times {
        // One stretch may go on where another ends: 24 hours, or two shifts.
        if *from <= until.unwrap_or(now_minute) && now_minute < *to {
            until = Some(until.map_or(*to, |until: i64| until.max(*to)));
        }
    }
    if let Some(until) = until {
        return Open::Now { until: turn(until) };
    }
    let opens = times.iter().map(|(from, _)| *from).find(|from| *from > now_minute).and_then(turn);
    Open::Closed { opens, holiday: is_free(details, now.date) }
}

/// Closed on this day because it is a public holiday?
fn is_free(details: &Details, date: Date) -> bool {
    let is_exception = details.exceptions.iter().any(|exception| exception.date == date);
    is_public_holiday(date) && !is_exception && !is_round_the_clock(details)
}

/// The hours of one day: minutes from and to; *to* not after *from* means the next day.
#[must_use]
pub fn hours(details: &Details, date: Date) -> Vec<(u16, u16)> {
    let mut exceptions = details.exceptions.iter().filter(|exception| exception.date == date).peekable();
    if exceptions.peek().is_some() {
        return exceptions.filter_map(|exception| exception.open).collect();
    }
    if is_free(details, date) { Vec::new() } else { usual(details, weekday(date)) }
}

/// The usual hours of a day of the week, in order.
#[must_use]
pub fn usual(details: &Details, day: Weekday) -> Vec<(u16, u16)> {
    let of_day = details.weekly.iter().filter(|opening| opening.days.contains(&day));
    let mut hours: Vec<(u16, u16)> = of_day.map(|opening| (opening.from, opening.to)).collect();
    crate::order::sort(&mut hours);
    hours
}

/// Open day and night, all week?
#[must_use]
pub fn is_round_the_clock(details: &Details) -> bool {
    let whole = |(from, to): &(u16, u16)| *from == 0 && closing(*from, *to) == DAY;
    WEEK.iter().all(|day| usual(details, *day).iter().any(whole))
}

/// When it closes, in minutes since the midnight before it opened.
fn closing(from: u16, to: u16) -> i64 {
    i64::from(to) + if to <= from { DAY } else { 0 }
}

#[cfg(test)]
mod tests;
