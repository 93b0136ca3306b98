//! Addresses that must not be published: left out on import, searched for in what is published.
//!
//! What is left out, and why, stands in `data/sources/withheld.json`. The addresses themselves are there as salted hashes
//! only, so that the search can be run anywhere without the list giving them away to a reader of the repository's output.

use std::{
    collections::BTreeSet,
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
    process::ExitCode,
};

use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::{Outcome, files};

/// Words in front of the house number that an address may have, at most.
const WORDS: usize = 4;

/// Words that some spellings of an address leave out.
const GENERIC: [&str; 8] = ["iela", "ielas", "ielu", "street", "st", "prospekts", "pr", "nr"];

/// What is known of withheld addresses.
#[derive(Debug, Default)]
pub struct Withheld {
    salt: String,
    hashes: BTreeSet<String>,
    events: Vec<Value>,
    pages: Vec<String>,
}

impl Withheld {
    /// Reads the list.
    ///
    /// # Errors
    /// Says what is wrong with it.
    pub fn read(path: &Path) -> Result<Self, String> {
        let list = files::read_json(path)?;
        let texts = |key: &str| -> Result<Vec<String>, String> {
            let entries =
                list.get(key).and_then(Value::as_array).ok_or_else(|| format!("withheld.json: no `{key}`"))?;
            Ok(entries.iter().filter_map(|entry| entry.as_str().map(str::to_owned)).collect())
        };
        Ok(Self {
            salt: list.get("salt").and_then(Value::as_str).ok_or("withheld.json: no `salt`")?.to_owned(),
            hashes: texts("addresses")?.into_iter().collect(),
            events: list.get("events").and_then(Value::as_array).ok_or("withheld.json: no `events`")?.clone(),
            pages: texts("pages")?,
        })
    }

    /// Takes out of a service what would give a withheld address away: its own address and town where withheld, and
    /// pages that give the address of a neighbour away.
    pub fn clean_service(&self, record: &mut Value) {
        let Value::Object(record) = record else { return };
        if record.contains_key("address_withheld") {
            for key in ["address", "postal_code", "position", "place"] {
                record.remove(key);
            }
            for point in record.get_mut("reception_points").and_then(Value::as_array_mut).into_iter().flatten() {
                if let Value::Object(point) = point {
                    point.remove("address");
                }
            }
        }
        if record.get_mut("sources").is_some_and(|sources| self.shorten_sources(sources)) {
            record.insert("sources_shortened".to_owned(), true.into());
        }
    }

    /// Names the site alone where a page gives an address away; was there one?
    pub fn shorten_sources(&self, sources: &mut Value) -> bool {
        let Value::Array(list) = sources else { return false };
        let mut found = false;
        let mut kept: Vec<Value> = Vec::new();
        for source in list.drain(..) {
            let short = source.as_str().and_then(|url| self.shortened(url));
            found |= short.is_some();
            let source = short.map_or(source, Value::from);
            if !kept.contains(&source) {
                kept.push(source);
            }
        }
        *list = kept;
        found
    }

    fn shortened(&self, url: &str) -> Option<String> {
        self.pages.iter().any(|page| url.starts_with(page.as_str())).then(|| {
            let after = url.find("://").map_or(0, |scheme| scheme + 3);
            let host = url.get(after..).and_then(|rest| rest.split('/').next()).unwrap_or_default();
            format!("{}{host}/", url.get(..after).unwrap_or_default())
        })
    }

    /// Puts the place of an event as the list has it; answers the entry's position, see [`events_are_used`](Self::events_are_used).
    pub fn clean_event(&self, record: &mut Value) -> Option<usize> {
        let position = self
            .events
            .iter()
            .position(|entry| ["region", "date"].iter().all(|key| entry.get(*key) == record.get(*key)))?;
        if let (Value::Object(record), Some(place)) = (record, self.events.get(position)?.get("place")) {
            record.insert("place".to_owned(), place.clone());
        }
        Some(position)
    }

    /// Does every entry about an event fit one? One that fits none, since the facts changed, protects nothing.
    ///
    /// # Errors
    /// Names the first that does not.
    pub fn events_are_used(&self, used: &BTreeSet<usize>) -> Result<(), String> {
        match (0..self.events.len()).find(|position| !used.contains(position)) {
            Some(position) => Err(format!("withheld.json: events[{position}] fits no event")),
            None => Ok(()),
        }
    }

    /// Does the text hold a withheld address, in whatever spelling: case, diacritics, hyphens, URL or JSON escapes,
    /// with or without the word for street?
    #[must_use]
    pub fn is_in(&self, text: &str) -> bool {
        let decoded = decode(text);
        let words: Vec<String> = words(&decoded).filter(|word| !GENERIC.contains(&word.as_str())).collect();
        (0..words.len()).any(|end| {
            let numbered = words.get(end).is_some_and(|word| word.starts_with(|c: char| c.is_ascii_digit()));
            numbered
                && (1..=WORDS).any(|before| {
                    let address = end.checked_sub(before).and_then(|start| words.get(start..=end));
                    // A letter may stand apart from its number: `9 f`.
                    let letter = words.get(end + 1).filter(|word| word.chars().count() == 1);
                    address.is_some_and(|address| {
                        let joined = address.concat();
                        self.hashes.contains(&self.hash(&joined))
                            || letter.is_some_and(|letter| self.hashes.contains(&self.hash(&(joined + letter))))
                    })
                })
        })
    }

    /// The salted hash of an address folded and joined.
    fn hash(&self, address: &str) -> String {
        let mut hex = String::new();
        for byte in Sha256::new().chain_update(&self.salt).chain_update(address).finalize().iter().take(16) {
            let _ = write!(hex, "{byte:02x}");
        }
        hex
    }
}

/// Searches every file of a folder, or with `--hash ADDRESS` prints what to add to the list.
///
/// # Errors
/// Says which file could not be read.
pub fn run(args: &[String]) -> Outcome {
    let mut folder = None;
    let mut list = "data/sources/withheld.json";
    let mut hash = None;
    let mut args = args.iter();
    while let Some(arg) = args.next() {
        match arg.as_str() {
            "--list" => list = args.next().ok_or("finder check-withheld: --list wants a file")?,
            "--hash" => hash = Some(args.next().ok_or("finder check-withheld: --hash wants an address")?),
            other => folder = Some(other),
        }
    }
    let withheld = Withheld::read(Path::new(list))?;
    if let Some(address) = hash {
        let joined: String = words(address).filter(|word| !GENERIC.contains(&word.as_str())).collect();
        say!("{}", withheld.hash(&joined));
        return Ok(ExitCode::SUCCESS);
    }
    let folder = folder.ok_or("finder check-withheld: which folder?")?;
    let mut searched = 0;
    let mut found = false;
    for file in all_files(Path::new(folder))? {
        // Copies of the files beside them.
        if file.extension().is_some_and(|ending| ending == "br" || ending == "gz") {
            continue;
        }
        searched += 1;
        let name = file.display().to_string();
        if withheld.is_in(&String::from_utf8_lossy(&files::read(&file)?)) || withheld.is_in(&name) {
            found = true;
            say!("{name}: holds an address that must not be published");
        }
    }
    if searched == 0 {
        return Err(format!("{folder}: no files to search"));
    }
    say!("{searched} files searched for {} withheld addresses", withheld.hashes.len());
    Ok(ExitCode::from(u8::from(found)))
}

/// Every file below a folder, in order.
fn all_files(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let mut files = Vec::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(folder) = folders.pop() {
        let entries = fs::read_dir(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
        for entry in entries {
            let path = entry.map_err(|error| format!("{}: {error}", folder.display()))?.path();
            if path.is_dir() {
                folders.push(path);
            } else {
                files.push(path);
            }
        }
    }
    files.sort();
    Ok(files)
}

/// Undoes the escapes of URLs (`%C4%B7`) and JSON (`\u0137`).
fn decode(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    let hex = |digits: Option<&[u8]>| u32::from_str_radix(core::str::from_utf8(digits?).ok()?, 16).ok();
    while let Some((first, after)) = rest.split_first() {
        let decoded = match first {
            b'%' => hex(after.get(..2)).and_then(|byte| u8::try_from(byte).ok()).map(|byte| (vec![byte], 2)),
            b'\\' if after.first() == Some(&b'u') => {
                hex(after.get(1..5)).and_then(char::from_u32).map(|c| (c.to_string().into_bytes(), 5))
            }
            _ => None,
        };
        let (plain, used) = decoded.unwrap_or_else(|| (vec![*first], 0));
        bytes.extend(plain);
        rest = after.get(used..).unwrap_or_default();
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// Words of letters and digits, folded: small letters, no Latvian diacritics.
fn words(text: &str) -> impl Iterator<Item = String> {
    let fold = |c: char| match c {
        'ā' => 'a',
        'č' => 'c',
        'ē' => 'e',
        'ģ' => 'g',
        'ī' => 'i',
        'ķ' => 'k',
        'ļ' => 'l',
        'ņ' => 'n',
        'š' => 's',
        'ū' => 'u',
        'ž' => 'z',
        other => other,
    };
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(move |word| word.chars().flat_map(char::to_lowercase).map(fold).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// An invented address, hidden as the real ones are.
    fn example() -> Withheld {
        let mut withheld = Withheld { salt: "salt".to_owned(), ..Withheld::default() };
        withheld.hashes.insert(withheld.hash("pakavu9f"));
        withheld.hashes.insert(withheld.hash("oskarakalpaka123"));
        withheld
    }

    #[test]
    fn an_address_is_found_in_every_spelling() {
        let withheld = example();
        for text in [
            "“Centrs”, Pakavu iela 9f, Testene",
            "Pakavu ielā 9F",
            "https://x.lv/jaunumi/pakavu-iela-9f-atklata",
            "https://x.lv/P%C4%81kavu%20iela%209f",
            r#"{"address":"P\u0101kavu iela 9f"}"#,
            "9f Pakavu Street is not Latvian, Pakavu 9 f is",
            "Oskara Kalpaka iela 123",
        ] {
            assert!(withheld.is_in(text), "{text}");
        }
        for text in ["Pakavu iela 9", "Pakavu iela 9g", "Raiņa iela 9f", "", "9f", "Kalpaka iela 123"] {
            assert!(!withheld.is_in(text), "{text}");
        }
    }

    #[test]
    fn a_page_is_shortened_to_its_site_once() {
        let withheld = Withheld { pages: vec!["https://x.lv/list/".to_owned()], ..Withheld::default() };
        let mut sources = serde_json::json!(["https://x.lv/list/a", "https://y.lv/b", "https://x.lv/list/c"]);
        assert!(withheld.shorten_sources(&mut sources));
        assert_eq!(sources, serde_json::json!(["https://x.lv/", "https://y.lv/b"]));
    }
}
