"""Finds a Chromium for the browser tests; run as a program it installs what is missing."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
SHELL = "chromium-headless-shell"


def find() -> str | None:
    """The browser as people have it: `JSS_CHROMIUM`, else one on the path, else Playwright's own."""
    return os.environ.get("JSS_CHROMIUM") or _on_path(*NAMES) or _of_playwright()


def find_shell() -> str | None:
    """The same browser built without windows, which draws no toolbars for each page: else the whole one."""
    return os.environ.get("JSS_CHROMIUM") or _on_path(SHELL) or find()


def install() -> None:
    """Install Debian's browser and its shell where we may, else Playwright's browser if there is none."""
    if "JSS_CHROMIUM" in os.environ or _on_path(SHELL) or (_may_use_apt() and _install_by_apt()):
        return
    if find() is None:
        subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=True)


def _on_path(*names: str) -> str | None:
    return next(filter(None, map(shutil.which, names)), None)


def _of_playwright() -> str | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def _may_use_apt() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get") is not None


def _install_by_apt() -> bool:
    if not _apt("update", "-qq"):
        return False
    # Without a font every screenshot would show boxes. Not every Debian has the shell; the whole browser does as well.
    for packages in (["chromium", "fonts-dejavu-core"], [SHELL]):
        _apt("install", "-qq", "-y", "--no-install-recommends", *packages)
    return _on_path(*NAMES) is not None


def _apt(*arguments: str) -> bool:
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    return subprocess.run(["apt-get", *arguments], env=environment, check=False).returncode == 0


if __name__ == "__main__":
    install()
    found = find_shell()
    if found is None:
        sys.exit("No Chromium found and none could be installed; set JSS_CHROMIUM to a browser's path.")
    print(f"browser: {found}")
