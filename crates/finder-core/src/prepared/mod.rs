//! A first file that was read and judged already, so that a widget need not.
//!
//! Reading JSON, checking each value and telling what is wrong is a quarter of the widget's code and, on a slow phone, a
//! tenth of a second; a visitor waits for both. `finder split` therefore writes the *valid* [`Catalogue`] down as well, in
//! the order of its fields, without names: the string `prepared` at the very start of the first file. What `prepared` says
//! stands as plain JSON in the file that `plain` names, for whoever cannot or may not rely on it.
//!
//! A prepared catalogue is only read by the layout of records it was written with ([`LAYOUT`]), and only unharmed (a sum of
//! its bytes is kept with it); any other answers `None`, and the plain file is read.
//!
//! The words that only a search reads ([`Lexicon`]) are prepared in a file of their own, which comes after the first results, or with a first search if that is sooner.
//!
//! The string: layout (16 hexadecimal digits), sum (16), then tokens parted by U+E000, from Unicode's private use area.
//! It holds no character that JSON would escape, so that it is found and read without a reader of JSON.

mod records;
mod stored;
#[cfg(test)]
mod tests;

use self::stored::{Reader, Stored, Writer};
use crate::{
    catalogue::{Catalogue, LangIx, Lexicon},
    raw::is_path,
};

/// How a first file begins that has a prepared catalogue.
const HEAD: &str = "{\"format\":\"service-finder/1\",\"prepared\":\"";

/// Hexadecimal digits of a layout or a sum.
const DIGITS: usize = 16;

/// A sum of the names of all stored fields and choices, and of a number for what names do not say: a finder whose records
/// differ does not read what was prepared for another.
pub const LAYOUT: u64 = records::LAYOUT;

/// A prepared first file.
#[derive(Clone, Debug, PartialEq)]
pub struct Prepared {
    /// The catalogue, as reading the plain file gives it.
    pub catalogue: Catalogue,
    /// Address of the file that says the same as plain JSON, relative to the first file.
    pub plain: Box<str>,
    /// Addresses of prepared files that have the texts of a further language too.
    pub languages: Vec<(LangIx, Box<str>)>,
    /// Address of the file that has the catalogue's lexicon; none where that is empty.
    pub lexicon: Option<Box<str>>,
}

impl Prepared {
    /// Reads the bytes of a first file. `None`: nothing is prepared in it, or for another layout, or it was changed since.
    #[must_use]
    pub fn read(file: &[u8]) -> Option<Self> {
        let mut reader = Reader::new(tokens(file)?);
        let read = Self {
            plain: Stored::read(&mut reader),
            languages: Stored::read(&mut reader),
            lexicon: Stored::read(&mut reader),
            catalogue: Stored::read(&mut reader),
        };
        (reader.is_done() && read.stays_beside()).then_some(read)
    }

    /// Are all files that it names beside it? Whoever forges a sum must not send the finder elsewhere.
    fn stays_beside(&self) -> bool {
        let parts = self.catalogue.parts.iter().map(|part| &part.url);
        let languages = self.languages.iter().map(|(_, address)| address);
        parts
            .chain(languages)
            .chain(&self.catalogue.map)
            .chain(&self.lexicon)
            .chain([&self.plain])
            .all(|address| is_path(address))
    }

    /// The beginning of the file, up to and with the string: what follows is `}` or a comma and further keys.
    ///
    /// `None` where a catalogue cannot be prepared so that it is read as it is: it has details, stories or programmes (they
    /// are parts of their own), a lexicon (see [`write_lexicon`]), or texts with control characters or characters of private use.
    #[must_use]
    pub fn write(&self) -> Option<String> {
        let mut writer = Writer::default();
        self.plain.write(&mut writer);
        self.languages.write(&mut writer);
        self.lexicon.write(&mut writer);
        self.catalogue.write(&mut writer);
        let written = sealed(&writer.text()?);
        (Self::read(written.as_bytes()).as_ref() == Some(self)).then_some(written)
    }
}

/// Reads the bytes of a file with the lexicon of this catalogue. `None`: it is none, or another's, or it was changed since.
#[must_use]
pub fn read_lexicon(file: &[u8], catalogue: &Catalogue) -> Option<Lexicon> {
    let mut reader = Reader::new(tokens(file)?);
    let lexicon = Lexicon::read(&mut reader);
    let services = || lexicon.services.iter().map(|(service, _)| service.get());
    let helping = lexicon.urgent.iter().flat_map(|urgent| &urgent.services).map(|service| service.get());
    let fits = lexicon.types.len() == catalogue.types.len()
        && lexicon.audiences.len() == catalogue.audiences.len()
        && lexicon.municipalities.len() == catalogue.municipalities.len()
        && services().is_sorted_by(|a, b| a < b)
        && services().chain(helping).all(|service| service < catalogue.services.len());
    (reader.is_done() && fits).then_some(lexicon)
}

/// The beginning of such a file, as [`Prepared::write`] writes it. `None` where a word has characters that cannot be stored.
#[must_use]
pub fn write_lexicon(lexicon: &Lexicon) -> Option<String> {
    let mut writer = Writer::default();
    lexicon.write(&mut writer);
    Some(sealed(&writer.text()?))
}

/// The tokens of a file that was written for this layout and is unharmed.
fn tokens(file: &[u8]) -> Option<&str> {
    let text = core::str::from_utf8(file.strip_prefix(HEAD.as_bytes())?).ok()?;
    let (text, _) = text.split_once('"')?;
    let (layout, text) = text.split_at_checked(DIGITS)?;
    let (sum, text) = text.split_at_checked(DIGITS)?;
    let number = |digits| u64::from_str_radix(digits, 16).ok();
    (number(layout)? == LAYOUT && number(sum)? == fingerprint(SEED, text.as_bytes())).then_some(text)
}

/// The beginning of a file that holds these tokens.
fn sealed(tokens: &str) -> String {
    let sum = fingerprint(SEED, tokens.as_bytes());
    format!("{HEAD}{LAYOUT:016x}{sum:016x}{tokens}\"")
}

/// Where sums start: the offset basis of FNV-1a with 64 bits, which is short, and good enough against accidents.
const SEED: u64 = 0xcbf2_9ce4_8422_2325;

/// FNV-1a, going on from `sum`.
const fn fingerprint(mut sum: u64, mut bytes: &[u8]) -> u64 {
    while let [byte, rest @ ..] = bytes {
        sum = (sum ^ *byte as u64).wrapping_mul(0x0100_0000_01b3);
        bytes = rest;
    }
    sum
}
