"""Run the scenarios of a corpus under our AppTest and compare with what Streamlit did.

    python runner.py DIR            # DIR has scenarios/ and traces/
    python runner.py DIR --json     # the same, for programs
    python runner.py DIR NAME ...   # only scenarios whose names begin so

Exits with 0 if every step agrees, or is listed in DIVERGENCES.toml and does differ. What is compared, and
how, says README.md.
"""

from __future__ import annotations

import argparse
import builtins
import datetime as dt
import importlib.util
import io
import json
import re
import sys
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jupyter_session_state as st
from jupyter_session_state._testing.blocks import Block
from jupyter_session_state._testing.widgets import Widget
from jupyter_session_state.testing import AppTest, AppTestError

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

if TYPE_CHECKING:
    from types import ModuleType

HERE = Path(__file__).resolve().parent
AREAS = ("main", "sidebar", "event")
FIELDS = ("type", "key", "label", "value", "disabled", "options", "form")
MAKERS: dict[str, Any] = {
    "$date": dt.date.fromisoformat,
    "$time": dt.time.fromisoformat,
    "$datetime": dt.datetime.fromisoformat,
    "$tuple": lambda items: tuple(python_value(item) for item in items),
}
LEFT_OUT = frozenset({"log", "message"})
"""Names of what was left out of the stored traces; keys of session state with these names went too."""
CHANGING = [
    (re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"), "<uuid>"),
    (re.compile(r"0x[0-9a-fA-F]{6,}"), "0x.."),
]


def python_value(value: Any) -> Any:
    """Return the Python value of a value in a step."""
    if isinstance(value, dict):
        for name, make in MAKERS.items():
            if name in value:
                return make(value[name])
        return {k: python_value(v) for k, v in value.items()}
    return [python_value(v) for v in value] if isinstance(value, list) else value


def steady(text: str) -> str:
    """Return a text without what changes from process to process."""
    for pattern, name in CHANGING:
        text = pattern.sub(name, text)
    return text


def shown(value: Any) -> str:
    """Return the repr of a value, as the traces have it."""
    if type(value).__name__ == "UploadedFile":
        return f"UploadedFile(name={value.name!r}, type={value.type!r}, size={value.size})"
    if isinstance(value, list):
        return f"[{', '.join(map(shown, value))}]"
    return steady(repr(value))


# -- what a run looks like -----------------------------------------------------------------------------------


def elements_of(block: Block) -> list[dict[str, Any]]:
    """Return the elements of an area in page order; containers are not compared."""
    return [element_of(node) for node in block if not isinstance(node, Block)]


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


def canonical(body: str) -> str:
    """Return JSON with its keys sorted."""
    try:
        return json.dumps(json.loads(body), sort_keys=True)
    except ValueError:
        return body


def widget_of(node: Widget) -> dict[str, Any]:
    """Return what is compared of an input."""
    try:
        value = shown(node.value)
    except Exception as error:  # noqa: BLE001 - the traces name the class
        value = f"<{type(error).__name__}>"
    seen: dict[str, Any] = {"type": node.type, "key": node.key, "label": node.label, "value": value}
    options = None if node.type == "button_group" else getattr(node, "options", None)  # traces leave them out
    if node.disabled:
        seen["disabled"] = True
    if node.form_id:
        seen["form"] = node.form_id
    if options:
        seen["options"] = list(options)
    return seen


# -- the steps -----------------------------------------------------------------------------------------------


class Driver:
    """Plays the steps of a scenario, as a browser that keeps the drafts of forms."""

    def __init__(self, script: str) -> None:
        self.at = AppTest.from_string(script.lstrip("\n"), default_timeout=20)
        self.drafts: dict[str, list[dict[str, Any]]] = {}

    def play(self, step: dict[str, Any] | None) -> dict[str, Any]:
        """Play one step, or the first run; return what is compared."""
        app = self.at._session.app
        started, out, failure = app.starts, io.StringIO(), ""
        if step is None or self._edit(step):
            with redirect_stdout(out), redirect_stderr(io.StringIO()):
                try:
                    self.at.run()
                except Exception as error:  # noqa: BLE001 - a failed run is a difference to be told
                    failure = f"{type(error).__name__}: {error}"
            self._draft_again()
        seen: dict[str, Any] = {
            "script_runs": app.starts - started,
            "session_state": {
                k: shown(v) for k, v in sorted(self.at.session_state.items()) if k not in LEFT_OUT
            },
            "stdout": steady(out.getvalue()).splitlines(),
        }
        for index, area in enumerate(AREAS):
            seen[area] = elements_of(self.at[index])
        return {**seen, "failure": failure} if failure else seen

    def _edit(self, step: dict[str, Any]) -> bool:
        """Carry out a step, or all of a batch; return whether it asks for a run."""
        wanted = False
        for part in step["steps"] if step["do"] == "batch" else [step]:
            try:
                wanted = self._apply(part) or wanted
            except (AppTestError, LookupError, AttributeError):  # noqa: PERF203 - each on its own
                continue  # refused, as by a disabled widget
        return wanted

    def _apply(self, step: dict[str, Any]) -> bool:
        do = step["do"]
        if do == "set_state":
            self.at.session_state[step["key"]] = python_value(step["value"])
        elif do == "del_state":
            del self.at.session_state[step["key"]]
        elif do == "query":
            self.at.query_params[step["key"]] = step["value"]
        elif do == "click":
            self._find(step).click()
        elif do == "submit":
            self._submit_button(step).click()
            self.drafts.pop(step["form"], None)
        elif do in ("set", "upload"):
            return self._set(step)
        return True

    def _set(self, step: dict[str, Any]) -> bool:
        widget = self._find(step)
        if step["do"] == "upload":
            self._upload(widget, [(name, text.encode(), mime) for name, text, mime in step["files"]])
        else:
            widget.set_value(python_value(step["value"]))
        if widget.form_id:
            drafts = self.drafts.setdefault(widget.form_id, [])
            if step not in drafts:
                drafts.append(step)
            return False
        return not widget._registration.ignore

    @staticmethod
    def _upload(widget: Any, files: list[tuple[str, bytes, str]]) -> None:
        if not files:
            widget.clear()
        else:
            widget.set_value(files if len(files) > 1 or widget.accept_multiple_files else files[0])

    def _draft_again(self) -> None:
        for step in [step for steps in self.drafts.values() for step in steps]:
            try:
                self._set(step)
            except (AppTestError, LookupError):  # noqa: PERF203 - each on its own
                continue

    def _find(self, step: dict[str, Any]) -> Any:
        kind = {"datetime_input": "date_time_input"}.get(step["kind"], step["kind"])
        found = [w for w in self.at.get(kind) if isinstance(w, Widget)]
        if kind == "button":
            found = [w for w in found if not w.form_id]
        if step.get("key") is not None:
            found = [w for w in found if w.key == step["key"]]
        elif step.get("label") is not None:
            found = [w for w in found if w.label == step["label"]]
        return found[step.get("index", 0)]

    def _submit_button(self, step: dict[str, Any]) -> Any:
        return next(
            button
            for button in self.at.form_submit_button
            if button.form_id == step["form"]
            and step.get("label", button.label) == button.label
            and step.get("key", button.key) == button.key
        )


# -- the comparison ------------------------------------------------------------------------------------------


def differences(expected: dict[str, Any], seen: dict[str, Any]) -> list[str]:
    """Return how a step differs from the trace, as lines for a person."""
    found = [f"run failed: {seen['failure']}"] if "failure" in seen else []
    state = {k: v for k, v in expected["session_state"].items() if k not in LEFT_OUT}
    for name, wanted in (
        ("script_runs", expected["script_runs"]),
        ("session_state", state),
        ("stdout", expected.get("stdout", [])),
    ):
        if wanted != seen[name]:
            found.append(f"{name}: expected {wanted!r}, not {seen[name]!r}")
    for area in AREAS:
        elements = [picked(e) for e in expected.get(area, []) if not e["type"].startswith("<")]
        found.extend(f"{area}: {line}" for line in element_differences(elements, seen[area]))
    return found


def picked(element: dict[str, Any]) -> dict[str, Any]:
    """Return the fields of a traced element that are compared."""
    if element["type"] == "exception":
        return {"type": "exception", "exc": element["exc"].rpartition(".")[2]}
    return {name: element[name] for name in FIELDS if name in element}


def element_differences(wanted: list[dict[str, Any]], seen: list[dict[str, Any]]) -> list[str]:
    """Return how two lists of elements differ."""
    found = []
    for index in range(max(len(wanted), len(seen))):
        a = wanted[index] if index < len(wanted) else None
        b = seen[index] if index < len(seen) else None
        if a != b and not same_error(a, b):
            found.append(f"element {index}: expected {a!r}, not {b!r}")
    return found


def same_error(wanted: dict[str, Any] | None, seen: dict[str, Any] | None) -> bool:
    """Whether both are exceptions and the one seen is of the class wanted, or of a subclass."""
    if wanted is None or seen is None or not wanted["type"] == seen["type"] == "exception":
        return False
    cls = getattr(st.errors, seen["exc"], None) or getattr(builtins, seen["exc"], None)
    return cls is not None and wanted["exc"] in [base.__name__ for base in cls.__mro__]


@dataclass
class Outcome:
    """How one scenario went: differences by step, those that are listed apart from the others."""

    name: str
    differing: dict[int, list[str]] = field(default_factory=dict)
    listed: dict[int, list[str]] = field(default_factory=dict)
    stale: list[int] = field(default_factory=list)

    @property
    def agrees(self) -> bool:
        """Whether there is nothing that the list of divergences does not say."""
        return not self.differing and not self.stale


def load(path: Path) -> ModuleType:
    """Return the module of a scenario."""
    spec = importlib.util.spec_from_file_location(f"scenario_{path.stem}", path)
    if spec is None or spec.loader is None:
        raise ImportError(path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def divergences() -> dict[str, set[int]]:
    """Return the steps that may differ, by scenario."""
    table: dict[str, set[int]] = {}
    for entry in tomllib.loads((HERE / "DIVERGENCES.toml").read_text(encoding="utf-8"))["divergence"]:
        table.setdefault(entry["scenario"], set()).update(entry["steps"])
    return table


def run_scenario(path: Path, traces: Path, may_differ: set[int]) -> Outcome:
    """Run a scenario and compare every step."""
    module, outcome = load(path), Outcome(path.stem)
    trace = json.loads((traces / f"{path.stem}.json").read_text(encoding="utf-8"))["trace"]
    driver = Driver(module.SCRIPT)
    for number, (step, expected) in enumerate(zip([None, *module.STEPS], trace, strict=True)):
        found = differences(expected, driver.play(step))
        if found:
            (outcome.listed if number in may_differ else outcome.differing)[number] = found
        elif number in may_differ:
            outcome.stale.append(number)
    return outcome


def run_corpus(folder: Path, names: list[str]) -> list[Outcome]:
    """Run the scenarios of a folder; one that cannot be run at all differs in step -1."""
    listed, outcomes = divergences(), []
    for path in sorted((folder / "scenarios").glob("*.py")):
        if names and not path.stem.startswith(tuple(names)):
            continue
        try:
            outcomes.append(run_scenario(path, folder / "traces", listed.get(path.stem, set())))
        except Exception as error:  # noqa: BLE001 - one scenario must not hide the others
            outcomes.append(Outcome(path.stem, {-1: [f"{type(error).__name__}: {error}"]}))
    return outcomes


def report(outcomes: list[Outcome]) -> str:
    """Return what to tell a person."""
    lines: list[str] = []
    for outcome in outcomes:
        for step, found in outcome.differing.items():
            lines.extend(f"{outcome.name} step {step}: {line}" for line in found)
        lines.extend(f"{outcome.name} step {step}: listed, but agrees" for step in outcome.stale)
    agreeing = sum(o.agrees and not o.listed for o in outcomes)
    on_purpose = sum(o.agrees and bool(o.listed) for o in outcomes)
    lines.append(f"{len(outcomes)} scenarios: {agreeing} agree, {on_purpose} differ on purpose, "
                 f"{len(outcomes) - agreeing - on_purpose} differ")  # fmt: skip
    return "\n".join(lines)


def main(arguments: list[str]) -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("names", nargs="*")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args(arguments)
    outcomes = run_corpus(options.folder, options.names)
    if options.json:
        told = [{"scenario": o.name, "agrees": o.agrees, "differing": o.differing, "listed": o.listed,
                 "stale": o.stale} for o in outcomes]  # fmt: skip
        print(json.dumps(told, indent=1))
    else:
        print(report(outcomes))
    return 0 if all(o.agrees for o in outcomes) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
