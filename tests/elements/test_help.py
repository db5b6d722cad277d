"""What a thing is told to be."""

from __future__ import annotations

import math
from typing import Any

import pytest

import jupyter_session_state as st
from jupyter_session_state._testing.signatures import is_signature
from jupyter_session_state.testing import AppTest


class Dog:
    """A dog.

    It barks.
    """

    legs = 4

    class Collar:
        """Around the neck."""

    def __init__(self, name: str, age: int = 1) -> None:
        self.name = name

    def bark(self) -> str:
        """Make a noise."""
        return "woof"

    @property
    def slow(self) -> int:
        """Takes long."""
        raise AssertionError("nobody asked for it")

    @property
    def undocumented(self) -> int:
        return 1


class Broken:
    def __repr__(self) -> str:
        raise ValueError

    def __dir__(self) -> list[str]:
        return ["gone", "here"]

    here = 1


def undocumented() -> None: ...


def told(app: Any, value: Any) -> dict[str, Any]:
    def script() -> None:
        st.help(value)

    return dict(app(script).only.props)


def test_a_class(app: Any) -> None:
    props = told(app, Dog)
    assert (props["type"], props["name"]) == ("class", "value")
    assert props["value"] == f"{__name__}.Dog(name: 'str', age: 'int' = 1) -> 'None'"
    assert props["doc"] == "A dog.\n\nIt barks."
    assert props["members"] == (
        ("legs", "int", "4", None),
        ("slow", "property", None, "Takes long."),
        ("undocumented", "property", None, props["members"][2][3]),
        ("bark", "function", None, "Make a noise."),
        ("Collar", "class", None, "Around the neck."),
    )


def test_an_object_has_values_and_its_properties_are_not_computed(app: Any) -> None:
    props = told(app, Dog("Rex"))
    assert (props["type"], props["doc"]) == ("Dog", "A dog.\n\nIt barks.")
    assert [member[:3] for member in props["members"]] == [
        ("legs", "int", "4"),
        ("name", "str", "'Rex'"),
        ("slow", "property", None),
        ("undocumented", "property", None),
        ("bark", "method", None),
        ("Collar", "class", None),
    ]


def test_values_tell_themselves(app: Any) -> None:
    assert told(app, "text")["value"] == "'text'"
    assert told(app, 5)["value"] == "5"
    assert told(app, "x" * 1000)["value"] == "'" + "x" * 299 + "..."


def test_modules_do_not_tell_of_the_modules_they_use(app: Any) -> None:
    props = told(app, math)
    assert (props["type"], props["value"]) == ("module", "math")
    assert ("pi", "float", "3.141592653589793", None) in props["members"]
    assert all(kind != "module" for _, kind, _, _ in told(app, pytest)["members"])


def test_a_function_without_documentation_does_not_tell_that_of_functions(app: Any) -> None:
    assert told(app, undocumented)["doc"] == ""
    assert told(app, st.cache_data(undocumented))["doc"] == ""


def test_broken_objects_are_told_as_far_as_they_go(app: Any) -> None:
    props = told(app, Broken())
    assert props["value"] == f"{__name__}.Broken()"
    assert props["members"] == (("here", "int", "1", None),)


def test_this_package_is_told_by_the_name_that_scripts_import(app: Any) -> None:
    for shown in (app(st.help), app(lambda: st.help(st))):
        assert (shown.only.props["value"], shown.only.props["type"]) == ("streamlit", "module")


LINES = {
    "st.help(func)": "func",
    "st.help(func)  # it": "func",
    "st.help(x := 5)": "5",
    "func": "func",
    "func, Kind": "func, Kind",
    "st.write('a', func)": "__main__.func(a, b=1)",
    "st.write(func, 'b')": "func",
    "st.write(Kind.method)": "Kind.method",
    "st.container().help(obj=func)": "__main__.func(a, b=1)",
    "for f in [func]: st.write(f)": "__main__.func(a, b=1)",
    "st.help(\n    func\n)": "__main__.func(a, b=1)",
    "exec('st.help(func)')": "__main__.func(a, b=1)",
    "st.text(str(st.help(func)))": "st.text(str(st.help(func)))",
    "st.help('é' + ''); st.help(func)": "'é'",
    "st.help(Kind())": "Kind()",
    "st.help(Kind.__new__(Kind))": "Kind.__new__(Kind)",
}


@pytest.mark.parametrize("line", LINES)
def test_it_is_called_what_its_author_wrote(line: str) -> None:
    script = "def func(a, b=1): 'doc'\nclass Kind:\n    def method(self): pass\n"
    at = AppTest.from_string(script + line).run()
    assert not at.exception
    assert at.help[0].value == LINES[line]


@pytest.mark.parametrize(
    ("value", "kind", "expected"),
    [
        ("m.f(a, b=1, *args, **kw) -> int", "function", True),
        ("m.Kind(x=1, y=2)", "Kind", False),
        ("m.Kind(x=1, y=2)", "class", True),
        ("m.Kind(x, y=2)", "Kind", True),
        ("Kind(x, y)", "Kind", False),
        ("Kind()", "Kind", False),
        ("m.Kind()", "Kind", True),
        ("f(...)", "f", True),
        ("Point(1, 2)", "Point", False),
        ("'m.f(a)'", "str", False),
        ("m.f(a, 'x, y)', b)", "m", False),
        ("m.f(a='x, y)', b='q')", "function", True),
        ("slice(None, None)", "slice", False),
        ("m.<locals>.f(a: int)", "function", True),
        ("m.f(" + "a, " * 200 + "...", "function", False),
        ("plain", "str", False),
        ("m.f(*args=1)", "function", False),
        ("m.f(a, /, *, b)", "function", True),
    ],
)
def test_a_signature_is_told_from_a_readable_value(value: str, kind: str, expected: bool) -> None:
    assert is_signature(value, kind) is expected


def test_apptest_reads_name_value_and_documentation() -> None:
    at = AppTest.from_string("def func():\n    'What it does.'\nst.help(func)\nst.write(func)").run()
    first, second = at.help
    assert (first.type, first.name, first.value, first.doc_string) == (
        "help_info",
        "func",
        "func",
        "What it does.",
    )
    assert second.value == "func"
    assert at.get("help_info") == [first, second]
