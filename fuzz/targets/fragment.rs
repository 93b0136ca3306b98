//! Any fragment read, and what was read written and read again.
#![no_main]

use finder_core::{
    query::Query,
    query_url::{from_fragment, read_key, target, to_fragment},
};
use finder_fuzz::REAL;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let text = String::from_utf8_lossy(data);
    let catalogue = &REAL.0;
    let _ = from_fragment(&text, "sf", catalogue);
    let _ = target(&text, catalogue);
    let (key, value) = text.split_once('=').unwrap_or((&text, ""));
    let _ = read_key(&mut Query::default(), key, value, catalogue);
    let Some((query, _)) = from_fragment(&format!("#sf?{text}"), "sf", catalogue) else { panic!("is ours") };
    let written = to_fragment(&query, "sf");
    assert!(written.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"?&=%,:-._~".contains(&byte)), "{written}");
    match from_fragment(&written, "sf", catalogue) {
        Some((read, ignored)) => assert_eq!((read, ignored), (query, Vec::new()), "{written}"),
        None => assert!(written.is_empty() && query == Query::default()),
    }
});
