//! Where words begin and end.

use core::ops::Range;

/// Longest word in bytes; the rest of a longer one is not looked at. Latvian's longest are below 50.
const LONGEST: usize = 120;

/// The words of a text: byte ranges on character boundaries, in order. Words are runs of letters and digits;
/// hyphens and apostrophes part words, and an English possessive *'s* is none. A mark that combines with nothing begins none.
#[inline]
pub fn words(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut chars = text.char_indices().peekable();
    let mut last_end = 0;
    let mut apostrophe = false;
    core::iter::from_fn(move || {
        loop {
            let (start, first) = chars.next()?;
            if !is_word_char(first) || is_mark(first) {
                apostrophe = matches!(first, '\'' | '’') && start == last_end && start > 0;
                continue;
            }
            let mut end = start + first.len_utf8();
            while let Some((at, c)) = chars.next_if(|(_, c)| is_word_char(*c)) {
                if at - start < LONGEST {
                    end = at + c.len_utf8();
                }
            }
            last_end = end;
            if core::mem::take(&mut apostrophe) && matches!(text.get(start..end), Some("s" | "S")) {
                continue;
            }
            return Some(start..end);
        }
    })
}

/// A mark that combines with the letter before it.
#[inline]
pub(crate) fn is_mark(c: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&c)
}

/// Letters, digits and combining marks, by Unicode block: exact enough, without the tables of `char::is_alphanumeric`.
#[inline]
pub(crate) fn is_word_char(c: char) -> bool {
    match c {
        _ if c.is_ascii() => c.is_ascii_alphanumeric(),
        '×' | '÷' => false,
        // Latin-1 letters to the scripts of the world; general punctuation and symbols stand between.
        '\u{c0}'..='\u{1fff}' | '\u{2c00}'..='\u{2dff}' | '\u{3040}'..='\u{fe1f}' => true,
        _ => c >= '\u{10000}' && !('\u{1f000}'..='\u{1faff}').contains(&c),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(text: &str) -> Vec<&str> {
        words(text).filter_map(|range| text.get(range)).collect()
    }

    #[test]
    fn words_are_parted_by_anything_else() {
        assert_eq!(split("„Grupu māja” – Dobele, LV-3701"), ["Grupu", "māja", "Dobele", "LV", "3701"]);
        assert_eq!(split("children's “day-care”"), ["children", "day", "care"]);
        assert_eq!(split("47A. 8.00–12.00"), ["47A", "8", "00", "12", "00"]);
        assert_eq!(split("'s 🙂 … ’s “’s”"), ["s", "s", "s"]);
        // A word of marks alone would be the beginning of every other.
        assert_eq!(split("\u{304} \u{304}e\u{304}rgli"), ["e\u{304}rgli"]);
    }

    #[test]
    fn an_endless_word_is_cut() {
        let long = "ā".repeat(500);
        assert_eq!(split(&long).iter().map(|word| word.len()).collect::<Vec<_>>(), [LONGEST]);
    }
}
