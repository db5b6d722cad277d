"""The source of the `with` block that is executed."""

from __future__ import annotations

import linecache
import textwrap
from typing import Any

import pytest

from jupyter_session_state._core.source_blocks import block_at

NAME = "<source blocks>"


def blocks(source: str) -> list[Any]:
    """What `block_at` says, each time the source calls `here()`."""
    text = textwrap.dedent(source)
    linecache.cache[NAME] = (len(text), None, text.splitlines(keepends=True), NAME)
    found: list[Any] = []

    class Here:
        def __enter__(self) -> None:
            found.append(block_at(NAME))

        def __exit__(self, *_: object) -> None: ...

    shown = "\n".join("" if line.startswith("%") else line for line in text.split("\n"))
    exec(compile(shown, NAME, "exec"), {"here": Here})
    return found


def test_it_is_the_body_of_the_block() -> None:
    assert blocks("with here():\n    a = 1\n\n    b = 2  # two\nc = 3") == ["a = 1\n\nb = 2  # two"]


def test_of_two_blocks_it_is_the_inner_one() -> None:
    assert blocks("with here():\n  with here():\n    a = 1") == ["with here():\n  a = 1", "a = 1"]


def test_decorators_belong_to_it() -> None:
    assert blocks("with here():\n    @staticmethod\n    def f(): ...") == ["@staticmethod\ndef f(): ..."]


def test_a_head_may_have_several_lines() -> None:
    assert blocks("with (\n    here()\n):\n    a = 1") == ["a = 1"]


def test_magics_of_the_notebook_are_no_hindrance() -> None:
    assert blocks("%%stateapp x\nwith here():\n    a = 1") == ["a = 1"]


@pytest.mark.parametrize("text", ["", "with here(:", "here = 1"])
def test_where_it_cannot_be_told_there_is_none(text: str) -> None:
    linecache.cache[NAME] = (len(text), None, text.splitlines(keepends=True), NAME)
    found: list[Any] = []
    exec(compile("look()", NAME, "exec"), {"look": lambda: found.append(block_at(NAME))})
    assert found == [None]
