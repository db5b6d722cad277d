"""The peers as pages of one browser: each shows the same panel, and is pressed and dragged in the same way."""

from __future__ import annotations

import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from playwright.sync_api import Browser, Page

from benchmarks.browser.motions import sample, to_and_fro
from benchmarks.peers.base import SETTLE, TIMEOUT
from benchmarks.peers.dialects import SCRIPTS
from benchmarks.peers.streamlit import OPTIONS
from benchmarks.processes import Children
from benchmarks.sample import Sample
from tests.browser.labserver import LabServer
from tests.browser.notebook import Notebook

PANEL = SCRIPTS / "panel.py"
PROBE = Path(__file__).with_name("probe.js")
TALL = 2400  # all of the app is in sight: what is not on screen need not be painted
DRAG = 5.0  # seconds
HZ = 60  # mouse events in a second
QUIET = 1000  # milliseconds without a picture after which a drag is over
OURS = ["%load_ext jupyter_session_state", f"%%stateapp panel\n{PANEL.read_text(encoding='utf-8')}"]
INTERACT = ["1", "from benchmarks.apps.interact_panel import show\nshow()"]


class Panel:
    """The panel of one peer in a page of the browser.

    Parameters
    ----------
    page
        Where the app is on show.
    root
        What the app is in: a selector of CSS.
    track
        The tracks of its sliders.
    """

    def __init__(self, page: Page, root: str, track: str) -> None:
        self._page = page
        self._place = 0.5  # where the first slider's thumb is
        self._track = page.locator(f"{root} {track}").first
        self._track.wait_for()
        page.evaluate(PROBE.read_text(encoding="utf-8"), root)
        self._wait("() => benchmarkProbe.isReady()")

    def press(self, place: float) -> Sample:
        """Press the mouse button on the first slider's track, release it, and wait for what that changes."""
        self._page.mouse.move(*self._point(place))
        time.sleep(SETTLE)
        self._page.evaluate("() => benchmarkProbe.arm()")
        self._page.mouse.down()
        self._page.mouse.up()
        self._place = place
        self._wait("() => benchmarkProbe.isPainted()")
        seen = self._page.evaluate("() => benchmarkProbe.taken()")
        return sample(seen.pop("wall"), seen)

    def drag(self) -> Sample:
        """Drag the first slider's thumb to and fro for some seconds, and wait for the last picture."""
        self._page.mouse.move(*self._point(self._place))
        time.sleep(SETTLE)
        self._page.evaluate("() => benchmarkProbe.startDrag()")
        self._page.mouse.down()
        self._move()
        self._page.mouse.up()
        self._wait(f"() => benchmarkProbe.isAtRest({QUIET})")
        seen = self._page.evaluate("() => benchmarkProbe.dragged()")
        return sample(seen.pop("lag"), seen)

    def close(self) -> None:
        """Close the page."""
        self._page.context.close()

    def _move(self) -> None:
        """Send the mouse events of a drag at their times; those that a busy page took too late for are left out."""
        left, y = self._point(0)
        right, _ = self._point(1)
        start, began = self._place, time.monotonic()
        while (passed := time.monotonic() - began) < DRAG:
            self._place = to_and_fro(start, passed / DRAG)
            self._page.mouse.move(left + (right - left) * self._place, y)
            time.sleep(1 / HZ - (time.monotonic() - began) % (1 / HZ))

    def _point(self, place: float) -> tuple[float, float]:
        box = self._track.bounding_box()
        if box is None:
            raise RuntimeError("the slider is not on screen")
        return box["x"] + box["width"] * place, box["y"] + box["height"] / 2

    def _wait(self, condition: str) -> None:
        self._page.wait_for_function(condition, timeout=TIMEOUT * 1e3, polling=50)


def wait_answer(url: str) -> None:
    """Wait until a server takes connections: JupyterLab may name its address a moment before."""
    end = time.monotonic() + TIMEOUT
    while time.monotonic() < end:
        with suppress(OSError), urllib.request.urlopen(url, timeout=TIMEOUT):
            return
        time.sleep(0.1)
    raise RuntimeError(f"nobody answers at {url.partition('?')[0]}")


class Pages:
    """Opens the peers' pages; the servers they share are started when they are first needed.

    Parameters
    ----------
    children
        Where processes are started.
    browser
        The browser that shows them all, each in a context of its own.
    """

    def __init__(self, children: Children, browser: Browser) -> None:
        self._children = children
        self._browser = browser
        self._lab: LabServer | None = None

    def open(self, peer: str) -> Panel:
        """Show a peer's panel."""
        page = self._browser.new_context(viewport={"width": 1280, "height": TALL}).new_page()
        try:
            return OPEN[peer](self, page)
        except Exception:
            page.context.close()
            raise

    def ours(self, page: Page) -> Panel:
        """Show the script under `%%stateapp` in JupyterLab."""
        return self._in_lab(page, "ours", OURS, ".jss-slider-track")

    def interact(self, page: Page) -> Panel:
        """Show the panel under `ipywidgets.interact` in JupyterLab."""
        return self._in_lab(page, "interact", INTERACT, ".noUi-base")

    def streamlit(self, page: Page, *options: str) -> Panel:
        """Show the script as Streamlit does."""
        command = [sys.executable, "-m", "streamlit", "run", str(PANEL), *OPTIONS, *options]
        server = self._children.server(command, "/_stcore/health")
        page.goto(server.url("/"))
        return Panel(page, "[data-testid=stMain]", "[data-testid=stSlider] [role=group]")

    def streamlit_nogc(self, page: Page) -> Panel:
        """Show the script in a Streamlit that collects no garbage after a run."""
        return self.streamlit(page, "--runner.postScriptGC=false")

    def _in_lab(self, page: Page, name: str, cells: list[str], track: str) -> Panel:
        if self._lab is None:
            folder = tempfile.TemporaryDirectory(prefix="benchmark-lab-", ignore_cleanup_errors=True)
            self._children.closing(folder.cleanup)
            self._lab = LabServer(Path(folder.name))
            self._children.closing(self._lab.stop)
        self._lab.wait_ready()
        wait_answer(self._lab.url("api"))
        notebook = Notebook(page, self._lab, name)
        notebook.open(cells)
        notebook.run_all()
        return Panel(page, ".jp-Notebook .jp-Cell:nth-child(2) .jp-OutputArea", track)


OPEN: dict[str, Callable[[Pages, Page], Panel]] = {
    "ours": Pages.ours,
    "streamlit": Pages.streamlit,
    "interact": Pages.interact,
    "streamlit_nogc": Pages.streamlit_nogc,
}
"""How a peer's panel is shown; the order is that of the rounds."""
