//! `finder rank`: how well search answers judged queries.

use std::{path::Path, process::ExitCode};

use finder_core::{
    catalogue::{Catalogue, LangIx, Service},
    index::Index,
    load::Loaded,
    query::Query,
    results::{Asking, Group, Hit, find},
};
use serde_json::Value;

use crate::{Outcome, files};

/// Results that are looked at: what a visitor sees before "show more".
const DEPTH: usize = 10;

/// A query with the services that should answer it.
struct Judged {
    query: String,
    lang: String,
    relevant: Vec<String>,
}

/// How well one query is answered; each figure from 0 to 1.
#[derive(Clone, Copy, Default)]
struct Figures {
    /// Share of the relevant services among the first ten results, of ten at most.
    recall: f64,
    /// One over the place of the first relevant result.
    reciprocal_rank: f64,
    /// Normalised discounted cumulative gain of the first ten results.
    gain: f64,
}

/// `finder rank FILE QUERIES… [--failures]`
pub fn run(args: &[String]) -> Outcome {
    let failures = args.iter().any(|arg| arg == "--failures");
    let mut files = args.iter().filter(|arg| !arg.starts_with("--"));
    let (Some(file), queries) = (files.next(), files.collect::<Vec<_>>()) else {
        return Err("finder rank FILE QUERIES… [--failures]".to_owned());
    };
    let catalogue = load(file)?;
    say!("{:<28} {:>7} {:>10} {:>6} {:>8}", "", "queries", "recall@10", "MRR", "nDCG@10");
    for path in queries {
        let judged = read(path)?;
        let figures = judge(&catalogue, &judged);
        if failures {
            for (judged, (figures, shown)) in judged.iter().zip(&figures) {
                if figures.recall < 1.0 || figures.reciprocal_rank < 1.0 {
                    let (recall, rank) = (figures.recall, figures.reciprocal_rank);
                    say!("  {recall:.2} {rank:.2} {} ({})\n      {}", judged.query, judged.lang, shown.join(" "));
                }
            }
        }
        let all: Vec<Figures> = figures.into_iter().map(|(figures, _)| figures).collect();
        let mean = mean(&all);
        let name = path.rsplit('/').next().unwrap_or(path);
        let count = all.len();
        say!("{name:<28} {count:>7} {:>10.3} {:>6.3} {:>8.3}", mean.recall, mean.reciprocal_rank, mean.gain);
    }
    Ok(ExitCode::SUCCESS)
}

fn load(path: &str) -> Result<Catalogue, String> {
    let bytes = files::read_catalogue(Path::new(path))?;
    let loaded = Loaded::first(&bytes).map_err(|problem| format!("{path}: {problem}"))?;
    loaded.catalogue().0.ok_or_else(|| format!("{path}: no catalogue"))
}

fn read(path: &str) -> Result<Vec<Judged>, String> {
    let bytes = std::fs::read(path).map_err(|error| format!("{path}: {error}"))?;
    let file: Value = serde_json::from_slice(&bytes).map_err(|error| format!("{path}: {error}"))?;
    let text = |entry: &Value, key: &str| entry.get(key).and_then(Value::as_str).map(str::to_owned);
    let entries = file.as_array().ok_or_else(|| format!("{path}: expected a list"))?;
    let judged = entries.iter().enumerate().map(|(i, entry)| {
        let missing = |key: &str| format!("{path}: [{i}]: expected `{key}`");
        let relevant = entry.get("relevant").and_then(Value::as_array).ok_or_else(|| missing("relevant"))?;
        Ok(Judged {
            query: text(entry, "query").ok_or_else(|| missing("query"))?,
            lang: text(entry, "lang").ok_or_else(|| missing("lang"))?,
            relevant: relevant.iter().filter_map(Value::as_str).map(str::to_owned).collect(),
        })
    });
    judged.collect()
}

/// Answers each query and judges the answer; with the ids of the results looked at.
fn judge(catalogue: &Catalogue, queries: &[Judged]) -> Vec<(Figures, Vec<String>)> {
    let indexes: Vec<Index> =
        (0..catalogue.languages.len()).map(|lang| Index::build(catalogue, LangIx::new(lang))).collect();
    let answer = |judged: &Judged| {
        let lang = catalogue.lang_by_tag(&judged.lang).map_or(0, LangIx::get);
        let Some(index) = indexes.get(lang) else { return (Figures::default(), Vec::new()) };
        let query = Query { text: judged.query.clone(), ..Query::default() };
        let result = find(catalogue, index, &query, Asking { limit: Some(DEPTH), ..Asking::default() });
        let hits: Vec<&Hit> = result.hits.iter().filter(|hit| hit.group != Group::NotStated).take(DEPTH).collect();
        let id = |hit: &Hit| catalogue.service(hit.service).map_or_else(String::new, |service| service.id.to_string());
        (figures(catalogue, judged, &hits), hits.iter().map(|hit| id(hit)).collect())
    };
    queries.iter().map(answer).collect()
}

#[allow(clippy::cast_precision_loss, reason = "small counts")]
fn figures(catalogue: &Catalogue, judged: &Judged, hits: &[&Hit]) -> Figures {
    let is_relevant = |service: &Service| judged.relevant.iter().any(|id| *id == service.id.as_str());
    let covered = |hit: &Hit| {
        let members = hit.parts.iter().chain([&hit.service]);
        members.filter(|ix| catalogue.service(**ix).is_some_and(is_relevant)).count()
    };
    let relevant: Vec<usize> = hits.iter().map(|hit| covered(hit)).collect();
    let found: usize = relevant.iter().sum();
    let discount = |place: usize| 1.0 / (place as f64 + 2.0).log2();
    let gained: f64 = relevant.iter().enumerate().filter(|(_, n)| **n > 0).map(|(place, _)| discount(place)).sum();
    // Parts stand within their whole: one result answers for all of them.
    let mut places: Vec<usize> = catalogue
        .services
        .iter()
        .enumerate()
        .filter(|(_, s)| is_relevant(s))
        .map(|(i, _)| whole(catalogue, i))
        .collect();
    places.dedup();
    places.sort_unstable();
    places.dedup();
    let best: f64 = (0..places.len().min(DEPTH)).map(discount).sum();
    Figures {
        recall: (found as f64 / judged.relevant.len().clamp(1, DEPTH) as f64).min(1.0),
        reciprocal_rank: relevant.iter().position(|n| *n > 0).map_or(0.0, |place| 1.0 / (place as f64 + 1.0)),
        gain: if best > 0.0 { (gained / best).min(1.0) } else { 0.0 },
    }
}

fn whole(catalogue: &Catalogue, mut service: usize) -> usize {
    // No chain of parts is longer than the catalogue.
    for _ in 0..catalogue.services.len() {
        match catalogue.services.get(service).and_then(|s| s.part_of) {
            Some(above) if catalogue.service(above).is_some_and(|whole| !catalogue.is_way_in(whole)) => {
                service = above.get()
            }
            _ => break,
        }
    }
    service
}

#[allow(clippy::cast_precision_loss, reason = "small counts")]
fn mean(all: &[Figures]) -> Figures {
    let count = all.len().max(1) as f64;
    let sum = |of: fn(&Figures) -> f64| all.iter().map(of).sum::<f64>() / count;
    Figures { recall: sum(|f| f.recall), reciprocal_rank: sum(|f| f.reciprocal_rank), gain: sum(|f| f.gain) }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");

    #[test]
    fn judged_queries_are_answered() {
        let catalogue = load(&format!("{ROOT}/data/latvia.json")).unwrap();
        // Everyday queries were written from the catalogue alone, a set at a time, each measured once before anything was
        // tuned on it (docs/search.md). What nobody tuned on is measured alone.
        for file in ["lv.json", "en.json", "everyday.json"] {
            let judged = read(&format!("{ROOT}/tests/ranking/{file}")).unwrap();
            for judged in &judged {
                let known = |id: &String| catalogue.services.iter().any(|service| service.id.as_str() == id);
                assert!(judged.relevant.iter().all(known), "{file}: {}: an id is unknown", judged.query);
            }
            let figures: Vec<Figures> = judge(&catalogue, &judged).into_iter().map(|(figures, _)| figures).collect();
            let mean = mean(&figures);
            assert!(mean.recall >= 0.98, "{file}: recall@10 {}", mean.recall);
            assert!(mean.reciprocal_rank >= 0.95, "{file}: MRR {}", mean.reciprocal_rank);
        }
    }
}
