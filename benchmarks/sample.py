"""What one interaction was seen to do, and the clocks of other processes."""

from __future__ import annotations

import math
import platform
import time
from collections.abc import Sequence
from dataclasses import dataclass, field

import psutil


@dataclass
class Sample:
    """One interaction or first display, as seen from outside of the process that answered it."""

    wall_ms: float  # from the first byte sent to the last visible message
    cpu_ms: float  # processor time of the answering process, all its threads, until it is quiet again
    messages: float  # visible ones: no status, nothing about the life of a run
    size: float  # bytes of everything received, what is not visible included
    extra: dict[str, float] = field(default_factory=dict)
    contents: list[bytes] = field(default_factory=list)  # of the visible messages
    sent_last: float = math.nan  # when the last request was sent, on the clock of `time.perf_counter`


@dataclass(frozen=True)
class Times:
    """When an exchange began, and when its last request was sent."""

    started: float
    sent_last: float


def sample(times: Times, cpu: float, size: float, seen: Sequence[tuple[float, bytes]]) -> Sample:
    """Return what an exchange comes to, `seen` being its visible messages and when each came."""
    last = seen[-1][0]
    return Sample(
        wall_ms=(last - times.started) * 1e3,
        cpu_ms=cpu,
        messages=len(seen),
        size=size,
        extra={"lag_ms": (last - times.sent_last) * 1e3},
        contents=[content for _, content in seen],
        sent_last=times.sent_last,
    )


def cpu_ms(pid: int) -> float:
    """Processor time that a process has used, threads that ended included."""
    if platform.system() == "Linux":
        # The clock of another process, exact to the nanosecond; reading it costs that process nothing.
        return time.clock_gettime_ns((~pid << 3) | 2) / 1e6
    times = psutil.Process(pid).cpu_times()
    return float(times.user + times.system) * 1e3


def memory_kib(pid: int) -> float:
    """Memory of a process that is resident."""
    return float(psutil.Process(pid).memory_info().rss) / 1024
