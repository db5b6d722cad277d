"""What a thread prints, caught where it is written: at the kernel's own streams.

The streams stay the same objects, and only their ``write`` is exchanged. So what holds one of them from earlier,
such as the handler of a logger, is caught too; and one that a script made holds no piece of ours after the run.
"""

from __future__ import annotations

import sys
import threading
from typing import TYPE_CHECKING, Any

from jupyter_session_state._jupyter.exchange import Attribute, can_be_set

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

STREAMS = ("stdout", "stderr")


def caught_streams(catch: Callable[[str, str], None]) -> Iterator[Attribute]:
    """Yield what to exchange so that ``catch(name, text)`` is called with what this thread writes.

    What other threads write goes where it would go.
    """
    for name in STREAMS:
        yield from _caught(name, catch)


def _caught(name: str, catch: Callable[[str, str], None]) -> Iterator[Attribute]:
    thread, real = threading.get_ident(), getattr(sys, name)
    write_on, flush = real.write, real.flush

    def write(text: str) -> int:
        if threading.get_ident() != thread:
            return int(write_on(text) or 0)
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        if text:
            catch(name, text)
        return len(text)

    def flush_others() -> None:
        if threading.get_ident() != thread:  # what is caught is shown soon anyway
            flush()

    if can_be_set(real, "write"):
        yield real, "write", write
        yield real, "flush", flush_others
    else:
        yield sys, name, _Stream(real, write, flush_others)


class _Stream:
    """Stands in for a stream that cannot be changed."""

    def __init__(self, real: Any, write: Callable[[str], int], flush: Callable[[], None]) -> None:
        self._real = real
        self.write = write
        self.flush = flush

    def __getattr__(self, name: str) -> Any:
        return getattr(self._real, name)
