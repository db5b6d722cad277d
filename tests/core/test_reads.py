"""What a script reads of its notebook: names that it looks up before it assigned them."""

from __future__ import annotations

import ast
import functools
import sys
from typing import Any

import pytest

from jupyter_session_state._core.called import MOST, WIDEST, codes_of
from jupyter_session_state._core.global_names import global_reads
from jupyter_session_state._core.reads import reads_of
from jupyter_session_state._core.script import compile_script
from jupyter_session_state._core.syntax import bound_at_top


def read(source: str, *assigned: str) -> set[str]:
    """The names that a run of this script, which assigned some in the end, may have found in the notebook."""
    places = compile_script(source).reads().names
    return {name for name, place in places.items() if place.lacks(name, frozenset(assigned))}


@pytest.mark.parametrize(
    ("source", "names"),
    [
        ("df = df[df.year > y]", "df y"),
        ("total = 5\ntotal", ""),
        ("n += 1", "n"),
        ("o.n += m", "o m"),
        ("a = b = c\na, b", "c"),
        ("x: T = y\nz: T\nx", "T y"),
        ("o.field: T", "T"),
        ("o[i], (p, *q) = r\np, q", "o i r"),
        ("import numpy as np, os.path\nfrom a import b as c, d\nnp, os, c, d", ""),
        ("del gone\ngone", "gone"),
        ("raise X\ny", "X"),
        ("if a:\n  n = 1\nelse:\n  n = 2\nn", "a"),
        ("if a:\n  n = 1\nn", "a n"),
        ("if a:\n  raise X\nelse:\n  n = 2\nn", "a X"),
        ("for i in xs:\n  i\nelse:\n  i\ni", "xs i"),
        ("for i in xs:\n  m\n  m = 1", "xs m"),
        ("while c:\n  q = 1\nq", "c q"),
        ("try:\n  n = g()\nexcept E as e:\n  n = e\nn", "g E"),
        ("try:\n  n = g()\nexcept:\n  pass\nn", "g n"),
        ("try:\n  pass\nfinally:\n  w = 1\nw", ""),
        pytest.param(
            "try:\n  pass\nexcept* E:\n  v",
            "E v",
            marks=pytest.mark.skipif(sys.version_info < (3, 11), reason="no except* before"),
        ),
        ("with a as b, c as d:\n  e = 1\nb, d, e", "a c d e"),
        ("match v:\n  case [a, *b]:\n    a, b\n  case {'k': q, **r}:\n    q, r\na", "v a"),
        ("match v:\n  case P(z) if z > m:\n    n = 1\n  case _:\n    n = 2\nn", "v P m"),
        ("if (m := g()) and (k := h()):\n  m, k", "g h k"),
        ("(x if c else (y := 1)), y", "x c y"),
        ("a < b < (n := c)\nn", "a b c n"),
        ("[x for x in xs if x > lim]", "xs lim"),
        ("f = lambda a, b=c: a + d\nd = 1", "c d"),
        ("f'{x!r:>{width}} words'", "x width"),
        ("df.query('a > @n')", "df a n"),
        ("n = 1\ndf.query('a > @n')", "df a"),
        ("'x' in globals()", "x globals"),
        ("def f():\n  return eval('a' + b)\nf()", "a b eval"),
        ("from builtins import eval\neval(3)", ""),
        # functions read where they may be called
        ("def f():\n  return total\ntotal = 5\nf()", ""),
        ("def f():\n  return total\nf()\ntotal = 5", "total"),
        ("def f():\n  return total", ""),
        ("def a():\n  return b()\ndef b():\n  return z\na()\nz = 1", "z"),
        ("def a():\n  return a() + z\na()", "z"),
        ("def f(a=d, *b: T, c: U = e, **g: V) -> R:\n  pass", "d T U e V R"),
        ("async def f():\n  async with x as y:\n    return y\nf()", "x"),
        ("@interact\ndef part():\n  return total\ntotal = 1", "interact total"),
        ("@(lambda g: g)\ndef part():\n  return total\ntotal = 1", "total"),
        ("@st.fragment\ndef part():\n  return total\ntotal = 1\npart()", "st"),
        ("@st.cache_data(ttl=t)\ndef part():\n  return total\ntotal = 1\npart()", "st t"),
        ("if c:\n  def f():\n    return z\nf()", "c f z"),
        (
            "class C:\n  x = 1\n  y = x\n  @property\n  def m(self):\n    return rate\nrate = 3\nC()",
            "property",
        ),
        ("class C:\n  def m(self):\n    return rate\nC()\nrate = 3", "rate"),
        ("class C(B, k=v):\n  def m(self):\n    return rate\nrate = 3", "B v rate"),
        ("class C:\n  x = 1\n  def m():\n    return x\n  y = m()\nx = 2", "x"),
        ("class C:\n  x = 1\n  (lambda: x)()", "x"),
        ("class C:\n  class D:\n    def m(self):\n      return rate\nrate = 1\nC", ""),
        ("raise X\ndef f():\n  return z\nf()", "X"),
    ],
)
def test_names_that_may_be_the_notebooks(source: str, names: str) -> None:
    assert read(source) == set(names.split())


def test_what_a_run_assigned_is_its_own_if_with_hides_no_error_and_stop_stops() -> None:
    form = "with st.form('f'):\n  n = 1\nn"
    assert (read(form), read(form, "n")) == ({"st", "n"}, {"st"})
    stop = "try:\n  n = g()\nexcept E:\n  st.stop()\nn"
    assert (read(stop), read(stop, "n")) == ({"st", "n", "g", "E"}, {"st", "g", "E"})
    assert read("n\nn = 1", "n") == {"n"}
    assert read("st.stop()\nn", "n") == {"st", "n"}
    twice = "with a:\n  n = 1\nn\nn = 2"
    assert read(twice, "n") == {"a", "n"}
    loop = "for i in a:\n  with b:\n    n = i\n  n"
    assert read(loop, "n") == {"a", "b", "n"}
    assert read("def f():\n  global n\n  n = 1\n" + form, "n") == {"st", "n"}


def test_a_script_that_is_nested_too_deeply_reads_all_that_it_mentions() -> None:
    source = "if a0:\n  x = 1\n" + "".join(f"elif a{i}:\n  x\n" for i in range(1, 700))
    tree, code = ast.parse(source), compile(source, "deep", "exec")
    names = reads_of(tree, code).names
    assert {"a0", "a699", "x"} <= names.keys()


def test_types_that_are_named_read_what_they_are_made_of() -> None:
    name = ast.Name("T", ast.Store())
    alias = type("TypeAlias", (ast.stmt,), {"_fields": ("name", "value")})(
        name=name, value=ast.Name("U", ast.Load())
    )
    names = reads_of(ast.Module([alias], []), compile("", "x", "exec")).names
    assert set(names) == {"U"}


def test_names_that_a_cell_binds_in_any_case() -> None:
    cell = """import a.b, c as d
e = f, (g := 1)
h += 1
i: int = 2
j: int
(k and (m := 1)), [n := 1 for _ in o]
if p:
    q = 1
"""
    assert bound_at_top(cell) == {"a", "d", "e", "g", "h", "i"}
    assert bound_at_top(cell, 3) == {"a", "d", "e", "g"}


# Functions that a value leads to


def codes(value: object, names: dict[str, Any]) -> set[str]:
    return {name for code in codes_of(value, names) for name in global_reads(code)}


@pytest.fixture
def names() -> dict[str, Any]:
    """A notebook."""
    found: dict[str, Any] = {"__name__": "__main__", "functools": functools}
    exec(
        """
def f(): return x
def g(h=f, *, k=lambda: y): return h
def outer(h):
    def inner(): return h() + unset
    if False: unset = 1
    return inner
class Base:
    def up(self): return b
class C(Base):
    @property
    def p(self): return p1
    @classmethod
    def c(cls): return c1
    @staticmethod
    def s(): return s1
    @functools.cached_property
    def q(self): return q1
wrapped = functools.lru_cache(f)
spent = (x for _ in ())
list(spent)
""",
        found,
    )
    return found


def test_functions_of_the_notebook_are_found_through_what_holds_them(names: dict[str, Any]) -> None:
    def through(value: object) -> set[str]:
        return codes(value, names)

    f = names["f"]
    assert (
        through(f)
        == through([{"k": (f,)}])
        == through(functools.partial(f))
        == through(names["wrapped"])
        == {"x"}
    )
    assert through(names["g"]) == {"x", "y"}
    assert through(names["outer"](f)) == {"x"}
    assert through(names["C"]) == through(names["C"]()) == {"b", "p1", "c1", "s1", "q1"}
    assert through(names["C"]().up) == {"b", "p1", "c1", "s1", "q1"}
    assert through(eval("(y for _ in [1])", names)) == {"y"}
    assert (
        through(names["spent"]) == through(codes) == through(int) == through(object()) == through(3) == set()
    )


def test_a_value_that_answers_for_everything_is_not_asked(names: dict[str, Any]) -> None:
    class Loud:
        def __getattribute__(self, name: str) -> Any:
            raise RuntimeError(name)

    class Odd:
        __dict__ = 3  # type: ignore[assignment]

    assert codes([Loud(), Odd()], names) == set()


def test_large_data_is_looked_into_no_further_than_pays(names: dict[str, Any]) -> None:

    wide = [[object()] for _ in range(10 * WIDEST)]
    wide.append([names["f"]])
    assert codes(wide, names) == set()
    deep: list[Any] = [names["f"]]
    for _ in range(2 * MOST):
        deep = [deep]
    assert codes(deep, names) == set()
