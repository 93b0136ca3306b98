//! Alphabetical order.

use super::{
    fold::{fold_char, lower},
    words::is_word_char,
};

/// Bytes that order texts as a Latvian dictionary does: `ā` after `a`, `č` after every `c`, `ģ` after `g` and so on;
/// letters of other alphabets fall in with the plain letter they come from. Case, spaces, quotation marks and other
/// punctuation at the beginning do not count. Digits come first.
#[must_use]
pub fn alphabet_key(text: &str) -> Vec<u8> {
    let mut key = Vec::with_capacity(text.len() * 2);
    let mut folded = String::new();
    let mut started = false;
    for c in text.chars().map(lower) {
        if !is_word_char(c) {
            // Between words any run of spaces and signs is one, before every letter.
            if started && key.last() != Some(&BETWEEN) {
                key.push(BETWEEN);
            }
            continue;
        }
        started = true;
        folded.clear();
        fold_char(c, &mut folded);
        let own_letter = is_own_letter(c);
        for c in folded.bytes() {
            key.push(c);
            key.push(if own_letter { AFTER } else { PLAIN });
        }
    }
    while key.last() == Some(&BETWEEN) {
        key.pop();
    }
    key
}

/// Between words; below every letter and mark.
const BETWEEN: u8 = 1;
/// Follows a plain letter.
const PLAIN: u8 = 2;
/// Follows a letter with a mark that makes it the next letter of the alphabet.
const AFTER: u8 = 3;

/// Letters that Latvian counts as letters of their own.
fn is_own_letter(c: char) -> bool {
    matches!(c, 'ā' | 'č' | 'ē' | 'ģ' | 'ī' | 'ķ' | 'ļ' | 'ņ' | 'š' | 'ū' | 'ž')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn latvian_order() {
        let sorted = [
            "„1. solis”",
            "Apes",
            "Auce",
            "Ābeļi",
            "Bērni",
            "Cēsis",
            "Čiekuri",
            "Grupu māja",
            "Ģimene",
            "Zāle",
            "Žagata",
        ];
        let mut shuffled = sorted;
        shuffled.reverse();
        shuffled.sort_by_key(|name| alphabet_key(name));
        assert_eq!(shuffled, sorted);
    }

    #[test]
    fn quotation_marks_do_not_count() {
        assert_eq!(alphabet_key("“Saule”"), alphabet_key("saule"));
        assert!(alphabet_key("Grupu māja") < alphabet_key("Grupumāja"));
    }
}
