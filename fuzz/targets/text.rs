//! Any text folded, parted into words and stemmed.
#![no_main]

use finder_core::text::{Language, alphabet_key, fold, words};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let text = String::from_utf8_lossy(data);
    let folded = fold(&text);
    assert_eq!(fold(&folded), folded, "folding twice changes nothing more");
    let _ = alphabet_key(&text);
    let mut end = 0;
    for range in words(&text) {
        assert!(range.start >= end && range.start < range.end);
        end = range.end;
        let word = text.get(range).unwrap();
        let (lower, folded) = (word.to_lowercase(), fold(word));
        // Of the letters that the core knows the case of.
        let is_known = |c: char| c < '\u{180}' || ('\u{400}'..='\u{45f}').contains(&c);
        if word.chars().all(is_known) {
            assert_eq!(fold(&lower), folded, "case does not matter: {word}");
        }
        for language in [Language::Latvian, Language::English, Language::Other] {
            for trusted in [false, true] {
                // A catalogue's word as it is written, and one whose case was folded by other tables than ours.
                for lower in [&lower, &folded] {
                    let stems = language.stems(lower, &folded, trusted);
                    assert!(stems.iter().all(|stem| !stem.is_empty()));
                    assert!(stems.iter().all(|stem| stem.len() <= folded.len() + 1));
                    assert_eq!(stems, language.stems(lower, &folded, trusted));
                }
            }
        }
    }
});
