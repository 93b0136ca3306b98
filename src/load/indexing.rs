//! From what is loaded to an index of its words. Reached by the chunk that comes with the words alone (`chunks`).

use std::sync::Arc;

use finder_core::{
    catalogue::{Catalogue, LangIx, Lexicon, PartKind},
    index::Index,
    prepared::read_lexicon,
};

use super::{LoadError, Source};
use crate::browser::{console_warn, now, wait};

/// Work at a stretch before the page gets its turn: at a quarter of the speed still below a long task's 50 ms.
const SLICE_MS: f64 = 8.0;

/// Services read between two looks at the clock: at a quarter of the speed still a few milliseconds.
const SLICE: usize = 20;

/// The index of `catalogue` in a language. Where the lexicon cannot be loaded that is told, and the index is for facets alone:
/// without knowing which words are urgent, none may be searched for.
pub async fn index(source: &Source, catalogue: &Arc<Catalogue>, lang: LangIx) -> Arc<Index> {
    match try_index(source, catalogue, lang).await {
        Ok(index) => index,
        Err(error) => {
            console_warn(&["service-finder: ", &error.message].concat());
            Arc::new(Index::for_facets(catalogue, lang))
        }
    }
}

/// Another finder's index, or one that is built in slices, so that the page stays responsive.
async fn try_index(source: &Source, catalogue: &Arc<Catalogue>, lang: LangIx) -> Result<Arc<Index>, LoadError> {
    let known = source.indexes.borrow().iter().find_map(|(known, of, index)| {
        let same = *known == lang && of.upgrade().is_some_and(|of| Arc::ptr_eq(&of, catalogue));
        same.then(|| index.upgrade()).flatten()
    });
    if let Some(known) = known {
        return Ok(known);
    }
    let mut work = finder_words::begin(catalogue, lexicon(source).await?, lang);
    let mut since = now();
    while !finder_words::step(&mut work, catalogue, SLICE) {
        if now() - since > SLICE_MS {
            wait(0).await;
            since = now();
        }
    }
    let index = Arc::new(finder_words::finish(work, catalogue));
    let mut indexes = source.indexes.borrow_mut();
    indexes.retain(|(_, _, index)| index.strong_count() > 0);
    indexes.push((lang, Arc::downgrade(catalogue), Arc::downgrade(&index)));
    Ok(index)
}

/// The lexicon: prepared in a file of its own, else in the catalogue, once its part is joined.
async fn lexicon(source: &Source) -> Result<Arc<Lexicon>, LoadError> {
    while let Some(file) = source.lexicon() {
        source.load(Some(file.clone())).await;
        let bytes = source.loaded(&file)?;
        // Another language may have been chosen meanwhile.
        if source.lexicon().as_ref() != Some(&file) {
            continue;
        }
        if let Some(lexicon) = read_lexicon(&bytes, &source.catalogue()) {
            return Ok(Arc::new(lexicon));
        }
        // Prepared for another version of the finder, or changed since.
        *source.lexicon.borrow_mut() = None;
    }
    source.want(PartKind::Words).await?;
    Ok(Arc::clone(&source.catalogue().lexicon))
}
