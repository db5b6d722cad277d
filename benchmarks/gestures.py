"""What users do with the apps, in words that every peer translates into its own protocol."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

FIELDS = 20
TEXTS = 1000


@dataclass(frozen=True)
class Gesture:
    """One thing done to the control of a label."""

    kind: Literal["slide", "type", "click"]
    name: str
    value: int | str = 0


@dataclass(frozen=True)
class Interaction:
    """Gestures made at once, and the text that shows that all of them were answered."""

    gestures: tuple[Gesture, ...]
    marker: bytes


def line(row: int, value: int) -> bytes:
    """Return what row number `row` shows when its slider has this value."""
    return f"row {row}: {value * value};".encode()


def first_text(app: str, n: int) -> bytes:
    """Return the text that is displayed last when an app is shown for the first time."""
    texts = {
        "counter": b"count 0;",
        "form": b"sent " + b"|" * (FIELDS - 1) + b";",
        "texts": text(TEXTS - 1, 0),
    }
    return texts.get(app, line(n - 1, 0))


def text(row: int, value: int | str) -> bytes:
    """Return what one of a thousand texts says that change together."""
    return f"text {row}: {value};".encode()


def interaction(app: str, turn: int, n: int) -> Interaction:
    """Return the interaction number `turn` with an app of `n` rows."""
    if app == "counter":
        return Interaction((Gesture("click", "add"),), f"count {turn};".encode())
    if app == "form":
        values = [f"v{turn}-{field}" for field in range(FIELDS)]
        typed = [Gesture("type", f"t{field}", value) for field, value in enumerate(values)]
        return Interaction((*typed, Gesture("click", "submit")), f"sent {'|'.join(values)};".encode())
    row, value = (turn * 7) % n, 1 + turn % 9_999
    marker = text(TEXTS - 1, value) if app == "texts" else line(row, value)
    return Interaction((Gesture("slide", f"s{row}", value),), marker)
