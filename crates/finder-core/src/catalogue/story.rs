//! Video stories.

use super::{AudienceIx, Fact, LangIx, MunicipalityIx, RegionIx, ServiceIx, StoryId, Text, TypeIx, Url};

/// A video story, or a theme of a playlist.
#[derive(Clone, Debug, PartialEq)]
pub struct Story {
    /// Stable id, used in links.
    pub id: StoryId,
    /// One video or a theme within a playlist.
    pub kind: StoryKind,
    /// Title.
    pub title: Text,
    /// What it shows.
    pub summary: Option<Text>,
    /// Planning region.
    pub region: Option<RegionIx>,
    /// Municipality.
    pub municipality: Option<MunicipalityIx>,
    /// Kinds of service shown.
    pub types: Vec<TypeIx>,
    /// For whom.
    pub audiences: Vec<AudienceIx>,
    /// Services shown.
    pub services: Vec<ServiceIx>,
    /// Where to watch.
    pub video: Option<Video>,
    /// The page to link to where there is no video address: the first source.
    pub page: Option<Url>,
    /// Length in seconds.
    pub seconds: Option<u32>,
    /// Language spoken, as a BCP 47 tag.
    pub spoken: Option<Box<str>>,
    /// Has captions? The language is in [`captions_lang`](Self::captions_lang) where stated.
    pub captions: Fact,
    /// Language of the captions, as a BCP 47 tag.
    pub captions_lang: Option<Box<str>>,
    /// Address of a transcript.
    pub transcript: Option<Url>,
    /// Has audio description?
    pub described: Fact,
    /// Has sign language?
    pub sign_language: Fact,
    /// Picture to show before the video is started: a file beside the catalogue.
    pub poster: Option<Box<str>>,
    /// What the people shown agreed to.
    pub consent: Option<Text>,
    /// The title is the catalogue's wording, not the film's own.
    pub title_is_ours: bool,
    /// Date of publication, as written.
    pub published: Option<super::PartialDate>,
    /// Pages the facts come from.
    pub sources: Vec<Url>,
    /// Language of the title where the catalogue has only one: kept for `lang=`.
    pub title_lang: Option<LangIx>,
}

/// What a story record stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StoryKind {
    /// One video.
    Video,
    /// A theme of a playlist: several stories of one kind of service.
    Theme,
}

/// Where a video can be watched.
#[derive(Clone, Debug, PartialEq)]
pub enum Video {
    /// A single YouTube video, with the playlist it belongs to where known.
    YouTube {
        /// Video id, 11 characters of the URL-safe alphabet.
        id: Box<str>,
        /// Playlist id.
        playlist: Option<Box<str>>,
    },
    /// A page or file to link to.
    Link(Url),
}
