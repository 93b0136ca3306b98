//! Case and diacritics away.

use super::words::is_mark;

/// Lower case without diacritics: `Ķegums` → `kegums`. Covers the Latin letters of European languages, Cyrillic and
/// Greek case; other characters stay. A table of our own, since `char::to_lowercase` brings some 14 kB of Unicode tables
/// into the wasm.
#[must_use]
#[inline]
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        fold_char(c, &mut out);
    }
    out
}

/// Folds one character; combining marks vanish.
#[inline]
pub(crate) fn fold_char(c: char, out: &mut String) {
    if c.is_ascii() {
        out.push(c.to_ascii_lowercase());
        return;
    }
    let lower = lower(c);
    match base(lower) {
        Some(letters) => out.push_str(letters),
        None if is_mark(lower) => {}
        None => out.push(lower),
    }
}

/// Lower case of one character of the alphabets covered.
#[inline]
pub(crate) fn lower(c: char) -> char {
    let shifted = |by: u32| char::from_u32(c as u32 + by).unwrap_or(c);
    match c {
        _ if c.is_ascii() => c.to_ascii_lowercase(),
        'À'..='Ö' | 'Ø'..='Þ' => shifted(32),
        // Latin Extended-A in pairs; upper case even up to Ķ and from Ŋ, odd between and at the end.
        'Ā'..='ķ' | 'Ŋ'..='ŷ' => char::from_u32(c as u32 | 1).unwrap_or(c),
        'Ĺ'..='ň' | 'Ź'..='ž' => char::from_u32((c as u32 + 1) & !1).unwrap_or(c),
        'Ÿ' => 'ÿ',
        'Ș' | 'Ț' => shifted(1),
        'Α'..='Ω' | 'А'..='Я' => shifted(32),
        'Ѐ'..='Џ' => shifted(80),
        _ => c,
    }
}

/// What a lower-case letter is without its marks.
#[inline]
fn base(c: char) -> Option<&'static str> {
    Some(match c {
        'à'..='å' | 'ā' | 'ă' | 'ą' => "a",
        'æ' => "ae",
        'ç' | 'ć' | 'ĉ' | 'ċ' | 'č' => "c",
        'ď' | 'đ' | 'ð' => "d",
        'è'..='ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' => "e",
        'ĝ' | 'ğ' | 'ġ' | 'ģ' => "g",
        'ĥ' | 'ħ' => "h",
        'ì'..='ï' | 'ĩ' | 'ī' | 'ĭ' | 'į' | 'ı' => "i",
        'ĵ' => "j",
        'ķ' | 'ĸ' => "k",
        'ĺ' | 'ļ' | 'ľ' | 'ŀ' | 'ł' => "l",
        'ñ' | 'ń' | 'ņ' | 'ň' | 'ŋ' => "n",
        'ò'..='ö' | 'ø' | 'ō' | 'ŏ' | 'ő' => "o",
        'œ' => "oe",
        'ŕ' | 'ŗ' | 'ř' => "r",
        'ś' | 'ŝ' | 'ş' | 'š' | 'ș' => "s",
        'ß' => "ss",
        'ţ' | 'ť' | 'ŧ' | 'ț' => "t",
        'þ' => "th",
        'ù'..='ü' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' => "u",
        'ŵ' => "w",
        'ý' | 'ÿ' | 'ŷ' => "y",
        'ź' | 'ż' | 'ž' => "z",
        'ё' => "е",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn latvian_letters_lose_case_and_marks() {
        assert_eq!(fold("AĀBCČDEĒFGĢHIĪJKĶLĻMNŅOPRSŠTUŪVZŽ"), "aabccdeefgghiijkkllmnnoprsstuuvzz");
        assert_eq!(fold("aābcčdeēfgģhiījkķlļmnņoprsštuūvzž"), "aabccdeefgghiijkkllmnnoprsstuuvzz");
    }

    #[test]
    fn neighbours_letters_too() {
        assert_eq!(fold("ÄÖÜßÕŠ ŁÓDŹ ÅØÆ ÇĞİ"), "aoussos lodz aoae cgi");
        assert_eq!(fold("e\u{304}rgli Ёлка"), "ergli елка");
    }
}
