"""The house rules that a machine can hold: layers, no cycles, small modules and functions."""

from __future__ import annotations

import ast
import graphlib
import importlib.util
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

PACKAGE = "jupyter_session_state"
#: Libraries that only `_jupyter` may know, and that the rest must do without.
EDGE = ("IPython", "anywidget", "comm", "ipykernel", "ipywidgets", "markdown_it", "nh3", "traitlets")
#: Part of the package -> the parts it may import; "" is the package itself, the `st` namespace.
MAY_IMPORT = {
    "": {
        *(
            "_core",
            "_jupyter",
            "components",
            "config",
            "connections",
            "delta_generator",
            "elements",
            "errors",
            "logger",
            "runtime",
            "version",
        ),
    },
    "errors": set[str](),
    "_core": {"_core", "errors"},
    "elements": {"_core", "elements", "errors"},
    "_files": {"_core", "_files"},
    "_jupyter": {"_core", "_files", "_jupyter", "_testing", "elements", "errors"},
    "testing": {"_core", "_testing", "elements", "errors", "testing"},
    "_testing": {"_core", "_files", "_testing", "elements", "errors", "testing"},
    "cli": {"", "_core", "elements", "errors"},
    "typing": {"elements"},
    "components": {"components", "elements"},
    "connections": {"elements"},
    "runtime": {"_core", "elements", "runtime"},
    "config": {"elements"},
    "dataframe_util": {"elements"},
    "delta_generator": {"elements"},
    "version": {"_core"},
    "web": {"errors", "web"},
    "hello": {"elements"},
}
#: Parts that import nothing but the standard library and each other.
PURE = (
    *("_core", "_files", "components", "config", "connections", "dataframe_util", "elements", "errors"),
    *("logger", "runtime", "testing", "_testing", "typing", "version", "web"),
)
MAX_MODULE, MAX_FUNCTION = 300, 40
#: Functions that may be longer, each with its reason.
LONG_FUNCTIONS: dict[str, str] = {}


@cache
def root() -> Path:
    """The package under test: the checkout's, or the installed one."""
    spec = importlib.util.find_spec(PACKAGE)
    assert spec is not None
    assert spec.origin is not None
    return Path(spec.origin).parent


@cache
def modules() -> dict[str, ast.Module]:
    """All modules by dotted name, `jupyter_session_state._core.state`."""
    found = {}
    for file in sorted(root().rglob("*.py")):
        parts = [PACKAGE, *file.relative_to(root()).with_suffix("").parts]
        name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        found[name] = ast.parse(file.read_text(encoding="utf-8"), str(file))
    return found


def part(module: str) -> str:
    """The layer a module belongs to: `_core`, or the name of a module at the top."""
    return module.split(".")[1] if "." in module else ""


def in_parts(*names: str) -> list[str]:
    return [module for module in modules() if part(module) in names]


def statements(tree: ast.AST) -> Iterator[ast.AST]:
    """All nodes except what only type checkers read; what runs late counts, in functions too."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test):
            continue
        yield node
        yield from statements(node)


def imported(module: str) -> set[str]:
    """The modules that a module imports, at its top or later."""
    found: set[str] = set()
    for node in statements(modules()[module]):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            source = node.module or ""
            names = {f"{source}.{alias.name}" for alias in node.names}
            submodules = names & modules().keys()
            found.update(submodules)
            if len(submodules) < len(names):
                found.add(source)
    return found


def own_imports(module: str) -> set[str]:
    return {name for name in imported(module) if name.split(".")[0] == PACKAGE}


def too_long(module: str) -> Iterator[str]:
    """Functions with a long body; signatures are as long as Streamlit's."""
    for node in ast.walk(modules()[module]):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            body = node.body[1:] if ast.get_docstring(node) is not None else node.body
            lines = (node.end_lineno or node.lineno) - body[0].lineno + 1 if body else 0
            name = f"{module}.{node.name}"
            if lines > MAX_FUNCTION and name not in LONG_FUNCTIONS:
                yield f"{name}: {lines}"


def test_every_part_imports_only_what_its_layer_allows() -> None:
    offences = [
        f"{module} imports {name}"
        for module in modules()
        for name in own_imports(module)
        if part(name) not in MAY_IMPORT.get(part(module), set[str]())
    ]
    assert offences == []


def test_only_the_edge_knows_jupyter() -> None:
    offences = [
        f"{module} imports {name}"
        for module in modules()
        for name in imported(module)
        if part(module) != "_jupyter" and name.split(".")[0] in (*EDGE, "streamlit")
    ]
    assert offences == []


def test_the_edge_is_entered_late_by_the_package_itself() -> None:
    top = modules()[PACKAGE].body
    names = [ast.unparse(node) for node in top if isinstance(node, (ast.Import, ast.ImportFrom))]
    assert [name for name in names if "_jupyter" in name] == []


def test_pure_parts_import_the_standard_library_only() -> None:
    allowed = sys.stdlib_module_names | {PACKAGE}
    offences = [
        f"{module} imports {name}"
        for module in in_parts(*PURE)
        for name in imported(module)
        if name.split(".")[0] not in allowed
    ]
    assert offences == []


def test_no_import_cycle_even_through_late_imports() -> None:
    graph = {module: own_imports(module) - {module} for module in modules()}
    try:
        graphlib.TopologicalSorter(graph).prepare()
    except graphlib.CycleError as error:
        pytest.fail("import cycle: " + " <- ".join(error.args[1]))


def test_no_relative_imports() -> None:
    offences = [
        module
        for module, tree in modules().items()
        if any(isinstance(node, ast.ImportFrom) and node.level for node in ast.walk(tree))
    ]
    assert offences == []


def test_modules_are_small() -> None:
    sizes = {
        file.relative_to(root()): len(file.read_text("utf-8").splitlines()) for file in root().rglob("*.py")
    }
    assert {str(file): size for file, size in sizes.items() if size > MAX_MODULE} == {}


def test_functions_are_small() -> None:
    assert [offence for module in modules() for offence in too_long(module)] == []


def test_tests_of_real_processes_are_where_their_stage_looks_for_them() -> None:
    rooms = {"kernel": "tests/kernel/", "browser": "tests/browser/", "wheel": "tests/test_packaging.py"}
    tests = Path(__file__).parent
    texts = {
        path.relative_to(tests.parent).as_posix(): path.read_text("utf-8") for path in tests.rglob("*.py")
    }
    marked = [(mark, path) for mark in rooms for path, text in texts.items() if f"pytest.mark.{mark}" in text]
    assert {mark for mark, _ in marked} == {*rooms}
    assert [(mark, path) for mark, path in marked if not path.startswith(rooms[mark])] == []


def test_exceptions_from_the_rules_are_still_needed() -> None:
    defined = {
        f"{module}.{node.name}"
        for module, tree in modules().items()
        for node in ast.walk(tree)
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))
    }
    assert set(LONG_FUNCTIONS) <= defined


BLOCKER = """
import importlib, sys

class Blocker:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in {blocked}:
            raise ModuleNotFoundError(f"{{name}} is not installed here", name=name)

sys.meta_path.insert(0, Blocker())
sys.path.insert(0, {path!r})
for name in {modules}:
    importlib.import_module(name)
"""


def test_core_and_elements_import_where_nothing_of_jupyter_is_installed() -> None:
    wanted = [PACKAGE, *in_parts(*PURE)]
    code = BLOCKER.format(blocked=(*EDGE, "streamlit"), path=str(root().parent), modules=wanted)
    # -I: neither the user's site nor the environment may bring the libraries back in.
    done = subprocess.run([sys.executable, "-I", "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
