"""Several pages on one kernel, and a kernel that is restarted under its page: through a real notebook server."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

import pytest

from tests.kernel.served import ServedKernel, ServedPage, served_kernel

pytestmark = pytest.mark.kernel

LOAD = "%load_ext jupyter_session_state"
SCRIPT = """%%stateapp app
import time
st.session_state.setdefault("clicks", 0)
def hit():
    st.session_state.clicks += 1
st.button("Hit", on_click=hit)
x = st.slider("X", 0, 100, key="x")
st.text("above")
time.sleep(0.5 * (x == 50))
st.text(f"x={x} clicks={st.session_state.clicks}")
"""


async def _both_show(pages: list[ServedPage], text: str) -> None:
    for page in pages:
        if text not in page.texts():
            await page.wait_text(text)
    assert pages[0].texts() == pages[1].texts()


async def _use_two_pages(kernel: ServedKernel) -> None:
    first = await kernel.open()
    await first.execute(LOAD)
    await first.execute(SCRIPT)
    first.move("X", [3.0])
    await first.wait_text("x=3 clicks=0")
    second = await kernel.open()
    await second.load()
    pages = [first, second]
    await _both_show(pages, "x=3 clicks=0")
    assert second.value("X") == [3.0]

    second.move("X", [4.0])
    await _both_show(pages, "x=4 clicks=0")
    assert (first.value("X"), second.value("X")) == ([4.0], [4.0])
    await first.click("Hit")
    await second.click("Hit")
    await _both_show(pages, "x=4 clicks=2")
    first.move("X", [5.0])
    await _both_show(pages, "x=5 clicks=2")
    assert (first.value("X"), second.value("X")) == ([5.0], [5.0])

    await _leave_in_mid_run(first, second)
    third = await kernel.open()
    await third.load()
    await _both_show([second, third], "x=6 clicks=3")


async def _leave_in_mid_run(leaving: ServedPage, staying: ServedPage) -> None:
    leaving.move("X", [50.0])
    await staying.wait(lambda: staying.value("X") == [50.0])  # the kernel has it
    assert "x=50 clicks=2" not in staying.texts()
    leaving.leave()
    await staying.wait_text("x=50 clicks=2")
    staying.move("X", [6.0])
    await staying.click("Hit")
    await staying.wait_text("x=6 clicks=3")


async def _restart(kernel: ServedKernel) -> None:
    page = await kernel.open()
    await page.execute(LOAD)
    await page.execute(SCRIPT)
    page.move("X", [3.0])
    await page.wait_text("x=3 clicks=0")
    await kernel.restart()

    for model in page.front.live():  # of the kernel that was: nobody takes what they say
        page.front.set(model, {"value": [9.0]})
        page.front.custom(model, {"event": "click"})
        page.front.custom(model, {"op": "action", "name": "rerun"})
    page.front.models.clear()
    page.log.clear()
    await page.execute(LOAD)
    await page.execute(SCRIPT)
    assert page.texts() >= {"above", "x=0 clicks=0"}
    assert not page.of_type("error")
    page.move("X", [7.0])
    await page.click("Hit")
    await page.wait_text("x=7 clicks=1")


def test_two_pages_of_one_kernel_show_the_same_and_one_may_close_in_mid_run() -> None:
    asyncio.run(_with_kernel(_use_two_pages))


def test_a_restarted_kernel_makes_the_app_anew_and_old_models_do_no_harm() -> None:
    asyncio.run(_with_kernel(_restart))


async def _with_kernel(use: Callable[[ServedKernel], Awaitable[None]]) -> None:
    async with served_kernel() as kernel:
        await use(kernel)
