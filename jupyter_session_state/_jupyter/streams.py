"""What a thread prints, caught where it is written: at the kernel's own streams.

The streams stay the same objects, and only their ``write`` is exchanged. So what holds one of them from earlier,
such as the handler of a logger, is caught too; and one that a script made holds no piece of ours after the run.
"""

from __future__ import annotations

import sys
import threading
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

STREAMS = ("stdout", "stderr")


@contextmanager
def caught_streams(catch: Callable[[str, str], None]) -> Iterator[None]:
    """Hand what this thread writes to ``catch(name, text)``; what other threads write goes where it would go."""
    with ExitStack() as stack:
        for name in STREAMS:
            stack.enter_context(_caught(name, catch))
        yield


@contextmanager
def _caught(name: str, catch: Callable[[str, str], None]) -> Iterator[None]:
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

    try:
        with _exchanged(real, write=write, flush=flush_others):
            yield
    except _UnchangeableError:
        with _exchanged(sys, **{name: _Stream(real, write, flush_others)}):
            yield


class _UnchangeableError(Exception):
    """An object does not let its attributes be set."""


@contextmanager
def _exchanged(owner: Any, **attributes: Any) -> Iterator[None]:
    """Set attributes of an object; afterwards they are as they were, but for those that were set meanwhile."""
    before = {name: vars(owner)[name] for name in attributes if name in getattr(owner, "__dict__", {})}
    try:
        for name, value in attributes.items():
            setattr(owner, name, value)
    except (AttributeError, TypeError) as error:
        raise _UnchangeableError from error
    try:
        yield
    finally:
        for name, value in attributes.items():
            if vars(owner).get(name) is not value:
                continue  # the script set it too: it keeps its own
            if name in before:
                setattr(owner, name, before[name])
            else:
                delattr(owner, name)


class _Stream:
    """Stands in for a stream that cannot be changed."""

    def __init__(self, real: Any, write: Callable[[str], int], flush: Callable[[], None]) -> None:
        self._real = real
        self.write = write
        self.flush = flush

    def __getattr__(self, name: str) -> Any:
        return getattr(self._real, name)
