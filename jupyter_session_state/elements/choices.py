"""How choices travel, and which of them count: one option, or several in the order of choosing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from jupyter_session_state.elements import messages
from jupyter_session_state.elements.options import Options
from jupyter_session_state.elements.text_values import text_of_wire

LONGEST = 10_000
"""Characters of an option that somebody typed; no field sends more by accident."""

MOST = 10_000
"""Entries beyond the number of options: somebody who types options, or a script that repeats them."""


@dataclass(frozen=True, slots=True)
class One:
    """The choice of one option, or none; it travels as a label, or None."""

    options: Options
    default: Any
    accepts_new: bool = False

    def decode(self, wire: Any) -> Any:
        """Return the option that the browser sent; raises TypeError or ValueError for what it cannot send."""
        if wire is None:
            return self.default
        if self.accepts_new and isinstance(wire, str) and wire not in self.options.places:
            return _typed(wire)
        return self.options.with_label(wire)

    def encode(self, value: Any) -> str | None:
        """Return the label that the browser shall show."""
        return None if value is None else self.options.label_of(value)

    def check(self, value: Any) -> Any:
        """Return a value of session state, or the default if it is no option."""
        if value is None:
            return None
        value = self.options.current(value)
        return value if self.accepts_new or self.options.has(value) else self.default


@dataclass(slots=True)
class Many:
    """The choice of several options; it travels as a list of labels."""

    options: Options
    label: str
    most: int | None = None
    accepts_new: bool = False
    first_wins: bool = False  # of two options with one label

    def decode(self, wire: Any) -> list[Any]:
        """Return the options that the browser sent; raises TypeError or ValueError for what it cannot send.

        What vanished from the options while it was on its way is left out.
        """
        labels = _labels(wire, len(self.options.values) + MOST if self.most is None else self.most)
        known = [label for label in labels if self.accepts_new or label in self.options.places]
        if labels and not known:
            raise ValueError(f"none of {labels[:10]!r} is one of the options")
        return [self._option(label) for label in known]

    def _option(self, label: str) -> Any:
        if label not in self.options.places:
            return _typed(label)
        place = self.options.labels.index(label) if self.first_wins else self.options.place(label)
        return self.options.values[place]

    def encode(self, value: Any) -> list[str]:
        """Return the labels that the browser shall show."""
        values = [value] if isinstance(value, str) or not isinstance(value, Iterable) else value
        return [] if value is None else [self.options.label_of(item) for item in values]

    def check(self, value: Any) -> Any:
        """Return a value of session state without what is no option.

        Raises
        ------
        TypeError
            If there is nothing to go through in it.
        StreamlitSelectionCountExceedsMaxError
            If it holds more than allowed.
        """
        if not isinstance(value, Iterable):
            raise messages.no_list_in_state(self.options.kind, self.label, value)
        check_count(self.options.kind, self.label, value, self.most)
        value = self.options.all_current(value)
        if self.accepts_new or not value:
            return value
        known = [item for item in value if self.options.has(item)]
        return value if len(known) == len(value) else known


@dataclass(slots=True)
class AtMostOne:
    """The choice of one option or none in a group that can do both; it travels as a list of one label or none."""

    one: One

    def decode(self, wire: Any) -> Any:
        """Return the option that the browser sent; raises TypeError or ValueError for what it cannot send."""
        labels = _labels(wire, 1)
        return self.one.options.with_label(labels[0]) if labels else None

    def encode(self, value: Any) -> list[str]:
        """Return the labels that the browser shall show."""
        return [] if value is None else [self.one.options.label_of(value)]

    def check(self, value: Any) -> Any:
        """Return a value of session state, or the default if it is no option."""
        return None if value is None else self.one.check(value)


def check_count(kind: str, label: str, chosen: Any, most: int | None) -> None:
    """Refuse more choices than allowed.

    Raises
    ------
    StreamlitSelectionCountExceedsMaxError
        If there are more.
    """
    if most is not None and len(chosen) > most:
        raise messages.too_many_chosen(kind, label, len(chosen), most)


def check_filter_mode(kind: str, mode: object, accepts_new: bool) -> None:
    """Refuse a way to narrow the list that does not exist, or that leaves no field to type into.

    Raises
    ------
    StreamlitValueError
        If there is no such way.
    StreamlitIncompatibleParametersError
        If nothing can be typed where new options are accepted.
    """
    if mode not in ("fuzzy", "contains", "prefix", None):
        raise messages.not_one_of("filter_mode", mode, "'fuzzy', 'contains', 'prefix' or None")
    if mode is None and accepts_new:
        advice = "New options are typed into the field that filters: choose 'fuzzy', 'contains' or 'prefix'."
        raise messages.incompatible(kind, "filter_mode=None", "accept_new_options=True", advice)


def _labels(wire: Any, most: int) -> list[Any]:
    if not isinstance(wire, (list, tuple)):
        raise TypeError(f"expected a list of labels, not {type(wire).__name__}")
    if len(wire) > most:
        raise ValueError(f"expected at most {most} labels, not {len(wire)}")
    if not all(isinstance(label, str) for label in wire):
        raise TypeError("expected labels that are texts")
    return list(wire)


def _typed(text: str) -> str:
    if len(text) > LONGEST:
        raise ValueError(f"an option of {len(text)} characters; {LONGEST} are allowed")
    return text_of_wire(text)
