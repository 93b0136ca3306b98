//! The core alone as WebAssembly: what benchmarks ask of it in a browser. Compiled as the widget is (`wasm-release`), and
//! called by the same door (`finder-words`).

#[path = "../../../../crates/finder-core/benches/common/mod.rs"]
mod common;
mod counted;

use std::sync::Arc;

use std::hint::black_box;

use finder_core::{
    catalogue::{Catalogue, LangIx},
    index::{Builder, Index},
    load::Loaded,
    query::Query,
    results::Asking,
};
use wasm_bindgen::prelude::*;

/// A catalogue, its index, and what is asked of them.
#[wasm_bindgen]
pub struct Finder {
    catalogue: Catalogue,
    index: Index,
    building: Option<Builder>,
    keystrokes: Vec<Query>,
    filtered: Vec<Query>,
}

/// The catalogue's first language.
fn lang() -> LangIx {
    LangIx::new(0)
}

#[wasm_bindgen]
impl Finder {
    /// Reads a catalogue.
    #[wasm_bindgen(constructor)]
    pub fn new(bytes: &[u8]) -> Result<Finder, JsValue> {
        let catalogue = Loaded::first(bytes).ok().and_then(|loaded| loaded.catalogue().0);
        let catalogue = catalogue.ok_or_else(|| JsValue::from("expected a catalogue"))?;
        let keystrokes = common::keystrokes();
        let filtered = keystrokes.iter().map(common::filtered).collect();
        Ok(Self { catalogue, index: Index::default(), building: None, keystrokes, filtered })
    }

    /// The keystrokes, one a line.
    pub fn keystrokes(&self) -> String {
        self.keystrokes.iter().map(|query| query.text.as_str()).collect::<Vec<_>>().join("\n")
    }

    /// Builds the index in one go.
    pub fn build(&mut self) {
        self.index = Index::default();
        let mut builder = finder_words::begin(&self.catalogue, Arc::clone(&self.catalogue.lexicon), lang());
        while !finder_words::step(&mut builder, &self.catalogue, usize::MAX / 2) {}
        self.index = finder_words::finish(builder, &self.catalogue);
    }

    /// Builds the index a slice at a time; `true` when all is done.
    pub fn build_some(&mut self, services: usize) -> bool {
        let builder = self
            .building
            .get_or_insert_with(|| finder_words::begin(&self.catalogue, Arc::clone(&self.catalogue.lexicon), lang()));
        let done = finder_words::step(builder, &self.catalogue, services);
        if done {
            self.building = None;
        }
        done
    }

    /// The first page of a keystroke, with reasons and all facet counts; answers how many there are.
    pub fn ask(&self, keystroke: usize) -> usize {
        self.keystrokes.get(keystroke).map_or(0, |query| self.find(query))
    }

    /// The same with three facets chosen.
    pub fn ask_filtered(&self, keystroke: usize) -> usize {
        self.filtered.get(keystroke).map_or(0, |query| self.find(query))
    }

    /// The same without words.
    pub fn ask_nothing(&self) -> usize {
        self.find(&Query::default())
    }

    fn find(&self, query: &Query) -> usize {
        let page = Asking { limit: Some(common::PAGE), ..Asking::default() };
        black_box(finder_words::answer(&self.catalogue, &self.index, query, page)).results.total
    }

    /// Suggestions of a keystroke; answers how many there are.
    pub fn suggest(&self, keystroke: usize) -> usize {
        let suggest = |query| black_box(finder_words::suggest(&self.catalogue, &self.index, query, lang())).len();
        self.keystrokes.get(keystroke).map_or(0, suggest)
    }

    /// Ways out of a query without results.
    pub fn rescue(&self) {
        black_box(finder_words::rescue(&self.catalogue, &self.index, &common::dead_end()));
    }

    /// Bytes of the catalogue's texts that are searched.
    pub fn text_bytes(&self) -> usize {
        common::text_bytes(&self.catalogue)
    }

    /// Bytes that the index says it takes.
    pub fn index_bytes(&self) -> usize {
        self.index.bytes()
    }

    /// Bytes allocated now, by the allocator's own count.
    pub fn live_bytes(&self) -> usize {
        counted::live()
    }

    /// The most bytes that were allocated at once since this was asked last.
    pub fn peak_bytes(&self) -> usize {
        counted::peak()
    }
}
