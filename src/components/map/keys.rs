//! The keyboard's and the pointer's way on the map.

use std::{cell::RefCell, rc::Rc};

use finder_core::{map::Direction, text::fold};
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::{picture::Picture, sight::Level};
use crate::{browser::now, dom::El};

/// Letters that follow each other within this time are one word, in milliseconds.
const PAUSE_MS: f64 = 900.0;

/// Listens to keys and clicks.
pub fn listen(picture: &Rc<Picture>) {
    let typed = RefCell::new((String::new(), 0.0));
    let (keyed, focused) = (Rc::clone(picture), Rc::clone(picture));
    let svg = picture.svg().on("keydown", move |event| {
        let key: &web_sys::KeyboardEvent = event.unchecked_ref();
        if !(key.ctrl_key() || key.meta_key() || key.alt_key()) && press(&keyed, &key.key(), &typed) {
            event.prevent_default();
        }
    });
    // However it came there: a screen reader gives the focus too.
    let svg = svg.on("focusin", move |event| {
        if let Some(at) = unit_of(event.target()) {
            focused.activate(at);
        }
    });
    drop(clicks(svg, picture));
}

/// Listens to clicks on municipalities.
pub fn clicks(drawing: El, picture: &Rc<Picture>) -> El {
    let picture = Rc::clone(picture);
    drawing.on("click", move |event| {
        if let Some(at) = unit_of(event.target()) {
            picture.toggle(at);
            if picture.sight.lit.get_untracked() != Some(at) {
                picture.sight.lit.set(Some(at));
            }
        }
    })
}

/// The municipality an event happened on.
pub fn unit_of(target: Option<web_sys::EventTarget>) -> Option<usize> {
    let element: web_sys::Element = target?.dyn_into().ok()?;
    element.closest("[data-unit]").ok()??.get_attribute("data-unit")?.parse().ok()
}

/// Does what a key asks for; `false` where the key is none of the map's.
fn press(picture: &Picture, key: &str, typed: &RefCell<(String, f64)>) -> bool {
    let at = picture.active();
    let direction = match key {
        "ArrowLeft" => Direction::Left,
        "ArrowRight" => Direction::Right,
        "ArrowUp" => Direction::Up,
        "ArrowDown" => Direction::Down,
        "Home" | "End" => {
            typed.borrow_mut().0.clear();
            let end = if key == "Home" { picture.order.first() } else { picture.order.last() };
            end.iter().for_each(|at| picture.focus(**at));
            return true;
        }
        // Within a name that is being typed a space is a letter like others.
        " " if type_ahead(picture, " ", typed) => return true,
        "Enter" | " " => {
            picture.toggle(at);
            return true;
        }
        // What was done last is undone first: the choice, then the part shown.
        "Escape" => {
            let is_part = picture.sight.level.get_untracked() != Level::Whole;
            if picture.clear() {
                return true;
            }
            if is_part {
                picture.sight.level.set(Level::Whole);
            }
            return is_part;
        }
        _ => return type_ahead(picture, key, typed),
    };
    typed.borrow_mut().0.clear();
    if let Some(to) = picture.step(at, direction) {
        picture.focus(to);
    }
    // At the edge too: an arrow on the map never scrolls the page.
    true
}

/// Goes to the next municipality whose name begins with the letters typed; `false` for what is no letter of a name.
fn type_ahead(picture: &Picture, key: &str, typed: &RefCell<(String, f64)>) -> bool {
    let mut letters = key.chars();
    let (Some(letter), None) = (letters.next(), letters.next()) else { return false };
    let mut typed = typed.borrow_mut();
    let moment = now();
    if moment - typed.1 > PAUSE_MS {
        typed.0.clear();
    }
    let begins =
        |at: usize, with: &str| fold(picture.name(at)).starts_with(with) || fold(picture.short(at)).starts_with(with);
    let letter = if letter == ' ' { key.to_owned() } else { fold(letter.encode_utf8(&mut [0; 4])) };
    // The same letter again means the next one that begins with it.
    let longer = if typed.0 == letter { letter.clone() } else { [&*typed.0, &letter].concat() };
    if key == " " && (typed.0.is_empty() || !picture.order.iter().any(|at| begins(*at, &longer))) {
        return false;
    }
    *typed = (longer, moment);
    let here = picture.order.iter().position(|at| *at == picture.active()).unwrap_or(0);
    // One letter leads on; more of them may stay where they are.
    let skip = usize::from(typed.0 == letter);
    let (before, after) = picture.order.split_at_checked((here + skip).min(picture.order.len())).unwrap_or_default();
    if let Some(at) = after.iter().chain(before).find(|at| begins(**at, &typed.0)) {
        picture.focus(*at);
    }
    true
}
