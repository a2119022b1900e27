"""What papermill asks of a language, answered for Java."""

import re

from papermill.exceptions import PapermillException
from papermill.models import Parameter
from papermill.translators import Translator

from .declarations import declarations
from .literals import literal, type_of

NAME = re.compile(r"[^\W\d][\w$]*")
RESERVED = frozenset(
    "_ abstract assert boolean break byte case catch char class const continue default do double else enum extends"
    " false final finally float for goto if implements import instanceof int interface long native new null package"
    " private protected public return short static strictfp super switch synchronized this throw throws transient"
    " true try void volatile while".split()
)


class JavaTranslator(Translator):
    @classmethod
    def translate(cls, val):
        return literal(val, type_of(val))

    @classmethod
    def comment(cls, cmt_str):
        return f"// {cmt_str}".rstrip()

    @classmethod
    def codify(cls, parameters, comment="Parameters"):
        wrong = [str(name) for name in parameters if not NAME.fullmatch(str(name)) or name in RESERVED]
        if wrong:
            raise PapermillException(f"The name of a parameter must be a Java variable's, but is: {', '.join(wrong)}")
        lines = [cls.comment(comment), *(declaration(name, value) for name, value in parameters.items())]
        return "\n".join(lines) + "\n"

    @classmethod
    def inspect(cls, parameters_cell):
        return [Parameter(*each) for each in declarations(parameters_cell["source"])]


def declaration(name, value):
    """`var` for a single value, so that a kernel may keep a wider type that the name was declared with before."""
    kind = type_of(value)
    return f"{kind if kind.is_typed() else 'var'} {name} = {literal(value, kind)};"
