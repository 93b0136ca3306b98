//! What only sounds like a need.

use core::ops::Range;

use crate::{
    catalogue::Urgent,
    text::{fold, is_stop_word, words},
};

/// Most words between two of a phrase: *nozaudēju [bērna invaliditātes] apliecību*.
const MOST_BETWEEN: usize = 2;

/// The text without the words of harmless phrases; `None` where it has none of them.
///
/// Whoever needs help must never lose it to a likeness. So a phrase must be said as it is written (but for case and
/// diacritics), in its order, within a clause, with no more than a few words between that say something: *negribu dzīvot
/// pansionātā*, not *pansionātā negribu dzīvot*, *bērns pazudis, arī karte*, *nav jēgas dzīvot pansionātā*. What is said beside it
/// still counts.
pub(super) fn without(urgent: &[Urgent], text: &str) -> Option<String> {
    let said: Vec<Said> = said(text);
    let mut cut: Vec<usize> = Vec::new();
    for (_, phrase) in urgent.iter().filter(|urgent| urgent.harmless).flat_map(|urgent| &urgent.words) {
        let phrase: Vec<String> = words(phrase).map(|range| fold(phrase.get(range).unwrap_or_default())).collect();
        cut.extend((0..said.len()).filter_map(|from| said_from(&said, from, &phrase)).flatten());
    }
    if cut.is_empty() {
        return None;
    }
    let rest = said.iter().enumerate().filter(|(at, _)| !cut.contains(at));
    let rest: Vec<&str> = rest.filter_map(|(_, word)| text.get(word.range.clone())).collect();
    Some(rest.join(" "))
}

/// A word of the query.
struct Said {
    range: Range<usize>,
    folded: String,
    /// A clause ends before it.
    begins_clause: bool,
}

fn said(text: &str) -> Vec<Said> {
    let mut before = 0;
    let mut said = Vec::new();
    for range in words(text) {
        let between = text.get(before..range.start).unwrap_or_default();
        before = range.end;
        let folded = fold(text.get(range.clone()).unwrap_or_default());
        said.push(Said { range, folded, begins_clause: between.contains([',', '.', ';', ':', '!', '?', '\n']) });
    }
    said
}

/// The positions of a phrase's words, if it is said from there on.
fn said_from(said: &[Said], from: usize, phrase: &[String]) -> Option<Vec<usize>> {
    let (first, rest) = phrase.split_first()?;
    let mut at = from;
    let mut positions = vec![from];
    if said.get(from)?.folded != *first {
        return None;
    }
    for wanted in rest {
        let mut between = 0;
        loop {
            at += 1;
            let word = said.get(at)?;
            if word.begins_clause {
                return None;
            }
            if word.folded == *wanted {
                break;
            }
            between += 1;
            if between > MOST_BETWEEN || is_stop_word(&word.folded) {
                return None;
            }
        }
        positions.push(at);
    }
    Some(positions)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::LangIx;

    fn rest(text: &str) -> Option<String> {
        let words = ["negribu dzīvot pansionātā", "nozaudēju apliecību", "live in a care home"];
        let words = words.into_iter().map(|phrase| (LangIx::new(0), phrase.into())).collect();
        let harmless = Urgent { words, services: Vec::new(), emergency: None, harmless: true };
        without(&[harmless], text)
    }

    #[test]
    fn a_phrase_is_cut_out() {
        assert_eq!(rest("Negribu dzivot pansionātā").as_deref(), Some(""));
        assert_eq!(
            rest("nozaudēju bērna invaliditātes apliecību, ko darīt").as_deref(),
            Some("bērna invaliditātes ko darīt")
        );
        assert_eq!(rest("negribu dzīvot pansionātā, negribu dzīvot").as_deref(), Some("negribu dzīvot"));
        assert_eq!(rest("live in a good care home").as_deref(), Some("good"));
    }

    #[test]
    fn nothing_else_is() {
        for text in [
            "",
            "negribu dzīvot",
            "pansionātā negribu dzīvot",
            "negribu dzīvot, esmu pansionātā",
            "negribu dzīvot un esmu pansionātā",
            "negribam dzīvot pansionātā",
            "nozaudēju bērnu, viņam nav apliecību",
            "nozaudēju meitas vecās jaunās apliecību",
            "live in care home",
        ] {
            assert_eq!(rest(text), None, "{text}");
        }
    }
}
