//! `finder`: what a catalogue editor runs.

/// Writes a line. Whoever reads may have heard enough (`finder check … | head`): that is no mistake.
macro_rules! say {
    ($($part:tt)*) => {
        _ = std::io::Write::write_fmt(&mut std::io::stdout(), format_args!("{}\n", format_args!($($part)*)))
    };
}

/// The same without an end of line.
macro_rules! say_all {
    ($($part:tt)*) => {
        _ = std::io::Write::write_fmt(&mut std::io::stdout(), format_args!($($part)*))
    };
}

mod check;
mod files;
mod generate;
mod import;
mod json_out;
mod map;
mod prerender;
mod rank;
mod schema;
mod split;
mod withheld;

use std::process::ExitCode;

const USAGE: &str = "\
finder: tools for catalogues of the service finder

  finder check FILE [--format json] [--today YYYY-MM-DD]
      every problem with place, expected, found and hint; exit code 0 clean, 1 problems, 2 unreadable
  finder generate FILE COUNT OUT
      for benchmarks: a catalogue of COUNT invented services with the words and places of FILE
  finder import [SOURCES_DIR] [OUT_FILE]
      the facts under data/sources become data/latvia.json, and the shapes data/latvia.map.json
  finder map SHAPES OUT [--id KEY] [--catalogue FILE] [--detail PIXELS]
      GeoJSON or TopoJSON becomes a map file; shared borders stay shared. Says who neighbours whom
  finder rank FILE QUERIES… [--failures]
      how well search answers judged queries: recall@10, MRR and nDCG@10
  finder schema [OUT]
      the JSON Schema of a catalogue file
  finder split FILE OUT_DIR
      a small first file and parts that are loaded when wanted; the map file is copied beside them
  finder prerender FILE [--fragment [--json-ld]] [--list OUT] [--site DIR [--base URL] [--finder HREF]] [--lang lv|en]
      the catalogue as plain HTML: a short list for inside <service-finder>, one page with everything, or that page and one
      for each service and story; with the address where they will lie, a sitemap too
  finder check-withheld DIR [--list FILE]
      searches every file for addresses that must not be published; exit code 1 if there is one
";

/// What a command answers: the exit code, or a sentence why it could not do its work.
pub type Outcome = Result<ExitCode, String>;

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let outcome = match args.split_first() {
        Some((command, rest)) => run(command, rest),
        None => Err(USAGE.to_owned()),
    };
    outcome.unwrap_or_else(|error| {
        eprintln!("{error}");
        ExitCode::from(2)
    })
}

fn run(command: &str, args: &[String]) -> Outcome {
    match command {
        "check" => check::run(args),
        "generate" => generate::run(args),
        "import" => import::run(args),
        "map" => map::run(args),
        "prerender" => prerender::run(args),
        "rank" => rank::run(args),
        "schema" => schema::run(args),
        "split" => split::run(args),
        "check-withheld" => withheld::run(args),
        "help" | "--help" | "-h" => {
            say_all!("{USAGE}");
            Ok(ExitCode::SUCCESS)
        }
        other => Err(format!("finder: no command `{other}`\n\n{USAGE}")),
    }
}
