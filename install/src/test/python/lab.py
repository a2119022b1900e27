"""JupyterLab in a real browser, worked as a person works it: menus, keys, and what stands on the page."""

import re
import shutil
from base64 import b64encode
from contextlib import contextmanager

from playwright.sync_api import sync_playwright

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
PATIENCE = 60
SETTINGS = (
    "--no-sandbox",  # it sees nothing but the tests' own pages, and root may not use it
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
CELL = ".jp-Notebook .jp-Cell"
OUTPUT = ".jp-OutputArea-output"
IDLE = """() => window.jupyterapp.shell.currentWidget.sessionContext.session?.kernel?.status === 'idle'
    && ![...document.querySelectorAll('.jp-Notebook .jp-InputPrompt')].some(each => each.textContent.includes('*'))"""


@contextmanager
def browser():
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, headless=True, args=SETTINGS)
        yield chromium
        chromium.close()


class Lab:
    """One page of JupyterLab. Everything waits for what it needs to see, and fails when that never comes."""

    def __init__(self, browser, server):
        self.page = browser.new_page(viewport={"width": 1400, "height": 900})
        self.page.set_default_timeout(PATIENCE * 1000)
        self.faults = []
        self.page.on("console", lambda said: self.faults.append(said.text) if said.type == "error" else None)
        self.page.on("pageerror", lambda fault: self.faults.append(str(fault)))
        self.page.goto(f"{server.url}lab?reset&token={server.token}")
        self.page.wait_for_function("() => window.jupyterapp && !document.querySelector('#jupyterlab-splash')")
        self.page.evaluate("() => window.jupyterapp.restored")

    def open(self, name):
        """Opens a notebook alone, and waits until its kernel is ready for it."""
        self.command("docmanager:open", {"path": name, "factory": "Notebook"})
        self.page.wait_for_selector(CELL)
        self.wait_until_idle()

    def clear(self):
        """Closes the notebook with its kernel, unsaved, and goes back to the usual looks."""
        self.page.evaluate(
            """async () => {
                const {serviceManager, shell} = window.jupyterapp;
                await serviceManager.sessions.shutdownAll();
                shell.currentWidget?.dispose();
            }"""
        )
        self.choose("Light")
        self.faults.clear()

    def choose(self, theme):
        self.command("apputils:change-theme", {"theme": f"JupyterLab {theme}"})
        changed = "scheme => getComputedStyle(document.body).colorScheme === scheme"
        self.page.wait_for_function(changed, arg=theme.lower())

    def command(self, name, arguments):
        execute = "async ([name, given]) => { await window.jupyterapp.commands.execute(name, given) }"
        self.page.evaluate(execute, [name, arguments])

    def menu(self, *names):
        for depth, name in enumerate(names):
            place = "MenuBar" if depth == 0 else "Menu"
            label = self.page.locator(f".lm-{place}-itemLabel").filter(has_text=re.compile(f"^{re.escape(name)}$"))
            label.last.click()

    def wait_until_idle(self):
        self.page.wait_for_function(IDLE)

    def run_all(self):
        self.menu("Run", "Run All Cells")
        self.wait_until_idle()

    def type(self, source):
        """Types into a new cell at the end."""
        self.page.evaluate(
            """async () => {
                const {commands, shell} = window.jupyterapp, notebook = shell.currentWidget.content;
                notebook.activeCellIndex = notebook.widgets.length - 1;
                await commands.execute('notebook:insert-cell-below');
                await commands.execute('notebook:enter-edit-mode');
            }"""
        )
        self.page.wait_for_selector(f"{CELL}.jp-mod-active .cm-editor.cm-focused")
        self.page.keyboard.insert_text(source)

    def start(self, source):
        """Runs a new cell and does not wait for its end."""
        self.type(source)
        self.page.keyboard.press("Control+Enter")

    def run(self, source):
        """Runs a new cell and returns what is shown below it."""
        self.start(source)
        self.wait_until_idle()
        return self.cells.last.locator(OUTPUT)

    @property
    def cells(self):
        return self.page.locator(CELL)

    def output(self, cell):
        """What is shown below a cell, counted from 0."""
        return self.cells.nth(cell).locator(OUTPUT)

    def prompts(self):
        return [prompt.strip() for prompt in self.page.locator(f"{CELL}.jp-CodeCell .jp-InputPrompt").all_inner_texts()]

    def corner(self, element):
        """The colour just inside the upper left corner of an element as it is drawn: red, green and blue up to 255."""
        picture = "data:image/png;base64," + b64encode(element.screenshot()).decode()
        return self.page.evaluate(
            """async source => {
                const image = new Image(), canvas = document.createElement('canvas').getContext('2d');
                image.src = source;
                await image.decode();
                canvas.drawImage(image, 0, 0);
                return [...canvas.getImageData(4, 4, 1, 1).data].slice(0, 3);
            }""",
            picture,
        )
