//! From nothing to the first results, and what happens when the page changes its mind.

use finder_core::{
    catalogue::PartKind,
    query::{Query, Target},
    query_url::read_key,
    strings::UiLang,
};
use leptos::{prelude::*, task::spawn_local};

use crate::{
    browser::{self, console_error, now, wait},
    chunks,
    components::app::{DRAWN, SETTLED, look_at_width},
    host::{Early, emit_state},
    language,
    load::{LoadError, Source},
    query_object::{copy_key, from_object, warn},
    state::{Finder, Phase},
};

/// After this long without an answer people think it is broken: say that it is not.
const SLOW_MS: i32 = 4_000;

/// What words need is fetched when the first results have been on the page for a moment.
const WORDS_MS: i32 = 300;

/// Further parts are fetched once the first results have been on the page for a while.
const PREFETCH_MS: i32 = 500;

const NO_TEXTS: &str = "service-finder: the texts in this language could not be loaded";

/// Loads the catalogue and shows it; `draw` puts the widget on the page before, where it is not there yet.
pub fn load(finder: Finder, first: Option<js_sys::Promise>, draw: Option<Box<dyn FnOnce()>>) {
    let started = now();
    let _ = finder.phase.try_set(Phase::Loading);
    let _ = finder.drawn.try_set(0);
    emit_state(finder, "loading");
    finder.spawn(async move {
        wait(SLOW_MS).await;
        if finder.phase.try_get_untracked() == Some(Phase::Loading) {
            let _ = finder.phase.try_set(Phase::Slow);
            emit_state(finder, "slow");
        }
    });
    finder.spawn(async move {
        if let Some(draw) = draw {
            // What came before was enough for one task on a phone.
            wait(0).await;
            draw();
        }
        let Some(url) = finder.with_host(|host| host.catalogue.clone()) else { return };
        match Source::open(&url, first).await {
            Ok(source) => ready(finder, source, started).await,
            Err(error) => failed(finder, error),
        }
    });
}

fn failed(finder: Finder, error: LoadError) {
    if finder.phase.try_get_untracked().is_none() {
        return;
    }
    let cure = if error.code == "catalogue" { "; `finder check` names everything to mend" } else { "" };
    console_error(&["service-finder (", error.code, "): ", &error.message, cure].concat());
    emit_state(finder, "failed");
    finder.emit("error", &[("code", error.code.into()), ("message", error.message.as_str().into())]);
    let _ = finder.phase.try_set(Phase::Failed(error));
}

async fn ready(finder: Finder, source: std::rc::Rc<Source>, started: f64) {
    let ui = loop {
        let Some(tag) = finder.with_host(|host| host.tag.clone()) else { return };
        let catalogue = source.catalogue();
        let ui = language::choose(&tag, Some(&catalogue));
        let lang = language::of_texts(&catalogue, ui);
        // Better a moment later in the right language than a page that changes under the reader.
        if source.want(PartKind::Language(lang)).await.is_err() {
            console_error(NO_TEXTS);
        }
        wait(0).await;
        // Gone meanwhile.
        if finder.phase.try_get_untracked().is_none() {
            return;
        }
        // The page may have changed its mind.
        if finder.with_host(|host| host.tag == tag) == Some(true) {
            break ui;
        }
    };
    finder.set_source(source.clone());
    finder.lang.set(ui);
    finder.take_over(&source, true).await;
    wait(0).await;
    if finder.phase.try_get_untracked().is_none() {
        return;
    }
    let Some((query, opened)) = first_query(finder) else { return };
    // A link with words: its results at once, not all services first.
    if !query.text.trim().is_empty() {
        finder.load_words().await;
    }
    finder.set_query(query);
    for id in opened {
        open(finder, &id);
    }
    // A link to a record: the page's own list stays until there is more than a place for it.
    if matches!(finder.query_now().open, Some(Target::Service(_))) {
        chunks::expect_service().await;
        if finder.phase.try_get_untracked().is_none() {
            return;
        }
    }
    look_at_width(finder);
    finder.phase.set(Phase::Ready);
    for step in 1..=SETTLED {
        wait(0).await;
        if finder.drawn.try_set(step).is_some() {
            return;
        }
        // The rest comes while the first of them are read.
        if step == DRAWN {
            emit_state(finder, "ready");
            #[expect(clippy::cast_precision_loss, reason = "counts of services and problems")]
            finder.emit(
                "ready",
                &[
                    ("services", (source.catalogue().services.len() as f64).into()),
                    ("problems", (source.problems() as f64).into()),
                    ("ms", (now() - started).round().into()),
                ],
            );
        }
    }
    if let Some(Ok(Some(busy))) = finder.with_host(|host| host.root.query_selector("[aria-busy]")) {
        let _ = busy.remove_attribute("aria-busy");
    }
    finder.wanted_by_view();
    if finder.options.with_untracked(|options| options.reduced) {
        return;
    }
    // Unless the visitor is quicker: the search box asks for it too.
    wait(WORDS_MS).await;
    finder.want_words();
    wait(PREFETCH_MS).await;
    chunks::prefetch(finder).await;
    finder.want(PartKind::Details);
    // A search finds stories too, wherever it is asked.
    finder.want(PartKind::Stories);
}

/// Attributes, then the address, then what scripts asked meanwhile: what to ask, and records to open.
fn first_query(finder: Finder) -> Option<(Query, Vec<String>)> {
    let data = finder.data_now()?;
    let mut initial = Query::default();
    let attributes = finder.with_host(|host| host.attributes.clone()).unwrap_or_default();
    for (name, value) in &attributes {
        warn(&read_key(&mut initial, name, value, &data.catalogue));
    }
    initial.view = finder.options.with_untracked(|options| options.view_for(initial.view, &data.catalogue));
    finder.set_initial(initial.clone());
    let linked = finder.with_host(|host| host.url.as_ref().and_then(|url| url.read(&data.catalogue))).flatten();
    let mut query = linked.unwrap_or(initial);
    let early = finder.with_host(|host| std::mem::take(&mut host.early)).unwrap_or_default();
    let mut opened = Vec::new();
    for early in early {
        match early {
            Early::Query(object) => query = from_object(&object, &data.catalogue),
            Early::Open(id) => opened.push(id),
        }
    }
    Some((query, opened))
}

/// Opens a record by its public name.
pub fn open(finder: Finder, id: &str) {
    let Some(data) = finder.data_now() else { return };
    let mut wanted = Query::default();
    warn(&read_key(&mut wanted, "open", id, &data.catalogue));
    if let Some(target) = wanted.open {
        let mut query = finder.query_now();
        query.open = Some(target);
        finder.set_query(query);
    }
}

/// Back, forward, or an edited address.
pub fn address_changed(finder: Finder) {
    let Some(data) = finder.data_now() else { return };
    let (linked, bare) = finder
        .with_host(|host| host.url.as_ref().map_or((None, false), |url| (url.read(&data.catalogue), url.is_bare())))
        .unwrap_or_default();
    let mut query = match linked {
        Some(query) => query,
        None if bare => finder.initial(),
        // The host's own anchor: none of ours.
        None => return,
    };
    let now = finder.query_now();
    let private = finder.options.with_untracked(|options| options.private);
    if private || (query.text.is_empty() && finder.hides_words(&now)) {
        // The words are not in the address, so the address cannot take them away.
        copy_key(&mut query, "q", &now);
    }
    finder.set_query(query);
}

/// Speaks another language; then gives focus to what `focus` selects, since all was drawn anew.
pub fn speak(finder: Finder, ui: UiLang, focus: Option<&'static str>) {
    let _ = finder.with_host(|host| host.wanted = Some(ui));
    if finder.lang.try_get_untracked() == Some(ui) {
        return;
    }
    let Some(source) = finder.source() else {
        let _ = finder.lang.try_set(ui);
        return;
    };
    finder.spawn(async move {
        let lang = language::of_texts(&source.catalogue(), ui);
        if source.want(PartKind::Language(lang)).await.is_err() {
            console_error(NO_TEXTS);
        }
        // Another one was asked for meanwhile.
        if finder.with_host(|host| host.wanted) != Some(Some(ui)) {
            return;
        }
        if finder.lang.try_set(ui).is_none() {
            finder.take_over(&source, true).await;
            finder.draw_anew();
            if let Some(focus) = focus {
                focus_after_redraw(finder, focus);
            }
        }
    });
}

/// Looked for again after this many milliseconds, and how often: a view may first have to be downloaded.
const LOOK_MS: i32 = 50;
const LOOKS: u32 = 100;

/// Gives focus to what `selector` finds, once it is there: in a view that is downloaded when it is first wanted.
pub fn focus_when_there(finder: Finder, selector: &'static str) {
    spawn_local(async move {
        for _ in 0..LOOKS {
            wait(LOOK_MS).await;
            let Some(root) = finder.with_host(|host| host.root.clone()) else { return };
            if let Ok(Some(found)) = root.query_selector(selector) {
                browser::focus(&found);
                return;
            }
        }
    });
}

/// Gives focus to what `selector` finds, once the widget was drawn anew.
pub fn focus_after_redraw(finder: Finder, selector: &'static str) {
    spawn_local(async move {
        // Effects run in microtasks; a language may first have to be loaded.
        wait(0).await;
        let Some(root) = finder.with_host(|host| host.root.clone()) else { return };
        if let Ok(Some(found)) = root.query_selector(selector) {
            browser::focus(&found);
        }
    });
}
