"""What one more viewer of a page costs in memory: a kernel under Voilà, a session under Streamlit."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Protocol

import psutil
from playwright.sync_api import Browser, BrowserContext

from benchmarks.bench import tell
from benchmarks.browser.hosts import APP, LOAD, OURS, PLAIN, SLIDER, Sight, Streamlit, Voila
from benchmarks.figures import Figure, figure
from benchmarks.processes import Children
from benchmarks.report import shown

QUIET = 3.0  # seconds after which nothing is made any more for a viewer that has come
MIB = 1024 * 1024
WORDS = "Nothing but words"
SMALL = '%%stateapp small\nlevel = st.slider("Level", 0, 10)\nst.write("level", level)'


class Host(Protocol):
    """A server that viewers come to."""

    @property
    def pid(self) -> int:
        """Its process; kernels are children of it."""

    def stay(self, context: BrowserContext) -> None:
        """Come and stay."""


def served(*cells: str, sight: Sight | None = None) -> Callable[[Children], Host]:
    """Have Voilà serve these cells."""
    return lambda children: Voila(children, cells, sight or Sight("body", WORDS, WORDS))


HOSTS: Mapping[str, Callable[[Children], Host]] = {
    "Voilà, a bare kernel": served(f"print('{WORDS}')"),
    "Voilà, one plain slider": served(PLAIN, sight=SLIDER),
    "Voilà, our smallest app": served(LOAD, SMALL, sight=Sight(".jss-app", "level 0", "level 0")),
    "Voilà, a bare kernel with numpy and pandas": served(f"import numpy, pandas\nprint('{WORDS}')"),
    "Voilà, our page of 30 elements": served(LOAD, APP, sight=OURS),
    "Streamlit, the page of 30 elements": Streamlit,
}
"""Whose viewers are counted."""


@dataclass(frozen=True)
class Memory:
    """Memory in MiB: what is resident, where what processes share counts for each, and what no other has."""

    resident: float
    own: float

    @staticmethod
    def of(processes: list[psutil.Process]) -> Memory:
        """Return that of these together."""
        seen = [process.memory_full_info() for process in processes]
        return Memory(sum(one.rss for one in seen) / MIB, sum(one.uss for one in seen) / MIB)


@dataclass(frozen=True)
class Cost:
    """What each further viewer adds to all processes of a server, and how large kernels and server are."""

    resident: Figure
    own: Figure
    kernel: Figure
    server: Figure


def cost(browser: Browser, host: Host, viewers: int) -> Cost:
    """Let viewers come, after a first one who pays for what is made once, and see what each adds."""
    context = browser.new_context()
    server = psutil.Process(host.pid)
    seen: list[Memory] = []
    for number in range(viewers + 1):
        tell(f"  viewer {number} of {viewers}")
        host.stay(context)
        time.sleep(QUIET)
        seen.append(Memory.of([server, *server.children(recursive=True)]))
    kernels = [Memory.of([one]).resident for one in server.children(recursive=True)]
    found = Cost(
        figure(after.resident - before.resident for before, after in pairwise(seen)),
        figure(after.own - before.own for before, after in pairwise(seen)),
        figure(kernels),
        figure([Memory.of([server]).resident]),
    )
    context.close()
    return found


def table(costs: Mapping[str, Cost]) -> Iterator[str]:
    """Yield the table of what viewers cost."""
    yield "### What each further viewer costs, MiB"
    yield ""
    yield "| page | resident | of its own | its kernel, resident | the server, resident |"
    yield "| --- | --: | --: | --: | --: |"
    for page, found in costs.items():
        cells = map(shown, (found.resident, found.own, found.kernel, found.server))
        yield f"| {page} | {' | '.join(cells)} |"
