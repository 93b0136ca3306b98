//! Video stories.

use serde_json::Value;

use super::{each, take_id};
use crate::{
    catalogue::{
        AudienceIx, Line, MunicipalityIx, RegionIx, Service, ServiceIx, Story, StoryId, StoryIx, StoryKind, Track,
        TrackKind, TypeIx, Video,
    },
    problem::Cost,
    raw::{self, At, Ids, Reader, Rec},
};

pub(super) fn stories<'a>(list: Option<&'a [Value]>, services: &mut [Service], reader: &mut Reader<'a>) -> Vec<Story> {
    use raw::story as k;
    let mut stories: Vec<Story> = Vec::new();
    let mut lookup = Ids::default();
    each(list, "stories", &raw::STORY, reader, &mut |raw, _, at, _, reader| {
        let (Some(id), Some(title)) = (raw.line(k::id), raw.text(k::title)) else { return };
        if !take_id(&mut lookup, id, at, reader) {
            return;
        }
        let shown = raw.positions(k::services).unwrap_or_default();
        for service in &shown {
            if let Some(service) = services.get_mut(*service) {
                service.stories.push(StoryIx::new(stories.len()));
            }
        }
        let title_lang = title.versions().nth(1).is_none().then(|| title.versions().next()).flatten().map(|t| t.lang);
        let sources = raw.urls(k::sources);
        stories.push(Story {
            id: StoryId::new(id),
            kind: if raw.choice(k::kind) == Some(1) { StoryKind::Theme } else { StoryKind::Video },
            title_lang,
            title,
            summary: raw.text(k::summary),
            region: raw.position(k::region).map(RegionIx::new),
            municipality: raw.position(k::municipality).map(MunicipalityIx::new),
            types: raw.positions(k::types).unwrap_or_default().into_iter().map(TypeIx::new).collect(),
            audiences: raw.positions(k::audiences).unwrap_or_default().into_iter().map(AudienceIx::new).collect(),
            services: shown.into_iter().map(ServiceIx::new).collect(),
            video: video(raw.record(k::video), at, reader),
            page: sources.first().cloned(),
            seconds: raw.whole(k::seconds).and_then(|seconds| seconds.try_into().ok()),
            spoken: raw.own(k::language),
            captions: raw.fact(k::captions),
            captions_lang: raw.own(k::captions_language),
            transcript: raw.url(k::transcript),
            lines: raw.records(k::lines).into_iter().filter_map(line).collect(),
            described: raw.fact(k::described),
            sign_language: raw.fact(k::sign_language),
            poster: raw.own(k::poster),
            consent: raw.text(k::consent),
            title_is_ours: raw.flag(k::title_is_ours).unwrap_or(false),
            published: raw.partial(k::published),
            sources,
        });
    });
    stories
}

fn video(mut raw: Rec<'_>, at: At<'_>, reader: &mut Reader<'_>) -> Option<Video> {
    use raw::video as k;
    let place = at.key("video");
    // Ids go into addresses of players: nothing but the id's own alphabet.
    let plain = |id: &str| id.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_'));
    let playlist = raw.line(k::playlist).filter(|id| {
        let valid = plain(id) && (2..=64).contains(&id.len());
        if !valid {
            reader.note(place.key("playlist"), Cost::Value, "the id of a YouTube playlist", raw::quote_text(id), None);
        }
        valid
    });
    if let Some(id) = raw.line(k::youtube) {
        if plain(id) && id.len() == 11 {
            return Some(Video::YouTube { id: Some(id.into()), playlist: playlist.map(Into::into) });
        }
        let hint = Some("the 11 characters after `watch?v=`".to_owned());
        reader.note(place.key("youtube"), Cost::Value, "the id of a YouTube video", raw::quote_text(id), hint);
    }
    if let Some(list) = playlist {
        return Some(Video::YouTube { id: None, playlist: Some(list.into()) });
    }
    if let Some(id) = raw.line(k::vimeo) {
        if (1..=20).contains(&id.len()) && id.bytes().all(|b| b.is_ascii_digit()) {
            return Some(Video::Vimeo { id: id.into() });
        }
        let hint = Some("the digits after `vimeo.com/`".to_owned());
        reader.note(place.key("vimeo"), Cost::Value, "the id of a Vimeo video", raw::quote_text(id), hint);
    }
    if let Some(page) = raw.url(k::peertube) {
        let found = raw::quote_text(page.as_str());
        if let Some(video) = Video::peertube(page) {
            return Some(video);
        }
        let expected = "the page of a PeerTube video, `https://site/w/ID`";
        reader.note(place.key("peertube"), Cost::Value, expected, found, None);
    }
    if let Some(src) = raw.own(k::file) {
        return Some(Video::File { src, tracks: raw.records(k::tracks).into_iter().filter_map(track).collect() });
    }
    raw.url(k::url).map(Video::Link)
}

fn track(mut raw: Rec<'_>) -> Option<Track> {
    use raw::track as k;
    let kind = match raw.choice(k::kind)? {
        0 => TrackKind::Captions,
        1 => TrackKind::Descriptions,
        _ => TrackKind::Chapters,
    };
    Some(Track { kind, lang: raw.own(k::language), src: raw.own(k::file)? })
}

fn line(mut raw: Rec<'_>) -> Option<Line> {
    use raw::line as k;
    Some(Line { at: raw.whole(k::at).and_then(|at| at.try_into().ok()), text: raw.text(k::text)? })
}
