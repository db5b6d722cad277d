"""How runs and apps end: what is forgotten, and what an interrupt leaves behind."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import jupyter_session_state as st
from tests.core.conftest import FunctionBody, Rig


def test_a_reset_key_is_not_brought_back_by_what_the_browser_shows(rig: Callable[..., Rig]) -> None:
    one = rig(lambda: st.slider("S", 0, 9, 3, key="s")).edit("S", [7.0]).settle()
    assert one.state == {"s": 7}
    one.app.ask_reset("s")
    one.settle()
    assert one.state == {"s": 3}
    assert one.value("S") == [3.0]


def test_a_closed_app_leaves_no_pressed_button_behind(rig: Callable[..., Rig]) -> None:
    pressed: list[bool] = []

    def script() -> None:
        pressed.append(st.button("Go"))
        raise ValueError("a run that fails does not put its buttons back to rest")

    rig(script).click("Go").settle().app.close()
    rig(script)
    assert pressed == [False, True, False]


def test_a_closed_app_keeps_the_values_of_its_keys(rig: Callable[..., Rig]) -> None:
    one = rig(lambda: st.slider("S", 0, 9, 3, key="s"))
    one.app.close()
    assert one.state == {"s": 3}


def test_an_interrupt_between_two_steps_of_ours_ends_the_run(rig: Callable[..., Rig]) -> None:
    class Torn(FunctionBody):
        def callbacks(self) -> Any:
            raise KeyboardInterrupt

    def script() -> None:
        st.button("Go", on_click=print)

    one = rig(script).click("Go")
    one.app.body = Torn(script)
    assert one.app.answer().ending == "interrupted"
    assert one.app.running is None
    one.app.body = FunctionBody(script)
    assert one.click("Go").settle().last.ending == "completed"
