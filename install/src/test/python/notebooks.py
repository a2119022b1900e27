"""Small notebooks for the tests to be given to other people's programs."""

import nbformat
from nbclient import NotebookClient
from nbformat import v4

SECONDS = 120
PROSE = v4.new_markdown_cell

CHART = """\
import dev.temper.toolkit.chart.*;
var runs = List.of(
    new RunMean(1000, 2.5, 0.1, 3, RunMean.Role.MEASURED),
    new RunMean(8000, 2.1, 0.1, 3, RunMean.Role.MEASURED));
new CurvesPlot("A chart", XAxis.TOKENS, YAxis.loss("law"),
    List.of(SourceSeries.unfitted("web", runs)), List.of(), List.of(), Notes.none()).chart()"""
TABLE = """\
import tech.tablesaw.api.*;
Table.create("costs", StringColumn.create("source", "web", "books"), IntColumn.create("tokens", 1000, 8000))"""


def code(source, *tags):
    return v4.new_code_cell(source, metadata={"tags": list(tags)} if tags else {})


def notebook(*cells):
    """A notebook for the kernel; a text is a code cell. Its cells have the same ids each time."""
    made = v4.new_notebook(metadata={"kernelspec": {"name": "temper", "display_name": "Temper", "language": "java"}})
    made.cells = [code(cell) if isinstance(cell, str) else cell for cell in cells]
    for number, cell in enumerate(made.cells):
        cell["id"] = f"cell-{number}"
    return made


def saved(made, file):
    nbformat.write(made, file)
    return file


def executed(made, **settings):
    NotebookClient(made, **{"timeout": SECONDS, "startup_timeout": SECONDS, **settings}).execute()
    return made


def text(cell):
    """What the page shows below a code cell, as plain text."""
    return "".join(
        output.get("text") or output.get("data", {}).get("text/plain") or "\n".join(output.get("traceback", []))
        for output in cell.outputs
    )
