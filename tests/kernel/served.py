"""A page that talks to its kernel as a browser does: through a notebook server, with the limits it has by default."""

from __future__ import annotations

import asyncio
import json
import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
import uuid
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any

from tornado.websocket import WebSocketClientConnection, websocket_connect

from tests.kernel.apps import doc_of, plain
from tests.kernel.channels import Json, Message
from tests.kernel.frontend import CONTROL_TARGET, FrontEnd
from tests.kernel.harness import ROOT

LIMIT = 2**28


class ServedPage:
    """One page of one kernel behind a server; what arrives is taken in while `wait` waits."""

    def __init__(self, socket: WebSocketClientConnection) -> None:
        self._socket = socket
        self._session = uuid.uuid4().hex
        self.front = FrontEnd(self._send_comm)
        self.log: list[Message] = []

    async def execute(self, code: str) -> None:
        """Run a cell to its end."""
        content = {"code": code, "silent": False, "store_history": False, "allow_stdin": False}
        msg_id = self._send("execute_request", {**content, "user_expressions": {}})
        await self.wait(lambda: bool(self.log) and _is_idle(self.log[-1], msg_id))

    async def click(self, label: str) -> None:
        """Click a button."""
        (button,) = self.front.live(description=label)
        self.front.custom(button, {"event": "click"})

    def move(self, label: str, value: Any) -> None:
        """Give an input of ours a value."""
        (control,) = self.front.live(description=label)
        self.front.set(control, {"value": value})

    def value(self, label: str) -> Any:
        """What an input shows."""
        (control,) = self.front.live(description=label)
        return control["value"]

    async def load(self) -> None:
        """Show what there is: fetch all models from the kernel, as a page does that opens a notebook which runs."""
        self.front = FrontEnd(self._send_comm)
        comm_id = uuid.uuid4().hex
        self._send(
            "comm_open", {"comm_id": comm_id, "target_name": CONTROL_TARGET, "data": {}}, version="1.0.0"
        )
        self._send_comm(CONTROL_TARGET, comm_id, {"method": "request_states"}, [])
        await self.wait(lambda: self.log and self.log[-1].content.get("comm_id") == comm_id)
        data = self.log[-1].content["data"]
        self.front.restore(data["states"], data["buffer_paths"], [])

    def leave(self) -> None:
        """Close the page."""
        self._socket.close()

    async def wait(self, done: Callable[[], Any], *, seconds: float = 60) -> None:
        """Take in messages until `done`."""
        end = time.monotonic() + seconds
        while not done():
            left = end - time.monotonic()
            assert left > 0, "what was waited for did not come"
            await self._take(left)

    def of_type(self, *types: str) -> list[Message]:
        """What arrived of these types."""
        return [m for m in self.log if m.type in types]

    async def wait_text(self, text: str) -> None:
        """Wait until a text is on the page; only a message that changes the page is worth a look."""
        await self.wait(lambda: self.log and self.log[-1].type == "comm_msg" and text in self.texts())

    def texts(self) -> set[str]:
        """All texts on the page."""
        blocks = [model for model in self.front.live() if "doc" in model.state]
        return {plain(item["html"]) for block in blocks for item in doc_of(block)["items"] if "html" in item}

    async def _take(self, seconds: float) -> None:
        raw = await asyncio.wait_for(self._socket.read_message(), seconds)
        assert isinstance(raw, str), "the server closed the connection"
        found: Json = json.loads(raw)
        parent = (found.get("parent_header") or {}).get("msg_id", "")
        header = found["header"]
        message = Message(0.0, found["channel"], header["msg_type"], found["content"], parent, header, {}, [])
        self.log.append(message)
        if message.channel == "iopub":
            self.front.receive(message)

    def _send_comm(self, target: str, comm_id: str, data: Json, buffers: list[Any]) -> str:
        return self._send("comm_msg", {"comm_id": comm_id, "data": data})

    def _send(self, msg_type: str, content: Json, **metadata: Any) -> str:
        msg_id = uuid.uuid4().hex
        header = {
            "msg_id": msg_id,
            "msg_type": msg_type,
            "session": self._session,
            "username": "",
            "version": "5.3",
        }
        header["date"] = "2024-01-01T00:00:00Z"
        message = {
            "header": header,
            "parent_header": {},
            "metadata": metadata,
            "content": content,
            "channel": "shell",
        }
        self._socket.write_message(json.dumps(message))
        return msg_id


def _is_idle(message: Message, msg_id: str) -> bool:
    return message.parent == msg_id and message.content.get("execution_state") == "idle"


class ServedKernel:
    """A kernel behind a server, and the pages that are open on it."""

    def __init__(self, address: str, kernel: str) -> None:
        self._path = f"{address}/api/kernels/{kernel}"
        self._sockets: list[WebSocketClientConnection] = []

    async def open(self) -> ServedPage:
        """Open a page; it shows nothing yet."""
        url = f"ws{self._path.removeprefix('http')}/channels"
        self._sockets.append(await websocket_connect(url, max_message_size=LIMIT))
        return ServedPage(self._sockets[-1])

    async def restart(self) -> None:
        """Restart the kernel, as a user does; its pages stay open."""
        request = urllib.request.Request(f"{self._path}/restart", data=b"", method="POST")
        await asyncio.to_thread(lambda: urllib.request.urlopen(request, timeout=60).close())

    def close(self) -> None:
        """Close all pages."""
        for one in self._sockets:
            one.close()


@asynccontextmanager
async def served_kernel() -> AsyncIterator[ServedKernel]:
    """Start a server and a kernel behind it; both are gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="server-", ignore_cleanup_errors=True) as folder:
        port = _free_port()
        address = f"http://127.0.0.1:{port}"
        server = _start(Path(folder), port)
        try:
            kernel = ServedKernel(
                address, await asyncio.to_thread(_new_kernel, f"{address}/api/kernels", server)
            )
            try:
                yield kernel
            finally:
                kernel.close()
        finally:
            server.terminate()
            server.wait(20)


@asynccontextmanager
async def served_page() -> AsyncIterator[ServedPage]:
    """Start a server, a kernel behind it and one page; all are gone afterwards."""
    async with served_kernel() as kernel:
        yield await kernel.open()


def _start(folder: Path, port: int) -> subprocess.Popen[bytes]:
    options = (
        "--no-browser",
        "--ip=127.0.0.1",
        f"--port={port}",
        "--allow-root",
        f"--ServerApp.root_dir={folder}",
    )
    open_to_tests = (
        "--IdentityProvider.token=",
        "--ServerApp.password=",
        "--ServerApp.disable_check_xsrf=True",
    )
    env = {**os.environ, "JUPYTER_CONFIG_DIR": str(folder), "JUPYTER_NO_CONFIG": "1", "PYTHONPATH": str(ROOT)}
    return subprocess.Popen(
        [sys.executable, "-m", "jupyter_server", *options, *open_to_tests],
        env={**env, "JPY_PARENT_PID": str(os.getpid())},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def _new_kernel(url: str, server: subprocess.Popen[bytes]) -> str:
    for _ in range(240):
        with suppress(OSError):  # not listening yet
            request = urllib.request.Request(url, data=b'{"name": "python3"}', method="POST")
            with urllib.request.urlopen(request, timeout=60) as answer:
                return str(json.load(answer)["id"])
        assert server.poll() is None, "the server ended"
        time.sleep(0.1)
    raise AssertionError("the server did not start")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
