"""Opens JupyterLab on a notebook of this folder: `python open_lab.py [NOTEBOOK]`."""

from __future__ import annotations

import secrets
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent


def command(notebook: str, token: str) -> list[str]:
    """How JupyterLab is started: for this machine only, behind a token made for this one start."""
    return [
        *(sys.executable, "-m", "jupyterlab", notebook),
        "--ServerApp.ip=127.0.0.1",
        f"--IdentityProvider.token={token}",
        f"--ServerApp.root_dir={HERE}",
        "--allow-root",  # containers have no other user, and the server is not reachable from outside
        "--LabApp.news_url=",
    ]


def main() -> int:
    """Run the server until it is stopped; it prints its URL, token included, when it is ready."""
    notebook = sys.argv[1] if sys.argv[1:] else "demo.ipynb"
    token = secrets.token_hex(16)
    print("JupyterLab is starting. Its URL, with the token, is printed below. Ctrl-C stops it.", flush=True)
    try:
        return subprocess.call(command(str(HERE / notebook), token))
    except KeyboardInterrupt:
        return 0


if __name__ == "__main__":
    sys.exit(main())
