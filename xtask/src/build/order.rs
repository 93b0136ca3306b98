//! Puts a module's functions into an order in which Brotli finds more repeats: those that resemble each other side by side.
//!
//! The module that comes out does the same: only the functions' numbers differ. Some 2 % of the compressed module.

use std::collections::HashMap;

use anyhow::{Context, Result};
use wasm_encoder::{
    CodeSection, FunctionSection, Module,
    reencode::{Error, Reencode},
};
use wasmparser::{CodeSectionReader, FunctionSectionReader, Parser, Payload};

/// Bytes that two functions have in common count from this length on. `PIECE`, `COMMON` and `CHANCE` are the best of 60
/// combinations, by the size of the first download and the largest chunk: 0.9 % below six bytes in at most 200 functions.
const PIECE: usize = 4;

/// Pieces in more functions than this say nothing about any two of them.
const COMMON: usize = 400;

/// Added to a function's number of pieces when what it shares is put in relation to it: so many bytes are shared by chance.
const CHANCE: f64 = 20.0;

/// The same module with its functions in a better order.
pub fn by_likeness(wasm: &[u8]) -> Result<Vec<u8>> {
    let mut imported = 0;
    let mut bodies: Vec<&[u8]> = Vec::new();
    for payload in Parser::new(0).parse_all(wasm) {
        match payload? {
            Payload::ImportSection(imports) => {
                for import in imports.into_imports() {
                    imported += u32::from(matches!(import?.ty, wasmparser::TypeRef::Func(_)));
                }
            }
            Payload::CodeSectionEntry(body) => bodies.push(body.as_bytes()),
            _ => {}
        }
    }
    let order = order(&bodies);
    let mut place = vec![0; order.len()];
    for (new, old) in order.iter().enumerate() {
        let new = u32::try_from(new)?;
        *place.get_mut(*old).context("an order of the module's functions")? = imported + new;
    }
    let mut module = Module::new();
    let mut ordered = Ordered { imported, order, place };
    ordered.parse_core_module(&mut module, Parser::new(0), wasm).map_err(|error| anyhow::anyhow!("{error}"))?;
    Ok(module.finish())
}

/// The functions' order: from the largest on, always the one most like the one before.
fn order(bodies: &[&[u8]]) -> Vec<usize> {
    let mut holders: HashMap<&[u8], Vec<usize>> = HashMap::new();
    for (function, body) in bodies.iter().enumerate() {
        for piece in body.windows(PIECE) {
            let holders = holders.entry(piece).or_default();
            if holders.last() != Some(&function) {
                holders.push(function);
            }
        }
    }
    let mut pieces: Vec<Vec<&[usize]>> = vec![Vec::new(); bodies.len()];
    for holders in holders.values().filter(|holders| (2..=COMMON).contains(&holders.len())) {
        for function in holders {
            if let Some(pieces) = pieces.get_mut(*function) {
                pieces.push(holders);
            }
        }
    }
    // The largest first; where nothing resembles the one before, the largest of what is left.
    let mut by_size: Vec<usize> = (0..bodies.len()).collect();
    by_size.sort_by_key(|function| std::cmp::Reverse(bodies.get(*function).map_or(0, |body| body.len())));
    let mut left = vec![true; bodies.len()];
    let mut order: Vec<usize> = Vec::with_capacity(bodies.len());
    let mut by_size = by_size.into_iter();
    loop {
        let next = order.last().and_then(|last| most_like(*last, &pieces, &left));
        let next = next.or_else(|| by_size.find(|function| left.get(*function) == Some(&true)));
        let Some(next) = next else { return order };
        if let Some(left) = left.get_mut(next) {
            *left = false;
        }
        order.push(next);
    }
}

/// Of the functions left, the one that shares most with `function`, in relation to its size.
fn most_like(function: usize, pieces: &[Vec<&[usize]>], left: &[bool]) -> Option<usize> {
    let mut shared: HashMap<usize, u32> = HashMap::new();
    for other in pieces.get(function)?.iter().copied().flatten().filter(|other| left.get(**other) == Some(&true)) {
        *shared.entry(*other).or_default() += 1;
    }
    #[expect(clippy::cast_precision_loss, reason = "counts of bytes of a function")]
    let score = |other: usize, shared: u32| f64::from(shared) / (CHANCE + pieces.get(other).map_or(0, Vec::len) as f64);
    let best = shared.into_iter().map(|(other, shared)| (score(other, shared), other));
    // Of two alike the first, so that the same module always comes out the same.
    best.max_by(|(a, one), (b, other)| a.total_cmp(b).then(other.cmp(one))).map(|(_, other)| other)
}

/// Writes a module anew with its functions in another order.
struct Ordered {
    /// Functions that the module imports: they keep their numbers.
    imported: u32,
    /// For each new place, the function's old one.
    order: Vec<usize>,
    /// For each function, its new number.
    place: Vec<u32>,
}

/// A module without a function that it names.
type Lost = Error<std::convert::Infallible>;

impl Reencode for Ordered {
    type Error = std::convert::Infallible;

    fn function_index(&mut self, function: u32) -> Result<u32, Lost> {
        let own = function.checked_sub(self.imported).and_then(|own| self.place.get(own as usize));
        Ok(own.copied().unwrap_or(function))
    }

    fn parse_function_section(
        &mut self,
        to: &mut FunctionSection,
        from: FunctionSectionReader<'_>,
    ) -> Result<(), Lost> {
        let types = from.into_iter().collect::<Result<Vec<u32>, _>>()?;
        for old in self.order.clone() {
            if let Some(of_type) = types.get(old) {
                to.function(self.type_index(*of_type)?);
            }
        }
        Ok(())
    }

    fn parse_code_section(&mut self, to: &mut CodeSection, from: CodeSectionReader<'_>) -> Result<(), Lost> {
        let bodies = from.into_iter().collect::<Result<Vec<_>, _>>()?;
        for old in self.order.clone() {
            if let Some(body) = bodies.get(old) {
                self.parse_function_body(to, body.clone())?;
            }
        }
        Ok(())
    }
}
