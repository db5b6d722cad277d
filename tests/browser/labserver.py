"""A real JupyterLab, or another host, for browser tests: on this machine only, with settings and a token of its own."""

from __future__ import annotations

import json
import os
import secrets
import signal
import socket
import subprocess
import sys
import threading
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.request import Request, urlopen

ROOT = Path(__file__).resolve().parents[2]
#: Settings of the surroundings that would change what the server or its kernels do.
FOREIGN = ("PYTHONPATH", "PYTHONSTARTUP", "MPLBACKEND", "JUPYTER_PATH", "JUPYTER_CONFIG_PATH")
START_TIMEOUT = 120  # a loaded machine has been seen to take 30 s
#: Kernels have a session of their own and the server's output: one that outlives it would hold the reader for ever.
LAST_LINES = 5


@dataclass(frozen=True)
class Host:
    """What serves notebooks.

    Parameters
    ----------
    module
        What Python runs.
    app
        Its class, which options are for.
    page
        The address of a notebook's page. In JupyterLab each has a workspace of its own: a page that is loaded again
        opens what another one wrote into a common workspace.
    home
        The address it says when it is ready.
    options
        Further ones.
    """

    module: str
    app: str
    page: str
    home: str
    options: tuple[str, ...] = ()


LAB = Host(
    "jupyterlab",
    "LabApp",
    "lab/workspaces/{name}/tree/{name}.ipynb?reset",
    "/lab",
    ("--LabApp.news_url=", "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate"),
)
NOTEBOOK = Host("notebook", "JupyterNotebookApp", "notebooks/{name}.ipynb", "/tree")


class LabServer:
    """A process of JupyterLab, or of another host.

    Parameters
    ----------
    folder
        Where notebooks, settings and logs go; removed by whoever made it.
    python
        The interpreter whose JupyterLab and kernel are used.
    path
        What is put on the kernels' import path; None to test what is installed.
    host
        What serves.
    """

    def __init__(
        self, folder: Path, *, python: str = sys.executable, path: Path | None = ROOT, host: Host = LAB
    ) -> None:
        self._host = host
        self.notebooks = folder / "notebooks"
        self.notebooks.mkdir(parents=True)
        self.token = secrets.token_hex(16)
        self.port = free_port()
        self._folder = folder
        self._lines: list[str] = []
        self._ready = threading.Event()
        self.write_settings("@jupyterlab/apputils-extension:notification", {"fetchNews": "false"})
        if path is not None:
            _serve_extension(path, folder / "data" / "labextensions")
        self._process = subprocess.Popen(
            [python, "-m", host.module, *self._arguments()],
            env=environment(folder, path),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
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

    def page_of(self, path: str) -> str:
        """The address of a notebook's page."""
        return self.url(self._host.page.format(name=path.removesuffix(".ipynb")))

    def wait_ready(self) -> None:
        """Wait until the server has said that it listens."""
        said = self._ready.wait(START_TIMEOUT)
        assert said, f"{self._host.module} did not start in {START_TIMEOUT} s\n{self.log}"
        assert self._process.poll() is None, f"{self._host.module} ended at once\n{self.log}"

    def write_settings(self, plugin: str, settings: dict[str, Any]) -> None:
        """Set a plugin's settings; a page loaded from now on sees them."""
        package, name = plugin.split(":")
        file = self._folder / "settings" / package / f"{name}.jupyterlab-settings"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(settings), encoding="utf-8")

    def end_kernel(self, path: str) -> None:
        """End the kernel of a notebook, if it has one: clocks of its apps would slow down all tests after it."""
        for session in json.loads(self._ask("GET", "api/sessions")):
            if session["path"] == path:
                self._ask("DELETE", f"api/sessions/{session['id']}")

    def stop(self) -> None:
        """End the server; it ends its kernels."""
        end(self._process)
        self._reader.join(LAST_LINES)

    def _ask(self, method: str, page: str) -> bytes:
        headers = {"Authorization": f"token {self.token}"}
        asked = Request(f"http://127.0.0.1:{self.port}/{page}", headers=headers, method=method)
        with urlopen(asked, timeout=START_TIMEOUT) as answer:
            return bytes(answer.read())

    def _arguments(self) -> list[str]:
        return [
            "--no-browser",
            "--allow-root",
            "--ServerApp.ip=127.0.0.1",
            f"--ServerApp.port={self.port}",
            "--ServerApp.port_retries=0",
            f"--ServerApp.root_dir={self.notebooks}",
            f"--IdentityProvider.token={self.token}",
            f"--{self._host.app}.expose_app_in_browser=True",
            *self._host.options,
        ]

    def _read_log(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            self._lines.append(line)
            if f"127.0.0.1:{self.port}{self._host.home}" in line:
                self._ready.set()
        self._ready.set()  # the process has ended: nobody should wait any longer


def _serve_extension(checkout: Path, folder: Path) -> None:
    """Let the extension that was built in a checkout be served, rather than one that is installed."""
    folder.mkdir(parents=True)
    built = checkout / "jupyter_session_state" / "labextension"
    assert built.exists(), f"{built} is missing; `jlpm build` in js/ makes it"
    (folder / "jupyter-session-state").symlink_to(built)


def end(process: subprocess.Popen[str]) -> None:
    """Ask a server that leads a session of its own to end; whatever of it does not is killed."""
    process.terminate()
    with suppress(subprocess.TimeoutExpired):
        process.wait(20)
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def environment(folder: Path, path: Path | None) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name not in FOREIGN}
    kept |= {
        "JUPYTER_CONFIG_DIR": str(folder / "config"),
        "JUPYTER_DATA_DIR": str(folder / "data"),
        "JUPYTER_PREFER_ENV_PATH": "0",  # an extension that is installed would go before the one in the data folder
        "JUPYTER_RUNTIME_DIR": str(folder / "runtime"),
        "JUPYTERLAB_SETTINGS_DIR": str(folder / "settings"),
        "JUPYTERLAB_WORKSPACES_DIR": str(folder / "workspaces"),
        "IPYTHONDIR": str(folder / "ipython"),
    }
    return kept if path is None else {**kept, "PYTHONPATH": str(path)}


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
