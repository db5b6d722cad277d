"""A front end that sends whatever it likes to a real kernel: it answers, and no app is worse for it."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from tests.kernel.apps import Apps
from tests.kernel.harness import KernelDriver

MESSAGES = 3000

SCRIPT = """
st.session_state.setdefault("clicks", 0)
def hit():
    st.session_state.clicks += 1
st.button("Hit", on_click=hit)
x = st.slider("X", 0, 9, key="x")
st.text_input("T", key="t", max_chars=9)
st.selectbox("S", ["a", "b"], key="s")
st.file_uploader("F", key="f")
st.data_editor([{"a": 1}], key="e")
st.chat_input("C", accept_file=True)
st.download_button("D", "data")
st.menu_button("M", ["a"])
with st.expander("E"):
    if x % 2:
        st.checkbox("Guest")
st.text(f"x={x}")
"""


# What ipywidgets says to such a message goes to the page with a traceback, which nobody reads here: it is kept short.
LISTEN = """
import logging, traceback
raised = []
class Ear(logging.Handler):
    def emit(self, record):
        if record.exc_info:
            raised.append("".join(traceback.format_exception(*record.exc_info)))
ear = Ear()
loggers = (logging.getLogger(), logging.getLogger("Comm"), get_ipython().kernel.log)
for logger in loggers:
    logger.addHandler(ear)
%xmode Minimal
"""
#: In the same kernel other tests forget all names: what the ear then raised would end the kernel's threads.
STOP_LISTENING = """
for logger in loggers:
    logger.removeHandler(ear)
%xmode Context
"""


def deep(levels: int) -> Any:
    value: Any = []
    for _ in range(levels):
        value = [value]
    return value


VALUES: list[Any] = [
    *(None, True, 0, -1, 7, 0.5, 10**400, float("nan"), float("inf"), "", "a", "x" * 1000, "\ud800", "\x00"),
    *([], [1.0], [1.0, 2.0], ["a", "z"], [[]], [None], {}, {"id": "none"}, deep(50), deep(700)),
]
STATES: list[Any] = [
    *({"value": value} for value in VALUES),
    *({"index": value} for value in VALUES),
    *(
        {"doc": 1},
        {"_model_name": "Evil"},
        {"comm": 5},
        {"keys": []},
        {"disabled": False, "description": "<b>"},
    ),
    *(
        {"": 1},
        {"__class__": 2},
        {"layout": "IPY_MODEL_none"},
        {"options": []},
        {"_esm": "alert(1)"},
        None,
        [],
        5,
        "x",
    ),
]
CONTENTS: list[Any] = [
    *({"event": "click", "value": value} for value in VALUES),
    *({"event": "fetch"}, {"event": "click"}, {"event": None}, {"event": []}, {"event": {}}),
    *(
        {"op": op, "id": "u", "name": "a", "type": "", "size": 3, "page": "p"}
        for op in ("upload", "piece", "cancel")
    ),
    *(
        {"op": "action", "name": name, "key": "x", "query": "a=%ff"}
        for name in ("rerun", "page", "reset", "dismiss", 5)
    ),
    *({"op": "change", "value": value} for value in VALUES),
    *(
        {"op": "resync"},
        {"op": "deliver", "messages": 1},
        {"event": "click", "files": 5},
        {"event": "click", "waits": 1},
    ),
    *(None, [], "what", 5),
]
METHODS: list[Any] = [*["update"] * 2, *["custom"] * 3, "request_state", "echo_update", "", None, [], 7]
PATHS: list[Any] = [
    [],
    None,
    5,
    "value",
    [["value"]],
    [[]],
    [["value", 0]],
    [["none", "x", 99]],
    [5],
    [["value"]] * 3,
]


def some_data(choose: random.Random) -> Any:
    pick = choose.choice
    data: dict[str, Any] = {
        "method": pick(METHODS),
        "state": pick(STATES),
        "content": pick(CONTENTS),
        "buffer_paths": pick(PATHS),
    }
    if choose.random() < 0.3:
        del data[pick(list(data))]
    return data if choose.random() < 0.95 else pick([None, [], "data", 5])


def some_content(choose: random.Random, ids: list[str]) -> bytes:
    """The content of a message, packed: an honest client cannot pack half a surrogate pair, or what is no number."""
    content = {"comm_id": choose.choice([*ids * 3, "unknown", "", None]), "data": some_data(choose)}
    if choose.random() < 0.02:
        del content["data"]
    return json.dumps(content).encode()


@contextmanager
def listening(kernel: KernelDriver) -> Iterator[None]:
    """Hear what the kernel logs as an error; none may be of this package."""
    kernel.execute(LISTEN)
    try:
        yield
        ours = kernel.evaluate("sorted({error for error in raised if 'jupyter_session_state' in error})")
        assert ours == []
    finally:
        kernel.execute(STOP_LISTENING)


def send_anything(kernel: KernelDriver, ids: list[str]) -> None:
    """Send messages nobody understands to these widgets, and wait until the kernel is through with them."""
    choose = random.Random(3)
    for _ in range(MESSAGES):
        buffers = choose.choice([[], [], [b"abc"], [b"a", b"b"], [b"x" * 100_000]])
        kernel._channels.send("shell", "comm_msg", some_content(choose, ids), buffers=buffers)
    oversized = {"method": "update", "state": {"value": "x" * 10**7}}
    kernel._channels.send("shell", "comm_msg", {"comm_id": ids[0], "data": oversized})
    kernel.execute("pass", timeout=60)
    kernel.wait_quiet(timeout=60)


@pytest.mark.every_kernel
def test_thousands_of_senseless_messages_leave_kernel_and_apps_sound(apps: Apps) -> None:
    kernel = apps.kernel
    apps.run("app", SCRIPT)
    apps.move("X", [1.0])
    apps.wait_text("app", "[Guest]")
    ids = [m.model_id for m in kernel.widgets()]
    apps.move("X", [2.0])
    apps.wait(lambda: "Guest" not in apps.text("app"))  # among the ids is now one of a model that is closed
    apps.run("other", "y = st.slider('Y', 0, 9, key='y')\nst.text(f'y={y}')")
    with listening(kernel):
        send_anything(kernel, ids)
    assert "Traceback" not in kernel.process.log
    apps.run("app", SCRIPT.replace("clicks", "hits"))
    apps.move("X", [7.0])
    apps.wait_text("app", "x=7")
    apps.click("Hit")
    kernel.wait_value("session_state.hits", 1)
    apps.move("Y", [5.0])
    apps.wait_text("other", "y=5")
    assert apps.endings("other") == ["completed"] * 2
