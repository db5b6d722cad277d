"""Which names of the notebook an app's last run found otherwise, told after each cell."""

from __future__ import annotations

import gc
import traceback
import weakref
from typing import Any

import pytest

from jupyter_session_state._core.messages import notebook_changed
from jupyter_session_state._core.names import Ledger, Names
from jupyter_session_state._core.script import compile_script
from jupyter_session_state._core.watch import LONGEST, Reader, Watch


class Thing:
    """A value with an identity."""


class Notebook:
    """A namespace with apps, as the session puts them together."""

    def __init__(self, **names: Any) -> None:
        self.names: dict[str, Any] = {"__name__": "__main__", **names}
        self.watch = Watch(Ledger(self.names), lambda text: text.replace("%magic", "pass"))

    def app(self, source: str, *, keep: bool = False) -> App:
        return App(self, source, keep=keep)

    def cell(self, source: str, shown: str | None = None) -> None:
        self.watch.cell_begins()
        line = None
        try:
            exec(source, self.names)
        except ZeroDivisionError as error:
            line = [step.lineno for step in traceback.extract_tb(error.__traceback__)][1]
        self.watch.cell_ended(shown or source, line)


class App:
    """An app, and what it was told of the notebook."""

    def __init__(self, notebook: Notebook, source: str, *, keep: bool) -> None:
        self.notebook = notebook
        self.names = Names(notebook.watch.ledger, keep=keep)
        self.script = compile_script(source)
        self.history: list[tuple[str, ...]] = []
        self.reader = Reader(notebook.watch, self.history.append)
        self.run()

    @property
    def told(self) -> tuple[str, ...]:
        return self.history[-1] if self.history else ()

    def run(self) -> None:
        with self.reader.turn():
            self.names.begin()
            self.reader.begin(self.script.reads())
            try:
                exec(self.script.code, self.notebook.names)
            except NameError:
                pass
            finally:
                self.names.end()
                self.reader.end(self.names.left())


@pytest.mark.parametrize(
    "cell",
    [
        "df = Thing()",
        "df = None",
        "del df",
        "df = 1\n1 / 0",
        "import json as df",
        "exec('df = 1')",
        "del df\ndf = Thing()",
    ],
)
def test_a_name_that_was_read_and_is_bound_anew_is_told_once(cell: str) -> None:
    notebook = Notebook(df=Thing(), Thing=Thing)
    app = notebook.app("df")
    notebook.cell("other = df")
    assert app.history == []
    notebook.cell(cell)
    notebook.cell("other = 1")
    assert app.history == [("df",)]
    app.run()
    assert app.history == [("df",), ()]


@pytest.mark.parametrize("value", ["5", "'text'", "b'bytes'", "1.5", "None", "True"])
def test_a_number_or_text_assigned_again_is_no_change(value: str) -> None:
    notebook = Notebook(n=eval(value))
    app = notebook.app("n")
    notebook.cell(f"n = {value}")
    notebook.cell("n = 'other'")
    notebook.cell(f"n = {value}")
    assert app.history == [("n",), ()]
    notebook.cell(f"n = [{value}]")
    assert app.told == ("n",)


def test_the_very_object_is_no_change_and_what_is_changed_in_place_cannot_be_seen() -> None:
    thing, rows = Thing(), [1]
    notebook = Notebook(thing=thing, rows=rows, same=thing, same_rows=rows)
    app = notebook.app("thing, rows")
    notebook.cell("thing.field = 1; rows.append(2); rows += [3]; thing = same")
    assert app.history == []
    notebook.cell("thing = 0")
    notebook.cell("thing = same")
    assert app.history == [("thing",), ()]
    notebook.cell("rows = 0")
    notebook.cell(
        "rows = same_rows"
    )  # a list is not kept for comparison, so this is not known to be the same
    assert app.told == ("rows",)


def test_a_long_text_is_not_kept_for_comparison() -> None:
    notebook = Notebook(text="x" * (LONGEST + 1))
    app = notebook.app("text")
    notebook.cell("text = text[:]")
    assert app.history == []
    notebook.cell("text = text + ''.join(['y'])")
    assert app.told == ("text",)


def test_a_name_that_was_not_there_and_is_made_is_told() -> None:
    notebook = Notebook()
    app = notebook.app("late")
    tried = notebook.app("try:\n    late\nexcept NameError:\n    pass\nmax(1, 2)")
    notebook.cell("late = 1")
    assert (app.told, tried.told) == (("late",), ("late",))
    notebook.cell("del late")
    assert (app.told, tried.told) == ((), ())
    notebook.cell("max = min")
    assert (app.told, tried.told) == ((), ("max",))


def test_nothing_is_kept_alive_for_comparison() -> None:
    notebook = Notebook(big=Thing())
    notebook.app("big")
    gone = weakref.ref(notebook.names["big"])
    del notebook.names["big"]
    gc.collect()
    assert gone() is None


def test_an_object_in_the_place_of_one_that_went_is_told_from_it() -> None:
    notebook = Notebook(big=Thing(), Thing=Thing)
    app = notebook.app("big")
    notebook.cell("del big\nbig = Thing()")  # CPython gives it the address that has just become free
    assert app.told == ("big",)


def test_names_of_the_interpreter_are_not_read() -> None:
    notebook = Notebook(_=1, Out={}, __doc__="x")
    app = notebook.app("_, Out, __doc__")
    notebook.cell("_ = 2; Out = {1: 2}; __doc__ = 'y'")
    assert app.history == []


def test_functions_of_the_notebook_read_for_the_app_that_may_call_them() -> None:
    notebook = Notebook()
    notebook.cell("scale = 2\ndef f(): return g()\ndef g(): return scale\ndef other(): return unit\nunit = 1")
    app = notebook.app("def h(): return f\nh()")
    notebook.cell("unit = 2")
    assert app.history == []
    notebook.cell("scale = 3")
    assert app.told == ("scale",)
    notebook.cell("scale = 2")
    notebook.cell("def g(): return unit")
    assert app.told == ("g",)
    app.run()
    notebook.cell("unit = 3")
    assert app.told == ("unit",)


def test_a_function_of_the_notebook_may_call_one_of_the_script() -> None:
    notebook = Notebook(df=1)
    notebook.cell("def run(): return step()")
    app = notebook.app("def step(): return df\nrun()")
    notebook.cell("df = 2; step = 3")
    assert app.told == ("df",)


def test_names_that_the_script_assigns_first_are_its_own_in_functions_of_the_notebook_too() -> None:
    notebook = Notebook(scale=1)
    notebook.cell("def f(): return scale")
    app = notebook.app("scale = 3\nf()")
    notebook.cell("scale = 2")
    assert app.history == []


def test_names_of_a_class_are_not_seen_by_functions_of_the_notebook() -> None:
    notebook = Notebook(scale=1)
    notebook.cell("def f(): return scale")
    app = notebook.app("class C:\n    scale = 3\n    size = f()")
    notebook.cell("scale = 2")
    assert app.told == ("scale",)


def test_what_is_assigned_within_a_with_is_the_apps_own_if_it_was_assigned() -> None:
    notebook = Notebook(n=1, fails=False)
    app = notebook.app(
        "import contextlib\nwith contextlib.suppress(ZeroDivisionError):\n    1 / (not fails)\n    n = 2\nn"
    )
    notebook.cell("n = 3")
    assert app.history == []
    notebook.cell("fails = True")
    app.run()
    notebook.cell("n = 4")
    assert app.told == ("n",)


def test_what_another_app_leaves_counts_only_when_the_notebook_takes_its_place() -> None:
    notebook = Notebook(n=1)
    maker = notebook.app("n = n + 1\nmade = [n]")
    user = notebook.app("made, n")
    maker.run()
    notebook.cell("other = 1")
    assert maker.history == user.history == []
    notebook.cell("made = 0")
    assert (maker.history, user.history) == ([], [("made",)])


def test_a_cell_that_gives_a_name_the_very_value_that_an_app_left_there_is_seen() -> None:
    notebook = Notebook(n=5)
    app = notebook.app("n = n + 1")
    notebook.cell("n == 6")
    assert app.history == []
    notebook.cell("n = 6")
    assert app.told == ("n",)
    app.run()
    assert notebook.names["n"] == 7
    notebook.cell("n = 7\npass", shown="n = 7\n%magic")
    app.run()
    assert notebook.names["n"] == 8
    notebook.cell("n = 8", shown="%%other\nn = 8")  # not ours to understand
    app.run()
    assert notebook.names["n"] == 8
    notebook.cell("n = 8\n1 / 0")
    app.run()
    assert notebook.names["n"] == 9
    notebook.cell("1 / 0\nn = 9")
    app.run()
    assert notebook.names["n"] == 9


def test_an_app_that_ran_within_the_cell_saw_what_was_assigned_before() -> None:
    notebook = Notebook(n=5, df=Thing(), Thing=Thing)
    app, other = notebook.app("n = n + 1, df"), notebook.app("df")
    notebook.names["run"] = app.run
    notebook.cell("df = Thing()\nrun()\nn = n")
    assert (app.told, other.told) == ((), ("df",))


def test_turns_within_a_turn_are_one() -> None:
    notebook = Notebook(df=1)
    app = notebook.app("df")
    with app.reader.turn():
        notebook.names["df"] = 2
        with app.reader.turn():
            notebook.names["df"] = 3
        notebook.names["df"] = 4
    assert app.history == []


def test_an_app_that_keeps_its_variables_is_told_of_the_notebook_only() -> None:
    notebook = Notebook(df=1)
    app = notebook.app("if 'model' not in globals():\n    model = df", keep=True)
    app.run()
    assert app.history == []
    notebook.cell("del model")
    assert app.told == ("model",)


def test_an_app_that_is_closed_is_told_nothing() -> None:
    notebook = Notebook(df=1)
    app = notebook.app("df")
    app.reader.close()
    notebook.cell("df = 2")
    assert app.history == []


def test_the_names_are_told_in_words() -> None:
    assert notebook_changed(["df"]) == "the notebook changed `df`"
    assert notebook_changed(["df", "n"]) == "the notebook changed `df` and `n`"
    assert notebook_changed(["a", "b", "c"]) == "the notebook changed `a`, `b` and `c`"
    assert notebook_changed(["a", "b", "c", "d", "e"]) == "the notebook changed `a`, `b`, `c` and 2 more"
