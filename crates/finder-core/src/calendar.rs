//! Events: upcoming or past, and as a file that calendars read (iCalendar, RFC 5545).

use crate::{
    catalogue::{Date, Event, LangIx, PartialDate},
    hours::{Moment, seconds},
};

/// Where an event stands in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// Its last day is not over.
    Upcoming,
    /// It is over.
    Past,
    /// The catalogue names no date.
    NotStated,
}

/// Is an event still to come on this day? What is known by month or year alone is over when that is.
#[must_use]
pub fn when(event: &Event, today: Date) -> When {
    let Some(last) = event.end.or(event.date) else { return When::NotStated };
    let last = (last.year, last.month.unwrap_or(12), last.day.unwrap_or(31));
    if last < (today.year(), today.month(), today.day()) { When::Past } else { When::Upcoming }
}

/// The event as a calendar file; `None` where its day is not known. `now` in seconds after 1970-01-01T00:00Z.
#[must_use]
pub fn ics(event: &Event, title: &str, summary: Option<&str>, now: i64) -> Option<String> {
    let day = |date: PartialDate| Date::new(date.year, date.month?, date.day?);
    let start = event.date.and_then(day)?;
    let end = event.end.and_then(day);
    let mut file = String::new();
    let mut line = |name: &str, value: &str| fold(&mut file, &[name, value].concat());
    line("BEGIN:", "VCALENDAR");
    line("VERSION:", "2.0");
    line("PRODID:", "-//service-finder//LV");
    line("BEGIN:", "VEVENT");
    line("UID:", &uid(event));
    line("DTSTAMP:", &utc(now)?);
    match event.time.as_deref().and_then(minute).filter(|_| end.is_none()) {
        Some(minute) => line("DTSTART:", &utc(seconds(Moment { date: start, minute }))?),
        None => {
            // A whole day; the end is the first day after.
            line("DTSTART;VALUE=DATE:", &digits(start));
            let after = Date::from_days_since_epoch(end.unwrap_or(start).days_since_epoch() + 1)?;
            line("DTEND;VALUE=DATE:", &digits(after));
        }
    }
    line("SUMMARY:", &escaped(title));
    if let Some(place) = &event.place {
        line("LOCATION:", &escaped(place));
    }
    if let Some(summary) = summary {
        line("DESCRIPTION:", &escaped(summary));
    }
    if let Some(url) = &event.url {
        line("URL:", url.as_str());
    }
    line("END:", "VEVENT");
    line("END:", "VCALENDAR");
    Some(file)
}

/// The time an event begins, where it is written `HH:MM` first: *10:00*, *10:00–12:00*.
fn minute(time: &str) -> Option<u16> {
    let (hour, rest) = time.trim().split_once(':')?;
    let (hour, minute) = (hour.parse::<u16>().ok()?, rest.get(..2)?.parse::<u16>().ok()?);
    (hour < 24 && minute < 60).then_some(hour * 60 + minute)
}

/// The same for the same event in every language, so that a calendar does not show it twice.
fn uid(event: &Event) -> String {
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    let date = event.date.map(|date| date.to_string()).unwrap_or_default();
    let title = event.title.best(LangIx::new(0)).text;
    for byte in title.bytes().chain(date.bytes()) {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }
    [&hash.to_string(), "@service-finder"].concat()
}

fn digits(date: Date) -> String {
    date.to_string().replace('-', "")
}

/// `20261122T090000Z`
fn utc(seconds: i64) -> Option<String> {
    let date = digits(Date::from_days_since_epoch(seconds.div_euclid(86_400))?);
    let of_day = seconds.rem_euclid(86_400);
    let two = |n: i64| if n < 10 { ["0", &n.to_string()].concat() } else { n.to_string() };
    Some([&date, "T", &two(of_day / 3600), &two(of_day / 60 % 60), &two(of_day % 60), "Z"].concat())
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | ';' | ',' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

/// Adds a line, broken after 75 bytes at most.
fn fold(file: &mut String, line: &str) {
    let mut length = 0;
    for c in line.chars() {
        if length + c.len_utf8() > 75 {
            file.push_str("\r\n ");
            length = 1;
        }
        file.push(c);
        length += c.len_utf8();
    }
    file.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::{RegionIx, Text, Url};

    fn event(date: &str, end: Option<&str>, time: Option<&str>) -> Event {
        Event {
            region: RegionIx::new(0),
            title: Text::new([(LangIx::new(0), "x".into())]).unwrap_or_else(|| panic!()),
            date: PartialDate::parse(date),
            end: end.and_then(PartialDate::parse),
            time: time.map(Into::into),
            place: Some("Dobele, Brīvības iela 17".into()),
            summary: None,
            url: Url::parse("https://example.org/x"),
        }
    }

    #[test]
    fn an_event_at_a_time_is_in_universal_time() {
        let file = ics(&event("2026-07-01", None, Some("10:00–12:00")), "Saruna; par plānu", Some("Rinda\nviena"), 0);
        assert_eq!(
            file.unwrap_or_default(),
            "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//service-finder//LV\r\nBEGIN:VEVENT\r\n\
             UID:5048105216984741479@service-finder\r\nDTSTAMP:19700101T000000Z\r\nDTSTART:20260701T070000Z\r\n\
             SUMMARY:Saruna\\; par plānu\r\nLOCATION:Dobele\\, Brīvības iela 17\r\nDESCRIPTION:Rinda\\nviena\r\n\
             URL:https://example.org/x\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
        );
        let winter = ics(&event("2026-12-01", None, Some("10:00")), "x", None, 0).unwrap_or_default();
        assert!(winter.contains("DTSTART:20261201T080000Z"), "{winter}");
    }

    #[test]
    fn days_without_a_time_are_whole_days() {
        let file = ics(&event("2026-12-30", Some("2026-12-31"), None), "x", None, 0).unwrap_or_default();
        assert!(file.contains("DTSTART;VALUE=DATE:20261230\r\nDTEND;VALUE=DATE:20270101\r\n"), "{file}");
        assert_eq!(ics(&event("2026-12", None, None), "x", None, 0), None);
    }

    #[test]
    fn long_lines_are_folded_between_letters() {
        let file = ics(&event("2026-12-30", None, None), &"ā".repeat(100), None, 0).unwrap_or_default();
        assert!(file.split("\r\n").all(|line| line.len() <= 75), "{file}");
        assert!(file.replace("\r\n ", "").contains(&"ā".repeat(100)));
    }

    #[test]
    fn over_when_the_last_day_is() {
        let today = Date::parse("2026-11-22").unwrap_or_else(|| panic!());
        for (date, end, expected) in [
            ("2026-11-22", None, When::Upcoming),
            ("2026-11-21", None, When::Past),
            ("2026-11-01", Some("2026-11-22"), When::Upcoming),
            ("2026-11", None, When::Upcoming),
            ("2026-10", None, When::Past),
            ("2026", None, When::Upcoming),
            ("2025", None, When::Past),
        ] {
            assert_eq!(when(&event(date, end, None), today), expected, "{date}");
        }
        assert_eq!(when(&Event { date: None, ..event("2026", None, None) }, today), When::NotStated);
    }
}
