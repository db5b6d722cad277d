"""The process of one kernel, kept apart from the user's settings."""

from __future__ import annotations

import os
import secrets
import signal
import subprocess
import tempfile
from pathlib import Path

from jupyter_client.connect import write_connection_file

#: Settings of the surroundings that would change what a kernel does.
FOREIGN = ("PYTHONPATH", "PYTHONSTARTUP", "MPLBACKEND", "IPYTHONDIR", "PYTHONDONTWRITEBYTECODE")


class KernelProcess:
    """A kernel started with a given interpreter, in a folder of its own."""

    def __init__(self, python: str, path: Path | None, env: dict[str, str]) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="kernel-", ignore_cleanup_errors=True)
        folder = Path(self._folder.name)
        self._log = folder / "log.txt"
        self._read = 0
        file, self.connection = write_connection_file(
            str(folder / "connection.json"), key=secrets.token_hex(16).encode()
        )
        with self._log.open("wb") as log:
            # Frozen modules make the debugger warn on every start.
            self._process = subprocess.Popen(
                [python, "-Xfrozen_modules=off", "-m", "ipykernel_launcher", "-f", file],
                env=_environment(folder, path) | env,
                cwd=folder,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )

    @property
    def alive(self) -> bool:
        return self._process.poll() is None

    @property
    def pid(self) -> int:
        """The id of the process."""
        return self._process.pid

    @property
    def log(self) -> str:
        """What the process wrote to its own output, which no front end shows."""
        written = self._log.read_bytes() if self._log.exists() else b""
        return written[self._read :].decode("utf-8", errors="replace")

    def forget_log(self) -> None:
        """Leave out what was written so far."""
        self._read = self._log.stat().st_size

    def interrupt(self) -> None:
        """Send the signal that a server sends for the stop button: to the whole process group."""
        os.killpg(self._process.pid, signal.SIGINT)

    def kill(self) -> None:
        """End the process and remove its folder."""
        self._process.kill()
        self._process.wait()
        self._folder.cleanup()


def _environment(folder: Path, path: Path | None) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name not in FOREIGN}
    kept |= {"IPYTHONDIR": str(folder / "ipython"), "JPY_PARENT_PID": str(os.getpid())}
    return kept if path is None else {**kept, "PYTHONPATH": str(path)}
