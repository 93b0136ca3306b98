//! Small checked values: dates, phones, links.

use core::fmt;

/// A calendar day. Always one that exists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

impl Date {
    /// `None` if there is no such day in the Gregorian calendar or the year is not 1000–9999.
    #[must_use]
    pub const fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
        let days = match month {
            1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
            4 | 6 | 9 | 11 => 30,
            2 if leap => 29,
            2 => 28,
            _ => return None,
        };
        if year < 1000 || year > 9999 || day == 0 || day > days {
            return None;
        }
        Some(Self { year, month, day })
    }

    /// Reads `YYYY-MM-DD`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        match PartialDate::parse(text)? {
            PartialDate { year, month: Some(month), day: Some(day) } => Self::new(year, month, day),
            _ => None,
        }
    }

    /// Year, 1000–9999.
    #[must_use]
    pub const fn year(self) -> u16 {
        self.year
    }

    /// Month, 1–12.
    #[must_use]
    pub const fn month(self) -> u8 {
        self.month
    }

    /// Day of the month, from 1.
    #[must_use]
    pub const fn day(self) -> u8 {
        self.day
    }

    /// The day that many days after 1970-01-01; `None` outside of the years 1000–9999.
    #[must_use]
    pub fn from_days_since_epoch(days: i64) -> Option<Self> {
        // The reverse of `days_since_epoch`: years begin in March, in eras of 400 years.
        let days = days + 719_468;
        let era = days.div_euclid(146_097);
        let day_of_era = days.rem_euclid(146_097);
        let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let month = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * month + 2) / 5 + 1;
        let month = if month < 10 { month + 3 } else { month - 9 };
        let year = year_of_era + era * 400 + i64::from(month <= 2);
        Self::new(year.try_into().ok()?, month.try_into().ok()?, day.try_into().ok()?)
    }

    /// Days since 1970-01-01; negative before.
    #[must_use]
    pub fn days_since_epoch(self) -> i64 {
        // Civil-from-days in reverse: count days of 400-year eras with the year starting in March.
        let year = i64::from(self.year) - i64::from(self.month <= 2);
        let era = year.div_euclid(400);
        let year_of_era = year.rem_euclid(400);
        let month = (i64::from(self.month) + 9) % 12;
        let day_of_year = (153 * month + 2) / 5 + i64::from(self.day) - 1;
        let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
        era * 146_097 + day_of_era - 719_468
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

/// A date as exact as the source gives it: a year, a month or a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PartialDate {
    /// Year, 1000–9999.
    pub year: u16,
    /// Month, 1–12, where known.
    pub month: Option<u8>,
    /// Day, where known; then the whole is a day that exists.
    pub day: Option<u8>,
}

impl PartialDate {
    /// Reads `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let year = digits(parts.next()?, 4)?;
        let month = parts.next().map(|p| digits(p, 2).ok_or(())).transpose().ok()?;
        let day = parts.next().map(|p| digits(p, 2).ok_or(())).transpose().ok()?;
        if parts.next().is_some() {
            return None;
        }
        let month = month.map(u8::try_from).transpose().ok()?;
        let day = day.map(u8::try_from).transpose().ok()?;
        // The rest of the date must exist: stand in the first of the month or year where it is not given.
        Date::new(year, month.unwrap_or(1), day.unwrap_or(1))?;
        Some(Self { year, month, day })
    }
}

impl From<Date> for PartialDate {
    fn from(date: Date) -> Self {
        Self { year: date.year, month: Some(date.month), day: Some(date.day) }
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        if let Some(month) = self.month {
            write!(f, "-{month:02}")?;
            if let Some(day) = self.day {
                write!(f, "-{day:02}")?;
            }
        }
        Ok(())
    }
}

/// Reads exactly `len` ASCII digits.
fn digits(text: &str, len: usize) -> Option<u16> {
    (text.len() == len && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse().ok())?
}

/// A phone number that can be dialled: digits, with `+` in front where international.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phone {
    shown: Box<str>,
}

impl Phone {
    /// Reads a number written with spaces, hyphens or brackets: 3 to 15 digits (E.164's longest), an optional `+` in front.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let shown = text.trim();
        let body = shown.strip_prefix('+').unwrap_or(shown);
        let count = body.bytes().filter(u8::is_ascii_digit).count();
        let clean = body.chars().all(|c| c.is_ascii_digit() || matches!(c, ' ' | '-' | '(' | ')' | '\u{a0}'));
        (clean && (3..=15).contains(&count)).then(|| Self { shown: shown.into() })
    }

    /// As written, for reading.
    #[must_use]
    pub fn shown(&self) -> &str {
        &self.shown
    }

    /// A `tel:` link. Short numbers such as 116006 are dialled as they are.
    #[must_use]
    pub fn href(&self) -> String {
        let mut href = String::from("tel:");
        href.extend(self.shown.chars().filter(|c| c.is_ascii_digit() || *c == '+'));
        href
    }
}

/// A link with an allowed scheme: `https:` or `http:`. Checked once, here; views may put it into `href`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Url(Box<str>);

impl Url {
    /// Accepts `https://host…` and `http://host…` without spaces or control characters; everything else is `None`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let lower_scheme = |scheme: &str| {
            text.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme))
                && text.get(scheme.len()..).is_some_and(|rest| {
                    rest.chars().next().is_some_and(|c| c.is_ascii_alphanumeric() || !c.is_ascii() || c == '[')
                        && !rest.chars().any(|c| c.is_whitespace() || c.is_control())
                })
        };
        (lower_scheme("https://") || lower_scheme("http://")).then(|| Self(text.into()))
    }

    /// The whole address.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The host without `www.`, for reading.
    #[must_use]
    pub fn host(&self) -> &str {
        let rest = self.0.split_once("://").map_or("", |(_, rest)| rest);
        let host = rest.split(['/', '?', '#']).next().unwrap_or(rest);
        host.strip_prefix("www.").unwrap_or(host)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_that_do_not_exist_are_refused() {
        assert_eq!(Date::parse("2023-02-29"), None);
        assert_eq!(Date::parse("2024-02-29").map(|d| d.to_string()).as_deref(), Some("2024-02-29"));
        assert_eq!(PartialDate::parse("2021-13"), None);
        assert_eq!(PartialDate::parse("2021-7"), None);
        assert_eq!(PartialDate::parse("2021-07").map(|d| d.to_string()).as_deref(), Some("2021-07"));
    }

    #[test]
    fn days_are_counted_from_the_epoch() {
        assert_eq!(Date::parse("1970-01-01").map(Date::days_since_epoch), Some(0));
        assert_eq!(Date::parse("2000-03-01").map(Date::days_since_epoch), Some(11_017));
        assert_eq!(Date::parse("1969-12-31").map(Date::days_since_epoch), Some(-1));
        for days in (-350_000..2_900_000).step_by(29) {
            assert_eq!(Date::from_days_since_epoch(days).map(Date::days_since_epoch), Some(days));
        }
        assert_eq!(Date::from_days_since_epoch(i64::from(i32::MAX)), None);
    }

    #[test]
    fn phones_are_dialled_as_they_are() {
        assert_eq!(Phone::parse("+371 63007524").map(|p| p.href()).as_deref(), Some("tel:+37163007524"));
        assert_eq!(Phone::parse("116006").map(|p| p.href()).as_deref(), Some("tel:116006"));
        assert_eq!(Phone::parse("javascript:alert(1)"), None);
        assert_eq!(Phone::parse("12"), None);
    }

    #[test]
    fn only_web_links_are_links() {
        assert!(Url::parse("https://www.jelgava.lv/jslp/").is_some_and(|u| u.host() == "jelgava.lv"));
        for bad in ["javascript:alert(1)", "data:text/html,x", "//x.lv", "https://", "https:// x", "ftp://x", " "] {
            assert_eq!(Url::parse(bad), None, "{bad}");
        }
    }
}
