"""Plays the steps of a scenario: a user, and a browser that keeps the drafts of forms.

The same class drives our AppTest (`ours.py`) and Streamlit's (`theirs.py`): their interfaces are one.
"""

from __future__ import annotations

import datetime as dt
import io
import re
from abc import ABC, abstractmethod
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import Any, ClassVar

Step = dict[str, Any]
Seen = dict[str, Any]
"""What a step made visible, in the format of the traces."""

AREAS = ("main", "sidebar", "event")
SECONDS = 20

_MAKERS: dict[str, Any] = {
    "$date": dt.date.fromisoformat,
    "$time": dt.time.fromisoformat,
    "$datetime": dt.datetime.fromisoformat,
    "$tuple": lambda items: tuple(python_value(item) for item in items),
}
_CHANGING = [
    (re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"), "<uuid>"),
    (re.compile(r"0x[0-9a-fA-F]{6,}"), "0x.."),
]


class UnknownStepError(Exception):
    """A step that nobody knows how to play: to be told, never to be skipped."""


def python_value(value: Any) -> Any:
    """Return the Python value of a value in a step."""
    if isinstance(value, dict):
        for name, make in _MAKERS.items():
            if name in value:
                return make(value[name])
        return {k: python_value(v) for k, v in value.items()}
    return [python_value(v) for v in value] if isinstance(value, list) else value


def steady(text: str) -> str:
    """Return a text without what changes from process to process."""
    for pattern, name in _CHANGING:
        text = pattern.sub(name, text)
    return text


def shown(value: Any) -> str:
    """Return the repr of a value, as the traces have it."""
    if type(value).__name__ == "UploadedFile":
        return f"UploadedFile(name={value.name!r}, type={value.type!r}, size={value.size})"
    if isinstance(value, list):
        return f"[{', '.join(map(shown, value))}]"
    return steady(repr(value))


def app_test_of(app_test: Any, script: str | Path) -> Any:
    """Return a test of an app, which is a text or a file; `app_test` is one AppTest or the other."""
    if isinstance(script, Path):
        return app_test.from_file(script, default_timeout=SECONDS)
    return app_test.from_string(script.lstrip("\n"), default_timeout=SECONDS)


class Driver(ABC):
    """Plays steps with one AppTest; subclasses know what differs between the two.

    Parameters
    ----------
    test
        The AppTest, not run yet.
    """

    widget: ClassVar[type[Any]]
    """The class of inputs."""

    def __init__(self, test: Any) -> None:
        self.at = test
        self.drafts: dict[str, list[Step]] = {}
        self.played: list[Step | None] = []

    # -- what differs --------------------------------------------------------------------------------------

    @abstractmethod
    def look(self) -> Seen:
        """Return the areas, as they are now."""

    @abstractmethod
    def starts(self) -> int:
        """How many times a run was started so far."""

    @abstractmethod
    def label_of(self, widget: Any) -> str:
        """The label of an input."""

    @abstractmethod
    def form_of(self, widget: Any) -> str:
        """The key of the form an input is in, or ''."""

    @abstractmethod
    def submits(self, widget: Any) -> bool:
        """Whether a button sends a form."""

    @abstractmethod
    def check_kind(self, kind: str) -> None:
        """Raise UnknownStepError for a kind of input that cannot be played."""

    @abstractmethod
    def waits(self, widget: Any) -> bool:
        """Whether a change of an input waits for another one's run."""

    def set_value(self, widget: Any, value: Any) -> None:
        """Give an input a value."""
        widget.set_value(value)

    # -- steps ---------------------------------------------------------------------------------------------

    def play(self, step: Step | None) -> Seen:
        """Play one step, or the first run; return what is there then.

        Raises
        ------
        UnknownStepError
            For a step that is not in the vocabulary.
        """
        self.played.append(step)
        seen: Seen = {"step": step}
        started, out = self.starts(), io.StringIO()
        wanted, refused = (True, "") if step is None else self._edit(step)
        if wanted:
            refused = self._run(out) or refused
            self._draft_again()
        seen["script_runs"] = self.starts() - started
        seen["session_state"] = {k: shown(v) for k, v in sorted(self.at.session_state.to_dict().items())}
        seen.update(self.look())
        if out.getvalue():
            seen["stdout"] = steady(out.getvalue()).splitlines()
        return {**seen, "note": refused} if refused else seen

    def widgets(self, kind: str | None = None) -> list[Any]:
        """The inputs on the page, of one kind or all, in page order."""
        found = self.all_nodes() if kind is None else self.at.get(kind)
        return [node for node in found if isinstance(node, self.widget)]

    def all_nodes(self) -> list[Any]:
        """Everything on the page, in page order."""
        return [node for index in range(len(AREAS)) for node in self.at[index]]

    def _run(self, out: io.StringIO) -> str:
        with redirect_stdout(out), redirect_stderr(io.StringIO()):
            try:
                self.at.run()
            except Exception as error:  # noqa: BLE001 - the trace tells of a run that could not be
                return f"run failed: {type(error).__name__}: {steady(str(error))}"
        return ""

    def _edit(self, step: Step) -> tuple[bool, str]:
        """Carry out a step, or all of a batch; return whether it asks for a run, and why it was refused."""
        wanted, refused = False, ""
        for part in step["steps"] if step["do"] == "batch" else [step]:
            try:
                wanted = self._apply(part) or wanted
            except UnknownStepError:  # noqa: PERF203 - each on its own
                raise
            except Exception as error:  # noqa: BLE001 - as a disabled or absent widget refuses it
                refused = f"step refused: {type(error).__name__}: {steady(str(error))}"
        return wanted, refused

    def _apply(self, step: Step) -> bool:
        player = getattr(self, f"_do_{step['do']}", None)
        if player is None:
            raise UnknownStepError(f"the step {step['do']!r} is not in the vocabulary")
        if "kind" in step:
            self.check_kind(step["kind"])
        return bool(player(step))

    def _do_rerun(self, step: Step) -> bool:
        return True

    def _do_set_state(self, step: Step) -> bool:
        self.at.session_state[step["key"]] = python_value(step["value"])
        return True

    def _do_del_state(self, step: Step) -> bool:
        del self.at.session_state[step["key"]]
        return True

    def _do_query(self, step: Step) -> bool:
        self.at.query_params[step["key"]] = step["value"]
        return True

    def _do_click(self, step: Step) -> bool:
        self._find(step).click()
        return True

    def _do_submit(self, step: Step) -> bool:
        self._submit_button(step).click()
        self.drafts.pop(step["form"], None)
        return True

    def _do_set(self, step: Step) -> bool:
        widget = self._find(step)
        self.set_value(widget, python_value(step["value"]))
        return self._edited(widget, step)

    def _do_upload(self, step: Step) -> bool:
        widget = self._find(step)
        files = [(name, text.encode(), mime) for name, text, mime in step["files"]]
        if not files:
            widget.clear()
        else:
            widget.set_value(files if len(files) > 1 or widget.accept_multiple_files else files[0])
        return self._edited(widget, step)

    def _edited(self, widget: Any, step: Step) -> bool:
        """Keep what was edited in a form; return whether the edit causes a run."""
        form = self.form_of(widget)
        if form:
            drafts = self.drafts.setdefault(form, [])
            if step not in drafts:
                drafts.append(step)
            return False
        return not self.waits(widget)

    def _draft_again(self) -> None:
        """Edit again what was not submitted: a browser keeps it over runs, the tree of an AppTest does not."""
        for step in [step for steps in self.drafts.values() for step in steps]:
            self._edit(step)

    def _find(self, step: Step) -> Any:
        kind = {"form_submit_button": "button", "datetime_input": "date_time_input"}.get(
            step["kind"], step["kind"]
        )
        found = self.widgets(kind)
        if step["kind"] == "button":
            found = [w for w in found if not self.submits(w)]
        if step.get("key") is not None:
            found = [w for w in found if w.key == step["key"]]
        elif step.get("label") is not None:
            found = [w for w in found if self.label_of(w) == step["label"]]
        index = step.get("index", 0)
        if not len(found) > index:
            raise LookupError(f"no {step['kind']} {step.get('key') or step.get('label') or index}")
        return found[index]

    def _submit_button(self, step: Step) -> Any:
        for button in self.widgets("button"):
            if (
                self.submits(button)
                and self.form_of(button) == step["form"]
                and step.get("label", self.label_of(button)) == self.label_of(button)
                and step.get("key", button.key) == button.key
            ):
                return button
        raise LookupError(f"no submit button in form {step['form']}")
