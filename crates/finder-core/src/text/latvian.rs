//! A light Latvian stemmer.
//!
//! After the published light stemmer of K. Krēsliņš's algorithm (the one Lucene follows): the endings of noun and adjective
//! declensions go, palatalised stems go back to their plain consonant. Unlike it, this one works on folded text, so that
//! words typed without diacritics meet the same words written properly: where folding makes an ending ambiguous, a word has
//! a second stem. Adjectives also lose the mark of the comparative. Verbs lose the endings of the infinitive, of verbal
//! nouns (*-šana*), of persons in the present, the past and most of the future, of the conditional, and of participles in
//! *-jis*, *-ušais*, *-jot*, *-ošs*. Derivation stays: *darbs* and
//! *darbnīca* are two words.

use super::{Stems, letters};

/// Endings of declensions, folded, longest first; with `true` those before which consonants are palatalised.
const ENDINGS: [(&str, bool); 21] = [
    ("iem", true),
    ("ais", false),
    ("ai", false),
    ("ei", false),
    ("am", true),
    ("em", false),
    ("im", false),
    ("um", false),
    ("ij", false),
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

/// Shortest stem that a verb's ending leaves (*runāju*).
const SHORTEST_VERB: usize = 3;

/// The same where the vowel before it may as well be short: *linija* (*līnija*) is no form of *lini*.
const SHORTEST_LIKELY_VERB: usize = 4;

/// The same of a participle without such a vowel (*palīdzošs*): *drošs* is none.
const SHORTEST_PARTICIPLE: usize = 4;

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
        .or_else(|| word.reflexive())
        .or_else(|| word.definite())
        .or_else(|| word.declined())
        .unwrap_or_else(|| Stems::same(without_glide(folded).unwrap_or(folded)))
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
        // *ceļš*, *vējš*, *kaimiņš*, *karš*; *kopš* has no ending.
        if ending == "s" && !self.may_be(stem.len(), 's') && !stem.ends_with(['j', 'l', 'n', 'r']) {
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
        let first = without_theme(stem);
        let other = match stem.strip_suffix('s') {
            // The consonant before the ending is assimilated: *atpūsties*, *atpūta*.
            Some(body) => Some(format!("{body}t")),
            // *braukt*, *brauc*; *sniegt*, *sniedz*; *strādājat*, *strādājiet*, *strādājot*, *strādāsiet*.
            None => softened(stem).or_else(|| self.verb(first, "iet")),
        };
        Some(Stems { first: first.to_owned(), other })
    }

    /// Persons of a reflexive verb have the endings of any verb before their own: *rūpējam-ies*, *mācīs-ies*, *rūpēj-ies*.
    #[inline]
    fn reflexive(&self) -> Option<Stems> {
        let (folded, lower) = (self.folded.strip_suffix("ies")?, self.lower.strip_suffix("ies")?);
        match folded.bytes().last()? {
            b'j' => self.verb(folded, "").map(|stem| Stems { first: stem, other: None }),
            b'm' | b's' => Word { lower, folded, trusted: self.trusted }.declined(),
            // *mācies*, *atpūties*: no noun ends so.
            _ => self.without("ies").map(Stems::same),
        }
    }

    /// What is left of a verb's form that has lost its last `ending` already, without the rest of its endings and the long
    /// vowel before them: *strādāj-u*, *strādājuš-iem*, *strādājoš-ais*, *palīdzoš-s*, *strādās-im*, *strādāt-u*. Not of an
    /// agent's name (*aprūpētāja*), nor of *terapija* with its short i.
    fn verb(&self, stem: &str, ending: &str) -> Option<String> {
        let soft = |body: &str| self.may_be(body.len() + "jos".len() - 1, 'š');
        let body = if let Some(body) = stem.strip_suffix('j').or_else(|| stem.strip_suffix("jus")) {
            body
        } else if let Some(body) = stem.strip_suffix("jos").filter(|body| soft(body)) {
            body
        } else if let Some(body) = stem.strip_suffix("os").filter(|body| self.may_be(body.len() + 1, 'š')) {
            return (letters(body) >= SHORTEST_PARTICIPLE).then(|| body.to_owned());
        } else if let Some(body) =
            stem.strip_suffix("us").filter(|body| ending == "i" || self.may_be(body.len() + 1, 'š'))
        {
            // *cietuš-ais*, *cietus-i*.
            return (letters(body) >= SHORTEST_PARTICIPLE).then(|| body.to_owned());
        } else if matches!(ending, "iet" | "im")
            && self.written(stem.len() - 1) == Some('s')
            && let Some(body) = stem.strip_suffix('s').filter(|body| ends_hard(body))
        {
            // *brauksim*, *dzersiet*.
            return (letters(body) >= SHORTEST_VERB).then(|| body.to_owned());
        } else if !self.trusted {
            // *runasim*: hardly a noun ends so.
            let theme = stem.strip_suffix('s').filter(|_| ending == "im")?;
            let person = theme.strip_suffix(['a', 'e', 'i', 'o'])?;
            return (letters(person) >= SHORTEST_LIKELY_VERB).then(|| person.to_owned());
        } else if matches!(ending, "u" | "os") && self.written(stem.len() - 1) == Some('š') {
            // Not *brālīšu* of *brālītis*.
            stem.strip_suffix('s').filter(|body| body.ends_with(['a', 'e']))?
        } else if matches!(ending, "i" | "im" | "iet") && self.written(stem.len() - 1) == Some('s') {
            stem.strip_suffix('s')?
        } else if ending == "u" {
            stem.strip_suffix('t')?
        } else {
            return None;
        };
        let person = body.strip_suffix(['a', 'e', 'i', 'o'])?;
        let vowel = self.written(person.len());
        let (long, likely) = (matches!(vowel, Some('ā' | 'ē' | 'ī' | 'o')), matches!(vowel, Some('a')));
        let shortest = if long || likely { SHORTEST_VERB } else { SHORTEST_LIKELY_VERB };
        // *skolotāja*; *Liepāja*, no form of *liepa*: no verb has *ā* after *p*.
        let noun = body.ends_with("ta") && stem.ends_with(['j', 's']) || body.ends_with("pa");
        let enough = person.len() >= shortest && person.bytes().any(is_vowel);
        (enough && !noun && (long || !self.trusted)).then(|| person.to_owned())
    }

    /// An adjective's stem without the mark of the comparative: *mazāk-ais*, *labāk-u*.
    #[inline]
    fn positive(&self, stem: &str) -> Option<String> {
        // *vecāki*, *audžuvecāki* are parents.
        let body = stem.strip_suffix("ak").filter(|body| !body.ends_with("vec") && self.may_be(body.len(), 'ā'))?;
        // *vislabākais*.
        let body = body.strip_prefix("vis").filter(|rest| letters(rest) >= SHORTEST).unwrap_or(body);
        (body.len() >= SHORTEST && body.bytes().any(is_vowel)).then(|| body.to_owned())
    }

    #[inline]
    fn definite(&self) -> Option<Stems> {
        let stem = DEFINITE.iter().find_map(|ending| self.without(ending))?;
        let long = self.written(stem.len()) != Some('a');
        if self.trusted {
            let other = || self.verb(stem, "").or_else(|| self.positive(stem));
            return (!long).then(|| Stems { first: stem.to_owned(), other: other() });
        }
        // Without diacritics *skolotaja* and *lielaja* look alike.
        let mut stems = self.declined()?;
        stems.other = self.verb(stem, "").or_else(|| Some(stem.to_owned()));
        Some(stems)
    }

    #[inline]
    fn declined(&self) -> Option<Stems> {
        let (stem, ending, palatalises) =
            ENDINGS.iter().find_map(|(ending, palatalises)| Some((self.without(ending)?, *ending, *palatalises)))?;
        let (body, last) = stem.split_at_checked(stem.len() - 1)?;
        // *upe*, *upju*.
        if palatalises && let Some(plain) = without_glide(stem) {
            return Some(Stems::same(plain));
        }
        if let Some(other) = self.verb(stem, ending).or_else(|| self.positive(stem)) {
            return Some(Stems { first: stem.to_owned(), other: Some(other) });
        }
        if !palatalises {
            return Some(Stems::same(stem));
        }
        // *brīdis*, *brīža*; *jaunietis*, *jaunieša*. Not *rasas*, *mazam*.
        let plain = match last {
            _ if matches!(ending, "as" | "am") => None,
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

/// A stem without the *j* that stands after a labial before some endings: *upj-u*, *kopj-u*; *kopj* has no ending at all.
#[inline]
fn without_glide(stem: &str) -> Option<&str> {
    stem.strip_suffix('j').filter(|body| body.ends_with(['p', 'b', 'm', 'v']))
}

/// Does it end in a consonant that a verb's ending follows at once: *brauk-t*, *dzer-t*, *kop-t*?
#[inline]
fn ends_hard(stem: &str) -> bool {
    stem.ends_with(['b', 'g', 'k', 'l', 'm', 'n', 'p', 'r'])
}

/// How *-k* and *-g* before the infinitive's ending sound before others.
#[inline]
fn softened(stem: &str) -> Option<String> {
    let soft = |last, soft| Some([stem.strip_suffix(last)?, soft].concat());
    soft('k', "c").or_else(|| soft('g', "dz"))
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
            "labs labākais vislabākais vislabākā vislabāko",
            "mācīties mācies mācieties mācīsies",
            "brauksim brauksiet braukt",
            "kopt kopj kopju kopjam kopšana",
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
            ("līnija", "lini"),
            ("grāmatu", "grāma"),
            ("skolotāja", "skolot"),
            ("vāja", "vēja"),
            ("melāsa", "meli"),
            ("centrs", "cents"),
            // *brauksi* is no form of *brauksim* here, since *kursi* would be one of *kur*.
            ("kursi", "kuros"),
            // Typed without diacritics *rasas* might be *rašas*, but only *raša* and *rašu* are of *rats*: it had found
            // wheelchairs for *Rasas pērles*.
            ("rati", "rasas"),
            ("mada", "mazam"),
            // Letters that stand for names have no endings.
            ("nva", "nvo"),
        ] {
            assert!(!meet(a, b), "{a} {b}: {:?} {:?}", stems(a, true), stems(b, false));
        }
    }
}
