//! Progress: one line when a step begins, its time when it ends.

use std::time::Instant;

/// Runs `work`, telling what it is and, when it ends, how long it took.
pub fn step<T, E>(what: &str, work: impl FnOnce() -> Result<T, E>) -> Result<T, E> {
    eprintln!("… {what}");
    let start = Instant::now();
    let result = work();
    let outcome = if result.is_ok() { "✓" } else { "✗" };
    eprintln!("{outcome} {what} ({:.1} s)", start.elapsed().as_secs_f64());
    result
}
