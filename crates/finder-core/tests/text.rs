//! Any text is folded, parted into words, stemmed and ordered.
#![allow(clippy::expect_used, reason = "a test")]

use finder_core::text::{Language, alphabet_key, fold, words};
use proptest::prelude::*;

/// Text of the letters that matter here, beside any other.
fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "[a-zāčēģīķļņōŗšūž]{0,16}",
        "[A-ZĀČĒĢĪĶĻŅŠŪŽ0-9 '’\u{300}-]{0,30}",
        "[aeiouāēīūsšzžtdj]{0,9}(ajiem|ties|šana|ošanās|iem|as|is|u|ies|ying|ied|sses|'s)",
    ]
}

const LANGUAGES: [Language; 3] = [Language::Latvian, Language::English, Language::Other];

proptest! {
    #![proptest_config(ProptestConfig { cases: 1024, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn folding_forgets_case_and_marks_once_for_all(text in any_text()) {
        let folded = fold(&text);
        prop_assert_eq!(fold(&folded), folded.clone());
        let of_known_case = |c: char| c < '\u{180}' || ('\u{400}'..='\u{45f}').contains(&c);
        if text.chars().all(of_known_case) {
            prop_assert_eq!(fold(&text.to_lowercase()), folded.clone());
        }
        prop_assert_eq!(alphabet_key(&text).is_empty(), words(&text).next().is_none());
    }

    #[test]
    fn words_stand_in_order_between_what_is_none(text in any_text()) {
        let mut end = 0;
        for range in words(&text) {
            prop_assert!(range.start >= end && range.start < range.end);
            let word = text.get(range.clone()).expect("on character boundaries");
            prop_assert_eq!(words(word).next(), Some(0..word.len()));
            end = range.end;
        }
        // Nothing that a visitor may look for is left between them.
        let shorter = text.split(|c: char| !c.is_ascii_alphanumeric()).all(|run| run.len() < 120);
        if text.is_ascii() && shorter && !text.contains('\'') {
            let letters = |text: &str| text.chars().filter(char::is_ascii_alphanumeric).count();
            let found: usize = words(&text).map(|range| letters(text.get(range).unwrap_or_default())).sum();
            prop_assert_eq!(found, letters(&text));
        }
    }

    #[test]
    fn stems_are_never_nothing_and_never_longer(text in any_text()) {
        for word in words(&text).filter_map(|range| text.get(range)) {
            let (lower, folded) = (word.to_lowercase(), fold(word));
            for (language, trusted) in LANGUAGES.into_iter().flat_map(|language| [(language, true), (language, false)]) {
                let stems = language.stems(&lower, &folded, trusted);
                for stem in stems.iter() {
                    prop_assert!(!stem.is_empty(), "{word}");
                    prop_assert!(stem.len() <= folded.len() + 1, "{word}: {stem}");
                }
            }
        }
    }

    /// Every form of a word meets every other, with its diacritics or without, whatever its stem.
    #[test]
    fn forms_meet_whatever_the_stem(
        stem in "[bdfgklmnprstvzžš][aeiouāēīū][bdfgklmnprv]{1,2}([aeiouāēīū][bdfgklmnprv])?",
        endings in prop::sample::select(vec![
            "s a am u ā i iem us os",
            "a as ai u ā ām ās",
            "e es ei i ē ēm ēs",
            "ais ajam ajā ie ajiem ajos",
        ]),
    ) {
        let forms: Vec<String> = endings.split(' ').map(|ending| format!("{stem}{ending}")).collect();
        for (a, b) in forms.iter().flat_map(|a| forms.iter().map(move |b| (a, b))) {
            let written = Language::Latvian.stems(a, &fold(a), true);
            for typed in [b.clone(), fold(b)] {
                let typed = Language::Latvian.stems(&typed, &fold(b), false);
                prop_assert!(written.iter().any(|stem| typed.iter().any(|other| stem == other)), "{a} {b}: {written:?} {typed:?}");
            }
        }
    }
}
