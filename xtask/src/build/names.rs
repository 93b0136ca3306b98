//! How long a published file may be kept, told by its name.

use serde::{Deserialize, Serialize};

/// How long a browser or a proxy may keep a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Cache {
    /// The name changes with the content: keep for ever.
    Immutable,
    /// The name stays: keep for minutes, then ask again.
    Short,
}

/// Digits of a content hash in a file name.
pub const HASH_DIGITS: usize = 12;

/// Digits that are taken for a hash; fewer may be a date.
const SHORTEST_HASH: usize = 10;

/// The loader's name that never changes.
pub const LOADER: &str = "service-finder.js";

/// The loader's name for one version, for pages that use subresource integrity.
pub fn versioned_loader(version: &str) -> String {
    format!("service-finder-{version}.js")
}

impl Cache {
    /// Of the file with this path, told by its name: a hash (`finder-0123abcd.js`) or a version of the loader.
    pub fn of(path: &str) -> Self {
        let name = path.rsplit('/').next().unwrap_or(path);
        let name = name.strip_suffix(".br").or_else(|| name.strip_suffix(".gz")).unwrap_or(name);
        let Some((stem, _)) = name.rsplit_once('.') else { return Self::Short };
        let last = stem.rsplit(['-', '.']).next().unwrap_or(stem);
        let hashed = last.len() >= SHORTEST_HASH
            && last != stem
            && last.bytes().all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte));
        if hashed || is_versioned_loader(stem) { Self::Immutable } else { Self::Short }
    }
}

fn is_versioned_loader(stem: &str) -> bool {
    stem.strip_prefix("service-finder-").is_some_and(|version| {
        let numbers: Vec<_> = version.split('.').collect();
        numbers.len() == 3 && numbers.iter().all(|number| number.parse::<u32>().is_ok())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_with_a_hash_or_a_version_never_change() {
        for path in [
            "assets/finder-0123456789ab.js",
            "assets/finder_bg-0123456789ab.wasm.br",
            "catalogue/latvia.details-8994275700.json",
            "service-finder-0.1.0.js",
        ] {
            assert_eq!(Cache::of(path), Cache::Immutable, "{path}");
        }
        for path in [
            "service-finder.js",
            "index.html",
            "catalogue/latvia.json",
            "a/facade-face.svg",
            "deadbeef.js",
            "plan-20261122.json",
            "x",
        ] {
            assert_eq!(Cache::of(path), Cache::Short, "{path}");
        }
    }
}
