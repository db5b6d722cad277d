"""The environment of the peers that the test extra does not bring: `.venv-bench`.

What it has in common with the environment of the others has the same version, so that the peers alone differ.
"""

from __future__ import annotations

from importlib.metadata import version
from pathlib import Path

from benchmarks.processes import ROOT
from tests.tools.kernel_envs import make_in, python_in

LIST = Path(__file__).with_name("requirements.txt")
SHARED = ("ipykernel", "ipywidgets", "numpy", "pandas")


def pins() -> list[str]:
    """Return the peers that are installed there, with their versions."""
    lines = LIST.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def interpreter() -> str:
    """Return the Python of the environment, which is made if it is not there."""
    folder = ROOT / ".venv-bench"
    make_in(folder, [*pins(), *(f"{name}=={version(name)}" for name in SHARED)])
    return str(python_in(folder))
