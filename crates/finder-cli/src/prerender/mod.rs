//! `finder prerender`: the catalogue as plain HTML, for visitors without script, for printing and for search engines.
//!
//! Written from the core alone, not by the widget's framework: no script, nothing from outside but what validation let through.

mod fragment;
mod frame;
mod html;
mod json_ld;
mod list;
mod region;
mod service;
mod service_page;
mod site;
mod story_page;
mod words;

use std::{path::Path, process::ExitCode};

use finder_core::{
    catalogue::{Catalogue, LangIx, Service, Story, Url},
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
    /// Has every service and story a page of its own?
    pub(crate) site: bool,
    /// Where the pages will lie, with a slash at the end, where that is known.
    pub(crate) base: Option<&'a str>,
    /// The page with the finder, relative to the list.
    pub(crate) finder: &'a str,
}

impl<'a> Page<'a> {
    /// A page in `ui`.
    pub(crate) fn new(catalogue: &'a Catalogue, ui: UiLang) -> Self {
        let lang = catalogue.lang_by_tag(ui.tag()).unwrap_or(LangIx::new(0));
        let words = words::words(ui);
        Self { catalogue, ui, lang, words, site: false, base: None, finder: "index.html" }
    }

    /// A service's own page, relative to the list.
    pub(crate) fn service_file(&self, service: &Service) -> String {
        format!("service/{}.html", service.id.as_str())
    }

    /// A story's own page, relative to the list.
    pub(crate) fn story_file(&self, story: &Story) -> String {
        format!("story/{}.html", story.id.as_str())
    }

    /// The whole address of a file, where it is known.
    pub(crate) fn address(&self, file: &str) -> Option<String> {
        self.base.map(|base| format!("{base}{file}"))
    }
}

/// Writes pages or the fragment.
///
/// # Errors
/// Says why the catalogue cannot be read or a page not be written.
pub fn run(args: &[String]) -> Outcome {
    let usage = "finder prerender: expected FILE, then --fragment, --list OUT or --site DIR, and perhaps --lang lv|en, \
                 --base URL, --finder HREF, --json-ld";
    let (file, options) = args.split_first().ok_or(usage)?;
    let mut ui = UiLang::Lv;
    let (mut fragment, mut with_data) = (false, false);
    let (mut list, mut site, mut base, mut finder) = (None, None, None, None);
    let mut options = options.iter();
    while let Some(option) = options.next() {
        match option.as_str() {
            "--fragment" => fragment = true,
            "--json-ld" => with_data = true,
            "--list" => list = Some(options.next().ok_or(usage)?),
            "--site" => site = Some(options.next().ok_or(usage)?),
            "--base" => base = Some(options.next().ok_or(usage)?),
            "--finder" => finder = Some(options.next().ok_or(usage)?),
            "--lang" => ui = options.next().and_then(|tag| UiLang::from_tag(tag)).ok_or(usage)?,
            _ => return Err(usage.to_owned()),
        }
    }
    let base = base.map(|base| match Url::parse(base) {
        Some(_) => Ok(format!("{}/", base.trim_end_matches('/'))),
        None => Err("finder prerender: --base must begin with https:// or http://"),
    });
    let base = base.transpose()?;
    let loaded =
        Loaded::first(&files::read_catalogue(Path::new(file))?).map_err(|problem| format!("{file}: {problem}"))?;
    let catalogue = loaded.catalogue().0.ok_or_else(|| format!("{file}: nothing to show"))?;
    let mut page = Page::new(&catalogue, ui);
    page.base = base.as_deref();
    if let Some(finder) = finder {
        page.finder = finder;
    }
    if fragment {
        say_all!("{}", fragment::fragment(&page, with_data));
    }
    if let Some(out) = list {
        files::write(Path::new(out), list::list(&page).as_bytes())?;
    }
    if let Some(folder) = site {
        page.site = true;
        for (name, text) in site::files(&page) {
            files::write(&Path::new(folder).join(name), text.as_bytes())?;
        }
        if page.base.is_none() {
            eprintln!("finder prerender: no sitemap.xml, since its addresses must be whole: give --base URL");
        }
    }
    if !fragment && list.is_none() && site.is_none() {
        return Err(usage.to_owned());
    }
    Ok(ExitCode::SUCCESS)
}
