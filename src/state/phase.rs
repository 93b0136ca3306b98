//! How far things have come.

use crate::load::LoadError;

/// How far loading has come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Phase {
    /// On its way.
    Loading,
    /// On its way for longer than people wait without a word.
    Slow,
    /// There.
    Ready,
    /// Not to be had.
    Failed(LoadError),
}

/// How far a part of the catalogue has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PartPhase {
    /// Nobody asked for it.
    #[default]
    Unasked,
    /// On its way.
    Loading,
    /// There.
    Ready,
    /// Not to be had now.
    Failed,
}
