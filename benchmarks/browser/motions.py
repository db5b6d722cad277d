"""Where the mouse goes, and what a page saw of it."""

from __future__ import annotations

from benchmarks.sample import Sample


def sample(wall: float | None, extra: dict[str, float]) -> Sample:
    """Return what a page saw; what it cannot see is no number."""
    unknown = float("nan")
    return Sample(unknown if wall is None else wall, unknown, unknown, unknown, extra)


def places(rounds: int) -> list[float]:
    """Return where a track is pressed, round by round: always far from the place before, never at its ends."""
    return [0.05 + 0.9 * (turn * 0.618034 % 1) for turn in range(rounds)]


def to_and_fro(start: float, share: float, sweeps: int = 4) -> float:
    """Return where a thumb is when this share of a drag is over: it goes right, back at the end, and so on."""
    way = (start + share * sweeps) % 2
    return way if way < 1 else 2 - way
