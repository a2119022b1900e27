"""Values of Python as Java writes and reads them, and declarations of Java as papermill lists them."""

import pytest
from papermill.models import Parameter
from papermill.translators import papermill_translators

from notebooks import executed, notebook, text

JAVA = papermill_translators.find_translator("temper", "java")

# name, value, its declaration, and what the variable is as text
VALUES = [
    ("whole", 1, "var whole = 1;", "1"),
    ("lowest", -(2**31), "var lowest = -2147483648;", "-2147483648"),
    ("long_", 2**40, "var long_ = 1099511627776L;", "1099511627776"),
    ("huge", 2**64, 'var huge = new BigInteger("18446744073709551616");', "18446744073709551616"),
    ("fraction", 0.1, "var fraction = 0.1;", "0.1"),
    ("great", 1e22, "var great = 1e+22;", "1.0E22"),
    ("nan", float("nan"), "var nan = Double.NaN;", "NaN"),
    ("infinite", float("-inf"), "var infinite = Double.NEGATIVE_INFINITY;", "-Infinity"),
    ("yes", True, "var yes = true;", "true"),
    ("words", 'a "b" \\n', r'var words = "a \"b\" \\n";', 'a "b" \\n'),
    ("escape", "\\u0041", r'var escape = "\\u0041";', "\\u0041"),
    ("letters", "é Ω 😀", 'var letters = "é Ω 😀";', "é Ω 😀"),
    ("nothing", None, "Object nothing = null;", "null"),
    ("budgets", [1, 2], "List<Integer> budgets = List.of(1, 2);", "[1, 2]"),
    ("mixed", [1, 2.5], "List<Double> mixed = List.of(1.0, 2.5);", "[1.0, 2.5]"),
    ("longs", [1, 2**40], "List<Long> longs = List.of(1L, 1099511627776L);", "[1, 1099511627776]"),
    ("any", [1, "a", None], 'List<Object> any = Arrays.asList(1, "a", null);', "[1, a, null]"),
    ("hole", [None], "List<Object> hole = Collections.singletonList(null);", "[null]"),
    ("none", [], "List<Object> none = List.of();", "[]"),
    ("nested", [[], [1]], "List<List<Integer>> nested = List.of(List.of(), List.of(1));", "[[], [1]]"),
    ("empty", {}, "Map<Object, Object> empty = new LinkedHashMap<>();", "{}"),
    (
        "shares",
        {"web": 0.5, "books": 1},
        'Map<String, Double> shares = new LinkedHashMap<String, Double>() {{ put("web", 0.5); put("books", 1.0); }};',
        "{web=0.5, books=1.0}",
    ),
    (
        "deep",
        [{"a": [1]}, {"b": None}],
        "List<Map<String, List<Integer>>> deep = List.of(new LinkedHashMap<String, List<Integer>>()"
        ' {{ put("a", List.of(1)); }}, new LinkedHashMap<String, List<Integer>>() {{ put("b", null); }});',
        "[{a=[1]}, {b=null}]",
    ),
]

CELL = '''\
%lsmagic
// how steep
double alpha = 0.34;
final int n = 5; // how many; really
var name = "a; // b";
int q = 7; List<String> names = List.of("a",
    "b"); /* in order */
var computed = find(1); foo();
var text = """
    x; "y"
    """;
Map<String, List<Integer>> map = new HashMap<>() {{ put("a", List.of()); }};
int[] array = {1, 2};
record Point(int x) {}
'''


@pytest.mark.parametrize(("name", "value", "declaration", "_"), VALUES)
def test_a_value_is_declared(name, value, declaration, _):
    assert JAVA.codify({name: value}) == f"// Parameters\n{declaration}\n"


def test_java_reads_every_value_as_it_was_meant():
    declarations = JAVA.codify({name: value for name, value, _, _ in VALUES})
    shown = executed(notebook(declarations, *(f"System.out.print({name});" for name, _, _, _ in VALUES))).cells[1:]
    assert [text(cell) for cell in shown] == [read for _, _, _, read in VALUES]


def test_declarations_are_listed_with_type_default_and_comment():
    assert JAVA.inspect({"source": CELL}) == [
        Parameter("alpha", "double", "0.34", "how steep"),
        Parameter("n", "int", "5", "how many; really"),
        Parameter("name", "String", '"a; // b"', ""),
        Parameter("q", "int", "7", ""),
        Parameter("names", "List<String>", 'List.of("a", "b")', "in order"),
        Parameter("computed", "None", "find(1)", ""),
        Parameter("text", "String", '""" x; "y" """', ""),
        Parameter("map", "Map<String, List<Integer>>", 'new HashMap<>() {{ put("a", List.of()); }}', ""),
        Parameter("array", "int[]", "{1, 2}", ""),
    ]


def test_a_cell_without_declarations_has_no_parameters():
    assert JAVA.inspect({"source": "// nothing\n"}) == []
