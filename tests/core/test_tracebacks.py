"""Tracebacks show what is the user's own."""

from __future__ import annotations

from typing import Any

import pytest

from jupyter_session_state._core.script import compile_script
from jupyter_session_state._core.sentence import missing_key
from jupyter_session_state._core.tracebacks import exception_element, user_line, user_traceback


class Silent:
    """Hooks of a script that draws nothing."""

    def show(self, *values: object) -> None: ...

    def mark(self) -> object: ...

    def show_last(self, mark: object, value: object) -> None: ...

    def keep(self, name: str, value: object, site: int) -> object:
        return value


def failure() -> Exception:
    script = compile_script("def f():\n    return 1 / 0\nx = f()", "some-file.py")
    names: dict[str, Any] = {"__name__": "__main__"}
    try:
        script.run(names, Silent())
    except ZeroDivisionError as error:
        return error
    raise AssertionError("it did not fail")


def test_frames_of_the_cell_say_so_and_ours_are_left_out() -> None:
    lines = user_traceback(failure(), "some-file.py")
    assert [line for line in lines if "cell" in line] == [
        "  In this cell, line 3, in <module>",
        "  In this cell, line 2, in f",
    ]


def test_without_a_script_frames_keep_their_file() -> None:
    assert '  File "some-file.py", line 3, in <module>' in user_traceback(failure())


def test_the_line_is_the_last_one_in_the_cell() -> None:
    assert user_line(failure(), "some-file.py") == 2


def test_an_exception_tells_the_line_of_the_script_it_came_through() -> None:
    code = compile("def f():\n    return 1 / 0\nf()", "<script>", "exec")
    with pytest.raises(ZeroDivisionError) as caught:
        exec(code, {})
    assert exception_element(caught.value, "<script>").props["line"] == 2
    assert exception_element(caught.value, "<another>").props["line"] is None


def test_a_warning_is_told_from_an_error() -> None:
    assert exception_element(UserWarning("w")).props["is_warning"] is True
    assert exception_element(ValueError("e")).props["is_warning"] is False


def test_a_key_error_says_its_key_as_python_does_and_a_sentence_of_ours_without_quotes() -> None:
    assert exception_element(KeyError("missing")).props["message"] == "'missing'"
    error = KeyError(missing_key("missing"))
    assert str(error).startswith("st.session_state has no key 'missing'. Give it")
    assert exception_element(error).props["message"] == str(error)


@pytest.mark.parametrize(("given", "name"), [("a text", "str"), (None, "NoneType")])
def test_what_is_no_exception_shows_by_its_type_and_its_text(given: object, name: str) -> None:
    props = exception_element(given).props
    assert (props["type"], props["message"], props["traceback"], props["line"]) == (
        name,
        str(given),
        (),
        None,
    )
