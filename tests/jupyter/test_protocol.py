"""The page and the kernel mean the same by each message: the two files that say so are compared field by field."""

from __future__ import annotations

import re
import types
import typing
from pathlib import Path
from typing import Any, Literal, get_args, get_origin, get_type_hints, is_typeddict

import pytest

from jupyter_session_state._jupyter.inspector import protocol, requests

SCRIPT = (Path(__file__).parents[2] / "js/src/protocol.ts").read_text(encoding="utf-8")
PLAIN = {str: "string", int: "number", float: "number", bool: "boolean", Any: "Json", type(None): "null"}
ALIASES = ("Group", "By", "Phase", "Ending")


def in_typescript(hint: Any) -> str:
    """Return what TypeScript calls a type of the protocol."""
    if hint in PLAIN:
        return PLAIN[hint]
    named = [name for name in ALIASES if hint == getattr(protocol, name)]
    if named or is_typeddict(hint):
        return str(named[0] if named else hint.__name__)
    if get_origin(hint) is Literal:
        return " | ".join(f"'{value}'" for value in get_args(hint))
    if get_origin(hint) is list:
        (inner,) = map(in_typescript, get_args(hint))
        return f"({inner})[]" if " | " in inner else f"{inner}[]"
    assert get_origin(hint) in (typing.Union, types.UnionType), hint
    return " | ".join(map(in_typescript, get_args(hint)))


def of_python(message: type) -> dict[str, str]:
    """Return the fields of a message."""
    return {name: in_typescript(hint) for name, hint in get_type_hints(message).items()}


def of_typescript(name: str) -> dict[str, str]:
    """Return the fields of an interface."""
    found = re.search(rf"export interface {name} {{(.*?)^}}", SCRIPT, re.DOTALL | re.MULTILINE)
    assert found, f"protocol.ts has no interface {name}"
    return dict(re.findall(r"^ {2}(\w+): (.+);$", found[1], re.MULTILINE))


MESSAGES = [thing for thing in (vars(protocol) | vars(requests)).values() if is_typeddict(thing)]


@pytest.mark.parametrize("message", MESSAGES, ids=lambda message: str(message.__name__))
def test_a_message_has_the_same_fields_on_both_sides(message: type) -> None:
    def sets(fields: dict[str, str]) -> dict[str, set[str]]:
        return {name: set(kind.strip("()").split(" | ")) for name, kind in fields.items()}

    assert sets(of_python(message)) == sets(of_typescript(message.__name__))


def test_both_sides_have_the_same_messages() -> None:
    assert {m.__name__ for m in MESSAGES} == set(re.findall(r"export interface (\w+)", SCRIPT))


@pytest.mark.parametrize("name", ALIASES)
def test_a_word_may_have_the_same_values(name: str) -> None:
    found = re.search(rf"export type {name} = (.+?);", SCRIPT, re.DOTALL)
    assert found
    assert re.findall(r"'(\w+)'", found[1]) == list(get_args(getattr(protocol, name)))


def test_both_sides_speak_one_version_to_one_target() -> None:
    assert f"VERSION = {protocol.VERSION};" in SCRIPT
    assert f"TARGET = '{protocol.TARGET}';" in SCRIPT
