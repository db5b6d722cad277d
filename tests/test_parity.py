"""The classes users meet have Streamlit's members and signatures; a newer Streamlit that differs shows here.

Functions are compared in elements/test_table_of_kinds.py, exceptions in core/test_errors.py.
"""

from __future__ import annotations

import inspect
from typing import Any

import pytest
import streamlit as their_st
import streamlit.components.v1 as their_v1
import streamlit.components.v2 as their_v2
import streamlit.testing.v1.element_tree as theirs
from streamlit.connections import BaseConnection as TheirBase
from streamlit.connections import SQLConnection as TheirSQL
from streamlit.elements.lib.grid_container import GridContainer as TheirGrid
from streamlit.runtime.context import ContextProxy as TheirContext
from streamlit.runtime.secrets import Secrets as TheirSecrets
from streamlit.runtime.state.query_params_proxy import QueryParamsProxy as TheirQueryParams
from streamlit.runtime.state.session_state_proxy import SessionStateProxy as TheirSessionState
from streamlit.testing.v1 import AppTest as TheirAppTest
from streamlit.user_info import UserInfoProxy as TheirUser

import jupyter_session_state as st
from jupyter_session_state.elements.handle_kinds import GridContainer
from jupyter_session_state.testing import AppTest

#: Members that are not meant for users, or that we have in another form; each with its reason.
OTHERWISE = {
    "AppTest.script_path": "the path of a temporary file; ours is compiled from memory",
    "AppTest.args": "how a function is called is private to its test",
    "AppTest.kwargs": "the same",
    "secrets.file_change_listener": "files are looked at when a secret is asked for; nobody has to listen",
}


def members(owner: type) -> set[str]:
    return {name for name in dir(owner) if not name.startswith("_")}


def shape(member: Any) -> list[tuple[str, Any, Any]] | None:
    """What a caller sees of a method; None for what is none."""
    if isinstance(member, property) or not callable(member):
        return None
    parameters = list(inspect.signature(member).parameters.values())
    return [(p.name, p.kind, p.default) for p in parameters if p.name != "self"]


def differences(name: str, real: type, ours: type) -> list[str]:
    """How our class differs from theirs in what theirs has."""
    found = []
    for member in sorted(members(real)):
        if f"{name}.{member}" in OTHERWISE:
            continue
        if not hasattr(ours, member):
            found.append(f"{name}.{member} is missing")
        elif shape(getattr(ours, member)) != shape(getattr(real, member)):
            found.append(f"{name}.{member}: {shape(getattr(real, member))} is {shape(getattr(ours, member))}")
    return found


def test_session_state_has_streamlits_members() -> None:
    assert differences("session_state", TheirSessionState, type(st.session_state)) == []


def test_query_params_have_streamlits_members() -> None:
    assert differences("query_params", TheirQueryParams, type(st.query_params)) == []


def test_what_is_known_of_page_reader_and_secrets_has_streamlits_members() -> None:
    assert differences("secrets", TheirSecrets, type(st.secrets)) == []
    assert differences("context", TheirContext, type(st.context)) == []
    assert differences("user", TheirUser, type(st.user)) == []


def test_connections_and_grids_have_streamlits_members() -> None:
    assert differences("BaseConnection", TheirBase, st.connections.BaseConnection) == []
    assert differences("SQLConnection", TheirSQL, st.connections.SQLConnection) == []
    ours = inspect.signature(GridContainer.cell)
    assert list(ours.parameters) == list(inspect.signature(TheirGrid.cell).parameters)


@pytest.mark.parametrize("name", ["html", "iframe", "declare_component"])
def test_components_of_version_1_have_streamlits_signatures(name: str) -> None:
    theirs, ours = getattr(their_v1, name), getattr(st.components.v1, name)
    assert shape(ours) == shape(theirs)


def test_components_of_version_2_have_streamlits_signature() -> None:
    assert shape(st.components.v2.component) == shape(their_v2.component)


def test_names_that_make_no_sense_have_streamlits_signatures() -> None:
    for name in ("App", "login", "logout"):
        ours, theirs = inspect.signature(getattr(st, name)), inspect.signature(getattr(their_st, name))
        assert list(ours.parameters) == list(theirs.parameters)


def test_apptest_has_streamlits_members() -> None:
    assert differences("AppTest", TheirAppTest, AppTest) == []


SCRIPT = """
import streamlit as st
with st.form("f"):
    st.form_submit_button()
st.checkbox("a"); st.toggle("a"); st.radio("a", [1]); st.selectbox("a", [1]); st.multiselect("a", [1])
st.text_input("a"); st.text_area("a"); st.number_input("a"); st.slider("a"); st.select_slider("a", [1, 2])
st.date_input("a"); st.time_input("a"); st.datetime_input("a"); st.color_picker("a"); st.file_uploader("a")
st.pills("a", [1]); st.feedback(); st.pagination(3); st.chat_input(); st.button("a"); st.download_button("a", "x")
"""
#: What an input says of itself to the protocol, or what the script gave it; neither has a counterpart here.
INSIDE = frozenset({"proto", "root", "parent", "children", "form_id", "from_file", "format_func"})


def arity(method: Any) -> Any:
    """Kinds and defaults of parameters: their names are short there (``v``), and never passed by name."""
    return [(kind, default) for _, kind, default in shape(method) or ()]


def test_what_a_test_sees_of_inputs_has_streamlits_members() -> None:
    real = TheirAppTest.from_string(SCRIPT, default_timeout=30).run()
    ours = AppTest.from_string(SCRIPT).run()
    found = []
    for widget in real.main:
        if not isinstance(widget, theirs.Widget):
            continue
        a, b = type(widget), ours.get(widget.type)[0]
        found += [f"{a.__name__}.{m} is missing" for m in members(a) - INSIDE if not hasattr(b, m)]
        for m in members(a) & members(type(b)):
            if shape(getattr(a, m)) is not None and arity(getattr(a, m)) != arity(getattr(type(b), m)):
                found.append(f"{a.__name__}.{m}: {shape(getattr(a, m))} is {shape(getattr(type(b), m))}")
    assert found == []
    assert len({w.type for w in real.main if isinstance(w, theirs.Widget)}) > 15
