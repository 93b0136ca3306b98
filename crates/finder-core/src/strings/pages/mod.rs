//! Texts of what opens from the list: service pages, and what stories and programmes share with them; and of the static
//! pages.

mod en;
mod lv;

use super::{Plural, UiLang, fill, plural_form, table::strings};

strings! {
    PageStrings;
    /// What *not confirmed* means.
    not_confirmed_note: &'static str,
    /// Section: for whom.
    for_whom: &'static str,
    /// Section: where.
    place: &'static str,
    /// Section: contact.
    contact: &'static str,
    /// Section: how to get it.
    how_to_get: &'static str,
    /// Section: good to know.
    facts: &'static str,
    /// A fact the catalogue does not state.
    not_stated: &'static str,
    /// Says to ask by phone.
    ask_by_phone: &'static str,
    /// Yes.
    yes: &'static str,
    /// No.
    no: &'static str,
    /// Writes an e-mail.
    write: &'static str,
    /// Opens the website.
    website: &'static str,
    /// Opens directions on OpenStreetMap.
    directions: &'static str,
    /// The address is withheld.
    address_withheld: &'static str,
    /// Address.
    address: &'static str,
    /// Municipality.
    municipality: &'static str,
    /// Former municipality. `{name}`.
    formerly: &'static str,
    /// Organisation that runs it.
    organisation: &'static str,
    /// Hours.
    hours: &'static str,
    /// Cost.
    cost: &'static str,
    /// Eligibility.
    eligibility: &'static str,
    /// Ages.
    ages: &'static str,
    /// Capacity.
    capacity: &'static str,
    /// Since when. `{year}`.
    since: &'static str,
    /// Languages spoken.
    spoken: &'static str,
    /// Accessibility.
    accessibility: &'static str,
    /// Step-free entrance.
    step_free: &'static str,
    /// Lift.
    lift: &'static str,
    /// Accessible toilet.
    toilet: &'static str,
    /// Parking.
    parking: &'static str,
    /// Further reception points.
    reception_points: &'static str,
    /// Part of another service.
    part_of: &'static str,
    /// Parts of this service.
    parts: &'static str,
    /// Usual route: introduction.
    route_intro: &'static str,
    /// No route is known.
    route_unknown: &'static str,
    /// Documents to bring.
    route_documents: &'static str,
    /// Who pays.
    route_pays: &'static str,
    /// What is not known.
    route_not_known: &'static str,
    /// Way in: the municipality's office. `{municipality}`.
    office: &'static str,
    /// Nationwide: the office of your municipality.
    office_any: &'static str,
    /// How to apply at this service in particular.
    apply_here: &'static str,
    /// Source line with date. `{date}`.
    source_dated: &'static str,
    /// Source line without date.
    source_undated: &'static str,
    /// Confirmed on. `{date}`.
    verified: &'static str,
    /// Call before going.
    call_first: &'static str,
    /// Heading of sources.
    sources: &'static str,
    /// Only sites are named.
    sources_shortened: &'static str,
    /// Same kind nearby.
    related: &'static str,
    /// Stories of this service.
    related_stories: &'static str,
    /// Shares.
    share: &'static str,
    /// Copied.
    copied: &'static str,
    /// Copying failed: the link to copy by hand.
    copy_by_hand: &'static str,
    /// Reports a mistake.
    report: &'static str,
    /// Subject of the report. `{name}`, `{id}`.
    report_subject: &'static str,
    /// The linked record is not in the catalogue (any more).
    gone: &'static str,
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
            Self::Lv => &lv::LV,
            Self::En => &en::EN,
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
