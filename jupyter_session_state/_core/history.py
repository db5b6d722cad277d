"""The interactions of one app in order, and which of them the present state is that of."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, overload

from jupyter_session_state._core.delta import Delta, Looks
from jupyter_session_state._core.kept import SECRET
from jupyter_session_state._core.record import Record
from jupyter_session_state._core.slots import MISSING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jupyter_session_state._core.app import App

LIMIT = 100
"""How many records are kept, unless something else was said."""

FEWEST, MOST = 2, 1000
"""How many may be: with one there is nothing to go back to."""

MOST_BYTES = 64 * 1024 * 1024
"""How large the copies in them may be together."""

GOES_ON = ("rerun", "aborted")
"""Endings of runs that the next one completes: what they did together is one step."""


class History(Sequence[Record]):
    """The past of an app, as a sequence of records; after an undo, also what can be done again.

    Attributes
    ----------
    cursor
        The number of the record whose state is the present one; 0 before the first.
    last
        The record of the last run, which an undo does not put into the sequence; None before the first.
    limit
        How many records are kept.
    """

    def __init__(self, limit: int = LIMIT) -> None:
        self.cursor = 0
        self.last: Record | None = None
        self.limit = limit
        self.looks = Looks()
        self._records: deque[Record] = deque()
        self._count = self._size = 0
        self._is_travelling = False
        self._drift: Delta | None = None  # what runs changed that are no records, since the cursor moved last

    # -- the sequence --------------------------------------------------------------------------------------

    @overload
    def __getitem__(self, index: int) -> Record: ...

    @overload
    def __getitem__(self, index: slice) -> list[Record]: ...

    def __getitem__(self, index: int | slice) -> Record | list[Record]:
        return list(self._records)[index] if isinstance(index, slice) else self._records[index]

    def __len__(self) -> int:
        return len(self._records)

    def __iter__(self) -> Iterator[Record]:
        return iter(tuple(self._records))

    def numbered(self, number: int) -> Record:
        """Return the record of this number.

        Raises
        ------
        LookupError
            If there is none; its text is for users.
        """
        for record in self._records:
            if record.number == number:
                return record
        known = f"{self[0].number} to {self[-1].number}" if self._records else "none yet"
        raise LookupError(f"There is no run {number!r} to go to. Runs that are kept: {known}.")

    # -- what happens --------------------------------------------------------------------------------------

    def next_number(self) -> int:
        """Return the number of the record that is made now."""
        self._count += 1
        return self._count

    def add(self, record: Record, *, travel: bool = False, carry: bool = False) -> None:
        """Take up the record of a run that is over.

        Parameters
        ----------
        record
            The record.
        travel
            Whether it only shows a state that was put back, or nobody did anything.
        carry
            Whether it is a further run of the last one.
        """
        self.last = record
        self._is_travelling = travel or (carry and self._is_travelling)
        if self._is_travelling:
            self._drift = record.delta if self._drift is None else self._drift.then(record.delta)
            return
        if self._drift is not None:
            record.delta, self._drift = self._drift.then(record.delta), None
        self.forget_after(self.cursor)
        self._records.append(record)
        self._size += record.delta.size
        self.cursor = record.number
        self._forget_oldest()

    def keep(self, limit: int) -> None:
        """Keep so many records from now on; the present one, and what can be done again, are not forgotten for it."""
        self.limit = limit
        self._forget_oldest()

    def _forget_oldest(self) -> None:
        records = self._records
        while records and records[0].number < self.cursor and self._are_too_many():
            self._size -= records.popleft().delta.size

    def _are_too_many(self) -> bool:
        return len(self._records) > self.limit or self._size > MOST_BYTES

    def arrived(self, number: int, lost: Delta) -> None:
        """Take up that the state of another record was put back, but for what was `lost`."""
        self.cursor, self._drift = number, lost

    def forget_after(self, number: int) -> None:
        """Forget what comes after a record: it cannot be done again."""
        while self._records and self._records[-1].number > number:
            self._size -= self._records.pop().delta.size

    # -- where one can go ----------------------------------------------------------------------------------

    @property
    def first(self) -> int:
        """The number of the oldest record; 0 if there is none."""
        return self._records[0].number if self._records else 0

    @property
    def is_at_end(self) -> bool:
        """Whether the present state is that of the last record."""
        return not self._records or self._records[-1].number == self.cursor

    def back(self) -> tuple[Record, Record] | None:
        """Return the record that an undo takes back, and the one whose state comes then; None if there is none."""
        records = [record for record in self._records if record.number <= self.cursor]
        while len(records) > 1:
            step = _last_step(records)
            records = records[: -len(step)]
            if records and any(record.delta for record in step):
                return step[-1], records[-1]
        return None

    def forth(self) -> Record | None:
        """Return the record whose state a redo brings; None if there is none."""
        changed = False
        for record in self._records:
            if record.number > self.cursor:
                changed = changed or bool(record.delta)
                if changed and (record.ending not in GOES_ON or record is self._records[-1]):
                    return record
        return None

    def step_before(self, number: int) -> tuple[Sequence[Record], Record]:
        """Return the step a record is part of, and the record before it.

        Raises
        ------
        LookupError
            If there is no such record, or none before it; its text is for users.
        """
        self.numbered(number)
        records = list(self._records)
        while records:
            step = _last_step(records)
            records = records[: -len(step)]
            if records and step[0].number <= number:
                return step, records[-1]
        raise LookupError(
            f"Run {number} is the first that is kept: there is no state before it to begin with."
        )

    def way_to(self, number: int) -> Delta:
        """Return what differs between the present and the state after a record."""
        ways = [] if self._drift is None else [self._drift.reversed()]
        if number <= self.cursor:
            gone = [r.delta.reversed() for r in self if number < r.number <= self.cursor]
            ways += reversed(gone)
        else:
            ways += [r.delta for r in self if self.cursor < r.number <= number]
        return _together(ways)


def state_after(app: App, number: int) -> dict[str, Any]:
    """Return what is kept of an app's keys as they were after a record: values, `Kept` and `Unkept`.

    Raises
    ------
    LookupError
        If there is no such record; its text is for users.
    """
    app.history.numbered(number)
    values, secrets = app.look().keys, app.state.secrets
    values.update((key, step.after) for key, step in app.history.way_to(number).keys.items())
    return {k: SECRET if k in secrets else v for k, v in values.items() if v is not MISSING}


def _together(deltas: Iterable[Delta]) -> Delta:
    total: Delta | None = None
    for delta in deltas:
        total = delta if total is None else total.then(delta)
    return Delta() if total is None else total


def _last_step(records: Sequence[Record]) -> Sequence[Record]:
    """Return the last run of these, with those it completed."""
    start = len(records) - 1
    while start > 0 and records[start - 1].ending in GOES_ON:
        start -= 1
    return records[start:]
