//! What the page asks of the widget by attributes.

use finder_core::{
    catalogue::{Catalogue, PartKind},
    query::View,
};

use crate::{browser::console_warn, query_object::KEYS};

/// The attributes that are not part of the query, read and judged.
#[derive(Clone, Debug, PartialEq)]
pub struct Options {
    /// Query keys the visitor cannot change.
    pub locked: Vec<String>,
    /// Sections to show; `None`: all that the catalogue has data for.
    pub sections: Option<Vec<Section>>,
    /// Level of the top heading, 1–5.
    pub heading: u8,
    /// Words stay out of the address.
    pub private: bool,
    /// Videos are only linked to, never played here.
    pub video_links: bool,
    /// Saves data: nothing is loaded before it is wanted.
    pub reduced: bool,
}

/// A section of the widget.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Section {
    /// Search box.
    Search,
    /// Filters.
    Filters,
    /// One of the views.
    View(View),
}

impl Default for Options {
    fn default() -> Self {
        Self { locked: Vec::new(), sections: None, heading: 2, private: false, video_links: false, reduced: false }
    }
}

impl Options {
    /// Takes over one attribute; `None`: it is not there. `false` if the attribute is none of ours.
    /// A wrong value falls back to the default, with a warning.
    pub fn set(&mut self, name: &str, value: Option<&str>) -> bool {
        match name {
            "lock" => self.locked = value.map(locked).unwrap_or_default(),
            "sections" => self.sections = value.and_then(sections),
            "heading-level" => {
                self.heading = match value.map(|v| v.trim().parse::<u8>()) {
                    None => 2,
                    Some(Ok(level @ 1..=5)) => level,
                    Some(_) => {
                        console_warn("service-finder: heading-level must be 1 to 5, so it is 2");
                        2
                    }
                }
            }
            "private" => self.private = value.is_some(),
            "video" => {
                self.video_links = value.is_some_and(|video| video.trim() == "link");
                if value.is_some_and(|video| !matches!(video.trim(), "" | "click" | "link")) {
                    console_warn("service-finder: video must be click or link, so it is click");
                }
            }
            "theme" => {
                // The style sheet reads it off the element.
                if value.is_some_and(|theme| !matches!(theme.trim(), "" | "auto" | "light" | "dark")) {
                    console_warn("service-finder: theme must be auto, light or dark, so it is auto");
                }
            }
            _ => return false,
        }
        true
    }

    /// Is this query key locked?
    pub fn is_locked(&self, key: &str) -> bool {
        self.locked.iter().any(|locked| locked == key)
    }

    /// Is this section to be shown? Views need data; without `list` the list is still there if nothing else is.
    pub fn shows(&self, section: Section, catalogue: &Catalogue) -> bool {
        let wanted = self.sections.as_ref().is_none_or(|list| list.contains(&section));
        let promised = |kind| catalogue.parts.iter().any(|part| part.kind == kind);
        let has_data = match section {
            Section::View(View::Map) => catalogue.map.is_some(),
            Section::View(View::Stories) => !catalogue.stories.is_empty() || promised(PartKind::Stories),
            Section::View(View::Programme) => !catalogue.programmes.is_empty() || promised(PartKind::Programme),
            _ => true,
        };
        wanted && has_data
    }

    /// Is there a filter that the visitor may change?
    pub fn filters(&self, catalogue: &Catalogue) -> bool {
        let free = |key| !self.is_locked(key);
        let places = (free("region") || free("municipality")) && !catalogue.municipalities.is_empty();
        self.shows(Section::Filters, catalogue) && (free("type") || free("audience") || places)
    }

    /// The view to show where `view` is asked for: that one, or the first that is there.
    pub fn view_for(&self, view: View, catalogue: &Catalogue) -> View {
        let views = self.views(catalogue);
        if views.contains(&view) { view } else { views.first().copied().unwrap_or(View::List) }
    }

    /// The views to offer, in order.
    pub fn views(&self, catalogue: &Catalogue) -> Vec<View> {
        let all = [View::List, View::Map, View::Stories, View::Programme];
        let views: Vec<View> = all.into_iter().filter(|view| self.shows(Section::View(*view), catalogue)).collect();
        if views.is_empty() { vec![View::List] } else { views }
    }
}

/// Reads `lock`; words that are no query key lock nothing, with a warning.
fn locked(value: &str) -> Vec<String> {
    let (known, unknown): (Vec<&str>, Vec<&str>) = value.split_whitespace().partition(|word| KEYS.contains(word));
    for word in unknown {
        console_warn(&["service-finder: lock knows ", &KEYS.join(", "), ", not ", word].concat());
    }
    known.into_iter().map(str::to_owned).collect()
}

/// Reads `sections`; words it does not know are left out with a warning.
fn sections(value: &str) -> Option<Vec<Section>> {
    let mut known = Vec::new();
    for word in value.split_whitespace() {
        known.push(match word {
            "search" => Section::Search,
            "filters" => Section::Filters,
            "list" => Section::View(View::List),
            "map" => Section::View(View::Map),
            "stories" => Section::View(View::Stories),
            "programme" => Section::View(View::Programme),
            _ => {
                const KNOWN: &str =
                    "service-finder: sections knows search, filters, list, map, stories and programme, not ";
                console_warn(&[KNOWN, word].concat());
                continue;
            }
        });
    }
    (!known.is_empty()).then_some(known)
}
