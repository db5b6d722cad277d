"""What is selected in a chart: what session state shows of it, and what may come from a browser."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from jupyter_session_state.elements import chart_messages
from jupyter_session_state.elements.editor_state import ReadOnlyDict

LONGEST: Final = 4_000_000
"""How many characters of a selection one browser may send."""

_MANY = ("layer", "hconcat", "vconcat", "concat")


class VegaLiteState(ReadOnlyDict):
    """What a user selected in a chart. Mirrors ``streamlit.typing.VegaLiteState``.

    Attributes
    ----------
    selection
        By name of a selection of the chart: a list of points, each with its fields, or an interval by fields. What is
        empty is an empty dict.
    """

    @classmethod
    def of(cls, names: Iterable[str], selected: Mapping[str, Any] | None = None) -> VegaLiteState:
        """Return a state that has all selections, some of them empty."""
        found = {name: (selected or {}).get(name) or {} for name in names}
        parts = {name: ReadOnlyDict(p) if isinstance(p, dict) else p for name, p in found.items()}
        return cls({"selection": ReadOnlyDict(parts)})


def selections_in(spec: Any) -> Iterator[str]:
    """Yield the names of all selections of a chart, wherever in it they are."""
    if not isinstance(spec, Mapping):
        return
    for param in _list(spec.get("params")):
        if isinstance(param, Mapping) and param.get("name") and param.get("select"):
            yield str(param["name"])
    for name in _MANY:
        for part in _list(spec.get(name)):
            yield from selections_in(part)
    yield from selections_in(spec.get("spec"))


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def modes_of(kind: str, spec: Mapping[str, Any], asked: str | Iterable[str] | None) -> tuple[str, ...]:
    """Return the names of the selections that are told to the script.

    Raises
    ------
    StreamlitAPIException
        If the chart has none, or not these.
    """
    known = set(selections_in(spec))
    if not known:
        raise chart_messages.no_selections(kind)
    wanted = known if asked is None else {asked} if isinstance(asked, str) else set(asked)
    for name in wanted - known:
        raise chart_messages.unknown_selection(kind, name, sorted(known))
    return tuple(sorted(wanted))


@dataclass(frozen=True, slots=True)
class Rules:
    """What may be selected in a chart, by the names of its selections."""

    modes: tuple[str, ...]

    def decode(self, wire: Any) -> VegaLiteState:
        """Return what a browser sent.

        Raises
        ------
        TypeError, ValueError
            If this chart has no such selection, or it is too much.
        """
        if not isinstance(wire, dict) or not wire.keys() <= set(self.modes):
            raise TypeError(f"expected selections {', '.join(self.modes)}, not {repr(wire)[:100]}")
        if not all(isinstance(part, (dict, list)) for part in wire.values()):
            raise TypeError("expected lists of points, or intervals")
        if len(json.dumps(wire)) > LONGEST:
            raise ValueError(f"more than {LONGEST:,} characters of a selection")
        return VegaLiteState.of(self.modes, wire)


def check_state(value: Any) -> Any:
    """Pass what session state has; raise StreamlitAPIException for what is no selection."""
    selection = value.get("selection") if isinstance(value, Mapping) else None
    if not isinstance(selection, Mapping):
        raise chart_messages.no_selection_in_state(value)
    return value


def encode(state: Mapping[str, Any]) -> dict[str, Any]:
    """Return a selection in the form in which it travels."""
    return {name: part for name, part in dict(state["selection"]).items() if part}
