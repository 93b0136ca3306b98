//! Rescue, urgent help and suggestions on the real catalogue.
#![allow(clippy::indexing_slicing, clippy::expect_used, reason = "a test")]

use std::sync::LazyLock;

use finder_core::{
    catalogue::{Catalogue, LangIx, MunicipalityId, TermId},
    index::{Builder, Index},
    load::Loaded,
    query::Query,
    rescue::{Change, rescue},
    results::{Asking, Field, Highlighter, Meaning, find, narrow},
    suggest::{Suggested, suggest},
    urgent::urgent,
};

static REAL: LazyLock<(Catalogue, Index)> = LazyLock::new(|| {
    let bytes = std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/../../data/latvia.json")).expect("the catalogue");
    let catalogue = Loaded::first(&bytes).expect("is JSON").catalogue().0.expect("is a catalogue");
    let index = Index::build(&catalogue, LangIx::new(0));
    (catalogue, index)
});

fn words(text: &str) -> Query {
    Query { text: text.to_owned(), ..Query::default() }
}

fn help(text: &str) -> Vec<&'static str> {
    let (catalogue, index) = &*REAL;
    let help = urgent(index, &words(text));
    let services = help.iter().flat_map(|help| &help.services);
    services.map(|ix| catalogue.service(*ix).expect("exists").id.as_str()).collect()
}

#[test]
fn urgent_words_bring_the_right_helpline_first() {
    for (query, first) in [
        ("vardarbība", "nat-cietuso-talrunis-116006"),
        ("vīrs mani sit", "nat-cietuso-talrunis-116006"),
        ("izvarošana", "nat-cietuso-talrunis-116006"),
        ("vardarbiba gimene", "nat-cietuso-talrunis-116006"),
        ("vadarbība", "nat-cietuso-talrunis-116006"),
        ("pašnāvība", "nat-krizu-talrunis-116123"),
        ("pasnavib", "nat-krizu-talrunis-116123"),
        ("gribu nomirt", "nat-krizu-talrunis-116123"),
        ("negribu dzīvot", "nat-krizu-talrunis-116123"),
        ("krīze", "nat-krizu-talrunis-116123"),
        ("krīzes centrs", "nat-krizu-talrunis-116123"),
        ("pazudis bērns", "nat-uzticibas-talrunis-116111"),
        ("mans bērns ir pazudis", "nat-uzticibas-talrunis-116111"),
        ("bērnu sit", "nat-uzticibas-talrunis-116111"),
        ("mani apceļ skolā", "nat-uzticibas-talrunis-116111"),
        ("domestic violence", "nat-cietuso-talrunis-116006"),
        ("my husband hits me", "nat-cietuso-talrunis-116006"),
        ("suicide", "nat-krizu-talrunis-116123"),
        ("i want to die", "nat-krizu-talrunis-116123"),
        ("missing child", "nat-uzticibas-talrunis-116111"),
        ("bullying", "nat-uzticibas-talrunis-116111"),
        ("vīrs mani piekāva", "nat-cietuso-talrunis-116006"),
        ("draugs mani sit", "nat-cietuso-talrunis-116006"),
        ("partneris mani žņaudza", "nat-cietuso-talrunis-116006"),
        ("mani izvaroja", "nat-cietuso-talrunis-116006"),
        ("baidos no sava vīra", "nat-cietuso-talrunis-116006"),
        ("bail no vīra", "nat-cietuso-talrunis-116006"),
        ("bail iet mājās", "nat-cietuso-talrunis-116006"),
        ("vīrs draud mani nogalināt", "nat-cietuso-talrunis-116006"),
        ("kur paslēpties no varmākas", "nat-cietuso-talrunis-116006"),
        ("dēls sit mani, veco māti", "nat-cietuso-talrunis-116006"),
        ("emocionāli pazemo mani vīrs", "nat-cietuso-talrunis-116006"),
        ("partner threatened to kill me", "nat-cietuso-talrunis-116006"),
        ("scared of my boyfriend", "nat-cietuso-talrunis-116006"),
        ("afraid of my husband", "nat-cietuso-talrunis-116006"),
        ("afraid of her husband", "nat-cietuso-talrunis-116006"),
        ("she is scared of her boyfriend", "nat-cietuso-talrunis-116006"),
        ("escape from her husband", "nat-cietuso-talrunis-116006"),
        // The mark beside its letter, as some files are named.
        ("vi\u{304}rs sit", "nat-cietuso-talrunis-116006"),
        ("being stalked", "nat-cietuso-talrunis-116006"),
        ("negribu vairs dzīvot", "nat-krizu-talrunis-116123"),
        ("nav jēgas dzīvot", "nat-krizu-talrunis-116123"),
        ("gribu mirt", "nat-krizu-talrunis-116123"),
        ("nav vērts dzīvot", "nat-krizu-talrunis-116123"),
        // Of *don't* the first letter after the apostrophe had been left: *T. Breikša street* was found.
        ("I don't want to live", "nat-krizu-talrunis-116123"),
        ("I don’t want to live anymore", "nat-krizu-talrunis-116123"),
        ("dont want to live", "nat-krizu-talrunis-116123"),
        ("domāju par pašnāvību", "nat-krizu-talrunis-116123"),
        ("dēls grib nomirt", "nat-krizu-talrunis-116123"),
        ("gribu sev padarīt galu", "nat-krizu-talrunis-116123"),
        ("saēdos tabletes", "nat-krizu-talrunis-116123"),
        ("meita griež rokas", "nat-krizu-talrunis-116123"),
        ("pusaudze graizās", "nat-krizu-talrunis-116123"),
        ("man ir panikas lēkme", "nat-krizu-talrunis-116123"),
        ("esmu izmisumā", "nat-krizu-talrunis-116123"),
        ("my son wants to kill himself", "nat-krizu-talrunis-116123"),
        ("she is cutting herself", "nat-krizu-talrunis-116123"),
        ("end my life", "nat-krizu-talrunis-116123"),
        ("I can’t go on", "nat-krizu-talrunis-116123"),
        ("bērns pazūd", "nat-uzticibas-talrunis-116111"),
        ("mana meita pazuda", "nat-uzticibas-talrunis-116111"),
        ("dēls nav atgriezies mājās", "nat-uzticibas-talrunis-116111"),
        ("bērns aizbēga no mājām", "nat-uzticibas-talrunis-116111"),
        ("dēlu skolā apceļ", "nat-uzticibas-talrunis-116111"),
        ("klasē ņirgājas par meitu", "nat-uzticibas-talrunis-116111"),
        ("kaimiņi sit savu bērnu", "nat-uzticibas-talrunis-116111"),
        ("baidos no tēva", "nat-uzticibas-talrunis-116111"),
        ("patēvs aiztiek meitu", "nat-uzticibas-talrunis-116111"),
        ("bērns atstāts viens mājās", "nat-uzticibas-talrunis-116111"),
        ("my daughter is missing", "nat-uzticibas-talrunis-116111"),
        ("kids bully my son at school", "nat-uzticibas-talrunis-116111"),
        ("neighbours beat their child", "nat-uzticibas-talrunis-116111"),
        ("man draud", "nat-cietuso-talrunis-116006"),
        ("cietusi no vardarbības", "nat-cietuso-talrunis-116006"),
        ("vardabība", "nat-cietuso-talrunis-116006"),
        ("112", "nat-krizu-talrunis-116123"),
        ("policija", "nat-krizu-talrunis-116123"),
        ("ātrā palīdzība", "nat-krizu-talrunis-116123"),
        ("police", "nat-krizu-talrunis-116123"),
        ("child helpline", "nat-uzticibas-talrunis-116111"),
    ] {
        assert_eq!(help(query).first(), Some(&first), "{query}");
    }
}

/// A reason had only said the visitor's word again.
#[test]
fn a_reason_names_what_another_word_stands_for() {
    let (catalogue, index) = &*REAL;
    let first = |text: &str| {
        let result = find(catalogue, index, &words(text), Asking { limit: Some(20), ..Asking::default() });
        result
            .hits
            .iter()
            .flat_map(|hit| hit.why.clone())
            .find(|why| why.of.is_some())
            .unwrap_or_else(|| panic!("{text}: {:?}", result.hits))
    };
    let name = |of| match of {
        Some(Meaning::Type(ix)) => catalogue.type_term(ix).map(|term| term.id.as_str()),
        Some(Meaning::Municipality(ix)) => catalogue.municipality(ix).map(|place| place.id.as_str()),
        _ => None,
    };
    let kind = first("autisms");
    assert_eq!((kind.field, name(kind.of)), (Field::Synonym, Some("day-care-children")));
    // A word of a single service.
    let result = find(catalogue, index, &words("aizmaldās"), Asking::default());
    let why = result.hits.iter().flat_map(|hit| &hit.why).find(|why| why.field == Field::Synonym).expect("a reason");
    assert_eq!((&*why.found, why.of), ("aizmaldās", None));
    let audience = |text: &str| {
        let hits = find(catalogue, index, &words(text), Asking::default()).hits;
        hits.iter().flat_map(|hit| &hit.why).any(|why| matches!(why.of, Some(Meaning::Audience(_))))
    };
    assert!(audience("alcheimers"));
    // Of the service's own kinds and audiences alone.
    for text in ["autisms", "demence", "grt", "darba terapija"] {
        for hit in find(catalogue, index, &words(text), Asking::default()).hits {
            for why in &hit.why {
                let service = catalogue.service(why.service).expect("exists");
                let is_own = match why.of {
                    Some(Meaning::Type(ix)) => service.types.contains(&ix),
                    Some(Meaning::Audience(ix)) => service.audiences.contains(&ix),
                    _ => true,
                };
                assert!(is_own && (why.service == hit.service || hit.parts.contains(&why.service)), "{text}: {why:?}");
            }
        }
    }
    // A municipality of before the reform.
    let place = first("Jaunpiebalgas novads");
    assert_eq!((place.field, name(place.of)), (Field::Place, Some("LV-022")));
}

/// *Pagasts* is part of a municipality's former name, and so no address with that word had counted elsewhere.
#[test]
fn a_parish_is_found_where_its_address_says() {
    let (catalogue, index) = &*REAL;
    let result = find(catalogue, index, &words("nīkrāces pagastā"), Asking::default());
    assert!(result.total > 0 && !result.partial, "{} {}", result.total, result.partial);
}

/// *žūpa*, who drinks, had found all that is said of *zupa*, soup: by way of the words that mean the same.
#[test]
fn a_word_with_a_diacritic_does_not_mean_what_one_without_means() {
    let (catalogue, index) = &*REAL;
    let total = |text| find(catalogue, index, &words(text), Asking::default()).total;
    assert!(total("žūpa") < total("zupa"), "{} {}", total("žūpa"), total("zupa"));
}

/// Whoever scrolls past the help above the results finds the same places among them.
#[test]
fn what_helps_at_once_is_among_the_results_for_its_words() {
    let (catalogue, index) = &*REAL;
    for urgent in &catalogue.lexicon.urgent {
        for (_, text) in &urgent.words {
            let result = find(catalogue, index, &words(text), Asking::default());
            for service in &urgent.services {
                let hit = result.hits.iter().find(|hit| hit.service == *service);
                let reason = hit.is_some_and(|hit| !hit.why.is_empty());
                assert!(reason, "{text}: {}", catalogue.service(*service).expect("exists").id);
            }
        }
    }
}

/// *vāja redze* had brought the helpline for those who are stalked (*vajā*), *nomira vīrs* that for who wants to die.
#[test]
fn ordinary_words_bring_no_helpline() {
    for query in [
        "",
        // Half of *situācija*, of *draudzene*; hurt in a car; two slips away from what harms.
        "sit",
        "draud",
        "draudzene",
        "cietis autoavārijā",
        "lai kāds paskaidro dokumentus",
        "vectēvs vairs nevar pats izvārīt ēst",
        "kas viņu izvadīs līdz skolai",
        "sadarbība",
        "emergency button for a pensioner",
        "who do I call about home care",
        "I can't go to the shop alone",
        "Brīvības iela 112",
        "logopēds",
        "dienas centrs",
        "grupu māja Jelgava",
        "bērns nerunā",
        "aprūpe mājās",
        "atelpas brīdis",
        "vientuļš",
        "sociālais dienests",
        "draugi",
        "briedis",
        "vīrs pēc insulta",
        "bērnam autisms",
        "darbnīca",
        "patversme",
        "pabalsts",
        "day centre",
        "children",
        "respite",
        "end of life care",
        "my child does not speak",
        "husband with dementia",
        "kur dzīvot",
        "skola",
        "meita ar dauna sindromu",
        "vecāki",
        "pazudis dokuments",
        "63007524",
        "Cēsis",
        "krīt",
        // Each had been alarming: *man draud*, *palīdziet*.
        "man draudzene slima",
        "palīd",
        "palīdzī",
        "palīdzība",
        "I want to live in a group home",
        "vāja redze",
        "vājš bērns",
        "nomira vīrs",
        "vīrs nomira, kur saņemt palīdzību",
        "dzīves beigu aprūpe",
        "bērns nevar izārstēties",
        "bērns nevar atrauties no datorspēlēm",
        "dauza galvu pret sienu",
        "bēg no mājām demence",
        "vājdzirdīgs bērns",
        "draudzes palīdzība",
        "gribu dzīvot patstāvīgi",
        "negrib mācīties",
        "griezt matus",
        "my mother died",
        "going blind",
        "lost my job",
        "emergency button for elderly",
        "I want to live alone",
    ] {
        assert_eq!(help(query), [""; 0], "{query}");
    }
}

#[test]
fn a_dead_end_has_ways_out() {
    let (catalogue, index) = &*REAL;
    let query = Query {
        text: "atelpas brīdis".to_owned(),
        municipalities: vec![MunicipalityId::new("LV-113")],
        types: vec![TermId::new("workshop")],
        ..Query::default()
    };
    let result = find(catalogue, index, &query, Asking::default());
    assert_eq!(result.total, 0, "{:?}", result.hits.len());
    let rescue = rescue(catalogue, index, &query);
    assert!(rescue.drops.is_sorted_by_key(|way| usize::MAX - way.matching));
    for way in rescue.drops.iter().chain(rescue.neighbours.iter().map(|(_, way)| way)).chain(&rescue.spelling) {
        let found = find(catalogue, index, &way.query, Asking::default());
        assert_eq!(
            (found.matching.max(found.total * usize::from(found.matching == 0)), way.matching > 0),
            (way.matching, true),
            "{:?}",
            way.change
        );
    }
    for office in &rescue.offices {
        assert!(catalogue.is_way_in(catalogue.service(*office).expect("exists")));
    }
    assert!(!rescue.offices.is_empty());
}

#[test]
fn a_place_without_the_service_names_neighbours_that_have_it() {
    let (catalogue, index) = &*REAL;
    let counts = find(catalogue, index, &words("grupu dzīvokļi"), Asking::default()).facets.municipalities;
    let without = counts.iter().position(|count| *count == 0).expect("a municipality without group homes");
    let id = catalogue.municipalities[without].id.clone();
    let query = Query { types: vec![TermId::new("group-home")], municipalities: vec![id], ..words("grupu dzīvokļi") };
    let rescue = rescue(catalogue, index, &query);
    assert!(!rescue.neighbours.is_empty());
    assert!(rescue.drops.iter().any(|way| way.change == Change::DropPlaces));
    assert!(rescue.drops.iter().any(|way| way.change == Change::WidenToRegion));
}

#[test]
fn an_unknown_word_is_spelt_like_a_known_one() {
    let (catalogue, index) = &*REAL;
    let rescue = rescue(catalogue, index, &words("fisioterapijya"));
    let text = rescue.spelling.map(|way| way.query.text);
    assert!(text.is_none_or(|text| text.starts_with("fizioterap")));
}

#[test]
fn suggestions_stand_for_what_is_typed() {
    let (catalogue, index) = &*REAL;
    let of = |text: &str| suggest(catalogue, index, &words(text), LangIx::new(0));
    let kind = |id: &str| Suggested::Type(catalogue.type_by_id(&TermId::new(id)).expect("a kind"));
    assert!(of("grup").iter().any(|s| s.what == kind("group-home")));
    let respite = of("man vajag atp");
    assert!(respite.iter().any(|s| s.what == kind("respite") && s.synonym.is_some()), "{respite:?}");
    let dobele = catalogue.municipality_by_id(&MunicipalityId::new("LV-026")).expect("Dobele");
    for old in ["Auce", "dobel", "Tervete"] {
        assert!(of(old).iter().any(|s| s.what == Suggested::Municipality(dobele)), "{old}");
    }
    // *Dzird balsis*, hears voices, had been suggested for who does not hear.
    let deaf = of("nedzirdīgs");
    assert!(deaf.iter().all(|s| s.synonym.as_deref() != Some("dzird balsis")), "{deaf:?}");
    for suggestion in ["d", "da", "be", "ri", "soc", "zirgu", "wheelchair", "x"].iter().flat_map(|text| of(text)) {
        assert!(suggestion.total > 0 && !suggestion.name.is_empty());
        let query = suggestion.what.choose(catalogue, &Query::default());
        if !matches!(suggestion.what, Suggested::Service(_)) {
            let result = find(catalogue, index, &query, Asking::default());
            let local = result.matching;
            assert!([result.total, local].contains(&(suggestion.total as usize)), "{suggestion:?} {}", result.total);
        }
    }
}

#[test]
fn stories_follow_the_words_and_the_facets() {
    let (catalogue, index) = &*REAL;
    let all = find(catalogue, index, &Query::default(), Asking::default()).stories;
    assert_eq!(all.len(), catalogue.stories.len());
    let some = find(catalogue, index, &words("grupu dzīvokļi"), Asking::default()).stories;
    assert!(!some.is_empty() && some.len() < all.len());
    assert!(find(catalogue, index, &words("qqqqqq"), Asking::default()).stories.is_empty());
}

#[test]
fn an_index_built_in_slices_answers_alike() {
    let (catalogue, index) = &*REAL;
    let mut builder = Builder::new(catalogue, LangIx::new(0));
    let mut steps = 1;
    while !builder.step(catalogue, 50) {
        steps += 1;
    }
    let sliced = builder.finish(catalogue);
    assert!(steps > 8);
    for query in ["", "dienas centrs", "autisms", "bernam logopeds riga", "63007524"] {
        let asking = Asking::default;
        assert_eq!(find(catalogue, &sliced, &words(query), asking()), find(catalogue, index, &words(query), asking()));
    }
}

#[test]
fn an_index_of_facets_alone_answers_alike() {
    let (catalogue, index) = &*REAL;
    let facets = Index::for_facets(catalogue, LangIx::new(0));
    assert!(!facets.has_words() && index.has_words());
    let places = Query { municipalities: vec![MunicipalityId::new("LV-026")], ..Query::default() };
    for query in [Query::default(), places] {
        let asking = Asking::default;
        assert_eq!(narrow(catalogue, &facets, &query, asking()), find(catalogue, index, &query, asking()));
    }
}

#[test]
fn reasons_and_highlights_name_what_matched() {
    let (catalogue, index) = &*REAL;
    for text in [
        "dienas aprupe berniem",
        "autisms",
        "logopēds",
        "ergotarapeits",
        "Auce",
        "zirgu iela",
        "116006",
        "LV-4424",
        "mobings",
        // Words that are still being typed.
        "logop",
        "dien",
    ] {
        let query = words(text);
        let result = find(catalogue, index, &query, Asking { limit: Some(10), ..Asking::default() });
        assert!(result.total > 0, "{text}");
        for hit in &result.hits {
            assert!(!hit.why.is_empty(), "{text}: {}", catalogue.service(hit.service).expect("exists").id);
            for why in hit.why.iter().filter(|why| why.field == Field::Name) {
                let named = |ix| catalogue.service(ix).expect("exists").name.versions().map(|v| v.text.to_owned());
                let names: Vec<String> = hit.parts.iter().chain([&hit.service]).flat_map(|ix| named(*ix)).collect();
                assert!(names.iter().any(|name| name.contains(&*why.found)), "{text}: {why:?} {names:?}");
                let marks = Highlighter::new(index, &query);
                let marked = names
                    .iter()
                    .any(|name| marks.ranges(name).iter().any(|range| name.get(range.clone()) == Some(&*why.found)));
                assert!(marked, "{text}: {why:?}");
            }
        }
    }
}
