"""How each library that lives in a kernel shows an app, and what its widgets say over their comms."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from benchmarks.gestures import Gesture

SCRIPTS = Path(__file__).resolve().parents[1] / "apps" / "scripts"


@dataclass(frozen=True)
class Dialect:
    """A module of functions that show the apps with ipywidgets, and its widgets' words.

    Parameters
    ----------
    module
        The module of `benchmarks.apps`.
    trait
        The trait that holds a value.
    click
        The custom message of a click.
    names
        What the module calls a control, where that is not what all others call it.
    runs
        The expression that says how often the script was begun.
    """

    module: str
    trait: str = "value"
    click: Mapping[str, Any] = field(default_factory=lambda: {"event": "click"})
    names: Mapping[str, str] = field(default_factory=dict)
    runs: str = "bench.RUNS[0]"

    @property
    def setup(self) -> str:
        """The first cell."""
        return f"from benchmarks.apps import {self.module} as bench"

    @property
    def close(self) -> str:
        """The cell that takes away what is on show."""
        return "bench.close()"

    def before(self, app: str, n: int) -> str:
        """Return a cell that is run before the one that shows an app, in nobody's figures."""
        return ""

    def show(self, app: str, n: int) -> str:
        """Return the cell that shows an app."""
        return f"bench.{app}({n})"

    def data(self, gesture: Gesture) -> dict[str, Any]:
        """Return what the control's model sends."""
        if gesture.kind == "click":
            return {"method": "custom", "content": dict(self.click)}
        value = self.value(gesture)
        return {"method": "update", "state": {self.trait: value}, "buffer_paths": []}

    def value(self, gesture: Gesture) -> Any:
        """Return the value as the trait holds it."""
        return gesture.value


@dataclass(frozen=True)
class Ours(Dialect):
    """This project: the very scripts that Streamlit runs, in `%%stateapp` cells."""

    module: str = ""
    runs: str = "_session().kernel.apps['bench'].history[-1].number"

    @property
    def setup(self) -> str:
        """The first cell."""
        return (
            "%load_ext jupyter_session_state\n"
            "import os\n"
            "from jupyter_session_state import session_state\n"
            "def _session():\n"
            "    from jupyter_session_state._jupyter.session import session\n"
            "    return session(get_ipython())"
        )

    @property
    def close(self) -> str:
        """The cell that takes away what is on show."""
        return (
            "if 'bench' in _session().kernel.apps:\n    _session().close('bench')\n"
            "session_state.clear()\nimport gc\ngc.collect()"
        )

    def before(self, app: str, n: int) -> str:
        """Return a cell that is run before the one that shows an app, in nobody's figures."""
        return f"os.environ['BENCH_N'] = '{n}'"

    def show(self, app: str, n: int) -> str:
        """Return the cell that shows an app."""
        return "%%stateapp bench\n" + (SCRIPTS / f"{app}.py").read_text(encoding="utf-8")

    def value(self, gesture: Gesture) -> Any:
        """Return the value as the trait holds it."""
        return [float(gesture.value)] if gesture.kind == "slide" else gesture.value


DIALECTS: Mapping[str, Dialect] = {
    "floor": Dialect("floor"),
    "interact": Dialect("interact", names={"submit": "Run Interact"}),
    "solara": Dialect("solara_apps", trait="v_model", click={"event": "click", "data": {}}),
    "ours": Ours(),
}
"""Peer -> how it is spoken with."""
