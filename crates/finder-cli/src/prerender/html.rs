//! HTML as text. Every value passes an escape; tags and attribute names are the program's own.

use finder_core::{
    catalogue::{Fact, LangIx, PartialDate, Phone, Text, Url},
    strings::UiLang,
};

use super::Page;

/// HTML under construction.
#[derive(Debug, Default)]
pub(crate) struct Html(String);

impl Html {
    /// Markup of the program's own. Never for values.
    pub(crate) fn raw(&mut self, markup: &'static str) -> &mut Self {
        self.0.push_str(markup);
        self
    }

    /// A value, escaped for content and for attributes in quotation marks.
    pub(crate) fn text(&mut self, value: &str) -> &mut Self {
        for c in value.chars() {
            match c {
                '&' => self.0.push_str("&amp;"),
                '<' => self.0.push_str("&lt;"),
                '>' => self.0.push_str("&gt;"),
                '"' => self.0.push_str("&quot;"),
                '\'' => self.0.push_str("&#39;"),
                c if c.is_control() && !matches!(c, '\n' | '\t') => {}
                c => self.0.push(c),
            }
        }
        self
    }

    /// An element with text alone.
    pub(crate) fn element(&mut self, tag: &'static str, value: &str) -> &mut Self {
        self.open(tag).text(value).close(tag)
    }

    /// `<tag>`
    pub(crate) fn open(&mut self, tag: &'static str) -> &mut Self {
        self.raw("<").raw(tag).raw(">")
    }

    /// `</tag>`
    pub(crate) fn close(&mut self, tag: &'static str) -> &mut Self {
        self.raw("</").raw(tag).raw(">")
    }

    /// A text of the catalogue, marked where it is in another language than the page.
    pub(crate) fn say(&mut self, page: &Page<'_>, text: &Text) -> &mut Self {
        let best = text.best(page.lang);
        if best.lang == page.lang && page.speaks(page.lang) {
            return self.text(best.text);
        }
        self.raw("<span lang=\"").text(page.tag(best.lang)).raw("\">").text(best.text).raw("</span>")
    }

    /// Texts of the catalogue, with commas between them.
    pub(crate) fn say_all<'t>(&mut self, page: &Page<'_>, texts: impl IntoIterator<Item = &'t Text>) -> &mut Self {
        for (position, text) in texts.into_iter().enumerate() {
            self.raw(if position > 0 { ", " } else { "" }).say(page, text);
        }
        self
    }

    /// Texts of the catalogue as entries of a list.
    pub(crate) fn entries<'t>(&mut self, page: &Page<'_>, texts: impl IntoIterator<Item = &'t Text>) -> &mut Self {
        for text in texts {
            self.raw("<li>").say(page, text).raw("</li>\n");
        }
        self
    }

    /// A link to call.
    pub(crate) fn phone(&mut self, phone: &Phone) -> &mut Self {
        self.raw("<a href=\"").text(&phone.href()).raw("\">").text(phone.shown()).raw("</a>")
    }

    /// A link to a page, shown as its site.
    pub(crate) fn site(&mut self, url: &Url) -> &mut Self {
        self.raw("<a href=\"").text(url.as_str()).raw("\">").text(url.host()).raw("</a>")
    }

    /// Structured data for search engines: data, never script.
    pub(crate) fn json_ld(&mut self, data: &serde_json::Value) -> &mut Self {
        self.raw("<script type=\"application/ld+json\">");
        // The characters that HTML gives a meaning, as JSON's own escapes: nothing ends the element early.
        for c in data.to_string().chars() {
            match c {
                '<' => self.0.push_str("\\u003c"),
                '>' => self.0.push_str("\\u003e"),
                '&' => self.0.push_str("\\u0026"),
                c => self.0.push(c),
            }
        }
        self.raw("</script>\n")
    }

    /// The markup.
    pub(crate) fn done(self) -> String {
        self.0
    }
}

impl Page<'_> {
    /// A date as people write it, as exact as it is known.
    pub(crate) fn date(&self, date: PartialDate) -> String {
        let PartialDate { year, month, day } = date;
        match (self.ui, month, day) {
            (_, None, _) => year.to_string(),
            (UiLang::Lv, Some(month), None) => format!("{month:02}.{year}"),
            (UiLang::Lv, Some(month), Some(day)) => format!("{day:02}.{month:02}.{year}"),
            (UiLang::En, Some(month), None) => format!("{} {year}", month_name(month)),
            (UiLang::En, Some(month), Some(day)) => format!("{day} {} {year}", month_name(month)),
        }
    }

    /// Yes, no or not stated.
    pub(crate) fn answer(&self, fact: Fact) -> &'static str {
        let pages = self.ui.pages();
        match fact {
            Fact::Yes => pages.yes,
            Fact::No => pages.no,
            Fact::NotStated => pages.not_stated,
        }
    }

    /// The tag of a language of the catalogue.
    pub(crate) fn tag(&self, lang: LangIx) -> &str {
        self.catalogue.languages.get(lang.get()).map_or("und", |tag| tag)
    }

    /// Is this the language the page says it is in?
    pub(crate) fn speaks(&self, lang: LangIx) -> bool {
        UiLang::from_tag(self.tag(lang)) == Some(self.ui)
    }
}

/// A link that begins a letter.
pub(crate) fn letter(to: &str, subject: &str) -> String {
    let mut link = format!("mailto:{to}?subject=");
    encode(subject, &mut link);
    link
}

/// Percent-encoding, as `encodeURIComponent` does it.
pub(crate) fn encode(text: &str, into: &mut String) {
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_.!~*'()".contains(&byte) {
            into.push(char::from(byte));
        } else {
            into.push('%');
            into.extend(
                [byte >> 4, byte & 15]
                    .map(|half| char::from_digit(half.into(), 16).unwrap_or('0').to_ascii_uppercase()),
            );
        }
    }
}

/// English name of a month, 1–12.
fn month_name(month: u8) -> &'static str {
    const NAMES: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    NAMES.get(usize::from(month).saturating_sub(1)).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn structured_data_cannot_end_its_element() {
        let mut html = Html::default();
        html.json_ld(&serde_json::json!({ "name": "</script><b>&" }));
        assert_eq!(
            html.done(),
            "<script type=\"application/ld+json\">{\"name\":\"\\u003c/script\\u003e\\u003cb\\u003e\\u0026\"}</script>\n"
        );
    }

    #[test]
    fn subjects_are_encoded() {
        assert_eq!(letter("a@b.lv", "Kļūda: 50 % (x)"), "mailto:a@b.lv?subject=K%C4%BC%C5%ABda%3A%2050%20%25%20(x)");
    }

    #[test]
    fn values_cannot_become_markup() {
        let mut html = Html::default();
        html.element("p", "<script>alert('1')</script> & \"x\"\u{0}");
        assert_eq!(html.done(), "<p>&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt; &amp; &quot;x&quot;</p>");
    }
}
