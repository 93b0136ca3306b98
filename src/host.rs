//! The page around: mounting, the handle that the element calls, events out.

use std::rc::Rc;

use any_spawner::Executor;
use leptos::prelude::*;
use wasm_bindgen::{JsCast, prelude::*};
use web_sys::HtmlElement;

use finder_core::{query_url::read_key, strings::UiLang};

use crate::{
    browser::{get, object},
    components::app::{app, watch_width},
    dom::{El, keep, take_off},
    language,
    memory::make_room,
    options::Options,
    panic,
    query_object::{KEYS, clear_key, copy_key, from_object, to_object, warn},
    start,
    state::Finder,
    style,
    url_sync::UrlSync,
};

/// What a finder knows of the page around it.
pub struct Host {
    /// The element inside the shadow root that the widget is mounted into.
    pub root: HtmlElement,
    on_event: js_sys::Function,
    /// The query's attributes, by name.
    pub attributes: Vec<(String, String)>,
    /// The page's language, as the element found it.
    pub tag: String,
    /// Address of the catalogue.
    pub catalogue: String,
    /// The part of the page's address that this finder owns, if any.
    pub url: Option<Rc<UrlSync>>,
    /// What was asked by script before the catalogue was there, oldest first.
    pub early: Vec<Early>,
    /// The language asked for last: its texts may still be on their way.
    pub wanted: Option<UiLang>,
}

/// Something asked by script before the catalogue was there.
pub enum Early {
    /// `element.query = …`
    Query(JsValue),
    /// `element.open(…)`
    Open(String),
}

impl Host {
    /// Hands an event to the element, which dispatches it.
    pub fn emit(&self, name: &str, detail: &JsValue) {
        let _ = self.on_event.call2(&JsValue::UNDEFINED, &name.into(), detail);
    }
}

/// A mounted finder. Freeing it unmounts.
#[wasm_bindgen]
pub struct Handle {
    finder: Finder,
    _kept: Kept,
}

/// Makes the module ready for its first finder, in a task of its own: `panicked` is called if the module is beyond use.
#[wasm_bindgen]
pub fn begin(panicked: js_sys::Function) {
    panic::set_handler(panicked);
    // What runs effects. Leptos' own way to mount would bring it too, with a view of its own that nobody needs.
    let _ = Executor::init_wasm_bindgen();
    make_room();
    style::make();
}

/// Mounts a finder into `root`, an element inside the shadow root of `host`.
/// `config` is made by `public/service-finder.js`; `on_event` gets each event's name and detail.
#[wasm_bindgen]
pub fn mount(_host: HtmlElement, root: HtmlElement, config: JsValue, on_event: js_sys::Function) -> Handle {
    style::adopt(&root);
    let mut options = Options { reduced: get(&config, "reducedData").is_truthy(), ..Options::default() };
    let mut attributes = Vec::new();
    let mut url_key = String::from("sf");
    for entry in js_sys::Object::entries(get(&config, "attributes").unchecked_ref()).iter() {
        let entry: js_sys::Array = entry.unchecked_into();
        let (Some(name), Some(value)) = (entry.get(0).as_string(), entry.get(1).as_string()) else { continue };
        if name == "url-key" {
            url_key = value;
        } else if !options.set(&name, Some(&value)) && KEYS.contains(&name.as_str()) {
            attributes.push((name, value));
        }
    }
    let owns_url = get(&config, "ownsUrl").is_truthy() && !url_key.is_empty();
    let tag = get(&config, "lang").as_string().unwrap_or_default();
    let host = Host {
        root: root.clone(),
        on_event,
        attributes,
        tag: tag.clone(),
        catalogue: get(&config, "catalogue").as_string().unwrap_or_default(),
        url: None,
        early: Vec::new(),
        wanted: None,
    };
    let first = get(&config, "first").dyn_into::<js_sys::Promise>().ok();
    // A finder must not belong to another one whose handler happens to mount it.
    let owner = Owner::new_root(None);
    let finder = owner.with(|| Finder::new(host, options, language::choose(&tag, None)));
    if owns_url {
        let url = UrlSync::new(&url_key, move || start::address_changed(finder), move || finder.address_now());
        let _ = finder.with_host(|host| host.url = Some(Rc::new(url)));
    }
    let view = owner.child();
    let kept = Kept { view: view.clone(), owner };
    let draw = move || {
        view.with(|| {
            let app = app(finder);
            let _ = root.append_child(app.node());
            watch_width(finder, &app);
            on_cleanup_remove(app);
        });
    };
    start::load(finder, first, Some(Box::new(draw)));
    Handle { finder, _kept: kept }
}

/// Takes the widget off the page when its owner is cleaned up.
fn on_cleanup_remove(app: El) {
    struct OnPage(El);
    impl Drop for OnPage {
        fn drop(&mut self) {
            take_off(self.0.node());
        }
    }
    keep(Box::new(OnPage(app)));
}

/// Holds what the finder is made of; cleans it up, the view before what it is made from.
struct Kept {
    view: Owner,
    owner: Owner,
}

impl Drop for Kept {
    fn drop(&mut self) {
        self.view.cleanup();
        self.owner.cleanup();
    }
}

#[wasm_bindgen]
impl Handle {
    /// The query, as a plain object.
    pub fn query(&self) -> JsValue {
        let early = self.finder.with_host(|host| {
            host.early.iter().rev().find_map(|early| match early {
                Early::Query(query) => Some(query.clone()),
                Early::Open(_) => None,
            })
        });
        early.flatten().unwrap_or_else(|| to_object(&self.finder.query_now()))
    }

    /// Asks this instead; keys that are absent are unset. The page's address stays as it is.
    pub fn set_query(&self, query: JsValue) {
        match self.finder.data_now() {
            Some(data) => self.finder.set_query(from_object(&query, &data.catalogue)),
            None => {
                let _ = self.finder.with_host(|host| host.early.push(Early::Query(query)));
            }
        }
    }

    /// Opens a record: `service:ID`, `story:ID`, `office:ID`, or a service's bare id.
    pub fn open(&self, id: &str) {
        if self.finder.data_now().is_some() {
            start::open(self.finder, id);
        } else {
            let _ = self.finder.with_host(|host| host.early.push(Early::Open(id.to_owned())));
        }
    }

    /// Back to what the page asks for.
    pub fn reset(&self) {
        let _ = self.finder.with_host(|host| host.early.clear());
        self.finder.set_query(self.finder.initial());
    }

    /// An attribute changed; no value: it was taken away.
    pub fn attribute_changed(&self, name: &str, value: Option<String>) {
        let finder = self.finder;
        if name == "lang" {
            let tag = value.unwrap_or_default();
            let _ = finder.with_host(|host| host.tag.clone_from(&tag));
            let lang = language::choose(&tag, finder.data_now().as_deref().map(|data| &*data.catalogue));
            start::speak(finder, lang, None);
            return;
        }
        let (mut ours, mut changed) = (false, false);
        let _ = finder.options.try_maybe_update(|options| {
            let before = options.clone();
            ours = options.set(name, value.as_deref());
            changed = *options != before;
            (changed, ())
        });
        if ours {
            // `theme`, say, is for the style sheet alone: drawing anew would close what is open and take the focus.
            if changed {
                // A key that was locked just now takes the page's value.
                finder.set_query(finder.query_now());
                finder.draw_anew();
            }
            return;
        }
        if !KEYS.contains(&name) {
            return;
        }
        let _ = finder.with_host(|host| {
            host.attributes.retain(|(known, _)| known != name);
            if let Some(value) = &value {
                host.attributes.push((name.to_owned(), value.clone()));
            }
        });
        if let Some(data) = finder.data_now() {
            let mut initial = finder.initial();
            let mut query = finder.query_now();
            clear_key(&mut initial, name);
            if let Some(value) = &value {
                warn(&read_key(&mut initial, name, value, &data.catalogue));
            }
            copy_key(&mut query, name, &initial);
            finder.set_initial(initial);
            finder.set_query(query);
        }
    }

    /// Takes the finder off the page.
    pub fn unmount(self) {
        let _ = self.finder.with_host(|host| host.url = None);
        drop(self);
    }
}

/// Tells the element how far loading has come.
pub fn emit_state(finder: Finder, state: &str) {
    let _ = finder.with_host(|host| host.emit("state", &object(&[("state", state.into())])));
}
