"""The page of Streamlit's names says what is so, and leaves none out."""

from __future__ import annotations

import inspect
from types import ModuleType
from typing import Any

import streamlit as theirs

from tests.tools.names import DOCS, names, page


def test_it_is_as_generated() -> None:
    assert DOCS.read_text(encoding="utf-8") == page(), "python -m tests.tools.names writes it"


def test_it_has_every_public_name_of_streamlit() -> None:
    inner = {"runtime", "version", "config", "logger", "util"}  # modules that are no API
    public = {name for name in vars(theirs) if not name.startswith("_") and _is_api(getattr(theirs, name))}
    assert public - inner - {one.name for one in names()} == set()


def _is_api(value: Any) -> bool:
    return not isinstance(value, ModuleType) and not (inspect.isclass(value) and value.__module__ == "typing")


def test_what_pasted_scripts_expect_is_here() -> None:
    missing = [one.name for one in names() if one.needed in ("1", "2") and one.status != "here"]
    assert missing == []


def test_at_least_eighteen_of_the_others_are_here() -> None:
    assert sum(one.needed == "3" and one.status == "here" and "." not in one.name for one in names()) >= 18
