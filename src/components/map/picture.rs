//! The drawing. Made once; everything that changes is written where it changed and nowhere else: one step for all the
//! municipalities costs less than an effect for each of their many attributes.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
    sync::Arc,
};

use finder_core::{
    catalogue::MunicipalityId,
    map::{Classes, Frame, Layout, MapFile, TILE, short_names, shortened},
    places::by_name,
    strings::fill,
};
use leptos::prelude::*;

use super::sight::{Level, Sight, in_inset};
use crate::{
    browser::number,
    dom::{El, el, svg},
    state::{Data, Finder},
};

/// One municipality as drawn.
pub(super) struct Unit {
    id: MunicipalityId,
    name: String,
    pub(super) short: Box<str>,
    position: usize,
    /// Those that share a border, as far as they are drawn.
    neighbours: Vec<usize>,
    group: El,
    shape: El,
    /// Number and name as written on the map, in `label`.
    pub(super) number: El,
    pub(super) written: El,
    label: El,
    title: El,
    /// The outline of a city: without it there would be a hole around its circle.
    ground: Option<El>,
    /// Its outline in the inset, and its number there.
    copy: Option<(El, El)>,
    /// Number of services, shade, chosen; `None` before the first time.
    pub(super) shown: Cell<Option<(u32, usize, bool)>>,
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
    svg: El,
    inset: Option<El>,
    titles: El,
    chosen_lines: Vec<El>,
    near_line: El,
    lit_line: El,
    pub(super) layout: RefCell<Option<Layout>>,
    pub(super) frame: Cell<Frame>,
    active: Cell<usize>,
    /// Counts the ways of the view, so that a newer one ends an older one.
    pub(super) glides: Cell<u32>,
}

impl Picture {
    /// Draws what does not change.
    pub fn new(finder: Finder, data: &Arc<Data>, map: &Arc<MapFile>, sight: Sight, locked: bool) -> Rc<Self> {
        let strings = finder.lang.get_untracked().strings();
        let names = short_names(&data.catalogue, data.lang);
        let drawn = |position: usize| map.units.iter().position(|unit| unit.municipality.get() == position);
        let units = map.units.iter().enumerate().filter_map(|(at, unit)| {
            let place = data.catalogue.municipality(unit.municipality)?;
            let group = svg("g")
                .class("unit")
                .attr("part", "municipality")
                .attr("role", "option")
                .attr("data-id", place.id.as_str())
                .attr("data-unit", &at.to_string())
                .attr("tabindex", "-1")
                .attr_if("aria-disabled", locked.then_some("true"));
            let (title, shape) = (svg("title"), svg("path"));
            let (number, name) = (svg("text").class("n"), svg("text").class("name"));
            // Not within the option: what is seen there, cut where there is no room, is no part of its name.
            let label = svg("g").class("map-label").attr("data-label", place.id.as_str());
            let label = label.child(number.clone()).child(name.clone());
            let ground = unit.is_city.then(|| svg("path").class("ground"));
            let group = group.child(title.clone()).maybe(ground.clone()).child(shape.clone());
            let copy = in_inset(map, at).then(|| {
                let (x, y) = (unit.label.0.to_string(), unit.label.1.to_string());
                let outline = svg("path").attr("d", &unit.outline);
                (outline, svg("text").class("n").attr("x", &x).attr("y", &y))
            });
            Some(Unit {
                id: place.id.clone(),
                name: data.text(&place.name).to_owned(),
                short: names.get(unit.municipality.get()).cloned().unwrap_or_default(),
                position: unit.municipality.get(),
                neighbours: place.neighbours.iter().filter_map(|ix| drawn(ix.get())).collect(),
                group,
                shape,
                number,
                written: name,
                label,
                title,
                ground,
                copy,
                shown: Cell::new(None),
            })
        });
        let units: Vec<Unit> = units.collect();
        let line = |class: &str| svg("path").class(class).attr("aria-hidden", "true");
        let (near_line, chosen_line, lit_line) = (line("map-near"), line("map-chosen"), line("map-lit"));
        let regions = line("map-regions").attr("d", &map.regions);
        let labels =
            svg("g").attr("aria-hidden", "true").children(units.iter().map(|unit| unit.label.clone()).collect());
        let titles = svg("g").class("map-titles").attr("aria-hidden", "true");
        // Cities lie on top of the land around them, lines on top of both.
        let is_city = |at: usize| map.units.get(at).is_some_and(|unit| unit.is_city);
        let (cities, land): (Vec<usize>, Vec<usize>) = (0..units.len()).partition(|at| is_city(*at));
        let groups = |some: &[usize]| some.iter().filter_map(|at| Some(units.get(*at)?.group.clone())).collect();
        let (land_groups, city_groups) = (groups(&land), groups(&cities));
        let picture = svg("svg")
            .class("map-picture")
            .attr("role", "listbox")
            .attr("aria-multiselectable", "true")
            .attr("aria-label", strings.map_heading)
            .attr("aria-description", strings.map_keys)
            .attr_if("aria-disabled", locked.then_some("true"))
            .children(land_groups)
            .child(regions)
            .children(city_groups)
            .child(near_line.clone())
            .child(chosen_line.clone())
            .child(lit_line.clone())
            .child(labels)
            .child(titles.clone());
        let order =
            by_name(&data.catalogue, data.lang).into_iter().filter_map(|ix| drawn(ix.get())).collect::<Vec<_>>();
        let active = order.first().copied().unwrap_or(0);
        let (inset, inset_line) = inset(map, &units, &land, &cities);
        let picture = Rc::new(Self {
            finder,
            map: Arc::clone(map),
            sight,
            locked,
            order,
            units,
            svg: picture,
            inset,
            titles,
            chosen_lines: core::iter::once(chosen_line).chain(inset_line).collect(),
            near_line,
            lit_line,
            layout: RefCell::new(None),
            frame: Cell::new(map.frame),
            active: Cell::new(active),
            glides: Cell::new(0),
        });
        picture.activate(active);
        picture
    }

    /// The element.
    pub fn svg(&self) -> El {
        self.svg.clone()
    }

    /// The part shown larger beside the whole, where there is one: for eyes and pointers, everything in it is in the whole.
    pub fn inset(&self) -> Option<El> {
        let (inset, sight) = (self.inset.clone()?, self.sight);
        Some(
            el("div")
                .class("map-inset")
                .flag("hidden", move || sight.is_tiles() || sight.level.get() != Level::Whole)
                .child(inset),
        )
    }

    /// That part's drawing itself.
    pub fn inset_svg(&self) -> Option<El> {
        self.inset.clone()
    }

    /// A municipality in words: its name, its services, whether it is chosen.
    pub fn says(&self, at: usize) -> String {
        let lang = self.finder.lang.get_untracked();
        let strings = lang.strings();
        let Some(unit) = self.units.get(at) else { return String::new() };
        let (count, _, is_chosen) = unit.shown.get().unwrap_or_default();
        let services = lang.count(usize::try_from(count).unwrap_or(0), &strings.services);
        let state = if is_chosen { strings.chosen } else { strings.not_chosen };
        fill(strings.map_unit, &[("name", &unit.name), ("services", &services), ("state", state)])
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

    /// Chooses one, or takes it back.
    pub fn toggle(&self, at: usize) {
        if let Some(unit) = self.units.get(at).filter(|_| !self.locked) {
            self.activate(at);
            self.finder.toggle_municipality(unit.id.clone());
        }
    }

    /// Takes all choices of municipalities back; `false` where there is none.
    pub fn clear(&self) -> bool {
        let mut query = self.finder.query_now();
        if self.locked || query.municipalities.is_empty() {
            return false;
        }
        query.municipalities.clear();
        self.finder.ask(query);
        true
    }

    // Following

    /// Draws for the form, the width and the part that are wanted now.
    pub fn arrange(self: &Rc<Self>) {
        let width = self.sight.width.get();
        let level = self.sight.level.get();
        let layout = self.sight.layout(&self.map);
        self.sight.text.track();
        if width == 0 {
            return;
        }
        let is_new = self.layout.borrow().as_ref() != Some(&layout);
        let neighbours = match level {
            Level::Around(at) => self.units.get(at).map(|unit| unit.neighbours.clone()).unwrap_or_default(),
            _ => Vec::new(),
        };
        let frame = self.sight.frame(level, &layout, &self.map, &neighbours);
        if is_new {
            self.draw(&layout);
            *self.layout.borrow_mut() = Some(layout);
            self.outline_chosen();
            self.show(frame);
            self.label(frame);
        } else {
            self.glide(frame);
        }
    }

    /// Writes every figure's outline and where its texts stand.
    fn draw(&self, layout: &Layout) {
        let is_tiles = untrack(|| self.sight.is_tiles());
        for ((unit, figure), shapes) in self.units.iter().zip(&layout.figures).zip(&self.map.units) {
            let _ = unit.shape.node().set_attribute("d", &figure.path);
            if let Some(ground) = &unit.ground {
                let _ = ground.node().set_attribute("d", if is_tiles { "" } else { &shapes.outline });
            }
        }
        let _ = self
            .svg
            .node()
            .set_attribute("class", if is_tiles { "map-picture map-tiles" } else { "map-picture map-shapes" });
        let titles = self.titles.node();
        titles.set_text_content(None);
        let Some(data) = self.finder.data_now() else { return };
        for title in &layout.titles {
            let name = data.catalogue.regions.get(title.region.get()).map(|region| data.text(&region.name));
            // What does not fit beside its neighbour is cut: the tiles below say the rest.
            let most = usize::try_from(title.width * 100 / (TILE * 15)).unwrap_or(0);
            let text = svg("text").attr("x", &title.at.0.to_string()).attr("y", &title.at.1.to_string());
            let text = text.text(&shortened(name.unwrap_or_default(), most));
            let _ = titles.append_child(text.node());
        }
    }

    /// Shows a part at once.
    pub(super) fn show(&self, frame: Frame) {
        self.frame.set(frame);
        let [x, y, w, h] = [frame.x, frame.y, frame.w, frame.h].map(f64::from);
        self.write_frame(x, y, w, h);
    }

    pub(super) fn write_frame(&self, x: f64, y: f64, w: f64, h: f64) {
        let part = |value: f64| number((value * 10.0).round() / 10.0);
        let svg = self.svg.node();
        let _ = svg.set_attribute("viewBox", &[part(x), part(y), part(w), part(h)].join(" "));
        // Text stays as large as around the map, however large the map is drawn.
        let (width, text) = (self.sight.width.get_untracked().max(1), self.sight.text.get_untracked());
        let _ = svg.set_attribute("font-size", &part(w * f64::from(text) / f64::from(width)));
    }

    /// Follows the answer: numbers, shades, what is chosen.
    pub fn follow(&self) {
        let mut chosen_changed = false;
        self.finder.results.with(|results| {
            let counts = &results.facets.municipalities;
            let count = |unit: &Unit| counts.get(unit.position).copied().unwrap_or(0);
            let classes = Classes::of(self.units.iter().map(count));
            self.finder.query().with(|query| {
                for (at, unit) in self.units.iter().enumerate() {
                    let count = count(unit);
                    let now = (count, classes.shade(count), query.municipalities.contains(&unit.id));
                    let before = unit.shown.replace(Some(now));
                    if before != Some(now) {
                        chosen_changed |= before.is_none_or(|before| before.2 != now.2);
                        self.write(at, unit, now);
                    }
                }
            });
        });
        if chosen_changed {
            self.outline_chosen();
        }
    }

    fn write(&self, at: usize, unit: &Unit, (count, shade, is_chosen): (u32, usize, bool)) {
        let says = self.says(at);
        let copy = unit.copy.as_ref().and_then(|(outline, _)| outline.node().parent_element());
        for node in [unit.group.node(), unit.label.node()].into_iter().chain(&copy) {
            let _ = node.set_attribute("data-shade", &shade.to_string());
            let _ = node.set_attribute("data-chosen", if is_chosen { "true" } else { "false" });
        }
        let _ = unit.group.node().set_attribute("aria-selected", if is_chosen { "true" } else { "false" });
        let _ = unit.group.node().set_attribute("aria-label", &says);
        unit.title.node().set_text_content(Some(&says));
        for number in core::iter::once(&unit.number).chain(unit.copy.as_ref().map(|(_, number)| number)) {
            number.node().set_text_content(Some(&count.to_string()));
        }
    }

    /// Draws around the chosen municipalities, and around their neighbours.
    fn outline_chosen(&self) {
        let layout = self.layout.borrow();
        let Some(layout) = layout.as_ref() else { return };
        let is_chosen = |unit: &Unit| unit.shown.get().is_some_and(|(_, _, chosen)| chosen);
        let (mut chosen, mut near) = (String::new(), String::new());
        for (unit, figure) in self.units.iter().zip(&layout.figures) {
            if is_chosen(unit) {
                chosen.push_str(&figure.path);
            } else if unit.neighbours.iter().any(|at| self.units.get(*at).is_some_and(is_chosen)) {
                near.push_str(&figure.path);
            }
        }
        for line in &self.chosen_lines {
            let _ = line.node().set_attribute("d", &chosen);
        }
        let _ = self.near_line.node().set_attribute("d", &near);
    }

    /// Draws around the municipality that pointer or focus is on.
    pub fn light(&self) {
        let lit = self.sight.lit.get();
        let layout = self.layout.borrow();
        let path = lit.zip(layout.as_ref()).and_then(|(at, layout)| Some(&layout.figures.get(at)?.path));
        let _ = self.lit_line.node().set_attribute("d", path.map_or("", |path| path));
        let id = lit.and_then(|at| Some(self.units.get(at)?.id.as_str()));
        let _ = self.lit_line.node().set_attribute("data-id", id.unwrap_or_default());
    }
}

/// A second drawing of a part, and its line around what is chosen.
fn inset(map: &MapFile, units: &[Unit], land: &[usize], cities: &[usize]) -> (Option<El>, Option<El>) {
    let Some(frame) = map.inset else { return (None, None) };
    let copies = land.iter().chain(cities).filter_map(|at| {
        let (outline, number) = units.get(*at)?.copy.clone()?;
        Some(svg("g").class("unit map-label").attr("data-unit", &at.to_string()).child(outline).child(number))
    });
    let line = svg("path").class("map-chosen");
    let view = [frame.x, frame.y, frame.w, frame.h].map(|value| value.to_string()).join(" ");
    let inset = svg("svg").class("map-inset-picture").attr("viewBox", &view).attr("aria-hidden", "true");
    let inset = inset.attr("font-size", &(frame.w / INSET_EMS).to_string());
    (Some(inset.children(copies.collect()).child(line.clone())), Some(line))
}

/// Width of the inset in times the size of its text, about as the style sheet has it.
const INSET_EMS: i32 = 17;
