"""How long a page of many rows, a slider and a text in each, takes until all of it is drawn for the first time.

python -m benchmarks.browser.first_view --rows 1000 --rounds 3
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from benchmarks.browser.pages import TALL, wait_answer
from benchmarks.machine import load
from tests.browser.conftest import ARGUMENTS
from tests.browser.labserver import LabServer
from tests.browser.notebook import COMMAND, Notebook
from tests.tools import chromium

SCRIPT = """%%stateapp rows
for i in range({rows}):
    x = st.slider(f"S{{i}}", 0, 100, i % 100, key=f"s{{i}}")
    st.text(f"row {{i}} is {{x}}")
"""
LIMIT = 180_000  # milliseconds
DRAWN = """rows => {
  const app = document.querySelector('.jp-OutputArea .jss-app');
  return app !== null && app.querySelectorAll('.jss-slider-knob').length === rows
    && app.textContent.includes(`row ${rows - 1} is`);
}"""
LONGEST = """() => {
  window.longTasks = [];
  new PerformanceObserver(list => {
    for (const task of list.getEntries()) { window.longTasks.push(task.duration); }
  }).observe({ type: 'longtask' });
}"""


def main(arguments: Sequence[str] | None = None) -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.browser.first_view",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--rows", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args(arguments)
    print(f"{options.rows} rows; load before: {load()}")
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder, sync_playwright() as playwright:
        lab = LabServer(Path(folder))
        try:
            lab.wait_ready()
            wait_answer(lab.url("api"))
            browser = playwright.chromium.launch(executable_path=chromium.find(), args=ARGUMENTS)
            walls = [measure(browser, lab, options.rows, turn) for turn in range(options.rounds)]
            browser.close()
        finally:
            lab.stop()
    print(f"median {statistics.median(walls):.2f} s; load after: {load()}")


def measure(browser: Browser, lab: LabServer, rows: int, turn: int) -> float:
    """Show the page once, in a kernel of its own; returns the seconds until all of it was drawn."""
    context = browser.new_context(viewport={"width": 1280, "height": TALL})
    page = context.new_page()
    notebook = Notebook(page, lab, f"rows_{turn}")
    notebook.open(["%load_ext jupyter_session_state", SCRIPT.format(rows=rows)])
    notebook.run_cell(0)
    page.evaluate("() => { window.jupyterapp.shell.currentWidget.content.activeCellIndex = 1; }")
    page.evaluate(LONGEST)
    start = time.monotonic()
    page.evaluate(COMMAND, ["notebook:run-cell", {}])
    page.wait_for_function(DRAWN, arg=rows, timeout=LIMIT, polling=50)
    wall = time.monotonic() - start
    tasks = page.evaluate("() => window.longTasks")
    failed = sum("Failed to initialize" in error for error in notebook.errors)
    print(
        f"{wall:6.2f} s, {failed} models failed, {len(notebook.errors)} errors, "
        f"{len(tasks)} long tasks of {sum(tasks) / 1e3:.2f} s, the longest {max(tasks, default=0) / 1e3:.2f} s"
    )
    notebook.page.evaluate("() => window.jupyterapp.shell.currentWidget.sessionContext.shutdown()")
    context.close()
    return wall


if __name__ == "__main__":
    main()
