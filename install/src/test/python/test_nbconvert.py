"""nbconvert makes pages, scripts and LaTeX of an executed notebook."""

import re

import pytest
from nbconvert import HTMLExporter, LatexExporter, MarkdownExporter, ScriptExporter
from traitlets.config import Config

from notebooks import CHART, PROSE, TABLE, code, executed, notebook


@pytest.fixture(scope="module")
def made():
    sum_of_two = "int sum = 1 + 1;\nsum"
    return executed(notebook(PROSE("# A study"), sum_of_two, CHART, TABLE, code("sum / 0", "raises-exception")))


def test_a_page_has_coloured_code_and_every_output(made):
    page, _ = HTMLExporter().from_notebook_node(made)
    assert 'class="highlight hl-java"' in page
    assert '<span class="kt">int</span>' in page
    assert "data:image/svg+xml" in page
    assert "<table" in page
    assert "/ by zero" in page


def test_a_script_is_java(made):
    script, resources = ScriptExporter().from_notebook_node(made)
    assert resources["output_extension"] == ".java"
    assert "int sum = 1 + 1;\nsum" in script


def test_markdown_keeps_the_picture_as_files(made):
    text, resources = MarkdownExporter().from_notebook_node(made)
    assert "```java\nint sum = 1 + 1;" in text
    assert {name.rsplit(".", 1)[1] for name in resources["outputs"]} >= {"svg"}


def test_latex_takes_the_picture_that_needs_no_other_program(made):
    """Without Inkscape, SVG must be left aside, as the documentation says; without pandoc, prose."""
    settings = Config({"SVG2PDFPreprocessor": {"enabled": False}})
    code_alone = notebook(*(cell for cell in made.cells if cell.cell_type == "code"))
    text, _ = LatexExporter(config=settings).from_notebook_node(code_alone)
    assert re.search(r"\\adjustimage\{[^\n]*\}\{output_1_0\.png\}", text)
    assert "\\begin{tabular}" in text
