"""Threads that a script starts: attached ones draw in its app, others know nothing of it."""

from __future__ import annotations

import contextvars
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

import jupyter_session_state as st
from jupyter_session_state import errors, runtime
from jupyter_session_state._core.place import CURRENT
from jupyter_session_state.runtime.scriptrunner import add_script_run_ctx, get_script_run_ctx
from jupyter_session_state.runtime.scriptrunner_utils import script_run_context


def do(target: Callable[[], Any], *, attached: bool = True) -> None:
    """Do something in a thread, and wait for it."""
    thread = threading.Thread(target=target)
    if attached:
        assert add_script_run_ctx(thread) is thread
    thread.start()
    thread.join(10)
    assert not thread.is_alive()


def shown(rig: Any) -> list[Any]:
    """What is on the page: texts, with the kinds of the containers they are in."""

    def of(element: Any) -> Any:
        if element.is_container:
            return [element.kind, *map(of, element.children)]
        return element.props.get("body", element.kind)

    return [of(child) for root in rig.app.tree.children if root.kind == "main" for child in root.children]


def test_an_attached_thread_draws_in_order_where_it_says(make_rig: Any) -> None:
    rig = make_rig()

    def script() -> None:
        box = st.container()
        with st.expander("open"):
            do(lambda: st.text("in the main area"))
            do(lambda: box.text("in the box"))

            def work() -> None:
                with box:
                    st.text("in the box too")
                    with st.container():
                        st.text("deeper")

            do(work)
            st.text("in the expander")

    rig.execute(script)
    assert rig.errors == []
    assert shown(rig) == [
        ["container", "in the box", "in the box too", ["container", "deeper"]],
        ["expander", "in the expander"],
        "in the main area",
    ]


def test_a_thread_that_nobody_attached_is_told_so(make_rig: Any) -> None:
    rig = make_rig()
    told: list[Any] = []

    def work() -> None:
        assert get_script_run_ctx() is None
        assert not runtime.exists()
        with pytest.raises(errors.NoRunError) as error:
            st.text("x")
        told.append(error.value)

    rig.execute(lambda: do(work, attached=False))
    assert len(told) == 1
    assert shown(rig) == []


def test_a_thread_may_attach_itself_and_a_pool_its_workers(make_rig: Any) -> None:
    rig = make_rig()

    def script() -> None:
        context = get_script_run_ctx()
        assert context is not None
        assert context.session_id
        assert runtime.exists()
        do(lambda: (add_script_run_ctx(ctx=context), st.text("itself")), attached=False)
        with ThreadPoolExecutor(2, initializer=add_script_run_ctx, initargs=(None, context)) as pool:
            list(pool.map(st.text, "abc"))

    rig.execute(script)
    assert rig.errors == []
    assert sorted(shown(rig)) == ["a", "b", "c", "itself"]
    assert script_run_context.add_script_run_ctx is add_script_run_ctx


def test_a_thread_that_was_given_the_context_variables_draws_too(make_rig: Any) -> None:
    rig = make_rig()

    def script() -> None:
        with st.container():
            context = contextvars.copy_context()
            do(lambda: context.run(st.text, "a"), attached=False)

    rig.execute(script)
    assert rig.errors == []
    assert shown(rig) == [["container"], "a"]


def test_many_threads_draw_at_once_and_nothing_is_lost_or_mixed(make_rig: Any) -> None:
    rig = make_rig()

    def script() -> None:
        boxes = [st.container() for _ in range(8)]
        start = threading.Barrier(8)

        def work(number: int) -> None:
            start.wait(10)
            with boxes[number]:
                for n in range(25):
                    with st.container():
                        st.text(f"{number} {n}")
                    st.checkbox(f"{number} {n}")

        threads = [threading.Thread(target=work, args=(n,)) for n in range(8)]
        for thread in threads:
            add_script_run_ctx(thread).start()
        for thread in threads:
            thread.join(30)

    rig.execute(script)
    assert rig.errors == []
    for number, box in enumerate(shown(rig)):
        texts = [f"{number} {n}" for n in range(25)]
        assert box == ["container", *(x for t in texts for x in (["container", t], "checkbox"))]
    ids = [e.id for e in rig.app.tree.walk() if e.id]
    assert len(ids) == len(set(ids))
    assert len(rig.app.drawn_keys) == 0


def test_the_values_of_inputs_that_a_thread_draws_are_theirs_in_the_next_run(make_rig: Any) -> None:
    rig = make_rig()
    seen: list[Any] = []

    def script() -> None:
        do(lambda: seen.append(st.slider("N", 0, 10, 3, key="n")))

    rig.execute(script)
    rig.edit("N", [7.0]).settle()
    assert seen == [3, 7]


DEEP = "in a thread of a thread"


def test_the_thread_of_a_fragment_draws_in_it_in_each_run_of_it(make_rig: Any) -> None:
    rig = make_rig()

    @st.fragment
    def part() -> None:
        st.checkbox("again", key="again")
        with st.container():
            do(lambda: do(lambda: st.text("in a thread of a thread")))
            do(lambda: st.text(f"drawn {st.session_state.again}"))

    def script() -> None:
        part()
        st.text("below")

    rig.execute(script)
    assert shown(rig) == [["fragment", "checkbox", ["container"], DEEP, "drawn False"], "below"]
    rig.edit("again", True).settle()
    assert rig.errors == []
    assert shown(rig) == [["fragment", "checkbox", ["container"], DEEP, "drawn True"], "below"]


def test_what_a_thread_draws_is_not_part_of_a_cached_function_nor_is_its_output_taken(make_rig: Any) -> None:
    rig = make_rig()

    def script() -> None:
        @st.cache_data(show_spinner=False)
        def compute() -> int:
            do(lambda: st.text("beside"))
            st.text("within")
            return 1

        compute()
        compute()

    rig.execute(script)
    assert rig.errors == []
    assert shown(rig) == ["beside", "within", "within"]


def test_newer_input_does_not_end_a_thread(make_rig: Any) -> None:
    rig = make_rig()

    def script() -> None:
        run = CURRENT.get()
        assert run is not None
        run.abortable, rig.app.scheduler.newer_input = True, lambda app: True
        do(lambda: st.text("drawn all the same"))
        run.abortable = False

    rig.execute(script)
    assert shown(rig) == ["drawn all the same"]


def test_a_thread_that_outlives_its_run_reads_on_and_draws_nothing(make_rig: Any) -> None:
    rig = make_rig()
    go, done = threading.Event(), threading.Event()
    started: list[threading.Thread] = []
    seen: list[Any] = []

    def work() -> None:
        go.wait(10)
        st.text("late").text("over it")
        with st.container():
            st.text("late too")
        seen.extend([st.slider("N", 0, 10, 3, key="n"), st.checkbox("new"), st.session_state.n])
        done.set()

    def script() -> None:
        st.slider("N", 0, 10, 3, key="n")
        if not started:
            started.append(add_script_run_ctx(threading.Thread(target=work, daemon=True)))
            started[0].start()

    rig.execute(script)
    rig.edit("N", [7.0]).settle()
    before = shown(rig)
    go.set()
    assert done.wait(10)
    assert seen == [7, False, 7]
    assert shown(rig) == before
    assert [r.label for r in rig.app.registrations.values()] == ["N"]


def test_attaching_the_thread_of_the_script_changes_nothing(make_rig: Any) -> None:
    rig = make_rig()
    rig.execute(lambda: add_script_run_ctx() and st.text("x"))
    assert shown(rig) == ["x"]
    assert CURRENT.get() is None


def test_where_nothing_runs_there_is_nothing_to_attach_to() -> None:
    thread = threading.Thread(target=lambda: None)
    assert add_script_run_ctx(thread) is thread
    assert get_script_run_ctx() is None
