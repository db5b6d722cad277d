"""A plain ipywidget that stays from run to run, and what an app knows of it."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import ipywidgets
from ipywidgets import Widget

from jupyter_session_state._core.element import same
from jupyter_session_state._core.record import callable_name
from jupyter_session_state._jupyter.deferred import parts, widgets_in
from jupyter_session_state._jupyter.handlers import Handlers
from jupyter_session_state._jupyter.inside import keep_secret, traits_set

if TYPE_CHECKING:
    from collections.abc import Callable

SHOWS_ONLY = (
    ipywidgets.HTML,
    ipywidgets.HTMLMath,
    ipywidgets.Label,
    ipywidgets.Image,
    ipywidgets.Audio,
    ipywidgets.Video,
    ipywidgets.IntProgress,
    ipywidgets.FloatProgress,
    ipywidgets.Valid,
)
"""Widgets whose `value` is what they show, not what a user gave."""

NOT_PATCHED = frozenset(("comm", "keys", "layout", "style", "value", "index", "label", "tabbable", "tooltip"))
"""Traits that a later instance does not give to the first one as arguments."""


@dataclass(eq=False, slots=True)
class Bound:
    """A widget that stays, and what the app knows of it."""

    widget: Widget
    id: str
    traits: tuple[str, ...]
    given: dict[str, Any]
    known: Handlers
    owned: bool
    handlers: Handlers = field(default_factory=Handlers)
    on_change: Callable[[], Any] | None = None
    changes: list[Any] = field(default_factory=list)
    dirty: bool = False  # the script set the widget itself
    muted: bool = False
    fragment: str | None = None  # the one that built it last

    def __post_init__(self) -> None:
        if self.secret:
            keep_secret(self.widget)

    @property
    def secret(self) -> bool:
        """Whether what is typed into it must be nowhere else."""
        return isinstance(self.widget, ipywidgets.Password)

    @property
    def trigger(self) -> bool:
        """Whether it is clicked rather than set."""
        return isinstance(self.widget, ipywidgets.Button)

    def value(self) -> Any:
        """What its key holds: the trait, or a dict of them."""
        if len(self.traits) == 1:
            return getattr(self.widget, self.traits[0])
        return {name: getattr(self.widget, name) for name in self.traits}

    def show(self, value: Any) -> None:
        """Give the widget a value that the program wants; sends it only if it differs."""
        wanted = {self.traits[0]: value} if len(self.traits) == 1 else dict(value)
        self.muted = True
        try:
            with self.widget.hold_sync():
                for name, one in wanted.items():
                    if not same(getattr(self.widget, name), one):
                        setattr(self.widget, name, one)
        finally:
            self.muted = False

    def __call__(self) -> None:
        """Run as a callback: the handlers of what happened, then `on_change`."""
        changes, self.changes = self.changes, []
        if self.trigger:
            self.known.clicked(self.widget)
            self.handlers.clicked(self.widget)
        else:
            self.handlers.changed(changes)
        if self.on_change is not None:
            self.on_change()

    @property
    def __name__(self) -> str:
        return self.handlers.names or (callable_name(self.on_change) if self.on_change else "")


def same_class(a: Widget, b: Widget) -> bool:
    """Whether two widgets are of one class by name: the script makes its own anew in each run, anywidget too."""
    names = [(type(w).__module__, type(w).__qualname__) for w in (a, b)]
    return names[0] == names[1]


def value_traits(widget: Widget) -> tuple[str, ...]:
    """Return the traits that hold what a user gave, if nobody names them."""
    if isinstance(widget, SHOWS_ONLY) or not widget.has_trait("value"):
        return ()
    return ("value",)


def given_arguments(widget: Widget) -> dict[str, Any]:
    """Return what a widget was built with, but for its value and the widgets in it."""
    held = {name for name, _ in parts(widget)}
    shown = {"value"} if isinstance(widget, SHOWS_ONLY) else set()
    names = (set(widget.keys) | {"options"}) - (NOT_PATCHED - shown) - held
    return {
        name: value
        for name, value in traits_set(widget).items()
        if name in names and not name.startswith("_")
    }


def patch_part(first: Any, newer: Any) -> None:
    """Give a layout or style the values of a newer one."""
    if not isinstance(first, Widget) or not isinstance(newer, Widget) or first is newer:
        return
    with first.hold_sync():
        for name in first.keys:
            if not name.startswith("_") and not same(getattr(first, name), getattr(newer, name, None)):
                setattr(first, name, getattr(newer, name))


def like(bound: Bound, widget: Widget) -> Bound:
    """Return the same for another instance, to read or set its value in the same way."""
    return Bound(widget, bound.id, bound.traits, {}, Handlers(), owned=False)


class PassOn:
    """Gives the first instance what the script sets on a later one, which is the one it holds.

    Parameters
    ----------
    first
        The instance that stays.
    in_run
        Says whether the script runs: later the other one is forgotten.
    """

    def __init__(self, first: Widget, in_run: Callable[[], bool]) -> None:
        self._first = first
        self._in_run = in_run

    def __call__(self, change: Any) -> None:
        """Hear that a trait of the later instance changed."""
        name, value = change["name"], change["new"]
        has_parts = name in ("layout", "style") or next(widgets_in(value), None) is not None
        if self._in_run() and name in self._first.keys and not name.startswith("_") and not has_parts:
            setattr(self._first, name, value)


def is_users(handler: Any, widget: Widget) -> bool:
    """Whether a handler is the script's, not one of the widget's own methods."""
    return getattr(handler, "__self__", None) is not widget and not isinstance(handler, (*_TRAITLETS, PassOn))


_TRAITLETS = tuple(
    kind
    for module in (sys.modules["traitlets.traitlets"],)
    for kind in (getattr(module, "ObserveHandler", None), getattr(module, "EventHandler", None))
    if isinstance(kind, type)
)
