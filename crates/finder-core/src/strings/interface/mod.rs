//! Texts of the first page: search box, filters, results, cards, and what every part says of itself while it is loaded.

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
    /// Group heading: matches some of the words, below what matches all.
    group_near: &'static str,
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
    /// Planned, not known to be open.
    planned: &'static str,
    /// Whole country.
    nationwide: &'static str,
    /// Calls. `{phone}`.
    call: &'static str,
    /// Whose phone it is, or what else is noted of it. `{whose}`.
    phone_of: &'static str,
    /// The contact may be out of date. `{year}`.
    doubtful_contact_year: &'static str,
    /// The contact may be out of date, year not known.
    doubtful_contact: &'static str,
    /// Parts of a whole that matched.
    parts_here: &'static str,
    /// Distance in kilometres. `{km}`.
    about_km: &'static str,
    /// Back to the results.
    back: &'static str,
    /// Said of links that leave the page.
    opens_new: &'static str,
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
    /// Name of the list of suggestions.
    suggestions: &'static str,
    /// Below the results: stories that answer the same words.
    stories_too: Plural,
    /// Published by. `{name}`.
    published_by: &'static str,
    /// Licence. `{licence}`.
    licence: &'static str,
    /// Opens what follows: where the visitor is and lives.
    my_place: &'static str,
    /// Distance to a municipal centre. `{km}`, `{place}`.
    km_to_centre: &'static str,
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
