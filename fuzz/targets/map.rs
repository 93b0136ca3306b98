//! Any bytes as a map file of the real catalogue: read, laid out in every form, and walked.
#![no_main]

use finder_core::map::{Arrangement, Direction, Layout, MapFile, step};
use finder_fuzz::REAL;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let Some(map) = MapFile::read(data, &REAL.0) else { return };
    let forms = [
        Arrangement::Shapes { city: 12 },
        Arrangement::Grid,
        Arrangement::Blocks { width: 320 },
        Arrangement::Blocks { width: 2000 },
    ];
    let part = map.clone().only(|unit| unit.is_city);
    for map in [&map, &part] {
        for form in forms {
            let layout = Layout::new(map, form);
            assert_eq!(layout.figures.len(), map.units.len());
            for figure in &layout.figures {
                // Drawn as it is: nothing but a path may come through.
                assert!(figure.path.bytes().all(|byte| byte.is_ascii_alphanumeric() || b" -,.".contains(&byte)));
                let around = figure.frame.grown(8).shaped_as(layout.frame);
                assert!(around.w >= figure.frame.w && around.h >= figure.frame.h);
                let _ = (figure.frame.meets(layout.frame), figure.frame.lies_in(layout.frame), around.middle());
            }
            for at in 0..layout.figures.len() {
                for way in Direction::ALL {
                    let next = step(&layout, |a, b| (a ^ b) & 1 == 1, at, way);
                    assert!(next.is_none_or(|next| next != at && next < layout.figures.len()));
                }
            }
        }
    }
});
