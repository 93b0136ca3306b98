//! Texts of the interface: list, filters, places, map, and what views have in common. What only pages say is in `pages`.

mod en;
mod lv;

use super::{Plural, UiLang, table::strings};

strings! {
    Strings;
    /// Label of the search box.
    search_label: &'static str,
    /// Example inside the search box.
    search_hint: &'static str,
    /// Empties the search box.
    search_clear: &'static str,
    /// Name of the language switch.
    language: &'static str,
    /// Name of the list of views.
    views: &'static str,
    /// View: list.
    view_list: &'static str,
    /// View: map.
    view_map: &'static str,
    /// View: stories.
    view_stories: &'static str,
    /// View: programmes.
    view_programme: &'static str,
    /// The catalogue's date. `{date}`.
    catalogue_date: &'static str,
    /// The catalogue names no date.
    catalogue_undated: &'static str,
    /// Notice for a catalogue older than 180 days. `{date}`.
    catalogue_old: &'static str,
    /// Heading and button of the filters.
    filters: &'static str,
    /// The filters' button when some are chosen. `{n}`.
    filters_chosen: &'static str,
    /// Facet: kind of service.
    facet_type: &'static str,
    /// Facet: for whom.
    facet_audience: &'static str,
    /// Facet: place.
    facet_place: &'static str,
    /// Opens a region's municipalities. `{region}`.
    show_municipalities: &'static str,
    /// Shows the rest of a long facet. `{n}`.
    show_more_values: &'static str,
    /// Collapses a long facet.
    show_fewer_values: &'static str,
    /// Button of the filter sheet. `{services}`: a count with its noun.
    show_services: &'static str,
    /// Closes a sheet or notice.
    close: &'static str,
    /// Empties the query.
    clear_all: &'static str,
    /// Name of the list of applied filters.
    applied: &'static str,
    /// Takes one filter away. `{filter}`.
    remove_filter: &'static str,
    /// Chip for the words. `{words}`.
    words_chip: &'static str,
    /// Count of services.
    services: Plural,
    /// Count of nationwide services after the local ones, e.g. "and 28 nationwide". `{services}`, `{n}`.
    services_and_nationwide: &'static str,
    /// Only nationwide services answer. `{n}`.
    only_nationwide: Plural,
    /// Count of services that do not state a fact asked for.
    not_stated_count: Plural,
    /// No result.
    no_results: &'static str,
    /// Count of stories.
    stories: Plural,
    /// Some words found nothing: these match some of the words.
    partial_match: &'static str,
    /// Group heading: nationwide.
    group_nationwide: &'static str,
    /// What the nationwide group is.
    group_nationwide_note: &'static str,
    /// Group heading: not stated.
    group_not_stated: &'static str,
    /// What the not-stated group is.
    group_not_stated_note: &'static str,
    /// Heading of the results, for screen readers.
    results_heading: &'static str,
    /// Label of the order.
    sort: &'static str,
    /// Order: relevance.
    sort_relevance: &'static str,
    /// Order: name.
    sort_name: &'static str,
    /// Order: distance.
    sort_distance: &'static str,
    /// Shows the next page. `{n}`.
    show_more: &'static str,
    /// Existence not confirmed.
    not_confirmed: &'static str,
    /// What *not confirmed* means.
    not_confirmed_note: &'static str,
    /// Planned, not known to be open.
    planned: &'static str,
    /// Whole country.
    nationwide: &'static str,
    /// Calls. `{phone}`.
    call: &'static str,
    /// Whose phone it is. `{whose}`.
    phone_of: &'static str,
    /// The contact may be out of date. `{year}`.
    doubtful_contact_year: &'static str,
    /// The contact may be out of date, year not known.
    doubtful_contact: &'static str,
    /// Says why a result is shown. `{found}`, `{field}`.
    why: &'static str,
    /// Matched in the audience.
    why_audience: &'static str,
    /// Matched by another word for it.
    why_synonym: &'static str,
    /// Matched in the organisation.
    why_organisation: &'static str,
    /// Matched in the address.
    why_address: &'static str,
    /// Matched in the phone.
    why_phone: &'static str,
    /// Parts of a whole that matched.
    parts_here: &'static str,
    /// Distance in kilometres. `{km}`.
    about_km: &'static str,
    /// Back to the results.
    back: &'static str,
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
    /// Said of links that leave the page.
    opens_new: &'static str,
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
    /// Details are being loaded.
    details_loading: &'static str,
    /// Details failed to load.
    details_failed: &'static str,
    /// While what a search needs is on its way.
    searching: &'static str,
    /// What a search needs could not be loaded; all services are shown.
    search_failed: &'static str,
    /// Tries again.
    retry: &'static str,
    /// Loading.
    loading: &'static str,
    /// Slow.
    slow: &'static str,
    /// Failed.
    failed: &'static str,
    /// What to do when failed.
    failed_note: &'static str,
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
    /// Name of the list of suggestions.
    suggestions: &'static str,
    /// Suggestion by another word. `{synonym}`.
    suggested_by: &'static str,
    /// Map: heading.
    map_heading: &'static str,
    /// Map: how to use.
    map_help: &'static str,
    /// Map: table twin.
    map_list: &'static str,
    /// Map failed.
    map_failed: &'static str,
    /// One municipality on the map. `{name}`, `{services}`, `{state}`.
    map_unit: &'static str,
    /// Chosen, said after a name.
    chosen: &'static str,
    /// Not chosen, said after a name.
    not_chosen: &'static str,
    /// Legend of the map's shades.
    map_legend: &'static str,
    /// Stories: heading.
    stories_heading: &'static str,
    /// Below the results: stories that answer the same words.
    stories_too: Plural,
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
    /// Programmes: heading.
    programme_heading: &'static str,
    /// Aim.
    aim: &'static str,
    /// Period.
    period: &'static str,
    /// Lead.
    lead: &'static str,
    /// Project number.
    project_number: &'static str,
    /// Figures.
    figures: &'static str,
    /// As of. `{date}`.
    as_of: &'static str,
    /// History.
    history: &'static str,
    /// Events.
    events: &'static str,
    /// Documents.
    documents: &'static str,
    /// Shows all of a list. `{n}`.
    show_all: &'static str,
    /// Document kind: plan.
    doc_plan: &'static str,
    /// Document kind: report.
    doc_report: &'static str,
    /// Document kind: decision.
    doc_decision: &'static str,
    /// Document kind: guide.
    doc_guide: &'static str,
    /// Document kind: regulation.
    doc_regulation: &'static str,
    /// Document kind: methodology.
    doc_methodology: &'static str,
    /// Document kind: article.
    doc_article: &'static str,
    /// Document kind: website.
    doc_website: &'static str,
    /// Services in this region.
    region_services: &'static str,
    /// Published by. `{name}`.
    published_by: &'static str,
    /// Licence. `{licence}`.
    licence: &'static str,
    /// Reports a mistake.
    report: &'static str,
    /// Subject of the report. `{name}`, `{id}`.
    report_subject: &'static str,
    /// The linked record is not in the catalogue (any more).
    gone: &'static str,
    /// Opens what follows: where the visitor is and lives.
    my_place: &'static str,
    /// Label of the box for a place.
    near_label: &'static str,
    /// Example in the box for a place.
    near_hint: &'static str,
    /// Name of the list of places found.
    near_found: &'static str,
    /// No place has this name. `{text}`.
    near_none: &'static str,
    /// Asks the browser where the visitor is.
    near_locate: &'static str,
    /// The browser is asked.
    near_locating: &'static str,
    /// The browser takes its time.
    near_slow: &'static str,
    /// The visitor or the page does not allow it.
    near_denied: &'static str,
    /// The browser cannot tell.
    near_unavailable: &'static str,
    /// Far from every municipal centre. `{place}`, `{km}`.
    near_outside: &'static str,
    /// Far from every municipal centre, and none is known.
    near_nowhere: &'static str,
    /// What happens to the position.
    near_privacy: &'static str,
    /// What distances are measured from. `{place}`.
    near_from: &'static str,
    /// A town without a position. `{place}`, `{centre}`.
    near_from_centre: &'static str,
    /// Name of a position from the browser. `{place}`.
    near_here: &'static str,
    /// What distances are measured to.
    near_measured: &'static str,
    /// Forgets the place.
    near_forget: &'static str,
    /// Distances are asked for without a place.
    near_offer: &'static str,
    /// Distance to a municipal centre. `{km}`, `{place}`.
    km_to_centre: &'static str,
    /// Label of the choice of the municipality the visitor lives in.
    home_label: &'static str,
    /// No municipality chosen.
    home_none: &'static str,
    /// Why it is asked.
    home_note: &'static str,
    /// Group: in the visitor's municipality. `{municipality}`.
    home_yours: &'static str,
    /// Group: takes people from elsewhere.
    home_elsewhere: &'static str,
    /// Group: not stated whether it does.
    home_ask: &'static str,
    /// What to do about it.
    home_ask_note: &'static str,
    /// Group: only for residents of other municipalities.
    home_others: &'static str,
    /// Group: in the municipality the visitor is in. `{municipality}`.
    near_yours: &'static str,
    /// Group: neighbouring municipalities.
    near_neighbouring: &'static str,
    /// Group: further away.
    near_further: &'static str,
    /// Group: place not stated.
    near_no_place: &'static str,
    /// Where a resident applies. `{municipality}`.
    apply_resident: &'static str,
    /// The service lies elsewhere. `{municipality}`.
    apply_elsewhere: &'static str,
    /// Residence rule: anyone.
    residence_anyone: &'static str,
    /// Residence rule: a list. `{municipalities}`.
    residence_only: &'static str,
    /// Residence rule: not stated.
    residence_not_stated: &'static str,
    /// Name of the choice of the map's form.
    map_forms: &'static str,
    /// The map as outlines.
    map_shapes: &'static str,
    /// The map as tiles.
    map_tiles: &'static str,
    /// Name of the choice of the part shown.
    map_zoom: &'static str,
    /// All of the map; the way back.
    map_whole: &'static str,
    /// A city and what lies around it. `{name}`.
    map_around: &'static str,
    /// Shows less, larger.
    map_closer: &'static str,
    /// Shows more, smaller.
    map_farther: &'static str,
    /// How to use the map with keys.
    map_keys: &'static str,
    /// Nationwide services are not counted on the map. `{n}`.
    map_nationwide: &'static str,
    /// Column of the table: name.
    map_table_name: &'static str,
    /// Column of the table: number of services.
    map_table_count: &'static str,
    /// The page has chosen the municipality.
    map_locked: &'static str,
}

impl UiLang {
    /// The texts.
    #[must_use]
    pub const fn strings(self) -> &'static Strings {
        match self {
            Self::Lv => &lv::LV,
            Self::En => &en::EN,
        }
    }
}
