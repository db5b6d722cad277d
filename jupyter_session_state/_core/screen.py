"""What is on screen: the tree that was shown, and the values the browser holds."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any

from jupyter_session_state._core.canvas import differing
from jupyter_session_state._core.overlay import overlay
from jupyter_session_state._core.reconcile import (
    Close,
    Create,
    Op,
    Update,
    reconcile,
    reconcile_parts,
)
from jupyter_session_state._core.slots import MISSING

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

    from jupyter_session_state._core.element import Element
    from jupyter_session_state._core.ports import Renderer
    from jupyter_session_state._core.run import ScriptRun


class Screen:
    """The screen of one app.

    Parameters
    ----------
    renderer
        Who carries changes out.
    clock
        Tells seconds.
    """

    def __init__(self, renderer: Renderer, clock: Callable[[], float]) -> None:
        self.tree: Element | None = None
        self.browser: dict[str, Any] = {}
        self.shown_at = float("-inf")
        self._renderer = renderer
        self._clock = clock
        self._shown: tuple[ScriptRun | None, int] = (None, 0)
        self._before: Element | None = None  # the tree before the run that is shown as it goes on
        self._lock = threading.Lock()  # a run shows its end, a watching thread what there is before

    def show(
        self, run: ScriptRun, *, final: bool, pending: Collection[str], drafts: Mapping[str, Any]
    ) -> int:
        """Show what `run` drew; return how many operations it took.

        Parameters
        ----------
        run
            The run.
        final
            Whether that is all of it; else what it did not reach yet stays from before.
        pending
            Ids of controls with newer input: their values are left alone.
        drafts
            By element id, values of form controls that were not submitted.
        """
        with self._lock:
            if not final and self._shown == (run, run.count):
                return 0
            if self._shown[0] is not run:
                self._before = self.tree
            self._shown = (run, run.count)
            tree = run.tree()
            if final:
                self._before = None
            else:
                tree = overlay(self._before, tree)
            ops = self._changes(run, tree, pending, drafts)
            self._remember(ops)
            self.tree = tree
            self._renderer.apply(ops)
            self.shown_at = self._clock()
            return len(ops)

    def _changes(
        self, run: ScriptRun, tree: Element, pending: Collection[str], drafts: Mapping[str, Any]
    ) -> list[Op]:
        """Compare the tree with what is on screen: only where the run drew, if it did not draw everything."""
        if self.tree is None or not run.scope:
            return reconcile(self.tree, tree, self.browser, pending, drafts)
        parts = list(differing(self.tree, tree, run.canvas.afresh))
        ops = reconcile_parts(parts, self.browser, pending, drafts)
        if self._reaches_out(ops, tree):
            return reconcile(self.tree, tree, self.browser, pending, drafts)
        return ops

    def _reaches_out(self, ops: Sequence[Op], tree: Element) -> bool:
        """Whether something came or went that is on screen elsewhere too: a key drawn outside of a fragment as well."""
        if any(isinstance(op, Create) and op.element.id in self.browser for op in ops):
            return True
        closed = {op.element.id for op in ops if isinstance(op, Close)}
        return bool(closed) and any(element.id in closed for element in tree.walk())

    def elements(self) -> Iterator[Element]:
        """All elements on screen, in page order."""
        return iter(()) if self.tree is None else self.tree.walk()

    def distrust(self, element_id: str | None = None) -> None:
        """Forget what the browser shows in one control, or in all: it is neither sent again nor left as it is."""
        ids = list(self.browser) if element_id is None else [element_id]
        self.browser.update(dict.fromkeys(ids, MISSING))

    def clear(self) -> None:
        """Nothing is on screen any more."""
        self.tree = self._before = None
        self.browser.clear()

    def _remember(self, ops: Sequence[Op]) -> None:
        for op in ops:
            if isinstance(op, Create):
                self.browser[op.element.id] = op.element.value
            elif isinstance(op, Update) and op.value is not MISSING:
                self.browser[op.element.id] = op.value
            elif isinstance(op, Close):
                self.browser.pop(op.element.id, None)
