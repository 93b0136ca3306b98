//! Texts about where the visitor is and lives.

use super::{UiLang, table::strings};

strings! {
    PlaceStrings;
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
}

const LV: PlaceStrings = PlaceStrings {
    near_label: "Pilsēta, pagasts vai novads",
    near_hint: "piemēram, Auce",
    near_found: "Atrastās vietas",
    near_none: "Vieta „{text}” katalogā nav atrasta. Pamēģiniet tuvāko pilsētu vai novadu.",
    near_locate: "Izmantot manu atrašanās vietu",
    near_locating: "Nosaka atrašanās vietu…",
    near_slow: "Atrašanās vietas noteikšana ieilgst. Varat negaidīt un ierakstīt vietu.",
    near_denied: "Pārlūks neļauj noteikt atrašanās vietu. Ierakstiet vietu vai atļaujiet to pārlūka iestatījumos.",
    near_unavailable: "Atrašanās vietu neizdevās noteikt. Ierakstiet vietu vai mēģiniet vēlreiz.",
    near_outside: "Jūs esat ārpus kataloga teritorijas: tuvākais centrs ir {place}, ap {km} km. Ierakstiet vietu, kuras tuvumā meklējat.",
    near_nowhere: "Jūs esat ārpus kataloga teritorijas. Ierakstiet vietu, kuras tuvumā meklējat.",
    near_privacy: "Atrašanās vieta paliek šajā ierīcē: to nekur nesūta, neglabā un neliek saitē.",
    near_from: "Attālums mērīts no: {place}",
    near_from_centre: "Attālums mērīts no pašvaldības centra {centre}, jo precīza vieta ({place}) katalogā nav zināma",
    near_here: "jūsu atrašanās vietas (tuvākais centrs: {place})",
    near_measured: "Kilometri ir aptuveni un pa taisnu līniju līdz pašvaldības centram, jo pakalpojumu koordinātas katalogā nav.",
    near_forget: "Aizmirst šo vietu",
    near_offer: "Lai kārtotu pēc attāluma, pasakiet, kur jūs esat. Līdz tam kārtots pēc nosaukuma.",
    home_label: "Mana deklarētā dzīvesvieta",
    home_none: "nav norādīta",
    home_note: "Pašvaldības pakalpojumus parasti piešķir pēc deklarētās dzīvesvietas. Nekas netiek paslēpts.",
    home_yours: "Jūsu pašvaldībā: {municipality}",
    home_elsewhere: "Citur: pieņem arī jūsu pašvaldības iedzīvotājus",
    home_ask: "Citur: nav norādīts, vai pieņem citu pašvaldību iedzīvotājus",
    home_ask_note: "Zvaniet un jautājiet, vai varat to saņemt.",
    home_others: "Tikai citu pašvaldību iedzīvotājiem",
    near_yours: "{municipality}",
    near_neighbouring: "Kaimiņu pašvaldībās",
    near_further: "Tālāk",
    near_no_place: "Vieta nav norādīta",
    apply_resident: "Jūs dzīvojat: {municipality}. Piesakieties savas pašvaldības sociālajā dienestā.",
    apply_elsewhere: "Pakalpojums atrodas citur: {municipality}.",
    residence_anyone: "Pieņem neatkarīgi no deklarētās dzīvesvietas.",
    residence_only: "Pieņem deklarētos iedzīvotājus: {municipalities}.",
    residence_not_stated: "Nav norādīts, vai pieņem citu pašvaldību iedzīvotājus: zvaniet un jautājiet.",
};

const EN: PlaceStrings = PlaceStrings {
    near_label: "Town or municipality",
    near_hint: "for example, Auce",
    near_found: "Places found",
    near_none: "The catalogue has no place “{text}”. Try the nearest town or the municipality.",
    near_locate: "Use my location",
    near_locating: "Finding your location…",
    near_slow: "Finding your location takes long. You need not wait: type a place instead.",
    near_denied: "The browser does not allow finding your location. Type a place, or allow it in the browser's settings.",
    near_unavailable: "Your location could not be found. Type a place, or try again.",
    near_outside: "You are outside the area of this catalogue: the nearest centre is {place}, about {km} km away. Type the place you are looking near.",
    near_nowhere: "You are outside the area of this catalogue. Type the place you are looking near.",
    near_privacy: "Your location stays on this device: it is not sent, not stored and not put into the link.",
    near_from: "Distances are measured from: {place}",
    near_from_centre: "Distances are measured from the municipal centre {centre}: the catalogue does not have the exact position of {place}",
    near_here: "your location (nearest centre: {place})",
    near_measured: "Kilometres are approximate and in a straight line to the municipal centre: the catalogue does not have the services' own positions.",
    near_forget: "Forget this place",
    near_offer: "To sort by distance, say where you are. Until then results are sorted by name.",
    home_label: "My declared residence",
    home_none: "not given",
    home_note: "Municipal services are usually granted by declared residence. Nothing is hidden.",
    home_yours: "In your municipality: {municipality}",
    home_elsewhere: "Elsewhere: takes people from your municipality too",
    home_ask: "Elsewhere: not stated whether it takes people from other municipalities",
    home_ask_note: "Call and ask whether you can get it.",
    home_others: "For residents of other municipalities only",
    near_yours: "{municipality}",
    near_neighbouring: "In neighbouring municipalities",
    near_further: "Further away",
    near_no_place: "Place not stated",
    apply_resident: "You live in: {municipality}. Apply at the social service office of your municipality.",
    apply_elsewhere: "The service is elsewhere: {municipality}.",
    residence_anyone: "Takes people whatever their declared residence.",
    residence_only: "Takes declared residents of: {municipalities}.",
    residence_not_stated: "Not stated whether it takes people from other municipalities: call and ask.",
};

impl UiLang {
    /// The texts of places.
    #[must_use]
    pub const fn places(self) -> &'static PlaceStrings {
        match self {
            Self::Lv => &LV,
            Self::En => &EN,
        }
    }
}
