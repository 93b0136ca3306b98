use std::sync::Arc;

use proptest::prelude::*;
use serde_json::{Value, json};

use super::*;
use crate::load::Loaded;

/// Invented records, with all that a first file may hold.
fn file() -> Value {
    json!({
        "format": "service-finder/1", "title": { "lv": "Pakalpojumi", "en": "Services" }, "languages": ["lv", "en"],
        "publisher": { "name": "Izdevējs", "email": "a@example.org", "website": "https://example.org/a?b=\"c\"" },
        "updated": "2026-02-28", "licence": "CC BY 4.0", "map": "x.map.json",
        "types": [
            { "id": "day", "name": "Dienas centrs", "synonyms": { "lv": ["DAC", "\"centrs\""], "en": ["day care"] } },
            { "id": "office", "name": { "en": "Office" }, "role": "way-in" }
        ],
        "audiences": [{ "id": "all", "name": "Visi", "role": "everyone" }],
        "regions": [{ "id": "r", "name": "Reģions" }],
        "municipalities": [
            { "id": "LV-1", "name": "Pirmais", "region": "r", "centre": { "name": "Pilsēta", "lat": 56.651_234_5, "lon": -0.1 },
              "neighbours": ["LV-2"], "former": ["Vecais"] },
            { "id": "LV-2", "name": "Otrais", "region": "r", "kind": "city", "neighbours": ["LV-1"] }
        ],
        "services": [
            { "id": "a", "name": "A \\ B\nC", "types": ["day", "office"], "audiences": ["all"], "municipality": "LV-2",
              "place": "Vieta", "former_municipality": "Vecais", "status": "operating", "summary": { "lv": "Kopsavilkums" },
              "organisation": "Dienests", "address": "Iela 1", "postal_code": "LV-1000", "position": { "lat": 57.1, "lon": 24.9 },
              "keywords": { "en": ["autism"] }, "contact": { "phone": "+371 63000000", "phone_note": "rītos" },
              "residence": ["LV-1", "LV-2"] },
            { "id": "b", "name": "B", "types": ["day"], "nationwide": true, "address_withheld": true, "part_of": "a",
              "residence": "anyone" },
            { "id": "c", "name": "C", "types": ["day"], "status": "planned" }
        ],
        "equivalents": [{ "words": { "lv": ["grupu māja", "grupu dzīvoklis"] } }],
        "urgent": [{ "words": ["vardarbība"], "services": ["b"], "emergency": "112" }],
        "parts": [
            { "kind": "details", "url": "x.details.json" }, { "kind": "stories", "url": "x.stories.json" },
            { "kind": "programme", "url": "x.programme.json" }, { "kind": "language", "lang": "en", "url": "x.en.json" }
        ]
    })
}

fn valid(file: &Value) -> Catalogue {
    let (catalogue, problems) = Loaded::first(file.to_string().as_bytes()).unwrap().catalogue();
    assert!(problems.is_empty(), "{problems:#?}");
    catalogue.unwrap()
}

fn prepared(file: &Value) -> Prepared {
    let catalogue = Catalogue { lexicon: Arc::default(), ..valid(file) };
    let languages = vec![(LangIx::new(1), "x.prepared-en.json".into())];
    Prepared { catalogue, plain: "x.plain.json".into(), languages, lexicon: Some("x.lexicon-lv.json".into()) }
}

/// A service of the fixture with one more key.
fn with(key: &str, value: Value) -> Value {
    let mut file = file();
    file["services"][2][key] = value;
    file
}

#[test]
fn what_is_written_is_read() {
    let prepared = prepared(&file());
    let written = prepared.write().unwrap();
    assert_eq!(Prepared::read(written.as_bytes()), Some(prepared));
    // It stands in a file of the format, whole: no character of it is escaped.
    let whole = format!("{written},\"plain\":\"x.plain.json\",\"title\":\"Services\",\"languages\":[\"lv\"]}}");
    let value: Value = serde_json::from_str(&whole).unwrap();
    assert!(written.contains(value["prepared"].as_str().unwrap()));
    assert_eq!(Loaded::first(whole.as_bytes()).unwrap().catalogue().1, []);
}

#[test]
fn what_would_be_lost_is_not_prepared() {
    for (key, value) in [
        ("description", json!("In a part of its own.")),
        ("summary", json!("Of private use: \u{e000}")),
        ("summary", json!("A bell: \u{7}")),
    ] {
        assert_eq!(prepared(&with(key, value.clone())).write(), None, "{key}: {value}");
    }
    let mut file = file();
    file["stories"] = json!([{ "id": "s", "title": "Stāsts", "kind": "theme" }]);
    let catalogue = Catalogue { lexicon: Arc::default(), ..valid(&file) };
    assert_eq!(catalogue.stories.len(), 1);
    assert_eq!(Prepared { catalogue, ..prepared(&self::file()) }.write(), None);
    // The lexicon has a file of its own.
    assert_eq!(Prepared { catalogue: valid(&self::file()), ..prepared(&self::file()) }.write(), None);
}

#[test]
fn a_lexicon_is_read_with_its_catalogue_alone() {
    let catalogue = valid(&file());
    let lexicon = &catalogue.lexicon;
    assert!(!lexicon.is_empty());
    let written = write_lexicon(lexicon).unwrap() + "}";
    assert_eq!(read_lexicon(written.as_bytes(), &catalogue).as_ref(), Some(&**lexicon));
    // A catalogue with fewer kinds, places or services is another.
    for list in ["types", "audiences", "municipalities", "services"] {
        let mut other = catalogue.clone();
        match list {
            "types" => drop(other.types.pop()),
            "audiences" => drop(other.audiences.pop()),
            "municipalities" => drop(other.municipalities.pop()),
            _ => other.services.truncate(1),
        }
        assert_eq!(read_lexicon(written.as_bytes(), &other), None, "{list}");
    }
    // Neither is taken for the other, and what was changed is not read.
    assert_eq!(Prepared::read(written.as_bytes()), None);
    assert_eq!(read_lexicon(prepared(&file()).write().unwrap().as_bytes(), &catalogue), None);
    assert_eq!(read_lexicon(written.replace("autism", "autizm").as_bytes(), &catalogue), None);
    let odd = Lexicon {
        equivalents: vec![crate::catalogue::Equivalent { words: vec![(LangIx::new(0), "\u{7}".into())] }],
        ..Lexicon::default()
    };
    assert_eq!(write_lexicon(&odd), None);
}

#[test]
fn odd_but_valid_values_are_prepared() {
    for (key, value) in
        [("position", json!({ "lat": 57.123_456_789, "lon": 24.0 })), ("summary", json!("Of a table:\ttwo\r\nlines"))]
    {
        let prepared = prepared(&with(key, value));
        let written = prepared.write().unwrap();
        assert_eq!(Prepared::read(written.as_bytes()), Some(prepared));
    }
}

#[test]
fn nobody_is_sent_elsewhere() {
    for address in ["https://example.org/x.json", "//example.org/x.json", "../x.json", "/x.json", ""] {
        let honest = prepared(&file());
        let mut forged = vec![Prepared { plain: address.into(), ..honest.clone() }];
        forged.push(Prepared { languages: vec![(LangIx::new(1), address.into())], ..honest.clone() });
        forged.push(Prepared { lexicon: Some(address.into()), ..honest.clone() });
        let (mut map, mut part) = (honest.clone(), honest);
        map.catalogue.map = Some(address.into());
        part.catalogue.parts[0].url = address.into();
        forged.extend([map, part].into_iter().filter(|_| !address.is_empty()));
        for forged in forged {
            assert_eq!(forged.write(), None, "{address}");
        }
    }
}

#[test]
fn plain_files_are_not_prepared() {
    for text in [
        "",
        "{}",
        "{\"format\":\"service-finder/1\",\"services\":[]}",
        HEAD,
        &format!("{HEAD}\"}}"),
        &format!("{HEAD}ā"),
    ] {
        assert_eq!(Prepared::read(text.as_bytes()), None, "{text}");
    }
    assert_eq!(Prepared::read(&[HEAD.as_bytes(), b"\xff\"}"].concat()), None);
}

/// As an attacker would write it: whatever tokens, with the right sum.
fn forged(text: &str) -> String {
    format!("{HEAD}{LAYOUT:016x}{:016x}{text}\"}}", fingerprint(SEED, text.as_bytes()))
}

proptest! {
    #[test]
    fn a_change_is_noticed(at in any::<prop::sample::Index>(), byte in any::<u8>()) {
        let mut written = prepared(&file()).write().unwrap().into_bytes();
        let at = at.index(written.len());
        written[at] = byte;
        // Another way to write the same number, `A` for `a`, is no change.
        let original = prepared(&file());
        prop_assert!(Prepared::read(&written).is_none_or(|read| read == original));
    }

    #[test]
    fn nothing_is_read_of_a_file_cut_off(at in any::<prop::sample::Index>()) {
        let written = prepared(&file()).write().unwrap().into_bytes();
        prop_assert_eq!(Prepared::read(&written[..at.index(written.len())]), None);
    }

    #[test]
    fn forged_tokens_do_not_panic(tokens in prop::collection::vec("[-0-9a-z\u{e001}-\u{e012} ]{0,4}", 0..200)) {
        let _ = Prepared::read(forged(&tokens.join("\u{e000}")).as_bytes());
    }

    /// Real tokens, some of them other numbers: positions that are in no list, lists longer than the file.
    #[test]
    fn forged_numbers_do_not_panic(changes in prop::collection::vec((any::<prop::sample::Index>(), any::<i64>()), 1..6)) {
        let written = prepared(&file()).write().unwrap();
        let text = written.get(HEAD.len() + 2 * DIGITS..written.len() - 1).unwrap();
        let mut tokens: Vec<String> = text.split('\u{e000}').map(str::to_owned).collect();
        for (at, number) in changes {
            let at = at.index(tokens.len());
            tokens[at] = number.to_string();
        }
        if let Some(read) = Prepared::read(forged(&tokens.join("\u{e000}")).as_bytes()) {
            // Whoever uses it looks positions up, which answers nothing.
            for service in &read.catalogue.services {
                let _ = service.types.iter().all(|kind| read.catalogue.type_term(*kind).is_some());
            }
        }
    }
}
