"""Every run starts from the names as they were before the app's last run; other cells' names stay theirs."""

from __future__ import annotations

import gc
import weakref
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from jupyter_session_state._core.names import Ledger, Names, is_reserved, missing_name_hint

if TYPE_CHECKING:
    from collections.abc import Callable

    Script = Callable[[dict[str, Any]], None]


class App:
    """A journal and the script whose runs it keeps, as the run loop puts the two together."""

    def __init__(self, ledger: Ledger, script: Script | str, *, keep: bool = False) -> None:
        self.names = Names(ledger, keep=keep)
        self.namespace = ledger.namespace
        self.script = script

    def run(self) -> None:
        self.names.begin()
        try:
            if isinstance(self.script, str):
                exec(self.script, self.namespace)
            else:
                self.script(self.namespace)
        finally:
            self.names.end()

    def callback(self, source: str) -> None:
        with self.names.lay_in():
            exec(source, self.namespace)


def ledger(**names: Any) -> Ledger:
    return Ledger(names)


def own(namespace: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in namespace.items() if name != "__builtins__"}


def runs(app: App, times: int) -> dict[str, Any]:
    for _ in range(times):
        app.run()
    return own(app.namespace)


# One app


def test_a_rebinding_does_not_compound() -> None:
    assert runs(App(ledger(df=list(range(9))), "df = df[:-1]"), 5)["df"] == list(range(8))


def test_a_created_name_is_gone_when_the_next_run_starts() -> None:
    app = App(ledger(), "seen = 'x' in globals()\nx = object()")
    assert runs(app, 3)["seen"] is False


def test_a_created_name_is_there_between_runs() -> None:
    book = ledger()
    App(book, "x = 1").run()
    assert book.namespace["x"] == 1


def test_a_replaced_name_is_put_back_when_a_run_leaves_it_alone() -> None:
    book = ledger(n=1)
    app = App(book, "n = 2")
    app.run()
    app.script = "pass"
    app.run()
    assert own(book.namespace) == {"n": 1}


def test_a_deleted_name_is_back_when_the_next_run_starts() -> None:
    app = App(ledger(df=[1]), "copy = list(df)\ndel df")
    assert runs(app, 3) == {"copy": [1]}


def test_an_object_changed_in_place_is_not_restored() -> None:
    assert runs(App(ledger(log=[]), "log.append(1)"), 3)["log"] == [1, 1, 1]


def test_names_survive_on_request() -> None:
    assert runs(App(ledger(n=1), "n = n + 1\nm = n", keep=True), 3) == {"n": 4, "m": 4}


def test_a_run_that_fails_is_undone_as_well() -> None:
    app = App(ledger(n=1), "n = n + 1\nm = n\n1 / 0")
    for _ in range(3):
        with pytest.raises(ZeroDivisionError):
            app.run()
    assert own(app.namespace) == {"n": 2, "m": 2}


def test_a_run_that_was_never_ended_is_undone_as_well() -> None:
    app = App(ledger(n=1), "n = n + 1")
    app.names.begin()
    app.namespace["n"] = 100
    app.run()
    assert app.namespace["n"] == 2


def test_ending_twice_changes_nothing() -> None:
    app = App(ledger(n=1), "n = n + 1")
    app.run()
    app.names.end()
    assert runs(app, 2) == {"n": 2}


@pytest.mark.parametrize(
    "name",
    [
        *("_", "__", "___", "_i", "_ii", "_iii", "_1", "_i12", "In", "Out", "_oh", "_dh", "_ih"),
        *("exit", "quit", "get_ipython", "__name__", "__builtins__", "__annotations__", "__doc__"),
    ],
)
def test_names_of_python_and_ipython_are_left_alone(name: str) -> None:
    assert is_reserved(name)
    book = ledger(**{name: "old"})
    app = App(book, lambda names: names.update({name: "new"}))
    app.run()
    app.names.begin()
    assert book.namespace[name] == "new"


@pytest.mark.parametrize(
    "name", ["df", "_private", "__mangled", "i", "_x1", "input", "Input", "_index", "exit_code"]
)
def test_other_names_are_the_users(name: str) -> None:
    assert not is_reserved(name)


def test_the_caller_may_reserve_other_names() -> None:
    book = Ledger({"st": "old"}, reserved={"st"}.__contains__)
    app = App(book, "st = 'new'\nx = 1")
    app.run()
    app.names.begin()
    assert own(book.namespace) == {"st": "new"}


# Plain cells


def test_a_plain_cell_may_rebind_a_name_the_app_replaced() -> None:
    app = App(ledger(df="old"), "df = (df, 'cut')")
    app.run()
    app.namespace["df"] = "fresh"
    assert runs(app, 2)["df"] == ("fresh", "cut")


def test_a_plain_cell_may_rebind_a_name_the_app_created() -> None:
    app = App(ledger(), "seen = globals().get('x')\nx = object()")
    app.run()
    app.namespace["x"] = "mine"
    assert runs(app, 2)["seen"] == "mine"


def test_a_plain_cell_may_rebind_a_name_the_app_deleted() -> None:
    app = App(ledger(x=1), "seen = x\ndel x")
    app.run()
    app.namespace["x"] = "mine"
    assert runs(app, 2) == {"seen": "mine"}


def test_a_name_that_a_plain_cell_deleted_stays_deleted() -> None:
    app = App(ledger(df="old"), "seen = globals().get('df')\ndf = 'cut'")
    app.run()
    del app.namespace["df"]
    assert runs(app, 2)["seen"] is None


def test_a_plain_cell_can_say_that_it_assigned_the_very_same_object() -> None:
    book = ledger(n=4)
    app = App(book, "n = n + 1")
    app.run()
    book.namespace["n"] = 5
    book.assigned(["n", "unknown"])
    app.run()
    assert book.namespace["n"] == 6


class Data:
    """Something big that has to be freed."""


@pytest.mark.parametrize("later", ["df = 3", "pass"])
def test_a_replaced_object_is_let_go_when_nobody_can_restore_it(later: str) -> None:
    book = ledger(df=Data())
    gone = weakref.ref(book.namespace["df"])
    app = App(book, "df = 1")
    app.run()
    app.script = later
    app.run()
    book.namespace["df"] = 2
    app.run()
    gc.collect()
    assert gone() is None


def test_a_name_that_the_app_leaves_alone_now_is_not_held() -> None:
    book = ledger(df=Data())
    gone = weakref.ref(book.namespace["df"])
    app = App(book, "df = 1")
    app.run()
    app.script = "pass"
    app.run()
    book.namespace["df"] = 2
    gc.collect()
    assert gone() is None


# Several apps


def test_two_apps_that_make_the_same_name_do_not_see_each_others() -> None:
    book = ledger()
    a = App(book, "seen_a = globals().get('x')\nx = ['a']")
    b = App(book, "x = ['b']")
    for app in (a, b, a, b, b, a):
        app.run()
    assert book.namespace["seen_a"] is None
    assert book.namespace["x"] == ["a"]


def test_two_apps_that_cut_the_same_name_do_not_cut_each_others_cut() -> None:
    book = ledger(df="df")
    years, top = App(book, "df = f'years({df})'"), App(book, "df = f'top({df})'")
    seen = []
    for app in (years, top, years, years, top, top, years, top):
        app.run()
        seen.append(book.namespace["df"])
    assert set(seen) == {"years(df)", "top(years(df))"}
    assert seen[-1] == "top(years(df))"


def test_an_app_sees_what_another_one_left_last() -> None:
    book = ledger(n=1)
    a, b = App(book, "x = [n]"), App(book, "y = x + [2]")
    a.run()
    b.run()
    book.namespace["n"] = 5
    a.run()
    b.run()
    assert book.namespace["y"] == [5, 2]


def test_an_app_that_leaves_a_name_alone_now_gives_the_others_value_back() -> None:
    book = ledger(df="df")
    a, b = App(book, "df = 'a'"), App(book, "df = 'b'")
    a.run()
    b.run()
    a.script = "pass"
    a.run()
    assert book.namespace["df"] == "b"
    b.script = "seen = df"
    b.run()
    assert own(book.namespace) == {"df": "df", "seen": "df"}


def test_a_plain_assignment_clears_what_all_apps_left() -> None:
    book = ledger(df="df")
    a, b = App(book, "df = f'a({df})'"), App(book, "df = f'b({df})'")
    a.run()
    b.run()
    book.namespace["df"] = "new"
    b.run()
    a.run()
    b.run()
    assert book.namespace["df"] == "b(new)"
    a.run()
    assert book.namespace["df"] == "a(b(new))"


def test_an_app_that_keeps_variables_writes_as_a_plain_cell_does() -> None:
    book = ledger(n=0)
    a, b = App(book, "n = n + 1000", keep=True), App(book, "n = n + 5000")
    for app in (a, b, b, a, b):
        app.run()
    assert book.namespace["n"] == 1000 + 5000 + 1000 + 5000


def test_a_closed_app_leaves_its_names_to_the_notebook() -> None:
    book = ledger(df="df")
    a, b = App(book, "df = f'a({df})'\nx = 'a'"), App(book, "df = f'b({df})'\ny = x")
    a.run()
    b.run()
    a.run()
    before = dict(book.namespace)
    a.names.forget()
    assert book.namespace == before
    b.run()
    b.run()
    assert own(book.namespace) == {"df": "b(a(df))", "x": "a", "y": "a"}


def test_an_app_may_be_closed_by_its_own_script() -> None:
    book = ledger(n=1)
    app = App(book, lambda names: names.update(n=2))
    app.run()
    app.names.begin()
    app.names.forget()
    app.names.end()
    assert book.namespace["n"] == 1


# Callbacks


def test_callbacks_see_the_names_of_the_apps_last_run() -> None:
    book = ledger()
    a, b = App(book, "x = 'a'\nonly_a = 1"), App(book, "x = 'b'")
    a.run()
    b.run()
    a.callback("seen = [x, only_a]")
    assert book.namespace["seen"] == ["a", 1]
    assert book.namespace["x"] == "b"


def test_callbacks_do_not_see_a_name_their_run_deleted() -> None:
    book = ledger(x="notebook")
    a, b = App(book, "del x"), App(book, "x = 'b'")
    a.run()
    b.run()
    a.callback("seen = 'x' in globals()")
    assert own(book.namespace) == {"seen": False, "x": "b"}


def test_callbacks_see_what_a_plain_cell_assigned_since() -> None:
    book = ledger()
    app = App(book, "x = 'app'")
    app.run()
    book.namespace["x"] = "plain"
    app.callback("seen = x")
    assert book.namespace["seen"] == book.namespace["x"] == "plain"


def test_names_that_callbacks_assign_do_not_reach_the_next_run() -> None:
    book = ledger(n=1)
    app = App(book, "n = n + 1\nfresh = 'made' not in globals()")
    app.run()
    app.callback("n = 100\nmade = 1")
    assert (book.namespace["n"], book.namespace["made"]) == (100, 1)
    app.run()
    assert own(book.namespace) == {"n": 2, "fresh": True}


def test_names_that_callbacks_assign_are_there_for_the_next_callback() -> None:
    book = ledger()
    a, b = App(book, "x = 1"), App(book, "x = 50")
    a.run()
    b.run()
    a.callback("x = x + 1")
    a.callback("x = x + 1\nseen = x")
    assert (book.namespace["seen"], book.namespace["x"]) == (3, 50)


def test_others_names_are_back_after_a_callback_that_fails() -> None:
    book = ledger()
    a, b = App(book, "x = 'a'"), App(book, "x = 'b'")
    a.run()
    b.run()
    with pytest.raises(ZeroDivisionError):
        a.callback("1 / 0")
    assert book.namespace["x"] == "b"


def test_a_callback_may_close_its_app() -> None:
    book = ledger()
    a, b = App(book, "x = 'a'"), App(book, "x = 'b'")
    a.run()
    b.run()
    with a.names.lay_in():
        a.names.forget()
    b.run()
    assert book.namespace["x"] == "b"


def test_within_a_run_there_is_nothing_to_lay_in() -> None:
    book = ledger(n=1)
    app = App(book, "n = n + 1")
    app.run()
    app.names.begin()
    with app.names.lay_in():
        assert book.namespace["n"] == 1
    app.names.end()


def test_callbacks_of_an_app_that_keeps_variables_change_the_notebook() -> None:
    book = ledger(n=1)
    app = App(book, "pass", keep=True)
    app.run()
    app.callback("n = 2")
    assert runs(app, 2) == {"n": 2}


# The hint


def lost_name(app: App) -> str | None:
    with pytest.raises(NameError) as caught:
        app.run()
    return missing_name_hint(caught.value, app.names)


def test_a_lost_name_is_explained() -> None:
    app = App(ledger(), "model = 1")
    app.run()
    app.script = "model"
    assert lost_name(app) == (
        "`model` was made in an earlier run; a script starts afresh each time. "
        "Keep it in st.session_state.model."
    )


def test_a_lost_name_is_explained_in_later_runs_too() -> None:
    app = App(ledger(), "model = 1")
    app.run()
    app.script = "model"
    assert lost_name(app) is not None
    assert lost_name(app) is not None


def test_a_name_made_by_a_callback_is_explained_too() -> None:
    app = App(ledger(), "pass")
    app.run()
    app.callback("model = 1")
    app.script = "model"
    assert lost_name(app) is not None


def test_a_lost_name_that_mappings_use_is_kept_by_item() -> None:
    app = App(ledger(), "items = 1")
    app.run()
    app.script = "items"
    assert str(lost_name(app)).endswith('Keep it in st.session_state["items"].')


def test_a_name_that_never_was_is_not_explained() -> None:
    assert lost_name(App(ledger(), "modle")) is None


def test_a_name_of_another_app_is_not_explained() -> None:
    book = ledger()
    a = App(book, "model = 1")
    a.run()
    a.script = "pass"
    a.run()
    assert lost_name(App(book, "model")) is None


def test_a_name_only_replaced_is_not_explained() -> None:
    app = App(ledger(df=1), "df = 2")
    app.run()
    del app.namespace["df"]
    app.script = "df"
    assert lost_name(app) is None


@pytest.mark.parametrize(
    "error", [UnboundLocalError("x", name="x"), NameError("no name told"), NameError("y", name="y")]
)
def test_other_name_errors_are_not_explained(error: NameError) -> None:
    app = App(ledger(), "x = 1\ny = 2")
    app.run()
    app.names.begin()
    app.namespace["y"] = "there"
    assert missing_name_hint(error, app.names) is None


def test_made_and_lost_tell_what_runs_created() -> None:
    app = App(ledger(df=1), "x = 1\ndf = 2")
    assert (app.names.made("x"), app.names.lost("x")) == (False, False)
    app.run()
    assert (app.names.made("x"), app.names.lost("x")) == (True, False)
    app.names.begin()
    assert (app.names.made("x"), app.names.lost("x")) == (True, True)
    assert (app.names.made("df"), app.names.lost("df")) == (False, False)


# Laws. Values are histories: who assigned, over what it found. Each is a new object.

NAMES = ("a", "b", "c", "d")
name_sets = some.frozensets(some.sampled_from(NAMES))
actions = some.lists(
    some.tuples(some.sampled_from(["put", "wrap", "copy", "delete"]), some.sampled_from(NAMES))
)


def at_start(names: frozenset[str]) -> dict[str, Any]:
    return {name: ["notebook", name] for name in names}


def script_of(steps: list[tuple[str, str]]) -> Script:
    def script(namespace: dict[str, Any]) -> None:
        for action, name in steps:
            if action == "delete":
                namespace.pop(name, None)
            elif action == "copy":
                namespace[name] = namespace.get("a")
            else:
                namespace[name] = [action, namespace.get(name) if action == "wrap" else name]

    return script


def wrapping(tag: str, names: frozenset[str]) -> Script:
    def script(namespace: dict[str, Any]) -> None:
        for name in names:
            namespace[name] = [tag, namespace.get(name)]

    return script


def tags(history: Any) -> list[Any]:
    """Who assigned, latest first; at the end what the notebook had."""
    if isinstance(history, list):
        return [history[0], *tags(history[1])]
    return [history]


@given(names=name_sets, steps=actions, times=some.integers(1, 4))
def test_law_many_runs_leave_what_one_run_leaves(
    names: frozenset[str], steps: list[tuple[str, str]], times: int
) -> None:
    namespace, once = at_start(names), at_start(names)
    script_of(steps)(once)
    assert runs(App(Ledger(namespace), script_of(steps)), times) == once


@given(names=name_sets, steps=actions, times=some.integers(1, 4))
def test_law_names_the_script_does_not_touch_keep_their_objects(
    names: frozenset[str], steps: list[tuple[str, str]], times: int
) -> None:
    namespace = at_start(names)
    untouched = {name: namespace[name] for name in names - {name for _, name in steps}}
    runs(App(Ledger(namespace), script_of(steps)), times)
    assert all(namespace[name] is value for name, value in untouched.items())


turns = some.lists(
    some.one_of(
        some.tuples(some.sampled_from(["A", "B", "C"]), name_sets),
        some.tuples(some.just("plain"), name_sets),
    ),
    max_size=12,
)


def play(namespace: dict[str, Any], turn: list[tuple[str, frozenset[str]]]) -> Any:
    """Let apps and plain cells take turns; each turn names what it assigns. Yield after every one."""
    book = Ledger(namespace)
    apps = {tag: App(book, "") for tag in "ABC"}
    for number, (tag, names) in enumerate(turn):
        before = dict(namespace)
        if tag == "plain":
            namespace.update({name: ["plain", f"{name}{number}"] for name in names})
        else:
            apps[tag].script = wrapping(tag, names)
            apps[tag].run()
        yield tag, names, before, apps.get(tag)


@given(turn=turns)
def test_law_what_a_plain_cell_assigned_is_never_lost(turn: list[tuple[str, frozenset[str]]]) -> None:
    namespace = at_start(frozenset(NAMES))
    bottom = {name: name for name in NAMES}
    for number, (tag, names, _, _) in enumerate(play(namespace, turn)):
        if tag == "plain":
            bottom.update({name: f"{name}{number}" for name in names})
        assert {name: tags(namespace[name])[-1] for name in NAMES} == bottom


@given(turn=turns)
def test_law_a_run_changes_only_names_it_assigns_or_its_last_one_did(
    turn: list[tuple[str, frozenset[str]]],
) -> None:
    namespace = at_start(frozenset("ab"))
    last: dict[str, frozenset[str]] = {}
    for tag, names, before, _ in play(namespace, turn):
        changed = {n for n in NAMES if before.get(n) is not namespace.get(n)}
        assert changed <= names | last.get(tag, frozenset())
        last[tag] = names


@given(turn=turns)
def test_law_callbacks_see_their_runs_names_and_leave_the_others(
    turn: list[tuple[str, frozenset[str]]],
) -> None:
    namespace = at_start(frozenset("ab"))
    book = Ledger(namespace)
    apps = {tag: App(book, "") for tag in "ABC"}
    left: dict[str, dict[str, Any]] = {tag: {} for tag in apps}
    for tag, names in turn:
        if tag == "plain":
            for name in names:
                namespace[name] = ["plain", name]
                for seen in left.values():
                    seen.pop(name, None)
        else:
            apps[tag].script = wrapping(tag, names)
            apps[tag].run()
            left[tag] = {name: namespace[name] for name in names}
        for other, app in apps.items():
            before = dict(namespace)
            with app.names.lay_in():
                assert all(namespace[name] is value for name, value in left[other].items())
            assert namespace.keys() == before.keys()
            assert all(namespace[name] is value for name, value in before.items())


@given(
    order=some.lists(some.sampled_from(["A", "B", "C"]), max_size=15),
    assigns=some.fixed_dictionaries({"A": name_sets, "B": name_sets, "C": name_sets}),
)
def test_law_reruns_in_any_order_give_what_the_first_run_gave(
    order: list[str], assigns: dict[str, frozenset[str]]
) -> None:
    namespace = at_start(frozenset("ab"))
    book = Ledger(namespace)
    apps = {tag: App(book, wrapping(tag, names)) for tag, names in assigns.items()}
    first: dict[str, dict[str, Any]] = {}
    for tag in order:
        apps[tag].run()
        result = {name: namespace[name] for name in assigns[tag]}
        assert result == first.setdefault(tag, result)
        for name in assigns[tag]:
            assert len(tags(namespace[name])) == len(set(tags(namespace[name])))
