//! What all pages have around them: head, style sheet, foot.

use finder_core::strings::fill;

use super::{Page, html::Html};

/// Readable on screen and paper; nothing is loaded from anywhere else.
pub(super) const STYLE: &str = "
:root{color-scheme:light dark}
body{font:1rem/1.5 system-ui,sans-serif;max-width:48rem;margin:0 auto;padding:1rem;overflow-wrap:break-word}
h1{font-size:1.75rem;line-height:1.2}h2{font-size:1.5rem;border-bottom:2px solid;margin-top:3rem}h3{font-size:1.25rem;margin-top:2.5rem}h4,h5{font-size:1.0625rem;margin:0 0 .25rem}
.page h2{font-size:1.25rem;border:0;margin:2rem 0 .5rem}.page h3{font-size:1.0625rem;margin:1rem 0 .25rem}
article{border-top:1px solid #8888;padding:1rem 0}article article{margin-left:1rem}.page article{border:0}
p{margin:.25rem 0}dl{margin:.5rem 0;display:grid;grid-template-columns:minmax(6rem,max-content) 1fr;gap:.125rem 1rem}dt{font-weight:600}dd{margin:0}
a{display:inline-block;min-height:1.5rem}.kind{font-weight:600}.unsure{border-left:.25rem solid #b35c00;padding-left:.5rem}.sources{font-size:.875rem}
table{border-collapse:collapse}th,td{text-align:left;padding:.25rem 1rem .25rem 0;font-weight:400;vertical-align:top}
nav ul{columns:14rem;padding-left:1.25rem}.page nav p{display:flex;flex-wrap:wrap;gap:.25rem 1.5rem}.page nav a,.ways a{min-height:2.75rem;line-height:2.75rem}
footer{margin-top:3rem;font-size:.875rem}
@media(max-width:30rem){dl{grid-template-columns:1fr}dd{margin-bottom:.25rem}}
@media print{body{max-width:none;padding:0;font-size:10pt;color:#000;background:#fff}nav,.top{display:none}article,section{break-inside:avoid}h2,h3,h4{break-after:avoid}a{color:inherit;text-decoration:none}}
";

/// Where a page's style sheet is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Sheet {
    /// In the page: it can be saved and sent as one file.
    Within,
    /// In a file of its own beside it: a site's policy may refuse styles within pages.
    Beside,
    /// In that file, one folder up.
    Above,
}

/// The name of that file.
pub(super) const SHEET: &str = "list.css";

/// A page's head.
pub(super) struct Head<'a> {
    pub(super) title: &'a str,
    pub(super) description: Option<&'a str>,
    /// The page's file, relative to the list.
    pub(super) file: &'a str,
    pub(super) sheet: Sheet,
}

impl Head<'_> {
    /// Everything up to the body.
    pub(super) fn begin(&self, page: &Page<'_>, html: &mut Html) {
        html.raw("<!doctype html>\n<html lang=\"").text(page.ui.tag()).raw("\">\n<head>\n<meta charset=\"utf-8\">\n");
        html.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>");
        html.text(self.title).raw("</title>\n");
        if let Some(description) = self.description {
            html.raw("<meta name=\"description\" content=\"").text(description).raw("\">\n");
        }
        if let Some(address) = page.address(self.file) {
            html.raw("<link rel=\"canonical\" href=\"").text(&address).raw("\">\n");
        }
        match self.sheet {
            Sheet::Within => html.raw("<style>").raw(STYLE).raw("</style>\n</head>\n<body>\n"),
            Sheet::Beside => html.raw("<link rel=\"stylesheet\" href=\"").raw(SHEET).raw("\">\n</head>\n<body>\n"),
            Sheet::Above => {
                html.raw("<link rel=\"stylesheet\" href=\"../").raw(SHEET).raw("\">\n</head>\n<body class=\"page\">\n")
            }
        };
    }
}

/// The way from a page to the list and into the finder.
pub(super) fn ways(page: &Page<'_>, html: &mut Html, open: &str) {
    html.raw("<nav aria-label=\"").text(page.words.contents).raw("\">\n<p><a href=\"../").raw(super::LIST).raw("\">");
    html.text(page.words.back_to_list).raw("</a> <a href=\"").text(&finder_link(page, open)).raw("\">");
    html.text(page.words.in_finder).raw("</a></p>\n</nav>\n");
}

/// The finder with a record open, from a page one folder below the list.
fn finder_link(page: &Page<'_>, open: &str) -> String {
    let is_whole = page.finder.contains("://") || page.finder.starts_with('/');
    let up = if is_whole { "" } else { "../" };
    format!("{up}{}#sf?open={open}", page.finder)
}

/// Publisher, credits, licence, and the end of the page.
pub(super) fn end(page: &Page<'_>, html: &mut Html) {
    let (catalogue, strings) = (page.catalogue, page.ui.strings());
    html.raw("<footer>\n");
    if let Some(name) = &catalogue.publisher.name {
        html.element("p", &fill(strings.published_by, &[("name", name.best(page.lang).text)])).raw("\n");
    }
    for credit in &catalogue.credits {
        html.raw("<p>").say(page, credit).raw("</p>\n");
    }
    if let Some(licence) = &catalogue.licence {
        html.element("p", &fill(strings.licence, &[("licence", licence)])).raw("\n");
    }
    html.raw("</footer>\n</body>\n</html>\n");
}
