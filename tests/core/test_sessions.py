"""Random sessions with random apps: what must hold after every run, whatever happened in it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

import jupyter_session_state as st
from jupyter_session_state._core.element import same

Rig = Any

KEYS = "abcd"

assignments = some.tuples(
    some.just("assign"), some.sampled_from(KEYS), some.sampled_from([True, 3, "x", None])
)
deletions = some.tuples(some.just("delete"), some.sampled_from(KEYS))
widgets = some.tuples(
    some.sampled_from(["checkbox", "button", "text_input", "number_input", "selectbox"]),
    some.sampled_from(KEYS),
    some.booleans(),  # with a key
    some.sampled_from(["", "form", "callback", "disabled", "sidebar"]),
)
endings = some.tuples(some.sampled_from(["stop", "rerun", "raise"]))
lines = some.lists(widgets | widgets | widgets | assignments | deletions | endings, max_size=7)
"""What a script does, line by line."""

inputs = some.sampled_from([True, False, "x", "y", 3.0, 99.0, None, ["odd"]])
acts = some.lists(
    some.tuples(some.just("edit"), some.integers(0, 5), inputs)
    | some.tuples(some.just("click"), some.integers(0, 5))
    | some.tuples(some.just("ask"))
    | some.tuples(some.just("outside"), some.sampled_from(KEYS), some.sampled_from([True, 3, "x"]))
    | some.tuples(some.just("execute"))
    | some.tuples(some.just("clear")),
    max_size=8,
)


class Script:
    """A script that does other things in every other run, with at most two reruns in a row."""

    def __init__(self, versions: list[list[tuple[Any, ...]]]) -> None:
        self.versions = versions
        self.runs = 0
        self.reruns = 0

    def __call__(self) -> None:
        version = self.versions[self.runs % len(self.versions)]
        self.runs += 1
        for number, line in enumerate(version):
            self.do(number, *line)
        self.reruns = 0

    def do(self, number: int, what: str, *more: Any) -> None:
        if what == "assign":
            st.session_state[more[0]] = more[1]
        elif what == "delete":
            st.session_state.pop(more[0], None)
        elif what == "stop":
            st.stop()
        elif what == "raise":
            raise RuntimeError(str(number))
        elif what == "rerun":
            self.reruns += 1
            if self.reruns < 3:
                st.rerun()
        else:
            self.draw(number, what, *more)

    def draw(self, number: int, kind: str, key: str, keyed: bool, how: str) -> None:
        options: dict[str, Any] = {"key": key if keyed else None, "disabled": how == "disabled"}
        if how == "callback":
            options["on_click" if kind == "button" else "on_change"] = self.callback
        place = st.form(f"f{number}") if how == "form" else st.sidebar if how == "sidebar" else st
        arguments = {"number_input": (0, 9, 4), "selectbox": (["x", "y"],)}.get(kind, ())
        getattr(place, kind)(f"{kind} {key}", *arguments, **options)
        if how == "form":
            place.form_submit_button("send")

    def callback(self) -> None:
        st.session_state.called = st.session_state.get("called", 0) + 1
        if st.session_state.called % 3 == 0:
            raise RuntimeError("in the callback")


def act(rig: Rig, script: Script, what: str, *more: Any) -> None:
    controls = rig.app.controls()
    if what == "edit" and controls:
        chosen = controls[more[0] % len(controls)]
        if not chosen.control.trigger:
            rig.front.values[chosen.id] = more[1]
            rig.app.receive(chosen.id, more[1])
    elif what == "click":
        triggers = [c for c in controls if c.control.trigger]
        if triggers:
            rig.app.click(triggers[more[0] % len(triggers)].id)
    elif what == "ask":
        rig.app.ask("a test")
    elif what == "outside":
        rig.app.state.set(more[0], more[1])
        rig.app.ask("a test")
    elif what == "execute":
        rig.execute(script.__call__)
    elif what == "clear":
        rig.app.ask_clear()
    rig.settle()


def check(rig: Rig) -> None:
    """What holds between runs."""
    app, record = rig.app, rig.last
    assert app.tree is not None
    elements = [e for e in app.tree.walk() if e.id]
    ids = [e.id for e in elements]
    assert len(ids) == len(set(ids))
    drawn = {e.id: e for e in elements if not e.is_container}
    assert drawn.keys() <= app.registrations.keys()
    assert rig.front.values.keys() == set(ids)
    assert app.browser.keys() >= drawn.keys()
    drafts = app.forms.held()
    for element_id, element in drawn.items():
        if element_id not in drafts:
            assert same(rig.front.values[element_id], element.value)
            assert same(app.browser[element_id], element.value)
    for element in elements:
        if element.key is not None and not element.is_container and record.ending == "completed":
            assert element.key in app.state or st_deleted(rig, element.key)
    for key, value in app.state.snapshot().items():
        assert app.state.get(key) is value
    assert not app.waiting
    assert app.running is None


def st_deleted(rig: Rig, key: str) -> bool:
    """Whether the script may have deleted the key after its widget was drawn."""
    return any(line[:2] == ("delete", key) for version in rig.script.versions for line in version)


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150)
@given(some.lists(lines, min_size=1, max_size=3), acts)
def test_random_sessions_stay_sound(
    make_rig: Callable[[], Rig], versions: list[list[tuple[Any, ...]]], done: list[tuple[Any, ...]]
) -> None:
    script = Script(versions)
    rig = make_rig()
    rig.script = script
    rig.execute(script.__call__)
    check(rig)
    for step in done:
        act(rig, script, *step)
        check(rig)


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(lines, acts)
def test_one_quiet_run_more_changes_nothing_on_the_page(
    make_rig: Callable[[], Rig], version: list[tuple[Any, ...]], done: list[tuple[Any, ...]]
) -> None:
    """A script that does the same in every run settles: a run without input sends nothing."""
    stable = [line for line in version if line[0] not in ("assign", "delete", "rerun")]
    script = Script([stable])
    rig = make_rig()
    rig.script = script
    rig.execute(script.__call__)
    for step in done:
        act(rig, script, *step)
    for _ in range(3):
        act(rig, script, "ask")
    assert rig.front.ops == []
