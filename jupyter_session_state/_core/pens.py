"""Where the threads of a run draw: the script's own, and those it started and attached."""

from __future__ import annotations

import threading
from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jupyter_session_state._core.app import App
    from jupyter_session_state._core.capture import Capture
    from jupyter_session_state._core.fragment_runs import Running
    from jupyter_session_state._core.place import Node, Place
    from jupyter_session_state._core.run import ScriptRun

_ATTACHED = "_jupyter_session_state_attached"


class Pen:
    """Where one thread draws, and what it is in the middle of.

    Attributes
    ----------
    base
        The place outside of any ``with``.
    here
        The innermost place.
    running
        The innermost fragment.
    captures
        Of the cached functions that are being computed.
    """

    __slots__ = ("_open", "base", "captures", "here", "running")

    def __init__(self, base: Any, running: Running | None = None) -> None:
        self.base = self.here = base
        self.running = running
        self.captures: list[Capture] = []
        self._open: list[Place] = []

    def draw_from(self, base: Any) -> None:
        """Draw there from now on, outside of any ``with``."""
        self.base = base
        self._look()

    def enter(self, place: Place) -> None:
        """Draw there until `leave`."""
        self._open.append(place)
        self._look()

    def leave(self) -> None:
        """Draw where it was before."""
        del self._open[-1:]
        self._look()

    def leave_all(self) -> None:
        """Forget all open ``with`` blocks."""
        self._open.clear()
        self._look()

    def places(self) -> Iterator[Any]:
        """Yield the places it is in, innermost first."""
        yield from reversed(self._open)
        yield self.base

    def _look(self) -> None:
        self.here = self._open[-1] if self._open else self.base


@dataclass(slots=True, eq=False)
class Attachment:
    """A thread's share in a run."""

    run: ScriptRun
    pen: Pen


def attachment(thread: threading.Thread) -> Attachment | None:
    """Return the share of a thread, if it was given one."""
    found: Attachment | None = getattr(thread, _ATTACHED, None)
    return found


def attach(thread: threading.Thread, share: Attachment) -> None:
    """Let what a thread calls of ``st`` draw in a run; the last share it gets is the one it has."""
    setattr(thread, _ATTACHED, share)


class Pens:
    """The pens of one run.

    Parameters
    ----------
    run
        The run; the thread that makes it is the one that runs the script.
    base
        Where a thread draws outside of any ``with``.
    """

    __slots__ = ("_base", "_of", "_run", "own", "own_thread")

    def __init__(self, run: ScriptRun, base: Any) -> None:
        self._run = run
        self._base = base
        self.own_thread = threading.get_ident()
        self._of: dict[int, Pen] = {}  # of threads that know of the run by their context variables alone
        self.own = Pen(base)

    @property
    def is_own_thread(self) -> bool:
        """Whether this is the thread that runs the script."""
        return threading.get_ident() == self.own_thread

    def pen(self) -> Pen:
        """Return the pen of this thread."""
        if threading.get_ident() == self.own_thread:
            return self.own
        share = attachment(threading.current_thread())
        if share is not None and share.run is self._run:
            return share.pen
        return self._of.setdefault(threading.get_ident(), Pen(self._base))

    def share(self) -> Attachment:
        """Return a share for a thread: it draws into the fragment that this one is in, or into the main area."""
        pen = self.pen()
        boxes = (place for place in pen.places() if place.node.head.kind == "fragment")
        base = self._base if pen.running is None else next(boxes, self._base)
        return Attachment(self._run, Pen(base, pen.running))


class Drawing(ABC):
    """Where a run draws: what it does with the pen of the thread that asks."""

    pens: Pens
    app: App
    roots: dict[str, Node]

    @abstractmethod
    def take_output(self) -> None:
        """Draw what was printed and displayed since the last call."""

    def here(self) -> Any:
        """The innermost place of this thread."""
        return self.pens.pen().here

    @property
    def running(self) -> Running | None:
        """The innermost fragment of this thread."""
        return self.pens.pen().running

    @running.setter
    def running(self, running: Running | None) -> None:
        self.pens.pen().running = running

    @property
    def captures(self) -> list[Capture]:
        """The cached functions that this thread computes."""
        return self.pens.pen().captures

    def draw_at(self, root: str) -> None:
        """Draw at another root from now on, outside of any ``with``."""
        self.draw_from(self.app.kernel.handle(self.roots[root]))

    def draw_from(self, place: Place) -> None:
        """Draw at `place` from now on, outside of any ``with``."""
        self.pens.pen().draw_from(place)

    def enter(self, place: Place) -> None:
        """Draw at `place` until `leave`."""
        self.take_output()
        if place.index is not None:  # to be told from another `with` of the same spot
            place = place.handle_of(place.node, place.index)
        self.pens.pen().enter(place)

    def leave(self) -> None:
        """Draw where it was before."""
        self.take_output()
        self.pens.pen().leave()

    def unwind(self) -> None:
        """Forget all open ``with`` blocks."""
        self.pens.own.leave_all()
