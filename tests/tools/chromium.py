"""Finds a Chromium for the browser tests; run as a program it installs one if there is none."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def find() -> str | None:
    """The browser to use: `JSS_CHROMIUM`, else one on the path, else Playwright's own."""
    on_path = (shutil.which(name) for name in NAMES)
    named = os.environ.get("JSS_CHROMIUM")
    return named or next(filter(None, on_path), None) or _of_playwright()


def install() -> None:
    """Install Debian's browser where we may, else the one that Playwright offers."""
    if _may_use_apt() and _install_by_apt():
        return
    subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=True)


def _of_playwright() -> str | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def _may_use_apt() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get") is not None


def _install_by_apt() -> bool:
    # Without a font every screenshot would show boxes.
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    packages = ["chromium", "fonts-dejavu-core"]
    for step in (["update", "-qq"], ["install", "-qq", "-y", "--no-install-recommends", *packages]):
        if subprocess.run(["apt-get", *step], env=environment, check=False).returncode != 0:
            return False
    return any(shutil.which(name) for name in NAMES)


if __name__ == "__main__":
    if find() is None:
        install()
    found = find()
    if found is None:
        sys.exit("No Chromium found and none could be installed; set JSS_CHROMIUM to a browser's path.")
    print(f"browser: {found}")
