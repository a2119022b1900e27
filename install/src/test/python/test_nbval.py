"""nbval runs a saved notebook again and compares what it shows, as the check of a paper's notebooks."""

from notebooks import code, executed, notebook, saved


def test_a_notebook_that_shows_the_same_again_passes_and_another_fails(tmp_path, run):
    made = executed(
        notebook(
            "int twice(int x) { return 2 * x; }\ntwice(21)",
            'System.out.println("printed");',
            code("1 / 0", "raises-exception"),
            code("System.nanoTime()", "nbval-ignore-output"),
            "// saved below as 4\n1 + 1",
        )
    )
    made.cells[4].outputs[0].data["text/plain"] = "4"
    result = run("pytest", "--nbval", "--tb=short", "-p", "no:cacheprovider", saved(made, tmp_path / "saved.ipynb"))
    assert "1 failed, 4 passed" in result.stdout
    assert "// saved below as 4" in result.stdout
