"""Plain ipywidgets in a script: bound to keys, reused from run to run, their handlers run as callbacks.

The first instance of a widget stays. Later runs build another one each, which gives its changed arguments to the
first and is forgotten without ever having opened a comm.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import ipywidgets
from ipywidgets import DOMWidget, Widget

from jupyter_session_state._core import messages
from jupyter_session_state._core.element import Element
from jupyter_session_state._core.place import CURRENT, line_in
from jupyter_session_state._jupyter.binder import Binder
from jupyter_session_state._jupyter.bound import (
    Bound,
    is_users,
)
from jupyter_session_state._jupyter.deferred import (
    births,
    discard,
)
from jupyter_session_state._jupyter.handlers import Handlers, noting, registered, take_new
from jupyter_session_state._jupyter.inside import live_widget
from jupyter_session_state._jupyter.picture import WIDGET_VIEW

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

    from jupyter_session_state._core.place import Node
    from jupyter_session_state._core.run import ScriptRun

    Covers = Callable[[str | None], bool]


def everything(_fragment: str | None) -> bool:
    """A run of the whole script covers every part of it."""
    return True


class Adopter(Binder):
    """What one app does with the ipywidgets of its script."""

    # -- around the script ---------------------------------------------------------------------------------

    @contextmanager
    def watching(self, covers: Covers | None = None) -> Iterator[None]:
        """Take care of the widgets that the code inside builds.

        Parameters
        ----------
        covers
            Says of a fragment's id (None: the script itself) whether its part runs anew; None in a callback.
        """
        if covers is not None:
            self._start_over(covers)
        self._in_run = True
        try:
            with births(self._born), noting():
                yield
        finally:
            run = CURRENT.get()
            if run is not None:
                run.take_output()  # what was displayed is drawn while we still know it
                self._keep_links(run)
            if covers is not None:
                self._take_handlers(covers)
            self._settle_values()
            self._in_run = False
            self._forget_fresh()

    def _start_over(self, covers: Covers) -> None:
        """Forget how many widgets the parts that run anew had built, and what they had registered."""
        for place in [place for place in self._counts if covers(place[-1])]:
            del self._counts[place]
        again = {site for site, bound in self._by_site.items() if covers(bound.fragment)}
        self._used -= again
        for bound in self._by_widget.values():
            if covers(bound.fragment):
                bound.handlers, bound.on_change = Handlers(), None
                bound.known = registered(bound.widget)  # what other cells registered is theirs

    def _born(self, widget: Widget) -> None:
        run = CURRENT.get()
        place = (type(widget).__name__, line_in(self._app.filename), None if run is None else run.fragment_id)
        ordinal = self._counts.get(place, 0)
        self._counts[place] = ordinal + 1
        self._fresh[widget.model_id or ""] = (widget, ("site", *place, ordinal))

    def _keep_links(self, run: ScriptRun) -> None:
        """Open the links between widgets that the browser keeps: nothing displays them."""
        for widget, site in list(self._fresh.values()):
            if isinstance(widget, ipywidgets.widgets.widget_link.Link):
                self._open(self._bind(run, widget, site, key=None).widget)

    def _forget_fresh(self) -> None:
        for widget, _ in self._fresh.values():
            discard(widget)
        self._fresh.clear()
        self._resolved.clear()

    def _take_handlers(self, covers: Covers) -> None:
        for bound in self._by_widget.values():
            if covers(bound.fragment):
                bound.handlers = take_new(bound.widget, bound.known)
        for comm_id, bound in self._resolved.items():
            widget = self._fresh[comm_id][0] if comm_id in self._fresh else bound.widget
            if widget is not bound.widget:
                extra = take_new(widget, Handlers())
                bound.handlers.clicks += extra.clicks
                bound.handlers.observers += [o for o in extra.observers if is_users(o[2], widget)]

    def _settle_values(self) -> None:
        """What the script set on a widget itself is the value of its key too."""
        for bound in self._by_widget.values():
            registration = self._app.registrations.get(bound.id)
            if not bound.dirty or registration is None:
                continue
            bound.dirty = False
            if registration.key is None:
                self._app.state.receive(bound.id, bound.value())
            else:
                self._app.state.put(registration.key, bound.value())

    def end_run(self, cleaned: Collection[str] | None) -> None:
        """Close the widgets that a completed run, or fragments that came to their end, made no more."""
        for site, bound in list(self._by_site.items()):
            if site not in self._used and (cleaned is None or bound.fragment in cleaned):
                del self._by_site[site]
                self._close(bound)

    def close(self) -> None:
        """Let go of every widget."""
        for bound in list(self._by_widget.values()):
            self._close(bound)
        self._by_site.clear()

    def _close(self, bound: Bound) -> None:
        self._by_widget.pop(bound.widget.model_id or "", None)
        for name in bound.traits:
            bound.widget.unobserve(self._observed, names=name)
        self._events.forget(bound.widget)
        if bound.owned:
            for name in ("layout", "style"):
                part = getattr(bound.widget, name, None)
                if isinstance(part, Widget):
                    part.close()
            bound.widget.close()

    # -- what scripts do -----------------------------------------------------------------------------------

    def keep(self, name: str, value: object, site: int) -> object:
        """Return what ``name = value`` binds: for a widget, the first one of that name."""
        run = CURRENT.get()
        if run is None or run.app is not self._app or not isinstance(value, DOMWidget):
            return value
        entry = self._fresh.get(value.model_id or "")
        if self._bound_in_this_run(value):  # by `bind`, or under another name
            return value
        if entry is not None and name in run.drawn_keys:  # a loop builds several under one name
            return self._bind(run, value, entry[1], key=None).widget
        return self._bind(run, value, ("key", name, type(value).__name__), key=name).widget

    def bind(
        self,
        run: ScriptRun,
        widget: Any,
        key: str,
        traits: Sequence[str] | None,
        on_change: Callable[[], Any] | None,
    ) -> Any:
        """Bind a widget to a key on purpose; return the one that stays.

        Raises
        ------
        StreamlitAPIException
            If it is no ipywidget, or has no such trait.
        """
        if not isinstance(widget, DOMWidget):
            raise messages.not_bindable(key, widget)
        for name in traits or () if isinstance(widget, ipywidgets.Button) else traits or ("value",):
            if not widget.has_trait(name):
                raise messages.no_trait(key, type(widget).__name__, name)
        bound = self._bind(run, widget, ("key", key, type(widget).__name__), key=key, traits=traits)
        bound.on_change = on_change
        return bound.widget

    def widget(self, key: str) -> Any:
        """Return the widget that shows a key of the app, or None."""
        run = CURRENT.get()
        drawn = self._app.drawn_keys if run is None or run.app is not self._app else run.drawn_keys
        registration = drawn.get(key) or self._app.drawn_keys.get(key)
        if registration is None:
            return None
        bound = next((b for b in self._by_site.values() if b.id == registration.id), None)
        return self._control(registration.id) if bound is None else bound.widget

    def _bound_in_this_run(self, widget: Widget) -> bool:
        return any(b.widget is widget for site, b in self._by_site.items() if site in self._used)

    def element_for(self, run: ScriptRun, node: Node, output: Mapping[str, Any]) -> Element | None:
        """Return the element for a widget that was displayed, else None."""
        view = (output.get("data") or {}).get(WIDGET_VIEW)
        widget = self._find(view["model_id"]) if view else None
        if widget is None:
            return None
        shown = self._resolve(run, widget)
        self._open(shown)
        return Element(
            "ipywidget",
            {"model": shown.model_id},
            id=node.child_id(f"ipywidget-{shown.model_id}-"),
            view="ipywidget",
        )

    def _find(self, model_id: str) -> Widget | None:
        return self._fresh[model_id][0] if model_id in self._fresh else live_widget(model_id)
