"""Values of Python, JSON and YAML as Java expressions."""

import math
from collections import namedtuple
from collections.abc import Mapping
from functools import reduce
from numbers import Integral, Real

WIDENING = ("Integer", "Long", "Double")
ESCAPES = {"\\": r"\\", '"': r"\"", "\n": r"\n", "\r": r"\r", "\t": r"\t", "\b": r"\b", "\f": r"\f"}


class JavaType(namedtuple("JavaType", "name parts")):
    """A type as it stands between angle brackets: its name, and the types between its own."""

    def __str__(self):
        return f"{self.name}<{', '.join(map(str, self.parts))}>" if self.parts else self.name

    def is_typed(self):
        """Whether Java cannot find the type by itself, or finds one that is too narrow."""
        return bool(self.parts) or self in (OBJECT, NOTHING)

    def with_other(self, other):
        """The narrowest type that holds what either of the two holds."""
        if NOTHING in (self, other):
            return self if other == NOTHING else other
        if self.name == other.name and self.parts:
            return JavaType(self.name, tuple(a.with_other(b) for a, b in zip(self.parts, other.parts)))
        if self.name in WIDENING and other.name in WIDENING:
            return max(self, other, key=lambda each: WIDENING.index(each.name))
        return self if self == other else OBJECT


class Nothing(JavaType):
    """The type of null alone, which every other type holds."""

    def __str__(self):
        return "Object"


OBJECT = JavaType("Object", ())
NOTHING = Nothing("null", ())


def type_of(value):
    if value is None:
        return NOTHING
    if isinstance(value, Mapping):
        return JavaType("Map", (type_of_all(value.keys()), type_of_all(value.values())))
    if isinstance(value, (list, tuple)):
        return JavaType("List", (type_of_all(value),))
    return JavaType(simple_type(value), ())


def type_of_all(values):
    return reduce(JavaType.with_other, map(type_of, values), NOTHING)


def simple_type(value):
    if isinstance(value, bool):
        return "Boolean"
    if isinstance(value, Integral):
        return integer_type(value)
    return "Double" if isinstance(value, Real) else "String"


def integer_type(value):
    if -(2**31) <= value < 2**31:
        return "Integer"
    return "Long" if -(2**63) <= value < 2**63 else "BigInteger"


def literal(value, kind):
    """An expression for the value that a variable or an element of that type takes."""
    if value is None:
        return "null"
    if kind == OBJECT:
        kind = type_of(value)
    write = {"Map": a_map, "List": a_list, "Boolean": a_boolean, "Double": a_double, "String": a_string}
    return write.get(kind.name, an_integer)(value, kind)


def a_map(values, kind):
    """In the order that the values have, which `Map.of` would lose."""
    if not values:
        return "new LinkedHashMap<>()"
    key, part = kind.parts
    puts = " ".join(f"put({literal(k, key)}, {literal(v, part)});" for k, v in values.items())
    return f"new LinkedHashMap<{key}, {part}>() {{{{ {puts} }}}}"


def a_list(values, kind):
    parts = ", ".join(literal(value, kind.parts[0]) for value in values)
    if any(value is None for value in values):
        return f"Arrays.asList({parts})" if len(values) > 1 else f"Collections.singletonList({parts})"
    return f"List.of({parts})"


def a_boolean(value, _):
    return "true" if value else "false"


def a_double(value, _):
    number = float(value)
    if math.isnan(number):
        return "Double.NaN"
    if math.isinf(number):
        return "Double.POSITIVE_INFINITY" if number > 0 else "Double.NEGATIVE_INFINITY"
    return repr(number)


def an_integer(value, kind):
    digits = str(int(value))
    return {"Integer": digits, "Long": f"{digits}L", "BigInteger": f'new BigInteger("{digits}")'}[kind.name]


def a_string(value, _):
    return f'"{"".join(map(character, str(value)))}"'


def character(c):
    if c in ESCAPES:
        return ESCAPES[c]
    if c < " " or "\x7f" <= c <= "\x9f":
        return f"\\{ord(c):03o}"
    return f"\\u{ord(c):04x}" if "\ud800" <= c <= "\udfff" else c
