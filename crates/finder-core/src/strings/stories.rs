//! Texts of the list of stories, and of a story.

use super::{Plural, UiLang, table::strings};

strings! {
    StoryStrings;
    /// Stories: heading.
    stories_heading: &'static str,
    /// Stories: what they are.
    stories_intro: &'static str,
    /// Watch video.
    watch: &'static str,
    /// Watch playlist.
    watch_playlist: &'static str,
    /// Read the page.
    read_page: &'static str,
    /// A theme of a playlist.
    story_theme: &'static str,
    /// Captions.
    captions: &'static str,
    /// Length.
    length: &'static str,
    /// Minutes. `{n}`.
    minutes: Plural,
    /// No story answers.
    no_stories: &'static str,
    /// Services shown in a story.
    story_services: &'static str,
    /// Services of the kinds shown in a story.
    story_kind_services: &'static str,
}

const LV: StoryStrings = StoryStrings {
    stories_heading: "Videostāsti",
    stories_intro: "Īsi stāsti, kas parāda jaunās vietas un cilvēkus tajās. Pirms sākat video, neviens cits netiek iesaistīts.",
    watch: "Skatīties video",
    watch_playlist: "Skatīties atskaņošanas sarakstu",
    read_page: "Atvērt lapu par šo stāstu",
    story_theme: "Tēma",
    captions: "Subtitri",
    length: "Ilgums",
    minutes: Plural { zero: "{n} minūšu", one: "{n} minūte", other: "{n} minūtes" },
    no_stories: "Neviens stāsts neatbilst. Pamēģiniet mazāk vārdu vai noņemiet kādu filtru.",
    story_services: "Pakalpojumi stāstā",
    story_kind_services: "Pakalpojumi: {kind}",
};

const EN: StoryStrings = StoryStrings {
    stories_heading: "Video stories",
    stories_intro: "Short stories that show the new places and the people there. Nobody else is contacted before you start a video.",
    watch: "Watch the video",
    watch_playlist: "Watch the playlist",
    read_page: "Open the page about this story",
    story_theme: "Theme",
    captions: "Captions",
    length: "Length",
    minutes: Plural { zero: "{n} minutes", one: "{n} minute", other: "{n} minutes" },
    no_stories: "No story matches. Try fewer words or remove a filter.",
    story_services: "Services in the story",
    story_kind_services: "Services: {kind}",
};

impl UiLang {
    /// The texts of stories.
    #[must_use]
    pub const fn stories(self) -> &'static StoryStrings {
        match self {
            Self::Lv => &LV,
            Self::En => &EN,
        }
    }
}
