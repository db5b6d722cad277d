"""Laws of the past: an undo and a redo come to nothing, every recorded state can be gone to, none is silently wrong."""

from __future__ import annotations

import copy
import string
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as s

import jupyter_session_state as st
from jupyter_session_state._core.kept import Kept, NotKeptError, keep
from jupyter_session_state._core.kernel import Kernel
from jupyter_session_state._core.travel import Travel
from tests.core.conftest import Rig

ATOMS = (
    s.none()
    | s.booleans()
    | s.integers()
    | s.floats(allow_nan=False)
    | s.text(max_size=4)
    | s.binary(max_size=4)
)
VALUES = s.recursive(
    ATOMS,
    lambda inner: (
        s.lists(inner, max_size=4)
        | s.dictionaries(s.text(string.ascii_letters, max_size=2), inner, max_size=4)
        | s.tuples(inner, inner)
        | s.sets(s.integers(0, 9), max_size=4)
    ),
    max_leaves=12,
)
KEYS = ("a", "b", "c")
DEEDS = s.lists(
    s.tuples(
        s.sampled_from(("assign", "mutate", "delete", "number", "unkept")), s.sampled_from(KEYS), VALUES
    ),
    min_size=1,
    max_size=8,
)


def mutate(value: Any, by: Any) -> None:
    """Change a value in place, as deep as it goes."""
    if isinstance(value, list):
        if value:
            mutate(value[0], by)
        value.append(copy.deepcopy(by))
    elif isinstance(value, dict):
        if value:
            mutate(next(iter(value.values())), by)
        value["z"] = copy.deepcopy(by)
    elif isinstance(value, set):
        value.symmetric_difference_update({1})


class Session:
    """A script that does with session state what it is told, when its button is clicked."""

    def __init__(self) -> None:
        self.deed: tuple[str, str, Any] = ("", "", None)
        self.rig = Rig(Kernel(st.DeltaGenerator, resends=True), "app", None).execute(self.script)
        self.seen = [self.state()]

    def script(self) -> None:
        st.number_input("N", 0, 1000, key="n")
        st.text_input("Own")
        if st.button("Do"):
            self.do(*self.deed)

    def do(self, verb: str, key: str, value: Any) -> None:
        state = st.session_state
        if verb == "assign":
            state[key] = value
        elif verb == "unkept":
            state[key] = (part for part in "x")
        elif key in state and verb == "mutate":
            mutate(state[key], copy.deepcopy(value))
        elif key in state and verb == "delete":
            del state[key]

    def act(self, deed: tuple[str, str, Any], number: int) -> None:
        if deed[0] == "number":
            self.rig.edit("N", number).settle().edit("Own", str(number)).settle()
            self.seen.append({})
        else:
            self.deed = deed
            self.rig.click("Do").settle()
        self.seen.append(self.state())

    def state(self) -> dict[str, Any]:
        """All there is, copied; what cannot be copied as itself."""
        own = self.rig.app.state.held_by(self.rig.app.drawn.keyless)
        found = {**self.rig.state, "own": list(own.values())}
        return {k: v if hasattr(v, "send") else copy.deepcopy(v) for k, v in found.items()}

    def go(self, way: Any, number: int = 0) -> Any:
        self.rig.app.ask_job(Travel(way, number))
        self.rig.settle()
        return self.rig.app.history.last


def alike(a: Any, b: Any) -> bool:
    return repr(a) == repr(b)


@settings(max_examples=60, deadline=None)
@given(DEEDS, s.data())
def test_any_state_that_was_recorded_can_be_gone_to(deeds: list[Any], data: s.DataObject) -> None:
    session = Session()
    for number, deed in enumerate(deeds, 1):
        session.act(deed, number)
    history = session.rig.app.history
    assert len(history) == len(session.seen)
    for _ in range(4):
        number = data.draw(s.integers(1, len(history)))
        if not session.seen[number - 1]:
            continue
        record = session.go("goto", number)
        wanted, got = session.seen[number - 1], session.state()
        wrong = {key for key in wanted.keys() | got.keys() if not alike(wanted.get(key), got.get(key))}
        told = " ".join(record.left)
        assert all(repr(key) in told for key in wrong), (wrong, told)
        if "unkept" not in {verb for verb, *_ in deeds}:
            assert wrong == set()


@settings(max_examples=60, deadline=None)
@given(DEEDS, s.integers(1, 4))
def test_undoing_and_redoing_as_often_comes_to_nothing(deeds: list[Any], times: int) -> None:
    session = Session()
    for number, deed in enumerate(deeds, 1):
        if deed[0] != "unkept":
            session.act(deed, number)
    before, history = session.state(), session.rig.app.history
    undone = 0
    while undone < times and history.back() is not None:
        session.go("undo")
        undone += 1
    for _ in range(undone):
        session.go("redo")
    assert alike(session.state(), before)
    assert history.forth() is None


@settings(max_examples=200, deadline=None)
@given(VALUES)
def test_a_copy_is_equal_and_its_own(value: Any) -> None:
    kept = keep(value)
    if not isinstance(kept, Kept):
        assert kept is value
        return
    fresh = kept.fresh()
    assert alike(fresh, value)
    mutate(fresh, "changed")
    assert alike(kept.fresh(), value)
    assert kept.holds_the_same(Kept(value))


@settings(max_examples=200, deadline=None)
@given(VALUES, VALUES)
def test_a_change_in_place_is_always_noticed(value: Any, by: Any) -> None:
    kept, before = keep(value), copy.deepcopy(value)
    mutate(value, by)
    if isinstance(kept, Kept):
        try:
            assert kept.holds_the_same(Kept(value)) == alike(before, value)
        except NotKeptError:  # pragma: no cover - it grew too large
            return
