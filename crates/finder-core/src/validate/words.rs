//! Words that mean the same, and needs that cannot wait.

use serde_json::Value;

use super::each;
use crate::{
    catalogue::{Equivalent, ServiceIx, Urgent},
    raw::{self, Reader},
};

pub(super) fn equivalents<'a>(list: Option<&'a [Value]>, reader: &mut Reader<'a>) -> Vec<Equivalent> {
    let mut equivalents = Vec::new();
    each(list, "equivalents", &raw::EQUIVALENT, reader, &mut |raw, _, _, _, _| {
        equivalents.push(Equivalent { words: raw.words(raw::equivalent::words) });
    });
    equivalents
}

pub(super) fn urgent<'a>(list: Option<&'a [Value]>, reader: &mut Reader<'a>) -> Vec<Urgent> {
    use raw::urgent as k;
    let mut urgent = Vec::new();
    each(list, "urgent", &raw::URGENT, reader, &mut |raw, _, _, _, _| {
        urgent.push(Urgent {
            words: raw.words(k::words),
            services: raw.positions(k::services).unwrap_or_default().into_iter().map(ServiceIx::new).collect(),
            emergency: raw.phone(k::emergency),
            harmless: raw.flag(k::harmless).unwrap_or(false),
        });
    });
    urgent
}
