//! Texts of what opens from the list: service pages, stories, programmes; and of the static pages.
//!
//! Apart from the others, so that the list's code need not carry them.

use super::{Plural, UiLang, fill, plural_form};

strings! {
    PageStrings;
    /// What happens there: heading.
    happens: &'static str,
    /// Easy-to-read text: heading.
    easy: &'static str,
    /// Who reviewed the easy text. `{name}`.
    easy_reviewed: &'static str,
    /// What it costs: heading.
    costs: &'static str,
    /// Costs nothing.
    cost_free: &'static str,
    /// Is paid for.
    cost_paid: &'static str,
    /// Cost depends.
    cost_depends: &'static str,
    /// Cost not stated.
    cost_unknown: &'static str,
    /// Youngest age. `{n}`.
    age_from: Plural,
    /// Oldest age. `{n}`.
    age_to: Plural,
    /// Ages, by the older one. `{min}`. `{n}`.
    age_range: Plural,
    /// Residence: label.
    residence: &'static str,
    /// Residence: anyone.
    residence_anyone: &'static str,
    /// Residence: residents of these. `{names}`.
    residence_only: &'static str,
    /// What to ask: heading.
    ask: &'static str,
    /// Question: places.
    ask_places: &'static str,
    /// Question: cost.
    ask_cost: &'static str,
    /// Question: papers.
    ask_papers: &'static str,
    /// Question: visit.
    ask_visit: &'static str,
    /// Subject of a letter to the service. `{name}`.
    mail_subject: &'static str,
    /// How to get there: label.
    transport: &'static str,
    /// How it is offered: label.
    form: &'static str,
    /// By day.
    form_day: &'static str,
    /// Day and night.
    form_night: &'static str,
    /// At home.
    form_home: &'static str,
    /// Online.
    form_online: &'static str,
    /// Accessibility: hearing.
    hearing: &'static str,
    /// Accessibility: quiet room.
    quiet: &'static str,
    /// Accessibility: plain language.
    easy_language: &'static str,
    /// Free places and waiting: label.
    waiting_list: &'static str,
    /// Free places. `{n}`.
    free_places: Plural,
    /// People waiting. `{n}`.
    people_wait: Plural,
    /// Number in the register of providers: label.
    registration: &'static str,
    /// Valid until. `{date}`.
    registered_until: &'static str,
    /// The facts come from an old page. `{year}`.
    page_of_year: &'static str,
    /// Is open until. `{time}`.
    open_until: &'static str,
    /// Is always open.
    open_always: &'static str,
    /// Is closed.
    closed: &'static str,
    /// Is closed, and when it opens. `{day}`, `{time}`.
    closed_opens: &'static str,
    /// Is closed because of a public holiday.
    closed_holiday: &'static str,
    /// Not known whether it is open.
    open_unknown: &'static str,
    /// Today.
    today: &'static str,
    /// Tomorrow.
    tomorrow: &'static str,
    /// Note below the table of hours.
    hours_note: &'static str,
    /// Note below the table of hours of a place that never closes.
    hours_note_always: &'static str,
    /// Caption of the table of hours.
    hours_week: &'static str,
    /// Days that differ: heading.
    hours_differ: &'static str,
    /// Monday.
    mo: &'static str,
    /// Tuesday.
    tu: &'static str,
    /// Wednesday.
    we: &'static str,
    /// Thursday.
    th: &'static str,
    /// Friday.
    fr: &'static str,
    /// Saturday.
    sa: &'static str,
    /// Sunday.
    su: &'static str,
    /// On Monday.
    on_mo: &'static str,
    /// On Tuesday.
    on_tu: &'static str,
    /// On Wednesday.
    on_we: &'static str,
    /// On Thursday.
    on_th: &'static str,
    /// On Friday.
    on_fr: &'static str,
    /// On Saturday.
    on_sa: &'static str,
    /// On Sunday.
    on_su: &'static str,
    /// What starting a video contacts. `{host}`.
    play_contacts: &'static str,
    /// What starting a file contacts.
    play_here: &'static str,
    /// Remembers the choice. `{host}`.
    play_remember: &'static str,
    /// Forgets the choice. `{host}`.
    play_forget: &'static str,
    /// Closes the player.
    play_close: &'static str,
    /// Name of the player. `{title}`.
    player: &'static str,
    /// Link to the video's own page. `{host}`.
    elsewhere: &'static str,
    /// The page forbids the player.
    play_blocked: &'static str,
    /// The file does not play.
    play_failed: &'static str,
    /// Link to the file.
    play_file: &'static str,
    /// The transcript: heading.
    transcript: &'static str,
    /// There is no transcript.
    transcript_none: &'static str,
    /// Link to a transcript elsewhere.
    transcript_page: &'static str,
    /// Starts the video at a line. `{time}`.
    transcript_from: &'static str,
    /// What a click on a line does.
    transcript_hint: &'static str,
    /// Audio description: label.
    described: &'static str,
    /// Sign language: label.
    sign_language: &'static str,
    /// Published: label.
    published: &'static str,
    /// The title is the catalogue's.
    title_ours: &'static str,
    /// Consent: label.
    consent: &'static str,
    /// Stories about a kind: heading.
    kind_stories: &'static str,
    /// Upcoming events: heading.
    events_upcoming: &'static str,
    /// Past events: heading.
    events_past: &'static str,
    /// Events without a date: heading.
    events_undated: &'static str,
    /// Offers an event for a calendar.
    ics: &'static str,
    /// The same, with the event's name. `{title}`.
    ics_of: &'static str,
    /// Chart's table: what.
    chart_what: &'static str,
    /// Chart's table: number.
    chart_n: &'static str,
}

impl UiLang {
    /// The texts of pages.
    #[must_use]
    pub const fn pages(self) -> &'static PageStrings {
        match self {
            Self::Lv => &LV,
            Self::En => &EN,
        }
    }

    /// For which ages something is: *from 1 year*, *3–18 years*. `None`: not stated.
    #[must_use]
    pub fn ages(self, min: Option<u8>, max: Option<u8>) -> Option<String> {
        let pages = self.pages();
        let (forms, n) = match (min, max) {
            (None, None) => return None,
            (Some(min), None) => (&pages.age_from, min),
            (None, Some(max)) => (&pages.age_to, max),
            (Some(_), Some(max)) => (&pages.age_range, max),
        };
        let form = forms.get(plural_form(self, usize::from(n)));
        Some(fill(form, &[("n", &n.to_string()), ("min", &min.unwrap_or_default().to_string())]))
    }
}

impl PageStrings {
    /// Names of the days of the week, from Monday: alone, and as *on Monday*.
    #[must_use]
    pub const fn days(&self) -> [(&'static str, &'static str); 7] {
        [
            (self.mo, self.on_mo),
            (self.tu, self.on_tu),
            (self.we, self.on_we),
            (self.th, self.on_th),
            (self.fr, self.on_fr),
            (self.sa, self.on_sa),
            (self.su, self.on_su),
        ]
    }
}

/// Latvian.
const LV: PageStrings = PageStrings {
    happens: "Kas tur notiek",
    easy: "Viegli lasīt",
    easy_reviewed: "Pārbaudīja: {name}",
    costs: "Cik tas maksā",
    cost_free: "Bez maksas",
    cost_paid: "Par maksu",
    cost_depends: "Maksa atkarīga no cilvēka un pašvaldības",
    cost_unknown: "Maksa nav norādīta. Jautājiet, kad zvanāt.",
    age_from: Plural { zero: "no {n} gadiem", one: "no {n} gada", other: "no {n} gadiem" },
    age_to: Plural { zero: "līdz {n} gadiem", one: "līdz {n} gadam", other: "līdz {n} gadiem" },
    age_range: Plural { zero: "{min}–{n} gadu", one: "{min}–{n} gads", other: "{min}–{n} gadi" },
    residence: "Pēc dzīvesvietas",
    residence_anyone: "Neatkarīgi no deklarētās dzīvesvietas",
    residence_only: "Tikai deklarētajiem iedzīvotājiem: {names}",
    ask: "Ko jautāt, kad zvanāt",
    ask_places: "Vai ir brīvas vietas, un cik ilgi jāgaida?",
    ask_cost: "Cik tas maksās man, un ko apmaksā pašvaldība vai valsts?",
    ask_papers: "Kādi dokumenti vajadzīgi?",
    ask_visit: "Vai var vispirms atnākt apskatīties?",
    mail_subject: "Jautājums par pakalpojumu: {name}",
    transport: "Kā nokļūt",
    form: "Kā to sniedz",
    form_day: "dienā",
    form_night: "visu diennakti",
    form_home: "mājās",
    form_online: "attālināti",
    hearing: "Palīdzība vājdzirdīgiem",
    quiet: "Klusa telpa",
    easy_language: "Darbinieki runā vienkārši",
    waiting_list: "Brīvas vietas un rinda",
    free_places: Plural { zero: "{n} brīvu vietu", one: "{n} brīva vieta", other: "{n} brīvas vietas" },
    people_wait: Plural { zero: "rindā {n} cilvēku", one: "rindā {n} cilvēks", other: "rindā {n} cilvēki" },
    registration: "Sociālo pakalpojumu sniedzēju reģistrā",
    registered_until: "derīgs līdz {date}",
    page_of_year: "Ziņas no {year}. gada lapas. Vispirms zvaniet.",
    open_until: "Atvērts līdz plkst. {time}",
    open_always: "Atvērts visu diennakti",
    closed: "Slēgts",
    closed_opens: "Slēgts. Atvērs {day} plkst. {time}",
    closed_holiday: "Slēgts: šodien ir svētku diena",
    open_unknown: "Nav norādīts, vai tagad ir atvērts. Zvaniet.",
    today: "šodien",
    tomorrow: "rīt",
    hours_note: "Pēc Latvijas laika. Svētku dienās parasti slēgts.",
    hours_note_always: "Pēc Latvijas laika. Arī svētku dienās.",
    hours_week: "Darba laiks pa dienām",
    hours_differ: "Citāds darba laiks",
    mo: "Pirmdiena",
    tu: "Otrdiena",
    we: "Trešdiena",
    th: "Ceturtdiena",
    fr: "Piektdiena",
    sa: "Sestdiena",
    su: "Svētdiena",
    on_mo: "pirmdien",
    on_tu: "otrdien",
    on_we: "trešdien",
    on_th: "ceturtdien",
    on_fr: "piektdien",
    on_sa: "sestdien",
    on_su: "svētdien",
    play_contacts: "Sākot video, jūsu pārlūks sazināsies ar {host}. Pirms tam tur netiek sūtīts nekas.",
    play_here: "Video ir šajā vietnē; neviens cits netiek iesaistīts.",
    play_remember: "Turpmāk šajā ierīcē {host} video rādīt uzreiz",
    play_forget: "Vairs nerādīt {host} video uzreiz",
    play_close: "Aizvērt video",
    player: "Video: {title}",
    elsewhere: "Atvērt vietnē {host}",
    play_blocked: "Šī lapa neļauj rādīt video šeit. Atveriet to tā vietnē.",
    play_failed: "Šo video pārlūks nevar atskaņot. Lasiet tekstu vai atveriet failu.",
    play_file: "Atvērt video failu",
    transcript: "Video teksts",
    transcript_none: "Video teksta versija vēl nav pieejama.",
    transcript_page: "Lasīt video tekstu",
    transcript_from: "Skatīties no {time}",
    transcript_hint: "Nospiežot uz laika, video sāksies no šīs vietas.",
    described: "Audioapraksts",
    sign_language: "Zīmju valoda",
    published: "Publicēts",
    title_ours: "Nosaukums ir kataloga, nevis filmas.",
    consent: "Piekrišana",
    kind_stories: "Videostāsti par šādiem pakalpojumiem",
    events_upcoming: "Gaidāmie pasākumi",
    events_past: "Bijušie pasākumi",
    events_undated: "Pasākumi bez datuma",
    ics: "Pievienot kalendāram",
    ics_of: "Pievienot kalendāram: {title}",
    chart_what: "Kas",
    chart_n: "Skaits",
};

/// English.
const EN: PageStrings = PageStrings {
    happens: "What happens there",
    easy: "Easy to read",
    easy_reviewed: "Reviewed by {name}",
    costs: "What it costs",
    cost_free: "Free of charge",
    cost_paid: "Paid",
    cost_depends: "The cost depends on the person and the municipality",
    cost_unknown: "The cost is not stated. Ask when you call.",
    age_from: Plural { zero: "from {n} years", one: "from {n} year", other: "from {n} years" },
    age_to: Plural { zero: "up to {n} years", one: "up to {n} year", other: "up to {n} years" },
    age_range: Plural { zero: "{min}–{n} years", one: "{min}–{n} years", other: "{min}–{n} years" },
    residence: "By residence",
    residence_anyone: "Whatever the declared residence",
    residence_only: "For declared residents only: {names}",
    ask: "What to ask when you call",
    ask_places: "Are there free places, and how long is the wait?",
    ask_cost: "What will it cost me, and what do the municipality or the state pay?",
    ask_papers: "Which documents are needed?",
    ask_visit: "Can we come and look first?",
    mail_subject: "Question about the service: {name}",
    transport: "Getting there",
    form: "How it is offered",
    form_day: "by day",
    form_night: "day and night",
    form_home: "at home",
    form_online: "online or by phone",
    hearing: "Help for people who hear badly",
    quiet: "A quiet room",
    easy_language: "Staff speak plainly",
    waiting_list: "Free places and waiting",
    free_places: Plural { zero: "{n} free places", one: "{n} free place", other: "{n} free places" },
    people_wait: Plural { zero: "{n} people waiting", one: "{n} person waiting", other: "{n} people waiting" },
    registration: "In the register of providers",
    registered_until: "valid until {date}",
    page_of_year: "From a page of {year}. Call first.",
    open_until: "Open until {time}",
    open_always: "Open day and night",
    closed: "Closed",
    closed_opens: "Closed. Opens {day} at {time}",
    closed_holiday: "Closed: today is a public holiday",
    open_unknown: "Not stated whether it is open now. Call.",
    today: "today",
    tomorrow: "tomorrow",
    hours_note: "In Latvia's time. Usually closed on public holidays.",
    hours_note_always: "In Latvia's time. On public holidays too.",
    hours_week: "Hours by day",
    hours_differ: "Days that differ",
    mo: "Monday",
    tu: "Tuesday",
    we: "Wednesday",
    th: "Thursday",
    fr: "Friday",
    sa: "Saturday",
    su: "Sunday",
    on_mo: "on Monday",
    on_tu: "on Tuesday",
    on_we: "on Wednesday",
    on_th: "on Thursday",
    on_fr: "on Friday",
    on_sa: "on Saturday",
    on_su: "on Sunday",
    play_contacts: "Starting the video contacts {host}. Nothing is sent there before.",
    play_here: "The video lies on this site; nobody else is contacted.",
    play_remember: "From now on, show {host} videos at once on this device",
    play_forget: "No longer show {host} videos at once",
    play_close: "Close the video",
    player: "Video: {title}",
    elsewhere: "Open at {host}",
    play_blocked: "This page does not allow the video to be shown here. Open it at its own site.",
    play_failed: "The browser cannot play this video. Read the text or open the file.",
    play_file: "Open the video file",
    transcript: "The video as text",
    transcript_none: "A text version is not yet available.",
    transcript_page: "Read the video as text",
    transcript_from: "Watch from {time}",
    transcript_hint: "Press a time to watch from there.",
    described: "Audio description",
    sign_language: "Sign language",
    published: "Published",
    title_ours: "The title is the catalogue's, not the film's.",
    consent: "Consent",
    kind_stories: "Video stories about services of this kind",
    events_upcoming: "Upcoming events",
    events_past: "Past events",
    events_undated: "Events without a date",
    ics: "Add to calendar",
    ics_of: "Add to calendar: {title}",
    chart_what: "What",
    chart_n: "Number",
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ages_follow_latvian_plurals() {
        let says = |min, max| UiLang::Lv.ages(min, max).unwrap_or_default();
        assert_eq!(says(Some(1), None), "no 1 gada");
        assert_eq!(says(Some(18), None), "no 18 gadiem");
        assert_eq!(says(Some(21), None), "no 21 gada");
        assert_eq!(says(Some(11), None), "no 11 gadiem");
        assert_eq!(says(None, Some(21)), "līdz 21 gadam");
        assert_eq!(says(None, Some(18)), "līdz 18 gadiem");
        assert_eq!(says(Some(3), Some(18)), "3–18 gadu");
        assert_eq!(says(Some(0), Some(4)), "0–4 gadi");
        assert_eq!(says(None, None), "");
        assert_eq!(UiLang::En.ages(Some(1), None).as_deref(), Some("from 1 year"));
        assert_eq!(UiLang::En.ages(None, Some(18)).as_deref(), Some("up to 18 years"));
    }
}
