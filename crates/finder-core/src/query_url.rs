//! Query ⇄ fragment, total both ways. The keys are those of the public interface: links must keep working.

use crate::{
    catalogue::{Catalogue, MunicipalityId, PartKind, RegionId, ServiceId, StoryId, TermId},
    query::{MapForm, Query, Sort, Target, View},
};

/// The fragment for a query under `key`, without the leading `#`: `sf?q=logop%C4%93ds&region=zemgale`. Empty if nothing is set,
/// or if `key` is empty: then the finder leaves the address alone.
#[must_use]
pub fn to_fragment(query: &Query, key: &str) -> String {
    if key.is_empty() {
        return String::new();
    }
    let mut out = String::new();
    encode(key, &mut out);
    let bare = out.len();
    let mut put = |name: &str, values: &mut dyn Iterator<Item = &str>| put(&mut out, bare, name, values);
    put("q", &mut [query.text.as_str()].into_iter());
    put("region", &mut query.regions.iter().map(RegionId::as_str));
    put("municipality", &mut query.municipalities.iter().map(MunicipalityId::as_str));
    put("type", &mut query.types.iter().map(TermId::as_str));
    put("audience", &mut query.audiences.iter().map(TermId::as_str));
    put("view", &mut (query.view != View::List).then(|| name_of(&VIEWS, query.view)).into_iter());
    put("sort", &mut query.sort.map(|sort| name_of(&SORTS, sort)).into_iter());
    put("map", &mut query.map.map(|map| name_of(&MAPS, map)).into_iter());
    put("home", &mut query.home.iter().map(MunicipalityId::as_str));
    if let Some(target) = &query.open {
        let (kind, id) = match target {
            Target::Service(id) => (SERVICE, id.as_str()),
            Target::Story(id) => (STORY, id.as_str()),
            Target::Office(id) => (OFFICE, id.as_str()),
        };
        out.push_str(if out.len() == bare { "?open=" } else { "&open=" });
        out.push_str(kind);
        encode(id, &mut out);
    }
    if out.len() == bare { String::new() } else { out }
}

/// Reads a fragment (with or without `#`). `None` if it is not ours (another key, a host's own anchor).
/// What is unknown is left out and told, for one console warning each.
#[must_use]
pub fn from_fragment(fragment: &str, key: &str, catalogue: &Catalogue) -> Option<(Query, Vec<Ignored>)> {
    let fragment = fragment.strip_prefix('#').unwrap_or(fragment);
    let (name, rest) = fragment.split_once('?').unwrap_or((fragment, ""));
    if key.is_empty() || decode(name) != key {
        return None;
    }
    let mut query = Query::default();
    let mut ignored = Vec::new();
    for pair in rest.split('&').filter(|pair| !pair.is_empty()) {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        let name = decode(name);
        if name == "q" {
            // The only value that may hold commas.
            query.text = decode(value);
        } else {
            // Commas that separate stand as they are, a comma within a value is encoded: split before decoding.
            read_values(&mut query, &name, &mut value.split(',').map(decode), catalogue, &mut ignored);
        }
    }
    Some((query, ignored))
}

/// Reads one key's value into a query, as in the fragment (decoded) or an attribute of the same name.
/// Values are added to a list that is there. Answers what was not understood.
pub fn read_key(query: &mut Query, key: &str, value: &str, catalogue: &Catalogue) -> Vec<Ignored> {
    let mut ignored = Vec::new();
    if key == "q" {
        query.text = value.to_owned();
    } else {
        let values = &mut value.split(',').map(|value| value.trim().to_owned());
        read_values(query, key, values, catalogue, &mut ignored);
    }
    ignored
}

/// A key or value of a fragment or attribute that was not understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ignored {
    /// The key.
    pub key: Box<str>,
    /// The value, where the key is known.
    pub value: Option<Box<str>>,
}

const SERVICE: &str = "service:";
const STORY: &str = "story:";
const OFFICE: &str = "office:";

const VIEWS: [(&str, View); 4] =
    [("list", View::List), ("map", View::Map), ("stories", View::Stories), ("programme", View::Programme)];
const SORTS: [(&str, Sort); 3] = [("relevance", Sort::Relevance), ("name", Sort::Name), ("distance", Sort::Distance)];
const MAPS: [(&str, MapForm); 2] = [("shapes", MapForm::Shapes), ("tiles", MapForm::Tiles)];

/// Appends `name=value,value` where there is a value; `bare` is the length of a fragment that holds only its key.
fn put(out: &mut String, bare: usize, name: &str, values: &mut dyn Iterator<Item = &str>) {
    let mut first = true;
    for value in values {
        if value.is_empty() {
            continue;
        }
        if first {
            out.push(if out.len() == bare { '?' } else { '&' });
            out.push_str(name);
            out.push('=');
        } else {
            out.push(',');
        }
        first = false;
        encode(value, out);
    }
}

/// Reads the values of any key but `q`.
fn read_values(
    query: &mut Query,
    key: &str,
    values: &mut dyn Iterator<Item = String>,
    catalogue: &Catalogue,
    ignored: &mut Vec<Ignored>,
) {
    if !matches!(key, "region" | "municipality" | "type" | "audience" | "view" | "sort" | "map" | "home" | "open") {
        ignored.push(Ignored { key: key.into(), value: None });
        return;
    }
    for value in values {
        if !value.is_empty() && !read_value(query, key, &value, catalogue) {
            ignored.push(Ignored { key: key.into(), value: Some(value.into()) });
        }
    }
}

/// Reads one value of a known key; `false` if the catalogue or the format does not know it.
fn read_value(query: &mut Query, key: &str, value: &str, catalogue: &Catalogue) -> bool {
    match key {
        "region" => {
            let id = RegionId::new(value);
            catalogue.region_by_id(&id).is_some() && add(&mut query.regions, id)
        }
        "municipality" => {
            let id = MunicipalityId::new(value);
            catalogue.municipality_by_id(&id).is_some() && add(&mut query.municipalities, id)
        }
        "type" => {
            let id = TermId::new(value);
            catalogue.type_by_id(&id).is_some() && add(&mut query.types, id)
        }
        "audience" => {
            let id = TermId::new(value);
            catalogue.audience_by_id(&id).is_some() && add(&mut query.audiences, id)
        }
        "view" => named(&VIEWS, value).map(|view| query.view = view).is_some(),
        "sort" => named(&SORTS, value).map(|sort| query.sort = Some(sort)).is_some(),
        "map" => named(&MAPS, value).map(|map| query.map = Some(map)).is_some(),
        "home" => {
            let id = MunicipalityId::new(value);
            catalogue.municipality_by_id(&id).is_some() && {
                query.home = Some(id);
                true
            }
        }
        "open" => target(value, catalogue).map(|target| query.open = Some(target)).is_some(),
        _ => false,
    }
}

/// The record that `open=` or `element.open()` names: `service:ID`, `story:ID`, `office:ID`; a bare id is a service.
/// `None` if the catalogue does not have it; a story is believed while the stories are not loaded yet.
#[must_use]
pub fn target(value: &str, catalogue: &Catalogue) -> Option<Target> {
    let service = |id: &str| {
        let id = ServiceId::new(id);
        catalogue.service_by_id(&id).map(|_| id)
    };
    if let Some(id) = value.strip_prefix(STORY) {
        let id = StoryId::new(id);
        let awaited = catalogue.parts.iter().any(|part| part.kind == PartKind::Stories);
        return (awaited || catalogue.story_by_id(&id).is_some()).then_some(Target::Story(id));
    }
    if let Some(id) = value.strip_prefix(OFFICE) {
        return service(id).map(Target::Office);
    }
    service(value.strip_prefix(SERVICE).unwrap_or(value)).map(Target::Service)
}

/// Adds an id once.
fn add<Id: PartialEq>(list: &mut Vec<Id>, id: Id) -> bool {
    if !list.contains(&id) {
        list.push(id);
    }
    true
}

fn name_of<T: Copy + PartialEq>(names: &[(&'static str, T)], value: T) -> &'static str {
    names.iter().find(|(_, v)| *v == value).map_or("", |(name, _)| name)
}

fn named<T: Copy>(names: &[(&str, T)], value: &str) -> Option<T> {
    names.iter().find(|(name, _)| *name == value).map(|(_, t)| *t)
}

/// Percent-encodes all but RFC 3986's unreserved characters: what every mail program and messenger leaves alone.
fn encode(text: &str, out: &mut String) {
    const HEX: [char; 16] = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F'];
    let hex = |nibble: u8| HEX.get(usize::from(nibble)).copied().unwrap_or('0');
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~') {
            out.push(char::from(byte));
        } else {
            out.push('%');
            out.push(hex(byte >> 4));
            out.push(hex(byte & 15));
        }
    }
}

/// Undoes percent-encoding and `+` for a space. A `%` that begins no escape stays; a text whose
/// bytes would be no UTF-8 stays as it is.
fn decode(text: &str) -> String {
    let digit = |byte: Option<&u8>| byte.and_then(|b| char::from(*b).to_digit(16)).and_then(|d| u8::try_from(d).ok());
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let escape = match byte {
            b'%' => digit(bytes.get(at + 1)).zip(digit(bytes.get(at + 2))),
            _ => None,
        };
        if let Some((high, low)) = escape {
            out.push(high << 4 | low);
            at += 3;
        } else {
            out.push(if byte == b'+' { b' ' } else { byte });
            at += 1;
        }
    }
    String::from_utf8(out).unwrap_or_else(|_| text.to_owned())
}
