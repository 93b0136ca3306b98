//! The video player: a poster and a button first, the player once the visitor asks for it. Nothing is contacted before.

use std::{cell::RefCell, rc::Rc};

use finder_core::{
    catalogue::{Story, StoryKind, Track, TrackKind, Video},
    strings::{StoryStrings, UiLang, fill},
};
use leptos::prelude::*;
use wasm_bindgen::{JsCast, closure::Closure};

use super::{
    bits::{button, icon, link, notice, para, span},
    language_names::language_name,
};
use crate::{
    browser::{self, get},
    dom::{El, el, keep},
    icons::{CROSS, PLAY, WEB},
    state::{Data, Finder},
};

/// Where the choice to show a site's videos at once is kept, where the visitor ticked it.
const REMEMBERED: &str = "service-finder-video";

thread_local! {
    /// What closes the player that plays now: one on the whole page.
    static PLAYING: RefCell<Option<Rc<Player>>> = const { RefCell::new(None) };
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    /// The poster, and what starting contacts.
    Poster,
    /// The player. `true`: it plays by itself, since a button was pressed for it.
    Playing(bool),
    /// The page around forbids the player.
    Blocked,
}

/// A story's video on its page.
pub struct Player {
    finder: Finder,
    story: Box<str>,
    title: String,
    video: Video,
    watch: &'static str,
    poster: Option<String>,
    stage: RwSignal<Stage>,
    /// Where a file is to begin, in seconds.
    from: RwSignal<u32>,
    holder: El,
}

/// Can a video be shown here, and may it?
pub fn plays_here(finder: Finder, video: &Video) -> bool {
    !finder.options.with_untracked(|options| options.video_links)
        && (matches!(video, Video::File { .. }) || video.frame(false).is_some())
}

/// What the way to a story's video is called.
pub fn to_watch(story: &Story, texts: &'static StoryStrings) -> &'static str {
    if story.kind == StoryKind::Theme { texts.watch_playlist } else { texts.watch }
}

/// The player of a story that has a video to be shown here; `None` where there is only a link.
pub fn player(finder: Finder, data: &Data, story: &Story) -> Option<Rc<Player>> {
    let video = story.video.clone().filter(|video| plays_here(finder, video))?;
    let lang = finder.lang.get_untracked();
    let at_once = video.contacts().is_some_and(is_remembered);
    let title = data.text(&story.title).to_owned();
    let player = Rc::new(Player {
        finder,
        story: story.id.as_str().into(),
        watch: to_watch(story, lang.stories()),
        poster: story.poster.as_deref().and_then(|poster| beside_catalogue(finder, poster)),
        stage: RwSignal::new(if at_once { Stage::Playing(false) } else { Stage::Poster }),
        from: RwSignal::new(0),
        holder: el("div")
            .class("player")
            .attr("role", "group")
            .attr("tabindex", "-1")
            .attr("aria-label", &fill(lang.pages().player, &[("title", &title)])),
        title,
        video,
    });
    let shown = Rc::clone(&player);
    let escape = Rc::clone(&player);
    let forbidden = Rc::clone(&player);
    let holder = player.holder.clone().slot(move || shown.draw(lang)).on("keydown", move |event| {
        let key: &web_sys::KeyboardEvent = event.unchecked_ref();
        if key.key() == "Escape" && matches!(escape.stage.get_untracked(), Stage::Playing(_)) {
            event.stop_propagation();
            escape.close();
        }
    });
    watch_policy(move |address| forbidden.refused(address));
    keep(Box::new(OnPage(Rc::clone(&player))));
    drop(holder);
    Some(player)
}

/// A player whose page is open; closing the page stops it.
struct OnPage(Rc<Player>);

impl Drop for OnPage {
    fn drop(&mut self) {
        self.0.forget();
    }
}

/// The address of a file beside the catalogue.
pub fn beside_catalogue(finder: Finder, path: &str) -> Option<String> {
    let catalogue = finder.with_host(|host| host.catalogue.clone())?;
    browser::absolute(path, &browser::absolute(&catalogue, &document().base_uri().ok()??)?)
}

impl Player {
    /// What stands on the page.
    pub fn element(&self) -> El {
        self.holder.clone()
    }

    /// Can a line of the transcript start it there?
    pub fn can_seek(&self) -> bool {
        matches!(self.video, Video::File { .. })
    }

    /// Starts the video, or goes on at a second of it.
    pub fn play(self: &Rc<Self>, from: Option<u32>) {
        if let (Some(video), Some(from)) = (self.holder.find("video"), from) {
            let _ = js_sys::Reflect::set(&video, &"currentTime".into(), &from.into());
            if let Ok(play) = get(&video, "play").dyn_into::<js_sys::Function>() {
                // Refused where the browser wants another press first: the controls are there.
                if let Ok(Ok(playing)) = play.call0(&video).map(JsCast::dyn_into::<js_sys::Promise>) {
                    let quiet = Closure::<dyn FnMut(wasm_bindgen::JsValue)>::new(|_| {});
                    let _ = playing.catch(&quiet);
                    quiet.forget();
                }
            }
            browser::focus_in_place(&video);
            return;
        }
        let before = PLAYING.with(|playing| playing.borrow_mut().replace(Rc::clone(self)));
        if let Some(before) = before.filter(|before| !Rc::ptr_eq(before, self)) {
            let _ = before.stage.try_set(Stage::Poster);
        }
        let _ = self.from.try_set(from.unwrap_or_default());
        let _ = self.stage.try_set(Stage::Playing(true));
        self.finder.emit("play", &[("id", (&*self.story).into())]);
        // Into the player: the file's own controls, or the group whose next stop is the frame.
        let (holder, stage) = (self.holder.clone(), self.stage);
        browser::later(move || {
            // The page's policy may have refused it meanwhile.
            if matches!(stage.try_get_untracked(), Some(Stage::Playing(_))) {
                browser::focus_in_place(&holder.find("video").unwrap_or_else(|| holder.html().clone()));
            }
        });
    }

    /// Back to the poster, and the focus to the button that starts it.
    fn close(self: &Rc<Self>) {
        self.forget();
        let _ = self.stage.try_set(Stage::Poster);
        let holder = self.holder.clone();
        browser::later(move || {
            if let Some(start) = holder.find(".play") {
                browser::focus_in_place(&start);
            }
        });
    }

    /// Nothing of this plays any more.
    fn forget(&self) {
        PLAYING.with(|playing| {
            let mut playing = playing.borrow_mut();
            if playing.as_ref().is_some_and(|playing| std::ptr::eq(&raw const **playing, self)) {
                *playing = None;
            }
        });
    }

    /// The page's policy refused an address: ours?
    fn refused(&self, address: &str) {
        let is_playing = matches!(self.stage.try_get_untracked(), Some(Stage::Playing(_)));
        let ours = self.video.frame(true);
        // Some engines tell the site alone.
        if is_playing && ours.is_some_and(|ours| !address.is_empty() && ours.starts_with(address)) {
            // Nowhere: the button that started it is gone, and the player had no time to take it.
            let active = browser::shadow_root(self.holder.node()).and_then(|root| root.active_element());
            let had_focus = active.is_none_or(|active| self.holder.node().contains(Some(&active)));
            self.forget();
            let _ = self.stage.try_set(Stage::Blocked);
            let holder = self.holder.clone();
            browser::later(move || {
                if let (true, Some(link)) = (had_focus, holder.find("a")) {
                    browser::focus_in_place(&link);
                }
            });
        }
    }

    fn draw(self: &Rc<Self>, lang: UiLang) -> Vec<El> {
        match self.stage.get() {
            Stage::Poster => self.draw_poster(lang),
            Stage::Playing(at_once) => self.draw_player(lang, at_once),
            Stage::Blocked => {
                [notice(span(lang.pages().play_blocked))].into_iter().chain(self.elsewhere(lang, "big")).collect()
            }
        }
    }

    fn draw_poster(self: &Rc<Self>, lang: UiLang) -> Vec<El> {
        let pages = lang.pages();
        let picture = match &self.poster {
            Some(address) => el("img").attr("src", address).attr("alt", "").attr("loading", "lazy"),
            None => icon(PLAY),
        };
        let this = Rc::clone(self);
        let tick = el("input").attr("type", "checkbox");
        let ticked = tick.clone();
        let start = button("big primary play", Some(PLAY), self.watch).on_click(move || {
            if let Some(host) = this.video.contacts()
                && get(ticked.node(), "checked").is_truthy()
            {
                remember(host, true);
            }
            this.play(None);
        });
        let mut drawn = vec![el("div").class("poster").child(picture), start];
        match self.video.contacts() {
            Some(host) => {
                drawn.push(para("note", &fill(pages.play_contacts, &[("host", host)])));
                let text = fill(pages.play_remember, &[("host", host)]);
                drawn.push(el("label").class("remember").child(tick).child(span(&text)));
            }
            None => drawn.push(para("note", pages.play_here)),
        }
        drawn.extend(self.elsewhere(lang, "quiet"));
        drawn
    }

    fn draw_player(self: &Rc<Self>, lang: UiLang, at_once: bool) -> Vec<El> {
        let pages = lang.pages();
        let this = Rc::clone(self);
        let close = button("button", Some(CROSS), pages.play_close).on_click(move || this.close());
        let screen = match &self.video {
            Video::File { src, tracks } => self.film(src, tracks, lang),
            video => el("iframe")
                .class("screen")
                .attr("title", &fill(pages.player, &[("title", &self.title)]))
                .attr("allow", "autoplay; fullscreen; encrypted-media; picture-in-picture")
                .attr("allowfullscreen", "")
                // The site is told which site shows it (YouTube refuses to play otherwise), never which page.
                .attr("referrerpolicy", "strict-origin-when-cross-origin")
                .attr(
                    "sandbox",
                    "allow-scripts allow-same-origin allow-presentation allow-popups allow-popups-to-escape-sandbox",
                )
                .attr_if("src", video.frame(at_once).as_deref()),
        };
        let forget = self.video.contacts().filter(|host| is_remembered(host)).map(|host| {
            let (this, host) = (Rc::clone(self), host.to_owned());
            button("quiet", None, &fill(pages.play_forget, &[("host", &host)])).on_click(move || {
                remember(&host, false);
                this.close();
            })
        });
        [screen, close].into_iter().chain(self.elsewhere(lang, "quiet")).chain(forget).collect()
    }

    /// The browser's own player of a file, with its texts; captions are on where there are some.
    fn film(&self, src: &str, tracks: &[Track], lang: UiLang) -> El {
        let pages = lang.pages();
        let failed = para("notice", pages.play_failed).attr("hidden", "").attr("role", "status");
        let captions = |track: &&Track| track.kind == TrackKind::Captions;
        let spoken = |track: &&Track| track.lang.as_deref().and_then(UiLang::from_tag) == Some(lang);
        let on = tracks.iter().filter(captions).find(spoken).or_else(|| tracks.iter().find(captions));
        let made: Vec<(El, bool)> = tracks
            .iter()
            .map(|track| {
                let tag = track.lang.as_deref();
                let is_on = on.is_some_and(|on| std::ptr::eq(on, track));
                let element = el("track")
                    .attr("kind", track.kind.word())
                    .attr_if("srclang", tag)
                    .attr_if("label", tag.map(|tag| language_name(tag, lang)).as_deref())
                    .attr_if("default", is_on.then_some(""))
                    .attr_if("src", beside_catalogue(self.finder, &track.src).as_deref());
                (element, is_on)
            })
            .collect();
        let shown = made.iter().find(|(_, is_on)| *is_on).map(|(track, _)| track.clone());
        let video = el("video")
            .class("screen")
            .attr("controls", "")
            .attr("autoplay", "")
            .attr("playsinline", "")
            .attr("preload", "metadata")
            .attr("tabindex", "0")
            .attr("aria-label", &self.title)
            .attr_if("poster", self.poster.as_deref())
            // Texts from another site's catalogue are only read where that site allows it, as it did the catalogue.
            .attr_if("crossorigin", self.is_foreign(src).then_some("anonymous"))
            .children(made.into_iter().map(|(track, _)| track).collect());
        let (from, start, tell) = (self.from.get_untracked(), video.clone(), failed.clone());
        let video = video
            .on("error", move |_| drop(tell.node().remove_attribute("hidden")))
            .on("loadedmetadata", move |_| {
                // WebKit leaves captions off, whatever `default` says.
                if let Some(track) = &shown {
                    let _ = js_sys::Reflect::set(&get(track.node(), "track"), &"mode".into(), &"showing".into());
                }
                if from > 0 {
                    let _ = js_sys::Reflect::set(start.node(), &"currentTime".into(), &from.into());
                }
            })
            .attr_if("src", beside_catalogue(self.finder, src).as_deref());
        el("div").child(video).child(failed)
    }

    fn is_foreign(&self, path: &str) -> bool {
        let origin = |address: &str| web_sys::Url::new(address).ok().map(|url| url.origin());
        beside_catalogue(self.finder, path).and_then(|address| origin(&address)) != window().location().origin().ok()
    }

    /// The video where it comes from: also where it cannot be shown here.
    fn elsewhere(&self, lang: UiLang, class: &str) -> Option<El> {
        let (strings, pages) = (lang.strings(), lang.pages());
        match self.video.page() {
            Some(page) => {
                let host = finder_core::catalogue::Url::parse(&page)?;
                let text = fill(pages.elsewhere, &[("host", host.host())]);
                Some(link(class, Some(WEB), &page, span(&text), strings))
            }
            None => {
                let Video::File { src, .. } = &self.video else { return None };
                Some(link(class, Some(WEB), &beside_catalogue(self.finder, src)?, span(pages.play_file), strings))
            }
        }
    }
}

/// Tells of each address that the page's policy refuses to show in a frame, as long as the owner lives.
fn watch_policy(refused: impl Fn(&str) + 'static) {
    let on_event = Closure::<dyn FnMut(web_sys::Event)>::new(move |event: web_sys::Event| {
        let text = |key: &str| get(&event, key).as_string().unwrap_or_default();
        let directive = text("effectiveDirective");
        if text("disposition") != "report" && matches!(directive.as_str(), "frame-src" | "child-src" | "default-src") {
            refused(&text("blockedURI"));
        }
    });
    let _ = document().add_event_listener_with_callback(VIOLATION, on_event.as_ref().unchecked_ref());
    keep(Box::new(Policy(on_event)));
}

const VIOLATION: &str = "securitypolicyviolation";

struct Policy(Closure<dyn FnMut(web_sys::Event)>);

impl Drop for Policy {
    fn drop(&mut self) {
        let _ = document().remove_event_listener_with_callback(VIOLATION, self.0.as_ref().unchecked_ref());
    }
}

/// The browser's storage, where the page may use it.
fn storage() -> Option<web_sys::Storage> {
    window().local_storage().ok().flatten()
}

fn remembered() -> Vec<String> {
    let text = storage().and_then(|storage| storage.get_item(REMEMBERED).ok().flatten()).unwrap_or_default();
    text.split('\n').filter(|host| !host.is_empty()).map(str::to_owned).collect()
}

fn is_remembered(host: &str) -> bool {
    remembered().iter().any(|known| known == host)
}

/// Remembers a site, or forgets it and leaves nothing behind where it was the last.
fn remember(host: &str, keep: bool) {
    let mut hosts = remembered();
    hosts.retain(|known| known != host);
    if keep {
        hosts.push(host.to_owned());
    }
    if let Some(storage) = storage() {
        let _ = if hosts.is_empty() {
            storage.remove_item(REMEMBERED)
        } else {
            storage.set_item(REMEMBERED, &hosts.join("\n"))
        };
    }
}
