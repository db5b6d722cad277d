"""A real JupyterLab for browser tests: on this machine only, with settings, data and a token of its own."""

from __future__ import annotations

import json
import os
import secrets
import socket
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
#: Settings of the surroundings that would change what the server or its kernels do.
FOREIGN = ("PYTHONPATH", "PYTHONSTARTUP", "MPLBACKEND", "JUPYTER_PATH", "JUPYTER_CONFIG_PATH")
START_TIMEOUT = 120  # a loaded machine has been seen to take 30 s


class LabServer:
    """A JupyterLab process.

    Parameters
    ----------
    folder
        Where notebooks, settings and logs go; removed by whoever made it.
    python
        The interpreter whose JupyterLab and kernel are used.
    path
        What is put on the kernels' import path; None to test what is installed.
    """

    def __init__(self, folder: Path, *, python: str = sys.executable, path: Path | None = ROOT) -> None:
        self.notebooks = folder / "notebooks"
        self.notebooks.mkdir(parents=True)
        self.token = secrets.token_hex(16)
        self.port = _free_port()
        self._folder = folder
        self._lines: list[str] = []
        self._ready = threading.Event()
        self.write_settings("@jupyterlab/apputils-extension:notification", {"fetchNews": "false"})
        self._process = subprocess.Popen(
            [python, "-m", "jupyterlab", *self._arguments()],
            env=_environment(folder, path),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        self._reader = threading.Thread(target=self._read_log, name="lab-log", daemon=True)
        self._reader.start()

    @property
    def log(self) -> str:
        """What the server and its kernels wrote to the terminal."""
        return "".join(self._lines)

    def url(self, page: str) -> str:
        """The address of a page, token included: `url("lab/tree/x.ipynb")`."""
        mark = "&" if "?" in page else "?"
        return f"http://127.0.0.1:{self.port}/{page}{mark}token={self.token}"

    def wait_ready(self) -> None:
        """Wait until the server has said that it listens."""
        said = self._ready.wait(START_TIMEOUT)
        assert said, f"JupyterLab did not start in {START_TIMEOUT} s\n{self.log}"
        assert self._process.poll() is None, f"JupyterLab ended at once\n{self.log}"

    def write_settings(self, plugin: str, settings: dict[str, Any]) -> None:
        """Set a plugin's settings; a page loaded from now on sees them."""
        package, name = plugin.split(":")
        file = self._folder / "settings" / package / f"{name}.jupyterlab-settings"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(settings), encoding="utf-8")

    def stop(self) -> None:
        """End the server; it ends its kernels."""
        self._process.terminate()
        try:
            self._process.wait(20)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._reader.join()

    def _arguments(self) -> list[str]:
        return [
            "--no-browser",
            "--allow-root",
            "--ServerApp.ip=127.0.0.1",
            f"--ServerApp.port={self.port}",
            "--ServerApp.port_retries=0",
            f"--ServerApp.root_dir={self.notebooks}",
            f"--IdentityProvider.token={self.token}",
            "--LabApp.expose_app_in_browser=True",
            "--LabApp.news_url=",
            "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
        ]

    def _read_log(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            self._lines.append(line)
            if f"127.0.0.1:{self.port}/lab" in line:
                self._ready.set()
        self._ready.set()  # the process has ended: nobody should wait any longer


def _environment(folder: Path, path: Path | None) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name not in FOREIGN}
    kept |= {
        "JUPYTER_CONFIG_DIR": str(folder / "config"),
        "JUPYTER_DATA_DIR": str(folder / "data"),
        "JUPYTER_RUNTIME_DIR": str(folder / "runtime"),
        "JUPYTERLAB_SETTINGS_DIR": str(folder / "settings"),
        "JUPYTERLAB_WORKSPACES_DIR": str(folder / "workspaces"),
        "IPYTHONDIR": str(folder / "ipython"),
    }
    return kept if path is None else {**kept, "PYTHONPATH": str(path)}


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
