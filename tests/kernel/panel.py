"""The inspector's end of its comm, as the JupyterLab extension holds it."""

from __future__ import annotations

from itertools import count
from typing import Any

from jupyter_session_state._jupyter.inspector.protocol import TARGET, VERSION
from tests.kernel.harness import KernelDriver

ASK = (
    '"jupyter_session_state" in __import__("sys").modules and '
    '__import__("jupyter_session_state._jupyter.inspector", fromlist=["open"]).open()'
)
Json = dict[str, Any]


class Panel:
    """One page that looks at the apps of a kernel.

    Parameters
    ----------
    kernel
        The kernel.
    ask
        Whether it asks the kernel to let it look.
    """

    def __init__(self, kernel: KernelDriver, *, ask: bool = True) -> None:
        self.kernel = kernel
        if ask:
            kernel.execute(ASK, silent=True, store_history=False, stop_on_error=False)
        self.id = kernel.open_comm(TARGET)
        self._numbers = count(1)

    @property
    def was_closed(self) -> bool:
        """Whether the kernel ended it."""
        return any(m.type == "comm_close" and m.content["comm_id"] == self.id for m in self.kernel.log)

    def told(self, kind: str) -> list[Json]:
        """What it was told of one kind."""
        return [message for message in self.heard if message["type"] == kind]

    @property
    def heard(self) -> list[Json]:
        """All it was told, in order."""
        return [one for told in self.kernel.received(self.id) for one in _single(told)]

    def wait(self, kind: str, number: int = 1) -> Json:
        """Wait until it was told so often of one kind; returns the last."""
        self.kernel.wait(lambda: len(self.told(kind)) >= number, what=f"{number} x {kind}")
        return self.told(kind)[-1]

    def post(self, kind: str, **fields: Any) -> int:
        """Send a message; returns its number."""
        number = next(self._numbers)
        self.send({"v": VERSION, "type": kind, "id": number, **fields})
        return number

    def send(self, data: Any) -> None:
        """Send anything."""
        self.kernel.send_comm(TARGET, self.id, data)

    def ask(self, kind: str, **fields: Any) -> Json:
        """Send a message and return the reply."""
        return self.reply(self.post(kind, **fields))

    def reply(self, number: int) -> Json:
        """Wait for the reply to a message."""
        self.kernel.wait(lambda: self._replies(number), what=f"the reply {number}")
        return self._replies(number)[0]

    def _replies(self, number: int) -> list[Json]:
        return [reply for reply in self.told("reply") if reply["id"] == number]

    def watch(self, app: str, *, history: bool = True) -> None:
        """Show an app."""
        assert self.ask("watch", app=app, state=True, history=history)["ok"]

    def entries(self) -> dict[str, Json]:
        """The keys it shows, put together of all it was told since it watches."""
        found: dict[str, Json] = {}
        for message in self.heard:
            if message["type"] == "state":
                earlier = found if message["offset"] else {}
                found = earlier | {entry["key"]: entry for entry in message["entries"]}
            elif message["type"] == "patch":
                found |= {entry["key"]: entry for entry in message["set"]}
                for key in message["gone"]:
                    found.pop(key, None)
        return found

    def items(self) -> list[Json]:
        """The timeline it shows."""
        found: dict[int, Json] = {}
        for message in self.told("history"):
            if message["whole"]:
                found.clear()
            found |= {item["number"]: item for item in message["items"]}
        return list(found.values())

    def wait_preview(self, key: str, preview: str) -> Json:
        """Wait until a key is shown so."""
        self.kernel.wait(
            lambda: self.entries().get(key, {}).get("preview") == preview,
            what=f"{key} shown as {preview}, not {self.entries().get(key)}",
        )
        return self.entries()[key]


def _single(message: Json) -> list[Json]:
    messages: list[Json] = message["messages"] if message["type"] == "news" else [message]
    return messages
