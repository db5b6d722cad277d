"""Texts that users type: what may come in, and how it travels."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class TextWire:
    """The text of one field.

    Parameters
    ----------
    given
        The text to start with, before it is cut; None for none at all.
    max_chars
        How many characters there may be, if that is limited.
    """

    given: str | None
    max_chars: int | None

    @property
    def default(self) -> str | None:
        """The text to start with."""
        return None if self.given is None else self.given[: self.max_chars]

    def decode(self, wire: Any) -> str | None:
        """Return the text, cut to its longest length: not every front end stops its user there."""
        return self.default if wire is None else text_of_wire(wire)[: self.max_chars]

    @staticmethod
    def encode(value: Any) -> str:
        """Return what a field can show, whatever session state kept."""
        if value is None:
            return ""
        text = value.decode(errors="replace") if isinstance(value, bytes) else str(value)
        return text.encode(errors="replace").decode()


def text_of_wire(wire: Any) -> str:
    """Return a text that came from a browser.

    Raises
    ------
    TypeError
        If it is none.
    ValueError
        If it has lone surrogates, which nothing that stores or sends text takes.
    """
    if not isinstance(wire, str):
        raise TypeError(f"expected a text, not {type(wire).__name__}")
    wire.encode()
    return wire


def admit_text(value: Any) -> Any:
    """Pass a text of the program's on, bytes of one too, and None for nothing entered.

    Raises
    ------
    TypeError
        If it is none of these.
    UnicodeError
        If no message could carry it.
    """
    if isinstance(value, str):
        value.encode()
    elif isinstance(value, bytes):
        value.decode()
    elif value is not None:
        raise TypeError(f"expected a text or None, not {value!r}"[:200])
    return value
