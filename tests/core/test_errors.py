"""The classes of errors: names of Streamlit's, all under one base."""

from __future__ import annotations

import inspect

import pytest

from jupyter_session_state import errors
from jupyter_session_state.testing import AppTest

SIGNALS = (errors.FragmentHandledException,)  # says only that an error is on the page
CLASSES = [c for _, c in inspect.getmembers(errors, inspect.isclass) if issubclass(c, Exception)]
OURS = {"AppError", "NoRunError"}
WITHOUT = {
    "BidiComponentInvalidIdError": "ids of components have no parts that a name could mix up",
    "FragmentStorageKeyError": "Streamlit's server raises it to itself",
    "StreamlitAuthError": "there is no login: the notebook server has its own",
    "StreamlitComponentRegistryError": "custom components are not offered",
    "StreamlitInvalidThemeError": "the notebook's theme is followed, there is none to set",
    "StreamlitInvalidThemeOptionError": "the notebook's theme is followed, there is none to set",
    "StreamlitInvalidThemeSectionError": "the notebook's theme is followed, there is none to set",
    "StreamlitMaxRetriesError": "Streamlit's server raises it to itself",
    "StreamlitMissingAuthlibError": "there is no login: the notebook server has its own",
    "UnserializableSessionStateError": "session state may hold anything; there is no setting against it",
}
"""Classes of `streamlit.errors` that nothing here can raise, and why."""

MORE = {
    "StreamlitValueError": ("ValueError",),
    "StreamlitInvalidParameterTypeError": ("TypeError",),
    "MediaFileStorageError": ("StreamlitAPIException", "MarkdownFormattedException", "Error"),
}
"""Bases of ours besides: raised where Streamlit fails with the bare one too."""


def streamlits() -> dict[str, type[Exception]]:
    """The classes of Streamlit's that ours are named after."""
    pytest.importorskip("streamlit")
    from streamlit import errors as public
    from streamlit.elements.lib import policies
    from streamlit.runtime import media_file_storage
    from streamlit.runtime.caching import cache_errors, hashing

    return {
        name: cls
        for module in (public, cache_errors, hashing, policies, media_file_storage)
        for name, cls in inspect.getmembers(module, inspect.isclass)
        if issubclass(cls, Exception) and cls.__module__ == module.__name__
    }


@pytest.mark.parametrize("cls", CLASSES, ids=lambda cls: cls.__name__)
def test_every_error_says_when_it_is_raised(cls: type[Exception]) -> None:
    assert issubclass(cls, (errors.Error, *SIGNALS))
    assert len(inspect.getdoc(cls) or "") > 40


def test_every_public_error_of_streamlit_is_here_or_has_a_reason_not_to_be() -> None:
    from streamlit import errors as public

    names = {n for n, c in streamlits().items() if c.__module__ == public.__name__}
    ours = {cls.__name__ for cls in CLASSES}
    assert names - ours == WITHOUT.keys()
    assert not WITHOUT.keys() & ours
    assert ours - streamlits().keys() == OURS


@pytest.mark.parametrize("cls", [c for c in CLASSES if c.__name__ not in OURS], ids=lambda cls: cls.__name__)
def test_the_bases_are_streamlits(cls: type[Exception]) -> None:
    theirs = [base.__name__ for base in streamlits()[cls.__name__].__mro__ if base.__name__ != "Generic"]
    assert [
        base.__name__ for base in cls.__mro__ if base.__name__ not in MORE.get(cls.__name__, ())
    ] == theirs


SCRIPTS = [
    "import streamlit.errors\nraised = streamlit.errors.StreamlitAPIException",
    "import streamlit.errors as e\nraised = e.StreamlitAPIException",
    "from streamlit import errors\nraised = errors.StreamlitAPIException",
    "from streamlit.errors import StreamlitAPIException as raised",
    "import streamlit\nraised = streamlit.errors.StreamlitAPIException",
    "raised = st.errors.StreamlitAPIException",
]


@pytest.mark.parametrize("script", SCRIPTS)
def test_a_script_that_imports_streamlits_errors_catches_ours(script: str) -> None:
    lines = [
        script,
        "try:",
        "    st.columns(0)",
        "except raised as error:",
        "    st.text(type(error).__name__)",
    ]
    at = AppTest.from_string("\n".join(lines)).run()
    assert at.text.values == ["StreamlitInvalidColumnSpecError"]
    assert not at.exception


SITUATIONS = {
    "st.checkbox('A', key='k')\nst.text_input('B', key='k')": (
        "StreamlitDuplicateElementKey",
        "'k'",
        "line 1",
    ),
    "st.checkbox('A')\n\nst.checkbox('A')": ("StreamlitDuplicateElementId", "'A'", "line 1"),
    "st.checkbox('A', key=1)\nst.checkbox('B', key='1')": ("StreamlitDuplicateElementKey", "'1'", "line 1"),
    "st.checkbox('A', key='')": ("StreamlitValueError", "empty", ""),
    "st.checkbox('A', key='$$ID-x')": ("StreamlitAPIException", "$$ID", ""),
    "st.checkbox('A', on_change=5)": ("StreamlitValueError", "on_change", "5"),
    "st.button('A', on_click='ignore')": ("StreamlitAPIException", "on_click", "ignore"),
    "with st.form('f'): st.button('B')": ("StreamlitInvalidLayoutContextError", "'B'", "'f'"),
    "with st.form('f'): st.checkbox('C', on_change=print)": (
        "StreamlitInvalidFormCallbackError",
        "'C'",
        "form_submit_button",
    ),
    "st.form_submit_button('S')": ("StreamlitInvalidLayoutContextError", "'S'", "st.form"),
    "with st.form('f'):\n    st.form('g')": ("StreamlitInvalidLayoutContextError", "'g'", "'f'"),
    "st.form('f')\nst.form('f')": ("StreamlitDuplicateElementKey", "'f'", "line 1"),
    "with st.form('f'):\n  st.form_submit_button()\n  st.form_submit_button()": (
        "StreamlitDuplicateElementKey",
        "FormSubmitter:f-Submit",
        "line 2",
    ),
    "st.session_state.f = 1\nst.form('f')": ("StreamlitValueAssignmentNotAllowedError", "'f'", "form"),
    "st.form('f')\nst.session_state.f = 1": ("StreamlitWidgetAlreadyInstantiatedError", "'f'", "line 2"),
    "st.session_state.b = 1\nst.button('B', key='b')": (
        "StreamlitValueAssignmentNotAllowedError",
        "'b'",
        "button",
    ),
    "st.checkbox('A', key='k')\nst.session_state.k = False": (
        "StreamlitWidgetAlreadyInstantiatedError",
        "line 2",
        "line 1",
    ),
    "st.columns(0)": ("StreamlitInvalidColumnSpecError", "0", ""),
    "st.slider('S', 3, 3)": ("StreamlitAPIException", "'S'", "3"),
    "st.number_input('N', 5, 1)": ("StreamlitInvalidMinMaxError", "'N'", "5"),
    "st.number_input('N', 0, 5, 9)": ("StreamlitValueAboveMaxError", "9", "5"),
    "st.number_input('N', 2, 5, 1)": ("StreamlitValueBelowMinError", "1", "2"),
    "st.number_input('N', 0, 5.0)": ("StreamlitMixedNumericTypesError", "min_value=0", "max_value=5.0"),
    "st.selectbox('S', ['a'], 3)": ("StreamlitValueOutOfRangeError", "3", "index"),
}


@pytest.mark.parametrize("script", SITUATIONS)
def test_each_situation_has_its_class_and_names_what_is_wrong(script: str) -> None:
    name, *parts = SITUATIONS[script]
    at = AppTest.from_string(script).run()
    raised = at.exception[0]
    assert issubclass(getattr(errors, raised.exception_type), getattr(errors, name))
    for part in parts:
        assert part in raised.message


def test_a_call_that_raised_leaves_no_entry_and_its_key_is_free() -> None:
    at = AppTest.from_string(
        """
        try:
            st.number_input("N", 5, 1, key="n")
        except st.errors.StreamlitAPIException:
            st.session_state.n = "free"
        """
    ).run()
    assert at.session_state.n == "free"


def test_a_name_made_in_an_earlier_run_is_told_apart_from_a_typing_error() -> None:
    at = AppTest.from_string(
        """
        if not st.session_state.setdefault("later", False):
            model = 1
        st.session_state.later = True
        model
        """
    ).run()
    assert not at.exception
    at.run()
    assert at.exception[0].exception_type == "NameError"
    (note,) = at.get("note")
    assert "st.session_state.model" in note.value
    other = AppTest.from_string("modle").run()
    assert other.exception
    assert not other.get("note")
