//! Makes JavaScript smaller without a parser: no comment lines, no indentation.
//!
//! Names and structure stay: after Brotli a full minifier would save little more, and would be the heaviest dependency here.

/// Takes away documentation comments, lines that are only a comment, indentation and empty lines.
///
/// Only lines that begin with a comment are touched, never the middle of a line, so only a template literal with a line
/// break can be changed. The loader's style sheet is one, and means the same without its indentation.
pub fn shorten(source: &str) -> String {
    let mut short = String::with_capacity(source.len());
    let mut in_comment = false;
    for line in source.lines().map(str::trim) {
        if in_comment {
            in_comment = !line.ends_with("*/");
        } else if line.starts_with("/*") {
            in_comment = !line.contains("*/");
            if let Some((_, code)) = line.split_once("*/")
                && !code.trim().is_empty()
            {
                short.push_str(code.trim());
                short.push('\n');
            }
        } else if !line.is_empty() && !line.starts_with("//") {
            short.push_str(line);
            short.push('\n');
        }
    }
    short
}

#[cfg(test)]
mod tests {
    use super::shorten;

    #[test]
    fn comments_and_indentation_go() {
        let source = "/* @ts-self */\n/**\n * What it does.\n * @param {string} a\n */\nexport function f(a) {\n\n    // why\n    const b = 'http://a/*b*/';\n    return b; // stays\n}\n";
        assert_eq!(shorten(source), "export function f(a) {\nconst b = 'http://a/*b*/';\nreturn b; // stays\n}\n");
    }

    #[test]
    fn code_after_a_comment_stays() {
        assert_eq!(shorten("/** x */ let a = 1;\n"), "let a = 1;\n");
    }
}
