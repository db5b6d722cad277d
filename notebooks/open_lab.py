"""Opens JupyterLab on a notebook of this folder: `python open_lab.py [NOTEBOOK]`."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent


def command(notebook: str) -> list[str]:
    """How JupyterLab is started: for this machine only, with a token that it makes and prints in its URL."""
    return [
        *(sys.executable, "-m", "jupyterlab"),
        f"--LabApp.default_url=/lab/tree/{notebook}",  # unlike a file argument, this is in the printed URL
        "--ServerApp.ip=127.0.0.1",
        f"--ServerApp.root_dir={HERE}",
        "--allow-root",  # containers have no other user, and the server is not reachable from outside
        "--LabApp.news_url=",
        "--log-level=WARN",  # so that the URL is not lost among what the server tells about itself
    ]


def main() -> int:
    """Run the server until it is stopped."""
    print("JupyterLab is starting; its URL follows. Ctrl-C stops it.", flush=True)
    try:
        return subprocess.call(command(sys.argv[1] if sys.argv[1:] else "demo.ipynb"))
    except KeyboardInterrupt:
        return 0


if __name__ == "__main__":
    sys.exit(main())
