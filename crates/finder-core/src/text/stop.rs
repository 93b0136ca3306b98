//! Words that say nothing about what is looked for.

use core::cmp::Ordering;

use super::Language;

/// Folded Latvian and English words that a query may hold and no service needs to match: *man vajag*, *where can I*.
/// They count only in a query that has nothing else, and nowhere in a phrase: *vīrs sit*, *gribu nomirt* are not to become
/// *sit*, *nomirt*, so that words which decide what a phrase says stand in the lists below.
const STOP_WORDS: &str = "\
    a about am an and any ap ar are ari at atrast be been being bet bija bijis bus but butu by can cant \
    caur del diemzel do does doesnt es esam esat esi esmu find for from gan gar get give gives had \
    has have he help her hers him his how i ieks if im in into ir is it ive ja jau jo jums jus just ka \
    kad kada kadai kadam kadas kadi kads kam kas kaut ko kur kura kurai kuram kuras kuri kurs kuru kurus \
    lai lidz looking loti ludzam ludzu man mana manai manam manas mani manis mans manu manus me mekle \
    meklejam mekleju mes mums mus musu nav ne near nedz need needs nezinu no nu of on or our ours pa par \
    pec pie pirms please sai sava savai savam savas savi savu savus seit several she should si sim sis \
    so some starp such ta tad tada tads tadu tai tam tapec tas te tev than that the their theirs them \
    then there these they this those tikai to tomer too tos tur un us uz vai vajadzetu vajadziga \
    vajadzigs vajag var varam varat varetu varu vel very via vien vina vinai vinam vini vins vinu was we \
    were what when where which whom why will with would you your zem zinat zinu";

/// Is this folded word one of them?
#[inline]
pub(crate) fn is_stop_word(folded: &str) -> bool {
    is_among(folded, STOP_WORDS)
}

/// Latvian stems of words that say little: who is helped in general, relatives, and what every service is. A service
/// need not match them where a query says more: *palīdzība mammai ar demenci* looks for dementia first.
const SAY_LITTLE_LATVIAN: &str = "\
    adres atbalst bez bral cilvek dabu dar del draug grib iespej izmant kaimin kartot kontakt labak liet \
    maks mamin mamm mas mat meit mekl netiek nevar nodarbib numur pagast pakalpojum palidz palidzib palik \
    person piedav pret radiniek sanem sev siev slimniek tet tev tiek tik vair vecmamin vecmamm vectetin \
    viet vir vis";

/// The same in English.
const SAY_LITTLE_ENGLISH: &str = "\
    activiti assistanc best brother class contact dad daughter dont father friend go good grandfather grandma \
    grandmother help human husband know mak make mom mother mum my myself not number offer out parish peopl \
    person place provid rel relat servic session sister someon somewher son support tak visit want who \
    wife";

/// Does a word of this stem say little?
#[inline]
pub(crate) fn says_little(language: Language, stem: &str) -> bool {
    let stems = match language {
        Language::Latvian => SAY_LITTLE_LATVIAN,
        Language::English => SAY_LITTLE_ENGLISH,
        Language::Other => return false,
    };
    is_among(stem, stems)
}

/// Is it one of these words, in order and parted by spaces? So a list is a third of a slice of texts. A lexicon asks it ten
/// thousand times while an index is built.
#[inline]
fn is_among(word: &str, mut words: &str) -> bool {
    // Halves what is left, at the beginning of a word.
    while let Some((before, after)) = words.split_at_checked(words.len() / 2) {
        let start = before.rfind(' ').map_or(0, |at| at + 1);
        let (earlier, rest) = words.split_at_checked(start).unwrap_or_default();
        let (middle, later) = rest.split_once(' ').unwrap_or((rest, ""));
        match word.cmp(middle) {
            Ordering::Less => words = earlier.trim_end(),
            Ordering::Equal => return !word.is_empty(),
            Ordering::Greater => words = later,
        }
        if after.is_empty() {
            break;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_say_nothing_are_whole_words_of_the_list() {
        for word in ["a", "man", "vajag", "where", "zinu"] {
            assert!(is_stop_word(word), "{word}");
        }
        for word in ["", " ", "vaja", "vajag vajadzetu", "centrs", "virs", "sevi", "myself"] {
            assert!(!is_stop_word(word), "{word}");
        }
    }

    #[test]
    fn a_word_is_found_in_every_list_wherever_it_stands() {
        for list in [STOP_WORDS, SAY_LITTLE_LATVIAN, SAY_LITTLE_ENGLISH, "a", "a b"] {
            let mut words: Vec<&str> = list.split(' ').collect();
            assert!(
                words.iter().all(|word| word.bytes().all(|b| b.is_ascii_lowercase()) && !word.is_empty()),
                "{words:?}"
            );
            for word in &words {
                assert!(is_among(word, list), "{word}");
                for other in [format!("{word}q"), format!("q{word}"), word.split_at(1).1.to_owned()] {
                    assert_eq!(is_among(&other, list), words.contains(&other.as_str()), "{other}");
                }
            }
            words.sort_unstable();
            words.dedup();
            assert_eq!(words.join(" "), list, "in order, each once");
        }
    }

    #[test]
    fn words_that_say_little_are_stems_of_their_language() {
        for (word, language, little) in [
            ("mammai", Language::Latvian, true),
            ("pakalpojumiem", Language::Latvian, true),
            ("nevaru", Language::Latvian, true),
            ("logopēds", Language::Latvian, false),
            ("services", Language::English, true),
            ("autism", Language::English, false),
            ("services", Language::Other, false),
        ] {
            let stems = language.stems(word, &crate::text::fold(word), false);
            assert_eq!(stems.iter().any(|stem| says_little(language, stem)), little, "{word}");
        }
    }
}
