"""Cached functions in apps and outside of them."""

from __future__ import annotations

import asyncio
import io
import pickle
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

import jupyter_session_state as st
from jupyter_session_state._core.app import App
from jupyter_session_state._core.kernel import Kernel, current_kernel, set_current_kernel
from jupyter_session_state._core.state import SessionState
from jupyter_session_state.elements import DeltaGenerator
from jupyter_session_state.testing import AppTest
from tests.elements.conftest import FunctionApp, FunctionBody

Start = Callable[..., FunctionApp]
DECORATORS = [st.cache_data, st.cache_resource]


@pytest.fixture(autouse=True)
def kernel() -> Iterator[Kernel]:
    """A kernel of each test's own, for what runs in no app."""
    before = current_kernel()
    made = Kernel(DeltaGenerator)
    set_current_kernel(made)
    yield made
    set_current_kernel(before)


class Counted:
    """A function that counts how often it was called."""

    def __init__(self, **options: Any) -> None:
        self.calls: list[Any] = []
        decorate = options.pop("by", st.cache_data)(show_spinner=False, **options)

        def function(x: Any = 0, *rest: Any, k: Any = 0, _left_out: Any = 0, **more: Any) -> Any:
            self.calls.append((x, *rest))
            return [x]

        self.function = decorate(function)

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        return self.function(*args, **kwargs)


# -- what is one call --------------------------------------------------------------------------------------


def test_a_function_is_called_once_for_each_content_of_its_arguments() -> None:
    f = Counted()
    for _ in range(2):
        for x in (1, 1.0, True, [1], (1,), {"a": 1}, None):
            assert f(x) == [x]
    assert len(f.calls) == 7


def test_keyword_and_positional_forms_are_one_call_and_underscored_arguments_do_not_count() -> None:
    f = Counted()
    f(1)
    f(x=1)
    f(1, _left_out=2)
    assert f.calls == [(1,)]
    f(1, k=1)
    f(1, 2)
    f(1, 3)
    f(1, k=1, y=2)
    assert len(f.calls) == 5


def test_the_order_of_keywords_counts_as_in_streamlit() -> None:
    f = Counted()
    f(a=1, b=2)
    f(b=2, a=1)
    assert len(f.calls) == 2


def test_a_function_with_another_source_is_another_function() -> None:
    def made(source: str) -> Any:
        names: dict[str, Any] = {}
        exec(source, names)
        return st.cache_data(names["f"])

    one, other = made("def f(): return 1"), made("def f(): return 2")
    assert (one(), other(), one()) == (1, 2, 1)
    assert made("def f(): return 1")() == 1


def test_the_cache_lives_as_long_as_the_kernel_not_as_the_function() -> None:
    calls = []

    def define() -> Any:
        @st.cache_data
        def f() -> int:
            calls.append(1)
            return 1

        return f

    define()()
    define()()
    assert calls == [1]


def test_an_argument_without_content_names_itself_and_the_function() -> None:
    f = Counted()
    with pytest.raises(st.errors.UnhashableParamError) as caught:
        f(x=[print, lambda: 0])
    for part in ("'x'", "function()", "builtins.list", "builtins.function", "'_x'", "hash_funcs"):
        assert part in str(caught.value)
    with pytest.raises(st.errors.UnhashableParamError, match="An argument of"):
        f(1, lambda: 0)


def test_hash_funcs_say_what_to_go_by() -> None:
    f = Counted(hash_funcs={SessionState: id})
    state = SessionState()
    f(state)
    f(state)
    f(SessionState())
    assert len(f.calls) == 2


def test_a_failing_hash_func_is_told_with_its_cause() -> None:
    f = Counted(hash_funcs={int: lambda x: x / 0})
    with pytest.raises(
        st.errors.UserHashError, match=r"hash_funcs .* function\(\).*ZeroDivisionError"
    ) as caught:
        f(1)
    assert isinstance(caught.value.__cause__, ZeroDivisionError)
    assert f("a") == ["a"]


def test_files_go_by_name_content_and_place(tmp_path: Path) -> None:
    f = Counted(by=st.cache_resource)

    class Upload(io.BytesIO):
        name = "a.csv"

    for content in (b"1", b"1", b"2"):
        f(Upload(content))
    path = tmp_path / "a.txt"
    path.write_text("text")
    for _ in range(2):
        with path.open() as file:
            f(file)
    assert len(f.calls) == 3
    with pytest.raises(st.errors.UnhashableParamError):
        f(file)


# -- what comes out ----------------------------------------------------------------------------------------


def test_data_is_copied_and_a_resource_is_not() -> None:
    data, resource = Counted(), Counted(by=st.cache_resource)
    first = data(1)
    first.append("changed")
    assert data(1) == [1]
    assert data(1) is not data(1)
    resource(1).append("changed")
    assert resource(1) == [1, "changed"]
    assert resource(1) is resource(1)


@pytest.mark.parametrize("decorate", DECORATORS)
def test_an_exception_is_not_kept(decorate: Any) -> None:
    calls = []

    def f() -> None:
        calls.append(1)
        raise ValueError("no")

    cached = decorate(f)
    for _ in range(2):
        with pytest.raises(ValueError, match="no"):
            cached()
    assert calls == [1, 1]


def test_what_cannot_be_copied_says_what_to_do() -> None:
    @st.cache_data
    def numbers() -> Any:
        yield 1

    @st.cache_data
    def lock() -> Any:
        return threading.Lock()

    @st.cache_data
    def local() -> Any:
        class Local:
            pass

        return Local()

    with pytest.raises(st.errors.UnserializableReturnValueError, match="a list of what it yields"):
        numbers()
    with pytest.raises(st.errors.UnserializableReturnValueError, match=r"lock\(\).*st.cache_resource"):
        lock()
    with pytest.raises((AttributeError, st.errors.UnserializableReturnValueError), match=r"local\(\)"):
        local()


def test_a_query_is_told_from_its_result() -> None:
    class LazyFrame:
        def __reduce__(self) -> Any:
            raise TypeError

    LazyFrame.__module__ = "polars.lazyframe.frame"

    @st.cache_data
    def query() -> Any:
        return LazyFrame()

    with pytest.raises(st.errors.UnevaluatedDataFrameError, match="Collect it"):
        query()


class Gone:
    """A class that the script defined anew, or not at all any more."""

    broken = False

    def __setstate__(self, state: Any) -> None:
        if Gone.broken:
            raise pickle.UnpicklingError

    def __getstate__(self) -> Any:
        return {"a": 1}


def test_a_copy_that_cannot_be_made_any_more_is_computed_anew() -> None:
    calls = []

    @st.cache_data
    def f() -> Any:
        calls.append(1)
        return Gone()

    f()
    Gone.broken = True
    try:
        assert isinstance(f(), Gone)
    finally:
        Gone.broken = False
    assert calls == [1, 1]


@pytest.mark.parametrize("decorate", DECORATORS)
def test_coroutine_functions_are_awaited_and_known(decorate: Any) -> None:
    calls = []

    async def f(x: int) -> list[int]:
        calls.append(x)
        await asyncio.sleep(0)
        return [x]

    cached = decorate(f)

    async def twice() -> list[Any]:
        return list(await asyncio.gather(cached(1), cached(1), cached(2)))

    assert asyncio.run(twice()) == [[1], [1], [2]]
    assert calls == [1, 2]


@pytest.mark.parametrize("decorate", DECORATORS)
def test_what_can_be_awaited_or_read_only_once_is_refused(decorate: Any) -> None:
    async def work() -> int:
        return 1

    async def stream() -> Any:
        yield 1

    def forgot() -> Any:
        return work()

    with pytest.raises(st.errors.CachedFunctionReturnedAwaitableError, match="async def"):
        decorate(forgot)()
    with pytest.raises(st.errors.StreamlitAPIException, match="asynchronous generator"):
        decorate(stream)
    with pytest.raises(st.errors.StreamlitValueError, match="refresh_mode"):
        decorate(ttl=1, refresh_mode="background")(work)


@pytest.mark.parametrize("value", [5, len, dict, None.__class__])
def test_only_functions_of_the_author_can_be_decorated(value: Any) -> None:
    with pytest.raises(st.errors.StreamlitAPIException, match="a function of your own"):
        st.cache_data(value)


# -- how much and how long ---------------------------------------------------------------------------------


def test_the_entry_used_longest_ago_goes_first() -> None:
    f = Counted(max_entries=2)
    for x in (1, 2, 1, 3, 1, 2):
        f(x)
    assert f.calls == [(1,), (2,), (3,), (2,)]


def test_values_get_old(kernel: Kernel) -> None:
    time = [0.0]
    kernel.caches.clock = lambda: time[0]
    f = Counted(ttl="1m")
    for time[0] in (0, 59, 60, 61):
        f(1)
    assert len(f.calls) == 2


def test_a_size_is_kept(kernel: Kernel) -> None:
    f = Counted(max_size="1KB")
    f("a" * 600)
    f("b" * 600)
    f("a" * 600)
    assert len(f.calls) == 3


def test_other_limits_start_anew() -> None:
    calls = []

    def f() -> int:
        calls.append(1)
        return 1

    for options in list[Any]([{}, {"max_entries": 5}, {"max_entries": 5}, {"ttl": 9}]):
        st.cache_data(**options)(f)()
    assert len(calls) == 3


def test_old_values_are_given_out_while_new_ones_are_made(kernel: Kernel) -> None:
    time = [0.0]
    kernel.caches.clock = lambda: time[0]
    calls: list[int] = []
    released: list[int] = []

    @st.cache_resource(ttl=10, refresh_mode="background", on_release=released.append)
    def f() -> int:
        calls.append(1)
        if len(calls) == 2:
            raise OSError("once")
        return len(calls)

    assert f() == 1
    time[0] = 10
    assert f() == 1
    wait_until(lambda: len(calls) == 2 and f._cached.not_before > 0)
    assert f() == 1  # not again so soon
    time[0] = 18
    f._cached.not_before = 0
    wait_until(lambda: f() == 3)
    assert released == [1]
    time[0] = 1000
    assert f() == 4


def wait_until(done: Callable[[], bool]) -> None:
    pause = threading.Event()
    for _ in range(1000):
        if done():
            return
        pause.wait(0.005)
    pytest.fail("it never came about")


BAD: list[tuple[dict[str, Any], type[Exception], str]] = [
    ({"ttl": "soon"}, st.errors.StreamlitBadTimeStringError, "'soon'"),
    ({"ttl": [1]}, st.errors.StreamlitInvalidParameterTypeError, "ttl"),
    ({"max_entries": "a"}, st.errors.StreamlitInvalidParameterTypeError, "max_entries"),
    ({"max_size": "1"}, st.errors.StreamlitValueError, "max_size"),
    ({"max_size": 0}, st.errors.StreamlitValueError, "max_size"),
    ({"max_size": True}, st.errors.StreamlitInvalidParameterTypeError, "max_size"),
    ({"scope": "all"}, st.errors.StreamlitValueError, "scope"),
    ({"persist": "cloud"}, st.errors.StreamlitValueError, "persist"),
    ({"refresh_mode": "now"}, st.errors.StreamlitValueError, "refresh_mode"),
    ({"refresh_mode": "background"}, st.errors.StreamlitMissingRequiredParameterError, "ttl"),
    ({"refresh_mode": "background", "ttl": 0}, st.errors.StreamlitValueError, "ttl"),
    (
        {"refresh_mode": "background", "ttl": 1, "persist": True},
        st.errors.StreamlitIncompatibleParametersError,
        "persist",
    ),
]


@pytest.mark.parametrize(("options", "error", "part"), BAD)
def test_bad_options_are_refused_where_they_are_given(options: Any, error: Any, part: str) -> None:
    with pytest.raises(error, match=part):
        st.cache_data(**options)(wait_until)


async def never_awaited(value: Any) -> bool:
    return True


@pytest.mark.parametrize("name", ["validate", "on_release"])
def test_callbacks_of_resources_must_be_plain(name: str) -> None:
    with pytest.raises(st.errors.StreamlitAPIException, match=name):
        st.cache_resource(**{name: never_awaited})


def test_a_resource_that_is_not_valid_is_made_anew_and_one_that_goes_is_released() -> None:
    released: list[Any] = []
    f = Counted(
        by=st.cache_resource, validate=lambda v: len(v) == 1, on_release=released.append, max_entries=1
    )
    f(1).append("broken")
    assert f(1) == [1]
    assert released == []
    f(2)
    assert released == [[1]]
    f.function.clear()
    assert released == [[1], [2]]


# -- forgetting --------------------------------------------------------------------------------------------


def test_clear_forgets_one_call_or_all() -> None:
    f = Counted()
    f(1)
    f(2)
    f.function.clear(1)
    f(2)
    f(1)
    f.function.clear()
    f(1)
    assert f.calls == [(1,), (2,), (1,), (1,)]


def test_clear_of_a_decorator_forgets_the_values_of_all_its_functions_and_no_others() -> None:
    data, resource = Counted(), Counted(by=st.cache_resource)
    data(1)
    resource(1)
    st.cache_data.clear()
    data(1)
    resource(1)
    assert (len(data.calls), len(resource.calls)) == (2, 1)
    st.cache_resource.clear()
    resource(1)
    assert len(resource.calls) == 2


def test_what_release_raises_is_logged_by_a_clear(caplog: pytest.LogCaptureFixture) -> None:
    f = Counted(by=st.cache_resource, on_release=lambda value: value / 0)
    f(1)
    f.function.clear()
    f(2)
    st.cache_resource.clear()
    assert caplog.text.count("on_release") == 2


class Shop:
    def __init__(self, name: str) -> None:
        self.name = name

    @st.cache_data
    def greeting(_self, word: str) -> str:  # noqa: N805 - so that it is left out
        return f"{word} {_self.name}"

    @staticmethod
    @st.cache_data
    def add(a: int, b: int) -> int:
        return a + b


def test_methods_are_cached_for_all_instances_unless_these_count() -> None:
    one, other = Shop("one"), Shop("other")
    assert one.greeting("hello") == "hello one"
    assert other.greeting("hello") == "hello one"
    other.greeting.clear("hello")
    assert other.greeting("hello") == "hello other"
    one.greeting.clear()
    assert one.greeting("hello") == "hello one"
    assert Shop.add(1, 2) == one.add(1, 2) == 3
    assert "greeting" in repr(one.greeting)
    assert "greeting" in repr(Shop.greeting)


def test_the_function_keeps_its_name_and_documentation() -> None:
    assert Shop.greeting.__name__ == "greeting"
    assert vars(st.cache_data(wait_until))["__wrapped__"] is wait_until


def test_a_function_may_call_itself() -> None:
    calls = []

    @st.cache_data
    def factorial(n: int) -> int:
        calls.append(n)
        return 1 if n < 2 else n * factorial(n - 1)

    assert factorial(5) == 120
    assert factorial(4) == 24
    assert calls == [5, 4, 3, 2, 1]

    @st.cache_data
    def endless() -> Any:
        return endless()

    with pytest.raises(RecursionError):
        endless()


def test_threads_wait_for_the_one_that_computes() -> None:
    calls, results, started, go = [], [], threading.Event(), threading.Event()

    @st.cache_data
    def slow() -> list[int]:
        calls.append(1)
        started.set()
        assert go.wait(10)
        return [1]

    threads = [threading.Thread(target=lambda: results.append(slow())) for _ in range(3)]
    for thread in threads:
        thread.start()
    assert started.wait(10)
    go.set()
    for thread in threads:
        thread.join()
    assert calls == [1]
    assert results == [[1]] * 3


# -- in an app ---------------------------------------------------------------------------------------------


def test_what_was_drawn_is_drawn_again_where_the_function_is_called(app: Start) -> None:
    @st.cache_data
    def draw() -> int:
        st.text("here")
        with st.container():
            st.text("inside")
        spot = st.empty()
        spot.text("first")
        spot.text("then")
        with st.spinner("turning"):
            pass
        st.sidebar.text("aside")
        return 5

    def script() -> list[int]:
        first = draw()
        with st.expander("E"):
            return [first, draw()]

    seen = app(script)
    texts = [e.props.get("body") for e in seen.drawn if e.kind == "text"]
    assert texts == ["here", "inside", "then"] * 2
    assert [e.props.get("body") for e in seen.tree.walk()].count("aside") == 2
    assert seen.value == [5, 5]
    assert not [e for e in seen.drawn if e.kind == "spinner"]
    before = [e.kind for e in seen.drawn if not e.props.get("transient")]
    assert [e.kind for e in seen.run().drawn if not e.props.get("transient")] == before


def test_what_was_drawn_into_a_container_from_outside_cannot_be_drawn_again(app: Start) -> None:
    def script() -> None:
        box = st.container()

        @st.cache_data
        def draw() -> int:
            box.text("into")
            return 1

        draw()

    seen = app(script)
    assert "exception" not in seen.kinds
    seen.run()
    assert isinstance(seen.error, st.errors.CacheReplayClosureError)
    assert "draw()" in str(seen.error)


def test_an_input_in_a_cached_function_draws_a_warning_and_is_dead_later(app: Start) -> None:
    @st.cache_data(show_spinner=False)
    def ask() -> Any:
        with st.form("f"):
            st.form_submit_button()
        return st.slider("S", 0, 10, key="s")

    seen = app(lambda: [ask(), ask()])
    assert seen.value == [0, 0]
    warnings = [e.props for e in seen.drawn if e.kind == "exception"]
    assert {(w["type"], w["is_warning"]) for w in warnings} == {("CachedWidgetWarning", True)}
    assert any("st.slider 'S' (line" in w["message"] and "ask()" in w["message"] for w in warnings)
    seen.run()
    assert [e.kind for e in seen.drawn].count("slider") == 1
    assert "s" not in seen.state.snapshot()


def test_a_spinner_shows_what_runs_and_only_the_outer_one(app: Start) -> None:
    shown: list[list[str]] = []

    def look(seen: list[FunctionApp]) -> None:
        run = seen[0].app.running if seen else None
        if run is not None:
            shown.append([e.props["text"] for e in run.tree().walk() if e.kind == "spinner"])

    apps: list[FunctionApp] = []

    @st.cache_data
    def inner() -> None:
        look(apps)

    @st.cache_data
    def outer(x: int) -> None:
        inner()

    @st.cache_data(show_spinner="Please wait")
    def other() -> None:
        look(apps)

    @st.cache_data(show_spinner=False)
    def quiet() -> None:
        look(apps)

    def script() -> None:
        if apps:
            outer(1)
            other()
            quiet()

    apps.append(app(script))
    apps[0].run()
    assert [len(texts) for texts in shown] == [1, 1, 0]
    assert "outer(...)" in shown[0][0]
    assert shown[1] == ["Please wait"]


def test_drawing_in_the_background_mode_draws_a_warning(app: Start) -> None:
    @st.cache_data(ttl=5, refresh_mode="background", show_spinner=False)
    def draw() -> None:
        st.text("a")

    seen = app(draw)
    assert seen.kinds == ["text", "exception"]
    assert seen.drawn[1].props["type"] == "CachedStFunctionInBackgroundModeWarning"
    assert seen.run().kinds == []


def test_persist_has_no_effect_and_says_so_once(app: Start) -> None:
    def script() -> None:
        @st.cache_data(persist="disk", show_spinner=False)
        def f() -> int:
            return 1

        f()

    seen = app(script)
    assert seen.kinds == ["note"]
    assert "persist" in seen.only.props["body"]
    assert seen.run().kinds == []


def test_apps_and_plain_cells_share_caches_and_clearing_an_app_clears_them(kernel: Kernel) -> None:
    f = Counted()
    apps = [App(name, kernel) for name in "ab"]
    for app in apps:
        kernel.add(app)
        app.execute(FunctionBody(lambda: f(1)))
    assert f(1) == [1]
    assert len(f.calls) == 1
    apps[0].clear()
    f(1)
    assert len(f.calls) == 2


def test_the_session_scope_goes_by_session_state(kernel: Kernel) -> None:
    released: list[Any] = []
    f = Counted(by=st.cache_resource, scope="session", on_release=released.append)
    shared, own = App("shared", kernel), App("own", kernel, state=SessionState())
    for app in (shared, own):
        kernel.add(app)
        app.execute(FunctionBody(lambda: f(1)))
    f(1)
    assert len(f.calls) == 2
    shared.close()
    assert released == []
    own.close()
    assert released == [[1]]


def test_every_apptest_starts_with_empty_caches() -> None:
    script = """
    @st.cache_data
    def f(x):
        print("computing")
        st.text("drawn")
        return x
    f(1)
    """
    for _ in range(2):
        at = AppTest.from_string(script).run()
        assert at.text.values == ["drawn"]
        at.run()
        assert at.text.values == ["drawn"]
        assert not at.exception


def test_an_edited_function_is_computed_anew() -> None:
    script = "@st.cache_data\ndef f():\n    return {}\nst.write(f())"
    kernel = Kernel(DeltaGenerator)
    values = []
    for number in (1, 2, 1):
        at = AppTest.from_string(script.format(number))
        at._session.app.kernel = kernel
        values.append(at.run().markdown[0].value)
    assert values == ["`1`", "`2`", "`1`"]
