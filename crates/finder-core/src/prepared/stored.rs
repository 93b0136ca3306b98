//! Tokens of a prepared catalogue, and how simple values become tokens.

/// Parts tokens.
const BETWEEN: char = '\u{e000}';

/// Characters that JSON would escape, and what stands for them.
const INSTEAD: [(char, char); 5] =
    [('"', '\u{e001}'), ('\\', '\u{e002}'), ('\n', '\u{e003}'), ('\r', '\u{e004}'), ('\t', '\u{e005}')];

/// Stands before what is in the catalogue's first language, where that has to be said; the further languages follow.
pub(super) const LANGUAGES: char = '\u{e010}';

/// As many languages as there are marks left.
pub(super) const MOST_LANGUAGES: u32 = 0xf0;

/// Private use: taken for what stands above and for marks of language.
const TAKEN: core::ops::RangeInclusive<char> = '\u{e000}'..='\u{e0ff}';

/// A value that can be written down and read again.
pub(super) trait Stored {
    /// Appends the value's tokens.
    fn write(&self, to: &mut Writer);
    /// Takes the value's tokens. Total: where they are not what they should be, some value, and the reader knows.
    fn read(from: &mut Reader<'_>) -> Self;
}

/// Tokens written so far.
#[derive(Debug, Default)]
pub(super) struct Writer {
    text: String,
    /// Something cannot be written.
    failed: bool,
}

impl Writer {
    /// Appends a token.
    pub(super) fn token(&mut self, token: &str) {
        self.piece(token);
        self.end();
    }

    /// Appends a piece of a token.
    pub(super) fn piece(&mut self, piece: &str) {
        for c in piece.chars() {
            match INSTEAD.iter().find(|(plain, _)| *plain == c) {
                Some((_, instead)) => self.text.push(*instead),
                None => {
                    self.failed |= TAKEN.contains(&c) || c.is_control();
                    self.text.push(c);
                }
            }
        }
    }

    /// What follows in the token is in a further language.
    pub(super) fn language(&mut self, position: usize) {
        let mark = u32::try_from(position).ok().filter(|position| *position < MOST_LANGUAGES);
        match mark.and_then(|position| char::from_u32(u32::from(LANGUAGES) + position)) {
            Some(mark) => self.text.push(mark),
            None => self.failed = true,
        }
    }

    /// Ends a token made of pieces.
    pub(super) fn end(&mut self) {
        self.text.push(BETWEEN);
    }

    /// Appends a whole number.
    pub(super) fn number(&mut self, number: i64) {
        self.token(&number.to_string());
    }

    /// All tokens, unless something could not be written.
    pub(super) fn text(self) -> Option<String> {
        (!self.failed).then_some(self.text)
    }
}

/// Tokens not yet read.
#[derive(Debug)]
pub(super) struct Reader<'a> {
    rest: &'a str,
    /// Something was not what it should be.
    failed: bool,
}

impl<'a> Reader<'a> {
    /// Reads from the first token.
    pub(super) const fn new(text: &'a str) -> Self {
        Self { rest: text, failed: false }
    }

    /// Was everything read, and as it should be?
    pub(super) const fn is_done(&self) -> bool {
        self.rest.is_empty() && !self.failed
    }

    /// The next token, as it stands.
    pub(super) fn token(&mut self) -> &'a str {
        match self.rest.split_once(BETWEEN) {
            Some((token, rest)) => {
                self.rest = rest;
                token
            }
            None => {
                self.failed = true;
                ""
            }
        }
    }

    /// The next token is a whole number.
    pub(super) fn number(&mut self) -> i64 {
        let number = self.token().parse().ok();
        self.known(number).unwrap_or_default()
    }

    /// `value`; none means that something was not what it should be.
    pub(super) const fn known<T: Copy>(&mut self, value: Option<T>) -> Option<T> {
        self.failed |= value.is_none();
        value
    }

    /// Something was not what it should be.
    pub(super) const fn fail(&mut self) {
        self.failed = true;
    }

    /// Goes on reading a list?
    pub(super) const fn is_fine(&self) -> bool {
        !self.failed
    }
}

/// A token with its characters put back.
pub(super) fn plain(token: &str) -> Box<str> {
    // All that stands for something begins with this byte.
    if !token.as_bytes().contains(&0xee) {
        return token.into();
    }
    let put_back = |c| INSTEAD.iter().find(|(_, instead)| *instead == c).map_or(c, |(plain, _)| *plain);
    token.chars().map(put_back).collect()
}

impl Stored for Box<str> {
    fn write(&self, to: &mut Writer) {
        to.token(self);
    }

    fn read(from: &mut Reader<'_>) -> Self {
        plain(from.token())
    }
}

/// No text is an empty token; no text of a catalogue is empty.
impl Stored for Option<Box<str>> {
    fn write(&self, to: &mut Writer) {
        to.token(self.as_deref().unwrap_or_default());
    }

    fn read(from: &mut Reader<'_>) -> Self {
        let text = from.token();
        (!text.is_empty()).then(|| plain(text))
    }
}

impl Stored for bool {
    fn write(&self, to: &mut Writer) {
        to.token(if *self { "1" } else { "" });
    }

    fn read(from: &mut Reader<'_>) -> Self {
        !from.token().is_empty()
    }
}

/// Their number, then each.
impl<T: Stored> Stored for Vec<T> {
    fn write(&self, to: &mut Writer) {
        to.number(i64::try_from(self.len()).unwrap_or(i64::MAX));
        for item in self {
            item.write(to);
        }
    }

    fn read(from: &mut Reader<'_>) -> Self {
        let mut items = Self::new();
        let mut left = from.number();
        while left > 0 && from.is_fine() {
            items.push(T::read(from));
            left -= 1;
        }
        items
    }
}
