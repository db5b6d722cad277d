"""Makes the environments of the kernel tests: one for each version of ipykernel, under `.venv-kernels/`.

The package itself is not installed there: the tests put the checkout on the kernel's path. Three more are of hosts that
the JupyterLab of other tests must not load: `lite` builds sites with a kernel in the browser, `voila` serves notebooks,
`notebook` is Jupyter Notebook.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from tests.tools.requirements import ROOT, runtime_requirements

#: Version name -> what to install. 6.29 is the oldest supported, 7.0 the first with subshells.
IPYKERNELS = {
    "6.29": "ipykernel==6.29.*",
    "7.0": "ipykernel==7.0.*",
    "7.3": "ipykernel==7.3.*",
    "latest": "ipykernel>=7.4",
}
LITE = "lite"
#: What builds a site; its kernel is made for the pyodide that js/package.json names.
LITE_REQUIREMENTS = (
    "jupyterlite-core>=0.8,<0.9",
    "jupyterlite-pyodide-kernel>=0.8,<0.9",
    "jupyterlab-server",
)
VOILA = "voila"
VOILA_REQUIREMENTS = ("voila>=0.5.11,<0.6",)
NOTEBOOK = "notebook"
NOTEBOOK_REQUIREMENTS = ("notebook>=7.5,<8",)
DEFAULT = ("6.29", "7.0", "7.3", "latest")
FOLDER = ROOT / ".venv-kernels"


def interpreter(version: str) -> Path:
    """The Python of one environment, made or not."""
    return python_in(FOLDER / version)


def python_in(folder: Path) -> Path:
    """The Python of the environment in a folder."""
    return folder / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")


def requirements(version: str) -> list[str]:
    """All that a kernel of this version needs to run apps, or a host to show them."""
    if version == LITE:
        return [*LITE_REQUIREMENTS, *runtime_requirements(without=frozenset({"ipykernel", "nh3"}))]
    if version == VOILA:
        return [*VOILA_REQUIREMENTS, *runtime_requirements()]
    if version == NOTEBOOK:
        return [*NOTEBOOK_REQUIREMENTS, *runtime_requirements()]
    others = runtime_requirements("data", "plots", without=frozenset({"ipykernel"}))
    return [IPYKERNELS[version], *others]


def is_made(version: str) -> bool:
    """Whether the environment exists and was made from today's requirements."""
    return _is_made(FOLDER / version, requirements(version))


def make(version: str) -> None:
    """Make one environment unless it is there."""
    if not is_made(version):
        print(f"environment {version}: {requirements(version)[0]}", flush=True)
        make_in(FOLDER / version, requirements(version))


def make_in(folder: Path, wanted: list[str]) -> None:
    """Make an environment of these requirements, unless it was made from the same ones."""
    if _is_made(folder, wanted):
        return
    shutil.rmtree(folder, ignore_errors=True)
    if not _made_by_uv(folder, wanted):
        shutil.rmtree(folder, ignore_errors=True)
        _make_by_pip(folder, wanted)
    _stamp(folder).write_text(_recipe(wanted), encoding="utf-8")


def _is_made(folder: Path, wanted: list[str]) -> bool:
    stamp = _stamp(folder)
    return stamp.exists() and stamp.read_text(encoding="utf-8") == _recipe(wanted)


def _stamp(folder: Path) -> Path:
    return folder / "made-from.txt"


def _recipe(wanted: list[str]) -> str:
    return "\n".join([sys.version, *wanted])


def _made_by_uv(folder: Path, wanted: list[str]) -> bool:
    uv = shutil.which("uv", path=str(Path(sys.executable).parent)) or shutil.which("uv")
    if uv is None:
        return False
    steps = [
        [uv, "venv", "--quiet", "--python", sys.executable, str(folder)],
        [uv, "pip", "install", "--quiet", "--python", str(python_in(folder)), *wanted],
    ]
    return all(subprocess.run(step, check=False).returncode == 0 for step in steps)


def _make_by_pip(folder: Path, wanted: list[str]) -> None:
    subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)
    subprocess.run([str(python_in(folder)), "-m", "pip", "install", "--quiet", *wanted], check=True)


def main(names: str) -> None:
    """Make the environments named in a comma-separated list."""
    versions = list(dict.fromkeys(filter(None, names.split(",")))) or list(DEFAULT)
    known = [*IPYKERNELS, LITE, VOILA, NOTEBOOK]
    unknown = sorted({*versions} - {*known})
    if unknown:
        sys.exit(f"unknown environments {', '.join(unknown)}; there are {', '.join(known)}")
    for version in versions:
        make(version)


if __name__ == "__main__":
    main(sys.argv[1] if sys.argv[1:] else "")
