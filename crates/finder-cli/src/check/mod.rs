//! `finder check`: every problem of a catalogue, and what an editor should look at.

mod review;

use std::{
    fmt::Write as _,
    path::Path,
    process::ExitCode,
    time::{SystemTime, UNIX_EPOCH},
};

use finder_core::{
    catalogue::Date,
    load::Loaded,
    problem::{Cost, Problem},
};
use serde_json::{Value, json};

use crate::{Outcome, files};

/// What a check found.
#[derive(Debug)]
pub struct Report {
    /// Everything told, in the order of the file; warnings last.
    pub problems: Vec<Problem>,
    /// For each list of the file: its name, its records, those kept.
    pub lists: Vec<(&'static str, usize, usize)>,
}

/// Checks a file and prints what was found.
///
/// # Errors
/// Says why the file cannot be opened.
pub fn run(args: &[String]) -> Outcome {
    let usage = "finder check: expected FILE, and perhaps --format text|json, --today YYYY-MM-DD";
    let mut file = None;
    let mut as_json = false;
    let mut today = None;
    let mut args = args.iter();
    while let Some(arg) = args.next() {
        match arg.as_str() {
            "--format" => as_json = args.next().ok_or(usage)? == "json",
            "--today" => today = Some(args.next().and_then(|day| Date::parse(day)).ok_or(usage)?.days_since_epoch()),
            option if option.starts_with("--") => return Err(usage.to_owned()),
            name => file = Some(name),
        }
    }
    let file = file.ok_or(usage)?;
    let report = check(&files::read_catalogue(Path::new(file))?, today.unwrap_or_else(system_day));
    if as_json {
        say!("{}", report.json());
    } else {
        say_all!("{}", report.text(file));
    }
    Ok(ExitCode::from(report.exit_code()))
}

/// Days since 1970-01-01 by the machine's clock; the core has none.
fn system_day() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since.as_secs() / 86_400).unwrap_or_default()
}

/// Checks a catalogue; `today` in days since 1970-01-01.
#[must_use]
pub fn check(bytes: &[u8], today: i64) -> Report {
    let loaded = match Loaded::first(bytes) {
        Ok(loaded) => loaded,
        Err(problem) => return Report { problems: vec![*problem], lists: Vec::new() },
    };
    let (catalogue, mut problems) = loaded.catalogue();
    let Some(catalogue) = catalogue else { return Report { problems, lists: Vec::new() } };
    let in_file = |name: &str| loaded.value().get(name).and_then(Value::as_array).map_or(0, Vec::len);
    let kept = [
        ("types", catalogue.types.len()),
        ("audiences", catalogue.audiences.len()),
        ("regions", catalogue.regions.len()),
        ("municipalities", catalogue.municipalities.len()),
        ("services", catalogue.services.len()),
        ("stories", catalogue.stories.len()),
        ("programmes", catalogue.programmes.len()),
        ("events", catalogue.events.len()),
        ("documents", catalogue.documents.len()),
        ("routes", catalogue.routes.len()),
        ("equivalents", catalogue.lexicon.equivalents.len()),
        ("urgent", catalogue.lexicon.urgent.len()),
    ];
    let lists = kept.into_iter().map(|(name, kept)| (name, in_file(name), kept)).collect();
    problems.extend(review::review(&catalogue, loaded.value(), today));
    problems.sort_by_key(|problem| problem.cost == Cost::Warning);
    Report { problems, lists }
}

impl Report {
    /// 0 clean (warnings cost nothing), 1 problems, 2 unreadable.
    #[must_use]
    pub fn exit_code(&self) -> u8 {
        match self.problems.iter().map(|problem| problem.cost).max() {
            None | Some(Cost::Warning) => 0,
            Some(Cost::Value | Cost::Record) => 1,
            Some(Cost::File) => 2,
        }
    }

    /// One problem a line, then one line that counts.
    #[must_use]
    pub fn text(&self, file: &str) -> String {
        let mut text = String::new();
        for problem in &self.problems {
            let _ = write!(text, "{}: {problem}", cost(problem.cost));
            if let Some(id) = &problem.id {
                let _ = write!(text, " ({id})");
            }
            text.push('\n');
        }
        let warnings = self.warnings();
        let count = |n: usize, what: &str| format!("{n} {what}{}", if n == 1 { "" } else { "s" });
        let problems = count(self.problems.len() - warnings, "problem");
        let _ = write!(text, "{file}: {problems}, {}", count(warnings, "warning"));
        for (name, in_file, kept) in &self.lists {
            if *in_file > 0 {
                let _ = write!(text, "; {kept} of {in_file} {name} kept");
            }
        }
        text.push('\n');
        text
    }

    /// The same for programs.
    #[must_use]
    pub fn json(&self) -> Value {
        let problems: Vec<Value> = self
            .problems
            .iter()
            .map(|problem| {
                json!({
                    "place": problem.place,
                    "id": problem.id,
                    "expected": problem.expected,
                    "found": problem.found,
                    "hint": problem.hint,
                    "costs": match problem.cost {
                        Cost::Warning => "nothing",
                        Cost::Value => "value",
                        Cost::Record => "record",
                        Cost::File => "file",
                    },
                })
            })
            .collect();
        let mut lists = serde_json::Map::new();
        for (name, in_file, kept) in &self.lists {
            lists.insert((*name).to_owned(), json!({ "in_file": in_file, "kept": kept }));
        }
        let warnings = self.warnings();
        json!({
            "exit_code": self.exit_code(),
            "problems": problems,
            "counts": { "problems": self.problems.len() - warnings, "warnings": warnings },
            "records": lists,
        })
    }

    fn warnings(&self) -> usize {
        self.problems.iter().filter(|problem| problem.cost == Cost::Warning).count()
    }
}

/// What a problem costs, in front of its line.
const fn cost(cost: Cost) -> &'static str {
    match cost {
        Cost::Warning => "warning",
        Cost::Value => "value left out",
        Cost::Record => "record left out",
        Cost::File => "unreadable",
    }
}
