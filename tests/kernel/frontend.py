"""The browser's side of ipywidgets without a browser: models that follow the comms and obey the protocol.

Two rules of the real front end decide what a kernel gets to see, so they are kept here: a model has at most
one update in flight and merges what happens meanwhile (`throttled`), and an echo of an older update does not
overwrite what the user did since.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any, Protocol

from tests.kernel.channels import Json, Message

WIDGET_TARGET = "jupyter.widget"
CONTROL_TARGET = "jupyter.widget.control"


class SendComm(Protocol):
    """Sends a comm message to the kernel and returns its msg_id."""

    def __call__(self, target: str, comm_id: str, data: Json, buffers: list[Any]) -> str: ...


@dataclass(eq=False)
class Model:
    """One widget model as the browser knows it."""

    model_id: str
    state: Json
    closed: bool = False
    customs: list[tuple[Json, list[memoryview]]] = field(default_factory=list)  # custom messages received
    pending: set[str] = field(default_factory=set)  # updates sent whose idle has not come
    held: Json = field(default_factory=dict)  # changes that wait for it
    awaited: dict[str, str] = field(default_factory=dict)  # trait -> msg_id of the newest update that set it

    def __getitem__(self, trait: str) -> Any:
        return self.state[trait]

    def matches(self, traits: Json) -> bool:
        """Whether the state holds all of these values."""
        return all(name in self.state and self.state[name] == value for name, value in traits.items())

    def __repr__(self) -> str:
        return f"<{self.state.get('_model_name')} {self.state.get('description', '')!r} {self.model_id[:6]}>"


class FrontEnd:
    """All models of one page."""

    def __init__(self, send: SendComm, *, throttled: bool = True) -> None:
        self._send = send
        self.throttled = throttled
        self.models: dict[str, Model] = {}

    def live(self, **traits: Any) -> list[Model]:
        """The open models whose state holds these values."""
        return [model for model in self.models.values() if not model.closed and model.matches(traits)]

    def set(self, model: Model, changes: Json) -> None:
        """Change traits as a user does: the browser shows them at once, the kernel learns of them."""
        changes = _as_written(changes)
        model.state.update(changes)
        if self.throttled and model.pending:
            model.held.update(changes)
        else:
            self._update(model, changes)

    def custom(self, model: Model, content: Any, buffers: list[Any] | None = None) -> str:
        """Send a custom message; these are never merged or held back."""
        data = {"method": "custom", "content": content}
        return self._send(WIDGET_TARGET, model.model_id, data, buffers or [])

    def receive(self, message: Message) -> None:
        """Take in one message of the iopub channel."""
        if message.type == "comm_open" and message.content["target_name"] == WIDGET_TARGET:
            self._open(message.content["comm_id"], message.content["data"], message.buffers)
        elif message.type == "comm_msg":
            self._comm_msg(message)
        elif message.type == "comm_close" and message.content["comm_id"] in self.models:
            self.models[message.content["comm_id"]].closed = True
        elif message.type == "status" and message.content["execution_state"] == "idle":
            self._idle(message.parent)

    def restore(self, states: Json, buffer_paths: list[list[Any]], buffers: list[memoryview]) -> None:
        """Take over all models at once, as a page does that was loaded again."""
        for path, buffer in zip(buffer_paths, buffers, strict=True):
            put_buffer(states, path, buffer)
        for model_id, entry in states.items():
            self.models[model_id] = Model(model_id, entry["state"])

    def _open(self, model_id: str, data: Json, buffers: list[memoryview]) -> None:
        self.models[model_id] = Model(model_id, with_buffers(data, buffers))

    def _comm_msg(self, message: Message) -> None:
        model = self.models.get(message.content["comm_id"])
        data = message.content["data"]
        if model is None:
            return
        if data["method"] == "custom" and (data["content"] or {}).get("op") == "deliver":
            for model_id, inner in data["content"]["messages"]:
                self._comm_msg(replace(message, content={"comm_id": model_id, "data": inner}, buffers=[]))
            return
        if data["method"] == "custom":
            model.customs.append((data["content"], message.buffers))
            return
        state = with_buffers(data, message.buffers)
        if data["method"] == "echo_update":
            state = {name: value for name, value in state.items() if _is_news(model, name, message.parent)}
        model.state.update(state)

    def _update(self, model: Model, changes: Json) -> None:
        state, paths, buffers = without_buffers(changes)
        data = {"method": "update", "state": state, "buffer_paths": paths}
        msg_id = self._send(WIDGET_TARGET, model.model_id, data, buffers)
        model.pending.add(msg_id)
        model.awaited.update(dict.fromkeys(changes, msg_id))

    def _idle(self, msg_id: str) -> None:
        for model in self.models.values():
            if msg_id in model.pending:
                model.pending.discard(msg_id)
                if model.held and not model.pending:
                    changes, model.held = model.held, {}
                    self._update(model, changes)


def _as_written(value: Any) -> Any:
    """A value with its numbers as a browser writes them: ``7`` for ``7.0``."""
    if isinstance(value, dict):
        return {key: _as_written(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_as_written(item) for item in value]
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _is_news(model: Model, trait: str, parent: str) -> bool:
    awaited = model.awaited.get(trait)
    if awaited is None:
        return True
    if awaited == parent:
        del model.awaited[trait]
        return trait not in model.held
    return False


def with_buffers(data: Json, buffers: list[memoryview]) -> Json:
    """The state of a comm message with its binary values put back in place."""
    state: Json = data["state"]
    for path, buffer in zip(data.get("buffer_paths", []), buffers, strict=True):
        put_buffer(state, path, buffer)
    return state


def put_buffer(state: Any, path: list[Any], buffer: memoryview) -> None:
    """Set one binary value, `path` being the keys and indices that lead to it."""
    for step in path[:-1]:
        state = state[step]
    state[path[-1]] = buffer


def without_buffers(state: Json) -> tuple[Json, list[list[Any]], list[Any]]:
    """The state without its binary values, the paths to these, and the values."""
    found = list(_binary(state, []))
    return _stripped(state), [path for path, _ in found], [value for _, value in found]


def _binary(value: Any, path: list[Any]) -> Iterator[tuple[list[Any], Any]]:
    if isinstance(value, (bytes, bytearray, memoryview)):
        yield path, value
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _binary(item, [*path, key])
    elif isinstance(value, (list, tuple)):
        for index, item in enumerate(value):
            yield from _binary(item, [*path, index])


def _stripped(value: Any) -> Any:
    if isinstance(value, dict):
        kept = {
            key: item for key, item in value.items() if not isinstance(item, (bytes, bytearray, memoryview))
        }
        return {key: _stripped(item) for key, item in kept.items()}
    if isinstance(value, (list, tuple)):
        return [_stripped(item) for item in value]
    return None if isinstance(value, (bytes, bytearray, memoryview)) else value
