//! Any bytes as a catalogue: read, judged, indexed and asked.
#![no_main]

use finder_core::{
    calendar,
    catalogue::{Date, LangIx},
    hours::{self, Moment},
    index::{Builder, Index},
    load::Loaded,
    places,
    query::Query,
    query_url::{from_fragment, to_fragment},
};
use finder_fuzz::checked;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let loaded = match Loaded::first(data) {
        Ok(loaded) => loaded,
        Err(problem) => {
            assert!(!problem.to_string().is_empty());
            return;
        }
    };
    let (catalogue, problems) = loaded.catalogue();
    assert!(problems.iter().all(|problem| !problem.to_string().is_empty()));
    let catalogue = catalogue.unwrap();

    let index = Index::build(&catalogue, LangIx::new(0));
    let all = checked(&catalogue, &index, &Query::default());
    let mut builder = Builder::new(&catalogue, LangIx::new(0));
    while !builder.step(&catalogue, 1) {}
    let sliced = builder.finish(&catalogue);
    // What a visitor would type: a name of the catalogue's own.
    let names = catalogue.services.iter().map(|service| &service.name).chain(catalogue.types.iter().map(|t| &t.name));
    for name in names.take(3) {
        let text = name.best(LangIx::new(0)).text.to_owned();
        let query = Query { text, ..Query::default() };
        let found = checked(&catalogue, &index, &query);
        assert_eq!(found.hits, checked(&catalogue, &sliced, &query).hits, "slices do not matter");
        assert!(found.total + found.not_stated <= catalogue.services.len());
        let fragment = to_fragment(&query, "sf");
        assert_eq!(from_fragment(&fragment, "sf", &catalogue).map(|(read, _)| read), Some(query));
    }
    assert!(all.total + all.not_stated <= catalogue.services.len());

    let now = Moment { date: Date::new(2026, 11, 22).unwrap(), minute: 600 };
    for service in &catalogue.services {
        let _ = hours::open(&service.details, now);
        assert!(hours::hours(&service.details, now.date).iter().all(|(from, to)| from <= to));
    }
    for event in &catalogue.events {
        let _ = calendar::when(event, now.date);
        if let Some(file) = calendar::ics(event, "x", event.place.as_deref(), 1_764_000_000) {
            assert!(file.split("\r\n").all(|line| line.len() <= 75), "{file}");
        }
    }
    for programme in &catalogue.programmes {
        let _ = programme.charts();
    }
    for story in &catalogue.stories {
        assert!(story.municipality.is_none_or(|ix| catalogue.municipality(ix).is_some()));
    }
    for at in places::by_name(&catalogue, LangIx::new(0)) {
        assert!(catalogue.municipality(at).is_some());
        assert!(catalogue.offices(at).iter().all(|ix| catalogue.service(*ix).is_some()));
    }
});
