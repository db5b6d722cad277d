"""Whatever a function is given, right, odd or wrong, it does as under Streamlit: the same value, the same error."""

from __future__ import annotations

import builtins

import pytest

import jupyter_session_state as st
from tests.acceptance.keywords import functions, script
from tests.conformance.ours import Ours
from tests.conformance.theirs import Theirs

#: What draws data is compared by its own tests until it is complete.
LATER = ("_chart", "dataframe", "data_editor", "table", "map")
FAILURES = ("AttributeError", "TypeError")
#: How calls begin that differ, and why they may.
ON_PURPOSE = {
    "st.metric(1, ": "a label that is no text is an error with us",
    "st.badge('words', color=": "a colour that is none is an error with us, grey there",
    "st.badge(None": "the text None shows with us, as in all other texts",
    "st.color_picker('Label', width=": "a width that is none is an error with us, as for all other inputs",
    "st.iframe(None": "an empty frame with us; Streamlit fails inside",
}


def is_told_better(theirs: str, ours: str) -> bool:
    """Whether Streamlit fails somewhere inside, where ours says which argument is wrong; or ours is a subclass."""
    cls = getattr(st.errors, ours, None)
    if not isinstance(cls, type):
        return False
    return theirs in FAILURES or issubclass(cls, getattr(builtins, theirs, st.errors.NoRunError))


@pytest.mark.parametrize("name", [f for f in functions() if not f.endswith(LATER) and f in st.__all__])
def test_every_keyword_does_as_under_streamlit(name: str) -> None:
    text, calls = script(name)
    theirs, ours = Theirs(text), Ours(text)
    theirs.play(None)
    ours.play(None)
    told = zip(calls, theirs.at.session_state["told"], ours.at.session_state["told"], strict=True)
    found = [f"{call}: expected {a}, not {b}" for call, a, b in told if a != b and not is_told_better(a, b)]
    assert [line for line in found if not line.startswith(tuple(ON_PURPOSE))] == []
