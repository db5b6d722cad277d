"""What a plain cell pays for the apps that read names of its notebook.

    python -m benchmarks.stale_names [--cells 2000] [--names 1000] [--apps 10] [--reads 20]

A notebook of N names and ten apps, each of which reads some of them, leaves some of its own and calls a function
of the notebook. Then plain cells run in an IPython shell. The table tells the median processor time of the hooks
themselves and, for scale, of a whole cell: for one that changes nothing, for one that mentions a name which apps read
and assigned, and for one that binds a name which apps read.
"""

from __future__ import annotations

import argparse
import statistics
import time
from typing import TYPE_CHECKING, Any

from IPython.core.interactiveshell import InteractiveShell

from jupyter_session_state._jupyter.session import end_session, session

if TYPE_CHECKING:
    from collections.abc import Callable

APP = """%%stateapp app{number} --on-change ignore
total{number} = {reads}
left{number} = [helper(), total{number}]
count = count + 1
"""
CELLS = {
    "nothing changed": "other = len(name0)\nother += 1",
    "nothing changed, 60 lines": "\n".join(f"other = len(name{i}) + {i}" for i in range(60)),
    "a name that apps read and assigned": "other = count + 1",
    "a name is bound anew": "name0 = [0]",
}


def notebook(names: int, apps: int, reads: int) -> Any:
    """Return a shell with names and apps."""
    shell: Any = InteractiveShell.instance()
    shell.run_cell("%load_ext jupyter_session_state")
    shell.user_ns.update({f"name{i}": [i] for i in range(names)})
    shell.run_cell("scale, count = 2, 0\ndef helper(): return scale")
    for number in range(apps):
        read = [f"name{(number * reads // 2 + i) % names}" for i in range(reads)]
        done = shell.run_cell(APP.format(number=number, reads=" + ".join(f"len({n})" for n in read)))
        done.raise_error()
    return shell


class Timed:
    """A hook that adds up how long it takes."""

    def __init__(self, hook: Callable[[Any], None]) -> None:
        self.hook = hook
        self.seconds = 0.0

    def __call__(self, told: Any) -> None:
        """Call the hook."""
        started = time.process_time()
        self.hook(told)
        self.seconds += time.process_time() - started


def measure(shell: Any, cell: str, cells: int) -> tuple[float, float]:
    """Return the median seconds of the hooks, and of a cell, over so many cells."""
    stale = session(shell).stale
    stale.unhook()
    begins, ended = Timed(stale._cell_begins), Timed(stale._cell_ended)
    shell.events.register("pre_run_cell", begins)
    shell.events.register("post_run_cell", ended)
    hooks, whole = [], []
    for _ in range(cells):
        begins.seconds = ended.seconds = 0.0
        started = time.process_time()
        shell.run_cell(cell, store_history=False)
        whole.append(time.process_time() - started)
        hooks.append(begins.seconds + ended.seconds)
    shell.events.unregister("pre_run_cell", begins)
    shell.events.unregister("post_run_cell", ended)
    stale.hook()
    return statistics.median(hooks), statistics.median(whole)


def main() -> None:
    """Measure, and print a table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    for option, default in (("cells", 2000), ("names", 1000), ("apps", 10), ("reads", 20)):
        parser.add_argument(f"--{option}", type=int, default=default)
    chosen = parser.parse_args()
    shell = notebook(chosen.names, chosen.apps, chosen.reads)
    watched = len(session(shell).stale.watch.names)
    print(f"{chosen.names} names, {chosen.apps} apps, {watched} names watched; microseconds, median")
    for title, cell in CELLS.items():
        hooks, whole = measure(shell, cell, chosen.cells)
        print(f"{title:40} hooks {hooks * 1e6:7.1f}   whole cell {whole * 1e6:7.0f}")
    end_session()


if __name__ == "__main__":
    main()
