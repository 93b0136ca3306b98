//! Video stories.

use super::{each, take_id};
use crate::{
    catalogue::{Service, Story, StoryId, StoryIx, StoryKind, Url, Video},
    problem::Cost,
    raw::{self, At, Lookup, Reader, Records},
};

pub(super) fn stories<'a>(
    list: Option<Records<'a, raw::Story<'a>>>,
    services: &mut [Service],
    reader: &mut Reader<'a>,
) -> Vec<Story> {
    let mut stories: Vec<Story> = Vec::new();
    let mut lookup = Lookup::new();
    each(list, "stories", reader, |raw, _, at, _, reader| {
        let (Some(id), Some(title)) = (raw.id, raw.title) else { return };
        if !take_id(&mut lookup, id.0, at, reader) {
            return;
        }
        let shown = raw.services.unwrap_or_default();
        for service in &shown {
            let listed = services.get_mut(service.get()).map(|service| &mut service.stories);
            let ix = StoryIx::new(stories.len());
            if let Some(listed) = listed.filter(|listed| !listed.contains(&ix)) {
                listed.push(ix);
            }
        }
        let title_lang = title.versions().nth(1).is_none().then(|| title.versions().next()).flatten().map(|t| t.lang);
        let sources: Vec<Url> = raw.sources.unwrap_or_default();
        stories.push(Story {
            id: StoryId::new(id.0),
            kind: raw.kind.unwrap_or(StoryKind::Video),
            title_lang,
            title,
            summary: raw.summary,
            region: raw.region,
            municipality: raw.municipality,
            types: raw.types.unwrap_or_default(),
            audiences: raw.audiences.unwrap_or_default(),
            services: shown,
            video: raw.video.and_then(|video| self::video(video, at, reader)),
            page: sources.first().cloned(),
            seconds: raw.seconds.map(|seconds| seconds.0),
            spoken: raw.language.map(|tag| tag.0.into()),
            captions: raw.captions.unwrap_or_default(),
            captions_lang: raw.captions_language.map(|tag| tag.0.into()),
            transcript: raw.transcript,
            described: raw.described.unwrap_or_default(),
            sign_language: raw.sign_language.unwrap_or_default(),
            poster: raw.poster.map(|path| path.0.into()),
            consent: raw.consent,
            title_is_ours: raw.title_is_ours.unwrap_or(false),
            published: raw.published,
            sources,
        });
    });
    stories
}

fn video<'a>(raw: raw::Video<'a>, at: At<'_>, reader: &mut Reader<'a>) -> Option<Video> {
    let place = at.key("video");
    // Ids go into addresses of players: nothing but the id's own alphabet.
    let plain = |id: &str| id.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_'));
    let playlist = raw.playlist.filter(|id| {
        let valid = plain(id) && (2..=64).contains(&id.len());
        if !valid {
            reader.note(place.key("playlist"), Cost::Value, "the id of a YouTube playlist", raw::quote_text(id), None);
        }
        valid
    });
    if let Some(id) = raw.youtube {
        if plain(id) && id.len() == 11 {
            return Some(Video::YouTube { id: id.into(), playlist: playlist.map(Into::into) });
        }
        let hint = Some("the 11 characters after `watch?v=`".to_owned());
        reader.note(place.key("youtube"), Cost::Value, "the id of a YouTube video", raw::quote_text(id), hint);
    }
    raw.url.map(Video::Link)
}
