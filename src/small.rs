//! Signals and memos of small values. Leptos makes code for each type of value anew, some 2 KB; all small ones share one.

use std::marker::PhantomData;

use finder_core::{query::View, strings::UiLang};
use leptos::prelude::*;

use crate::state::PartPhase;

/// A value that is kept as a number.
pub trait Number: Copy + 'static {
    /// The number that stands for it.
    fn number(self) -> u32;
    /// The value a number stands for; any value for a number that stands for none.
    fn of(number: u32) -> Self;
}

impl Number for u32 {
    fn number(self) -> u32 {
        self
    }

    fn of(number: u32) -> Self {
        number
    }
}

impl Number for usize {
    fn number(self) -> u32 {
        u32::try_from(self).unwrap_or(u32::MAX)
    }

    fn of(number: u32) -> Self {
        number as Self
    }
}

impl Number for bool {
    fn number(self) -> u32 {
        u32::from(self)
    }

    fn of(number: u32) -> Self {
        number != 0
    }
}

/// Values that stand in a list are kept as their place in it.
macro_rules! listed {
    ($type:ty: $first:ident $($more:ident)*) => {
        impl Number for $type {
            fn number(self) -> u32 {
                self as u32
            }

            fn of(number: u32) -> Self {
                [$(Self::$more),*].into_iter().find(|value| *value as u32 == number).unwrap_or(Self::$first)
            }
        }
    };
}

listed!(PartPhase: Unasked Loading Ready Failed);
listed!(UiLang: Lv En);
listed!(View: List Map Stories Programme);

/// A signal of a small value.
pub struct Small<T>(RwSignal<u32>, PhantomData<T>);

impl<T> Clone for Small<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Small<T> {}

impl<T: Number> Small<T> {
    /// A signal that begins with `value`.
    pub fn new(value: T) -> Self {
        Self(RwSignal::new(value.number()), PhantomData)
    }

    /// The value; reactive. As Leptos' own: only where the finder is known to be there.
    pub fn get(self) -> T {
        T::of(self.0.get())
    }

    /// The value; not reactive. As Leptos' own: only where the finder is known to be there.
    pub fn get_untracked(self) -> T {
        T::of(self.0.get_untracked())
    }

    /// The value, unless the finder has left; not reactive.
    pub fn try_get_untracked(self) -> Option<T> {
        self.0.try_get_untracked().map(T::of)
    }

    /// Reactive, whatever the value is.
    pub fn track(self) {
        self.0.track();
    }

    /// Another value.
    pub fn set(self, value: T) {
        self.0.set(value.number());
    }

    /// Another value; handed back where the finder has left.
    pub fn try_set(self, value: T) -> Option<T> {
        self.0.try_set(value.number()).map(T::of)
    }
}

/// A memo of a small value.
pub struct SmallMemo<T>(Memo<u32>, PhantomData<T>);

impl<T> Clone for SmallMemo<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for SmallMemo<T> {}

impl<T: Number> SmallMemo<T> {
    /// Follows what `value` reads.
    pub fn new(value: impl Fn() -> T + Send + Sync + 'static) -> Self {
        let value: Box<dyn Fn() -> u32 + Send + Sync> = Box::new(move || value().number());
        Self(made(value), PhantomData)
    }

    /// The value; reactive.
    pub fn get(self) -> T {
        T::of(self.0.get())
    }

    /// The value; not reactive.
    pub fn get_untracked(self) -> T {
        T::of(self.0.get_untracked())
    }
}

#[inline(never)]
fn made(value: Box<dyn Fn() -> u32 + Send + Sync>) -> Memo<u32> {
    Memo::new(move |_| value())
}
