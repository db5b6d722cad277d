"""What an app shows, read from the models of the page as its views in the browser would read them."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator
from typing import Any

from tests.kernel.frontend import Model
from tests.kernel.harness import Execution, KernelDriver

TAGS = re.compile(r"<[^>]*>")

SETUP = """
%load_ext jupyter_session_state
def _session():
    from jupyter_session_state._jupyter.session import session
    return session(get_ipython())
def _app(name):
    return _session().kernel.apps[name]
def _last(name):
    record = _app(name).history[-1]
    return {
        "number": record.number, "cause": record.cause, "ending": record.ending, "error": record.error,
        "refused": record.refused, "callbacks": [call.name for call in record.callbacks],
    }
def _endings(name):
    return [record.ending for record in _app(name).history]
def _is_settled():
    loop = _session().loop
    return not (loop._armed or loop._wanted or loop.running or _session().traffic)
"""


class Apps:
    """The apps of one kernel, as a person at the page sees and uses them."""

    def __init__(self, kernel: KernelDriver) -> None:
        self.kernel = kernel
        kernel.execute(SETUP)

    # --- cells --------------------------------------------------------------------------------------

    def run(self, name: str, script: str, *, options: str = "", check: bool = True, **more: Any) -> Execution:
        """Execute a `%%stateapp` cell."""
        return self.kernel.execute(
            f"%%stateapp {name} {options}".rstrip() + "\n" + script, check=check, **more
        )

    def close_all(self) -> None:
        """Take all apps off the page and forget all state."""
        self.kernel.execute(
            "for _name in list(_session().kernel.apps): _session().close(_name)\n"
            "from jupyter_session_state import session_state\n"
            "session_state.clear()\n_session().scope = 'kernel'"
        )

    # --- what happened ------------------------------------------------------------------------------

    def last(self, name: str) -> dict[str, Any]:
        """What the record of the last run says."""
        answer: dict[str, Any] = self.kernel.evaluate(f"_last({name!r})")
        return answer

    def endings(self, name: str) -> list[str]:
        """How the runs ended."""
        answer: list[str] = self.kernel.evaluate(f"_endings({name!r})")
        return answer

    def wait_run(self, name: str, number: int, *, timeout: float = 30) -> None:
        """Wait until the run of this number is over."""
        self.kernel.wait_value(f"_app({name!r}).history[-1].number >= {number}", True, timeout=timeout)

    def settle(self) -> None:
        """Wait until all that the page sent is answered, no run goes on or is wanted, and what was sent has come.

        That is known without waiting for a silence: the kernel is done with the messages, its loop has nothing to do,
        and the answer to a request comes after all that was sent before it. Clocks are not waited for.
        """
        self.kernel.wait_taken()
        self.kernel.wait_value("_is_settled()", True)

    # --- the page -----------------------------------------------------------------------------------

    def root(self, name: str) -> Model:
        """The block that shows the whole app."""
        found = [m for m in self.kernel.widgets() if is_root(m, name)]
        assert len(found) == 1, f"{len(found)} roots of {name}"
        return found[0]

    def text(self, name: str) -> str:
        """What is written in the app, one line for each item."""
        with self.kernel._changed:
            return "\n".join(text for _, text in self._items(self.root(name)) if text)

    def items(self, name: str) -> list[tuple[str, str]]:
        """Kind and text of what the app shows, in page order."""
        with self.kernel._changed:
            return list(self._items(self.root(name)))

    def wait_text(self, name: str, wanted: str, *, timeout: float = 30) -> str:
        """Wait until the app shows a text; returns all of it."""

        def shown() -> bool:
            return any(is_root(m, name) for m in self.kernel.widgets()) and wanted in self.text(name)

        try:
            self.kernel.wait(shown, timeout=timeout, what=f"{wanted!r} in {name}")
        except AssertionError as error:
            raise AssertionError(f"{wanted!r} is not in {name}, but\n{self.text(name)}\n\n{error}") from None
        return self.text(name)

    def control(self, description: str) -> Model:
        """The input of this label."""
        return self.kernel.widget(description=description)

    def click(self, description: str) -> None:
        """Click a button."""
        self.kernel.click(self.control(description))

    def move(self, description: str, value: Any) -> None:
        """Give an input of ours a value."""
        self.kernel.set(self.control(description), value=value)

    def action(self, name: str, action: str, **message: Any) -> None:
        """Use a button of the app's frame."""
        self.kernel.custom(self.root(name), {"op": "action", "name": action, **message})

    def wait(self, condition: Callable[[], Any], *, timeout: float = 30, what: str = "the condition") -> None:
        """Wait for something that is seen on the page."""
        self.kernel.wait(condition, timeout=timeout, what=what)

    def _items(self, block: Model) -> Iterator[tuple[str, str]]:
        for item in doc_of(block)["items"]:
            if item["kind"] == "pending":  # the place of a figure that is shown elsewhere
                continue
            if "child" not in item:
                yield item["kind"], plain(item["html"])
                continue
            child = self.kernel.page.models[item["child"].removeprefix("IPY_MODEL_")]
            assert not child.closed, f"{item} is shown, but closed"
            if "doc" in child.state:
                yield from self._items(child)
            elif "outputs" in child.state:
                yield item["kind"], "".join(map(_output_text, child["outputs"]))
            else:
                yield item["kind"], f"[{child.state.get('description', '')}]"


def doc_of(block: Model) -> dict[str, Any]:
    """What a block shows: the document it was opened with, and every patch that came since."""
    doc: dict[str, Any] = dict(block["doc"])
    doc["items"], doc["props"] = list(doc["items"]), dict(doc["props"])  # all that patches change in place
    for message, _ in list(block.customs):
        if message.get("op") != "patch" or message["v"] <= doc["v"]:
            continue
        assert message["v"] == doc["v"] + 1, f"a patch was lost: {doc['v']} then {message['v']}"
        for index, item in message.get("set", ()):
            doc["items"][index] = item
        for index, count, items in message.get("splice", ()):
            doc["items"][index : index + count] = items
        doc["props"].update(message.get("props", {}))
        doc["v"] = message["v"]
        if "stale" in message:
            doc["stale"] = message["stale"]
    return doc


def plain(markup: str) -> str:
    """The text of some HTML."""
    return html.unescape(TAGS.sub("", markup)).strip()


def is_root(model: Model, name: str) -> bool:
    doc = model.state.get("doc") or {}
    return doc.get("kind") == "app" and doc["props"]["name"] == name


def _output_text(output: dict[str, Any]) -> str:
    if output["output_type"] == "stream":
        return str(output["text"])
    if output["output_type"] == "error":
        return f"{output['ename']}: {output['evalue']}"
    data = output["data"]
    return str(next((data[mime] for mime in ("text/plain", "text/html") if mime in data), sorted(data)))
