"""The inputs that random apps draw: a new kind is one line.

A kind that our package does not offer is left out.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import jupyter_session_state as st

N = "n"
"""In a script: how many runs there were. Arguments that use it change from run to run."""

Element = dict[str, Any]
Edits = Callable[[Element], list[Any]]


@dataclass(frozen=True)
class Kind:
    """One kind of input.

    Parameters
    ----------
    arguments
        What may follow the label in a call, as source.
    values
        What scripts and tests assign to its key, as source.
    bad
        What only scripts assign: values that the kind cannot show.
    edits
        Of the element on the page, the values its user may give it, as in a step.
    type
        What AppTest calls it.
    """

    arguments: tuple[str, ...]
    values: tuple[str, ...]
    bad: tuple[str, ...]
    edits: Edits
    type: str = ""
    callback: str = "on_change"


def either(*values: Any) -> Edits:
    """Edits that do not depend on the page."""
    return lambda element: list(values)


def typed(element: Element) -> list[Any]:
    """Edits of a text field: what a browser lets one type."""
    return [text[: element.get("max_chars") or None] for text in ("typed", "other words", "")]


def option(element: Element) -> list[Any]:
    """One of the options; they are texts, and shown as they are."""
    return list(element.get("options", []))


def option_or_none(element: Element) -> list[Any]:
    """One of the options, or none."""
    return [*option(element), None]


def options(element: Element) -> list[Any]:
    """Some of the options."""
    found = option(element)
    return [[], found[:1], found[-1:] + found[:1] if len(found) > 1 else found, found[:2]]


def pair(element: Element) -> list[Any]:
    """Two of the options."""
    found = option(element)
    return [{"$tuple": [found[0], found[-1]]}, {"$tuple": [found[0], found[0]]}] if found else []


def date(text: str) -> dict[str, str]:
    """A date, as in a step."""
    return {"$date": text}


_WORDS = ("'p'", "''", "'longer than that'", "None")
_OPTIONS = ("'u'", "'w'")
_NO_OPTIONS = ("'gone'", "None", "0")
_CHOICES = (f"['u', 'v'] + ['w'] * ({N} % 2)", "['u', 'v', 'w']", f"['w', 'v', 'u'][: 1 + {N} % 3]")
_INDEXED = tuple(f", {choices}{more}" for choices in _CHOICES for more in ("", ", None", ", 0"))
_SEVERAL = tuple(f", {c}{m}" for c in _CHOICES for m in ("", ", ['w', 'v', 'u'][-1:]", ", max_selections=2"))
_DATE = "dt.date(2024, 5, {})"

ALL: dict[str, Kind] = {
    "checkbox": Kind(
        ("", ", True", f", bool({N} % 2)", ", bool(ss.get('p'))"),
        ("True", "False"),
        ("None", "'yes'"),
        either(True, False),
    ),
    "toggle": Kind(("", ", True"), ("True", "False"), ("None",), either(True, False)),
    "text_input": Kind(("", ", 'first'", ", None", f", 'x' * ({N} % 3)", ", 'a', 4"), _WORDS, ("5",), typed),
    "text_area": Kind(
        ("", ", 'first'", ", None", f", 'abcdef', max_chars=3 + {N} % 2"), _WORDS, ("5",), typed
    ),
    "number_input": Kind(
        (
            *("", ", 0, 10, 3", ", value=None", ", 0, 10, None", f", 0, 4 + 4 * ({N} % 2), 2"),
            *(", 0.0, 1.0, 0.5", ", 0, 10, 3 + (ss.get('p') == 1)"),
        ),
        ("2", "7", "None"),
        ("99", "1.5", "'3'"),
        either(0, 3, 4, 10, 99),
    ),
    "slider": Kind(
        ("", ", 0, 10, 3", f", 0, 10 + {N} % 2, 3", f", 0, 10, 3, 1 + {N} % 2", f", 0, 10, 3 + {N} % 2"),
        ("2", "7"),
        ("None", "2.5", "'3'", "99"),
        either(0, 4, 10),
    ),
    "select_slider": Kind(
        tuple(f", {c}" for c in _CHOICES), _OPTIONS, ("'gone'", "0"), option
    ),  # their AppTest sends None as the text "None"
    "selectbox": Kind(_INDEXED, _OPTIONS, _NO_OPTIONS, option_or_none),
    "radio": Kind(_INDEXED, _OPTIONS, _NO_OPTIONS, option),
    "multiselect": Kind(
        _SEVERAL,
        ("['u']", "['w', 'u']", "[]"),
        ("None", "'u'", "('v',)", "['gone', 'v']", "['u', 'v', 'w']"),
        options,
    ),
    "color_picker": Kind(
        ("", ", '#abc'", ", '#00FF00'"), ("'#123456'",), ("'red'",), either("#ff0000", "#00ff00")
    ),
    "date_input": Kind(
        (
            *(f", {_DATE.format(3)}", ", None"),
            f", {_DATE.format(3)}, {_DATE.format(1)}, {_DATE.format('5 + n % 2')}",
        ),
        (_DATE.format(2), "None"),
        (_DATE.format(6), "'2024-05-02'"),
        either(date("2024-05-01"), date("2024-05-04")),
    ),
    "time_input": Kind(
        (", dt.time(8, 30)", ", None", f", dt.time(8, 30), step=60 + 60 * ({N} % 2)"),
        ("dt.time(9, 15)", "None"),
        ("'09:15'",),
        either({"$time": "07:00:00"}, {"$time": "23:45:00"}),
    ),
    "datetime_input": Kind(
        (", dt.datetime(2024, 5, 3, 8, 30)", ", None"),
        ("dt.datetime(2024, 5, 4, 9, 15)", "None"),
        (),
        either({"$datetime": "2024-05-01T07:00:00"}, {"$datetime": "2024-05-06T23:45:00"}),
        type="date_time_input",
    ),
}
"""Inputs with a value, by the name of their function. Their first parameter is the label."""

KINDS = {name: kind for name, kind in ALL.items() if hasattr(st, name)}

TYPES = {kind.type or name: name for name, kind in KINDS.items()}
"""Names of functions by what AppTest calls their elements."""
