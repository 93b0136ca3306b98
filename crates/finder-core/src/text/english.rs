//! A light English stemmer: the inflectional steps of Porter's algorithm (1980, steps 1a, 1b, 1c and 5a).
//!
//! Plurals, *-ed* and *-ing* meet their word; derivation stays, as in the Latvian stemmer. A crate with the whole
//! algorithm brings a dozen languages or tables larger than all of this module's callers.

use super::Stems;

/// Stems a folded word.
#[inline]
pub(super) fn stem(folded: &str) -> Stems {
    if folded.len() <= 2 || !folded.bytes().all(|b| b.is_ascii_lowercase()) {
        return Stems::same(folded);
    }
    let mut word = folded.to_owned();
    plural(&mut word);
    past_and_progressive(&mut word);
    if let Some(body) = word.strip_suffix('y').filter(|body| has_vowel(body)) {
        word = format!("{body}i");
    }
    if let Some(body) = word.strip_suffix('e')
        && (measure(body) > 1 || measure(body) == 1 && !ends_short(body))
    {
        word.truncate(word.len() - 1);
    }
    Stems { first: word, other: None }
}

#[inline]
fn plural(word: &mut String) {
    let cut = if word.ends_with("sses") || word.ends_with("ies") {
        2
    } else if word.ends_with('s') && !word.ends_with("ss") && !word.ends_with("us") && word.len() > 3 {
        1
    } else {
        0
    };
    word.truncate(word.len() - cut);
}

#[inline]
fn past_and_progressive(word: &mut String) {
    if word.ends_with("eed") {
        if measure(word.strip_suffix("eed").unwrap_or_default()) > 0 {
            word.pop();
        }
        return;
    }
    let Some(body) = ["ed", "ing"].iter().find_map(|ending| word.strip_suffix(ending)).filter(|body| has_vowel(body))
    else {
        return;
    };
    word.truncate(body.len());
    if word.ends_with("at") || word.ends_with("bl") || word.ends_with("iz") || (measure(word) == 1 && ends_short(word))
    {
        word.push('e');
    } else if ends_doubled(word) && !word.ends_with(['l', 's', 'z']) {
        word.pop();
    }
}

/// Is the letter at `at` a consonant? `y` is one at the beginning and after a vowel.
#[inline]
fn is_consonant(word: &[u8], at: usize) -> bool {
    match word.get(at) {
        Some(b'a' | b'e' | b'i' | b'o' | b'u') | None => false,
        Some(b'y') => at == 0 || !is_consonant(word, at - 1),
        Some(_) => true,
    }
}

#[inline]
fn has_vowel(word: &str) -> bool {
    (0..word.len()).any(|at| !is_consonant(word.as_bytes(), at))
}

/// Porter's measure: how many times a vowel is followed by a consonant.
#[inline]
fn measure(word: &str) -> usize {
    (1..word.len()).filter(|at| is_consonant(word.as_bytes(), *at) && !is_consonant(word.as_bytes(), at - 1)).count()
}

/// Ends consonant, vowel, consonant other than w, x, y: a short syllable that keeps its *e*.
#[inline]
fn ends_short(word: &str) -> bool {
    let (word, len) = (word.as_bytes(), word.len());
    len >= 3
        && is_consonant(word, len - 3)
        && !is_consonant(word, len - 2)
        && is_consonant(word, len - 1)
        && !matches!(word.last(), Some(b'w' | b'x' | b'y'))
}

#[inline]
fn ends_doubled(word: &str) -> bool {
    let mut last = word.bytes().rev();
    let (a, b) = (last.next(), last.next());
    a == b && is_consonant(word.as_bytes(), word.len().saturating_sub(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_one_word_meet() {
        for forms in [
            "workshop workshops",
            "family families",
            "care cares cared caring",
            "live lives lived living",
            "service services",
            "stop stops stopped stopping",
            "therapy therapies",
            "agency agencies",
            "need needs needed needing",
            "disable disables disabled disabling",
            "house houses housed housing",
            "centre centres",
            "show shows showed showing",
            "tax taxes taxed taxing",
            "scrape scrapes scraped scraping",
        ] {
            let mut stems = forms.split(' ').map(|form| stem(form).first);
            let first = stems.next();
            assert!(stems.all(|stem| Some(&stem) == first.as_ref()), "{forms}");
        }
    }

    /// A short syllable keeps its *e*.
    #[test]
    fn different_words_stay_apart() {
        for (a, b) in [("car", "care"), ("plan", "plane"), ("strip", "stripe"), ("scrap", "scraping"), ("sit", "site")]
        {
            assert_ne!(stem(a).first, stem(b).first, "{a} {b}");
        }
    }

    #[test]
    fn words_that_only_look_inflected_stay() {
        for word in ["bus", "red", "bed", "ring", "class", "need", "deaf", "gas"] {
            assert_eq!(stem(word).first, word);
        }
    }
}
