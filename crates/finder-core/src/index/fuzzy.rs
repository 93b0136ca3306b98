//! Words a typing mistake away.

use super::texts::Texts;

/// Mistakes forgiven in a word of so many letters: short words with a letter changed are other words.
#[inline]
pub(crate) const fn forgiven(letters: usize) -> usize {
    match letters {
        0..=3 => 0,
        4..=7 => 1,
        _ => 2,
    }
}

/// Most guesses: more of them help nobody.
const MOST_GUESSES: usize = 40;

/// Longest word that is guessed at, in bytes with its mark.
const LONGEST: usize = 40;

/// A stem near the one asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Near {
    /// Position among the stems.
    pub(crate) stem: usize,
    /// Mistakes.
    pub(crate) distance: usize,
    /// Only the stem's beginning is near.
    pub(crate) beginning: bool,
}

/// The stems within `most` mistakes of `marked` (a letter too many, missing, wrong, or two swapped), nearest first.
/// With `beginnings` also longer stems whose beginning is. The first character is a mark and must be the same.
///
/// Stems are ordered, so that neighbours share their beginnings: each letter's row of the distance table is made once
/// for all stems that begin alike, and stems whose beginning is already too far are skipped together.
#[inline]
pub(crate) fn near(stems: &Texts, marked: &str, most: usize, beginnings: bool) -> Vec<Near> {
    let asked = marked.as_bytes();
    let mut found = Vec::new();
    if asked.len() > LONGEST {
        return found;
    }
    let mark = asked.get(..1).unwrap_or_default();
    let mut rows = Rows::new(asked);
    let mut stem = stems.first_not(|stem| stem.as_bytes() < mark);
    let mut before: &[u8] = &[];
    while stem < stems.len() {
        let text = stems.get(stem).as_bytes();
        if !text.starts_with(mark) {
            break;
        }
        let shared = before.iter().zip(text).take_while(|(a, b)| a == b).count();
        before = text;
        let filled = rows.fill(text, shared, most);
        let whole = if filled == text.len() { rows.distance(filled) } else { usize::MAX };
        // A beginning of four letters or less is near to everything.
        let begins = (6..text.len().min(filled + 1)).map(|row| rows.distance(row)).min().unwrap_or(usize::MAX);
        if whole <= most {
            found.push(Near { stem, distance: whole, beginning: false });
        } else if beginnings && begins <= most {
            found.push(Near { stem, distance: begins, beginning: true });
        } else if filled < text.len() {
            // Whatever begins with these letters is too far as well.
            let far = text.get(..filled).unwrap_or(text);
            let next = stems.first_not(|stem| stem.as_bytes() < far || stem.as_bytes().starts_with(far));
            stem = next.max(stem + 1);
            continue;
        }
        stem += 1;
    }
    crate::order::sort_by_key(&mut found, |near| (near.distance, near.beginning));
    found.truncate(MOST_GUESSES);
    found
}

/// The distance table: one row a letter of the stem, one column a letter of the word asked for.
struct Rows<'a> {
    asked: &'a [u8],
    cells: Vec<u8>,
    /// By row: its least distance.
    least: Vec<u8>,
    /// The table ends at this row: nothing that begins with its letters can be near any more.
    stopped: Option<usize>,
}

impl<'a> Rows<'a> {
    #[inline]
    fn new(asked: &'a [u8]) -> Self {
        let mut cells = vec![0; (asked.len() + 1) * (LONGEST + 1)];
        for (column, cell) in (0..).zip(cells.iter_mut().take(asked.len() + 1)) {
            *cell = column;
        }
        Self { asked, cells, least: vec![0; LONGEST + 1], stopped: None }
    }

    #[inline]
    fn at(&self, row: usize, column: usize) -> u8 {
        self.cells.get(row * (self.asked.len() + 1) + column).copied().unwrap_or(u8::MAX)
    }

    /// Mistakes between the first letters of the stem, so many as the row says, and the word asked for.
    #[inline]
    fn distance(&self, row: usize) -> usize {
        usize::from(self.at(row, self.asked.len()))
    }

    /// Fills the rows for `text`, of which the first `shared` letters are as in the last text, and answers the last
    /// row that was worth filling.
    #[inline]
    fn fill(&mut self, text: &[u8], shared: usize, most: usize) -> usize {
        if let Some(stopped) = self.stopped.filter(|stopped| *stopped <= shared) {
            return stopped;
        }
        self.stopped = None;
        for (row, letter) in text.iter().enumerate().skip(shared) {
            if row >= LONGEST {
                self.stopped = Some(row);
                return row;
            }
            let mut least = number(row + 1);
            self.set(row + 1, 0, least);
            for column in 0..self.asked.len() {
                let wanted = self.asked.get(column);
                let mut best = self.at(row, column).saturating_add(u8::from(Some(letter) != wanted));
                best = best.min(self.at(row, column + 1).min(self.at(row + 1, column)).saturating_add(1));
                if let (Some(row_before), Some(column_before)) = (row.checked_sub(1), column.checked_sub(1))
                    && text.get(row_before) == wanted
                    && self.asked.get(column_before) == Some(letter)
                {
                    best = best.min(self.at(row_before, column_before).saturating_add(1));
                }
                self.set(row + 1, column + 1, best);
                least = least.min(best);
            }
            let before = self.least.get(row).map_or(0, |least| usize::from(*least));
            if let Some(of_row) = self.least.get_mut(row + 1) {
                *of_row = least;
            }
            // A swap reaches over one row, at the cost of one.
            if usize::from(least) > most && before + 1 > most {
                self.stopped = Some(row + 1);
                return row + 1;
            }
        }
        text.len()
    }

    #[inline]
    fn set(&mut self, row: usize, column: usize, value: u8) {
        if let Some(cell) = self.cells.get_mut(row * (self.asked.len() + 1) + column) {
            *cell = value;
        }
    }
}

/// A distance as it is stored: all are far below 255.
#[inline]
fn number(value: usize) -> u8 {
    u8::try_from(value).unwrap_or(u8::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The plain table, for comparison.
    fn distance(a: &[u8], b: &[u8]) -> usize {
        let mut d = vec![vec![0; b.len() + 1]; a.len() + 1];
        for i in 0..=a.len() {
            for j in 0..=b.len() {
                d[i][j] = if i == 0 || j == 0 {
                    i + j
                } else {
                    let mut best =
                        (d[i - 1][j - 1] + usize::from(a[i - 1] != b[j - 1])).min(d[i - 1][j] + 1).min(d[i][j - 1] + 1);
                    if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                        best = best.min(d[i - 2][j - 2] + 1);
                    }
                    best
                };
            }
        }
        d[a.len()][b.len()]
    }

    #[test]
    fn of_four_letters_at_most_one_is_forgiven() {
        assert!((0..60).all(|letters| forgiven(letters) * 4 <= letters && forgiven(letters) <= forgiven(letters + 1)));
        // Short words with a letter changed are other words; long ones bear a mistake.
        assert!((0..4).all(|letters| forgiven(letters) == 0) && (4..60).all(|letters| forgiven(letters) > 0));
    }

    #[test]
    fn the_longest_word_guessed_at_is_found_at_the_beginning_of_a_longer_one() {
        let asked = format!("1{}", "a".repeat(LONGEST - 1));
        let mut texts = Texts::default();
        texts.push(&format!("{asked}aaaaa"));
        assert_eq!(near(&texts, &asked, 0, true), [Near { stem: 0, distance: 0, beginning: true }]);
        assert_eq!(near(&texts, &format!("{asked}a"), 0, true), []);
    }

    proptest! {
        #[test]
        fn the_walk_finds_what_the_plain_table_finds(
            mut stems in prop::collection::btree_set("1[abc]{0,9}", 0..40),
            asked in "1[abc]{0,9}",
            most in 0_usize..3,
        ) {
            stems.insert("2other".to_owned());
            let mut texts = Texts::default();
            stems.iter().for_each(|stem| texts.push(stem));
            let mut found: Vec<(usize, usize)> =
                near(&texts, &asked, most, false).iter().map(|near| (near.stem, near.distance)).collect();
            found.sort_unstable();
            let plain: Vec<(usize, usize)> = stems
                .iter()
                .enumerate()
                .filter(|(_, stem)| stem.starts_with('1'))
                .map(|(i, stem)| (i, distance(&stem.as_bytes()[1..], &asked.as_bytes()[1..])))
                .filter(|(_, d)| *d <= most)
                .collect();
            prop_assert!(plain.len() > MOST_GUESSES || found == plain, "{found:?} {plain:?}");
        }

        #[test]
        fn beginnings_are_found_too(
            stems in prop::collection::btree_set("1[ab]{0,9}", 1..40),
            asked in "1[ab]{5,7}",
            most in 0_usize..3,
        ) {
            let mut texts = Texts::default();
            stems.iter().for_each(|stem| texts.push(stem));
            let found: Vec<usize> = near(&texts, &asked, most, true).iter().map(|near| near.stem).collect();
            for (i, stem) in stems.iter().enumerate() {
                let whole = distance(stem.as_bytes(), asked.as_bytes());
                let begins = (6..stem.len()).map(|end| distance(&stem.as_bytes()[..end], asked.as_bytes())).min();
                let expected = whole <= most || begins.is_some_and(|begins| begins <= most);
                prop_assert!(found.len() == MOST_GUESSES || found.contains(&i) == expected, "{stem} {asked}");
            }
        }
    }
}
