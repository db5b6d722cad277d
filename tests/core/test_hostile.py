"""A front end that sends whatever it likes: ten thousand events, and the state never holds what cannot be."""

from __future__ import annotations

import datetime as dt
import math
import random
from collections.abc import Callable
from typing import Any

import pytest

import jupyter_session_state as st
from jupyter_session_state._core.file_store import FileStore
from jupyter_session_state._core.files import Rules
from jupyter_session_state._core.uploads import answer, file_ids
from jupyter_session_state.elements.chat_values import ChatInputValue
from jupyter_session_state.elements.editor_state import DataEditorState
from jupyter_session_state.elements.uploaded_file import UploadedFile

EVENTS = 10_000
TOGETHER = 40
"""Events that arrive between two looks of the loop."""

LONG_QUERY = "a&b" * 5000
LONGEST_ADDRESS = 25_000
"""More than becomes of that; the last visit may have been one to it."""

DAY = dt.date(2024, 5, 17)
OPTIONS = ["a", "b", "c"]


def deep(levels: int) -> Any:
    value: Any = []
    for _ in range(levels):
        value = [value]
    return value


JUNK: list[Any] = [
    *(None, True, False, 0, 1, -1, 7, 2**53 + 1, 10**400, 0.5, -0.0, 1e308, math.nan, math.inf, -math.inf),
    *("", "a", "b", "red", "#0fa", "2024-05-17", "24:61", "\ud800", "\x00", "²", "x" * 100_000, "é😀"),
    *(b"", b"\xff\xfe\x00", bytearray(3), memoryview(b"abc")),
    *(
        [],
        [1.0],
        [1.0, 2.0],
        [2.0, 1.0],
        ["a"],
        ["a", "a"],
        ["a", "b", "z"],
        [None],
        [[[]]],
        [math.nan, 1],
        [10**400],
    ),
    *(deep(50), deep(5000), list(range(5000)), ["a"] * 5000, {}, {"id": "x"}, {1: 2}, {"a": deep(900)}),
    *({"text": "hi"}, {"text": 5, "files": [{"id": "none"}]}, {"text": "x", "files": (), "audio": 3}),
    *(
        {"edited_rows": {"0": {"a": "x"}}},
        {"edited_rows": {"99": {}}, "added_rows": 1, "deleted_rows": [math.nan]},
    ),
    *(
        {"edited_rows": {}, "added_rows": [{"b": 1}] * 50, "deleted_rows": [0, 0, -1]},
        {"edited_rows": [], 5: 6},
    ),
    *(float, ValueError("no such file"), [dt.date.max], ["0001-01-01", "9999-12-31"], ["2024-05-18"]),
    *(
        ["-271821-04-20"],
        [8.64e15],
        [-62135596800000.0],
        "0" * 5000,
        ["1" * 5000],
        [1e300, -1e300],
        [True, False],
    ),
]


def script() -> None:
    """Every kind of input; what is drawn depends on some of them, so that others come and go."""
    session = st.session_state
    session.setdefault("good", 0)
    st.button("Good", on_click=lambda: session.update(good=session.good + 1))
    st.button("Never", key="never", disabled=True)
    st.checkbox("Fixed", True, key="fixed", disabled=True)
    st.slider("Still", 0, 9, 4, key="still", disabled=True)
    st.slider("Int", -5, 5, 0, key="int")
    st.slider("Range", 0.0, 1.0, (0.25, 0.5), key="range")
    st.slider("Days", DAY, DAY + dt.timedelta(9), key="days")
    st.number_input("Number", -5, 5, 0, key="number")
    st.number_input("Float", -5.0, 5.0, None, key="float")
    st.text_input("Text", key="text", max_chars=9)
    st.text_area("Area", None, key="area", max_chars=9)
    st.toggle("Toggle", key="toggle")
    st.color_picker("Colour", key="colour")
    st.date_input("Date", DAY, DAY, DAY + dt.timedelta(9), key="date")
    st.date_input("Dates", (DAY, DAY), DAY, DAY + dt.timedelta(9), key="dates")
    st.time_input("Time", dt.time(8), key="time")
    st.datetime_input("Moment", dt.datetime(2024, 5, 17), key="moment")  # noqa: DTZ001 - a field has no zone
    st.selectbox("Select", OPTIONS, key="select")
    st.selectbox("New", OPTIONS, None, key="new", accept_new_options=True)
    st.radio("Radio", OPTIONS, key="radio")
    st.multiselect("Multi", OPTIONS, key="multi", max_selections=2)
    st.select_slider("Steps", OPTIONS, key="steps")
    st.pills("Pills", OPTIONS, key="pills", selection_mode="multi")
    st.segmented_control("Segments", OPTIONS, key="segments")
    st.feedback("stars", key="stars")
    st.file_uploader("File", key="file", type="txt")
    st.file_uploader("Files", key="files", accept_multiple_files=True)
    st.data_editor([{"a": 1}, {"a": 2}], key="editor", num_rows="dynamic")
    st.chat_input("Chat", key="chat", accept_file="multiple", max_chars=9)
    st.menu_button("Menu", OPTIONS, key="menu")
    st.text_input("Bound", key="bound", bind="query-params", max_chars=9)
    with st.form("form", clear_on_submit=True):
        st.number_input("Draft", 0, 9, 3, key="draft")
        st.form_submit_button("Send")
    if session.int % 2:
        st.slider("Guest", 0, 9, 4, key="guest")
        st.button("Gone", key="gone")


def is_text(value: Any, longest: int = 9) -> bool:
    return isinstance(value, str) and len(value) <= longest and value == value.encode().decode()


def is_whole(low: int, high: int) -> Callable[[Any], bool]:
    return lambda v: type(v) is int and low <= v <= high


def is_day(value: Any) -> bool:
    return type(value) is dt.date and DAY <= value <= DAY + dt.timedelta(9)


def is_file(value: Any) -> bool:
    return isinstance(value, UploadedFile) and value.getvalue() == b"abc"


def is_edit(value: Any) -> bool:
    return (
        isinstance(value, DataEditorState)
        and set(value.edited_rows) <= {0, 1}
        and all(set(row) <= {"a"} for row in [*value.edited_rows.values(), *value.added_rows])
        and set(value.deleted_rows) <= {0, 1}
    )


def are_options(most: int) -> Callable[[Any], bool]:
    return lambda v: isinstance(v, list) and len(v) <= most and all(one in OPTIONS for one in v)


#: What the state may hold under each key, said without any of the code that decides it.
MAY: dict[str, Callable[[Any], bool]] = {
    "never": lambda v: v is False,
    "fixed": lambda v: v is True,
    "still": lambda v: v == 4,
    "int": is_whole(-5, 5),
    "range": lambda v: len(v) == 2 and all(type(x) is float for x in v) and 0 <= v[0] <= v[1] <= 1,
    "days": is_day,
    "number": is_whole(-5, 5),
    "float": lambda v: v is None or (type(v) is float and -5 <= v <= 5),
    "text": is_text,
    "area": lambda v: v is None or is_text(v),
    "toggle": lambda v: type(v) is bool,
    "colour": lambda v: is_text(v) and v.startswith("#"),
    "date": lambda v: v is None or is_day(v),
    "dates": lambda v: len(v) <= 2 and all(map(is_day, v)) and list(v) == sorted(v),
    "time": lambda v: v is None or type(v) is dt.time,
    "moment": lambda v: v is None or type(v) is dt.datetime,
    "select": lambda v: v in OPTIONS,
    "new": lambda v: v is None or is_text(v, 10**6),
    "radio": lambda v: v in OPTIONS,
    "multi": are_options(2),
    "steps": lambda v: v in OPTIONS,
    "pills": are_options(10_000),  # a label may come several times
    "segments": lambda v: v is None or v in OPTIONS,
    "stars": lambda v: v is None or is_whole(0, 4)(v),
    "file": lambda v: v is None or (is_file(v) and v.name.endswith(".txt")),
    "files": lambda v: isinstance(v, list) and all(map(is_file, v)),
    "editor": is_edit,
    "chat": lambda v: (
        v is None or (isinstance(v, ChatInputValue) and is_text(v.text) and all(map(is_file, v.files)))
    ),
    "menu": lambda v: v is None or v in OPTIONS,
    "bound": is_text,
    "draft": is_whole(0, 9),
    "guest": is_whole(0, 9),
    "gone": lambda v: type(v) is bool,
}


class Hostile:
    """Says things to an app that no page of ours would say."""

    def __init__(self, app: Any, choose: random.Random) -> None:
        self.app, self.choose = app, choose
        self.files = FileStore()
        self.ids: dict[str, None] = {}  # all that were ever drawn: those of guests stay known to it
        self.announced: list[str] = []

    def strike(self) -> None:
        """Say one thing."""
        self.ids |= dict.fromkeys(self.app.registrations)
        element_id = self.choose.choice([*self.ids, "", "unknown", "app:x"])
        ways = (self.value, self.value, self.value, self.click, self.upload, self.named_files, self.other)
        self.choose.choices(ways, (30, 30, 30, 2, 5, 2, 2))[0](element_id)

    def value(self, element_id: str) -> None:
        self.app.receive(element_id, self.choose.choice(JUNK))

    def click(self, element_id: str) -> None:
        for _ in range(self.choose.choice((1, 1, 1, 5))):
            self.app.click(element_id, self.choose.choice(JUNK))

    def upload(self, element_id: str) -> None:
        pick = self.choose.choice
        self.announced = [*self.announced[-5:], f"u{self.choose.randrange(99)}"]
        message = {
            "op": pick(["upload", "piece", "cancel", "piece", "upload", *JUNK]),
            "id": pick([*self.announced * 9, *JUNK]),
            "name": pick(["a.txt", "a.txt", "b.csv", *JUNK]),
            "type": pick(["", "text/plain", "x/y"]),
            "size": pick([3, 3, 3, *JUNK]),
            "page": pick(["p", "q"]),
            "offset": pick([0, 0, 0, *JUNK]),
        }
        if self.choose.random() < 0.5:
            del message[pick(list(message))]
        rules = Rules(1000, (".txt",), single=True) if element_id in self.app.registrations else None
        answer(
            self.files,
            element_id,
            rules,
            message,
            pick([(b"abc",), (b"abc",), (), (b"a", b"b"), (b"x" * 999,)]),
        )

    def named_files(self, element_id: str) -> None:
        known = [{"id": f.file_id} for room in self.files._rooms.values() for f in room.arrived.values()]
        named = self.choose.choice([[*known[:1]], [*known, {"id": "none"}], known, *JUNK])
        try:
            wire: Any = self.files.choose(element_id, file_ids(named))
        except ValueError as error:
            wire = error
        if self.choose.random() < 0.5:
            self.app.receive(element_id, wire)
        else:
            self.app.click(element_id, {"text": self.choose.choice(JUNK), "files": wire})

    def other(self, element_id: str) -> None:
        """Links, buttons of the frame, dialogs that are not open."""
        junk = str(self.choose.choice(["bound=x", "bound=%ff", LONG_QUERY, "\ud800", "draft=5"]))
        ways: list[Callable[[], Any]] = [
            lambda: self.app.visit(element_id, junk),
            lambda: self.app.visit("", junk),
            lambda: self.app.ask_reset(junk),
            lambda: self.app.ask_reset(self.choose.choice(list(MAY))),
            lambda: self.app.dismiss(element_id),
            lambda: self.app.submit(self.choose.choice(["form", "none"])),
            lambda: self.app.ask("Rerun was clicked"),
        ]
        self.choose.choice(ways)()


def unsound(app: Any) -> dict[str, Any]:
    """Return what the state holds though it cannot be."""
    return {
        key: app.state[key] for key in app.app.drawn_keys if key in MAY and not _fits(key, app.state[key])
    }


def _fits(key: str, value: Any) -> bool:
    try:
        return MAY[key](value)
    except (TypeError, AttributeError):
        return False


def sizes(app: Any, front: Hostile) -> dict[str, int]:
    """Return how much is kept of what came."""
    core = app.app
    return {
        "queue": len(core.queue),
        "browser": len(core.browser),
        "state": len(app.state),
        "drafts": len(core.forms.all()),
        "registrations": len(core.registrations),
        "address": len(core.params.query_string) // LONGEST_ADDRESS,
        "files": front.files.size() // 100_000,
    }


@pytest.mark.no_cover  # each branch has a test of its own; these events are as many as a hostile page sends
@pytest.mark.parametrize("seed", [1, 2])
def test_ten_thousand_events_of_a_hostile_front_end_do_no_harm(make_rig: Any, seed: int) -> None:
    app = make_rig().execute(script)
    assert app.errors == []
    assert set(MAY) - set(app.app.drawn_keys) == {"guest", "gone"}
    front = Hostile(app.app, random.Random(seed))
    before = sizes(app, front)
    refused = 0
    for number in range(EVENTS // 2):
        front.strike()
        if number % TOGETHER:
            continue
        while app.app.waiting:
            app.app.answer()
            refused += len(app.last.refused)
            assert not unsound(app)
        assert app.errors == []
    assert refused > EVENTS // 20
    app.edit("Int", [0.0]).edit("Text", "good").settle()
    good = app.state["good"]
    app.click("Good").edit("Number", 3.0).settle()
    assert (app.state["good"], app.state["number"], app.state["text"]) == (good + 1, 3, "good")
    assert (app.value("Text"), app.value("Number")) == ("good", 3.0)
    after = sizes(app, front)
    assert {name: size for name, size in after.items() if size > before[name] + 2} == {}
