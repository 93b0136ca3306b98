//! Any bytes joined to any bytes. Input: a first file, a zero byte, a part.
#![no_main]

use finder_core::load::Loaded;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let Some(at) = data.iter().position(|byte| *byte == 0) else { return };
    let (first, part) = (&data[..at], &data[at + 1..]);
    let Ok(mut loaded) = Loaded::first(first) else { return };
    let before = loaded.value().clone();
    match loaded.join(part) {
        Err(_) => assert_eq!(*loaded.value(), before, "what cannot be read changes nothing"),
        Ok(()) => {
            assert!(loaded.catalogue().0.is_some());
            let once = loaded.value().clone();
            loaded.join(part).unwrap();
            assert_eq!(*loaded.value(), once, "a part joined twice changes nothing more");
        }
    }
});
