//! What is valid in texts that stand for something else.

/// An e-mail address: one `@`, a dotted domain, and nothing that would change the meaning of a `mailto:` link.
pub(super) fn is_email(text: &str) -> bool {
    let letter = |c: char| !c.is_ascii() || c.is_ascii_alphanumeric();
    let Some((name, domain)) = text.split_once('@') else { return false };
    let labels = domain.split('.').all(|label| {
        !label.is_empty()
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.chars().all(|c| letter(c) || c == '-')
    });
    let name_is_plain = name.chars().all(|c| letter(c) || matches!(c, '.' | '_' | '-' | '+' | '\''));
    !name.is_empty() && name_is_plain && domain.contains('.') && labels
}

/// An id: used in links, where commas, colons and spaces have a meaning.
pub(super) fn is_id(text: &str) -> bool {
    (1..=100).contains(&text.len())
        && text.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'.'))
}

/// A file beside the catalogue: no scheme, no other host, nothing above the catalogue's own folder.
pub(crate) fn is_path(text: &str) -> bool {
    text.split('/').all(|part| is_id(part) && part != "..") && text.starts_with(|c: char| c.is_ascii_alphanumeric())
}

/// A language tag.
pub(super) fn is_tag(text: &str) -> bool {
    let primary = text.split('-').next().unwrap_or_default();
    (2..=8).contains(&primary.len())
        && primary.bytes().all(|b| b.is_ascii_alphabetic())
        && text.split('-').all(|part| (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric()))
}

/// Minutes of the day at `HH:MM`, up to `24:00`.
pub(super) fn minutes(text: &str) -> Option<i64> {
    let (hours, minutes) = text.split_once(':')?;
    let two = |part: &str| match part.as_bytes() {
        [tens @ b'0'..=b'9', ones @ b'0'..=b'9'] => Some(i64::from(tens - b'0') * 10 + i64::from(ones - b'0')),
        _ => None,
    };
    let (hours, minutes) = (two(hours)?, two(minutes)?);
    let total = hours * 60 + minutes;
    (minutes < 60 && total <= 24 * 60).then_some(total)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mail_addresses_cannot_smuggle_anything_into_a_link() {
        assert!(is_email("soc@soc.jelgava.lv"));
        for bad in ["a@b", "@b.lv", "a@b.lv?bcc=x", "a b@c.lv", "a@b..lv", "a@-b.lv", "a@@b.lv", "a@b.lv,c@d.lv", ""] {
            assert!(!is_email(bad), "{bad}");
        }
    }

    #[test]
    fn files_stay_beside_the_catalogue() {
        assert!(is_path("latvia.map-0a1b.json"));
        assert!(is_path("posters/day.jpg"));
        for bad in ["../x", "a/../../x", "/x", "//x.lv/y", "https://x.lv", "a//b", "", ".", "a\\b", "a b"] {
            assert!(!is_path(bad), "{bad}");
        }
    }

    #[test]
    fn times_end_at_midnight() {
        assert_eq!(minutes("24:00"), Some(1440));
        assert_eq!(minutes("08:30"), Some(510));
        for bad in ["24:01", "8:30", "08:60", "99:99", "", ":", "+8:30"] {
            assert_eq!(minutes(bad), None, "{bad}");
        }
    }
}
