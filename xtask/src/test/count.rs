//! Counting tests from what the test programs print at their end.

use std::{
    fmt,
    iter::Sum,
    ops::{Add, AddAssign},
};

/// How many tests there were.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    pub passed: u64,
    pub failed: u64,
}

impl Count {
    /// What one line adds: cargo's `test result: ok. 3 passed; 0 failed; …`, or `pass 3`, `fail 0` and `cancelled 0` of
    /// Node's two reporters (marked `#` or `ℹ`). Any other line adds nothing.
    pub fn read(line: &str) -> Self {
        let line = without_colours(line);
        if let Some(result) = line.strip_prefix("test result: ") {
            let numbered = |label: &str| {
                let words = result.split([';', '.']).map(str::trim);
                words.filter_map(|word| word.strip_suffix(label)?.trim().parse::<u64>().ok()).sum()
            };
            return Self { passed: numbered(" passed"), failed: numbered(" failed") };
        }
        let mut words = line.split(' ');
        if !matches!(words.next(), Some("#" | "ℹ")) {
            return Self::default();
        }
        match (words.next(), words.next().and_then(|number| number.parse().ok()), words.next()) {
            (Some("pass"), Some(passed), None) => Self { passed, failed: 0 },
            (Some("fail" | "cancelled"), Some(failed), None) => Self { passed: 0, failed },
            _ => Self::default(),
        }
    }
}

fn without_colours(line: &str) -> String {
    let mut pieces = line.split("\u{1b}[");
    let mut plain = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        plain.push_str(piece.split_once('m').map_or(piece, |(_, text)| text));
    }
    plain.trim_end().to_owned()
}

impl Add for Count {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self { passed: self.passed + other.passed, failed: self.failed + other.failed }
    }
}

impl AddAssign for Count {
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

impl Sum for Count {
    fn sum<I: Iterator<Item = Self>>(counts: I) -> Self {
        counts.fold(Self::default(), Add::add)
    }
}

impl fmt::Display for Count {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} passed, {} failed", self.passed, self.failed)
    }
}

#[cfg(test)]
mod tests {
    use super::Count;

    fn count(passed: u64, failed: u64) -> Count {
        Count { passed, failed }
    }

    #[test]
    fn lines_of_cargo() {
        let line = "test result: ok. 13 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.01s";
        assert_eq!(Count::read(line), count(13, 0));
        let line = "test result: \u{1b}[31mFAILED\u{1b}[0m. 2 passed; 1 failed; 0 ignored; 0 measured; 0 filtered out";
        assert_eq!(Count::read(line), count(2, 1));
    }

    #[test]
    fn lines_of_node() {
        for (line, expected) in [
            ("# pass 12", count(12, 0)),
            ("\u{1b}[34mℹ pass 3\u{1b}[39m", count(3, 0)),
            ("ℹ fail 2", count(0, 2)),
            ("# cancelled 1", count(0, 1)),
            ("# skipped 4", count(0, 0)),
            ("  # pass 12", count(0, 0)),
            ("ℹ pass 3 of 4", count(0, 0)),
            ("test a ... ok", count(0, 0)),
        ] {
            assert_eq!(Count::read(line), expected, "{line}");
        }
    }

    #[test]
    fn sums_are_told_in_one_line() {
        let total: Count = [count(2, 1), count(40, 0)].into_iter().sum();
        assert_eq!(total.to_string(), "42 passed, 1 failed");
    }
}
