"""Random sessions of random apps, played under Streamlit's AppTest and under ours, compared after every step.

A session ends early where a comparison would say nothing any more; `ENDS` lists all such cases.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from typing import Any, ClassVar

from hypothesis import strategies as some
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule
from streamlit.runtime.state.common import is_element_id, user_key_from_element_id

from jupyter_session_state._core.slots import MISSING
from tests.conformance.compare import compared, differences
from tests.conformance.corpus import Differences
from tests.conformance.driver import AREAS, Seen, Step
from tests.conformance.fuzz.apps import KEYS, PLAIN, App, apps
from tests.conformance.fuzz.kinds import KINDS, TYPES
from tests.conformance.ours import Ours
from tests.conformance.rules import explain
from tests.conformance.theirs import Theirs

RULES = Differences.load().rules

ENDS = {
    "two ids": "1: a key had two identities in a failed run: theirs keeps both values, and iteration tells either",
    "deleted button": "0: their AppTest sends False for a deleted button, and calls its callback: no browser does",
    "cleared though disabled": "0: a form that clears itself sends defaults of disabled fields; ours refuses them",
    "emptied though disabled": "0: their AppTest sends nothing for None, and a disabled field keeps its default",
    "read_only": "3: our run ended where theirs went on with the button, so states differ from here on",
}
"""Why a session may end early: the number of the deliberate difference, or 0 for what no browser does."""

_numbers = some.integers(0, 20)


class Session(RuleBasedStateMachine):
    """One session of one app."""

    counts: ClassVar[Counter[str]] = Counter()

    def __init__(self) -> None:
        super().__init__()
        self.steps: list[Step] = []
        self.page: Seen = {}
        self.over = False

    @initialize(app=apps)
    def open(self, app: App) -> None:
        """Run the app for the first time."""
        self.app, self.script = app, app.script
        self.theirs, self.ours = Theirs(self.script), Ours(self.script)
        Session.counts["sessions"] += 1
        self.compare(None)

    # -- what the user does --------------------------------------------------------------------------------

    @rule(which=_numbers, value=_numbers)
    def edit(self, which: int, value: int) -> None:
        """Change an input."""
        self.play(self.an_edit(which, value))

    @rule(which=_numbers, value=_numbers)
    def edit_again(self, which: int, value: int) -> None:
        """Change an input: they are what sessions are made of."""
        self.play(self.an_edit(which, value))

    @rule(which=_numbers)
    def click(self, which: int) -> None:
        """Click a button, or submit a form."""
        self.play(self.a_click(which))

    @rule()
    def switch(self) -> None:
        """Change the checkbox on which so much depends."""
        found = [e for e in self.elements() if e.get("key") == "x" and e["type"] == "checkbox"]
        value = bool(found) and found[0]["value"] == "False"
        self.play({"do": "set", "kind": "checkbox", "key": "x", "value": value})

    @rule()
    def rerun(self) -> None:
        """Run it with nothing changed."""
        self.play({"do": "rerun"})

    @rule(key=some.sampled_from((*KEYS, *PLAIN)), value=_numbers)
    def assign(self, key: str, value: int) -> None:
        """Assign a key from outside: if a widget shows it, a value that its user could give it."""
        shown = [e for e in self.elements() if e.get("key") == key and e["type"] in TYPES]
        values = [as_step(source) for source in self.app.good_values_of(key)]
        if shown:
            values = KINDS[TYPES[shown[0]["type"]]].edits(shown[0]) or [None]
        self.play({"do": "set_state", "key": key, "value": values[value % len(values)]})

    @rule(key=some.sampled_from((*KEYS, *PLAIN)))
    def delete(self, key: str) -> None:
        """Delete a key from outside; refused if it is not there."""
        self.play({"do": "del_state", "key": key})

    @rule(choices=some.lists(some.tuples(some.booleans(), _numbers, _numbers), min_size=2, max_size=3))
    def batch(self, choices: list[tuple[bool, int, int]]) -> None:
        """Do several things at once."""
        steps = [
            self.a_click(which) if click else self.an_edit(which, value) for click, which, value in choices
        ]
        self.play({"do": "batch", "steps": steps})

    def elements(self) -> list[dict[str, Any]]:
        """What Streamlit has on the page."""
        return [e for area in AREAS for e in self.page.get(area, [])]

    def an_edit(self, which: int, value: int) -> Step:
        """An edit of one of the inputs; of one that is not there, if there are none."""
        inputs = [e for e in self.elements() if e["type"] in TYPES and "value" in e and e["key"] != "x"]
        if not inputs:
            return {"do": "set", "kind": sorted(KINDS)[which % len(KINDS)], "key": "absent", "value": value}
        element = inputs[which % len(inputs)]
        kind = TYPES[element["type"]]
        edits = KINDS[kind].edits(element) or [None]
        return {"do": "set", "kind": kind, **self.named(element), "value": edits[value % len(edits)]}

    def a_click(self, which: int) -> Step:
        """A click of one of the buttons."""
        buttons = [e for e in self.elements() if e["type"] == "button"]
        button = buttons[which % len(buttons)] if buttons else {"key": "absent"}
        if button.get("form"):
            return {"do": "submit", "form": button["form"], "key": button["key"]}
        return {"do": "click", "kind": "button", "key": button["key"]}

    def named(self, element: dict[str, Any]) -> dict[str, Any]:
        """How a step names an element."""
        if element["key"] is not None:
            return {"key": element["key"]}
        of_kind = [e for e in self.elements() if e["type"] == element["type"]]
        return {"index": next(i for i, e in enumerate(of_kind) if e is element)}

    # -- the comparison ------------------------------------------------------------------------------------

    def play(self, step: Step) -> None:
        """Play a step under both, and compare."""
        if not self.over:
            self.steps.append(step)
            self.compare(step)

    def compare(self, step: Step | None) -> None:
        """Play, then compare; end the session where it has to end."""
        Session.counts["steps"] += 1
        try:
            self.page = self.theirs.play(step)
        except KeyError:  # of their iteration
            self.page = {}
        if not self.page or self.some_key_has_two_identities():
            self.end("two ids")
            return
        wanted, got = compared(self.page), compared(self.ours.play(step))
        if self.button_is_deleted():
            self.end("deleted button")
        clearing = self.ours.at._session._clearing_forms()
        if any(e.get("disabled") and e.get("form") in clearing for e in self.elements()):
            self.end("cleared though disabled")
        if step is not None and any(e.get("disabled") and self.was_emptied(e) for e in self.elements()):
            self.end("emptied though disabled")
        if not differences(wanted, got):
            return
        wanted, got, used = explain(wanted, got, self.script, self.ours, RULES)
        found = differences(wanted, got)
        assert not found, self.scenario() + "\n".join(found)
        Session.counts.update(f"rule {name}" for name in used)
        for name in used:
            if name in ENDS:
                self.end(name)

    def some_key_has_two_identities(self) -> bool:
        """Whether Streamlit keeps values for two identities of one key, as it does until a run is completed."""
        state = self.theirs.at._session_state._state
        held = filter(is_element_id, state._old_state.keys() | state._new_widget_state.states.keys())
        told = any(
            "KeyError" in (e.get("exc"), e.get("value")) for e in self.elements()
        )  # of their iteration
        keys = Counter(filter(None, map(user_key_from_element_id, held)))
        return told or max(keys.values(), default=0) > 1

    def button_is_deleted(self) -> bool:
        """Whether the state of a button with a callback was deleted below it."""
        app = self.ours.at._session.app
        return any(
            r.control.trigger and r.callback is not None and app.state.widget_value(r.id, r.key) is MISSING
            for r in app.registrations.values()
        )

    def was_emptied(self, element: dict[str, Any]) -> bool:
        """Whether the test gave the key of an element None, which now is a field without a value."""
        return any(
            s["do"] == "set_state" and s["key"] == element.get("key") and s["value"] is None
            for s in self.steps
        )

    def end(self, why: str) -> None:
        """Compare no further."""
        Session.counts[f"ended: {ENDS[why]}"] += 1
        self.over = True

    def scenario(self) -> str:
        """Return the session as a scenario of the corpus."""
        steps = "".join(f"    {step!r},\n" for step in self.steps)
        return f'\n"""TODO"""\n\nSCRIPT = """\n{self.script}"""\n\nSTEPS = [\n{steps}]\n\n'


def as_step(source: str) -> Any:
    """Return a value given as source in the form it has in a step."""
    value = eval(source, {"dt": dt})
    if isinstance(value, tuple):
        return {"$tuple": list(value)}
    for name, cls in (("$datetime", dt.datetime), ("$date", dt.date), ("$time", dt.time)):
        if isinstance(value, cls):
            return {name: value.isoformat()}
    return value
