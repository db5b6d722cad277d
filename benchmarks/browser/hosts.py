"""The places where a page can be visited: JupyterLab, Voilà, Streamlit. Each tells when it was painted."""

from __future__ import annotations

import json
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, Self

from playwright.sync_api import Browser, BrowserContext

from benchmarks.browser.motions import sample
from benchmarks.browser.pages import wait_answer
from benchmarks.peers.base import TIMEOUT
from benchmarks.peers.dialects import SCRIPTS
from benchmarks.peers.streamlit import OPTIONS
from benchmarks.processes import Children
from benchmarks.sample import Sample
from tests.browser.labserver import LabServer
from tests.browser.notebook import COMMAND, SELECT, Notebook, write_notebook
from tests.browser.voila_server import RICH, VoilaServer

SCRIPT = SCRIPTS / "page.py"
PAINTED = Path(__file__).with_name("painted.js")
TALL = 4000  # all of the page is in sight: what is not on screen need not be painted
GOODBYE = 1.5  # seconds until nothing of a visit is left
LOAD = "%load_ext jupyter_session_state"
APP = f"%%stateapp page\n{SCRIPT.read_text(encoding='utf-8')}"
PLAIN = "import ipywidgets\nipywidgets.IntSlider(description='Plain')"


@dataclass(frozen=True)
class Sight:
    """How to know that a page was drawn.

    Parameters
    ----------
    root
        What the app is in: a selector of CSS.
    first, last
        Words that come first, and last.
    parts
        What else must be there: selectors, and how many of each.
    canvas
        What must have been drawn on.
    """

    root: str
    first: str
    last: str
    parts: tuple[tuple[str, int], ...] = ()
    canvas: str = ""

    def probe(self) -> str:
        """Return what a page must be given to tell when it was painted."""
        return f"({PAINTED.read_text(encoding='utf-8')})({json.dumps(self.__dict__)})"


WORDS = ("Sales of a year", "This is the end.")
OURS = Sight(
    ".jss-app",
    *WORDS,
    ((".jss-control", 14), (".jss-chart-host svg path", 2), (".jss-metric", 2)),
    ".jss-table canvas",
)
STREAMLIT = Sight(
    "[data-testid=stMain]",
    *WORDS,
    (
        ("[data-testid=stWidgetLabel], [data-testid=stButton]", 14),
        ("[data-testid=stVegaLiteChart] :is(canvas, svg)", 1),
        ("[data-testid=stMetric]", 2),
    ),
    "[data-testid=stDataFrame] canvas",
)
SLIDER = Sight(".widget-slider", "Plain", "Plain", ((".noUi-handle", 1),))


class Visit:
    """One visitor, who comes for the first time, and can come again.

    Parameters
    ----------
    context
        Cookies, storage and cache of the visitor's browser.
    sight
        How to know that the page was drawn.
    """

    def __init__(self, context: BrowserContext, sight: Sight) -> None:
        context.add_init_script(sight.probe())
        self.page = context.new_page()

    def go(self, address: str) -> Sample:
        """Go to a page, and wait until it is painted."""
        self.page.goto(address)
        return self.painted()

    def leave(self) -> Self:
        """Leave the page, as one does who goes on to another; its server hears of it and ends a kernel."""
        self.page.goto("about:blank")
        time.sleep(GOODBYE)
        return self

    def painted(self) -> Sample:
        """Wait until the page is painted."""
        self.page.wait_for_function("() => firstPaint.isPainted()", timeout=TIMEOUT * 1e3, polling=100)
        seen = self.page.evaluate("() => firstPaint.taken()")
        return sample(seen.pop("wall"), seen)


class Voila:
    """A notebook that Voilà serves: each visitor waits for a kernel, and for all cells.

    Its kernels are those of this environment, so that they have the very libraries that Streamlit has.
    """

    def __init__(self, children: Children, cells: Sequence[str], sight: Sight) -> None:
        folder = tempfile.TemporaryDirectory(prefix="benchmark-voila-", ignore_cleanup_errors=True)
        children.closing(folder.cleanup)
        here = Path(folder.name)
        notebook = here / "page.ipynb"
        write_notebook(notebook, cells, kernel=RICH)
        self._sight = sight
        self._server = VoilaServer(here, notebook)
        children.closing(self._server.stop)
        self._server.wait_ready()
        self.pid = self._server.pid

    def visit(self, browser: Browser) -> tuple[Sample, Sample]:
        """Come for the first time, and again."""
        context = _context(browser)
        visit = Visit(context, self._sight)
        both = visit.go(self._server.url), visit.leave().go(self._server.url)
        visit.leave()
        context.close()
        return both

    def stay(self, context: BrowserContext) -> None:
        """Come and stay."""
        Visit(context, self._sight).go(self._server.url)


class Streamlit:
    """A script that Streamlit serves: each visitor has a session in the one process."""

    def __init__(self, children: Children) -> None:
        command = [sys.executable, "-m", "streamlit", "run", str(SCRIPT), *OPTIONS]
        server = children.server(command, "/_stcore/health")
        self._address, self.pid = server.url("/"), server.pid

    def visit(self, browser: Browser) -> tuple[Sample, Sample]:
        """Come for the first time, and again."""
        context = _context(browser)
        visit = Visit(context, STREAMLIT)
        both = visit.go(self._address), visit.leave().go(self._address)
        visit.leave()
        context.close()
        return both

    def stay(self, context: BrowserContext) -> None:
        """Come and stay."""
        Visit(context, STREAMLIT).go(self._address)


class Lab:
    """A cell of a notebook in JupyterLab: its page and its kernel are there, and the extension is loaded."""

    def __init__(self, children: Children) -> None:
        folder = tempfile.TemporaryDirectory(prefix="benchmark-lab-", ignore_cleanup_errors=True)
        children.closing(folder.cleanup)
        self._server = LabServer(Path(folder.name))
        children.closing(self._server.stop)
        self._server.wait_ready()
        wait_answer(self._server.url("api"))
        self._count = 0

    def visit(self, browser: Browser) -> tuple[Sample, Sample]:
        """Execute the cell in a new kernel and a new page, and once more."""
        context = _context(browser)
        visit = Visit(context, OURS)
        self._count += 1
        notebook = Notebook(visit.page, self._server, f"page_{self._count}")
        notebook.open([LOAD, APP])
        notebook.run_cell(0)
        both = self._execute(notebook, visit), self._execute(notebook, visit)
        visit.page.evaluate("() => window.jupyterapp.shell.currentWidget.sessionContext.shutdown()")
        context.close()
        return both

    @staticmethod
    def _execute(notebook: Notebook, visit: Visit) -> Sample:
        visit.page.evaluate(SELECT, 1)
        notebook.command("notebook:clear-cell-output")
        visit.page.evaluate("() => firstPaint.start()")
        visit.page.evaluate(COMMAND, ["notebook:run-cell", {}])
        seen = visit.painted()
        notebook.wait_idle()
        return seen


class Host(Protocol):
    """Where a page can be visited."""

    def visit(self, browser: Browser) -> tuple[Sample, Sample]:
        """Come for the first time, and again."""


OPEN: dict[str, Callable[[Children], Host]] = {
    "ours in JupyterLab": Lab,
    "ours in Voilà": lambda children: Voila(children, [LOAD, APP], OURS),
    "one plain slider in Voilà": lambda children: Voila(children, [PLAIN], SLIDER),
    "Streamlit": Streamlit,
}
"""What can be visited; the order is that of the rounds."""


def _context(browser: Browser) -> BrowserContext:
    return browser.new_context(viewport={"width": 1280, "height": TALL})
