"""The deliberate differences that are rules: where one applies, it explains a difference, wherever it occurs.

Each rule is a predicate tied to a number of the list of deliberate differences (``[[rule]]`` in
DIVERGENCES.toml). It gets what is compared of a step, Streamlit's and ours, takes out of both exactly what the
rule speaks of, and leaves all else to be compared. A rule that finds nothing of its own changes nothing.
"""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Callable, Iterable
from typing import Any

from tests.conformance.compare import Element, compared, same_element
from tests.conformance.driver import AREAS, Seen
from tests.conformance.ours import Ours

Rule = Callable[[Seen, Seen, str, Ours], None]
"""Changes both steps, of Streamlit and of ours; gets the script and our driver besides."""


def explain(
    wanted: Seen, got: Seen, script: str, ours: Ours, rules: Iterable[str]
) -> tuple[Seen, Seen, list[str]]:
    """Return both steps without what rules explain, and the names of the rules that did."""
    used = []
    for name in rules:
        changed, ours_changed = _copy(wanted), _copy(got)
        RULES[name](changed, ours_changed, script, ours)
        if (changed, ours_changed) != (wanted, got):
            wanted, got = changed, ours_changed
            used.append(name)
    return wanted, got, used


def _copy(step: Seen) -> Seen:
    return {name: value.copy() if hasattr(value, "copy") else value for name, value in step.items()}


# -- 1: iteration over session state is in insertion order ---------------------------------------------------


def order_of_keys(wanted: Seen, got: Seen, script: str, ours: Ours) -> None:
    """A list of keys of session state has the same members in another order."""
    keys = wanted["session_state"].keys()
    for area in AREAS:
        for a, b in zip(wanted[area], got[area], strict=False):
            if a != b and a["type"] == b["type"] and _permuted(a.get("value"), b.get("value"), keys):
                b["value"] = a["value"]
    wanted["stdout"] = [
        b if a != b and _permuted(a, b, keys) else a
        for a, b in zip(wanted["stdout"], got["stdout"], strict=False)
    ] + wanted["stdout"][len(got["stdout"]) :]


def _permuted(a: Any, b: Any, keys: Iterable[str]) -> bool:
    first, second = _parsed(a), _parsed(b)
    if not isinstance(first, list) or not isinstance(second, list):
        return False
    return set(map(repr, first)) <= set(map(repr, keys)) and sorted(first) == sorted(second)


def _parsed(text: Any) -> Any:
    for read in (json.loads, ast.literal_eval):
        try:
            return read(text)
        except (ValueError, SyntaxError, TypeError):  # noqa: PERF203 - one after the other
            continue
    return None


# -- 2: 'None' and '…-None' are ordinary keys ----------------------------------------------------------------


def none_keys(wanted: Seen, got: Seen, script: str, ours: Ours) -> None:
    """A widget's key 'None', or one that ends so, is visible with us."""
    for key in [k for k in got["session_state"] if k == "None" or k.endswith("-None")]:
        if key not in wanted["session_state"]:
            del got["session_state"][key]
    for area in AREAS:
        for a, b in zip(wanted[area], got[area], strict=False):
            if b.get("key") == "None" and "key" in a and a["key"] is None:
                b["key"] = None


# -- 3: a read-only key that was assigned raises each time ---------------------------------------------------

_REFUSED = "StreamlitValueAssignmentNotAllowedError"
_NAMED = re.compile(r"st\.session_state\[(['\"].*?['\"])\] was assigned")


def read_only(wanted: Seen, got: Seen, script: str, ours: Ours) -> None:
    """Our run ended where theirs drew a button that was assigned in an earlier run: what follows is not compared."""
    refused = {ast.literal_eval(m[1]) for e in ours.at.exception if (m := _NAMED.search(e.value))}
    for area in AREAS:
        index = _first_difference(wanted[area], got[area])
        if (
            index == len(got[area]) - 1
            and got[area][index] == {"type": "exception", "exc": _REFUSED}
            and index < len(wanted[area])
            and wanted[area][index].get("key") in refused
        ):
            del got[area][index:]
            _end_both(ended=got, other=wanted)
            return


# -- 4: a default together with a value in session state -----------------------------------------------------


def two_values(wanted: Seen, got: Seen, script: str, ours: Ours) -> None:
    """Our warning stands directly before a widget that has a default though its key was assigned."""
    given = {r.key: r for r in ours.at._session.app.registrations.values() if r.control.given}
    for area in AREAS:
        for index in reversed(range(len(got[area]) - 1)):
            new = given.get(got[area][index + 1].get("key"))
            if new is None or new.key not in ours.at._session.app.warned:
                continue
            if got[area][index]["type"] != "warning" or got[area][index] in wanted[area]:
                continue
            if got[area][index]["value"].startswith(f"`st.{new.kind}` {new.label!r} has a default value"):
                del got[area][index]


# -- 5: the call that ends the script is displayed; a semicolon silences the last expression -----------------


def last_call(wanted: Seen, got: Seen, script: str, ours: Ours) -> None:
    """We show the value of a call that is the last statement; they show an expression though a ``;`` follows.

    The proof is our own app with the semicolon put there, or taken away: it must draw one element less, or more.
    """
    last = ast.parse(script).body[-1:]
    if not last or not isinstance(last[0], ast.Expr):
        return
    silenced = script.rstrip().endswith(";")
    if not silenced and not isinstance(last[0].value, ast.Call):
        return
    other = Ours(script.rstrip().rstrip(";") if silenced else f"{script.rstrip()};")
    main = [compared(other.play(step)) for step in ours.played][-1]["main"]
    more, less = (main, got["main"]) if silenced else (got["main"], main)
    if more[:-1] == less:
        got["main"] = main


# -- 7: unknown names and keywords draw a note ---------------------------------------------------------------


def notes(wanted: Seen, got: Seen, script: str, ours: Ours) -> None:
    """Their run ended at an unknown name or keyword, of which ours drew a note: what follows is not compared."""
    for area in AREAS:
        index = _first_difference(wanted[area], got[area])
        if (
            index == len(wanted[area]) - 1
            and wanted[area][index].get("exc") in ("AttributeError", "TypeError")
            and index < len(got[area])
            and got[area][index]["type"] == "note"
        ):
            del wanted[area][index:]
            _end_both(ended=wanted, other=got)
            return


def _first_difference(wanted: list[Element], got: list[Element]) -> int:
    pairs = zip(wanted, got, strict=False)
    shortest = min(len(wanted), len(got))
    return next((i for i, (a, b) in enumerate(pairs) if not same_element(a, b)), shortest)


def _end_both(*, ended: Seen, other: Seen) -> None:
    """Forget what one run did after the other one ended; all before must be the same."""
    for name in (*AREAS, "stdout"):
        del other[name][len(ended[name]) :]
    ended["session_state"] = other["session_state"] = {}


RULES: dict[str, Rule] = {
    "order_of_keys": order_of_keys,
    "none_keys": none_keys,
    "read_only": read_only,
    "two_values": two_values,
    "last_call": last_call,
    "notes": notes,
}
"""Every rule by the name it has in DIVERGENCES.toml."""
