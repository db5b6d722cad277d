"""Thousands of elements that change at once all arrive: a notebook server drops what is sent one by one."""

from __future__ import annotations

import asyncio

import pytest

from tests.kernel.served import ServedPage, served_page

pytestmark = pytest.mark.kernel
SCRIPT = """%%stateapp large{elements} --scope app
N = {elements}
turn = st.session_state.setdefault("turn", 0)
def go():
    st.session_state.turn += 1
    for i in range(0, N, 3):
        st.session_state[f"s{{i}}"] = turn + 1
st.button("Go", on_click=go)
if turn < 2:
    for i in range(0, N, 3):
        st.slider(f"slider {{i}}", 0, 9, key=f"s{{i}}")
        st.checkbox(f"checkbox {{i}} of turn {{turn}}", key=f"c{{i}}")
        with st.container():
            st.text(f"text {{i}} of turn {{turn}}")
st.write(f"all of turn {{turn}}")
"""


def test_all_that_changes_at_once_arrives_through_a_notebook_server() -> None:
    asyncio.run(_change_everything(1000, 5000))


async def _change_everything(*sizes: int) -> None:
    async with served_page() as page:
        await page.execute("%load_ext jupyter_session_state")
        for elements in sizes:
            await page.execute(SCRIPT.format(elements=elements))
            await _change(page, range(0, elements, 3))
            await page.execute(f"%stateapp close large{elements}")


async def _change(page: ServedPage, rows: range) -> None:
    await page.wait(lambda: _shown(page) == _wanted(rows, 0))  # the cell may end before all of it is there
    page.log.clear()
    await page.click("Go")
    await page.wait_text("all of turn 1")
    assert _shown(page) == _wanted(rows, 1)
    assert len(page.of_type("comm_msg")) < 50
    await page.click("Go")  # everything goes: closing it must not drown what comes next
    await page.wait_text("all of turn 2")
    await page.click("Go")
    await page.wait_text("all of turn 3")
    assert page.of_type("stream", "error") == []


def _shown(page: ServedPage) -> tuple[list[object], list[str], set[str]]:
    """Values of sliders, labels of checkboxes, and texts."""
    sliders = page.front.live(drawn_by="Slider")
    boxes = page.front.live(_model_name="CheckboxModel")
    return [m["value"] for m in sliders], sorted(m["description"] for m in boxes), page.texts()


def _wanted(rows: range, turn: int) -> tuple[list[object], list[str], set[str]]:
    labels = sorted(f"checkbox {row} of turn {turn}" for row in rows)
    texts = {f"text {row} of turn {turn}" for row in rows}
    return [[float(turn)]] * len(rows), labels, {*texts, f"all of turn {turn}"}
