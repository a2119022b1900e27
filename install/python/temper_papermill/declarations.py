"""Reads the variables that a cell of Java declares: type, name, default and the comment beside or above it."""

import re

TOKEN = re.compile(
    r"""
    (?P<comment>//[^\n]*|/\*.*?\*/)
    | (?P<text>\"{3}(?:\\.|.)*?\"{3}|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*')
    | (?P<open>[(\[{])
    | (?P<close>[)\]}])
    | (?P<end>;)
    | (?P<other>\s+|\w+|.)
    """,
    re.DOTALL | re.VERBOSE,
)
DECLARATION = re.compile(
    r"(?:@\w+\s+|(?:final|static|public|private|protected)\s+)*"
    r"(?P<type>[^\W\d][\w.]*(?:\s*<[^=]*>)?(?:\s*\[\s*\])*)\s+(?P<name>[^\W\d][\w$]*)\s*=\s*(?P<default>.+)",
    re.DOTALL,
)
LITERALS = (
    (r"true|false", "boolean"),
    (r"-?[\d_]+|0[xXbB][\da-fA-F_]+", "int"),
    (r"-?[\d_]+[lL]", "long"),
    (r"-?(?:[\d_]+\.[\d_]*|\.[\d_]+|[\d_]+(?=[eEdD]))(?:[eE][+-]?\d+)?[dD]?", "double"),
    (r'".*"', "String"),
)


MAGIC = re.compile(r"^\s*[%!].*$", re.MULTILINE)


def declarations(cell):
    """Yields name, type, default and comment of each; a `var` has its literal's type, or "None"."""
    for statement, comment in statements(MAGIC.sub("", cell)):
        found = DECLARATION.fullmatch(statement)
        if found:
            kind, name, default = (" ".join(found[part].split()) for part in ("type", "name", "default"))
            yield name, inferred(default) if kind == "var" else kind, default, comment


def inferred(default):
    return next((kind for pattern, kind in LITERALS if re.fullmatch(pattern, default, re.DOTALL)), "None")


def statements(cell):
    """Yields each statement without its semicolon, and the comment beside its end or else the one above."""
    text, above, depth = "", "", 0
    ended = None
    for match in TOKEN.finditer(cell):
        kind, word = match.lastgroup, match.group()
        if ended is not None and (kind == "comment" or "\n" in word or word.strip()):
            yield ended, words(word) if kind == "comment" else above
            ended, above = None, ""
            if kind == "comment":
                continue
        if kind == "comment":
            above = above if text.strip() else words(word)
        elif kind == "end" and depth == 0:
            ended, text = text.strip(), ""
        else:
            depth += (kind == "open") - (kind == "close")
            text += word
    if ended is not None:
        yield ended, above


def words(comment):
    return re.sub(r"^(//+|/\*+)|\*+/$", "", comment).strip()
