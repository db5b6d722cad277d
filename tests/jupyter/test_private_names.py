"""Every private name of a library that the package touches is on the list, and nothing is on it that is not used."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from jupyter_session_state._jupyter.inside import PRIVATE
from tests.test_architecture import modules

#: Names without an underscore that are no public API either; only `host` and `output` ask for such, by `getattr`.
ASKING = ("jupyter_session_state._jupyter.host", "jupyter_session_state._jupyter.output")
#: What these ask for that is public: IPython's and asyncio's documented names, and attributes of modules.
PUBLIC = {"kernel", "events", "display_pub", "asyncio_loop", "version_info", "__name__"}
#: Traits of anywidget and ipywidgets that whoever writes a widget class sets: part of their protocol.
PROTOCOL = {"_anywidget_id", "_css", "_esm", "_module", "_repr_mimebundle_"}


def _is_private(name: str) -> bool:
    return name.startswith("_") and not name.startswith("__") and name != "_"


def _edge() -> dict[str, ast.Module]:
    return {name: tree for name, tree in modules().items() if "._jupyter" in name}


def _defined() -> set[str]:
    """Names that the package itself gives to functions, classes, attributes and variables."""
    found: set[str] = set()
    for tree in modules().values():
        for node in ast.walk(tree):
            if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
                found.add(node.name)
            elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
                found.add(node.id)
            elif isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store) and _is_own(node):
                found.add(node.attr)
    return found


def _is_own(node: ast.Attribute) -> bool:
    return isinstance(node.value, ast.Name) and node.value.id in ("self", "cls")


def _asked(tree: ast.Module) -> Iterator[str]:
    """Names in getattr(thing, "name"), hasattr and setattr."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and len(node.args) > 1:
            name = node.args[1]
            if node.func.id in ("getattr", "hasattr", "setattr") and isinstance(name, ast.Constant):
                yield str(name.value)


def _touched(tree: ast.Module) -> Iterator[str]:
    """Private names the module reads or sets on anything but its own objects, asks for, or imports."""
    yield from filter(_is_private, _asked(tree))
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and _is_private(node.attr):
            yield node.attr
        elif isinstance(node, ast.ImportFrom) and not (node.module or "").startswith("jupyter_session_state"):
            yield from (name.name for name in node.names if _is_private(name.name))
        elif isinstance(node, (ast.ClassDef, ast.FunctionDef)):
            yield from ()


def test_the_list_of_private_names_is_complete() -> None:
    touched = {name for tree in _edge().values() for name in _touched(tree)}
    asked = {name for module in ASKING for name in _asked(_edge()[module])}
    assert touched - _defined() - PROTOCOL - set(PRIVATE) == set()
    assert asked - PUBLIC - set(PRIVATE) == set()


def test_nothing_is_on_the_list_that_is_not_used() -> None:
    words = {
        word
        for tree in _edge().values()
        for node in ast.walk(tree)
        for word in (getattr(node, "attr", None), getattr(node, "value", None))
        if isinstance(word, str)
    }
    assert set(PRIVATE) - words == set()


def test_a_private_name_is_asked_for_before_it_is_used() -> None:
    """So that its absence is seen: somewhere in the package, `hasattr` or `getattr` with a default names it."""
    asked = {name for tree in _edge().values() for name in _asked(tree)}
    assert set(PRIVATE) - asked == {"_model_id"}, "setting what nobody reads does no harm"
