"""Where the figures come from: without this they say little."""

from __future__ import annotations

import os
import platform
import time
from collections.abc import Collection
from importlib.metadata import version

from benchmarks import environment

NAMES = ("jupyter_session_state", "streamlit", "ipykernel", "ipywidgets", "jupyter_client", "jupyter_server")


def machine(peers: Collection[str]) -> dict[str, str]:
    """Return machine, versions and time; of the peers that are not always there, those that take part."""
    libraries = [f"{name} {version(name)}" for name in NAMES]
    libraries += [pin.replace("==", " ") for pin in environment.pins() if pin.partition("==")[0] in peers]
    return {
        "date": time.strftime("%Y-%m-%d"),
        "machine": f"{os.cpu_count()} cores, {platform.system()} {platform.machine()}",
        "python": platform.python_version(),
        "libraries": ", ".join(libraries),
    }


def load() -> str:
    """Return the load averages of 1, 5 and 15 minutes: what others do at the same time."""
    return (
        " ".join(f"{average:.1f}" for average in os.getloadavg()) if hasattr(os, "getloadavg") else "unknown"
    )
