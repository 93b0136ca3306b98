//! The functions of `finder-core` that a keystroke waits for, once more: a crate has one `opt-level`, and these run twice as
//! fast with another than the one that keeps the widget's first download small.
//!
//! The functions below have no code of their own. What they call is marked `#[inline]` in the core, so that it is compiled
//! here, with this crate's `opt-level` (`profile.wasm-release.package.finder-words` in the root Cargo.toml). They themselves
//! are not to be compiled into a caller's crate.

use std::sync::Arc;

use finder_core::{
    catalogue::{Catalogue, LangIx, Lexicon},
    index::{Builder, Index},
    query::Query,
    rescue::{self, Rescue},
    results::{self, Answer, Asking},
    suggest::{self, Suggestion},
    urgent,
};

/// [`Builder::with_lexicon`].
#[inline(never)]
#[must_use]
pub fn begin(catalogue: &Catalogue, lexicon: Arc<Lexicon>, lang: LangIx) -> Builder {
    Builder::with_lexicon(catalogue, lexicon, lang)
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
pub fn is_urgent(index: &Index, query: &Query) -> bool {
    urgent::urgent(index, query).is_some()
}
