"""What a terminal makes of carriage returns and backspaces, so that a bar that moves is kept as it is now."""

from __future__ import annotations

import re

_MOVES = re.compile("\r|\b+")


def joined(text: str, more: str) -> str:
    r"""Return a text and what was written after it, without what that has overwritten.

    A line whose cursor is not at its end says so: it is given whole, then a carriage return, then again up to the
    cursor. So what a front end shows of it is right, and what is written next goes on from there.

    Parameters
    ----------
    text
        What this function returned before, or nothing.
    more
        What was written since.

    Examples
    --------
    >>> joined("10 %", "\r20 %")
    '20 %'
    >>> joined("abc", "\rX")
    'Xbc\rX'
    """
    if not _MOVES.search(more) and "\r" not in text[text.rfind("\n") + 1 :]:
        return text + more
    head, _, line = text.rpartition("\n")
    *whole, last = (line + more).split("\n")
    done = [_written(old)[0] for old in whole]
    shown, cursor = _written(last)
    done.append(shown if cursor == len(shown) else f"{shown}\r{shown[:cursor]}")
    lines = "\n".join(done)
    return f"{head}\n{lines}" if len(line) < len(text) else lines


def joined_later(text: str, more: str) -> str:
    r"""Return two texts of which nobody knows yet what stands before them, as short as that allows.

    Examples
    --------
    >>> joined_later("a\r10 %", "\r20 %")
    'a\r20 %'
    """
    head, move, tail = text.partition("\r")
    return f"{head}\r{joined(tail, more)}" if move else text + more


def _written(line: str) -> tuple[str, int]:
    """Return what one line shows, and where its cursor is."""
    shown, cursor, start = "", 0, 0
    for move in _MOVES.finditer(line):
        shown, cursor = _put(shown, cursor, line[start : move.start()])
        if move.group() == "\r":
            cursor = 0
        else:
            back = max(0, cursor - len(move.group()))
            shown, cursor = shown[:back] + shown[cursor:], back
        start = move.end()
    return _put(shown, cursor, line[start:])


def _put(shown: str, cursor: int, text: str) -> tuple[str, int]:
    end = cursor + len(text)
    return shown[:cursor] + text + shown[end:], end
