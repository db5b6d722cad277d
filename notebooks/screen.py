"""What the apps of a kernel show, as text: read from the models that a browser would draw."""

from __future__ import annotations

import hashlib
import html
import re
from collections.abc import Iterator
from typing import Any

from tests.kernel.apps import doc_of
from tests.kernel.frontend import Model
from tests.kernel.harness import KernelDriver

PREFIX = "IPY_MODEL_"
FIGURE = re.compile(r'<img[^>]* (?:src="data:image/|data-jss-src=")([^"]*)"[^>]*>')
BREAKS = re.compile(r"</(?:p|div|tr|li|summary|h\d)>|<br>")
CELL_END = re.compile(r"</t[hd]>")
TAG = re.compile(r"<[^>]*>")


class Screen:
    """The page that shows a kernel's apps.

    Parameters
    ----------
    kernel
        The kernel.
    """

    def __init__(self, kernel: KernelDriver) -> None:
        self._kernel = kernel

    def text(self, app: str) -> str:
        """What an app shows, each element on its own lines."""
        lines = (line.rstrip() for shown in self._shown(self._root(app)) for line in shown.splitlines())
        return "\n".join(line for line in lines if line)

    def figures(self, app: str) -> list[str]:
        """The app's figures, each as the line that stands for it."""
        return [line for line in self.text(app).splitlines() if line.startswith("(figure ")]

    def control(self, app: str, label: str) -> Model:
        """The control of an app that has this label."""
        found = [
            m for m in self._models(self._root(app)) if readable(m.state.get("description", "")) == label
        ]
        if len(found) != 1:
            raise AssertionError(f"the app {app!r} has {len(found)} controls {label!r}\n{self.text(app)}")
        return found[0]

    def traits(self, app: str, label: str, value: object) -> dict[str, object]:
        """What a view sends when a person picks this value: lists send its place, our sliders a list."""
        state = self.control(app, label).state
        if "_options_labels" in state:
            return {"index": list(state["_options_labels"]).index(value)}
        return {"value": [value] if isinstance(state["value"], list) else value}

    def _root(self, app: str) -> Model:
        roots = [m for m in self._kernel.widgets() if _name(m) == app]
        if len(roots) != 1:
            raise AssertionError(f"there are {len(roots)} apps {app!r} on the page")
        return roots[0]

    def _models(self, model: Model) -> Iterator[Model]:
        """A model and all it holds, in page order."""
        yield model
        for child in _children(model):
            yield from self._models(self._model(child))

    def _model(self, reference: str) -> Model:
        return self._kernel.page.models[reference.removeprefix(PREFIX)]

    def _shown(self, model: Model) -> Iterator[str]:
        if "doc" in model.state:
            for item in doc_of(model)["items"]:
                yield from (
                    self._shown(self._model(item["child"])) if "child" in item else [readable(item["html"])]
                )
        elif "outputs" in model.state:
            yield from map(_output, model["outputs"])
        elif "children" in model.state:
            for child in model["children"]:
                yield from self._shown(self._model(child))
        else:
            yield _control(model.state)


def readable(markup: str) -> str:
    """HTML as text; a figure becomes a line that differs when the figure does."""
    rows = markup.count("<tr") - markup.count("<thead")
    text = FIGURE.sub(lambda found: _figure(found[1]), markup)
    text = CELL_END.sub("  ", BREAKS.sub("\n", text))
    text = html.unescape(TAG.sub("", text)).strip()
    return f"{text}\n({rows} rows)" if "<table" in markup else text


def _name(model: Model) -> str | None:
    doc = model.state.get("doc") or {}
    return doc["props"]["name"] if doc.get("kind") == "app" else None


def _children(model: Model) -> list[str]:
    if "doc" in model.state:
        return [item["child"] for item in doc_of(model)["items"] if "child" in item]
    return list(model.state.get("children", ()))


def _control(state: dict[str, Any]) -> str:
    label = readable(state.get("description", ""))
    if "total_rows" in state:
        return f"({state['total_rows']} rows)"
    if state["_model_name"] == "ButtonModel":
        return f"[{label}]"
    value = state.get("value")
    if "_options_labels" in state:
        value = None if state["index"] is None else state["_options_labels"][state["index"]]
    if isinstance(value, list):
        value = " - ".join(f"{one:g}" for one in value)
    return f"{label}: {value}"


def _output(output: dict[str, Any]) -> str:
    if output["output_type"] == "stream":
        return str(output["text"])
    data = output["data"]
    return _figure(data["image/png"]) if "image/png" in data else str(data.get("text/plain", ""))


def _figure(data: str) -> str:
    return f"\n(figure {hashlib.blake2b(data.encode(), digest_size=4).hexdigest()})\n"
