//! Words that mean the same, and needs that cannot wait.

use super::each;
use crate::{
    catalogue::{Equivalent, Urgent},
    raw::{self, Reader, Records},
};

pub(super) fn equivalents<'a>(
    list: Option<Records<'a, raw::Equivalent<'a>>>,
    reader: &mut Reader<'a>,
) -> Vec<Equivalent> {
    let mut equivalents = Vec::new();
    each(list, "equivalents", reader, |raw, _, _, _, _| {
        equivalents.extend(raw.words.map(|words| Equivalent { words: words.0 }));
    });
    equivalents
}

pub(super) fn urgent<'a>(list: Option<Records<'a, raw::Urgent<'a>>>, reader: &mut Reader<'a>) -> Vec<Urgent> {
    let mut urgent = Vec::new();
    each(list, "urgent", reader, |raw, _, _, _, _| {
        let Some(words) = raw.words else { return };
        urgent.push(Urgent { words: words.0, services: raw.services.unwrap_or_default(), emergency: raw.emergency });
    });
    urgent
}
