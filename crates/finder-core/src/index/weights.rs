//! What a match is worth, and why. Weights are in 256ths, so that a posting is scored without a fraction.

use crate::results::{Field, Match};

/// The fields in the order of their codes.
const FIELDS: [Field; 9] = [
    Field::Name,
    Field::Kind,
    Field::Audience,
    Field::Synonym,
    Field::Place,
    Field::Organisation,
    Field::Address,
    Field::Phone,
    Field::Summary,
];

/// What a field says about a service.
#[inline]
pub(crate) const fn field_weight(field: Field) -> u32 {
    match field {
        // A name is what a visitor remembers; a phone number belongs to nothing else.
        Field::Name | Field::Phone => 256,
        // What a place is weighs nearly as much as what it is called: most visitors know no names.
        Field::Kind => 215,
        // A town answers "where", seldom "what".
        Field::Place => 190,
        // What a service says of itself stands above what its kind may mean, below what it is called.
        Field::Summary => 140,
        // Offices run many services: their names would crowd out everything else.
        Field::Organisation => 120,
        Field::Synonym => KIND_SYNONYM,
        Field::Audience | Field::Address => 110,
    }
}

/// A kind's synonym: every service of the kind may be meant, none says so itself.
pub(crate) const KIND_SYNONYM: u32 = 115;

/// An audience's synonym: services of every kind may be meant.
pub(crate) const AUDIENCE_SYNONYM: u32 = 80;

/// A word for a need that cannot wait: its helplines stand above the results anyway, and below what is called so.
pub(crate) const URGENT: u32 = 60;

/// A keyword of one service: its editor says that it is meant.
pub(crate) const KEYWORD: u32 = 256;

/// Where several words of a service stand for one of the query, the further ones add this share of their worth: a
/// service that names a need twice is a little likelier than one that names it once.
pub(crate) const FURTHER_SHARE: u16 = 8;

/// What the way a word was found says: letter by letter first, guesses last (the order of [`Match`]).
/// A prefix and a typing mistake are scaled further by how much is guessed.
#[inline]
pub(crate) const fn match_weight(how: Match) -> u32 {
    match how {
        Match::Exact => 256,
        Match::Folded => 248,
        Match::Stem => 228,
        Match::Equivalent => 165,
        Match::Prefix => 155,
        Match::Typo => 120,
    }
}

/// BM25's saturation and length constants as Robertson and Zaragoza give them; `B` is lower than their 0.75, since
/// names are short anyway and a long one is no worse a name.
const K1: f32 = 1.2;
const B: f32 = 0.4;

/// Words in an average name of the first catalogue.
const AVERAGE_LENGTH: f32 = 4.0;

/// Where a word stands: the field, and the length of its text in steps. One byte of a posting.
#[inline]
pub(crate) const fn code(field: Field, words_in_text: usize) -> u8 {
    let step = match field {
        // Summaries are some four times as long as names.
        Field::Summary => words_in_text / 4,
        _ => words_in_text,
    };
    let step = if step > 15 { 15 } else { step };
    let field = match field {
        Field::Name => 0,
        Field::Kind => 1,
        Field::Audience => 2,
        Field::Synonym => 3,
        Field::Place => 4,
        Field::Organisation => 5,
        Field::Address => 6,
        Field::Phone => 7,
        Field::Summary => 8,
    };
    // Both are below 16.
    #[allow(clippy::cast_possible_truncation, reason = "below 256")]
    let code = (field << 4 | step) as u8;
    code
}

/// Is it a code of a name?
#[inline]
pub(crate) const fn is_name(code: u8) -> bool {
    code < 16
}

/// Is it a code of a name of so many words?
#[inline]
pub(crate) const fn is_name_of(code: u8, words: usize) -> bool {
    is_name(code) && code as usize == words
}

/// Is it a code of a town's or a parish's name?
#[inline]
pub(crate) const fn is_place(code: u8) -> bool {
    code >> 4 == 4
}

/// Is it a code of an address?
#[inline]
pub(crate) const fn is_address(code: u8) -> bool {
    code >> 4 == 6
}

/// Is it a code of what belongs to one service: its name, address or phone?
#[inline]
pub(crate) const fn names(code: u8) -> bool {
    matches!(code >> 4, 0 | 6 | 7)
}

/// A region's name is worth this part of its municipalities': in *Rīga* the city comes before the region around it.
pub(crate) const REGION_SHARE: u16 = 2;

/// The weight of every code.
pub(crate) struct Weights([u16; 256]);

impl Weights {
    #[inline]
    pub(crate) fn new() -> Self {
        let mut weights = [0; 256];
        for (code, weight) in weights.iter_mut().enumerate() {
            let Some(field) = FIELDS.get(code >> 4) else { break };
            #[allow(clippy::cast_precision_loss, reason = "below 16")]
            let length = (code & 15) as f32 / AVERAGE_LENGTH;
            let norm = (K1 + 1.0) / (K1 * (1.0 - B + B * length) + 1.0);
            #[allow(
                clippy::cast_precision_loss,
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "below 400"
            )]
            let value = (field_weight(*field) as f32 * norm) as u16;
            *weight = value;
        }
        Self(weights)
    }

    #[inline]
    pub(crate) fn of(&self, code: u8) -> u32 {
        self.0.get(usize::from(code)).copied().map_or(0, u32::from)
    }
}

/// How telling a word is that `found` of `all` services have: the logarithm of BM25, never below [`LEAST_TELLING`].
#[inline]
pub(crate) fn telling(found: u32, all: usize) -> f32 {
    #[allow(clippy::cast_precision_loss, reason = "an estimate")]
    let (found, all) = (found as f32, all as f32);
    ((all - found + 0.5) / (found + 0.5)).ln_1p().max(LEAST_TELLING)
}

/// A word that every service has still decides between a match by name and one in passing.
const LEAST_TELLING: f32 = 0.1;

#[allow(dead_code, reason = "the order of ways is the order of weights")]
const ORDER_OF_WAYS: () = assert!(
    match_weight(Match::Exact) > match_weight(Match::Folded)
        && match_weight(Match::Folded) > match_weight(Match::Stem)
        && match_weight(Match::Stem) > match_weight(Match::Equivalent)
        && match_weight(Match::Equivalent) > match_weight(Match::Prefix)
        && match_weight(Match::Prefix) > match_weight(Match::Typo)
);

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn fields_weigh_as_they_are_described() {
        use Field::{Address, Audience, Kind, Name, Organisation, Phone, Place, Summary, Synonym};
        let weights = Weights::new();
        let of = |field| weights.of(code(field, 2));
        assert_eq!(of(Name), of(Phone));
        for (above, below) in [(Name, Kind), (Kind, Place), (Place, Organisation), (Organisation, Synonym)] {
            assert!(of(above) > of(below), "{above:?} {below:?}");
        }
        for field in [Synonym, Organisation, Audience, Address] {
            assert!(field_weight(Name) > field_weight(Summary) && field_weight(Summary) > field_weight(field));
        }
        // What is said of one service says more than what is said of its kind, and that more than of an audience.
        const { assert!(KEYWORD > KIND_SYNONYM && KIND_SYNONYM > AUDIENCE_SYNONYM) }
    }

    #[test]
    fn the_longer_a_text_the_less_each_of_its_words_says() {
        let weights = Weights::new();
        for field in FIELDS {
            let lengths = [4, 8, 12, 24, 40].map(|words| weights.of(code(field, words)));
            let until_it_is_long = if matches!(field, Field::Summary) { 5 } else { 3 };
            assert!(lengths.iter().take(until_it_is_long).is_sorted_by(|a, b| a > b), "{field:?}: {lengths:?}");
            // However long, a word of it is worth something, and the field is told.
            assert!(weights.of(code(field, 1000)) > 0);
            assert_eq!(FIELDS.get(usize::from(code(field, 1000) >> 4)), Some(&field));
        }
    }

    proptest! {
        #[test]
        fn rarer_words_tell_more(all in 10_u32..100_000, a in 0_u32..100_000, b in 0_u32..100_000) {
            let (rare, common) = (a.min(b).min(all), a.max(b).min(all));
            let of = |found| telling(found, all as usize);
            prop_assert!(of(rare) >= of(common) && of(common) >= LEAST_TELLING);
            prop_assert_eq!(of(all), LEAST_TELLING);
        }

        /// A word that half of them have tells as much as a coin that is tossed.
        #[test]
        fn half_the_services_are_one_bit(half in 1_u32..1000) {
            prop_assert!((telling(half, 2 * half as usize) - core::f32::consts::LN_2).abs() < 1e-6);
        }
    }
}
