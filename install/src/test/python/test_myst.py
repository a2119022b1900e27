"""mystmd, the engine of Jupyter Book 2, executes a page and puts the numbers into its text."""

import os
from pathlib import Path

import playwright

PAGE = """\
---
kernelspec:
  name: temper
  display_name: Temper
---
# A study

```{code-cell} java
double loss = 2.5;
loss * 2
```

Twice the loss is {eval}`loss * 2`.
"""
NODE = Path(playwright.__file__).with_name("driver")


def test_the_text_of_a_page_has_the_numbers_of_its_code(server, run):
    """JATS is the form that needs no template from elsewhere; the server answers when newer versions are asked for."""
    folder = server.root / "book"
    folder.mkdir()
    (folder / "page.md").write_text(PAGE, encoding="utf-8")
    (folder / "myst.yml").write_text("version: 1\nproject:\n  title: A study\n", encoding="utf-8")
    surroundings = {
        **os.environ,
        "PATH": f"{NODE}{os.pathsep}{os.environ['PATH']}",
        "JUPYTER_BASE_URL": server.url,
        "JUPYTER_TOKEN": server.token,
        "npm_config_registry": server.url,
    }
    built = run("mystmd_py.main", "build", "page.md", "--execute", "--jats", "--force", cwd=folder, env=surroundings)
    page = folder / "_build" / "exports" / "page.xml"
    assert page.exists(), built.stdout
    text = page.read_text(encoding="utf-8")
    assert "Twice the loss is" in text
    assert text.split("Twice the loss is")[1].split("</p>")[0].endswith(">5.0</xref>."), text
