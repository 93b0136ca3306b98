//! The drawing. Made once, and put on the page when all of it is there; everything that changes is written where it changed
//! and nowhere else: one step for all the municipalities costs less than an effect for each of their many attributes.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
    sync::Arc,
    time::Duration,
};

use finder_core::{
    catalogue::MunicipalityId,
    map::{Frame, Layout, MapFile, short_names},
    places::by_name,
    strings::fill,
};
use leptos::prelude::*;

use super::{
    inset::Inset,
    sight::{Level, Sight},
};
use crate::{
    browser,
    dom::{El, svg},
    small::Small,
    state::{Data, Finder},
};

/// A choice is answered after this long where nothing is painted: longer than a slow phone takes for a picture.
const UNSEEN: Duration = Duration::from_millis(250);

/// One municipality as drawn.
pub(super) struct Unit {
    pub(super) id: MunicipalityId,
    pub(super) name: String,
    pub(super) short: Box<str>,
    pub(super) position: usize,
    /// Those that share a border, as far as they are drawn.
    pub(super) neighbours: Vec<usize>,
    pub(super) group: El,
    pub(super) shape: El,
    /// Number and name as written on the map, in `label`.
    pub(super) number: El,
    pub(super) written: El,
    pub(super) label: El,
    /// The outline of a city: without it there would be a hole around its circle.
    pub(super) ground: Option<El>,
    /// Number of services, shade, chosen; `None` before the first time.
    pub(super) shown: Cell<Option<(u32, usize, bool)>>,
    /// Does it lie outside of what is looked at?
    pub(super) is_out: Cell<bool>,
}

impl Unit {
    /// Is it drawn as chosen?
    pub(super) fn is_chosen(&self) -> bool {
        self.shown.get().is_some_and(|(_, _, chosen)| chosen)
    }
}

/// The whole drawing.
pub struct Picture {
    pub finder: Finder,
    pub map: Arc<MapFile>,
    pub sight: Sight,
    pub locked: bool,
    /// Positions of the municipalities in the order of the alphabet.
    pub order: Vec<usize>,
    pub(super) units: Vec<Unit>,
    /// Where the drawing is put when it is there.
    pub(super) place: El,
    pub(super) svg: El,
    /// Is it there, and painted?
    pub(super) painted: Small<bool>,
    pub(super) inset: RefCell<Option<Inset>>,
    pub(super) titles: El,
    pub(super) chosen_line: El,
    pub(super) near_line: El,
    pub(super) lit_line: El,
    /// What a pointer at rest is told: of the one municipality it is on.
    pub(super) title: El,
    pub(super) layout: RefCell<Option<Layout>>,
    pub(super) frame: Cell<Frame>,
    active: Cell<usize>,
    /// Choices that are seen already and not yet answered.
    pub(super) pending: Rc<RefCell<Vec<MunicipalityId>>>,
    /// Are the lines around the neighbours of what is chosen still to be drawn?
    pub(super) near_due: Cell<bool>,
    /// Counts the ways of the view, so that a newer one ends an older one.
    pub(super) glides: Cell<u32>,
}

impl Picture {
    /// Draws what does not change, to be put into `place`.
    pub fn new(
        finder: Finder,
        data: &Arc<Data>,
        map: &Arc<MapFile>,
        sight: Sight,
        locked: bool,
        place: El,
    ) -> Rc<Self> {
        let texts = finder.lang.get_untracked().map();
        let names = short_names(&data.catalogue, data.lang);
        let drawn = |position: usize| map.units.iter().position(|unit| unit.municipality.get() == position);
        let form = Form::new(locked);
        let units = map.units.iter().enumerate().filter_map(|(at, unit)| {
            let place = data.catalogue.municipality(unit.municipality)?;
            let (group, ground, shape) = form.group(unit.is_city)?;
            let (label, number, written) = form.label()?;
            Some(Unit {
                id: place.id.clone(),
                name: data.text(&place.name).to_owned(),
                short: names.get(unit.municipality.get()).cloned().unwrap_or_default(),
                position: unit.municipality.get(),
                neighbours: place.neighbours.iter().filter_map(|ix| drawn(ix.get())).collect(),
                group: group.attr("data-id", place.id.as_str()).attr("data-unit", &at.to_string()),
                shape,
                number,
                written,
                label: label.attr("data-label", place.id.as_str()),
                ground,
                shown: Cell::new(None),
                is_out: Cell::new(false),
            })
        });
        let units: Vec<Unit> = units.collect();
        let line = |class: &str| svg("path").class(class).attr("aria-hidden", "true");
        let (near_line, chosen_line, lit_line) = (line("map-near"), line("map-chosen"), line("map-lit"));
        let regions = line("map-regions").attr("d", &map.regions);
        let labels =
            svg("g").attr("aria-hidden", "true").children(units.iter().map(|unit| unit.label.clone()).collect());
        let titles = svg("g").class("map-titles").attr("aria-hidden", "true");
        // Cities lie on top of the land around them and of its borders.
        let (cities, land) = cities_and_land(map);
        let groups = |some: &[usize]| some.iter().filter_map(|at| Some(units.get(*at)?.group.clone())).collect();
        let picture = svg("svg")
            .attr("role", "listbox")
            .attr("aria-multiselectable", "true")
            .attr("aria-label", texts.map_heading)
            .attr("aria-description", texts.map_keys)
            .attr_if("aria-disabled", locked.then_some("true"))
            .children(groups(&land))
            .child(regions)
            .child(near_line.clone())
            .child(chosen_line.clone())
            .children(groups(&cities))
            .child(lit_line.clone())
            .child(labels)
            .child(titles.clone());
        let order =
            by_name(&data.catalogue, data.lang).into_iter().filter_map(|ix| drawn(ix.get())).collect::<Vec<_>>();
        let active = order.first().copied().unwrap_or(0);
        let picture = Rc::new(Self {
            finder,
            map: Arc::clone(map),
            sight,
            locked,
            order,
            units,
            place,
            svg: picture,
            painted: Small::new(false),
            inset: RefCell::default(),
            titles,
            chosen_line,
            near_line,
            lit_line,
            title: svg("title"),
            layout: RefCell::new(None),
            frame: Cell::new(map.frame),
            active: Cell::new(active),
            pending: Rc::default(),
            near_due: Cell::new(false),
            glides: Cell::new(0),
        });
        picture.activate(active);
        picture
    }

    /// The element.
    pub fn svg(&self) -> El {
        self.svg.clone()
    }

    /// A municipality in words: its name, its services, whether it is chosen.
    pub fn says(&self, at: usize) -> String {
        let lang = self.finder.lang.get_untracked();
        let (strings, texts) = (lang.strings(), lang.map());
        let Some(unit) = self.units.get(at) else { return String::new() };
        let (count, _, is_chosen) = unit.shown.get().unwrap_or_default();
        let services = lang.count(usize::try_from(count).unwrap_or(0), &strings.services);
        let state = if is_chosen { texts.chosen } else { texts.not_chosen };
        fill(texts.map_unit, &[("name", &unit.name), ("services", &services), ("state", state)])
    }

    /// Name of a municipality for the search by letters.
    pub fn name(&self, at: usize) -> &str {
        self.units.get(at).map_or("", |unit| &unit.name)
    }

    /// The municipality at a position of the catalogue, as far as it is drawn.
    pub fn of_municipality(&self, position: usize) -> Option<usize> {
        self.units.iter().position(|unit| unit.position == position)
    }

    /// What it is called on the map.
    pub fn short(&self, at: usize) -> &str {
        self.units.get(at).map_or("", |unit| &unit.short)
    }

    /// The one that Tab leads to.
    pub fn active(&self) -> usize {
        self.active.get()
    }

    /// Makes one the stop of Tab.
    pub fn activate(&self, at: usize) {
        for (at, index) in [(self.active.get(), "-1"), (at, "0")] {
            if let Some(unit) = self.units.get(at) {
                let _ = unit.group.node().set_attribute("tabindex", index);
            }
        }
        self.active.set(at);
    }

    /// Gives one the focus; brings it into view where it is not.
    pub fn focus(&self, at: usize) {
        self.activate(at);
        let is_seen = self.layout.borrow().as_ref().and_then(|layout| Some(layout.figures.get(at)?.at));
        let is_seen = is_seen.is_some_and(|(x, y)| Frame { x, y, w: 0, h: 0 }.lies_in(self.frame.get()));
        if !is_seen {
            let region = self.map.units.get(at).map(|unit| unit.region);
            self.sight.level.set(region.map_or(Level::Whole, Level::Region));
        }
        if let Some(unit) = self.units.get(at) {
            let _ = unit.group.html().focus();
        }
    }

    /// The next one from `from` in a direction.
    pub fn step(&self, from: usize, direction: finder_core::map::Direction) -> Option<usize> {
        let by_border = !untrack(|| self.sight.is_tiles());
        let borders =
            |a: usize, b: usize| by_border && self.units.get(a).is_some_and(|unit| unit.neighbours.contains(&b));
        finder_core::map::step(self.layout.borrow().as_ref()?, borders, from, direction)
    }

    /// Chooses one, or takes it back. It is seen at once; the answer follows when that is painted.
    pub fn toggle(&self, at: usize) {
        let Some(unit) = self.units.get(at).filter(|_| !self.locked) else { return };
        self.activate(at);
        {
            let mut pending = self.pending.borrow_mut();
            match pending.iter().position(|id| *id == unit.id) {
                // Taken back before it was answered.
                Some(known) => drop(pending.remove(known)),
                None => pending.push(unit.id.clone()),
            }
        }
        untrack(|| self.follow());
        let (finder, pending) = (self.finder, Rc::clone(&self.pending));
        let ask = move || answer(finder, &pending);
        browser::after_paint(ask.clone());
        // Nothing is painted in a tab that is not seen. Whichever comes second finds nothing left to do.
        set_timeout(ask, UNSEEN);
    }

    /// Takes all choices of municipalities back; `false` where there is none.
    pub fn clear(&self) -> bool {
        answer(self.finder, &self.pending);
        let mut query = self.finder.query_now();
        if self.locked || query.municipalities.is_empty() {
            return false;
        }
        query.municipalities.clear();
        self.finder.ask(query);
        true
    }
}

/// Asks for what was chosen.
fn answer(finder: Finder, pending: &RefCell<Vec<MunicipalityId>>) {
    for id in pending.take() {
        finder.toggle_municipality(id);
    }
}

/// Cities, and all others.
pub(super) fn cities_and_land(map: &MapFile) -> (Vec<usize>, Vec<usize>) {
    (0..map.units.len()).partition(|at| map.units.get(*at).is_some_and(|unit| unit.is_city))
}

/// What every municipality is made of: copying it costs a fraction of making it.
struct Form {
    city: El,
    land: El,
    label: El,
}

impl Form {
    fn new(locked: bool) -> Self {
        let group = || {
            svg("g")
                .class("unit")
                .attr("part", "municipality")
                .attr("role", "option")
                .attr("tabindex", "-1")
                .attr("aria-selected", "false")
                .attr_if("aria-disabled", locked.then_some("true"))
        };
        Self {
            city: group().child(svg("path").class("ground")).child(svg("path")),
            land: group().child(svg("path")),
            // Not within the option: what is seen there, cut where there is no room, is no part of its name.
            label: svg("g").class("map-label").child(svg("text").class("n")).child(svg("text").class("name")),
        }
    }

    /// A municipality: itself, the ground below it, its shape.
    fn group(&self, is_city: bool) -> Option<(El, Option<El>, El)> {
        let group = if is_city { &self.city } else { &self.land }.copy();
        let (first, last) = ends(&group)?;
        Some((group, is_city.then_some(first), last))
    }

    /// A label: itself, number, name.
    fn label(&self) -> Option<(El, El, El)> {
        let label = self.label.copy();
        let (number, name) = ends(&label)?;
        Some((label, number, name))
    }
}

/// The first and the last element within.
fn ends(within: &El) -> Option<(El, El)> {
    Some((El::of(within.node().first_element_child()?), El::of(within.node().last_element_child()?)))
}
