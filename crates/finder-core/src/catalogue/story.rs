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
    /// The transcript itself, line by line.
    pub lines: Vec<Line>,
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

/// One line of a transcript.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// Seconds from the start of the video, where stated.
    pub at: Option<u32>,
    /// What is said or shown.
    pub text: Text,
}

/// Where a video can be watched.
#[derive(Clone, Debug, PartialEq)]
pub enum Video {
    /// A YouTube video, a playlist, or a video within a playlist. At least one of the two.
    YouTube {
        /// Video id, 11 characters of the URL-safe alphabet.
        id: Option<Box<str>>,
        /// Playlist id.
        playlist: Option<Box<str>>,
    },
    /// A Vimeo video.
    Vimeo {
        /// Digits.
        id: Box<str>,
    },
    /// A video of a PeerTube site.
    PeerTube {
        /// The video's page.
        page: Url,
        /// Id, of the URL-safe alphabet.
        id: Box<str>,
    },
    /// A file beside the catalogue, with its texts.
    File {
        /// Relative to the catalogue.
        src: Box<str>,
        /// Captions, descriptions, chapters.
        tracks: Vec<Track>,
    },
    /// A page or file to link to.
    Link(Url),
}

/// A WebVTT file that goes with a video file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Track {
    /// What it is for.
    pub kind: TrackKind,
    /// Language of its texts, as a BCP 47 tag.
    pub lang: Option<Box<str>>,
    /// Relative to the catalogue.
    pub src: Box<str>,
}

/// What a WebVTT file is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TrackKind {
    /// What is said, for those who do not hear it.
    Captions,
    /// What is seen, for those who do not see it.
    Descriptions,
    /// Names of the video's parts.
    Chapters,
}

impl TrackKind {
    /// The word of HTML's `track` element.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Captions => "captions",
            Self::Descriptions => "descriptions",
            Self::Chapters => "chapters",
        }
    }
}

impl Video {
    /// Reads the address of a PeerTube video's page: `https://site/w/ID` or `https://site/videos/watch/ID`.
    #[must_use]
    pub fn peertube(page: Url) -> Option<Self> {
        let (_, path) = page.as_str().strip_prefix("https://")?.split_once('/')?;
        let path = path.split(['?', '#']).next().unwrap_or(path);
        let id = path.strip_prefix("w/").or_else(|| path.strip_prefix("videos/watch/"))?;
        let plain = !id.is_empty() && id.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_'));
        let id = plain.then(|| id.into())?;
        Some(Self::PeerTube { page, id })
    }

    /// The page where it can be watched away from here; a file has none.
    #[must_use]
    pub fn page(&self) -> Option<String> {
        Some(match self {
            Self::YouTube { id: Some(id), playlist: Some(list) } => {
                ["https://www.youtube.com/watch?v=", id, "&list=", list].concat()
            }
            Self::YouTube { id: Some(id), playlist: None } => ["https://www.youtube.com/watch?v=", id].concat(),
            Self::YouTube { id: None, playlist } => {
                ["https://www.youtube.com/playlist?list=", playlist.as_deref()?].concat()
            }
            Self::Vimeo { id } => ["https://vimeo.com/", id].concat(),
            Self::PeerTube { page, .. } | Self::Link(page) => page.as_str().to_owned(),
            Self::File { .. } => return None,
        })
    }

    /// The address of a player for a frame, in the most private form its site offers: no cookie before the visitor plays.
    /// With `at_once` it begins to play by itself, since the visitor has pressed a button already.
    #[must_use]
    pub fn frame(&self, at_once: bool) -> Option<String> {
        let mut address = match self {
            Self::YouTube { id: Some(id), playlist: Some(list) } => {
                ["https://www.youtube-nocookie.com/embed/", id, "?list=", list, "&rel=0"].concat()
            }
            Self::YouTube { id: Some(id), playlist: None } => {
                ["https://www.youtube-nocookie.com/embed/", id, "?rel=0"].concat()
            }
            Self::YouTube { id: None, playlist } => {
                ["https://www.youtube-nocookie.com/embed/videoseries?list=", playlist.as_deref()?, "&rel=0"].concat()
            }
            Self::Vimeo { id } => ["https://player.vimeo.com/video/", id, "?dnt=1"].concat(),
            Self::PeerTube { page, id } => {
                let site = page.as_str().strip_prefix("https://")?.split('/').next()?;
                ["https://", site, "/videos/embed/", id, "?p2p=0"].concat()
            }
            Self::File { .. } | Self::Link(_) => return None,
        };
        if at_once {
            address.push_str("&autoplay=1");
        }
        Some(address)
    }

    /// Whom starting it contacts, as people know them; `None` for a file, which lies where the catalogue does.
    #[must_use]
    pub fn contacts(&self) -> Option<&str> {
        match self {
            Self::YouTube { .. } => Some("YouTube (Google)"),
            Self::Vimeo { .. } => Some("Vimeo"),
            Self::PeerTube { page, .. } | Self::Link(page) => Some(page.host()),
            Self::File { .. } => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn youtube(id: Option<&str>, playlist: Option<&str>) -> Video {
        Video::YouTube { id: id.map(Into::into), playlist: playlist.map(Into::into) }
    }

    #[test]
    fn players_are_the_private_ones() {
        let frame = |video: Video| video.frame(true).unwrap_or_default();
        assert_eq!(
            frame(youtube(None, Some("PLx"))),
            "https://www.youtube-nocookie.com/embed/videoseries?list=PLx&rel=0&autoplay=1"
        );
        assert_eq!(
            frame(youtube(Some("TnLvVx8HViU"), None)),
            "https://www.youtube-nocookie.com/embed/TnLvVx8HViU?rel=0&autoplay=1"
        );
        assert_eq!(frame(Video::Vimeo { id: "12".into() }), "https://player.vimeo.com/video/12?dnt=1&autoplay=1");
        assert_eq!(
            youtube(Some("a"), None).frame(false).as_deref(),
            Some("https://www.youtube-nocookie.com/embed/a?rel=0")
        );
        let peertube = Url::parse("https://video.example:8443/w/aB-1?start=5").and_then(Video::peertube);
        assert_eq!(
            peertube.map(frame).as_deref(),
            Some("https://video.example:8443/videos/embed/aB-1?p2p=0&autoplay=1")
        );
    }

    #[test]
    fn only_a_videos_own_page_is_a_peertube_video() {
        for bad in
            ["http://v.example/w/a", "https://v.example/w/", "https://v.example/w/a/b", "https://v.example/about"]
        {
            assert_eq!(Url::parse(bad).and_then(Video::peertube), None, "{bad}");
        }
    }

    #[test]
    fn every_video_but_a_file_has_a_page_to_link_to() {
        assert_eq!(youtube(None, Some("PLx")).page().as_deref(), Some("https://www.youtube.com/playlist?list=PLx"));
        assert_eq!(
            youtube(Some("a"), Some("PLx")).page().as_deref(),
            Some("https://www.youtube.com/watch?v=a&list=PLx")
        );
        assert_eq!(Video::File { src: "a.webm".into(), tracks: Vec::new() }.page(), None);
    }
}
