"""Families are loaded when they are used: nothing of that may be seen."""

from __future__ import annotations

import ast
import importlib
import inspect
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from jupyter_session_state import elements
from jupyter_session_state.elements import DeltaGenerator, directory, methods

PACKAGE = elements.__name__


def imports_of(module: object) -> dict[str, str]:
    """The names that the source of a module imports from families, and which."""
    tree = ast.parse(Path(inspect.getfile(module)).read_text("utf-8"))  # type: ignore[arg-type]
    return {
        alias.name: str(node.module).rpartition(".")[2]
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and str(node.module).startswith(PACKAGE)
        for alias in node.names
    }


def in_a_fresh_python(code: str) -> str:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_what_type_checkers_read_is_what_is_found() -> None:
    read = {name: home for name, home in imports_of(elements).items() if name != "directory"}
    read["column_config"] = "column_config"
    hidden = {"apps", "_bottom", "_event", "_main", "GridContainer", "SkeletonPlaceholder", "StatusContainer"}
    assert read == {name: home for name, home in directory.NAMES.items() if name not in hidden}
    assert sorted(read) == sorted(elements.__all__)


def test_the_methods_that_type_checkers_read_are_those_there_are() -> None:
    declared = {name for name in vars(methods.Methods) if not name.startswith("_")}
    assert declared == directory.METHODS.keys()
    assert {name: home for name, home in imports_of(methods).items() if name in declared} == directory.METHODS


@pytest.mark.parametrize("name", sorted(directory.NAMES))
def test_each_name_is_in_its_module(name: str) -> None:
    module = importlib.import_module(f"{PACKAGE}.{directory.NAMES[name]}")
    assert directory.find(name) is (module if name == "column_config" else vars(module)[name])


@pytest.mark.parametrize("name", sorted(directory.METHODS))
def test_a_method_is_made_once_and_tells_its_signature(name: str) -> None:
    found = getattr(DeltaGenerator, name)
    assert vars(DeltaGenerator)[name] is found
    assert next(iter(inspect.signature(found).parameters)) == "self"
    assert inspect.getdoc(found)


def test_the_package_loads_no_family_and_tells_all_names() -> None:
    code = """
import sys
import jupyter_session_state as st
import jupyter_session_state._jupyter.magic
homes = set(st.directory.NAMES.values()) - {"delta_generator", "state", "handles"}
print([home for home in homes if f"jupyter_session_state.elements.{home}" in sys.modules])
print(set(st.__all__) - set(dir(st)), set(st.directory.METHODS) - set(dir(st.DeltaGenerator)))
"""
    assert in_a_fresh_python(code).splitlines() == ["[]", "set() set()"]


def test_each_name_works_at_once_whichever_comes_first() -> None:
    code = """
import jupyter_session_state as st
print(callable(st.sidebar.dataframe), st.dataframe.__name__, st.column_config.NumberColumn.__name__)
print(st.components.v1.html.__name__, st.runtime.__name__, st.apps)
from jupyter_session_state import slider, connections
from jupyter_session_state import *
print(slider is st.slider, area_chart is st.area_chart)
try:
    st.slidr
except AttributeError as error:
    print(error)
"""
    assert in_a_fresh_python(code).splitlines() == [
        "True dataframe NumberColumn",
        "component_html jupyter_session_state.runtime <apps: none yet>",
        "True True",
        "module 'jupyter_session_state' has no attribute 'slidr'",
    ]


def test_no_family_is_called_as_a_function_or_loading_it_would_hide_that_from_the_package() -> None:
    files = {file.stem for file in Path(inspect.getfile(elements)).parent.glob("*.py")}
    assert files & set(elements.__all__) == {"column_config"}


def test_no_name_is_in_two_families() -> None:
    told = [*" ".join(directory.ELEMENTS.values()).split(), *" ".join(directory.OTHERS.values()).split()]
    assert [name for name, times in Counter(told).items() if times > 1] == []
    assert not set(told) & {"components", "connections", "errors", "logger", "runtime"}
