"""A real Voilà for browser tests: each visitor gets a kernel that has run the notebook, and no code of it."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import threading
from pathlib import Path

from tests.browser.labserver import LAST_LINES, ROOT, START_TIMEOUT, end, environment, free_port
from tests.tools import kernel_envs

#: The kernel of notebooks that need the libraries of this environment; Voilà's own has none but ours.
RICH = "rich"


class VoilaServer:
    """A Voilà process that serves one notebook.

    Parameters
    ----------
    folder
        Where settings and logs go; removed by whoever made it.
    notebook
        The file.
    """

    def __init__(self, folder: Path, notebook: Path) -> None:
        python = kernel_envs.interpreter(kernel_envs.VOILA)
        assert python.exists(), "no environment of Voilà; make it with `make kernels KERNELS=voila`"
        self.port = free_port()
        self._lines: list[str] = []
        self._ready = threading.Event()
        extension = folder / "data" / "labextensions" / "jupyter-session-state"  # as if it were installed
        shutil.copytree(ROOT / "jupyter_session_state" / "labextension", extension)
        _offer_kernel(folder / "data" / "kernels" / RICH)
        self._process = subprocess.Popen(
            [str(python), "-m", "voila", str(notebook), "--no-browser", f"--port={self.port}"],
            env=environment(folder, ROOT),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )
        self._reader = threading.Thread(target=self._read_log, name="voila-log", daemon=True)
        self._reader.start()

    @property
    def pid(self) -> int:
        """The id of the server's process, whose children the kernels are."""
        return self._process.pid

    @property
    def log(self) -> str:
        """What the server and its kernels wrote to the terminal."""
        return "".join(self._lines)

    @property
    def url(self) -> str:
        """The address of the notebook's page."""
        return f"http://127.0.0.1:{self.port}/"

    def wait_ready(self) -> None:
        """Wait until the server has said that it listens."""
        said = self._ready.wait(START_TIMEOUT)
        assert said, f"Voilà did not start in {START_TIMEOUT} s\n{self.log}"
        assert self._process.poll() is None, f"Voilà ended at once\n{self.log}"

    def stop(self) -> None:
        """End the server; it ends its kernels."""
        end(self._process)
        self._reader.join(LAST_LINES)

    def _read_log(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            self._lines.append(line)
            if f":{self.port}/" in line:
                self._ready.set()
        self._ready.set()  # the process has ended: nobody should wait any longer


def _offer_kernel(folder: Path) -> None:
    folder.mkdir(parents=True)
    command = [sys.executable, "-m", "ipykernel_launcher", "-f", "{connection_file}"]
    spec = {"argv": command, "display_name": "Rich", "language": "python"}
    (folder / "kernel.json").write_text(json.dumps(spec), encoding="utf-8")
