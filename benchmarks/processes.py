"""Child processes: every one ends with the benchmark, however that ends."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import subprocess
import tempfile
import time
import urllib.request
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Self

from tests.kernel.process import FOREIGN, KernelProcess

ROOT = Path(__file__).resolve().parents[1]
START_TIMEOUT = 120  # a loaded machine takes its time
GRACE = 15  # seconds that all servers together have to end


class Server:
    """A web server on this machine only, in a folder of its own.

    Parameters
    ----------
    command
        What is started; `{port}` and `{folder}` in it are filled in.
    health
        The path that answers once the server is up.
    env
        Environment variables besides those of this process.
    """

    def __init__(self, command: Sequence[str], health: str, env: Mapping[str, str]) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="benchmark-", ignore_cleanup_errors=True)
        folder = self._folder.name
        self.port = _free_port()
        self._log = Path(folder) / "log.txt"
        kept = {name: value for name, value in os.environ.items() if name not in FOREIGN}
        with self._log.open("wb") as log:
            self._process = subprocess.Popen(
                [word.format(port=self.port, folder=folder) for word in command],
                env={**kept, "HOME": folder, "JUPYTER_CONFIG_DIR": folder, "JUPYTER_NO_CONFIG": "1", **env},
                cwd=folder,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,  # Ctrl-C is for this process, which ends the others in order
            )
        self._health = health

    @property
    def pid(self) -> int:
        """The id of the process."""
        return self._process.pid

    def url(self, path: str) -> str:
        """Return the address of a page."""
        return f"http://127.0.0.1:{self.port}{path}"

    def wait_ready(self) -> None:
        """Wait until the server answers."""
        end = time.monotonic() + START_TIMEOUT
        while time.monotonic() < end and self._process.poll() is None:
            with contextlib.suppress(OSError), urllib.request.urlopen(self.url(self._health), timeout=2):
                return
            time.sleep(0.1)
        raise RuntimeError(f"the server did not start: {self._log.read_text(errors='replace')[-600:]}")

    def terminate(self) -> None:
        """Ask the server to end, and what it started with it."""
        self._process.terminate()

    def wait_ended(self, seconds: float) -> None:
        """Wait until it ended, or end it when that takes too long; its folder is removed."""
        try:
            self._process.wait(seconds)
        except subprocess.TimeoutExpired:
            os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait()
        self._folder.cleanup()


class Children:
    """The processes and connections of one benchmark; leaving the context ends them."""

    def __init__(self) -> None:
        self._stack = contextlib.ExitStack()
        self._servers: list[Server] = []

    def kernel(self, python: str) -> KernelProcess:
        """Start a kernel of this interpreter that can import this checkout."""
        kernel = KernelProcess(python, ROOT, {})
        self._stack.callback(kernel.kill)
        return kernel

    def server(self, command: Sequence[str], health: str, env: Mapping[str, str] | None = None) -> Server:
        """Start a server and wait until it answers."""
        server = Server(command, health, env or {})
        self._servers.append(server)
        server.wait_ready()
        return server

    def closing(self, close: Callable[[], object]) -> None:
        """Have something closed before the processes that were started until now."""
        self._stack.callback(close)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        # A second Ctrl-C must not leave orphans.
        before = {one: signal.signal(one, signal.SIG_IGN) for one in (signal.SIGINT, signal.SIGTERM)}
        try:
            self._end()
        finally:
            for one, handler in before.items():
                signal.signal(one, handler)

    def _end(self) -> None:
        """End all servers at once: each may take its time."""
        for server in self._servers:
            server.terminate()
        try:
            self._stack.close()
        finally:
            end = time.monotonic() + GRACE
            for server in self._servers:
                server.wait_ended(max(0.1, end - time.monotonic()))


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
