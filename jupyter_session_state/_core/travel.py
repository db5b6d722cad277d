"""Back and forth in the past of an app: the state is put back, and the app runs to show it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from jupyter_session_state._core.interactions import Interaction
from jupyter_session_state._core.kept import looked_at
from jupyter_session_state._core.putting_back import PuttingBack
from jupyter_session_state._core.record import Record
from jupyter_session_state._core.slots import MISSING
from jupyter_session_state._core.wishes import Wish

if TYPE_CHECKING:
    from jupyter_session_state._core.app import App


@dataclass(frozen=True, slots=True)
class Travel:
    """To go back one step, forth one step, or to the state after the record of some number."""

    way: Literal["undo", "redo", "goto"]
    number: int = 0

    def do(self, app: App) -> Record:
        """Do it; where there is nothing to go to, nothing happens."""
        history = app.history
        if self.way == "undo":
            found = history.back()
            if found is not None:
                return _go(app, found[1].number, f"undo of run {found[0].number}")
        elif self.way == "redo":
            record = history.forth()
            if record is not None:
                return _go(app, record.number, f"redo of run {record.number}")
        else:
            try:
                number = history.numbered(self.number).number
            except LookupError as error:  # it was forgotten since it was asked for
                return _nothing(app, str(error))
            return _go(app, number, f"return to run {number}")
        return _nothing(app, f"There is nothing to {self.way}.")


@dataclass(frozen=True, slots=True)
class Replay:
    """To go back to before a record, and let happen again what came after it, but not that itself."""

    without: int

    def do(self, app: App) -> Record:
        """Do it; what raises shows its error as ever, and the next thing happens."""
        history = app.history
        try:
            step, before = history.step_before(self.without)
        except LookupError as error:
            return _nothing(app, str(error))
        later = [r for r in history if step[-1].number < r.number <= history.cursor]
        record = _go(app, before.number, f"replay without run {self.without}")
        history.forget_after(before.number)
        app.show_travels()
        for old in later:
            if record.ending == "interrupted":
                record.left.append(f"what followed from run {old.number} on, for it was interrupted")
                break
            record = _repeat(app, old, record)
        return record


def _nothing(app: App, why: str) -> Record:
    """Return a record of nothing: no run took place."""
    return Record(app.history.cursor, why, at=app.scheduler.epoch())


def _go(app: App, number: int, cause: str) -> Record:
    way = PuttingBack(app, app.history.way_to(number))
    way.do()
    app.history.arrived(number, way.lost)
    note = f"Not put back: {'; '.join(way.notes)}." if way.notes else ""
    app.kernel.tell_linked(app, way.keys)
    record = app.settle(Interaction(), Wish(cause, travel=True, whole=True, note=note))
    record.left = way.left
    return record


# -- doing again -----------------------------------------------------------------------------------------------


def _repeat(app: App, old: Record, last: Record) -> Record:
    """Let an interaction happen again, as far as it can; return its record, or `last` with a word on why not."""
    interaction, refused = _again(app, old)
    turn = old.turn if old.turn is None or old.turn.page in app.pages.known else None
    if not (interaction or turn):
        last.refused.extend(refused)
        return last
    wish = Wish(f"replay of run {old.number}", turn=turn, whole=True, by_hand=bool(interaction.assigned))
    record = app.settle(interaction, wish)
    record.refused[:0] = refused
    return record


def _again(app: App, old: Record) -> tuple[Interaction, list[str]]:
    values, triggers, refused = dict[str, Any](), dict[str, Any](), []
    for done in old.inputs:
        told = f"the input of st.{done.kind} {done.label!r} in run {old.number}"
        if done.id not in app.registrations:
            refused.append(f"{told}: it is not on the page")
        elif done.wire is MISSING:
            refused.append(f"{told}: it was not kept")
        else:
            (triggers if done.trigger else values)[done.id] = done.wire
    assigned = {}
    for key, kept in old.assigned.items():
        value = MISSING if kept is MISSING else looked_at(kept)
        if value is MISSING and kept is not MISSING:
            refused.append(f"the value given to {key!r} in run {old.number}: it was not kept")
        else:
            assigned[key] = value
    return Interaction(values, triggers, (*triggers, *values), assigned), refused
