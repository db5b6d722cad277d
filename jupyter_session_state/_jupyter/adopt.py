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
from jupyter_session_state._core.identity import element_id
from jupyter_session_state._core.place import CURRENT
from jupyter_session_state._jupyter.bound import (
    Bound,
    given_traits,
    registration_of,
    same_class,
    value_traits,
)
from jupyter_session_state._jupyter.deferred import (
    is_deferred,
    parts,
    promote,
    replaced,
    widgets_in,
)
from jupyter_session_state._jupyter.handlers import Handlers, is_users, registered, take_new
from jupyter_session_state._jupyter.newborns import Newborns, Site
from jupyter_session_state._jupyter.picture import WIDGET_VIEW

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from jupyter_session_state._core.app import App
    from jupyter_session_state._core.place import Node
    from jupyter_session_state._core.run import ScriptRun
    from jupyter_session_state._jupyter.events import Events

class Adopter:
    """What one app does with the ipywidgets of its script."""

    def __init__(
        self, app: App, events: Events, hint: Callable[[], None], control: Callable[[str], Widget | None]
    ) -> None:
        self._app = app
        self._control = control
        self._events = events
        self._hint = hint
        self._by_site: dict[Site, Bound] = {}
        self._by_widget: dict[str, Bound] = {}  # by model id
        self._newborns = Newborns(lambda: app.filename)
        self._used: set[Site] = set()
        self._in_run = False

    # -- around the script ---------------------------------------------------------------------------------

    @contextmanager
    def watching(self, *, script: bool) -> Iterator[None]:
        """Take care of the widgets that the code inside builds; `script` says it is a run, not a callback."""
        if script:
            self._newborns.count_anew()
            self._used.clear()
            for bound in self._by_widget.values():
                bound.handlers, bound.on_change = Handlers(), None
        self._in_run = True
        try:
            with self._newborns.born():
                yield
        finally:
            run = CURRENT.get()
            if run is not None:
                run.take_output()  # what was displayed is drawn while we still know it
                self._keep_links(run)
            if script:
                self._take_handlers()
            self._settle_values()
            self._in_run = False
            self._newborns.forget()

    def _keep_links(self, run: ScriptRun) -> None:
        """Open the links between widgets that the browser keeps: nothing displays them."""
        for widget, site in self._newborns.all():
            if isinstance(widget, ipywidgets.widgets.widget_link.Link):
                self._open(self._bind(run, widget, site, key=None).widget)

    def _take_handlers(self) -> None:
        for bound in self._by_widget.values():
            bound.handlers = take_new(bound.widget, bound.known)
        for widget, bound in self._newborns.represented():
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

    def end_run(self, *, completed: bool) -> None:
        """Close the widgets that a completed run made no more."""
        if not completed:
            return
        for site, bound in list(self._by_site.items()):
            if site not in self._used:
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
        bound.close()

    # -- what scripts do -----------------------------------------------------------------------------------

    def keep(self, name: str, value: object, site: int) -> object:
        """Return what ``name = value`` binds: for a widget, the first one of that name."""
        run = CURRENT.get()
        if run is None or run.app is not self._app or not isinstance(value, DOMWidget):
            return value
        place = self._newborns.site(value)
        if self._bound_in_this_run(value):  # by `bind`, or under another name
            return value
        if place is not None and name in run.drawn_keys:  # a loop builds several under one name
            return self._bind(run, value, place, key=None).widget
        return self._bind(run, value, ("key", name, type(value).__name__), key=name).widget

    def bind(
        self,
        run: ScriptRun,
        widget: Any,
        key: str,
        traits: Sequence[str] | None,
        on_change: Callable[..., Any] | None,
        args: tuple[Any, ...],
        kwargs: Mapping[str, Any],
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
        if on_change is not None:
            bound.on_change = lambda: on_change(*args, **kwargs)
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
        widget = self._newborns.find(view["model_id"]) if view else None
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

    def _open(self, widget: Widget) -> None:
        for opened in promote(widget):
            bound = self._by_object(opened)
            if bound is not None:
                self._by_widget[opened.model_id or ""] = bound
                self._route(bound)

    def _by_object(self, widget: Widget) -> Bound | None:
        return next((b for b in self._by_site.values() if b.widget is widget), None)

    # -- one widget for all runs ---------------------------------------------------------------------------

    def _resolve(self, run: ScriptRun, widget: Widget) -> Widget:
        """Return the widget that stands for one a script shows: itself, or the first one of its kind and place."""
        site = self._newborns.site(widget)
        if site is None or not isinstance(widget, DOMWidget):
            return widget
        bound = self._newborns.stands_for(widget) or self._bind(run, widget, site, key=None)
        return bound.widget

    def _bind(
        self, run: ScriptRun, widget: Widget, site: Site, *, key: str | None, traits: Sequence[str] | None = None
    ) -> Bound:
        bound = self._by_site.get(site)
        if bound is None or not same_class(bound.widget, widget):
            bound = self._first(run, widget, site, key, traits)
        elif bound.widget is not widget:
            self._patch(run, bound, widget)
        self._used.add(site)
        self._newborns.let_stand_for(widget, bound)
        if bound.id not in run.drawn:
            self._register(run, bound, key, widget)
        return bound

    def _first(
        self, run: ScriptRun, widget: Widget, site: Site, key: str | None, traits: Sequence[str] | None
    ) -> Bound:
        identity = element_id(self._app.name, self._app.page, f"widgets.{type(widget).__name__}", site, key=key)
        kept = tuple(traits) if traits else value_traits(widget)
        bound = Bound(widget, identity, kept, given_traits(widget), registered(widget), owned=is_deferred(widget))
        self._by_site[site] = bound
        self._adopt_parts(run, widget, widget)
        if not bound.owned:
            self._by_widget[widget.model_id or ""] = bound
            self._route(bound)
        for name in bound.traits:
            widget.observe(self._observed, names=name)
        bound.known = registered(widget)
        return bound

    def _patch(self, run: ScriptRun, bound: Bound, newer: Widget) -> None:
        """Give the first instance the arguments that changed."""
        with bound.widget.hold_sync(), bound.widget.hold_trait_notifications():
            bound.take_arguments(newer)
            self._adopt_parts(run, newer, bound.widget)

    def _adopt_parts(self, run: ScriptRun, source: Widget, target: Widget) -> None:
        """Exchange the widgets in the traits of `source` by those that stay, in `target`."""
        for name, value in list(parts(source)):
            if name in ("layout", "style"):
                continue
            wanted = replaced(value, lambda w: self._resolve(run, w))
            if [id(w) for w in widgets_in(wanted)] != [id(w) for w in widgets_in(getattr(target, name))]:
                setattr(target, name, wanted)
                if not is_deferred(target):
                    self._open(target)

    # -- state ---------------------------------------------------------------------------------------------

    def _register(self, run: ScriptRun, bound: Bound, key: str | None, newest: Widget) -> None:
        if not bound.traits and not bound.trigger:
            return
        newer = bound.standing_for(newest)
        value = run.draw_external(registration_of(bound, key, newer.default(), run.line()))
        if not bound.trigger:
            bound.show(value)
            if newest is not bound.widget:
                newer.show(value)

    # -- what the browser says -----------------------------------------------------------------------------

    def _route(self, bound: Bound) -> None:
        click = (lambda content: self._clicked(bound, content)) if bound.trigger else None
        self._events.route(bound.widget, on_custom=click, hint=self._hint)

    def _clicked(self, bound: Bound, content: Mapping[str, Any]) -> None:
        if content.get("event") == "click":
            self._app.click(bound.id)

    def _observed(self, change: Any) -> None:
        """Hear of a change outside of a run: from the browser, or from a plain cell."""
        bound = self._by_object(change["owner"])
        if bound is None:
            return
        if self._in_run:
            bound.dirty = bound.dirty or not bound.muted
            return
        bound.changes.append(change)
        self._app.receive(bound.id, bound.value())
