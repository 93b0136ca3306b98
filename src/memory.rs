//! Memory to begin with.

use std::hint::black_box;

/// All views of the ordinary catalogue, in both languages, take some 80 of these.
const PIECE: usize = 64 * 1024;
const PIECES: usize = 96;

/// Takes memory, and gives it back to the allocator, which keeps it: 6 MB of pages that cost nothing until they are
/// touched.
///
/// Memory that grows later grows in the midst of calls between chunks. There WebKit, rarely, loses track of it: an access
/// out of bounds, or a panic over garbage, twice in some ten thousand mounts, and never in another engine.
pub fn make_room() {
    // In pieces: whatever is larger, the allocator may keep apart.
    let pieces: Vec<Vec<u8>> = (0..PIECES).map(|_| Vec::with_capacity(PIECE)).collect();
    drop(black_box(pieces));
}
