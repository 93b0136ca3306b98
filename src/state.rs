//! The finder's state, and the only place that changes it.

use std::{rc::Rc, sync::Arc};

use finder_core::{
    catalogue::{
        Catalogue, LangIx, MunicipalityId, MunicipalityIx, PartKind, Point, RegionId, ServiceId, ServiceIx, StoryId,
        TermId, Text,
    },
    index::Index,
    query::{MapForm, Query, Sort, Target, View, toggle},
    results::{Asking, Hit, ResultSet, narrow},
    strings::{Strings, UiLang},
    urgent::Help,
};
use futures_util::future::{AbortHandle, Abortable};
use leptos::prelude::*;
use wasm_bindgen::JsValue;

use crate::{
    browser, chunks,
    host::Host,
    load::{LoadError, Source},
    options::Options,
    query_object::{clear_key, copy_key, target_parts, to_object},
    small::{Small, SmallMemo},
    url_sync::UrlSync,
    words::Marks,
};

/// Results shown at first, and added by *show more*.
pub const PAGE: usize = 20;

/// How far loading has come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Phase {
    /// On its way.
    Loading,
    /// On its way for longer than people wait without a word.
    Slow,
    /// There.
    Ready,
    /// Not to be had.
    Failed(LoadError),
}

/// How far a part of the catalogue has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PartPhase {
    /// Nobody asked for it.
    #[default]
    Unasked,
    /// On its way.
    Loading,
    /// There.
    Ready,
    /// Not to be had now.
    Failed,
}

/// The catalogue in the interface's language, as far as it is loaded.
#[derive(Debug)]
pub struct Data {
    /// The catalogue.
    pub catalogue: Arc<Catalogue>,
    /// Its index.
    pub index: Arc<Index>,
    /// The catalogue's language to show texts in.
    pub lang: LangIx,
}

impl Data {
    /// A text in the interface's language, else in one the catalogue has.
    pub fn text<'a>(&self, text: &'a Text) -> &'a str {
        text.best(self.lang).text
    }

    /// Where the service with this id stands.
    pub fn by_id(&self, id: &ServiceId) -> Option<ServiceIx> {
        self.catalogue.service_by_id(id)
    }
}

/// Where the visitor is, as far as they said. Only ever here: never in the address, never stored, never sent.
#[derive(Clone, Debug, PartialEq)]
pub struct Spot {
    /// The position distances are measured from.
    pub at: Point,
    /// The municipality it lies in, or whose centre is nearest.
    pub here: MunicipalityIx,
    /// What it is called.
    pub name: Box<str>,
    /// The town the distances are measured from, where that is another.
    pub centre: Option<Box<str>>,
}

/// The answer to a question, with all that follows from the same words.
#[derive(Default)]
pub struct Answer {
    /// The services and stories found.
    pub results: ResultSet,
    /// Finds the words asked for in a text; `None` without words.
    pub marks: Option<Marks>,
    /// Help that cannot wait, where the words ask for it.
    pub help: Option<Help>,
    /// Hits shown of each group.
    pub shown: usize,
}

impl Answer {
    fn new(data: &Data, query: &Query, spot: Option<&Spot>, shown: usize) -> Self {
        // A page at a time: a keystroke costs the same however many services answer.
        let (from, here) = (spot.map(|spot| spot.at), spot.map(|spot| spot.here));
        let asking = Asking { limit: Some(shown), from, here, ..Asking::default() };
        if has_words(query)
            && data.index.has_words()
            && let Some(words) = chunks::words_here()
        {
            return (words.answer)(data, query, asking);
        }
        Self { results: narrow(&data.catalogue, &data.index, query, asking), marks: None, help: None, shown }
    }

    /// The hits shown, in order.
    pub fn page(&self) -> impl Iterator<Item = &Hit> {
        self.results.hits.iter().take(self.shown)
    }
}

fn has_words(query: &Query) -> bool {
    !query.text.trim().is_empty()
}

impl std::ops::Deref for Answer {
    type Target = ResultSet;

    fn deref(&self) -> &ResultSet {
        &self.results
    }
}

/// Everything the components share. A handful of positions in the reactive arena: copied freely.
#[derive(Clone, Copy)]
pub struct Finder {
    /// What was asked. Written here only.
    query: RwSignal<Query>,
    /// What the page asks for when it opens: attributes, without the address.
    initial: RwSignal<Query>,
    /// The catalogue and its index.
    pub data: RwSignal<Option<Arc<Data>>>,
    /// Changes where everything must be drawn anew: another language, other options, another catalogue.
    pub epoch: Small<u32>,
    /// Are the first results on the page? What stands beside them waits for it.
    pub settled: Small<bool>,
    /// How far the first results have been drawn: 0, nothing, to [`DRAWN`](crate::components::app::DRAWN), all parts.
    pub drawn: Small<u32>,
    /// How far loading has come.
    pub phase: RwSignal<Phase>,
    /// The interface's language.
    pub lang: Small<UiLang>,
    /// What the page asks of the widget.
    pub options: RwSignal<Options>,
    /// The view shown.
    pub view: SmallMemo<View>,
    /// The query without what does not change results (view, open record).
    asked: Memo<Query>,
    /// The answer.
    pub results: Memo<Arc<Answer>>,
    /// Results shown.
    pub shown: Small<usize>,
    /// Is the widget wide enough for two columns?
    pub wide: Small<bool>,
    /// Did the last change come from typing? Then announcements wait for a pause.
    pub typing: Small<bool>,
    /// May new rows of results be made a few at a time? Not where the focus is to go to one of them.
    pub stepwise: Small<bool>,
    /// Where the visitor is, if they said so.
    pub spot: RwSignal<Option<Spot>>,
    /// Is the visitor asked where they are?
    pub asks_place: Small<bool>,
    /// Details of services.
    pub details: Small<PartPhase>,
    /// Stories.
    pub stories: Small<PartPhase>,
    /// Programmes.
    pub programmes: Small<PartPhase>,
    /// What searching for words needs: code, and the index made by it.
    pub words: Small<PartPhase>,
    /// The page around, and the source: neither is reactive.
    outside: StoredValue<Outside, LocalStorage>,
}

/// What is not reactive.
struct Outside {
    host: Host,
    source: Option<Rc<Source>>,
    scroll: Option<f64>,
    tasks: Vec<AbortHandle>,
    /// The record whose opening the page was told last.
    told: Option<Target>,
    /// Words as typed that the query does not have yet.
    typed: Option<String>,
}

impl Drop for Outside {
    /// What still waits for a timer or for the network holds the catalogue: a finder that leaves takes it along.
    fn drop(&mut self) {
        self.tasks.iter().for_each(AbortHandle::abort);
    }
}

impl Finder {
    /// A finder that has loaded nothing yet.
    pub fn new(host: Host, options: Options, lang: UiLang) -> Self {
        let query = RwSignal::new(Query::default());
        let data = RwSignal::new(None::<Arc<Data>>);
        let asked = Memo::new(move |_| query.with(Self::question));
        let shown = Small::new(PAGE);
        let spot = RwSignal::new(None::<Spot>);
        let words = Small::new(PartPhase::Unasked);
        // Compared by identity: answers are large, and a new one is made only where the question changed.
        let results = Memo::new_with_compare(
            move |before: Option<&Arc<Answer>>| {
                let answer = data.with(|data| {
                    let data = data.as_ref()?;
                    asked.with(|query| {
                        // Until words can be looked up, what is on the page stays; where they cannot, it says so.
                        let waits = has_words(query) && !data.index.has_words() && words.get() != PartPhase::Failed;
                        let answer = || spot.with(|spot| Answer::new(data, query, spot.as_ref(), shown.get()));
                        (!waits).then(|| Arc::new(answer()))
                    })
                });
                answer.or_else(|| before.cloned()).unwrap_or_default()
            },
            |a: Option<&Arc<Answer>>, b| !matches!((a, b), (Some(a), Some(b)) if Arc::ptr_eq(a, b)),
        );
        Self {
            query,
            initial: RwSignal::new(Query::default()),
            data,
            epoch: Small::new(0),
            settled: Small::new(false),
            drawn: Small::new(0),
            phase: RwSignal::new(Phase::Loading),
            lang: Small::new(lang),
            options: RwSignal::new(options),
            view: SmallMemo::new(move || query.with(|query| query.view)),
            asked,
            results,
            shown,
            wide: Small::new(false),
            typing: Small::new(false),
            stepwise: Small::new(false),
            spot,
            asks_place: Small::new(false),
            details: Small::new(PartPhase::Unasked),
            stories: Small::new(PartPhase::Unasked),
            programmes: Small::new(PartPhase::Unasked),
            words,
            outside: StoredValue::new_local(Outside {
                host,
                source: None,
                scroll: None,
                tasks: Vec::new(),
                told: None,
                typed: None,
            }),
        }
    }

    // Reading

    /// The interface's texts; reactive.
    pub fn strings(self) -> &'static Strings {
        self.lang.get().strings()
    }

    /// The query; reactive.
    pub fn query(self) -> ReadSignal<Query> {
        self.query.read_only()
    }

    /// The query without view and open record; reactive, and quieter than [`query`](Self::query).
    pub fn asked(self) -> Memo<Query> {
        self.asked
    }

    /// The data as it is now; not reactive.
    pub fn data_now(self) -> Option<Arc<Data>> {
        self.data.try_get_untracked().flatten()
    }

    /// The address of a record, for a link; `None` where this finder leaves the address alone.
    pub fn address_of(self, target: &Target) -> Option<String> {
        let query = Query { open: Some(target.clone()), ..Query::default() };
        self.address(&query)
    }

    /// The part of the page's address that is ours, if any.
    fn url(self) -> Option<Rc<UrlSync>> {
        self.outside.try_with_value(|outside| outside.host.url.clone()).flatten()
    }

    /// The page's address with the query as it is now.
    pub fn address_now(self) -> Option<String> {
        self.address(&self.query.try_get_untracked()?)
    }

    fn address(self, query: &Query) -> Option<String> {
        let options = self.options.try_get_untracked()?;
        let initial = self.initial.try_get_untracked()?;
        let mut query = query.clone();
        for key in &options.locked {
            copy_key(&mut query, key, &initial);
        }
        // Locked keys come from the page, not from links; words stay out where the page asks for it.
        let mut bare = query.clone();
        options.locked.iter().for_each(|key| clear_key(&mut bare, key));
        if self.hides_words(&bare) {
            bare.text.clear();
        }
        let mut bare_initial = initial;
        options.locked.iter().for_each(|key| clear_key(&mut bare_initial, key));
        Some(self.url()?.address(&bare, &bare_initial))
    }

    /// Are the words kept out of the address? Where the page asks for it, and where they may put somebody at risk if they
    /// are found later.
    pub fn hides_words(self, query: &Query) -> bool {
        self.options.try_with_untracked(|options| options.private).unwrap_or_default()
            || self.data_now().is_some_and(|data| match chunks::words_here() {
                Some(words) if data.index.has_words() => (words.is_urgent)(&data, query),
                // Not known yet: they are written once it is.
                _ => has_words(query),
            })
    }

    // Changing, on a visitor's behalf

    /// One change by the visitor that makes a history entry.
    fn act(self, change: impl FnOnce(&mut Query)) {
        self.take_typed();
        let mut query = self.query_now();
        change(&mut query);
        self.take(query, false);
    }

    /// Takes over what the visitor asks for now: all but what is locked. Shows the first page, writes the address.
    #[inline(never)]
    fn take(self, mut query: Query, typing: bool) {
        let (Some(before), Some(initial)) = (self.query.try_get_untracked(), self.initial.try_get_untracked()) else {
            return;
        };
        self.keep_locked(&mut query, &initial);
        if query == before {
            return;
        }
        if Self::question(&query) != Self::question(&before) {
            self.shown.set(PAGE);
        }
        let address = if typing {
            None
        } else {
            // What was typed goes into the present history entry first.
            if let Some(url) = self.url() {
                url.flush();
            }
            self.address(&query)
        };
        let opened = if query.open == before.open { None } else { query.open.clone() };
        let _ = self.typing.try_set(typing);
        // What is typed, or chosen on the map, is seen there first; so is the map itself.
        let _ = self.stepwise.try_set(typing || query.view == View::Map);
        let asks_words = has_words(&query);
        self.query.set(query);
        self.wanted_by_view();
        if asks_words {
            self.want_words();
        }
        if let Some(url) = self.url() {
            match address {
                Some(address) => url.write(&address),
                None => url.write_later(),
            }
        }
        if let Some(target) = opened {
            self.tell_opened(&target);
        }
    }

    /// The query without what does not change results.
    fn question(query: &Query) -> Query {
        Query { view: View::List, open: None, map: None, ..query.clone() }
    }

    /// Locked keys stay as the page has them.
    #[inline(never)]
    fn keep_locked(self, query: &mut Query, initial: &Query) {
        self.options.with_untracked(|options| options.locked.iter().for_each(|key| copy_key(query, key, initial)));
    }

    fn tell_opened(self, target: &Target) {
        let Some(data) = self.data_now() else { return };
        let catalogue = &data.catalogue;
        let title = match target {
            Target::Service(id) | Target::Office(id) => {
                data.by_id(id).and_then(|ix| catalogue.service(ix)).map(|service| &service.name)
            }
            Target::Story(id) => catalogue.story_by_id(id).and_then(|ix| catalogue.story(ix)).map(|story| &story.title),
        };
        // A story has its title once the stories are there: its page tells it then.
        if title.is_some() || !matches!(target, Target::Story(_)) {
            let (kind, id) = target_parts(target);
            let title = title.map_or("", |title| data.text(title));
            self.emit("open", &[("kind", kind.into()), ("id", id.into()), ("title", title.into())]);
            let _ = self.outside.try_update_value(|outside| outside.told = Some(target.clone()));
        }
    }

    /// Tells the page that a story was opened, unless it knows.
    pub fn tell_story(self, id: &StoryId) {
        let target = Target::Story(id.clone());
        if self.outside.try_with_value(|outside| outside.told.as_ref() != Some(&target)) == Some(true) {
            self.tell_opened(&target);
        }
    }

    /// The words, as typed so far. They are only noted: the letter is painted before anything follows from it.
    pub fn set_text(self, text: String) {
        let waits = self.outside.try_update_value(|outside| outside.typed.replace(text).is_some());
        if waits == Some(false) {
            browser::after_paint(move || self.take_typed());
        }
    }

    /// Asks for the words that were typed, if that has not happened yet.
    pub fn take_typed(self) {
        let query = self.query_now();
        if self.outside.try_update_value(|outside| outside.typed.take()).flatten().is_some() {
            self.take(query, true);
        }
    }

    /// Empties the words in one step.
    pub fn clear_text(self) {
        self.act(|query| query.text.clear());
    }

    /// A whole query chosen at once: a way out, a suggestion.
    pub fn ask(self, asked: Query) {
        self.act(|query| *query = asked);
    }

    /// Chooses a kind of service, or takes it back.
    pub fn toggle_type(self, id: TermId) {
        self.act(|query| toggle(&mut query.types, id));
    }

    /// Chooses an audience, or takes it back.
    pub fn toggle_audience(self, id: TermId) {
        self.act(|query| toggle(&mut query.audiences, id));
    }

    /// Chooses a region, or takes it back.
    pub fn toggle_region(self, id: RegionId) {
        self.act(|query| toggle(&mut query.regions, id));
    }

    /// Chooses a municipality, or takes it back.
    pub fn toggle_municipality(self, id: MunicipalityId) {
        self.act(|query| toggle(&mut query.municipalities, id));
    }

    /// Drops words and filters.
    pub fn clear(self) {
        self.act(Query::clear);
    }

    /// Shows a view.
    pub fn set_view(self, view: View) {
        self.act(|query| {
            query.view = view;
            query.open = None;
        });
    }

    /// Orders results.
    pub fn set_sort(self, sort: Option<Sort>) {
        self.act(|query| query.sort = sort);
    }

    /// Shows the map in a form.
    pub fn set_map(self, form: MapForm) {
        self.act(|query| query.map = Some(form));
    }

    /// The visitor says where they live, or takes it back.
    pub fn set_home(self, home: Option<MunicipalityId>) {
        self.act(|query| query.home = home);
    }

    /// The visitor says where they are: the nearest come first then. Or takes it back.
    pub fn set_spot(self, spot: Option<Spot>) {
        let sort = if spot.is_some() { Some(Sort::Distance) } else { None };
        let _ = self.spot.try_set(spot);
        let by_distance = self.query_now().sort == Some(Sort::Distance);
        if by_distance != sort.is_some() {
            self.set_sort(sort);
        }
    }

    /// The municipality the visitor lives in; reactive.
    pub fn home(self) -> Option<MunicipalityIx> {
        let data = self.data.get()?;
        self.asked.with(|query| data.catalogue.municipality_by_id(query.home.as_ref()?))
    }

    /// The order results are in; reactive.
    pub fn order(self) -> Sort {
        let has_place = self.spot.with(Option::is_some) || self.home().is_some();
        self.asked.with(|query| query.order(!query.text.trim().is_empty(), has_place))
    }

    /// Asks anew: all services of one region.
    pub fn only_region(self, id: RegionId) {
        self.act(|query| {
            query.clear();
            query.regions.push(id);
            query.view = View::List;
            query.open = None;
        });
    }

    /// Opens a record over the view.
    pub fn open(self, target: Target) {
        let scroll = window().scroll_y().ok();
        self.outside.update_value(|outside| {
            if outside.scroll.is_none() {
                outside.scroll = scroll;
            }
        });
        self.act(|query| query.open = Some(target));
    }

    /// Closes the open record.
    pub fn close(self) {
        self.act(|query| query.open = None);
    }

    /// Where the page was scrolled to when a record was opened from the results; asked once.
    pub fn take_scroll(self) -> Option<f64> {
        let mut scroll = None;
        let _ = self.outside.try_update_value(|outside| scroll = outside.scroll.take());
        scroll
    }

    /// Shows the next page of results.
    pub fn show_more(self) {
        // The rows must be there when focus goes to them: none of the small steps that follow typing.
        let _ = self.typing.try_set(false);
        let _ = self.stepwise.try_set(false);
        self.shown.set(self.shown.get_untracked() + PAGE);
    }

    // Changing, on the page's behalf: the address stays as it is

    /// Takes over a query from the page or the address.
    pub fn set_query(self, mut query: Query) {
        let Some(initial) = self.initial.try_get_untracked() else { return };
        self.keep_locked(&mut query, &initial);
        if let Some(data) = self.data_now() {
            query.view = self.options.with_untracked(|options| options.view_for(query.view, &data.catalogue));
        }
        // What was typed a moment ago came first.
        self.take_typed();
        let before = self.query_now();
        if query != before {
            let _ = self.typing.try_set(false);
            let _ = self.stepwise.try_set(false);
            self.shown.set(PAGE);
            let opened = if query.open == before.open { None } else { query.open.clone() };
            let asks_words = has_words(&query);
            self.query.set(query);
            self.wanted_by_view();
            if asks_words {
                self.want_words();
            }
            if let Some(target) = opened {
                self.tell_opened(&target);
            }
        }
    }

    /// What the page shows at first.
    pub fn set_initial(self, query: Query) {
        self.initial.set(query);
    }

    /// What the page shows at first.
    pub fn initial(self) -> Query {
        self.initial.get_untracked()
    }

    /// The query as it is now.
    pub fn query_now(self) -> Query {
        let mut query = self.query.try_get_untracked().unwrap_or_default();
        if let Some(Some(typed)) = self.outside.try_with_value(|outside| outside.typed.clone()) {
            query.text = typed;
        }
        query
    }

    /// Everything is drawn anew.
    pub fn draw_anew(self) {
        if let Some(epoch) = self.epoch.try_get_untracked() {
            self.epoch.set(epoch.wrapping_add(1));
        }
    }

    // Loading

    /// Does something that takes its time; given up when the finder leaves the page.
    pub fn spawn(self, work: impl Future<Output = ()> + 'static) {
        let (handle, registration) = AbortHandle::new_pair();
        if self.outside.try_update_value(|outside| outside.tasks.push(handle)).is_some() {
            let work: std::pin::Pin<Box<dyn Future<Output = ()>>> = Box::pin(work);
            let work = Abortable::new(work, registration);
            leptos::task::spawn_local(async move {
                let _ = work.await;
            });
        }
    }

    /// Remembers where the catalogue comes from.
    pub fn set_source(self, source: Rc<Source>) {
        // Positions in a catalogue mean nothing in another.
        let _ = self.spot.try_set(None);
        let _ = self.outside.try_update_value(|outside| outside.source = Some(source));
    }

    /// Where the catalogue comes from.
    pub fn source(self) -> Option<Rc<Source>> {
        self.outside.try_with_value(|outside| outside.source.clone()).flatten()
    }

    /// Does something with the page around.
    pub fn with_host<T>(self, with: impl FnOnce(&mut Host) -> T) -> Option<T> {
        self.outside.try_update_value(|outside| with(&mut outside.host))
    }

    /// Takes over what the source has by now, in the interface's language. The index is kept where the services are the
    /// same.
    pub async fn take_over(self, source: &Source, mut new_index: bool) {
        loop {
            let Some(ui) = self.lang.try_get_untracked() else { return };
            let catalogue = source.catalogue();
            let lang = crate::language::of_texts(&catalogue, ui);
            let same = |old: &Arc<Data>| {
                !new_index && old.lang == lang && old.catalogue.services.len() == catalogue.services.len()
            };
            let words = chunks::words_here().filter(|_| self.words.try_get_untracked() != Some(PartPhase::Unasked));
            let index = match (self.data_now().filter(same), words) {
                (Some(old), _) => Arc::clone(&old.index),
                (None, Some(words)) => source.index(&catalogue, lang, words).await,
                (None, None) => Arc::new(Index::for_facets(&catalogue, lang)),
            };
            // Another part or language may have come while the index was made: what is older must not replace it.
            if Arc::ptr_eq(&catalogue, &source.catalogue()) && self.lang.try_get_untracked() == Some(ui) {
                let _ = self.data.try_set(Some(Arc::new(Data { catalogue, index, lang })));
                return;
            }
            new_index = true;
        }
    }

    /// Loads what the present view and open record need and is not there yet.
    pub fn wanted_by_view(self) {
        let Some((view, open)) = self.query.try_with_untracked(|query| (query.view, query.open.is_some())) else {
            return;
        };
        if open {
            self.want(PartKind::Details);
            self.want(PartKind::Stories);
        }
        match view {
            View::Stories => self.want(PartKind::Stories),
            View::Programme => self.want(PartKind::Programme),
            View::List | View::Map => {}
        }
    }

    /// The signal that follows a kind of part.
    fn part_phase(self, kind: PartKind) -> Option<Small<PartPhase>> {
        match kind {
            PartKind::Details => Some(self.details),
            PartKind::Stories => Some(self.stories),
            PartKind::Programme => Some(self.programmes),
            PartKind::Language(_) => None,
        }
    }

    /// Loads a part of the catalogue, unless it is there or on its way.
    pub fn want(self, kind: PartKind) {
        let (Some(source), Some(signal)) = (self.source(), self.part_phase(kind)) else { return };
        if matches!(signal.try_get_untracked(), None | Some(PartPhase::Loading | PartPhase::Ready)) {
            return;
        }
        let _ = signal.try_set(PartPhase::Loading);
        self.spawn(async move {
            let result = source.want(kind).await;
            let Some(data) = self.data_now() else { return };
            match result {
                Ok(()) => {
                    if !Arc::ptr_eq(&data.catalogue, &source.catalogue()) {
                        self.take_over(&source, kind == PartKind::Stories).await;
                    }
                    let _ = signal.try_set(PartPhase::Ready);
                }
                Err(error) => {
                    browser::console_warn(&format!("service-finder: {}", error.message));
                    let _ = signal.try_set(PartPhase::Failed);
                }
            }
        });
    }

    /// Loads what words need, unless it is there or on its way.
    pub fn want_words(self) {
        if matches!(self.words.try_get_untracked(), Some(PartPhase::Unasked | PartPhase::Failed)) {
            self.spawn(self.load_words());
        }
    }

    /// Loads what words need. Afterwards it is there, or known to have failed.
    pub async fn load_words(self) {
        let Some(source) = self.source() else { return };
        let _ = self.words.try_set(PartPhase::Loading);
        match chunks::load_words().await {
            Ok(_) => {
                self.take_over(&source, true).await;
                let _ = self.words.try_set(PartPhase::Ready);
                // Only now is it known whether they may stand in the address.
                if let Some(url) = self.url().filter(|_| has_words(&self.query_now())) {
                    url.write_later();
                }
            }
            Err(_) => drop(self.words.try_set(PartPhase::Failed)),
        }
    }

    /// Are there words to look for?
    pub fn has_words_asked(self) -> bool {
        self.asked.with(has_words)
    }

    /// Are there words to look for that cannot be looked up yet? Reactive.
    pub fn waits_for_words(self) -> bool {
        self.has_words_asked()
            && self.words.get() != PartPhase::Failed
            && self.data.with(|data| data.as_ref().is_some_and(|data| !data.index.has_words()))
    }

    /// Tells the page.
    pub fn emit(self, name: &str, detail: &[(&str, JsValue)]) {
        let _ = self.with_host(|host| host.emit(name, &browser::object(detail)));
    }

    /// Tells the page that another query was answered.
    pub fn emit_change(self) {
        let Some(total) = self.results.try_with_untracked(|results| results.total) else { return };
        let Some(query) = self.query.try_with_untracked(to_object) else { return };
        #[expect(clippy::cast_precision_loss, reason = "a count of services")]
        let total = total as f64;
        self.emit("change", &[("query", query), ("total", total.into())]);
    }
}
