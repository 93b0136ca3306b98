//! Video stories.

use crate::raw::{
    kind::{Kind, Table},
    record::record,
};

/// What a story record stands for.
pub(crate) static STORY_KIND: [&str; 2] = ["video", "theme"];
/// What a WebVTT file is for.
pub(crate) static TRACK_KIND: [&str; 3] = ["captions", "descriptions", "chapters"];

const SECONDS: Kind = Kind::Whole { from: 1, to: 86_400, expected: "a length in seconds 1–86400" };
const AT: Kind = Kind::Whole { from: 0, to: 86_400, expected: "seconds from the start 0–86400" };

record! {
    /// A video story, or a theme of a playlist.
    STORY story "Story" requires [id, title] {
        /// Stable id, used in links.
        id: Kind::Id,
        /// One `video`, or a `theme`: several stories of a playlist.
        kind: Kind::Choice(&STORY_KIND),
        /// Title.
        title: Kind::Text,
        /// The title is the catalogue's wording, not the film's own.
        title_is_ours: Kind::Flag,
        /// What it shows.
        summary: Kind::Text,
        /// Id of the region.
        region: Kind::Ref(Table::Regions),
        /// Code of the municipality.
        municipality: Kind::Ref(Table::Municipalities),
        /// Ids of the kinds of service shown.
        types: Kind::List(&Kind::Ref(Table::Types)),
        /// Ids of the audiences.
        audiences: Kind::List(&Kind::Ref(Table::Audiences)),
        /// Ids of the services shown.
        services: Kind::List(&Kind::Ref(Table::Services)),
        /// Where to watch.
        video: Kind::Record(&VIDEO),
        /// Picture to show before the video is started: a file beside the catalogue.
        poster: Kind::Path,
        /// Length in seconds.
        seconds: SECONDS,
        /// Language spoken.
        language: Kind::Tag,
        /// Has captions?
        captions: Kind::Fact,
        /// Language of the captions.
        captions_language: Kind::Tag,
        /// Address of a transcript on another page.
        transcript: Kind::Url,
        /// The transcript itself, line by line.
        lines: Kind::List(&Kind::Record(&LINE)),
        /// Has audio description?
        described: Kind::Fact,
        /// Has sign language?
        sign_language: Kind::Fact,
        /// What the people shown agreed to.
        consent: Kind::Text,
        /// Date of publication.
        published: Kind::Partial,
        /// Pages the facts come from; the first is linked where there is no video address.
        sources: Kind::List(&Kind::Url),
    }
}

record! {
    /// Where a video can be watched: on YouTube, Vimeo or PeerTube, as a file beside the catalogue, or at an address.
    VIDEO video "Video" requires [] {
        /// YouTube video id.
        youtube: Kind::Line,
        /// YouTube playlist id; alone, the whole list is played.
        playlist: Kind::Line,
        /// Vimeo video id: digits.
        vimeo: Kind::Line,
        /// Address of the video's page on a PeerTube site: `https://site/w/ID`.
        peertube: Kind::Url,
        /// A file beside the catalogue that browsers play: WebM or MP4.
        file: Kind::Path,
        /// Captions, descriptions and chapters of the file.
        tracks: Kind::List(&Kind::Record(&TRACK)),
        /// Any other address.
        url: Kind::Url,
    }
}

record! {
    /// A WebVTT file that goes with a video file.
    TRACK track "Track" requires [kind, file] {
        /// `captions`, `descriptions` or `chapters`.
        kind: Kind::Choice(&TRACK_KIND),
        /// Language of its texts.
        language: Kind::Tag,
        /// The WebVTT file, beside the catalogue.
        file: Kind::Path,
    }
}

record! {
    /// One line of a transcript.
    LINE line "Line" requires [text] {
        /// Seconds from the start of the video.
        at: AT,
        /// What is said or shown.
        text: Kind::Text,
    }
}
