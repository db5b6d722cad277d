"""No rebound name is missed: random orders of cells, of runs and of callbacks, beside a namespace that tells reads.

The judge knows nothing of how reads are found. It executes the very script and notes what was looked up and not
assigned before, and what the cells assigned since.
"""

from __future__ import annotations

import os
import textwrap
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from hypothesis import given, settings
from hypothesis import strategies as some

from jupyter_session_state._core.global_names import words
from jupyter_session_state._core.names import Ledger, Names
from jupyter_session_state._core.script import compile_script
from jupyter_session_state._core.watch import Reader, Watch

if TYPE_CHECKING:
    from collections.abc import Callable

ORDERS = int(os.environ.get("JSS_ORDERS", "100"))
"""How many orders of cells are tried."""

VARIABLES = ("a", "b", "c", "d")
FUNCTIONS = ("f", "g")
NOTHING = object()
FIRST = """
a, b, c, d = 1, "x", Thing(), [1]
def f(): return c
def g(): return f()
"""


class Thing:
    """A value with an identity."""


class Swallow:
    """Hides every error in its block."""

    def __enter__(self) -> None:
        """Nothing to do."""

    def __exit__(self, *_error: object) -> bool:
        return True


class Telling(dict[str, Any]):
    """Names that tell which of them were looked up before they were assigned, while somebody listens."""

    reads: dict[str, object] | None = None
    own: set[str]
    before: dict[str, object]

    def listen(self) -> dict[str, object]:
        self.reads, self.own, self.before = {}, set(), dict(self)
        return self.reads

    def note(self, name: str) -> None:
        if self.reads is None or name in self.own or name in self.reads:
            return
        value = dict.get(self, name, NOTHING)
        # What functions do to globals goes past a dictionary's own methods.
        if value is self.before.get(name, NOTHING):
            self.reads[name] = value

    def __getitem__(self, name: str) -> Any:
        self.note(name)
        return super().__getitem__(name)

    def __contains__(self, name: object) -> bool:
        self.note(str(name))
        return super().__contains__(name)

    def __setitem__(self, name: str, value: Any) -> None:
        if self.reads is not None:
            self.own.add(name)
        super().__setitem__(name, value)

    def __delitem__(self, name: str) -> None:
        self.note(name)
        super().__delitem__(name)
        if self.reads is not None:
            self.own.add(name)


class Hooks:
    """Shows nothing."""

    def show(self, *values: object) -> None:
        """Nothing to do."""

    def mark(self) -> object:
        """Nothing is drawn."""

    def show_last(self, mark: object, value: object) -> None:
        """Nothing to do."""

    def keep(self, name: str, value: object, site: int) -> object:
        return value


class App:
    """An app with its names and its reader, put together as the session does it, and what the judge knows of it."""

    def __init__(self, watch: Watch, source: str) -> None:
        self.watch = watch
        self.names = Names(watch.ledger)
        self.script = compile_script(source)
        self.reads = self.script.reads()
        self.hooks = Hooks()
        self.told: tuple[str, ...] = ()
        self.reader = Reader(watch, self.tell)
        self.truly_read: dict[str, object] = {}
        self.rebound: dict[str, object] = {}
        self.only_assigned: set[str] = set()
        # A function that is mentioned counts as called; a block may not be entered.
        self.exact = "\n " not in source and words(source).isdisjoint((*FUNCTIONS, "back"))

    def tell(self, names: tuple[str, ...]) -> None:
        self.told = names

    def run(self, namespace: Telling) -> None:
        with self.reader.turn():
            self.names.begin()
            self.reader.begin(self.reads)
            reads = namespace.listen()
            with suppress(Exception):
                self.script.run(namespace, self.hooks)
            namespace.reads = None
            self.names.end()
            self.reader.end(self.names.left())
        self.truly_read, self.rebound = reads, {}
        self.only_assigned = namespace.own - reads.keys()

    def call(self, namespace: Telling) -> None:
        """Call what the last run left as `back`, as a callback."""
        reads: dict[str, object] = {}
        with self.reader.turn(), self.names.lay_in():
            back = namespace.get("back")
            reads = namespace.listen()
            if callable(back):
                with suppress(Exception):
                    back()
            namespace.reads = None
        for name, value in reads.items():
            if name not in self.names.left():
                self.truly_read.setdefault(name, value)


def alike(one: object, other: object) -> bool:
    """Whether a run would find the same: that very object, or the same number or text."""
    return one is other or (type(one) is type(other) and isinstance(one, (int, str)) and one == other)


class Notebook:
    """A notebook with its apps."""

    def __init__(self, sources: list[str]) -> None:
        self.names = Telling(__name__="__main__", Thing=Thing, Swallow=Swallow, flag=True)
        self.watch = Watch(Ledger(self.names, lambda name: name.startswith("__")))
        self.apps = [App(self.watch, source) for source in sources]
        self.bound: dict[str, object] = {}  # what plain cells gave names

    def cell(self, source: str) -> None:
        self.watch.cell_begins()
        line, before = None, dict(self.names)
        heard = self.names.listen()
        try:
            exec(compile(source, "cell", "exec"), self.names)
        except Exception as error:  # noqa: BLE001 - a cell may fail as it likes
            trace = error.__traceback__
            line = trace.tb_next.tb_lineno if trace is not None and trace.tb_next is not None else None
        self.names.reads = None
        assigned = {n for n in {*before, *self.names} if before.get(n, heard) is not self.names.get(n, heard)}
        assigned |= self.names.own
        now = {name: self.names.get(name, NOTHING) for name in assigned}
        # To give a name what it had, seen there and last given by the notebook, is no change.
        idle = {n for n, v in now.items() if before.get(n, NOTHING) is v is self.bound.get(n, NOTHING)}
        self.bound.update(now)
        self.watch.cell_ended(source, line)
        for app in self.apps:
            app.rebound.update({name: value for name, value in now.items() if name not in idle})

    def judge(self) -> None:
        for app in self.apps:
            due = {
                n for n, v in app.rebound.items() if n in app.truly_read and not alike(v, app.truly_read[n])
            }
            assert due <= set(app.told), f"missed {due - set(app.told)}"
            assert set(app.told) <= app.rebound.keys(), "the notebook did not touch it"
            assert app.told == tuple(app.reader.changed)
            assert not app.exact or app.only_assigned.isdisjoint(app.told), "the script assigned it before"


variables = some.sampled_from(VARIABLES)
names = some.sampled_from(VARIABLES + FUNCTIONS)
read = some.sampled_from((*VARIABLES, *FUNCTIONS, "e"))
values = some.sampled_from(("1", "2", "'x'", "Thing()", "[1]", "None"))
expressions = some.one_of(
    values,
    read,
    some.builds("{} + 1".format, variables),
    some.builds("({}, {})".format, read, read),
    some.builds("[{} for _ in range(2)]".format, read),
    some.builds("(lambda: {})()".format, read),
    some.builds("{}()".format, some.sampled_from((*FUNCTIONS, "back"))),
    some.builds("'{}' in globals()".format, names),
)
assignments = some.builds("{} = {}".format, names, expressions)
functions = some.builds(
    "def {}({}=None):\n    return {}".format, some.sampled_from((*FUNCTIONS, "back")), variables, names
)
plain = some.one_of(
    assignments,
    expressions,
    functions,
    some.builds("del {}".format, names),
    some.builds("{} += 1".format, variables),
    some.just("1 / 0"),
)


def block(head: str) -> Callable[[str], str]:
    return lambda body: f"{head}:\n{textwrap.indent(body, '    ')}"


def nested(inner: some.SearchStrategy[str]) -> some.SearchStrategy[str]:
    body = some.lists(inner, min_size=1, max_size=3).map("\n".join)
    heads = some.one_of(
        some.sampled_from(
            ("if flag", "if not flag", "with Swallow()", "for i in range(2)", "for a in range(0)")
        ),
        some.builds("while {} is None".format, variables).map(lambda head: head + " and not flag"),
    )
    return some.one_of(
        some.builds(lambda head, text: block(head)(text), heads, body),
        some.builds(
            lambda one, two: f"{block('try')(one)}\n{block('except Exception as d')(two)}", body, body
        ),
        some.builds(lambda one, two: f"{block('try')(one)}\n{block('finally')(two)}", body, body),
        some.builds(lambda one, two: f"{block('if flag')(one)}\n{block('else')(two)}", body, body),
        some.builds(block("class C"), body),
        some.builds(lambda text: block("def back()")(f"global e\ne = Thing()\n{text}"), body),
    )


# Not in plain cells: one that failed does not tell whether it came to the walrus of its last line.
walrus = some.builds("({} := {}, {})".format, variables, read, read)
line = some.one_of(plain, walrus)
# What chance would seldom bring together: a function and its call, an assignment that an error skipped and its name.
idioms = some.sampled_from(
    (
        "def f():\n    return {0}\nf()",
        "def f():\n    return {0}\ng()",
        "def back():\n    return {0}\n{0} = 1\nback()",
        "with Swallow():\n    1 / 0\n    {0} = 2\n{0}\n{0} = 3",
        "class C:\n    def m(self):\n        return {0}\nC().m()",
    )
)
pieces = some.one_of(
    line,
    nested(line),
    nested(some.one_of(line, nested(line))),
    some.builds(str.format, idioms, variables),
)
scripts = some.lists(pieces, min_size=1, max_size=6).map("\n".join)
cells = some.one_of(
    some.lists(plain, min_size=1, max_size=3).map("\n".join),
    some.just("e = Thing()"),
    some.builds("flag = {}".format, some.sampled_from(("True", "False"))),
    some.builds("import {} as {}".format, some.sampled_from(("math", "json")), variables),
)
steps = some.lists(
    some.one_of(
        some.tuples(some.just("cell"), cells),
        some.tuples(some.just("run"), some.sampled_from((0, 1))),
        some.tuples(some.just("call"), some.sampled_from((0, 1))),
    ),
    min_size=12,
    max_size=30,
)


def compiles(source: str) -> bool:
    try:
        compile_script(source)
    except SyntaxError:  # such as a global that was used before its declaration
        return False
    return True


@settings(max_examples=ORDERS, deadline=None)
@given(some.lists(scripts.filter(compiles), min_size=2, max_size=2), steps)
def test_law_no_rebound_name_is_missed(sources: list[str], order: list[tuple[str, Any]]) -> None:
    notebook = Notebook(sources)
    notebook.cell(FIRST)
    for app in notebook.apps:
        app.run(notebook.names)
    for kind, what in order:
        if kind == "cell":
            notebook.cell(what)
        elif kind == "run":
            notebook.apps[what].run(notebook.names)
        else:
            notebook.apps[what].call(notebook.names)
            notebook.apps[what].run(notebook.names)
        notebook.judge()
