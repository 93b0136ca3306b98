//! From one part of the map to another, so that the eye can follow.

use std::rc::{Rc, Weak};

use finder_core::map::Frame;
use leptos::prelude::*;

use super::picture::Picture;
use crate::browser::now;

/// How long the view takes from one part of the map to another, in milliseconds.
const GLIDE_MS: f64 = 260.0;

impl Picture {
    /// Goes to a part, so that the eye can follow; at once for whoever wants less motion.
    pub(super) fn glide(self: &Rc<Self>, to: Frame) {
        let from = self.frame.get();
        if from == to {
            self.show(to);
            self.label(to);
            return;
        }
        self.frame.set(to);
        let way = self.glides.get().wrapping_add(1);
        self.glides.set(way);
        let still = window().match_media("(prefers-reduced-motion: reduce)").ok().flatten();
        if still.is_some_and(|still| still.matches()) {
            self.show(to);
            self.label(to);
            return;
        }
        // On the way out labels come together: only those go along that have room there.
        if to.w > from.w {
            self.label(to);
        }
        step(Rc::downgrade(self), way, from, to, now());
    }
}

/// One step of the way from one part to another.
fn step(picture: Weak<Picture>, way: u32, from: Frame, to: Frame, since: f64) {
    request_animation_frame(move || {
        let Some(drawn) = picture.upgrade().filter(|picture| picture.glides.get() == way) else { return };
        let part = ((now() - since) / GLIDE_MS).clamp(0.0, 1.0);
        if part >= 1.0 {
            drawn.show(to);
            drawn.label(to);
            return;
        }
        // Quick at first, then slower.
        let part = part * (2.0 - part);
        let between = |a: i32, b: i32| f64::from(a) + f64::from(b - a) * part;
        drawn.write_frame(between(from.x, to.x), between(from.y, to.y), between(from.w, to.w), between(from.h, to.h));
        drop(drawn);
        step(picture, way, from, to, since);
    });
}
