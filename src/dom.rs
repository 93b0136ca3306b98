//! Elements, built directly: the widget's markup over Leptos' reactive core.
//!
//! Leptos' own view types make code for every shape of markup anew; a page as rich as this one came to three times the
//! bytes a phone should have to load (docs/decisions.md has the figures). Here every element is made by the same few
//! functions. Signals, memos, effects and owners are Leptos', and so is when things run and when they are cleaned up.

use std::{
    any::Any,
    cell::{Cell, RefCell},
    rc::Rc,
};

use leptos::prelude::{Effect, Owner, RenderEffect, StoredValue, document};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{Event, HtmlElement, Node};

/// An element of the page.
#[derive(Clone)]
pub struct El(web_sys::Element);

/// Makes an HTML element.
#[inline(never)]
pub fn el(tag: &str) -> El {
    // Every tag in this crate is a valid name, which is all that can fail; a stand-in keeps the page alive anyway.
    El(document().create_element(tag).unwrap_or_else(|_| fallback()))
}

/// Makes an SVG element.
#[inline(never)]
pub fn svg(tag: &str) -> El {
    El(document().create_element_ns(Some("http://www.w3.org/2000/svg"), tag).unwrap_or_else(|_| fallback()))
}

fn fallback() -> web_sys::Element {
    JsValue::from(web_sys::Text::new().unwrap_or_else(|error| error.unchecked_into())).unchecked_into()
}

/// An element with a class and a text: the commonest of all.
#[inline(never)]
pub fn text_el(tag: &str, class: &str, text: &str) -> El {
    el(tag).class(class).text(text)
}

impl El {
    /// Sets the classes.
    #[inline(never)]
    pub fn class(self, class: &str) -> Self {
        if !class.is_empty() {
            self.set("class", class);
        }
        self
    }

    /// Sets an attribute.
    #[inline(never)]
    pub fn attr(self, name: &str, value: &str) -> Self {
        self.set(name, value);
        self
    }

    /// Sets an attribute where there is a value.
    #[inline(never)]
    pub fn attr_if(self, name: &str, value: Option<&str>) -> Self {
        if let Some(value) = value {
            self.set(name, value);
        }
        self
    }

    fn set(&self, name: &str, value: &str) {
        let _ = self.0.set_attribute(name, value);
    }

    /// Adds a text.
    #[inline(never)]
    pub fn text(self, text: &str) -> Self {
        if !text.is_empty() {
            self.append(&document().create_text_node(text));
        }
        self
    }

    /// Adds an element.
    #[inline(never)]
    pub fn child(self, child: Self) -> Self {
        self.append(&child.0);
        self
    }

    /// Adds elements: a list, or one that may be there.
    #[inline(never)]
    pub fn children(self, children: Vec<Self>) -> Self {
        for child in children {
            self.append(&child.0);
        }
        self
    }

    /// Adds an element that may be there.
    #[inline(never)]
    pub fn maybe(self, child: Option<Self>) -> Self {
        if let Some(child) = child {
            self.append(&child.0);
        }
        self
    }

    fn append(&self, child: &Node) {
        let _ = self.0.append_child(child);
    }

    /// Calls `handler` on an event, as long as the part of the page it belongs to is there.
    pub fn on(self, event: &'static str, handler: impl FnMut(Event) + 'static) -> Self {
        self.listen(event, Box::new(handler));
        self
    }

    /// Calls `handler` on a click.
    pub fn on_click(self, handler: impl Fn() + 'static) -> Self {
        self.on("click", move |_| handler())
    }

    #[inline(never)]
    fn listen(&self, event: &'static str, handler: Box<dyn FnMut(Event)>) {
        let handler = Closure::wrap(handler);
        let _ = self.0.add_event_listener_with_callback(event, handler.as_ref().unchecked_ref());
        keep(Box::new(Listener { element: self.0.clone(), event, handler }));
    }

    /// An attribute that follows signals; `None` takes it away. Written only where it changed.
    pub fn attr_with(self, name: &'static str, value: impl Fn() -> Option<String> + 'static) -> Self {
        self.follow(name, Box::new(value));
        self
    }

    #[inline(never)]
    fn follow(&self, name: &'static str, value: Box<dyn Fn() -> Option<String>>) {
        let element = self.0.clone();
        let mut before: Option<String> = None;
        react(Box::new(move || {
            let now = value();
            if now != before {
                match &now {
                    Some(value) => drop(element.set_attribute(name, value)),
                    None => drop(element.remove_attribute(name)),
                }
                before = now;
            }
        }));
    }

    /// An attribute that is there or not, following signals: `hidden`, `disabled`.
    pub fn flag(self, name: &'static str, is_set: impl Fn() -> bool + 'static) -> Self {
        self.attr_with(name, move || is_set().then(String::new))
    }

    /// An ARIA state that is `true` or `false`, following signals.
    pub fn state(self, name: &'static str, is_true: impl Fn() -> bool + 'static) -> Self {
        self.attr_with(name, move || Some(if is_true() { "true" } else { "false" }.to_owned()))
    }

    /// A text that follows signals.
    pub fn text_with(self, text: impl Fn() -> String + 'static) -> Self {
        self.follow_text(Box::new(text));
        self
    }

    #[inline(never)]
    fn follow_text(&self, text: Box<dyn Fn() -> String>) {
        let node = document().create_text_node("");
        self.append(&node);
        let mut before = String::new();
        react(Box::new(move || {
            let now = text();
            if now != before {
                node.set_data(&now);
                before = now;
            }
        }));
    }

    /// Elements that follow signals: made anew whenever one of the signals read by `make` changes.
    pub fn slot(self, make: impl Fn() -> Vec<Self> + 'static) -> Self {
        self.follow_children(Box::new(make));
        self
    }

    #[inline(never)]
    fn follow_children(&self, make: Box<dyn Fn() -> Vec<Self>>) {
        let end = document().create_comment("");
        self.append(&end);
        let mut shown: Vec<Self> = Vec::new();
        react(Box::new(move || {
            let now = make();
            for old in shown.drain(..) {
                take_off(&old.0);
            }
            if let Some(parent) = end.parent_node() {
                for new in &now {
                    let _ = parent.insert_before(&new.0, Some(&end));
                }
            }
            shown = now;
        }));
    }

    /// Rows that follow a list of keys: a row whose key stays is kept as it is. While they `may_wait`, new rows are made a
    /// few at a time, each time in a task of their own: a letter that was typed is painted first.
    pub fn rows(
        self,
        keys: impl Fn() -> Vec<usize> + 'static,
        may_wait: impl Fn() -> bool + 'static,
        make: impl Fn(usize) -> Self + 'static,
    ) -> Self {
        self.follow_rows(Box::new(keys), Box::new(may_wait), Box::new(make));
        self
    }

    #[inline(never)]
    fn follow_rows(
        &self,
        keys: Box<dyn Fn() -> Vec<usize>>,
        may_wait: Box<dyn Fn() -> bool>,
        make: Box<dyn Fn(usize) -> Self>,
    ) {
        // Rows belong to the list, not to one run of the effect.
        let rows = Rc::new(Rows {
            parent: self.0.clone(),
            owner: Owner::current(),
            make,
            wanted: RefCell::default(),
            shown: RefCell::default(),
            waiting: Cell::new(false),
        });
        react(Box::new(move || {
            *rows.wanted.borrow_mut() = keys();
            if may_wait() {
                rows.later();
            } else {
                rows.fill(usize::MAX);
            }
        }));
    }

    /// An element that is on the page already.
    pub fn of(element: web_sys::Element) -> Self {
        Self(element)
    }

    /// A copy with all that is in it, without what listens or follows.
    pub fn copy(&self) -> Self {
        self.0.clone_node_with_deep(true).map_or_else(|_| self.clone(), |node| Self(node.unchecked_into()))
    }

    /// The element itself.
    pub fn node(&self) -> &web_sys::Element {
        &self.0
    }

    /// The element as one that can have the focus.
    pub fn html(&self) -> &HtmlElement {
        self.0.unchecked_ref()
    }

    /// The first element within that `selector` finds.
    #[inline(never)]
    pub fn find(&self, selector: &str) -> Option<HtmlElement> {
        self.0.query_selector(selector).ok().flatten().map(JsCast::unchecked_into)
    }
}

/// Rows made in one go: at a quarter of the speed still a few milliseconds.
const ROWS_AT_ONCE: usize = 3;

/// A list of rows on its way to what is wanted.
struct Rows {
    parent: web_sys::Element,
    owner: Option<Owner>,
    make: Box<dyn Fn(usize) -> El>,
    wanted: RefCell<Vec<usize>>,
    shown: RefCell<Vec<(usize, El, Owner)>>,
    waiting: Cell<bool>,
}

impl Rows {
    /// Goes on in a task of its own, if the list is still there then.
    fn later(self: &Rc<Self>) {
        if !self.waiting.replace(true) {
            let rows = Rc::downgrade(self);
            crate::browser::later(move || {
                if let Some(rows) = rows.upgrade() {
                    rows.waiting.set(false);
                    rows.fill(ROWS_AT_ONCE);
                }
            });
        }
    }

    /// Makes at most `left` new rows; the others wait for their turn.
    fn fill(self: &Rc<Self>, mut left: usize) {
        let mut old = self.shown.take();
        let mut new = Vec::new();
        for key in self.wanted.borrow().iter().copied() {
            if let Some(at) = old.iter().position(|(known, ..)| *known == key) {
                new.push(old.swap_remove(at));
            } else if let Some(fewer) = left.checked_sub(1) {
                left = fewer;
                let within = self.owner.as_ref().map_or_else(Owner::new, Owner::child);
                let row = within.with(|| (self.make)(key));
                new.push((key, row, within));
            } else {
                self.later();
            }
        }
        for (_, row, within) in old {
            within.cleanup();
            take_off(&row.0);
        }
        let mut next: Option<Node> = None;
        for (_, row, _) in new.iter().rev() {
            if row.0.parent_node().is_none() || row.0.next_sibling() != next {
                let _ = self.parent.insert_before(&row.0, next.as_ref());
            }
            next = Some(row.0.clone().into());
        }
        *self.shown.borrow_mut() = new;
    }
}

/// A handler, with where it listens.
struct Listener {
    element: web_sys::Element,
    event: &'static str,
    handler: Closure<dyn FnMut(Event)>,
}

impl Drop for Listener {
    /// Taken off before it is dropped: an element that loses the focus as it is removed still speaks.
    fn drop(&mut self) {
        let _ = self.element.remove_event_listener_with_callback(self.event, self.handler.as_ref().unchecked_ref());
    }
}

/// Takes a node off the page. Not by `remove()`: old libraries put a method of their own in its place.
pub fn take_off(node: &Node) {
    if let Some(parent) = node.parent_node() {
        let _ = parent.remove_child(node);
    }
}

/// Tells of each new size of an element, the first one too, until the present owner is cleaned up.
#[inline(never)]
pub fn on_size(element: &web_sys::Element, told: Box<dyn FnMut()>) {
    let told = Closure::wrap(told);
    if let Ok(observer) = web_sys::ResizeObserver::new(told.as_ref().unchecked_ref()) {
        observer.observe(element);
        keep(Box::new(Sizes { observer, _told: told }));
    }
}

/// An observer, with what it calls.
struct Sizes {
    observer: web_sys::ResizeObserver,
    _told: Closure<dyn FnMut()>,
}

impl Drop for Sizes {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

/// Holds something until the present owner is cleaned up.
#[inline(never)]
pub fn keep(held: Box<dyn Any>) {
    StoredValue::new_local(held);
}

/// Runs at once, and again whenever a signal it read changes, until its owner is cleaned up.
#[inline(never)]
pub fn react(mut run: Box<dyn FnMut()>) {
    // An effect lives as long as it is held.
    keep(Box::new(RenderEffect::new(move |_: Option<()>| run())));
}

/// Speaks to the outside a tick after signals changed.
#[inline(never)]
pub fn effect(mut run: Box<dyn FnMut()>) {
    Effect::new(move |_: Option<()>| run());
}
