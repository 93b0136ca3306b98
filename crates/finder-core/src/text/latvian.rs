//! A light Latvian stemmer.
//!
//! After the published light stemmer of K. Krēsliņš's algorithm (the one Lucene follows): the endings of noun and adjective
//! declensions go, palatalised stems go back to their plain consonant. Unlike it, this one works on folded text, so that
//! words typed without diacritics meet the same words written properly: where folding makes an ending ambiguous, a word has
//! a second stem. Verbs lose the endings of the infinitive, of verbal nouns (*-šana*) and of the commonest persons.
//! Derivation stays: *darbs* and *darbnīca* are two words.

use super::{Stems, letters};

/// Endings of declensions, folded, longest first; with `true` those before which consonants are palatalised.
const ENDINGS: [(&str, bool); 20] = [
    ("iem", true),
    ("ais", false),
    ("ai", false),
    ("ei", false),
    ("am", true),
    ("em", false),
    ("im", false),
    ("um", false),
    ("us", true),
    ("as", true),
    ("es", false),
    ("os", true),
    ("is", false),
    ("ie", false),
    ("u", true),
    ("a", true),
    ("i", true),
    ("e", false),
    ("o", false),
    ("s", false),
];

/// Endings of definite adjectives, folded. With a short `a`: *garīgajā*, unlike *skolotājā*.
const DEFINITE: [&str; 7] = ["ajiem", "ajai", "ajam", "ajas", "ajos", "ajo", "aja"];

/// Endings of verbal nouns, folded: *mazgāšana*, *mazgāšanās*.
const VERBAL_NOUN: [&str; 7] = ["sanas", "sanai", "sanam", "sanos", "sana", "sanu", "sans"];

/// Shortest stem: shorter ones would bring unrelated words together.
const SHORTEST: usize = 3;

/// Shortest stem that a verb's personal ending (*-āju*) leaves: with four letters *Liepāja* would meet *liepa*.
const SHORTEST_VERB: usize = 5;

/// Stems a word. `lower` is the word in lower case, `folded` the same without diacritics. `trusted`: the word is
/// written with its diacritics; else those that a hurried visitor leaves out are thought of.
#[inline]
pub(super) fn stem(lower: &str, folded: &str, trusted: bool) -> Stems {
    if folded.len() < SHORTEST || !folded.is_ascii() || letters(lower) != folded.len() {
        return Stems::same(folded);
    }
    let word = Word { lower, folded, trusted: trusted || lower.len() != folded.len() };
    word.verbal_noun()
        .or_else(|| word.infinitive())
        .or_else(|| word.definite())
        .or_else(|| word.declined())
        .unwrap_or_else(|| Stems::same(folded))
}

struct Word<'a> {
    lower: &'a str,
    folded: &'a str,
    trusted: bool,
}

impl<'a> Word<'a> {
    /// What is left without `ending`, if that is a stem.
    #[inline]
    fn without(&self, ending: &str) -> Option<&'a str> {
        let stem = self.folded.strip_suffix(ending)?;
        // *kopš* does not end in *s*.
        if ending == "s" && !self.may_be(stem.len(), 's') {
            return None;
        }
        let enough = match stem.as_bytes() {
            // *upe*, *ome*.
            [first, second] => is_vowel(*first) && !is_vowel(*second),
            stem => stem.len() >= SHORTEST && stem.iter().copied().any(is_vowel),
        };
        enough.then_some(stem)
    }

    /// The letter at this place of the folded word, as it is written.
    #[inline]
    fn written(&self, at: usize) -> Option<char> {
        self.lower.chars().nth(at)
    }

    /// May the letter at this place be `wanted`? If diacritics cannot be trusted, its plain letter will do.
    #[inline]
    fn may_be(&self, at: usize, wanted: char) -> bool {
        !self.trusted || self.written(at) == Some(wanted)
    }

    #[inline]
    fn verbal_noun(&self) -> Option<Stems> {
        let stem = VERBAL_NOUN.iter().find_map(|ending| self.without(ending))?;
        self.may_be(stem.len(), 'š').then(|| Stems::same(without_theme(stem)))
    }

    #[inline]
    fn infinitive(&self) -> Option<Stems> {
        let stem = self.without("ties").or_else(|| self.without("t"))?;
        let mut stems = Stems::same(without_theme(stem));
        // The consonant before the ending is assimilated: *atpūsties*, *atpūta*.
        if let Some(body) = stem.strip_suffix('s') {
            stems.other = Some(format!("{body}t"));
        }
        Some(stems)
    }

    #[inline]
    fn definite(&self) -> Option<Stems> {
        let stem = DEFINITE.iter().find_map(|ending| self.without(ending))?;
        let long = self.written(stem.len()) != Some('a');
        if self.trusted {
            return (!long).then(|| Stems::same(stem));
        }
        // Without diacritics *skolotaja* and *lielaja* look alike.
        let mut stems = self.declined()?;
        stems.other = Some(stem.to_owned());
        Some(stems)
    }

    #[inline]
    fn declined(&self) -> Option<Stems> {
        let (stem, palatalises) =
            ENDINGS.iter().find_map(|(ending, palatalises)| Some((self.without(ending)?, *palatalises)))?;
        let (body, last) = stem.split_at_checked(stem.len() - 1)?;
        if !palatalises {
            return Some(Stems::same(stem));
        }
        if last == "j" {
            // *upe*, *upju*.
            if body.ends_with(['p', 'b', 'm', 'v']) {
                return Some(Stems::same(body));
            }
            // *strādāju*, *strādāja* of *strādāt*; not *aprūpētāja*, and not *terapija* with its short i.
            let theme = body.len() - 1;
            let person = body.get(..theme).unwrap_or_default();
            let long = ['ā', 'ē', 'ī', 'o'].into_iter().any(|vowel| self.may_be(theme, vowel));
            let agent = body.ends_with("ta");
            if person.len() >= SHORTEST_VERB && body.ends_with(['a', 'e', 'i', 'o']) && long && !agent {
                return Some(Stems { first: stem.to_owned(), other: Some(person.to_owned()) });
            }
        }
        // *brīdis*, *brīža*; *jaunietis*, *jaunieša*.
        let plain = match last {
            "s" if self.may_be(body.len(), 'š') => Some('t'),
            "z" if self.may_be(body.len(), 'ž') => Some('d'),
            _ => None,
        };
        Some(Stems { first: stem.to_owned(), other: plain.map(|plain| format!("{body}{plain}")) })
    }
}

/// A verb's stem without the vowel that ends it: *mazgā-t*, *dzīvo-t*.
#[inline]
fn without_theme(stem: &str) -> &str {
    let body = stem.trim_end_matches(['a', 'e', 'i', 'o']);
    if body.len() >= SHORTEST { body } else { stem }
}

#[inline]
const fn is_vowel(byte: u8) -> bool {
    matches!(byte, b'a' | b'e' | b'i' | b'o' | b'u' | b'y')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::fold;

    fn stems(word: &str, trusted: bool) -> Stems {
        stem(word, &fold(word), trusted)
    }

    /// As the index and a query meet: any stem of one is any stem of the other.
    fn meet(indexed: &str, asked: &str) -> bool {
        let (a, b) = (stems(indexed, true), stems(asked, false));
        a.iter().any(|a| b.iter().any(|b| a == b))
    }

    #[test]
    fn forms_of_one_word_meet() {
        for forms in [
            "centrs centra centram centru centrā centri centriem centros",
            "diena dienas dienai dienu dienā dienām dienās",
            "māja mājas mājai māju mājā mājām mājās",
            "dzīvoklis dzīvokļa dzīvoklim dzīvokli dzīvoklī dzīvokļi dzīvokļu dzīvokļiem dzīvokļos",
            "brīdis brīža brīdim brīdi brīdī brīži brīžu brīžiem",
            "jaunietis jaunieša jaunietim jaunieti jaunieši jauniešu jauniešiem",
            "ģimene ģimenes ģimenei ģimeni ģimenē ģimeņu ģimenēm",
            "iestāde iestādes iestādei iestādi iestāžu iestādēm",
            "invaliditāte invaliditātes invaliditātei invaliditāti invaliditāšu",
            "pakalpojums pakalpojuma pakalpojumam pakalpojumu pakalpojumi pakalpojumiem pakalpojumos",
            "traucējumi traucējumu traucējumiem traucējumus traucējumos",
            "garīgs garīga garīgam garīgo garīgais garīgajam garīgajiem garīgajā garīgajām",
            "upe upes upi upju upēm",
            "suns suņa sunim suņu suņiem suņus",
            "aprūpētājs aprūpētāja aprūpētājam aprūpētāji aprūpētājiem aprūpētājas",
            "cietušais cietušajam cietušie cietušo cietušajiem cietusi",
            "mazgāt mazgā mazgāšana mazgāšanu mazgāties",
            "pieskatīt pieskata pieskatīšana pieskatīšanu",
            "strādāt strādā strādāju strādāja strādāšana",
            "liepāja liepājas liepājā liepājai",
            "cēsis cēsīs cēsu",
            "saldus saldū",
            "rīga rīgas rīgā rīgai",
        ] {
            let forms: Vec<&str> = forms.split(' ').collect();
            for a in &forms {
                for b in &forms {
                    assert!(meet(a, b), "{a} {b}: {:?} {:?}", stems(a, true), stems(b, false));
                    assert!(meet(a, &fold(b)), "{a} {}: {:?} {:?}", fold(b), stems(a, true), stems(&fold(b), false));
                }
            }
        }
    }

    #[test]
    fn different_words_stay_apart() {
        for (a, b) in [
            ("darbs", "darbnīca"),
            ("māja", "māte"),
            ("liepāja", "liepa"),
            ("bērns", "bērnudārzs"),
            ("vecs", "vecāki"),
            ("terapija", "terapeits"),
            ("aprūpe", "aprūpētājs"),
            ("kopš", "kopt"),
            ("centrs", "cents"),
            // Letters that stand for names have no endings.
            ("nva", "nvo"),
        ] {
            assert!(!meet(a, b), "{a} {b}: {:?} {:?}", stems(a, true), stems(b, false));
        }
    }
}
