//! A list of services and a box that filters it: the least that one would write with Leptos, without thought for size.
//! `tests/bench/cold-start.mjs` measures it beside the finder, since a machine's own speed is in both.

use gloo_net::http::Request;
use leptos::{prelude::*, task::spawn_local};
use serde::Deserialize;
use wasm_bindgen::prelude::wasm_bindgen;

/// A service, as `cold-start.mjs` writes it.
#[derive(Clone, Deserialize)]
struct Service {
    id: String,
    name: String,
    summary: String,
    place: String,
    phone: String,
}

/// Shows the list.
#[wasm_bindgen(start)]
fn start() {
    mount_to_body(list);
}

fn list() -> impl IntoView {
    let (text, set_text) = signal(String::new());
    let (services, set_services) = signal(Vec::new());
    spawn_local(async move {
        let Ok(answer) = Request::get("services.json").send().await else { return };
        set_services.set(answer.json::<Vec<Service>>().await.unwrap_or_default());
        if let Ok(ready) = web_sys::CustomEvent::new("service-finder-ready") {
            let _ = window().dispatch_event(&ready);
        }
    });
    let shown = move || {
        let text = text.get().to_lowercase();
        services.get().into_iter().filter(|service| service.name.to_lowercase().contains(&text)).collect::<Vec<_>>()
    };
    view! {
        <input type="search" on:input=move |event| set_text.set(event_target_value(&event)) />
        <p>{move || shown().len()} " services"</p>
        <ul>
            <For each=shown key=|service| service.id.clone() let:service>
                <li>
                    <h3>{service.name}</h3>
                    <p>{service.place}</p>
                    <p>{service.summary}</p>
                    <a href=format!("tel:{}", service.phone)>{service.phone.clone()}</a>
                </li>
            </For>
        </ul>
    }
}
