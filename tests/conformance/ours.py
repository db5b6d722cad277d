"""Our AppTest, played as `driver.py` says."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from jupyter_session_state._core.slots import MISSING
from jupyter_session_state._core.spec import KINDS
from jupyter_session_state._testing.blocks import Block
from jupyter_session_state._testing.widgets import Widget
from jupyter_session_state.testing import AppTest, AppTestError
from tests.conformance.driver import AREAS, Driver, Seen, UnknownStepError, app_test_of, shown, steady

GROUPS = {"button_group": ("pills", "segmented_control", "feedback")}
"""What AppTest has one name for, though it is several kinds."""


class Ours(Driver):
    """Plays our AppTest.

    Parameters
    ----------
    script
        The app: its text, or its file.
    """

    widget = Widget

    def __init__(self, script: str | Path) -> None:
        super().__init__(app_test_of(AppTest, script))

    def look(self) -> Seen:
        """Return the elements of each area in page order; containers are not compared."""
        return {
            area: [element_of(node) for node in self.at[index] if not isinstance(node, Block)]
            for index, area in enumerate(AREAS)
        }

    def starts(self) -> int:
        """How many times a run was started so far."""
        return int(self.at._session.app.starts)

    def label_of(self, widget: Any) -> str:
        """The label of an input."""
        return str(widget.label)

    def form_of(self, widget: Any) -> str:
        """The key of the form an input is in, or ''."""
        return str(widget.form_id)

    def submits(self, widget: Any) -> bool:
        """Whether a button sends a form."""
        return bool(widget.kind == "form_submit_button")

    def waits(self, widget: Any) -> bool:
        """Whether a change of an input waits for another one's run."""
        return bool(widget._registration.ignore)

    def set_value(self, widget: Any, value: Any) -> None:
        """Give an input a value; a draft stays though what it chose is no option any more, as in Streamlit's."""
        try:
            widget.set_value(value)
        except AppTestError:
            if widget.disabled or not widget.form_id:
                raise
            widget.staged = widget.wire = value

    def _run(self, out: Any) -> str:
        """Run, unless a value cannot be read back and sent: there Streamlit's AppTest gives up too."""
        submitted = {w.form_id for w in self.widgets("button") if w.form_id and w.staged is True}
        session = self.at._session
        cleared = submitted & session._clearing_forms() & session._cleared
        try:
            for widget in self.widgets():
                if widget.type != "button" and (
                    widget.form_id not in cleared or widget.staged is not MISSING
                ):
                    self._read_back(widget, is_draft=bool(widget.form_id) and widget.form_id not in submitted)
        except Exception as error:  # noqa: BLE001 - the same that a trace says
            return f"run failed: {type(error).__name__}: {steady(str(error))}"
        return super()._run(out)

    @staticmethod
    def _read_back(widget: Any, *, is_draft: bool) -> None:
        """Raise if Streamlit's AppTest could not send the value of an input."""
        if widget._registration.control.read_only:
            return
        if not is_draft and widget.staged is not MISSING:
            widget._to_wire(widget.staged)
        elif widget.type == "multiselect":
            list(widget._stored())  # what is no option there is left out later
        else:
            widget.stored_wire()

    def check_kind(self, kind: str) -> None:
        """Raise UnknownStepError for a kind of input that we do not have."""
        if not any(name in KINDS for name in GROUPS.get(kind, (kind,))):
            raise UnknownStepError(f"the kind {kind!r} is not offered")


def element_of(node: Any) -> dict[str, Any]:
    """Return what is compared of one element."""
    if node.type == "exception":
        return {"type": "exception", "exc": node.exception_type}
    if isinstance(node, Widget):
        return widget_of(node)
    value = node.value
    if node.type == "json":
        value = canonical(value)
    elif hasattr(value, "to_dict"):
        value = value.to_dict("list")
    seen: dict[str, Any] = {"type": node.type}
    if node.type == "metric":
        seen["label"] = node.label
    if node.type == "progress":
        return {**seen, "value": value}
    return {**seen, "value": steady(value) if isinstance(value, str) else shown(value)}


def widget_of(node: Widget) -> dict[str, Any]:
    """Return what is compared of an input."""
    seen: dict[str, Any] = {"type": node.type, "key": node.key, "label": node.label, "value": value_of(node)}
    if node.disabled:
        seen["disabled"] = True
    if node.form_id:
        seen["form"] = node.form_id
    options = getattr(node, "options", None)
    if options and node.type != "button_group":  # traces leave theirs out
        seen["options"] = list(options)
    return seen


def value_of(node: Any) -> str:
    """Return the value of an input, or the class of the error that reading it gives."""
    try:
        return shown(node.value)
    except Exception as error:  # noqa: BLE001 - the traces name the class
        return f"<{type(error).__name__}>"


def canonical(body: str) -> str:
    """Return JSON with its keys sorted."""
    try:
        return json.dumps(json.loads(body), sort_keys=True)
    except ValueError:
        return body
