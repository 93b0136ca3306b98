//! A story as text, line by line; a line's time starts the video there.

use std::rc::Rc;

use finder_core::{
    catalogue::{Line, Story},
    strings::{UiLang, fill},
};

use super::{
    bits::{button, link, para, said, span},
    player::Player,
};
use crate::{
    browser::clock,
    dom::{El, el, text_el},
    icons::FILE,
    state::Data,
};

/// The text of a story's video, a link to it, or that there is none yet.
pub fn transcript(data: &Data, story: &Story, player: Option<&Rc<Player>>, lang: UiLang) -> Vec<El> {
    let pages = lang.pages();
    let mut body = Vec::new();
    let seeks = player.filter(|player| player.can_seek());
    if !story.lines.is_empty() {
        if seeks.is_some() && story.lines.iter().any(|line| line.at.is_some()) {
            body.push(para("hint", pages.transcript_hint));
        }
        let rows = story.lines.iter().map(|line| row(data, line, seeks, lang));
        body.push(el("ol").class("transcript").attr("role", "list").children(rows.collect()));
    }
    if let Some(address) = &story.transcript {
        body.push(link("big", Some(FILE), address.as_str(), span(pages.transcript_page), lang.strings()));
    }
    // A page without a film is no film without a text.
    if body.is_empty() && (story.video.is_some() || story.page.is_some()) {
        body.push(para("unknown", pages.transcript_none));
    }
    body
}

fn row(data: &Data, line: &Line, player: Option<&Rc<Player>>, lang: UiLang) -> El {
    let at = line.at.map(|at| {
        let time = time(at);
        match player {
            Some(player) => {
                let player = Rc::clone(player);
                button("quiet", None, &time)
                    .attr("aria-label", &fill(lang.pages().transcript_from, &[("time", &time)]))
                    .on_click(move || player.play(Some(at)))
            }
            None => text_el("span", "at", &time),
        }
    });
    el("li").maybe(at).child(said(el("span"), data, &line.text))
}

/// *1:05*, *01:02:05*.
fn time(seconds: u32) -> String {
    let two = |number: u32| if number < 10 { ["0", &number.to_string()].concat() } else { number.to_string() };
    let minutes = seconds / 60;
    let minutes = match u16::try_from(minutes) {
        Ok(minutes) if minutes >= 60 => clock(minutes),
        _ => minutes.to_string(),
    };
    [minutes, two(seconds % 60)].join(":")
}
