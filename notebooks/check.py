"""Runs the notebooks of this folder in a real kernel and uses their apps: `python -m notebooks.check`.

Prints what the apps showed. Exits with 1, and says why, if a cell fails or something does not change as it
must.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

from notebooks.screen import Screen
from tests.kernel.harness import KernelDriver

HERE = Path(__file__).resolve().parent
PATIENCE = 30.0
"""Seconds to wait for what an app must show."""

Steps = Callable[["Person"], None]


class MismatchError(Exception):
    """Something is not as it must be."""


class Person:
    """Uses the apps of one notebook, and looks at what they show.

    Parameters
    ----------
    kernel
        Where the notebook ran.
    """

    def __init__(self, kernel: KernelDriver) -> None:
        self.kernel = kernel
        self.screen = Screen(kernel)

    def sees(self, app: str, *wanted: str) -> None:
        """Print what an app shows; all of `wanted` must be in it, in this order."""
        text = self.screen.text(app)
        missing = _first_missing(text, wanted)
        if missing is not None:
            raise MismatchError(f"The app {app!r} does not show {missing!r}. It shows:\n{_indented(text)}")
        print(f"\n{app}:\n{_indented(text)}")

    def does(
        self, app: str, what: str, act: Callable[[], object], *wanted: str, figure: bool = False
    ) -> None:
        """Do something to an app; wait until it shows all of `wanted`, and another figure if asked for."""
        before, old = self.screen.text(app), self.screen.figures(app)

        def missing() -> str | None:
            same = figure and self.screen.figures(app) == old
            return "another figure" if same else _first_missing(self.screen.text(app), wanted)

        act()
        try:
            self.kernel.wait(lambda: missing() is None, timeout=PATIENCE)
        except AssertionError:
            shown = _indented(self.screen.text(app))
            raise MismatchError(
                f"In the app {app!r} {what}, but something did not appear: {missing()}. It shows:\n{shown}"
            ) from None
        print(f"\n{app}: {what}\n{_indented(_news(before, self.screen.text(app)))}")

    def moves(self, app: str, label: str, value: object, *wanted: str, figure: bool = False) -> None:
        """Give a control another value, as its view in the browser does."""
        traits = self.screen.traits(app, label, value)
        control = self.screen.control(app, label)
        what = f"{label!r} is set to {value}"
        self.does(app, what, lambda: self.kernel.set(control, **traits), *wanted, figure=figure)

    def clicks(self, app: str, label: str, *wanted: str) -> None:
        """Click a button."""
        control = self.screen.control(app, label)
        self.does(app, f"{label!r} is clicked", lambda: self.kernel.click(control), *wanted)

    def knows(self, expression: str, expected: object) -> None:
        """Ask a plain cell."""
        value = self.kernel.evaluate(expression)
        if value != expected:
            raise MismatchError(f"A plain cell finds {expression} == {value!r}, but it must be {expected!r}.")
        print(f"\na plain cell: {expression} == {value!r}")


def use_demo(person: Person) -> None:
    """Filter the table in Streamlit's way and in that of ipywidgets; read the state from a plain cell."""
    count = "{} of 400 orders"
    rows = "len(df[(df.region == {!r}) & (df.amount >= {})])"
    found = person.kernel.evaluate(rows.format("East", 100))
    person.sees("sales", "Region: East", "Orders of at least: 100", count.format(found), "figure", "5 rows")
    found = person.kernel.evaluate(rows.format("East", 50))
    person.moves("sales", "Orders of at least", 50, count.format(found), figure=True)
    found = person.kernel.evaluate(rows.format("North", 50))
    person.moves("sales", "Region", "North", count.format(found), figure=True)
    person.clicks("sales", "Show 5 more rows", "10 rows")
    person.clicks("sales", "Show 5 more rows", "15 rows")

    person.sees("best", "Product: Cocoa", "Months: 3", "[Back to 3]", "Cocoa: the best 3 months", "figure")
    person.moves("best", "Months", 6, "Cocoa: the best 6 months", figure=True)
    person.moves("best", "Product", "Tea", "Tea: the best 6 months", figure=True)
    person.clicks("best", "Back to 3", "Months: 3", "Tea: the best 3 months")

    state = "[session_state[key] for key in ('region', 'least', 'rows', 'product', 'top')]"
    person.knows(state, ["North", 50, 15, "Tea", 3])


def use_seed(person: Person) -> None:
    """See what each lesson is about."""
    person.sees("initialize")
    person.sees("read", "value")
    person.sees("update")
    person.sees("look", '"key": "value"', '"key": "value"')
    person.sees("missing", "st.session_state has no key 'value'")
    person.sees("delete", '"second": 2', "{}")
    person.moves("widget", "Your name", "Ada", "Your name: Ada", "Ada")
    person.kernel.set(person.screen.control("form", "My slider"), value=[8.0])
    person.kernel.set(person.screen.control("form", "Yes or No"), value=True)
    person.clicks("form", "Submit", "8", "True", "My slider: 8", "Yes or No: True")
    person.sees("too-late", "My Slider: 5", "StreamlitWidgetAlreadyInstantiatedError")
    person.sees("two-values", "has a default value", "Choose a Value: 7")
    person.sees("button-state", "StreamlitValueAssignmentNotAllowedError")


NOTEBOOKS: dict[str, Steps] = {"demo.ipynb": use_demo, "seed.ipynb": use_seed}


def check(notebook: Path, steps: Steps) -> None:
    """Run a notebook in a kernel of its own, then use it.

    Raises
    ------
    MismatchError
        If a cell fails or an app does not do what it must.
    """
    print(f"\n{f' {notebook.name} ':=^80}")
    with KernelDriver() as kernel:
        for cell in json.loads(notebook.read_text(encoding="utf-8"))["cells"]:
            if cell["cell_type"] == "code":
                _execute(kernel, cell)
        steps(Person(kernel))


def _execute(kernel: KernelDriver, cell: dict[str, object]) -> None:
    source = cell["source"]
    code = "".join(source) if isinstance(source, list) else str(source)
    done = kernel.execute(code, cell_id=str(cell["id"]), check=False)
    if done.error:
        raise MismatchError(f"The cell {cell['id']!r} failed: {done.error}\n{_indented(done.traceback)}")


def _first_missing(text: str, wanted: tuple[str, ...]) -> str | None:
    start = 0
    for piece in wanted:
        found = text.find(piece, start)
        if found < 0:
            return piece
        start = found + len(piece)
    return None


def _news(before: str, after: str) -> str:
    """The lines that were not there before."""
    known = before.splitlines()
    return "\n".join(line for line in after.splitlines() if line not in known)


def _indented(text: str) -> str:
    return "\n".join(f"    {line}" for line in text.splitlines())


def main() -> int:
    """Check all notebooks."""
    started = time.perf_counter()
    try:
        for name, steps in NOTEBOOKS.items():
            check(HERE / name, steps)
    except (MismatchError, AssertionError) as error:
        print(f"\nFAILED: {error}", file=sys.stderr)
        return 1
    seconds = time.perf_counter() - started
    print(f"\nOK: {len(NOTEBOOKS)} notebooks ran, and their apps did what they must ({seconds:.0f} s).")
    return 0


if __name__ == "__main__":
    sys.exit(main())
