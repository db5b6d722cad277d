"""Every statement of the Session State guide that this project was asked to make true, under AppTest.

The scripts are the guide's own code blocks; what a block leaves open (a first value, a name) stands above it.
"""

from __future__ import annotations

import json

import pytest

from jupyter_session_state import errors
from jupyter_session_state.testing import AppTest


def run(script: str) -> AppTest:
    return AppTest.from_string(script).run()


# -- initialize values ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "assignment", ["st.session_state['key'] = 'value'", "st.session_state.key = 'value'"]
)
def test_a_value_is_initialized_by_item_or_by_attribute(assignment: str) -> None:
    at = run(f"if 'key' not in st.session_state:\n\t{assignment}")
    assert at.session_state.to_dict() == {"key": "value"}
    assert not at.exception


def test_the_guard_does_not_initialize_again() -> None:
    at = run("if 'key' not in st.session_state:\n\tst.session_state['key'] = 'value'")
    at.session_state.key = "other"
    assert at.run().session_state.key == "other"


def test_values_are_kept_between_reruns_and_not_shared_by_sessions() -> None:
    script = "if 'n' not in st.session_state: st.session_state.n = 0\nst.session_state.n += 1"
    first, second = run(script), run(script)
    assert first.run().run().session_state.n == 3
    assert second.session_state.n == 1


# -- reads and updates ---------------------------------------------------------------------------------------


def test_write_outputs_the_value() -> None:
    at = run("st.session_state.key = 'value'\nst.write(st.session_state.key)")
    assert at.markdown.values == ["value"]


@pytest.mark.parametrize("update", ["st.session_state.key = 'value2'", "st.session_state['key'] = 'value2'"])
def test_a_value_is_updated_by_item_or_by_attribute(update: str) -> None:
    at = run(f"st.session_state.key = 'value'\n{update}\nst.write(st.session_state.key)")
    assert at.markdown.values == ["value2"]


@pytest.mark.parametrize("line", ["st.write(st.session_state)", "st.session_state"])
def test_write_and_magic_show_the_whole_session_state(line: str) -> None:
    at = run(f"st.session_state.key = 'value'\nst.session_state.n = 2\n{line}")
    assert json.loads(at.json[0].value) == {"key": "value", "n": 2}


def test_reading_an_uninitialized_item_throws_a_handy_exception() -> None:
    at = run("st.write(st.session_state['value'])")
    assert at.exception[0].exception_type == "KeyError"
    assert "'value'" in at.exception[0].message
    assert "not in st.session_state" in at.exception[0].message


def test_reading_an_uninitialized_attribute_throws_a_handy_exception() -> None:
    at = run("st.write(st.session_state.value)")
    assert at.exception[0].exception_type == "AttributeError"
    assert "'value'" in at.exception[0].message


# -- delete items --------------------------------------------------------------------------------------------


def test_a_single_pair_is_deleted() -> None:
    at = run("key = 'a'\nst.session_state.update(a=1, b=2)\ndel st.session_state[key]")
    assert at.session_state.to_dict() == {"b": 2}


def test_all_items_are_deleted_in_a_loop_over_the_keys() -> None:
    at = run(
        "st.session_state.update(a=1, b=2)\n"
        "for key in st.session_state.keys():\n"
        "    del st.session_state[key]\n"
        "st.write(len(st.session_state))"
    )
    assert at.session_state.to_dict() == {}
    assert at.markdown.values == ["`0`"]


def test_clearing_makes_the_next_run_like_the_first() -> None:
    at = run(
        "if 'n' not in st.session_state: st.session_state.n = 0\nst.session_state.n += 1\nst.checkbox('c')"
    )
    at.checkbox[0].check().run()
    app = at._session.app
    app.ask_clear()
    app.answer()
    assert at.session_state.to_dict() == {"n": 1}
    at.run()
    assert at.checkbox.values == [False]


# -- widgets and session state -------------------------------------------------------------------------------


def test_a_widget_with_a_key_is_added_to_session_state() -> None:
    at = run('st.text_input("Your name", key="name")\n\n# This exists now:\nst.session_state.name')
    assert "name" in at.session_state
    at.text_input(key="name").set_value("Ada").run()
    assert at.session_state.name == "Ada"
    assert at.markdown.values == ["Ada"]


# -- callbacks -----------------------------------------------------------------------------------------------

INPUTS = {
    "checkbox": ("st.checkbox('w', key='w', {})", True),
    "number_input": ("st.number_input('w', key='w', {})", 2.0),
    "selectbox": ("st.selectbox('w', ['a', 'b'], key='w', {})", "b"),
    "slider": ("st.slider('w', key='w', {})", 7),
    "text_input": ("st.text_input('w', key='w', {})", "typed"),
}
CALLBACK = """
def callback(*args, **kwargs):
    st.session_state.seen = (st.session_state.w, args, kwargs)
    print("callback")
{}
print("script")
"""


@pytest.mark.parametrize("kind", INPUTS)
def test_on_change_runs_before_the_script_with_args_and_kwargs(
    kind: str, capsys: pytest.CaptureFixture[str]
) -> None:
    call, value = INPUTS[kind]
    at = run(CALLBACK.format(call.format("on_change=callback, args=(1, 'two'), kwargs={'three': 3}")))
    assert capsys.readouterr().out.split() == ["script"]
    at.get(kind)[0].set_value(value).run()
    assert capsys.readouterr().out.split() == ["callback", "script"]
    assert at.session_state.seen == (value, (1, "two"), {"three": 3})


@pytest.mark.parametrize("kind", INPUTS)
def test_on_change_does_not_run_when_nothing_changed(kind: str) -> None:
    call, value = INPUTS[kind]
    at = run(CALLBACK.format(call.format("on_change=callback")))
    at.get(kind)[0].set_value(value).run()
    del at.session_state["seen"]
    at.get(kind)[0].set_value(value).run()
    assert "seen" not in at.session_state


def test_on_click_of_a_button_runs_before_the_script(capsys: pytest.CaptureFixture[str]) -> None:
    at = run(CALLBACK.format("st.button('w', key='w', on_click=callback, args=(1,), kwargs={'two': 2})"))
    at.button[0].click().run()
    assert capsys.readouterr().out.split() == ["script", "callback", "script"]
    assert at.session_state.seen == (True, (1,), {"two": 2})


def test_on_click_of_a_submit_button_runs_before_the_script(capsys: pytest.CaptureFixture[str]) -> None:
    body = "with st.form('f'):\n    st.form_submit_button('w', key='w', on_click=callback, args=(1,))"
    at = run(CALLBACK.format(body))
    at.button[0].click().run()
    assert capsys.readouterr().out.split() == ["script", "callback", "script"]
    assert at.session_state.seen == (True, (1,), {})


# -- forms and callbacks -------------------------------------------------------------------------------------

FORM = """
def form_callback():
  st.write(st.session_state.my_slider)
  st.write(st.session_state.my_checkbox)

with st.form(key='my_form'):
	slider_input = st.slider('My slider', 0, 10, 5, key='my_slider')
	checkbox_input = st.checkbox('Yes or No', key='my_checkbox')
	submit_button = st.form_submit_button(label='Submit', on_click=form_callback)
"""


def test_the_callback_of_a_form_sees_the_submitted_values() -> None:
    at = run(FORM)
    assert not at.markdown
    at.slider(key="my_slider").set_value(8)
    at.checkbox(key="my_checkbox").check()
    at.form_submit_button[0].click().run()
    assert at.markdown.values == ["`8`", "`True`"]
    assert [node.type for node in at.main.children.values()] == ["markdown", "markdown", "form"]


def test_values_in_a_form_are_set_by_the_session_state_api() -> None:
    at = run("st.session_state.setdefault('my_slider', 3)\n" + FORM.replace("0, 10, 5", "0, 10"))
    assert at.slider(key="my_slider").value == 3


def test_edits_in_a_form_wait_for_the_submit_button() -> None:
    at = run(FORM)
    at.slider(key="my_slider").set_value(8).run()
    assert at.session_state.my_slider == 5


# -- caveats and limitations ---------------------------------------------------------------------------------


def test_only_the_submit_button_may_have_a_callback_in_a_form() -> None:
    at = run("with st.form('f'):\n    st.checkbox('c', on_change=print)")
    assert at.exception[0].exception_type == "StreamlitInvalidFormCallbackError"


@pytest.mark.parametrize("call", ["st.write('x', on_change=print)", "st.title('x', on_click=print)"])
def test_events_are_supported_on_inputs_only(call: str) -> None:
    at = run(call)
    assert at.exception[0].exception_type == "TypeError"
    assert "no input" in at.exception[0].message


def test_modifying_a_widget_after_instantiating_it_throws() -> None:
    at = run(
        """
slider = st.slider(
    label='My Slider', min_value=1,
    max_value=10, value=5, key='my_slider')

st.session_state.my_slider = 7
"""
    )
    raised = at.exception[0]
    assert issubclass(getattr(errors, raised.exception_type), errors.StreamlitAPIException)
    assert "my_slider" in raised.message
    assert "line 6" in raised.message
    assert at.session_state.my_slider == 5


def test_a_default_together_with_a_state_value_warns_on_the_first_run() -> None:
    at = run(
        """
st.session_state.my_slider = 7

slider = st.slider(
    label='Choose a Value', min_value=1,
    max_value=10, value=5, key='my_slider')
"""
    )
    assert at.slider[0].value == 7
    assert at.warning.len == 1
    assert at.run().warning.len == 0


def test_setting_the_state_of_a_button_throws() -> None:
    at = run(
        """
if 'my_button' not in st.session_state:
    st.session_state.my_button = True

st.button('My button', key='my_button')
"""
    )
    assert at.exception[0].exception_type == "StreamlitValueAssignmentNotAllowedError"
    assert "my_button" in at.exception[0].message


def test_a_button_that_was_assigned_throws_in_every_run_and_never_reads_true() -> None:
    at = run("st.session_state.setdefault('b', True)\nst.write(st.button('B', key='b'))")
    assert at.exception
    at.run()
    assert at.exception
    assert not at.markdown


def test_a_button_is_true_for_a_single_run() -> None:
    at = run("st.write(st.button('B', key='b'), st.session_state.b)")
    assert at.markdown.values == ["`False` `False`"]
    at.button[0].click().run()
    assert at.markdown.values == ["`True` `True`"]
    assert at.run().markdown.values == ["`False` `False`"]
