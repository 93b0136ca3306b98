//! How long search takes, and how that grows: `cargo bench -p finder-core`, with sizes as arguments if wanted.
//!
//! A harness of its own, since the question is a percentile over many different keystrokes, which the usual ones do
//! not answer. Figures are for reading; no test depends on them.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::cast_precision_loss,
    clippy::disallowed_types,
    clippy::disallowed_methods,
    reason = "a benchmark measures time, which the core itself never does"
)]

mod common;
#[path = "../../finder-cli/src/generate.rs"]
mod generate;

use std::{
    hint::black_box,
    time::{Duration, Instant},
};

use finder_core::{
    catalogue::{Catalogue, LangIx},
    index::{Builder, Index},
    load::Loaded,
    query::Query,
    rescue::rescue,
    results::{Asking, find},
    suggest::suggest,
};

/// Times each thing is done; the quickest counts.
const REPEATS: usize = 5;

fn main() {
    let sizes: Vec<usize> = std::env::args().skip(1).filter_map(|arg| arg.parse().ok()).collect();
    let sizes = if sizes.is_empty() { vec![250, 10_000, 100_000] } else { sizes };
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../data/latvia.json");
    let real = Loaded::first(&std::fs::read(path).expect("the catalogue")).expect("is JSON").value().clone();
    println!("{:<44} {:>10} {:>10} {:>10}", "", "median", "p95", "slowest");
    let mut all = Vec::new();
    for size in sizes {
        println!("{size} services");
        all.push((size, measure(&real, size)));
    }
    for pair in all.windows(2) {
        let ((small, fast), (large, slow)) = (pair[0], pair[1]);
        let power = (slow.as_secs_f64() / fast.as_secs_f64()).ln() / (large as f64 / small as f64).ln();
        println!("a keystroke's p95 grows as services^{power:.2} from {small} to {large}");
    }
}

/// Measures one size; answers a keystroke's 95th percentile.
fn measure(real: &serde_json::Map<String, serde_json::Value>, size: usize) -> Duration {
    let bytes = generate::generate(real, size).to_string();
    let (catalogue, _) = Loaded::first(bytes.as_bytes()).expect("is JSON").catalogue();
    let catalogue = catalogue.expect("is a catalogue");
    let lang = LangIx::new(0);

    let build = times(if size > 50_000 { 1 } else { 3 }, |_| {
        black_box(Index::build(&catalogue, lang));
    });
    show("build", &build);
    show("build, longest slice of 500 services", &slices(&catalogue));
    let index = Index::build(&catalogue, lang);
    let text: usize = common::text_bytes(&catalogue);
    println!("  index {} kB, {:.2} of the catalogue's text", index.bytes() / 1000, index.bytes() as f64 / text as f64);

    let queries = common::keystrokes();
    let page = Asking { limit: Some(common::PAGE), ..Asking::default() };
    let keystroke = times(queries.len(), |i| {
        black_box(find(&catalogue, &index, &queries[i], page));
    });
    show("a keystroke: results and all facet counts", &keystroke);
    if std::env::var_os("FINDER_BENCH_SLOWEST").is_some() {
        show_slowest(&queries, |query| {
            black_box(find(&catalogue, &index, query, page));
        });
    }

    let filtered: Vec<Query> = queries.iter().map(common::filtered).collect();
    let times_filtered = times(filtered.len(), |i| {
        black_box(find(&catalogue, &index, &filtered[i], page));
    });
    show("a keystroke with three facets chosen", &times_filtered);
    let empty = Query::default();
    show(
        "all facets, no words",
        &times(5, |_| {
            black_box(find(&catalogue, &index, &empty, page));
        }),
    );
    show(
        "suggestions",
        &times(queries.len(), |i| {
            black_box(suggest(&catalogue, &index, &queries[i], lang));
        }),
    );
    let dead_end = common::dead_end();
    show(
        "rescue",
        &times(3, |_| {
            black_box(rescue(&catalogue, &index, &dead_end));
        }),
    );
    percentile(&keystroke, 95)
}

/// Each run's best time of a few: what else the machine does is not what is asked.
fn times(runs: usize, mut work: impl FnMut(usize)) -> Vec<Duration> {
    let mut once = |i: usize| {
        let start = Instant::now();
        work(i);
        start.elapsed()
    };
    let mut times: Vec<Duration> = (0..runs).map(|i| (0..REPEATS).map(|_| once(i)).min().unwrap_or_default()).collect();
    times.sort_unstable();
    times
}

/// The slowest keystrokes, to see what costs.
fn show_slowest(queries: &[Query], mut ask: impl FnMut(&Query)) {
    let mut slowest: Vec<(Duration, &str)> =
        queries.iter().map(|query| (times(1, |_| ask(query))[0], query.text.as_str())).collect();
    slowest.sort_unstable_by(|a, b| b.cmp(a));
    for (time, text) in slowest.iter().take(15) {
        println!("    {:.3} ms  {text}", time.as_secs_f64() * 1000.0);
    }
}

/// The longest step of building in slices.
fn slices(catalogue: &Catalogue) -> Vec<Duration> {
    let mut longest = Duration::ZERO;
    let mut builder = Builder::new(catalogue, LangIx::new(0));
    loop {
        let start = Instant::now();
        let done = builder.step(catalogue, 500);
        longest = longest.max(start.elapsed());
        if done {
            return vec![longest];
        }
    }
}

fn percentile(sorted: &[Duration], percent: usize) -> Duration {
    sorted[(sorted.len() - 1) * percent / 100]
}

fn show(what: &str, sorted: &[Duration]) {
    let cell = |percent: usize| format!("{:.3} ms", percentile(sorted, percent).as_secs_f64() * 1000.0);
    println!("  {what:<42} {:>10} {:>10} {:>10}", cell(50), cell(95), cell(100));
}
