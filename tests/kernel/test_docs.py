"""The examples in the documentation do what it says: each block is a cell, in order, in one notebook."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from notebooks.screen import Screen
from tests.kernel.harness import ROOT, KernelDriver

pytestmark = pytest.mark.one_kernel

BLOCK = re.compile(r"^```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)
APP = re.compile(r"%%stateapp (\w+)")


def _blocks(path: Path) -> list[str]:
    return BLOCK.findall(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", ["README.md", "docs/guide.md"])
def test_every_example_runs_and_none_shows_an_error(name: str, kernel: KernelDriver) -> None:
    screen = Screen(kernel)
    apps = []
    for block in _blocks(ROOT / name):
        kernel.execute(block)
        if found := APP.match(block):
            apps.append(found[1])
            assert "Error" not in screen.text(found[1]), screen.text(found[1])
    assert len(apps) >= 2


@pytest.mark.parametrize("name", ["README.md", "docs/guide.md"])
def test_every_example_of_a_test_passes(name: str) -> None:
    (block,) = (block for block in _blocks(ROOT / name) if "AppTest" in block)
    names: dict[str, Any] = {}
    exec(compile(block, name, "exec"), names)
    (test,) = (value for key, value in names.items() if key.startswith("test_"))
    test()


def test_the_first_example_counts_clicks(kernel: KernelDriver) -> None:
    screen = Screen(kernel)
    for block in _blocks(ROOT / "README.md")[:2]:
        kernel.execute(block)
    kernel.click(screen.control("hello", "Count"))
    kernel.wait(lambda: "Hello you, 1 clicks so far." in screen.text("hello"))


def test_the_converter_of_the_guide_converts_both_ways(kernel: KernelDriver) -> None:
    screen = Screen(kernel)
    kernel.execute("%load_ext jupyter_session_state")
    kernel.execute(next(block for block in _blocks(ROOT / "docs/guide.md") if "stateapp converter" in block))
    kernel.click(screen.control("converter", "Boil"))
    kernel.wait(lambda: screen.control("converter", "°F")["value"] == 212)
    kernel.set(screen.control("converter", "°F"), value=32.0)
    kernel.wait(lambda: screen.control("converter", "°C")["value"] == 0)
