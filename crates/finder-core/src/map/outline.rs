//! SVG paths of outlines.

use super::{FARTHEST, Frame};

/// The frame around a path of straight lines: the commands `M L H V Z` in either case with whole numbers. `None` for
/// anything else: what passes goes into an attribute that draws, and can do nothing but draw.
pub(super) fn frame(path: &str) -> Option<Frame> {
    let mut pen = Pen::default();
    let mut command = b' ';
    let mut numbers = Vec::new();
    let mut bytes = path.bytes().peekable();
    while let Some(byte) = bytes.next() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' => {
                pen.draw(command, &numbers)?;
                numbers.clear();
                command = byte;
            }
            b' ' | b',' => {}
            b'-' | b'0'..=b'9' => {
                let mut number = if byte == b'-' { 0 } else { i64::from(byte - b'0') };
                while let Some(digit) = bytes.next_if(u8::is_ascii_digit) {
                    number = number * 10 + i64::from(digit - b'0');
                    if number > FARTHEST {
                        return None;
                    }
                }
                numbers.push(if byte == b'-' { -number } else { number });
            }
            _ => return None,
        }
    }
    pen.draw(command, &numbers)?;
    let (left, top, right, below) = pen.seen?;
    let whole = |number| i32::try_from(number).ok();
    Some(Frame { x: whole(left)?, y: whole(top)?, w: whole(right - left)?, h: whole(below - top)? })
}

#[derive(Default)]
struct Pen {
    at: (i64, i64),
    start: (i64, i64),
    /// Left, upper, right and lower edge so far.
    seen: Option<(i64, i64, i64, i64)>,
}

impl Pen {
    /// Draws one command with all its numbers.
    fn draw(&mut self, command: u8, numbers: &[i64]) -> Option<()> {
        let is_relative = command.is_ascii_lowercase();
        match (command.to_ascii_uppercase(), numbers.is_empty()) {
            (b' ', true) => {}
            (b'Z', true) => self.at = self.start,
            (b'M' | b'L', false) if numbers.len().is_multiple_of(2) => {
                for (turn, point) in numbers.chunks_exact(2).enumerate() {
                    let [x, y] = point else { return None };
                    let from = if is_relative { self.at } else { (0, 0) };
                    self.go((from.0 + x, from.1 + y))?;
                    if turn == 0 && command.eq_ignore_ascii_case(&b'M') {
                        self.start = self.at;
                    }
                }
            }
            (b'H', false) => {
                for x in numbers {
                    let from = if is_relative { self.at.0 } else { 0 };
                    self.go((from + x, self.at.1))?;
                }
            }
            (b'V', false) => {
                for y in numbers {
                    let from = if is_relative { self.at.1 } else { 0 };
                    self.go((self.at.0, from + y))?;
                }
            }
            _ => return None,
        }
        Some(())
    }

    fn go(&mut self, to: (i64, i64)) -> Option<()> {
        if to.0.abs() > FARTHEST || to.1.abs() > FARTHEST {
            return None;
        }
        self.at = to;
        let (left, top, right, below) = self.seen.unwrap_or((to.0, to.1, to.0, to.1));
        self.seen = Some((left.min(to.0), top.min(to.1), right.max(to.0), below.max(to.1)));
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn frames_of_paths() {
        let framed = |x, y, w, h| Some(Frame { x, y, w, h });
        assert_eq!(frame("M10 20l5-3-1 9z"), framed(10, 17, 5, 9));
        assert_eq!(frame("M0,0L10,0 10,10H-5V3z"), framed(-5, 0, 15, 10));
        assert_eq!(frame("M4 4h6v2h-8zm10 10l1 1"), framed(2, 4, 13, 11));
        for bad in ["", "z", "M1", "M1 2 3", "M1 2C1 2 3 4 5 6", "M1.5 2", "M1 2\"", "M1 2;x", "M9999999 1"] {
            assert_eq!(frame(bad), None, "{bad}");
        }
    }
}
