"""A session of an app as the text of a test: what was done, and what was seen.

The test is played twice while it is written. What is asserted was seen in the session, and is seen both times; so it
is green as written, and what depends on chance or on the clock is left out.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from jupyter_session_state._core import history_messages
from jupyter_session_state._core.app import EXECUTED
from jupyter_session_state._core.history import GOES_ON, state_after
from jupyter_session_state._core.kept import SECRET, looked_at
from jupyter_session_state._core.slots import MISSING
from jupyter_session_state._testing.literals import assertion, literal, raw_text
from jupyter_session_state.testing import AppTest

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from jupyter_session_state._core.app import App
    from jupyter_session_state._core.record import Input, Record

MARK = '"""A session with the app '
"""How the text of a recorded test begins."""

TEXTS = (
    *("title", "header", "subheader", "text", "markdown", "caption", "code", "latex"),
    *("success", "info", "warning", "error"),
)
"""What shows a text, in the words of AppTest."""

MOST_TEXTS, LONGEST = 12, 400
"""How many texts of one kind are asserted, and how many letters they have together."""

SECONDS = 30

_ST = re.compile(r"^\s*(import streamlit\b|from streamlit\b|import jupyter_session_state\b)", re.MULTILINE)
_BARE_STATE = re.compile(r"(?<![.\w])session_state\b")


def recorded(app: App) -> str:
    """Return the text of a test of what was done with an app since its cell was executed last.

    Raises
    ------
    StreamlitAPIException
        If it has not run yet.
    """
    script = getattr(app.body, "script", None)
    if script is None or not app.history:
        raise history_messages.no_script(app.name)
    source = _complete(script.source)
    records = [r for r in app.history if r.number <= app.history.cursor]
    begin = max((i for i, r in enumerate(records) if r.cause == EXECUTED), default=0)
    session = Session(app, records[begin:])
    plays = [Play(AppTest._of_source(source, SECONDS, name=app.name), session) for _ in range(2)]  # noqa: SLF001 - it is one of ours
    lines = list(_lines(session, plays))
    return _module(app.name, source, lines)


def _complete(source: str) -> str:
    """Return a script with the imports that it does without in a notebook."""
    head = "" if _ST.search(source) or "__future__" in source else "import streamlit as st\n"
    if head and _BARE_STATE.search(source) and "import session_state" not in source:
        head += "\nsession_state = st.session_state\n"
    return f"{head}{source}".strip("\n") + "\n"


class Step:
    """What one run of a test does, and what the session had after it."""

    def __init__(self, records: Sequence[Record], state: Mapping[str, Any]) -> None:
        self.records = records
        self.state = state
        inputs = {done.id: done for record in records for done in record.inputs}
        self.inputs = list(inputs.values())
        self.assigned = {key: kept for record in records for key, kept in record.assigned.items()}
        self.pages = [record.turn.page for record in records if record.turn is not None]
        self.failed = bool(records[-1].error)
        self.changed = {key: None for record in records for key in record.delta.keys}


class Session:
    """What was done with an app, in steps of one run each, without runs that nobody did anything for."""

    def __init__(self, app: App, records: Sequence[Record]) -> None:
        self.secrets = app.state.secrets
        self.steps: list[Step] = []
        group: list[Record] = []
        for record in records:
            group.append(record)
            if record.ending not in GOES_ON or record is records[-1]:
                state = state_after(app, record.number)
                self.steps.append(Step(group, {k: looked_at(v) for k, v in state.items()}))
                group = []
        first = records[0].delta.keys
        self.given = {
            key: value
            for key, step in first.items()
            if step.before is not MISSING and literal(value := looked_at(step.before)) is not None
        }
        untouched = {k: v for k, v in self.steps[0].state.items() if k not in first}
        self.given |= {k: v for k, v in untouched.items() if literal(v) is not None and k not in self.secrets}


class Play:
    """One play of a session: an AppTest, and what it shows after each run.

    Attributes
    ----------
    test
        The AppTest.
    done
        What was done before the last run, as lines of the test.
    """

    def __init__(self, test: AppTest, session: Session) -> None:
        self.test = test
        self.done: list[str] = []
        self.trouble = ""
        for key, value in session.given.items():
            test.session_state[key] = value

    def do(self, step: Step) -> bool:
        """Do again what a step did; return whether there was anything that can be."""
        self.done = [f"# the page {page!r} was chosen, which a test cannot do" for page in step.pages]
        found = [self._give(done) for done in step.inputs]
        for key, kept in step.assigned.items():
            value = MISSING if kept is MISSING else looked_at(kept)
            text = literal(value)
            if kept is MISSING and key in self.test.session_state:
                del self.test.session_state[key]
                self.done.append(f"del at.session_state[{literal(key)}]")
            elif text is not None:
                self.test.session_state[key] = value
                self.done.append(f"at.session_state[{literal(key)}] = {text}")
        return any(found) or bool(step.assigned)

    def _give(self, done: Input) -> bool:
        told = f"st.{done.kind} {done.label!r}"
        if done.value is SECRET:
            self.done.append(f"# {told} was filled in: what is secret is not recorded")
            return False
        value = looked_at(done.value)
        text = literal(value)
        found = next((w for w in self.test._tree.widgets() if w.id == done.id), None)  # noqa: SLF001 - as above
        if found is None or (text is None and not done.trigger):
            why = "it is not on the page of the test" if found is None else "its value cannot be written down"
            self.done.append(f"# {told} was left out: {why}")
            return False
        return self._use(found, done, value, text)

    def _use(self, found: Any, done: Input, value: Any, text: str | None) -> bool:
        place, label = self._name(found, done)
        click = done.trigger and done.kind != "chat_input"
        value = list(value) if found.type == "button_group" and isinstance(value, tuple) else value
        try:
            found.click() if click else found.set_value(value)
        except Exception as error:  # noqa: BLE001 - whatever a kind refuses, a test does without
            self.done.append(f"# st.{done.kind} {done.label!r} was left out: {type(error).__name__}")
            return False
        self.done.append(f"{place}.{'click()' if click else f'set_value({text})'}{label}")
        return True

    def _name(self, found: Any, done: Input) -> tuple[str, str]:
        """Return how the test names an input, and a comment with its label."""
        kind = "datetime_input" if found.type == "date_time_input" else found.type
        if done.key is not None and not done.key.startswith("FormSubmitter:"):
            return f"at.{kind}(key={literal(done.key)})", ""
        same_kind = list(getattr(self.test, kind))
        index = next(i for i, widget in enumerate(same_kind) if widget.id == found.id)
        label = " ".join(done.label.split())
        return f"at.{kind}[{index}]", f"  # {label}" if label else ""

    def see(self, step: Step) -> dict[str, Any]:
        """Run, and return what can be asserted then: the expression of a test, and its value."""
        self.test.run()
        errors = list(self.test.exception)
        self.trouble = ""
        shown: dict[str, Any] = {}
        if not errors or step.failed:
            shown["len(at.exception)"] = len(errors)
        else:
            told = " ".join(str(errors[0].message).split())[:LONGEST]
            self.trouble = f"# in the session the script raised nothing here, but in the test: {told}"
        state = self.test.session_state.to_dict()
        for key in step.changed:
            value = step.state.get(key, MISSING)
            triggers = self.test._session.app.drawn.triggers()  # noqa: SLF001 - as above
            is_trigger = self.test._session.app.state.shown_by(key) in dict(triggers)  # noqa: SLF001 - as above
            if not is_trigger and literal(value) is not None and _alike(state.get(key, MISSING), value):
                shown[f"at.session_state[{literal(key)}]"] = value
            elif value is MISSING and key not in state:
                shown[f"{literal(key)} in at.session_state"] = False
        for kind in TEXTS:
            values = [str(element.value) for element in getattr(self.test, kind)]
            if len(values) <= MOST_TEXTS and sum(map(len, values)) <= LONGEST:
                shown[f"at.{kind}.values"] = values
        return shown


def _alike(a: Any, b: Any) -> bool:
    return type(a) is type(b) and literal(a) == literal(b)


def _lines(session: Session, plays: Sequence[Play]) -> Iterator[str]:
    """Yield the lines of the test's body."""
    yield from (f"at.session_state[{literal(k)}] = {literal(v)}" for k, v in session.given.items())
    before: dict[str, Any] = {}
    for number, step in enumerate(session.steps):
        if number:
            did = [play.do(step) for play in plays]
            if not any(did) and not plays[0].done:
                continue
            yield ""
            yield from plays[0].done
            if not any(did):
                continue
        seen, again = (play.see(step) for play in plays)
        yield "at.run()"
        if plays[0].trouble:
            yield plays[0].trouble
        sure = {name: value for name, value in seen.items() if again.get(name) == value}
        yield from _assertions(step, sure, before)
        before = sure


def _assertions(step: Step, sure: Mapping[str, Any], before: Mapping[str, Any]) -> Iterator[str]:
    for name, value in sure.items():
        is_state = "session_state" in name
        if name == "len(at.exception)":
            yield "assert not at.exception" if not value else f"assert len(at.exception) == {value}"
        elif is_state or (before.get(name, []) != value):
            yield from assertion(name, value)
    for key in step.changed:
        text = literal(step.state.get(key, MISSING))
        if text is not None and f"at.session_state[{literal(key)}]" not in sure and len(text) < LONGEST:
            yield f"# in the session, {key!r} was {text}; it is not so each time"


def _module(name: str, source: str, lines: Sequence[str]) -> str:
    body = "\n".join(f"    {line}" if line else "" for line in lines)
    imports = "import datetime\n\n" if "datetime." in body else ""
    function = re.sub(r"\W+", "_", name).strip("_").lower()
    return (
        f"{MARK}{name!r}, recorded.\n\n"
        "With ``from streamlit.testing.v1 import AppTest`` it is a test of the same script under Streamlit.\n"
        f'"""\n\n{imports}from jupyter_session_state.testing import AppTest\n\n'
        f"SCRIPT = {raw_text(source)}\n\n\n"
        f"def test_{function}() -> None:\n    at = AppTest.from_string(SCRIPT, default_timeout={SECONDS})\n{body}\n"
    )
