//! `finder prerender`: the catalogue as plain HTML, for visitors without script, for printing and for search engines.
//!
//! Written from the core alone, not by the widget's framework: no script, nothing from outside but what validation let through.

mod fragment;
mod html;
mod list;
mod region;
mod service;
mod words;

use std::{path::Path, process::ExitCode};

use finder_core::{
    catalogue::{Catalogue, LangIx},
    load::Loaded,
    strings::UiLang,
};

use self::words::Words;
use crate::{Outcome, files};

/// The pages' file, named by links in the fragment. Part of the public interface.
const LIST: &str = "list.html";

/// What every page is written from.
pub(crate) struct Page<'a> {
    /// The catalogue.
    pub(crate) catalogue: &'a Catalogue,
    /// Language of the page.
    pub(crate) ui: UiLang,
    /// The same among the catalogue's languages; the first where it has no such texts.
    pub(crate) lang: LangIx,
    /// Texts that only these pages have.
    pub(crate) words: &'static Words,
}

impl<'a> Page<'a> {
    /// A page in `ui`.
    pub(crate) fn new(catalogue: &'a Catalogue, ui: UiLang) -> Self {
        let lang = catalogue.lang_by_tag(ui.tag()).unwrap_or(LangIx::new(0));
        Self { catalogue, ui, lang, words: words::words(ui) }
    }
}

/// Writes a page or the fragment.
///
/// # Errors
/// Says why the catalogue cannot be read or the page not be written.
pub fn run(args: &[String]) -> Outcome {
    let usage = "finder prerender: expected FILE, then --fragment or --list OUT, and perhaps --lang lv|en";
    let (file, options) = args.split_first().ok_or(usage)?;
    let mut ui = UiLang::Lv;
    let mut fragment = false;
    let mut list = None;
    let mut options = options.iter();
    while let Some(option) = options.next() {
        match option.as_str() {
            "--fragment" => fragment = true,
            "--list" => list = Some(options.next().ok_or(usage)?),
            "--lang" => ui = options.next().and_then(|tag| UiLang::from_tag(tag)).ok_or(usage)?,
            _ => return Err(usage.to_owned()),
        }
    }
    let loaded = Loaded::first(&files::read(Path::new(file))?).map_err(|problem| format!("{file}: {problem}"))?;
    let catalogue = loaded.catalogue().0.ok_or_else(|| format!("{file}: nothing to show"))?;
    let page = Page::new(&catalogue, ui);
    if let Some(out) = list {
        files::write(Path::new(out), list::list(&page).as_bytes())?;
    }
    if fragment {
        print!("{}", fragment::fragment(&page));
    }
    if !fragment && list.is_none() {
        return Err(usage.to_owned());
    }
    Ok(ExitCode::SUCCESS)
}
