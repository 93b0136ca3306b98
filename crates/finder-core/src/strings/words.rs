//! What words bring: help that cannot wait, suggestions, and ways out where nothing matches.

use super::{UiLang, table::strings};

strings! {
    WordStrings;
    /// The catalogue has no services.
    empty_catalogue: &'static str,
    /// Advice: ways out follow.
    rescue_title: &'static str,
    /// One way out. `{change}`, `{services}`.
    rescue_way: &'static str,
    /// Leave out one word. `{word}`.
    rescue_drop_word: &'static str,
    /// Leave out all words.
    rescue_drop_words: &'static str,
    /// Any kind of service.
    rescue_drop_types: &'static str,
    /// For anybody.
    rescue_drop_audiences: &'static str,
    /// In the whole region.
    rescue_region: &'static str,
    /// In the whole country.
    rescue_drop_places: &'static str,
    /// Offices to ask.
    rescue_offices: &'static str,
    /// Other spelling. `{words}`.
    rescue_spelling: &'static str,
    /// Heading: neighbouring municipalities.
    rescue_neighbours: &'static str,
    /// When it is urgent: heading.
    urgent_title: &'static str,
    /// When life may be in danger. `{phone}`.
    urgent_emergency: &'static str,
    /// Leaves the page at once.
    quick_exit: &'static str,
    /// What leaving does.
    quick_exit_note: &'static str,
    /// Suggestion by another word. `{synonym}`.
    suggested_by: &'static str,
    /// Why a result is shown; what matched follows.
    why: &'static str,
    /// What matched is for whom the service is.
    why_audience: &'static str,
    /// What matched is who runs the service.
    why_organisation: &'static str,
    /// What matched is an address.
    why_address: &'static str,
    /// What matched is a phone.
    why_phone: &'static str,
}

const LV: WordStrings = WordStrings {
    empty_catalogue: "Katalogā vēl nav neviena pakalpojuma.",
    rescue_title: "Pamēģiniet tā:",
    rescue_way: "{change}: {services}",
    rescue_drop_word: "Bez vārda „{word}”",
    rescue_drop_words: "Bez meklētajiem vārdiem",
    rescue_drop_types: "Jebkurš pakalpojuma veids",
    rescue_drop_audiences: "Jebkuram",
    rescue_region: "Visā reģionā",
    rescue_drop_places: "Jebkur Latvijā",
    rescue_offices: "Jautāt pašvaldības sociālajam dienestam",
    rescue_spelling: "Varbūt „{words}”",
    rescue_neighbours: "Tuvumā",
    urgent_title: "Palīdzība tūlīt",
    urgent_emergency: "Ja kāds ir briesmās, zvaniet {phone}",
    quick_exit: "Ātri aizvērt šo lapu",
    quick_exit_note: "Atvērsies ziņu lapa. Meklētie vārdi adresē netiek saglabāti.",
    suggested_by: "„{synonym}”",
    why: "Atbilst:",
    why_audience: "kam paredzēts",
    why_organisation: "sniedzējs",
    why_address: "adrese",
    why_phone: "tālrunis",
};

const EN: WordStrings = WordStrings {
    empty_catalogue: "There are no services in the catalogue yet.",
    rescue_title: "Try this:",
    rescue_way: "{change}: {services}",
    rescue_drop_word: "Without the word “{word}”",
    rescue_drop_words: "Without the words",
    rescue_drop_types: "Any kind of service",
    rescue_drop_audiences: "For anybody",
    rescue_region: "In the whole region",
    rescue_drop_places: "Anywhere in Latvia",
    rescue_offices: "Ask a municipal social service",
    rescue_spelling: "Perhaps “{words}”",
    rescue_neighbours: "Nearby",
    urgent_title: "Help right now",
    urgent_emergency: "If someone is in danger, call {phone}",
    quick_exit: "Leave this page quickly",
    quick_exit_note: "A news page opens. The words you looked for are not kept in the address.",
    suggested_by: "“{synonym}”",
    why: "Matches:",
    why_audience: "for whom",
    why_organisation: "provider",
    why_address: "address",
    why_phone: "phone",
};

impl UiLang {
    /// The texts of words bring.
    #[must_use]
    pub const fn words(self) -> &'static WordStrings {
        match self {
            Self::Lv => &LV,
            Self::En => &EN,
        }
    }
}
