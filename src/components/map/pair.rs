//! The map and the results beside it: what pointer or focus is on in one is marked in the other.

use std::{
    cell::{Cell, RefCell},
    rc::{Rc, Weak},
};

use finder_core::catalogue::{ServiceArea, ServiceId};
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::{keys::unit_of, picture::Picture};
use crate::{
    browser,
    dom::{El, react},
};

/// Joins the drawing with the results within `around`.
pub fn join(around: &El, picture: &Rc<Picture>) {
    let lit = picture.sight.lit;
    let set = move |at: Option<usize>| {
        if lit.try_get_untracked().is_some_and(|before| before != at) {
            let _ = lit.try_set(at);
        }
    };
    for event in ["pointerover", "focusin"] {
        let picture = Rc::clone(picture);
        drop(around.clone().on(event, move |event| {
            set(unit_of(event.target()).or_else(|| of_result(&picture, event.target())));
        }));
    }
    for event in ["pointerleave", "focusout"] {
        drop(around.clone().on(event, move |_| set(None)));
    }
    let marks = Rc::new(Marks { around: around.clone(), marked: RefCell::default(), waiting: Cell::new(false) });
    let picture = Rc::downgrade(picture);
    // Not in the task that lights the municipality: that is seen first.
    react(Box::new(move || {
        lit.track();
        if !marks.waiting.replace(true) {
            let (marks, picture) = (Rc::clone(&marks), Weak::clone(&picture));
            browser::later(move || {
                marks.waiting.set(false);
                if let (Some(picture), Some(lit)) = (picture.upgrade(), lit.try_get_untracked()) {
                    marks.set(&picture, lit);
                }
            });
        }
    }));
}

/// The municipality of the result an event happened in.
fn of_result(picture: &Picture, target: Option<web_sys::EventTarget>) -> Option<usize> {
    let element: web_sys::Element = target?.dyn_into().ok()?;
    of_card(picture, &element.closest(".card[data-id]").ok()??)
}

fn of_card(picture: &Picture, card: &web_sys::Element) -> Option<usize> {
    let data = picture.finder.data_now()?;
    let service = data.catalogue.service(data.by_id(&ServiceId::new(&card.get_attribute("data-id")?))?)?;
    match service.area {
        ServiceArea::Municipality(ix) => picture.of_municipality(ix.get()),
        ServiceArea::Nationwide | ServiceArea::NotStated => None,
    }
}

/// The results that are marked.
struct Marks {
    around: El,
    marked: RefCell<Vec<web_sys::Element>>,
    waiting: Cell<bool>,
}

impl Marks {
    /// Marks the results of a municipality, and no others.
    fn set(&self, picture: &Picture, lit: Option<usize>) {
        let before = self.marked.take();
        let mut now = Vec::new();
        if lit.is_some()
            && let Ok(cards) = self.around.node().query_selector_all(".card[data-id]")
        {
            let cards = (0..cards.length()).filter_map(|at| Some(cards.item(at)?.unchecked_into()));
            now.extend(cards.filter(|card| of_card(picture, card) == lit));
        }
        before.iter().filter(|card| !now.contains(card)).for_each(unmark);
        for card in now.iter().filter(|card| !before.contains(card)) {
            let _ = card.set_attribute("data-lit", "");
        }
        *self.marked.borrow_mut() = now;
    }
}

fn unmark(card: &web_sys::Element) {
    let _ = card.remove_attribute("data-lit");
}

impl Drop for Marks {
    /// The results stay when the map goes.
    fn drop(&mut self) {
        self.marked.take().iter().for_each(unmark);
    }
}
