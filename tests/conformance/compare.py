"""What is compared of a step, and how two of them differ."""

from __future__ import annotations

import builtins
from typing import Any

import jupyter_session_state as st
from tests.conformance.driver import AREAS, Seen

FIELDS = ("type", "key", "label", "value", "disabled", "options", "form")
LEFT_OUT = ("log", "message")
"""Keys of session state that the stored traces lack: they went when log lines and messages were taken out."""

Element = dict[str, Any]


def compared(step: Seen, other: Seen | None = None) -> Seen:
    """Return what is compared of a step; of `other`, its trace, come the keys that traces may lack."""
    state = dict(step["session_state"])
    for name in LEFT_OUT:
        if other is not None and name not in other["session_state"]:
            state.pop(name, None)
    areas = {area: [picked(e) for e in step.get(area, []) if e["type"][0] != "<"] for area in AREAS}
    stdout = list(step.get("stdout", []))
    return {"script_runs": step["script_runs"], "session_state": state, "stdout": stdout, **areas}


def picked(element: Element) -> Element:
    """Return the fields of an element that are compared."""
    if element["type"] == "exception":
        return {"type": "exception", "exc": element["exc"].rpartition(".")[2]}
    return {name: element[name] for name in FIELDS if name in element}


def differences(wanted: Seen, got: Seen) -> list[str]:
    """Return how two steps differ in what is compared, as lines for a person."""
    found = [
        f"{name}: expected {wanted[name]!r}, not {got[name]!r}"
        for name in ("script_runs", "session_state", "stdout")
        if wanted[name] != got[name]
    ]
    for area in AREAS:
        found.extend(f"{area}: {line}" for line in _element_differences(wanted[area], got[area]))
    return found


def _element_differences(wanted: list[Element], got: list[Element]) -> list[str]:
    found = []
    for index in range(max(len(wanted), len(got))):
        a = wanted[index] if index < len(wanted) else None
        b = got[index] if index < len(got) else None
        if not same_element(a, b):
            found.append(f"element {index}: expected {a!r}, not {b!r}")
    return found


def same_element(wanted: Element | None, got: Element | None) -> bool:
    """Whether two elements are equal, or the second is an exception of a subclass of the first one's class."""
    if wanted == got:
        return True
    if wanted is None or got is None or not wanted["type"] == got["type"] == "exception":
        return False
    cls = getattr(st.errors, got["exc"], None) or getattr(builtins, got["exc"], None)
    return cls is not None and wanted["exc"] in [base.__name__ for base in cls.__mro__]
