"""Streamlit's AppTest, played as `driver.py` says. What it shows is what the traces hold."""

from __future__ import annotations

from pathlib import Path
from typing import Any, ClassVar

import streamlit as st
from streamlit import config, logger
from streamlit.proto.WidgetStates_pb2 import WidgetState
from streamlit.testing.v1 import AppTest, app_test
from streamlit.testing.v1.element_tree import Block, Selectbox, Widget
from streamlit.testing.v1.local_script_runner import LocalScriptRunner

from tests.conformance.driver import AREAS, Driver, Seen, Step, app_test_of, shown, steady
from tests.conformance.ours import canonical, value_of

config.set_option("logger.enableRich", False)  # tracebacks would be printed, not logged
logger.set_log_level("CRITICAL")

NUMERIC = ("slider", "number_input")


class _CountingRunner(LocalScriptRunner):
    """Counts the runs that all tests of this process started."""

    starts = 0

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.on_event.connect(self._count, weak=False)

    def _count(self, sender: object, event: Any, **_: Any) -> None:
        _CountingRunner.starts += event.name == "SCRIPT_STARTED"


app_test.__dict__["LocalScriptRunner"] = _CountingRunner


class _TypedSelectbox(Selectbox[Any]):
    """AppTest cannot hold an option that was typed in; a browser can."""

    @property
    def _widget_state(self) -> WidgetState:
        state = WidgetState()
        state.id = self.id
        if self.value is not None:
            state.string_value = str(self.format_func(self.value))
        return state


class Theirs(Driver):
    """Plays Streamlit's AppTest.

    Parameters
    ----------
    script
        The app: its text, or its file.
    """

    widget = Widget
    _components: ClassVar[Any] = None  # finding the components that are installed takes long: once is enough

    def __init__(self, script: str | Path) -> None:
        super().__init__(app_test_of(AppTest, script))
        self.at._bidi_component_manager = Theirs._components
        st.cache_data.clear()
        st.cache_resource.clear()

    def play(self, step: Step | None) -> Seen:
        """Play one step, or the first run; return it as a trace has it."""
        seen = super().play(step)
        told = [e for area in AREAS for e in seen.get(area, [])]
        exceptions = [{"exc": e["exc"]} for e in told if e["type"] == "exception"]
        warnings = [e["value"] for e in told if e["type"] == "warning"]
        query = {k: self.at.query_params[k] for k in sorted(self.at.query_params)}
        more = {"exceptions": exceptions, "warnings": warnings, "query_params": query}
        return {**seen, **{name: value for name, value in more.items() if value}}

    def look(self) -> Seen:
        """Return the elements of each area in page order, containers among them."""
        seen: Seen = {}
        for index, area in enumerate(AREAS):
            block = self.at._tree.children.get(index)
            elements = [] if block is None else list(_walk(block, ()))
            if elements or area == "main":
                seen[area] = elements
        return seen

    def starts(self) -> int:
        """How many times a run was started so far."""
        return _CountingRunner.starts

    def label_of(self, widget: Any) -> str:
        """The label of an input."""
        return str(getattr(widget.proto, "label", ""))

    def form_of(self, widget: Any) -> str:
        """The key of the form an input is in, or ''."""
        return str(getattr(widget.proto, "form_id", "") or "")

    def submits(self, widget: Any) -> bool:
        """Whether a button sends a form."""
        return bool(getattr(widget.proto, "is_form_submitter", False))

    def check_kind(self, kind: str) -> None:
        """Every kind that scenarios name is Streamlit's."""

    def waits(self, widget: Any) -> bool:
        """Whether a change of an input waits for another one's run."""
        return bool(getattr(widget.proto, "ignore_rerun", False))

    def all_nodes(self) -> list[Any]:
        """Everything on the page, in page order."""
        return list(self.at._tree)

    def _run(self, out: Any) -> str:
        for node in self.at._tree.get("selectbox"):
            if node.proto.accept_new_options:
                node.__class__ = _TypedSelectbox
        failed = super()._run(out)
        Theirs._components = self.at._bidi_component_manager
        return failed


def _walk(block: Any, path: tuple[str, ...]) -> Any:
    """Yield what is in a container, each with where it is."""
    counts: dict[str, int] = {}
    for _, child in sorted(block.children.items()):
        if not isinstance(child, Block):
            yield {**_placed(child.type, path), **_element(child)}
        elif child.type != "unknown" or child.children:
            number = counts[child.type] = counts.get(child.type, -1) + 1
            name = _name(child, number)
            yield {**_placed(f"<{child.type}>", path), "name": name}
            yield from _walk(child, (*path, name))
        else:
            counts[child.type] = counts.get(child.type, -1) + 1


def _placed(kind: str, path: tuple[str, ...]) -> dict[str, Any]:
    return {"type": kind, "in": "/".join(path)} if path else {"type": kind}


def _name(block: Any, number: int) -> str:
    if block.type == "form":
        return f"form({block.proto.form.form_id})"
    label = getattr(block.proto, "label", "")
    return f"{block.type}({label})" if label else f"{block.type}[{number}]"


def _element(node: Any) -> dict[str, Any]:
    proto = node.proto
    if node.type == "exception":
        return {"exc": proto.type, **_set(proto, "is_warning")}
    if isinstance(node, Widget):
        return _widget(node)
    if node.type == "json":
        return {"value": canonical(proto.body)}
    if node.type == "progress":
        return {"value": proto.value, **_set(proto, "text")}
    if node.type == "metric":
        return {"label": proto.label, **_set(proto, "delta"), "value": steady(proto.body)}
    return {"value": _static_value(node)}


def _static_value(node: Any) -> Any:
    try:
        value = node.value
    except Exception as error:  # noqa: BLE001 - an element of which AppTest knows no value
        return f"<{type(error).__name__}>"
    if callable(getattr(value, "to_dict", None)):  # what a component returned has any name, as None
        value = value.to_dict("list")
    return steady(value) if isinstance(value, str) else shown(value)


def _widget(node: Any) -> dict[str, Any]:
    proto = node.proto
    seen = {"key": node.key, "label": getattr(proto, "label", ""), "value": value_of(node)}
    seen |= _set(proto, "disabled")
    if getattr(proto, "form_id", ""):
        seen["form"] = proto.form_id
    seen |= _set(proto, "ignore_rerun")
    options = getattr(proto, "options", None)
    if options is not None and len(options) and isinstance(options[0], str):
        seen["options"] = list(options)
    if node.type in NUMERIC:
        seen |= {name: getattr(proto, name) for name in ("min", "max", "step") if hasattr(proto, name)}
    return {**seen, **_set(proto, "placeholder", "help", "max_chars")}


def _set(proto: Any, *names: str) -> dict[str, Any]:
    """Return those fields of a message that hold something."""
    return {name: value for name in names if (value := getattr(proto, name, None))}
