"""What type checkers make of fragments, dialogs and pages; checked, never run."""

from __future__ import annotations

from typing_extensions import assert_type

import jupyter_session_state as st


@st.fragment
def part(a: int, *, b: str = "") -> float:
    return a / len(b)


@st.fragment(run_every="1s", key="clock")
def clock() -> None: ...


@st.dialog("Why?", width=300, on_dismiss=clock)
def ask(item: str) -> None: ...


assert_type(part(1, b="x"), float)
part("1")  # type: ignore[arg-type]
clock()
ask("A")
ask(5)  # type: ignore[arg-type]
st.dialog("Why?", colour="red")  # type: ignore[call-overload]

page = st.Page(clock, title="Clock", icon="🔥", visibility="hidden")
assert_type(st.navigation([page, clock, "costs.py"]), st.Page)
assert_type(st.navigation({"A": [page]}, position="top", expanded=3), st.Page)
assert_type(page.run(), None)
assert_type(page.url_path, str)
st.page_link(page, label="There", query_params={"a": ["b", "c"]})
st.sidebar.page_link("costs.py")


def never() -> int:
    st.switch_page(page, query_params=[("a", "b")])


def nor_this() -> int:
    st.rerun(["a", 5])
