//! What a visitor sees. Components show; `state` decides; the core computes.

pub mod app;
mod bits;
mod card;
mod chips;
mod contact;
mod facet_group;
mod filters;
mod head;
mod loading;
mod map;
mod programme;
mod rescue;
mod results;
mod route;
mod search_box;
mod service_page;
mod share;
mod status;
mod stories;
mod story_page;
mod suggestions;
mod urgent;
mod views;
