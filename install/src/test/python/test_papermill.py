"""papermill hands parameters to a notebook in Java, through the translator that ships with the kernel."""

import papermill
import pytest
from papermill.exceptions import PapermillException, PapermillExecutionError

from notebooks import code, notebook, saved, text

DEFAULTS = """\
int tokens = 1000; // of the anneal
double share = 0.5;
var name = "web";
List<String> sources = List.of("web");"""
USE = 'tokens * share + " " + name + " " + sources'


def test_parameters_take_the_place_of_defaults(tmp_path):
    source = saved(notebook(code(DEFAULTS, "parameters"), USE), tmp_path / "in.ipynb")
    given = {"tokens": 3000, "share": 0.25, "name": 'a "b"\\', "sources": ["web", "books"]}
    made = papermill.execute_notebook(source, tmp_path / "out.ipynb", parameters=given, progress_bar=False)
    assert made.cells[1].metadata.tags == ["injected-parameters"]
    assert made.cells[1].source.startswith("// Parameters\n")
    assert text(made.cells[2]) == '750.0 a "b"\\ [web, books]'


def test_a_whole_number_is_taken_where_the_notebook_declares_a_fraction(tmp_path):
    source = saved(notebook(code(DEFAULTS, "parameters"), "share / 2"), tmp_path / "in.ipynb")
    made = papermill.execute_notebook(source, None, parameters={"share": 1}, progress_bar=False)
    assert text(made.cells[2]) == "0.5"


def test_an_error_of_the_notebook_is_papermills(tmp_path):
    source = saved(notebook('Integer.parseInt("many")', "1"), tmp_path / "in.ipynb")
    with pytest.raises(PapermillExecutionError, match="many"):
        papermill.execute_notebook(source, tmp_path / "out.ipynb", progress_bar=False)


def test_a_name_that_java_does_not_allow_is_refused_before_anything_runs(tmp_path):
    source = saved(notebook(code(DEFAULTS, "parameters")), tmp_path / "in.ipynb")
    with pytest.raises(PapermillException, match="token-budget, class"):
        papermill.execute_notebook(source, None, parameters={"token-budget": 1, "class": 2, "share": 1})


def test_help_lists_types_defaults_and_comments(tmp_path, run):
    source = saved(notebook(code(DEFAULTS, "parameters"), USE), tmp_path / "in.ipynb")
    lines = run("papermill", "--help-notebook", source).stdout.splitlines()
    assert [" ".join(line.split()) for line in lines if line.startswith("  ")] == [
        "tokens: int (default 1000) of the anneal",
        "share: double (default 0.5)",
        'name: String (default "web")',
        'sources: List<String> (default List.of("web"))',
    ]
