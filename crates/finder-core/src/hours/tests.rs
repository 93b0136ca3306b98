use super::*;
use crate::catalogue::{Exception, Opening};

fn day(text: &str) -> Date {
    Date::parse(text).unwrap_or_else(|| panic!("{text}"))
}

/// A moment from `YYYY-MM-DDTHH:MM` in UTC.
fn utc(text: &str) -> i64 {
    let (date, time) = text.split_once('T').unwrap_or((text, "00:00"));
    let (hour, minute) = time.split_once(':').unwrap_or(("0", "0"));
    let number = |text: &str| text.parse::<i64>().unwrap_or_default();
    day(date).days_since_epoch() * 86_400 + number(hour) * 3600 + number(minute) * 60
}

fn riga(text: &str) -> Moment {
    Moment::in_latvia(utc(text)).unwrap_or_else(|| panic!("{text}"))
}

fn at(text: &str) -> Moment {
    let (date, time) = text.split_once(' ').unwrap_or((text, "00:00"));
    Moment { date: day(date), minute: minute(time) }
}

fn minute(time: &str) -> u16 {
    let (hour, minute) = time.split_once(':').unwrap_or(("0", "0"));
    hour.parse::<u16>().unwrap_or_default() * 60 + minute.parse::<u16>().unwrap_or_default()
}

const WORKDAYS: [Weekday; 5] =
    [Weekday::Monday, Weekday::Tuesday, Weekday::Wednesday, Weekday::Thursday, Weekday::Friday];

fn opening(days: &[Weekday], from: &str, to: &str) -> Opening {
    Opening { days: days.to_vec(), from: minute(from), to: minute(to) }
}

fn place(weekly: Vec<Opening>, exceptions: &[(&str, Option<(&str, &str)>)]) -> Details {
    let exceptions = exceptions
        .iter()
        .map(|(date, open)| Exception { date: day(date), open: open.map(|(from, to)| (minute(from), minute(to))) });
    Details { weekly, exceptions: exceptions.collect(), ..Details::default() }
}

fn office() -> Details {
    place(vec![opening(&WORKDAYS, "09:00", "17:00")], &[])
}

fn turn(text: &str) -> Option<Turn> {
    let at = at(text);
    Some(Turn { date: at.date, minute: at.minute })
}

#[test]
fn clocks_change_on_the_last_sundays_of_march_and_october() {
    assert_eq!(riga("2026-03-29T00:59"), at("2026-03-29 02:59"));
    assert_eq!(riga("2026-03-29T01:00"), at("2026-03-29 04:00"));
    assert_eq!(riga("2026-10-25T00:59"), at("2026-10-25 03:59"));
    assert_eq!(riga("2026-10-25T01:00"), at("2026-10-25 03:00"));
    // The last Sunday is the 31st itself.
    assert_eq!(riga("2030-03-31T01:00"), at("2030-03-31 04:00"));
    assert_eq!(riga("2027-10-31T01:00"), at("2027-10-31 03:00"));
    // A new year in Riga is still the old one in Greenwich.
    assert_eq!(riga("2026-12-31T22:00"), at("2027-01-01 00:00"));
}

#[test]
fn moments_and_seconds_are_each_others_reverse() {
    for moment in ["2026-01-15T12:00", "2026-07-15T12:00", "2026-03-29T01:00", "2026-10-25T00:30", "2026-10-25T02:00"] {
        assert_eq!(seconds(riga(moment)), utc(moment), "{moment}");
    }
}

#[test]
fn the_same_hour_is_open_on_both_sides_of_a_change_of_clocks() {
    // Nine in the morning is 07:00 UTC in winter and 06:00 UTC in summer.
    for (open_at, closed_at) in [
        ("2026-03-27T07:00", "2026-03-27T06:59"),
        ("2026-03-30T06:00", "2026-03-30T05:59"),
        ("2026-10-23T06:00", "2026-10-23T05:59"),
        ("2026-10-26T07:00", "2026-10-26T06:59"),
    ] {
        assert!(matches!(open(&office(), riga(open_at)), Open::Now { .. }), "{open_at}");
        assert!(matches!(open(&office(), riga(closed_at)), Open::Closed { .. }), "{closed_at}");
    }
}

#[test]
fn a_night_shift_goes_over_the_change_of_clocks() {
    let night = place(vec![opening(&[Weekday::Saturday], "22:00", "06:00")], &[]);
    // The night to 29 March has no 03:30; that to 25 October has it twice.
    for moment in ["2026-03-29T00:30", "2026-03-29T01:30", "2026-10-25T00:30", "2026-10-25T01:30", "2026-10-25T03:59"] {
        assert!(matches!(open(&night, riga(moment)), Open::Now { .. }), "{moment}");
    }
    assert!(matches!(open(&night, riga("2026-10-25T04:00")), Open::Closed { .. }));
}

#[test]
fn a_sunday_is_closed_until_monday() {
    let sunday = at("2026-11-22 11:00");
    assert_eq!(weekday(sunday.date), Weekday::Sunday);
    assert_eq!(open(&office(), sunday), Open::Closed { opens: turn("2026-11-23 09:00"), holiday: false });
    assert_eq!(open(&office(), at("2026-11-23 16:59")), Open::Now { until: turn("2026-11-23 17:00") });
    assert_eq!(
        open(&office(), at("2026-11-23 17:00")),
        Open::Closed { opens: turn("2026-11-24 09:00"), holiday: false }
    );
}

#[test]
fn hours_not_stated_are_not_guessed() {
    assert_eq!(open(&Details::default(), at("2026-11-23 12:00")), Open::NotStated);
}

#[test]
fn a_break_at_noon_is_two_stretches() {
    let split = place(vec![opening(&WORKDAYS, "13:00", "17:00"), opening(&WORKDAYS, "08:00", "12:00")], &[]);
    assert_eq!(usual(&split, Weekday::Monday), [(480, 720), (780, 1020)]);
    assert_eq!(open(&split, at("2026-11-23 12:30")), Open::Closed { opens: turn("2026-11-23 13:00"), holiday: false });
    assert_eq!(open(&split, at("2026-11-23 11:59")), Open::Now { until: turn("2026-11-23 12:00") });
}

#[test]
fn exceptions_come_before_everything() {
    let place = place(
        vec![opening(&WORKDAYS, "09:00", "17:00")],
        &[("2026-11-24", None), ("2026-11-25", Some(("10:00", "12:00"))), ("2026-12-24", Some(("09:00", "13:00")))],
    );
    assert_eq!(open(&place, at("2026-11-24 10:00")), Open::Closed { opens: turn("2026-11-25 10:00"), holiday: false });
    assert_eq!(open(&place, at("2026-11-25 11:00")), Open::Now { until: turn("2026-11-25 12:00") });
    // Open for half of Christmas Eve although it is a holiday.
    assert_eq!(open(&place, at("2026-12-24 10:00")), Open::Now { until: turn("2026-12-24 13:00") });
    assert_eq!(hours(&place, day("2026-12-25")), []);
}

#[test]
fn holidays_are_closed_and_said_to_be() {
    // 18 November 2026 is a Wednesday.
    assert_eq!(
        open(&office(), at("2026-11-18 10:00")),
        Open::Closed { opens: turn("2026-11-19 09:00"), holiday: true }
    );
}

#[test]
fn a_helpline_is_open_day_and_night_on_holidays_too() {
    for (from, to) in [("00:00", "24:00"), ("00:00", "00:00")] {
        let helpline = place(vec![opening(&WEEK, from, to)], &[]);
        assert!(is_round_the_clock(&helpline));
        assert_eq!(open(&helpline, at("2026-12-25 03:00")), Open::Now { until: None });
    }
    assert!(!is_round_the_clock(&office()));
}

#[test]
fn holidays_of_two_years() {
    let of_year = |year: u16| -> Vec<String> {
        let first = Date::new(year, 1, 1).map_or(0, Date::days_since_epoch);
        let days = (first..first + 366).filter_map(Date::from_days_since_epoch);
        days.filter(|day| day.year() == year && is_public_holiday(*day)).map(|day| day.to_string()).collect()
    };
    // Easter on 5 April 2026, Mothers' Day on 10 May, Whit Sunday on 24 May. 4 May and 18 November are on working days.
    assert_eq!(
        of_year(2026),
        [
            "2026-01-01",
            "2026-04-03",
            "2026-04-05",
            "2026-04-06",
            "2026-05-01",
            "2026-05-04",
            "2026-05-10",
            "2026-05-24",
            "2026-06-23",
            "2026-06-24",
            "2026-11-18",
            "2026-12-24",
            "2026-12-25",
            "2026-12-26",
            "2026-12-31"
        ]
    );
    // 4 May 2024 was a Saturday, so Monday 6 May was free. 18 November 2023 was one too: Monday the 20th.
    assert!(of_year(2024).contains(&"2024-05-06".to_owned()));
    assert!(of_year(2023).contains(&"2023-11-20".to_owned()));
    // 18 November 2029 is a Sunday: Monday the 19th. 4 May 2027 is a Tuesday: nothing moves.
    assert!(of_year(2029).contains(&"2029-11-19".to_owned()));
    assert!(!of_year(2027).iter().any(|day| matches!(day.as_str(), "2027-05-03" | "2027-05-05" | "2027-05-06")));
}

#[test]
fn easter_of_known_years() {
    for known in
        ["1961-04-02", "2000-04-23", "2008-03-23", "2011-04-24", "2024-03-31", "2025-04-20", "2026-04-05", "2038-04-25"]
    {
        let known = day(known);
        assert_eq!(easter(known.year()), Some(known));
    }
}
