"""jupytext keeps a notebook as text, and makes the same notebook of it again."""

import jupytext
import pytest

from notebooks import PROSE, executed, notebook, text

SOURCES = [
    "int twice(int x) {\n    return 2 * x;\n}\ntwice(21)",
    "%lsmagic",
    "%%sweep study --smoke\nsources: [web]\nbudgets: [10240]",
    "%%bash\nls",
    "!ls",
    "String?",
    'var lines = """\n    text\n    """;',
    "// a comment\n1 + 1",
]


@pytest.mark.parametrize("form", ["java:percent", "java:light", "md", "md:myst"])
def test_every_cell_comes_back(form):
    written = jupytext.writes(notebook(PROSE("# A study"), *SOURCES), fmt=form)
    read = jupytext.reads(written, fmt=form)
    assert [cell.source for cell in read.cells] == ["# A study", *SOURCES]
    assert read.metadata.kernelspec.name == "temper"


def test_a_file_of_java_runs_as_a_notebook():
    read = jupytext.reads("// %% [markdown]\n// # A study\n\n// %%\nint a = 20;\n\n// %%\na + 1\n", fmt="java:percent")
    read.metadata["kernelspec"] = notebook().metadata["kernelspec"]
    assert text(executed(read).cells[2]) == "21"
