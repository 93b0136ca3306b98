//! Plural forms, after CLDR.

use super::{UiLang, fill};

/// The forms of a counted text; `{n}` stands for the number.
#[derive(Clone, Copy, Debug)]
pub struct Plural {
    /// Latvian 0, 10–20, 30…; equal to `other` in English.
    pub zero: &'static str,
    /// 1; in Latvian also 21, 31, …
    pub one: &'static str,
    /// Everything else.
    pub other: &'static str,
}

/// Which form a number takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PluralForm {
    /// See [`Plural::zero`].
    Zero,
    /// See [`Plural::one`].
    One,
    /// See [`Plural::other`].
    Other,
}

impl Plural {
    /// The text of a form.
    #[must_use]
    pub const fn get(&self, form: PluralForm) -> &'static str {
        match form {
            PluralForm::Zero => self.zero,
            PluralForm::One => self.one,
            PluralForm::Other => self.other,
        }
    }
}

/// The form of a whole number, by CLDR's cardinal rules (common/supplemental/plurals.xml).
#[must_use]
pub const fn plural_form(lang: UiLang, n: usize) -> PluralForm {
    match lang {
        UiLang::Lv => match (n % 10, n % 100) {
            (0, _) | (_, 11..=19) => PluralForm::Zero,
            (1, _) => PluralForm::One,
            _ => PluralForm::Other,
        },
        UiLang::En => match n {
            1 => PluralForm::One,
            _ => PluralForm::Other,
        },
    }
}

impl UiLang {
    /// `forms` for `n`, with `{n}` filled in.
    #[must_use]
    pub fn count(self, n: usize, forms: &Plural) -> String {
        fill(forms.get(plural_form(self, n)), &[("n", &n.to_string())])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn latvian_forms() {
        let forms = Plural { zero: "{n} pakalpojumu", one: "{n} pakalpojums", other: "{n} pakalpojumi" };
        let says = |n| UiLang::Lv.count(n, &forms);
        for n in [0, 10, 11, 12, 19, 20, 30, 111, 100] {
            assert_eq!(says(n), format!("{n} pakalpojumu"));
        }
        for n in [1, 21, 101, 121] {
            assert_eq!(says(n), format!("{n} pakalpojums"));
        }
        for n in [2, 9, 22, 99, 376] {
            assert_eq!(says(n), format!("{n} pakalpojumi"));
        }
    }

    #[test]
    fn english_forms() {
        let forms = Plural { zero: "{n} services", one: "{n} service", other: "{n} services" };
        assert_eq!(UiLang::En.count(1, &forms), "1 service");
        assert_eq!(UiLang::En.count(21, &forms), "21 services");
        assert_eq!(UiLang::En.count(0, &forms), "0 services");
    }
}
