"""Plain ipywidgets in a script: bound to a key on purpose, and found again by their key."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any, TypeVar

from jupyter_session_state._core import messages
from jupyter_session_state._core.identity import valid_key
from jupyter_session_state._core.kernel import current_kernel
from jupyter_session_state._core.place import CURRENT, running

W = TypeVar("W")


def bind(
    widget: W,
    *,
    key: str,
    traits: Sequence[str] | None = None,
    on_change: Callable[..., Any] | None = None,
    args: tuple[Any, ...] = (),
    kwargs: Mapping[str, Any] | None = None,
) -> W:
    """Bind any ipywidget to a key of session state; returns the widget to use.

    A plain ``w = IntSlider()`` at the top level of a script is bound to the key ``w`` by itself. This is for
    another key, for other traits than ``value``, and for a callback.

    Parameters
    ----------
    widget
        The ipywidget or anywidget. In later runs its first instance is returned, with the arguments that
        changed given to it.
    key
        Its name in session state.
    traits
        The traits that are kept there: one as its value, several as a dict. ``value`` if not given.
    on_change
        Called with `args` and `kwargs` after one of them changed, before the script runs.

    Raises
    ------
    NoRunError
        Outside of an app.
    StreamlitAPIException
        If it is no ipywidget, or has no such trait.

    Examples
    --------
    >>> m = bind(Map(center=(52, 10)), key="map", traits=["center", "zoom"])  # doctest: +SKIP
    >>> session_state.map["zoom"]  # doctest: +SKIP
    """
    run = running("bind")
    if on_change is not None and not callable(on_change):
        raise messages.bad_bound_callback(key, on_change)
    call = None if on_change is None else partial(on_change, *args, **(kwargs or {}))
    bound: W = run.app.adopter.bind(run, widget, valid_key(key), traits, call)
    return bound


def widget(key: str) -> Any:
    """Return the ipywidget that shows a key: to observe it, link it, or show it elsewhere too.

    Works in scripts and in plain cells. The widget of an ``st.*`` input is made when the run that draws it
    first is over.

    Raises
    ------
    StreamlitAPIException
        If no app shows that key.

    Examples
    --------
    >>> jslink((widget("speed"), "value"), (progress, "value"))  # doctest: +SKIP
    """
    key = valid_key(key)
    run = CURRENT.get()
    apps = list(current_kernel().apps.values()) if run is None else [run.app, *run.app.kernel.apps.values()]
    found = next((w for w in (app.adopter.widget(key) for app in apps) if w is not None), None)
    if found is None:
        known = [k for app in apps for k in app.drawn_keys]
        raise messages.no_widget(key, list(dict.fromkeys(known)))
    return found
