"""A script's source becomes code that shows, keeps names of widgets, and takes streamlit for this package."""

from __future__ import annotations

import ast
import asyncio
import dis
import gc
import linecache
import pickle
import sys
import traceback
import types
import warnings
import weakref
from pathlib import Path
from types import CodeType
from typing import Any

import pytest

from jupyter_session_state._core.rewrite import LINK_MARK
from jupyter_session_state._core.script import Script, compile_script

PACKAGE = "jupyter_session_state"


class Recorder:
    """The hooks of an app that only takes down what it is asked."""

    def __init__(self) -> None:
        self.shown: list[tuple[object, ...]] = []
        self.last: list[object] = []
        self.kept: list[tuple[str, object, int]] = []
        self.instead: dict[str, object] = {}

    def show(self, *values: object) -> None:
        self.shown.append(values)

    def mark(self) -> object:
        return len(self.shown)

    def show_last(self, mark: object, value: object) -> None:
        if mark == len(self.shown):
            self.last.append(value)

    def keep(self, name: str, value: object, site: int) -> object:
        self.kept.append((name, value, site))
        return self.instead.get(name, value)


class Widget:
    """Stands for whatever the hooks may take for a widget."""


@pytest.fixture
def hooks() -> Recorder:
    return Recorder()


def run(
    source: str, hooks: Recorder, namespace: dict[str, Any] | None = None, **options: Any
) -> dict[str, Any]:
    names: dict[str, Any] = {"__name__": "__main__"} if namespace is None else namespace
    compile_script(source, **options).run(names, hooks)
    return names


def shown(source: str, **names: Any) -> list[tuple[object, ...]]:
    hooks = Recorder()
    run(source, hooks, {"__name__": "__main__", **names})
    return hooks.shown


def codes(code: CodeType) -> list[CodeType]:
    inner = [constant for constant in code.co_consts if isinstance(constant, CodeType)]
    return [code, *(each for one in inner for each in codes(one))]


# Magic display


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        ("x", 5),
        ("'text'", "text"),
        ("x + 1", 6),
        ("f'x is {x}'", "x is 5"),
        ("[x, 2]", [5, 2]),
        ("{'a': x}", {"a": 5}),
        ("None", None),
        ("True", True),
        ("...", Ellipsis),
        ("x == 5", True),
        ("-x", -5),
        ("not x", False),
        ("x.real", 5),
        ("'ab'[0]", "a"),
        ("x if x else 0", 5),
        ("[i for i in range(2)]", [0, 1]),
        ("(y := x)", 5),
        ("(x)", 5),
    ],
)
def test_an_expression_statement_is_shown(expression: str, value: object) -> None:
    assert shown(f"x = 5\n{expression}\npass") == [(value,)]


def test_a_tuple_is_spread() -> None:
    assert shown("x = 5\nx, 'a', *[1, 2]\npass") == [(5, "a", 1, 2)]


def test_an_empty_tuple_shows_nothing_at_all() -> None:
    assert shown("pass\n()\npass") == [()]


@pytest.mark.parametrize(
    "source",
    [
        "if True:\n    'in'\nelse:\n    'out'",
        "if False:\n    'out'\nelif True:\n    'in'",
        "if False:\n    'out'\nelse:\n    'in'",
        "for _ in [1]:\n    'in'",
        "for _ in []:\n    'out'\nelse:\n    'in'",
        "while True:\n    'in'\n    break",
        "while False:\n    'out'\nelse:\n    'in'",
        "import contextlib\nwith contextlib.nullcontext():\n    'in'",
        "try:\n    'in'\nexcept ValueError:\n    'out'",
        "try:\n    1 / 0\nexcept ZeroDivisionError:\n    'in'",
        "try:\n    pass\nexcept ValueError:\n    'out'\nelse:\n    'in'",
        "try:\n    pass\nfinally:\n    'in'",
        "match 3:\n    case 3:\n        'in'\n    case _:\n        'out'",
        "def f():\n    pass\n    'in'\nf()",
        "def f():\n    def g():\n        pass\n        'in'\n    g()\nf()",
        "class C:\n    def m(self):\n        pass\n        'in'\nC().m()",
        "if __name__ == '__main__':\n    'in'",
    ],
)
def test_expressions_are_shown_in_every_kind_of_block(source: str) -> None:
    assert shown(source) == [("in",)]


@pytest.mark.skipif(sys.version_info < (3, 11), reason="except* came with Python 3.11")
def test_expressions_are_shown_in_except_star() -> None:
    assert shown("try:\n    raise ValueError\nexcept* ValueError:\n    'in'") == [("in",)]


def test_expressions_are_shown_in_coroutines_and_their_blocks() -> None:
    source = """
async def f():
    async with lock:
        'with'
    async for i in numbers():
        i
    await done()
async def numbers():
    yield 1
async def done():
    pass
    'done'
"""
    names: dict[str, Any] = {"lock": asyncio.Lock()}
    hooks = Recorder()
    compiled = compile_script(source)
    compiled.run(names, hooks)
    asyncio.run(names["f"]())
    assert hooks.shown == [("with",), (1,), ("done",)]


def test_an_expression_is_shown_each_time_it_runs() -> None:
    assert shown("for i in range(3):\n    i") == [(0,), (1,), (2,)]


def test_calls_are_not_shown() -> None:
    assert shown("str(5)\n[].copy()\npass") == []


def test_docstrings_are_not_shown() -> None:
    source = (
        "'of the module'\ndef f():\n    'of f'\n    1\nclass C:\n    'of C'\nasync def g():\n    'of g'\nf()"
    )
    assert shown(source) == [(1,)]


def test_a_module_docstring_is_not_shown_even_when_it_is_all_there_is() -> None:
    assert shown("'hello'") == []


def test_a_module_docstring_can_be_read() -> None:
    assert shown("'hello'\n__doc__\npass") == [("hello",)]


def test_only_the_first_string_is_a_docstring() -> None:
    assert shown("'one'\n'two'\npass") == [("two",)]


def test_an_f_string_is_no_docstring() -> None:
    assert shown("f'one'\npass") == [("one",)]


def test_a_string_first_in_a_block_is_no_docstring() -> None:
    assert shown("if True:\n    'text'") == [("text",)]


def test_yields_and_awaits_are_not_shown() -> None:
    source = "def f():\n    yield 1\n    yield from [2]\nlist(f())\nasync def g():\n    await g()\npass"
    assert shown(source) == []


def test_expressions_in_a_class_body_are_not_shown() -> None:
    assert shown("class C:\n    1\n    if True:\n        2\n        x = 3\n        x") == []


def test_methods_of_a_nested_class_are_not_shown_as_in_streamlit() -> None:
    assert (
        shown("class C:\n    class D:\n        def m(self):\n            pass\n            1\nC.D().m()")
        == []
    )


# The last expression


def last(source: str, hooks: Recorder, **options: Any) -> list[object]:
    run(source, hooks, {"show": hooks.show}, **options)
    return hooks.last


def test_a_call_that_ends_the_cell_is_displayed(hooks: Recorder) -> None:
    assert last("x = 'abc'\nlen(x)", hooks) == [3]


def test_a_call_that_ends_the_cell_is_evaluated_once(hooks: Recorder) -> None:
    seen: list[int] = []
    run("add(1)", hooks, {"add": seen.append})
    assert seen == [1]


def test_a_last_call_that_gives_none_is_not_displayed(hooks: Recorder) -> None:
    assert last("print(end='')", hooks) == []


def test_a_last_call_that_draws_is_not_displayed(hooks: Recorder) -> None:
    assert last("def f():\n    1 + 1\n    return 7\nf()", hooks) == []
    assert hooks.shown == [(2,)]


def test_what_was_drawn_before_the_last_call_does_not_silence_it(hooks: Recorder) -> None:
    assert last("'drawn', 1\nlen('abc')", hooks) == [3]


def test_a_last_tuple_from_a_call_is_one_value(hooks: Recorder) -> None:
    assert last("divmod(7, 2)", hooks) == [(3, 1)]


def test_a_call_before_the_end_is_not_displayed(hooks: Recorder) -> None:
    assert last("len('abc')\nx = 1", hooks) == []


def test_a_call_that_ends_a_block_is_not_displayed(hooks: Recorder) -> None:
    assert last("if True:\n    len('abc')", hooks) == []


def test_the_last_call_is_left_alone_on_request(hooks: Recorder) -> None:
    assert last("len('abc')", hooks, last_expression=False) == []


def test_a_last_expression_that_is_no_call_is_shown_as_everywhere(hooks: Recorder) -> None:
    assert last("x = 3\nx, 4", hooks) == []
    assert hooks.shown == [(3, 4)]


@pytest.mark.parametrize(
    "ending",
    [";", "  ;", "; # quiet", ";\n\n# quiet\n", " \\\n;", "\\\n \\\n  ; # quiet", ";\r\n", "\t;"],
)
@pytest.mark.parametrize("expression", ["len('a;b')", "x", "(x)", "'ä' + 'ö'", "(\n  x,\n  'ß'\n)"])
def test_a_trailing_semicolon_silences_the_last_expression(
    expression: str, ending: str, hooks: Recorder
) -> None:
    run(f"x = 1\n{expression}{ending}", hooks)
    assert (hooks.shown, hooks.last) == ([], [])


def test_a_silenced_expression_is_still_evaluated(hooks: Recorder) -> None:
    seen: list[int] = []
    run("add(1);", hooks, {"add": seen.append})
    assert seen == [1]


@pytest.mark.parametrize("source", ["x = 1\nx # ;", "x = 1; x", "x = 1\nx\n# ;", "x = 1\nx;\npass"])
def test_other_semicolons_silence_nothing(source: str) -> None:
    assert shown(source) == [(1,)]


def test_a_semicolon_silences_nothing_when_last_expressions_are_left_alone(hooks: Recorder) -> None:
    run("x = 1\nx;", hooks, last_expression=False)
    assert hooks.shown == [(1,)]


# Names of widgets


def test_a_top_level_assignment_binds_what_the_hook_returns(hooks: Recorder) -> None:
    hooks.instead["w"] = first = Widget()
    names = run("w = Widget()", hooks, {"Widget": Widget})
    assert names["w"] is first


@pytest.mark.parametrize(
    "source",
    [
        "w = make()",
        "w: object = make()",
        "(w): object = make()",
        "if True:\n    w = make()",
        "for _ in [1]:\n    w = make()",
        "while True:\n    w = make()\n    break",
        "try:\n    w = make()\nfinally:\n    pass",
        "try:\n    1 / 0\nexcept ZeroDivisionError:\n    w = make()",
        "import contextlib\nwith contextlib.nullcontext():\n    w = make()",
        "match 1:\n    case _:\n        w = make()",
        "w = (v := make())",
        "w = make() if True else None",
        "w = [make()][0]",
    ],
)
def test_every_assignment_to_one_name_at_module_level_is_kept(source: str, hooks: Recorder) -> None:
    run(source, hooks, {"make": Widget})
    assert [name for name, _, _ in hooks.kept] == ["w"]


@pytest.mark.parametrize(
    "source",
    [
        "def f():\n    w = make()\nf()",
        "def f():\n    global w\n    w = make()\nf()",
        "class C:\n    w = make()",
        "v = w = make()",
        "v, w = make(), make()",
        "box = []\nbox[:] = [make()]",
        "(w := make()); pass",
        "w: object",
        "w = 1\nw += 1",
        "for w in [make()]:\n    pass",
    ],
)
def test_other_bindings_are_left_alone(source: str, hooks: Recorder) -> None:
    run(source, hooks, {"make": Widget})
    assert hooks.kept == []


@pytest.mark.parametrize(
    "value", ["1", "'a'", "[make()]", "(1, 2)", "{}", "f'{1}'", "lambda: 1", "1 < 2", "len('ab')"]
)
def test_values_that_are_no_widgets_do_not_reach_the_hook(value: str, hooks: Recorder) -> None:
    run(f"w = {value}", hooks, {"make": Widget})
    assert hooks.kept == []


def test_sites_count_assignments_and_stay_the_same_over_runs(hooks: Recorder) -> None:
    script = compile_script("n = 1\na = make()\nfor _ in range(2):\n    b = make()")
    for _ in range(2):
        script.run({"make": Widget}, hooks)
    assert [(name, site) for name, _, site in hooks.kept] == [("a", 1), ("b", 2), ("b", 2)] * 2


def test_assignments_are_left_alone_on_request(hooks: Recorder) -> None:
    run("w = make()", hooks, {"make": Widget}, keep_widgets=False)
    assert hooks.kept == []


def test_a_string_after_an_assignment_is_shown() -> None:
    assert shown("w = 1\n'about w'\npass") == [("about w",)]


# Imports


@pytest.fixture
def package(monkeypatch: pytest.MonkeyPatch) -> types.ModuleType:
    """A stand-in for the finished package: two submodules and a few names."""
    root = types.ModuleType(PACKAGE)
    for path in ("components", "components.v1", "errors"):
        module = types.ModuleType(f"{PACKAGE}.{path}")
        module.__path__ = []
        monkeypatch.setitem(sys.modules, module.__name__, module)
        parent, _, name = module.__name__.rpartition(".")
        setattr(root if parent == PACKAGE else sys.modules[parent], name, module)
    root.__path__ = []
    vars(root).update(write="write", session_state="state", __all__=["write"])
    vars(sys.modules[f"{PACKAGE}.errors"]).update(X="error")
    monkeypatch.setitem(sys.modules, PACKAGE, root)
    return root


def test_import_streamlit_binds_this_package(package: types.ModuleType, hooks: Recorder) -> None:
    names = run("import os, streamlit\nimport streamlit as st", hooks)
    assert names["streamlit"] is names["st"] is package
    assert names["os"].__name__ == "os"
    assert PACKAGE not in names


@pytest.mark.usefixtures("package")
def test_from_streamlit_import_takes_the_names_of_this_package(hooks: Recorder) -> None:
    names = run("from streamlit import session_state, write as w\nfrom streamlit.errors import X", hooks)
    assert (names["session_state"], names["w"], names["X"]) == ("state", "write", "error")


@pytest.mark.usefixtures("package")
def test_from_streamlit_import_star_works(hooks: Recorder) -> None:
    assert run("from streamlit import *", hooks)["write"] == "write"


def test_importing_a_submodule_binds_the_package(package: types.ModuleType, hooks: Recorder) -> None:
    names = run("import streamlit.components.v1", hooks)
    assert names["streamlit"] is package
    assert set(names) == {"__name__", "__builtins__", "streamlit"}


@pytest.mark.usefixtures("package")
def test_importing_a_submodule_under_another_name_binds_the_submodule(hooks: Recorder) -> None:
    names = run("import streamlit.components.v1 as components", hooks)
    assert names["components"] is sys.modules[f"{PACKAGE}.components.v1"]


@pytest.mark.usefixtures("package")
@pytest.mark.parametrize(
    "source",
    [
        "def f():\n    import streamlit as st\n    return st.write\nr = f()",
        "class C:\n    import streamlit as st\nr = C.st.write",
        "class C:\n class D:\n  def m(self):\n   from streamlit import write\n   return write\nr = C.D().m()",
        "try:\n    import streamlit as st\nexcept ImportError:\n    st = None\nr = st.write",
    ],
)
def test_imports_mean_this_package_in_every_block(source: str, hooks: Recorder) -> None:
    assert run(source, hooks)["r"] == "write"


def test_modules_whose_name_only_begins_like_streamlit_are_left_alone(
    hooks: Recorder, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = types.ModuleType("streamlit_folium")
    monkeypatch.setitem(sys.modules, "streamlit_folium", other)
    names = run("import streamlit_folium\nfrom streamlit_folium import __name__ as told", hooks)
    assert names["streamlit_folium"] is other
    assert names["told"] == "streamlit_folium"


def test_relative_imports_are_left_alone(hooks: Recorder, monkeypatch: pytest.MonkeyPatch) -> None:
    near = types.ModuleType("near")
    near.__path__ = []
    monkeypatch.setitem(sys.modules, "near", near)
    monkeypatch.setitem(sys.modules, "near.streamlit", types.ModuleType("near.streamlit"))
    names = run("from .streamlit import __name__ as told", hooks, {"__package__": "near", "__name__": "near"})
    assert names["told"] == "near.streamlit"


@pytest.mark.usefixtures("package")
def test_no_module_is_put_in_the_place_of_streamlit(hooks: Recorder) -> None:
    before = sys.modules.get("streamlit")
    run("import streamlit", hooks)
    assert sys.modules.get("streamlit") is before


@pytest.mark.usefixtures("package")
@pytest.mark.parametrize(
    "statement",
    [
        "from streamlit.proto.bootstrap import run",
        "import streamlit.proto.bootstrap",
        "import streamlit.proto.bootstrap as runner",
    ],
)
def test_a_missing_submodule_is_told_by_the_name_the_author_wrote(statement: str, hooks: Recorder) -> None:
    with pytest.raises(ModuleNotFoundError) as caught:
        run(f"x = 1\n{statement}", hooks, filename="cell.py")
    assert str(caught.value).startswith("No module named 'streamlit.proto'")
    assert PACKAGE in str(caught.value)
    assert caught.value.name == "streamlit.proto"
    assert [(f.filename, f.lineno) for f in traceback.extract_tb(caught.value.__traceback__)][-1] == (
        "cell.py",
        2,
    )


@pytest.mark.usefixtures("package")
def test_a_missing_name_is_told_with_the_module_the_author_wrote(hooks: Recorder) -> None:
    with pytest.raises(ImportError, match="cannot import name 'nope' from 'streamlit': in a stateapp cell"):
        run("from streamlit import nope", hooks)


def test_another_package_that_is_missing_is_told_as_it_is(
    package: types.ModuleType, hooks: Recorder, monkeypatch: pytest.MonkeyPatch
) -> None:
    def find(_: str) -> object:
        raise ModuleNotFoundError("No module named 'heavy'", name="heavy")

    monkeypatch.setattr(package, "__getattr__", find, raising=False)
    with pytest.raises(ModuleNotFoundError, match=r"^No module named 'heavy'$"):
        run("from streamlit import lazy", hooks)


@pytest.mark.usefixtures("package")
def test_a_script_may_catch_its_missing_import(hooks: Recorder) -> None:
    run("try:\n    from streamlit.proto import x\nexcept ImportError as error:\n    error.name", hooks)
    assert hooks.shown == [("streamlit.proto",)]


@pytest.mark.usefixtures("package")
def test_rewritten_imports_do_not_depend_on_the_scripts_own_names(hooks: Recorder) -> None:
    with pytest.raises(ModuleNotFoundError):
        run("ImportError = None\nimport streamlit.nope", hooks)


# Lines, files, errors


def raised(source: str, **options: Any) -> SyntaxError:
    with pytest.raises(SyntaxError) as caught:
        compile_script(source, **options)
    return caught.value


def test_a_traceback_shows_the_authors_line(hooks: Recorder, monkeypatch: pytest.MonkeyPatch) -> None:
    cell = "%%stateapp\nx = 1\nx, 1 / 0\n"
    monkeypatch.setitem(linecache.cache, "cell-1.py", (len(cell), None, cell.splitlines(True), "cell-1.py"))
    with pytest.raises(ZeroDivisionError) as caught:
        run("x = 1\nx, 1 / 0\n", hooks, filename="cell-1.py", line_offset=1)
    frame = traceback.extract_tb(caught.value.__traceback__)[-1]
    assert (frame.filename, frame.lineno, frame.line) == ("cell-1.py", 3, "x, 1 / 0")


@pytest.mark.skipif(sys.version_info < (3, 11), reason="columns came with Python 3.11")
def test_a_traceback_knows_the_columns(hooks: Recorder) -> None:
    with pytest.raises(ZeroDivisionError) as caught:
        run("value = 12 + 1 / 0", hooks, filename="cell.py")
    frame = traceback.extract_tb(caught.value.__traceback__)[-1]
    assert (frame.colno, frame.end_colno) == (13, 18)


def test_an_error_in_a_later_call_of_a_function_shows_its_line(hooks: Recorder) -> None:
    names = run("def f():\n    pass\n    1 / 0\n", hooks, filename="cell.py", line_offset=4)
    with pytest.raises(ZeroDivisionError) as caught:
        names["f"]()
    frame = traceback.extract_tb(caught.value.__traceback__)[-1]
    assert (frame.filename, frame.lineno, frame.name) == ("cell.py", 7, "f")


@pytest.mark.parametrize("statement", ["(\n 1 +\n 1\n)", "w = (\n  make(\n  1)\n)"])
def test_an_error_of_a_hook_is_on_the_statements_first_line_of_code(
    statement: str, monkeypatch: pytest.MonkeyPatch, hooks: Recorder
) -> None:
    def refuse(*_: object) -> object:
        raise RuntimeError

    monkeypatch.setattr(hooks, "show", refuse)
    monkeypatch.setattr(hooks, "keep", refuse)
    with pytest.raises(RuntimeError) as caught:
        run(f"\n{statement}\npass", hooks, {"make": lambda _: Widget()}, filename="cell.py")
    lines = [f.lineno for f in traceback.extract_tb(caught.value.__traceback__) if f.filename == "cell.py"]
    assert lines == [3]


def test_rewriting_leaves_the_set_of_lines_with_code_as_it_was() -> None:
    source = "x = (\n  f(\n1)\n)\nx\nfor i in [\n  x]:\n    i + \\\n      1\n'a', \\\n  x\nstr(\n  x)\n"
    rewritten, plain = (
        set(dis.findlinestarts(code)) for code in (compile_script(source).code, compile(source, "", "exec"))
    )
    assert {line for _, line in rewritten} == {line for _, line in plain}


def test_a_syntax_error_carries_the_cells_file_line_and_text() -> None:
    error = raised("x = 1\nif x\n    pass\n", filename="cell.py", line_offset=2)
    assert (error.filename, error.lineno, (error.text or "").rstrip()) == ("cell.py", 4, "if x")


@pytest.mark.parametrize("line", ["return 1", "nonlocal x", "break", "None = 1", "def f(a, a): pass"])
def test_an_error_found_after_parsing_carries_its_text_too(line: str) -> None:
    error = raised(f"x = 1\n{line}\n", filename="cell.py", line_offset=1)
    assert (error.filename, error.lineno, (error.text or "").rstrip()) == ("cell.py", 3, line)


def test_an_error_in_a_file_that_is_there_shows_the_text_of_the_file(tmp_path: Path) -> None:
    page = tmp_path / "page.py"
    page.write_text("x = 1\nreturn x  # as saved\n")
    error = raised("x = 1\nreturn x\n", filename=str(page))
    assert (error.filename, error.lineno) == (str(page), 2)
    assert (error.text or "").rstrip() == "return x  # as saved"


def test_bad_indentation_keeps_its_class() -> None:
    with pytest.raises(IndentationError):
        compile_script("if True:\nx")


@pytest.mark.parametrize(
    "line",
    [
        "await f()",
        "x = await f()",
        "async for i in f(): pass",
        "async with f(): pass",
        "[i async for i in f()]",
    ],
)
def test_a_top_level_await_is_refused_in_our_words(line: str) -> None:
    error = raised(f"x = 1\n{line}", filename="cell.py", line_offset=1)
    assert str(error.msg).startswith("top-level await is not supported in a stateapp cell")
    assert (error.filename, error.lineno, error.text) == ("cell.py", 3, line)


def test_an_await_in_a_plain_function_keeps_pythons_words() -> None:
    assert "outside async function" in str(raised("def f():\n    await g()").msg)


@pytest.mark.parametrize("source", ["x = *a", "x = yield", "x: int = *a"])
def test_wrapping_makes_no_wrong_code_right(source: str) -> None:
    raised(source)


@pytest.mark.parametrize("source", ["x = 1\0", "x = '\ud800'"])
def test_text_that_python_cannot_read_is_a_syntax_error(source: str) -> None:
    assert raised(source, filename="cell.py").filename == "cell.py"


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_any_kind_of_line_ending_is_read(newline: str) -> None:
    assert shown(newline.join(["x = '''a", "b'''", "x", "pass"])) == [("a\nb",)]


def test_a_warning_of_the_compiler_comes_once_and_with_the_line() -> None:
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        compile_script("x = 1\nx is 1\n", "cell.py").reads()
    assert [(warning.filename, warning.lineno) for warning in caught] == [("cell.py", 2)]


def test_an_empty_cell_runs(hooks: Recorder) -> None:
    for source in ("", "\n\n", "# only words"):
        run(source, hooks)
    assert (hooks.shown, hooks.last) == ([], [])


# The code's place in the namespace


def test_the_namespace_gets_nothing_but_the_scripts_own_names(hooks: Recorder) -> None:
    names = run("import sys\nx = 1\nx\nw = object()\ndef f():\n    x\nlen('abc')", hooks)
    assert set(names) == {"__name__", "__builtins__", "sys", "x", "w", "f"}


def test_no_mark_is_left_in_the_code() -> None:
    source = "1\ndef f(a=lambda: (2, 3)):\n 4\n class C:\n  def m(self):\n   5\n   6\n"
    constants = [constant for code in codes(compile_script(source).code) for constant in code.co_consts]
    assert LINK_MARK not in [constant for constant in constants if isinstance(constant, str)]


def test_a_callback_of_run_1_draws_before_run_2(hooks: Recorder) -> None:
    script = compile_script("def callback():\n    pass\n    'called'\n")
    names: dict[str, Any] = {}
    script.run(names, hooks)
    names["callback"]()
    assert hooks.shown == [("called",)]


def test_functions_of_earlier_runs_draw_through_the_hooks_of_the_latest(hooks: Recorder) -> None:
    script = compile_script("def f():\n    pass\n    'called'\n")
    names: dict[str, Any] = {}
    script.run(names, hooks)
    old, latest = names["f"], Recorder()
    script.run(names, latest)
    old()
    assert (hooks.shown, latest.shown) == ([], [("called",)])


def test_two_scripts_in_one_namespace_keep_their_own_hooks(hooks: Recorder) -> None:
    names: dict[str, Any] = {}
    other = Recorder()
    run("def f():\n    pass\n    'f'\n", hooks, names)
    run("f()\n'g'\npass", other, names)
    assert (hooks.shown, other.shown) == ([("f",)], [("g",)])


def test_a_function_that_outlives_its_app_runs_in_silence() -> None:
    names: dict[str, Any] = {}
    hooks = Recorder()
    run("def f():\n    pass\n    'text'\n    return 1", hooks, names)
    gone = weakref.ref(hooks)
    del hooks
    gc.collect()
    assert gone() is None
    assert names["f"]() == 1


def test_an_app_that_holds_its_script_can_be_collected() -> None:
    class App(Recorder):
        script: Script

    app = App()
    app.script = compile_script("def f():\n    1 + 1\nx = object()\nf()")
    names: dict[str, Any] = {}
    app.script.run(names, app)
    gone = weakref.ref(app)
    del app
    gc.collect()
    assert gone() is None


def test_code_sent_to_another_process_runs_in_silence(hooks: Recorder) -> None:
    names = run("def f():\n    pass\n    'text'\n    return 1", hooks)
    constants = names["f"].__code__.co_consts
    sent = tuple(pickle.loads(pickle.dumps(constant)) for constant in constants)
    there = types.FunctionType(names["f"].__code__.replace(co_consts=sent), {})
    assert there() == 1
    assert hooks.shown == []


def test_objects_of_the_scripts_classes_can_be_pickled(
    hooks: Recorder, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = types.ModuleType("notebook_main")
    monkeypatch.setitem(sys.modules, "notebook_main", home)
    source = "import dataclasses\n@dataclasses.dataclass\nclass P:\n    x: int\np = P(3)"
    names = run(source, hooks, vars(home))
    assert pickle.loads(pickle.dumps(names["p"])) == names["p"]


def test_functions_see_each_other_and_themselves(hooks: Recorder) -> None:
    source = "def fact(n):\n    return n * fact(n - 1) if n else 1\n[fact(i) for i in range(4)]\npass"
    run(source, hooks)
    assert hooks.shown == [([1, 1, 2, 6],)]


def test_global_statements_work(hooks: Recorder) -> None:
    assert run("n = 1\ndef f():\n    global n\n    n += 1\nf()", hooks)["n"] == 2


def test_future_imports_of_the_script_work(hooks: Recorder) -> None:
    names = run("'doc'\nfrom __future__ import annotations\ndef f(x: Nope): ...", hooks)
    assert names["f"].__annotations__ == {"x": "Nope"}


def test_our_own_future_imports_do_not_reach_the_script(hooks: Recorder) -> None:
    assert run("def f(x: int): ...", hooks)["f"].__annotations__ == {"x": int}


def test_future_imports_of_the_notebook_can_be_handed_on(hooks: Recorder) -> None:
    import __future__

    flags = __future__.annotations.compiler_flag | ast.PyCF_ONLY_AST | ast.PyCF_ALLOW_TOP_LEVEL_AWAIT
    assert run("def f(x: Nope): ...", hooks, flags=flags)["f"].__annotations__ == {"x": "Nope"}


def test_annotated_names_are_annotated_as_ever(hooks: Recorder) -> None:
    names = run("x: int = len('a')", hooks)
    assert names["x"] == 1


def test_decorated_functions_and_classes_work(hooks: Recorder) -> None:
    source = "def twice(f):\n    return lambda: (f(), f())\n@twice\ndef f():\n    pass\n    'in'\nf()"
    run(source, hooks)
    assert hooks.shown == [("in",), ("in",)]


def test_exceptions_of_the_script_come_through(hooks: Recorder) -> None:
    class Stop(BaseException):
        pass

    with pytest.raises(Stop):
        run(
            "try:\n    stop()\nexcept Exception:\n    'eaten'",
            hooks,
            {"stop": Stop, "Stop": Stop} | {"stop": _raiser(Stop)},
        )
    assert hooks.shown == []


def _raiser(error: type[BaseException]) -> Any:
    def stop() -> None:
        raise error

    return stop


def test_scripts_with_the_same_text_are_equal_values() -> None:
    first, second = compile_script("x = 1"), compile_script("x = 1")
    assert first == second


# What a script reads


def test_a_script_knows_the_global_names_it_reads() -> None:
    source = """
import os
made = df.head()
def f(a, b=default):
    local = a
    global counter
    counter = 1
    return [inner for inner in local if outer]
class C:
    field = base
"""
    reads = compile_script(source + "f(1)").reads().names.keys()
    assert {"df", "default", "outer", "base"} <= reads
    assert reads.isdisjoint({"os", "made", "local", "a", "b", "inner", "counter", "f", "C", "field"})
