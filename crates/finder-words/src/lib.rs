//! The functions of `finder-core` that a keystroke waits for, once more: a crate has one `opt-level`, and these run twice as
//! fast with another than the one that keeps the widget's first download small.
//!
//! The functions below have no code of their own. What they call is marked `#[inline]` in the core, so that it is compiled
//! here, with this crate's `opt-level` (`profile.wasm-release.package.finder-words` in the root Cargo.toml). They themselves
//! are not to be compiled into a caller's crate.

use finder_core::{
    catalogue::{Catalogue, LangIx},
    index::{Builder, Index},
    query::Query,
    rescue::{self, Rescue},
    results::{self, Answer, Asking},
    suggest::{self, Suggestion},
    urgent,
};

/// [`Builder::new`].
#[inline(never)]
#[must_use]
pub fn begin(catalogue: &Catalogue, lang: LangIx) -> Builder {
    Builder::new(catalogue, lang)
}

/// [`Builder::step`].
#[inline(never)]
pub fn step(builder: &mut Builder, catalogue: &Catalogue, services: usize) -> bool {
    builder.step(catalogue, services)
}

/// [`Builder::finish`], of an index of which every step is done.
#[inline(never)]
#[must_use]
pub fn finish(builder: Builder, catalogue: &Catalogue) -> Index {
    builder.finish(catalogue)
}

/// [`results::answer`].
#[inline(never)]
#[must_use]
pub fn answer(catalogue: &Catalogue, index: &Index, query: &Query, asking: Asking<'_>) -> Answer {
    results::answer(catalogue, index, query, asking)
}

/// [`suggest::suggest`].
#[inline(never)]
#[must_use]
pub fn suggest(catalogue: &Catalogue, index: &Index, query: &Query, lang: LangIx) -> Vec<Suggestion> {
    suggest::suggest(catalogue, index, query, lang)
}

/// [`rescue::rescue`].
#[inline(never)]
#[must_use]
pub fn rescue(catalogue: &Catalogue, index: &Index, query: &Query) -> Rescue {
    rescue::rescue(catalogue, index, query)
}

/// [`urgent::urgent`]: is there any such help?
#[inline(never)]
#[must_use]
pub fn is_urgent(catalogue: &Catalogue, index: &Index, query: &Query) -> bool {
    urgent::urgent(catalogue, index, query).is_some()
}
