"""Rows of small buttons that stay pressed: what pills and the segments of a bar have in common."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from jupyter_session_state._core import query_shapes
from jupyter_session_state._core.spec import Control
from jupyter_session_state.elements import messages
from jupyter_session_state.elements.choices import AtMostOne, Many, One
from jupyter_session_state.elements.options import Options


def group(
    kind: str,
    label: str,
    options: Any,
    mode: str,
    default: Any,
    required: bool,
    format_func: Callable[[Any], str] | None,
    wrap: bool | None,
) -> Control[Any]:
    """Return what a call of a group says."""
    _check_mode(kind, mode, required)
    choices = Options.of(kind, label, options, format_func or str)
    places = choices.places_of(label, default)
    if mode == "single" and len(places) > 1:
        raise messages.two_defaults(kind, label, len(places))
    chosen = [choices.values[place] for place in places]
    one = chosen[0] if chosen else None
    choice = Many(choices, label) if mode == "multi" else AtMostOne(One(choices, one))
    return Control(
        "ButtonGroup",
        chosen if mode == "multi" else one,
        {
            "options": choices.labels,
            "look": kind,
            "selection_mode": mode,
            "required": bool(required),
            "wrap": wrap,
        },
        decode=choice.decode,
        encode=choice.encode,
        check=choice.check,
        identity={"options": choices.labels, "default": places, "required": None},
        identity_with_key=("selection_mode",),
        given=bool(places),
        query=query_shapes.texts(options=choices.labels, most=None if mode == "multi" else 1),
    )


def _check_mode(kind: str, mode: object, required: bool) -> None:
    if mode not in ("single", "multi"):
        raise messages.not_one_of("selection_mode", mode, "'single' or 'multi'")
    if required and mode == "multi":
        raise messages.incompatible(
            kind, "required=True", "selection_mode='multi'", "Leave out required, or let one be pressed."
        )
