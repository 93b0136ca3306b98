//! Makes a style sheet smaller without knowing CSS: what is no part of any token goes, tokens stay as they are.

/// White space beside these separates nothing, wherever they stand. Beside others it may: `a :hover` is not `a:hover`,
/// `and (` not `and(`, and `1 + 2` is a sum, `1+2` two numbers.
const CLOSED_BEFORE: &str = "{};,>)!";
const CLOSED_AFTER: &str = "{};,>(:";

/// The sheet without comments, without white space that separates nothing, and without the last `;` of a block.
pub fn small(sheet: &str) -> String {
    let mut short = String::with_capacity(sheet.len());
    let mut rest = sheet;
    let mut last = '{';
    // What was left out since then.
    let (mut space, mut comment) = (false, false);
    while let Some(next) = rest.chars().next() {
        if next.is_ascii_whitespace() {
            space = true;
            rest = rest.trim_ascii_start();
            continue;
        }
        if let Some(after) = rest.strip_prefix("/*") {
            comment = true;
            rest = after.split_once("*/").map_or("", |(_, after)| after);
            continue;
        }
        if !CLOSED_AFTER.contains(last) && !CLOSED_BEFORE.contains(next) {
            if space {
                short.push(' ');
            } else if comment {
                // Two tokens that only a comment keeps apart.
                short.push_str("/**/");
            }
        }
        (space, comment) = (false, false);
        if next == '}' && last == ';' {
            short.pop();
        }
        let (token, after) = rest.split_at(token_length(rest, next));
        short.push_str(token);
        rest = after;
        // What is kept together ends like a string, whatever its last character is.
        last = if token.len() == next.len_utf8() { next } else { '"' };
    }
    short
}

/// How much of `rest` is to be kept together: a string, an address without quotes, an escaped character, or one character.
fn token_length(rest: &str, first: char) -> usize {
    match first {
        '"' | '\'' => string_length(rest, first),
        '\\' => rest.chars().take(2).map(char::len_utf8).sum(),
        // With quotes inside, the string is met next.
        'u' if rest.starts_with("url(") && !rest.starts_with("url(\"") && !rest.starts_with("url('") => {
            rest.find(')').map_or(rest.len(), |end| end + 1)
        }
        _ => first.len_utf8(),
    }
}

/// The length of the string that `rest` begins with, quotes and escaped quotes included.
fn string_length(rest: &str, quote: char) -> usize {
    let mut escaped = false;
    for (at, character) in rest.char_indices().skip(1) {
        if escaped {
            escaped = false;
        } else if character == quote {
            return at + quote.len_utf8();
        } else {
            escaped = character == '\\';
        }
    }
    rest.len()
}

#[cfg(test)]
mod tests {
    use super::small;

    #[test]
    fn comments_and_white_space_go() {
        let sheet =
            "/* Why. */\n@layer a, b;\n\n.a > .b,\n.c {\n  color : red; /* also */\n  margin: 0 -1px !important;\n}\n";
        assert_eq!(small(sheet), "@layer a,b;.a>.b,.c{color :red;margin:0 -1px!important}");
    }

    #[test]
    fn space_that_separates_stays() {
        for sheet in [
            "a :hover{}",
            ".a .b *:not(.c) #d [e] ::before{}",
            "@media screen and (min-width:30em) and (not (print)){}",
            "a{width:calc((1em + 2px) * -1);inset:auto 0 var(--a,0) 0;translate:0 (1px)}",
            "a+b~c{}",
            ".\\31 a{}",
        ] {
            assert_eq!(small(sheet), sheet);
        }
        assert_eq!(small("a:not( .b, .c ) :is(d) { --e: 1px solid }"), "a:not(.b,.c) :is(d){--e:1px solid}");
    }

    #[test]
    fn strings_and_addresses_stay() {
        for sheet in [
            r#"a{content:"  /* { ; } */  "}"#,
            r#"a{content:"say \"  \" \\";color:red}"#,
            "a{content:'it\\'s  \"'}",
            "a{background:url(data:image/svg+xml;a,  b/*c*/) 0}",
            r#"a{background:url("a  b")}"#,
            r#"[a="b  c" i]{}"#,
            r".a\;{}",
            r"a{--b:\;}",
            r".a\, b{}",
        ] {
            assert_eq!(small(sheet), sheet);
        }
        assert_eq!(small("a { content: \"–\" ; }"), "a{content:\"–\"}");
    }

    #[test]
    fn a_comment_keeps_tokens_apart_as_it_did() {
        assert_eq!(
            small(".a/* or */.b { margin: 1px/**/2px; c: d/* ... */ e/* */ }"),
            ".a/**/.b{margin:1px/**/2px;c:d e}"
        );
        assert_eq!(small("a{}/* not closed"), "a{}");
    }
}
