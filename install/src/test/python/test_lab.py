"""The kernel as its user meets it: JupyterLab's own page in a browser. A picture of each is kept to look at."""

import os
import re
from pathlib import Path

import pytest

import lab
from notebooks import CHART, PROSE, TABLE, executed, notebook, saved

if lab.CHROMIUM is None:
    pytest.skip("no Chromium is found to open the page with: install the package chromium", allow_module_level=True)

PICTURES = Path(os.environ.get("TEMPER_TEST_PICTURES", "target/lab"))
DARK, LIGHT = 80, 200


@pytest.fixture(scope="module")
def window(server):
    with lab.browser() as chromium:
        yield lab.Lab(chromium, server)


@pytest.fixture
def page(window, request):
    """The page without a notebook; its console must stay free of errors."""
    yield window
    PICTURES.mkdir(parents=True, exist_ok=True)
    window.page.screenshot(path=PICTURES / f"{request.node.name}.png")
    told = list(window.faults)
    window.clear()
    assert told == []


@pytest.fixture
def opened(page, server, request):
    """Writes a notebook for the server and opens it."""

    def write_and_open(*cells):
        page.open(saved(notebook(*cells), server.root / f"{request.node.name}.ipynb").name)
        return page

    return write_and_open


def test_the_launcher_offers_the_kernel_with_its_logo(page):
    tile = page.page.locator('.jp-LauncherCard[data-category="Notebook"]', has_text="Temper").locator("img")
    tile.wait_for()
    page.page.wait_for_function("image => image.complete && image.naturalWidth > 0", arg=tile.element_handle())


def test_run_all_shows_values_text_pictures_and_tables(opened):
    page = opened(PROSE("# A study"), "6 * 7", 'System.out.println("printed");', CHART, TABLE, "int last = 1;")
    page.run_all()
    assert page.prompts() == ["[1]:", "[2]:", "[3]:", "[4]:", "[5]:"]
    assert page.output(1).inner_text().strip() == "42"
    assert page.output(2).inner_text().strip() == "printed"
    assert page.output(3).locator("img").get_attribute("src").startswith("data:image/svg+xml")
    assert page.output(3).locator("img").evaluate("image => [image.naturalWidth, image.naturalHeight]") == [800, 500]
    assert page.output(4).locator("table").inner_text().split() == ["source", "tokens", "web", "1000", "books", "8000"]
    assert page.output(5).count() == 0


def test_run_all_ends_at_an_error(opened):
    page = opened("int a = 1;", "a / 0", "a + 1")
    page.run_all()
    assert page.prompts() == ["[1]:", "[2]:", "[ ]:"]
    assert "/ by zero" in page.output(1).inner_text()


def test_tab_offers_candidates_with_what_they_are(opened):
    page = opened("int a = 1;")
    page.type("Math.log1")
    page.page.keyboard.press("Tab")
    found = page.page.locator(".jp-Completer:not(.lm-mod-hidden) .jp-Completer-item")
    found.first.wait_for()
    names = found.locator(".jp-Completer-match").all_inner_texts()
    assert sorted(names) == ["log10", "log1p"]
    assert set(found.locator(".jp-Completer-typeExtended").all_inner_texts()) == {"function"}


def test_tab_offers_magics(opened):
    page = opened("int a = 1;")
    page.type("%lsm")
    page.page.keyboard.press("Tab")
    page.page.locator(".jp-Completer-item", has_text="%lsmagic").click()
    page.page.wait_for_function("() => document.querySelector('.jp-mod-active .cm-content').textContent === '%lsmagic'")


def test_shift_and_tab_explain_the_call_that_is_being_written(opened):
    page = opened("int a = 1;")
    page.type("String.valueOf(")
    page.page.keyboard.press("Shift+Tab")
    tooltip = page.page.locator(".jp-Tooltip")
    tooltip.wait_for()
    assert "valueOf(" in tooltip.inner_text()


def test_an_endless_loop_is_interrupted_and_the_variables_live_on(opened):
    page = opened("int kept = 1;")
    page.run_all()
    page.start('System.out.println("begun"); while (true) {}')
    page.cells.last.locator(lab.OUTPUT, has_text="begun").wait_for()
    page.menu("Kernel", "Interrupt Kernel")
    page.cells.last.locator('[data-mime-type="application/vnd.jupyter.stderr"]').wait_for()
    assert page.run("kept + 1").inner_text().strip() == "2"


def test_a_restart_forgets_all_and_counts_anew(opened):
    page = opened("int kept = 1;")
    page.run_all()
    page.menu("Kernel", "Restart Kernel…")
    page.page.locator(".jp-Dialog button", has_text="Restart").click()
    page.page.wait_for_selector(".jp-Dialog", state="detached")
    page.wait_until_idle()
    assert "kept" in page.run("kept").inner_text()
    assert page.prompts()[-1] == "[1]:"


def test_a_picture_and_a_table_read_on_a_dark_page(opened):
    page = opened(CHART, TABLE)
    page.run_all()
    chart = page.output(0).locator("img")
    assert min(page.corner(chart)) > LIGHT
    page.choose("Dark")
    assert max(page.corner(chart)) < DARK
    words = page.output(1).locator("td").first.evaluate("cell => getComputedStyle(cell).color")
    assert min(map(int, re.findall(r"\d+", words)[:3])) > LIGHT


def test_a_notebook_from_elsewhere_shows_the_picture_and_the_table_untrusted(page, server):
    made = saved(executed(notebook(CHART, TABLE)), server.root / "elsewhere.ipynb")
    page.open(made.name)
    assert page.output(0).locator("img").get_attribute("src").startswith("data:image/png")
    assert page.output(0).locator("img").evaluate("image => [image.width, image.height]") == [800, 500]
    assert page.output(1).locator("table").inner_text().split() == ["source", "tokens", "web", "1000", "books", "8000"]
