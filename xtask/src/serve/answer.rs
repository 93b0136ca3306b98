//! From what was asked to what is sent: a plain function over a folder, without a network.

use std::{
    fs,
    path::{Component, Path, PathBuf},
};

use percent_encoding::percent_decode_str;

use super::media::media_type;
use crate::build::{Cache, is_compressible, sha256_hex};

/// The parts of a request that matter here.
pub struct Asked<'request> {
    /// In capitals.
    pub method: &'request str,
    /// Path and query, still encoded.
    pub url: &'request str,
    /// Empty when there is no such header.
    pub accept_encoding: &'request str,
    /// Empty when there is no such header.
    pub if_none_match: &'request str,
}

/// A whole response. For HEAD the body is there too: the server leaves it out when it writes.
pub struct Answer {
    /// HTTP status.
    pub status: u16,
    /// Without those that any server adds.
    pub headers: Vec<(&'static str, String)>,
    /// As it is sent: compressed where a header says so.
    pub body: Vec<u8>,
}

/// Answers from the files in `folder`.
pub fn answer(folder: &Path, asked: &Asked<'_>) -> Answer {
    if !matches!(asked.method, "GET" | "HEAD") {
        return plain(405, vec![("Allow", "GET, HEAD".to_owned())], "only GET and HEAD\n");
    }
    let Some(path) = relative_path(asked.url) else {
        return plain(404, Vec::new(), "not found\n");
    };
    let mut file = folder.join(&path);
    if file.is_dir() {
        let path = asked.url.split(['?', '#']).next().unwrap_or_default();
        if !path.ends_with('/') {
            return plain(308, vec![("Location", format!("{path}/"))], "");
        }
        file.push("index.html");
    }
    let Ok(body) = fs::read(&file) else {
        return plain(404, Vec::new(), "not found\n");
    };
    let name = file.to_string_lossy();
    let mut headers = vec![
        ("Content-Type", media_type(&name).to_owned()),
        ("X-Content-Type-Options", "nosniff".to_owned()),
        // So that a page served elsewhere can be tried against this machine's build.
        ("Access-Control-Allow-Origin", "*".to_owned()),
        ("Cache-Control", cache_control(&name).to_owned()),
    ];
    let mut body = body;
    if is_compressible(&name) {
        headers.push(("Vary", "Accept-Encoding".to_owned()));
        if let Some((encoding, small)) = compressed(&file, asked.accept_encoding) {
            headers.push(("Content-Encoding", encoding.to_owned()));
            body = small;
        }
    }
    let tag = format!("\"{}\"", sha256_hex(&body, 16));
    headers.push(("ETag", tag.clone()));
    let unchanged = asked.if_none_match.split(',').map(|known| known.trim().trim_start_matches("W/"));
    if unchanged.into_iter().any(|known| known == tag || known == "*") {
        return Answer { status: 304, headers, body: Vec::new() };
    }
    Answer { status: 200, headers, body }
}

/// Files with stable names are asked for again each time (which costs a 304): here the next build may be seconds away.
fn cache_control(name: &str) -> &'static str {
    match Cache::of(&name.replace('\\', "/")) {
        Cache::Immutable => "public, max-age=31536000, immutable",
        Cache::Short => "no-cache",
    }
}

/// The path below the folder, or nothing when it would lead anywhere else.
fn relative_path(url: &str) -> Option<PathBuf> {
    let path = url.split(['?', '#']).next()?.strip_prefix('/')?;
    let path = percent_decode_str(path).decode_utf8().ok()?;
    if path.contains(['\\', '\0', ':']) {
        return None;
    }
    let path = PathBuf::from(path.trim_end_matches('/'));
    path.components().all(|component| matches!(component, Component::Normal(_))).then_some(path)
}

/// The smallest copy beside `file` that the browser takes.
fn compressed(file: &Path, accept_encoding: &str) -> Option<(&'static str, Vec<u8>)> {
    [("br", "br"), ("gzip", "gz")].into_iter().filter(|(encoding, _)| accepts(accept_encoding, encoding)).find_map(
        |(encoding, ending)| {
            let mut copy = file.as_os_str().to_owned();
            copy.push(format!(".{ending}"));
            Some((encoding, fs::read(copy).ok()?))
        },
    )
}

/// Whether `Accept-Encoding` names the encoding with a weight above zero.
fn accepts(header: &str, encoding: &str) -> bool {
    let weight = |wanted: &str| {
        header.split(',').find_map(|part| {
            let mut words = part.split(';').map(str::trim);
            let named = words.next()?.eq_ignore_ascii_case(wanted);
            let weight = words.find_map(|word| word.strip_prefix("q=")?.parse::<f32>().ok()).unwrap_or(1.0);
            named.then_some(weight)
        })
    };
    weight(encoding).or_else(|| weight("*")).is_some_and(|weight| weight > 0.0)
}

fn plain(status: u16, mut headers: Vec<(&'static str, String)>, text: &str) -> Answer {
    headers.push(("Content-Type", media_type("a.txt").to_owned()));
    Answer { status, headers, body: text.as_bytes().to_vec() }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A folder with a page, a module and its compressed copies; removed at the end.
    struct Site(PathBuf);

    impl Site {
        fn new(name: &str) -> Self {
            let folder = std::env::temp_dir().join(format!("finder-serve-{}-{name}", std::process::id()));
            for (path, text) in [
                ("site/index.html", "page"),
                ("site/inner/index.html", "inner"),
                ("site/assets/finder-0123456789ab.js", "code"),
                ("site/assets/finder-0123456789ab.js.br", "br"),
                ("site/assets/finder-0123456789ab.js.gz", "gz"),
                ("site/assets/finder_bg.wasm", "wasm"),
                ("site/ceļš.txt", "text"),
                ("secret.txt", "secret"),
            ] {
                let path = folder.join(path);
                fs::create_dir_all(path.parent().unwrap()).unwrap();
                fs::write(path, text).unwrap();
            }
            Self(folder)
        }

        fn get(&self, url: &str, accept_encoding: &str, if_none_match: &str) -> Answer {
            answer(&self.0.join("site"), &Asked { method: "GET", url, accept_encoding, if_none_match })
        }
    }

    impl Drop for Site {
        fn drop(&mut self) {
            fs::remove_dir_all(&self.0).unwrap();
        }
    }

    fn header<'answer>(answer: &'answer Answer, name: &str) -> Option<&'answer str> {
        answer.headers.iter().find(|(found, _)| *found == name).map(|(_, value)| value.as_str())
    }

    #[test]
    fn files_have_their_type_and_life() {
        let site = Site::new("types");
        let page = site.get("/?a=b#c", "", "");
        assert_eq!((page.status, page.body.as_slice()), (200, b"page".as_slice()));
        assert_eq!(header(&page, "Content-Type"), Some("text/html; charset=utf-8"));
        assert_eq!(header(&page, "Cache-Control"), Some("no-cache"));
        let code = site.get("/assets/finder-0123456789ab.js", "", "");
        assert_eq!(header(&code, "Content-Type"), Some("text/javascript; charset=utf-8"));
        assert_eq!(header(&code, "Cache-Control"), Some("public, max-age=31536000, immutable"));
        assert_eq!(header(&site.get("/assets/finder_bg.wasm", "", ""), "Content-Type"), Some("application/wasm"));
        assert_eq!(site.get("/ce%C4%BC%C5%A1.txt", "", "").body, b"text");
    }

    #[test]
    fn the_best_encoding_that_is_accepted_is_sent() {
        let site = Site::new("encodings");
        let encoding = |accept| {
            let answer = site.get("/assets/finder-0123456789ab.js", accept, "");
            assert_eq!(header(&answer, "Vary"), Some("Accept-Encoding"));
            (header(&answer, "Content-Encoding").map(str::to_owned), answer.body)
        };
        assert_eq!(encoding("gzip, deflate, br, zstd"), (Some("br".to_owned()), b"br".to_vec()));
        assert_eq!(encoding("GZIP;q=0.5"), (Some("gzip".to_owned()), b"gz".to_vec()));
        assert_eq!(encoding("br;q=0, *"), (Some("gzip".to_owned()), b"gz".to_vec()));
        assert_eq!(encoding("identity"), (None, b"code".to_vec()));
        assert_eq!(encoding(""), (None, b"code".to_vec()));
    }

    #[test]
    fn a_known_file_is_not_sent_again() {
        let site = Site::new("tags");
        let first = site.get("/", "", "");
        let tag = header(&first, "ETag").unwrap();
        let again = site.get("/", "", &format!("\"other\", W/{tag}"));
        assert_eq!((again.status, again.body.len()), (304, 0));
        assert_eq!(site.get("/", "", "\"other\"").status, 200);
    }

    #[test]
    fn nothing_outside_of_the_folder_is_served() {
        let site = Site::new("outside");
        for url in [
            "/../secret.txt",
            "/%2e%2e/secret.txt",
            "/inner/../../secret.txt",
            "/inner/..%2f..%2fsecret.txt",
            "/..%5csecret.txt",
            "//etc/hostname",
            "/index.html%00.txt",
            "/C:/x",
            "secret.txt",
            "/%ff",
            "/missing",
            "/index.html/more",
        ] {
            assert_eq!(site.get(url, "", "").status, 404, "{url}");
        }
    }

    #[test]
    fn folders_have_an_index_and_a_closing_slash() {
        let site = Site::new("folders");
        assert_eq!(site.get("/inner/", "", "").body, b"inner");
        let redirect = site.get("/inner?q", "", "");
        assert_eq!((redirect.status, header(&redirect, "Location")), (308, Some("/inner/")));
        assert_eq!(site.get("/assets/", "", "").status, 404);
    }

    #[test]
    fn only_reading_is_allowed() {
        let site = Site::new("methods");
        let asked = Asked { method: "POST", url: "/", accept_encoding: "", if_none_match: "" };
        assert_eq!(answer(&site.0.join("site"), &asked).status, 405);
    }
}
