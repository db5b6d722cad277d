"""Random small apps, as Hypothesis draws and shrinks them.

An app is a tree of statements; `Writer` makes its text. Keys come from a small pool, so that statements meet.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from textwrap import indent
from typing import Any

from hypothesis import strategies as some

from tests.conformance.fuzz.kinds import KINDS

KEYS = ("a", "b", "c", "d")
PLAIN = ("p", "q")
PLAIN_VALUES = ("0", "1", "'t'")
CALLBACKS = ("first", "second")

HEAD = """\
import datetime as dt
import streamlit as st
ss = st.session_state
n = ss.n = ss.get('n', 0) + 1
"""
TAIL = "st.text(sorted((k, repr(v)) for k, v in ss.items()))\n"

CONDITIONS = (
    *("n % 2", "n > 2", "n < 4", "x", "not x", "act", "ss.get('a')", "'b' in ss", "'p' in ss", "ss.get('q')"),
    *("not ss.get('c')", "len(ss) % 2"),
)
"""`x` is a checkbox and `act` a button, drawn at the top of every app."""


@dataclass(frozen=True)
class Simple:
    """One line, whose ``{key}`` is a key and ``{value}`` a value that suits the kind of that key."""

    text: str
    key: str = "a"
    value: int = 0


@dataclass(frozen=True)
class Input:
    """A call of an input. `key` is None for one without."""

    key: str | None
    arguments: int
    label: str = "'L'"
    more: tuple[str, ...] = ()
    at: str = "st"
    other: str | None = None
    """Another kind than the one of its key."""


@dataclass(frozen=True)
class Compound:
    """A line that ends with a colon, what is under it, and perhaps an else."""

    head: str
    body: tuple[Any, ...]
    otherwise: tuple[str, tuple[Any, ...]] | None = None
    form: bool = False


@dataclass(frozen=True)
class App:
    """An app: the kinds its keys mostly have, its callbacks and its statements."""

    kinds: tuple[str, ...]
    callbacks: tuple[tuple[Simple, ...], ...]
    body: tuple[Any, ...]
    act: str = ""

    @property
    def script(self) -> str:
        """Its text."""
        return Writer(dict(zip(KEYS, self.kinds, strict=True))).write(self)

    def good_values_of(self, key: str) -> tuple[str, ...]:
        """What suits a key, as source."""
        kinds = dict(zip(KEYS, self.kinds, strict=True))
        return KINDS[kinds[key]].values if key in kinds else PLAIN_VALUES


@dataclass
class Writer:
    """Writes the text of an app. A key that was drawn already gives way to one that was not, where it can."""

    kinds: dict[str, str]
    free: list[str] = field(default_factory=lambda: list(KEYS))
    forms: int = 0

    def write(self, app: App) -> str:
        parts = [HEAD]
        for name, body in zip(CALLBACKS, app.callbacks, strict=True):
            parts.append(
                f"def {name}(*args):\n    print('{name}', *args)\n{indent(self.lines(body), '    ')}"
            )
        parts.append(f"x = st.checkbox('x', key='x')\nact = st.button('act', key='act'{app.act})\n")
        return "".join([*parts, self.lines(app.body), TAIL])

    def lines(self, statements: tuple[Any, ...]) -> str:
        return "".join(self.statement(s) for s in statements)

    def statement(self, statement: Any) -> str:
        if isinstance(statement, Simple):
            values = self.values_of(statement.key)
            value = values[statement.value % len(values)]
            return statement.text.format(key=statement.key, value=value) + "\n"
        if isinstance(statement, Input):
            return f"st.text(repr({self.call(statement)}))\n"
        return self.form(statement) if statement.form else self.compound(statement)

    def values_of(self, key: str) -> tuple[str, ...]:
        if key not in self.kinds:
            return PLAIN_VALUES
        kind = KINDS[self.kinds[key]]
        return kind.values + kind.bad

    def call(self, new: Input) -> str:
        key = new.key
        if key is not None and key not in self.free and self.free:
            key = self.free[0]
        if key in self.free:
            self.free.remove(str(key))
        name = new.other or self.kinds[key or KEYS[0]]
        arguments = KINDS[name].arguments
        more = ", ".join(([] if key is None else [f"key='{key}'"]) + list(new.more))
        label = new.label if key is not None else f"{new.label} + '{new.arguments}'"
        given = f"{label}{arguments[new.arguments % len(arguments)]}"
        return f"{new.at}.{name}({given}{', ' if more else ''}{more})"

    def compound(self, statement: Compound) -> str:
        before = list(self.free)
        text = f"{statement.head}\n{indent(self.lines(statement.body) or 'pass', '    ')}\n"
        if statement.otherwise is not None:
            if statement.head.startswith("if "):
                self.free = before  # only one of the two is drawn
            word, body = statement.otherwise
            text += f"{word}\n{indent(self.lines(body) or 'pass', '    ')}\n"
        return text

    def form(self, statement: Compound) -> str:
        self.forms += 1
        body = tuple(
            replace(s, at="st", more=_not_in_forms(s.more)) if isinstance(s, Input) else s
            for s in statement.body
        )
        head = statement.head.format(self.forms)
        submits = statement.otherwise[1] if statement.otherwise else ()
        text = self.lines(body) + "".join(f"st.text(repr({s}))\n" for s in submits)
        return f"{head}\n{indent(text or 'pass', '    ')}\n"


def _not_in_forms(more: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(m for m in more if not m.startswith("on_change"))


# -- strategies ----------------------------------------------------------------------------------------------

_keys = some.sampled_from(KEYS)
_any_keys = some.sampled_from((*KEYS, *PLAIN))
_numbers = some.integers(0, 17)
_conditions = some.sampled_from(CONDITIONS)


def _simple(*texts: str) -> some.SearchStrategy[Simple]:
    return some.builds(Simple, some.sampled_from(texts), _any_keys, _numbers)


assignments = _simple(
    "ss.{key} = {value}",
    "ss.setdefault('{key}', {value})",
    "ss.pop('{key}', None)",
    "ss['{key}'] = ss.get('{key}', {value})",
    "if '{key}' in ss: ss.{key} = ss.{key}",
    "if '{key}' in ss: del ss['{key}']",
    "ss.update({key}={value})",
)
notes = _simple(
    "st.text(('{key}' in ss, repr(ss.get('{key}'))))", "print(repr(ss.get('{key}')))", "st.write('note')"
)
rare = _simple(
    "ss.clear()",
    "ss.p = ss.get('p', 0)",
    "for key in list(ss.keys()): del ss[key]",
    "for key in sorted(ss.keys()): ss[key] = ss[key]",
    "ss.a, ss.b = ss.get('b'), ss.get('a')",
)
ends = _simple(
    "if n % 3 == 0: st.rerun()",  # `n` grows with every run, or is 1 if it was forgotten: no endless loop
    "if n % 2 == 0: st.rerun()",
    "if act: st.rerun()",
    "if n % 3 == 0: st.stop()",
    "if act: st.stop()",
    "if n % 3 == 1: raise ValueError(n)",
    "if act: 1 / 0",
)
endings_of_callbacks = _simple("st.rerun()", "st.stop()", "1 / 0", "if n % 2: st.rerun()")


@some.composite
def inputs(draw: Callable[[some.SearchStrategy[Any]], Any]) -> Input:
    """Draw a call of an input."""
    key = draw(some.one_of(_keys, _keys, _keys, _keys, some.none()))
    more = draw(
        some.lists(some.sampled_from(_MORE if key else _MORE_WITHOUT_KEY), max_size=2, unique_by=_word)
    )
    label = draw(some.sampled_from(("'L'", "'L'", "'L%d' % (n % 2)")))
    at = draw(some.sampled_from(("st", "st", "st", "st.sidebar")))
    other = draw(some.one_of(some.none(), some.none(), some.none(), some.sampled_from(sorted(KINDS))))
    return Input(key, draw(_numbers), label, tuple(more), at, other)


_MORE_WITHOUT_KEY = (
    *(
        "on_change=first",
        "on_change=second",
        "on_change=first, args=(n,)",
        "on_change=ss.update, kwargs={'p': n}",
    ),
    *("disabled=x", "disabled=bool(n % 2)", "on_change='ignore'"),
)
_MORE = (*_MORE_WITHOUT_KEY, "persist_state='session'", "help='h%d' % (n % 2)")


def _word(text: str) -> str:
    return text.partition("=")[0]


_SUBMITS = (
    "st.form_submit_button('go')",
    "st.form_submit_button('go', on_click=first)",
    "st.form_submit_button('also', on_click=second, args=(n,))",
    "st.form_submit_button('off', disabled=x)",
)
_FORMS = (
    "with st.form('f{}'):",
    "with st.form('f{}', clear_on_submit=True):",
    "with st.form('f{}', clear_on_submit=x):",
)
_WITHS = (
    *("with st.container():", "with st.sidebar:", "with st.expander('E'):", "with st.columns(2)[n % 2]:"),
    "for i in range(1):",
)

leaves = some.one_of(
    notes, inputs(), inputs(), inputs(), inputs(), inputs(), assignments, assignments, ends, rare
)


def _bodies(of: some.SearchStrategy[Any], most: int) -> some.SearchStrategy[tuple[Any, ...]]:
    return some.lists(of, min_size=1, max_size=most).map(tuple)


def compounds(inside: some.SearchStrategy[Any]) -> some.SearchStrategy[Any]:
    """Statements with others in them."""
    bodies = _bodies(inside, 3)
    ifs = some.builds(
        Compound,
        _conditions.map("if {}:".format),
        bodies,
        some.one_of(some.none(), some.tuples(some.just("else:"), bodies)),
    )
    withs = some.builds(Compound, some.sampled_from(_WITHS), bodies)
    tries = some.builds(
        Compound,
        some.just("try:"),
        bodies,
        some.just(("except Exception as e:", (Simple("st.text(type(e).__name__)"),))),
    )
    submits = some.lists(some.sampled_from(_SUBMITS), min_size=1, max_size=2, unique_by=lambda s: s[:30]).map(
        tuple
    )
    forms = some.builds(
        Compound,
        some.sampled_from(_FORMS),
        _bodies(some.one_of(inputs(), inputs(), assignments), 3),
        some.tuples(some.just(""), submits),
        some.just(True),
    )
    # Difference 12: of two containers in one spot ours has the second one alone, so there is one at most.
    in_a_spot = some.one_of(_bodies(leaves, 2), forms.map(lambda form: (form,)))
    spots = some.builds(Compound, some.just("with st.empty():"), in_a_spot)
    return some.one_of(ifs, withs, tries, forms, spots)


statements = some.recursive(leaves, lambda inside: some.one_of(leaves, compounds(inside)), max_leaves=4)

apps = some.builds(
    App,
    some.tuples(*[some.sampled_from(sorted(KINDS)) for _ in KEYS]),
    some.tuples(
        *[_bodies(some.one_of(assignments, assignments, notes, endings_of_callbacks), 3) for _ in CALLBACKS]
    ),
    some.lists(statements, min_size=4, max_size=9).map(tuple),
    some.sampled_from(("", ", on_click=first", ", on_click=second, args=[n]")),
)
"""Random apps."""
