"""A JupyterLite site: a kernel inside the browser, with everything it loads beside it.

The kernel is pyodide, from npm. Its packages are pure wheels from the Python index, ours among them, listed in a
lock file written here, so that the site asks no other machine for anything.
"""

from __future__ import annotations

import functools
import hashlib
import http.server
import json
import shutil
import subprocess
import sys
import threading
import zipfile
from email.parser import HeaderParser
from pathlib import Path
from typing import Any

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.browser.labserver import ROOT
from tests.tools import kernel_envs

PYODIDE = ROOT / "js" / "node_modules" / "pyodide"
PARTS = (
    "pyodide.mjs",
    "pyodide.asm.mjs",
    "pyodide.asm.wasm",
    "python_stdlib.zip",
    "pyodide.js",
    "package.json",
)
#: What pyodide's kernel imports; pip finds what these need.
PACKAGES = (
    "ipython<9.13",
    "micropip",
    "comm",
    "ipywidgets>=8.1,<9",
    "anywidget",
    "markdown-it-py",
    "latex2mathml",
    "pygments",
)


def build_site(folder: Path, notebook: dict[str, Any]) -> Path:
    """Build a site with one notebook, `lite.ipynb`; return its folder."""
    wheels, files = folder / "wheels", folder / "files"
    files.mkdir(parents=True)
    (files / "lite.ipynb").write_text(json.dumps(notebook), encoding="utf-8")
    _run("-m", "build", "--wheel", "--no-isolation", "--outdir", str(wheels), str(ROOT))
    _run(
        *("-m", "pip", "download", "--quiet", "--dest", str(wheels), "--only-binary=:all:"),
        *("--implementation", "py", "--abi", "none", "--platform", "any"),
        *("--python-version", _python_version(), *PACKAGES),
    )
    _provide_pyodide(folder / "static" / "pyodide", wheels)
    python = kernel_envs.interpreter(kernel_envs.LITE)
    assert python.exists(), "no environment to build the site; make it with `make kernels KERNELS=lite`"
    _run(
        *("-m", "jupyter", "lite", "build", "--lite-dir", str(folder), "--contents", str(files)),
        *("--output-dir", str(folder / "site"), "--no-unused-shared-packages"),
        folder=folder,
        python=python,
    )
    return folder / "site"


def _run(*arguments: str, folder: Path = ROOT, python: Path | str = sys.executable) -> None:
    done = subprocess.run([python, *arguments], cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{' '.join(arguments)}\n{done.stdout}\n{done.stderr}"


def _lock() -> dict[str, Any]:
    lock: dict[str, Any] = json.loads((PYODIDE / "pyodide-lock.json").read_text(encoding="utf-8"))
    return lock


def _python_version() -> str:
    return ".".join(str(_lock()["info"]["python"]).split(".")[:2])


def _provide_pyodide(folder: Path, wheels: Path) -> None:
    folder.mkdir(parents=True)
    for name in PARTS:
        shutil.copy(PYODIDE / name, folder)
    found = sorted(wheels.glob("*.whl"))
    for wheel in found:
        shutil.copy(wheel, folder)
    known = {_name(wheel) for wheel in found}
    packages = {_name(wheel): _entry(wheel, known) for wheel in found}
    (folder / "pyodide-lock.json").write_text(json.dumps({**_lock(), "packages": packages}), encoding="utf-8")


def _name(wheel: Path) -> str:
    return str(canonicalize_name(wheel.name.split("-")[0]))


def _entry(wheel: Path, known: set[str]) -> dict[str, Any]:
    """What pyodide wants to know of a wheel."""
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
        metadata = archive.read(next(n for n in names if n.endswith(".dist-info/METADATA"))).decode()
    tops = {
        n.split("/")[0].removesuffix(".py") for n in names if not n.split("/")[0].endswith((".data", "-info"))
    }
    return {
        "name": _name(wheel),
        "version": wheel.name.split("-")[1],
        "file_name": wheel.name,
        "install_dir": "site",
        "sha256": hashlib.sha256(wheel.read_bytes()).hexdigest(),
        "package_type": "package",
        "imports": sorted(tops),
        "depends": sorted(known & _requirements(metadata)),
        "unvendored_tests": False,
    }


def _requirements(metadata: str) -> set[str]:
    lines = HeaderParser().parsestr(metadata).get_all("Requires-Dist") or []
    surroundings = {"python_version": _python_version(), "sys_platform": "emscripten", "extra": ""}
    wanted = map(Requirement, lines)
    return {canonicalize_name(r.name) for r in wanted if r.marker is None or r.marker.evaluate(surroundings)}


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:
        """A test prints what it has to say itself."""


class SiteServer:
    """Serves a folder on this machine only."""

    def __init__(self, folder: Path) -> None:
        handler = functools.partial(_Quiet, directory=str(folder))
        self._server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def url(self, page: str) -> str:
        """The address of a page."""
        return f"http://127.0.0.1:{self._server.server_address[1]}/{page}"

    def stop(self) -> None:
        """Serve no more."""
        self._server.shutdown()
        self._server.server_close()
