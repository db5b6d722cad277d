"""The workloads: what is on show, who takes part, and what one turn is."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, cast

from benchmarks import element_calls, imports
from benchmarks.bench import Bench, Entry, Measured, Player
from benchmarks.figures import figure
from benchmarks.gestures import TEXTS, text
from benchmarks.peers.base import ONE, Pace
from benchmarks.peers.catalogue import PEERS
from benchmarks.peers.inspected import STATES, Panel
from benchmarks.sample import Sample

if TYPE_CHECKING:
    from benchmarks.peers.kernel import KernelPeer

ROUNDS = {10: 21, 100: 15}
"""Rounds of w1 by number of rows; 9 for more."""

EVENTS = 60
"""Events of a drag."""

ACTS = 4
"""Interactions in each state of the inspector, of which the quickest counts: others were disturbed."""

WARM_UP = 200
"""Reruns after which growth is counted."""

PACES = {
    "burst": ONE,
    "burst, throttled": Pace(throttled=True),
    "60 Hz": Pace(gap=1 / 60),
    "60 Hz, throttled": Pace(gap=1 / 60, throttled=True),
}
"""How the events of w3 follow each other."""

BEGAN = re.compile(rb"began (\d+);")


@dataclass(frozen=True)
class Plan:
    """What the user asked for."""

    sizes: Sequence[int] = (10, 100, 1000)
    rounds: int | None = None
    reruns: int = 2000

    def times(self, usual: int) -> int:
        """How many rounds: as many as the user says, else the usual."""
        return self.rounds or usual


Workload = Callable[[Bench, Plan], Iterator[Measured]]


def everyone(app: str, n: int = 1) -> list[Entry]:
    """Return all peers with the same app."""
    return [Entry(name, name, app, n) for name in PEERS]


def calls(bench: Bench, plan: Plan) -> Iterator[Measured]:
    """One element call in a rerun that changes one of 1,000 rows, without a kernel around it."""
    measured = Measured("calls", "CPU of one element call, without a kernel")
    if bench.asked("ours"):
        found = element_calls.measure(1000, plan.times(15))
        for label, column in (("ours", found["app"]), ("bare exec", found["bare"])):
            measured.samples[label] = [
                Sample(math.nan, us / 1e3, math.nan, math.nan, {"us": us}) for us in column
            ]
    yield measured.with_extra("us")


def importing(bench: Bench, plan: Plan) -> Iterator[Measured]:
    """The package is imported, in fresh processes that have what every kernel has."""
    measured = Measured("import", "import in a process that has ipywidgets")
    peers = [name for name in imports.IMPORTS if bench.asked(name)]
    measured.samples.update(imports.measure(plan.times(15), peers))
    yield measured


def w1(bench: Bench, plan: Plan) -> Iterator[Measured]:
    """One slider of N changes."""
    for n in plan.sizes:
        measured = Measured("w1", "one slider of N changes", n)
        yield bench.measure(measured, everyone("rows", n), plan.times(ROUNDS.get(n, 9)), Player.act)


def w2(bench: Bench, plan: Plan) -> Iterator[Measured]:
    """A button that counts."""
    yield bench.measure(Measured("w2", "a counter"), everyone("counter"), plan.times(15), Player.act)


def w3(bench: Bench, plan: Plan) -> Iterator[Measured]:
    """Sixty events of a slider, while one answer takes 50 ms."""
    for title, pace in PACES.items():
        measured = Measured(f"w3 {title}", f"{EVENTS} events of a slider whose script takes 50 ms")
        turn = partial(drag, pace=pace)
        yield bench.measure(measured.with_extra("runs", "lag_ms"), everyone("drag"), plan.times(5), turn)


def w4(bench: Bench, plan: Plan) -> Iterator[Measured]:
    """A form of twenty fields is filled in and sent."""
    measured = Measured("w4", "a form of 20 fields").with_extra("runs")
    yield bench.measure(measured, everyone("form"), plan.times(15), counted)


def w5(bench: Bench, plan: Plan) -> Iterator[Measured]:
    """A slider changes beside a table of ten thousand rows that is made anew, but equal."""
    takes_part = [*everyone("table"), Entry("ours without", "ours", "rows", 1, own="without table")]
    measured = Measured("w5", "an unchanged table of 10,000 x 10")
    yield bench.measure(measured, takes_part, plan.times(15), Player.act)


def w6(bench: Bench, plan: Plan) -> Iterator[Measured]:
    """Thousands of reruns; a peer does all of its own at once, so that no connection waits for minutes."""
    measured = Measured("w6", f"growth over {plan.reruns} reruns of 10 rows")
    measured.with_extra("kib_per_rerun", "drift")
    for entry in everyone("rows", 10):
        bench.measure(measured, [entry], 1, partial(grow, reruns=plan.reruns))
    yield measured


def w7(bench: Bench, plan: Plan) -> Iterator[Measured]:
    """The rows are shown for the first time, in a process that is warm."""
    for n in plan.sizes:
        measured = Measured("w7", "first display", n)
        yield bench.measure(measured, everyone("rows", n), plan.times(5), Player.open)


def texts(bench: Bench, plan: Plan) -> Iterator[Measured]:
    """A thousand texts change at once; kernels are behind a notebook server, which drops what is too much."""
    peers = {name: name if name.startswith("streamlit") else f"{name}@server" for name in PEERS}
    measured = Measured("texts", f"{TEXTS} texts change at once, through a server").with_extra("delivered")
    takes_part = [Entry(name, peer, "texts") for name, peer in peers.items()]
    yield bench.measure(measured, takes_part, plan.times(5), rewrite)


def abort(bench: Bench, plan: Plan) -> Iterator[Measured]:
    """New input comes in the middle of a run that could give way every 20 ms."""
    measured = Measured("abort", "from new input to the first line of the next run").with_extra(
        "restart_ms", "runs"
    )
    yield bench.measure(measured, everyone("steps"), plan.times(11), overtake)


def inspector(bench: Bench, plan: Plan) -> Iterator[Measured]:
    """One slider of N changes, with the inspector away, closed and open in turn."""
    for n in (size for size in plan.sizes if size <= 100):
        measured = Measured("inspector", "a rerun that the inspector sees", n).with_extra(
            "closed", "open", "told"
        )
        yield bench.measure(measured, [Entry("ours", "ours", "rows", n)], plan.times(41), inspected)


WORKLOADS: dict[str, Workload] = {
    "import": importing,
    **{work.__name__: work for work in (calls, w1, w2, w3, w4, w5, w7, texts, abort, inspector, w6)},
}
"""All workloads; the one that takes longest comes last."""


# --- turns ------------------------------------------------------------------------------------------------


def counted(player: Player, pace: Pace = ONE, events: int = 1) -> Sample:
    """Do some interactions, and count the runs they caused."""
    before = player.peer.runs()
    sample = player.peer.act([player.next() for _ in range(events)], pace)
    sample.extra["runs"] = player.peer.runs() - before
    return sample


def drag(player: Player, pace: Pace) -> Sample:
    """Drag the slider."""
    return counted(player, pace, EVENTS)


def grow(player: Player, reruns: int) -> Sample:
    """Rerun without pause; processor time and messages are those of one rerun."""
    peer, samples = player.peer, list[Sample]()
    usual, peer.settle = peer.settle, 0.0
    try:
        warm = min(WARM_UP, reruns // 2)
        for number in range(reruns):
            if number == warm:
                before = peer.memory_kib()
            samples.append(_lean(player.act()))
    finally:
        peer.settle = usual
    first, last = (figure(s.wall_ms for s in part).value for part in (samples[:warm], samples[-warm:]))
    extra = {"kib_per_rerun": (peer.memory_kib() - before) / (reruns - warm), "drift": last / first}
    middle = [figure(column).value for column in zip(*map(_numbers, samples), strict=True)]
    return Sample(middle[0], middle[1], middle[2], middle[3], extra)


def _lean(sample: Sample) -> Sample:
    sample.contents.clear()  # our own memory, but this process shares the machine
    return sample


def _numbers(sample: Sample) -> tuple[float, float, float, float]:
    return sample.wall_ms, sample.cpu_ms, sample.messages, sample.size


def rewrite(player: Player) -> Sample:
    """Change all texts; what share of them arrived is looked up afterwards."""
    interaction = player.next()
    sample = player.peer.act([interaction])
    arrived = b"\n".join(sample.contents)
    wanted = (text(row, interaction.gestures[0].value) for row in range(TEXTS))
    sample.extra["delivered"] = sum(one in arrived for one in wanted) / TEXTS
    return sample


def inspected(player: Player) -> Sample:
    """Do interactions in each state of the inspector, in one kernel; each is compared with that of nobody looking."""
    panel = Panel(cast("KernelPeer", player.peer))
    found = dict[str, Sample]()
    rounds = player.turn // (len(STATES) * (ACTS + 1))
    for state in STATES[rounds % 3 :] + STATES[: rounds % 3]:  # who comes first must not gain by it
        panel.put(state)
        player.act()  # the first one pays for what is made when it is first needed
        found[state] = min((player.act() for _ in range(ACTS)), key=lambda sample: sample.cpu_ms)
    away = found["away"]
    away.extra |= {state: found[state].cpu_ms / away.cpu_ms for state in STATES[1:]}
    away.extra["told"] = found["open"].messages - away.messages
    return away


def overtake(player: Player) -> Sample:
    """Give new input a while after some other; `steps` writes down on a clock of all when it began."""
    gap = 0.3 + player.turn % 10 * 0.002  # not always at the same moment of a step
    sample = counted(player, Pace(gap=gap), 2)
    began = max(int(found) for found in BEGAN.findall(b"\n".join(sample.contents)))
    sample.extra["restart_ms"] = (began / 1e9 - sample.sent_last) * 1e3
    return sample
