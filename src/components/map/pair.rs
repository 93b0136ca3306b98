//! The map and the results beside it: what pointer or focus is on in one is marked in the other.

use std::rc::Rc;

use finder_core::catalogue::{ServiceArea, ServiceId};
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::{keys::unit_of, picture::Picture};
use crate::dom::{El, react};

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
    let (around, picture) = (around.clone(), Rc::clone(picture));
    react(Box::new(move || mark(&around, &picture, lit.get())));
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

/// Marks the results of a municipality.
fn mark(around: &El, picture: &Picture, lit: Option<usize>) {
    let Ok(cards) = around.node().query_selector_all(".card[data-id]") else { return };
    for at in 0..cards.length() {
        let Some(card) = cards.item(at).map(JsCast::unchecked_into::<web_sys::Element>) else { continue };
        let is_lit = lit.is_some() && of_card(picture, &card) == lit;
        let _ = card.toggle_attribute_with_force("data-lit", is_lit);
    }
}
