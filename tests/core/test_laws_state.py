"""Session state against a model of other make: four dictionaries and a look-up, as Streamlit describes its own.

The model is executable prose. What is compared is what scripts can see: look-up of every key, the value of every
drawn widget, whether a value from the browser counts as a change, and which operation raises what.
"""

from __future__ import annotations

from typing import Any

from hypothesis import settings
from hypothesis import strategies as some
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from jupyter_session_state import errors
from jupyter_session_state._core.slots import MISSING, DrawnForm
from jupyter_session_state._core.state import SessionState

KEYS = ("a", "b", "c")
IDS: dict[str | None, tuple[str, str]] = {None: ("x", "y"), **{key: (f"{key}1", f"{key}2") for key in KEYS}}
"""Identities by key: a widget with a key has one of two, as its parameters change; two have no key."""
TRIGGERS = ("c2",)
DRAWN = DrawnForm("L", 1, "st.slider")


class Model:
    """Session state as four dictionaries: `old` entries, `fresh` assignments, `new` widget values, ids of keys."""

    def __init__(self) -> None:
        self.old: dict[str, Any] = {}
        self.fresh: dict[str, Any] = {}
        self.new: dict[str, Any] = {}
        self.ids: dict[str, str] = {}
        self.drawn: set[str] = set()

    def look_up(self, key: str | None, element_id: str) -> Any:
        """The first that is there: assigned now, sent now, kept under the widget, kept under the key."""
        for table, name in (
            (self.fresh, key),
            (self.new, element_id),
            (self.old, element_id),
            (self.old, key),
        ):
            if name is not None and name in table:
                return table[name]
        return MISSING

    def get(self, key: str) -> Any:
        return self.look_up(key, self.ids.get(key, key))

    def assign(self, key: str, value: Any) -> bool:
        if self.ids.get(key) in self.drawn:
            return False
        self.fresh[key] = value
        return True

    def delete(self, key: str) -> bool:
        if self.get(key) is MISSING:
            return False
        element_id = self.ids.pop(key, key)
        for table, name in (
            (self.fresh, key),
            (self.old, key),
            (self.new, element_id),
            (self.old, element_id),
        ):
            table.pop(name, None)
        return True

    def begin_interaction(self) -> None:
        settled = {self.ids.get(key, key): self.get(key) for key in KEYS}
        self.old.update(self.new)
        self.old.update((name, value) for name, value in settled.items() if value is not MISSING)
        self.fresh.clear()
        self.new.clear()

    def receive(self, element_id: str, value: Any) -> bool:
        self.new[element_id] = value
        return bool(self.old.get(element_id) != value)

    def draw(self, key: str | None, element_id: str, default: Any) -> Any:
        if key is not None:
            self.ids[key] = element_id
        self.drawn.add(element_id)
        if self.look_up(key, element_id) is MISSING:
            self.new[element_id] = default
        return self.look_up(key, element_id)

    def end(self, *, completed: bool, rest: bool) -> None:
        for table in (self.new, self.old):
            for element_id in TRIGGERS if rest else ():
                if element_id in table:
                    table[element_id] = False
        if completed:
            everything = {i for ids in IDS.values() for i in ids}
            for element_id in everything - self.drawn:
                self.new.pop(element_id, None)
                self.old.pop(element_id, None)
        self.drawn.clear()


class AgreesWithTheModel(RuleBasedStateMachine):
    """Plays random lives of a session on both."""

    def __init__(self) -> None:
        super().__init__()
        self.state, self.model = SessionState(), Model()
        self.running = False
        self.on_page: dict[str, str | None] = {}
        self.known: dict[str, str | None] = {}

    @initialize()
    def first_run(self) -> None:
        self.begin_run()

    @rule(key=some.sampled_from(KEYS), value=some.integers(0, 3))
    def assign(self, key: str, value: int) -> None:
        try:
            self.state.set(key, value)
        except errors.StreamlitWidgetAlreadyInstantiatedError:
            assert not self.model.assign(key, value)
        else:
            assert self.model.assign(key, value)

    @rule(key=some.sampled_from(KEYS))
    def delete(self, key: str) -> None:
        try:
            self.state.delete(key)
        except KeyError:
            assert not self.model.delete(key)
        else:
            assert self.model.delete(key)

    @precondition(lambda self: self.running)
    @rule(key=some.sampled_from((None, *KEYS)), which=some.integers(0, 1), default=some.integers(0, 3))
    def draw(self, key: str | None, which: int, default: int) -> None:
        """Draw a widget, unless its key or identity was drawn in this run: that raises before state knows of it."""
        element_id = IDS[key][which]
        if element_id in self.on_page or (key is not None and key in self.on_page.values()):
            return
        self.on_page[element_id] = self.known[element_id] = key
        self.state.register(element_id, key, DRAWN)
        if self.state.widget_value(element_id, key) is MISSING:
            self.state.set_default(element_id, default)
        assert self.state.widget_value(element_id, key) == self.model.draw(key, element_id, default)

    @precondition(lambda self: self.running)
    @rule()
    def complete(self) -> None:
        """The run comes to its end: what it did not draw goes."""
        gone = [element_id for element_id in self.known if element_id not in self.on_page]
        self.state.end_run([(i, False) for i in TRIGGERS], gone)
        self.model.end(completed=True, rest=True)
        self.running = False

    @precondition(lambda self: self.running)
    @rule(carries_on=some.booleans())
    def cut_off(self, carries_on: bool) -> None:
        """The run ends by a stop or an error, or by a rerun that carries on with what was assigned."""
        self.state.end_run([(i, False) for i in TRIGGERS] if carries_on else [], [])
        self.model.end(completed=False, rest=carries_on)
        self.running = False
        if carries_on:
            self.begin_run()

    @precondition(lambda self: not self.running)
    @rule(values=some.lists(some.none() | some.integers(0, 3), max_size=3))
    def interact(self, values: list[int | None]) -> None:
        """The browser sends values of what is on the page; a run follows."""
        self.state.rest([(i, False) for i in TRIGGERS])
        for element_id in TRIGGERS:
            for table in (self.model.new, self.model.old):
                table.update(dict.fromkeys(table.keys() & {element_id}, False))
        self.state.begin_interaction()
        self.model.begin_interaction()
        for element_id, value in zip(self.on_page, values, strict=False):
            assert self.state.receive(element_id, value) == self.model.receive(element_id, value)
        self.begin_run()

    def begin_run(self) -> None:
        self.state.begin_run()
        self.on_page = {}
        self.running = True

    @invariant()
    def every_key_is_looked_up_alike(self) -> None:
        for key in KEYS:
            assert self.state.get(key) == self.model.get(key), key
            assert (key in self.state) == (self.model.get(key) is not MISSING)

    @invariant()
    def iteration_tells_what_look_up_tells(self) -> None:
        seen = {key: self.model.get(key) for key in KEYS}
        assert self.state.snapshot() == {key: value for key, value in seen.items() if value is not MISSING}


AgreesWithTheModel.TestCase.settings = settings(max_examples=60, stateful_step_count=25, deadline=None)
TestAgreesWithTheModel = AgreesWithTheModel.TestCase
